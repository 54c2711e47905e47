// Takes a plan along: as a file, on paper, or as words to paste. What makes a file is loaded only
// when somebody asks for it.
import { h } from "./dom.js";

/** @typedef {import("./document").PlanDocument} PlanDocument */

const save = (name, content, type) => {
  const url = URL.createObjectURL(new Blob([content], { type }));
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};

/** @param {string} title */
const nameOf = (title) => title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 40) || "plan";

const logic = async (made, data) => {
  const { logicModel } = await import("./model.js");
  return logicModel(made, data);
};

const FILES = {
  Word: async (made, data) => {
    const [{ docx, PAPERS, highestPicture }, { drawing }, { png }] = await Promise.all([import("./docx.js"), import("./drawing.js"), import("./picture.js")]);
    const model = await logic(made, data);
    const pictures = await Promise.all(drawing(model, highestPicture(PAPERS.A4, drawing(model)[0]?.width)).map(async (each) => ({ ...each, png: await png(each) })));
    save(`${nameOf(made.title)}.docx`, docx(made, model, pictures), "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  },
  "Table (CSV)": async (made) => save(`${nameOf(made.title)}.csv`, (await import("./csv.js")).csv(made), "text/csv"),
  Markdown: async (made, data) => save(`${nameOf(made.title)}.md`, (await import("./markdown.js")).markdown(made, await logic(made, data)), "text/markdown"),
  "Dates (calendar)": async (made) => save(`${nameOf(made.title)}.ics`, (await import("./ics.js")).ics(made), "text/calendar"),
};

/**
 * Offers the ways to take a plan along.
 * @param {PlanDocument} made
 * @param {import("./steps").Plan} plan
 * @param {...HTMLElement} others more that can be done with it
 * @returns {HTMLElement}
 */
export function takeAlong(made, { data }, ...others) {
  const status = h("p", { role: "status" });
  const button = ([name, make]) => h("button", { type: "button", class: "copy", click: async () => {
    status.textContent = `${name}: being made.`;
    try { await make(made, data); status.textContent = `${name}: done.`; } catch { status.textContent = `${name} could not be made. Is there a connection? Print works without one.`; }
  } }, name);
  return h("div", {}, h("div", { class: "take" }, h("button", { type: "button", class: "copy", click: () => print() }, "Print"), ...Object.entries(FILES).map(button), ...others), status, words(made), picture(made, data));
}

// A text to paste into a proposal. It is made when somebody opens it.
function words(made) {
  const filled = h("div", {});
  const fill = async ({ target }) => {
    if (!target.open || filled.hasChildNodes()) return;
    const { LENGTHS, paragraphs } = await import("./paragraph.js");
    filled.append(...LENGTHS.flatMap((length) => [h("h4", {}, length[0].toUpperCase() + length.slice(1)), h("textarea", { class: "take__words", rows: 6, readonly: true, "aria-label": `A text for a proposal, ${length}` }, paragraphs(made, length).join("\n\n"))]));
  };
  return h("details", { class: "sheet__more", toggle: fill }, h("summary", {}, "A text for a proposal"), filled);
}

// The logic model: a picture, and the same as a table of words.
function picture(made, data) {
  const filled = h("div", {});
  const fill = async ({ target }) => {
    if (!target.open || filled.hasChildNodes()) return;
    const [{ inWords }, { drawing }, model] = await Promise.all([import("./model.js"), import("./drawing.js"), logic(made, data)]);
    filled.append(...drawing(model).map(({ svg, title }) => h("img", { src: `data:image/svg+xml,${encodeURIComponent(svg)}`, alt: `${title}. The same stands below in words.`, class: "take__model" })), h("ul", {}, ...inWords(model).map((text) => h("li", {}, text))));
  };
  return h("details", { class: "sheet__more", toggle: fill }, h("summary", {}, "A logic model of it"), filled);
}
