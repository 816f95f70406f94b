// @ts-check
// Under the time line: how probable each direction was, what each source said, and single steps when close enough. All
// share the visible range and the cursor with everything else.

import { frameAt, leaning, stacked } from "./band.js";
import { decodeReasons } from "./binary.js";
import { svg } from "./elements.js";
import { Loader } from "./loading.js";
import { touch } from "./touch.js";

/**
 * @typedef {import("./view.js").View} View
 * @typedef {import("./phrases.js").Phrases} Phrases
 * @typedef {import("./phrases.js").PageData} PageData
 * @typedef {import("./binary.js").Reasons} Reasons
 */

// Closer than this, single steps can be told apart.
const STEPS_S = 30;
const STEP_PX = 2;
const NAME_PX = 48;
const EVEN = 0.2;

export class Reasoning {
  /** @type {Loader<Reasons>} */
  #loader;
  /** @type {HTMLElement[]} everything drawn over time, each with its own cursor */
  #plots = [];

  /**
   * @param {View} view
   * @param {Phrases} phrases
   */
  constructor(view, phrases) {
    this.view = view;
    this.phrases = phrases;
    this.resized = new ResizeObserver(() => this.#draw());
    view.addEventListener("range", () => this.#look());
    view.addEventListener("cursor", () => this.#follow());
    this.renew(phrases.data);
  }

  /** @param {PageData} data what was found has changed, and the elements with it */
  renew({ urls, version, duration }) {
    this.resized.disconnect();
    this.#plots = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-band], [data-source], [data-steps]")]);
    for (const plot of this.#plots) this.#listen(plot);
    const address = (/** @type {{start: number, end: number}} */ range, /** @type {number} */ points) =>
      `${urls.reasons}?v=${version}&start=${range.start}&end=${range.end}&points=${points}`;
    this.#loader = new Loader(address, decodeReasons, duration);
    this.#loader.addEventListener("series", () => this.#draw());
    if (!this.#plots.length) return;
    this.#loader.first();
    this.#look();
  }

  /** @param {HTMLElement} plot */
  #listen(plot) {
    this.resized.observe(plot);
    touch(plot, this.view);
    plot.addEventListener("pointermove", (event) => {
      if (event.pointerType !== "mouse") return;
      const box = plot.getBoundingClientRect();
      const { start, end } = this.view.range;
      this.view.point(start + (Math.min(Math.max(event.clientX - box.left, 0), box.width) / box.width) * (end - start));
    });
    // A finger that is lifted leaves its numbers to be read.
    plot.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && this.view.point(null));
  }

  #look() {
    const width = this.#plots[0]?.clientWidth;
    if (!width) return;
    this.#loader.look(this.view.range, width);
    this.#draw();
  }

  #draw() {
    const reasons = this.#loader.current;
    if (!reasons) return;
    for (const plot of this.#plots) {
      const { clientWidth: width, clientHeight: height, dataset } = plot;
      const { start, end } = this.view.range;
      const x = (/** @type {number} */ seconds) => ((seconds - start) / (end - start || 1)) * width;
      if (dataset.source !== undefined) this.#source(plot, reasons, Number(dataset.source), x);
      else if (dataset.steps !== undefined) this.#steps(plot, reasons, x);
      else if (width) this.#fill(plot, this.phrases.say("band"), stacked(reasons, x, height).map(({ way, d }) => svg("path", { d, fill: `url(#ribbon-${way})` })));
      plot.dataset.drawn = "";
    }
    this.#follow();
  }

  /**
   * @param {HTMLElement} plot
   * @param {string} says what it is; empty where the words beside it say so
   * @param {Element[]} shapes
   */
  #fill(plot, says, shapes) {
    /** @type {Record<string, string>} */
    const said = says ? { role: "img", "aria-label": says } : { "aria-hidden": "true" };
    const cursor = document.createElement("div");
    cursor.className = "plot-cursor";
    cursor.hidden = true;
    plot.replaceChildren(svg("svg", said, shapes), cursor);
  }

  /**
   * @param {HTMLElement} plot
   * @param {Reasons} reasons
   * @param {number} number
   * @param {(seconds: number) => number} x
   */
  #source(plot, reasons, number, x) {
    const { clientWidth: width, clientHeight: height } = plot;
    const odds = reasons.odds[number];
    if (!odds || !width) return;
    const paths = leaning(reasons.edge, odds, x, height);
    const middle = svg("line", { class: "middle", x1: 0, x2: width, y1: height / 2, y2: height / 2 });
    const shapes = /** @type {const} */ (["forward", "backward"]).map((way) => svg("path", { d: paths[way] || "M0 0", fill: `url(#ribbon-${way})` }));
    this.#fill(plot, "", [middle, ...shapes]);
  }

  /**
   * A bar from contact to the end of it, left feet above right ones; in the middle where the side is not known.
   *
   * @param {HTMLElement} plot
   * @param {Reasons} reasons
   * @param {(seconds: number) => number} x
   */
  #steps(plot, { contact, off, side }, x) {
    const { start, end } = this.view.range;
    const says = /** @type {HTMLElement} */ (plot.closest(".source")?.querySelector("[data-steps-say]"));
    const close = end - start <= STEPS_S + 1e-6;
    const seen = [...contact.keys()].filter((i) => close && contact[i] >= start && contact[i] <= end);
    says.textContent = close ? (seen.length ? "" : this.phrases.say("no_steps")) : this.phrases.say("closer");
    if (!seen.length) return plot.replaceChildren();
    const rows = { 1: 6, 0: 18, "-1": 30 };
    const shapes = seen.map((i) => {
      const which = /** @type {1 | 0 | -1} */ (Math.sign(side?.[i] ?? 0));
      const width = Number.isFinite(off[i]) ? x(off[i]) - x(contact[i]) : 0;
      const name = { 1: "left", 0: "", "-1": "right" }[which];
      return svg("rect", { class: name, x: x(contact[i]).toFixed(1), y: rows[which], width: Math.max(width, STEP_PX).toFixed(1), height: 12, rx: 2 });
    });
    const names = seen.some((i) => side?.[i]) ? [svg("rect", { class: "under", width: NAME_PX, height: "100%" }), this.#name("left", 16), this.#name("right", 40)] : [];
    this.#fill(plot, "", [...shapes, ...names]);
  }

  /**
   * @param {"left" | "right"} which
   * @param {number} y
   */
  #name(which, y) {
    const text = svg("text", { x: 0, y });
    text.textContent = which === "left" ? this.phrases.say("left") : this.phrases.say("right");
    return text;
  }

  // The cursor

  #follow() {
    const reasons = this.#loader.current;
    const { cursor, range } = this.view;
    const inside = cursor !== null && cursor >= range.start && cursor <= range.end;
    for (const line of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".plot-cursor"))) {
      line.hidden = !inside;
      const share = inside ? (/** @type {number} */ (cursor) - range.start) / (range.end - range.start || 1) : 0;
      line.style.left = `${(100 * share).toFixed(3)}%`;
    }
    const at = inside && reasons ? frameAt(reasons.edge, /** @type {number} */ (cursor)) : -1;
    for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-chance]"))) {
      const chance = at < 0 ? NaN : /** @type {Reasons} */ (reasons).chance[/** @type {string} */ (place.dataset.chance)][at];
      place.textContent = Number.isFinite(chance) ? this.phrases.say("chance", { share: String(Math.round(100 * chance)) }) : "";
    }
    for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-source-now]"))) {
      const odds = at < 0 ? undefined : /** @type {Reasons} */ (reasons).odds[Number(place.dataset.sourceNow)]?.[at];
      place.textContent = odds === undefined ? "" : this.#leans(odds);
    }
  }

  /** @param {number} odds */
  #leans(odds) {
    if (!Number.isFinite(odds)) return this.phrases.say("silent");
    if (Math.abs(odds) < EVEN) return this.phrases.say("even");
    const share = Math.round(100 / (1 + Math.exp(-Math.abs(odds))));
    return this.phrases.say("leans", { what: this.phrases.direction(odds > 0 ? "forward" : "backward").label, share: String(share) });
  }
}
