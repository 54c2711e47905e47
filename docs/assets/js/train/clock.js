// What follows from the items of a pack: from when to when each is, and what to look at in it.

/**
 * An item with what is known of it.
 * @typedef {object} Timed
 * @property {string} name
 * @property {number} minutes
 * @property {boolean} isPause
 * @property {boolean} isActivity
 * @property {boolean} isHeavy
 */

const HOUR = 60;
const DAY = 24;

/** @param {string} clock such as 9:30 */
function minutesOf(clock) {
  const [hours, minutes] = clock.split(":").map(Number);
  return hours * HOUR + minutes;
}

/** @param {number} minutes since midnight @returns {string} such as 9:30 */
const clockOf = (minutes) => `${Math.floor(minutes / HOUR) % DAY}:${String(minutes % HOUR).padStart(2, "0")}`;

/** @param {number} number */
export const inMinutes = (number) => `${number} ${number === 1 ? "minute" : "minutes"}`;

/**
 * Returns when each item begins, and last of all when the pack ends.
 * @param {{minutes: number}[]} items
 * @param {string} start such as 9:30
 * @returns {string[]}
 */
export function clocks(items, start) {
  let at = minutesOf(start);
  return [clockOf(at), ...items.map(({ minutes }) => clockOf((at += minutes)))];
}

/** @param {{minutes: number}[]} items */
export const total = (items) => items.reduce((sum, { minutes }) => sum + minutes, 0);

/**
 * Returns where people work for too long without a pause, as the check of our own packs does.
 * @param {Timed[]} items
 * @param {number} longest in minutes
 * @returns {{item: number, minutes: number}[]} the item that is one too many, and how long it is by then
 */
export function withoutPause(items, longest) {
  let atWork = 0;
  return items.flatMap(({ minutes, isPause }, item) => {
    const before = atWork;
    atWork = isPause ? 0 : atWork + minutes;
    return before <= longest && atWork > longest ? [{ item, minutes: atWork }] : [];
  });
}

/**
 * Returns the heavy activities that come first or last of all activities.
 * @param {Timed[]} items
 * @returns {{item: number, where: "first"|"last"}[]}
 */
export function heavyAtAnEnd(items) {
  const activities = [...items.keys()].filter((item) => items[item].isActivity);
  /** @type {{item: number, where: "first"|"last"}[]} */
  const ends = [...activities.slice(0, 1).map((item) => ({ item, where: /** @type {const} */ ("first") })), ...activities.slice(1).slice(-1).map((item) => ({ item, where: /** @type {const} */ ("last") }))];
  return ends.filter(({ item }) => items[item].isHeavy);
}
