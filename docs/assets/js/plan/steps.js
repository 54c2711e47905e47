// What each step from the third on shows, from the answers so far.
import { h, put, said } from "./dom.js";
import { STATES, planDocument, section } from "./document.js";
import { inPlay, questionsInPlay } from "./inplay.js";
import { match } from "./match.js";
import { LIGHTS, fitOf } from "./fit.js";
import { sheet } from "./sheet.js";

/** @typedef {{answers: import("./answers").Answers, data: import("./data").Data, speaker: import("./document").Speaker}} Plan */
/** @typedef {(part: HTMLElement, plan: Plan, changed: (isShown?: boolean) => void) => void} View */

const CHOICES = [["y", "yes"], ["p", "partly"], ["n", "no"], ["d", "don’t know"]];
const SIGNS = { harm: "✕", "maybe-harm": "!", missing: "⊘", shaky: "◐", guarded: "●", ready: "●" };

const matched = ({ answers, data }) => match(answers, data);
/** @param {Plan} plan */
export const documentOf = (plan) => planDocument(plan.answers, plan.data, matched(plan), plan.speaker);
const link = (plan, url, words) => h("a", { href: new URL(url, plan.speaker.root).href }, words);

// A question with its choices; what is chosen is noted under its key.
function asked({ answers }, key, words, letters, changed, ...below) {
  const choice = ([letter, name]) => h("label", { class: "ask__choice" },
    h("input", { type: "radio", name: key, id: `${key}-${letter}`, value: letter, checked: answers.answers.get(key) === letter, autocomplete: "off",
      change: () => { answers.answers.set(key, letter); changed(false); } }),
    h("span", {}, name));
  return h("li", { class: "ask" },
    h("p", { class: "ask__asked", id: `${key}-asked` }, words),
    h("div", { class: "ask__choices", role: "radiogroup", "aria-labelledby": `${key}-asked` }, ...CHOICES.filter(([letter]) => letters.includes(letter)).map(choice)),
    ...below);
}

/** @type {View} */
function questions(part, plan, changed) {
  const { data, answers } = plan;
  const { first, more: rest } = questionsInPlay(answers, data);
  const shown = part.dataset.all === "true" ? [...first, ...rest] : first;
  const theories = inPlay(answers, data);
  const groups = theories.map((theory) => {
    const mine = theory.questions.filter((question) => shown.includes(question));
    return h("section", { class: "plan__theory", "aria-labelledby": `asks-${theory.id}` },
      h("h3", { id: `asks-${theory.id}` }, theory.short, " ", h("small", {}, link(plan, theory.url, theory.id))),
      h("p", { class: "small" }, theory.sure),
      h("ol", { class: "asks band", "data-voice": "a question for you" },
        ...mine.map(({ key, ask, fix, fix_voice }) => asked(plan, key, ask, "ypnd", changed, h("div", { class: "ask__fix" }, said(fix, fix_voice, "first fix"))))));
  });
  const more = rest.length && part.dataset.all !== "true" && h("button", { type: "button", class: "copy", id: "plan-more",
    click: () => { part.dataset.all = "true"; changed(); } }, `${rest.length} more questions`);
  put(part.querySelector("[data-questions]"), ...(theories.length ? groups : [h("p", {}, "Choose an aim or a situation first. Then the questions that matter come here.")]), more);
}

// A line of ours that can go into the plan or stay out.
function pick({ answers }, line, isIn, changed) {
  const toggle = ({ target }) => {
    const { out, ...kept } = answers.lines.get(line.key) ?? {};
    answers.lines.set(line.key, target.checked ? kept : { ...kept, out: true });
    changed(false);
  };
  return h("li", { class: "pick", "data-voice": line.voice || null },
    h("label", {}, h("input", { type: "checkbox", id: `pick-${line.key}`, checked: isIn, change: toggle, autocomplete: "off" }), h("span", {}, h("b", {}, line.text))),
    line.more && h("p", { class: "small" }, `${line.moreName}: ${line.more}`));
}

// Offers the lines that a first plan does without; they are fetched only then.
const moreLines = (plan) => !plan.data.whole && h("p", {}, h("button", { type: "button", class: "copy", id: "plan-lines", click: plan.askMore }, "More to choose from"), plan.failed && " It could not be loaded. Is there a connection?");

function picks(plan, id, changed, fits = () => true) {
  const { lines, others } = section(documentOf(plan), id);
  const all = [...lines.map((line) => [line, true]), ...others.map((line) => [line, false])].filter(([line]) => !line.mine && fits(line));
  return all.map(([line, isIn]) => pick(plan, line, isIn, changed));
}

// What was studied beside what the reader said: fit before faith.
function fits({ count, counted, voice, rows, settings, core }, plan) {
  const row = ({ name, studied, said: yours, differs, light, advice }) => h("li", {},
    h("b", {}, `${name}: ${LIGHTS[light]}. `),
    studied && h("span", { "data-voice": counted }, `${studied} `),
    yours && h("span", {}, h("b", {}, "Yours: "), `${yours}. `),
    ...differs.map((text) => h("span", { "data-voice": counted }, `${text} `)),
    said(advice, voice));
  return h("details", { class: "plan__fit" }, h("summary", {}, "Was it studied in a place like yours?"),
    h("p", { "data-voice": counted }, count),
    h("ul", {}, ...rows.map(row), h("li", {}, h("b", {}, `What it cannot do without: ${LIGHTS[core.light]}. `), said(core.advice, voice))),
    settings.length > 0 && h("details", {}, h("summary", {}, "Where the studies were done"), h("ul", {}, ...settings.map(({ study, url, text, voice: whose }) => h("li", { "data-voice": whose }, link(plan, url, study), `: ${text}`)))));
}

/** @type {View} */
function matches(part, plan, changed) {
  const found = matched(plan);
  put(part.querySelector("[data-match]"), ...found.map(({ id, state, reason }) => {
    const theory = plan.data.theories.find((each) => each.id === id);
    const fixes = picks(plan, "place", changed, (line) => line.theory === id);
    const actions = picks(plan, "actions", changed, (line) => line.theory === id);
    const fit = fitOf(theory, plan.answers, plan.data);
    return h("article", { class: "plan__match", "aria-labelledby": `match-${id}` },
      h("h3", { id: `match-${id}` }, h("span", { class: "plan__state", "data-state": state }, h("span", { "aria-hidden": "true" }, SIGNS[state]), ` ${STATES[state]}`), ` ${theory.short} `, h("small", {}, link(plan, theory.url, id))),
      h("p", { "data-voice": "our advice" }, reason),
      h("p", { class: "small" }, theory.limits),
      fixes.length > 0 && h("div", {}, h("h4", {}, "Mend or find out first"), h("ul", { class: "picks" }, ...fixes)),
      actions.length > 0 && h("div", {}, h("h4", {}, "What to do"), h("ul", { class: "picks" }, ...actions)),
      fits(fit, plan));
  }), found.length > 0 && moreLines(plan), found.length === 0 && h("p", {}, "No theory is in play yet. Choose an aim or a situation first."));
}

/** @type {View} */
function safety(part, plan, changed) {
  put(part.querySelector("[data-safety]"), ...plan.data.safety.map((topic) => h("section", { "aria-labelledby": `safe-${topic.id}` },
    h("h3", { id: `safe-${topic.id}` }, link(plan, topic.url, topic.title)),
    h("ol", { class: "asks band", "data-voice": "our advice" }, ...topic.lines.map(({ key, text }) => asked(plan, key, text, "ynd", changed))))));
  put(part.querySelector("[data-risks]"), h("ul", { class: "picks" }, ...picks(plan, "risks", changed)), moreLines(plan));
}

/** @type {View} */
function signs(part, plan, changed) {
  for (const id of ["signs", "talk"]) put(part.querySelector(`[data-${id}]`), h("ul", { class: "picks" }, ...picks(plan, id, changed)), id === "talk" && moreLines(plan));
}

/** The view of each step that is not in the page already. @type {Record<number, View>} */
export const STEP_VIEWS = { 3: questions, 4: matches, 5: safety, 6: signs, 7: (part, plan, changed) => sheet(part, plan, documentOf(plan), changed) };
