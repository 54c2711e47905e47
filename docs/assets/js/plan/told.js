// What a plan that is opened has to tell first: what was lost on its way, and what changed since.
import { changesOf } from "./changes.js";
import { h } from "./dom.js";

/**
 * Returns what there is to tell, as parts of the page.
 * @param {import("./answers").Answers} answers
 * @param {string[]} lost in sentences
 * @param {import("./data").Data} data
 * @param {string} root the site's address
 * @param {() => void} looked is called when the reader has looked
 * @returns {HTMLElement[]}
 */
export function told(answers, lost, data, root, looked) {
  const parts = lost.map((text) => h("p", {}, text));
  if (!answers.versions.size) return parts;
  const { retired, renewed, doubts, unknown, left, unasked, cannot, isNews } = changesOf(answers, data);
  if (!isNews) return parts;
  const of = (/** @type {{name: string, url: string, told: string[]}} */ { name, url, told: lines }) => h("li", {}, h("a", { href: new URL(url, root).href }, name), h("ul", {}, ...lines.map((line) => h("li", {}, line))));
  const others = [
    ...unknown.map((id) => `This copy of the site has no ${id}.`),
    ...(left.length ? [`${left.length} of your changes are to lines that are no longer there: ${left.map(({ line }) => line.text).filter(Boolean).join("; ") || "none has words of yours"}.`] : []),
    ...(unasked ? [`${unasked} of your answers are to questions that are no longer there.`] : []),
    ...cannot,
  ];
  return [...parts,
    h("h3", {}, "Since this plan was made"),
    h("ul", {}, ...[...retired, ...renewed, ...doubts].map(of), ...others.map((text) => h("li", {}, text))),
    h("button", { type: "button", class: "copy", click: looked }, "I have looked. Note today’s versions")];
}
