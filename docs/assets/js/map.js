// The evidence map: any filter, kept in the address; arrow keys from cell to cell.
// The rules are those of hooks/theorybook/evidence_map/cells.py; tests hold the two together.

const FIELDS = ["about", "group", "design"];
const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;

// Returns what a filter leaves of a cell: studies, findings and theories as sets, and the state.
// What each part of the data is stands in hooks/theorybook/evidence_map/browser_data.py.
function sifted({ studies, theories, verdicts }, [witnesses, linked] = [[], []], { about, group, design }) {
  const takesStudy = (place) => {
    const [groups, kind] = studies[place];
    return (group < 0 || groups.includes(group)) && (design < 0 || kind === design);
  };
  const takesTheory = ([, person, rests]) => (about < 0 || person === about) && rests.some(takesStudy);
  const left = witnesses.filter(([place]) => takesStudy(place));
  const counted = left.filter(([, , , background]) => !background);
  const holding = linked.map((place) => theories[place]).filter(takesTheory);
  return {
    studies: new Set(counted.map(([place]) => place)),
    findings: new Set(left.map(([, finding]) => finding)),
    theories: new Set(holding.map(([id]) => id)),
    state: state(new Set(counted.map(([, , verdict]) => verdicts[verdict])), left, holding),
  };
}

// Background counts for nothing, a theory of ours is no study, and what is found outdoes what is proposed.
function state(verdicts, witnesses, theories) {
  if (verdicts.has("BACKED")) verdicts.delete("PROPOSED");
  if (verdicts.size) return verdicts.size === 1 ? [...verdicts][0] : "MIXED";
  if (witnesses.length) return "BACKGROUND";
  return theories.length ? "LINKED" : "NOBODY";
}

function paint(place, found, readings) {
  place.querySelector(".map__sign").textContent = readings[found.state].sign;
  place.querySelector(".map__words").textContent = readings[found.state].words;
  const number = place.querySelector(".map__number");
  if (number) number.textContent = found.studies.size || "";
  place.querySelector(".map__counts").textContent = `${counted(found.studies.size, "study", "studies")}, ${counted(found.theories.size, "theory", "theories")}`;
}

function show(data, filter) {
  const shownColumns = new Set(Object.entries(data.outcomes)
    .filter(([, { concerns }]) => !filter.about || concerns.includes(filter.about)).map(([id]) => id));
  for (const place of document.querySelectorAll("[data-column]")) {
    place.hidden = !shownColumns.has(place.dataset.column);
  }
  for (const head of document.querySelectorAll("[data-group]")) {
    const columns = head.dataset.group.split(" ").filter((id) => shownColumns.has(id));
    head.hidden = !columns.length;
    head.colSpan = columns.length || 1;
  }
  const table = document.querySelector("[data-map]");
  const heads = table.querySelector("[data-column]").parentElement.cells;
  const readings = (column) => data[data.outcomes[column].reading];
  // Nothing chosen is in no place.
  const places = Object.fromEntries(FIELDS.map((name) => [name, data.names[name].indexOf(filter[name])]));
  let full = 0;
  const found = new Map();
  const of = (anchor) => {
    if (!found.has(anchor)) found.set(anchor, sifted(data, data.cells[anchor], places));
    return found.get(anchor);
  };
  for (const place of table.querySelectorAll("td:nth-child(n + 2)")) {
    const { column } = heads[place.cellIndex].dataset;
    place.hidden = !shownColumns.has(column);
    const link = place.querySelector("a");
    if (!link) continue; // blank for the whole, and so for each part
    const cell = of(link.hash.slice(1));
    paint(place, cell, readings(column));
    link.hidden = cell.state === "NOBODY";
    full += !place.hidden && cell.studies.size > 0;
  }
  for (const entry of document.querySelectorAll("[data-entry]")) {
    const cell = of(entry.id);
    const { column } = entry.closest("[data-column]").dataset;
    entry.hidden = !shownColumns.has(column) || cell.state === "NOBODY";
    paint(entry.querySelector(".map__cell"), cell, readings(column));
    for (const item of entry.querySelectorAll("[data-finding]")) item.hidden = !cell.findings.has(item.dataset.finding);
    for (const item of entry.querySelectorAll("[data-theory]")) item.hidden = !cell.theories.has(item.dataset.theory);
    for (const list of entry.querySelectorAll("[data-list]")) list.hidden = !list.querySelector(":scope li:not([hidden])");
  }
  const anchors = Object.keys(data.cells);
  for (const outcome of document.querySelectorAll("[data-outcome]")) {
    // Counted in the data, as the entries of a long list are on other pages.
    const { column } = outcome.dataset;
    const there = shownColumns.has(column) ? anchors.filter((anchor) => anchor.endsWith(`--${column}`)) : [];
    const left = there.filter((anchor) => of(anchor).state !== "NOBODY").length;
    const fold = outcome.querySelector("details, [data-leads]");
    if (fold) fold.hidden = !left;
    outcome.querySelectorAll("[data-pairs]").forEach((place) => { place.textContent = counted(left, "pair", "pairs"); });
    outcome.querySelector("[data-blank]").hidden = left > 0;
  }
  return full;
}

export function mapFilter(form) {
  const chosen = () => Object.fromEntries(FIELDS.map((name) => [name, form.elements[name].value]));
  const query = () => new URLSearchParams(Object.entries(chosen()).filter(([, value]) => value)).toString();
  const status = form.querySelector("[role=status]");
  document.querySelectorAll("[data-without-script]").forEach((part) => { part.hidden = true; });
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  if ("fixed" in form.dataset) {
    form.addEventListener("change", () => location.assign(form.dataset.mapFilter + (query() && `?${query()}`)));
    return;
  }
  const data = JSON.parse(document.querySelector("[data-map-data]").textContent);
  const asked = new URLSearchParams(location.search);
  for (const name of FIELDS) {
    const select = form.elements[name];
    if ([...select.options].some(({ value }) => value === asked.get(name))) select.value = asked.get(name);
  }
  const apply = () => {
    const full = show(data, chosen());
    document.querySelector("[data-map-part]").hidden = !query();
    status.textContent = `${counted(full, "pair has", "pairs have")} studies.`;
  };
  form.addEventListener("change", () => {
    apply();
    history.replaceState(null, "", (query() ? `?${query()}` : location.pathname) + location.hash);
  });
  apply();
}

// One stop for the tab key; from there the arrow keys walk over the cells that are shown.
export function mapKeys(table) {
  // The first row only groups the outcomes.
  const rows = () => [...table.rows].slice(1).map((row) => [...row.cells].filter((cell) => !cell.hidden));
  const target = (cell) => cell.querySelector("a:not([hidden])") ?? cell;
  const stops = [...table.querySelectorAll("tr:not(.map__groups) > *")];
  for (const cell of stops) {
    cell.tabIndex = -1;
    for (const link of cell.querySelectorAll("a")) link.tabIndex = -1;
  }
  target(stops[0]).tabIndex = 0;
  const moves = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  table.addEventListener("keydown", (event) => {
    const here = event.target.closest("th, td");
    if (!here || event.altKey || event.ctrlKey || event.metaKey) return;
    const grid = rows();
    const y = grid.findIndex((row) => row.includes(here));
    const x = grid[y].indexOf(here);
    const ends = { Home: [y, 0], End: [y, grid[y].length - 1] };
    const [down, right] = moves[event.key] ?? [];
    const [row, column] = ends[event.key] ?? [y + down, x + right];
    const next = grid[row]?.[column];
    if (!next) return;
    event.preventDefault();
    table.querySelectorAll("[tabindex='0']").forEach((stop) => { stop.tabIndex = -1; });
    target(next).tabIndex = 0;
    target(next).focus();
  });
}
