// The search page: asks the index, shows what it found and why, and says so. What was typed stands
// behind the # of the address, which no browser sends to a host.
import { onDisk } from "./disk.js";
import { AT_ONCE, finder } from "./ask.js";
import { beginning, marked, nameWords, passage } from "./passage.js";

const PAUSE = 150; // milliseconds without a keystroke before the index is asked
const SLOW = 80; // milliseconds until it is said that an answer is on its way

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const several = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;
const capital = (text) => text[0].toUpperCase() + text.slice(1);

// Words as text, those that were found marked, with spaces between.
function withMarks(words) {
  return words.flatMap(({ text, found }, i) => [i ? " " : "", found ? element("mark", {}, text) : text]);
}

// Where a page is: on a disk, no folder opens by itself.
const fileOf = (address) => (onDisk ? address.replace(/(^|\/)(?=#|$)/, "$1index.html") : address);

function shownResult(result, base, textOf) {
  const { document: { address, title, kind, label, lead }, part } = result;
  const name = part ? `${part}: ${title}` : title;
  const link = element("a", { href: base + fileOf(address) + (part ? `#${part}` : "") }, ...withMarks(marked(name, result)));
  const item = element("li", { className: "result" }, element("p", { className: "result__kind" }, capital(kind), ...(label ? [" · ", label] : [])), link);
  const names = nameWords(result);
  const why = element("p", { className: "result__why" }, ...withMarks(lead ? beginning(lead, result) : []));
  // Above the passage, which comes later and needs room of its own.
  if (names.length) item.append(element("p", { className: "result__name" }, "Found by another name: ", ...withMarks(names.map((text) => ({ text, found: true })))));
  item.append(why);
  textOf(result).then((says) => {
    const found = passage(result, says, part);
    if (found) why.replaceChildren(...(found.voice ? [element("span", { className: "result__voice" }, found.voice), " "] : []), ...withMarks(found.words));
  });
  return item;
}

function summary(question, { results, guesses, unknown }) {
  const not = [...guesses.map(({ word }) => word), ...unknown];
  const lacking = not.length ? ` Search knows no word ${not.join(", ")}.` : "";
  const instead = guesses.length ? ` Also searched: ${[...new Set(guesses.flatMap((guess) => guess.guesses))].join(", ")}.` : "";
  if (!results.length) return `Nothing found for ${question}.${lacking} Try one plain word, or browse below.`;
  return `${several(results.length, "result")} for ${question}.${lacking}${instead}`;
}

// What was typed, as the address has it; null where the address names something else on the page.
function typed() {
  const asked = new URLSearchParams(location.hash.slice(1)).get("q");
  return asked ?? (location.hash ? null : "");
}

export function searchPage(root) {
  const form = root.querySelector("form");
  const input = root.querySelector("input");
  const status = root.querySelector("[role=status]");
  const list = root.querySelector("[data-search-results]");
  const more = root.querySelector("[data-search-more]");
  const next = root.querySelector("[data-search-next]");
  const failure = root.querySelector("[data-search-failure]");
  const base = new URL(root.dataset.base, location).pathname;
  const { ask, titlesOf, textOf } = finder(new URL(document.querySelector("[data-search-index]").dataset.searchIndex, location));
  let latest = 0;
  let rest = [];

  function showMore() {
    const items = rest.splice(0, AT_ONCE).map((result) => shownResult(result, base, textOf));
    list.append(...items);
    more.hidden = !rest.length;
    more.textContent = `Show ${Math.min(AT_ONCE, rest.length)} more of ${rest.length}`;
    return items;
  }

  // `why` is the reason of a failure, if there is one; it is told in words of the page.
  function show(said, results, nothing, why = "") {
    list.replaceChildren();
    rest = [...results];
    showMore();
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
    const slow = setTimeout(() => { if (turn === latest) status.textContent = "Searching …"; }, SLOW);
    try {
      const found = await ask(question);
      if (turn === latest) show(summary(question, found), found.results, !found.results.length);
    } catch (error) {
      if (turn === latest) show(`Search could not be loaded, so it cannot say what there is on ${question}.`, [], false, error.message);
    } finally {
      clearTimeout(slow);
    }
  }

  const searchAgain = () => { if (!failure.hidden) search(); };

  function remember() {
    const asked = new URLSearchParams({ q: input.value.trim() });
    history.replaceState(null, "", `${location.pathname}#${asked}`);
  }

  // Asks what the address asks for.
  function take() {
    const asked = typed();
    if (asked === null || asked === input.value.trim()) return;
    input.value = asked;
    search();
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
  more.addEventListener("click", async () => {
    const turn = latest;
    try {
      await titlesOf(rest.slice(0, AT_ONCE));
    } catch {
      status.textContent = "More results could not be loaded. Try again.";
      return;
    }
    if (turn !== latest) return;
    const [first] = showMore();
    first.querySelector("a").focus();
    status.textContent = `${several(list.children.length, "result")} shown, ${rest.length} left.`;
  });
  failure.querySelector("[data-search-again]").addEventListener("click", searchAgain);
  failure.querySelector("[data-load-again]").addEventListener("click", () => location.reload());
  addEventListener("online", searchAgain);
  addEventListener("hashchange", take);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) searchAgain(); });
  if (input.value.trim()) search(); // typed before the script came
  take();
}

document.querySelectorAll("[data-search-page]").forEach(searchPage);
