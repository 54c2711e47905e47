// Answers if a copy is current, from the list of versions on the page itself and on its further pages.
import { h } from "./plan/dom.js";
import { after, idOf, isCopy, isDay, limitNow, nameOf, newest, noDay, notLoaded, retiredOf, since, unknown, versionList } from "./versions.js";

/** @typedef {import("./versions.js").VersionList} VersionList */

/** @param {string} asSite @param {string} asCopy */
const knows = (asSite, asCopy) => (isCopy() ? asCopy : asSite);

/** @param {HTMLElement} row */
const named = (row) => h("p", {}, `${idOf(row)}: `, nameOf(row));

/** @param {string} text @param {HTMLElement} row */
const verdict = (text, row) => [h("p", { class: "check__verdict" }, text), named(row)];

/** @param {HTMLElement} change */
const copied = (change) => change.cloneNode(true);

// What there is to say of a version of a record; its retirement is told apart.
/** @param {HTMLElement} row @param {string} asked */
function compared(row, asked) {
  const latest = Number(row.dataset.newest);
  const latestIs = knows("The latest is", "The latest in this copy is");
  if (!/^[1-9]\d*$/.test(asked)) return verdict(`${latestIs} ${newest(row)}.`, row);
  if (Number(asked) > latest) return verdict(`${knows(`There is no version ${asked} yet`, `This copy has no version ${asked}`)}. ${latestIs} ${newest(row)}.`, row);
  if (Number(asked) === latest) {
    const what = row.dataset.retired ? "This was its last version" : knows("This is the latest version", "This copy has no later version than yours");
    return verdict(`${what}: ${newest(row)}.`, row);
  }
  return [...verdict(`There is a newer one: ${newest(row)}.`, row), h("p", {}, "Since yours:"), h("ul", {}, ...since(row, Number(asked)).map(copied))];
}

/** @param {VersionList} list @param {string} id @param {string} version */
function ofRecord(list, id, version) {
  const row = list.known(id);
  if (!row) return [unknown(id, "in the list below")];
  const part = list.find(id) ? [] : [h("p", {}, `${id} is a part of ${idOf(row)}, and has its versions.`)];
  const retired = retiredOf(row);
  return [...part, ...(retired ? [copied(retired)] : []), ...compared(row, version)];
}

// Several records at once, such as those of a plan, `T001.2,T004.5`: each id with its version.
/** @param {string} ids @returns {[string, string][]} */
function pairs(ids) {
  return ids.split(",").map((each) => each.trim().split(".")).flatMap(([id, version = ""]) => (id ? [[id, version]] : []));
}

/** @param {HTMLElement} row @param {string} day */
function happened(row, day) {
  const items = after(row, day).map((change) => /** @type {HTMLElement} */ (copied(change)));
  if ((row.dataset.retired ?? "") > day) items.unshift(h("li", {}, .../** @type {HTMLElement} */ (copied(/** @type {HTMLElement} */ (retiredOf(row)))).childNodes));
  for (const item of items) item.prepend(named(row));
  return items;
}

/** @param {VersionList} list @param {string} day */
function sinceDay(list, day) {
  if (!isDay(day)) return [noDay(day)];
  const items = list.rows().flatMap((row) => happened(row, day));
  const none = knows(`Nothing has changed after ${day}. Your copy is current.`, `This copy knows of no change after ${day}.`);
  const head = h("p", { class: "check__verdict" }, items.length ? `Changed after ${day}: ${items.length}.` : none);
  return [head, ...(items.length ? [h("ul", {}, ...items)] : [])];
}

/** @param {HTMLElement} part */
export function check(part) {
  const list = versionList();
  const answer = /** @type {HTMLElement} */ (part.querySelector("[role=status]"));
  const forms = [...part.querySelectorAll("form")];

  let turn = 0;

  /** @param {URLSearchParams} query */
  async function ask(query) {
    const id = (query.get("id") || "").trim();
    const ids = (query.get("ids") || "").trim();
    const day = (query.get("since") || "").trim();
    if (!id && !ids && !day) return;
    for (const [field, value] of query) {
      const input = /** @type {HTMLInputElement|null} */ (part.querySelector(`input[name="${CSS.escape(field)}"]`));
      if (input) input.value = value;
    }
    turn += 1;
    const mine = turn;
    /** @type {[string, string][]} */
    const asked = ids ? pairs(ids) : [[id, (query.get("version") || "").trim()]];
    const isKnown = Boolean(id || ids) && asked.every(([each]) => list.known(each));
    if (list.hasMore && !isKnown) {
      try {
        await list.ask();
      } catch {
        if (mine === turn) answer.replaceChildren(notLoaded());
        return;
      }
    }
    if (mine === turn) answer.replaceChildren(...(id || ids ? asked.flatMap(([each, version]) => ofRecord(list, each, version)) : sinceDay(list, day)), ...limitNow());
  }

  for (const form of forms) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const query = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]).filter(([, value]) => value));
      history.replaceState(null, "", `?${query}`);
      ask(query);
    });
  }
  /** @type {HTMLElement} */ (part.querySelector(".check__forms")).hidden = false;
  ask(new URLSearchParams(location.search)).then(() => {
    delete part.dataset.waiting;
    // The address ends in the record's place in the list, for browsers without script. Here the
    // answer counts, and the browser would scroll past it.
    if (!answer.hasChildNodes()) return;
    if (document.readyState === "complete") part.scrollIntoView();
    else addEventListener("load", () => part.scrollIntoView(), { once: true });
  });
}
