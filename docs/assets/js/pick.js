// A list from which two or three theories are picked to be compared. Without script it is only a list.
import { idsAsked, keep, put } from "./address.js";

const MOST = 3;

export function pick(list) {
  const boxes = [...list.querySelectorAll("input[type=checkbox]")];
  const tray = document.querySelector("[data-tray]");
  const part = (name) => tray.querySelector(`[data-tray-${name}]`);

  function show() {
    const ids = boxes.filter((box) => box.checked).map((box) => box.value);
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
  }

  const asked = idsAsked().slice(0, MOST);
  for (const box of boxes) {
    box.hidden = false;
    box.checked = asked.includes(box.value);
  }
  list.addEventListener("change", show);
  part("clear").addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    show();
    boxes[0].focus();
  });
  document.querySelector("[data-pick-how]").hidden = false;
  if (asked.length) show();
}
