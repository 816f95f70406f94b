// @ts-check
// Shapes of what was believed: the band of probabilities stacked over time, what one source said, where it is in time.

/** @typedef {import("./levels.js").Range} Range */

// From top to bottom: the two that matter lie at the edges, so that place tells them apart as well as colour.
export const STACK = ["forward", "turning", "sideways", "still", "backward"];

/** @param {number} value */
const short = (value) => String(Math.round(value * 10) / 10);

/**
 * A path for each way: its share of the height at every moment, stacked. Through the middles of the frames; a hole
 * where nothing was recorded.
 *
 * @param {{edge: ArrayLike<number>, chance: Record<string, ArrayLike<number>>}} reasons
 * @param {(seconds: number) => number} x pixels of a moment
 * @param {number} height pixels
 * @returns {{way: string, d: string}[]}
 */
export function stacked({ edge, chance }, x, height) {
  const pieces = stretches(edge.length - 1, (i) => Number.isFinite(chance.forward[i]));
  /** @type {{way: string, d: string}[]} */
  const out = [];
  const below = new Float64Array(Math.max(0, edge.length - 1));
  for (const way of STACK) {
    let any = false;
    let d = "";
    for (const [first, last] of pieces) {
      const top = [];
      const bottom = [];
      for (let i = first; i < last; i++) {
        const middle = short(x((edge[i] + edge[i + 1]) / 2));
        top.push([middle, short(below[i] * height)]);
        below[i] = Math.min(1, below[i] + chance[way][i]);
        bottom.push([middle, short(below[i] * height)]);
        any ||= chance[way][i] > 0.005;
      }
      const [left, right] = [short(x(edge[first])), short(x(edge[last]))];
      const line = [[left, top[0][1]], ...top, [right, top[top.length - 1][1]]];
      const back = [[right, bottom[bottom.length - 1][1]], ...bottom.reverse(), [left, bottom[bottom.length - 1][1]]];
      d += `M${[...line, ...back].map((point) => point.join(" ")).join("L")}Z`;
    }
    if (any) out.push({ way, d });
  }
  return out;
}

/**
 * What a source said: forward up, backward down, as long as it was sure; nothing where it was silent.
 *
 * @param {ArrayLike<number>} edge
 * @param {ArrayLike<number>} odds log-odds of forward
 * @param {(seconds: number) => number} x
 * @param {number} height
 * @returns {{forward: string, backward: string}}
 */
export function leaning(edge, odds, x, height) {
  const middle = height / 2;
  const paths = { forward: "", backward: "" };
  for (let i = 0; i < odds.length; ) {
    const way = sideOf(odds[i]);
    let j = i + 1;
    while (j < odds.length && sideOf(odds[j]) === way) j++;
    if (way) {
      let d = `M${short(x(edge[i]))} ${short(middle)}`;
      for (let k = i; k < j; k++) d += `V${short(middle - lean(odds[k]) * middle)}H${short(x(edge[k + 1]))}`;
      paths[way] += `${d}V${short(middle)}Z`;
    }
    i = j;
  }
  return paths;
}

/**
 * @param {number} odds
 * @returns {"forward" | "backward" | null} null where it was silent
 */
function sideOf(odds) {
  if (!Number.isFinite(odds)) return null;
  return odds >= 0 ? "forward" : "backward";
}

/**
 * @param {number} odds log-odds
 * @returns {number} from -1 (surely backward) to 1 (surely forward)
 */
export function lean(odds) {
  return Math.tanh(odds / 2);
}

/**
 * @param {ArrayLike<number>} edge
 * @param {number} seconds
 * @returns {number} the frame at that moment, -1 outside
 */
export function frameAt(edge, seconds) {
  if (edge.length < 2 || seconds < edge[0] || seconds > edge[edge.length - 1]) return -1;
  let low = 0;
  let high = edge.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edge[middle] <= seconds) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Runs of indices for which something holds.
 *
 * @param {number} count
 * @param {(index: number) => boolean} holds
 * @returns {[number, number][]} first, and the one after the last
 */
function stretches(count, holds) {
  /** @type {[number, number][]} */
  const out = [];
  let first = -1;
  for (let i = 0; i <= count; i++) {
    const there = i < count && holds(i);
    if (there && first < 0) first = i;
    else if (!there && first >= 0) {
      out.push([first, i]);
      first = -1;
    }
  }
  return out;
}
