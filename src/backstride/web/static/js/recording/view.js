// @ts-check
// What the parts of the page share: the visible range, the cursor, the bouts and what is selected.

import { joined, relabelled } from "./bouts.js";

/**
 * @typedef {import("./bouts.js").Bout} Bout
 * @typedef {import("./bouts.js").Label} Label
 * @typedef {import("./bouts.js").Selection} Selection
 * @typedef {import("./levels.js").Range} Range
 */

/** Events: "range", "cursor", "bouts", "selection", and "commit" (a CustomEvent<Label>: save this). */
export class View extends EventTarget {
  /**
   * @param {number} duration seconds
   * @param {Bout[]} bouts
   */
  constructor(duration, bouts) {
    super();
    this.duration = duration;
    /** @type {Range} */
    this.range = { start: 0, end: duration };
    /** @type {number | null} */
    this.cursor = null;
    this.bouts = bouts;
    this.stretches = joined(bouts);
    /** @type {Selection | null} */
    this.selection = null;
    /** @type {Label | null} a correction being dragged, drawn as if it were in force */
    this.draft = null;
  }

  /** @returns {readonly Bout[]} the stretches as they are to be drawn now */
  get drawn() {
    return this.draft ? joined(relabelled(this.stretches, this.draft)) : this.stretches;
  }

  get zoomed() {
    return this.range.end - this.range.start < this.duration - 1e-6;
  }

  /** @param {Range} range */
  show(range) {
    if (range.start === this.range.start && range.end === this.range.end) return;
    this.range = range;
    this.#tell("range");
  }

  /** @param {number | null} seconds */
  point(seconds) {
    if (seconds === this.cursor) return;
    this.cursor = seconds;
    this.#tell("cursor");
  }

  /** @param {Selection | null} selection */
  select(selection) {
    this.selection = selection;
    this.draft = null;
    this.#tell("selection");
  }

  /** @param {Label | null} label */
  sketch(label) {
    this.draft = label;
    this.#tell("bouts");
  }

  /** @param {Bout[]} bouts */
  replace(bouts) {
    this.bouts = bouts;
    this.stretches = joined(bouts);
    this.draft = null;
    this.#tell("bouts");
  }

  /** @param {Label} label */
  commit(label) {
    this.draft = label;
    this.#tell("bouts");
    this.dispatchEvent(new CustomEvent("commit", { detail: label }));
  }

  /** @param {string} name */
  #tell(name) {
    this.dispatchEvent(new Event(name));
  }
}
