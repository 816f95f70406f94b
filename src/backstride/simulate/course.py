"""Where the body goes on average and how far through its stride it is: parts laid end to end and eased together.

Speed changes over one to a few steps, with the acceleration a person of that quickness has; cadence is there before
the speed and outlasts it, so first and last steps are short. All integrals over a change equal those of a jump at the
border of the parts, so distances and turns are exactly as asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from backstride.recording import Direction, FloatArray
from backstride.simulate.curves import quintic
from backstride.simulate.parts import TRAVELLING, Part
from backstride.simulate.strides import Stride, stride_of
from backstride.simulate.style import Person
from backstride.simulate.upsets import Upset, upset_of

EASE_S = 0.5  # the quickest change of what the body does
TURN_EASE_S = 0.4
WAVES, BLOCK = 6, 512  # of a drift
ROWS_AT_ONCE = 32  # few enough that the product is not handed to threads, which cost more than they give here
LONGEST_SHARE = 0.7  # of a part that may go into the changes at its ends
RATE_EASE_S = 0.35
SWAY_RAD = 0.006  # of a person who stands
SWAY_M = 0.006
READY = 0.04  # phase at which one foot has just come down and the other is about to leave

Weight = tuple[tuple[int, int, FloatArray], ...]


@dataclass(frozen=True, eq=False, slots=True)
class Course:
    """All (n,) but what says otherwise, on a steady clock.

    weight      (parts, 3): from sample, to sample, how much of that part is in the body by then
    phase       strides since the start, never falling; rate_hz its slope
    loudness    how large this step is over the usual
    forward_mps, leftward_mps   the mean velocity in the frame of the body that faces `facing` (rad, from east)
    place       (n, 3) metres; travelled_m along the way
    still       1 standing or lying, 0 not
    upset       stumbles, falls and glances; None where there are none
    """

    time_s: FloatArray
    strides: tuple[Stride, ...]
    weight: Weight
    phase: FloatArray
    rate_hz: FloatArray
    duty: FloatArray
    loudness: FloatArray
    forward_mps: FloatArray
    leftward_mps: FloatArray
    facing: FloatArray
    place: FloatArray
    travelled_m: FloatArray
    still: FloatArray
    upset: Upset | None

    @property
    def step_s(self) -> float:
        """Of the clock."""
        return float(self.time_s[1] - self.time_s[0]) if len(self.time_s) > 1 else 0.005

    def mixed(self, values: Sequence[float]) -> FloatArray:
        """A value of each part, eased from one to the next."""
        return mix(len(self.time_s), self.weight, values)


def mix(count: int, weight: Weight, values: Sequence[float]) -> FloatArray:
    """A value of each part, eased from one to the next, (count,)."""
    total = np.zeros(count)
    for (first, last, share), value in zip(weight, values, strict=True):
        if value:
            total[first:last] += value * share
    return total


def lay(
    parts: Sequence[Part], person: Person, generator: np.random.Generator, rate_hz: float, facing_rad: float = 0.0
) -> Course:
    """The parts end to end on a clock of `rate_hz`. Raises ValueError without parts."""
    if not parts:
        raise ValueError("nobody can do nothing: no parts")
    ends = np.cumsum([part.duration_s for part in parts])
    time = np.arange(max(2, round(float(ends[-1]) * rate_hz))) / rate_hz
    strides = tuple(stride_of(person, part) for part in parts)
    aims = _velocities(parts)
    widths = _widths(parts, aims, person)
    ramps = tuple(_ramp(time, at, width) for at, width in zip(ends[:-1], widths, strict=True))
    weight = _weights(len(time), ramps)
    rates = [stride.rate_hz for stride in strides]

    def mixed(values: Sequence[float]) -> FloatArray:
        return mix(len(time), weight, values)

    jitter = mixed([stride.way.jitter for stride in strides])
    still = mixed([float(rate == 0) for rate in rates])
    rate = _quickly(time, ends, widths, rates, rates) * (1 + jitter * drift(generator, time, 0.3, 2.0))
    upset = upset_of(parts, time, generator)
    if upset:
        rate, still, jitter = rate * upset.rate, np.maximum(still, upset.down), jitter * (1 - upset.down)
    step = 1 / rate_hz
    turning = _turning(time, parts, ends)
    wander = mixed([stride.way.wander_rad for stride in strides]) * (1 - still) * drift(generator, time, 0.02, 0.3)
    path = facing_rad + np.cumsum(turning[0]) * step + wander
    offset = np.cumsum(turning[1]) * step
    pace = 1 + 0.04 * drift(generator, time, 0.02, 0.15) * (1 - still)
    pace = pace * upset.speed if upset else pace
    ahead, aside = (mixed(aims[:, k].tolist()) * pace for k in (0, 1))
    place = np.empty((len(time), 3))
    place[:, 0] = np.cumsum(ahead * np.cos(path) - aside * np.sin(path)) * step
    place[:, 1] = np.cumsum(ahead * np.sin(path) + aside * np.cos(path)) * step
    fast = np.hypot(ahead, aside)
    place[:, 2] = np.cumsum(fast * mixed([part.slope for part in parts])) * step
    return Course(
        time_s=time,
        strides=strides,
        weight=weight,
        phase=_phase(generator.uniform() + np.cumsum(rate) * step, time, ends, rates),
        rate_hz=rate,
        duty=_quickly(time, ends, widths, rates, [stride.duty for stride in strides]),
        loudness=1 + 2.5 * jitter * drift(generator, time, 0.3, 2.0),
        forward_mps=ahead * np.cos(offset) + aside * np.sin(offset),
        leftward_mps=aside * np.cos(offset) - ahead * np.sin(offset),
        facing=path + offset,
        place=place,
        travelled_m=np.cumsum(fast) * step,
        still=still,
        upset=upset,
    )


def drift(generator: np.random.Generator, time: FloatArray, low_hz: float, high_hz: float) -> FloatArray:
    """A smooth noise (n,) of unit variance between two frequencies, on a steady clock that starts at 0."""
    speed = 2 * np.pi * np.exp(generator.uniform(np.log(low_hz), np.log(high_hz), WAVES))
    turn = generator.uniform(0, 2 * np.pi, WAVES)
    # cos(a + b) from the cosines and sines of coarse and of fine steps: a product of two small tables.
    step = time[1] - time[0]
    fine = np.outer(speed, np.arange(BLOCK) * step)
    coarse = np.outer(np.arange(-(-len(time) // BLOCK)) * (BLOCK * step), speed) + turn
    left, right = np.hstack((np.cos(coarse), -np.sin(coarse))), np.vstack((np.cos(fine), np.sin(fine)))
    parts = [left[k : k + ROWS_AT_ONCE] @ right for k in range(0, len(left), ROWS_AT_ONCE)]
    return np.asarray(np.concatenate(parts).ravel()[: len(time)] * np.sqrt(2 / WAVES))


def _velocities(parts: Sequence[Part]) -> FloatArray:
    """(parts, 2) velocity of each part along its path and to the left of it: the path does not turn under a turn that
    travels on, the body does."""
    offset = 0.0
    last = np.array([1.0, 0.0])
    found = []
    for part in parts:
        if part.direction is Direction.TURNING and part.travels_on:
            found.append(last * part.speed_mps)
            offset += part.turned_rad
            continue
        pace = part.speed_mps if part.direction in TRAVELLING else 0.0
        way = {
            Direction.BACKWARD: (-1.0, 0.0),
            Direction.SIDEWAYS: (0.0, 1.0 if part.leftward else -1.0),
        }.get(part.direction, (1.0, 0.0))
        c, s = np.cos(offset), np.sin(offset)
        along = np.array([way[0] * c - way[1] * s, way[0] * s + way[1] * c])
        found.append(along * pace)
        last = along if pace else last
    return np.array(found)


def _widths(parts: Sequence[Part], aims: FloatArray, person: Person) -> FloatArray:
    """How long each change of part takes, (parts - 1,); never so long that it meets the next."""
    change = np.linalg.norm(np.diff(aims, axis=0), axis=1) / person.quickness_mps2
    spans = np.array([part.duration_s for part in parts])
    return np.asarray(np.minimum(np.maximum(change, EASE_S), LONGEST_SHARE * np.minimum(spans[:-1], spans[1:])))


def _ramp(time: FloatArray, middle: float, width: float) -> tuple[int, int, FloatArray]:
    """From sample, to sample, and the eased rise from 0 to 1 between them."""
    first, last = np.searchsorted(time, (middle - width / 2, middle + width / 2))
    return int(first), int(last), quintic(np.clip((time[first:last] - middle) / max(width, 1e-9) + 0.5, 0, 1))


def _weights(count: int, ramps: Weight) -> Weight:
    found = []
    for k in range(len(ramps) + 1):
        first = ramps[k - 1][0] if k else 0
        last = ramps[k][1] if k < len(ramps) else count
        share = np.ones(last - first)
        if k:
            share[: ramps[k - 1][1] - first] = ramps[k - 1][2]
        if k < len(ramps):
            share[ramps[k][0] - first :] *= 1 - ramps[k][2]
        found.append((first, last, share))
    return tuple(found)


def _quickly(
    time: FloatArray, ends: FloatArray, widths: FloatArray, rates: Sequence[float], values: Sequence[float]
) -> FloatArray:
    """A value of each part where the rhythm is concerned: there before the first step, kept until the last."""
    total = np.full(len(time), values[0], float)
    for k, width in enumerate(widths):
        starts, stops = float(not rates[k]), float(not rates[k + 1])
        quick = min(RATE_EASE_S, float(width)) if starts or stops else float(width)
        first, last, rise = _ramp(time, float(ends[k]) + 0.5 * (width - quick) * (stops - starts), quick)
        change = values[k + 1] - values[k]
        total[first:last] += change * rise
        total[last:] += change
    return total


def _phase(phase: FloatArray, time: FloatArray, ends: FloatArray, rates: Sequence[float]) -> FloatArray:
    """Who stands has set the feet so that one of them can leave at once: nothing else shows the phase of the stride."""
    for k, rate in enumerate(rates):
        if not rate:
            middle = np.searchsorted(time, ends[k] - 0.5 * (ends[k] - (ends[k - 1] if k else 0.0)))
            phase[middle:] += (READY - phase[min(middle, len(phase) - 1)]) % 0.5
    return phase


def _turning(time: FloatArray, parts: Sequence[Part], ends: FloatArray) -> FloatArray:
    """(2, n) rad/s: of the path, and of the body against its path."""
    total = np.zeros((2, len(time)))
    for part, end in zip(parts, ends, strict=True):
        if not part.turned_rad:
            continue
        row = int(part.direction is Direction.TURNING and part.travels_on)
        width = min(TURN_EASE_S, 0.5 * part.duration_s)
        a, b, rise = _ramp(time, end - part.duration_s + width / 2, width)
        c, d, fall = _ramp(time, end - width / 2, width)
        shape = np.ones(d - a)
        shape[: b - a] = rise
        shape[c - a :] *= 1 - fall
        total[row, a:d] += shape * part.turned_rad / (part.duration_s - width)
    return total
