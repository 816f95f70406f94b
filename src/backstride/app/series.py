"""Signals for charts and maps, at a level of detail: what a screen can show, however long the recording is."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstride import gait
from backstride.recording import SIGNALS, FloatArray, Signal, Steps
from backstride.store import Store

_GAP_INTERVALS = 5.0  # samples further apart than so many usual intervals have a hole between them
_LEAST_GAP_S = 2.5
_STEPS_TOGETHER = 5  # single steps jitter more than a person's cadence does
_LONGEST_STEP_S = 2.0


@dataclass(frozen=True, eq=False, slots=True)
class Level:
    """One signal between two moments, at one level of detail. Signals with x, y and z come as their magnitude.

    time_s     (n,) seconds since the recording's start; the middle of the samples that a point stands for
    mean       (n,) NaN where samples are missing
    low, high  (n,) the extremes among those samples; None where every point is one sample
    gap_s      samples further apart than this are not to be joined by a line
    """

    name: str
    unit: str
    time_s: FloatArray
    mean: FloatArray
    low: FloatArray | None
    high: FloatArray | None
    gap_s: float


@dataclass(frozen=True, eq=False, slots=True)
class Series:
    """The levels of the signals asked for; those that the recording does not have, and positions, are left out."""

    start_s: float
    end_s: float
    levels: tuple[Level, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Track:
    """Where a recording went: (n,) seconds, degrees north, degrees east (WGS 84), without missing positions."""

    time_s: FloatArray
    lat: FloatArray
    lon: FloatArray


def series(
    store: Store, id_: str, names: Iterable[str], start_s: float = 0.0, end_s: float = np.inf, points: int = 1024
) -> Series:
    """The named signals with start_s <= time < end_s, in at most `points` points each. Raises NotFound.

    Where no device counted it, cadence comes from the steps that the analysis found.
    """
    wanted = list(dict.fromkeys(names))
    there = store.recordings.signals(id_, wanted)
    if "cadence" in wanted and "cadence" not in there:
        there = there | _counted(store, id_)
    drawn = [name for name in wanted if name in there and "lat" not in there[name].axes]
    levels = tuple(level(name, there[name], start_s, end_s, points) for name in drawn)
    last = max((float(signal.time_s[-1]) for signal in there.values() if len(signal)), default=0.0)
    return Series(start_s, min(end_s, last), levels)


def _counted(store: Store, id_: str) -> dict[str, Signal]:
    kept = store.analyses.of(id_, gait.RECIPE)
    steps = kept.analysis.steps if kept and kept.analysis else Steps()
    return {"cadence": step_cadence(steps)} if len(steps.contact_s) > _STEPS_TOGETHER else {}


def step_cadence(steps: Steps) -> Signal:
    """Steps a minute at each contact but the first: the median of five; NaN after a pause."""
    contact_s = np.unique(steps.contact_s)
    between = np.diff(contact_s)
    around = np.pad(60.0 / between, _STEPS_TOGETHER // 2, mode="edge")
    usual = np.median(np.lib.stride_tricks.sliding_window_view(around, _STEPS_TOGETHER), axis=1)
    return Signal(contact_s[1:], np.where(between > _LONGEST_STEP_S, np.nan, usual), "steps/min")


def level(name: str, signal: Signal, start_s: float, end_s: float, points: int) -> Level:
    """One signal, summed up in stretches of equal length where it has more samples than points."""
    kind = SIGNALS.get(name)
    interval = float(np.median(np.diff(signal.time_s))) if len(signal) > 1 else 0.0
    gap_s = max(_GAP_INTERVALS * interval, _LEAST_GAP_S)
    # One sample more on either side, so that a line reaches the edges of the chart.
    first, last = np.searchsorted(signal.time_s, (start_s, end_s))
    first, last = max(int(first) - 1, 0), min(int(last) + 1, len(signal))
    time_s, values = signal.time_s[first:last], _plain(signal.values[first:last])
    unit = kind.unit if kind else signal.unit
    if len(time_s) <= points:
        return Level(name, unit, time_s, values, None, None, gap_s)
    edges = np.linspace(time_s[0], time_s[-1], points + 1)[:-1]
    starts = np.unique(np.searchsorted(time_s, edges))
    middle, mean, low, high = _summed_up(time_s, values, starts)
    return Level(name, unit, middle, mean, low, high, max(gap_s, 2.0 * (time_s[-1] - time_s[0]) / points))


def track(store: Store, id_: str, points: int = 4096) -> Track:
    """The way on the ground, thinned to about `points` places: of every stretch its start and its farthest bend."""
    position = store.recordings.signals(id_, ("position",)).get("position")
    if position is None:
        return Track(np.zeros(0), np.zeros(0), np.zeros(0))
    there = np.isfinite(position.values).all(axis=1)
    time_s, places = position.time_s[there], position.values[there]
    if len(time_s) > points:
        kept = _bends(places, max(points // 2, 2))
        time_s, places = time_s[kept], places[kept]
    return Track(time_s, places[:, 0].copy(), places[:, 1].copy())


def _plain(values: FloatArray) -> FloatArray:
    return values if values.ndim == 1 else np.sqrt(np.einsum("ij,ij->i", values, values))


def _summed_up(
    time_s: FloatArray, values: FloatArray, starts: NDArray[np.int64]
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """Middle time, mean, least and greatest of the samples from each start to the next, missing ones left out."""
    there = np.isfinite(values)
    counts = np.add.reduceat(there, starts, dtype=np.float64)
    sums = np.add.reduceat(np.where(there, values, 0.0), starts)
    mean = np.divide(sums, counts, out=np.full(len(starts), np.nan), where=counts > 0)
    ends = np.append(starts[1:], len(time_s)) - 1
    middle = (time_s[starts] + time_s[ends]) / 2
    return middle, mean, np.fmin.reduceat(values, starts), np.fmax.reduceat(values, starts)


def _bends(places: FloatArray, stretches: int) -> NDArray[np.int64]:
    """Indices: of `stretches` equal runs the first place, and the one farthest from the line to the next run."""
    starts = np.linspace(0, len(places) - 1, stretches + 1).astype(np.int64)
    run = np.searchsorted(starts, np.arange(len(places)), side="right") - 1
    run = np.minimum(run, stretches - 1)
    flat = places * (1.0, 1.0)
    flat[:, 1] *= np.cos(np.radians(places[:, 0]))
    origin, line = flat[starts[run]], flat[starts[run + 1]] - flat[starts[run]]
    away = flat - origin
    off = np.abs(line[:, 0] * away[:, 1] - line[:, 1] * away[:, 0]) + 1e-3 * np.hypot(*away.T) * np.hypot(*line.T)
    order = np.lexsort((off, run))
    farthest = order[np.searchsorted(run[order], np.arange(stretches), side="right") - 1]
    return np.unique(np.concatenate((starts, farthest)))
