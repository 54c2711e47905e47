// Takes a plan along: as a file, on paper, or as words to paste. What makes a file is loaded only
// when somebody asks for it.
import { h } from "./dom.js";

/** @typedef {import("./document.js").PlanDocument} PlanDocument */

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
