// A text to paste into a proposal, in three lengths. In it "we" would be its author, so each sentence
// of ours names who says it. What it rests on and its limits are in every length.
import { LEAD, isHopeful, section, standing } from "./document.js";
import { day } from "./plain.js";

/** @typedef {import("./document").PlanDocument} PlanDocument */
/** @typedef {import("./document").PlanLine} PlanLine */

/** @typedef {"short" | "medium" | "long"} Length */

/** From the shortest to the longest. @type {readonly Length[]} */
export const LENGTHS = Object.freeze(["short", "medium", "long"]);

/**
 * Writes the text.
 * @param {PlanDocument} plan the plan
 * @param {Length} length how long it may be
 * @returns {string[]} its paragraphs, as plain text
 */
export function paragraphs(plan, length) {
  const parts = PARTS.filter(([, from]) => LENGTHS.indexOf(from) <= LENGTHS.indexOf(length));
  return parts.flatMap(([part]) => part(plan, length)).filter(Boolean);
}

/** @typedef {(plan: PlanDocument, length: Length) => string[]} Part */

/** The parts in their order, each with the shortest text that has it. @type {[Part, Length][]} */
const PARTS = [
  [intent, "short"],
  [warnings, "short"],
  [theories, "short"],
  [inPlace, "long"],
  [(plan) => told(plan, "actions", "What will be done"), "medium"],
  [(plan) => told(plan, "risks", "What could go wrong"), "long"],
  [(plan) => told(plan, "signs", "Signs to look for"), "long"],
  [(plan) => told(plan, "unknowns", "Not known"), "long"],
  [source, "short"],
];

/** @param {PlanDocument} plan @param {string} voice @returns {string} */
const speaking = ({ speaker: { name } }, voice) =>
  ({ "from the study": "from the study", "our reading": `a reading by ${name}`, "our advice": `advice by ${name}`, "a question for you": `a question asked by ${name}` })[voice] ?? voice;

/** @param {string} text @returns {string} a text that ends as a sentence does */
const ended = (text) => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** @param {string} text @param {string} who @returns {string} such as "Ask twice. (advice by us, T017-A1)" */
const attributed = (text, who) => (/[.!?…]$/.test(text) ? `${text} (${who})` : `${text} (${who}).`);

/** @param {PlanDocument} plan @param {PlanLine} line @returns {string} with who says it, if that is not the reader */
const by = (plan, line) => (line.mine || !line.voice ? ended(line.text) : attributed(line.text, `${speaking(plan, line.voice)}, ${line.key}`));

/** @type {Part} */
function intent(plan) {
  const aims = section(plan, "aims").lines.map(({ text }) => text);
  const facts = plan.about.map(({ name, text }) => ended(`${name}: ${text}`));
  return [[ended(plan.title), ...facts, ...(aims.length ? [ended(`Aims: ${aims.join("; ")}`)] : [])].join(" ")];
}

/** @param {PlanDocument} plan @param {PlanLine} line @returns {string} */
const rule = ({ speaker }, { state }) => `How it stands here, by the rule of ${speaker.name}: ${standing(String(state))}`;

/** @param {PlanDocument} plan @param {PlanLine} line @param {Length} length @returns {string} */
function theory(plan, line, length) {
  const says = length === "long" || !isHopeful(line) ? [rule(plan, line)] : [];
  return [by(plan, line), ...says, `Its limits, in the same words: ${line.limits}`, ...(length === "long" ? studies(plan, line) : [])].join(" ");
}

// How many theories the shortest text tells; it names the others.
const MOST_IN_SHORT = 2;

/** @type {Part} */
function theories(plan, length) {
  const lines = section(plan, "theories").lines.filter(isHopeful);
  const limits = `In the words of ${plan.speaker.name}: ${LEAD}`;
  const told = length === "short" ? lines.slice(0, MOST_IN_SHORT) : lines;
  const others = lines.slice(told.length).map(({ key }) => key).join(", ");
  return [...told.map((line) => theory(plan, line, length)), others && `The plan also builds on ${others}.`, limits];
}

/** @type {Part} */
function warnings(plan, length) {
  const lines = section(plan, "theories").lines.filter((line) => !isHopeful(line));
  return lines.map((line) => `A warning: ${theory(plan, line, length)}`);
}

/** @type {Part} */
function inPlace(plan) {
  const [first, ...rest] = told(plan, "place", "What must be in place first");
  return first ? [first, ...rest, `On the rule, in the words of ${plan.speaker.name}: ${plan.untested}`] : [];
}

/** @param {PlanDocument} plan @param {string} id @param {string} name @returns {string[]} one paragraph, or none */
function told(plan, id, name) {
  const lines = section(plan, id).lines.map((line) => {
    const more = line.more && `${line.moreName}: ${line.more}`;
    const apart = line.moreVoice && line.moreVoice !== line.voice;
    return [by(plan, line), apart ? attributed(more, speaking(plan, line.moreVoice)) : more && ended(more)].filter(Boolean).join(" ");
  });
  return lines.length ? [`${name}: ${lines.join(" ")}`] : [];
}

/** @param {PlanDocument} plan @param {PlanLine} line @returns {string[]} a sentence, or none */
function studies(plan, { key }) {
  const cited = section(plan, "references").lines.flatMap(({ text, design, bears = [] }) => bears.filter(({ theory }) => theory === key).map(({ stance }) => `${text} (${stance}; ${design})`));
  return cited.length ? [`Studies that ${plan.speaker.name} names, and which way each points: ${cited.join("; ")}.`] : [];
}

/** @type {Part} */
function source({ speaker, sections, made, check, reuse }, length) {
  const pages = sections.flatMap(({ id, lines }) => (id === "theories" ? lines.map(({ key, version, url }) => (length === "short" ? `${key} version ${version}` : `${key} version ${version}, ${url}`)) : []));
  const dated = made ? ` Taken on ${day(made)}.` : "";
  return [`Source: ${speaker.name}, ${speaker.root}${pages.length ? `: ${pages.join("; ")}` : ""}.${dated} ${reuse} Is it still current? ${check}`];
}
