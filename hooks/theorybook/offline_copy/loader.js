// Runs the site's modules from one plain script, and lets them read files that are kept as scripts:
// a browser loads neither modules nor files from a disk. What follows below names each module.
const siteCopy = (() => {
  const here = document.currentScript.src;
  const makers = new Map();
  const made = new Map();
  const texts = new Map();
  const coming = new Map();

  function need(name) {
    if (!made.has(name)) made.set(name, makers.get(name)(need, fetch, here));
    return made.get(name);
  }

  function loaded(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.addEventListener("load", () => { script.remove(); resolve(); });
      script.addEventListener("error", () => { script.remove(); reject(new Error(`${address} is not in this copy`)); });
      document.head.append(script);
    });
  }

  // What modules have for the browser's own: it reads a file of this copy from the script beside it.
  async function fetch(address) {
    const url = new URL(address, location.href);
    url.search = "";
    url.hash = "";
    url.pathname += url.pathname.endsWith("/") ? "index.html.js" : ".js";
    const kept = url.href;
    if (!coming.has(kept)) {
      coming.set(kept, loaded(kept));
      coming.get(kept).catch(() => coming.delete(kept));
    }
    await coming.get(kept);
    return new Response(texts.get(kept));
  }

  return {
    module: (name, make) => { makers.set(name, make); },
    start: need,
    file: (text) => { texts.set(document.currentScript.src, text); },
  };
})();
