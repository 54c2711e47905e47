// The logic model on the page: a picture, and the same as a table.
import { h } from "./dom.js";
import { drawing } from "./drawing.js";
import { COLUMNS, itemInWords } from "./model.js";

/**
 * Shows the model.
 * @param {import("./model").Model} model
 * @returns {HTMLElement[]}
 */
export function modelView(model) {
  const drawn = drawing(model).map(({ svg, title }) => h("img", { src: `data:image/svg+xml,${encodeURIComponent(svg)}`, alt: `${title}. The table below says the same.`, class: "take__model" }));
  const row = (/** @type {import("./model").Row} */ { name, note, cells }) => h("tr", {}, h("th", { scope: "row" }, name, note && h("small", {}, ` ${note}`)),
    ...cells.map((items) => h("td", {}, ...items.map((item) => h("p", {}, itemInWords(item))))));
  return [...drawn,
    h("div", { class: "take__table", tabindex: 0, role: "region", "aria-label": model.title },
      h("table", {}, h("thead", {}, h("tr", {}, ...["Theory", ...COLUMNS].map((text) => h("th", { scope: "col" }, text)))), h("tbody", {}, ...model.rows.map(row)))),
    ...model.warnings.map(({ text }) => h("p", {}, h("b", {}, "Warning: "), text)),
    ...model.limits.map((text) => h("p", { class: "small" }, text))];
}
