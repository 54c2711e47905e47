// What changes a plan in place: words, who sees to it, by when, what is left out, and what is added.
import { isDay, MOST } from "./answers.js";
import { h } from "./dom.js";

/** @typedef {import("./document").PlanLine} PlanLine */
/** @typedef {import("./document").Section} Section */

/**
 * A plan that is being changed.
 * @typedef {object} Editing
 * @property {import("./answers").Answers} answers
 * @property {(isShown?: boolean) => void} changed is called after each change
 */

const OWN = /^own-(\d+)$/;

/** @param {string} key @returns {number} the place of a line of the reader's own, or -1 */
const ownPlace = (key) => Number(OWN.exec(key)?.[1] ?? -1);

/** Takes in a change to a line. @param {Editing} editing @param {PlanLine} line @param {object} change */
function note({ answers }, { key }, change) {
  const place = ownPlace(key);
  if (place >= 0) answers.own[place] = { ...answers.own[place], ...change };
  else answers.lines.set(key, Object.fromEntries(Object.entries({ ...answers.lines.get(key), ...change }).filter(([, value]) => value)));
}

/**
 * @param {PlanLine} line @param {"text"|"owner"|"date"} name @param {string} words
 * @param {Record<string, unknown>} attributes @param {Editing} editing
 */
function field(line, name, words, { value, ...attributes }, editing) {
  const id = `${line.key}-${name}`;
  const input = /** @type {HTMLInputElement} */ (h(name === "text" ? "textarea" : "input", { id, ...attributes, autocomplete: "off", input: () => {
    if (name === "date" && input.value && !isDay(input.value)) return;
    if (name === "text" && ownPlace(line.key) >= 0 && !input.value.trim()) return;
    note(editing, line, { [name]: input.value });
    editing.changed(false); // the sheet shows it when the reader has done: who types must not lose the field
  } }));
  input.value = String(value);
  return h("label", { for: id }, words, " ", input);
}

/**
 * Makes the fields of a line.
 * @param {PlanLine} line
 * @param {Editing} editing
 * @returns {HTMLElement}
 */
export function changes(line, editing) {
  const out = () => {
    const place = ownPlace(line.key);
    if (place >= 0) editing.answers.own.splice(place, 1);
    else note(editing, line, { out: true });
    editing.changed();
  };
  const done = (/** @type {any} */ { target }) => { note(editing, line, { done: target.checked }); editing.changed(false); };
  return h("div", { class: "plan-sheet__fields", role: "group", "aria-label": `Change: ${line.text}` },
    field(line, "text", "In your words", { maxlength: MOST.text, rows: 2, value: line.mine ? line.text : "", placeholder: line.mine ? null : line.text }, editing),
    field(line, "owner", "Who sees to it", { maxlength: MOST.owner, value: line.owner }, editing),
    field(line, "date", "By when", { type: "date", value: line.date }, editing),
    h("label", { class: "plan-sheet__done" }, h("input", { type: "checkbox", id: `${line.key}-done`, checked: line.done, change: done, autocomplete: "off" }), " Done"),
    h("button", { type: "button", class: "copy", id: `${line.key}-out`, click: out }, "Leave it out"));
}

/**
 * Offers the lines that a section could have.
 * @param {Section} section
 * @param {Editing} editing
 * @returns {HTMLElement}
 */
export function offered({ id, others }, editing) {
  const add = (/** @type {PlanLine} */ line) => () => {
    const { out, ...kept } = editing.answers.lines.get(line.key) ?? {};
    editing.answers.lines.set(line.key, kept);
    editing.changed();
  };
  return h("details", { class: "plan-sheet__more" }, h("summary", { id: `more-${id}` }, `${others.length} more to add`),
    h("ul", { class: "plain" }, ...others.map((line) => h("li", {}, h("button", { type: "button", class: "copy", id: `${line.key}-add`, click: add(line) }, "Add", h("span", { class: "sr" }, `: ${line.text}`)), ` ${line.text}`))));
}

/**
 * Lets the reader add a line to a section.
 * @param {string} id of the section
 * @param {Editing} editing
 * @returns {HTMLElement}
 */
export function ownLine(id, editing) {
  const { answers } = editing;
  if (answers.own.length >= MOST.own) return h("p", { class: "small" }, `${MOST.own} lines of your own are the most for one plan.`);
  const input = /** @type {HTMLInputElement} */ (h("input", { id: `own-${id}`, maxlength: MOST.text, autocomplete: "off" }));
  const add = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!input.value.trim()) return;
    answers.own.push({ section: id, text: input.value });
    editing.changed();
  };
  return h("form", { class: "plan-sheet__add", submit: add }, h("label", { for: `own-${id}` }, "A line of yours "), input, " ", h("button", { class: "copy" }, "Add"));
}
