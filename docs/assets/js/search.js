// The search page: asks the index, shows what it found and why, and says so.
import { finder } from "./ask.js";
import { marked, nameWords, passage } from "./passage.js";

const GROUPS = ["Theories", "Terms", "Studies", "Quotations", "Activities", "Pages"];
const PAUSE = 200; // milliseconds without a keystroke before the index is asked
const SLOW = 1000; // milliseconds until it is said that an answer is on its way

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// Words as text, those that were found marked, with spaces between.
function withMarks(words) {
  return words.flatMap(({ text, found }, i) => [i ? " " : "", found ? element("mark", {}, text) : text]);
}

// Why a result was found. Other names are for the index alone: of them, only typed words are said.
function why(result, voices) {
  const found = passage(result, voices);
  const text = found?.words.map((word) => word.text).filter((word) => word !== "…").join(" ");
  const names = nameWords(result);
  const lines = [];
  if (result.lead && result.lead !== result.title) lines.push(element("p", { className: "result__lead" }, ...withMarks(marked(result.lead, result))));
  if (found && !`${result.lead}. ${result.title}.`.includes(text)) {
    const voice = found.voice ? [" ", element("span", { className: "result__voice" }, found.voice)] : [];
    lines.push(element("p", { className: "result__why" }, ...withMarks(found.words), ...voice));
  }
  if (names.length) lines.push(element("p", { className: "result__why" }, "Found by another name: ", ...withMarks(names.map((name) => ({ text: name, found: true })))));
  return lines;
}

function shownResult(result, voices, kind = "") {
  const link = element("a", { href: result.url }, ...withMarks(marked(result.title, result)));
  return element("li", { className: "result" }, ...(kind ? [element("span", { className: "result__kind" }, kind), " "] : []), link, ...why(result, voices));
}

function shownGroup(name, results) {
  return element("section", {}, element("h2", {}, name), element("ol", { className: "results" }, ...results));
}

// Close results in their groups, then all others by how close they are.
function shown(results, voices) {
  const groups = GROUPS.map((group) => [group, results.filter((result) => result.close && result.group === group)]);
  const others = results.filter(({ close }) => !close);
  return [
    ...groups.filter(([, found]) => found.length).map(([group, found]) => shownGroup(group, found.map((result) => shownResult(result, voices)))),
    ...(others.length ? [shownGroup("Further from your words", others.map((result) => shownResult(result, voices, result.group)))] : []),
  ];
}

function summary(question, { missing, count, lost, results }) {
  const lacking = missing.length ? ` No page has: ${missing.join(", ")}.` : "";
  if (!results.length) return `Nothing found for ${question}.${lacking} Try one plain word, or browse below.`;
  const of = count > results.length ? `, the best of ${count}` : "";
  const gone = lost ? ` ${lost} more could not be loaded.` : "";
  return `${results.length} ${results.length === 1 ? "result" : "results"} for ${question}${of}.${gone}${lacking}`;
}

export function searchPage(root) {
  const form = root.querySelector("form");
  const input = root.querySelector("input");
  const status = root.querySelector("[role=status]");
  const list = root.querySelector("[data-search-results]");
  const next = root.querySelector("[data-search-next]");
  const failure = root.querySelector("[data-search-failure]");
  const voices = root.dataset.voices.split("|");
  const ask = finder();
  let latest = 0;

  // `why` is the reason of a failure, if there is one; it is told in words of the page.
  function show(said, sections, nothing, why = "") {
    list.replaceChildren(...sections);
    status.textContent = said;
    next.hidden = !nothing;
    failure.hidden = !why;
    for (const part of failure.querySelectorAll("[data-why]")) part.hidden = part.dataset.why !== why;
    delete root.dataset.waiting;
  }

  async function search() {
    const question = input.value.trim();
    const turn = ++latest; // a slow answer must not overwrite a newer one
    if (!question) return show("", [], false);
    if (!list.hasChildNodes()) root.dataset.waiting = ""; // so that what is below does not jump
    const slow = setTimeout(() => { if (turn === latest) status.textContent = "Searching."; }, SLOW);
    try {
      const found = await ask(question);
      const why = found.lost ? "part" : "";
      if (turn === latest) show(summary(question, found), shown(found.results, voices), !found.results.length, why);
    } catch (error) {
      if (turn === latest) show(`Search could not be loaded, so it cannot say what there is on ${question}.`, [], false, error.message);
    } finally {
      clearTimeout(slow);
    }
  }

  const searchAgain = () => { if (!failure.hidden) search(); };

  function remember() {
    const address = new URL(location);
    address.searchParams.set("q", input.value.trim());
    history.replaceState(null, "", address);
  }

  let pause;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    remember();
    search();
  });
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => { remember(); search(); }, PAUSE);
  });
  failure.querySelector("[data-search-again]").addEventListener("click", searchAgain);
  failure.querySelector("[data-load-again]").addEventListener("click", () => location.reload());
  addEventListener("online", searchAgain);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) searchAgain(); });
  input.value = new URL(location).searchParams.get("q") ?? "";
  search();
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
