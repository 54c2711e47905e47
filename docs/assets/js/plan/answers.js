// What a reader answers, chooses and writes on the page that plans a program. It stands in a link,
// so what comes in may be old, cut, made by hand or made to do harm: `sound` makes answers of it.
import { dateOrNone } from "./plain.js";
import { Sieve, among, fieldsOf, shaped } from "./sieve.js";

/** @typedef {"y"|"p"|"n"|"d"} Letter yes, partly, no, don't know */

/**
 * What a reader makes of one of our lines. With nothing in it, the line was put in as it is.
 * @typedef {object} Line
 * @property {true} [out] it is left out
 * @property {true} [done]
 * @property {string} [owner] who sees to it
 * @property {string} [date] by when, as year-month-day
 * @property {string} [text] the reader's own wording
 */

/**
 * A line that the reader adds.
 * @typedef {object} OwnLine
 * @property {string} section one of `SECTIONS`
 * @property {string} text
 * @property {true} [done]
 * @property {string} [owner]
 * @property {string} [date]
 */

/**
 * All that a plan holds of its reader. Ids may be of what is not on the site, or no longer.
 * @typedef {object} Answers
 * @property {string} title
 * @property {string[]} for ids of groups
 * @property {string} place in the reader's words
 * @property {string} country its id, or ""
 * @property {""|"none-yet"|"one"|"few"|"many"} peers
 * @property {""|"paid"|"unpaid"|"both"} paid
 * @property {string} situation its id, or ""
 * @property {string[]} aims ids of outcomes, those to avoid among them
 * @property {string[]} chosen theories that the reader put in, as `+T017`, or took out, as `-T017`
 * @property {Map<string, Letter>} answers by key of a question or of a safety line
 * @property {Map<string, Line>} lines by key of one of our lines
 * @property {OwnLine[]} own
 * @property {Map<string, number>} versions by id of a theory, situation or safety topic, as they were then
 * @property {Map<string, string[]>} doubts by id of a theory, tags of what spoke against it then
 * @property {string} made when that was, as year-month-day, or ""
 */

/** How long a text can be, in characters, and how many there can be of each. */
export const MOST = Object.freeze({ text: 200, owner: 60, own: 12, lines: 60, answers: 300, ids: 40, doubts: 30 });
export const SECTIONS = Object.freeze(["actions", "place", "risks", "signs", "talk"]);
const PEERS = Object.freeze(["none-yet", "one", "few", "many"]);
const PAID = Object.freeze(["paid", "unpaid", "both"]);
const LETTERS = Object.freeze(["y", "p", "n", "d"]);

// An id is kept if it has the shape of one: this module knows no data.
const SLUG = shaped(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const RECORD = shaped(/^[A-Z]\d{2,4}$/);
const CHOICE = shaped(/^[+-]T\d{3,4}$/);
const PART = shaped(/^[A-Z]\d{2,4}-[A-Z]?\d{1,4}$/);
const KEY = shaped(/^[A-Za-z0-9][A-Za-z0-9_-]*$/);
const TAG = shaped(/^[0-9a-z]{3}$/);

/** @type {Record<string, import("./sieve").Noun>} */
const NOUNS = {
  plan: ["plan", "plans"],
  text: ["text", "texts"],
  owner: ["name of who sees to it", "names of who sees to it"],
  date: ["date", "dates"],
  group: ["group of people", "groups of people"],
  choice: ["choice", "choices"],
  aim: ["aim", "aims"],
  theory: ["choice of a theory", "choices of theories"],
  answer: ["answer", "answers"],
  line: ["changed line", "changed lines"],
  own: ["line of your own", "lines of your own"],
  version: ["version", "versions"],
  doubt: ["note of a study", "notes of studies"],
};

/**
 * Returns the answers of somebody who has answered nothing.
 * @returns {Answers}
 */
export function empty() {
  return {
    title: "", for: [], place: "", country: "", peers: "", paid: "", situation: "", aims: [], chosen: [],
    answers: new Map(), lines: new Map(), own: [], versions: new Map(), doubts: new Map(), made: "",
  };
}

/**
 * Tells whether a text is a day of this century, as year-month-day, and on the calendar.
 * @param {string} text
 * @returns {boolean}
 */
export const isDay = (text) => text.startsWith("20") && dateOrNone(text) !== "";

/**
 * Returns what a line of ours and one of the reader's can have alike.
 * @param {Record<string, unknown>} given
 * @param {Sieve} sieve
 * @returns {{done?: true, owner?: string, date?: string}}
 */
function tended(given, sieve) {
  const owner = sieve.text(given.owner, NOUNS.owner, MOST.owner);
  const date = sieve.word(given.date, NOUNS.date, isDay);
  return { ...(given.done === true && { done: true }), ...(owner && { owner }), ...(date && { date }) };
}

/**
 * @param {unknown} value
 * @param {Sieve} sieve
 * @returns {Line|undefined}
 */
function lineOf(value, sieve) {
  const given = fieldsOf(value);
  if (given !== value) {
    sieve.lose(NOUNS.line);
    return undefined;
  }
  const text = sieve.text(given.text, NOUNS.text, MOST.text);
  return { ...(given.out === true && { out: true }), ...tended(given, sieve), ...(text && { text }) };
}

/**
 * @param {unknown} value
 * @param {Sieve} sieve
 * @returns {OwnLine[]} one, or none
 */
function ownOf(value, sieve) {
  const given = fieldsOf(value);
  const section = SECTIONS.find((each) => each === given.section);
  const text = sieve.text(given.text, NOUNS.text, MOST.text);
  if (section && text) return [{ section, text, ...tended(given, sieve) }];
  sieve.lose(NOUNS.own);
  return [];
}

/**
 * @param {unknown} value
 * @param {Sieve} sieve
 * @returns {number|undefined}
 */
function versionOf(value, sieve) {
  if (typeof value === "number" && Number.isInteger(value) && value > 0 && value < 10_000) return value;
  sieve.lose(NOUNS.version);
  return undefined;
}

/**
 * Makes sound answers of anything. What does not fit is left out, and never put right by a guess.
 * @param {unknown} value
 * @returns {{answers: Answers, lost: string[]}} the answers, and what was lost, in sentences
 */
export function sound(value) {
  const sieve = new Sieve();
  const given = fieldsOf(value);
  if (given !== value) sieve.lose(NOUNS.plan);
  /** @template {string} Word @param {unknown} word @param {readonly string[]} words */
  const choice = (word, words) => /** @type {any} */ (sieve.word(word, NOUNS.choice, among(words)));
  const letter = (/** @type {unknown} */ one) => /** @type {Letter|undefined} */ (sieve.word(one, NOUNS.answer, among(LETTERS)) || undefined);
  /** @type {Answers} */
  const answers = {
    title: sieve.text(given.title, NOUNS.text, MOST.text),
    for: sieve.words(given.for, NOUNS.group, SLUG, MOST.ids),
    place: sieve.text(given.place, NOUNS.text, MOST.text),
    country: sieve.word(given.country, NOUNS.choice, SLUG),
    peers: choice(given.peers, PEERS),
    paid: choice(given.paid, PAID),
    situation: sieve.word(given.situation, NOUNS.choice, RECORD),
    aims: sieve.words(given.aims, NOUNS.aim, SLUG, MOST.ids),
    chosen: sieve.words(given.chosen, NOUNS.theory, CHOICE, MOST.ids),
    answers: sieve.map(given.answers, NOUNS.answer, PART, letter, MOST.answers),
    lines: sieve.map(given.lines, NOUNS.line, KEY, (line) => lineOf(line, sieve), MOST.lines),
    own: sieve.items(given.own, NOUNS.own, MOST.own).flatMap((line) => ownOf(line, sieve)),
    versions: sieve.map(given.versions, NOUNS.version, RECORD, (version) => versionOf(version, sieve), MOST.ids),
    doubts: sieve.map(given.doubts, NOUNS.doubt, RECORD, (tags) => sieve.words(tags, NOUNS.doubt, TAG, MOST.doubts), MOST.ids),
    made: sieve.word(given.made, NOUNS.date, isDay),
  };
  return { answers, lost: sieve.lost };
}
