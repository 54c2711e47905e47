// Words: how a text falls into them, and which are forms of one. Search, its passages and its marks
// all see words this way.

// Words that stand in any question and lead to no page.
const EMPTY = new Set(`
a about actually after again all already also always am an and another any anybody anyone are arent as
at be became become becomes been before being but by can cannot cant could did didnt do does doesnt
doing dont enough especially etc even ever every everyone everything far for from generally get gets
getting give go goes going got had has have having he her here hers him his how however i if im in
instead into is isnt it its just keep kind know known knows let lets likely look looking looks lot make
makes many may maybe me mean means merely might more most mostly much must my need needed needs never
next no nor not nothing now of often ok okay on one onto or otherwise ought our ours out over own
particular particularly people perhaps please possible put quite rather really regarding same say says
several shall she should since so some somebody someone something sometimes somewhere soon stay still
such than that thats the their theirs them then there they thing things this those though through
throughout to today too toward towards truly try trying turn turning up us usually very want wanted
wants was way we well were what whatever whats when whenever where whether which while who whom whose
why will with without wont would yes yet you your yours
`.trim().split(/\s+/));

// Returns a text without accents and capitals, as it is compared.
export const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

// Returns the words of a text, as they are compared.
export const wordsIn = (text) => plain(text).replace(/['’]/g, "").match(/[\p{L}\p{N}]+/gu) ?? [];

// Returns the words of a question that can lead to a page; if none can, all of its words.
export function tellingWords(question) {
  const words = [...new Set(wordsIn(question))];
  const telling = words.filter((word) => !EMPTY.has(word));
  return telling.length ? telling : words;
}

// British spelling becomes American, or both become one that neither has.
const SPELLINGS = [
  [/programmes?$/, "program"],
  [/(?<=[a-z]{3})our(?=$|s$|ed$|ing|ite|ful|al|less|er|able|hood|ly)/, "or"],
  [/(?<=[a-z]{3})(i|y)z(?=e|ing|ation)/, "$1s"],
  [/(?<=[a-z]{2})tre(?=s?$)/, "ter"],
  [/(?<=[a-z]{3})ence(?=s?$)/, "ense"],
  [/(?<=[a-z]{3})ogue(?=s?$)/, "og"],
  [/(?<=p)ae(?=d)|(?<=an)ae(?=sth)/, "e"],
  [/(?<=judg|acknowledg)ement/, "ment"],
  [/^mum(s?)$/, "mom$1"],
  [/^ageing$/, "aging"],
];
const MAY_DIFFER = /our|[iy]z|tre|ence|ogue|ae|ement|mum|ageing|programme/; // most words do not: this is for speed
const undoubled = (word) => word.replace(/([bdfglmnprt])\1$/, "$1");

// Returns a word without the endings of plurals and verbs.
export function inflected(word) {
  let base = MAY_DIFFER.test(word) ? SPELLINGS.reduce((text, [from, to]) => text.replace(from, to), word) : word;
  if (base.length < 4) return base;
  // "Trans" is no plural; as one, it would be a form of the slip "traning".
  base = base.replace(/ies$/, "y").replace(/(?<=ss|sh|ch|x)es$/, "").replace(/(?<=[^su])(?<!^tran)s$/, "");
  const verb = base.replace(/(?:ing|ed)$/, "");
  if (verb !== base && verb.length >= 3 && /[aeiouy]/.test(verb)) base = undoubled(verb);
  return undoubled(base.replace(/(?<=.{3})e$/, "").replace(/(?<=.{2})y$/, "i"));
}

const FAMILY = /(?:isation|ational|fulness|ation|ition|iveness|ability|ement|ment|ness|ance|ence|able|ible|ion|ive|iv|ful|ous|ist|ism|ity|iti|ali|al|eri|ori|er|or|li|ur)$/;
const ROOT = 5; // letters that are left at least

// Returns what all words of a family share: supervise, supervisor, supervision.
export function stem(word) {
  const base = inflected(word);
  const ending = base.match(FAMILY);
  return ending && ending.index >= ROOT ? undoubled(base.slice(0, ending.index)) : base;
}
