// How each theory in play stands here. The rule is ours; nobody tested it, and a count is no measure.
//
// From the answers to all questions of a theory, where no answer counts as "don't know":
//   all yes: ready.  Any no: missing a piece.  Otherwise: shaky.
// A theory that leads to harm warns in place of this:
//   all yes: guarded.  Any no: could do harm here.  Otherwise: may do harm here, find out first.
import { aimsMet, bySureness, inPlay } from "./inplay.js";

/** @typedef {import("./answers").Answers} Answers */
/** @typedef {import("./data").Data} Data */
/** @typedef {import("./data").Theory} Theory */
/** @typedef {"harm"|"maybe-harm"|"missing"|"shaky"|"guarded"|"ready"} State */

/**
 * How a theory stands here.
 * @typedef {object} Match
 * @property {string} id of the theory
 * @property {State} state
 * @property {{key: string, answer: "n"|"p"|"d"}[]} because its questions without a yes: those with no
 *   first, then partly, then don't know or no answer
 * @property {string} reason the state in a sentence
 * @property {string} strength how sure we are of the theory, in words
 * @property {import("./data").Study[]} studies what it rests on
 */

/** All states, in the order in which theories are shown. @type {readonly State[]} */
export const ORDER = Object.freeze(["harm", "maybe-harm", "missing", "shaky", "guarded", "ready"]);
/** Answers that are no yes, the weightiest first. */
const DOUBTS = /** @type {const} */ (["n", "p", "d"]);

/** @param {boolean} harm @param {string[]} letters of all its questions @returns {State} */
function stateOf(harm, letters) {
  if (letters.includes("n")) return harm ? "harm" : "missing";
  if (letters.every((letter) => letter === "y")) return harm ? "guarded" : "ready";
  return harm ? "maybe-harm" : "shaky";
}

/** @param {(string|undefined)[]} given what was answered, question by question @returns {string} */
function reasonOf(given) {
  /** @param {string|undefined} letter */
  const count = (letter) => given.filter((each) => each === letter).length;
  const questions = `${given.length} ${given.length === 1 ? "question" : "questions"}`;
  if (count("y") === given.length) return `You said yes to all of its ${questions}.`;
  const said = [["n", "no"], ["p", "partly"], ["d", "don’t know"]].filter(([letter]) => count(letter)).map(([letter, word]) => `${word} to ${count(letter)}`);
  const open = count(undefined);
  return `Of its ${questions}, you ${[...(said.length ? [`said ${said.join(", ")}`] : []), ...(open ? [`left ${open} open`] : [])].join(", and ")}.`;
}

/** @param {Theory} theory @param {Answers} answers @returns {Match} */
function matched({ id, harm, questions, sure, studies }, { answers }) {
  const given = questions.map(({ key }) => answers.get(key));
  const counted = questions.map(({ key }, i) => ({ key, answer: given[i] ?? "d" }));
  return {
    id,
    state: stateOf(harm, counted.map(({ answer }) => answer)),
    because: DOUBTS.flatMap((doubt) => counted.filter(({ answer }) => answer === doubt).map(({ key }) => ({ key, answer: doubt }))),
    reason: reasonOf(given),
    strength: sure,
    studies,
  };
}

/**
 * Returns how each theory in play stands here: warnings first, then by state, by how many of the
 * chosen aims it has, by how sure we are, and by id.
 * @param {Answers} answers
 * @param {Data} data
 * @returns {Match[]}
 */
export function match(answers, data) {
  const rows = inPlay(answers, data).map((theory) => ({ theory, met: aimsMet(theory, answers), found: matched(theory, answers) }));
  /** @param {{found: Match}} row */
  const place = ({ found }) => ORDER.indexOf(found.state);
  return rows.sort((one, other) => place(one) - place(other) || other.met - one.met || bySureness(one.theory, other.theory)).map(({ found }) => found);
}
