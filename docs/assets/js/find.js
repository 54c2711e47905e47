// Finds what answers a question. Few documents have all words of one, so each word is looked up by
// itself, and what it weighs is added up. A word that few documents have weighs more.
import { idOf, LEAD, NAME, TEXT, TITLE } from "./index.js";
import { meant } from "./spelling.js";
import { inflected, plain, stem, tellingWords, wordsIn } from "./words.js";

// What a word counts by where it stands, against its weight.
const COUNTS = [[NAME, 3], [TITLE, 2.5], [LEAD, 1], [TEXT, 1]];
const WHOLE_NAME = 1; // how much another name adds that is the question as a whole; a part of it adds its share
const GUESSED = 0.7; // what a word counts that was not typed so
const KINDS = { theory: 1.15 }; // what is worth more to readers than others that fit as well
const BEGINNING = 4; // letters from which the beginning of a word stands for it

// Returns the known words that begin with one, the most frequent first.
function begun(word, known) {
  if (word.length < BEGINNING) return [];
  return [...known.keys()].filter((other) => other.startsWith(word)).sort((one, other) => known.get(other) - known.get(one)).slice(0, 3);
}

// Returns { word, stems, guesses } for a word that was typed: the stems it stands for, and the
// words that were taken in its place if it is not known itself.
function understood({ words, places, common }, word) {
  if (places.has(stem(word))) return { word, stems: [stem(word)], guesses: [] };
  if (common.has(inflected(word))) return { word, stems: [], guesses: [], isCommon: true };
  const guesses = begun(word, words);
  const taken = guesses.length ? guesses : meant(word, words);
  return { word, stems: [...new Set(taken.map(stem))], guesses: taken };
}

// Returns the words of a question, two that are known as one joined: burn out.
function joined({ words }, asked) {
  const made = [];
  for (let i = 0; i < asked.length; i++) {
    const both = asked[i] + (asked[i + 1] ?? "");
    if (i + 1 < asked.length && words.has(both)) made.push(both);
    made.push(asked[i]);
  }
  return made;
}

// Returns where the stems of a word stand, and what it weighs: more where it is rare.
function weighed({ documents, places }, found) {
  const there = new Map();
  for (const one of found.stems) {
    for (const [number, where] of places.get(one) ?? []) there.set(number, (there.get(number) ?? 0) | where);
  }
  const rare = Math.log(1 + (documents.length - there.size + 0.5) / (there.size + 0.5));
  return { ...found, there, weight: there.size ? rare * (found.guesses.length ? GUESSED : 1) : 0 };
}

const counts = (where) => COUNTS.reduce((sum, [bit, count]) => sum + (where & bit ? count : 0), 0);

// Returns what part of a question's weight stands in one other name that is in it as a whole.
function wholeName(names, hits, all) {
  const weights = new Map(hits.flatMap(({ stems, weight }) => stems.map((one) => [one, weight])));
  const sums = names.map((name) => {
    const parts = tellingWords(name).map((word) => weights.get(stem(word)));
    return parts.every((weight) => weight !== undefined) ? parts.reduce((sum, weight) => sum + weight, 0) : 0;
  });
  return Math.max(0, ...sums) / all;
}

// Returns what was found, best first. A document with more of the question gains.
function ranked({ documents }, words) {
  const hits = new Map();
  for (const word of words) for (const [number, where] of word.there) hits.set(number, [...(hits.get(number) ?? []), { ...word, where }]);
  const all = words.reduce((sum, { weight }) => sum + weight, 0);
  return [...hits].map(([number, found]) => {
    const document = documents[number];
    const has = found.reduce((sum, { weight }) => sum + weight, 0) / all;
    const points = found.reduce((sum, { weight, where }) => sum + weight * counts(where), 0);
    const score = points * has * (1 + WHOLE_NAME * wholeName(document.names ?? [], found, all)) * (KINDS[document.kind] ?? 1);
    return { document, number, hits: found, score };
  }).sort((one, other) => other.score - one.score);
}

// Returns what a question names outright: by its id, wherever that stands, or as a whole by its title.
function named({ documents, ids }, question) {
  const parts = question.split(/[\s,;:?!()]+/).filter((part) => /\p{N}/u.test(part));
  const byId = [question, ...parts].flatMap((text) => ids.get(idOf(text)) ?? []);
  const asked = wordsIn(question).join(" ");
  const byTitle = documents.filter(({ title, label = "", byId: hidden }) => !hidden && [title, label].some((name) => wordsIn(name).join(" ") === asked))
    .map((document) => ({ document, part: "" }));
  const all = asked ? [...byId, ...byTitle] : [];
  return all.filter((one, i) => all.findIndex(({ document, part }) => document === one.document && part === one.part) === i);
}

// Finds what answers a question.
// Returns { results, guesses, unknown }: what was found, best first, the words that were taken in
// place of others, and the words that search knows nothing like.
export function find(index, question) {
  const words = joined(index, tellingWords(question)).map((word) => weighed(index, understood(index, word)));
  const first = named(index, plain(question)).map(({ document, part }) => ({ document, part, number: index.documents.indexOf(document), hits: [], isNamed: true }));
  const others = ranked(index, words.filter(({ weight }) => weight));
  for (const one of first) one.hits = others.find(({ document }) => document === one.document)?.hits ?? [];
  const results = [...first, ...others.filter(({ document }) => !first.some((one) => one.document === document && !one.part))];
  const isId = (word) => first.length && index.ids.has(idOf(word));
  const missing = words.filter(({ word, guesses, stems, isCommon }) => !isCommon && (guesses.length || !stems.length) && !isId(word));
  return {
    results,
    guesses: missing.filter(({ guesses }) => guesses.length),
    unknown: missing.filter(({ guesses }) => !guesses.length).map(({ word }) => word),
  };
}
