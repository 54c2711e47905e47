// The step that shows how each theory in play stands here, and what to do about it.
import { STATES } from "./document.js";
import { h, one, opens, put, said } from "./dom.js";
import { matched, moreLines, picks } from "./picks.js";

/** @typedef {import("./picks").Plan} Plan */
/** @typedef {import("./picks").Changed} Changed */
/** @typedef {import("./data").Theory} Theory */

const SIGNS = { harm: "✕", "maybe-harm": "!", missing: "⊘", shaky: "◐", guarded: "●", ready: "●" };

/** What was studied beside what the reader said: fit before faith. @param {Theory} theory @param {Plan} plan */
async function fit(theory, plan) {
  const { LIGHTS, fitOf } = await import("./fit.js");
  const { count, counted, voice, rows, settings, core } = fitOf(theory, plan.answers, plan.data);
  const row = (/** @type {import("./fit").Row} */ { name, studied, said: yours, differs, light, advice }) => h("li", {},
    h("b", {}, `${name}: ${LIGHTS[light]}. `),
    studied && h("span", { "data-voice": counted }, `${studied} `),
    yours && h("span", {}, h("b", {}, "Yours: "), `${yours}. `),
    ...differs.map((text) => h("span", { "data-voice": counted }, `${text} `)),
    said(advice, voice));
  return [h("p", { "data-voice": counted }, count),
    h("ul", {}, ...rows.map(row), h("li", {}, h("b", {}, `What it cannot do without: ${LIGHTS[core.light]}. `), said(core.advice, voice))),
    settings.length > 0 && h("details", {}, h("summary", {}, "Where the studies were done"), h("ul", {}, ...settings.map(({ study, url, text, voice: whose }) => h("li", { "data-voice": whose }, h("a", { href: new URL(url, plan.speaker.root).href }, study), `: ${text}`))))];
}

/** @param {Plan} plan @param {import("./match").Match} found @param {Changed} changed */
function standingOf(plan, { id, state, reason }, changed) {
  const theory = /** @type {Theory} */ (plan.data.theories.find((each) => each.id === id));
  const isOfIt = (/** @type {import("./picks").PlanLine} */ line) => line.theory === id;
  const mend = picks(plan, "place", changed, { fits: isOfIt, shown: 1, name: id, rest: "more to mend or find out" });
  const act = picks(plan, "actions", changed, { fits: isOfIt, shown: 1, name: id, rest: "more that can be done" });
  return h("article", { class: "plan__match", "aria-labelledby": `match-${id}` },
    h("h3", { id: `match-${id}` }, h("span", { class: "plan__state", "data-state": state }, h("span", { "aria-hidden": "true" }, SIGNS[state]), ` ${STATES[state]}`), ` ${theory.short} `, h("small", {}, h("a", { href: new URL(theory.url, plan.speaker.root).href }, id))),
    h("p", {}, theory.headline),
    h("p", { class: "small" }, reason, " ", theory.limits),
    mend.length > 0 && h("h4", {}, "Mend or find out first"), ...mend,
    act.length > 0 && h("h4", {}, "What to do"), ...act,
    h("div", { class: "plan__ends" }, opens(`fit-${id}`, "Was it studied in a place like yours?", () => fit(theory, plan)), h("button", { type: "button", class: "copy", id: `without-${id}`, click: () => choose(plan, id, false, changed) }, `Plan without ${id}`)));
}

/** Puts a theory in play, or takes it out. @param {Plan} plan @param {string} id @param {boolean} isIn @param {Changed} changed */
function choose({ answers }, id, isIn, changed) {
  answers.chosen = [...answers.chosen.filter((each) => each.slice(1) !== id), `${isIn ? "+" : "-"}${id}`];
  changed();
}

/** Offers the theories that are not in play. @param {Plan} plan @param {Set<string>} ids @param {Changed} changed */
function others(plan, ids, changed) {
  const add = (/** @type {any} */ { target }) => { if (target.value) choose(plan, target.value, true, changed); };
  return h("label", { class: "plan__text" }, "Plan with one more theory ", h("select", { id: "plan-theory", change: add, autocomplete: "off" }, h("option", { value: "" }, "choose one"),
    ...plan.data.theories.filter(({ id }) => !ids.has(id)).map(({ id, short }) => h("option", { value: id }, `${short} (${id})`))));
}

/** Shows how the theories stand here. @param {HTMLElement} part @param {Plan} plan @param {Changed} changed */
export function standings(part, plan, changed) {
  const found = matched(plan);
  put(one(part, "[data-match]"),
    ...found.map((each) => standingOf(plan, each, changed)),
    found.length ? moreLines(plan) : h("p", {}, "No theory is in play yet. Choose an aim or a situation first."),
    others(plan, new Set(found.map(({ id }) => id)), changed));
}
