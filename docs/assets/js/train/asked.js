// The pack that the address of the page asks for.
import { MOST, readItems, START, timeOf, titleOf } from "./items.js";

/** @typedef {import("./builder").OwnPack} OwnPack */
/** @typedef {import("./builder").Placed} Placed */
/** @typedef {import("./items").Item} Item */
/** @typedef {import("../versions").VersionList} VersionList */

/** Puts the items of our own packs in the place of their ids. @param {Item[]} items @param {VersionList} list @returns {Item[]} */
function opened(items, list) {
  return items.flatMap((item) => {
    const row = list.find(item.id);
    return row?.dataset.items ? readItems(row.dataset.items).items : [item];
  });
}

/** @param {string} id of what is in no pack @param {VersionList} list @returns {string} why */
function whyNot(id, list) {
  return list.find(id) ? `${id} cannot be in a pack: that can activities, drills and theories. It was left out.` : `We know no ${id}. Is there a slip in it? It was left out.`;
}

/**
 * Reads the address, and says what of it could not be had.
 * @param {VersionList} list
 * @param {(item: Item) => Placed} placed puts an item where it stands
 * @returns {Promise<OwnPack>}
 */
export async function packAsked(list, placed) {
  const given = new URLSearchParams(location.search);
  const { items, lost, over } = readItems(given.get("i") ?? "");
  const first = items.map(({ id }) => list.find(id)).find((row) => row?.dataset.items);
  const wanted = (given.get("at") ?? first?.dataset.begins ?? START).trim();
  const told = lost.map((part) => `“${part}” is no item of a pack. It was left out.`);
  if (over) told.push(`${MOST} items are the most for a pack. ${over} were left out.`);
  if (!timeOf(wanted)) told.push(`“${wanted}” is no time. It begins at ${START} here.`);
  const asked = opened(items, list);
  if (list.hasMore && asked.some(({ kind, id }) => kind === "record" && !list.find(id))) {
    await list.ask().catch(() => { told.push("Some of the list could not be loaded. Is there a connection?"); });
  }
  const all = asked.map(placed);
  const isUnknown = (/** @type {Placed} */ { kind, record }) => kind === "record" && !record;
  for (const { id } of all.filter(isUnknown)) told.push(whyNot(id, list));
  for (const item of all) item.version ||= item.record?.version ?? 0;
  const typed = new URLSearchParams(location.hash.slice(1)).get("t") ?? given.get("t");
  return {
    items: all.filter((item) => !isUnknown(item)),
    title: titleOf(typed || first?.querySelector("a")?.textContent || ""),
    at: timeOf(wanted) || START,
    lost: told,
  };
}
