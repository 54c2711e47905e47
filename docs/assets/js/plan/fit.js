// Fit before faith: what was studied of a theory beside what the reader said of their place. Guides on
// adapting a program speak of green, yellow and red lights. Here they are words: keep, adapt with
// care, do not change. What is compared are counts of data; what to make of it is our advice.

/**
 * @typedef {import("./answers").Answers} Answers
 * @typedef {import("./data").Data} Data
 * @typedef {import("./data").Theory} Theory
 * @typedef {import("./data").Study} Study
 */

/** @typedef {"keep"|"care"|"do-not-change"|"not-compared"} Light */

/**
 * One thing, as it was studied and as the reader has it.
 * @typedef {object} Row
 * @property {"for"|"country"|"place"} about
 * @property {string} name of it, as a heading
 * @property {string} studied a sentence or more, by our count
 * @property {string} said what the reader said
 * @property {string[]} differs a sentence for each thing that differs
 * @property {Light} light
 * @property {string} advice a sentence, ours
 */

/**
 * @typedef {object} Fit
 * @property {string} id of the theory
 * @property {string} name
 * @property {string} url
 * @property {number} version
 * @property {string} limits
 * @property {string} count how many studies there are, and how they point
 * @property {Row[]} rows
 * @property {{study: string, url: string, text: string, voice: string}[]} settings where studies were done, in the words of our data
 * @property {{light: Light, advice: string, questions: {key: string, text: string, voice: string}[]}} core what the theory cannot do without
 * @property {"our advice"} voice of all that is called advice
 * @property {"our reading"} counted the voice of what we counted
 */

/** What each light says, so that no color has to. @type {Readonly<Record<Light, string>>} */
export const LIGHTS = Object.freeze({
  keep: "Keep (green)",
  care: "Adapt with care (yellow)",
  "do-not-change": "Do not change (red)",
  "not-compared": "Not compared",
});

const ADVICE = Object.freeze({
  alike: "What you said is among what was studied. This does not show that it works for you.",
  differs: "Not all that you said is among what was studied, as far as we know. Ask the people it is for before you adapt it, and start small.",
  silent: "You did not say, so there is nothing to compare.",
  words: "We cannot compare your words with theirs. Read them side by side. Where your place differs, adapt with care.",
  noSetting: "Where the studies were done could not be loaded, so there is nothing to compare.",
  core: "Each of these questions asks for something that the theory cannot do without. Change how you bring it about, and keep what it asks for. What keeps people safe does not change, either.",
  guards: "Each of these questions asks for something that guards against this harm. Change how you bring it about, and keep what it asks for. What keeps people safe does not change, either.",
});

/** @type {readonly (readonly [string, string, string])[]} */
const WAYS = [["supports", "supports it", "support it"], ["goes against", "goes against it", "go against it"], ["points both ways", "points both ways", "point both ways"], ["adds a condition", "adds a condition", "add a condition"]];

/**
 * @param {number} count
 * @param {string} one
 * @param {string} several
 */
const number = (count, one, several) => `${count || "No"} ${count === 1 || count === 0 ? one : several}`;

/**
 * Says how many studies there are, and how they point.
 * @param {Study[]} studies
 */
function counted(studies) {
  const ways = WAYS.map(([stance, one, several]) => [studies.filter((study) => study.stance.split(", ").includes(stance)).length, one, several])
    .flatMap(([count, one, several]) => (count ? [`${count} ${count === 1 ? one : several}`] : []));
  const says = `${number(studies.length, "study speaks", "studies speak")} to this theory`;
  return ways.length ? `${says}: ${ways.join(", ")}. One study can do more than one of these.` : `${says}.`;
}

/**
 * Says how many studies name each of some things, the most first.
 * @param {string} what such as "Who they are about"
 * @param {{id: string, name: string}[]} choices
 * @param {(id: string) => number} count
 * @param {number} silent of how many it is not known
 */
function tallied(what, choices, count, silent) {
  const found = choices.filter(({ id }) => count(id)).sort((one, other) => count(other.id) - count(one.id));
  const named = found.map(({ id, name }) => `${name} (${count(id)})`).join(", ");
  return [`${what}: ${named || "not known"}.`, ...(silent ? [`Not known of ${number(silent, "study", "studies")}.`] : [])].join(" ");
}

/**
 * Returns a row on something that data and reader name from the same list.
 * @param {object} asked
 * @param {"for"|"country"} asked.about
 * @param {string} asked.name
 * @param {string} asked.what such as "They are about"
 * @param {string} asked.is such as "is about"
 * @param {{id: string, name: string}[]} asked.choices
 * @param {string[]} asked.said ids
 * @param {Study[]} asked.studies
 * @param {(study: Study) => string[]} asked.idsOf
 * @returns {Row}
 */
function listRow({ about, name, what, is, choices, said, studies, idsOf }) {
  const count = (/** @type {string} */ id) => studies.filter((study) => idsOf(study).includes(id)).length;
  const silent = studies.filter((study) => !idsOf(study).length).length;
  const nameOf = (/** @type {string} */ id) => choices.find((choice) => choice.id === id)?.name ?? id;
  const differs = said.filter((id) => !count(id)).map((id) => `None of these studies ${is} ${nameOf(id)}, as far as we know.`);
  const light = !said.length ? "not-compared" : differs.length ? "care" : "keep";
  return {
    about, name, studied: tallied(what, choices, count, silent), said: said.map(nameOf).join(", "), differs, light,
    advice: { keep: ADVICE.alike, care: ADVICE.differs, "not-compared": ADVICE.silent }[light],
  };
}

/**
 * Returns the row on the place. Words of readers and of studies cannot be compared by a rule.
 * @param {Answers} answers
 * @param {boolean} isLoaded whether it is known where studies were done
 * @returns {Row}
 */
function placeRow({ place }, isLoaded) {
  return {
    about: "place", name: "The place", studied: "", said: place, differs: [], light: "not-compared",
    advice: !isLoaded ? ADVICE.noSetting : place ? ADVICE.words : ADVICE.silent,
  };
}

/**
 * Returns what was studied of a theory beside what the reader said.
 * @param {Theory} theory
 * @param {Answers} answers
 * @param {Data} data whole, as `fetchMore` gives it; else it does not say where studies were done
 * @returns {Fit}
 */
export function fitOf(theory, answers, data) {
  const { id, short, url, version, limits, harm, studies, questions } = theory;
  const settings = studies.filter(({ setting }) => setting).map((study) => ({ study: study.short, url: study.url, text: study.setting, voice: study.setting_voice }));
  return {
    id, name: short, url, version, limits, count: counted(studies), settings,
    rows: [
      listRow({ about: "for", name: "The people", what: "They are about", is: "is about", choices: data.groups, said: answers.for, studies, idsOf: ({ groups }) => groups }),
      listRow({ about: "country", name: "The country", what: "They were done in", is: "was done in", choices: data.countries, said: answers.country ? [answers.country] : [], studies, idsOf: ({ countries }) => countries }),
      placeRow(answers, settings.length > 0),
    ],
    core: { light: "do-not-change", advice: harm ? ADVICE.guards : ADVICE.core, questions: questions.map(({ key, ask, voice }) => ({ key, text: ask, voice })) },
    voice: "our advice",
    counted: "our reading",
  };
}
