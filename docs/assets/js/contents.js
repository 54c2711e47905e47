// The contents of a page: they fold when a phone has followed one, and say where the reader is.
const NEAR = 120; // CSS pixels from the top

export function contents(nav) {
  const fold = nav.querySelector("details");
  const links = [...nav.querySelectorAll("a")];
  const narrow = matchMedia("(max-width: 59.99em)");
  nav.addEventListener("click", (event) => { if (event.target.closest("a") && narrow.matches) fold.open = false; });

  // The last part whose head has come near the top; a folded part counts as a whole.
  const place = (link) => {
    const part = document.getElementById(link.hash.slice(1));
    return (part?.closest(".section") ?? part)?.getBoundingClientRect().top ?? Infinity;
  };
  const show = () => {
    const here = links.filter((link) => place(link) < NEAR).at(-1) ?? links[0];
    for (const link of links) link === here ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current");
  };
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; show(); });
  }, { passive: true });
  show();
}
