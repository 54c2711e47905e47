// A picture as dots (PNG), drawn by the browser: for programs that show no SVG.

const DOTS = 2; // to each unit of the picture, so that print is sharp

/** @typedef {import("./drawing").Picture} Picture */

/**
 * Draws a picture as dots.
 * @param {Picture} picture a picture
 * @returns {Promise<Uint8Array>} a file in PNG
 * @throws {Error} if the browser cannot draw it
 */
export async function png({ svg, width, height }) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(width * DOTS, Math.ceil(height * DOTS));
  /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d")).drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
}
