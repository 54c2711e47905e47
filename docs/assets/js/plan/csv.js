// The tasks of a plan as CSV that a spreadsheet opens as it is, and takes for nothing but text.
import { whose } from "./whose.js";

/** @typedef {import("./document").PlanDocument} PlanDocument */
/** @typedef {import("./document").PlanLine} PlanLine */

// Excel takes a CSV file for UTF-8 only if this mark opens it.
const MARK = "\ufeff";
// What a spreadsheet may take for a formula, as in the other CSV files of this site: these signs or
// their full-width twins, perhaps after white space, also that which only Python takes for it.
const FORMULA = /^'*(?:[\s\x1c-\x1f\x85]*[=+\-@＝＋－＠]|[\t\r\n])/;
const NAMES = ["Plan", "Part", "Task", "What goes with it", "Who", "By when", "Done", "Whose words", "Theory", "Version of the theory", "Limits", "Is it still current?"];

/**
 * Puts an apostrophe before a text that a spreadsheet would take for a formula. To read it back:
 * where a cell begins with apostrophes and then with what could be a formula, take one away.
 * @param {string} cell any text
 * @returns {string} the text, harmless
 */
export function guarded(cell) {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/**
 * Writes what there is to do: all that must be in place, all actions, and what has an owner or a date.
 * @param {PlanDocument} plan the plan
 * @returns {string} a file of CSV
 */
export function csv(plan) {
  const rows = plan.sections.flatMap(({ id, title, lines }) => lines.filter((line) => isTask(id, line)).map((line) => row(plan, title, line)));
  return MARK + [NAMES, ...rows].map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

/** @param {string} id @param {PlanLine} line @returns {boolean} */
const isTask = (id, line) => ["place", "actions"].includes(id) || Boolean(line.owner || line.date || line.done);

/** @param {PlanDocument} plan @param {string} title @param {PlanLine} line @returns {string[]} */
function row(plan, title, line) {
  const more = line.more && `${line.moreName}: ${line.more}`;
  const { theory = "", version = "", limits = "" } = line;
  return [plan.title, title, line.text, more, line.owner, line.date, line.done ? "yes" : "no", whose(line), theory, String(version), limits, plan.check];
}

/** @param {string} cell @returns {string} */
function quoted(cell) {
  const safe = guarded(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
