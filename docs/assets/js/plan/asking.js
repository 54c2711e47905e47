// The steps that ask: what is true here, and what keeps people safe.
import { h, one, put, said } from "./dom.js";
import { inPlay, questionsInPlay } from "./inplay.js";
import { moreLines, picks } from "./picks.js";

/** @typedef {import("./picks").Plan} Plan */
/** @typedef {import("./picks").Changed} Changed */

/** @type {[letter: string, name: string][]} */
const CHOICES = [["y", "yes"], ["p", "partly"], ["n", "no"], ["d", "don’t know"]];

/**
 * A question with its choices; what is chosen is noted under its key.
 * @param {Plan} plan @param {string} key @param {string} words @param {string} letters of the choices it has
 * @param {Changed} changed @param {...HTMLElement} below
 */
function asked({ answers }, key, words, letters, changed, ...below) {
  const choice = (/** @type {[string, string]} */ [letter, name]) => h("label", { class: "ask__choice" },
    h("input", { type: "radio", name: key, id: `${key}-${letter}`, value: letter, checked: answers.answers.get(key) === letter, autocomplete: "off",
      change: () => { answers.answers.set(key, /** @type {any} */ (letter)); changed(false); } }),
    h("span", {}, name));
  return h("li", { class: "ask plan__ask" },
    h("p", { class: "ask__asked", id: `${key}-asked` }, words),
    h("div", { class: "ask__choices", role: "radiogroup", "aria-labelledby": `${key}-asked` }, ...CHOICES.filter(([letter]) => letters.includes(letter)).map(choice)),
    ...below);
}

/** Asks what is true here. @param {HTMLElement} part @param {Plan} plan @param {Changed} changed */
export function questions(part, plan, changed) {
  const { data, answers } = plan;
  const { first, more: rest } = questionsInPlay(answers, data);
  const isWhole = part.dataset.all === "true";
  const shown = isWhole ? [...first, ...rest] : first;
  const theories = inPlay(answers, data);
  const groups = theories.map((theory) => h("section", { class: "plan__theory", "aria-labelledby": `asks-${theory.id}` },
    h("h3", { id: `asks-${theory.id}` }, theory.short, " ", h("small", {}, h("a", { href: new URL(theory.url, plan.speaker.root).href }, theory.id), ` ${theory.sure.split(/[.:]/)[0]}`)),
    h("ol", { class: "asks band", "data-voice": "a question for you" },
      ...theory.questions.filter((question) => shown.includes(question)).map(({ key, ask, fix, fix_voice }) =>
        asked(plan, key, ask, "ypnd", changed, h("div", { class: "ask__fix" }, said(fix, fix_voice, "first fix")))))));
  const showAll = () => { part.dataset.all = "true"; changed(); };
  put(one(part, "[data-questions]"),
    ...(theories.length ? groups : [h("p", {}, "Choose an aim or a situation first. Then the questions that matter come here.")]),
    rest.length > 0 && !isWhole && h("button", { type: "button", class: "copy", id: "plan-more", click: showAll }, `${rest.length} more questions`));
}

/** Asks what safety asks for, and what could go wrong. @param {HTMLElement} part @param {Plan} plan @param {Changed} changed */
export function safety(part, plan, changed) {
  put(one(part, "[data-safety]"), ...plan.data.safety.map((topic) => h("section", { "aria-labelledby": `safe-${topic.id}` },
    h("h3", { id: `safe-${topic.id}` }, h("a", { href: new URL(topic.url, plan.speaker.root).href }, topic.title)),
    h("ol", { class: "asks band", "data-voice": "our advice" }, ...topic.lines.map(({ key, text }) => asked(plan, key, text, "ynd", changed))))));
  put(one(part, "[data-risks]"), ...picks(plan, "risks", changed), moreLines(plan));
}
