// A plan as a link holds it: `#step=3&plan=1.<text>`. What stands after `#` is never sent. The digit
// says how the text is packed: 1 is deflated, 0 is plain, for browsers that cannot pack.
//
// Unpacked it is a line for each thing, its kind first, and tabs between: `s U01` is the situation.
// A plan is read line by line, so that what is cut or not understood takes nothing else along.
import { empty, sound } from "./answers.js";
import { sum } from "./sum.js";

/** @typedef {import("./answers").Answers} Answers */

/** @typedef {Record<string, any>} Given what lines say, before anybody looks whether it is sound */

const PLAIN = "0";
const DEFLATED = "1";
const MOST_BYTES = 128 * 1024; // what the longest sound plan takes, and some more
const LONGEST = 2 * MOST_BYTES; // characters of a link; longer ones are nobody's plan
/** The last step is the plan itself. */
export const STEPS = 7;

// The kinds of lines that are one text, or one list.
/** @type {readonly (readonly [string, "title"|"place"|"country"|"peers"|"paid"|"situation"|"made"])[]} */
const TEXTS = [["t", "title"], ["w", "place"], ["c", "country"], ["p", "peers"], ["g", "paid"], ["s", "situation"], ["m", "made"]];
/** @type {readonly (readonly [string, "for"|"aims"|"chosen"])[]} */
const LISTS = [["f", "for"], ["o", "aims"], ["x", "chosen"]];

/**
 * Returns answers by the beginning of their keys: `T017-C` and `1y2n` for T017-C1 and T017-C2.
 * @param {Answers["answers"]} answers
 * @returns {string[][]}
 */
function answerLines(answers) {
  /** @type {Map<string, string>} */
  const grouped = new Map();
  for (const [key, letter] of answers) {
    const number = /\d+$/.exec(key)?.[0] ?? "";
    const beginning = key.slice(0, key.length - number.length);
    grouped.set(beginning, `${grouped.get(beginning) ?? ""}${number}${letter}`);
  }
  return [...grouped].map(([beginning, letters]) => ["a", beginning, letters]);
}

/**
 * Returns what the plan saw of each record: its version, and tags of what spoke against it. A dot at
 * the end says that nothing did.
 * @param {Answers} answers
 * @returns {string[]} such as `T017.5.k3f.9qz`
 */
function seenOf({ versions, doubts }) {
  const tags = (/** @type {string} */ id) => doubts.get(id)?.join(".");
  const ids = new Set([...versions.keys(), ...doubts.keys()]);
  return [...ids].map((id) => [id, versions.get(id), tags(id)].slice(0, doubts.has(id) ? 3 : 2).join("."));
}

const FIRST_DAY = Date.UTC(2000, 0, 1);
const DAY = 86_400_000; // milliseconds

/**
 * Returns a day in few letters: days from the first of 2000.
 * @param {string} [day] as year-month-day
 */
const shortDay = (day) => (day ? ((Date.parse(day) - FIRST_DAY) / DAY).toString(36) : "");

/**
 * Returns the day that letters stand for; what is none stays as it is, to be told as lost.
 * @param {string} [letters]
 */
const longDay = (letters) => (/^[0-9a-z]{1,4}$/.test(letters ?? "") ? new Date(FIRST_DAY + parseInt(letters ?? "", 36) * DAY).toISOString().slice(0, 10) : letters);

/**
 * Returns a line of the plan, after its kind and what it is about.
 * @param {import("./answers").Line} line
 */
const tail = ({ out, done, owner, date, text }) => [(out ? "x" : "") + (done ? "d" : ""), owner, shortDay(date), text];

/**
 * @param {Answers} answers
 * @returns {string} the lines of a plan
 */
function textOf(answers) {
  const lines = [
    ...TEXTS.map(([kind, field]) => [kind, answers[field]]),
    ...LISTS.map(([kind, field]) => [kind, answers[field].join(" ")]),
    ["v", seenOf(answers).join(" ")],
    ...answerLines(answers.answers),
    ...[...answers.lines].map(([key, line]) => ["l", key, ...tail(line)]),
    ...answers.own.map((line) => ["n", line.section, ...tail(line)]),
  ];
  const text = lines.filter((line) => line.slice(1).some(Boolean)).map((line) => line.join("\t").trimEnd()).join("\n");
  return text && `${text}\n.${sum(text, 4)}\n`;
}

/**
 * Packs a text, unless this browser cannot.
 * @param {string} text
 * @returns {Promise<{form: string, bytes: Uint8Array}>}
 */
async function packed(text) {
  try {
    const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    return { form: DEFLATED, bytes: new Uint8Array(await new Response(stream).arrayBuffer()) };
  } catch {
    return { form: PLAIN, bytes: new TextEncoder().encode(text) };
  }
}

/** Unpacks. Only who opens a plan needs it. @param {Uint8Array} bytes */
const unpackedBytes = async (bytes) => (await import("./inflate.js")).inflated(bytes, MOST_BYTES);

/** @param {Uint8Array} bytes */
const toBase64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/**
 * Returns the bytes of as much of a text as can be read.
 * @param {string} text of letters, digits, `-` and `_`
 * @returns {Uint8Array}
 */
function fromBase64(text) {
  const whole = text.length % 4 === 1 ? text.slice(0, -1) : text;
  return Uint8Array.from(atob(whole.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}

/**
 * Writes a plan and a step as the end of an address.
 * @param {Answers} answers what is beyond `MOST` is cut
 * @param {number} step from 1 on
 * @returns {Promise<string>} such as `#step=3&plan=1.q1bK`; without a plan if nothing is answered
 */
export async function write(answers, step) {
  const text = textOf(sound(answers).answers);
  if (!text) return `#step=${step}`;
  const { form, bytes } = await packed(text);
  return `#step=${step}&plan=${form}.${toBase64(bytes)}`;
}

/** @typedef {(given: Given, parts: string[]) => void} Reader takes in what a line says */

/**
 * A reader of each kind of line.
 * @type {Record<string, Reader>}
 */
const READERS = {
  ...Object.fromEntries(TEXTS.map(([kind, field]) => [kind, /** @type {Reader} */ (given, [text]) => { given[field] = text; }])),
  ...Object.fromEntries(LISTS.map(([kind, field]) => [kind, /** @type {Reader} */ (given, [text = ""]) => { given[field] = text.split(" "); }])),
  v: (given, [list = ""]) => {
    for (const [id, version, ...tags] of list.split(" ").map((one) => one.split("."))) {
      if (version) given.versions.push([id, Number(version)]);
      if (tags.length) given.doubts.push([id, tags.filter(Boolean)]);
    }
  },
  a: (given, [beginning, letters = ""]) => {
    for (const [, number, letter] of letters.matchAll(/(\d*)(\D+)/g)) given.answers.push([beginning + number, letter]);
  },
  l: (given, [key, ...rest]) => given.lines.push([key, lineOf(rest)]),
  n: (given, [section, ...rest]) => given.own.push({ section, ...lineOf(rest) }),
};

/** @param {string[]} tail */
function lineOf([marked = "", owner, date, text]) {
  return { ...(marked.includes("x") && { out: true }), ...(marked.includes("d") && { done: true }), owner, date: longDay(date), text };
}

/**
 * Makes a plan of its lines.
 * @param {string} text
 * @returns {{answers: Answers, lost: string[]}}
 */
function planOf(text) {
  const [, body = text.slice(0, text.lastIndexOf("\n") + 1), given] = /^(.*)\n\.([0-9a-z]+)\n$/s.exec(text) ?? [];
  /** @type {Given} */
  const read = { answers: [], lines: [], own: [], versions: [], doubts: [] };
  let strange = 0;
  for (const line of body.split("\n")) {
    const [kind, ...parts] = line.split("\t");
    if (Object.hasOwn(READERS, kind)) READERS[kind](read, parts);
    else if (line) strange++;
  }
  const { answers, lost } = sound(read);
  if (strange) lost.unshift(`${strange} ${strange === 1 ? "part of the link was" : "parts of the link were"} not understood, and left out.`);
  if (given !== sum(body, 4)) lost.unshift(DAMAGED);
  return { answers, lost };
}

const DAMAGED = "The link was cut or changed on its way. What could be read is here. Look at each answer.";
const NEWER = "The plan in this link was made by another version of this page, and cannot be read here.";
const TOO_LONG = "The link is too long to be one of ours. It was not read.";
const NOTHING = "The link has no plan that can be read.";

/**
 * @param {string} form
 * @param {string} text
 * @returns {Promise<{answers: Answers, lost: string[]}>}
 */
async function unpacked(form, text) {
  if (form !== DEFLATED && form !== PLAIN) return { answers: empty(), lost: [NEWER] };
  const bytes = fromBase64(text);
  const plain = form === DEFLATED ? await unpackedBytes(bytes) : bytes.slice(0, MOST_BYTES);
  return plain.length ? planOf(new TextDecoder().decode(plain)) : { answers: empty(), lost: [NOTHING] };
}

// What stands before the step and the plan, also where other programs wrote `&` and `=` in their way.
const STEP = /(?:^|[#&;]|%26)step(?:=|%3D)([1-7])(?!\d)/i;
const PLAN = /(?:^|[#&;]|%26)plan(?:=|%3D)(?:(\d+)\.([\w-]+))?/i;

/**
 * Reads the end of an address. It never fails: what cannot be read is named in `lost`.
 * @param {string} fragment as `location.hash` has it, or a whole address
 * @returns {Promise<{answers: Answers, step: number, lost: string[]}>} step 0 if it names none
 */
export async function read(fragment) {
  const written = typeof fragment === "string" ? fragment : "";
  if (written.length > LONGEST) return { answers: empty(), step: 0, lost: [TOO_LONG] };
  const step = Number(STEP.exec(written)?.[1] ?? 0);
  const [plan, form, text] = PLAN.exec(written) ?? [];
  if (form) return { ...await unpacked(form, text), step };
  return { answers: empty(), step, lost: plan ? [NOTHING] : [] };
}
