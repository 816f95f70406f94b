"""Stumbles, falls and glances: what they do to the rhythm, the course and the limbs."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from backstride.evidence import safety
from backstride.message import say
from backstride.recording import Direction, Event, EventKind, FloatArray, Side
from backstride.simulate.curves import quintic
from backstride.simulate.parts import Happening, Part

FALLEN_M = 0.78  # how far the pelvis comes down
LYING_RAD = 1.35
LOSING_S = 0.2  # from losing balance to coming down
GETTING_UP_S = 2.5
DESCENT_SPREAD_S = 0.08
STUMBLE_S = 1.1
SIMULATED = say("Simulated.")


@dataclass(eq=False, slots=True)
class Upset:
    """All (n,). rate and speed multiply those of the course; rows are added to those of strides.ROWS.

    pitch, roll  of the whole body as it topples; lower: how far the pelvis comes down, m
    down         1 while a fallen person lies
    jolts        (time, how hard over a usual contact)
    """

    rate: FloatArray
    speed: FloatArray
    rows: dict[str, FloatArray]
    pitch: FloatArray
    roll: FloatArray
    lower: FloatArray
    down: FloatArray
    jolts: list[tuple[float, float]]
    events: list[Event]


def upset_of(parts: Sequence[Part], time: FloatArray, generator: np.random.Generator) -> Upset | None:
    """Everything that happens during the parts; None where nothing does."""
    if not any(part.happens for part in parts):
        return None
    count = len(time)
    none = np.zeros(count)
    upset = Upset(np.ones(count), np.ones(count), {}, none, none.copy(), none.copy(), none.copy(), [], [])
    start = 0.0
    for part in parts:
        for one in part.happens:
            _HAPPENS[one.kind](upset, time, start + one.at_s, part, one, generator)
        start += part.duration_s
    return upset


def bump(time: FloatArray, start_s: float, end_s: float) -> FloatArray:
    """From 0 to 1 and back between the two."""
    u = np.clip((time - start_s) / (end_s - start_s), 0, 1)
    return np.asarray(quintic(1 - np.abs(2 * u - 1)))


def rise(time: FloatArray, start_s: float, span_s: float) -> FloatArray:
    """From 0 to 1 in span_s."""
    return quintic(np.clip((time - start_s) / span_s, 0, 1))


def _add(upset: Upset, name: str, values: FloatArray) -> None:
    upset.rows[name] = upset.rows[name] + values if name in upset.rows else values


def _ahead(part: Part) -> float:
    return -1.0 if part.direction is Direction.BACKWARD else 1.0


def _stumbles(
    upset: Upset, time: FloatArray, at: float, part: Part, one: Happening, generator: np.random.Generator
) -> None:
    """The swinging foot catches: one step late, two quick ones, a lunge, arms thrown out, a hard landing."""
    lunge = float(generator.uniform(0.3, 0.6))
    upset.rate *= 1 - 0.7 * bump(time, at - 0.05, at + 0.4) + 0.55 * bump(time, at + 0.3, at + STUMBLE_S)
    upset.speed *= 1 - 0.35 * bump(time, at - 0.05, at + 0.8)
    _add(upset, "chest_pitch", _ahead(part) * lunge * bump(time, at, at + 0.9))
    _add(upset, "pelvis_pitch", 0.5 * _ahead(part) * lunge * bump(time, at, at + 0.8))
    _add(upset, "pelvis_roll", float(generator.normal(0, 0.12)) * bump(time, at, at + 0.6))
    _add(upset, "up", -0.06 * bump(time, at + 0.05, at + 0.85))
    for hand in ("left", "right"):
        _add(upset, f"arm_{hand}", float(generator.normal(0.5, 0.3)) * bump(time, at + 0.05, at + 0.9))
        _add(upset, f"thigh_{hand}", float(generator.normal(0.15, 0.1)) * bump(time, at, at + 0.9))
    upset.jolts += [(at, float(generator.uniform(1.0, 2.0))), (at + 0.42, float(generator.uniform(2.0, 3.5)))]
    upset.events.append(Event(EventKind.STUMBLE, at, at + STUMBLE_S, 1.0, SIMULATED))


def _falls(
    upset: Upset, time: FloatArray, at: float, part: Part, one: Happening, generator: np.random.Generator
) -> None:
    """Balance is lost, the body topples the way it goes, hits the ground, and lies."""
    span = float(np.clip(generator.normal(safety.FALL_DESCENT_S.value, DESCENT_SPREAD_S), 0.42, 0.9))
    impact = at + LOSING_S + span
    stop = float(generator.uniform(0.07, 0.13))
    toppled = np.clip((time - at - LOSING_S) / span, 0, 1) ** 2.2
    if one.lying_s is not None:
        toppled = toppled * (1 - rise(time, impact + one.lying_s, GETTING_UP_S))
    toppled = _softened(toppled, stop, float(time[1] - time[0]))
    back = 0.0 if one.lying_s is None else rise(time, impact + one.lying_s + 0.7 * GETTING_UP_S, 0.3 * GETTING_UP_S)
    sideways = {Side.LEFT: -1.0, Side.RIGHT: 1.0}.get(one.side, 0.0)
    upset.pitch += LYING_RAD * toppled * (0.0 if sideways else _ahead(part))
    upset.roll += LYING_RAD * toppled * sideways
    upset.lower += FALLEN_M * toppled
    upset.rate *= 1 - rise(time, at, LOSING_S + 0.5 * span) + back
    upset.speed *= 1 - rise(time, impact - 0.2, 0.35) + back
    upset.down = np.maximum(upset.down, rise(time, impact - 0.1, 0.2) - back)
    for hand in ("left", "right"):
        _add(upset, f"knee_{hand}", float(generator.uniform(0.1, 0.8)) * toppled)
        _add(upset, f"arm_{hand}", float(generator.uniform(0.3, 1.4)) * toppled)
    upset.jolts.append((impact, float(generator.uniform(3.0, 6.0))))
    end = float(time[-1]) if one.lying_s is None else impact + one.lying_s + GETTING_UP_S
    upset.events.append(Event(EventKind.FALL, at, min(end, float(time[-1])), 1.0, SIMULATED, side=one.side))


def _softened(values: FloatArray, width_s: float, step_s: float) -> FloatArray:
    """No ground is hard: a Hann window of the time in which the body comes to rest."""
    window = np.hanning(max(3, round(width_s / step_s)) + 2)
    smooth = np.convolve(np.pad(values, len(window), mode="edge"), window / window.sum(), "same")
    return np.asarray(smooth[len(window) : len(window) + len(values)])


def _glances(
    upset: Upset, time: FloatArray, at: float, part: Part, one: Happening, generator: np.random.Generator
) -> None:
    """The head turns over a shoulder, the chest a little with it, and back."""
    toward = -1.0 if one.side is Side.RIGHT else 1.0
    far, there, look = generator.uniform(0.8, 1.4), generator.uniform(0.25, 0.45), generator.uniform(0.2, 0.9)
    turned = rise(time, at, there) - rise(time, at + there + look, there)
    _add(upset, "head_yaw", toward * far * turned)
    _add(upset, "head_pitch", float(generator.normal(0.05, 0.05)) * turned)
    _add(upset, "chest_yaw", toward * far * float(generator.uniform(0.1, 0.35)) * turned)
    side = Side.RIGHT if toward < 0 else Side.LEFT
    upset.events.append(Event(EventKind.GLANCE, at, at + 2 * there + look, 1.0, SIMULATED, side=side))


_HAPPENS = {EventKind.STUMBLE: _stumbles, EventKind.FALL: _falls, EventKind.GLANCE: _glances}
