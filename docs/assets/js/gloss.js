// Words of the trade show what they mean on hover and focus, by style alone. Script adds two
// things: on a touch screen the first tap shows and the second follows; Escape puts it away.

export function gloss() {
  let open = null;
  const close = () => { open?.removeAttribute("data-open"); open = null; };

  document.addEventListener("pointerup", (event) => {
    const word = event.target.closest?.("a.gloss");
    if (event.pointerType !== "touch" || !word) { if (word !== open) close(); return; }
    word.dataset.touched = word === open ? "follow" : "show";
  });
  document.addEventListener("click", (event) => {
    const word = event.target.closest?.("a.gloss");
    if (!word || word.dataset.touched !== "show") return;
    event.preventDefault();
    close();
    open = word;
    word.setAttribute("data-open", "");
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    close();
    for (const word of document.querySelectorAll("a.gloss:is(:hover, :focus)")) {
      word.dataset.quiet = "";
      word.addEventListener("pointerleave", () => delete word.dataset.quiet, { once: true });
      word.addEventListener("blur", () => delete word.dataset.quiet, { once: true });
    }
  });
}
