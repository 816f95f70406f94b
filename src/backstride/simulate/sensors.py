"""What inertial sensors on the simulated body read."""

import numpy as np

from backstride.evidence import gait as claims
from backstride.recording import FloatArray, Placement, Side, Signal
from backstride.simulate.body import Body
from backstride.simulate.frames import Segment, hang, to_segment, turning
from backstride.simulate.handling import rattled, taken
from backstride.simulate.impacts import shaking
from backstride.simulate.magnet import compass_reads, magnetic
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


def inertial(
    body: Body, worn: Worn, generator: np.random.Generator
) -> tuple[dict[str, Signal], tuple[FloatArray, FloatArray | None]]:
    """Signals "acceleration", "angular_rate" and "magnetic_field" of the sensor; its mounting (3, 3), and the next."""
    drawn = any_mounting(generator)
    mounting = drawn if worn.mounting is None else worn.mounting
    spot = tuple((SPOT_M * worn.noise * generator.normal(size=3)).tolist())
    part = _worn_at(body, worn, (spot[0], spot[1], spot[2]))
    force, turn = _felt(body, worn, part, generator)
    field = magnetic(body, part, worn, generator) if worn.compass else np.zeros((0, 3))
    if worn.loose_rad:
        force, turn = rattled(body, force, turn, worn.loose_rad, generator)
    clock = body.course.time_s
    time = np.arange(int(np.floor(clock[-1] * worn.rate_hz + 1e-6)) + 1) / worn.rate_hz
    force, turn = (_sampled(clock, values, time) @ mounting.T for values in (force, turn))
    field = _sampled(clock, field, time) @ mounting.T if worn.compass else field
    again = None
    if worn.remounted_s is not None:
        hand = taken(time, worn.remounted_s, any_mounting(generator), generator)
        force, turn = hand.held(force) + hand.shaken, hand.held(turn) + hand.turning
        field = hand.held(field) if worn.compass else field
        again = hand.finally_from_before @ mounting
    signals = _read(worn, time, force, turn, generator)
    if worn.compass:
        signals["magnetic_field"] = Signal(time, compass_reads(field, worn, generator), "uT", AXES)
    return signals, (mounting, again)


def _segment(worn: Worn) -> str:
    return "held" if worn.held_up and worn.placement is Placement.HAND else SEGMENTS[worn.placement]


def _worn_at(body: Body, worn: Worn, spot: tuple[float, float, float]) -> Segment:
    """The point of the body where the sensor sits."""
    part = body.segment(_segment(worn), -1 if worn.side is Side.RIGHT else 1)
    return hang(part, part, spot) if any(spot) else part


def _felt(body: Body, worn: Worn, part: Segment, generator: np.random.Generator) -> tuple[FloatArray, FloatArray]:
    """Specific force (n, 3) and angular rate (n, 3) in the frame of the segment, on the body's clock."""
    step = body.course.step_s
    world = np.gradient(np.gradient(part.place, step, axis=0), step, axis=0)
    world[:, 2] += GRAVITY
    felt, jolt = shaking(body, _segment(worn), -1 if worn.side is Side.RIGHT else 1, generator)
    return to_segment(part, world) + felt, turning(part, step) + jolt


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
