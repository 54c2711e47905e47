// Sets any two or three theories side by side. Each comes from its own page here, which works without script.
import { idsAsked, keep, put } from "./address.js";

const MOST = 3;
const pages = new Map();

// The page of a theory beside those linked to it; it is asked for once. Its links hold wherever they go.
async function asked(id) {
  const url = new URL(`${id}/`, location.href);
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const link of page.querySelectorAll("[data-side] [href]")) link.setAttribute("href", new URL(link.getAttribute("href"), url));
  return page;
}

function page(id) {
  if (!pages.has(id)) {
    const coming = asked(id);
    coming.catch(() => pages.delete(id));
    pages.set(id, coming);
  }
  return pages.get(id);
}

// One part of the comparison, filled with the side of each theory.
function fill(part, ids, found) {
  const sides = found.map((each, i) => each.querySelector(`[data-part="${part.dataset.part}"] [data-side="${ids[i]}"]`));
  part.querySelector(".sides").replaceChildren(...sides.map((side) => document.importNode(side, true)));
}

// The projects behind more than one: each by its name, with whose it is.
function sharedBy(result) {
  const owners = new Map();
  for (const project of result.querySelectorAll("[data-project]")) {
    const { project: id } = project.dataset;
    const { name, ids } = owners.get(id) ?? { name: project.firstElementChild.textContent, ids: [] };
    owners.set(id, { name, ids: [...ids, project.closest("[data-side]").dataset.side] });
  }
  return [...owners.values()].filter(({ ids }) => ids.length > 1);
}

function showShared(result) {
  const shared = sharedBy(result);
  result.querySelector("[data-shared-some]").hidden = shared.length === 0;
  result.querySelector("[data-shared-none]").hidden = shared.length > 0;
  result.querySelector("[data-shared]").replaceChildren(...shared.map(({ name, ids }) => {
    const item = document.createElement("li");
    item.textContent = `${name}: ${ids.join(", ")}`;
    return item;
  }));
}

export function compare(part) {
  const form = part.querySelector("[data-choose]");
  const selects = [...form.querySelectorAll("select")];
  const result = part.querySelector("[data-result]");
  const known = [...selects[0].options].map((option) => option.value).filter(Boolean);
  let turn = 0;

  // Says what is named, and nothing else; the words stand in the page.
  function say(said) {
    for (const line of part.querySelectorAll("[data-say]")) {
      const ids = said[line.dataset.say];
      line.hidden = !ids;
      const place = line.querySelector("b");
      if (ids && place) place.textContent = ids.join(", ");
    }
  }

  async function show(ids, said) {
    const mine = ++turn;
    result.hidden = true;
    if (ids.length < 2) return say({ ...said, [ids.length ? "one" : "none"]: ids });
    try {
      const found = await Promise.all(ids.map(page));
      if (mine !== turn) return;
      for (const each of result.querySelectorAll("[data-part]")) fill(each, ids, found);
      showShared(result);
      result.hidden = false;
      say({ ...said, several: ids });
    } catch {
      if (mine === turn) say({ ...said, failed: [] });
    }
  }

  function fromAddress() {
    const ids = idsAsked();
    const there = ids.filter((id) => known.includes(id));
    const unknown = ids.filter((id) => !known.includes(id));
    const chosen = there.slice(0, MOST);
    const left = there.slice(MOST);
    selects.forEach((select, i) => { select.value = chosen[i] ?? ""; });
    return show(chosen, { ...(unknown.length && { unknown }), ...(left.length && { many: left }) });
  }

  for (const select of selects.slice(1)) select.append(...selects[0].cloneNode(true).options);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    const query = new URLSearchParams(location.search);
    put(query, "ids", [...new Set(selects.map((select) => select.value))].filter(Boolean).join(","));
    keep(query);
    fromAddress();
  });
  form.hidden = false;
  fromAddress().then(() => { delete part.dataset.waiting; });
}
