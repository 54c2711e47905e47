// Why a result was found: the passage of its own text that has most of the question, with its voice.
const LENGTH = 30; // words of a passage
const NEAR = 18; // words within which those of the question stand
const BEFORE = 12; // words before the first one, if the sentence starts there
const TELLING = 0.3; // a passage whose words weigh less than this part of the heaviest says little
const bare = (word) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
const wordsIn = (text) => text.split(/\s+/);
const ends = (word) => /[.?!:]["”’)]*$/.test(word);

// Returns where a stretch of the text ends: at a heading, or where its voice is named.
function stops(words, anchors, voices) {
  const found = anchors.filter(({ element }) => /^h\d/.test(element))
    .map(({ location, text }) => ({ start: location, end: location + wordsIn(text.trim()).length, voice: "" }));
  words.forEach((_, start) => {
    for (const voice of voices) {
      const parts = voice.split(" ");
      if (parts.every((part, i) => bare(words[start + i] ?? "") === part)) found.push({ start, end: start + parts.length, voice });
    }
  });
  return [...found.sort((one, other) => one.start - other.start), { start: words.length, voice: "" }];
}

// Returns the words of the question that stand close together in a stretch, where they weigh most.
function heaviest(hits, start, end) {
  let best = { weight: 0 };
  for (const [first] of hits.filter(([place]) => place >= start && place < end)) {
    const there = new Map(hits.filter(([place]) => place >= first && place < Math.min(end, first + NEAR)).map(([, hit]) => [hit.word, hit.weight]));
    const weight = [...there.values()].reduce((sum, one) => sum + one, 0);
    if (weight > best.weight) best = { weight, first };
  }
  return best;
}

// Returns the passage as { words: [{ text, found }], voice }, or null if its text tells nothing.
export function passage({ title, content, anchors, hits, voiced }, voices) {
  const words = wordsIn(content);
  const places = hits.flatMap((hit) => hit.at.map((place) => [place, hit]));
  let start = bare(content).startsWith(bare(title)) ? wordsIn(title).length : 0;
  let best = { weight: TELLING * hits[0].most };
  for (const stop of stops(words, anchors, voiced ? voices : [])) {
    if (stop.start < start) continue;
    const found = heaviest(places, start, stop.start);
    if (found.weight > best.weight) best = { ...found, start, stop };
    start = stop.end;
  }
  return best.stop ? cut(words, new Set(places.map(([place]) => place)), best) : null;
}

// Cuts a passage out of its stretch, by whole sentences if it can, and marks what is left out.
function cut(words, found, { first, start, stop }) {
  let from = first;
  while (from > start && first - from < BEFORE && !ends(words[from - 1])) from--;
  const most = Math.min(stop.start, from + LENGTH);
  let to = most;
  while (to > first + 1 && to < stop.start && !ends(words[to - 1])) to--;
  if (to === first + 1) to = most;
  const text = words.slice(from, to).map((word, i) => ({ text: word, found: found.has(from + i) }));
  if (from > start && !ends(words[from - 1])) text.unshift({ text: "…", found: false });
  if (to < stop.start && !ends(words[to - 1])) text.push({ text: "…", found: false });
  return { words: text, voice: stop.voice };
}

// Returns a text as [{ text, found }]: found are the forms of the question's words on the page.
export function marked(text, { content, hits }) {
  const words = wordsIn(content);
  const forms = new Set(hits.flatMap(({ word, at }) => [bare(word), ...at.map((place) => bare(words[place] ?? ""))]));
  return wordsIn(text).map((word) => ({ text: word, found: forms.has(bare(word)) }));
}

// Returns the words that are among the other names of a page and nowhere in its own text.
export function nameWords({ hits, title, lead }) {
  const own = new Set(wordsIn(`${title} ${lead}`).map(bare));
  return hits.filter(({ word, at, named }) => named && !at.length && !own.has(bare(word))).map(({ word }) => word);
}
