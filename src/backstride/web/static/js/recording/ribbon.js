// @ts-check
// <bs-ribbon>: time coloured, patterned and glyphed by direction. With `slim` it is the quiet band under a chart (with
// `ticks`, and the times below); without, it is the instrument: choose a bout, drag its edges, drag over a stretch to mark it.
//
// Without scripts the element shows the picture the server drew inside it.

import { boutAt, clampEdge, labelForEdge, pieces, SHORTEST_S } from "./bouts.js";
import { html, svg } from "./elements.js";
import { moved, zoomed } from "./levels.js";
import { clock, ticks } from "./time.js";

/**
 * @typedef {import("./view.js").View} View
 * @typedef {{key: string, glyph: string, label: string}} Direction
 * @typedef {{directions: Direction[], say: (name: string, values?: Record<string, string>) => string,
 *            describe: (bout: import("./bouts.js").Bout) => string}} Words
 */

// A drag shorter than this is a click.
const CLICK_PX = 6;
const GLYPH_PX = 16;

export class BsRibbon extends HTMLElement {
  /** @type {View} */
  #view;
  /** @type {Words} */
  #words;
  /** @type {SVGElement} */
  #band;
  /** @type {HTMLElement} */
  #cursor;
  /** @type {HTMLElement} */
  #frame;
  /** @type {Record<"start" | "end", HTMLElement>} */
  #edges;
  /** @type {SVGElement} */
  #ticks;
  #active = -1;
  #width = 0;

  get slim() {
    return this.hasAttribute("slim");
  }

  /**
   * @param {View} view
   * @param {Words} words
   */
  connect(view, words) {
    this.#view = view;
    this.#words = words;
    this.slim ? this.#buildSlim() : this.#build();
    new ResizeObserver(() => this.#resize()).observe(this);
    view.addEventListener("range", () => this.#draw());
    view.addEventListener("bouts", () => this.#draw());
    this.#resize();
  }

  #resize() {
    const width = this.clientWidth;
    if (!width || width === this.#width) return;
    this.#width = width;
    this.#draw();
  }

  #buildSlim() {
    this.#band = svg("svg", { class: "ribbon slim", "aria-hidden": "true" });
    this.#ticks = svg("svg", { class: "ribbon-ticks", "aria-hidden": "true" });
    this.replaceChildren(this.#band, ...(this.hasAttribute("ticks") ? [this.#ticks] : []));
  }

  #build() {
    const { say } = this.#words;
    this.#band = svg("svg", {
      class: "ribbon band",
      role: "listbox",
      tabindex: 0,
      "aria-label": say("ribbon"),
      "aria-describedby": "ribbon-help",
    });
    this.#cursor = html("div", "ribbon-cursor", { "aria-hidden": "true" });
    this.#frame = html("div", "ribbon-frame", { "aria-hidden": "true" });
    this.#edges = { start: this.#edge("start"), end: this.#edge("end") };
    this.#ticks = svg("svg", { class: "ribbon-ticks", "aria-hidden": "true" });
    const stage = html("div", "ribbon-stage");
    stage.append(this.#band, this.#frame, this.#cursor, this.#edges.start, this.#edges.end);
    this.replaceChildren(stage, this.#ticks);
    this.#band.addEventListener("pointerdown", (event) => this.#press(event));
    this.#band.addEventListener("pointermove", (event) => this.#view.point(this.#moment(event)));
    this.#band.addEventListener("dblclick", () => this.#view.show({ start: 0, end: this.#view.duration }));
    this.#band.addEventListener("keydown", (event) => this.#key(event));
    this.#band.addEventListener("focus", () => this.#band.matches(":focus-visible") && this.#activate(Math.max(0, this.#active)));
    this.#view.addEventListener("cursor", () => this.#drawCursor());
    this.#view.addEventListener("selection", () => this.#draw());
  }

  /** @param {"start" | "end"} which */
  #edge(which) {
    const edge = html("div", `ribbon-edge ribbon-edge-${which}`, {
      role: "slider",
      tabindex: "0",
      "aria-label": this.#words.say(which === "start" ? "edge_start" : "edge_end"),
      "aria-valuemin": "0",
      "aria-valuemax": String(Math.round(this.#view.duration)),
    });
    edge.hidden = true;
    edge.append(html("span", "ribbon-grip"));
    edge.addEventListener("pointerdown", (event) => this.#grab(event, which));
    edge.addEventListener("keydown", (event) => this.#nudge(event, which));
    edge.addEventListener("blur", () => this.#settle(which));
    return edge;
  }

  /** @param {{clientX: number}} event */
  #moment(event) {
    const { start, end } = this.#view.range;
    const box = this.#band.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    return start + share * (end - start);
  }

  /** @param {number} seconds */
  #x(seconds) {
    const { start, end } = this.#view.range;
    return ((seconds - start) / (end - start || 1)) * this.#width;
  }

  // Drawing

  #draw() {
    if (!this.#view || !this.#width) return;
    const { range } = this.#view;
    const bouts = this.#view.drawn;
    const height = this.slim ? 8 : this.#band.clientHeight || 48;
    const parts = pieces(bouts, range.start, range.end, this.#width);
    this.#band.replaceChildren(...parts.map((part) => this.#piece(part, height)));
    if (!this.slim || this.hasAttribute("ticks")) this.#drawTicks();
    if (this.slim) return;
    this.#drawSelection();
    this.#drawCursor();
    if (this.#active >= 0) this.#mark(this.#active);
  }

  /**
   * @param {{x: number, width: number, direction: string, index: number}} part
   * @param {number} height
   */
  #piece(part, height) {
    const box = { x: part.x.toFixed(2), y: 0, width: Math.max(part.width, 0.5).toFixed(2), height };
    const shapes = [svg("rect", { ...box, fill: `url(#ribbon-${part.direction})` })];
    if (!this.slim && part.width >= GLYPH_PX) {
      const text = svg("text", { x: (part.x + part.width / 2).toFixed(1), y: height / 2, class: `glyph ${part.direction}` });
      text.textContent = this.#glyph(part.direction);
      shapes.push(text);
    }
    const group = svg("g", { class: "ribbon-piece" }, shapes);
    const bout = this.#view.drawn[part.index];
    if (this.slim || !bout) return group;
    group.id = `bout-${part.index}`;
    group.setAttribute("role", "option");
    group.setAttribute("aria-label", this.#words.describe(bout));
    group.setAttribute("aria-setsize", String(this.#view.stretches.length));
    group.setAttribute("aria-posinset", String(part.index + 1));
    const { selection } = this.#view;
    const chosen = selection?.kind === "bout" && selection.start < bout.end && selection.end > bout.start;
    group.setAttribute("aria-selected", String(Boolean(chosen)));
    return group;
  }

  /** @param {string} key */
  #glyph(key) {
    return this.#words.directions.find((direction) => direction.key === key)?.glyph ?? "?";
  }

  #drawTicks() {
    const { start, end } = this.#view.range;
    const { at, digits } = ticks(start, end, this.#width);
    const labels = at.map((seconds) => {
      const x = this.#x(seconds);
      const anchor = x < 20 ? "start" : x > this.#width - 24 ? "end" : "middle";
      const text = svg("text", { x: Math.min(Math.max(x, 0), this.#width).toFixed(1), y: 14, "text-anchor": anchor });
      text.textContent = clock(seconds, digits);
      return text;
    });
    this.#ticks.replaceChildren(...labels);
  }

  #drawCursor() {
    const { cursor, range } = this.#view;
    const visible = cursor !== null && cursor >= range.start && cursor <= range.end;
    this.#cursor.hidden = !visible;
    if (visible) this.#cursor.style.transform = `translateX(${this.#x(/** @type {number} */ (cursor)).toFixed(1)}px)`;
  }

  #drawSelection() {
    const { selection, range } = this.#view;
    this.#frame.hidden = !selection || selection.end < range.start || selection.start > range.end;
    if (selection) {
      const from = Math.max(this.#x(selection.start), 0);
      this.#frame.style.left = `${from}px`;
      this.#frame.style.width = `${Math.max(2, Math.min(this.#x(selection.end), this.#width) - from)}px`;
    }
    for (const which of /** @type {const} */ (["start", "end"])) {
      const edge = this.#edges[which];
      const at = selection ? selection[which] : -1;
      edge.hidden = !selection || at < range.start - 1e-6 || at > range.end + 1e-6 || !this.#movable(which);
      if (edge.hidden) continue;
      edge.style.left = `${this.#x(at)}px`;
      edge.setAttribute("aria-valuenow", at.toFixed(1));
      edge.setAttribute("aria-valuetext", clock(at, 1));
    }
  }

  /** @param {"start" | "end"} which */
  #movable(which) {
    const { selection, duration } = this.#view;
    if (!selection) return false;
    return selection.kind === "range" || (which === "start" ? selection.start > 0 : selection.end < duration - 1e-6);
  }

  // Choosing

  /** @param {number} index */
  choose(index) {
    const bout = this.#view.stretches[index];
    if (!bout) return;
    this.#active = index;
    this.#view.select({ kind: "bout", start: bout.start, end: bout.end, direction: bout.direction });
  }

  /** @param {PointerEvent} event */
  #press(event) {
    if (event.button) return;
    this.#band.dataset.pointer = "";
    const from = this.#moment(event);
    const x = event.clientX;
    let dragging = false;
    this.#follow(event, {
      move: (e) => {
        if (!dragging && Math.abs(e.clientX - x) < CLICK_PX) return;
        dragging = true;
        const to = this.#moment(e);
        this.#view.point(to);
        this.#view.select({ kind: "range", start: Math.min(from, to), end: Math.max(from, to), direction: null });
      },
      up: () => {
        const { selection } = this.#view;
        if (!dragging) this.choose(boutAt(this.#view.stretches, from));
        else if (selection && selection.end - selection.start < SHORTEST_S) this.#view.select(null);
      },
    });
  }

  /**
   * @param {PointerEvent} event
   * @param {{move: (event: PointerEvent) => void, up: () => void}} what
   */
  #follow(event, { move, up }) {
    const target = /** @type {Element} */ (event.currentTarget);
    target.setPointerCapture(event.pointerId);
    const stop = new AbortController();
    const options = { signal: stop.signal };
    target.addEventListener("pointermove", (e) => move(/** @type {PointerEvent} */ (e)), options);
    target.addEventListener("pointerup", () => (stop.abort(), up()), options);
    target.addEventListener("pointercancel", () => (stop.abort(), this.#view.select(null)), options);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    delete this.#band.dataset.pointer;
    const view = this.#view;
    const { start, end } = view.range;
    const about = view.stretches[this.#active] ? (view.stretches[this.#active].start + view.stretches[this.#active].end) / 2 : (start + end) / 2;
    /** @type {Record<string, () => void>} */
    const actions = {
      ArrowRight: () => (event.shiftKey ? view.show(moved(view.range, (end - start) / 4, view.duration)) : this.#activate(this.#active + 1)),
      ArrowLeft: () => (event.shiftKey ? view.show(moved(view.range, (start - end) / 4, view.duration)) : this.#activate(this.#active - 1)),
      Home: () => this.#activate(0),
      End: () => this.#activate(view.stretches.length - 1),
      Enter: () => this.choose(this.#active),
      " ": () => this.choose(this.#active),
      Escape: () => view.select(null),
      "+": () => view.show(zoomed(view.range, 0.5, about, view.duration)),
      "-": () => view.show(zoomed(view.range, 2, about, view.duration)),
      0: () => view.show({ start: 0, end: view.duration }),
    };
    const action = actions[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action();
  }

  /** @param {number} index */
  #activate(index) {
    const { stretches: bouts, range, duration } = this.#view;
    if (!bouts.length) return;
    this.#active = Math.min(Math.max(index, 0), bouts.length - 1);
    const bout = bouts[this.#active];
    const middle = (Math.max(bout.start, 0) + bout.end) / 2;
    if (bout.start > range.end || bout.end < range.start) {
      this.#view.show(moved(range, middle - (range.start + range.end) / 2, duration));
    }
    this.#view.point(middle);
    this.#mark(this.#active);
  }

  /** @param {number} index */
  #mark(index) {
    this.#band.querySelector(".is-active")?.classList.remove("is-active");
    const group = this.#band.querySelector(`#bout-${index}`);
    group?.classList.add("is-active");
    if (group) this.#band.setAttribute("aria-activedescendant", group.id);
    else this.#band.removeAttribute("aria-activedescendant");
  }

  // Moving an edge

  /**
   * @param {"start" | "end"} which
   * @param {number} to
   */
  #drag(which, to) {
    const view = this.#view;
    const { selection } = view;
    if (!selection) return;
    selection[which] = clampEdge(selection, which, to, view.duration);
    view.point(selection[which]);
    if (selection.kind === "bout") view.sketch(this.#said(which, selection[which]));
    view.dispatchEvent(new Event("edge"));
    this.#drawSelection();
  }

  /**
   * @param {"start" | "end"} which
   * @param {number} to
   */
  #said(which, to) {
    return this.#active < 0 ? null : labelForEdge(this.#view.stretches, this.#active, which, to);
  }

  /** @param {"start" | "end"} which */
  #settle(which) {
    const { selection, draft } = this.#view;
    if (selection?.kind === "bout" && draft && this.#said(which, selection[which])) this.#view.commit(draft);
  }

  /**
   * @param {PointerEvent} event
   * @param {"start" | "end"} which
   */
  #grab(event, which) {
    if (event.button) return;
    event.preventDefault();
    this.#follow(event, { move: (e) => this.#drag(which, this.#moment(e)), up: () => this.#settle(which) });
  }

  /**
   * @param {KeyboardEvent} event
   * @param {"start" | "end"} which
   */
  #nudge(event, which) {
    const { selection } = this.#view;
    if (!selection) return;
    const step = event.shiftKey ? 10 : 1;
    /** @type {Record<string, number>} */
    const by = { ArrowLeft: -step, ArrowDown: -step, ArrowRight: step, ArrowUp: step };
    if (event.key in by) this.#drag(which, selection[which] + by[event.key]);
    else if (event.key === "Enter") this.#settle(which);
    else if (event.key === "Escape") this.choose(this.#active);
    else return;
    event.preventDefault();
  }
}

customElements.define("bs-ribbon", BsRibbon);
