"""A mechanical runner: where each part of the body is at every moment, from parts of known direction and gait.

1. The stride phase runs forward in forward gait and in reverse in backward gait: backward limb motion is close to
   forward motion reversed in time (Lee 2013), and so is the sense of the coupling between bounce and speed.
2. Running bounces on a spring: half-sine vertical force, flight in between, braking in the first part of contact and
   pushing in the second. Walking vaults over a stiff leg: slowest at the top.
3. Feet are planted exactly during stance; thigh, knee, foot and arms swing between published extremes.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstride.evidence import gait as claims
from backstride.recording import Direction, FloatArray, Gait
from backstride.simulate.parts import TRAVELLING, Part

GRAVITY = claims.STANDARD_GRAVITY.value
HIP_TO_KNEE_M = 0.42
EASE_S = 0.6  # how long a change of speed takes
HARMONICS = 10

# (share of the stride, angle in rad): extremes between which the curve eases. Stance is [0, duty) of the stride.
Knots = tuple[tuple[float, float], ...]
THIGH: dict[Gait, Knots] = {  # flexion positive
    Gait.WALK: ((0.0, 0.42), (0.52, -0.26), (0.86, 0.46), (1.0, 0.42)),
    Gait.RUN: ((0.0, 0.50), (0.38, -0.35), (0.78, 0.75), (1.0, 0.50)),
}
KNEE: dict[Gait, Knots] = {  # flexion positive
    Gait.WALK: ((0.0, 0.05), (0.14, 0.30), (0.40, 0.05), (0.72, 1.10), (0.97, 0.02), (1.0, 0.05)),
    Gait.RUN: ((0.0, 0.25), (0.15, 0.70), (0.34, 0.25), (0.62, 1.75), (0.96, 0.20), (1.0, 0.25)),
}
FOOT: dict[Gait, Knots] = {  # toes up positive; flat in the middle of stance
    Gait.WALK: ((0.0, 0.35), (0.10, 0.0), (0.36, 0.0), (0.64, -1.05), (0.86, 0.05), (0.96, 0.36), (1.0, 0.35)),
    Gait.RUN: ((0.0, 0.15), (0.06, 0.0), (0.20, 0.0), (0.48, -1.50), (0.80, -0.10), (0.95, 0.18), (1.0, 0.15)),
}
ARM: dict[Gait, Knots] = {  # forward positive; the arm goes with the other leg
    Gait.WALK: ((0.0, -0.30), (0.50, 0.35), (1.0, -0.30)),
    Gait.RUN: ((0.0, -0.70), (0.50, 0.15), (1.0, -0.70)),
}
ELBOW = {Gait.WALK: 0.3, Gait.RUN: 1.5}
LANDING_SHARE = 0.46  # of contact, spent braking when running forward; reversed in time when running backward


@dataclass(frozen=True, eq=False, slots=True)
class Motion:
    """The course of the simulation, all (n,): signed stride phase, amplitudes by gait, place and heading."""

    time_s: FloatArray
    phase: FloatArray
    strides_per_s: FloatArray  # smoothed, never negative
    pace_hz: FloatArray  # steps a second of the last part that took any: it sets how high a body bounces
    stride_m: FloatArray
    weight: dict[Gait, FloatArray]
    duty: FloatArray
    speed: FloatArray  # signed along the way the body faces
    sideways: FloatArray  # m/s to the left
    heading: FloatArray
    travelled_m: FloatArray
    height_m: FloatArray


@dataclass(frozen=True, eq=False, slots=True)
class Segment:
    """Where a point of the body is and how its segment is turned: place (n, 3) in the world, angles (n,)."""

    place: FloatArray
    pitch: FloatArray  # top leaning forward positive
    roll: FloatArray
    yaw: FloatArray


def duty_of(part: Part) -> float:
    """Share of the stride one foot spends on the ground."""
    if part.gait is Gait.WALK:
        return 0.62
    if part.gait is Gait.NONE:
        return 1.0
    back = part.direction is Direction.BACKWARD
    flight = (claims.FLIGHT_BACKWARD_S if back else claims.FLIGHT_FORWARD_S).value
    return max(0.2, 0.5 - flight * part.steps_per_minute / 120)


def move(parts: Sequence[Part], rate_hz: float) -> Motion:
    """Lay the parts end to end on a clock of `rate_hz` and ease from one to the next."""
    edges = np.concatenate(([0.0], np.cumsum([part.duration_s for part in parts])))
    time = np.arange(round(float(edges[-1]) * rate_hz)) / rate_hz
    which = np.clip(np.searchsorted(edges, time, side="right") - 1, 0, len(parts) - 1)
    back = np.array([-1.0 if part.direction is Direction.BACKWARD else 1.0 for part in parts])
    side = np.array([part.direction is Direction.SIDEWAYS for part in parts])
    pace = np.array([part.speed_mps if part.direction in TRAVELLING else 0.0 for part in parts])
    strides = np.array([part.steps_per_minute / 120 for part in parts])
    length = np.divide(pace, strides, out=np.zeros(len(parts)), where=strides > 0) * ~side

    def eased(values: FloatArray) -> FloatArray:
        return _ease(values[which], rate_hz)

    speed = eased(pace * back * ~side)
    turning = eased(np.array([part.turned_rad / part.duration_s for part in parts]))
    across = eased(pace * side)
    step = 1 / rate_hz
    slope = eased(np.array([part.slope for part in parts]))
    return Motion(
        time_s=time,
        phase=np.cumsum(eased(strides * back)) * step,
        strides_per_s=eased(strides),
        pace_hz=eased(2 * _carried(strides)),
        stride_m=eased(length),
        weight={gait: eased(np.array([part.gait is gait for part in parts], float)) for gait in (Gait.WALK, Gait.RUN)},
        duty=eased(np.array([duty_of(part) for part in parts])),
        speed=speed,
        sideways=across,
        heading=np.cumsum(turning) * step,
        travelled_m=np.cumsum(np.hypot(speed, across)) * step,
        height_m=np.cumsum(np.hypot(speed, across) * slope) * step,
    )


def _carried(strides: FloatArray) -> FloatArray:
    """Parts without steps keep the rate of the part before them, or of the first that has one."""
    stepping = np.flatnonzero(strides > 0)
    if not len(stepping):
        return np.ones(len(strides))
    last = np.maximum.accumulate(np.where(strides > 0, np.arange(len(strides)), -1))
    return strides[np.where(last < 0, stepping[0], last)]


def stance(motion: Motion, foot: float) -> NDArray[np.bool_]:
    """(n,) whether the foot (0 left, 0.5 right, in strides) is on the ground."""
    return np.asarray((motion.phase + foot) % 1.0 < motion.duty)


def segment(motion: Motion, name: str) -> Segment:
    """A point of the body: pelvis, chest, head, thigh, shank, wrist or foot (of the left side)."""
    if name == "foot":
        return _foot(motion)
    pelvis = _pelvis(motion)
    if name == "pelvis":
        return _hang(pelvis, pelvis, (-0.10, 0.0, 0.05))
    if name in ("chest", "head"):
        return _hang(pelvis, pelvis, (0.10, 0.0, 0.35) if name == "chest" else (0.05, 0.0, 0.65))
    if name == "wrist":
        return _wrist(motion, pelvis)
    thigh = _turned(pelvis, -_swing(motion, THIGH, 0.0))
    hip = _hang(pelvis, pelvis, (0.0, 0.10, -0.05)).place
    if name == "thigh":
        return _hang(Segment(hip, thigh.pitch, thigh.roll, thigh.yaw), thigh, (0.07, 0.06, -0.20))
    knee = _hang(Segment(hip, thigh.pitch, thigh.roll, thigh.yaw), thigh, (0.0, 0.0, -HIP_TO_KNEE_M)).place
    shank = _turned(pelvis, _swing(motion, KNEE, 0.0) - _swing(motion, THIGH, 0.0))
    return _hang(Segment(knee, shank.pitch, shank.roll, shank.yaw), shank, (0.04, 0.0, -0.15))


def _ease(values: FloatArray, rate_hz: float) -> FloatArray:
    """Smooth with a Hann window of EASE_S by cumulative sums of its two halves' box sums (three boxes)."""
    width = max(1, int(EASE_S * rate_hz / 3)) | 1
    for _ in range(3):
        padded = np.concatenate((np.full(width // 2 + 1, values[0]), values, np.full(width // 2, values[-1])))
        total = np.cumsum(padded)
        values = (total[width:] - total[:-width]) / width
    return values


def _curve(share: FloatArray, knots: Knots) -> FloatArray:
    """Ease through the knots with zero slope at each (a quintic between two)."""
    at, angle = np.array(knots).T
    left = np.clip(np.searchsorted(at, share, side="right") - 1, 0, len(at) - 2)
    u = (share - at[left]) / (at[left + 1] - at[left])
    return np.asarray(angle[left] + (angle[left + 1] - angle[left]) * _quintic(u))


def _quintic(u: FloatArray) -> FloatArray:
    return u * u * u * (10 - 15 * u + 6 * u * u)


def _swing(motion: Motion, curves: dict[Gait, Knots], offset: float) -> FloatArray:
    """A joint's angle, scaled by the step length (0.7 m walking, 1.1 m running swing in full)."""
    share = (motion.phase + offset) % 1.0
    total = np.zeros_like(share)
    for gait, full_m in ((Gait.WALK, 1.4), (Gait.RUN, 2.2)):
        if motion.weight[gait].any():
            size = motion.weight[gait] * np.clip(0.25 + 0.75 * motion.stride_m / full_m, 0.25, 1.3)
            total += size * _curve(share, curves[gait])
    return total


def _bounce(landing_share: float, duty: float) -> tuple[FloatArray, FloatArray]:
    """Fourier coefficients (complex) over a step of unit duration of fore-aft and vertical displacement, running."""
    q = (np.arange(256) + 0.5) / 256
    on = q < duty
    s = np.where(q < landing_share * duty, 0.5 * q / (landing_share * duty), 0.5)
    late = on & (q >= landing_share * duty)
    s = np.where(late, 0.5 + 0.5 * (q - landing_share * duty) / ((1 - landing_share) * duty), s)
    vertical = np.where(on, np.sin(np.pi * s), 0.0)
    vertical *= GRAVITY / vertical.mean()
    along = np.where(on, -0.3 * GRAVITY * np.sin(2 * np.pi * s), 0.0)
    return _twice_integrated(along), _twice_integrated(vertical)


def _twice_integrated(acceleration: FloatArray) -> FloatArray:
    k = np.arange(1, HARMONICS + 1)
    coefficient = np.fft.rfft(acceleration)[1 : HARMONICS + 1] / (len(acceleration) / 2)
    return np.asarray(-coefficient / (2 * np.pi * k) ** 2 * np.exp(-1j * np.pi * k / len(acceleration)))


def _series(turn: FloatArray, coefficients: FloatArray) -> FloatArray:
    """Real part of the sum of c_k exp(2 pi i k turn), k = 1 ..., by Horner's rule."""
    z = np.exp(2j * np.pi * turn)
    total = np.zeros_like(z)
    for c in coefficients[::-1]:
        total = (total + c) * z
    return np.asarray(total.real)


def _pelvis(motion: Motion) -> Segment:
    step = 2 * motion.phase  # steps since the start
    # A bounce dies out with the gait at the pace it had: at the pace of a stop it would grow without bound.
    rate = motion.pace_hz
    along, up = np.zeros_like(step), np.zeros_like(step)
    walk, run = motion.weight[Gait.WALK], motion.weight[Gait.RUN]
    if walk.any():
        # Lowest and fastest in double support, shortly after contact; a leg of 0.9 m sets the rise.
        turn = 2 * np.pi * (step - 0.12)
        up -= walk * 0.75 * (0.5 * motion.stride_m) ** 2 / (16 * 0.9) * np.cos(turn)
        up += walk * 0.002 * np.cos(2 * turn)
        along += walk * 0.09 * motion.stride_m / 1.4 / (2 * np.pi * rate) * 1.8 * np.sin(turn)
    if run.any():
        duty = float(np.clip(2 * np.average(motion.duty, weights=run), 0.3, 0.95))
        sagittal, vertical = _bounce(LANDING_SHARE, duty)
        along += run / rate**2 * _series(step, sagittal) * np.clip(motion.stride_m / 2.0, 0.2, 1.5)
        up += run / rate**2 * _series(step, vertical)
    gaited = walk + run
    sway = gaited * 0.02 * np.sin(2 * np.pi * (motion.phase - 0.05))
    pitch = 0.04 * run + gaited * 0.025 * np.cos(2 * np.pi * (step - 0.1))
    roll = gaited * 0.06 * np.sin(2 * np.pi * (motion.phase - 0.1))
    yaw = motion.heading + gaited * 0.08 * np.sin(2 * np.pi * (motion.phase + 0.25))
    place = _place(motion, along, sway, up)
    return Segment(place, pitch, roll, yaw)


def _place(motion: Motion, along: FloatArray, left: FloatArray, up: FloatArray) -> FloatArray:
    """Add an offset in the walking frame to the mean course of the body."""
    cos, sin = np.cos(motion.heading), np.sin(motion.heading)
    step = motion.time_s[1] - motion.time_s[0] if len(motion.time_s) > 1 else 0.0
    x = np.cumsum(motion.speed * cos - motion.sideways * sin) * step
    y = np.cumsum(motion.speed * sin + motion.sideways * cos) * step
    return np.stack((x + along * cos - left * sin, y + along * sin + left * cos, up + motion.height_m), axis=1)


def _foot(motion: Motion) -> Segment:
    """The left foot: still in the world during stance, one eased arc a stride, turning about its toes."""
    share = motion.phase % 1.0
    swing = np.clip((share - motion.duty) / np.maximum(1 - motion.duty, 0.05), 0.0, 1.0)
    gaited = motion.weight[Gait.WALK] + motion.weight[Gait.RUN]
    along = motion.stride_m * (_quintic(swing) - share + 0.5 * motion.duty)
    up = gaited * (0.05 + 0.05 * motion.weight[Gait.RUN]) * _quintic(1 - np.abs(2 * swing - 1))
    pitch = -_swing(motion, FOOT, 0.0)
    toes = _place(motion, along, np.full_like(share, 0.08), up)
    turned = Segment(toes, pitch, np.zeros_like(pitch), motion.heading)
    return _hang(turned, turned, (-0.09, 0.0, 0.06))


def _wrist(motion: Motion, pelvis: Segment) -> Segment:
    shoulder = _hang(pelvis, pelvis, (0.0, 0.20, 0.45)).place
    arm = _turned(pelvis, -_swing(motion, ARM, 0.0))
    elbow = _hang(Segment(shoulder, arm.pitch, arm.roll, arm.yaw), arm, (0.0, 0.0, -0.30)).place
    bent = sum((motion.weight[gait] * ELBOW[gait] for gait in ELBOW), np.zeros_like(arm.pitch))
    fore = _turned(pelvis, arm.pitch - bent)
    return _hang(Segment(elbow, fore.pitch, fore.roll, fore.yaw), fore, (0.0, 0.02, -0.25))


def _turned(base: Segment, pitch: FloatArray) -> Segment:
    return Segment(base.place, pitch, 0.5 * base.roll, base.yaw)


def _hang(base: Segment, turned: Segment, offset: tuple[float, float, float]) -> Segment:
    """The point at `offset` in the frame of `turned`, hung on the place of `base`."""
    x, y, z = offset
    cr, sr = np.cos(turned.roll), np.sin(turned.roll)
    y1, z1 = y * cr - z * sr, y * sr + z * cr
    cp, sp = np.cos(turned.pitch), np.sin(turned.pitch)
    x2, z2 = x * cp + z1 * sp, -x * sp + z1 * cp
    cy, sy = np.cos(turned.yaw), np.sin(turned.yaw)
    place = base.place + np.stack((x2 * cy - y1 * sy, x2 * sy + y1 * cy, z2), axis=1)
    return Segment(place, turned.pitch, turned.roll, turned.yaw)
