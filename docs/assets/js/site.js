// What a reader's browser adds to pages that work without it: theme, copy, print, search, filters, words.
import { checklist } from "./checklist.js";
import { contents } from "./contents.js";
import { copies } from "./copy.js";
import { due } from "./due.js";
import { folds } from "./folds.js";
import { gloss } from "./gloss.js";
import { mapKeys, mapFilter } from "./map.js";
import { fetchEarly, slashFocuses } from "./seek.js";
import { filterList } from "./filter.js";
import { pick } from "./pick.js";

const THEMES = { light: "dark", dark: "light" };

function systemTheme() {
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

function themeButton(button) {
  const label = button.querySelector("[data-theme-label]");
  const shown = () => document.documentElement.dataset.theme || systemTheme();
  const name = () => { label.textContent = `Switch to the ${THEMES[shown()]} theme`; };
  button.addEventListener("click", () => {
    const theme = THEMES[shown()];
    document.documentElement.dataset.theme = theme;
    try { localStorage.setItem("peer-support-theme", theme); } catch { /* private mode: this page only */ }
    name();
  });
  name();
  button.hidden = false;
}

function printButton(element) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Print this page";
  button.addEventListener("click", () => print());
  element.replaceChildren(button);
}

document.querySelectorAll("[data-theme-button]").forEach(themeButton);
copies();
document.querySelectorAll("[data-print]").forEach(printButton);
document.querySelectorAll("[data-filter]").forEach(filterList);
document.querySelectorAll("[data-pick]").forEach(pick);
document.querySelectorAll("[data-due]").forEach(due);
document.querySelectorAll("[data-checklist]").forEach(checklist);
document.querySelectorAll("[data-map-filter]").forEach(mapFilter);
document.querySelectorAll("[data-map]").forEach(mapKeys);
// One page alone needs it. If it cannot be had, that page still has its links.
document.querySelectorAll("[data-missing]").forEach((part) => import("./missing.js").then(({ missing }) => missing(part)).catch(() => {}));
document.querySelectorAll(".contents").forEach(contents);
folds();
// Each of these is for one page, which says so where it cannot be had.
const failed = () => { document.documentElement.dataset.script = "failed"; };
document.querySelectorAll("[data-check]").forEach((part) => import("./check.js").then(({ check }) => check(part)).catch(failed));
document.querySelectorAll("[data-compare]").forEach((part) => import("./compare.js").then(({ compare }) => compare(part)).catch(failed));
document.querySelectorAll("[data-plan]").forEach((part) => import("./plan/planner.js").then(({ planner }) => planner(part)).catch(failed));
document.querySelectorAll("[data-own]").forEach((part) => import("./train/builder.js").then(({ builder }) => builder(part)).catch(failed));
document.querySelectorAll("[data-since]").forEach((part) => import("./train/since.js").then(({ sinceLast }) => sinceLast(part)).catch(failed));
gloss();
slashFocuses();
fetchEarly();
