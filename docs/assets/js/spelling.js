// Finds the word that was meant where a word was typed that search does not know.
const SHORT = 4; // letters that a word has at least to be taken for another
const LONG = 8; // letters from which two slips are forgiven

// Returns how many letters have to be changed, left out, put in or swapped with their neighbor to
// make one word of another; a number above `most` if it takes more.
export function slips(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 0; i < one.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < other.length; j++) {
      next[j + 1] = Math.min(row[j] + (one[i] === other[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1);
      if (i && j && one[i] === other[j - 1] && one[i - 1] === other[j]) next[j + 1] = Math.min(next[j + 1], before[j - 1] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row.at(-1);
}

// Returns the known words that a word is nearest to, if it is near to any: [{ word, apart }].
function near(word, known) {
  const most = word.length < SHORT ? 0 : word.length < LONG ? 1 : 2;
  const found = [];
  for (const other of most ? known : []) {
    if (other.length < SHORT) continue;
    const apart = slips(word, other, most) + (word[0] === other[0] ? 0 : 0.5);
    if (apart <= most) found.push({ word: other, apart });
  }
  return found.sort((one, other) => one.apart - other.apart);
}

// Returns the two known words that were typed as one, if they were.
function apart(word, known) {
  for (let at = 3; at <= word.length - 3; at++) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every((part) => known.has(part))) return parts;
  }
  return null;
}

// Returns the known words that were meant by one that is not known, the best guess first.
// `known` has each known word, and `frequency` tells how often one is found.
export function meant(word, known, frequency) {
  const [best, ...others] = near(word, known.keys());
  if (best) {
    const alike = [best, ...others].filter(({ apart: slipped }) => slipped === best.apart);
    return [alike.sort((one, other) => frequency(other.word) - frequency(one.word))[0].word];
  }
  return apart(word, known) ?? [];
}
