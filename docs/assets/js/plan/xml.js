// XML as a text: every value is escaped where it is put in, so that no text becomes a tag.

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** XML that was put together here, told apart from a text. */
export class Markup {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

/** @typedef {Markup | string | number | (Markup | Markup[])[]} Value */

/** @param {Value | Markup[]} value @returns {string} */
function escaped(value) {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(escaped).join("");
  return String(value).replace(/[&<>"']/g, (sign) => SIGNS[/** @type {keyof SIGNS} */ (sign)]);
}

/**
 * Puts values into XML: xml`<t>${text}</t>`. Texts are escaped; XML made so stays as it is.
 * @param {TemplateStringsArray} parts
 * @param {...Value} values
 * @returns {Markup}
 */
export function xml(parts, ...values) {
  return new Markup(parts.map((part, i) => part + (i < values.length ? escaped(values[i]) : "")).join(""));
}
