// Makes parts of a page from texts. What comes from data or from a link is text, and never HTML.

/**
 * Makes an element.
 * @param {string} tag its name
 * @param {Record<string, any>} [attributes] those that are false, null or undefined are left out
 * @param {...(Node|string|null|false|undefined)} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== false && child !== undefined && child !== ""));
  return element;
}

/**
 * Makes a link.
 * @param {string} href
 * @param {string} text
 * @returns {HTMLElement}
 */
export const a = (href, text) => h("a", { href }, text);

/**
 * Replaces what an element holds, and puts the focus back to what had it.
 * @param {Element} element
 * @param {...(Node|null|false)} children
 */
export function put(element, ...children) {
  const focused = document.activeElement?.id;
  element.replaceChildren(.../** @type {Node[]} */ (children.filter(Boolean)));
  if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus();
}

/** Whose voice a sentence has, as templates mark it. */
const VOICES = new Set(["from the study", "our reading", "our advice", "a question for you"]);

/**
 * Makes a sentence of ours with its voice in front.
 * @param {string} text
 * @param {string} voice
 * @param {string} [lead] what more the sentence is, such as "first fix"
 * @returns {HTMLElement}
 */
export function said(text, voice, lead) {
  const name = VOICES.has(voice) ? voice : "our reading";
  const label = `${name[0].toUpperCase()}${name.slice(1)}${lead ? `, ${lead}` : ""}:`;
  return h("p", { class: "aside", "data-voice": name }, h("b", { class: "speaker" }, label), ` ${text}`);
}
