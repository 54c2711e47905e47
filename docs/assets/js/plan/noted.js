// What a plan notes of the records that it rests on, to tell later what is new: their versions, and a
// tag of each study that was no plain support for a theory.
import { inPlay } from "./inplay.js";
import { sum } from "./sum.js";

/**
 * @typedef {import("./answers").Answers} Answers
 * @typedef {import("./data").Data} Data
 * @typedef {import("./data").Theory} Theory
 * @typedef {{study: import("./data").Study, stance: string}} Doubt what a study says of a theory that is no plain support
 */

const SUPPORTS = "supports";

/**
 * Returns the tag of what a study says of a theory.
 * @param {string} key of the study
 * @param {string} stance
 */
export const tag = (key, stance) => sum(`${key} ${stance}`, 3);

/**
 * Returns what is no plain support for a theory.
 * @param {Theory} theory
 * @returns {Doubt[]}
 */
export const doubtsOf = ({ studies }) => studies.flatMap((study) => study.stance.split(", ").filter((stance) => stance !== SUPPORTS).map((stance) => ({ study, stance })));

/**
 * Returns what a plan has to note of the records it rests on, for `Answers.versions` and `doubts`.
 * @param {Data} data
 * @param {string[]} ids of theories, situations and safety topics
 * @returns {{versions: Map<string, number>, doubts: Map<string, string[]>}}
 */
export function noted(data, ids) {
  const records = [...data.theories, ...data.situations, ...data.safety].filter(({ id }) => ids.includes(id));
  const theories = data.theories.filter(({ id }) => ids.includes(id));
  return {
    versions: new Map(records.map(({ id, version }) => [id, version])),
    doubts: new Map(theories.map((theory) => [theory.id, doubtsOf(theory).map(({ study, stance }) => tag(study.key, stance))])),
  };
}

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
