// How a Word file looks: styles by the names that Word itself gives them, so that headings are headings.
import { xml } from "./xml.js";

const INK = "1C2B2D";
const FONT = xml`<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/>`;

/** @param {number} points */
const size = (points) => xml`<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;

/** @param {number} before @param {number} after in twentieths of a point */
const room = (before, after) => xml`<w:spacing w:before="${before}" w:after="${after}"/>`;

const STYLES = [
  xml`<w:docDefaults><w:rPrDefault><w:rPr>${FONT}<w:color w:val="${INK}"/>${size(8.5)}<w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>`,
  xml`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>${room(0, 40)}</w:pPr></w:style>`,
  xml`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>`,
  xml`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`,
  xml`<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr>${room(0, 60)}</w:pPr><w:rPr><w:b/>${size(15)}</w:rPr></w:style>`,
  xml`<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/>${room(120, 40)}<w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/>${size(10.5)}</w:rPr></w:style>`,
  xml`<w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>${room(0, 10)}</w:pPr><w:rPr>${size(8)}</w:rPr></w:style>`,
  xml`<w:style w:type="paragraph" w:styleId="TableText"><w:name w:val="Table Text"/><w:basedOn w:val="Normal"/><w:pPr>${room(0, 0)}</w:pPr><w:rPr>${size(8)}</w:rPr></w:style>`,
  xml`<w:style w:type="paragraph" w:styleId="TableHead"><w:name w:val="Table Head"/><w:basedOn w:val="TableText"/><w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/></w:rPr></w:style>`,
  xml`<w:style w:type="paragraph" w:styleId="Small"><w:name w:val="Small"/><w:basedOn w:val="Normal"/><w:pPr>${room(0, 10)}</w:pPr><w:rPr>${size(7)}</w:rPr></w:style>`,
  xml`<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/><w:rPr>${size(7.5)}</w:rPr></w:style>`,
  xml`<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:rPr>${size(7.5)}</w:rPr></w:style>`,
  xml`<w:style w:type="character" w:styleId="Yours"><w:name w:val="Yours"/><w:rPr><w:i/><w:u w:val="dotted"/></w:rPr></w:style>`,
  xml`<w:style w:type="character" w:styleId="Source"><w:name w:val="Source"/><w:rPr><w:color w:val="4A5A5C"/>${size(6.5)}</w:rPr></w:style>`,
  xml`<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>`,
  xml`<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0B5D5A"/><w:u w:val="single"/></w:rPr></w:style>`,
  xml`<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${["top", "left", "bottom", "right", "insideH", "insideV"].map((side) => xml`<w:${side} w:val="single" w:sz="4" w:space="0" w:color="7B8584"/>`)}</w:tblBorders></w:tblPr></w:style>`,
];

const BULLETS = xml`<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;

// Without it, Word takes the file for one of 2007 and says so in its title.
const SETTINGS = xml`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>`;

/** Styles, what bullets look like, and how Word takes the file. */
export { BULLETS, SETTINGS, STYLES };
