// What tests of plan links do in a browser. Each function gets the modules by name, and an argument.

// Sound answers of every kind, made from a seed; and a way to compare answers.
const chance = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const made = (seed) => {
  const next = chance(seed);
  const upTo = (most) => Math.floor(next() * (most + 1));
  const one = (list) => list[upTo(list.length - 1)];
  const some = (most, make) => Array.from({ length: upTo(most) }, make);
  const signs = ["a", "Z", "7", " ", "<", "&", "\"", "|", ".", "é", "ש", "न", "👩‍🌾", "🌱", "\\", "%", "+", "#", "={}"];
  const text = (most) => [...some(most, () => one(signs)).join("").replace(/ +/g, " ").trim()].slice(0, most).join("").trim();
  const slug = () => [one(["hope", "young", "x1"]), ...some(3, () => one(["a", "b2", "people"]))].join("-");
  const number = (most) => 1 + upTo(most - 1);
  const theory = () => `T${String(number(40)).padStart(3, "0")}`;
  const part = () => one([() => `${theory()}-C${number(9)}`, () => `S0${number(9)}-${number(30)}`])();
  const key = () => one([part, theory, slug, () => `${theory()}-${one([..."ARSQU"])}${number(12)}`, () => "smith2020_x-F"])();
  const day = () => new Date(Date.UTC(2000 + upTo(99), upTo(11), number(28))).toISOString().slice(0, 10);
  const tended = () => ({
    ...(next() < 0.2 && { done: true }), ...(next() < 0.5 && { owner: text(60) || "Jo" }), ...(next() < 0.5 && { date: day() }),
  });
  const line = () => ({ ...(next() < 0.2 && { out: true }), ...tended(), ...(next() < 0.3 && { text: text(200) || "x" }) });
  const tag = () => one(["abc", "0k9", "zzz"]) ;
  const ids = (most, make) => [...new Set(some(most, make))];
  return {
    title: text(200), for: ids(5, slug), place: text(200), country: one(["", slug()]),
    peers: one(["", "none-yet", "one", "few", "many"]), paid: one(["", "paid", "unpaid", "both"]),
    situation: one(["", "U01", "U123"]), aims: ids(6, slug), chosen: ids(6, () => one("+-") + theory()),
    answers: new Map(some(60, () => [part(), one([..."ypnd"])])), lines: new Map(some(60, () => [key(), line()])),
    own: some(12, () => ({ section: one(["actions", "place", "risks", "signs", "talk"]), text: text(200) || "x", ...tended() })),
    versions: new Map(some(9, () => [one([theory(), "S02", "U01"]), number(9999)])),
    doubts: new Map(some(5, () => [theory(), ids(5, tag)])), made: one(["", day()]),
  };
};
const sorted = (value) => {
  if (value instanceof Map) return { map: [...value].map(([key, each]) => [key, sorted(each)]).sort(([a], [b]) => (a < b ? -1 : 1)) };
  if (Array.isArray(value)) return value.map(sorted);
  if (value && typeof value === "object") return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
  return value;
};
const same = (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

// A plan as full as anybody's: 5 theories, 25 answers, 12 safety lines, 30 lines with owner and date,
// and 8 lines of the reader's own.
const full = (answers) => {
  const words = `ask the nurse to come in May find a second room with door print cards number of
    whoever is on call pay bus tickets for peers from next town two young people sit when group
    moves if library closes listen jokes about what would have made your first week easier`.split(/\s+/);
  const next = chance(7);
  const text = (length) => { let made = ""; while (made.length < length) made += `${words[Math.floor(next() * words.length)]} `; return made.slice(0, length - 1) + "."; };
  const day = (i) => new Date(Date.UTC(2026, 11, 1 + ((i * 37) % 200))).toISOString().slice(0, 10);
  const owners = ["Amina", "Jo and Lee", "the lead", "Dr. Okafor", "the team", "Sam"];
  const theories = ["T017", "T002", "T019", "T023", "T031"];
  const plan = {
    ...answers.empty(), title: text(60), for: ["young-people", "peer-workers"], place: text(60), country: "canada",
    peers: "few", paid: "both", situation: "U01", aims: ["hope", "belonging", "strain-and-burnout"], chosen: ["+T017", "-T004"], made: "2026-11-28",
  };
  theories.forEach((id, i) => {
    plan.versions.set(id, 3 + i);
    plan.doubts.set(id, Array.from({ length: 5 }, () => Math.floor(next() * 46656).toString(36).padStart(3, "0")));
    for (let j = 1; j <= 5; j++) plan.answers.set(`${id}-C${j}`, "ypnd"[Math.floor(next() * 4)]);
    ["A1", "A2", "R1", "S1", "Q1", "C2"].forEach((part, j) => plan.lines.set(`${id}-${part}`, { owner: owners[Math.floor(next() * 6)], date: day(6 * i + j) }));
  });
  for (let j = 1; j <= 6; j++) for (const id of ["S02", "S03"]) plan.answers.set(`${id}-${j}`, "ypnd"[Math.floor(next() * 4)]);
  for (let j = 0; j < 8; j++) plan.own.push({ section: answers.SECTIONS[j % 5], text: text(60), owner: owners[j % 6], date: day(j) });
  return plan;
};

// Does something in a browser that cannot pack.
const unpacking = async (act) => {
  const { CompressionStream } = globalThis;
  globalThis.CompressionStream = undefined;
  try { return await act(); } finally { globalThis.CompressionStream = CompressionStream; }
};

// Answers as Python can read them.
const read = async ({ link }, fragment) => {
  const { answers, step, lost } = await link.read(fragment);
  return { answers: sorted(answers), step, lost };
};

const isEmpty = async ({ link, answers }, fragment) => same((await link.read(fragment)).answers, answers.empty());

// Returns the seeds of plans that do not come back as they were, packed or not, at each step.
const notComingBack = async ({ link }, count) => {
  const faults = [];
  for (let seed = 0; seed < count; seed++) {
    const [plan, step] = [made(seed), 1 + (seed % 7)];
    const write = () => link.write(plan, step);
    const written = await (seed % 4 ? write() : unpacking(write));
    const back = await link.read(written);
    const form = /plan=(.)/.exec(written)?.[1];
    if (!same(plan, back.answers) || back.step !== step || back.lost.length || (form && form !== (seed % 4 ? "1" : "0"))) faults.push([seed, back.lost]);
  }
  return faults;
};

const emptyLink = ({ link, answers }) => link.write(answers.empty(), 2);

const fullLink = async ({ link, answers }) => {
  const plan = full(answers);
  const written = await link.write(plan, 7);
  const back = await link.read(written);
  return { length: written.length, lost: back.lost, isSame: same(back.answers, plan), answers: plan.answers.size, lines: plan.lines.size, own: plan.own.map(({ text }) => text.length) };
};

// The longest that `sound` keeps, in characters that take the most room.
const longest = async ({ link, answers }) => {
  const long = "😀".repeat(200);
  const key = (i) => "k" + String(i).padStart(79, "x");
  const line = { out: true, done: true, owner: long.slice(0, 120), date: "2099-12-31", text: long };
  const times = (length, make) => Array.from({ length }, (_, i) => make(i));
  const { answers: plan, lost } = answers.sound({
    title: long, place: long, for: times(40, key), aims: times(40, key), answers: times(300, (i) => [`T${1000 + i}-C1000`, "y"]),
    lines: times(60, (i) => [key(i), line]), own: times(12, () => ({ ...line, section: "actions" })),
  });
  const packed = await link.read(await link.write(plan, 7));
  const plain = await link.read(await unpacking(() => link.write(plan, 7)));
  return { lost: [...lost, ...packed.lost, ...plain.lost], isSame: same(plan, packed.answers) && same(plan, plain.answers), lines: plan.lines.size };
};

// Returns what makes random and hostile ends of addresses.
const hostile = async ({ link }, seed) => {
  const next = chance(seed);
  const upTo = (most) => Math.floor(next() * (most + 1));
  const one = (list) => list[upTo(list.length - 1)];
  const bytes = (most) => Uint8Array.from({ length: upTo(most) }, () => upTo(255));
  const base64 = (all) => btoa(Array.from(all, (byte) => String.fromCharCode(byte)).join("")).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const bits = new TextEncoder();
  const nasty = ["__proto__", "constructor", "toString", "<img src=x onerror=window.ran=1>", "javascript:window.ran=1", "T017", "T017-C1", "S02-1", "y", "", "0", "-1",
    "9e99", "NaN", "2026-02-30", "2026-11-28", "zzzz", "\u202e", "\u0000", "\ud800", "😀", "a".repeat(300), "T017.5.abc", "..", "1y2n3", "x", "actions", "+T017", "${window.ran=1}", "../../", "%00"];
  const kinds = [..."twcpgsmfoxvaln.zZ", "__proto__", "constructor", ""];
  const lines = () => Array.from({ length: upTo(one([3, 3, 30, 90])) }, () => [one(kinds), ...Array.from({ length: upTo(6) }, () => one(nasty))].join(one(["\t", "\t", "\t", " "]))).join("\n") + one(["\n", "", "\n.0000\n"]);
  const real = [];
  for (let seed = 0; seed < 40; seed++) real.push(await link.write(made(seed), 7));
  const packed = [];
  for (let i = 0; i < 60; i++) {
    const stream = new Blob([i % 3 ? lines() : one(nasty).repeat(upTo(2000))]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    packed.push(new Uint8Array(await new Response(stream).arrayBuffer()));
  }
  const changed = (text) => {
    const at = upTo(text.length);
    return one([
      () => text.slice(0, at),
      () => text.slice(0, at) + one([..."AZaz09-_=&#%"]) + text.slice(at + 1),
      () => text.slice(0, at) + text.slice(at + 1 + upTo(20)),
      () => text.slice(0, at) + text.slice(upTo(text.length)),
      () => text.replace(/plan=1/, `plan=${one(["0", "2", "9", "", "01", "999999999999999999999", "-1"])}`),
    ])();
  };
  const makers = [
    () => Array.from({ length: upTo(80) }, () => String.fromCharCode(upTo(one([0x7f, 0x2fff, 0xffff])))).join(""),
    () => `#step=${one(["1", "7", "0", "8", "99", "x", "", "3;4", "<b>"])}&plan=${one(["0", "1", "2"])}.${base64(bytes(one([4, 60, 600])))}`,
    () => changed(one(real)), () => changed(changed(one(real))),
    () => `#plan=0.${base64(bits.encode(lines()))}`,
    () => `#plan=1.${base64(one(packed))}`, () => changed(`#plan=1.${base64(one(packed))}`),
    () => `#plan=1.${base64(Uint8Array.from([one([1, 3, 4, 5, 0xed, 0xcc]), ...bytes(40)]))}`,
    () => `${one(["?", "#", "", "&", "https://x.example/#"])}plan${one(["=", "%3D", "==", ""])}${one(nasty)}`,
  ];
  return makers;
};

// What a page has besides what is returned: names, what all objects share, what is stored.
const world = ({ answers }) => JSON.stringify([
  ...[globalThis, Object.prototype, Array.prototype, Map.prototype, String.prototype, Function.prototype].map(Object.getOwnPropertyNames),
  document.documentElement.outerHTML, location.href, document.title, history.length, document.cookie, Object.keys(localStorage), Object.keys(sessionStorage),
  answers.empty(), answers.MOST, answers.SECTIONS, ({}).polluted,
]);

// Tells what is wrong with what was read, if anything is.
const faultIn = ({ answers }, { answers: found, step, lost, ...rest }) => {
  const again = answers.sound(found);
  const checks = {
    sound: same(again.answers, found) && !again.lost.length,
    whole: same(Object.keys(found), Object.keys(answers.empty())) && !Object.keys(rest).length,
    told: Array.isArray(lost) && lost.length < 40 && lost.every((each) => typeof each === "string" && each.length < 200 && !/[<>]/.test(each)),
    step: Number.isInteger(step) && step >= 0 && step <= 7,
  };
  return Object.keys(checks).filter((name) => !checks[name]);
};

const readHostile = async (modules, { seed, count }) => {
  const makers = await hostile(modules, seed);
  const before = world(modules);
  const faults = [];
  let [lossy, kept] = [0, 0];
  for (let i = 0; i < count; i++) {
    const fragment = makers[i % makers.length]();
    try {
      const found = await modules.link.read(fragment);
      const wrong = faultIn(modules, found);
      if (wrong.length) faults.push([i, wrong, fragment.slice(0, 200), found.lost]);
      lossy += found.lost.length > 0;
      kept += found.answers.answers.size + found.answers.lines.size + found.answers.own.length > 0;
    } catch (error) {
      faults.push([i, String(error), fragment.slice(0, 200)]);
    }
  }
  return { faults: faults.slice(0, 5), isSameWorld: world(modules) === before, lossy, kept };
};

// Makes answers of values that are none; all of them at once are the fields of another value.
const ofAnything = ({ answers }) => {
  const fields = Object.keys(answers.empty());
  const values = [null, 5, NaN, "<b>", [], [[1]], [["a"]], {}, { a: 1 }, true, () => 1, new Map([[1, 2]]), new Map([["T001-C1", {}]]), Symbol("x"), new Date(), undefined];
  const nested = values.map((value) => Object.fromEntries(fields.map((field) => [field, value])));
  return [...values, ...nested].flatMap((value) => {
    const { answers: found, lost } = answers.sound(value);
    return faultIn({ answers }, { answers: found, step: 0, lost });
  });
};

const wordsThroughALink = async ({ link, answers }, [title, place, text, owner]) => {
  const plan = { ...answers.empty(), title, place, own: [{ section: "actions", text, owner }] };
  const { answers: back, lost } = await link.read(await link.write(plan, 7));
  return { words: [back.title, back.place, back.own[0].text, back.own[0].owner], lost };
};

const isDay = ({ answers }, day) => answers.sound({ made: day }).answers.made === day;

const tooMuch = ({ answers }) => {
  const { answers: found, lost } = answers.sound({
    title: "x".repeat(201), own: Array(15).fill({ section: "talk", text: "ours" }),
    lines: Array.from({ length: 61 }, (_, i) => [`T001-A${i + 1}`, { out: true }]),
  });
  return { sizes: [found.title.length, found.own.length, found.lines.size], lost };
};

// Reads a link of which a share is there, and tells how much of each list came, and if it is true.
const cut = async ({ link, answers }, { share, packs }) => {
  const plan = full(answers);
  const write = () => link.write(plan, 7);
  const written = await (packs ? write() : unpacking(write));
  const { answers: found, lost } = await link.read(written.slice(0, Math.floor(written.length * share)));
  const isPart = (part, whole) => [...part].every(([key, value]) => same(whole.get(key), value));
  const shares = [found.answers.size / plan.answers.size, found.lines.size / plan.lines.size, found.own.length / plan.own.length];
  const isTrue = found.title === plan.title && isPart(found.answers, plan.answers) && isPart(found.lines, plan.lines) && found.own.every((line, i) => same(line, plan.own[i]));
  return { lost, shares, isTrue };
};

// Changes one letter after another of a plain link; returns the places where nobody noticed.
const unnoticed = async ({ link, answers }) => {
  const written = await unpacking(() => link.write(full(answers), 7));
  const quiet = [];
  for (let at = written.indexOf("0.") + 2; at < written.length - 1; at += 7) {
    const { lost } = await link.read(written.slice(0, at) + (written[at] === "Q" ? "R" : "Q") + written.slice(at + 1));
    if (!lost.length) quiet.push(at);
  }
  return quiet;
};

// Tells whether a link is read whole with something around it, also as other programs write it.
const around = async ({ link, answers }, frame) => {
  const plan = full(answers);
  const written = await link.write(plan, 3);
  const forms = [written, written.replace("&", "&amp;"), written.replace("&", "%26").replaceAll("=", "%3D")];
  const found = await Promise.all(forms.map((form) => link.read(frame.replace("{}", form))));
  return found.every(({ step, lost, answers: back }) => step === 3 && !lost.length && same(back, plan));
};

// Unpacks texts; they come and go as Base64.
const unpacked = ({ inflate }, packed) => packed.map((text) => {
  const bytes = inflate.inflated(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)), 131072);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
});
