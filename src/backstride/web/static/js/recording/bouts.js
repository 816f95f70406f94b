// @ts-check
// The logic of correcting bouts: which bout is where, and what a dragged edge says.

/**
 * @typedef {{start: number, end: number, direction: string, gait?: string, confidence?: number}} Bout
 * @typedef {{start: number, end: number, direction: string}} Label
 * @typedef {{kind: "bout" | "range", start: number, end: number, direction: string | null}} Selection
 */

// A correction shorter than this was a slip of the finger.
export const SHORTEST_S = 0.5;

/**
 * Neighbours of one direction as one stretch: what a person sees, chooses and corrects. Its gait is the one it has for
 * longest, its confidence the mean over time.
 *
 * @param {readonly Bout[]} bouts in order
 * @returns {Bout[]}
 */
export function joined(bouts) {
  /** @type {{stretch: Bout, longest: number}[]} */
  const out = [];
  for (const bout of bouts) {
    const last = out[out.length - 1];
    const length = bout.end - bout.start;
    if (!last || last.stretch.direction !== bout.direction) {
      out.push({ stretch: { ...bout }, longest: length });
      continue;
    }
    const { stretch } = last;
    const before = stretch.end - stretch.start;
    const sure = before * (stretch.confidence ?? 0) + length * (bout.confidence ?? 0);
    stretch.confidence = sure / (before + length || 1);
    stretch.end = bout.end;
    if (length > last.longest) [stretch.gait, last.longest] = [bout.gait, length];
  }
  return out.map(({ stretch }) => stretch);
}

/**
 * @param {readonly Bout[]} bouts in order
 * @param {number} seconds
 * @returns {number} index of the bout at that moment, -1 where there is none
 */
export function boutAt(bouts, seconds) {
  let low = 0;
  let high = bouts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (seconds < bouts[middle].start) high = middle - 1;
    else if (seconds >= bouts[middle].end && middle < bouts.length - 1) low = middle + 1;
    else return seconds <= bouts[middle].end ? middle : -1;
  }
  return -1;
}

/**
 * What moving one edge of a bout says: the stretch that changed hands, and its direction now. An edge that gives
 * ground gives it to the neighbour; at the ends of the recording there is none, and nothing is said.
 *
 * @param {readonly Bout[]} bouts
 * @param {number} index of the bout whose edge moved
 * @param {"start" | "end"} edge
 * @param {number} to seconds
 * @returns {Label | null}
 */
export function labelForEdge(bouts, index, edge, to) {
  const bout = bouts[index];
  const neighbour = bouts[edge === "start" ? index - 1 : index + 1];
  const from = bout[edge];
  if (Math.abs(to - from) < SHORTEST_S) return null;
  const [start, end] = [Math.min(from, to), Math.max(from, to)];
  const grows = edge === "start" ? to < from : to > from;
  if (grows) return { start, end, direction: bout.direction };
  return neighbour ? { start, end, direction: neighbour.direction } : null;
}

/**
 * Where an edge may go: it leaves its own bout something, and stays inside the recording.
 *
 * @param {Selection} selection
 * @param {"start" | "end"} edge
 * @param {number} to
 * @param {number} duration
 * @returns {number}
 */
export function clampEdge(selection, edge, to, duration) {
  if (edge === "start") return Math.min(Math.max(0, to), selection.end - SHORTEST_S);
  return Math.max(Math.min(duration, to), selection.start + SHORTEST_S);
}

/**
 * The bouts as they will look once a label is in force: shown at once, replaced by the true answer.
 *
 * @param {readonly Bout[]} bouts
 * @param {Label} label
 * @returns {Bout[]}
 */
export function relabelled(bouts, label) {
  /** @type {Bout[]} */
  const parts = [];
  for (const bout of bouts) {
    if (bout.end <= label.start || bout.start >= label.end) {
      parts.push(bout);
      continue;
    }
    if (bout.start < label.start) parts.push({ ...bout, end: label.start });
    if (bout.end > label.end) parts.push({ ...bout, start: label.end });
  }
  parts.push({ ...label, confidence: 1 });
  parts.sort((a, b) => a.start - b.start);
  return parts;
}

/**
 * What to draw of the bouts in a range: one piece a bout while there is room, else one piece per `least` pixels. Each
 * of those takes the direction that is owed most so far, so that every stretch of the picture keeps the true shares:
 * taking the commonest would hide a third of the time spent otherwise.
 *
 * @param {readonly Bout[]} bouts
 * @param {number} start seconds at the left
 * @param {number} end seconds at the right
 * @param {number} width pixels
 * @param {number} [least] pixels
 * @returns {{x: number, width: number, direction: string, index: number}[]} index -1: several bouts together
 */
export function pieces(bouts, start, end, width, least = 2) {
  const scale = width / (end - start || 1);
  const first = Math.max(0, boutAt(bouts, Math.max(start, bouts[0]?.start ?? 0)));
  /** @type {{x: number, width: number, direction: string, index: number}[]} */
  const out = [];
  for (let i = first; i < bouts.length && bouts[i].start < end; i++) {
    const from = (Math.max(bouts[i].start, start) - start) * scale;
    const to = (Math.min(bouts[i].end, end) - start) * scale;
    if (to > from) out.push({ x: from, width: to - from, direction: bouts[i].direction, index: i });
  }
  return out.length * least > 1.5 * width ? thinned(out, width, least) : out;
}

/**
 * @param {{x: number, width: number, direction: string, index: number}[]} drawn
 * @param {number} width
 * @param {number} least
 */
function thinned(drawn, width, least) {
  const columns = Math.max(1, Math.floor(width / least));
  const size = width / columns;
  /** @type {{x: number, width: number, direction: string, index: number}[]} */
  const out = [];
  /** @type {Map<string, number>} pixels owed by direction */
  const owed = new Map();
  let next = 0;
  for (let c = 0; c < columns; c++) {
    const [left, right] = [c * size, (c + 1) * size];
    while (next > 0 && drawn[next].x > left) next--;
    for (; next < drawn.length && drawn[next].x < right; next++) {
      const piece = drawn[next];
      const share = Math.min(piece.x + piece.width, right) - Math.max(piece.x, left);
      if (share > 0) owed.set(piece.direction, (owed.get(piece.direction) ?? 0) + share);
    }
    next = Math.min(next, drawn.length - 1);
    const top = [...owed].sort((a, b) => b[1] - a[1])[0];
    if (!top || top[1] <= 0) continue;
    owed.set(top[0], top[1] - size);
    const before = out[out.length - 1];
    if (before && before.direction === top[0] && Math.abs(before.x + before.width - left) < 1e-6) before.width += size;
    else out.push({ x: left, width: size, direction: top[0], index: -1 });
  }
  return out;
}
