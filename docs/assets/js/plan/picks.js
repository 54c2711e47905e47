// Lines of ours that can go into the plan or stay out of it.
import { planDocument, section } from "./document.js";
import { h } from "./dom.js";
import { match } from "./match.js";

/**
 * What a step shows, and is shown again from.
 * @typedef {object} Plan
 * @property {import("./answers").Answers} answers
 * @property {import("./data").Data} data
 * @property {import("./document").Speaker} speaker
 * @property {() => Promise<void>} askMore fetches the lines that a first plan does without
 * @property {() => Promise<import("./data").Data>} wholeData the data with them; an error if they cannot be had
 * @property {typeof import("./edit")} [editor] what changes the plan, once the reader has asked for it
 * @property {boolean} [failed] whether they could not be fetched
 *
 * @typedef {(isShown?: boolean) => void} Changed is called after each change
 * @typedef {import("./document").PlanLine} PlanLine
 */

/** @param {Plan} plan @returns {import("./match").Match[]} */
export const matched = ({ answers, data }) => match(answers, data);

/** @param {Plan} plan @returns {import("./document").PlanDocument} */
export const documentOf = (plan) => planDocument(plan.answers, plan.data, matched(plan), plan.speaker);

/** @param {Plan} plan @param {PlanLine} line @param {boolean} isIn @param {Changed} changed */
function pick({ answers }, line, isIn, changed) {
  const toggle = (/** @type {any} */ { target }) => {
    const { out, ...kept } = answers.lines.get(line.key) ?? {};
    answers.lines.set(line.key, target.checked ? kept : { ...kept, out: true });
    changed(false);
  };
  return h("li", { class: "pick", "data-voice": line.voice || null },
    h("label", {}, h("input", { type: "checkbox", id: `pick-${line.key}`, checked: isIn, change: toggle, autocomplete: "off" }), h("span", {}, line.text)),
    line.more && h("p", { class: "small" }, h("b", {}, `${line.moreName}: `), line.more));
}

/**
 * Offers lines of a section of the plan, some at once and the others behind a fold.
 * @param {Plan} plan
 * @param {string} id of the section
 * @param {Changed} changed
 * @param {object} [how]
 * @param {(line: PlanLine) => boolean} [how.fits] which lines are meant
 * @param {number} [how.shown] how many stand there at once
 * @param {string} [how.name] makes the id of the fold
 * @param {string} [how.rest] what the others are
 * @returns {HTMLElement[]}
 */
export function picks(plan, id, changed, { fits = () => true, shown = Infinity, name = "", rest = "more" } = {}) {
  const { lines, others } = section(documentOf(plan), id);
  const isIn = new Set(lines);
  const all = [...lines, ...others].filter((line) => !line.mine && fits(line)).map((line) => pick(plan, line, isIn.has(line), changed));
  if (!all.length) return [];
  const list = (/** @type {HTMLElement[]} */ some) => h("ul", { class: "picks" }, ...some);
  if (all.length <= shown) return [list(all)];
  return [list(all.slice(0, shown)), h("details", { id: `rest-${id}-${name}` }, h("summary", {}, `${all.length - shown} ${rest}`), list(all.slice(shown)))];
}

/**
 * Offers to fetch the lines that a first plan does without, as long as they are not there.
 * @param {Plan} plan
 * @returns {HTMLElement|false}
 */
export const moreLines = (plan) => !plan.data.whole && h("p", {}, h("button", { type: "button", class: "copy", id: "plan-lines", click: plan.askMore }, "More to choose from"), plan.failed && " It could not be loaded. Is there a connection?");
