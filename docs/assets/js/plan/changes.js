// What has changed since a plan was made, from what it noted then.
import { doubtsOf, tag } from "./noted.js";

/**
 * @typedef {import("./answers").Answers} Answers
 * @typedef {import("./answers").Line} Line
 * @typedef {import("./data").Data} Data
 * @typedef {import("./data").Theory} Theory
 * @typedef {import("./data").Study} Study
 * @typedef {import("./data").Version} Version
 */

/**
 * A record that has another version than the plan was made with.
 * @typedef {object} Renewed
 * @property {string} id
 * @property {string} name
 * @property {string} url from the site's root
 * @property {number} was
 * @property {number} now
 * @property {Version[]} since what each newer version changed, oldest first; none for what has no history here
 * @property {string[]} told in sentences
 */

/**
 * What was retired.
 * @typedef {object} Gone
 * @property {string} id
 * @property {string} name
 * @property {string} url
 * @property {{id: string, name: string, url: string}[]} instead what to use; name and url may be ""
 * @property {string[]} told
 */

/** @typedef {import("./noted").Doubt} Doubt */

/**
 * What does not plainly support a theory, beside what did so when the plan was made.
 * @typedef {object} Doubts
 * @property {string} id of the theory
 * @property {string} name
 * @property {string} url
 * @property {boolean} isCompared whether the plan says what stood there then
 * @property {Doubt[]} fresh what was not said then
 * @property {Doubt[]} all what is said today
 * @property {string[]} told
 */

/**
 * What the reader made of a line that is no longer there.
 * @typedef {{key: string, line: Line}} LeftOver
 */

/**
 * @typedef {object} Changes
 * @property {Gone[]} retired
 * @property {Renewed[]} renewed
 * @property {Doubts[]} doubts of theories where something is new, gone, or cannot be compared
 * @property {string[]} unknown ids that this copy of the site does not have
 * @property {LeftOver[]} left
 * @property {number} unasked how many answers are to questions that are no longer there
 * @property {string[]} cannot what cannot be known, in sentences
 * @property {boolean} isNews whether there is anything of it to tell
 */

/** @type {Record<string, string>} */
const STANCES = { "goes against": "goes against it", "adds a condition": "adds a condition", "points both ways": "points both ways" };

/** What no plan can tell, for data have no day on which a study came in. */
const CANNOT = Object.freeze([
  "We can say what is new since your plan was made, and not on which day it came.",
  "New studies that support a theory are not told apart here. Its page has them all.",
]);
const NO_HISTORY = "What each version changed could not be loaded.";

/**
 * Returns all that can be named in a plan, by its id.
 * @param {Data} data
 * @returns {Map<string, {name: string, url: string, version: number, history: Version[]}>}
 */
function recordsOf(data) {
  const none = { url: "", version: 0, history: [] };
  return new Map([
    ...[...data.aims, ...data.groups, ...data.countries].map(({ id, name }) => /** @type {const} */ ([id, { ...none, name }])),
    ...[...data.situations, ...data.safety].map(({ id, title, url, version }) => /** @type {const} */ ([id, { ...none, name: title, url, version }])),
    ...data.theories.map(({ id, short, url, version, history }) => /** @type {const} */ ([id, { name: short, url, version, history }])),
  ]);
}

/**
 * Returns the ids of all that a plan rests on. What the reader took out is not among them.
 * @param {Answers} answers
 * @returns {string[]}
 */
function idsIn(answers) {
  const keys = [...answers.answers.keys(), ...answers.lines.keys()];
  const wholes = keys.map((key) => /^[A-Z]\d{2,4}(?=-|$)/.exec(key)?.[0] ?? "");
  const chosen = answers.chosen.map((choice) => choice.slice(1));
  const all = new Set([...answers.versions.keys(), ...chosen, ...wholes, answers.situation, ...answers.aims, ...answers.for, answers.country]);
  return [...all].filter((id) => id && !answers.chosen.includes(`-${id}`));
}

/**
 * @param {string} id
 * @param {number} was
 * @param {{name: string, url: string, version: number, history: Version[]}} record
 * @param {boolean} isUsed whether the reader answered or changed anything of it
 * @returns {Renewed}
 */
function renewed(id, was, { name, url, version: now, history }, isUsed) {
  const since = history.filter(({ version }) => version > was);
  const told = was > now
    ? [`Your plan was made with version ${was} of ${id}. This copy of the site has version ${now}, which is older. Load the page again.`]
    : [`${id} is now in version ${now}. Your plan was made with version ${was}.`, ...since.map(({ version, date, what }) => `Version ${version}, ${date}: ${what}`)];
  return { id, name, url, was, now, since, told: [...told, ...(isUsed ? ["Its questions and lines may have changed since. Look at each again."] : [])] };
}

/**
 * @param {Data["retired"][number]} retired
 * @param {ReturnType<typeof recordsOf>} records
 * @returns {Gone}
 */
function gone({ id, name, url, on, why, instead }, records) {
  const found = instead.map((other) => ({ id: other, name: records.get(other)?.name ?? "", url: records.get(other)?.url ?? "" }));
  const use = found.map((other) => (other.name ? `${other.id}, ${other.name}` : other.id)).join("; ");
  return { id, name, url, instead: found, told: [`${id} was retired on ${on}. ${why}`, use ? `Use instead: ${use}.` : "Nothing takes its place."] };
}

/**
 * @param {Theory} theory
 * @param {string[]|undefined} before tags, if the plan has them
 * @returns {Doubts[]} one, or none if there is nothing to tell
 */
function doubtsSince(theory, before) {
  const all = doubtsOf(theory);
  const tags = all.map(({ study, stance }) => tag(study.key, stance));
  const fresh = before ? all.filter((_, i) => !before.includes(tags[i])) : [];
  const fewer = before?.filter((each) => !tags.includes(each)).length ?? 0;
  const says = (/** @type {Doubt} */ { study, stance }) => `${study.short} ${STANCES[stance] ?? stance}`;
  const told = [
    ...fresh.map((doubt) => `When your plan was made, we did not say this: ${says(doubt)}.`),
    ...(fewer ? [`Of what spoke against it then, or set a condition, ${fewer} ${fewer === 1 ? "is" : "are"} no longer there.`] : []),
    ...(before ? [] : [`Your plan does not say what spoke against ${theory.id} when it was made, so we cannot say what is new. Today: ${all.map(says).join("; ") || "nothing"}.`]),
  ];
  return told.length ? [{ id: theory.id, name: theory.short, url: theory.url, isCompared: Boolean(before), fresh, all, told }] : [];
}

/**
 * Returns the keys of all lines and questions there are.
 * @param {Data} data
 * @returns {Set<string>}
 */
function keysOf(data) {
  const ofTheory = (/** @type {Theory} */ theory) => [theory.questions, theory.actions, theory.risks, theory.signs, theory.talk, theory.unknowns, theory.studies].flat().map(({ key }) => key);
  const ids = [...data.theories, ...data.aims, ...data.safety].map(({ id }) => id);
  return new Set([...data.theories.flatMap(ofTheory), ...data.safety.flatMap(({ lines }) => lines.map(({ key }) => key)), ...ids]);
}

/**
 * Returns what has changed since a plan was made.
 * @param {Answers} answers
 * @param {Data} data whole, as `fetchMore` gives it; else it has no histories, and some lines are not looked for
 * @returns {Changes}
 */
export function changesOf(answers, data) {
  const records = recordsOf(data);
  const ids = idsIn(answers);
  const used = [...answers.answers.keys(), ...answers.lines.keys()];
  const isGone = (/** @type {string} */ id) => data.retired.some((each) => each.id === id);
  const isUsed = (/** @type {string} */ id) => used.some((key) => key.startsWith(`${id}-`));
  const retired = data.retired.filter(({ id }) => ids.includes(id)).map((each) => gone(each, records));
  const changed = ids.flatMap((id) => {
    const [was, record] = [answers.versions.get(id), records.get(id)];
    return was && record && was !== record.version ? [renewed(id, was, record, isUsed(id))] : [];
  });
  const doubts = data.theories.filter(({ id }) => ids.includes(id)).flatMap((theory) => doubtsSince(theory, answers.doubts.get(theory.id)));
  const unknown = ids.filter((id) => !records.has(id) && !isGone(id));
  const keys = keysOf(data);
  // Without the rest of the data, only what belongs to no record at all is known to be missing.
  const isMissing = (/** @type {string} */ key) => !keys.has(key) && (data.whole || !records.has(key.split("-")[0]));
  const left = [...answers.lines].filter(([key]) => isMissing(key)).map(([key, line]) => ({ key, line }));
  const unasked = [...answers.answers.keys()].filter(isMissing).length;
  const cannot = [...(doubts.length ? CANNOT : []), ...(changed.length && !data.whole ? [NO_HISTORY] : [])];
  const isNews = [retired, changed, doubts, unknown, left].some((each) => each.length > 0) || unasked > 0;
  return { retired, renewed: changed, doubts, unknown, left, unasked, cannot, isNews };
}
