// What every page does for search: "/" goes there, and its index is on its way before it is asked.
import { onDisk } from "./disk.js";

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

// Fetches the search page, and the index that it names, once somebody turns to search, so that both
// are in the cache. No other page names the index: it changes with every word of the site.
export function fetchEarly() {
  const { href } = document.querySelector(".bar__find");
  if (onDisk || document.querySelector("[data-search-page]")) return;
  const turned = (event) => {
    if (!event.target.closest?.("[role=search], a[href*='search/']")) return;
    for (const name of occasions) removeEventListener(name, turned, true);
    fetch(href, { priority: "low" }).then((answer) => answer.text())
      .then((page) => fetch(new URL(page.match(/data-search-index="([^"]+)"/)[1], href), { priority: "low" }))
      .then((answer) => answer.arrayBuffer()).catch(() => {}); // the search page tries again
  };
  const occasions = ["focusin", "pointerover", "pointerdown"];
  for (const name of occasions) addEventListener(name, turned, { capture: true, passive: true });
}
