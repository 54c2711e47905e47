// A text to paste into a proposal, on the page.
import { copyButton } from "../copy.js";
import { h } from "./dom.js";
import { LENGTHS, paragraphs } from "./paragraph.js";

/**
 * Shows the text in all its lengths, each to be copied.
 * @param {import("./document").PlanDocument} made
 * @returns {HTMLElement[]}
 */
export const proposals = (made) => LENGTHS.map((length) => {
  const text = h("div", { class: "proposal__text", "data-copy-name": `the ${length} text` }, ...paragraphs(made, length).map((paragraph) => h("p", {}, paragraph)));
  const part = h("div", {}, h("h3", {}, length[0].toUpperCase() + length.slice(1)), text);
  copyButton(text);
  return part;
});
