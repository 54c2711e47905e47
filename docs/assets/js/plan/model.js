// The logic model of a plan: the table that funders ask for, row by row, theory by theory.
import { isHopeful, section, standing } from "./document.js";
import { whose } from "./whose.js";

/** @typedef {import("./data").Data} Data */
/** @typedef {import("./data").Theory} Theory */
/** @typedef {import("./document").PlanDocument} PlanDocument */
/** @typedef {import("./document").PlanLine} PlanLine */

/**
 * A few words in a cell of the model.
 * @typedef {Object} Item
 * @property {string} text what it says
 * @property {boolean} mine whether it is the reader's own
 * @property {boolean} unknown whether it says that nobody knows
 * @property {string} whose whose words it is, or ""
 */

/**
 * A row: a theory that should do good here, or the reader's own lines.
 * @typedef {Object} Row
 * @property {string} name such as "T017: Not the only peer"
 * @property {string} note how sure we are, and how it stands here
 * @property {Item[][]} cells what stands under each of `COLUMNS`
 */

/**
 * @typedef {Object} Model
 * @property {string} title its name
 * @property {Row[]} rows the table
 * @property {Item[]} warnings theories that could do harm here
 * @property {string[]} limits how far to trust it, and how it was put together
 */

/** What funders ask for. What stands there says which is whose. */
export const COLUMNS = Object.freeze(["Inputs", "Activities", "Why it should work", "Short outcomes: signs to look for", "Longer outcomes"]);

const OURS = "Short outcomes are the signs that the plan looks for. Longer outcomes are what the theories say may change. That split is ours, and tells no time.";

/**
 * Makes the logic model of a plan.
 * @param {PlanDocument} plan the plan
 * @param {Data} data what the site says, of the same theories
 * @returns {Model} the model
 */
export function logicModel(plan, data) {
  const lines = section(plan, "theories").lines;
  const theories = new Map(data.theories.map((theory) => [theory.id, theory]));
  const does = lines.filter(isHopeful);
  const warns = lines.filter((line) => !isHopeful(line));
  return {
    title: `Logic model: ${plan.title}`,
    rows: [
      ...own(plan),
      ...does.map((line) => row(plan, line, /** @type {Theory} */ (theories.get(line.key)))),
      ...warns.flatMap((line) => guard(plan, line, /** @type {Theory} */ (theories.get(line.key)))),
    ],
    warnings: warns.map((line) => ({ ...item(line), text: `${line.text} ${standing(String(line.state))}` })),
    limits: [OURS, ...plan.limits],
  };
}

/**
 * Sets out a model in words, row by row: what stands beside the picture, for who does not see it.
 * @param {Model} model the model
 * @returns {string[]} a line for each row, and for each warning and limit
 */
export function inWords(model) {
  const cells = (/** @type {Row} */ { cells }) => cells.map((items, i) => `${COLUMNS[i]}: ${items.map(itemInWords).join("; ") || "nothing"}`);
  return [
    ...model.rows.map((each) => [each.name, each.note, ...cells(each)].filter(Boolean).map((text) => text.replace(/\.$/, "")).join(". ")),
    ...model.warnings.map(({ text }) => `Warning: ${text}`),
    ...model.limits,
  ];
}

/**
 * Says what an item says, and that it is the reader's own if it is.
 * @param {Item} item an item of the model
 * @returns {string} such as "Book three meetings (yours)"
 */
export function itemInWords({ text, mine }) {
  return mine ? `${text} (yours)` : text;
}

/** @param {PlanLine} line @returns {Item} */
const item = (line) => ({ text: line.text, mine: line.mine, unknown: false, whose: whose(line) });

/** @param {string} text @returns {Item} */
const named = (text) => ({ text, mine: false, unknown: /^(partly )?not known$/i.test(text), whose: "" });

/** @param {string} text @returns {Item} */
const given = (text) => ({ ...named(text), text: `Given: ${text}` });

/** @param {string} text @returns {Item} */
const yours = (text) => ({ text, mine: true, unknown: false, whose: "yours" });

/** @param {PlanDocument} plan @param {string} id @param {(line: PlanLine) => boolean} fits */
const linesOf = (plan, id, fits) => section(plan, id).lines.filter(fits);

/**
 * The reader's own lines, if there are any.
 * @param {PlanDocument} plan @returns {Row[]}
 */
function own(plan) {
  const mine = (/** @type {string} */ id) => linesOf(plan, id, ({ theory }) => !theory).filter((line) => line.mine).map(item);
  const people = plan.about.filter(({ name }) => name !== "The situation").map(({ name, text }) => yours(`${name}: ${text}`));
  const aims = section(plan, "aims").lines.map(({ text }) => yours(text));
  const cells = [[...people, ...mine("place")], mine("actions"), [], mine("signs"), aims];
  return cells.some((cell) => cell.length) ? [{ name: "What you said", note: "", cells }] : [];
}

/** @param {PlanDocument} plan @param {PlanLine} line @param {Theory} theory @returns {Row} */
function row(plan, line, theory) {
  const [needs, actions, , signs] = ofTheory(plan, theory.id);
  const { when, offers, why, changes } = theory.chain;
  return {
    ...headed(line, theory),
    cells: [[...when.map(given), ...needs], [...offers.map(named), ...actions], why.map(named), signs, changes.map(named)],
  };
}

/**
 * What the plan does against a theory that could do harm here. Its chain is not what anybody wants.
 * @param {PlanDocument} plan @param {PlanLine} line @param {Theory} theory @returns {Row[]}
 */
function guard(plan, line, theory) {
  const { name, note } = headed(line, theory);
  const cells = ofTheory(plan, theory.id);
  return cells.some((cell) => cell.length) ? [{ name: `Against harm, ${name}`, note, cells }] : [];
}

/** @param {PlanLine} line @param {Theory} theory @returns {{name: string, note: string}} */
const headed = (line, theory) => ({ name: `${theory.id}: ${theory.short}`, note: [line.sure, standing(String(line.state))].filter(Boolean).join(" ") });

/** @param {PlanDocument} plan @param {string} id @returns {Item[][]} what the plan has of a theory, under each of `COLUMNS` */
function ofTheory(plan, id) {
  const ofIt = (/** @type {string} */ name) => linesOf(plan, name, ({ theory }) => theory === id);
  const needs = new Set(ofIt("actions").flatMap(({ who, cost }) => [who, cost].flatMap((text) => text ?? [])));
  return [[...needs].map(named), ofIt("actions").map(item), [], ofIt("signs").map(item), []];
}
