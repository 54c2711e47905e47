// Why a result was found: the passage of what it says that has most of the question, with its voice.
import { inflected, stem, tellingWords, wordsIn } from "./words.js";

const LENGTH = 22; // words of a passage
const NEAR = 18; // words within which those of the question stand
const BEFORE = 10; // words before the first one, if the sentence starts there
const ends = (word) => /[.?!:]["”’)]*$/.test(word);

// Returns how much each stem of the question weighs.
const weightsOf = (hits) => new Map(hits.flatMap(({ stems, weight }) => stems.map((one) => [one, weight])));
const stemsIn = (word) => wordsIn(word).map(stem);

// Returns words as [{ text, found }]: found are forms of the question's words.
const withFound = (words, weights) => words.map((text) => ({ text, found: stemsIn(text).some((one) => weights.has(one)) }));

// Returns a text, or its beginning, as [{ text, found }].
export const marked = (text, { hits }) => withFound(text.split(/\s+/), weightsOf(hits));
export const beginning = (text, { hits }) => withFound(cut({ words: text.split(/\s+/), first: 0 }), weightsOf(hits));

// Returns { first, weight }: where the words of the question that stand close together weigh most.
function heaviest(words, weights) {
  const hits = words.map((word) => stemsIn(word).filter((one) => weights.has(one)));
  let best = { first: 0, weight: 0 };
  hits.forEach((here, first) => {
    if (!here.length) return;
    const near = new Set(hits.slice(first, first + NEAR).flat());
    const weight = [...near].reduce((sum, one) => sum + weights.get(one), 0);
    if (weight > best.weight) best = { first, weight };
  });
  return best;
}

// Returns the passage as { words: [{ text, found }], voice }, or null if nothing of it was asked for.
// `says` is what the result says; `id` that of the part that was asked for, if one was.
export function passage(result, says, id) {
  const weights = weightsOf(result.hits);
  let best = { weight: 0 };
  for (const said of says) {
    if (id ? said.id !== id : said.text === result.document.title) continue;
    const words = said.text.split(/\s+/);
    const found = heaviest(words, weights);
    if (found.weight > best.weight || (id && !best.words)) best = { ...found, words, voice: said.voice };
  }
  return best.words ? { words: withFound(cut(best), weights), voice: best.voice } : null;
}

// Cuts a passage out of what is said, from the start of its sentence if that is near, and says
// where something is left out.
function cut({ words, first }) {
  let from = first;
  while (from > 0 && first - from < BEFORE && !ends(words[from - 1])) from--;
  const to = Math.min(words.length, from + LENGTH);
  const before = from > 0 && !ends(words[from - 1]) ? ["…"] : [];
  return [...before, ...words.slice(from, to), ...(to < words.length ? ["…"] : [])];
}

// Returns the words of the question that make up another name of a result, as a whole: who asks for a
// warm bed did not find it by the name "warm line". A name of which all is shown anyway tells nothing.
// Only forms of the very words count: what looks alike is no other name.
export function nameWords({ document: { names = [], title, label = "", lead = "" }, hits }) {
  const asked = hits.flatMap(({ word, guesses }) => (guesses.length ? guesses : [word]));
  const forms = new Set(asked.map(inflected));
  const seen = new Set([title, label, lead].flatMap(wordsIn).map(inflected));
  const whole = names.map((name) => tellingWords(name).map(inflected))
    .filter((words) => words.every((word) => forms.has(word)) && words.some((word) => !seen.has(word)));
  const named = new Set(whole.flat());
  return asked.filter((word) => named.has(inflected(word)));
}
