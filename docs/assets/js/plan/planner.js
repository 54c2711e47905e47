// Plans a program, step by step. What the reader says stands in the address after `#`, and nowhere else.
import { copiesAddress } from "../copy.js";
import { empty } from "./answers.js";
import { fetchData, fetchMore } from "./data.js";
import { every, one, put } from "./dom.js";
import { bindForm, fillForm } from "./form.js";
import { read, write, STEPS } from "./link.js";
import { isOlder, note } from "./noted.js";
import { STEP_VIEWS } from "./steps.js";

// How the page of a situation sends a reader here.
const FROM = /^#from=([A-Z]\d{2,4})$/;

/**
 * Lets a reader plan on this page.
 * @param {HTMLElement} root holds the steps, and says where the data are
 */
export async function planner(root) {
  const { plan: file = "", more = "", name = "", root: address = "" } = root.dataset;
  const data = await fetchData(file);
  const sections = every(root, "[data-step]");
  const links = /** @type {HTMLAnchorElement[]} */ (every(root, "[data-to]"));
  const notes = one(root, "[data-told]");
  /** @type {import("./picks").Plan} */
  let plan = { answers: empty(), data, speaker: { name, root: address }, askMore: async () => { await whole(); show(); }, wholeData };
  let step = 1;
  let turn = 0;

  /** Lets the links between the steps lead to the same plan. @param {string} fragment */
  function aim(fragment) {
    for (const link of links) link.hash = fragment.replace(/^#(step=\d)?/, `#step=${link.dataset.to}`);
  }

  // Writes the plan into the address. Of several writings at once, the last one counts.
  async function keep(add = false) {
    const mine = ++turn;
    note(plan.answers, plan.data);
    const fragment = await write(plan.answers, step);
    if (mine !== turn) return;
    history[add ? "pushState" : "replaceState"](null, "", fragment);
    aim(fragment);
  }

  function show() {
    root.dataset.at = String(step);
    for (const section of sections) section.hidden = Number(section.dataset.step) !== step;
    for (const link of links) {
      if (Number(link.dataset.to) === step) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    }
    STEP_VIEWS[step]?.(sections[step - 1], plan, changed);
  }

  // Goes on after an answer. What is shown follows, unless the reader is still typing.
  function changed(isShown = true) {
    if (isShown) show();
    keep();
  }

  // Fetches the lines that a first plan does without. Without them, it is still a plan.
  async function whole() {
    try {
      plan = { ...plan, data: await fetchMore(new URL(more, location.href), plan.data) };
    } catch {
      plan = { ...plan, failed: true };
    }
  }

  async function wholeData() {
    await whole();
    if (!plan.data.whole) throw new Error("The rest of the data could not be had");
    return plan.data;
  }

  /** Says what was lost on the way, and what changed since. @param {string[]} lost in sentences */
  async function tell(lost) {
    if (!lost.length && !plan.answers.versions.size) return put(notes);
    const { told } = await import("./told.js");
    const looked = () => { note(plan.answers, plan.data, true); put(notes); keep(); };
    put(notes, ...told(plan.answers, lost, plan.data, plan.speaker.root, looked));
  }

  async function open() {
    const found = await read(location.hash);
    plan = { ...plan, answers: found.answers };
    plan.answers.situation ||= FROM.exec(location.hash)?.[1] ?? "";
    step = Math.min(Math.max(found.step, 1), STEPS);
    fillForm(root, plan.answers);
    if (isOlder(plan.answers, data)) await whole();
    await tell(found.lost);
    show();
    aim(location.hash);
  }

  async function turnTo(/** @type {HTMLAnchorElement} */ link) {
    step = Number(link.dataset.to);
    await keep(true);
    show();
    one(sections[step - 1], "h2").focus({ preventScroll: true });
    root.scrollIntoView();
  }

  bindForm(root, () => plan.answers, () => changed(false));
  root.addEventListener("click", (event) => {
    const link = links.find((each) => each.contains(/** @type {Node} */ (event.target)));
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    turnTo(link);
  });
  addEventListener("popstate", open);
  copiesAddress(one(root, "[data-plan-copy]"), "the link to this plan");
  root.hidden = false;
  await open();
}
