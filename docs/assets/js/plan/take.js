// Takes a plan along: as a file, on paper, or as words to paste. What makes a file is loaded only
// when somebody asks for it.
import { section } from "./document.js";
import { h, opens } from "./dom.js";

/** @typedef {import("./document").PlanDocument} PlanDocument */
/** @typedef {() => Promise<import("./data").Data>} GetData gets the data with all that a first plan does without */

/** @param {string} name @param {BlobPart} content @param {string} type */
function save(name, content, type) {
  const href = URL.createObjectURL(new Blob([content], { type }));
  h("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

/** @param {PlanDocument} made @param {string} ending @returns {string} the name of a file */
const named = ({ title }, ending) => `${title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 40) || "plan"}.${ending}`;

/** @param {PlanDocument} made @param {GetData} wholeData */
async function logic(made, wholeData) {
  const [{ logicModel }, data] = await Promise.all([import("./model.js"), wholeData()]);
  return logicModel(made, data);
}

/** @typedef {(made: PlanDocument, wholeData: GetData) => Promise<void>} Maker */

/** @type {Maker} */
async function word(made, wholeData) {
  const [{ docx, highestPicture }, { drawing }, { png }, model] = await Promise.all([import("./docx.js"), import("./drawing.js"), import("./picture.js"), logic(made, wholeData)]);
  const [{ width }] = drawing(model);
  const pictures = await Promise.all(drawing(model, highestPicture("A4", width)).map(async (each) => ({ ...each, png: await png(each) })));
  save(named(made, "docx"), /** @type {BlobPart} */ (docx(made, model, pictures)), "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
}

/** @type {Maker} */
async function calendar(made) {
  const text = (await import("./ics.js")).ics(made);
  if (!text) throw new Error(NO_DATES);
  save(named(made, "ics"), text, "text/calendar");
}

const NO_DATES = "No line has a date yet. Choose “Change lines” and give one a date.";

/** @type {[name: string, make: Maker][]} */
const FILES = [
  ["Word", word],
  ["Table (CSV)", async (made) => save(named(made, "csv"), (await import("./csv.js")).csv(made), "text/csv")],
  ["Markdown", async (made, wholeData) => save(named(made, "md"), (await import("./markdown.js")).markdown(made, await logic(made, wholeData)), "text/markdown")],
  ["Dates (calendar)", calendar],
];

/**
 * Offers the ways to take a plan along.
 * @param {PlanDocument} made
 * @param {GetData} wholeData
 * @param {...HTMLElement} others more that can be done with it
 * @returns {HTMLElement}
 */
export function takeAlong(made, wholeData, ...others) {
  const status = h("p", { role: "status" });
  const button = (/** @type {[string, Maker]} */ [name, make]) => h("button", { type: "button", class: "copy", click: async () => {
    status.textContent = `${name}: being made.`;
    try {
      await make(made, wholeData);
      status.textContent = `${name}: done. It is where your browser puts files.`;
    } catch (error) {
      const isOurs = error instanceof Error && error.message === NO_DATES;
      status.textContent = isOurs ? NO_DATES : `${name} could not be made. Is there a connection? Print works without one.`;
    }
  } }, name);
  return h("div", {},
    h("div", { class: "take" }, h("button", { type: "button", class: "copy", click: () => print() }, "Print"), ...FILES.map(button), ...others), status,
    training(made),
    opens("take-words", "A text for a proposal", async () => (await import("./proposal.js")).proposals(made)),
    opens("take-model", "A logic model of it", async () => (await import("./modelview.js")).modelView(await logic(made, wholeData))));
}

/** What there is to train people with, of each theory of the plan. @param {PlanDocument} made */
function training(made) {
  const ids = section(made, "theories").lines.map(({ key }) => key);
  if (!ids.length) return false;
  return h("p", { class: "small" }, "To train people on it: ", ...ids.flatMap((id, i) => [i ? ", " : "", h("a", { href: new URL(`train/slides/${id}/`, made.speaker.root).href }, `slides of ${id}`)]));
}
