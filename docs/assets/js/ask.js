// Asks the finder, a worker that loads the index. Pagefind keeps in mind for good what it could not
// load, and so do browsers of scripts. So a worker in which something went wrong is put away whole,
// and the next question gets a new one.
const PATIENCE = 30_000; // milliseconds until an answer counts as lost
const LATE = "late";

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

// Returns a function that answers a question, as find.js says, or throws an error that has one of
// the reasons as its message.
export function finder() {
  let worker = null;
  let failures = 0;

  function started() {
    const address = new URL("./find.js", import.meta.url);
    if (failures) address.searchParams.set("again", Date.now());
    return new Worker(address, { type: "module" });
  }

  function putAway(one) {
    failures++;
    one.terminate();
    one.dispatchEvent(new Event("error")); // for other questions that it was asked
    if (worker === one) worker = null;
  }

  async function asked(question) {
    const one = worker ??= started();
    const { port1: mine, port2: its } = new MessageChannel();
    let late;
    try {
      const found = await new Promise((resolve, reject) => {
        late = setTimeout(() => reject(new Error(LATE)), PATIENCE);
        one.addEventListener("error", reject);
        mine.onmessage = ({ data }) => (data.found ? resolve(data.found) : reject(new Error(data.failed)));
        one.postMessage(question, [its]);
      });
      if (found.lost) putAway(one);
      return found;
    } catch (error) {
      putAway(one);
      throw error;
    } finally {
      clearTimeout(late);
    }
  }

  return async function ask(question) {
    const first = await asked(question).catch((error) => error);
    if (first.results && !first.lost) return first;
    // It may have been a moment's trouble, or an index that was replaced just then.
    const second = first.message === LATE ? null : await asked(question).catch(() => null);
    if (second ?? first.results) return second ?? first;
    throw new Error(await reason());
  };
}
