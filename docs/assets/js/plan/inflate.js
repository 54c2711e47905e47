// Reads what was packed as "deflate" (RFC 1951). The browser's own way of doing so throws away all
// that it has read once the end is missing, and a link is often cut on its way.

// What a length or a distance begins with, and how many more bits follow it.
const LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCES = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
const DISTANCE_BITS = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const END = 256;
const LONGEST_CODE = 15;

/** Why reading stops before the end. */
class Stop extends Error {}

/** Bits of some bytes, from the lowest on. */
class Bits {
  #at = 0;
  #bytes;

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.#bytes = bytes;
  }

  /** @returns {number} */
  one() {
    const byte = this.#bytes[this.#at >> 3];
    if (byte === undefined) throw new Stop("cut");
    return (byte >> (this.#at++ & 7)) & 1;
  }

  /**
   * @param {number} count
   * @returns {number}
   */
  take(count) {
    let value = 0;
    for (let i = 0; i < count; i++) value |= this.one() << i;
    return value;
  }

  /** Goes on to the next whole byte. */
  align() {
    this.#at = (this.#at + 7) & ~7;
  }
}

/**
 * A Huffman code: how many symbols have each length, and the symbols in their order.
 * @typedef {{counts: number[], symbols: number[]}} Code
 */

/**
 * @param {number[]} lengths of the code of each symbol
 * @returns {Code}
 */
function codeOf(lengths) {
  const counts = Array(LONGEST_CODE + 1).fill(0);
  for (const length of lengths) counts[length]++;
  counts[0] = 0;
  const symbols = lengths.map((_, symbol) => symbol).filter((symbol) => lengths[symbol]);
  symbols.sort((one, other) => lengths[one] - lengths[other] || one - other);
  return { counts, symbols };
}

const FIXED = [codeOf(Array.from({ length: 288 }, (_, i) => (i < 144 || i > 279 ? 8 : i < END ? 9 : 7))), codeOf(Array(30).fill(5))];

/**
 * Returns the next symbol.
 * @param {Bits} bits
 * @param {Code} code
 * @returns {number}
 */
function symbolOf(bits, { counts, symbols }) {
  let code = 0;
  let first = 0;
  let index = 0;
  for (let length = 1; length <= LONGEST_CODE; length++) {
    code |= bits.one();
    if (code - first < counts[length]) return symbols[index + code - first];
    index += counts[length];
    first = (first + counts[length]) << 1;
    code <<= 1;
  }
  throw new Stop("no such code");
}

/**
 * Returns the codes of lengths and of distances that a block brings along.
 * @param {Bits} bits
 * @returns {Code[]}
 */
function codesIn(bits) {
  const [literals, distances, given] = [bits.take(5) + 257, bits.take(5) + 1, bits.take(4) + 4];
  const ofLengths = Array(ORDER.length).fill(0);
  for (const at of ORDER.slice(0, given)) ofLengths[at] = bits.take(3);
  const code = codeOf(ofLengths);
  /** @type {number[]} */
  const lengths = [];
  while (lengths.length < literals + distances) {
    const symbol = symbolOf(bits, code);
    if (symbol < 16) lengths.push(symbol);
    else if (symbol === 16) lengths.push(...Array(3 + bits.take(2)).fill(lengths.at(-1) ?? 0));
    else lengths.push(...Array(symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7)).fill(0));
  }
  return [codeOf(lengths.slice(0, literals)), codeOf(lengths.slice(literals, literals + distances))];
}

/** What was read, up to a number of bytes. */
class Output {
  /** @type {number[]} */
  bytes = [];
  #most;

  /** @param {number} most */
  constructor(most) {
    this.#most = most;
  }

  /** @param {number} byte */
  put(byte) {
    if (this.bytes.length === this.#most) throw new Stop("too long");
    this.bytes.push(byte);
  }

  /**
   * Puts again what stands some bytes before.
   * @param {number} distance
   * @param {number} count
   */
  repeat(distance, count) {
    if (distance > this.bytes.length) throw new Stop("nothing there");
    for (let i = 0; i < count; i++) this.put(this.bytes[this.bytes.length - distance]);
  }
}

/**
 * @param {Bits} bits
 * @param {Output} output
 */
function readStored(bits, output) {
  bits.align();
  const count = bits.take(16);
  if ((count ^ bits.take(16)) !== 0xffff) throw new Stop("no such length");
  for (let i = 0; i < count; i++) output.put(bits.take(8));
}

/**
 * Returns the length or distance that a symbol stands for.
 * @param {Bits} bits
 * @param {number} symbol
 * @param {number[]} begins
 * @param {number[]} counts of bits that follow
 * @returns {number}
 */
function more(bits, symbol, begins, counts) {
  if (!(symbol in begins)) throw new Stop("no such length");
  return begins[symbol] + bits.take(counts[symbol]);
}

/**
 * @param {Bits} bits
 * @param {Output} output
 * @param {Code[]} codes
 */
function readCoded(bits, output, [literals, distances]) {
  for (let symbol = symbolOf(bits, literals); symbol !== END; symbol = symbolOf(bits, literals)) {
    if (symbol < END) output.put(symbol);
    else {
      const length = more(bits, symbol - END - 1, LENGTHS, LENGTH_BITS);
      output.repeat(more(bits, symbolOf(bits, distances), DISTANCES, DISTANCE_BITS), length);
    }
  }
}

/**
 * Returns what was packed, as far as it can be read. It ends with any input: each step uses up a bit
 * of it, or adds to what is bounded.
 * @param {Uint8Array} packed
 * @param {number} most bytes to give back
 * @returns {Uint8Array}
 */
export function inflated(packed, most) {
  const bits = new Bits(packed);
  const output = new Output(most);
  try {
    for (let isLast = false; !isLast;) {
      isLast = bits.one() === 1;
      const kind = bits.take(2);
      if (kind === 3) throw new Stop("no such block");
      if (kind === 0) readStored(bits, output);
      else readCoded(bits, output, kind === 1 ? FIXED : codesIn(bits));
    }
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  return Uint8Array.from(output.bytes);
}
