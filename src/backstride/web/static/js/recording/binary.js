// @ts-check
// Reads the binary answers of a recording: /series, /track and /reasons. All numbers are little-endian.
//
//   byte 0   4 characters   "BSR1" (series), "BST1" (track) or "BSB1" (reasons)
//   byte 4   uint32         n, length of the header in bytes, a multiple of 4
//   byte 8   n bytes        JSON header, padded with spaces
//   then     float32        the arrays the header names, one after the other, NaN = missing
//
// Series header: {start_s, end_s, signals: [{name, points, gap_s, band}]}; per signal the arrays time (seconds since
// start_s), mean, and with `band` low and high. Two samples further apart than gap_s have a hole between them.
// Track header: {points, south, west}; arrays time (seconds), metres east of `west`'s meridian in degrees (lon - west)
// and degrees north (lat - south): small numbers, so that float32 keeps centimetres.
// Reasons header: {start_s, frames, sources, steps, sided}; arrays edge (frames + 1, seconds since start_s), the chances
// of WAYS, each source's log-odds of forward; then contact and end of each step, and with `sided` its side.

/**
 * @typedef {{name: string, time: Float64Array, mean: (number|null)[], low: (number|null)[], high: (number|null)[]}} Level
 * @typedef {{start: number, end: number, signals: Map<string, Level>}} Series
 * @typedef {{time: Float64Array, lat: Float64Array, lon: Float64Array}} Track
 * @typedef {{start: number, end: number, edge: Float64Array, chance: Record<string, Float32Array>, odds: Float32Array[],
 *            contact: Float64Array, off: Float64Array, side: Float32Array | null}} Reasons
 */

export const WAYS = ["forward", "backward", "sideways", "turning", "still"];

/**
 * @param {ArrayBuffer} buffer
 * @param {string} magic
 * @returns {{header: any, next: (count: number) => Float32Array}}
 */
function open(buffer, magic) {
  const view = new DataView(buffer);
  const found = buffer.byteLength >= 8 ? String.fromCharCode(...new Uint8Array(buffer, 0, 4)) : "";
  if (found !== magic) throw new Error(`expected ${magic}, got ${JSON.stringify(found)}`);
  const length = view.getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 8, length)));
  let at = 8 + length;
  return {
    header,
    next(count) {
      const values = new Float32Array(buffer, at, count);
      at += 4 * count;
      return values;
    },
  };
}

/**
 * @param {Float32Array} values
 * @returns {(number|null)[]} null where a sample is missing, as uPlot wants its holes
 */
function nullable(values) {
  return Array.from(values, (value) => (Number.isNaN(value) ? null : value));
}

/**
 * Put a hole (a null) between samples that are too far apart to be joined by a line.
 *
 * @param {Level} level
 * @param {number} gap seconds
 * @returns {Level}
 */
export function withHoles(level, gap) {
  const { name, time } = level;
  /** @type {number[]} */
  const before = [];
  for (let i = 1; i < time.length; i++) if (time[i] - time[i - 1] > gap) before.push(i);
  if (!before.length) return level;
  const out = { name, time: new Float64Array(time.length + before.length), mean: [], low: [], high: [] };
  let next = 0;
  let at = 0;
  for (let i = 0; i < time.length; i++) {
    if (before[next] === i) {
      out.time[at++] = (time[i - 1] + time[i]) / 2;
      for (const column of /** @type {const} */ (["mean", "low", "high"])) push(out, column, null);
      next++;
    }
    out.time[at++] = time[i];
    for (const column of /** @type {const} */ (["mean", "low", "high"])) {
      if (level[column].length) push(out, column, level[column][i]);
    }
  }
  if (!level.low.length) out.low = out.high = [];
  return out;
}

/**
 * @param {any} level
 * @param {string} column
 * @param {number|null} value
 */
function push(level, column, value) {
  level[column].push(value);
}

/**
 * @param {ArrayBuffer} buffer
 * @returns {Series}
 */
export function decodeSeries(buffer) {
  const { header, next } = open(buffer, "BSR1");
  const signals = new Map();
  for (const { name, points, gap_s: gap, band } of header.signals) {
    const time = Float64Array.from(next(points), (seconds) => header.start_s + seconds);
    const mean = nullable(next(points));
    const low = band ? nullable(next(points)) : [];
    const high = band ? nullable(next(points)) : [];
    signals.set(name, withHoles({ name, time, mean, low, high }, gap));
  }
  return { start: header.start_s, end: header.end_s, signals };
}

/**
 * @param {ArrayBuffer} buffer
 * @returns {Track}
 */
export function decodeTrack(buffer) {
  const { header, next } = open(buffer, "BST1");
  const time = Float64Array.from(next(header.points));
  const lat = Float64Array.from(next(header.points), (degrees) => header.south + degrees);
  const lon = Float64Array.from(next(header.points), (degrees) => header.west + degrees);
  return { time, lat, lon };
}

/**
 * @param {ArrayBuffer} buffer
 * @returns {Reasons}
 */
export function decodeReasons(buffer) {
  const { header, next } = open(buffer, "BSB1");
  const { start_s: start, frames, sources, steps } = header;
  const times = (/** @type {number} */ count) => Float64Array.from(next(count), (seconds) => start + seconds);
  const edge = times(frames + 1);
  /** @type {Record<string, Float32Array>} */
  const chance = {};
  for (const way of WAYS) chance[way] = next(frames);
  const odds = Array.from({ length: sources }, () => next(frames));
  const [contact, off] = [times(steps), times(steps)];
  const side = header.sided ? next(steps) : null;
  return { start, end: edge[frames], edge, chance, odds, contact, off, side };
}

/**
 * The value at a moment: the sample nearest in time, null in a hole or outside.
 *
 * @param {Level} level
 * @param {number} seconds
 * @returns {number|null}
 */
export function valueAt(level, seconds) {
  const i = nearest(level.time, seconds);
  if (i < 0) return null;
  const spacing = level.time.length > 1 ? (level.time[level.time.length - 1] - level.time[0]) / (level.time.length - 1) : 1;
  return Math.abs(level.time[i] - seconds) > Math.max(5, 3 * spacing) ? null : level.mean[i];
}

/**
 * @param {ArrayLike<number>} times increasing
 * @param {number} seconds
 * @returns {number} index of the nearest time, -1 where there is none
 */
export function nearest(times, seconds) {
  if (!times.length) return -1;
  let low = 0;
  let high = times.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] < seconds) low = middle + 1;
    else high = middle;
  }
  return low > 0 && seconds - times[low - 1] < times[low] - seconds ? low - 1 : low;
}
