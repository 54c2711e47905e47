// The lines of an agenda that can be changed: an item each, with its buttons.
import { h } from "../plan/dom.js";
import { nameOf } from "../versions.js";
import { inMinutes } from "./clock.js";
import { LONGEST } from "./items.js";

/** @typedef {import("./builder").Placed} Placed */

/**
 * What can be done with an item.
 * @typedef {object} Acts
 * @property {(item: Placed, by: number) => void} move
 * @property {(item: Placed) => void} remove
 * @property {(item: Placed, minutes: number, isSet: boolean) => void} setMinutes
 */

/** @type {Record<Placed["kind"], string>} */
const NAMES = { record: "", welcome: "Welcome", pause: "Pause", close: "Close" };

/** @param {Placed} item @returns {string} what it is called in a sentence, such as J05 */
export const nameOfItem = ({ kind, id }) => NAMES[kind] || id;

/** @param {Placed} item @returns {string} all that is said of it in a line of text */
export const titleOfItem = ({ kind, record }) => (record ? `${record.id} ${record.title}` : NAMES[kind]);

/** @param {Placed["kind"]} kind @returns {Node | false} what to say at the start and at the end: the page has it for readers without script */
const adviceFor = (kind) => document.querySelector(`[data-own-advice="${kind}"]`)?.cloneNode(true) ?? false;

/** @param {Placed} item @param {Acts} acts @returns {HTMLElement} */
function minutesOf(item, { setMinutes }) {
  if (item.record?.takes) return h("span", { class: "small" }, inMinutes(item.takes));
  const set = (/** @type {boolean} */ isSet) => (/** @type {Event} */ { target }) => setMinutes(item, Number(/** @type {HTMLInputElement} */ (target).value), isSet);
  const field = h("input", {
    type: "number", id: `own-${item.key}-minutes`, min: 1, max: LONGEST, value: item.takes, inputmode: "numeric", autocomplete: "off",
    "aria-label": `Minutes of ${nameOfItem(item)}`, input: set(false), change: set(true),
  });
  return h("span", { class: "small own__minutes" }, field, h("span", { "data-own-takes": item.key }, String(item.takes)), " minutes");
}

/** @param {Placed} item @param {string} what @param {string} name @param {boolean} isOff @param {() => void} act */
function button(item, what, name, isOff, act) {
  // It stays where it is when it can do no more, so that the focus does.
  return h("button", { type: "button", class: "copy", id: `own-${item.key}-${what}`, "aria-disabled": isOff && "true", click: () => { if (!isOff) act(); } }, name, h("span", { class: "sr" }, ` ${titleOfItem(item)}`));
}

/** @param {Placed} item */
function wordsOf({ kind, record }) {
  if (!record) return [h("p", {}, h("b", {}, NAMES[kind]), " ", adviceFor(kind))];
  return [h("p", {}, h("span", { class: "badge" }, record.id), " ", nameOf(record.row), record.weight ? h("small", {}, ` ${record.weight}`) : false, record.isRetired ? h("b", { class: "mark" }, "retired") : false)];
}

/**
 * Makes the line of an item.
 * @param {Placed} item
 * @param {Placed[]} items all of the pack
 * @param {number} i its place
 * @param {Acts} acts
 * @returns {HTMLElement}
 */
export function lineOf(item, items, i, acts) {
  return h("li", { class: `own__line${item.kind === "pause" ? " agenda__pause" : ""}` }, h("b", { class: "timed__clock" }), h("div", {}, minutesOf(item, acts), ...wordsOf(item)),
    h("p", { class: "own__acts" },
      button(item, "up", "Up", i === 0, () => acts.move(item, -1)), " ",
      button(item, "down", "Down", i === items.length - 1, () => acts.move(item, 1)), " ",
      button(item, "remove", "Remove", false, () => acts.remove(item))));
}

/** Makes the line that says when the pack ends. */
export const endOf = () => h("li", { class: "agenda__end" }, h("b", { class: "timed__clock" }), h("p", {}, "End"));
