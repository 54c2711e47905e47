// The logic model as pictures (SVG): on paper, without color and for who does not see them as well.
import { COLUMNS, inWords, itemInWords } from "./model.js";
import { xml } from "./xml.js";

/** @typedef {import("./model").Model} Model */
/** @typedef {import("./model").Item} Item */
/** @typedef {import("./model").Row} Row */
/** @typedef {import("./xml").Markup} Markup */

/**
 * @typedef {Object} Picture
 * @property {string} svg the picture
 * @property {number} width how wide it is
 * @property {number} height how high it is
 * @property {string} title what it shows, in a few words
 */

/** @typedef {{height: number, draw: (y: number) => Markup}} Block something with a height, drawn where it is put */

const WIDTH = 980;
const MARGIN = 10;
const GAP = 24;
const PAD = 8;
const LINE = 17;
const SIZE = 13;
const COLUMN = (WIDTH - GAP * (COLUMNS.length - 1)) / COLUMNS.length;
const INK = "#1c2b2d";
const KEY = "Solid outline: ours. Dashed outline: yours. Dotted outline: nobody knows.";

/**
 * Draws a model.
 * @param {Model} model the model
 * @param {number} [most] how high a picture may be; a higher row gets one of its own
 * @returns {Picture[]} the pictures, one if all fits
 */
export function drawing(model, most = Infinity) {
  const head = headings();
  const foot = stacked([...model.warnings.map(warning), note(KEY)]);
  const sheets = sheetsOf(model.rows.map((row) => ({ row, block: rowBlock(row) })), most - head.height - foot.height - 2 * MARGIN);
  return sheets.map((sheet, i) => {
    const all = stacked([head, ...sheet.map(({ block }) => block), foot]);
    const title = sheets.length > 1 ? `${model.title}, part ${i + 1} of ${sheets.length}` : model.title;
    const words = inWords({ ...model, rows: sheet.map(({ row }) => row) });
    return { svg: picture(all, title, words, i).text, width: WIDTH + 2 * MARGIN, height: all.height + 2 * MARGIN, title };
  });
}

/**
 * @param {{row: Row, block: Block}[]} rows @param {number} room
 * @returns {{row: Row, block: Block}[][]} the rows of each sheet
 */
function sheetsOf(rows, room) {
  /** @type {{row: Row, block: Block}[][]} */
  const sheets = [[]];
  let left = room;
  for (const row of rows) {
    const last = /** @type {{row: Row, block: Block}[]} */ (sheets.at(-1));
    if (row.block.height > left && last.length) {
      sheets.push([row]);
      left = room;
    } else last.push(row);
    left -= row.block.height;
  }
  return sheets;
}

/** @param {Block} all @param {string} title @param {string[]} words @param {number} i @returns {Markup} */
const picture = (all, title, words, i) => xml`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-MARGIN} ${-MARGIN} ${WIDTH + 2 * MARGIN} ${all.height + 2 * MARGIN}" width="${WIDTH + 2 * MARGIN}" height="${all.height + 2 * MARGIN}" role="img" aria-labelledby="model-title-${i} model-words-${i}" font-family="'Atkinson Hyperlegible Next', Arial, sans-serif" font-size="${SIZE}" fill="${INK}"><title id="model-title-${i}">${title}</title><desc id="model-words-${i}">${words.join("\n")}</desc><rect x="${-MARGIN}" y="${-MARGIN}" width="${WIDTH + 2 * MARGIN}" height="${all.height + 2 * MARGIN}" fill="#fff"/>${all.draw(0)}</svg>`;

/** @param {Block[]} blocks @returns {Block} */
function stacked(blocks) {
  const tops = blocks.map((_, i) => blocks.slice(0, i).reduce((sum, { height }) => sum + height, 0));
  return {
    height: blocks.reduce((sum, { height }) => sum + height, 0),
    draw: (y) => xml`${blocks.map((block, i) => block.draw(y + tops[i]))}`,
  };
}

/** @param {number} column @returns {number} */
const left = (column) => column * (COLUMN + GAP);

/** @returns {Block} */
function headings() {
  const lines = COLUMNS.map((name) => wrapped(name, COLUMN));
  const height = Math.max(...lines.map(({ length }) => length)) * LINE + PAD;
  return { height, draw: (y) => xml`<g font-weight="700">${lines.map((each, i) => texts(each, left(i), y))}</g>` };
}

/** @param {Row} row @returns {Block} */
function rowBlock({ name, note: told, cells }) {
  const columns = cells.map((items) => stacked(items.map(itemBlock)));
  const boxes = { height: Math.max(...columns.map(({ height }) => height)), draw: (/** @type {number} */ y) => xml`${columns.map((column, i) => xml`<g transform="translate(${left(i)} 0)">${column.draw(y)}</g>`)}${arrows(cells, y)}` };
  const rule = { height: PAD, draw: (/** @type {number} */ y) => xml`<path d="M0 ${y + PAD / 2}H${WIDTH}" stroke="${INK}"/>` };
  return stacked([rule, note(name, "700"), ...(told ? [note(told)] : []), boxes]);
}

/** @param {Item[][]} cells @param {number} y @returns {Markup[]} an arrow between two columns that both say something */
function arrows(cells, y) {
  const both = cells.slice(1).flatMap((cell, i) => (cell.length && cells[i].length ? [i] : []));
  const middle = y + PAD + LINE;
  return both.map((i) => xml`<path d="M${left(i + 1) - GAP + 3} ${middle}h${GAP - 8}m-5 -5l5 5l-5 5" fill="none" stroke="${INK}" stroke-width="2"/>`);
}

/** @param {Item} item @returns {Block} */
function itemBlock(item) {
  const lines = wrapped(itemInWords(item), COLUMN - 2 * PAD);
  const height = lines.length * LINE + PAD;
  const dashes = item.unknown ? "2 4" : item.mine ? "8 4" : "none";
  return {
    height: height + PAD,
    draw: (y) => xml`<rect x="1" y="${y}" width="${COLUMN - 2}" height="${height}" rx="4" fill="none" stroke="${INK}" stroke-width="${item.mine ? 2 : 1}" stroke-dasharray="${dashes}"/>${texts(lines, PAD, y + PAD / 2)}`,
  };
}

/** @param {Item} item @returns {Block} */
function warning({ text }) {
  const lines = wrapped(`Warning: ${text}`, WIDTH - 4 * PAD);
  const height = lines.length * LINE + PAD;
  return { height: height + PAD, draw: (y) => xml`<rect x="2" y="${y}" width="${WIDTH - 4}" height="${height}" fill="none" stroke="${INK}" stroke-width="4"/>${texts(lines, 2 * PAD, y + PAD / 2)}` };
}

/** @param {string} text @param {string} [weight] @returns {Block} */
function note(text, weight = "400") {
  const lines = wrapped(text, WIDTH);
  return { height: lines.length * LINE + PAD, draw: (y) => xml`<g font-weight="${weight}">${texts(lines, 0, y)}</g>` };
}

/** @param {string[]} lines @param {number} x @param {number} y @returns {Markup[]} */
const texts = (lines, x, y) => lines.map((line, i) => xml`<text x="${x}" y="${y + SIZE + i * LINE}">${line}</text>`);

/**
 * Breaks a text where it would be too wide, by a guess that is rather too wide than too narrow.
 * @param {string} text @param {number} width @returns {string[]}
 */
function wrapped(text, width) {
  const lines = [""];
  for (const word of text.split(" ").flatMap((each) => cut(each, width))) {
    const line = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (widthOf(line) <= width) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  return lines;
}

/** @param {string} word @param {number} width @returns {string[]} the word, in pieces if it is wider than a line */
function cut(word, width) {
  const pieces = [""];
  for (const sign of word) {
    if (widthOf(pieces.at(-1) + sign) > width) pieces.push("");
    pieces[pieces.length - 1] += sign;
  }
  return pieces;
}

/** @param {string} text @returns {number} */
const widthOf = (text) => [...text].reduce((sum, sign) => sum + SIZE * (sign > "\u2fff" ? 1.35 : /[A-Z@%&—…MWmw]/.test(sign) ? 0.8 : 0.56), 0);
