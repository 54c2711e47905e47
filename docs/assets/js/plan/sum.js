/**
 * Returns a short sum of a text: the same for the same text, and rarely the same for another one.
 * @param {string} text
 * @param {number} letters how long the sum is
 * @returns {string} of digits and small letters
 */
export function sum(text, letters) {
  let hash = 0x811c9dc5; // FNV-1a
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return ((hash >>> 0) % 36 ** letters).toString(36).padStart(letters, "0");
}
