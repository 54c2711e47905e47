// The parts of a list that is too long for one page: what the other pages have of it.

/** @returns {HTMLAnchorElement[]} the links to the other parts of the list of this page */
export const otherParts = () => /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll("[data-volume]:not([aria-current])")]);

/**
 * Fetches the rows of other parts; it throws where one cannot be had.
 * @param {HTMLAnchorElement[]} parts
 * @param {string} rows what a row is, as a selector
 * @returns {Promise<HTMLElement[]>} the rows, whose links hold here
 */
export const rowsOf = async (parts, rows) => (await Promise.all(parts.map(({ href }) => rowsAt(href, rows)))).flat();

/** @param {string} href @param {string} rows */
async function rowsAt(href, rows) {
  const response = await fetch(href);
  if (!response.ok) throw new Error(response.statusText);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const there = /** @type {HTMLElement[]} */ ([...page.querySelectorAll(rows)]);
  // What a host may send in the place of a list. A part of one may have no row, and names the others.
  if (!there.length && !page.querySelector("[data-volume]")) throw new Error("no list");
  for (const link of there.flatMap((row) => [...row.querySelectorAll("a")])) link.setAttribute("href", new URL(link.getAttribute("href") ?? "", href).href);
  return there;
}
