// The items of a pack, as an address has them: `w10,J05.1,p10,T018.3~20,c10` is a welcome, an activity
// in version 1, a pause, a theory in version 3 for twenty minutes, and a close.
// `hooks/theorybook/own_packs.py` writes the same.

/**
 * An item of a pack.
 * @typedef {object} Item
 * @property {"record"|"pause"|"welcome"|"close"} kind
 * @property {string} id of a record, else ""
 * @property {number} version the one it was chosen in, or 0 if that is not said
 * @property {number} minutes its own, or 0: an activity knows how long it takes
 */

/** The letters of what is no record. @type {Record<string, Item["kind"]>} */
const LETTERS = { w: "welcome", p: "pause", c: "close" };
const RECORD = /^([a-z]+\d{2,4})(?:\.([1-9]\d{0,3}))?(?:~([1-9]\d{0,2}))?$/i;
const OTHER = /^([wpc])([1-9]\d{0,2})$/;

/** How many items a pack has at most, and how many minutes one of them. */
export const MOST = 60;
export const LONGEST = 240;
/** How many signs a title has at most. */
export const TITLE = 60;

/**
 * Reads an item.
 * @param {string} text
 * @returns {Item|null} nothing if it is none
 */
function itemOf(text) {
  const [, letter, length] = OTHER.exec(text) ?? [];
  if (letter) return { kind: LETTERS[letter], id: "", version: 0, minutes: Math.min(Number(length), LONGEST) };
  const [, id, version = "0", minutes = "0"] = RECORD.exec(text) ?? [];
  return id ? { kind: "record", id: id.toUpperCase(), version: Number(version), minutes: Math.min(Number(minutes), LONGEST) } : null;
}

/**
 * Reads items.
 * @param {string} text
 * @returns {{items: Item[], lost: string[], over: number}} `lost` holds what is no item, and `over` tells how many are too many
 */
export function readItems(text) {
  const parts = text.split(",").map((part) => part.trim()).filter(Boolean);
  const read = parts.map((part) => itemOf(part) ?? part);
  const items = read.filter((each) => typeof each !== "string");
  return { items: items.slice(0, MOST), lost: read.filter((each) => typeof each === "string"), over: Math.max(0, items.length - MOST) };
}

/** @param {Item} item @returns {string} */
function textOf({ kind, id, version, minutes }) {
  if (kind !== "record") return `${kind[0]}${minutes}`;
  return `${id}${version ? `.${version}` : ""}${minutes ? `~${minutes}` : ""}`;
}

/** Writes items. @param {Item[]} items @returns {string} */
export const writeItems = (items) => items.map(textOf).join(",");

/** The start of a day that says none. */
export const START = "9:30";

/** Reads when a pack begins. @param {string} text @returns {string} such as 9:30; nothing if it is no time */
export const timeOf = (text) => /^0?((?:1?\d|2[0-3]):[0-5]\d)$/.exec(text.trim())?.[1] ?? "";

/** Reads a title: on one line, and no longer than there is room for. @param {string} text */
export const titleOf = (text) => [...text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim()].slice(0, TITLE).join("");
