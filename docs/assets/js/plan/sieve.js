// Keeps what fits and counts what does not, so that a million faults are told in a few sentences.
import { plain } from "./plain.js";

/** @typedef {readonly [one: string, several: string]} Noun what is kept or lost, of one and of several */

/** @typedef {(value: string) => boolean} Fits */

const UNKNOWN = "not understood, and left out";

/**
 * Returns what fits a shape.
 * @param {RegExp} shape
 * @returns {Fits}
 */
export const shaped = (shape) => (value) => shape.test(value);

/**
 * Returns what is one of some words.
 * @param {readonly string[]} words
 * @returns {Fits}
 */
export const among = (words) => (value) => words.includes(value);

/**
 * Returns the fields of anything, none if it has none.
 * @param {unknown} value
 * @returns {Record<string, unknown>}
 */
export const fieldsOf = (value) => /** @type {Record<string, unknown>} */ (typeof value === "object" && value ? value : {});

/** What a value goes through, and what stayed behind. */
export class Sieve {
  /** @type {Map<string, {noun: Noun, why: string, count: number}>} */
  #lost = new Map();

  /**
   * Notes that something is lost.
   * @param {Noun} noun
   * @param {string} [why] what follows "was" or "were"
   * @param {number} [count]
   */
  lose(noun, why = UNKNOWN, count = 1) {
    const before = this.#lost.get(noun[0] + why)?.count ?? 0;
    this.#lost.set(noun[0] + why, { noun, why, count: before + count });
  }

  /**
   * What was lost, a sentence for each kind.
   * @returns {string[]}
   */
  get lost() {
    return [...this.#lost.values()].map(({ noun: [one, several], why, count }) => `${count} ${count === 1 ? `${one} was` : `${several} were`} ${why}.`);
  }

  /**
   * Returns a text, cleaned and cut.
   * @param {unknown} value
   * @param {Noun} noun
   * @param {number} most characters
   * @returns {string}
   */
  text(value, noun, most) {
    if (value === undefined) return "";
    if (typeof value !== "string") {
      this.lose(noun);
      return "";
    }
    const characters = [...plain(value)];
    if (characters.length > most) this.lose(noun, `cut to ${most} characters`);
    return characters.slice(0, most).join("").trim();
  }

  /**
   * Returns a word if it fits, or "".
   * @param {unknown} value
   * @param {Noun} noun
   * @param {Fits} fits
   * @returns {string}
   */
  word(value, noun, fits) {
    if (value === undefined || value === "") return "";
    if (typeof value === "string" && value.length <= 80 && fits(value)) return value;
    this.lose(noun);
    return "";
  }

  /**
   * Returns what is in a list, or in a Map or an object as [key, value].
   * @param {unknown} value
   * @param {Noun} noun of one item
   * @param {number} most
   * @returns {unknown[]}
   */
  items(value, noun, most) {
    if (value === undefined) return [];
    if (typeof value !== "object" || value === null) {
      this.lose(noun);
      return [];
    }
    const items = Array.isArray(value) || value instanceof Map ? [...value] : Object.entries(value);
    if (items.length > most) this.lose(noun, `too many, and left out: ${most} is the most`, items.length - most);
    return items.slice(0, most);
  }

  /**
   * Returns the words of a list that fit, each once.
   * @param {unknown} value
   * @param {Noun} noun of one word
   * @param {Fits} fits
   * @param {number} most
   * @returns {string[]}
   */
  words(value, noun, fits, most) {
    return [...new Set(this.items(value, noun, most).map((item) => this.word(item, noun, fits)).filter(Boolean))];
  }

  /**
   * Returns a Map of the keys that fit and of what becomes of their values.
   * @template Value
   * @param {unknown} value
   * @param {Noun} noun of one of them
   * @param {Fits} fits a key
   * @param {(value: unknown) => Value|undefined} kept gives nothing where there is nothing to keep
   * @param {number} most
   * @returns {Map<string, Value>}
   */
  map(value, noun, fits, kept, most) {
    /** @type {Map<string, Value>} */
    const found = new Map();
    for (const item of this.items(value, noun, most)) {
      const [key, given] = Array.isArray(item) ? item : [];
      if (typeof key !== "string" || key === "") this.lose(noun);
      else if (this.word(key, noun, fits)) {
        const made = kept(given);
        if (made !== undefined) found.set(key, made);
      }
    }
    return found;
  }
}
