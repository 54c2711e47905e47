// The first two steps are a form that stands in the page: its fields are answers of the same names.

/** @typedef {import("./answers").Answers} Answers */

const LISTS = ["for", "aims"];
const MOST_AIMS = 3;

/** @param {Element} root @returns {HTMLInputElement[]} */
const fields = (root) => [...root.querySelectorAll("[name]:not([data-key] *)")].filter((field) => /^(1|2)$/.test(field.closest("[data-step]")?.dataset.step));

/**
 * Shows answers in the form.
 * @param {HTMLElement} root
 * @param {Answers} answers
 */
export function fillForm(root, answers) {
  for (const field of fields(root)) {
    const value = answers[field.name];
    if (field.type === "checkbox") field.checked = value.includes(field.value);
    else if (field.type === "radio") field.checked = value === field.value;
    else field.value = value;
  }
  tellMany(root, answers);
}

function tellMany(root, answers) {
  const isFull = answers.aims.length >= MOST_AIMS;
  for (const field of fields(root)) {
    if (field.name === "aims") field.toggleAttribute("aria-disabled", isFull && !field.checked);
  }
  root.querySelector("[data-many]").hidden = answers.aims.length <= MOST_AIMS;
}

/**
 * Takes in what is answered in the form.
 * @param {HTMLElement} root
 * @param {() => Answers} answersNow
 * @param {() => void} changed is called after each change
 */
export function bindForm(root, answersNow, changed) {
  root.addEventListener("input", ({ target }) => {
    if (!fields(root).includes(target)) return;
    const answers = answersNow();
    if (LISTS.includes(target.name)) {
      const ticked = fields(root).filter(({ name, checked }) => name === target.name && checked);
      if (target.name === "aims" && ticked.length > MOST_AIMS) {
        target.checked = false;
        root.querySelector("[data-many]").hidden = false;
        return;
      }
      answers[target.name] = ticked.map(({ value }) => value);
    } else answers[target.name] = target.value;
    tellMany(root, answers);
    changed();
  });
}
