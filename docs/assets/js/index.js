// The index of search, as find.js asks it: which words there are, and in which documents. It comes
// in parts, as the build wrote it, and holds those that were needed so far.
import { inflected, stem } from "./words.js";

// Where a word can stand in a document. Each is a bit, so that one number tells all of them.
export const TEXT = 1;
export const LEAD = 2;
export const TITLE = 4;
export const NAME = 8;
const ALL = 16;
const ID = "#"; // before ids, so that no word is taken for one
const LAST = "\uffff"; // after all that begins alike

// Makes the index of its first file: it knows of no word yet, and where each is told of.
// `words` will map each word to where it stands, `stems` each stem to its words, `ids` each id to
// what has it, and `called` each document to the names that somebody may type as a whole.
export function indexOf({ starts, kinds, kindOf, common, ...rest }) {
  return {
    ...rest, starts,
    documents: kindOf.map((kind, number) => ({ number, kind: kinds[kind] })),
    common: new Set(common.map(inflected)),
    words: new Map(), stems: new Map(), ids: new Map(), called: new Map(), vocabulary: new Map(), places: new Map(),
  };
}

// Returns the numbers of the volumes that tell of what is typed: of all forms of each word, of two
// words joined, and of ids.
export function volumesFor(index, words, ids) {
  const ranges = [...words.flatMap(beginnings).map((part) => [part, part + LAST]), ...ids.map((id) => [ID + id, ID + id])];
  const { starts } = index;
  return [...starts.keys()].filter((i) => ranges.some(([from, to]) => starts[i] <= to && !(starts[i + 1] <= from)));
}

// How long the beginning is that all forms of a word share.
const SHARED = 3;
// Spellings that differ there, besides a last letter: try, tried.
const APART = [["mom", "mum"], ["aging", "ageing"], ["pediatric", "paediatric"], ["anesthetic", "anaesthetic"]]
  .map((pair) => pair.map((word) => word.slice(0, SHARED)));

// Returns with what all forms of a word begin.
export function beginnings(word) {
  const begins = new Set([word, inflected(word)].map((form) => form.slice(0, SHARED)).flatMap((part) => [part, part.replace(/i$/, "y"), part.replace(/y$/, "i")]));
  return [...begins, ...APART.filter((pair) => pair.some((part) => begins.has(part))).flat()];
}

// Takes in what a volume tells.
export function take(index, volume) {
  index.places.clear();
  for (const [key, entry] of Object.entries(volume)) {
    if (key.startsWith(ID)) index.ids.set(key.slice(ID.length), entry.map(([number, part]) => ({ document: index.documents[number], part })));
    else takeWord(index, key, entry);
  }
}

function takeWord({ words, stems, called }, word, [gaps, heads, names]) {
  words.set(word, { gaps, heads });
  const one = stem(word);
  stems.set(one, [...(stems.get(one) ?? []), word]);
  for (const [number, name, isTitle] of names) {
    if (!called.has(number)) called.set(number, { names: new Set(), titles: new Set() });
    called.get(number)[isTitle ? "titles" : "names"].add(name);
  }
}

// Returns the other names of a document, as far as words in them were asked for.
export const namesOf = ({ called }, { number }) => [...(called.get(number)?.names ?? [])];

// Returns where a stem stands: in which documents, by their numbers, and where in each.
export function placesOf({ words, stems, places }, one) {
  if (places.has(one)) return places.get(one);
  const there = new Map();
  const note = (number, where) => there.set(number, (there.get(number) ?? 0) | where);
  for (const { gaps, heads } of (stems.get(one) ?? []).map((word) => words.get(word))) {
    gaps.reduce((before, gap) => { note(before + gap, TEXT); return before + gap; }, -1);
    for (const head of heads) note(Math.floor(head / ALL), head % ALL);
  }
  places.set(one, there);
  return there;
}

// Returns in how many places a word stands.
export const frequency = ({ words }, word) => words.get(word).gaps.length + words.get(word).heads.length;
