// The plain engine, on the page's own thread: Chromium slows no worker down.
// The file of its worker is fetched all the same, as the site's search page does.
let engine;

async function ready() {
  engine = await import("./pagefind/pagefind.js");
  await (await fetch("pagefind/pagefind-worker.js")).text();
  await engine.options({ baseUrl: "/", noWorker: true });
}

async function ask(words, most) {
  const { results } = await engine.search(words);
  const found = await Promise.all(results.slice(0, most).map((result) => result.data()));
  return found.map(({ url }) => url.slice(1));
}
