// Gets the index, keeps it, and answers questions from it. What could not be had is asked for anew
// with the next question.
import { find } from "./find.js";
import { indexOf, loaded } from "./index.js";

const PATIENCE = 30_000; // milliseconds until an answer counts as lost

// Why there is no answer: `offline`, `replaced` if the site was renewed under this page, or `broken`.
async function reason() {
  if (!navigator.onLine) return "offline";
  try {
    const own = await fetch(import.meta.url, { method: "HEAD", cache: "no-store" });
    const there = own.ok && /javascript/.test(own.headers.get("content-type"));
    return there || own.status >= 500 ? "broken" : "replaced";
  } catch {
    return "offline";
  }
}

// Loads a file; if that fails, once more and not from the browser's cache, where the fault may be.
function twice(address) {
  const load = (cache) => loaded(address, { cache, signal: AbortSignal.timeout(PATIENCE) });
  return load("default").catch(() => load("reload"));
}

// Returns { ask, textOf } for the index at an address. `ask` answers a question, as find.js says,
// or throws an error that has one of the reasons as its message. `textOf` returns what a document
// says as [{ text, voice, id }], or nothing where that could not be had.
export function finder(address) {
  let index = null;
  let texts = null;
  const opened = () => (index ??= twice(address).then((read) => ({ ...indexOf(read), voices: read.voices, texts: read.texts })));

  async function ask(question) {
    try {
      return find(await opened(), question);
    } catch {
      index = null;
      throw new Error(await reason());
    }
  }

  async function textOf(number) {
    try {
      const { voices, texts: name } = await opened();
      const all = await (texts ??= twice(new URL(name.split("/").at(-1), address)));
      return all[number].map(([text, voice, id]) => ({ text, voice: voices[voice], id }));
    } catch {
      texts = null;
      return [];
    }
  }

  opened().catch(() => { index = null; }); // at once: whoever opens the page is about to search
  return { ask, textOf };
}
