// Answers if a copy is current, from the list of versions on the page itself. A long list has further
// pages, which are asked where this one does not know.

const rows = () => [...document.querySelectorAll("[data-kept]"), ...fromOthers];
let fromOthers = [];

// In a copy on a disk, the page says what the copy cannot know. Each answer keeps to that.
const limit = document.querySelector("[data-check-limit]");
const knows = (asSite, asCopy) => (limit ? asCopy : asSite);

const others = () => [...document.querySelectorAll("[data-volume]:not([aria-current])")];

async function rowsOf({ href }) {
  const response = await fetch(href);
  if (!response.ok) throw new Error(response.statusText);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const link of page.querySelectorAll("[data-kept] a")) link.href = new URL(link.getAttribute("href"), href);
  const there = [...page.querySelectorAll("[data-kept]")];
  if (!there.length) throw new Error("no list");
  return there;
}

async function askOthers() {
  if (!fromOthers.length) fromOthers = (await Promise.all(others().map(rowsOf))).flat();
}

const changes = (row) => [...row.querySelectorAll("[data-version]")];
const name = (row) => row.querySelector("a").cloneNode(true);
const find = (id) => rows().find((row) => row.id.toLowerCase() === id.toLowerCase());

// A part of a record, such as T001-E1, has the versions of its record.
const whole = (id) => id.replace(/-[EF]\d+$/i, "");

const known = (id) => find(id) || find(whole(id));

function paragraph(...parts) {
  const element = document.createElement("p");
  element.append(...parts);
  return element;
}

function listed(items) {
  const list = document.createElement("ul");
  list.append(...items);
  return list;
}

function verdict(text, row) {
  const element = paragraph(text);
  element.className = "check__verdict";
  return [element, paragraph(`${row.id}: `, name(row))];
}

function newest(row) {
  const [change] = changes(row);
  return `version ${change.dataset.version} of ${change.querySelector("time").textContent}`;
}

const latestIs = knows("The latest is", "The latest in this copy is");

// What there is to say of a version of a record; its retirement is told apart.
function compared(row, asked) {
  const latest = Number(row.dataset.newest);
  if (!/^[1-9]\d*$/.test(asked)) return verdict(`${latestIs} ${newest(row)}.`, row);
  if (asked > latest) return verdict(`${knows(`There is no version ${asked} yet`, `This copy has no version ${asked}`)}. ${latestIs} ${newest(row)}.`, row);
  if (Number(asked) === latest) {
    const what = row.dataset.retired ? "This was its last version" : knows("This is the latest version", "This copy has no later version than yours");
    return verdict(`${what}: ${newest(row)}.`, row);
  }
  const since = changes(row).filter((change) => Number(change.dataset.version) > asked);
  const [head, which] = verdict(`There is a newer one: ${newest(row)}.`, row);
  return [head, which, paragraph("Since yours:"), listed(since.map((change) => change.cloneNode(true)))];
}

function ofRecord(id, version) {
  const row = known(id);
  if (!row) return [paragraph(`We know no ${id}. Is there a slip in it? All ids are in the list below.`)];
  const part = find(id) ? [] : [paragraph(`${id} is a part of ${row.id}, and has its versions.`)];
  const retired = row.querySelector(".kept__retired");
  return [...part, ...(retired ? [retired.cloneNode(true)] : []), ...compared(row, version)];
}

// Several records at once, such as those of a plan, `T001.2,T004.5`: each id with its version.
function pairs(ids) {
  return ids.split(",").map((each) => each.trim().split(".")).flatMap(([id, version = ""]) => (id ? [[id, version]] : []));
}

function happened(row, day) {
  const items = changes(row).filter((change) => change.querySelector("time").dateTime > day).map((change) => change.cloneNode(true));
  if (row.dataset.retired > day) {
    const item = document.createElement("li");
    item.append(...row.querySelector(".kept__retired").cloneNode(true).childNodes);
    items.unshift(item);
  }
  for (const item of items) item.prepend(paragraph(`${row.id}: `, name(row)));
  return items;
}

function sinceDay(day) {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day))) {
    return [paragraph(`${day} is no date. Write it as year-month-day, such as 2027-01-31.`)];
  }
  const items = rows().flatMap((row) => happened(row, day));
  const head = paragraph(items.length ? `Changed after ${day}: ${items.length}.` : knows(`Nothing has changed after ${day}. Your copy is current.`, `This copy knows of no change after ${day}.`));
  head.className = "check__verdict";
  return [head, ...(items.length ? [listed(items)] : [])];
}

// What a copy cannot know, said once more below an answer. Its link asks the site itself the same.
function limitNow() {
  if (!limit) return [];
  const said = limit.cloneNode(true);
  said.querySelector("a").search = location.search;
  return [said];
}

export function check(part) {
  const answer = part.querySelector("[role=status]");
  const forms = [...part.querySelectorAll("form")];

  let turn = 0;

  async function ask(query) {
    const id = (query.get("id") || "").trim();
    const ids = (query.get("ids") || "").trim();
    const day = (query.get("since") || "").trim();
    if (!id && !ids && !day) return;
    for (const [field, value] of query) {
      const input = part.querySelector(`input[name="${CSS.escape(field)}"]`);
      if (input) input.value = value;
    }
    turn += 1;
    const mine = turn;
    const asked = ids ? pairs(ids) : [[id, (query.get("version") || "").trim()]];
    const isKnown = Boolean(id || ids) && asked.every(([each]) => known(each));
    if (others().length && !isKnown) {
      try {
        await askOthers();
      } catch {
        if (mine === turn) answer.replaceChildren(paragraph("Some of the list could not be loaded. Ask once more, or look through its parts below."));
        return;
      }
    }
    if (mine === turn) answer.replaceChildren(...(id || ids ? asked.flatMap(([each, version]) => ofRecord(each, version)) : sinceDay(day)), ...limitNow());
  }

  for (const form of forms) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
      history.replaceState(null, "", `?${query}`);
      ask(query);
    });
  }
  part.querySelector(".check__forms").hidden = false;
  ask(new URLSearchParams(location.search)).then(() => {
    delete part.dataset.waiting;
    // The address ends in the record's place in the list, for browsers without script. Here the
    // answer counts, and the browser would scroll past it.
    if (!answer.hasChildNodes()) return;
    if (document.readyState === "complete") part.scrollIntoView();
    else addEventListener("load", () => part.scrollIntoView(), { once: true });
  });
}
