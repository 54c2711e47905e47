// What a trainer takes along of a pack: what to print and to bring, and the pack as plain text.
import { h } from "../plan/dom.js";
import { nameOf } from "../versions.js";
import { clocks, inMinutes, total } from "./clock.js";
import { titleOfItem } from "./lines.js";
import { handoutOf } from "./record.js";

/** @typedef {import("./builder").Placed} Placed */
/** @typedef {import("./record").TrainRecord} TrainRecord */

/** @param {Placed[]} items @returns {TrainRecord[]} each once */
const recordsOf = (items) => [...new Map(items.flatMap(({ record }) => (record ? [[record.id, record]] : []))).values()];

/** How each kind of record is printed. @type {Record<TrainRecord["kind"], string>} */
const PRINTED = { activity: "once for you", drill: "cards to cut apart", theory: "to show and to talk about" };

/**
 * Makes a line for each record of a pack.
 * @param {Placed[]} items
 * @returns {HTMLElement[]}
 */
export function printed(items) {
  return recordsOf(items).map(({ id, kind, bring, row }) => {
    const handout = handoutOf(row);
    return h("li", {}, `${id}: `, nameOf(row), `, ${PRINTED[kind]}.`, bring && ` Bring: ${bring}.`, handout && " ", handout);
  });
}

/**
 * Returns a pack as plain text, to paste into a mail.
 * @param {import("./builder").OwnPack} pack
 * @param {string} link
 */
export function wordsOf({ items, title, at }, link) {
  const minutes = items.map(({ takes }) => ({ minutes: takes }));
  const times = clocks(minutes, at);
  return [
    title || "A pack for a session",
    `${inMinutes(total(minutes))}, from ${times[0]} to ${times[times.length - 1]}`,
    "",
    ...items.map((item, i) => `${times[i]}  ${titleOfItem(item)} (${inMinutes(item.takes)})`),
    `${times[times.length - 1]}  End`,
    "",
    ...recordsOf(items).filter(({ bring }) => bring).map(({ id, bring }) => `Bring for ${id}: ${bring}`),
    "Anybody may pass or step out.",
    `This pack, and what has changed in it: ${link}`,
  ].join("\n");
}
