// Texts as every file can hold them, and dates as people read them.

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
// Characters that nobody sees: controls, halves of characters, what turns the direction of a line or
// hides text in it, and what no file in XML may hold. Those that join letters stay: some languages
// and signs need them.
const UNSEEN = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\p{Bidi_Control}\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/**
 * Returns a text on one line, without what no file can hold.
 * @param {unknown} text what somebody typed; anything but a text counts as nothing
 * @returns {string} the same words
 */
export function plain(text) {
  if (typeof text !== "string") return "";
  return text.replace(/\s/gu, " ").replace(UNSEEN, "").replace(/ {2,}/g, " ").trim();
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
