"""What metrics are computed from, and what they give."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from backstride.gait.places import Course
from backstride.message import Message, say
from backstride.recording import Bout, Direction, FloatArray, Grade, Recording, Signal, Steps

NAN = float("nan")
MIDDLE = say("middle 90 % of samples")


@dataclass(frozen=True, slots=True)
class Found:
    """A value with its spread, or the reason why there is none."""

    value: float = NAN
    low: float = NAN
    high: float = NAN
    reason: Message | None = None


@dataclass(frozen=True, eq=False, slots=True)
class View:
    """What a metric is computed from. `spans` (k, 2): the stretches it is about; `whole`: that is all of them."""

    recording: Recording
    course: Course
    steps: Steps
    spans: FloatArray
    bouts: Sequence[Bout]
    whole: bool
    found: dict[str, Signal] = field(default_factory=dict)

    def inside(self, time_s: FloatArray) -> NDArray[np.bool_]:
        """(n,) which moments lie in the spans (the last moment of the recording counts)."""
        if self.whole:
            return np.ones(len(time_s), bool)
        at = np.searchsorted(self.spans.ravel(), time_s, side="right")
        return np.asarray(at % 2 == 1)

    def samples(self, name: str) -> FloatArray:
        """Finite samples of a signal within the spans: the device's own first, then what was found from motion."""
        signal = self.recording.signals.get(name, self.found.get(name))
        if signal is None or signal.values.ndim != 1:
            return np.zeros(0)
        values = signal.values[self.inside(signal.time_s)]
        return np.asarray(values[np.isfinite(values)])

    def gained(self, time_s: FloatArray, total: FloatArray) -> float:
        """How much a running total grew over the spans; NaN without one."""
        if len(time_s) < 2:
            return NAN
        if self.whole:
            return float(total[-1] - total[0])
        return float(np.diff(np.interp(self.spans, time_s, total), axis=1).sum())

    def on_the_move(self) -> "View":
        """The same without standing still: a device goes on counting for a moment after the last step."""
        if not self.whole or all(bout.direction is not Direction.STILL for bout in self.bouts):
            return self
        moved = [(bout.start_s, bout.end_s) for bout in self.bouts if bout.direction is not Direction.STILL]
        spans = joined(moved) if moved else np.zeros((0, 2))
        return View(self.recording, self.course, self.steps, spans, self.bouts, False, self.found)

    @property
    def seconds(self) -> float:
        return float(np.diff(self.spans, axis=1).sum())


@dataclass(frozen=True, slots=True)
class Metric:
    """A row of METRICS: whether it is stated of the whole recording, of each direction, and of standing still."""

    key: str
    label: Message
    unit: str
    grade: Grade
    compute: Callable[[View], Found]
    whole: bool = True
    by_direction: bool = True
    standing: bool = False


def joined(spans: list[tuple[float, float]]) -> FloatArray:
    """Touching spans as one, so that no edge is counted twice."""
    out = [list(spans[0])]
    for start, end in spans[1:]:
        if start <= out[-1][1]:
            out[-1][1] = end
        else:
            out.append([start, end])
    return np.array(out)


def spread(samples: FloatArray, reason: Message) -> Found:
    """Mean and middle 90 % of the samples."""
    if not len(samples):
        return Found(reason=reason)
    low, high = np.percentile(samples, (5, 95))
    return Found(float(np.mean(samples)), float(low), float(high))
