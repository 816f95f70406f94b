// @ts-check
// <bs-track>: where it went, coloured by direction, on a plain grid with a scale. No tiles unless the person asked
// for them: whoever serves tiles sees where someone runs.

import { decodeTrack, nearest } from "./binary.js";
import { boutAt } from "./bouts.js";

/**
 * @typedef {import("./view.js").View} View
 * @typedef {import("./binary.js").Track} Track
 * @typedef {{track: string, imperial: boolean, tiles: string, attribution: string,
 *            say: (name: string) => string}} Options
 */

const METRES_PER_DEGREE = 111320;
const METRES_PER_FOOT = 0.3048;
// Samples further apart than this are not joined: nobody knows what was between.
const HOLE_S = 30;
const GRID_PX = 56;

/** @param {string} name */
function token(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

export class BsTrack extends HTMLElement {
  /** @type {any} */
  #map;
  /** @type {any} */
  #lines;
  /** @type {any} */
  #grid;
  /** @type {any} */
  #cursor;
  /** @type {Track} */
  #track;
  /** @type {View} */
  #view;
  /** @type {Options} */
  #options;
  #L = /** @type {any} */ (null);

  /**
   * @param {View} view
   * @param {Options} options
   */
  async connect(view, options) {
    this.#view = view;
    this.#options = options;
    const answer = await fetch(options.track);
    if (!answer.ok) return this.#fail();
    this.#track = decodeTrack(await answer.arrayBuffer());
    if (!this.#track.time.length) return this.#fail();
    this.#L = /** @type {any} */ (globalThis).L;
    this.#build();
    view.addEventListener("bouts", () => this.#drawLines());
    view.addEventListener("range", () => this.#drawLines());
    view.addEventListener("cursor", () => this.#drawCursor());
  }

  #fail() {
    this.classList.add("is-empty");
  }

  #build() {
    const L = this.#L;
    const place = document.createElement("div");
    place.className = "track-map";
    this.replaceChildren(place);
    this.#map = L.map(place, {
      preferCanvas: true,
      zoomSnap: 0.25,
      attributionControl: Boolean(this.#options.tiles),
      zoomAnimation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
      // A finger scrolls the page past the map; two fingers move the map.
      dragging: !matchMedia("(pointer: coarse)").matches,
      scrollWheelZoom: false,
      maxZoom: 21,
    });
    const { lat, lon } = this.#track;
    const points = Array.from(lat, (value, i) => [value, lon[i]]);
    this.#map.fitBounds(L.latLngBounds(points).pad(0.08), { animate: false });
    if (this.#options.tiles) {
      L.tileLayer(this.#options.tiles, { attribution: this.#options.attribution, maxZoom: 21, maxNativeZoom: 19 }).addTo(this.#map);
    } else {
      this.#grid = L.layerGroup().addTo(this.#map);
      this.#map.on("moveend", () => this.#drawGrid());
      this.#drawGrid();
    }
    L.control.scale({ metric: !this.#options.imperial, imperial: this.#options.imperial }).addTo(this.#map);
    this.#lines = L.layerGroup().addTo(this.#map);
    this.#drawLines();
    this.#ends(points);
    this.#cursor = L.circleMarker(points[0], { radius: 7, weight: 3, opacity: 0, fillOpacity: 0, interactive: false }).addTo(this.#map);
    this.#map.on("mousemove", (/** @type {any} */ event) => this.#pick(event.latlng));
    this.#map.on("click", (/** @type {any} */ event) => this.#pick(event.latlng));
    new ResizeObserver(() => this.#map.invalidateSize({ animate: false })).observe(place);
    this.dataset.drawn = "true";
  }

  refresh() {
    if (!this.#map) return;
    this.#drawGrid();
    this.#drawLines();
  }

  #drawGrid() {
    if (!this.#grid) return;
    const bounds = this.#map.getBounds();
    const unit = this.#options.imperial ? METRES_PER_FOOT : 1;
    const north = unit / METRES_PER_DEGREE;
    const east = north / Math.cos((bounds.getCenter().lat * Math.PI) / 180);
    const span = (bounds.getNorth() - bounds.getSouth()) / north;
    const rough = (span / Math.max(this.clientHeight, 1)) * GRID_PX;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].map((nice) => nice * power).find((nice) => nice >= rough) ?? 10 * power;
    const style = { color: token("--hairline"), weight: 1, interactive: false, smoothFactor: 0 };
    this.#grid.clearLayers();
    const box = bounds.pad(0.2);
    /** @param {any[]} line */
    const draw = (line) => this.#grid.addLayer(this.#L.polyline(line, style));
    for (let i = Math.ceil(box.getSouth() / north / step); i * step * north < box.getNorth(); i++) {
      draw([[i * step * north, box.getWest()], [i * step * north, box.getEast()]]);
    }
    for (let i = Math.ceil(box.getWest() / east / step); i * step * east < box.getEast(); i++) {
      draw([[box.getSouth(), i * step * east], [box.getNorth(), i * step * east]]);
    }
  }

  #drawLines() {
    this.#lines.clearLayers();
    for (const run of this.#runs()) {
      const style = { color: token(`--${run.direction}`), weight: run.visible ? 3 : 1.5, opacity: run.visible ? 1 : 0.35 };
      this.#lines.addLayer(this.#L.polyline(run.points, { ...style, smoothFactor: 0, interactive: false, dashArray: run.direction === "unknown" ? "2 6" : null }));
    }
  }

  /** Stretches of the track with one direction, each ending where the next begins. */
  #runs() {
    const { time, lat, lon } = this.#track;
    const { range, drawn } = this.#view;
    /** @type {{direction: string, visible: boolean, points: number[][]}[]} */
    const runs = [];
    for (let i = 0; i < time.length; i++) {
      const direction = drawn[boutAt(drawn, time[i])]?.direction ?? "unknown";
      const visible = time[i] >= range.start && time[i] <= range.end;
      const last = runs[runs.length - 1];
      const point = [lat[i], lon[i]];
      const hole = i > 0 && time[i] - time[i - 1] > HOLE_S;
      if (last && !hole && last.direction === direction && last.visible === visible) last.points.push(point);
      else {
        if (last && !hole) last.points.push(point);
        runs.push({ direction, visible, points: [point] });
      }
    }
    return runs;
  }

  /** @param {number[][]} points */
  #ends(points) {
    const style = { radius: 5, weight: 2, color: token("--ink"), fillColor: token("--surface"), fillOpacity: 1 };
    for (const [point, name, side] of /** @type {const} */ ([[points[points.length - 1], "finish", "left"], [points[0], "start", "right"]])) {
      const mark = this.#L.circleMarker(point, { ...style, fillColor: name === "finish" ? style.color : style.fillColor });
      mark.bindTooltip(this.#options.say(name), { permanent: true, direction: side, className: "track-end" });
      mark.addTo(this.#map);
    }
  }

  #drawCursor() {
    const { cursor } = this.#view;
    const i = cursor === null ? -1 : nearest(this.#track.time, cursor);
    if (i < 0) return this.#cursor.setStyle({ opacity: 0, fillOpacity: 0 });
    this.#cursor.setLatLng([this.#track.lat[i], this.#track.lon[i]]);
    this.#cursor.setStyle({ color: token("--ink"), fillColor: token("--accent"), opacity: 1, fillOpacity: 1 });
    this.#cursor.bringToFront();
  }

  /** @param {{lat: number, lng: number}} where */
  #pick(where) {
    const { lat, lon, time } = this.#track;
    const narrow = Math.cos((where.lat * Math.PI) / 180);
    let best = Infinity;
    let at = -1;
    for (let i = 0; i < time.length; i++) {
      const distance = (lat[i] - where.lat) ** 2 + ((lon[i] - where.lng) * narrow) ** 2;
      if (distance < best) [best, at] = [distance, i];
    }
    if (at >= 0) this.#view.point(time[at]);
  }
}

customElements.define("bs-track", BsTrack);
