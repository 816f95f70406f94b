// @ts-check
// Fetches levels of detail: the whole recording once, then finer stretches as the visible range asks for them.

import { FIRST_POINTS, pointsFor, serves, stretchFor } from "./levels.js";

/** @typedef {import("./levels.js").Range} Range */

const PATIENCE_MS = 120;

/**
 * Events: "series" when `current` has changed, "trouble" when a fetch failed.
 *
 * @template {Range} Level
 */
export class Loader extends EventTarget {
  /** @type {Level | null} the whole recording, coarse */
  #whole = null;
  /** @type {Level | null} a stretch of it, finer */
  #fine = null;
  /** @type {AbortController | null} */
  #running = null;
  #timer = 0;

  /**
   * @param {(range: Range, points: number) => string} address of a stretch
   * @param {(buffer: ArrayBuffer) => Level} decode
   * @param {number} duration
   */
  constructor(address, decode, duration) {
    super();
    this.address = address;
    this.decode = decode;
    this.duration = duration;
    /** @type {Range} */
    this.visible = { start: 0, end: duration };
  }

  /** @returns {Level | null} the best that is loaded for what is visible */
  get current() {
    const fine = this.#fine;
    return fine && fine.start <= this.visible.start && fine.end >= this.visible.end ? fine : this.#whole;
  }

  /**
   * The first, coarse level.
   *
   * @param {string} [early] the address the page told the browser to fetch before the scripts
   */
  async first(early) {
    const range = { start: 0, end: this.duration };
    this.#whole = await this.#get(early ?? this.address(range, FIRST_POINTS));
    if (this.#whole) this.dispatchEvent(new Event("series"));
  }

  /**
   * The visible range has changed: show the best there is at once, and fetch finer once it rests.
   *
   * @param {Range} visible
   * @param {number} width pixels
   */
  look(visible, width) {
    this.visible = visible;
    clearTimeout(this.#timer);
    if (visible.end - visible.start >= this.duration - 1e-6) {
      this.#fine = null;
      return;
    }
    if (serves(this.#fine, visible, this.duration)) return;
    this.#timer = window.setTimeout(() => this.#refine(width), PATIENCE_MS);
  }

  /** @param {number} width */
  async #refine(width) {
    this.#running?.abort();
    this.#running = new AbortController();
    const range = stretchFor(this.visible, this.duration);
    // The stretch is wider than the screen, so it needs more points than the screen has.
    const points = pointsFor((width * (range.end - range.start)) / (this.visible.end - this.visible.start), 1);
    const fine = await this.#get(this.address(range, points), this.#running.signal);
    if (!fine) return;
    // What was asked for counts: the last sample may lie before the end of the stretch.
    this.#fine = { ...fine, ...range };
    this.dispatchEvent(new Event("series"));
  }

  /**
   * @param {string} url
   * @param {AbortSignal} [signal]
   * @returns {Promise<Level | null>}
   */
  async #get(url, signal) {
    try {
      const answer = await fetch(url, { signal });
      if (!answer.ok) throw new Error(String(answer.status));
      return this.decode(await answer.arrayBuffer());
    } catch (error) {
      if (/** @type {Error} */ (error).name !== "AbortError") this.dispatchEvent(new Event("trouble"));
      return null;
    }
  }
}
