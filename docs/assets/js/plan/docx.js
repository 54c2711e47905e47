// The plan as a Word file: real headings, tables with a row of names, the date in the header of each page.
// @ts-types="../../../../tests/support/fflate.d.ts"
import { strToU8, zipSync } from "../vendor/fflate.js";
import { studiesByTheory } from "./document.js";
import { COLUMNS, itemInWords } from "./model.js";
import { day } from "./plain.js";
import { nameOfMore, whose } from "./whose.js";
import { DECLARATION, image, link, pages, paragraph, part, run, table } from "./wordml.js";
import { BULLETS, SETTINGS, STYLES } from "./wordstyles.js";
import { xml } from "./xml.js";

/** @typedef {import("./document").PlanDocument} PlanDocument */
/** @typedef {import("./document").PlanLine} PlanLine */
/** @typedef {import("./document").Section} Section */
/** @typedef {import("./drawing").Picture} Picture */
/** @typedef {import("./model").Model} Model */
/** @typedef {import("./model").Row} Row */
/** @typedef {import("./xml").Markup} Markup */

/** A picture of the model, as a file in PNG too. @typedef {Picture & {png: Uint8Array}} Drawn */

/** Sizes of paper, in twentieths of a point. */
export const PAPERS = Object.freeze({ A4: { width: 11906, height: 16838 }, Letter: { width: 12240, height: 15840 } });
const MARGIN = 680;
const HEADING = 800; // what stands above a picture on its page
const UNITS = 635; // English metric units in a twentieth of a point
// A zip notes times as clocks on the wall show them: this one is the same file everywhere, always.
const TIME = new Date(1980, 0, 1);

/**
 * Tells how high a picture of the model may be to fit on a page of its own.
 * @param {keyof PAPERS} paper the size of the paper
 * @param {number} width how wide the picture is
 * @returns {number} in the unit of its width
 */
export function highestPicture(paper, width) {
  const { width: high, height: wide } = PAPERS[paper];
  return (width * (high - 2 * MARGIN - HEADING)) / (wide - 2 * MARGIN);
}

/**
 * Writes a plan.
 * @param {PlanDocument} plan the plan
 * @param {Model} model its logic model
 * @param {Drawn[]} [pictures] pictures of the model; without them, its table says it all
 * @param {keyof PAPERS} [paper] the size of the paper
 * @returns {Uint8Array} the file; the same for the same plan
 */
export function docx(plan, model, pictures = [], paper = "A4") {
  const links = new Map([plan.check, ...plan.sections.flatMap(({ id, lines }) => (id === "references" ? lines.map(({ url }) => String(url)) : []))].map((url, i) => [url, `link${i}`]));
  const parts = {
    "[Content_Types].xml": TYPES,
    "_rels/.rels": relationships([["document", `${OFFICE}/officeDocument`, "word/document.xml"], ["core", CORE, "docProps/core.xml"]]),
    "docProps/core.xml": properties(plan),
    "word/document.xml": part("document", xml`<w:body>${body(plan, model, pictures, paper, links)}</w:body>`),
    "word/_rels/document.xml.rels": relationships([...INSIDE, ...pictures.flatMap(pictureFiles), ...[...links].map(([url, id]) => /** @type {Relationship} */ ([id, `${OFFICE}/hyperlink`, url, "External"]))]),
    "word/styles.xml": part("styles", STYLES),
    "word/numbering.xml": part("numbering", BULLETS),
    "word/settings.xml": part("settings", SETTINGS),
    "word/header.xml": part("hdr", paragraph("Header", [run([plan.title, day(plan.made)].filter(Boolean).join(", "))])),
    "word/footer.xml": part("ftr", paragraph("Footer", [run(`${plan.speaker.name}, ${plan.speaker.root}. Page `), xml`<w:fldSimple w:instr="PAGE">${run("1")}</w:fldSimple>`])),
  };
  const texts = Object.entries(parts).map(([name, text]) => [name, strToU8(text)]);
  const media = pictures.flatMap(({ svg, png }, i) => [[`word/media/model-${i + 1}.png`, png], [`word/media/model-${i + 1}.svg`, strToU8(svg)]]);
  return zipSync(Object.fromEntries([...texts, ...media]), { mtime: TIME, level: 9 });
}

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const CORE = `${PACKAGE}/relationships/metadata/core-properties`;
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const KINDS = [["document", `${WORD}.document.main+xml`], ["styles", `${WORD}.styles+xml`], ["numbering", `${WORD}.numbering+xml`], ["settings", `${WORD}.settings+xml`], ["header", `${WORD}.header+xml`], ["footer", `${WORD}.footer+xml`]];
const TYPES = `${DECLARATION}${xml`<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="svg" ContentType="image/svg+xml"/>${KINDS.map(([name, type]) => xml`<Override PartName="/word/${name}.xml" ContentType="${type}"/>`)}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`}`;

/** @typedef {[id: string, type: string, target: string, mode?: "External"]} Relationship */

/** @type {Relationship[]} */
const INSIDE = ["styles", "numbering", "settings", "header", "footer"].map((name) => [name, `${OFFICE}/${name}`, `${name}.xml`]);

/** @param {Drawn} _ @param {number} i @returns {Relationship[]} */
const pictureFiles = (_, i) => ["png", "svg"].map((kind) => [`${kind}${i}`, `${OFFICE}/image`, `media/model-${i + 1}.${kind}`]);

/** @param {Relationship[]} all @returns {string} */
const relationships = (all) => `${DECLARATION}${xml`<Relationships xmlns="${PACKAGE}/relationships">${all.map(([id, type, target, mode]) => xml`<Relationship Id="${id}" Type="${type}" Target="${target}"${mode ? xml` TargetMode="${mode}"` : ""}/>`)}</Relationships>`}`;

/** @param {PlanDocument} plan @returns {string} */
function properties({ title, made }) {
  const created = made && xml`<dcterms:created xsi:type="dcterms:W3CDTF">${made}T00:00:00Z</dcterms:created>`;
  return `${DECLARATION}${xml`<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${title}</dc:title>${created}</cp:coreProperties>`}`;
}

/**
 * @param {PlanDocument} plan @param {Model} model @param {Drawn[]} pictures @param {keyof PAPERS} paper
 * @param {Map<string, string>} links the ids of relationships, by address
 * @returns {Markup[]}
 */
function body(plan, model, pictures, paper, links) {
  const { width, height } = PAPERS[paper];
  const room = width - 2 * MARGIN;
  const address = (/** @type {string} */ text, /** @type {string} */ url) => link(text, String(links.get(url)));
  return [
    paragraph("Title", [run(plan.title)]),
    paragraph("Normal", plan.about.flatMap(({ name, text }) => [run(`${name}: `, "Strong"), run(text, "Yours"), run(" (yours). ")])),
    paragraph("Small", [run(plan.key)]),
    ...plan.sections.filter(({ lines }) => lines.length).flatMap((section) => [heading(section.title), ...(section.id === "references" ? references(plan, address) : inSection(section, room))]),
    heading("Limits"),
    paragraph("Small", [run(plan.limits.join(" "))]),
    paragraph("Small", [run("Is it still current? "), address(plan.check, plan.check)]),
    paragraph("Small", [run(plan.reuse)], pages({ width, height }, MARGIN)),
    ...modelPart(model, pictures, { width: height - 2 * MARGIN, height: width - 2 * MARGIN - HEADING }),
    pages({ width: height, height: width }, MARGIN),
  ];
}

/** @param {Section} section @param {number} room @returns {Markup[]} */
const inSection = (section, room) => (TABLES[section.id] ? [tableOf(section, TABLES[section.id], room)] : section.lines.map(bullet));

/** @param {PlanDocument} plan @param {(text: string, url: string) => Markup} address @returns {Markup[]} the studies of each theory */
const references = (plan, address) => studiesByTheory(plan).map(({ theory, ways }) => paragraph("Small", [run(theory, "Strong"), ...ways.flatMap(({ words, lines }) =>
  [run(` ${words}: `, "Strong"), ...lines.flatMap(({ text, url }, i) => [run(i ? "; " : ""), address(text, String(url))]), run(".")])]));

/** @param {string} text @returns {Markup} */
const heading = (text) => paragraph("Heading1", [run(text)]);

/** @param {string} text @param {string} [style] @returns {Markup} */
const inCell = (text, style) => paragraph("TableText", [run(text, style)]);

/** @param {PlanLine} line @returns {Markup} what it says, and whose words they are */
const said = (line) => paragraph("TableText", [run(line.text, line.mine ? "Yours" : ""), ...(whose(line) ? [run(` (${whose(line)})`, "Source")] : [])]);

/** @param {PlanLine} line @param {string} head the name of its column @returns {string} */
function more({ more, moreName, moreVoice, voice }, head) {
  const said = more && moreName !== head ? `${moreName}: ${more}` : more;
  return said && moreVoice && moreVoice !== voice ? `${said} (${moreVoice})` : said;
}

/** @param {PlanLine} line @returns {string} */
const by = ({ date, done }) => [day(date), done ? "done" : ""].filter(Boolean).join(", ");

/** @typedef {[name: string, share: number, cell: (line: PlanLine) => Markup]} Column */

/** @param {string} name @param {string} beside @returns {Column[]} */
const tasks = (name, beside) => [
  [name, 39, said],
  [beside, 35, (line) => inCell(more(line, beside))],
  ["Who", 13, (line) => inCell(line.owner, "Yours")],
  ["By when", 13, (line) => inCell(by(line), "Yours")],
];

/** Sections that are tables, and their columns. @type {Record<string, Column[]>} */
const TABLES = {
  theories: [
    ["Theory", 36, said],
    ["By our rule", 22, (line) => inCell(line.more)],
    ["How sure, and limits", 42, (line) => inCell(String(line.limits))],
  ],
  place: tasks("What must be in place", "First fix"),
  actions: tasks("What to do", "First step"),
  risks: tasks("What could go wrong", "Early warning"),
};

/** @param {Section} section @param {Column[]} columns @param {number} room @returns {Markup} */
function tableOf({ title, lines }, columns, room) {
  const widths = columns.map(([, share]) => Math.floor((room * share) / 100));
  return table(title, widths, columns.map(([name]) => name), lines.map((line) => columns.map(([, , cell]) => cell(line))));
}

/** @param {PlanLine} line @returns {Markup} */
function bullet(line) {
  const words = whose(line);
  const beside = line.more && `${nameOfMore(line)}: ${line.more}`;
  const rest = [
    beside && (words ? beside : `(${beside})`),
    line.owner && `Who: ${line.owner}.`,
    by(line) && `By when: ${by(line)}.`,
  ].filter(Boolean);
  const runs = [run(line.text, line.mine ? "Yours" : ""), ...rest.map((text) => run(` ${text}`)), ...(words ? [run(` (${words})`, "Source")] : [])];
  return paragraph("ListBullet", runs);
}

/**
 * @param {Drawn} picture @param {number} i @param {{width: number, height: number}} room
 * @returns {Markup} the picture as wide as the page, or less if it would be too high
 */
function pictureOf({ width, height, title }, i, room) {
  const scale = UNITS * Math.min(room.width / width, room.height / height);
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  return image({ png: `png${i}`, svg: `svg${i}` }, i + 1, size, `${title}. The table below says the same in words.`);
}

/** @param {Model} model @param {Drawn[]} pictures @param {{width: number, height: number}} room @returns {Markup[]} */
function modelPart(model, pictures, room) {
  const head = ["Theory", ...COLUMNS];
  const widths = head.map(() => Math.floor(room.width / head.length));
  return [
    heading(model.title),
    ...pictures.map((picture, i) => pictureOf(picture, i, room)),
    table(model.title, widths, head, model.rows.map(modelCells)),
    ...model.warnings.map(({ text }) => paragraph("Normal", [run("Warning: ", "Strong"), run(text)])),
    paragraph("Normal", [run(model.limits[0])]),
  ];
}

/** @param {Row} row @returns {Markup[]} */
function modelCells({ name, note, cells }) {
  const items = cells.map((cell) => (cell.length ? xml`${cell.map((item) => inCell(itemInWords(item), item.mine ? "Yours" : ""))}` : inCell("")));
  return [xml`${inCell(name, "Strong")}${inCell(note)}`, ...items];
}
