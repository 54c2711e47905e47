// The worker of MkDocs' plugin, on the page's own thread: Chromium slows no worker down.
let heard;
window.postMessage = (message) => heard(message);
window.importScripts = (...addresses) => addresses.forEach((address) => {
  const request = new XMLHttpRequest();
  request.open("GET", address, false); // as in a worker, the next line waits for it
  request.send();
  (0, eval)(request.responseText);
});

function ready() {
  return new Promise((resolve) => {
    heard = (message) => { if (message.allowSearch) resolve(); };
    const worker = document.createElement("script");
    worker.src = "worker.js";
    worker.onload = () => onmessage({ data: { init: true } });
    document.head.append(worker);
  });
}

async function ask(words, most) {
  let found;
  heard = ({ results }) => { found = results; };
  onmessage({ data: { query: words } });
  return found.slice(0, most).map(({ location }) => location);
}
