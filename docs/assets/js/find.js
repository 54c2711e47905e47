// Finds what answers a question. Few documents have all words of one, so each word is looked up by
// itself, and what it weighs is added up. A word that few documents have weighs more.
import { typedIds } from "./ids.js";
import { frequency, LEAD, NAME, namesOf, placesOf, TEXT, TITLE } from "./index.js";
import { meant, nearest } from "./spelling.js";
import { inflected, stem, tellingWords, wordsIn } from "./words.js";

// What a word counts by where it stands, against its weight.
const COUNTS = [[NAME, 3], [TITLE, 3], [LEAD, 1.5], [TEXT, 0.8]];
const WHOLE_NAME = 2; // how much another name adds that is the question as a whole; a part of it adds its share
const GUESSED = 0.9; // what a word counts that was not typed so
const EXACTLY = 2; // how much more a document counts of which the question is another name
// What answers a question is worth more than what the answers rest on, if both fit as well, or than
// how the site is made.
const KINDS = { theory: 1.2, study: 0.6, "page for maintainers": 0.5 };
const BEGINNING = 4; // letters from which the beginning of a word stands for it

// Returns the known words that begin with one, the most frequent first.
function begun(index, word) {
  if (word.length < BEGINNING) return [];
  const found = [...index.words.keys()].filter((other) => other.startsWith(word));
  return found.sort((one, other) => frequency(index, other) - frequency(index, one)).slice(0, 3);
}

// Returns { word, stems, guesses } for a word that was typed: the stems it stands for, and the
// words that were taken in its place if it is not known itself. What is known by its family alone
// (`isKin`) may be a slip of a word of another one: boundory is no form of bound.
function understood(index, word) {
  const own = stem(word);
  const family = index.stems.get(own) ?? [];
  const isKin = !family.some((other) => inflected(other) === inflected(word));
  if (family.length) {
    const [other] = isKin ? nearest(word, index.vocabulary, 1) : [];
    return other && stem(other) !== own ? { word, stems: [stem(other)], guesses: [other] } : { word, stems: [own], guesses: [], isKin };
  }
  if (index.common.has(inflected(word))) return { word, stems: [], guesses: [], isCommon: true };
  const guesses = begun(index, word);
  const taken = guesses.length ? guesses : meant(word, index.vocabulary);
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
function weighed(index, found) {
  const [first, ...others] = found.stems.map((one) => placesOf(index, one));
  const there = new Map(first);
  for (const [number, where] of others.flatMap((places) => [...places])) there.set(number, (there.get(number) ?? 0) | where);
  const { documents } = index;
  const rare = Math.log(1 + (documents.length - there.size + 0.5) / (there.size + 0.5));
  return { ...found, there, weight: there.size ? rare * (found.guesses.length ? GUESSED : 1) : 0 };
}

// Returns a text as it is compared as a whole: without what leads nowhere.
const told = (text) => tellingWords(text).join(" ");
const bent = (text) => tellingWords(text).map(inflected).join(" ");
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

// Returns in which documents words stand: { word, weight, where } for each, by number.
function together(words) {
  const hits = new Map();
  for (const { there, ...word } of words) {
    for (const [number, where] of there) {
      if (!hits.has(number)) hits.set(number, []);
      hits.get(number).push({ ...word, where });
    }
  }
  return hits;
}

// Returns what was found, best first. A document with more of the question gains.
// Of equal worth, documents stand in the order of the index, whichever part of it came first.
function ranked(index, words, asked) {
  const all = words.reduce((sum, { weight }) => sum + weight, 0);
  return [...together(words)].map(([number, hits]) => {
    const document = index.documents[number];
    const has = hits.reduce((sum, { weight }) => sum + weight, 0) / all;
    const points = hits.reduce((sum, { weight, where }) => sum + weight * counts(where), 0);
    const named = hits.some(({ where }) => where & NAME) ? byName(namesOf(index, document), asked, hits, all) : 1;
    return { document, number, hits, score: points * has * named * (KINDS[document.kind] ?? 1) };
  }).sort((one, other) => other.score - one.score || one.number - other.number);
}

// Returns how much a document gains by other names that are the question, or are in it as a whole.
function byName(names, asked, hits, all) {
  const exactly = names.some((name) => told(name) === asked) ? EXACTLY : 1;
  return exactly * (1 + WHOLE_NAME * wholeName(names, hits, all));
}

// Returns the words of a question that have to be looked up, two joined too, and what may be an id.
export function lookedUp(question) {
  const asked = tellingWords(question);
  const words = asked.flatMap((word, i) => [word, word + (asked[i + 1] ?? "")]);
  return { words: [...new Set(words)], ids: typedIds(question).map(({ id }) => id) };
}

// Returns the words of the ids in a question, as far as something has them: pmid 123, or pmid123.
const wordsOfIds = ({ ids }, question) =>
  new Set(typedIds(question).filter(({ id }) => ids.has(id)).map(({ text }) => wordsIn(text)).flatMap((words) => [...words, words.join("")]));

// Returns the words of a question, each as far as it is understood. What stands in an id that there
// is needs no guess.
export function wordsOf(index, question) {
  const inIds = wordsOfIds(index, question);
  const words = joined(index, tellingWords(question)).map((word) => understood(index, word));
  return words.filter((found) => !inIds.has(found.word) || (found.stems.length && !found.guesses.length));
}

// Returns a question without what leads nowhere, each slip in it corrected.
function corrected(question, words) {
  const taken = new Map(words.filter(({ guesses }) => guesses.length === 1).map(({ word, guesses }) => [word, guesses[0]]));
  return tellingWords(question).map((word) => taken.get(word) ?? word).join(" ");
}

// Returns what a question names outright: by its id, wherever that stands, or by its title. "What is
// hope" asks for what "hope" asks for, and so does the title in a plural. No slip is looked for in an id.
function named({ documents, ids, called }, question, asked) {
  const byId = typedIds(question).flatMap(({ id }) => ids.get(id) ?? []);
  const whole = bent(asked);
  const titled = [...called].filter(([, { titles }]) => [...titles].some((title) => bent(title) === whole));
  const byTitle = titled.map(([number]) => number).sort((one, other) => one - other).map((number) => ({ document: documents[number], part: "" }));
  const all = asked ? [...byId, ...byTitle] : [];
  return all.filter((one, i) => all.findIndex(({ document, part }) => document === one.document && part === one.part) === i);
}

// Finds what answers a question, of which all words have been looked up.
// Returns { results, guesses, unknown }: what was found, best first, the words that were taken in
// place of others, and the words that search knows nothing like.
export function find(index, question) {
  const words = wordsOf(index, question).map((found) => weighed(index, found));
  const asked = corrected(question, words);
  const first = named(index, question, asked).map(({ document, part }) => ({ document, part, number: document.number, hits: [], isNamed: true }));
  const others = ranked(index, words.filter(({ weight }) => weight), asked);
  for (const one of first) one.hits = others.find(({ document }) => document === one.document)?.hits ?? [];
  const results = [...first, ...others.filter(({ document }) => !first.some((one) => one.document === document && !one.part))];
  const missing = words.filter(({ guesses, stems, isCommon }) => !isCommon && (guesses.length || !stems.length));
  return {
    results,
    guesses: missing.filter(({ guesses }) => guesses.length),
    unknown: missing.filter(({ guesses }) => !guesses.length).map(({ word }) => word),
  };
}
