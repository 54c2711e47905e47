// Copies what a reader asks for, and says so: a text, or the lasting address of a part of a page.
import { onDisk } from "./disk.js";

const status = document.createElement("p");
let last = () => {}; // what takes back the words of the control that was used last

/**
 * What puts a text on the clipboard, or what is in a file. A browser must be told at once that there
 * will be something to copy, so it is given the promise.
 * @param {string} words
 */
const text = (words) => () => navigator.clipboard.writeText(words);
/** @param {string} address */
const file = (address) => () => {
  const read = fetch(address).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer)));
  return navigator.clipboard.write([new ClipboardItem({ "text/plain": read.then((words) => new Blob([words], { type: "text/plain" })) })]);
};

/**
 * Copies, and tells those who cannot see it.
 * @param {() => Promise<void>} copy
 * @param {string} of what is copied
 * @returns {Promise<string>} what the control should say
 */
async function copied(copy, of) {
  let said = "Copied";
  try { await copy(); } catch { said = "Could not copy"; }
  status.textContent = `${said} ${of}`;
  return said;
}

/**
 * Lets a control say what became of a copy, until another one is used.
 * @param {HTMLElement} control
 * @param {string} said
 * @param {() => void} before what takes its words back
 */
function says(control, said, before) {
  last();
  control.textContent = said;
  last = () => before();
}

/**
 * Puts a button behind a text that can be copied: `data-copy`, or the words of the element itself;
 * of a link to a file, what is in it.
 * @param {HTMLElement} element
 */
export function copyButton(element) {
  if (!navigator.clipboard) return;
  const { copy, copyName } = element.dataset;
  const isFile = copy === "file";
  const button = document.createElement("button");
  const name = `Copy ${copyName}`;
  button.type = "button";
  button.className = "copy";
  button.textContent = name;
  button.addEventListener("click", async () => {
    const said = await copied(isFile ? file(element.getAttribute("href") ?? "") : text(copy || element.innerText), String(copyName));
    says(button, said === "Copied" ? said : `Could not copy: ${isFile ? "open" : "select"} it instead`, () => { button.textContent = name; });
  });
  element.after(" ", button);
}

// The address of this page on the site, whatever host or disk it was loaded from.
export const lasting = () => /** @type {HTMLLinkElement} */ (document.querySelector("link[rel=canonical]")).href;

/**
 * Lets a link copy its lasting address, whatever host the page was loaded from. With a key held down
 * it is a link as any other.
 * @param {HTMLAnchorElement} link
 */
export function permalink(link) {
  if (!navigator.clipboard) return;
  const of = `the link ${link.querySelector(".sr")?.textContent?.trim()}`;
  const { href } = new URL(link.getAttribute("href") ?? "", lasting());
  const asBefore = () => { link.textContent = "Link"; link.setAttribute("aria-label", `Copy ${of}`); };
  link.addEventListener("click", async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    says(link, await copied(text(href), of), asBefore);
    link.setAttribute("aria-label", status.textContent);
  });
  asBefore();
}

/** The address of the page as it stands, such as one can send to others. */
export const addressNow = () => (onDisk ? lasting() + location.search + location.hash : location.href);

/**
 * Lets a button that is there already copy what it is asked for.
 * @param {HTMLElement} button
 * @param {string} of what it copies
 * @param {() => string} words gets what is copied
 */
export function copiesWords(button, of, words) {
  button.hidden = !navigator.clipboard;
  const name = button.textContent;
  button.addEventListener("click", async () => {
    says(button, await copied(text(words()), of), () => { button.textContent = name; });
  });
}

/**
 * Lets a button that is there already copy the address of the page as it stands.
 * @param {HTMLElement} button
 * @param {string} of what it copies
 */
export const copiesAddress = (button, of) => copiesWords(button, of, addressNow);

// Gives the page what is read out when something was copied.
export function copies() {
  status.className = "sr";
  status.setAttribute("aria-live", "polite");
  document.body.append(status);
  /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-copy]")).forEach(copyButton);
  /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".permalink")).forEach(permalink);
}
