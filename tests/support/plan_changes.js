// A made-up site on one day, as `fetchMore` gives it, and a plan of that day. Tests make later days of it.

const { link, answers, changes, fit, noted } = modules;
const study = (key, stance, more = {}) => ({
  key, stance, short: `${key} (2031)`, url: `studies/${key}/`, groups: ["gardeners"], countries: ["nowhere"], design: "talk",
  setting: `A bed of ${key}.`, setting_voice: "from the study", ...more,
});
const version = (number) => ({ version: number, date: `2032-01-0${number}`, what: `What ${number} brought.` });
const theory = (id, more = {}) => ({
  id, version: 1, url: `theories/${id.toLowerCase()}/`, short: `Name of ${id}`, limits: `Limits of ${id}.`, history: [version(1)],
  studies: [study("hedge", "supports"), study("bed", "goes against")],
  questions: [{ key: `${id}-C1`, ask: `Is ${id} there?`, fix: "Bring it.", voice: "a question for you", fix_voice: "our advice" }],
  actions: [{ key: `${id}-A1`, text: "Dig." }], risks: [], signs: [], talk: [], unknowns: [], ...more,
});
const then = () => ({
  whole: true, dated: "2032-01-01", theories: [theory("T001"), theory("T002"), theory("T003")],
  aims: [{ id: "staying", name: "Staying" }], groups: [{ id: "gardeners", name: "gardeners" }, { id: "neighbors", name: "neighbors" }],
  countries: [{ id: "nowhere", name: "Nowhere" }, { id: "elsewhere", name: "Elsewhere" }],
  situations: [{ id: "U01", version: 1, title: "Alone", url: "situations/alone/" }],
  safety: [{ id: "S02", version: 1, title: "Before", url: "safety/before/", lines: [{ key: "S02-1", text: "Look." }] }], retired: [],
});
const edited = (data, id, more) => ({ ...data, theories: data.theories.map((each) => (each.id === id ? { ...each, ...more } : each)) });
const without = (data, id) => ({ ...data, theories: data.theories.filter((each) => each.id !== id) });
const gone = (id, why, instead) => ({ id, why, instead, name: `Name of ${id}`, on: "2032-01-03", url: `kept/${id}/` });
const plan = () => ({
  ...answers.empty(), for: ["gardeners"], country: "nowhere", situation: "U01", aims: ["staying"], made: "2032-01-01",
  answers: new Map([["T001-C1", "y"], ["T002-C1", "n"], ["S02-1", "p"]]), lines: new Map([["T002-A1", { text: "Dig with us.", owner: "Jo" }]]),
  ...noted.noted(then(), ["T001", "T002", "U01", "S02"]),
});

// What changed for a plan, on a site as it is now. The plan goes through its link, as it does for a
// reader who comes back.
const since = async (made, now) => changes.changesOf((await link.read(await link.write(made, 7))).answers, now);
const fitted = (made, more) => fit.fitOf(theory("T001", more), made, then());
