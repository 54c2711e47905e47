// Filters and sorts a list that is whole without it, in groups or in none. What is chosen stands in the
// address. Of a list in parts, the others are fetched once something is chosen, so that what is found
// is found in all of it.
import { keep, put } from "./address.js";

// How long nobody types, in milliseconds, before it is read out what was found.
const PAUSE = 600;

const words = (item, name) => (item.dataset[name] || "").split(" ");

// What is sorted from high to low, unless its name ends in -up.
const HIGH_FIRST = ["year", "projects", "grade", "unknowns"];

function orders(name) {
  const compare = (a, b, key) => (a.dataset[key] || "").localeCompare(b.dataset[key] || "", undefined, { numeric: true });
  const key = name.replace(/-up$/, "");
  const sign = HIGH_FIRST.includes(name) ? -1 : 1;
  return (a, b) => sign * compare(a, b, key) || compare(a, b, "name");
}

// On a phone the choices would fill the first screen, so they are folded until one is asked for.
function foldOnPhones(choices, isAsked) {
  const phone = matchMedia("(max-width: 40rem)");
  choices.open = !phone.matches || isAsked;
  phone.addEventListener("change", () => { choices.open ||= !phone.matches; });
}

// Deals out a long list: the first that fit are in sight, and the others fold. What does not fit comes last.
function deal(items, first, rest) {
  const few = Number(rest.dataset.rest);
  const fitting = items.filter((item) => !item.hidden);
  first.append(...fitting.slice(0, few));
  rest.lastElementChild.append(...fitting.slice(few), ...items.filter((item) => item.hidden));
  rest.hidden = fitting.length <= few;
  rest.querySelector("summary").textContent = `${fitting.length - few} more`;
}

// An item that says no name of its own is called as what it leads to.
function itemsOf(list) {
  const items = [...list.querySelectorAll("[data-item]")];
  for (const item of items) item.dataset.name ??= item.querySelector("a")?.textContent ?? "";
  return items;
}

// Puts a row of another part below the heading that it has there.
function take(list, item) {
  const heading = item.closest("section")?.getAttribute("aria-labelledby");
  list.querySelector(heading ? `section[aria-labelledby="${heading}"] ul` : "ul").append(item);
}

export async function filterList(form) {
  const list = document.getElementById(form.dataset.filter);
  let items = itemsOf(list);
  const first = items[0]?.parentElement;
  const rest = list.querySelector("[data-rest]");
  // A list in parts names the one that is here. Of some lists, the others are too much to be fetched.
  const parts = document.querySelector(".jump:has([aria-current])");
  const canBeWhole = parts?.querySelector("[data-volume]");
  let isWhole = !parts;
  let coming;
  const blocks = [...list.querySelectorAll("[data-block]")];
  const status = form.querySelector("[role=status]");
  let told = "";
  let soon = 0;
  const selects = [...form.querySelectorAll("select")];
  const sort = selects.find((select) => select.name === "sort");
  const filters = selects.filter((select) => select !== sort);
  const name = form.querySelector("input[type=search]");

  function apply() {
    const part = (name?.value ?? "").trim().toLowerCase();
    const chosen = part !== "" || filters.some((select) => select.value);
    let shown = 0;
    for (const item of items) {
      const fits = (!part || item.querySelector("[data-named]").textContent.toLowerCase().includes(part)) && filters.every((select) => !select.value || words(item, select.name).includes(select.value));
      item.hidden = !fits;
      shown += fits;
    }
    // A block that never had an item says so, until something is chosen.
    for (const block of blocks) {
      block.hidden = shown < items.length && !block.querySelector("[data-item]:not([hidden]), [data-elsewhere]:not([hidden])");
      // What folds opens, so that what was asked for is in sight.
      for (const fold of block.querySelectorAll("details:has([data-item])")) fold.open ||= chosen;
    }
    if (rest) deal(sort ? items.sort(orders(sort.value)) : items, first, rest);
    else if (sort) for (const place of new Set(items.map((item) => item.parentElement))) place.append(...[...place.children].sort(orders(sort.value)));
    const of = isWhole ? "" : " of this part";
    told = shown === items.length ? `All ${items.length}${of} are shown.` : `${shown} of ${items.length}${of} are shown.`;
  }

  function say() {
    clearTimeout(soon);
    status.textContent = told;
  }

  // Brings the rows of the other parts here.
  async function complete() {
    const { otherParts, rowsOf } = await import("./volumes.js");
    for (const row of await rowsOf(otherParts(), `#${list.id} [data-item]`)) take(list, row);
    items = itemsOf(list);
    for (const way of [parts, ...document.querySelectorAll("[data-elsewhere]")]) way.hidden = true;
    isWhole = true;
    list.dispatchEvent(new Event("whole"));
  }

  async function answer() {
    let failed = "";
    if (canBeWhole && !isWhole) {
      status.textContent = "Looking through all parts of this list.";
      coming ??= complete();
      // What could not be had is asked for once more with the next choice.
      await coming.catch(() => { coming = undefined; failed = "The other parts could not be loaded. "; });
    }
    apply();
    told = failed + told;
    say();
  }

  function remember() {
    const query = new URLSearchParams(location.search);
    for (const select of selects) put(query, select.name, select.selectedIndex > 0 && select.value);
    keep(query);
  }

  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    // Before lacks were told apart, the name of a term found the theories about its lack, too.
    const value = asked.get(select.name);
    const there = [...select.options].map((option) => option.value);
    const found = [value, `${value}_lacking`].find((each) => there.includes(each));
    if (found !== undefined) select.value = found;
  }
  form.addEventListener("change", () => { remember(); answer(); });
  // What is found is shown at every key, and read out once somebody stops typing.
  name?.addEventListener("input", () => { apply(); clearTimeout(soon); soon = setTimeout(say, PAUSE); });
  form.addEventListener("submit", (event) => event.preventDefault());
  foldOnPhones(form.querySelector("details"), selects.some((select) => select.selectedIndex > 0));
  form.hidden = false;
  if (selects.some((select) => select.selectedIndex > 0)) await answer();
  else {
    apply();
    if (canBeWhole) told += " What you choose is looked for in all parts.";
    say();
  }
  // What is given to script after # is no part of a page.
  if (location.hash && !location.hash.includes("=")) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}
