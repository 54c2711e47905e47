// Questions that can be answered. The answers stand in the address after `#`, which browsers do not
// send, and nowhere else. Which first fix is seen follows from the answer, by the style sheet.
import { copiesAddress } from "./copy.js";
import { NONE, inWords, isAnswered, isMissing, read, written } from "./answers.js";

const asksOf = (part) => [...part.querySelectorAll(".ask")];
const answer = (ask) => ask.querySelector("input:checked")?.value ?? NONE;
const fold = (topic) => topic.querySelector("details");
const answersOf = (part) => asksOf(part).map(answer);

function choose(ask, letter) {
  for (const input of ask.querySelectorAll("input")) input.checked = input.value === letter;
}

// Says that answers were given to another version of the questions than is shown.
function toldOtherVersion({ dataset: { asks, version, news } }, given) {
  const paragraph = document.createElement("p");
  const link = document.createElement("a");
  link.href = `${news}?id=${asks}&version=${given}#${asks}`;
  link.textContent = `See what changed in ${asks}`;
  paragraph.append(`You answered version ${given} of ${asks}. This is version ${version}, and the questions may have changed since. Look at each again. `, link);
  return paragraph;
}

function toldElsewhere(ids) {
  const paragraph = document.createElement("p");
  paragraph.textContent = `The address also has answers to ${ids.join(", ")}. They are kept, and not shown here.`;
  return paragraph;
}

export function checklist(root) {
  const lists = [...root.querySelectorAll("[data-asks]")];
  const topics = [...root.querySelectorAll("[data-topic]")];
  const [summary, tools, notes, missing] = ["[role=status]", "[data-asks-tools]", ".asks__notes", "[data-asks-missing]"].map((part) => root.querySelector(part));
  let kept = new Map();

  function summarize() {
    const all = answersOf(root);
    const answered = topics.filter((topic) => answersOf(topic).some(isAnswered));
    for (const topic of topics) topic.querySelector("summary > .small").textContent = `${topic.querySelector("[data-asks]").dataset.asks}: ${inWords(answersOf(topic))}`;
    summary.textContent = `${answered.length ? `In what you began: ${inWords(answered.flatMap(answersOf))}` : inWords(all)}.`;
  }

  function note() {
    const here = lists.map((list) => list.dataset.asks);
    const elsewhere = [...kept.keys()].filter((id) => !here.includes(id));
    const other = lists.filter(({ dataset: { asks, version } }) => kept.has(asks) && kept.get(asks).version !== version);
    notes.replaceChildren(...other.map((list) => toldOtherVersion(list, kept.get(list.dataset.asks).version)), ...(elsewhere.length ? [toldElsewhere(elsewhere)] : []));
    notes.hidden = !notes.hasChildNodes();
  }

  function tell() {
    // On the page of a theory they come with the first answer, below it, so that nothing moves.
    tools.hidden = !topics.length && !kept.size;
    if (!tools.hidden) summarize();
    else summary.textContent = "";
    note();
    for (const link of root.querySelectorAll("[data-asks-carried]")) link.hash = written(kept);
  }

  // Puts the answers into the address, in place of whatever part of the page stood there.
  function remember() {
    history.replaceState(null, "", written(kept) || location.pathname + location.search);
  }

  function noteAnswers(list) {
    const { asks, version } = list.dataset;
    const letters = answersOf(list).join("");
    if ([...letters].some(isAnswered)) kept.set(asks, { version, letters });
    else kept.delete(asks);
  }

  function show(answers) {
    kept = answers;
    for (const list of lists) {
      const { letters = "" } = kept.get(list.dataset.asks) ?? {};
      asksOf(list).forEach((ask, i) => {
        choose(ask, letters[i]);
        const folded = ask.querySelector("details");
        if (folded && isAnswered(letters[i])) folded.open = true;
      });
    }
    for (const topic of topics) fold(topic).open ||= answersOf(topic).some(isAnswered);
    tell();
  }

  // Leaves only what is missing in sight, as it is now: a question that is then answered stays.
  function sift(only) {
    missing.setAttribute("aria-pressed", String(only));
    for (const ask of asksOf(root)) ask.hidden = only && !isMissing(answer(ask));
    for (const topic of topics) {
      topic.hidden = only && !answersOf(topic).some(isMissing);
      fold(topic).open ||= only && !topic.hidden;
    }
  }

  root.addEventListener("change", ({ target }) => {
    noteAnswers(target.closest("[data-asks]"));
    tell();
    remember();
  });
  missing.addEventListener("click", () => {
    const only = missing.getAttribute("aria-pressed") !== "true";
    if (only && !answersOf(root).some(isMissing)) summary.textContent = "No answer says that something is missing.";
    else sift(only);
  });
  root.querySelector("[data-asks-clear]").addEventListener("click", () => { sift(false); show(new Map()); remember(); });
  copiesAddress(root.querySelector("[data-asks-copy]"), "the link with these answers");
  addEventListener("hashchange", () => {
    if (location.hash.startsWith("#a=")) show(read(location.hash));
    else if (kept.size) remember();
  });
  show(read(location.hash));
  if (kept.size) root.scrollIntoView();
}
