// The plan as data: what the page and every file show, in one order. Ours keeps id, version, voice and limits.
import { dateOrNone, plain } from "./plain.js";

/** @typedef {import("./answers").Answers} Answers */
/** @typedef {import("./data").Data} Data */
/** @typedef {import("./data").Theory} Theory */
/** @typedef {import("./match").Match} Match */

/**
 * The site that speaks as "we" in a plan.
 * @typedef {Object} Speaker
 * @property {string} name its name
 * @property {string} root its address, which ends with a slash
 */

/**
 * A line of the plan. What is `mine` is the reader's own, `more` is always ours.
 * @typedef {Object} PlanLine
 * @property {string} key the id of the line, such as T017-A1; own lines have own-0, own-1, ...
 * @property {string} text what it says
 * @property {string} more what goes with it, such as its first step; may be empty
 * @property {string} moreName what `more` is, such as "First step"
 * @property {string} moreVoice whose sentence `more` is
 * @property {string} voice whose sentence it is; empty for the reader's own and for names
 * @property {boolean} mine whether the text is the reader's own
 * @property {string} owner who sees to it
 * @property {string} date by when, or ""
 * @property {boolean} done whether it is done
 * @property {string} [theory] the id of the theory it comes from
 * @property {number} [version] the version of that theory
 * @property {string} [limits] how far to trust it
 * @property {string} [state] how that theory stands here: one of `STATES`
 * @property {string} [sure] how sure we are of that theory
 * @property {string} [answer] y, p, n, d or "" of what must be in place
 * @property {string} [who] whom an action needs
 * @property {string} [cost] what an action costs
 * @property {{theory: string, stance: string}[]} [bears] which theories a study bears on, and which way it points
 * @property {string} [design] what kind of study it is
 * @property {string} [url] where a theory, a study or a safety topic stands on the site
 */

/**
 * @typedef {Object} Section
 * @property {string} id such as "actions"
 * @property {string} title its heading
 * @property {PlanLine[]} lines what the plan has
 * @property {PlanLine[]} others what it could have: what was left out, and what waits to be asked for
 */

/**
 * @typedef {Object} PlanDocument
 * @property {string} title the reader's own title, or ours
 * @property {string} made when, such as 2026-11-28
 * @property {{name: string, text: string}[]} about who and where, as the reader said
 * @property {Section[]} sections all that the plan says, in order
 * @property {string[]} limits how far to trust the whole, what nobody tested among it
 * @property {string} untested what nobody tested
 * @property {string} key who speaks where
 * @property {string} check where to ask if it is still current
 * @property {Speaker} speaker the site
 * @property {string} reuse the license of what is ours, and the credit lines to carry along
 */

/** How a theory stands here, in the words of the rule. @type {Readonly<Record<string, string>>} */
export const STATES = {
  harm: "could do harm here",
  "maybe-harm": "may do harm here: find out first",
  missing: "missing a piece",
  shaky: "shaky",
  guarded: "guarded",
  ready: "ready",
};
/** What holds of every theory. */
export const LEAD = "A good lead, not proof.";
const HOPEFUL = ["missing", "shaky", "ready"];
// How many lines of each list a plan has before anybody asks for more, so that it fits on a sheet. What
// safety asks for has no such bound.
const AT_FIRST = Object.freeze({ place: 8, actions: 4, risks: 4, signs: 4, talk: 3, unknowns: 3 });
// What was answered, the weightiest first; no answer comes last.
const DOUBTS = Object.freeze(["n", "p", "d", ""]);

/**
 * Tells whether a theory does good where it holds; the others warn of harm.
 * @param {PlanLine} line its line, or one that comes from it
 * @returns {boolean}
 */
export function isHopeful({ state }) {
  return HOPEFUL.includes(String(state));
}

/**
 * Says how a theory stands here.
 * @param {string} state one of `STATES`
 * @returns {string} a sentence, such as "It is shaky."
 */
export function standing(state) {
  return state.endsWith("harm") ? `It ${STATES[state]}.` : `It is ${STATES[state]}.`;
}

const PEERS = { "none-yet": "no peer yet", one: "one peer", few: "a few peers", many: "many peers" };
const PAID = { paid: "paid", unpaid: "not paid", both: "some paid, some not" };
/** @type {PlanLine} */
const BLANK = { key: "", text: "", more: "", moreName: "", moreVoice: "", voice: "", mine: false, owner: "", date: "", done: false };

/**
 * Makes the plan.
 * @param {Answers} answers what the reader said
 * @param {Data} data what the site says
 * @param {Match[]} match how each theory in play stands here, in the order of the rule
 * @param {Speaker} speaker the site
 * @returns {PlanDocument} the plan; the same for the same answers and data
 */
export function planDocument(answers, data, match, speaker) {
  const known = new Map(data.theories.map((theory) => [theory.id, theory]));
  const inPlay = match.flatMap((each) => known.has(each.id) ? [{ ...each, theory: /** @type {Theory} */ (known.get(each.id)) }] : []);
  const plan = { answers, data, inPlay, speaker };
  return {
    title: plain(answers.title) || "A plan for a program",
    made: dateOrNone(answers.made),
    about: about(plan),
    sections: [
      fixed("aims", "Aims", aims(plan)),
      fixed("theories", "Theories it builds on, and how sure we are", inPlay.map((each) => asLine(plan, each))),
      chosen(plan, "place", "What must be in place", [...safety(plan), ...questions(plan)]),
      chosen(plan, "actions", "What to do, and the first steps", ofEach(plan, "actions", (state) => HOPEFUL.includes(state))),
      chosen(plan, "risks", "What could go wrong, and early warnings", ofEach(plan, "risks")),
      chosen(plan, "signs", "Signs to look for", ofEach(plan, "signs")),
      chosen(plan, "talk", "Questions to ask young people and peers", ofEach(plan, "talk")),
      chosen(plan, "unknowns", "What nobody knows yet", ofEach(plan, "unknowns")),
      fixed("references", "References", references(plan)),
    ],
    limits: [data.untested, LEAD],
    untested: data.untested,
    key: `We and our: ${speaker.name}. Yours: whoever made this plan.`,
    check: checkAddress(plan),
    speaker,
    reuse: [`What is by ${speaker.name} is under ${data.licence}.`, ...data.credit].join(" "),
  };
}

/**
 * Finds a section of a plan.
 * @param {PlanDocument} plan the plan
 * @param {string} id such as "actions"
 * @returns {Section} the section
 */
export function section(plan, id) {
  return /** @type {Section} */ (plan.sections.find((each) => each.id === id));
}

/** Which way a study can point, in the order in which they are told: what goes against a theory comes first. @type {[stance: string, words: string][]} */
const WAYS = [["goes against", "Against it"], ["points both ways", "Both ways"], ["adds a condition", "It depends"], ["supports", "For it"]];

/**
 * Sorts the studies of a plan: theory by theory, and by which way each points.
 * @param {PlanDocument} plan the plan
 * @returns {{theory: string, ways: {words: string, lines: PlanLine[]}[]}[]}
 */
export function studiesByTheory(plan) {
  const lines = section(plan, "references").lines;
  const bearing = (/** @type {string} */ theory, /** @type {string} */ stance) => lines.filter(({ bears = [] }) => bears.some((each) => each.theory === theory && each.stance.split(", ").includes(stance)));
  return section(plan, "theories").lines.map(({ key }) => ({
    theory: key,
    ways: WAYS.map(([stance, words]) => ({ words, lines: bearing(key, stance) })).filter((way) => way.lines.length > 0),
  }));
}

/** @typedef {Match & {theory: Theory}} InPlay */
/** @typedef {{answers: Answers, data: Data, inPlay: InPlay[], speaker: Speaker}} Plan */
/** @typedef {{line: PlanLine, byDefault: boolean}} Candidate */

/** @param {Plan} plan @param {string} [url] */
const absolute = ({ speaker }, url) => (url ? new URL(url, speaker.root).href : "");

/** @param {{id: string, name: string}[]} terms @param {string[]} ids @returns {string[]} */
const names = (terms, ids) => terms.filter(({ id }) => ids.includes(id)).map(({ name }) => name);

/** @param {Plan} plan @returns {{name: string, text: string}[]} */
function about({ answers, data }) {
  const country = names(data.countries, [answers.country]);
  const peers = [PEERS[/** @type {keyof PEERS} */ (answers.peers)], PAID[/** @type {keyof PAID} */ (answers.paid)]];
  return [
    { name: "Who it is for", text: names(data.groups, answers.for).join(", ") },
    { name: "Where", text: [plain(answers.place), ...country].filter(Boolean).join(", ") },
    { name: "Who will help", text: peers.filter(Boolean).join(", ") },
    { name: "The situation", text: data.situations.find(({ id }) => id === answers.situation)?.title ?? "" },
  ].filter(({ text }) => text);
}

/** @param {string} id @param {string} title @param {PlanLine[]} lines @returns {Section} */
const fixed = (id, title, lines) => ({ id, title, lines, others: [] });

/**
 * Fills a section with what the reader wants in it, in the reader's words where there are any. What
 * the reader has touched is in, unless it was put out.
 * @param {Plan} plan @param {string} id @param {string} title @param {Candidate[]} candidates
 * @returns {Section}
 */
function chosen({ answers }, id, title, candidates) {
  const isIn = candidates.map(({ line, byDefault }) => {
    const edit = answers.lines.get(line.key);
    return edit ? !edit.out : byDefault;
  });
  const lines = candidates.map(({ line }) => edited(line, answers));
  const own = answers.own.flatMap((each, i) => each.section === id && plain(each.text) ? [ownLine(each, i)] : []);
  return { id, title, lines: [...lines.filter((_, i) => isIn[i]), ...own], others: lines.filter((_, i) => !isIn[i]) };
}

/** @param {PlanLine} line @param {Answers} answers @returns {PlanLine} */
function edited(line, answers) {
  const edit = answers.lines.get(line.key);
  if (!edit) return line;
  const text = plain(edit.text);
  const mine = text !== "" && text !== line.text;
  return { ...line, ...(mine && { text, mine, voice: "" }), ...tended(edit) };
}

/** @param {Answers["own"][number]} own @param {number} i @returns {PlanLine} */
const ownLine = (own, i) => ({ ...BLANK, key: `own-${i}`, text: plain(own.text), mine: true, ...tended(own) });

/** @param {{owner?: string, date?: string, done?: boolean}} edit @returns {{owner: string, date: string, done: boolean}} */
const tended = ({ owner, date, done }) => ({ owner: plain(owner), date: dateOrNone(date), done: done === true });

/** @param {Plan} plan @returns {PlanLine[]} */
function aims({ answers, data }) {
  return data.aims.filter(({ id }) => answers.aims.includes(id)).map((aim) => ({
    ...BLANK,
    key: aim.id,
    text: aim.wanted ? aim.name : `To avoid: ${aim.name}`,
    more: aim.concerns.map((id) => data.people[id] ?? id).join(", "),
    moreName: "For",
  }));
}

/** @param {Plan} plan @param {InPlay} inPlay @returns {PlanLine} */
function asLine(plan, { theory, state, reason }) {
  const { id: key, headline: text, voice, url } = theory;
  return { ...from(theory, state), key, text, voice, more: `${standing(state)} ${reason}`, moreName: "By our rule", url: absolute(plan, url) };
}

/** @param {Theory} theory @param {string} state @returns {PlanLine} */
const from = ({ id, version, limits, sure }, state) => ({ ...BLANK, theory: id, version, limits, sure, state });

/**
 * What safety asks for and is not said to be there. Of a topic that nobody looked at yet, one line says
 * so; its own lines can be asked for.
 * @param {Plan} plan @returns {Candidate[]}
 */
function safety(plan) {
  return plan.data.safety.flatMap((topic) => {
    const url = absolute(plan, topic.url);
    const asked = topic.lines.map((line) => ({ ...line, answer: plan.answers.answers.get(line.key) ?? "" })).filter(({ answer }) => answer !== "y");
    const open = asked.filter(({ answer }) => !answer).length;
    const lines = asked.map(({ key, text, voice, answer }) => ({ byDefault: answer !== "", line: { ...BLANK, key, text, voice, answer, more: topic.title, moreName: "Safety first", version: topic.version, url } }));
    return open ? [{ byDefault: true, line: stillOpen(topic, open, url) }, ...lines] : lines;
  });
}

/** @param {import("./data").SafetyTopic} topic @param {number} open @param {string} url @returns {PlanLine} */
function stillOpen({ id, title, lines, version }, open, url) {
  const text = `Look at what is still open: ${open} of ${lines.length}`;
  return { ...BLANK, key: id, text, voice: "our advice", answer: "", more: title, moreName: "Safety first", version, url };
}

/**
 * What the theories ask for and is not said to be there, in the order of the rule. What weighs most is
 * in the plan at first.
 * @param {Plan} plan @returns {Candidate[]}
 */
function questions({ answers, inPlay }) {
  const lines = inPlay.flatMap(({ theory, state, because }) => because.flatMap(({ key }) => {
    const question = theory.questions.find((each) => each.key === key);
    if (!question) return [];
    const { ask: text, fix: more, voice, fix_voice: moreVoice } = question;
    return [{ ...from(theory, state), key, text, voice, answer: answers.answers.get(key) ?? "", more, moreName: "First fix", moreVoice }];
  }));
  const weightiest = DOUBTS.flatMap((doubt) => lines.filter(({ answer }) => answer === doubt)).slice(0, AT_FIRST.place);
  return lines.map((line) => ({ line, byDefault: weightiest.includes(line) }));
}

/** @typedef {"actions"|"risks"|"signs"|"talk"|"unknowns"} List */

/**
 * Offers a list of each theory in play. The first line of each of the first theories belongs in a plan.
 * @param {Plan} plan @param {List} list @param {(state: string) => boolean} [fits] whether a theory that stands so gives a line
 * @returns {Candidate[]}
 */
function ofEach({ inPlay }, list, fits = () => true) {
  const first = inPlay.filter(({ theory, state }) => fits(state) && theory[list].length).slice(0, AT_FIRST[list]);
  return inPlay.flatMap((each) => LINES[list](each.theory).map((line, i) => ({
    byDefault: i === 0 && first.includes(each),
    line: { ...from(each.theory, each.state), ...line },
  })));
}

/** How a line of each list of a theory is one of a plan. @type {Record<List, (theory: Theory) => Partial<PlanLine>[]>} */
const LINES = {
  actions: (theory) => theory.actions.map(({ key, text, first_step: more, who, cost, voice }) => ({ key, text, voice, more, moreName: "First step", moreVoice: voice, who, cost })),
  risks: (theory) => theory.risks.map(({ key, text, warning: more, voice }) => ({ key, text, voice, more, moreName: "Early warning", moreVoice: voice })),
  signs: (theory) => theory.signs.map(({ key, text, voice }) => ({ key, text, voice })),
  talk: (theory) => theory.talk.map(({ key, text, care: more, voice }) => ({ key, text, voice, more, moreName: "Take care", moreVoice: voice })),
  unknowns: (theory) => theory.unknowns.map(({ key, what: text }) => ({ key, text, voice: "our reading" })),
};

/** @param {Plan} plan @returns {PlanLine[]} each study once, with all theories that it bears on */
function references(plan) {
  /** @type {Map<string, PlanLine>} */
  const found = new Map();
  for (const { theory } of plan.inPlay) {
    for (const { key, short, url, stance, design } of theory.studies) {
      const bears = [...(found.get(key)?.bears ?? []), { theory: theory.id, stance }];
      const more = [design, ...bears.map((each) => `${each.theory}: ${each.stance}`)].join("; ");
      found.set(key, { ...BLANK, key, text: short, more, moreName: "Study", url: absolute(plan, url), bears, design });
    }
  }
  return [...found.values()];
}

/**
 * Leads to what has changed since the data were made; ids and versions go along.
 * @param {Plan} plan @returns {string}
 */
function checkAddress(plan) {
  const ids = plan.inPlay.map(({ theory }) => `${theory.id}.${theory.version}`).join(",");
  return `${absolute(plan, "check/")}?since=${plan.data.dated}${ids && `&ids=${ids}`}`;
}
