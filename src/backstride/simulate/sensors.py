"""What inertial sensors on the simulated body read."""

import numpy as np

from backstride.evidence import gait as claims
from backstride.recording import FloatArray, Placement, Side, Signal
from backstride.simulate.body import Body
from backstride.simulate.course import drift
from backstride.simulate.frames import hang, to_segment, turning
from backstride.simulate.impacts import shaking
from backstride.simulate.parts import Worn

GRAVITY = claims.STANDARD_GRAVITY.value
AXES = ("x", "y", "z")

SEGMENTS = {
    Placement.FOOT: "foot",
    Placement.SHANK: "shank",
    Placement.POCKET: "thigh",
    Placement.WAIST: "waist",
    Placement.CHEST: "chest",
    Placement.WRIST: "wrist",
    Placement.HAND: "wrist",
    Placement.HEAD: "head",
    Placement.UNKNOWN: "thigh",
}
SPOT_M = 0.02  # how far from the usual spot a sensor sits
ACCELERATION_BIAS, ACCELERATION_NOISE = 0.08, 0.06  # m/s2, of a phone's sensor, per axis
RATE_BIAS, RATE_NOISE = 0.005, 0.01  # rad/s


def any_mounting(generator: np.random.Generator) -> FloatArray:
    """A (3, 3) rotation drawn evenly from all of them."""
    q, r = np.linalg.qr(generator.normal(size=(3, 3)))
    q = q * np.sign(np.diag(r))
    return np.asarray(q * np.sign(np.linalg.det(q)))


def inertial(body: Body, worn: Worn, generator: np.random.Generator) -> tuple[dict[str, Signal], FloatArray]:
    """Signals "acceleration" and "angular_rate" of the sensor, and its mounting (3, 3)."""
    drawn = any_mounting(generator)
    mounting = drawn if worn.mounting is None else worn.mounting
    spot = tuple((SPOT_M * worn.noise * generator.normal(size=3)).tolist())
    force, turn = _at(body, worn, (spot[0], spot[1], spot[2]), generator)
    if worn.loose_rad:
        force, turn = _rattled(body, force, turn, worn.loose_rad, generator)
    time = np.arange(int(np.floor(body.course.time_s[-1] * worn.rate_hz + 1e-6)) + 1) / worn.rate_hz
    force, turn = (_sampled(body.course.time_s, values, time) @ mounting.T for values in (force, turn))
    return _read(worn, time, force, turn, generator), mounting


def _at(
    body: Body, worn: Worn, spot: tuple[float, float, float], generator: np.random.Generator
) -> tuple[FloatArray, FloatArray]:
    """Specific force (n, 3) and angular rate (n, 3) in the frame of the segment, on the body's clock."""
    side = -1 if worn.side is Side.RIGHT else 1
    name = SEGMENTS[worn.placement]
    nominal = body.segment(name, side)
    part = hang(nominal, nominal, spot) if any(spot) else nominal
    step = body.course.step_s
    world = np.gradient(np.gradient(part.place, step, axis=0), step, axis=0)
    world[:, 2] += GRAVITY
    felt, jolt = shaking(body, name, side, generator)
    return to_segment(part, world) + felt, turning(part, step) + jolt


def _rattled(
    body: Body, force: FloatArray, turn: FloatArray, loose_rad: float, generator: np.random.Generator
) -> tuple[FloatArray, FloatArray]:
    """A sensor that swings a little in its pocket: late and damped after the force it feels."""
    step = body.course.step_s
    width = max(3, round(0.08 / step))
    slack = force - np.mean(force, axis=0)
    late = np.stack([np.convolve(slack[:, k], np.ones(width) / width)[: len(slack)] for k in range(3)], axis=1)
    tilt = loose_rad * (late @ generator.normal(0, 0.5, (3, 3))) / GRAVITY
    tilt += loose_rad * np.stack([drift(generator, body.course.time_s, 0.05, 0.5) for _ in range(3)], axis=1)
    return force - np.cross(tilt, force), turn + np.gradient(tilt, step, axis=0)


def _sampled(clock: FloatArray, values: FloatArray, time: FloatArray) -> FloatArray:
    """The mean over what passes between two samples, as a sensor's filter gives, at the sensor's own times."""
    width = round((time[1] - time[0]) / (clock[1] - clock[0])) if len(time) > 1 else 1
    if width >= 3:
        width |= 1
        box = np.ones(width) / width
        ends = np.pad(values, ((width // 2, width // 2), (0, 0)), mode="edge")
        values = np.stack([np.convolve(ends[:, k], box, mode="valid") for k in range(3)], axis=1)
    return np.stack([np.interp(time, clock, values[:, k]) for k in range(3)], axis=1)


def _read(
    worn: Worn, time: FloatArray, force: FloatArray, turn: FloatArray, generator: np.random.Generator
) -> dict[str, Signal]:
    """Bias, noise, range and rounding."""
    noise = worn.noise
    force = force + generator.normal(0, ACCELERATION_BIAS * noise, 3)
    force += generator.normal(0, ACCELERATION_NOISE * noise, force.shape)
    turn = turn + generator.normal(0, RATE_BIAS * noise, 3)
    turn += generator.normal(0, RATE_NOISE * noise, turn.shape)
    force = np.clip(force, -worn.range_g * GRAVITY, worn.range_g * GRAVITY)
    if worn.decimals is not None:
        force = np.round(force, worn.decimals)
        turn = np.radians(np.round(np.degrees(turn), worn.decimals))
    signals = {"acceleration": Signal(time, force, "m/s2", AXES)}
    if worn.gyroscope:
        signals["angular_rate"] = Signal(time, turn, "rad/s", AXES)
    return signals
