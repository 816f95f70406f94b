// The pain map: a tap on the body opens that place in the list below. Without this script the list is all there is.

const places = document.querySelector("details.pain-places");
const MUCH = 4;
/** The shapes of each place, on the front and on the back. @type {Map<string, Element[]>} */
const shapes = new Map();

if (places instanceof HTMLDetailsElement) {
  places.open = true;
  places.classList.add("tapped");
  for (const link of document.querySelectorAll(".body-maps a")) {
    const id = link.getAttribute("href")?.replace("#pain-", "") ?? "";
    shapes.set(id, [...(shapes.get(id) ?? []), ...link.querySelectorAll("path")]);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      tapped(id);
    });
  }
  for (const select of places.querySelectorAll("select")) select.addEventListener("change", () => colour(select));
  colourAll(places);
  // The browser fills a form in again after going back, behind this script's back.
  addEventListener("pageshow", () => colourAll(places));
  everyPlace(places);
}

/** @param {HTMLElement} list */
function colourAll(list) {
  for (const select of list.querySelectorAll("select")) colour(select);
}

/** A small place is hard to hit: the whole list can be opened too. @param {HTMLElement} list */
function everyPlace(list) {
  const button = document.querySelector("button.every-place");
  if (!(button instanceof HTMLButtonElement)) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    button.setAttribute("aria-expanded", String(list.classList.toggle("every")));
  });
}

/** A first tap opens the place at 3, so that one more touch sets it right. @param {string} id */
function tapped(id) {
  const select = document.getElementById(`level-${id}`);
  if (!(select instanceof HTMLSelectElement)) return;
  if (select.value === "0") select.value = "3";
  colour(select);
  select.closest("li")?.scrollIntoView({ block: "nearest" });
  select.focus();
}

/** The same level on the map and in the list. @param {HTMLSelectElement} select */
function colour(select) {
  const level = Number(select.value);
  const id = select.id.replace("level-", "");
  select.closest("li")?.classList.toggle("none", level === 0);
  for (const shape of shapes.get(id) ?? []) {
    shape.classList.toggle("hurts-some", level > 0 && level < MUCH);
    shape.classList.toggle("hurts", level >= MUCH);
  }
}

for (const button of document.querySelectorAll("[data-step]")) {
  if (!(button instanceof HTMLButtonElement)) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    const field = button.parentElement?.querySelector("input");
    if (!field) return;
    const value = Math.min(99, Math.max(0, Number(field.value || 0) + Number(button.dataset.step)));
    field.value = String(value);
  });
}
