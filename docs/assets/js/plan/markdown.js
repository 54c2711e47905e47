// The plan as Markdown that every reader of Markdown takes for the same: no text turns into markup.
import { COLUMNS, itemInWords } from "./model.js";
import { day } from "./plain.js";
import { nameOfMore, whose } from "./whose.js";

/** @typedef {import("./document").PlanDocument} PlanDocument */
/** @typedef {import("./document").PlanLine} PlanLine */
/** @typedef {import("./document").Section} Section */
/** @typedef {import("./model").Item} Item */
/** @typedef {import("./model").Model} Model */

// Signs that mean something inside a line. A backslash before them reads the same everywhere, but for
// these: not every reader of Markdown knows it before them, and all know an entity.
const BACKSLASHED = /[\\`*_{}[\]()#]/g;
const ENTITIES = /[&<>|~$]|^=|(?<=\bhttps?|\bftp):(?=\/\/)|(?<=\bwww)\./gi;
const AT_START = /^[+-]/;
const NUMBERED = /^(\d{1,9})\./;

/**
 * Escapes a text for Markdown.
 * @param {string} text a text on one line
 * @returns {string} Markdown that reads as the same text, wherever in a line it stands
 */
export function escaped(text) {
  const inside = text.replace(ENTITIES, "\0$&").replace(BACKSLASHED, "\\$&");
  const plain = inside.replace(/\0(.)/g, (_, sign) => `&#${sign.charCodeAt(0)};`);
  return plain.replace(AT_START, "\\$&").replace(NUMBERED, "$1\\.");
}

/**
 * Writes a plan.
 * @param {PlanDocument} plan the plan
 * @param {Model} model its logic model
 * @returns {string} a file of Markdown
 */
export function markdown(plan, model) {
  const blocks = [
    `# ${escaped(plan.title)}`,
    plan.made && `Made on ${day(plan.made)}.`,
    bullets(plan.about.map(({ name, text }) => `**${name}:** ${escaped(text)} (*yours*)`)),
    escaped(plan.key),
    ...plan.sections.filter(({ lines }) => lines.length).flatMap(sectionBlocks),
    ...modelBlocks(model),
    "## Limits",
    bullets(plan.limits.map(escaped)),
    `Is it still current? <${plan.check}>`,
    escaped(plan.reuse),
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

/** @param {string[]} lines @returns {string} */
const bullets = (lines) => lines.map((line) => `- ${line}`).join("\n");

/** @param {Section} section @returns {string[]} */
const sectionBlocks = ({ title, lines }) => [`## ${title}`, lines.map(lineBlock).join("\n")];

/** @param {PlanLine} line @returns {string} */
function lineBlock(line) {
  const said = whose(line);
  const more = [
    [nameOfMore(line), line.more],
    ["Limits", line.key === line.theory ? line.limits : ""],
    ["Who", line.owner],
    ["By when", day(line.date)],
    ["Done", line.done ? "yes" : ""],
  ];
  // Four spaces, since some readers of Markdown take fewer for no list inside a list.
  const inside = more.filter(([, text]) => text).map(([name, text]) => `    - **${name}:** ${escaped(String(text))}`);
  return [`- ${escaped(line.text)}${said && ` (*${escaped(said)}*)`}${line.url ? ` <${line.url}>` : ""}`, ...inside].join("\n");
}

/** @param {Model} model @returns {string[]} */
function modelBlocks({ title, rows, warnings, limits }) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |`;
  const items = (/** @type {Item[]} */ cell) => cell.map((item) => escaped(itemInWords(item))).join("<br>");
  const head = ["Theory", ...COLUMNS];
  const table = [line(head), line(head.map(() => "---")), ...rows.map(({ name, note, cells }) => line([[name, note].filter(Boolean).map(escaped).join("<br>"), ...cells.map(items)]))];
  return [`## ${escaped(title)}`, table.join("\n"), bullets(warnings.map(({ text }) => `**Warning:** ${escaped(text)}`)), escaped(limits[0])];
}
