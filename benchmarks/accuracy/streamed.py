"""The engine fed while a recording happens, beside the same engine given the whole recording."""

import math
import os
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np

from backstride.gait import Options, analyse
from backstride.gait.tracker import DELAY_S, Tracker
from backstride.recording import Bout, Direction, Recording
from benchmarks.accuracy import captured, real
from benchmarks.accuracy.answers import shown
from benchmarks.accuracy.judge import DIRECTIONS, MOVES, IntArray, seconds
from benchmarks.accuracy.simulated import simulated
from benchmarks.accuracy.table import table
from benchmarks.accuracy.trial import Stretch, Trial
from benchmarks.accuracy.worn import AS_MEASURED, wear

CHUNK_S = 0.1
MOST_WAIT_S = 2.0
SETTLED_S = 20.0  # by then the tracker knows how the sensor sits, if there was motion


@dataclass(frozen=True, eq=False, slots=True)
class Followed:
    """One recording.

    told, batch  (n,) direction of each whole second, as places in DIRECTIONS
    true         (n,) the same; -1 where the labels do not say
    wait_s       longest time that any moment waited to be told
    took_s       processor seconds of the tracker
    """

    source: str
    placement: str
    told: IntArray
    batch: IntArray
    true: IntArray
    wait_s: float
    took_s: float


def trials(data: Path) -> Iterator[Trial]:
    """A few of each kind: to follow a minute takes many times as long as to look at it once."""
    yield from islice(simulated(data), 8)
    yield from islice(real.uci_foot_imu(data), 2)
    yield from (t for t in islice(real.sp_sw_har(data), 90) if "_01_" in t.name)
    yield from islice(real.strikewatch(data), 2)
    yield from (t for t in captured.lafan1(data) if t.name.startswith("walk4") and t.placement != "foot")


def followed(data: Path) -> list[Followed]:
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(follow, trials(data)))


def follow(trial: Trial) -> Followed:
    """No calibration; the place of the sensor is told to both."""
    recording = wear(trial, AS_MEASURED)
    options = Options(placement=trial.placement)
    began = time.process_time()
    told, wait_s = track(recording, options)
    took_s = time.process_time() - began
    whole = analyse(recording, (), options).bouts
    everything = [Stretch(0.0, recording.duration_s, Direction.UNKNOWN, None)]
    tracker, batch = (seconds(everything, bouts).said_direction for bouts in (told, whole))
    return Followed(trial.source, trial.placement, tracker, batch, _true(trial, len(batch)), wait_s, took_s)


def track(recording: Recording, options: Options) -> tuple[tuple[Bout, ...], float]:
    """Bouts of a recording fed in small chunks, and the longest wait of a moment."""
    tracker = Tracker(options)
    force, turning = recording.signals["acceleration"], recording.signals.get("angular_rate")
    edges = np.searchsorted(force.time_s, np.arange(force.time_s[0], force.time_s[-1] + CHUNK_S, CHUNK_S))
    ended: list[Bout] = []
    wait_s, settled_s = 0.0, float(force.time_s[0])
    for first, last in zip(edges, (*edges[1:], len(force.time_s)), strict=True):
        if first == last:
            continue
        chunk = slice(first, last)
        ended += tracker.feed(
            force.time_s[chunk], force.values[chunk], None if turning is None else turning.values[chunk]
        )
        # The oldest moment not told before this chunk was told with it at the earliest. The chunk's own length is the
        # caller's.
        wait_s = max(wait_s, float(force.time_s[first]) - settled_s)
        settled_s = tracker.now.time_s if tracker.now else settled_s
    return (*ended, *tracker.close()), wait_s


def _true(trial: Trial, count: int) -> IntArray:
    """The direction that holds throughout each whole second, counted as `seconds` counts those of the recording."""
    start = 0.5 * (trial.sensor.time_s[-1] % 1.0) + np.arange(count)
    true = np.full(count, -1, dtype=np.int64)
    for stretch in trial.stretches:
        inside = (start >= stretch.start_s) & (start + 1.0 <= stretch.end_s)
        true[inside] = DIRECTIONS.index(stretch.direction)
    return true


def section(found: Sequence[Followed]) -> Iterator[str]:
    """The table of the page."""
    yield "## While it happens"
    yield ""
    yield (
        f"The tracker is fed {CHUNK_S:g} s at a time and never takes back what it said; beside it the same engine, "
        "given the whole recording, knows what comes later. 100 Hz, no calibration, a few recordings of each kind. "
        f"“Later” is from {SETTLED_S:g} s on, when it had time to find out how the sensor sits. Rightly: of seconds "
        f"labelled forward or backward. Its stated delay is {DELAY_S:g} s; no moment shall wait for more than "
        f"{MOST_WAIT_S:g} s."
    )
    yield ""
    head = ["", "", "seconds", "same as whole", "same, later", "rightly", "whole, rightly", "longest wait", "work"]
    rows = []
    for source, placement in dict.fromkeys((one.source, one.placement) for one in found):
        mine = [one for one in found if (one.source, one.placement) == (source, placement)]
        rows.append([source, placement, *_cells(mine)])
    yield from table(head, rows)


def _cells(found: Sequence[Followed]) -> list[str]:
    told, batch, true = (np.concatenate([getattr(one, name) for one in found]) for name in ("told", "batch", "true"))
    later = np.concatenate([np.arange(len(one.told)) >= SETTLED_S for one in found])
    moving = np.isin(true, [DIRECTIONS.index(way) for way in MOVES])
    length = len(told)
    shares = (
        _share(told == batch),
        _share((told == batch)[later]),
        _share((told == true)[moving]),
        _share((batch == true)[moving]),
    )
    wait_s = max(one.wait_s for one in found)
    mark = "" if wait_s <= MOST_WAIT_S + 1e-6 else ", **too long**"
    work = sum(one.took_s for one in found) / length
    return [
        str(length),
        *(shown(share, "share") for share in shares),
        f"{wait_s:.2f} s{mark}",
        f"{work * 1000:.0f} ms a second",
    ]


def _share(same: np.ndarray) -> float:
    return float(np.mean(same)) if len(same) else math.nan
