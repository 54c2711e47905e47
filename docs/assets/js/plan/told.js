// What a plan that is opened has to tell first: what was lost on its way, and what changed since.
import { changesOf, noted } from "./changes.js";
import { inPlay } from "./inplay.js";
import { a, h } from "./dom.js";

/** @typedef {import("./answers").Answers} Answers */
/** @typedef {import("./data").Data} Data */

/**
 * Returns the ids of all that a plan rests on now.
 * @param {Answers} answers
 * @param {Data} data
 */
const restsOn = (answers, data) => [...inPlay(answers, data).map(({ id }) => id), answers.situation, ...data.safety.map(({ id }) => id)].filter(Boolean);

/**
 * Notes the versions of what a plan rests on, where it does not know them yet. What it knows stays,
 * so that it can tell later what has changed.
 * @param {Answers} answers
 * @param {Data} data
 * @param {boolean} [anew] whether the reader has looked, and what was noted is to be renewed
 */
export function note(answers, data, anew = false) {
  const { versions, doubts } = noted(data, restsOn(answers, data));
  for (const [id, version] of versions) if (anew || !answers.versions.has(id)) answers.versions.set(id, version);
  for (const [id, tags] of doubts) if (anew || !answers.doubts.has(id)) answers.doubts.set(id, tags);
  if (anew) for (const id of answers.versions.keys()) if (!versions.has(id)) answers.versions.delete(id);
  if (anew || !answers.made) answers.made = new Date().toISOString().slice(0, 10);
}

/**
 * Tells whether a plan was made from other versions than there are now.
 * @param {Answers} answers
 * @param {Data} data
 */
export const isOlder = ({ versions }, data) => data.theories.some(({ id, version }) => versions.has(id) && versions.get(id) !== version);

/**
 * Returns what there is to tell, as parts of the page.
 * @param {Answers} answers
 * @param {string[]} lost in sentences
 * @param {Data} data
 * @param {string} root the site's address
 * @param {() => void} looked is called when the reader has looked
 * @returns {HTMLElement[]}
 */
export function told(answers, lost, data, root, looked) {
  const parts = lost.map((text) => h("p", {}, text));
  if (!answers.versions.size) return parts;
  const { retired, renewed, doubts, unknown, left, unasked, cannot, isNews } = changesOf(answers, data);
  if (!isNews) return parts;
  const of = ({ name, url, told: lines }) => h("li", {}, a(new URL(url, root).href, name), h("ul", {}, ...lines.map((line) => h("li", {}, line))));
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
