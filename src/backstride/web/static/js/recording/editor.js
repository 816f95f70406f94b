// @ts-check
// The form that corrects a stretch. It works by itself; here it is filled by the ribbon and answered in place.

import { clock, parseClock } from "./time.js";

/**
 * @typedef {import("./view.js").View} View
 * @typedef {import("./phrases.js").Phrases} Phrases
 * @typedef {import("./bouts.js").Label} Label
 */

/** @param {number} seconds */
const typed = (seconds) => clock(seconds, Number.isInteger(Math.round(seconds * 10) / 10) ? 0 : 1);

/** @param {string} word */
export const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

export class Editor {
  /**
   * @param {HTMLFormElement} form
   * @param {View} view
   * @param {Phrases} phrases
   */
  constructor(form, view, phrases) {
    this.form = form;
    this.view = view;
    this.phrases = phrases;
    this.panel = /** @type {HTMLDetailsElement} */ (form.closest("details"));
    this.what = /** @type {HTMLElement} */ (form.querySelector(".correct-what"));
    this.start = /** @type {HTMLInputElement} */ (form.elements.namedItem("start"));
    this.end = /** @type {HTMLInputElement} */ (form.elements.namedItem("end"));
    view.addEventListener("selection", () => this.#fill());
    view.addEventListener("edge", () => this.#fill());
    for (const input of [this.start, this.end]) input.addEventListener("change", () => this.#typed());
    form.addEventListener("submit", (event) => this.#submit(event));
    form.querySelector("[data-zoom-selection]")?.addEventListener("click", () => this.#zoom());
    form.querySelector("[data-drop-selection]")?.addEventListener("click", () => view.select(null));
    this.#fill();
  }

  #fill() {
    const { selection } = this.view;
    this.form.classList.toggle("has-selection", Boolean(selection));
    for (const button of this.form.querySelectorAll("button[name=direction]")) {
      button.setAttribute("aria-pressed", String(selection?.direction === /** @type {HTMLButtonElement} */ (button).value));
    }
    this.#fault("");
    if (!selection) {
      this.what.textContent = this.phrases.say("choose");
      return;
    }
    this.panel.open = true;
    this.start.value = typed(selection.start);
    this.end.value = typed(selection.end);
    const length = clock(selection.end - selection.start, selection.end - selection.start < 10 ? 1 : 0);
    this.what.textContent = selection.direction
      ? this.phrases.say("chosen", { what: capital(this.phrases.direction(selection.direction).label), length })
      : this.phrases.say("marked", { length });
  }

  /** What was typed, or null with the fault said. @returns {{start: number, end: number} | null} */
  #read() {
    const [start, end] = [parseClock(this.start.value), parseClock(this.end.value)];
    const good = start >= 0 && end > start && start < this.view.duration;
    this.#fault(good ? "" : this.phrases.say("bad_times", { end: clock(this.view.duration) }));
    return good ? { start, end: Math.min(end, this.view.duration) } : null;
  }

  /** @param {string} sentence */
  #fault(sentence) {
    const place = /** @type {HTMLElement} */ (this.form.querySelector(".correct-fault"));
    place.textContent = sentence;
    for (const input of [this.start, this.end]) {
      if (sentence) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
  }

  #typed() {
    const range = this.#read();
    if (range) this.view.select({ kind: "range", ...range, direction: null });
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
    const range = this.#read();
    if (!range || !button?.value) return;
    this.view.commit({ ...range, direction: button.value });
  }

  #zoom() {
    const { selection, duration } = this.view;
    if (!selection) return;
    const air = Math.max(1, 0.15 * (selection.end - selection.start));
    this.view.show({ start: Math.max(0, selection.start - air), end: Math.min(duration, selection.end + air) });
  }
}
