// Puts a pack together on the page: what is in it stands in the address, and nowhere else.
import { addressNow, copiesWords, lasting } from "../copy.js";
import { onDisk } from "../disk.js";
import { every, one, put } from "../plan/dom.js";
import { idOf, versionList } from "../versions.js";
import { packAsked } from "./asked.js";
import { clocks, inMinutes, total } from "./clock.js";
import { LONGEST, MOST, readItems, START, timeOf, TITLE, titleOf, writeItems } from "./items.js";
import { endOf, lineOf, nameOfItem } from "./lines.js";
import { looksAt } from "./looks.js";
import { printed, wordsOf } from "./printed.js";
import { recordOf, USUAL } from "./record.js";
import { toldOf } from "./told.js";

/** @typedef {import("./items").Item} Item */
/** @typedef {import("./record").TrainRecord} TrainRecord */

/**
 * An item where it stands in the pack. Its key tells it from others that are alike.
 * @typedef {Item & {key: number, record: TrainRecord|null, takes: number}} Placed
 */

/**
 * A pack that somebody puts together.
 * @typedef {{items: Placed[], title: string, at: string, lost: string[]}} OwnPack
 */

/**
 * Lets a reader put a pack together.
 * @param {HTMLElement} root
 */
export async function builder(root) {
  const list = versionList();
  const longest = Number(root.dataset.own);
  const [title, at] = /** @type {HTMLInputElement[]} */ ([one(root, "[name=title]"), one(root, "[name=at]")]);
  const [agenda, sum, said, heading] = ["[data-own-agenda]", "[data-own-sum]", "[data-own-said]", "[data-own-title]"].map((part) => one(root, part));
  const tray = /** @type {HTMLElement} */ (document.querySelector("[data-own-tray]"));
  const link = /** @type {HTMLAnchorElement} */ (one(root, "[data-own-link]"));
  const since = /** @type {HTMLAnchorElement} */ (one(root, "[data-own-since]"));
  /** @type {OwnPack} */
  let pack = { items: [], title: "", at: START, lost: [] };
  let keys = 0;

  /** @param {Item} item @returns {Placed} */
  function placed(item) {
    const record = item.kind === "record" ? recordOf(list.find(item.id)) : null;
    // An activity knows its minutes. All else keeps its own, so that a link means the same for good.
    const takes = record?.takes || item.minutes || USUAL;
    return { ...item, minutes: record?.takes ? 0 : takes, key: ++keys, record, takes };
  }

  /** The end of the address: what was chosen, and after # what was typed, since that part is sent to no host. */
  function fragment() {
    return pack.title ? `#t=${encodeURIComponent(pack.title)}` : "";
  }

  function query() {
    return pack.items.length ? `i=${writeItems(pack.items)}&at=${pack.at}` : "";
  }

  function linkNow() {
    const base = onDisk ? lasting() : addressNow().replace(/[?#].*$/s, "");
    return `${base}${query() && `?${query()}`}${fragment()}`;
  }

  function keep() {
    const rest = new URLSearchParams(location.search);
    for (const name of ["i", "t", "at"]) rest.delete(name);
    const whole = [query(), rest.toString()].filter(Boolean).join("&");
    history.replaceState(null, "", `${whole ? `?${whole}` : location.pathname}${fragment()}`);
  }

  /** Says how long it is, wherever that stands. */
  function tick() {
    const times = clocks(pack.items.map(({ takes }) => ({ minutes: takes })), pack.at);
    for (const said of every(agenda, "[data-own-takes]")) said.textContent = String(pack.items.find(({ key }) => String(key) === said.dataset.ownTakes)?.takes);
    every(agenda, ".timed__clock").forEach((clock, i) => { clock.textContent = times[i]; });
    const minutes = total(pack.items.map(({ takes }) => ({ minutes: takes })));
    const words = pack.items.length ? `${inMinutes(minutes)} in all, from ${times[0]} to ${times[times.length - 1]}.` : "Nothing is in it yet. Start from one of our packs, or add what you need.";
    sum.textContent = words;
    one(tray, "p").textContent = `${pack.title || "Your pack"}: ${words}`;
    heading.textContent = pack.title || "Your pack";
    looksAt(root, pack.items, longest);
    link.textContent = linkNow();
    link.href = linkNow();
    return words;
  }

  function draw() {
    put(agenda, ...pack.items.map((item, i) => lineOf(item, pack.items, i, { move, remove, setMinutes })), pack.items.length > 0 && endOf());
    put(one(root, "[data-own-told]"), ...toldOf(pack, list, { replace, looked }));
    put(one(root, "[data-own-print]"), ...printed(pack.items));
    for (const part of every(root, "[data-own-take]")) part.hidden = !pack.items.length;
    root.toggleAttribute("data-empty", !pack.items.length);
    tray.hidden = !pack.items.length;
    const use = new Map(pack.items.filter(({ record }) => record).map(({ id, version }) => [id, version]));
    since.search = `use=${[...use].map(([id, version]) => `${id}${version ? `.${version}` : ""}`).join(",")}`;
    since.hidden = use.size === 0;
    return tick();
  }

  /** Shows what somebody did, says it, and keeps it. @param {string} what in a sentence */
  function done(what) {
    said.textContent = `${what} ${draw()}`;
    keep();
  }

  /** @param {string} text of one item, as an address has it */
  function add(text) {
    if (pack.items.length >= MOST) {
      said.textContent = `${MOST} items are the most for a pack. Take one out first.`;
      return;
    }
    const [item] = readItems(text).items.map(placed);
    const last = pack.items[pack.items.length - 1];
    const place = item.kind === "welcome" ? 0 : pack.items.length - (last?.kind === "close" && item.kind !== "close" ? 1 : 0);
    pack.items.splice(place, 0, item);
    done(`${nameOfItem(item)} is in the pack.`);
  }

  /** @param {Placed} item @param {number} by how many places, down or up */
  function move(item, by) {
    const from = pack.items.indexOf(item);
    const to = from + by;
    if (to < 0 || to >= pack.items.length) return;
    pack.items.splice(to, 0, ...pack.items.splice(from, 1));
    done(`${nameOfItem(item)} is number ${to + 1} of ${pack.items.length}.`);
  }

  /** @param {Placed} item */
  function remove(item) {
    const place = pack.items.indexOf(item);
    pack.items.splice(place, 1);
    done(`${nameOfItem(item)} is out of the pack.`);
    const next = pack.items[Math.min(place, pack.items.length - 1)];
    (next ? one(root, `#own-${next.key}-remove`) : heading).focus();
  }

  /** @param {Placed} item @param {number} minutes @param {boolean} isSet whether the reader is done with it */
  function setMinutes(item, minutes, isSet) {
    item.takes = Math.min(Math.max(Math.round(minutes) || 1, 1), LONGEST);
    item.minutes = item.takes;
    if (isSet) done(`${nameOfItem(item)} takes ${inMinutes(item.takes)}.`);
    else tick();
  }

  /** Puts another record in the place of one. @param {string} id @param {string} by */
  function replace(id, by) {
    const [item] = readItems(by).items;
    const version = recordOf(list.find(by))?.version ?? 0;
    pack.items = pack.items.map((each) => (each.id === id ? placed({ ...item, version }) : each));
    done(`${by} is in the place of ${id}.`);
    heading.focus();
  }

  /** Notes that the reader has seen what is new of a record. @param {string} id */
  function looked(id) {
    for (const item of pack.items) if (item.id === id && item.record) item.version = item.record.version;
    done(`${id} is in the pack in version ${recordOf(list.find(id))?.version} now.`);
    heading.focus();
  }

  async function open() {
    pack = await packAsked(list, placed);
    title.value = pack.title;
    at.value = pack.at.padStart(5, "0");
    draw();
    // What was typed is sent to no host once it stands after #. What is not understood stays for now.
    if (new URLSearchParams(location.search).has("t")) history.replaceState(null, "", `${location.search.replace(/([?&])t=[^&]*&?/, "$1").replace(/[?&]$/, "")}${fragment()}`);
  }

  title.maxLength = TITLE;
  title.addEventListener("input", () => { pack.title = titleOf(title.value); tick(); });
  title.addEventListener("change", keep);
  at.addEventListener("input", () => { if (timeOf(at.value)) { pack.at = timeOf(at.value); tick(); } });
  at.addEventListener("change", () => { at.value = pack.at.padStart(5, "0"); done(""); });
  one(root, "form").addEventListener("submit", (event) => event.preventDefault());
  for (const button of every(document, "[data-own-add]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const row = button.closest("[data-kept]");
      add(row instanceof HTMLElement ? `${idOf(row)}.${row.dataset.newest}` : button.dataset.ownAdd ?? "");
    });
  }
  one(tray, "button").addEventListener("click", () => heading.focus());
  copiesWords(one(root, "[data-own-copy]"), "the link of this pack", linkNow);
  copiesWords(one(root, "[data-own-words]"), "the pack as text", () => wordsOf(pack, linkNow()));
  addEventListener("hashchange", () => { if (location.hash.startsWith("#t=")) open(); else keep(); });
  await open();
  root.hidden = false;
  delete root.dataset.waiting;
}
