// What opens in place: for browsers that do not open it for a link or for print by themselves.
const root = document.documentElement;

// Opens all that an element stands in.
function reveal(element) {
  for (let part = element; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
}

function revealTarget() {
  const target = document.querySelector(":target");
  // A row of a table that is led to shows what it holds.
  if (target?.tagName === "TR") for (const fold of target.querySelectorAll("details")) fold.open = true;
  if (!target || !target.closest("details:not([open])")) return;
  reveal(target);
  target.scrollIntoView();
}

// Print opens what is in it, and leaves the page as it was.
function openForPrint() {
  let opened = [];
  addEventListener("beforeprint", () => {
    // Of a list of checks, what is open is printed, unless nothing is.
    const topic = "[data-checklist]:has([data-topic] > [open]) [data-topic] > details";
    opened = [...document.querySelectorAll(`article details:not([open]):not(${topic})`)];
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
    delete root.dataset.print;
  });
}

// A part that is left out of the short print-out is asked for by a link, and then printed.
function printAll(link) {
  link.addEventListener("click", () => {
    root.dataset.print = "all";
    print();
  });
}

export function folds() {
  addEventListener("hashchange", revealTarget);
  addEventListener("load", revealTarget); // before it, some browsers know of no target
  revealTarget();
  openForPrint();
  document.querySelectorAll("[data-print-all]").forEach(printAll);
}
