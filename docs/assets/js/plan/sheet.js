// The plan itself: a sheet that can be changed line by line, printed and taken along.
import { h, put } from "./dom.js";
import { isDay, MOST, SECTIONS } from "./answers.js";
import { takeAlong } from "./take.js";

/** @typedef {import("./document").PlanLine} PlanLine */

// Takes in what is typed for one line of ours, or for one of the reader's own.
function note(answers, line, change) {
  const own = /^own-(\d+)$/.exec(line.key);
  const before = own ? answers.own[Number(own[1])] : answers.lines.get(line.key) ?? {};
  const after = Object.fromEntries(Object.entries({ ...before, ...change }).filter(([name, value]) => value || name === "text" && own));
  if (own) answers.own[Number(own[1])] = after;
  else answers.lines.set(line.key, after);
}

function field(line, name, words, attributes, answers, changed) {
  const id = `${line.key}-${name}`;
  const tag = name === "text" ? "textarea" : "input";
  const input = h(tag, { id, ...attributes, autocomplete: "off", input: ({ target }) => {
    if (name === "date" && target.value && !isDay(target.value)) return;
    note(answers, line, { [name]: target.value });
    changed(false);
  }, change: () => changed() });
  input.value = attributes.value ?? "";
  return h("label", { for: id }, words, " ", input);
}

function changes(line, answers, changed) {
  const out = () => {
    const own = /^own-(\d+)$/.exec(line.key);
    if (own) answers.own.splice(Number(own[1]), 1);
    else note(answers, line, { out: true });
    changed();
  };
  return h("details", { class: "sheet__change" },
    h("summary", { id: `${line.key}-change` }, "Change", h("span", { class: "sr" }, `: ${line.text}`)),
    h("div", { class: "sheet__fields" },
      field(line, "text", "In your words", { maxlength: MOST.text, rows: 2, value: line.mine ? line.text : "", placeholder: line.mine ? "" : line.text }, answers, changed),
      field(line, "owner", "Who sees to it", { maxlength: MOST.owner, value: line.owner }, answers, changed),
      field(line, "date", "By when", { type: "date", value: line.date }, answers, changed),
      h("button", { type: "button", class: "copy", click: out }, "Leave it out")));
}

// Whose words they are, and where they come from: in words, at each line.
function whose(line) {
  if (line.mine) return h("b", { class: "sheet__mine" }, "Yours:");
  return line.voice ? h("b", { class: "speaker" }, `${line.voice[0].toUpperCase()}${line.voice.slice(1)}:`) : null;
}

function about(line) {
  const of = line.theory && line.version ? `${line.theory}, version ${line.version}` : "";
  const words = [line.state, line.sure && line.key === line.theory ? line.sure : "", of].filter(Boolean).join(". ");
  return words && h("small", { class: "sheet__of" }, `${words}.`);
}

function shown(line, isEdited, answers, changed) {
  const who = [line.owner, line.date && `by ${line.date}`].filter(Boolean).join(", ");
  return h("li", { class: "sheet__line", "data-voice": line.mine ? null : line.voice || null },
    h("p", {}, whose(line), " ", line.url ? h("a", { href: line.url }, line.text) : line.text, " ", about(line)),
    line.more && h("p", { class: "small" }, `${line.moreName}: ${line.more}`),
    who && h("p", { class: "sheet__who" }, who),
    isEdited && changes(line, answers, changed));
}

function offered({ id, others }, answers, changed) {
  const add = (line) => () => {
    const { out, ...kept } = answers.lines.get(line.key) ?? {};
    answers.lines.set(line.key, kept);
    changed();
  };
  return h("details", { class: "sheet__more" }, h("summary", { id: `more-${id}` }, `${others.length} more to add`),
    h("ul", { class: "plain" }, ...others.map((line) => h("li", {}, h("button", { type: "button", class: "copy", click: add(line) }, "Add", h("span", { class: "sr" }, `: ${line.text}`)), ` ${line.text}`))));
}

function ownLine(id, answers, changed) {
  const input = h("input", { id: `own-${id}`, maxlength: MOST.text, autocomplete: "off" });
  const add = () => {
    if (!input.value.trim() || answers.own.length >= MOST.own) return;
    answers.own.push({ section: id, text: input.value });
    changed();
  };
  return h("p", { class: "sheet__add" }, h("label", { for: `own-${id}` }, "A line of yours "), input, " ", h("button", { type: "button", class: "copy", click: add }, "Add"));
}

/**
 * Shows the plan.
 * @param {HTMLElement} part
 * @param {import("./steps").Plan} plan
 * @param {import("./document").PlanDocument} made
 * @param {(isShown?: boolean) => void} changed
 */
export function sheet(part, plan, made, changed) {
  const { answers } = plan;
  const sections = made.sections.filter(({ lines, others, id }) => lines.length || others.length || SECTIONS.includes(id)).map((section) => {
    const isEdited = SECTIONS.includes(section.id) || section.others.length > 0;
    return h("section", { class: `sheet__part sheet__part--${section.id}`, "aria-labelledby": `sheet-${section.id}` },
      h("h3", { id: `sheet-${section.id}` }, section.title),
      h("ul", { class: "plain" }, ...section.lines.map((line) => shown(line, isEdited, answers, changed))),
      section.others.length > 0 && offered(section, answers, changed),
      SECTIONS.includes(section.id) && ownLine(section.id, answers, changed));
  });
  put(part.querySelector("[data-sheet]"),
    h("header", {}, h("h2", { class: "sheet__title" }, made.title),
      h("dl", { class: "sheet__about" }, ...made.about.flatMap(({ name, text }) => [h("dt", {}, name), h("dd", {}, text)]))),
    ...sections,
    h("footer", { class: "small" }, ...made.limits.map((text) => h("p", {}, text)), h("p", {}, made.key), h("p", {}, "Is it still current? ", h("a", { href: made.check }, made.check))));
  put(part.querySelector("[data-take]"), takeAlong(made, plan));
}
