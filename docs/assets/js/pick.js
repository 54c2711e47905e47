// A list from which two or three theories are picked to be compared. Without script it is only a list.
// Those of another part of a long list stay picked.
import { idsAsked, keep, put } from "./address.js";

const MOST = 3;

export function pick(list) {
  let boxes = [];
  const tray = document.querySelector("[data-tray]");
  const asked = idsAsked().slice(0, MOST);
  let elsewhere = asked;
  const part = (name) => tray.querySelector(`[data-tray-${name}]`);

  function show() {
    const ids = [...elsewhere, ...boxes.filter((box) => box.checked).map((box) => box.value)];
    for (const box of boxes) box.disabled = ids.length >= MOST && !box.checked;
    tray.hidden = ids.length === 0;
    part("ids").textContent = ids.join(", ");
    part("few").hidden = ids.length !== 1;
    part("full").hidden = ids.length < MOST;
    part("go").hidden = ids.length < 2;
    part("go").href = `${list.dataset.pick}?ids=${ids}`;
    const query = new URLSearchParams(location.search);
    put(query, "ids", ids.join(","));
    keep(query);
    for (const link of document.querySelectorAll("[data-volume], [data-elsewhere] a")) link.search = location.search;
  }

  // Offers each theory that is here; of a whole list, what is not here is nowhere.
  function offer() {
    boxes = [...list.querySelectorAll("input[type=checkbox]")];
    for (const box of boxes.filter(({ hidden }) => hidden)) {
      box.hidden = false;
      box.checked = elsewhere.includes(box.value);
    }
    const isPart = document.querySelector("nav:not([hidden]) [data-volume]");
    elsewhere = isPart ? elsewhere.filter((id) => !boxes.some((box) => box.value === id)) : [];
    if (asked.length || boxes.some((box) => box.checked)) show();
  }

  list.addEventListener("change", show);
  part("clear").addEventListener("click", () => {
    elsewhere = [];
    for (const box of boxes) box.checked = false;
    show();
    boxes[0].focus();
  });
  document.querySelector("[data-pick-how]").hidden = false;
  list.addEventListener("whole", offer);
  offer();
}
