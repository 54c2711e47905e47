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
  for (const child of children) if (child) element.append(child);
  return element;
}

/**
 * Returns the first element that fits.
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement}
 * @throws {Error} none does: the page and its script are not of the same build
 */
export function one(root, selector) {
  const found = root.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`The page has no ${selector}`);
  return found;
}

/**
 * Returns all elements that fit.
 * @template {HTMLElement} [Kind=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {Kind[]}
 */
export const every = (root, selector) => /** @type {Kind[]} */ ([...root.querySelectorAll(selector)]);

/**
 * Makes a fold whose content is made when somebody opens it.
 * @param {string} id
 * @param {string} name what its summary says
 * @param {() => Promise<(Node|false)[]>} make
 * @returns {HTMLElement}
 */
export function opens(id, name, make) {
  const filled = h("div", {});
  const fill = async () => {
    if (filled.hasChildNodes()) return;
    try {
      filled.replaceChildren(...(await make()).filter((part) => part instanceof Node));
    } catch {
      filled.textContent = "It could not be made. Is there a connection?";
    }
  };
  return h("details", { class: "plan__opens", id, toggle: fill }, h("summary", {}, name), filled);
}

/**
 * Replaces what an element holds. What was open stays open, and the focus goes back to what had it,
 * or else to the element.
 * @param {HTMLElement} element
 * @param {...(Node|null|false)} children
 */
export function put(element, ...children) {
  const focused = element.contains(document.activeElement) ? document.activeElement?.id : undefined;
  const open = [...element.querySelectorAll("details[open][id]")].map(({ id }) => id);
  element.replaceChildren(.../** @type {Node[]} */ (children.filter(Boolean)));
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  if (focused === undefined) return;
  element.tabIndex = -1;
  (document.getElementById(focused) ?? element).focus({ preventScroll: true });
}

/** Whose voice a sentence has, and the name that its mark has in the style sheet. @type {Record<string, string>} */
const VOICES = { "from the study": "study", "our reading": "reading", "our advice": "advice", "a question for you": "question" };

/** @param {string} voice @returns {string} a voice that there is */
const known = (voice) => (Object.hasOwn(VOICES, voice) ? voice : "our reading");

/**
 * Makes the mark of a voice.
 * @param {string} voice
 * @param {string} [id]
 * @returns {HTMLElement}
 */
export const mark = (voice, id) => h("span", { class: `voice voice--${VOICES[known(voice)]}`, id }, known(voice));

/**
 * Says who speaks, in front of a sentence.
 * @param {string} voice
 * @param {string} [lead] what more the sentence is, such as "first fix"
 * @returns {HTMLElement}
 */
export function speaker(voice, lead) {
  const name = known(voice);
  return h("b", { class: "speaker" }, `${name[0].toUpperCase()}${name.slice(1)}${lead ? `, ${lead}` : ""}:`);
}

/**
 * Makes a sentence of ours with its voice in front.
 * @param {string} text
 * @param {string} voice
 * @param {string} [lead] what more the sentence is
 * @returns {HTMLElement}
 */
export const said = (text, voice, lead) => h("p", { class: "aside", "data-voice": known(voice) }, speaker(voice, lead), ` ${text}`);
