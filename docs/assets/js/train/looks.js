// What to look at in a pack: what the check of our own packs looks at, too.
import { one, put, said } from "../plan/dom.js";
import { heavyAtAnEnd, inMinutes, withoutPause } from "./clock.js";
import { nameOfItem } from "./lines.js";

/** @typedef {import("./builder").Placed} Placed */

const HEAVY = "heavy";

/**
 * Shows what to look at.
 * @param {HTMLElement} root
 * @param {Placed[]} items
 * @param {number} longest how many minutes go without a pause
 */
export function looksAt(root, items, longest) {
  const timed = items.map((item) => ({
    name: nameOfItem(item), minutes: item.takes, isPause: item.kind === "pause",
    isActivity: item.record?.kind === "activity", isHeavy: item.record?.weight === HEAVY,
  }));
  const long = withoutPause(timed, longest).map(({ item, minutes }) => `${inMinutes(minutes)} without a pause, up to the end of ${timed[item].name}. Put a pause before it: after ${inMinutes(longest)}, people need one.`);
  const ends = heavyAtAnEnd(timed).map(({ item, where }) => `${timed[item].name} is heavy, and comes ${where}. Put it between others, with a pause after it.`);
  put(one(root, "[data-own-looks]"), ...[...long, ...ends].map((text) => said(text, "our advice")));
  const heavy = [...new Set(timed.filter(({ isHeavy }) => isHeavy).map(({ name }) => name))];
  one(root, "[data-own-heavy]").hidden = heavy.length === 0;
  one(root, "[data-own-heavy] b:last-of-type").textContent = heavy.join(", ");
}
