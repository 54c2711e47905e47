// The list of versions that a page has: every record with what each of its versions changed. A long
// list has further pages, which are asked where this one does not know.
import { h } from "./plan/dom.js";
import { otherParts, rowsOf } from "./volumes.js";

/**
 * The rows of this page, and of others once they were asked.
 * @typedef {object} VersionList
 * @property {() => HTMLElement[]} rows
 * @property {(id: string) => HTMLElement|undefined} find gets the row of a record
 * @property {(id: string) => HTMLElement|undefined} known gets the row of a record, or of the record that a part belongs to
 * @property {() => Promise<void>} ask asks the other pages; it throws where one cannot be had
 * @property {boolean} hasMore whether there are others
 */

/** @param {HTMLElement} row @returns {string} */
export const idOf = (row) => row.dataset.kept || row.id;

/** @param {HTMLElement} row @returns {HTMLElement[]} what each version changed, the newest first */
export const changesOf = (row) => [...row.querySelectorAll("[data-version]")].map((each) => /** @type {HTMLElement} */ (each));

/** @param {HTMLElement} row @returns {HTMLAnchorElement} the record's name, which leads to it */
export const nameOf = (row) => /** @type {HTMLAnchorElement} */ (/** @type {Element} */ (row.querySelector("a")).cloneNode(true));

/** @param {HTMLElement} row */
export const retiredOf = (row) => /** @type {HTMLElement|null} */ (row.querySelector(".kept__retired"));

/** @param {HTMLElement} change @returns {number} */
export const versionOf = (change) => Number(change.dataset.version);

/** @param {HTMLElement} change @returns {string} the day, as year-month-day */
export const dayOf = (change) => change.querySelector("time")?.dateTime ?? "";

/** @param {HTMLElement} row @returns {string} such as: version 2 of 3 January 2032 */
export function newest(row) {
  const [change] = changesOf(row);
  return `version ${versionOf(change)} of ${change.querySelector("time")?.textContent}`;
}

/**
 * Returns what came after a version, the newest first.
 * @param {HTMLElement} row
 * @param {number} version
 */
export const since = (row, version) => changesOf(row).filter((change) => versionOf(change) > version);

/**
 * Returns what came after a day, the newest first.
 * @param {HTMLElement} row
 * @param {string} day as year-month-day
 */
export const after = (row, day) => changesOf(row).filter((change) => dayOf(change) > day);

/** Tells if a text is a day, such as 2027-01-31. @param {string} text */
export function isDay(text) {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(NaN);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
}

/** @param {string} day that is none */
export const noDay = (day) => h("p", {}, `${day} is no date. Write it as year-month-day, such as 2027-01-31.`);

/** Says that an id has a slip in it. @param {string} id @param {string} where all ids are */
export const unknown = (id, where) => h("p", {}, `We know no ${id}. Is there a slip in it? All ids are ${where}.`);

// A part of a record, such as T001-E1, has the versions of its record.
const whole = (/** @type {string} */ id) => id.replace(/-[EFQ]\d+$/i, "");

/**
 * Reads the list of this page.
 * @returns {VersionList}
 */
export function versionList() {
  const here = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-kept]")]);
  const others = otherParts();
  /** @type {HTMLElement[]} */
  let fromOthers = [];
  const rows = () => [...here(), ...fromOthers];
  const find = (/** @type {string} */ id) => rows().find((row) => idOf(row).toLowerCase() === id.toLowerCase());
  const ask = async () => {
    if (!fromOthers.length) fromOthers = await rowsOf(others, "[data-kept]");
  };
  return { rows, find, ask, known: (id) => find(id) ?? find(whole(id)), hasMore: others.length > 0 };
}

// In a copy on a disk, the page says what the copy cannot know. Each answer keeps to that.
const limit = () => document.querySelector("[data-check-limit]");

/** Whether this page is of a copy that cannot know later changes. */
export const isCopy = () => limit() !== null;

/** What a copy cannot know, said once more below an answer. Its link asks the site itself the same. */
export function limitNow() {
  const said = limit()?.cloneNode(true);
  if (!(said instanceof HTMLElement)) return [];
  const link = said.querySelector("a");
  if (link) link.search = location.search;
  return [said];
}

/** What is said where the other pages of a list could not be had. */
export const notLoaded = () => h("p", {}, "Some of the list could not be loaded. Ask once more, or look through its parts below.");
