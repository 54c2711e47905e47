// Whose words a line is, in words: never told by a color alone.

/** @typedef {import("./document").PlanLine} PlanLine */

/**
 * Says whose a line is, and for ours which line of which version.
 * @param {PlanLine} line a line of the plan
 * @returns {string} such as "our advice, T017-A1, version 2", "yours", or "" for a name
 */
export function whose(line) {
  const ours = [line.key, line.version && `version ${line.version}`].filter(Boolean).join(", ");
  if (line.mine) return line.key.startsWith("own-") ? "yours" : `yours, after ${ours}`;
  return line.voice && `${line.voice}, ${ours}`;
}

/**
 * Says whose the words beside a line are, where the line itself does not say it.
 * @param {PlanLine} line a line of the plan
 * @returns {string} such as "First fix", or "First fix, our advice"
 */
export function nameOfMore(line) {
  return line.moreVoice && line.moreVoice !== line.voice ? `${line.moreName}, ${line.moreVoice}` : line.moreName;
}
