"""The table of what is measured, for the whole recording and for each direction."""

import numpy as np

from backstride.evidence import gait as claims
from backstride.gait import form
from backstride.gait.view import MIDDLE, NAN, Found, Metric, View, joined, spread
from backstride.message import say
from backstride.recording import Direction, FloatArray, Gait, Grade, MetricValue

__all__ = ["METRICS", "Metric", "View", "measure"]

LONGEST_HOLD_S = 10.0  # a value stated once a second or so does not hold for longer


def measure(view: View) -> tuple[MetricValue, ...]:
    """Every metric of the whole recording, then of each direction that occurs, in the order of Direction."""
    values = [_value(metric, view, None) for metric in METRICS if metric.whole]
    for direction in Direction:
        spans = [(b.start_s, b.end_s) for b in view.bouts if b.direction is direction]
        if not spans:
            continue
        own = View(view.recording, view.course, view.steps, joined(spans), view.bouts, False, view.found)
        still = direction is Direction.STILL
        values += [
            _value(metric, own, direction) for metric in METRICS if metric.by_direction and metric.standing >= still
        ]
    return tuple(values)


def _value(metric: Metric, view: View, direction: Direction | None) -> MetricValue:
    found = metric.compute(view)
    what = MIDDLE if np.isfinite(found.low) else None
    return MetricValue(
        metric.key,
        metric.label,
        found.value,
        metric.unit,
        found.low,
        found.high,
        metric.grade,
        direction,
        what,
        found.reason if not np.isfinite(found.value) else None,
    )


def _time(view: View) -> Found:
    return Found(view.seconds)


def _elapsed(view: View) -> Found:
    return Found(view.recording.duration_s)


def _timer(view: View) -> Found:
    about = view.recording.about
    if not about.pauses and np.isfinite(about.totals.get("timer_s", NAN)):
        return Found(float(about.totals["timer_s"]))
    stopped = joined(sorted((p.start_s, p.end_s) for p in about.pauses)) if about.pauses else np.zeros((0, 2))
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
    range_of = spread(values[np.isfinite(values)], say("no speed was recorded"))
    return Found(distance.value / seconds, range_of.low, range_of.high)


def _heart_rate(view: View) -> Found:
    return spread(view.samples("heart_rate"), say("no heart rate was recorded"))


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
    return spread(stated[stated > 0], say("neither steps nor cadence were recorded"))


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
        return spread(stated, MIDDLE)
    distance, steps = _distance(view), _steps(view)
    if not np.isfinite(distance.value) or not steps.value > 0:
        return Found(reason=distance.reason or steps.reason)
    return Found(distance.value / steps.value)


def _oscillation(view: View) -> Found:
    return spread(view.samples("vertical_oscillation"), say("no sensor showed the rise and fall of the body"))


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
    Metric("contact_time_s", say("Contact time"), "s", _M, form.contact_time, whole=False),
    *form.ROWS_OF_STEPS,
    Metric("vertical_oscillation_m", say("Vertical oscillation"), "m", _M, _oscillation, whole=False),
    *form.ROWS_OF_RHYTHM,
    Metric("ascent_m", say("Ascent"), "m", _M, _ascent),
    Metric("descent_m", say("Descent"), "m", _M, _descent),
)
