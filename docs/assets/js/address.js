/**
 * What a reader chose stands in the address, so that it can be sent and comes back.
 * @param {URLSearchParams} query
 */
export function keep(query) {
  const text = query.toString().replaceAll("%2C", ",");
  history.replaceState(null, "", (text ? `?${text}` : location.pathname) + location.hash);
}

/**
 * Puts a name into a query, or takes it out where there is nothing to say.
 * @param {URLSearchParams} query
 * @param {string} name
 * @param {string|false|null|undefined} value
 */
export function put(query, name, value) {
  if (value) query.set(name, value);
  else query.delete(name);
}

// The ids of theories that are asked for: each once, in capitals.
export function idsAsked() {
  const asked = new URLSearchParams(location.search).get("ids") || "";
  return [...new Set(asked.toUpperCase().split(/[\s,]+/).filter(Boolean))];
}
