// The first two steps are a form that stands in the page: its fields are answers of the same names.
import { every, one } from "./dom.js";

/** @typedef {import("./answers").Answers} Answers */
/** @typedef {HTMLInputElement|HTMLSelectElement} Field */

/** @typedef {"title"|"place"|"country"|"peers"|"paid"|"situation"} Single what has one answer */
/** @typedef {"for"|"aims"} Several what can have many */

const MOST_AIMS = 3;

/** @param {HTMLElement} root @returns {HTMLInputElement[]} */
const fields = (root) => every(root, ':is([data-step="1"], [data-step="2"]) [name]');

/** @param {HTMLElement} root @param {string} name @returns {string[]} */
const ticked = (root, name) => fields(root).filter((field) => field.name === name && field.checked).map(({ value }) => value);

/**
 * Shows answers in the form.
 * @param {HTMLElement} root
 * @param {Answers} answers
 */
export function fillForm(root, answers) {
  for (const field of fields(root)) {
    if (field.type === "checkbox") field.checked = answers[/** @type {Several} */ (field.name)].includes(field.value);
    else if (field.type === "radio") field.checked = answers[/** @type {Single} */ (field.name)] === field.value;
    else field.value = answers[/** @type {Single} */ (field.name)];
  }
  tellMany(root, false);
}

/** Says that there are as many aims as there can be. @param {HTMLElement} root @param {boolean} isMore whether the reader wanted one more */
function tellMany(root, isMore) {
  const isFull = ticked(root, "aims").length >= MOST_AIMS;
  for (const field of fields(root)) if (field.name === "aims") field.toggleAttribute("aria-disabled", isFull && !field.checked);
  one(root, "[data-many]").hidden = !isMore;
}

/**
 * Takes in what is answered in the form.
 * @param {HTMLElement} root
 * @param {() => Answers} answersNow
 * @param {() => void} changed is called after each change
 */
export function bindForm(root, answersNow, changed) {
  root.addEventListener("input", ({ target }) => {
    const field = fields(root).find((each) => each === target);
    if (!field) return;
    const isMore = field.name === "aims" && ticked(root, "aims").length > MOST_AIMS;
    if (isMore) field.checked = false;
    if (field.type === "checkbox") answersNow()[/** @type {Several} */ (field.name)] = ticked(root, field.name);
    else answersNow()[/** @type {"title"} */ (field.name)] = field.value;
    tellMany(root, isMore);
    changed();
  });
}
