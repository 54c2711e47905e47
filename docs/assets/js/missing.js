// On the page that says that there is no such page: finds out what was meant. Only an address that
// differs in form alone (capitals, slashes, what a sentence left at its end) leads on by itself.
const MOST = 5; // addresses that are offered
const NEAR = 2; // letters that an address may differ in and still be offered
const LEADS_ON = /^go\//;
const OF_A_RECORD = /^(?!go\/)[^/]+\/[^/]+\/$/; // its name, below the folder of its kind

const decoded = (text) => { try { return decodeURIComponent(text); } catch { return text; } };
// What is left of an address when its form is taken away.
const plain = (path) => decoded(path).toLowerCase().replaceAll("\\", "/").split("/")
  .map((part) => part.trim()).filter(Boolean).join("/")
  .replace(/[^\p{L}\p{N}]+$/u, "").replace(/\/index(\.html?)?$|\.(html?|md)$/, "").replace(/[^\p{L}\p{N}]+$/u, "");
const lastOf = (path) => path.split("/").at(-1);

// Returns how many letters have to be changed, left out or put in between two words.
function distance(one, other) {
  let row = [...other, ""].map((_, i) => i);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (let j = 0; j < other.length; j++) {
      next.push(Math.min(row[j] + (letter === other[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1));
    }
    row = next;
  }
  return row.at(-1);
}

// Returns { meant, near }: the addresses that differ from what was asked for in form alone, and
// those that end alike or nearly so, the nearest first.
export function guess(asked, addresses) {
  const wanted = plain(asked);
  if (!wanted) return { meant: [], near: [] };
  const known = addresses.map((address) => ({ address, path: plain(address) }));
  const meant = known.filter(({ path }) => path === wanted).map(({ address }) => address);
  const weighed = known.map(({ address, path }) => {
    const [one, other] = [lastOf(wanted), lastOf(path)];
    const apart = Math.min(distance(wanted, path), one === other ? 0 : distance(one, other) + 0.5);
    const isLike = one[0] === other[0]; // ids of a kind begin with one letter
    return { address, apart, isLike, most: Math.max(1, Math.min(NEAR, one.length / 4)) };
  });
  const near = weighed.filter(({ apart, most }) => apart <= most)
    .sort((one, other) => one.apart - other.apart || Number(other.isLike) - Number(one.isLike)).map(({ address }) => address);
  // The page itself is offered, and not the address that leads on to it.
  const pages = new Set(near.filter((address) => OF_A_RECORD.test(address)).map((address) => lastOf(plain(address))));
  const offered = near.filter((address) => !LEADS_ON.test(address) || !pages.has(lastOf(plain(address))));
  return { meant, near: offered.slice(0, MOST) };
}

// Returns the part of an address below the site, or all of it if it is not below.
function below(path, base) {
  const [one, other] = [path, base].map((text) => text.replace(/\/+/g, "/"));
  return one.toLowerCase().startsWith(other.toLowerCase()) ? one.slice(other.length) : one;
}

function offered(address, base) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = base + address + location.hash;
  link.textContent = `/${address}`;
  item.append(link);
  return item;
}

export async function missing(part) {
  const { addresses } = part.dataset;
  const base = new URL(part.dataset.base, location).pathname;
  const asked = below(location.pathname, base);
  const field = part.querySelector("input");
  // Somebody may have begun to type before this came.
  if (!field.value && field !== document.activeElement) field.value = plain(asked).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "go").join(" ");
  const answer = await fetch(addresses, { cache: "no-cache" });
  const { meant, near } = guess(asked, await answer.json());
  const [only, ...others] = meant;
  // If the very address that is known is missing, leading on would lead here for ever.
  if (only && !others.length && encodeURI(base + only) !== location.pathname) {
    location.replace(base + only + location.search + location.hash);
    return;
  }
  const list = meant.length ? meant : near;
  if (!list.length) return;
  const place = part.querySelector("[data-missing-near]");
  place.querySelector("ul").replaceChildren(...list.map((address) => offered(address, base)));
  place.hidden = false;
}
