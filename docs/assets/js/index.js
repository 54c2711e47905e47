// The index of search, as find.js asks it: which words there are, and in which documents.
import { inflected, plain, stem, wordsIn } from "./words.js";

// Where a word can stand in a document. Each is a bit, so that one number tells all of them.
export const TEXT = 1;
export const LEAD = 2;
export const TITLE = 4;
export const NAME = 8;
const ALL = 16;

// An id as it is compared: T2 and t002 are T002, and a hyphen may be missing.
export const idOf = (text) => plain(text).replace(/[^\p{L}\p{N}]+/gu, "").replace(/(?<=\p{L})0+(?=\p{N})/gu, "");

// Unpacks a file that the build packed, if no host unpacked it on the way.
async function unpacked(answer) {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return JSON.parse(new TextDecoder().decode(bytes));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
}

export async function loaded(address, settings) {
  const answer = await fetch(address, settings);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return unpacked(answer);
}

// Makes the index of what the build wrote.
// Returns { documents, words, stems, ids, common }: `words` maps each word to where it stands, as
// the build and `noteHeads` wrote it, and `stems` each stem to its words.
export function indexOf({ documents, words, common }) {
  const index = { documents, words: new Map(), stems: new Map(), ids: new Map(), common: new Set(common.map(inflected)), places: new Map() };
  for (const word of Object.keys(words)) index.words.set(word, { gaps: words[word], heads: [] });
  documents.forEach((document, number) => {
    noteIds(index.ids, document);
    if (!document.byId) noteHeads(index.words, document, number);
  });
  for (const word of index.words.keys()) {
    const found = stem(word);
    if (!index.stems.has(found)) index.stems.set(found, []);
    index.stems.get(found).push(word);
  }
  return index;
}

// Notes the words that name a document: a number and where it stands for each, in one number.
function noteHeads(words, { title, label = "", lead = "", names = [] }, number) {
  for (const [text, where] of [[lead, LEAD], [`${title} ${label}`, TITLE], [names.join(" "), NAME]]) {
    for (const word of wordsIn(text)) {
      if (!words.has(word)) words.set(word, { gaps: [], heads: [] });
      words.get(word).heads.push(number * ALL + where);
    }
  }
}

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

// Notes what has which id; of two that share one, both are found.
function noteIds(ids, document) {
  const note = (id, part) => {
    const same = ids.get(idOf(id)) ?? [];
    ids.set(idOf(id), [...same, { document, part }]);
  };
  if (document.id) note(document.id, "");
  for (const part of document.parts ?? []) note(part, part);
}
