
// Asks at once for what the address holds, and notes when the first result is there.
ready().then(async () => {
  await ask(new URLSearchParams(location.search).get("q"), 1);
  window.took = performance.now();
});

// Starts and comes back at once, so that whoever waits for the answers can stop waiting.
function askAll(questions) {
  setTimeout(async () => {
    const found = {};
    for (const words of questions) found[words] = await ask(words, 3);
    window.answers = found;
  });
}
