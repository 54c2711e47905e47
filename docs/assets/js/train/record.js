// What the page of own packs says of a record that can be in one, read from its row.
import { idOf, nameOf } from "../versions.js";

/**
 * A record that can be in a pack.
 * @typedef {object} TrainRecord
 * @property {string} id
 * @property {"activity"|"drill"|"theory"} kind
 * @property {string} title
 * @property {number} version the newest
 * @property {number} takes minutes; 0 where the trainer decides
 * @property {string} weight how heavy it can get, in words
 * @property {boolean} isRetired
 * @property {string} bring what to bring
 * @property {HTMLElement} row
 */

const KINDS = ["activity", "drill", "theory"];

/** How long a theory or a drill takes where nobody said so, in minutes. */
export const USUAL = 15;

/**
 * Reads a row.
 * @param {HTMLElement|undefined} row
 * @returns {TrainRecord|null} nothing if no such record can be in a pack
 */
export function recordOf(row) {
  // The rows of other pages say no kind: those are of theories, where a site has too many for this page.
  const kind = row?.dataset.kind ?? (row && /^T\d+$/.test(idOf(row)) ? "theory" : "");
  if (!row || !KINDS.includes(kind)) return null;
  const { takes = "0", weight = "", newest = "0", retired } = row.dataset;
  return {
    id: idOf(row), kind: /** @type {TrainRecord["kind"]} */ (kind), title: nameOf(row).textContent ?? "", version: Number(newest),
    takes: Number(takes), weight, isRetired: Boolean(retired), bring: row.querySelector("[data-bring]")?.textContent ?? "", row,
  };
}

/** Returns the links to the handouts of a record, or nothing. @param {HTMLElement} row */
export function handoutOf(row) {
  const there = row.querySelector("[data-handout]")?.cloneNode(true);
  if (!(there instanceof HTMLElement)) return null;
  there.hidden = false;
  return there;
}
