// What each step from the third on shows, from the answers so far.
import { questions, safety } from "./asking.js";
import { h, one, put } from "./dom.js";
import { documentOf, moreLines, picks } from "./picks.js";
import { sheet } from "./sheet.js";
import { standings } from "./standing.js";
import { takeAlong } from "./take.js";

/** @typedef {(part: HTMLElement, plan: import("./picks").Plan, changed: import("./picks").Changed) => void} View */

/** @type {View} how the reader will know */
function signs(part, plan, changed) {
  for (const id of ["signs", "talk"]) put(one(part, `[data-${id}]`), ...picks(plan, id, changed), id === "talk" && moreLines(plan));
}

/** @type {View} the sheet, and the ways to take it along */
function wholePlan(part, plan, changed) {
  const made = documentOf(plan);
  const { editor, answers } = plan;
  const change = async () => {
    try {
      plan.editor = editor ? undefined : await import("./edit.js");
      changed();
    } catch {
      one(part, "[data-take] [role=status]").textContent = "Lines could not be opened for changes. Is there a connection?";
    }
  };
  put(one(part, "[data-take]"), takeAlong(made, plan.wholeData, h("button", { type: "button", class: "copy", id: "plan-edit", "aria-pressed": String(Boolean(editor)), click: change }, "Change lines")));
  sheet(one(part, "[data-sheet]"), made, editor && { editor, answers, changed });
}

/** The view of each step that is not in the page already. @type {Readonly<Record<number, View>>} */
export const STEP_VIEWS = Object.freeze({ 3: questions, 4: standings, 5: safety, 6: signs, 7: wholePlan });
