// What a plan is made from, as design.json and design-more.json have it.
//
// To keep the files small, each says less than `Data`:
// - lines stand by list and then by theory (`lines.risks.T017`), for like beside like compresses best;
// - keys are not written where places say them: T017-R2 is the second risk of T017, S02-1 the first
//   line of S02;
// - a voice is written only where it is not the usual one of its kind (`VOICES`);
// - theories name their studies by place, and the addresses of studies follow from their keys;
// - design.json has all questions, and of each other list of a theory only the first line, which is
//   what a first plan shows. design-more.json has the other lines, what actions need, the chains and
//   the histories of theories, and where each study was done. Without it, they are empty.

/**
 * @typedef {"from the study"|"our reading"|"our advice"|"a question for you"} Voice
 * @typedef {{id: string, name: string}} Choice
 * @typedef {{id: string, name: string, wanted: boolean|null, concerns: string[], theories: string[]}} Aim
 * @typedef {{id: string, version: number, title: string, url: string, theories: string[], checks: [string, number][]}} Situation
 * @typedef {{key: string, text: string, voice: Voice}} Line
 * @typedef {{id: string, version: number, title: string, url: string, lines: Line[]}} SafetyTopic
 * @typedef {{key: string, ask: string, fix: string, voice: Voice, fix_voice: Voice}} Question
 * @typedef {Line & {first_step: string, who?: string, cost?: string}} Action
 * @typedef {Line & {warning: string}} Risk
 * @typedef {Line & {care: string}} Talk
 * @typedef {{key: string, what: string}} Unknown
 * @typedef {{when: string[], offers: string[], why: string[], changes: string[]}} Chain
 * @typedef {{version: number, date: string, what: string}} Version
 * @typedef {"supports"|"goes against"|"adds a condition"|"points both ways"} Stance
 *
 * A study behind a theory. If its evidence points several ways, `stance` names all, with commas.
 * @typedef {{key: string, short: string, url: string, groups: string[], countries: string[], design: string,
 *   stance: string, setting: string, setting_voice: Voice}} Study
 *
 * @typedef {object} Theory
 * @property {string} id
 * @property {number} version
 * @property {string} url
 * @property {string} short
 * @property {string} headline
 * @property {Voice} voice whose voice the headline is
 * @property {string} about whom it is about: an id from `people`
 * @property {string} sure how sure we are, in words
 * @property {string} limits how far to trust it, in words
 * @property {number} rung its step on our ladder, 0 to 3
 * @property {boolean} harm whether what it leads to is unwanted, or the lack of what is wanted
 * @property {string[]} aims its outcomes
 * @property {["needs"|"clashes with", string][]} links
 * @property {Study[]} studies
 * @property {Question[]} questions
 * @property {Action[]} actions
 * @property {Risk[]} risks
 * @property {Line[]} signs
 * @property {Talk[]} talk
 * @property {Unknown[]} unknowns
 * @property {Chain} chain what stands in each box
 * @property {Version[]} history
 *
 * @typedef {object} Data
 * @property {number} version
 * @property {string} licence
 * @property {string[]} credit
 * @property {string} dated
 * @property {string} untested
 * @property {Record<string, string>} people
 * @property {Choice[]} groups
 * @property {Choice[]} countries
 * @property {Aim[]} aims
 * @property {Situation[]} situations
 * @property {SafetyTopic[]} safety
 * @property {Theory[]} theories
 * @property {{id: string, name: string, on: string, why: string, instead: string[], url: string}[]} retired
 * @property {boolean} whole whether design-more.json is in it
 */

// The lists of a theory: the letter in the keys of their lines, and what a line has if it does not say.
const ASKED = /** @type {const} */ ({ voice: "a question for you" });
const ADVISED = /** @type {const} */ ({ voice: "our advice" });
/** @type {[list: string, letter: string, usual: Record<string, string>][]} */
const LISTS = [
  ["questions", "C", { ...ASKED, fix_voice: ADVISED.voice }],
  ["actions", "A", ADVISED],
  ["risks", "R", ADVISED],
  ["signs", "S", ADVISED],
  ["talk", "Q", ASKED],
  ["unknowns", "U", {}],
];

/**
 * Gives lines their keys and their voices; `before` is how many lines stand before these.
 * @param {string} prefix @param {Record<string, string>} usual @param {any[]} lines @param {number} [before]
 */
const keyed = (prefix, usual, lines, before = 0) => lines.map((line, i) => ({ key: `${prefix}${i + 1 + before}`, ...usual, ...(typeof line === "string" ? { what: line } : line) }));

/**
 * Returns all lists of a theory: what it has already, and what a file adds.
 * @param {string} id @param {any} lines @param {any} [had]
 */
const listsOf = (id, lines, had = {}) => Object.fromEntries(LISTS.map(([list, letter, usual]) => {
  const there = had[list] ?? [];
  return [list, [...there, ...keyed(`${id}-${letter}`, usual, lines[list]?.[id] ?? [], there.length)]];
}));

/** @param {Record<Stance, number[]>} written @param {any} file @returns {Study[]} */
function studiesOf(written, file) {
  const stances = Object.entries(written);
  return file.studies.flatMap((/** @type {any} */ study, /** @type {number} */ place) => {
    const stance = stances.filter(([, places]) => places.includes(place)).map(([name]) => name).join(", ");
    return stance ? [{ groups: [], countries: [], setting: "", setting_voice: ADVISED.voice, ...study, url: file.study_url.replace("{key}", study.key), stance }] : [];
  });
}

/** @type {Chain} */
const NO_CHAIN = Object.freeze({ when: [], offers: [], why: [], changes: [] });

/** @param {any} written @param {any} file @returns {Theory} */
const theoryOf = (written, file) => ({
  voice: "our reading", harm: false, aims: [], links: [], history: [], chain: NO_CHAIN,
  ...written, limits: `${written.sure} ${written.read}`.trim(), ...listsOf(written.id, file.lines), studies: studiesOf(written.studies, file),
});

/**
 * Returns what design.json says, in full.
 * @param {any} file design.json as it was read
 * @returns {Data}
 */
export function dataOf(file) {
  const { studies, study_url, lines, ...rest } = file;
  /** @type {Theory[]} */
  const theories = file.theories.map((/** @type {any} */ each) => theoryOf(each, file));
  /** @param {any} aim */
  const withTheories = (aim) => ({ ...aim, theories: theories.filter(({ aims }) => aims.includes(aim.id)).map(({ id }) => id) });
  /** @param {any} topic */
  const withKeys = (topic) => ({ ...topic, lines: keyed(`${topic.id}-`, ADVISED, topic.lines) });
  return { retired: [], ...rest, whole: false, aims: file.aims.map(withTheories), safety: (file.safety ?? []).map(withKeys), theories };
}

/**
 * Returns data with the rest: all lines, the histories, and where studies were done.
 * @param {Data} data
 * @param {any} file design-more.json as it was read
 * @returns {Data}
 */
export function withMore(data, file) {
  if (data.whole) return data;
  /** @param {Study} study @returns {Study} */
  const placed = (study) => {
    const { text: setting = "", voice: setting_voice = ADVISED.voice } = file.settings[study.key] ?? {};
    return { ...study, setting, setting_voice };
  };
  /** @param {string} id @param {Action[]} actions @returns {Action[]} */
  const withNeeds = (id, actions) => actions.map((action, i) => ({ ...action, ...file.needs[id]?.[i] }));
  const wholeLists = (/** @type {Theory} */ each) => {
    const lists = listsOf(each.id, file.lines, each);
    return { ...lists, actions: withNeeds(each.id, lists.actions) };
  };
  const theories = data.theories.map((each) => ({ ...each, ...wholeLists(each), studies: each.studies.map(placed), history: file.history[each.id] ?? [], chain: file.chains[each.id] ?? NO_CHAIN }));
  return { ...data, whole: true, theories };
}

/** @param {string|URL} url */
async function fetched(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  return answer.json();
}

/**
 * Fetches what a first plan needs; raises an error if it does not come.
 * @param {string|URL} url of design.json
 * @returns {Promise<Data>}
 */
export async function fetchData(url) {
  return dataOf(await fetched(url));
}

/**
 * Fetches the rest; raises an error if it does not come.
 * @param {string|URL} url of design-more.json
 * @param {Data} data what was fetched first
 * @returns {Promise<Data>}
 */
export async function fetchMore(url, data) {
  return data.whole ? data : withMore(data, await fetched(url));
}
