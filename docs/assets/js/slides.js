// Shows the parts of a page one by one, as slides. It is no module: browsers load none from a disk.
"use strict";
(() => {
  const root = document.documentElement;
  const deck = document.querySelector("[data-deck]");
  const bar = document.querySelector("[data-deck-bar]");
  const present = document.querySelector("[data-present]");
  if (!deck || !bar || !present) return;
  const slides = [...deck.children];
  const count = bar.querySelector("[data-deck-count]");
  const notes = bar.querySelector("[data-notes]");
  const LEAST = 12;
  const SWIPE = 50;
  const STEPS = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };
  const ENDS = { Home: 0, End: slides.length - 1 };
  let shown = -1;

  const overflows = (slide) => slide.scrollHeight > slide.clientHeight || slide.scrollWidth > slide.clientWidth;

  // The largest letters that let a slide fit. What would not fit even with the smallest can be scrolled.
  function fit() {
    const slide = slides[shown];
    if (!slide) return;
    // A bar to scroll with takes room, by which it may keep itself there. So there is none meanwhile.
    slide.style.overflow = "hidden";
    let [least, most] = [LEAST, Math.round(Math.min(innerWidth / 17, innerHeight / 11))];
    while (least < most) {
      const size = Math.ceil((least + most) / 2);
      slide.style.setProperty("--letters", `${size}px`);
      if (overflows(slide)) most = size - 1;
      else least = size;
    }
    slide.style.setProperty("--letters", `${least}px`);
    slide.style.removeProperty("overflow");
  }

  function show(number) {
    shown = Math.max(0, Math.min(slides.length - 1, number));
    slides.forEach((slide, i) => slide.toggleAttribute("data-on", i === shown));
    count.textContent = `${shown + 1} of ${slides.length}`;
    fit();
    slides[shown].focus({ preventScroll: true });
  }

  // Each has a name where screen readers follow the focus. To whoever reads the page, so many parts with names are noise.
  function name(slide) {
    slide.tabIndex = -1;
    slide.setAttribute("aria-label", slide.querySelector("h2").textContent);
  }

  function begin() {
    slides.forEach(name);
    root.dataset.presenting = "";
    bar.hidden = false;
    const asked = slides.findIndex((slide) => `#${slide.id}` === location.hash);
    show(Math.max(0, asked));
    if (root.requestFullscreen) root.requestFullscreen().catch(() => {});
  }

  function end() {
    if (shown < 0) return;
    const last = slides[shown];
    shown = -1;
    delete root.dataset.presenting;
    bar.hidden = true;
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    last.focus({ preventScroll: true });
    last.scrollIntoView();
  }

  function notesShown(on) {
    root.toggleAttribute("data-notes-shown", on);
    notes.setAttribute("aria-pressed", String(on));
    fit();
  }

  function key(event) {
    const typed = event.ctrlKey || event.metaKey || event.altKey;
    // A button that has the focus is pressed by the space bar.
    const pressed = event.key === " " && event.target.closest("button, a");
    if (shown < 0 || typed || pressed) return;
    if (event.key in STEPS) show(shown + (event.shiftKey && event.key === " " ? -1 : STEPS[event.key]));
    else if (event.key in ENDS) show(ENDS[event.key]);
    else if (event.key === "Escape") end();
    else if (event.key === "n") notesShown(!root.hasAttribute("data-notes-shown"));
    else return;
    event.preventDefault();
  }

  function swipes() {
    let from = null;
    deck.addEventListener("touchstart", (event) => { from = event.touches.length === 1 ? event.touches[0] : null; }, { passive: true });
    deck.addEventListener("touchend", (event) => {
      if (shown < 0 || !from) return;
      const to = event.changedTouches[0];
      const across = to.clientX - from.clientX;
      if (Math.abs(across) > SWIPE && Math.abs(across) > 2 * Math.abs(to.clientY - from.clientY)) show(shown + (across < 0 ? 1 : -1));
    });
  }

  present.hidden = false;
  present.addEventListener("click", begin);
  bar.querySelectorAll("[data-go]").forEach((button) => button.addEventListener("click", () => show(shown + Number(button.dataset.go))));
  notes.addEventListener("click", () => notesShown(!root.hasAttribute("data-notes-shown")));
  bar.querySelector("[data-end]").addEventListener("click", end);
  document.addEventListener("keydown", key);
  // The browser itself leaves the full screen with Escape, and tells no page of the key.
  document.addEventListener("fullscreenchange", () => { if (!document.fullscreenElement) end(); });
  addEventListener("resize", fit);
  // A typeface that comes late has letters of another width.
  document.fonts.addEventListener("loadingdone", fit);
  addEventListener("beforeprint", end);
  swipes();
})();
