// The first steps with dates as a calendar (RFC 5545): each a day of its own, which blocks no time.
import { whose } from "./whose.js";

/** @typedef {import("./document").PlanDocument} PlanDocument */
/** @typedef {import("./document").PlanLine} PlanLine */

const BYTES_IN_A_LINE = 75;
const bytes = new TextEncoder();

/**
 * Writes a calendar of all that has a date and is not done.
 * @param {PlanDocument} plan the plan
 * @returns {string|null} a file for calendars, or nothing if nothing has a date
 */
export function ics(plan) {
  const dated = plan.sections.flatMap(({ title, lines }) => lines.filter(({ date, done }) => date && !done).map((line) => ({ title, line })));
  if (!dated.length) return null;
  const numbers = new Map();
  const events = dated.flatMap(({ title, line }) => {
    const name = nameOf(plan, line);
    numbers.set(name, (numbers.get(name) ?? 0) + 1);
    return event(plan, title, line, `${name}-${numbers.get(name)}`);
  });
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${escaped(plan.speaker.name)}//Plan a program//EN`, "CALSCALE:GREGORIAN", "METHOD:PUBLISH", ...events, "END:VCALENDAR"];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** @param {PlanDocument} plan @param {string} title @param {PlanLine} line @param {string} uid @returns {string[]} */
function event(plan, title, line, uid) {
  const step = line.moreName === "First step" && line.more;
  const told = [
    step ? `${title}: ${line.text}` : title,
    line.owner && `Who: ${line.owner}`,
    step ? "" : line.more && `${line.moreName}: ${line.more}`,
    `Whose words: ${whose(line)}.`,
    line.limits,
    `Plan: ${plan.title}. Is it still current? ${plan.check}`,
  ];
  return [
    "BEGIN:VEVENT",
    `UID:${uid}@${new URL(plan.speaker.root).hostname}`,
    `DTSTAMP:${digits(plan.made || line.date)}T000000Z`,
    `DTSTART;VALUE=DATE:${digits(line.date)}`,
    `SUMMARY:${escaped(step || line.text)}`,
    `DESCRIPTION:${escaped(told.filter(Boolean).join("\n"))}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** @param {string} date @returns {string} */
const digits = (date) => date.replaceAll("-", "");

/**
 * Names a line so that the same line of the same plan is the same entry when it is taken again, and
 * that of another plan is another. An own line goes by its words: its place changes with others.
 * @param {PlanDocument} plan @param {PlanLine} line @returns {string}
 */
function nameOf(plan, line) {
  const own = line.key.startsWith("own-");
  return `${own ? "own" : line.key}-${digest(JSON.stringify([plan.title, own && line.text]))}`;
}

/**
 * A short digest of a text (FNV-1a, twice): to tell lines apart, not to hide anything.
 * @param {string} text @returns {string}
 */
function digest(text) {
  const hash = (/** @type {number} */ start) => bytes.encode(text).reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193) >>> 0, start);
  return [0x811c9dc5, 0x050c5d1f].map((start) => hash(start).toString(16).padStart(8, "0")).join("");
}

/** @param {string} text @returns {string} */
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");

/**
 * Breaks a line so that no part has more bytes than the standard allows, and no sign is cut.
 * @param {string} line @returns {string}
 */
function folded(line) {
  const parts = [""];
  let room = BYTES_IN_A_LINE;
  for (const sign of line) {
    const size = bytes.encode(sign).length;
    if (size > room) {
      parts.push("");
      room = BYTES_IN_A_LINE - 1;
    }
    parts[parts.length - 1] += sign;
    room -= size;
  }
  return parts.join("\r\n ");
}
