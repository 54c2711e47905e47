// Which theories a plan is about, and which questions it asks. The rule is ours; nobody tested it.
//
// Each theory has a score: 4 if the situation names it, 2 for each chosen aim that it has, and 1 more
// if a theory with such points needs it. The five best are in play; where scores are equal, the one
// that we are surer of comes first, then the lower id. If one of the first four, or one that the
// reader added, clashes with a theory that leads to harm, that one takes the fifth place, and comes
// sixth if the fifth leads to harm, too. What the reader adds is in, what the reader leaves out is out.

/** @typedef {import("./answers").Answers} Answers */
/** @typedef {import("./data").Data} Data */
/** @typedef {import("./data").Theory} Theory */
/** @typedef {import("./data").Question} Question */

/** How many theories the rule puts in play. */
export const MOST_THEORIES = 5;
/** How many questions are asked at first. */
export const MOST_QUESTIONS = 25;

/**
 * Counts the chosen aims that a theory has.
 * @param {Theory} theory @param {Answers} answers
 * @returns {number}
 */
export const aimsMet = (theory, answers) => theory.aims.filter((id) => answers.aims.includes(id)).length;

/**
 * Compares theories: the one that we are surer of comes first, then the lower id.
 * @param {Theory} one @param {Theory} other
 * @returns {number}
 */
export const bySureness = (one, other) => other.rung - one.rung || (one.id < other.id ? -1 : Number(one.id > other.id));

/** @param {Theory} theory @param {"needs"|"clashes with"} relation @returns {string[]} */
const linked = (theory, relation) => theory.links.filter(([how]) => how === relation).map(([, id]) => id);

/** @param {Answers} answers @param {"+"|"-"} sign @returns {Set<string>} */
const chosen = (answers, sign) => new Set(answers.chosen.filter((each) => each[0] === sign).map((each) => each.slice(1)));

/**
 * Returns the score of each theory by its id.
 * @param {Answers} answers @param {Data} data
 * @returns {Map<string, number>}
 */
export function scores(answers, { situations, theories }) {
  const named = situations.find(({ id }) => id === answers.situation)?.theories ?? [];
  const points = new Map(theories.map((theory) => [theory.id, (named.includes(theory.id) ? 4 : 0) + 2 * aimsMet(theory, answers)]));
  const needed = new Set(theories.filter(({ id }) => points.get(id)).flatMap((theory) => linked(theory, "needs")));
  return new Map([...points].map(([id, found]) => [id, found + Number(needed.has(id))]));
}

/**
 * Returns the theories with the best scores.
 * @param {Answers} answers @param {Data} data
 * @returns {Theory[]}
 */
function best(answers, data) {
  const points = scores(answers, data);
  /** @param {Theory} theory */
  const score = ({ id }) => points.get(id) ?? 0;
  return data.theories.filter(score).sort((one, other) => score(other) - score(one) || bySureness(one, other)).slice(0, MOST_THEORIES);
}

/**
 * Returns the theories in play, the best first, and what the reader added last.
 * @param {Answers} answers @param {Data} data
 * @returns {Theory[]}
 */
export function inPlay(answers, data) {
  const [added, out] = [chosen(answers, "+"), chosen(answers, "-")];
  const five = best(answers, data);
  /** @param {Theory} theory */
  const stays = (theory) => !out.has(theory.id);
  const extra = data.theories.filter((theory) => added.has(theory.id) && !five.includes(theory)).filter(stays);
  const others = data.theories.filter((theory) => theory.harm && ![...five, ...extra].includes(theory)).filter(stays);
  const first = five.filter((theory, i) => i < MOST_THEORIES - 1 || added.has(theory.id)).filter(stays);
  const asked = [...first, ...extra].flatMap((theory) => linked(theory, "clashes with"));
  const warning = asked.map((id) => others.find((theory) => theory.id === id)).find(Boolean);
  /** @param {Theory} theory @param {number} i */
  const givesWay = (theory, i) => warning && i === MOST_THEORIES - 1 && !theory.harm && !added.has(theory.id);
  return [...five.filter((theory, i) => stays(theory) && !givesWay(theory, i)), ...(warning ? [warning] : []), ...extra];
}

/**
 * Returns the questions of the theories in play: those that the situation names, then the first of
 * each theory, the second of each, and so on.
 * @param {Answers} answers @param {Data} data
 * @returns {{first: Question[], more: Question[]}} those to ask at first, and the others
 */
export function questionsInPlay(answers, data) {
  const theories = inPlay(answers, data);
  const checks = data.situations.find(({ id }) => id === answers.situation)?.checks ?? [];
  const named = checks.flatMap(([id, place]) => theories.find((theory) => theory.id === id)?.questions[place - 1] ?? []);
  const longest = Math.max(0, ...theories.map(({ questions }) => questions.length));
  const inTurn = Array.from({ length: longest }, (_, i) => theories.flatMap(({ questions }) => questions[i] ?? [])).flat();
  const all = [...new Set([...named, ...inTurn])];
  return { first: all.slice(0, MOST_QUESTIONS), more: all.slice(MOST_QUESTIONS) };
}
