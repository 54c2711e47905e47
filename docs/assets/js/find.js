// Asks the Pagefind index, in a worker of its own that lives as long as nothing goes wrong in it.
// Pagefind wants all words of a question on one page, and few pages have them all. So each word is
// asked for by itself. A page's scores are added up; a word that few pages have weighs more.
const BASE = new URL("../../", import.meta.url);
// Set after a failure: then nothing is taken from the browser's cache, where the fault may be.
const AGAIN = new URL(import.meta.url).searchParams.get("again");

// What a match outside a page's own words counts, against the weight of the word.
const FIELDS = { names: 4, title: 1.5, lead: 1 };
const WHOLE_NAME = 1; // how much another name adds that is the question as a whole; a part of it adds its share
const CLOSE = 0.6; // results with at least this part of the best score are close to the question
const MOST = 16; // results that are loaded and shown
// Pagefind's own marks for facts grow with each word that only starts alike. So ours count instead.
const RANKING = { termSimilarity: 3, metaWeights: Object.fromEntries(["title", "lead", "names", "address", "group", "voiced"].map((name) => [name, 0])) };

const FIRST = 3; // letters that two words share at least, if they are to be forms of one
const bare = (word) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
const stem = (word) => bare(word.replace(/['’]s$/, "")).replace(/(?:ing|ed|ers?|es|s|e)$/, "");

// Words that stand in any question and lead to no page.
const EMPTY = new Set(`
a about after all also am an and another any anybody anyone are aren't as at be been before being but by
can cannot can't could did didn't do does doesn't doing don't for from get gets getting give go goes going got
had has have having he her hers here him his how i if im in into is isn't it its just keep kind lot
make makes many may me might more most much must my no not of on one or our ours out over own people put
really same say says she should so some somebody someone something stay such than that that's the their
theirs them then there they thing things this those to too turn turning up us very was way we were what
what's when where which while who whom whose why will with without won't would yes you your yours
`.split(/\s+/).map(bare));

// Pagefind goes on without a part of the index that it could not load, and tells the console
// alone. Then its answers are wrong, and must not be told.
let fault = null;
console.error = (said) => { fault = new Error(said); };

const load = fetch;
globalThis.fetch = (address, settings) => load(address, AGAIN ? { ...settings, cache: "reload" } : settings);

// The script of the engine has a fixed name. With its version behind it, a new index never meets an
// old script from the cache.
async function opened() {
  const answer = await fetch(new URL("pagefind/pagefind-entry.json", BASE), { cache: "no-cache" });
  const { languages, version } = await answer.json();
  const script = new URL("pagefind/pagefind.js", BASE);
  script.searchParams.set("version", version);
  if (AGAIN) script.searchParams.set("again", AGAIN);
  const engine = await import(script);
  await engine.options({ baseUrl: BASE.pathname, ranking: RANKING });
  const total = Object.values(languages).reduce((sum, { page_count: pages }) => sum + pages, 0);
  return { engine, total, asked: new Map() };
}

let index;
const pagefind = () => (index ??= opened());

const partsOf = (word) => word.split(/[^\p{L}\p{N}'’]+/u).filter(Boolean);

// Returns the words of a question that can lead to a page; if none can, all of its words.
function wordsOf(question) {
  const words = [...new Set(question.toLowerCase().match(/[\p{L}\p{N}]+(?:[^\s\p{L}\p{N}]+[\p{L}\p{N}]+)*/gu))];
  const telling = words.filter((word) => !EMPTY.has(bare(word)));
  return telling.length ? telling : words;
}

// Tells whether two words start alike for half of the first, as forms of one word do.
function alike(word, other) {
  const [asked, found] = [bare(word), bare(other)];
  let same = 0;
  while (same < asked.length && asked[same] === found[same]) same++;
  return same >= Math.min(FIRST, asked.length) && same >= asked.length / 2;
}

// Where no page has a word, Pagefind falls back on pages with a word that starts with the same
// letter or two. Those answer nothing, so the word counts as not found.
async function isMeant(word, result) {
  const { content, locations, meta } = await result.data().catch(() => ({})); // told where it is shown
  if (!meta) return true;
  const there = content.split(/\s+/);
  const facts = Object.keys(FIELDS).flatMap((field) => (meta[field] ?? "").split(/\s+/));
  const found = [...locations.map((at) => there[at] ?? ""), ...facts];
  return found.some((other) => [other, ...partsOf(other)].some((part) => alike(word, part)));
}

// Returns { word, weight, results } for one word; the weight is high where few pages have it.
async function ask({ engine, total }, word) {
  const { results } = await engine.search(word);
  if (fault) throw fault;
  if (!results.length || !(await isMeant(word, results[0]))) return { word, weight: 0, results: [] };
  const weight = Math.log(1 + (total - results.length + 0.5) / (results.length + 0.5));
  return { word, weight, results };
}

// Returns the answers for one word. A word such as burn-out that no page has is asked for in parts.
async function answersFor(open, word) {
  if (!open.asked.has(word)) open.asked.set(word, ask(open, word));
  const answer = await open.asked.get(word);
  const parts = partsOf(word);
  if (answer.results.length || parts.length === 1) return [answer];
  return (await Promise.all(parts.map((part) => answersFor(open, part)))).flat();
}

// Adds up what each page scored for each word. A page with more of the question gains.
function added(answers) {
  const pages = new Map();
  const most = Math.max(...answers.map(({ weight }) => weight));
  for (const { word, weight, results } of answers) {
    for (const result of results) {
      const page = pages.get(result.id) ?? { result, score: 0, has: 0, hits: [] };
      const fields = result.matchedMetaFields ?? [];
      page.score += result.score + weight * fields.reduce((sum, field) => sum + (FIELDS[field] ?? 0), 0);
      page.has += weight;
      page.hits.push({ word, weight, most, at: result.words, named: fields.includes("names") });
      pages.set(result.id, page);
    }
  }
  const all = answers.reduce((sum, { weight }) => sum + weight, 0);
  return [...pages.values()].map((page) => ({ ...page, score: page.score * page.has / all }));
}

// Returns the weight of the heaviest other name that is in the question as a whole.
function wholeName(names, weights) {
  const weighed = names.split(". ").map((name) => wordsOf(name).map((word) => weights.get(stem(word))));
  return Math.max(0, ...weighed
    .filter((parts) => parts.length > 1 && parts.every((weight) => weight !== undefined))
    .map((parts) => parts.reduce((sum, weight) => sum + weight)));
}

const byScore = (one, other) => other.score - one.score;

// Finds what answers a question.
// Returns { missing, count, lost, results }: the words that no page has, how many pages have any
// other, how many of the best could not be loaded, and those that could: what the index says of
// them, their url, hits, and whether they are close.
async function find(question) {
  const open = await pagefind();
  const answers = (await Promise.all(wordsOf(question).map((word) => answersFor(open, word)))).flat();
  const weights = new Map(answers.map(({ word, weight }) => [stem(word), weight]));
  const asked = answers.reduce((sum, { weight }) => sum + weight, 0);
  const pages = added(answers).filter(({ score }) => score > 0).sort(byScore);
  const chosen = pages.slice(0, MOST);
  const answered = await Promise.allSettled(chosen.map(async ({ result, score, hits }) => {
    const { meta, content, anchors } = await result.data();
    const named = wholeName(meta.names ?? "", weights) / asked;
    return { ...meta, content, anchors, hits, score: score * (1 + WHOLE_NAME * named) };
  }));
  const loaded = answered.filter(({ status }) => status === "fulfilled").map(({ value }) => value);
  if (chosen.length && !loaded.length) throw answered[0].reason;
  const best = Math.max(...loaded.map(({ score }) => score));
  const results = loaded.sort(byScore)
    .map((result) => ({ ...result, url: BASE.pathname + result.address, close: result.score >= CLOSE * best }));
  const missing = answers.filter(({ results: found }) => !found.length).map(({ word }) => word);
  return { missing, count: pages.length, lost: chosen.length - loaded.length, results };
}

addEventListener("message", async ({ data: question, ports: [port] }) => {
  try {
    port.postMessage({ found: await find(question) });
  } catch (error) {
    port.postMessage({ failed: String(error) });
  }
});
