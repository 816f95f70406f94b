"""What the legs do to the centre of mass: one law for both gaits and both directions.

A leg on the ground pushes along itself, so its horizontal force is its vertical force times the distance by which the
body is ahead of the pressure under the foot, over the leg's length. With one hump of force and a flight (a spring)
the body brakes while it falls and pushes while it rises; with a foot always down and two humps it vaults over the
leg (an inverted pendulum) and brakes while it rises. Nothing here sets that sign: it follows.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstride.evidence import gait as claims
from backstride.recording import FloatArray, Gait
from backstride.simulate.curves import GRID, harmonics
from backstride.simulate.style import HARMONICS, ComplexArray, Person, Way

GRAVITY = claims.STANDARD_GRAVITY.value
HEIGHT = 1.08  # of the centre of mass, over the leg
ROLLED = {Gait.WALK: 1.85, Gait.RUN: 1.0}  # a walker's pressure goes from heel to toe
RISE = (0.95, 0.28)  # of a walking body over what a stiff leg would give: at rest, and less for each m/s
HUMPS = (-0.25, 1.2)  # between one sharp hump and two that nearly part
UNEVEN = 0.2  # share of the difference between the legs that reaches the body: the rest is evened out


@dataclass(frozen=True, slots=True)
class Rhythm:
    """One stride: strides a second, share of it that a foot is down, phase of the right contact, speed of travel."""

    rate_hz: float
    duty: float
    right_at: float
    speed_mps: float


def springing(way: Way, share: FloatArray) -> FloatArray:
    """Vertical force of a running contact, share from 0 to 1; no unit, 0 outside."""
    on, s = _within(share)
    b = way.brake_share
    warped = np.where(s < b, 0.5 * s / b, 0.5 + 0.5 * (s - b) / (1 - b))
    power = np.where(s < b, way.landing_power, way.takeoff_power)
    return np.where(on, np.sin(np.pi * warped) ** power, 0.0)


def vaulting(way: Way, share: FloatArray, hump: float) -> FloatArray:
    """Vertical force of a walking contact: one hump, with a second wave that makes it two."""
    on, s = _within(share)
    humps = np.sin(np.pi * s) + hump * np.sin(3 * np.pi * s)
    return np.where(on, humps * (1 + way.skew * np.cos(np.pi * s)), 0.0)


def hump_of(person: Person, way: Way, rhythm: Rhythm) -> float:
    """How double-humped the force must be for the body to rise over its leg as people do.

    Over a stiff leg it would rise by step length squared over eight leg lengths; legs give, and more at speed. With
    RISE the excursion goes from about 3 cm at 0.7 m/s to 5 cm at 1.6 m/s; that is an assumption.
    """
    phase = np.arange(GRID) / GRID
    turns = 2 * np.pi * 2 * rhythm.rate_hz
    wave = np.cos(2 * np.pi * 2 * (phase - rhythm.duty / 2))
    share, opposite = phase / rhythm.duty, ((phase - 0.5) % 1.0) / rhythm.duty
    plain, bent = (vaulting(way, share, h) + vaulting(way, opposite, h) for h in (0.0, 1.0))
    bent = bent - plain
    step_m = 0.5 * rhythm.speed_mps / rhythm.rate_hz
    share_of = way.rise * max(RISE[0] - RISE[1] * rhythm.speed_mps, 0.3)
    wanted = -(turns**2) * (0.5 * share_of * step_m**2 / (8 * person.leg_m)) / GRAVITY
    size = [2 * float(np.mean(row * wave)) for row in (plain, bent)]
    mean = [float(np.mean(row)) for row in (plain, bent)]
    return float(np.clip((wanted * mean[0] - size[0]) / (size[1] - wanted * mean[1]), *HUMPS))


def sway(gait: Gait, person: Person, way: Way, rhythm: Rhythm) -> ComplexArray:
    """How the centre of mass departs from its mean course: coefficients (3, HARMONICS) in metres.

    Rows: along the way of travel, to the left of it, up.
    """
    phase = np.arange(GRID) / GRID
    along, left, up = np.zeros(GRID), np.zeros(GRID), np.zeros(GRID)
    rolled = max(rhythm.speed_mps * rhythm.duty / rhythm.rate_hz - ROLLED[gait] * way.rolled_m, 0.0)
    hump = 0.0 if gait is Gait.RUN else hump_of(person, way, rhythm)
    for contact, strength, across in (
        (0.0, 1 + person.limp, -0.5 * person.step_width_m),
        (rhythm.right_at, 1 - person.limp, 0.5 * person.step_width_m),
    ):
        share = ((phase - contact) % 1.0) / rhythm.duty
        force = strength * (springing(way, share) if gait is Gait.RUN else vaulting(way, share, hump))
        middle = way.brake_share if gait is Gait.RUN else 0.5
        up += force
        along += force * rolled * (np.clip(share, 0, 1) - middle)
        left += force * across
    height = HEIGHT * person.leg_m
    weight = GRAVITY / up.mean()
    _, coefficients = harmonics(np.stack((along / height, left / height, up)) * weight)
    coefficients[[0, 2], ::2] *= UNEVEN
    turns = 2 * np.pi * rhythm.rate_hz * np.arange(1, HARMONICS + 1)
    return np.asarray(-coefficients / turns**2)


def _within(share: FloatArray) -> tuple[NDArray[np.bool_], FloatArray]:
    on = (share >= 0) & (share < 1)
    return on, np.where(on, share, 0.0)
