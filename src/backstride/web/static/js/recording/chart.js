// @ts-check
// One time chart: a thin line with its band of smallest and largest, drawn by uPlot in the colours of the tokens.

import { crest, extent, marks, shown } from "./axis.js";
import { valueAt } from "./binary.js";
import { ticks } from "./time.js";
import { touch } from "./touch.js";

/**
 * @typedef {import("./axis.js").Chart} Row
 * @typedef {import("./binary.js").Level} Level
 * @typedef {import("./view.js").View} View
 */

/** @type {any} the vendored script's global */
const uPlot = /** @type {any} */ (globalThis).uPlot;

/** @returns {Record<"line" | "band" | "grid" | "text" | "ground" | "font", string>} */
function ink() {
  const style = getComputedStyle(document.documentElement);
  const token = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  return {
    line: token("--ink"),
    band: token("--band"),
    grid: token("--hairline"),
    text: token("--ink-2"),
    ground: token("--surface"),
    font: token("--font"),
  };
}

export class TimeChart {
  /** @type {any} */
  #plot = null;
  /** @type {Level | null} */
  #level = null;

  /**
   * @param {HTMLElement} figure with .chart-plot and .chart-means inside
   * @param {Row} row
   * @param {View} view
   * @param {string} locale
   */
  constructor(figure, row, view, locale) {
    this.row = row;
    this.figure = figure;
    this.view = view;
    this.locale = locale;
    this.place = /** @type {HTMLElement} */ (figure.querySelector(".chart-plot"));
    // The value at the cursor stands over the chart, and for the first charts in the line under the ribbon too.
    this.numbers = document.querySelectorAll(`[data-number="${CSS.escape(row.name)}"]`);
    this.means = /** @type {HTMLElement | null} */ (figure.querySelector(".chart-means"));
    view.addEventListener("range", () => this.#rescale());
    view.addEventListener("cursor", () => this.#follow());
    new ResizeObserver(() => this.#resize()).observe(this.place);
  }

  /** @param {Level | undefined} level */
  show(level) {
    const empty = !level || !level.time.length;
    this.figure.classList.toggle("is-empty", empty);
    if (empty) return;
    this.#level = level;
    const columns = this.#columns(level);
    if (this.#plot) {
      this.#plot.setData(columns, false);
      this.#rescale();
    } else this.#make(columns);
    this.#follow();
  }

  redraw() {
    this.#plot?.redraw(false);
  }

  /** @param {Level} level */
  #columns(level) {
    return this.row.band ? [level.time, level.low.length ? level.low : level.mean, level.high.length ? level.high : level.mean, level.mean] : [level.time, level.mean];
  }

  /** @param {any[]} columns */
  #make(columns) {
    const line = { stroke: () => ink().line, width: 1.5, points: { show: false }, spanGaps: false };
    const edge = { stroke: "transparent", width: 0, points: { show: false } };
    this.#plot = new uPlot(
      {
        width: this.place.clientWidth,
        height: this.place.clientHeight,
        padding: [0, 0, 0, 0],
        legend: { show: false },
        scales: {
          x: { time: false, range: () => [this.view.range.start, this.view.range.end] },
          y: { range: (/** @type {any} */ _, /** @type {number|null} */ low, /** @type {number|null} */ high) => this.#extent(low, high) },
        },
        axes: [{ show: false }, { show: false }],
        series: this.row.band ? [{}, edge, edge, line] : [{}, line],
        bands: this.row.band ? [{ series: [2, 1], fill: () => ink().band }] : [],
        cursor: {
          y: false,
          points: { size: 8, width: 2 },
          drag: { x: true, y: false, setScale: false, dist: 6 },
          bind: { dblclick: () => () => this.view.show({ start: 0, end: this.view.duration }) },
        },
        hooks: {
          drawClear: [() => this.#grid()],
          draw: [() => this.#labels()],
          setCursor: [(/** @type {any} */ plot) => this.#point(plot)],
          setSelect: [(/** @type {any} */ plot) => this.#choose(plot)],
          ready: [(/** @type {any} */ plot) => touch(plot.over, this.view)],
        },
      },
      columns,
      this.place,
    );
    this.figure.dataset.drawn = String(Math.round(performance.now()));
  }

  /**
   * @param {number | null} low
   * @param {number | null} high
   */
  #extent(low, high) {
    const level = this.#level;
    if (!this.row.spikes || !level) return extent(this.row, low, high);
    const { start, end } = this.view.range;
    const values = level.high.length ? level.high : level.mean;
    return extent(this.row, low, crest(values.filter((_, i) => level.time[i] >= start && level.time[i] <= end)));
  }

  #resize() {
    const { clientWidth: width, clientHeight: height } = this.place;
    if (this.#plot && width && (width !== this.#plot.width || height !== this.#plot.height)) {
      this.#plot.setSize({ width, height });
    }
  }

  #rescale() {
    if (!this.#plot) return;
    const { start, end } = this.view.range;
    this.#plot.batch(() => this.#plot.setScale("x", { min: start, max: end }));
    this.#follow();
  }

  /** The values of the axes stand inside the plot, so that every chart and the ribbon share the same left edge. */
  #grid() {
    const { ctx, bbox, scales } = this.#plot ?? {};
    if (!ctx) return;
    ctx.save();
    ctx.lineWidth = devicePixelRatio;
    ctx.strokeStyle = ink().grid;
    ctx.beginPath();
    for (const { y } of this.#marks()) {
      ctx.moveTo(bbox.left, y);
      ctx.lineTo(bbox.left + bbox.width, y);
    }
    for (const at of ticks(scales.x.min, scales.x.max, bbox.width / devicePixelRatio).at) {
      const x = Math.round(this.#plot.valToPos(at, "x", true)) + 0.5;
      ctx.moveTo(x, bbox.top);
      ctx.lineTo(x, bbox.top + bbox.height);
    }
    ctx.stroke();
    ctx.restore();
  }

  #marks() {
    const { bbox, scales } = this.#plot;
    const { min, max } = scales.y;
    if (min === null || max === null) return [];
    return marks(this.row, min, max, bbox.height / devicePixelRatio, this.locale).map((mark) => ({
      text: mark.text,
      y: Math.round(this.#plot.valToPos(mark.at, "y", true)) + 0.5,
    }));
  }

  #labels() {
    const { ctx, bbox } = this.#plot;
    const { text, ground, font } = ink();
    ctx.save();
    ctx.font = `${12 * devicePixelRatio}px ${font}`;
    ctx.textAlign = "left";
    ctx.textBaseline = "bottom";
    ctx.lineJoin = "round";
    ctx.lineWidth = 4 * devicePixelRatio;
    ctx.strokeStyle = ground;
    ctx.fillStyle = text;
    for (const mark of this.#marks()) {
      if (mark.y - 14 * devicePixelRatio < bbox.top) continue;
      ctx.strokeText(mark.text, bbox.left + 4 * devicePixelRatio, mark.y - 2);
      ctx.fillText(mark.text, bbox.left + 4 * devicePixelRatio, mark.y - 2);
    }
    ctx.restore();
  }

  // The cursor

  /** @param {any} plot */
  #point(plot) {
    const { left } = plot.cursor;
    this.view.point(left >= 0 ? plot.posToVal(left, "x") : null);
  }

  /** @param {any} plot */
  #choose(plot) {
    const { left, width } = plot.select;
    if (width < 6) return;
    const [start, end] = [plot.posToVal(left, "x"), plot.posToVal(left + width, "x")];
    plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    if (end - start >= 1) this.view.show({ start, end });
  }

  #follow() {
    if (!this.#plot || !this.#level) return;
    const { cursor, range } = this.view;
    const inside = cursor !== null && cursor >= range.start && cursor <= range.end;
    const left = inside ? this.#plot.valToPos(cursor, "x") : -10;
    this.#plot.setCursor({ left, top: inside ? 0 : -10 }, false);
    const value = inside ? valueAt(this.#level, /** @type {number} */ (cursor)) : this.#mean();
    const text = shown(this.row, value, this.locale);
    this.numbers.forEach((number) => (number.textContent = text));
    if (this.means) this.means.hidden = inside;
  }

  /** @returns {number | null} the mean of what is visible, by time */
  #mean() {
    const { time, mean } = /** @type {Level} */ (this.#level);
    const { start, end } = this.view.range;
    let sum = 0;
    let weight = 0;
    for (let i = 1; i < time.length; i++) {
      const value = mean[i];
      if (value === null || mean[i - 1] === null || time[i] < start || time[i] > end) continue;
      sum += value * (time[i] - time[i - 1]);
      weight += time[i] - time[i - 1];
    }
    return weight ? sum / weight : null;
  }
}
