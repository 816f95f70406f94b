// @ts-check
// The recording page: reads what the server left in the page and puts the parts together.

import { decodeSeries } from "./binary.js";
import { boutAt } from "./bouts.js";
import { TimeChart } from "./chart.js";
import { Editor } from "./editor.js";
import { EventLane } from "./events.js";
import { seriesUrl, zoomed } from "./levels.js";
import { Loader } from "./loading.js";
import { Phrases } from "./phrases.js";
import { readout } from "./readout.js";
import { Reasoning } from "./reasons.js";
import { BsRibbon } from "./ribbon.js";
import { clock } from "./time.js";
import { View } from "./view.js";

/**
 * @typedef {import("./phrases.js").PageData} PageData
 * @typedef {import("./bouts.js").Label} Label
 */

/**
 * @param {Document} page
 * @returns {PageData}
 */
function dataOf(page) {
  return JSON.parse(/** @type {HTMLElement} */ (page.getElementById("recording-data")).textContent ?? "{}");
}

const data = dataOf(document);
const phrases = new Phrases(data);
const view = new View(data.duration, data.bouts);
const ribbons = /** @type {BsRibbon[]} */ ([...document.querySelectorAll("bs-ribbon")]);
const main = /** @type {BsRibbon | undefined} */ (ribbons.find((ribbon) => !ribbon.slim));

// Charts

/** @type {TimeChart[]} */
const charts = [];

/** @param {HTMLElement} place holding one figure a chart */
function open(place) {
  const figures = /** @type {HTMLElement[]} */ ([...place.querySelectorAll("figure[data-signal]")]);
  if (!figures.length) return;
  const drawn = figures.map((figure) => {
    const row = data.charts.find((chart) => chart.name === figure.dataset.signal);
    return new TimeChart(figure, /** @type {import("./axis.js").Chart} */ (row), view, data.locale);
  });
  charts.push(...drawn);
  const names = drawn.map((chart) => chart.row.name);
  const loader = new Loader((range, points) => seriesUrl(data.urls.series, names, range, points), decodeSeries, data.duration);
  const show = () => drawn.forEach((chart) => chart.show(loader.current?.signals.get(chart.row.name)));
  const look = () => {
    const before = loader.current;
    loader.look(view.range, place.clientWidth);
    if (loader.current !== before) show();
  };
  loader.addEventListener("series", () => (place.classList.remove("is-offline"), show()));
  loader.addEventListener("trouble", () => place.classList.add("is-offline"));
  view.addEventListener("range", look);
  look();
  return loader.first(place.dataset.first);
}

const first = /** @type {HTMLElement} */ (document.getElementById("charts"));
const drawn = first ? open(first) : undefined;
const more = /** @type {HTMLDetailsElement | null} */ (document.getElementById("more-charts"));
more?.addEventListener("toggle", () => open(/** @type {HTMLElement} */ (more)), { once: true });

// Ribbon, readout, map

ribbons.forEach((ribbon) => ribbon.connect(view, phrases));
const line = document.getElementById("readout");
if (line) readout(line, view, phrases);
const reasoning = new Reasoning(view, phrases);
const lane = new EventLane(/** @type {HTMLElement} */ (document.getElementById("event-lane")), view, phrases);

/** The map's script comes after the first chart: it is the heavier half, and lower on the page. */
async function openMap() {
  const place = /** @type {any} */ (document.querySelector("bs-track"));
  if (!place) return;
  await drawn;
  await import("./map.js");
  await place.connect(view, { ...data, track: data.urls.track, say: phrases.say });
  maps.push(place);
}

/** @type {{refresh: () => void}[]} */
const maps = [];
openMap();

const themed = () => {
  charts.forEach((chart) => chart.redraw());
  maps.forEach((map) => map.refresh());
};
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", themed);
new MutationObserver(themed).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "class"] });

// Zoom buttons

/** @type {Record<string, () => void>} */
const zooms = {
  in: () => view.show(zoomed(view.range, 0.5, view.cursor ?? (view.range.start + view.range.end) / 2, view.duration)),
  out: () => view.show(zoomed(view.range, 2, (view.range.start + view.range.end) / 2, view.duration)),
  all: () => view.show({ start: 0, end: view.duration }),
};
for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("button[data-zoom]"))) {
  button.addEventListener("click", () => zooms[/** @type {string} */ (button.dataset.zoom)]());
}
view.addEventListener("range", () => document.body.classList.toggle("is-zoomed", view.zoomed));

// Corrections: what is posted is what the plain form posts, and the answer is the same page, of which the parts that
// depend on the analysis are put in place of the old ones.

const status = /** @type {HTMLElement} */ (document.getElementById("said"));
// Longer than this, and the reader is told what is going on.
const SILENT_MS = 300;

/** @param {Document} page */
function renew(page) {
  for (const part of document.querySelectorAll("[data-renew]")) {
    const fresh = page.getElementById(part.id);
    if (!fresh) continue;
    const opened = [...part.querySelectorAll("details")].map((details) => details.open);
    part.replaceChildren(...fresh.childNodes);
    part.querySelectorAll("details").forEach((details, i) => (details.open = opened[i] ?? details.open));
  }
  const { selection } = view;
  const fresh = dataOf(page);
  view.replace(fresh.bouts);
  reasoning.renew(fresh);
  lane.renew(fresh);
  if (selection && main) main.choose(boutAt(view.stretches, (selection.start + selection.end) / 2));
}

/**
 * @param {string} url
 * @param {Record<string, string>} fields
 * @param {string} done what to say when it is saved
 */
async function post(url, fields, done) {
  document.body.setAttribute("aria-busy", "true");
  const slow = setTimeout(() => (status.textContent = phrases.say("saving")), SILENT_MS);
  try {
    const headers = { accept: "text/html, application/json" };
    const answer = await fetch(url, { method: "POST", body: new URLSearchParams(fields), headers });
    if (!answer.ok) throw new Error((await answer.json()).detail);
    renew(new DOMParser().parseFromString(await answer.text(), "text/html"));
    status.textContent = done;
  } catch (error) {
    view.replace(view.bouts);
    const why = error instanceof TypeError ? "" : /** @type {Error} */ (error).message;
    status.textContent = phrases.say("not_saved", { why });
  } finally {
    clearTimeout(slow);
    document.body.removeAttribute("aria-busy");
  }
}

view.addEventListener("commit", (event) => {
  const label = /** @type {CustomEvent<Label>} */ (event).detail;
  const { start, end, direction } = label;
  const said = { what: phrases.direction(direction).label, start: clock(start), end: clock(end) };
  post(data.urls.label, { start: start.toFixed(3), end: end.toFixed(3), direction }, phrases.say("saved", said));
});

const form = /** @type {HTMLFormElement | null} */ (document.getElementById("correct"));
if (form) new Editor(form, view, phrases);

document.addEventListener("submit", (event) => {
  const target = /** @type {HTMLFormElement} */ (event.target);
  if (target.matches("form[data-undo]")) {
    event.preventDefault();
    post(data.urls.undo, {}, phrases.say("undone"));
  } else if (target.matches("form[data-answer]")) {
    event.preventDefault();
    const [start, end] = ["start", "end"].map((name) => Number(new FormData(target).get(name)));
    view.commit({ start, end, direction: /** @type {HTMLButtonElement} */ (event.submitter).value });
  }
});

document.addEventListener("keydown", (event) => {
  const typing = /** @type {HTMLElement} */ (event.target).closest("input, textarea, select");
  const undo = document.querySelector("form[data-undo]");
  if (event.key !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey || typing || !undo) return;
  event.preventDefault();
  post(data.urls.undo, {}, phrases.say("undone"));
});

document.addEventListener("click", (event) => {
  const button = /** @type {HTMLElement} */ (event.target).closest("[data-bout]");
  if (!button || !main) return;
  event.preventDefault();
  const start = Number(/** @type {HTMLElement} */ (button).dataset.bout);
  const index = boutAt(view.stretches, start + 1e-3);
  const stretch = view.stretches[index];
  if (stretch && (stretch.end <= view.range.start || stretch.start >= view.range.end)) zooms.all();
  main.choose(index);
  main.scrollIntoView({ block: "center" });
});

// While the analysis is still to come, ask for it now and then.

const PATIENCE_MS = 3000;

async function awaitAnalysis() {
  while (document.querySelector("[data-stale]")) {
    await new Promise((done) => setTimeout(done, PATIENCE_MS));
    if (document.hidden) continue;
    const answer = await fetch(location.href).catch(() => null);
    if (answer?.ok) renew(new DOMParser().parseFromString(await answer.text(), "text/html"));
  }
}
awaitAnalysis();

document.body.classList.add("is-live");
