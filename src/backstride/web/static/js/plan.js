// Dragging a session to another day. Without this script each session's own page has a form for it.
// Pointer events, because the browser's own drag and drop knows no fingers: a finger holds for a moment first, so that
// the page can still be scrolled.

const HOLD_MS = 350;
const SLACK_PX = 8;

/** Sessions in it carry `data-id`, days `data-day`, and `data-free` where one can be put. @type {HTMLElement | null} */
const calendar = document.querySelector("[data-move]");

/**
 * What is carried, from where it was picked up.
 * @typedef {{tile: HTMLElement, copy: HTMLElement, dx: number, dy: number, over: HTMLElement | null}} Carried
 */

/** @type {Carried | null} */
let carried = null;
/** @type {{tile: HTMLElement, x: number, y: number, timer: number} | null} */
let held = null;

/** @param {HTMLElement} tile @param {number} x @param {number} y */
function pickUp(tile, x, y) {
  const box = tile.getBoundingClientRect();
  const copy = /** @type {HTMLElement} */ (tile.cloneNode(true));
  copy.classList.add("carry");
  copy.style.setProperty("inline-size", `${box.width}px`);
  document.body.append(copy);
  calendar?.classList.add("carrying");
  tile.classList.add("carried");
  carried = { tile, copy, dx: x - box.left, dy: y - box.top, over: null };
  carry(x, y);
}

/** @param {number} x @param {number} y */
function carry(x, y) {
  if (!carried) return;
  carried.copy.style.setProperty("left", `${x - carried.dx}px`);
  carried.copy.style.setProperty("top", `${y - carried.dy}px`);
  /** @type {HTMLElement | null | undefined} */
  const day = document.elementFromPoint(x, y)?.closest("[data-free]");
  if (day === carried.over) return;
  carried.over?.classList.remove("over");
  day?.classList.add("over");
  carried.over = day ?? null;
}

/** @param {boolean} drop */
function letGo(drop) {
  if (held) clearTimeout(held.timer);
  held = null;
  if (!carried) return;
  const { tile, copy, over } = carried;
  carried = null;
  copy.remove();
  over?.classList.remove("over");
  calendar?.classList.remove("carrying");
  tile.classList.remove("carried");
  if (!drop || !over || over.dataset.day === tile.closest("[data-day]")?.getAttribute("data-day")) return;
  const form = document.createElement("form");
  form.method = "post";
  form.action = calendar?.dataset.move ?? "";
  for (const [name, value] of [["id", tile.dataset.id], ["to", over.dataset.day], ["back", calendar?.dataset.view]]) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name ?? "";
    field.value = value ?? "";
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}

calendar?.addEventListener("pointerdown", (event) => {
  /** @type {HTMLElement | null} */
  const tile = /** @type {Element} */ (event.target).closest("[data-id]");
  if (!tile || event.button !== 0) return;
  const { clientX: x, clientY: y } = event;
  const wait = event.pointerType === "mouse" ? null : setTimeout(() => pickUp(tile, x, y), HOLD_MS);
  held = { tile, x, y, timer: Number(wait) };
});
addEventListener("pointermove", (event) => {
  if (carried) return carry(event.clientX, event.clientY);
  if (!held || Math.hypot(event.clientX - held.x, event.clientY - held.y) < SLACK_PX) return;
  if (event.pointerType === "mouse") pickUp(held.tile, event.clientX, event.clientY);
  else letGo(false);
});
addEventListener("pointerup", (event) => {
  if (!carried) return letGo(false);
  event.preventDefault();
  // The click that follows would open the session.
  addEventListener("click", (click) => click.preventDefault(), { capture: true, once: true });
  setTimeout(() => letGo(true));
});
addEventListener("pointercancel", () => letGo(false));
addEventListener("keydown", (event) => event.key === "Escape" && letGo(false));
calendar?.addEventListener("dragstart", (event) => event.preventDefault());
calendar?.addEventListener("touchmove", (event) => carried && event.preventDefault(), { passive: false });
calendar?.addEventListener("contextmenu", (event) => carried && event.preventDefault());
