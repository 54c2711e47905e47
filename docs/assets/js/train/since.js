// Tells what has changed of what a trainer uses, since a day or since a pack was made.
import { keep, put as putInto } from "../address.js";
import { every, h, one, put } from "../plan/dom.js";
import { idOf, isCopy, isDay, limitNow, nameOf, newest, noDay, notLoaded, retiredOf, unknown, versionList } from "../versions.js";
import { changed, readUse, WAYS } from "./changed.js";
import { handoutOf } from "./record.js";

/** @typedef {import("./changed").Answer} Answer */
/** @typedef {import("./changed").Entry} Entry */
/** @typedef {import("./changed").Way} Way */

/** @type {Record<Way, string>} */
const HEADS = { retired: "Retired", corrected: "A mistake of ours put right", changed: "Changed", new: "New" };

/** @param {string} day as year-month-day @returns {string} such as 28 October 2026 */
const inWords = (day) => new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** @param {Entry} entry @returns {HTMLElement} */
function told({ row, way, changes, gone, packs }) {
  const retired = way === "retired" && retiredOf(row);
  if (way === "new") changes = [h("li", {}, `New with ${newest(row)}.`)];
  return h("li", {},
    h("p", {}, h("b", {}, idOf(row)), " ", nameOf(row), packs.length > 0 && h("small", {}, ` in ${packs.join(", ")}`)),
    retired && retired.cloneNode(true),
    ...gone.map((other) => h("p", {}, `It rests on ${idOf(other)}, `, nameOf(other), ", which was retired. Look at it again before you use it.")),
    changes.length > 0 && h("ul", {}, ...changes.map((change) => change.cloneNode(true))));
}

/** @param {Entry[]} entries @returns {HTMLElement[]} */
const groups = (entries) => WAYS.flatMap((way) => {
  const those = entries.filter((entry) => entry.way === way);
  return those.length ? [h("section", { class: "since__way", "aria-labelledby": `since-${way}` }, h("h2", { id: `since-${way}` }, `${HEADS[way]}: ${those.length}`), h("ul", { class: "kept" }, ...those.map(told)))] : [];
});

/** Says what to do with records. @param {string} what @param {Entry[]} those */
const line = (what, those) => (those.length ? [h("p", { class: "check__verdict" }, `${what}: ${those.map(({ row }) => idOf(row)).join(", ")}`)] : []);

/** @param {Entry} entry @returns {HTMLElement} how to print it */
function printing({ row }) {
  const handout = handoutOf(row);
  return h("li", {}, `${idOf(row)} `, nameOf(row), handout && ". ", handout);
}

/** Returns what to print again, what to print at all, and what to throw away. @param {Entry[]} entries @returns {HTMLElement[]} */
function box(entries) {
  const [out, fresh] = [/** @type {const} */ ("retired"), /** @type {const} */ ("new")].map((way) => entries.filter((entry) => entry.way === way));
  const again = entries.filter((entry) => !out.includes(entry) && !fresh.includes(entry));
  const printed = [...again, ...fresh];
  return [...line("Print again", again), ...line("New since then, to print", fresh), ...(printed.length ? [h("ul", {}, ...printed.map(printing))] : []), ...line("Use no more", out)];
}

/** @param {boolean} isAll whether nobody said what they use @param {string} day */
function nothing(isAll, day) {
  const what = isAll ? "Nothing that trainers can use" : "Nothing that you use";
  const when = day ? `after ${inWords(day)}` : "since it was made";
  return isCopy() ? `This copy knows of no change ${when} in what you use.` : `${what} has changed ${when}.`;
}

/** @param {Answer} answer @param {boolean} isAll @param {string} day @returns {HTMLElement[]} */
function verdict({ entries, unknown: strange, undated, ahead }, isAll, day) {
  const isAnswered = undated.length === 0 && ahead.length === 0;
  return [
    ...(entries.length === 0 && isAnswered && (isAll || strange.length === 0) ? [h("p", { class: "check__verdict" }, nothing(isAll, day))] : []),
    ...box(entries),
    ...strange.map((id) => unknown(id, "in the lists")),
    ...ahead.map(({ id, version, newest }) => h("p", {}, `You have version ${version} of ${id}. This copy of the site has version ${newest}, which is older. Load the page again.`)),
    ...(undated.length ? [h("p", {}, `Of ${undated.join(", ")} we know neither the version nor the day. Say the day, too.`)] : []),
  ];
}

/** @param {HTMLElement} root */
export async function sinceLast(root) {
  const list = versionList();
  const [answer, entries] = [one(root, "[data-since-answer]"), one(root, "[data-since-entries]")];
  const form = /** @type {HTMLFormElement} */ (one(root, "form"));
  const [day, use] = /** @type {HTMLInputElement[]} */ ([one(form, "[name=since]"), one(form, "[name=use]")]);
  const boxes = /** @type {HTMLInputElement[]} */ (every(document, ".since__pick input"));
  let turn = 0;

  /** Ticks what is typed. */
  function tick() {
    const ids = readUse(use.value).map(({ id }) => id);
    for (const each of boxes) each.checked = ids.includes(each.value.toUpperCase());
  }

  /** @param {string} since @param {string} using */
  async function ask(since, using) {
    const mine = ++turn;
    const used = readUse(using);
    if (!since && !used.some(({ version }) => version)) return show([h("p", {}, "Say the day of your last session.")], []);
    if (since && !isDay(since)) return show([noDay(since)], []);
    if (list.hasMore && used.some(({ id }) => !list.known(id))) {
      try { await list.ask(); } catch { if (mine === turn) show([notLoaded()], []); return; }
      if (mine !== turn) return;
    }
    const isAll = used.length === 0;
    const found = changed(isAll ? boxes.map(({ value }) => ({ id: value, version: 0 })) : used, since, list);
    show([...verdict(found, isAll, since), ...limitNow()], found.entries);
  }

  /** @param {HTMLElement[]} said @param {Entry[]} those */
  function show(said, those) {
    answer.replaceChildren(...said);
    put(entries, ...groups(those));
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const query = new URLSearchParams(location.search);
    putInto(query, "since", day.value);
    putInto(query, "use", readUse(use.value).map(({ id, version }) => `${id}${version ? `.${version}` : ""}`).join(","));
    keep(query);
    ask(day.value, use.value).then(() => root.scrollIntoView());
  });
  use.addEventListener("input", tick);
  for (const each of boxes) {
    each.hidden = false;
    each.addEventListener("change", () => {
      const others = use.value.split(/[\s,;]+/).filter((id) => id && readUse(id)[0].id !== each.value.toUpperCase());
      use.value = [...others, ...(each.checked ? [each.value] : [])].join(", ");
    });
  }
  const given = new URLSearchParams(location.search);
  day.value = (given.get("since") ?? "").trim();
  use.value = readUse(given.get("use") ?? "").map(({ id, version }) => `${id}${version ? `.${version}` : ""}`).join(", ");
  tick();
  if (given.has("since") || given.has("use")) await ask((given.get("since") ?? "").trim(), use.value);
  root.hidden = false;
  delete root.dataset.waiting;
}
