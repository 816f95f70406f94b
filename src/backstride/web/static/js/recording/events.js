// @ts-check
// What happened: marks over the time line, and rows of the list that lead there.

import { nearby } from "./levels.js";

/**
 * @typedef {import("./view.js").View} View
 * @typedef {import("./phrases.js").Phrases} Phrases
 * @typedef {import("./phrases.js").PageData} PageData
 */

const APART_PX = 18;
const AROUND_S = 10;

export class EventLane {
  /** @type {PageData["events"]} warnings before all others */
  #events = [];

  /**
   * @param {HTMLElement} place
   * @param {View} view
   * @param {Phrases} phrases
   */
  constructor(place, view, phrases) {
    this.place = place;
    this.view = view;
    this.phrases = phrases;
    view.addEventListener("range", () => this.#draw());
    new ResizeObserver(() => this.#draw()).observe(/** @type {HTMLElement} */ (place.parentElement));
    document.addEventListener("click", (event) => this.#click(event));
    this.renew(phrases.data);
  }

  /** @param {PageData} data */
  renew({ events }) {
    this.#events = events;
    this.place.classList.toggle("none", !events.length);
    this.#draw();
  }

  #draw() {
    const { start, end } = this.view.range;
    const width = /** @type {HTMLElement} */ (this.place.parentElement).clientWidth;
    /** @type {number[]} */
    const taken = [];
    const marks = [];
    for (const [kind, from, to, bad] of this.#events) {
      const x = ((from - start) / (end - start || 1)) * width;
      if (to < start || from > end || taken.some((other) => Math.abs(other - x) < APART_PX)) continue;
      taken.push(x);
      marks.push(this.#mark(kind, from, to, bad, Math.min(Math.max(x, 12), width - 12)));
    }
    this.place.replaceChildren(...marks);
  }

  /**
   * The list below holds the same for keys and screen readers.
   *
   * @param {string} kind
   * @param {number} from
   * @param {number} to
   * @param {number} bad
   * @param {number} x
   */
  #mark(kind, from, to, bad, x) {
    const mark = document.createElement("span");
    mark.className = bad ? "event-mark bad" : "event-mark";
    mark.title = this.phrases.data.kinds[kind];
    mark.dataset.event = String(from);
    mark.dataset.eventEnd = String(to);
    mark.style.left = `${x.toFixed(1)}px`;
    const icon = document.querySelector(`#icon-${kind}`)?.cloneNode(true);
    if (icon instanceof Element) {
      icon.removeAttribute("id");
      mark.append(icon);
    }
    return mark;
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const row = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-event]"));
    if (!row) return;
    const [from, to] = [Number(row.dataset.event), Number(row.dataset.eventEnd)];
    this.view.show(nearby(from, to, AROUND_S, this.view.duration));
    this.view.point((from + to) / 2);
    document.querySelector(".timeline")?.scrollIntoView({ block: "center" });
  }
}
