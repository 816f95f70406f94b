"""How the simulated runner bounces, as means over the speeds of the force platform: 3 to 17 km/h (Cavagna 2012)."""

from dataclasses import dataclass

import numpy as np

from backstride.recording import Direction, Gait
from backstride.simulate import Part, Person, simulate
from backstride.simulate.body import move

SPEEDS_MPS = tuple(kmh / 3.6 for kmh in range(3, 18, 2))
SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Bounce:
    """Means over the speeds. stiffness: (pi / effective contact)² in 1/s²; the effective contact is the part of a step
    in which the body is pushed upward."""

    peak_mps2: float
    flight_s: float
    contact_s: float
    stiffness: float
    cadence_hz: float


def bounce(direction: Direction) -> Bounce:
    """Of the person who is the middle of what is published."""
    rows = np.array([_at(direction, speed) for speed in SPEEDS_MPS])
    peak, flight, contact, stiffness, cadence = rows.mean(axis=0)
    return Bounce(float(peak), float(flight), float(contact), float(stiffness), float(cadence))


def _at(direction: Direction, speed_mps: float) -> tuple[float, float, float, float, float]:
    part = Part(direction, Gait.RUN, SECONDS, speed_mps)
    body = move((part,), Person(), np.random.default_rng(0))
    step = body.course.step_s
    upward = np.gradient(np.gradient(body.rows["up"], step), step)
    step_s = 0.5 / float(body.course.rate_hz.mean())
    count = round(step_s / step)
    steps = upward[: len(upward) // count * count].reshape(-1, count)
    contact = float((steps > 0).mean()) * step_s
    _, truth = simulate([part])
    flight = float(np.nanmean(truth.contact_s[1:] - truth.off_s[:-1]))
    return float(steps.max(axis=1).mean()), flight, contact, (np.pi / contact) ** 2, 1 / step_s
