// The index of search, as find.js asks it: which words there are, and in which documents.
import { inflected, plain, stem, wordsIn } from "./words.js";

// Where a word can stand in a document. Each is a bit, so that one number tells all of them.
export const TEXT = 1;
export const LEAD = 2;
export const TITLE = 4;
export const NAME = 8;

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
// Returns { documents, words, places, ids, common, texts }: `words` maps each word to in how many
// documents it stands, `places` each stem to its documents, and each of those to where it stands.
export function indexOf({ documents, words, common, texts }) {
  const index = { documents, words: new Map(), places: new Map(), ids: new Map(), common: new Set(common.map(inflected)), texts };
  const stems = new Map();
  const stemOf = (word) => {
    if (!stems.has(word)) stems.set(word, stem(word));
    return stems.get(word);
  };
  const note = (word, number, where) => {
    const found = stemOf(word);
    if (!index.places.has(found)) index.places.set(found, new Map());
    const there = index.places.get(found);
    there.set(number, (there.get(number) ?? 0) | where);
    index.words.set(word, (index.words.get(word) ?? 0) + 1);
  };
  for (const [word, gaps] of Object.entries(words)) {
    let number = -1;
    for (const gap of gaps) note(word, (number += gap), TEXT);
  }
  documents.forEach((document, number) => {
    noteIds(index.ids, document);
    if (document.byId) return;
    const { title, label = "", lead = "", names = [] } = document;
    for (const word of wordsIn(lead)) note(word, number, LEAD);
    for (const word of wordsIn(`${title} ${label}`)) note(word, number, TITLE);
    for (const word of wordsIn(names.join(" "))) note(word, number, NAME);
  });
  return index;
}

// Notes what has which id; of two that share one, both are found.
function noteIds(ids, document) {
  const note = (id, part) => {
    const same = ids.get(idOf(id)) ?? [];
    ids.set(idOf(id), [...same, { document, part }]);
  };
  if (document.id) note(document.id, "");
  for (const part of document.parts ?? []) note(part, part);
}
