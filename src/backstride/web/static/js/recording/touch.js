// @ts-check
// Fingers on a chart: one finger points (and drags the stretch along while zoomed), two fingers zoom. Up and down
// stay with the page, which scrolls.

import { moved, zoomed } from "./levels.js";

/** @typedef {import("./view.js").View} View */

/**
 * @param {HTMLElement} over the plot's topmost element
 * @param {View} view
 */
export function touch(over, view) {
  /** @type {Map<number, number>} x by pointer */
  const fingers = new Map();

  /** @param {number} x */
  const share = (x) => {
    const box = over.getBoundingClientRect();
    return Math.min(1, Math.max(0, (x - box.left) / box.width));
  };
  /** @param {number} x */
  const moment = (x) => view.range.start + share(x) * (view.range.end - view.range.start);

  over.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse") return;
    fingers.set(event.pointerId, event.clientX);
    over.setPointerCapture(event.pointerId);
    view.point(moment(event.clientX));
  });

  over.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (before === undefined) return;
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (other !== undefined) {
      const factor = Math.max(20, Math.abs(before - other)) / Math.max(20, Math.abs(event.clientX - other));
      view.show(zoomed(view.range, factor, moment((event.clientX + other) / 2), view.duration));
    } else if (view.zoomed) {
      view.show(moved(view.range, moment(before) - moment(event.clientX), view.duration));
    } else view.point(moment(event.clientX));
    fingers.set(event.pointerId, event.clientX);
  });

  for (const name of ["pointerup", "pointercancel"]) {
    over.addEventListener(name, (event) => fingers.delete(/** @type {PointerEvent} */ (event).pointerId));
  }

  over.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      view.show(zoomed(view.range, 1.002 ** event.deltaY, moment(event.clientX), view.duration));
    },
    { passive: false },
  );
}
