// Copies what a reader asks for, and says so: a text, or the lasting address of a part of a page.

const status = document.createElement("p");
let last = () => {}; // what takes back the words of the control that was used last

// Copies a text, and tells those who cannot see it. Returns what the control should say.
async function copied(text, of) {
  let said = "Copied";
  try { await navigator.clipboard.writeText(text); } catch { said = "Could not copy"; }
  status.textContent = `${said} ${of}`;
  return said;
}

// Lets a control say what became of a copy, until another one is used.
function says(control, said, before) {
  last();
  control.textContent = said;
  last = () => before();
}

// Puts a button behind a text that can be copied: `data-copy`, or the words of the element itself.
export function copyButton(element) {
  if (!navigator.clipboard) return;
  const button = document.createElement("button");
  const name = `Copy ${element.dataset.copyName}`;
  button.type = "button";
  button.className = "copy";
  button.textContent = name;
  button.addEventListener("click", async () => {
    const said = await copied(element.dataset.copy || element.innerText, element.dataset.copyName);
    says(button, said === "Copied" ? said : "Could not copy: select it instead", () => { button.textContent = name; });
  });
  element.after(" ", button);
}

// Lets a link copy its lasting address. With a key held down it is a link as any other.
export function permalink(link) {
  if (!navigator.clipboard) return;
  const of = `the link to ${link.dataset.permalinkOf}`;
  const asBefore = () => { link.textContent = "Link"; link.setAttribute("aria-label", `Copy ${of}`); };
  link.addEventListener("click", async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    says(link, await copied(link.dataset.permalink, of), asBefore);
    link.setAttribute("aria-label", status.textContent);
  });
  asBefore();
}

// Lets a button that is there already copy the address of the page as it stands.
export function copiesAddress(button, of) {
  button.hidden = !navigator.clipboard;
  const name = button.textContent;
  button.addEventListener("click", async () => {
    says(button, await copied(location.href, of), () => { button.textContent = name; });
  });
}

// Gives the page what is read out when something was copied.
export function copies() {
  status.className = "sr";
  status.setAttribute("aria-live", "polite");
  document.body.append(status);
  document.querySelectorAll("[data-copy]").forEach(copyButton);
  document.querySelectorAll("[data-permalink]").forEach(permalink);
}
