"""The short stretches of time that every source of evidence speaks about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from backstride.recording import FloatArray, Label, Recording, Signal

FRAME_S = 0.5


@dataclass(frozen=True, eq=False, slots=True)
class Frames:
    """`edge_s` (n + 1,) from 0 to the duration. A regular grid, cut besides wherever a person or a device drew a line,
    so that what they said holds to the sample."""

    edge_s: FloatArray

    def __len__(self) -> int:
        return len(self.edge_s) - 1

    @property
    def middle_s(self) -> FloatArray:
        return np.asarray(0.5 * (self.edge_s[1:] + self.edge_s[:-1]))

    @property
    def length_s(self) -> FloatArray:
        return np.diff(self.edge_s)

    def between(self, start_s: float, end_s: float) -> slice:
        """The frames whose middles lie in the stretch (none where an end is NaN)."""
        if not start_s < end_s:
            return slice(0, 0)
        first, last = np.searchsorted(self.middle_s, (start_s, end_s))
        return slice(int(first), int(last))


def lay_frames(recording: Recording, labels: Sequence[Label]) -> Frames:
    """Cut the recording into frames."""
    duration = recording.duration_s
    if not duration > 0:
        return Frames(np.zeros(1))
    about = recording.about
    drawn = list(_edges((*about.laps, *about.plan_steps, *about.pauses, *labels)))
    grid = np.arange(0.0, duration, FRAME_S)
    edges = np.unique(np.clip(np.concatenate((grid, [e for e in drawn if np.isfinite(e)])), 0.0, duration))
    return Frames(np.append(edges[edges < duration], duration))


def average(signal: Signal | None, frames: Frames, reach_s: float) -> FloatArray:
    """(n,) mean of the signal's finite samples within `reach_s` of each frame's middle; NaN where there is none."""
    if signal is None or not len(signal) or not len(frames):
        return np.full(len(frames), np.nan)
    good = np.isfinite(signal.values)
    total = np.concatenate(([0.0], np.cumsum(np.where(good, signal.values, 0.0))))
    count = np.concatenate(([0], np.cumsum(good)))
    first = np.searchsorted(signal.time_s, frames.middle_s - reach_s)
    last = np.searchsorted(signal.time_s, frames.middle_s + reach_s, side="right")
    number = count[last] - count[first]
    return np.where(number > 0, (total[last] - total[first]) / np.maximum(number, 1), np.nan)


def _edges(stretches: Iterable[object]) -> Iterable[float]:
    for stretch in stretches:
        yield from (float(stretch.start_s), float(stretch.end_s))  # type: ignore[attr-defined]
