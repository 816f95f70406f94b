"""What the heart did in one recording, by direction and gait.

The heart follows the body late (by half a minute and more), so a minute backward holds much of what came before. Sums
over time (zones, load) count every second where it falls; what compares directions (rate against speed, drift) begins
SETTLE_S after a change of direction, and says nothing where stretches are too short for that.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from backstride.evidence import heart
from backstride.physiology.beats import Fault, Pulse, pulse_of
from backstride.recording import Bout, Direction, FloatArray, Gait, Recording, Signal, Steps

TRAVELLING = (Direction.FORWARD, Direction.BACKWARD, Direction.SIDEWAYS)
WINDOW_S = 15.0
PACE_MPS = 0.2
MOST_WINDOWS = 240
UNEVEN = 0.15  # of the mean speed: beyond it a window is no steady one
BREAK_S = 3.0  # two stretches of one direction with no more than this between them are one
TOP_S, LEAST_S = 15.0, 60.0
RECOVERY_S = 60.0
ENDS_S = 5.0
WORKED_S = 60.0
MINUTE_S = 60.0
QUICKEST_SPM = 400.0


@dataclass(frozen=True, slots=True)
class Part:
    """One direction and gait of a recording.

    seconds   in all, with a heart rate or without
    steps     counted there
    rates     seconds at each heart rate, rounded to whole beats
    """

    direction: Direction
    gait: Gait
    seconds: float
    steps: int
    rates: Mapping[int, float]

    @property
    def heard_s(self) -> float:
        """Seconds with a heart rate."""
        return sum(self.rates.values())

    @property
    def beats(self) -> tuple[FloatArray, FloatArray]:
        """Heart rates and the seconds at each."""
        return np.array([*self.rates], np.float64), np.array([*self.rates.values()], np.float64)


@dataclass(frozen=True, slots=True)
class Point:
    """A steady quarter of a minute."""

    at_s: float
    direction: Direction
    gait: Gait
    speed_mps: float
    bpm: float


@dataclass(frozen=True, slots=True)
class Pace:
    """Mean heart rate and speed of the steady points of one band of speed."""

    direction: Direction
    gait: Gait
    speed_mps: float
    bpm: float
    points: int


@dataclass(frozen=True, slots=True)
class Drift:
    """How much the heart rate rose within a steady stretch, second half against first, as a share.

    per_speed  whether it is of the beats a metre took, because speed was known
    """

    direction: Direction
    gait: Gait
    start_s: float
    end_s: float
    share: float
    per_speed: bool


@dataclass(frozen=True, slots=True)
class Recovery:
    """How far the heart rate fell in the first minute of standing after going in a direction."""

    direction: Direction
    at_s: float
    before_bpm: float
    after_bpm: float

    @property
    def fell_bpm(self) -> float:
        return self.before_bpm - self.after_bpm


@dataclass(frozen=True, slots=True)
class Heard:
    """What one recording tells of the heart, and of the work by direction.

    top_bpm, least_bpm  highest mean of a quarter of a minute, lowest of a minute; NaN without a heart rate
    left_out            seconds of heart rate that could not be believed, by reason
    from_beats          whether the rate was made of beat-to-beat intervals
    """

    parts: tuple[Part, ...] = ()
    points: tuple[Point, ...] = ()
    drifts: tuple[Drift, ...] = ()
    recoveries: tuple[Recovery, ...] = ()
    top_bpm: float = float("nan")
    least_bpm: float = float("nan")
    left_out: Mapping[Fault, float] = field(default_factory=dict)
    from_beats: bool = False

    @property
    def heard_s(self) -> float:
        """Seconds with a heart rate, in whatever direction."""
        return sum(part.heard_s for part in self.parts)

    @property
    def paces(self) -> tuple[Pace, ...]:
        """The points put together in bands of PACE_MPS."""
        bands: dict[tuple[Direction, Gait, int], list[Point]] = {}
        for one in self.points:
            bands.setdefault((one.direction, one.gait, int(one.speed_mps / PACE_MPS)), []).append(one)
        return tuple(
            Pace(
                direction,
                gait,
                round(float(np.mean([one.speed_mps for one in rows])), 3),
                round(float(np.mean([one.bpm for one in rows])), 1),
                len(rows),
            )
            for (direction, gait, _), rows in sorted(bands.items())
        )


def hear(recording: Recording, bouts: Sequence[Bout], steps: Steps, speed: Signal | None = None) -> Heard:
    """All of it. speed: along the ground, where the recording's own signal is not to be taken."""
    pulse = pulse_of(recording.signals)
    speed = speed if speed is not None else recording.signals.get("speed")
    parts = _parts(bouts, _trodden(steps, recording.signals.get("cadence")), pulse)
    if not len(pulse):
        return Heard(parts, left_out=pulse.left_out)
    stretches = _stretches(bouts)
    return Heard(
        parts,
        _points(stretches, pulse, speed),
        tuple(_drifts(stretches, pulse, speed)),
        tuple(_recoveries(bouts, pulse)),
        _extreme(pulse, TOP_S, highest=True),
        _extreme(pulse, LEAST_S, highest=False),
        pulse.left_out,
        pulse.from_beats,
    )


def _trodden(steps: Steps, cadence: Signal | None) -> tuple[FloatArray, FloatArray]:
    """Moments, and how many steps each stands for: single contacts, or what a device counted between its samples."""
    if len(steps.contact_s) or cadence is None or cadence.values.ndim != 1 or len(cadence) < 2:
        return steps.contact_s, np.ones(len(steps.contact_s))
    between = np.minimum(np.diff(cadence.time_s), heart.HOLD_S.value)
    rate = np.clip(np.nan_to_num(cadence.values[1:], posinf=0.0), 0.0, QUICKEST_SPM)
    return cadence.time_s[1:], np.asarray(rate * between / MINUTE_S, np.float64)


def _parts(bouts: Sequence[Bout], trodden: tuple[FloatArray, FloatArray], pulse: Pulse) -> tuple[Part, ...]:
    if not bouts:
        return ()
    starts = np.array([bout.start_s for bout in bouts])
    ends = np.array([bout.end_s for bout in bouts])
    kinds = list(dict.fromkeys((bout.direction, bout.gait) for bout in bouts))
    kind = np.array([kinds.index((bout.direction, bout.gait)) for bout in bouts])

    def within(time_s: FloatArray) -> FloatArray:
        """Which kind of stretch each moment lies in; -1 before the first and after the last."""
        at = np.searchsorted(starts, time_s, side="right") - 1
        inside = (at >= 0) & (time_s <= ends[-1])
        return np.where(inside, kind[np.maximum(at, 0)], -1)

    of_pulse, of_steps = within(pulse.time_s), within(trodden[0])
    whole = np.round(pulse.bpm).astype(np.int64)
    made = []
    for number, (direction, gait) in enumerate(kinds):
        mine = of_pulse == number
        spent = np.bincount(whole[mine], pulse.held_s[mine]) if np.any(mine) else np.zeros(0)
        rates = {int(bpm): round(float(spent[bpm]), 2) for bpm in np.flatnonzero(spent)}
        seconds = float((ends - starts)[kind == number].sum())
        made.append(Part(direction, gait, seconds, round(float(trodden[1][of_steps == number].sum())), rates))
    return tuple(made)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Bouts of one direction and gait that follow each other."""

    start_s: float
    end_s: float
    direction: Direction
    gait: Gait


def _stretches(bouts: Sequence[Bout]) -> tuple[_Stretch, ...]:
    """Travel without a break. A change of gait within a direction is a new one: it changes what the heart must do."""
    made: list[_Stretch] = []
    for bout in bouts:
        if bout.direction not in TRAVELLING or bout.gait is Gait.NONE:
            continue
        last = made[-1] if made else None
        same = last and (last.direction, last.gait) == (bout.direction, bout.gait)
        if last and same and bout.start_s - last.end_s <= BREAK_S:
            made[-1] = _Stretch(last.start_s, bout.end_s, bout.direction, bout.gait)
        else:
            made.append(_Stretch(bout.start_s, bout.end_s, bout.direction, bout.gait))
    return tuple(made)


def _points(stretches: Sequence[_Stretch], pulse: Pulse, speed: Signal | None) -> tuple[Point, ...]:
    """Steady windows of the settled part of each stretch; longer windows where there would be too many."""
    if speed is None or speed.values.ndim != 1:
        return ()
    settled = [(one, one.start_s + heart.SETTLE_S.value) for one in stretches]
    total = sum(max(0.0, one.end_s - begin) for one, begin in settled)
    width = max(WINDOW_S, total / MOST_WINDOWS)
    made = []
    for one, begin in settled:
        for start in np.arange(begin, one.end_s - width + 1e-6, width).tolist():
            values = _finite(speed, start, start + width)
            bpm = pulse.mean(start, start + width)
            if not len(values) or not np.isfinite(bpm):
                continue
            mean = float(values.mean())
            if mean > 0 and float(values.std()) <= UNEVEN * mean:
                at_s = round(start + width / 2, 1)
                made.append(Point(at_s, one.direction, one.gait, round(mean, 3), round(bpm, 1)))
    return tuple(made)


def _drifts(stretches: Sequence[_Stretch], pulse: Pulse, speed: Signal | None) -> list[Drift]:
    """Of every stretch that is long enough and has a heart rate; where speed is known, only at an even one."""
    made = []
    for one in stretches:
        begin = one.start_s + heart.SETTLE_S.value
        if one.end_s - begin < heart.DRIFT_S.value:
            continue
        middle = (begin + one.end_s) / 2
        rates = pulse.mean(begin, middle), pulse.mean(middle, one.end_s)
        if not np.isfinite(sum(rates)):
            continue
        spans = (begin, middle), (middle, one.end_s)
        halves = [np.zeros(0) if speed is None else _finite(speed, *span) for span in spans]
        if any(not len(half) for half in halves):
            made.append(Drift(one.direction, one.gait, begin, one.end_s, rates[1] / rates[0] - 1, per_speed=False))
            continue
        speeds = [float(half.mean()) for half in halves]
        if min(speeds) > 0 and abs(speeds[1] / speeds[0] - 1) <= UNEVEN:
            share = (rates[1] / speeds[1]) / (rates[0] / speeds[0]) - 1
            made.append(Drift(one.direction, one.gait, begin, one.end_s, share, per_speed=True))
    return made


def _recoveries(bouts: Sequence[Bout], pulse: Pulse) -> list[Recovery]:
    """After a minute and more in one direction, where the person then stood for a minute."""
    made = []
    for before, after in pairwise(_joined(bouts)):
        worked = before.direction in TRAVELLING and before.end_s - before.start_s >= WORKED_S
        stood = after.direction is Direction.STILL and after.end_s - after.start_s >= RECOVERY_S
        if not (worked and stood):
            continue
        end = before.end_s
        rates = (
            pulse.mean(end - ENDS_S, end),
            pulse.mean(end + RECOVERY_S - ENDS_S, end + RECOVERY_S),
        )
        if np.isfinite(sum(rates)):
            made.append(Recovery(before.direction, end, round(rates[0], 1), round(rates[1], 1)))
    return made


def _joined(bouts: Sequence[Bout]) -> list[_Stretch]:
    """Neighbours of one direction as one, whatever the gait."""
    made: list[_Stretch] = []
    for bout in bouts:
        if made and made[-1].direction is bout.direction:
            made[-1] = _Stretch(made[-1].start_s, bout.end_s, bout.direction, bout.gait)
        else:
            made.append(_Stretch(bout.start_s, bout.end_s, bout.direction, bout.gait))
    return made


def _finite(signal: Signal, start_s: float, end_s: float) -> FloatArray:
    values = signal.between(start_s, end_s).values
    return np.asarray(values[np.isfinite(values)]) if values.ndim == 1 else np.zeros(0)


def _extreme(pulse: Pulse, width_s: float, *, highest: bool) -> float:
    """The highest or lowest mean of a stretch so long, of those that are filled; NaN where none is."""
    ends = np.searchsorted(pulse.time_s, pulse.time_s + width_s)
    held = np.concatenate(([0.0], np.cumsum(pulse.held_s)))
    beats = np.concatenate(([0.0], np.cumsum(pulse.held_s * pulse.bpm)))
    here = np.arange(len(pulse))
    filled = held[ends] - held[here]
    whole = filled >= 0.9 * width_s
    if not np.any(whole):
        return float("nan")
    means = (beats[ends] - beats[here])[whole] / filled[whole]
    return round(float(means.max() if highest else means.min()), 1)
