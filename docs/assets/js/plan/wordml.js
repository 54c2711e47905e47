// Paragraphs and tables of a Word file, as XML of the standard (ECMA-376).
import { xml } from "./xml.js";

/** @typedef {import("./xml").Markup} Markup */

/**
 * A run of text.
 * @param {string} text what it says
 * @param {string} [style] the id of a style of characters
 * @returns {Markup}
 */
export function run(text, style) {
  return xml`<w:r>${style ? xml`<w:rPr><w:rStyle w:val="${style}"/></w:rPr>` : ""}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/**
 * A link that leaves the file.
 * @param {string} text what it says
 * @param {string} id the id of the relationship that has its address
 * @returns {Markup}
 */
export function link(text, id) {
  return xml`<w:hyperlink r:id="${id}">${run(text, "Hyperlink")}</w:hyperlink>`;
}

/**
 * A paragraph.
 * @param {string} style the id of a style of paragraphs
 * @param {Markup[]} runs what it holds
 * @param {Markup | string} [properties] more of its properties
 * @returns {Markup}
 */
export function paragraph(style, runs, properties = "") {
  return xml`<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${runs}</w:p>`;
}

/**
 * A table whose first row is repeated on each page.
 * @param {string} name what it shows, for who hears it
 * @param {number[]} widths of its columns, in twentieths of a point
 * @param {string[]} head the names of its columns
 * @param {Markup[][]} rows the paragraphs of each cell
 * @returns {Markup}
 */
export function table(name, widths, head, rows) {
  const cell = (/** @type {Markup} */ paragraphs, /** @type {number} */ i) => xml`<w:tc><w:tcPr><w:tcW w:w="${widths[i]}" w:type="dxa"/></w:tcPr>${paragraphs}</w:tc>`;
  const heading = head.map((text, i) => cell(paragraph("TableHead", [run(text)]), i));
  const all = rows.map((cells) => xml`<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.map(cell)}</w:tr>`);
  return xml`<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="${name}"/></w:tblPr><w:tblGrid>${widths.map((width) => xml`<w:gridCol w:w="${width}"/>`)}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${heading}</w:tr>${all}</w:tbl>`;
}

/**
 * A picture in a paragraph of its own: SVG, with PNG beside it for programs that show none.
 * @param {{png: string, svg: string}} ids the ids of the relationships to both files
 * @param {number} number counted from 1
 * @param {{width: number, height: number}} size in English metric units
 * @param {string} alt what it shows, for who does not see it
 * @returns {Markup}
 */
export function image({ png, svg }, number, { width, height }, alt) {
  const size = xml`cx="${width}" cy="${height}"`;
  return paragraph("Normal", [xml`<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr id="${number}" name="Logic model ${number}" descr="${alt}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="${number}" name="model-${number}.png" descr="${alt}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${png}"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip r:embed="${svg}"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`]);
}

/**
 * What a section of pages is like; it stands at the section's end.
 * @param {{width: number, height: number}} page in twentieths of a point
 * @param {number} margin on each side
 * @returns {Markup}
 */
export function pages({ width, height }, margin) {
  return xml`<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="${width}" w:h="${height}"${width > height ? xml` w:orient="landscape"` : ""}/><w:pgMar w:top="${margin}" w:right="${margin}" w:bottom="${margin}" w:left="${margin}" w:header="340" w:footer="340" w:gutter="0"/></w:sectPr>`;
}

const NAMESPACES = xml`xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"`;

/**
 * A part of the file.
 * @param {"document" | "hdr" | "ftr" | "styles" | "numbering" | "settings"} name its root
 * @param {Markup | Markup[]} inside what it holds
 * @returns {string}
 */
export function part(name, inside) {
  return `${DECLARATION}<w:${name} ${NAMESPACES}>${xml`${inside}`}</w:${name}>`;
}

/** What each part of the file begins with. */
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
