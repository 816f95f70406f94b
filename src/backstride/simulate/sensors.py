"""What sensors on the simulated body read."""

import numpy as np

from backstride.evidence import gait as claims
from backstride.recording import FloatArray, Placement, Signal
from backstride.simulate.body import Motion, Segment, segment
from backstride.simulate.parts import Worn

GRAVITY = claims.STANDARD_GRAVITY.value
EARTH_RADIUS_M = 6_371_000.0

SEGMENTS = {
    Placement.FOOT: "foot",
    Placement.SHANK: "shank",
    Placement.POCKET: "thigh",
    Placement.WAIST: "pelvis",
    Placement.CHEST: "chest",
    Placement.WRIST: "wrist",
    Placement.HAND: "wrist",
    Placement.HEAD: "head",
    Placement.UNKNOWN: "thigh",
}
# How hard a contact shakes the segment (m/s2) and how fast that rings (Hz): bone transmits, soft tissue wobbles.
SHAKES = {
    "foot": (40.0, 30.0),
    "shank": (20.0, 25.0),
    "thigh": (6.0, 14.0),
    "pelvis": (4.0, 12.0),
    "chest": (3.0, 10.0),
    "wrist": (1.5, 9.0),
    "head": (1.5, 9.0),
}
SOFT_LANDING = 0.5  # toes first: a backward contact shakes less
RINGING_S = 0.15


def any_mounting(generator: np.random.Generator) -> FloatArray:
    """A (3, 3) rotation drawn evenly from all of them."""
    q, r = np.linalg.qr(generator.normal(size=(3, 3)))
    q = q * np.sign(np.diag(r))
    return np.asarray(q * np.sign(np.linalg.det(q)))


def inertial(
    motion: Motion, worn: Worn, contacts: FloatArray, generator: np.random.Generator
) -> tuple[dict[str, Signal], FloatArray]:
    """Signals "acceleration" and "angular_rate" of the sensor, and its mounting."""
    mounting = any_mounting(generator) if worn.mounting is None else worn.mounting
    name = SEGMENTS[worn.placement]
    part = segment(motion, name)
    force = _specific_force(motion, part, _shaking(motion, contacts, name, generator))
    turn = _angular_rate(motion, part)
    every = max(1, round((1 / worn.rate_hz) / (motion.time_s[1] - motion.time_s[0])))
    time = motion.time_s[::every].copy()
    force = (force[::every] + generator.normal(0, 0.08 * worn.noise, 3)) @ mounting.T
    turn = (turn[::every] + generator.normal(0, 0.005 * worn.noise, 3)) @ mounting.T
    force += generator.normal(0, 0.06 * worn.noise, force.shape)
    turn += generator.normal(0, 0.01 * worn.noise, turn.shape)
    force = np.clip(force, -worn.range_g * GRAVITY, worn.range_g * GRAVITY)
    if worn.decimals is not None:
        force = np.round(force, worn.decimals)
        turn = np.radians(np.round(np.degrees(turn), worn.decimals))
    signals = {"acceleration": Signal(time, force, "m/s2", ("x", "y", "z"))}
    if worn.gyroscope:
        signals["angular_rate"] = Signal(time, turn, "rad/s", ("x", "y", "z"))
    return signals, mounting


def _specific_force(motion: Motion, part: Segment, shaking: FloatArray) -> FloatArray:
    step = motion.time_s[1] - motion.time_s[0]
    world = np.gradient(np.gradient(part.place, step, axis=0), step, axis=0)
    world[:, 2] += GRAVITY + shaking
    cy, sy = np.cos(part.yaw), np.sin(part.yaw)
    x, y, z = world[:, 0] * cy + world[:, 1] * sy, -world[:, 0] * sy + world[:, 1] * cy, world[:, 2]
    cp, sp = np.cos(part.pitch), np.sin(part.pitch)
    x, z = x * cp - z * sp, x * sp + z * cp
    cr, sr = np.cos(part.roll), np.sin(part.roll)
    return np.stack((x, y * cr + z * sr, -y * sr + z * cr), axis=1)


def _angular_rate(motion: Motion, part: Segment) -> FloatArray:
    step = motion.time_s[1] - motion.time_s[0]
    pitch, roll, yaw = (np.gradient(angle, step) for angle in (part.pitch, part.roll, part.yaw))
    cp, sp, cr, sr = np.cos(part.pitch), np.sin(part.pitch), np.cos(part.roll), np.sin(part.roll)
    return np.stack((roll - yaw * sp, pitch * cr + yaw * cp * sr, -pitch * sr + yaw * cp * cr), axis=1)


def _shaking(motion: Motion, contacts: FloatArray, name: str, generator: np.random.Generator) -> FloatArray:
    """Vertical ringing (n,) that starts at each contact and dies out; both feet shake all but the other foot."""
    size, ring_hz = SHAKES[name]
    step = motion.time_s[1] - motion.time_s[0]
    after = np.arange(0.0, RINGING_S, step)
    pulse = size * np.exp(-after / 0.03) * np.sin(2 * np.pi * ring_hz * after)
    impulses = np.zeros(len(motion.time_s))
    at = np.clip((contacts / step).astype(int), 0, len(impulses) - 1)
    landing = np.where(motion.speed[at] < 0, SOFT_LANDING, 1.0) * generator.uniform(0.6, 1.4, len(at))
    impulses[at] = landing * np.clip(np.abs(motion.speed[at]) / 2.0, 0.2, 1.5)
    return np.convolve(impulses, pulse)[: len(impulses)]


def satellite(motion: Motion, origin: tuple[float, float], generator: np.random.Generator) -> Signal:
    """Positions at 1 Hz with an error of about 2 m that wanders slowly."""
    every = round(1 / (motion.time_s[1] - motion.time_s[0]))
    step = motion.time_s[1] - motion.time_s[0]
    cos, sin = np.cos(motion.heading), np.sin(motion.heading)
    east = (np.cumsum(motion.speed * cos - motion.sideways * sin) * step)[::every]
    north = (np.cumsum(motion.speed * sin + motion.sideways * cos) * step)[::every]
    wander = _wander(len(east), generator)
    lat = origin[0] + np.degrees((north + wander[:, 1]) / EARTH_RADIUS_M)
    lon = origin[1] + np.degrees((east + wander[:, 0]) / EARTH_RADIUS_M) / np.cos(np.radians(origin[0]))
    return Signal(motion.time_s[::every].copy(), np.stack((lat, lon), axis=1), "deg", ("lat", "lon"))


def _wander(count: int, generator: np.random.Generator) -> FloatArray:
    """(count, 2) metres: white noise through an exponential memory of 30 s, by convolution."""
    memory = np.exp(-np.arange(150) / 30.0)
    white = generator.normal(0, 1.0, (count + len(memory), 2))
    slow = np.stack([np.convolve(white[:, k], memory)[len(memory) : len(memory) + count] for k in (0, 1)], axis=1)
    return np.asarray(slow * 0.45 + generator.normal(0, 0.3, (count, 2)))


def heart(motion: Motion, aims: FloatArray, generator: np.random.Generator) -> FloatArray:
    """Heart rate at 1 Hz: follows the aim (n at 1 Hz) with a delay of 30 s."""
    rate = np.empty(len(aims))
    now = 80.0
    for k, aim in enumerate(aims):
        now += (aim - now) / 30.0
        rate[k] = now
    return np.asarray(np.round(rate + generator.normal(0, 1.0, len(aims))))
