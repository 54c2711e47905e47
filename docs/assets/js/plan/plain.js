// Texts as every file can hold them, and dates as people read them.

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
// What turns the direction of all that follows it, in the lines of others too. Marks that bear on
// one sign alone may stay: Arabic and Hebrew need them.
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
// No XML may hold these, and half a sign is none.
const UNSOUND = /[\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * Returns a text on one line, without what no file can hold.
 * @param {unknown} text what somebody typed; anything but a text counts as nothing
 * @returns {string} the same words
 */
export function plain(text) {
  if (typeof text !== "string") return "";
  return text.replace(UNSOUND, "\ufffd").replace(TURNING, "").replace(/[\p{Cc}\s]+/gu, " ").trim();
}

/**
 * Returns a date if there is such a day, or nothing.
 * @param {unknown} date such as 2027-01-31
 * @returns {string} the same date, or ""
 */
export function dateOrNone(date) {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(date)) ?? [];
  if (!year) return "";
  const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return time.toISOString().startsWith(`${year}-${month}-${day}T`) ? String(date) : "";
}

/**
 * Returns a date as people read it, the same in every browser.
 * @param {string} date such as 2027-01-31
 * @returns {string} such as 31 January 2027, or "" if there is no such day
 */
export function day(date) {
  if (!dateOrNone(date)) return "";
  const [year, month, number] = date.split("-");
  return `${Number(number)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/**
 * Returns a list as a sentence has it.
 * @param {string[]} names what is listed
 * @returns {string} such as "a, b and c"
 */
export function listed(names) {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
