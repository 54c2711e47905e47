// The search page: asks the Pagefind index, which is loaded only when somebody searches.
const BASE = new URL("../../", import.meta.url);
const GROUPS = ["Theories", "Terms", "Studies", "Pages"];
const SHOWN = 8; // results of each group, so that one group never drowns the others

let index;
async function pagefind() {
  index ??= import(new URL("pagefind/pagefind.js", BASE)).then(async (engine) => {
    await engine.options({ baseUrl: BASE.pathname, excerptLength: 24 });
    return engine;
  });
  return index;
}

// Returns [{ group, results: [{ url, meta, excerpt }] }], groups without results left out.
async function find(words) {
  const engine = await pagefind();
  const groups = await Promise.all(GROUPS.map(async (group) => {
    const { results } = await engine.search(words, { filters: { group } });
    return { group, results: await Promise.all(results.slice(0, SHOWN).map((r) => r.data())) };
  }));
  return groups.filter(({ results }) => results.length);
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function shownResult({ url, meta, excerpt }) {
  const why = element("p", { className: "result__why", innerHTML: excerpt }); // escaped by Pagefind
  return element("li", { className: "result" }, element("a", { href: url }, meta.title), why);
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
      status.textContent = "Search could not be loaded. Browse the list below.";
    }
  }

  function remember() {
    const address = new URL(location);
    address.searchParams.set("q", input.value.trim());
    history.replaceState(null, "", address);
  }

  form.addEventListener("submit", (event) => { event.preventDefault(); remember(); show(); });
  input.addEventListener("input", () => { remember(); show(); });
  input.value = new URL(location).searchParams.get("q") ?? "";
  show();
}

// "/" puts the cursor into search, unless the reader is typing.
export function slashFocuses() {
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    event.preventDefault();
    document.querySelector("[data-search-page] input, #bar-search").focus();
  });
}
