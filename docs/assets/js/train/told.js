// What to tell of a pack that comes by a link: what was left out, is retired, or has changed since.
import { h } from "../plan/dom.js";
import { isCopy, limitNow, nameOf, retiredOf, since } from "../versions.js";
import { recordOf } from "./record.js";

/** @typedef {import("./builder").OwnPack} OwnPack */
/** @typedef {import("./record").TrainRecord} TrainRecord */
/** @typedef {import("../versions").VersionList} VersionList */

/**
 * What can be done about it.
 * @typedef {object} Cures
 * @property {(id: string, by: string) => void} replace
 * @property {(id: string) => void} looked
 */

/** @param {string} id @param {string} text @param {() => void} act */
const button = (id, text, act) => h("button", { type: "button", class: "copy", id, click: act }, text);

/** @param {TrainRecord} record @param {VersionList} list @param {Cures} cures */
function retired({ id, row }, list, { replace }) {
  const heirs = (row.dataset.instead ?? "").split(" ").filter((heir) => recordOf(list.find(heir)));
  const what = /** @type {HTMLElement} */ (retiredOf(row)?.cloneNode(true));
  what.prepend(`${id}: `);
  return h("div", {}, what, ...heirs.map((heir) => button(`own-heir-${id}-${heir}`, `Put ${heir} in the place of ${id}`, () => replace(id, heir))));
}

/** @param {TrainRecord} record @param {number} was @param {Cures} cures */
function renewed({ id, row, version }, was, { looked }) {
  if (was > version) return h("p", {}, `This pack was made with version ${was} of ${id}. This copy of the site has version ${version}, which is older. Load the page again.`);
  return h("div", {}, h("p", {}, h("b", {}, `${id} has changed since this pack was made with version ${was}: `), nameOf(row)),
    h("ul", {}, ...since(row, was).map((change) => change.cloneNode(true))), button(`own-looked-${id}`, `I have looked at ${id}`, () => looked(id)));
}

/**
 * Returns what is to be told of a pack.
 * @param {OwnPack} pack
 * @param {VersionList} list
 * @param {Cures} cures
 * @returns {HTMLElement[]}
 */
export function toldOf({ items, lost }, list, cures) {
  /** @type {Map<string, {record: TrainRecord, was: number}>} */
  const used = new Map(items.flatMap(({ id, record, version }) => (record ? [[id, { record, was: version }]] : [])));
  const told = [
    ...lost.map((text) => h("p", {}, text)),
    ...[...used.values()].filter(({ record }) => record.isRetired).map(({ record }) => retired(record, list, cures)),
    ...[...used.values()].filter(({ record, was }) => was && was !== record.version).map(({ record, was }) => renewed(record, was, cures)),
  ];
  return items.length && isCopy() ? [...told, ...limitNow()] : told;
}
