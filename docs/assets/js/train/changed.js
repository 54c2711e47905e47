// What has changed of what a trainer uses: one entry a record, with all that there is to say of it.
import { after, changesOf, dayOf, idOf, retiredOf, since, versionOf } from "../versions.js";

/** @typedef {import("../versions").VersionList} VersionList */

/**
 * What happened to a record, what must not be missed first.
 * @typedef {"retired"|"corrected"|"changed"|"new"} Way
 */

/** @type {Way[]} */
export const WAYS = ["retired", "corrected", "changed", "new"];

/**
 * What somebody uses, and in which version, or 0 if that is not said.
 * @typedef {{id: string, version: number}} Used
 */

/**
 * What is to be told of a record.
 * @typedef {object} Entry
 * @property {HTMLElement} row
 * @property {Way} way
 * @property {HTMLElement[]} changes its versions since, the newest first
 * @property {HTMLElement[]} gone the rows of what it rests on, and was retired since
 * @property {string[]} packs in which it is used
 */

/**
 * What came of a question.
 * @typedef {object} Answer
 * @property {Entry[]} entries in the order of `WAYS`
 * @property {string[]} unknown ids that nothing has
 * @property {string[]} undated ids of which neither a day nor a version is said
 * @property {{id: string, version: number, newest: number}[]} ahead versions that are not there
 */

/**
 * Reads what somebody uses: ids with or without a version, such as `T004,K03,J05.1`.
 * @param {string} text
 * @returns {Used[]} each id once
 */
export function readUse(text) {
  const read = text.split(/[\s,;]+/).filter(Boolean).map((each) => {
    const [, id, version = "0"] = /^(.*?)(?:\.([1-9]\d*))?$/.exec(each) ?? [];
    return { id: (id ?? "").toUpperCase(), version: Number(version) };
  });
  return [...new Map(read.map((used) => [used.id, used])).values()];
}

/** @param {HTMLElement} row @param {"parts"|"rests"} what @returns {string[]} ids */
const idsIn = (row, what) => (row.dataset[what] ?? "").split(" ").filter(Boolean);

/** @param {HTMLElement} row @param {string} day */
const isRetiredAfter = (row, day) => (row.dataset.retired ?? "") > day;

/**
 * Opens packs into their parts: each record once, with the packs that it is in.
 * @param {Used[]} used
 * @param {VersionList} list
 */
function opened(used, list) {
  /** @type {Map<string, Used & {packs: string[]}>} */
  const found = new Map();
  const add = (/** @type {Used} */ one, /** @type {string} */ pack) => {
    const there = found.get(one.id) ?? { ...one, packs: [] };
    found.set(one.id, { ...there, version: there.version || one.version, packs: pack ? [...there.packs, pack] : there.packs });
  };
  for (const one of used) {
    const row = list.known(one.id);
    add(row ? { ...one, id: idOf(row) } : one, "");
    if (row) for (const id of idsIn(row, "parts")) add({ id, version: 0 }, idOf(row));
  }
  return [...found.values()];
}

/** @param {HTMLElement[]} changes @param {boolean} isRetired @param {boolean} isNew @returns {Way} */
function wayOf(changes, isRetired, isNew) {
  if (isRetired) return "retired";
  if (isNew) return "new";
  return changes.some((change) => change.dataset.corrected !== undefined) ? "corrected" : "changed";
}

/**
 * Answers what has changed of what somebody uses.
 * @param {Used[]} used
 * @param {string} day after which, or ""
 * @param {VersionList} list
 * @returns {Answer}
 */
export function changed(used, day, list) {
  const all = opened(used, list).map((one) => ({ ...one, row: list.known(one.id) }));
  /** @type {Entry[]} */
  const entries = [];
  /** @type {Answer} */
  const answer = { entries, unknown: [], undated: [], ahead: [] };
  for (const { id, version, packs, row } of all) {
    if (!row) answer.unknown.push(id);
    else if (!version && !day) answer.undated.push(id);
    else {
      const newest = Number(row.dataset.newest);
      if (version > newest) answer.ahead.push({ id, version, newest });
      const changes = version ? since(row, version) : after(row, day);
      const first = changesOf(row).find((change) => versionOf(change) === 1);
      // A version does not tell if a record was retired by then, so its retirement is told in any case.
      const isRetired = day ? isRetiredAfter(row, day) : Boolean(retiredOf(row));
      const gone = day ? idsIn(row, "rests").flatMap((other) => list.find(other) ?? []).filter((other) => isRetiredAfter(other, day)) : [];
      const isNew = !version && first !== undefined && dayOf(first) > day;
      if (changes.length || isRetired || gone.length) entries.push({ row, way: wayOf(changes, isRetired, isNew), changes, gone, packs });
    }
  }
  entries.sort((one, other) => WAYS.indexOf(one.way) - WAYS.indexOf(other.way));
  return answer;
}
