// @ts-check
// Which level of detail to ask for: never more points than can be seen, and few distinct requests.

/** @typedef {{start: number, end: number}} Range */

export const POINTS = [256, 512, 1024, 2048];
// The first request of a page is known to the server, which lets the browser fetch it beside the scripts.
export const FIRST_POINTS = 1024;
// What a screen of the range carries on either side, so that a small move needs no new request.
const MARGIN = 0.5;

/**
 * @param {number} width pixels
 * @param {number} ratio device pixels per pixel
 * @returns {number} points: the first level with a point for each two device pixels
 */
export function pointsFor(width, ratio = 1) {
  const wanted = (width * ratio) / 2;
  return POINTS.find((points) => points >= wanted) ?? POINTS[POINTS.length - 1];
}

/**
 * The stretch to ask for: the visible one and a margin, on a grid so that neighbours share requests.
 *
 * @param {Range} visible
 * @param {number} duration
 * @returns {Range}
 */
export function stretchFor(visible, duration) {
  const span = visible.end - visible.start;
  const grid = span;
  if (span * (2 + 2 * MARGIN) >= duration) return { start: 0, end: duration };
  const start = Math.max(0, Math.floor((visible.start - MARGIN * span) / grid) * grid);
  const end = Math.min(duration, start + (2 + 2 * MARGIN) * span);
  return { start: round(start), end: round(end) };
}

/**
 * Does what is loaded serve what is to be seen: does it cover it, and finely enough?
 *
 * @param {Range | null} loaded
 * @param {Range} visible
 * @param {number} duration
 * @returns {boolean}
 */
export function serves(loaded, visible, duration) {
  if (!loaded) return false;
  const covers = loaded.start <= visible.start + 1e-6 && loaded.end >= visible.end - 1e-6;
  const wanted = stretchFor(visible, duration);
  const fine = loaded.end - loaded.start <= 1.05 * (wanted.end - wanted.start);
  return covers && fine;
}

/**
 * @param {string} base the address of the series
 * @param {readonly string[]} names
 * @param {Range} range
 * @param {number} points
 * @returns {string}
 */
export function seriesUrl(base, names, range, points) {
  return `${base}?signals=${names.join(",")}&start=${range.start}&end=${range.end}&points=${points}`;
}

/** @param {number} seconds */
function round(seconds) {
  return Math.round(seconds * 1000) / 1000;
}

/**
 * Zoom about a moment, inside the recording and no closer than `closest` seconds.
 *
 * @param {Range} range
 * @param {number} factor below 1 zooms in
 * @param {number} about seconds; stays where it is on the screen
 * @param {number} duration
 * @param {number} [closest]
 * @returns {Range}
 */
export function zoomed(range, factor, about, duration, closest = 2) {
  const span = Math.min(duration, Math.max(Math.min(closest, duration), (range.end - range.start) * factor));
  const share = (about - range.start) / (range.end - range.start || 1);
  return moved({ start: about - share * span, end: about + (1 - share) * span }, 0, duration);
}

/**
 * Move a range by some seconds, and back inside the recording.
 *
 * @param {Range} range
 * @param {number} by seconds
 * @param {number} duration
 * @returns {Range}
 */
export function moved(range, by, duration) {
  const span = Math.min(range.end - range.start, duration);
  const start = Math.min(Math.max(0, range.start + by), duration - span);
  return { start, end: start + span };
}

/**
 * A stretch and some seconds on either side, inside the recording.
 *
 * @param {number} start
 * @param {number} end
 * @param {number} around seconds
 * @param {number} duration
 * @returns {Range}
 */
export function nearby(start, end, around, duration) {
  return moved({ start: start - around, end: end + around }, 0, duration);
}
