import assert from "node:assert/strict";
import { test } from "node:test";

const folder = new URL("../../src/backstride/web/static/js/recording/", import.meta.url);
const { clock, parseClock, ticks } = await import(new URL("time.js", folder));
const { pointsFor, stretchFor, serves, seriesUrl, zoomed, moved, nearby } = await import(new URL("levels.js", folder));
const { decodeSeries, decodeTrack, decodeReasons, valueAt, nearest, withHoles } = await import(new URL("binary.js", folder));
const { boutAt, joined, labelForEdge, clampEdge, relabelled, pieces } = await import(new URL("bouts.js", folder));
const { shown, marks, extent, paceText, crest } = await import(new URL("axis.js", folder));

const { frameAt, lean, leaning, stacked } = await import(new URL("band.js", folder));

const packed = (magic, header, ...arrays) => {
  let json = JSON.stringify(header);
  json += " ".repeat((4 - (json.length % 4)) % 4);
  const floats = arrays.flat();
  const buffer = new ArrayBuffer(8 + json.length + 4 * floats.length);
  new Uint8Array(buffer).set(new TextEncoder().encode(magic), 0);
  new DataView(buffer).setUint32(4, json.length, true);
  new Uint8Array(buffer).set(new TextEncoder().encode(json), 8);
  floats.forEach((value, i) => new DataView(buffer).setFloat32(8 + json.length + 4 * i, value, true));
  return buffer;
};

test("clock writes minutes, hours and tenths", () => {
  assert.equal(clock(0), "0:00");
  assert.equal(clock(65.4), "1:05");
  assert.equal(clock(59.96, 1), "1:00.0");
  assert.equal(clock(3725), "1:02:05");
  assert.equal(clock(18000), "5:00:00");
  assert.equal(clock(NaN), "–");
});

test("parseClock reads what clock writes, and refuses the rest", () => {
  for (const seconds of [0, 5, 65, 3725, 43200]) assert.equal(parseClock(clock(seconds)), seconds);
  assert.equal(parseClock("4:05,3"), 245.3);
  assert.equal(parseClock(" 90 "), 90);
  for (const bad of ["", "a", "1:2:3:4", "-5", "1:-2", "1.5:00"]) assert.ok(Number.isNaN(parseClock(bad)), bad);
});

test("ticks keep their distance and stay inside", () => {
  const { at } = ticks(0, 3600, 390);
  assert.deepEqual(at, [0, 900, 1800, 2700, 3600]);
  assert.equal(ticks(10, 12, 800).digits, 1);
  for (const end of [3, 60, 500, 18000, 43200]) {
    const found = ticks(0, end, 390).at;
    assert.ok(found.length <= 390 / 72 + 1 && found.length >= 2, `${end}: ${found}`);
  }
});

test("levels: points for the width, few requests, margins inside the recording", () => {
  assert.equal(pointsFor(390, 1), 256);
  assert.equal(pointsFor(390, 3), 1024);
  assert.equal(pointsFor(9000, 1), 2048);
  assert.deepEqual(stretchFor({ start: 0, end: 100 }, 100), { start: 0, end: 100 });
  const near = stretchFor({ start: 1000, end: 1100 }, 43200);
  assert.ok(near.start <= 950 && near.end >= 1150 && near.end - near.start <= 400);
  assert.deepEqual(near, stretchFor({ start: 1005, end: 1105 }, 43200), "neighbours share a request");
  assert.ok(serves(near, { start: 1020, end: 1120 }, 43200), "a small move needs nothing new");
  assert.ok(!serves(near, { start: 1020, end: 1030 }, 43200), "a zoom needs a finer level");
  assert.ok(!serves(near, { start: 2000, end: 2100 }, 43200), "elsewhere needs another stretch");
  assert.ok(!serves(null, { start: 0, end: 1 }, 10));
  assert.equal(seriesUrl("/s", ["a", "b"], { start: 0, end: 5 }, 256), "/s?signals=a,b&start=0&end=5&points=256");
});

test("zoom keeps the moment under the pointer and never leaves the recording", () => {
  const range = zoomed({ start: 0, end: 100 }, 0.5, 25, 100);
  assert.deepEqual(range, { start: 12.5, end: 62.5 });
  assert.deepEqual(zoomed(range, 10, 25, 100), { start: 0, end: 100 });
  assert.equal(zoomed({ start: 0, end: 4 }, 0.01, 2, 100).end - zoomed({ start: 0, end: 4 }, 0.01, 2, 100).start, 2);
  assert.deepEqual(moved({ start: 90, end: 100 }, 50, 100), { start: 90, end: 100 });
  assert.deepEqual(moved({ start: 10, end: 20 }, -50, 100), { start: 0, end: 10 });
});

test("series: arrays by name, holes where the server says so", () => {
  const header = {
    start_s: 40000,
    end_s: 40100,
    signals: [
      { name: "heart_rate", points: 4, gap_s: 5, band: false },
      { name: "acceleration", points: 2, gap_s: 1000, band: true },
    ],
  };
  const buffer = packed("BSR1", header, [0, 1, 60, 61], [120, NaN, 130, 131], [0, 50], [9.5, 10], [2, 3], [20, 30]);
  const series = decodeSeries(buffer);
  const heart = series.signals.get("heart_rate");
  assert.deepEqual([...heart.time], [40000, 40001, 40030.5, 40060, 40061]);
  assert.deepEqual(heart.mean, [120, null, null, 130, 131]);
  assert.deepEqual(heart.low, []);
  const felt = series.signals.get("acceleration");
  assert.deepEqual(felt.low, [2, 3]);
  assert.deepEqual(felt.high, [20, 30]);
  assert.equal(valueAt(heart, 40000.2), 120);
  assert.equal(valueAt(heart, 41000), null);
});

test("series: other bytes are refused", () => {
  assert.throws(() => decodeSeries(new ArrayBuffer(3)), /expected BSR1/);
  assert.throws(() => decodeSeries(packed("BST1", { points: 0 })), /BST1/);
});

test("track: degrees come back from small numbers", () => {
  const track = decodeTrack(packed("BST1", { points: 2, south: 48, west: 11 }, [0, 10], [0.125, 0.25], [0.5, 0.75]));
  assert.deepEqual([...track.lat], [48.125, 48.25]);
  assert.deepEqual([...track.lon], [11.5, 11.75]);
  assert.equal(nearest(track.time, 8), 1);
  assert.equal(nearest([], 8), -1);
});

test("holes are put between, never instead of, samples", () => {
  const level = { name: "x", time: Float64Array.of(0, 1, 9), mean: [1, 2, 3], low: [], high: [] };
  assert.equal(withHoles(level, 100), level);
  assert.deepEqual(withHoles(level, 5).mean, [1, 2, null, 3]);
});

const BOUTS = [
  { start: 0, end: 10, direction: "still" },
  { start: 10, end: 50, direction: "backward" },
  { start: 50, end: 100, direction: "forward" },
];

test("the bout at a moment", () => {
  assert.deepEqual([0, 9.9, 10, 50, 100, 101, -1].map((t) => boutAt(BOUTS, t)), [0, 0, 1, 2, 2, -1, -1]);
  assert.equal(boutAt([], 3), -1);
});

test("neighbours of one direction are one stretch to a person", () => {
  const made = joined([
    { start: 0, end: 10, direction: "backward", gait: "walk", confidence: 0.6 },
    { start: 10, end: 40, direction: "backward", gait: "run", confidence: 1 },
    { start: 40, end: 50, direction: "still", gait: "", confidence: 0.9 },
    { start: 50, end: 60, direction: "backward", gait: "walk", confidence: 0.7 },
  ]);
  assert.deepEqual(made.map((one) => [one.start, one.end, one.direction, one.gait]), [
    [0, 40, "backward", "run"],
    [40, 50, "still", ""],
    [50, 60, "backward", "walk"],
  ]);
  assert.ok(Math.abs(made[0].confidence - 0.9) < 1e-9);
  assert.deepEqual(joined([]), []);
});

test("an edge that grows takes, one that shrinks gives to the neighbour", () => {
  assert.deepEqual(labelForEdge(BOUTS, 1, "end", 60), { start: 50, end: 60, direction: "backward" });
  assert.deepEqual(labelForEdge(BOUTS, 1, "end", 40), { start: 40, end: 50, direction: "forward" });
  assert.deepEqual(labelForEdge(BOUTS, 1, "start", 5), { start: 5, end: 10, direction: "backward" });
  assert.deepEqual(labelForEdge(BOUTS, 1, "start", 20), { start: 10, end: 20, direction: "still" });
  assert.equal(labelForEdge(BOUTS, 1, "end", 50.1), null);
  assert.equal(labelForEdge(BOUTS, 0, "start", 4), null, "no neighbour, nothing to give it to");
});

test("an edge leaves its bout something", () => {
  const selection = { kind: "bout", start: 10, end: 50, direction: "backward" };
  assert.equal(clampEdge(selection, "start", 80, 100), 49.5);
  assert.equal(clampEdge(selection, "start", -3, 100), 0);
  assert.equal(clampEdge(selection, "end", 500, 100), 100);
});

test("a label cuts what it covers and keeps the tiling", () => {
  const after = relabelled(BOUTS, { start: 40, end: 60, direction: "sideways" });
  assert.deepEqual(
    after.map((bout) => [bout.start, bout.end, bout.direction]),
    [
      [0, 10, "still"],
      [10, 40, "backward"],
      [40, 60, "sideways"],
      [60, 100, "forward"],
    ],
  );
  const inside = relabelled(BOUTS, { start: 20, end: 30, direction: "still" });
  assert.equal(inside.length, 5);
  const backward = inside.filter((bout) => bout.direction === "backward");
  assert.equal(backward.reduce((sum, bout) => sum + bout.end - bout.start, 0), 30);
});

test("pieces: one a bout while each can be seen, else the true shares", () => {
  const drawn = pieces(BOUTS, 5, 60, 550);
  assert.deepEqual(drawn.map((piece) => [piece.x, piece.width, piece.index]), [[0, 50, 0], [50, 400, 1], [450, 100, 2]]);
  const many = Array.from({ length: 3000 }, (_, i) => ({
    start: i,
    end: i + 1,
    direction: i < 1500 ? (i % 4 ? "forward" : "backward") : "still",
  }));
  const dense = pieces(many, 0, 3000, 300);
  const shareOf = (direction, from, to) =>
    dense
      .filter((piece) => piece.direction === direction)
      .reduce((sum, piece) => sum + Math.max(0, Math.min(piece.x + piece.width, to) - Math.max(piece.x, from)), 0) /
    (to - from);
  assert.ok(dense.length < 200 && dense.every((piece) => piece.index === -1));
  for (const from of [0, 50, 100]) assert.ok(Math.abs(shareOf("backward", from, from + 50) - 0.25) < 0.06);
  assert.ok(shareOf("still", 152, 300) > 0.99);
  assert.deepEqual(pieces([], 0, 10, 100), []);
});

const SPEED = { name: "speed", label: "Pace", unit: "min/km", factor: 1000, digits: 0, kind: "pace", zero: true, band: true, span: 1 };
const HEART = { name: "heart_rate", label: "Heart rate", unit: "bpm", factor: 1, digits: 0, kind: "plain", zero: false, band: true, span: 20 };

test("numbers in the person's units and language", () => {
  assert.equal(shown({ ...HEART, factor: 3.6, digits: 1 }, 2.5, "de"), "9,0");
  assert.equal(shown(SPEED, 1000 / 300, "en"), "5:00");
  assert.equal(shown(SPEED, 0, "en"), "–");
  assert.equal(shown(HEART, null, "en"), "–");
  assert.equal(paceText(299.6), "5:00");
});

test("the vertical range: zero where it means something, never a storm from nothing", () => {
  assert.equal(extent(SPEED, 1, 3)[0], 0);
  const [low, high] = extent(HEART, 120, 122);
  assert.ok(high - low >= 20 && low < 112 && high > 130);
  assert.deepEqual(extent(HEART, null, null), [0, 20]);
});

test("one knock does not flatten the rest, a busy signal keeps its peaks", () => {
  const calm = Array.from({ length: 1000 }, (_, i) => 20 + (i % 5));
  assert.equal(crest(calm), 24);
  assert.equal(crest([...calm, 220, null]), 36);
  assert.equal(crest(calm.map((value, i) => (i % 20 ? value : 60))), 60);
  assert.equal(crest([null]), null);
});

test("marks: round numbers; paces a runner thinks in, fast above slow", () => {
  assert.deepEqual(marks(HEART, 100, 180, 120, "en").map((mark) => mark.text), ["100", "120", "140", "160", "180"]);
  const paces = marks(SPEED, 0, 5, 120, "en");
  assert.ok(paces.length >= 2 && paces.length <= 5);
  assert.ok(paces.every((mark, i) => !i || mark.at < paces[i - 1].at));
  assert.ok(paces.every((mark) => /^\d+:\d\d$/.test(mark.text)));
});

// What was believed: two frames, a hole, one frame; one source, silent in the second frame.
const reasonsBytes = () =>
  packed(
    "BSB1",
    { start_s: 10, frames: 4, sources: 1, steps: 2, sided: true },
    [0, 1, 2, 3, 4],
    [1, 0.5, NaN, 0],
    [0, 0.25, NaN, 1],
    [0, 0.25, NaN, 0],
    [0, 0, NaN, 0],
    [0, 0, NaN, 0],
    [2, NaN, NaN, -1],
    [0.25, 0.75],
    [0.5, NaN],
    [1, -1],
  );

test("reasons are read as the server packs them", () => {
  const found = decodeReasons(reasonsBytes());
  assert.deepEqual([...found.edge], [10, 11, 12, 13, 14]);
  assert.deepEqual([...found.chance.backward].slice(0, 2), [0, 0.25]);
  assert.equal(found.odds[0][3], -1);
  assert.deepEqual([...found.contact], [10.25, 10.75]);
  assert.ok(Number.isNaN(found.off[1]));
  assert.deepEqual([...found.side], [1, -1]);
  assert.equal(decodeReasons(packed("BSB1", { start_s: 0, frames: 0, sources: 0, steps: 0, sided: false }, [0])).edge.length, 1);
});

test("the band stacks to its height, leaves holes, and leaves out what was never thought possible", () => {
  const paths = stacked(decodeReasons(reasonsBytes()), (seconds) => (seconds - 10) * 10, 40);
  assert.deepEqual(paths.map(({ way }) => way), ["forward", "sideways", "backward"]);
  for (const { d } of paths) assert.equal(d.split("M").length - 1, 2);
  const [forward, , backward] = paths.map(({ d }) => d);
  assert.ok(forward.startsWith("M0 0L5 0L15 0L20 0L20 20L15 20L5 40L0 40Z"), forward);
  assert.ok(backward.endsWith("M30 0L35 0L40 0L40 40L35 40L30 40Z"), backward);
});

test("a source leans up for forward and down for backward, and leaves silence empty", () => {
  const { edge, odds } = decodeReasons(reasonsBytes());
  const { forward, backward } = leaning(edge, odds[0], (seconds) => (seconds - 10) * 10, 40);
  assert.equal(forward, `M0 20V${Math.round((20 - 20 * lean(2)) * 10) / 10}H10V20Z`);
  assert.match(backward, /^M30 20V29\.2H40V20Z$/);
  assert.equal(lean(Infinity), 1);
});

test("the frame at a moment", () => {
  const edge = [10, 11, 12.5, 14];
  assert.deepEqual([9.9, 10, 10.99, 11, 13, 14, 14.1].map((at) => frameAt(edge, at)), [-1, 0, 0, 1, 2, 2, -1]);
  assert.equal(frameAt([0], 0), -1);
});

test("around an event, inside the recording", () => {
  assert.deepEqual(nearby(40, 42, 10, 100), { start: 30, end: 52 });
  assert.deepEqual(nearby(1, 2, 10, 100), { start: 0, end: 21 });
  assert.deepEqual(nearby(1, 2, 10, 8), { start: 0, end: 8 });
});
