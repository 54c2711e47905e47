// The theme's worker, on the page's own thread: Chromium slows no worker down.
let heard;
window.postMessage = (message) => heard(message);
function tell(message) {
  return new Promise((resolve) => {
    heard = resolve;
    dispatchEvent(new MessageEvent("message", { data: message }));
  });
}

async function ready() {
  const index = fetch("search_index.json").then((response) => response.json());
  const worker = document.createElement("script");
  worker.src = "worker.js";
  const loaded = new Promise((resolve) => { worker.onload = resolve; });
  document.head.append(worker);
  await loaded;
  const { config, docs } = await index;
  await tell({ type: 0, data: { config, docs, options: { suggest: false } } });
}

async function ask(words, most) {
  const { data } = await tell({ type: 2, data: words });
  return data.items.slice(0, most).map(([{ location }]) => location.split("#")[0]);
}
