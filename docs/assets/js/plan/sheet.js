// The plan itself, on one sheet: what it says, to read and to print. Its lines can be changed in place.
import { SECTIONS } from "./answers.js";
import { h, mark, put, speaker } from "./dom.js";
import { studiesByTheory } from "./document.js";
import { day } from "./plain.js";
import { whose } from "./whose.js";

/** @typedef {import("./document").PlanDocument} PlanDocument */
/** @typedef {import("./document").PlanLine} PlanLine */
/** @typedef {import("./document").Section} Section */
/** @typedef {import("./edit").Editing & {editor: typeof import("./edit")}} Editing a plan that is being changed, and what changes it */
/** @typedef {(section: Section, voice: string, editing?: Editing) => Node[]} Form what stands below the heading of a section */

/** How each answer that is no yes is named on a line. @type {Readonly<Record<string, string>>} */
const ANSWERS = { n: "missing", p: "partly", d: "find out", "": "find out" };

/** @param {string} voice @param {PlanLine} line @returns {Node|string} who speaks, where it is not who speaks in the section */
function speaking(voice, line) {
  if (line.mine) return h("b", { class: "plan-sheet__mine" }, "Yours: ");
  return line.voice && line.voice !== voice ? h("span", {}, speaker(line.voice), " ") : "";
}

/** @param {PlanLine} line @returns {string} */
const from = ({ key, version }) => (version ? `${key}, version ${version}` : "");

/** @param {PlanLine} line @returns {HTMLElement|false} which line of ours it is */
const source = (line) => from(line) !== "" && h("small", { class: "plan-sheet__of" }, line.mine ? ` after ${from(line)}` : ` ${from(line)}`);

/** @param {PlanLine} line @returns {string} */
const by = ({ date, done }) => [day(date), done && "done"].filter(Boolean).join(", ");

/** @param {string} voice @param {PlanLine} line @returns {Node|string} what goes with a line, and who says it if that is another one */
const beside = (voice, line) => h("span", {}, line.moreVoice && line.moreVoice !== voice ? h("span", {}, speaker(line.moreVoice), " ") : "", line.more);

/** A table, row by row. @param {string} name @param {"ideas"|"tasks"} kind @param {string[]} head @param {HTMLElement[]} rows */
const table = (name, kind, head, rows) => h("table", { class: `plan-sheet__table plan-sheet__${kind}`, "aria-label": name },
  h("thead", {}, h("tr", {}, ...head.map((text) => h("th", { scope: "col" }, text)))), h("tbody", {}, ...rows));

/** @type {Form} */
const ideas = ({ title, lines }, voice) => [table(title, "ideas", ["Theory", "How sure we are, and how closely we read", "Here, by our rule"], lines.map((line) =>
  h("tr", { class: "plan-sheet__line" },
    h("td", {}, speaking(voice, line), h("a", { href: line.url ?? "" }, `${line.key}`), ` ${line.text} `, h("small", { class: "plan-sheet__of" }, `version ${line.version}`)),
    h("td", {}, line.limits ?? ""),
    h("td", {}, line.more))))];

/** @param {string} first @param {string} second @returns {Form} */
const tasks = (first, second) => ({ title, lines, ...rest }, voice, editing) => [
  lines.length > 0 && table(title, "tasks", [first, second, "Who", "By when"], lines.flatMap((line) => [
    h("tr", { class: "plan-sheet__line" },
      h("td", {}, line.answer !== undefined && h("b", { class: "plan-sheet__answer" }, ANSWERS[line.answer]), " ", speaking(voice, line), line.text, source(line)),
      h("td", {}, ...(line.moreName === "Safety first" ? [h("b", {}, "Safety first: "), h("a", { href: line.url ?? "" }, line.more)] : [beside(voice, line)])),
      h("td", { "data-name": "Who: " }, line.owner),
      h("td", { "data-name": "By when: " }, by(line))),
    editing && h("tr", { class: "plan-sheet__edit" }, h("td", { colspan: 4 }, editing.editor.changes(line, editing)))]).filter((row) => row instanceof HTMLElement)),
  ...ends({ title, lines, ...rest }, editing)].filter((part) => part instanceof HTMLElement);

/** @type {Form} */
const list = (section, voice, editing) => [
  h("ul", {}, ...section.lines.map((line) => h("li", { class: "plan-sheet__line" },
    speaking(voice, line), line.text, line.more && h("span", {}, " ", h("b", {}, `${line.moreName}: `), beside(voice, line)), source(line),
    (line.owner || by(line)) && h("b", {}, ` ${[line.owner, by(line)].filter(Boolean).join(", ")}`),
    editing && isEdited(section) && editing.editor.changes(line, editing)))),
  ...ends(section, editing)];

/** @type {Form} the aims on one line */
const inline = ({ lines }) => [h("p", { class: "plan-sheet__line" }, lines.map(({ text, more }) => (more ? `${text} (${more.toLowerCase()})` : text)).join("; "), ".")];

/** The studies of each theory, by which way they point. @param {PlanDocument} made @returns {Form} */
const studies = (made) => ({ lines }) => [h("details", { id: "plan-studies" }, h("summary", {}, `${lines.length} studies, and which way each points`),
  h("ul", { class: "plan-sheet__studies" }, ...studiesByTheory(made).map(({ theory, ways }) => h("li", {}, h("b", {}, theory), " ", ...ways.map((way) =>
    h("span", {}, h("b", {}, `${way.words}: `), ...way.lines.flatMap(({ text, url }, i) => [i ? "; " : "", h("a", { href: url ?? "" }, text)]), ". "))))))];

/** @param {Section} section @param {Editing|undefined} editing @returns {Node[]} what ends a section that is being changed */
const ends = (section, editing) => (editing ? [section.others.length > 0 && editing.editor.offered(section, editing), isEdited(section) && editing.editor.ownLine(section.id, editing)].filter((part) => part instanceof HTMLElement) : []);

/** @param {Section} section */
const isEdited = ({ id }) => SECTIONS.includes(id);

/** How each section is shown, if not as a list. @param {PlanDocument} made @returns {Record<string, Form>} */
const formsOf = (made) => ({
  aims: inline,
  theories: ideas,
  place: tasks("Not there yet", "First fix"),
  actions: tasks("What", "First step"),
  references: studies(made),
});

/** @param {Section} section @returns {string} the voice of most of its lines of ours */
function usualVoice({ lines }) {
  const voices = lines.filter(({ mine }) => !mine).map(({ voice }) => voice).filter(Boolean);
  const count = (/** @type {string} */ voice) => voices.filter((each) => each === voice).length;
  return voices.sort((one, other) => count(other) - count(one))[0] ?? "";
}

/** @param {Section} section @param {Form} form @param {Editing} [editing] */
function shown(section, form, editing) {
  const voice = usualVoice(section);
  return h("section", { class: `plan-sheet__part plan-sheet__part--${section.id}`, "aria-labelledby": `sheet-${section.id}${voice && ` sheet-${section.id}-voice`}` },
    h("div", { class: "plan-sheet__head" }, h("h3", { id: `sheet-${section.id}` }, section.title), voice && mark(voice, `sheet-${section.id}-voice`)),
    ...form(section, voice, editing));
}

/**
 * Shows the plan.
 * @param {HTMLElement} part where it goes
 * @param {PlanDocument} made
 * @param {Editing} [editing] if it is being changed
 */
export function sheet(part, made, editing) {
  const isShown = (/** @type {Section} */ section) => section.lines.length > 0 || editing && (isEdited(section) || section.others.length > 0);
  const forms = formsOf(made);
  put(part,
    h("header", {},
      h("h2", { class: "plan-sheet__title" }, made.title),
      h("p", { class: "small" }, [made.made && `Plan of ${day(made.made)}`, made.key].filter(Boolean).join(". ")),
      h("dl", { class: "plan-sheet__about" }, ...made.about.flatMap(({ name, text }) => [h("dt", {}, name), h("dd", {}, text)]))),
    ...made.sections.filter(isShown).map((section) => shown(section, forms[section.id] ?? list, editing)),
    h("footer", { class: "small" },
      h("p", { "data-voice": "our reading" }, speaker("our reading"), ` ${made.limits.join(" ")} Ask the young people and the peers before you spend.`),
      h("p", {}, "Is it still current? ", h("a", { href: made.check }, made.check)),
      h("p", {}, made.reuse)));
}
