// @ts-check
// The sentences of the page, made by the server in the reader's language.

import { clock } from "./time.js";

/**
 * @typedef {import("./bouts.js").Bout} Bout
 * @typedef {{key: string, glyph: string, label: string}} Direction
 * @typedef {{id: string, duration: number, locale: string, imperial: boolean, tiles: string, attribution: string,
 *            urls: Record<"series" | "track" | "label" | "undo" | "reasons", string>, has_track: boolean,
 *            version: string, events: [string, number, number, number][], kinds: Record<string, string>,
 *            directions: Direction[], gaits: Record<string, string>, charts: import("./axis.js").Chart[],
 *            bouts: Bout[], strings: Record<string, string>}} PageData
 */

export class Phrases {
  /** @param {PageData} data */
  constructor(data) {
    this.data = data;
    this.directions = data.directions;
    this.say = this.say.bind(this);
    this.describe = this.describe.bind(this);
  }

  /**
   * @param {string} name
   * @param {Record<string, string>} [values]
   * @returns {string}
   */
  say(name, values = {}) {
    const sentence = this.data.strings[name] ?? name;
    return sentence.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
  }

  /** @param {string} key */
  direction(key) {
    return /** @type {Direction} */ (this.directions.find((direction) => direction.key === key) ?? this.directions[this.directions.length - 1]);
  }

  /** @param {Bout} bout */
  sure(bout) {
    const share = Math.round(100 * (bout.confidence ?? 0));
    return bout.direction === "unknown" ? "" : this.say("sure", { share: String(share) });
  }

  /** @param {Bout} bout */
  describe(bout) {
    const gait = bout.gait ? this.data.gaits[bout.gait] : "";
    const names = [this.direction(bout.direction).label, gait, this.sure(bout)].filter(Boolean).join(", ");
    return this.say("bout", { what: names, start: clock(bout.start), end: clock(bout.end) });
  }
}
