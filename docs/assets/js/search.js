// The search page: asks the Pagefind index, which is loaded only when somebody searches.
const BASE = new URL("../../", import.meta.url);
const GROUPS = ["Theories", "Terms", "Studies", "Pages"];
const PAUSE = 200; // milliseconds without a keystroke before the index is asked
const SHOWN = 8; // results of each group, so that one group never drowns the others

let index;
async function pagefind() {
  index ??= import(new URL("pagefind/pagefind.js", BASE)).then(async (engine) => {
    await engine.options({ baseUrl: BASE.pathname });
    return engine;
  });
  index.catch(() => { index = undefined; }); // a failed load may be tried again
  return index;
}

// Returns [{ group, results: [{ url, meta }] }], groups without results left out.
async function find(words) {
  const engine = await pagefind();
  const groups = await Promise.all(GROUPS.map(async (group) => {
    const { results } = await engine.search(words, { filters: { group } });
    const found = await Promise.all(results.slice(0, SHOWN).map((r) => r.data()));
    return { group, results: found.filter((result) => isMeant(words, result)) };
  }));
  return groups.filter(({ results }) => results.length);
}

// Where no page has a word, the engine falls back on pages with a word that starts with the
// same letter or two. Those answer nothing, so they are left out.
const START = 3;
function isMeant(words, { excerpt }) {
  const start = (word) => word.toLowerCase().slice(0, START);
  const asked = words.split(/[^\p{L}\p{N}]+/u).filter(Boolean).map(start);
  const marked = [...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, word]) => start(word));
  return !marked.length || marked.some((word) => asked.some((other) => word.startsWith(other) || other.startsWith(word)));
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// The excerpt is left out: it would show the other names, which are for the index alone.
function shownResult({ url, meta }) {
  const lead = meta.lead === meta.title ? [] : [element("p", { className: "result__lead" }, meta.lead)];
  return element("li", { className: "result" }, element("a", { href: url }, meta.title), ...lead);
}

function shownGroup({ group, results }) {
  return element("section", {}, element("h2", {}, group),
    element("ol", { className: "results" }, ...results.map(shownResult)));
}

function summary(words, groups) {
  const count = groups.reduce((sum, { results }) => sum + results.length, 0);
  if (count === 0) return `Nothing found for ${words}. Try one plain word, or browse below.`;
  return `${count} ${count === 1 ? "result" : "results"} for ${words}`;
}

export function searchPage(root) {
  const form = root.querySelector("form");
  const input = root.querySelector("input");
  const status = root.querySelector("[role=status]");
  const list = root.querySelector("[data-search-results]");
  let latest = 0;

  async function show() {
    const words = input.value.trim();
    const turn = ++latest; // a slow answer must not overwrite a newer one
    if (!words) {
      status.textContent = "";
      list.replaceChildren();
      return;
    }
    try {
      const groups = await find(words);
      if (turn !== latest) return;
      list.replaceChildren(...groups.map(shownGroup));
      status.textContent = summary(words, groups);
    } catch {
      if (turn !== latest) return;
      list.replaceChildren();
      status.textContent = "Search could not be loaded. Browse the list below.";
    }
  }

  function remember() {
    const address = new URL(location);
    address.searchParams.set("q", input.value.trim());
    history.replaceState(null, "", address);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    remember();
    show();
  });
  let pause;
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => { remember(); show(); }, PAUSE);
  });
  input.value = new URL(location).searchParams.get("q") ?? "";
  show();
}

// "/" puts the cursor into search, or opens the search page where the bar is too narrow for it,
// unless the reader is typing.
export function slashFocuses() {
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    event.preventDefault();
    const field = document.querySelector("[data-search-page] input") ?? document.querySelector("#bar-search");
    if (field.checkVisibility?.() ?? true) field.focus();
    else location.assign(document.querySelector(".bar__find").href); // no room for it in the bar
  });
}
