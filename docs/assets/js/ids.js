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

// Returns what may be an id in a question, [{ text, id }], all of it or a part with a figure: where
// it stands, and as it is compared.
export function typedIds(question) {
  const parts = plain(question).replace(SAYS, "$1:").split(/[\s,;?!]+/).filter((part) => /\p{N}/u.test(part));
  const found = [{ text: question, id: idOf(question) }, ...parts.flatMap((text) => numbersIn(text).map((number) => ({ text, id: idOf(number) })))];
  return found.filter(({ id }, i) => id && found.findIndex((other) => other.id === id) === i);
}
