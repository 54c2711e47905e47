// Ids and numbers in what was typed: of a record, or of a publication.
import { plain } from "./words.js";

// An id as it is compared: T2 and t002 are T002, and a hyphen may be missing.
const idOf = (text) => plain(text).replace(/[^\p{L}\p{N}]+/gu, "").replace(/(?<=\p{L})0+(?=\p{N})/gu, "");

// What is typed before the number of a publication, and says what it is.
const SAYS = /(?<![\p{L}\p{N}])(doi|pmid|pmcid)[\s:]*(?=\S*\p{N})/gu;

// Returns what may be a number in one part of a question. A DOI may stand in an address, behind what
// says that it is one: so all that follows a slash or a colon, and each piece between two.
function numbersIn(part) {
  const pieces = part.split(/[/:]+/);
  return [...pieces.map((_, i) => pieces.slice(i).join("/")), ...pieces];
}

const A_WORD = /^[ai]$/; // a letter that stands before any number: a 17 year old

// Returns the parts of a question that have a figure, and each with the part before it: theory 12, x 7.
function partsWithFigures(question) {
  const parts = plain(question).replace(SAYS, "$1:").split(/[\s,;?!]+/);
  return parts.flatMap((part, i) => {
    if (!/\p{N}/u.test(part)) return [];
    return !i || A_WORD.test(parts[i - 1]) ? [part] : [`${parts[i - 1]} ${part}`, part];
  });
}

// Returns what may be an id in a question, [{ text, id }], all of it or a part with a figure: where
// it stands, and as it is compared.
export function typedIds(question) {
  const numbers = partsWithFigures(question).flatMap((text) => numbersIn(text).map((number) => ({ text, id: idOf(number) })));
  const found = [{ text: question, id: idOf(question) }, ...numbers];
  return found.filter(({ id }, i) => id && found.findIndex((other) => other.id === id) === i);
}
