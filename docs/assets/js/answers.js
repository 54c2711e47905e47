// Answers to the questions of a check, as an address has them: `#a=T002.3:yn-pd,T019.1:d----` is
// theory, version of the theory, and a letter for each question in its order.

const LETTERS = { y: "in place", p: "partly", n: "not in place", d: "not known" };
export const NONE = "-";

// Returns what the end of an address says: for each theory, its version and the letters.
export function read(hash) {
  const [, listed = ""] = /^#a=([\w.:,-]*)$/.exec(hash) ?? [];
  const found = listed.matchAll(/(?:^|,)([\w-]+)\.(\d+):([ypnd-]+)(?=,|$)/g);
  return new Map([...found].map(([, id, version, letters]) => [id, { version, letters }]));
}

// Returns the end of an address that says the same, empty if there is no answer.
export function written(answers) {
  const parts = [...answers].map(([id, { version, letters }]) => `${id}.${version}:${letters}`);
  return parts.length ? `#a=${parts.join(",")}` : "";
}

export const isAnswered = (letter) => letter in LETTERS;
export const isMissing = (letter) => isAnswered(letter) && letter !== "y";

// Says in words how many of each answer there are, and how many have none.
export function inWords(letters) {
  const count = (letter) => letters.filter((each) => each === letter).length;
  const open = letters.length - letters.filter(isAnswered).length;
  if (open === letters.length) return `${open} ${open === 1 ? "question" : "questions"}, no answer yet`;
  const parts = Object.entries(LETTERS).slice(1).filter(([letter]) => count(letter)).map(([letter, words]) => `${count(letter)} ${words}`);
  return [`${count("y")} of ${letters.length} in place`, ...parts, ...(open ? [`${open} without an answer`] : [])].join(", ");
}
