// Plans a program, step by step. What the reader says stands in the address after `#`, and nowhere else.
import { copiesAddress } from "../copy.js";
import { empty } from "./answers.js";
import { isOlder, note, told } from "./told.js";
import { fetchData, fetchMore } from "./data.js";
import { read, write, STEPS } from "./link.js";
import { put } from "./dom.js";
import { bindForm, fillForm } from "./form.js";
import { STEP_VIEWS } from "./steps.js";

/**
 * Lets a reader plan on this page.
 * @param {HTMLElement} root holds the steps, and says where the data are
 */
export async function planner(root) {
  const data = await fetchData(root.dataset.plan);
  const more = new URL(root.dataset.more, location.href);
  const speaker = { name: root.dataset.name, root: root.dataset.root };
  const sections = [...root.querySelectorAll("[data-step]")];
  const links = [...root.querySelectorAll("[data-to]")];
  const notes = root.querySelector("[data-told]");
  let plan = { answers: empty(), data, speaker, askMore: async () => { await whole(); show(); } };
  let step = 1;
  let turn = 0;

  // Writes the plan into the address. Of several writings at once, the last one counts.
  async function keep(add = false) {
    const mine = ++turn;
    note(plan.answers, plan.data);
    const fragment = await write(plan.answers, step);
    if (mine !== turn) return;
    history[add ? "pushState" : "replaceState"](null, "", fragment);
    for (const link of links) link.hash = fragment.replace(/^#step=\d/, `#step=${link.dataset.to}`);
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
      plan = { ...plan, data: await fetchMore(more, plan.data) };
    } catch {
      plan = { ...plan, failed: true };
    }
  }

  function tell(lost) {
    const looked = () => { note(plan.answers, plan.data, true); put(notes); keep(); };
    put(notes, ...told(plan.answers, lost, plan.data, speaker.root, looked));
  }

  async function open() {
    const found = await read(location.hash);
    plan = { ...plan, answers: found.answers };
    step = Math.min(Math.max(found.step, 1), STEPS);
    fillForm(root, plan.answers);
    if (isOlder(plan.answers, data)) await whole();
    tell(found.lost);
    show();
    for (const link of links) link.hash = location.hash.replace(/^#(step=\d)?/, `#step=${link.dataset.to}`);
  }

  bindForm(root, () => plan.answers, () => changed(false));
  root.addEventListener("click", async (event) => {
    const link = event.target.closest("[data-to]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    step = Number(link.dataset.to);
    await keep(true);
    show();
    sections[step - 1].querySelector("h2").focus({ preventScroll: true });
    root.scrollIntoView();
  });
  addEventListener("popstate", open);
  copiesAddress(root.querySelector("[data-plan-copy]"), "the link to this plan");
  root.hidden = false;
  await open();
}
