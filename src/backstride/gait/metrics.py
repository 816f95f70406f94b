"""The table of what is measured, for the whole recording and for each direction."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from backstride.evidence import gait as claims
from backstride.gait.places import Course
from backstride.message import Message, say
from backstride.recording import Bout, Direction, FloatArray, Gait, Grade, MetricValue, Recording, Signal, Steps

NAN = float("nan")
LONGEST_HOLD_S = 10.0  # a value stated once a second or so does not hold for longer
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
        spans = _joined(moved) if moved else np.zeros((0, 2))
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


def measure(view: View) -> tuple[MetricValue, ...]:
    """Every metric of the whole recording, then of each direction that occurs, in the order of Direction."""
    values = [_value(metric, view, None) for metric in METRICS if metric.whole]
    for direction in Direction:
        spans = [(b.start_s, b.end_s) for b in view.bouts if b.direction is direction]
        if not spans:
            continue
        own = View(view.recording, view.course, view.steps, _joined(spans), view.bouts, False, view.found)
        still = direction is Direction.STILL
        values += [
            _value(metric, own, direction) for metric in METRICS if metric.by_direction and metric.standing >= still
        ]
    return tuple(values)


def _joined(spans: list[tuple[float, float]]) -> FloatArray:
    """Touching spans as one, so that no edge is counted twice."""
    joined = [list(spans[0])]
    for start, end in spans[1:]:
        if start <= joined[-1][1]:
            joined[-1][1] = end
        else:
            joined.append([start, end])
    return np.array(joined)


def _value(metric: Metric, view: View, direction: Direction | None) -> MetricValue:
    found = metric.compute(view)
    spread = MIDDLE if np.isfinite(found.low) else None
    return MetricValue(
        metric.key,
        metric.label,
        found.value,
        metric.unit,
        found.low,
        found.high,
        metric.grade,
        direction,
        spread,
        found.reason if not np.isfinite(found.value) else None,
    )


def _spread(samples: FloatArray, reason: Message) -> Found:
    if not len(samples):
        return Found(reason=reason)
    low, high = np.percentile(samples, (5, 95))
    return Found(float(np.mean(samples)), float(low), float(high))


def _time(view: View) -> Found:
    return Found(view.seconds)


def _elapsed(view: View) -> Found:
    return Found(view.recording.duration_s)


def _timer(view: View) -> Found:
    about = view.recording.about
    if not about.pauses and np.isfinite(about.totals.get("timer_s", NAN)):
        return Found(float(about.totals["timer_s"]))
    stopped = _joined(sorted((p.start_s, p.end_s) for p in about.pauses)) if about.pauses else np.zeros((0, 2))
    return Found(view.recording.duration_s - float(np.diff(stopped, axis=1).sum()))


def _moving(view: View) -> Found:
    travelling = (Direction.FORWARD, Direction.BACKWARD, Direction.SIDEWAYS, Direction.TURNING)
    lengths = [b.end_s - b.start_s for b in view.bouts if b.direction in travelling or b.gait is not Gait.NONE]
    still = any(b.direction is Direction.STILL for b in view.bouts)
    if not lengths and not still:
        return Found(reason=say("neither motion nor speed was recorded"))
    return Found(float(sum(lengths)))


def _distance(view: View) -> Found:
    gained = view.gained(view.course.time_s, view.course.distance_m)
    if not np.isfinite(gained) and view.whole:
        gained = float(view.recording.about.totals.get("distance_m", NAN))
    return Found(gained, reason=say("no distance, position, speed or lap distance was recorded"))


def _speed(view: View) -> Found:
    distance, seconds = _distance(view), view.seconds
    if not np.isfinite(distance.value) or seconds <= 0:
        return Found(reason=distance.reason)
    speed = view.course.speed
    if speed is None:
        return Found(distance.value / seconds)
    values = speed.values[view.inside(speed.time_s)]
    spread = _spread(values[np.isfinite(values)], say("no speed was recorded"))
    return Found(distance.value / seconds, spread.low, spread.high)


def _heart_rate(view: View) -> Found:
    return _spread(view.samples("heart_rate"), say("no heart rate was recorded"))


def _gaps(view: View) -> FloatArray:
    """Times between following contacts that lie in the spans and belong to one gait (0.2 to 1.5 s)."""
    contact = view.steps.contact_s
    gap = np.diff(contact)
    good = view.inside(contact[1:]) & view.inside(contact[:-1]) & (gap > 0.2) & (gap < 1.5)
    return np.asarray(gap[good])


def _cadence(view: View) -> Found:
    gaps = _gaps(view)
    if len(gaps) > 3:
        # Steps over time, not the middle gap: on a sampling grid that rounds to whole samples.
        low, high = np.percentile(gaps, (5, 95))
        return Found(60.0 / float(gaps.mean()), 60.0 / float(high), 60.0 / float(low))
    stated = view.samples("cadence")
    return _spread(stated[stated > 0], say("neither steps nor cadence were recorded"))


def _steps(view: View) -> Found:
    contact = view.steps.contact_s
    if len(contact):
        return Found(float(np.sum(view.inside(contact))))
    cadence = view.recording.signals.get("cadence")
    if cadence is not None and len(cadence) > 1:
        stated = np.clip(np.nan_to_num(cadence.values[1:]), 0.0, claims.QUICKEST_STEPS_SPM.value)
        made = stated / 60.0 * np.minimum(np.diff(cadence.time_s), LONGEST_HOLD_S)
        return Found(
            float(np.round(view.on_the_move().gained(cadence.time_s, np.concatenate(([0.0], np.cumsum(made))))))
        )
    total = view.recording.about.totals.get("steps", NAN) if view.whole else NAN
    return Found(float(total), reason=say("neither steps nor cadence were recorded"))


def _step_length(view: View) -> Found:
    stated = view.samples("step_length")
    if len(stated):
        return _spread(stated, MIDDLE)
    distance, steps = _distance(view), _steps(view)
    if not np.isfinite(distance.value) or not steps.value > 0:
        return Found(reason=distance.reason or steps.reason)
    return Found(distance.value / steps.value)


def _contact_time(view: View) -> Found:
    stated = view.samples("contact_time")
    if not len(stated):
        on = view.inside(view.steps.contact_s)
        length = (view.steps.off_s - view.steps.contact_s)[on]
        stated = length[np.isfinite(length)]
    return _spread(stated, say("no sensor showed when the feet left the ground"))


def _oscillation(view: View) -> Found:
    return _spread(view.samples("vertical_oscillation"), say("no sensor showed the rise and fall of the body"))


def _ascent(view: View) -> Found:
    gained = view.gained(view.course.climbed_s, view.course.up_m)
    if not np.isfinite(gained) and view.whole:
        gained = float(view.recording.about.totals.get("ascent_m", NAN))
    return Found(gained, reason=say("no elevation was recorded"))


def _descent(view: View) -> Found:
    return Found(view.gained(view.course.climbed_s, view.course.down_m), reason=say("no elevation was recorded"))


_M = Grade.MEASURED
METRICS: tuple[Metric, ...] = (
    Metric("elapsed_s", say("Elapsed time"), "s", _M, _elapsed, by_direction=False),
    Metric("timer_s", say("Time without pauses"), "s", _M, _timer, by_direction=False),
    Metric("moving_s", say("Moving time"), "s", _M, _moving, by_direction=False),
    Metric("time_s", say("Time"), "s", _M, _time, whole=False, standing=True),
    Metric("distance_m", say("Distance"), "m", _M, _distance),
    Metric("speed_mps", say("Speed"), "m/s", _M, _speed, whole=False),
    Metric("heart_rate_bpm", say("Heart rate"), "bpm", _M, _heart_rate, standing=True),
    Metric("cadence_spm", say("Cadence"), "steps/min", _M, _cadence),
    Metric("steps", say("Steps"), "1", _M, _steps),
    Metric("step_length_m", say("Step length"), "m", _M, _step_length, whole=False),
    Metric("contact_time_s", say("Contact time"), "s", _M, _contact_time, whole=False),
    Metric("vertical_oscillation_m", say("Vertical oscillation"), "m", _M, _oscillation, whole=False),
    Metric("ascent_m", say("Ascent"), "m", _M, _ascent),
    Metric("descent_m", say("Descent"), "m", _M, _descent),
)
