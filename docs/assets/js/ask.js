// Gets the parts of the index that a question needs, keeps them, and answers from them. What could
// not be had is asked for anew with the next question.
import { onDisk } from "./disk.js";
import { find, lookedUp, wordsOf } from "./find.js";
import { indexOf, namesOf, take, volumesFor } from "./index.js";

export const AT_ONCE = 16; // results that are shown at once
const PATIENCE = 30_000; // milliseconds until an answer counts as lost

// Why there is no answer: `offline`, `replaced` if the site was renewed under this page, or `broken`.
async function reason() {
  if (onDisk) return "broken"; // a connection would change nothing
  if (!navigator.onLine) return "offline";
  try {
    const own = await fetch(import.meta.url, { method: "HEAD", cache: "no-store" });
    const there = own.ok && /javascript/.test(own.headers.get("content-type"));
    return there || own.status >= 500 ? "broken" : "replaced";
  } catch {
    return "offline";
  }
}

// Unpacks a file that the build packed, if no host unpacked it on the way.
async function unpacked(answer) {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return JSON.parse(new TextDecoder().decode(bytes));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
}

async function loaded(address, settings) {
  const answer = await fetch(address, settings);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return unpacked(answer);
}

// Loads a file; if that fails, once more and not from the browser's cache, where the fault may be.
function twice(address) {
  const load = (cache) => loaded(address, { cache, signal: AbortSignal.timeout(PATIENCE) });
  return load("default").catch(() => load("reload"));
}

// Returns what loads each part of an index once, by its name: `use` is given what is in it.
function parts(address) {
  const asked = new Map();
  return (name, use = (content) => content) => {
    if (!asked.has(name)) {
      const got = twice(new URL(address.href.replace(/index$/, name))).then(use);
      asked.set(name, got);
      got.catch(() => asked.delete(name));
    }
    return asked.get(name);
  };
}

// Returns { ask, titlesOf, textOf } for the index at an address. `ask` answers a question, as
// find.js says; the results that are shown at once have what names them, and `titlesOf` gives it to
// others. Both throw an error that has one of the reasons as its message. `textOf` returns what a
// result says as [{ text, voice, id }], or nothing where that could not be had.
export function finder(address) {
  const part = parts(address);
  const opened = () => part("index", indexOf);

  async function lookUp(index, words, ids = []) {
    await Promise.all(volumesFor(index, words, ids).map((i) => part(`${i}.words`, (volume) => take(index, volume))));
  }

  // Only a word that is not known, or by its family alone, has to be compared with all that are.
  // Once they are there, what was meant is guessed at once, and has to be looked up all the same.
  async function guess(index, question) {
    const isLost = ({ stems, isCommon, isKin }) => isKin || (!stems.length && !isCommon);
    if (wordsOf(index, question).some(isLost)) await part("vocabulary", (words) => { index.vocabulary = new Map(Object.entries(words)); });
    await lookUp(index, wordsOf(index, question).flatMap(({ guesses }) => guesses));
  }

  async function title(index, { document }) {
    const those = await part(`${Math.floor(document.number / index.together)}.documents`);
    Object.assign(document, those[document.number % index.together], { names: namesOf(index, document) });
  }

  const told = (task) => async (...given) => {
    try {
      return await task(...given);
    } catch {
      throw new Error(await reason());
    }
  };

  async function titles(results) {
    const index = await opened();
    await Promise.all(results.map((result) => title(index, result)));
  }

  const ask = told(async (question) => {
    const index = await opened();
    const { words, ids } = lookedUp(question);
    await lookUp(index, words, ids);
    await guess(index, question);
    const found = find(index, question);
    await titles(found.results.slice(0, AT_ONCE));
    return found;
  });

  async function textOf({ number }) {
    try {
      const { voices, together } = await opened();
      const those = await part(`${Math.floor(number / together)}.texts`);
      return those[number % together].map(([text, voice, id]) => ({ text, voice: voices[voice], id }));
    } catch {
      return [];
    }
  }

  opened().catch(() => {}); // at once: whoever opens the page is about to search
  return { ask, titlesOf: told(titles), textOf };
}
