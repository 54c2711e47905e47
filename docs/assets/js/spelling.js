// Finds the word that was meant where a word was typed that search does not know.
const SHORT = 4; // letters that a word has at least to be taken for another
const LONG = 8; // letters from which two slips are forgiven

// What it costs to have put in a letter, left one out, taken one for another, or swapped two. What
// happens to writers most costs least: so it is the nearer where two words are as many slips away.
const SWAPPED = 0.7;
const LEFT_OUT = 0.8;
const ALIKE = 0.8; // letters that sound alike, or a letter twice
const OTHER = 1;
const FIRST = 0.5; // more, where the first letter is another
const SOUNDS = ["aeiouy", "cs", "ck", "sz", "dt", "mn", "gj", "fv"];
const alike = new Set(SOUNDS.flatMap((those) => [...those].flatMap((one) => [...those].map((other) => one + other))));

// Returns what it costs to make one word of another, each change of one letter or two that are next
// to each other; a number above `most` if it is more.
export function slips(one, other, most) {
  if (Math.abs(one.length - other.length) > most / LEFT_OUT) return Infinity;
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, i) => i * LEFT_OUT);
  for (let i = 0; i < one.length; i++) {
    const extra = i && one[i] === one[i - 1] ? ALIKE : OTHER;
    const next = [row[0] + extra];
    for (let j = 0; j < other.length; j++) {
      const changed = one[i] === other[j] ? 0 : alike.has(one[i] + other[j]) ? ALIKE : OTHER;
      next[j + 1] = Math.min(row[j] + changed, row[j + 1] + extra, next[j] + LEFT_OUT);
      if (i && j && one[i] === other[j - 1] && one[i - 1] === other[j]) next[j + 1] = Math.min(next[j + 1], before[j - 1] + SWAPPED);
    }
    if (Math.min(...next) > most) return Infinity;
    [before, row] = [row, next];
  }
  return row.at(-1);
}

// Returns the known word that a word is nearest to, if it is near enough to any: of those that are
// as near the most frequent. `known` has how often each is found.
export function nearest(word, known, most) {
  let [best, least] = [[], most];
  for (const [other, frequency] of word.length < SHORT ? [] : known) {
    if (other.length < SHORT) continue;
    const first = word[0] === other[0] ? 0 : FIRST;
    const apart = first + slips(word, other, least - first);
    if (apart < least || (apart === least && frequency > (known.get(best[0]) ?? 0))) [best, least] = [[other], apart];
  }
  return best;
}

// Returns the two known words that were typed as one, if they were.
function apart(word, known) {
  for (let at = 3; at <= word.length - 3; at++) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every((part) => known.has(part))) return parts;
  }
  return null;
}

// Returns the known words that were meant by one that is not known: one, or two that were typed as one.
export function meant(word, known) {
  const near = nearest(word, known, word.length < LONG ? 1 : 2);
  return near.length ? near : apart(word, known) ?? [];
}
