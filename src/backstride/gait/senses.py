"""What one window of motion says: how lively it is, how it turns, and which way along the sensor's axes it travels.

Backward limb motion is close to forward motion reversed in time (Lee 2013). Under time reversal angles and angular
accelerations stay and angular rates change their sign. So the skewness of the sagittal angular *rate* of a leg
segment tells the way of travel within the sensor's frame (swing is quick, stance is slow), while the skewness of its
*angle* and angular *acceleration* tells which way the body faces, whichever way it moves.

A trunk tells the way of travel by the coupling between its vertical velocity and its fore-aft acceleration: a runner
brakes while falling and pushes while rising (spring-mass); a walker slows while rising and gains while falling
(inverted pendulum). The sign is opposite, so gait and direction must be found together.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstride.evidence import gait as claims
from backstride.gait.motion import Windows
from backstride.recording import FloatArray, Placement


@dataclass(frozen=True, slots=True)
class Signature:
    """What the skewness of a leg segment's sagittal motion says, per unit of skewness, in log-odds.

    travel   of the angular rate, about the body's left: odds for travelling forward
    facing   of the angle: odds that the axis points to the body's left
    pulling  of the angular acceleration, when walking: the same
    """

    travel: float
    facing: float
    pulling: float


SIGNATURES = {
    Placement.POCKET: Signature(-claims.SWING_ODDS.value, claims.FACING_ODDS.value, -claims.FACING_ODDS.value),
    Placement.SHANK: Signature(-claims.SWING_ODDS.value, 0.0, claims.FACING_ODDS.value),
}
LONGEST_LAG = 0.7  # of a window, looked for in the rotation of a leg
LEAST_REPEATED = 0.2  # autocorrelation below which motion does not repeat
ARM = (Placement.WRIST, Placement.HAND)
TRUNK = (Placement.WAIST, Placement.CHEST, Placement.HEAD)


@dataclass(frozen=True, eq=False, slots=True)
class Sense:
    """What windows say, all (w,).

    bounce      root mean square of the vertical acceleration, m/s2
    step_hz     rate of steps; NaN where the motion does not repeat
    yaw         turning about the vertical, rad/s
    travel      complex: log-odds of travelling along the heading axis (real) or to its left (imaginary); of a trunk
                instead the correlation of rise and push, which names the way if it runs, the opposite if it walks
    facing      complex: log-odds that the body faces along the same
    line        complex, angle doubled: the fore-aft line, whichever end is the front
    """

    middle_s: FloatArray
    bounce: FloatArray
    step_hz: FloatArray
    yaw: FloatArray
    travel: NDArray[np.complex128]
    facing: NDArray[np.complex128]
    line: NDArray[np.complex128]


def read_windows(windows: Windows, placement: Placement) -> Sense:
    """Read every window as a sensor at this placement is read."""
    bounce = np.sqrt(np.mean(_centred(windows.lift) ** 2, axis=1))
    step_hz = step_rate(windows, placement)
    running = run_odds(bounce, step_hz, placement)
    travel = np.zeros(len(bounce), complex)
    facing, line = np.zeros(len(bounce), complex), np.zeros(len(bounce), complex)
    if placement in SIGNATURES:
        travel, facing, line = _leg(windows, SIGNATURES[placement], running)
    elif placement in TRUNK:
        travel, line = _trunk(windows, step_hz)
    return Sense(
        windows.middle_s,
        bounce,
        step_hz,
        _yaw(windows),
        travel,
        facing,
        line,
    )


def run_odds(bounce: FloatArray, step_hz: FloatArray, placement: Placement) -> FloatArray:
    """Log-odds of running over walking from how hard the body bounces and how quick the steps are.

    In running the body takes off: its vertical acceleration reaches -g in each flight, and half-sine bounces of
    such a size have a root mean square near 0.7 g; walking stays near 0.25 g. A limb adds its own swing to both.
    """
    middle = claims.BOUNCE_MPS2.value * LIMB_BOUNCE.get(placement, 1.0)
    by_bounce = 6.0 * np.log(np.maximum(bounce, 1e-3) / middle)
    by_rate = (60 * step_hz - claims.WALK_RUN_CADENCE_SPM.value) / 10.0
    return np.asarray(np.clip(by_bounce, -3, 3) + np.where(np.isfinite(by_rate), np.clip(by_rate, -2, 2), 0.0))


# How much livelier than the trunk a limb moves up and down.
LIMB_BOUNCE = {
    Placement.FOOT: 2.0,
    Placement.SHANK: 1.5,
    Placement.POCKET: 1.4,
    Placement.WRIST: 1.5,
    Placement.HAND: 1.5,
    Placement.UNKNOWN: 1.3,
}


def step_rate(windows: Windows, placement: Placement) -> FloatArray:
    """Steps a second, from the autocorrelation of the window; NaN where it does not repeat.

    A leg repeats with the stride, seen in its rotation; a trunk with the step, seen in its rise and fall. An arm swings
    with the stride and would be taken for slow steps: steps slower than 93 a minute are not looked for there.
    """
    by_leg = placement in (*SIGNATURES, Placement.FOOT) and bool(np.any(windows.roll))
    moved = windows.roll if by_leg else windows.lift
    size = moved.shape[1]
    # A slow stride takes more than half of a window: tapered, too little of it would be left to compare.
    shape = np.ones(size) if by_leg else np.hanning(size + 2)[1:-1]
    moved = _centred(moved) * shape
    longest = int(LONGEST_LAG * size) if by_leg else size // 2
    length = 1 << (2 * size - 1).bit_length()
    power = np.abs(np.fft.fft(moved, length, axis=1)) ** 2
    same = np.fft.ifft(power, axis=1).real[:, : longest + 1]
    # The window's own autocorrelation is divided out, so that long lags are not held against.
    own = np.fft.ifft(np.abs(np.fft.fft(shape, length)) ** 2).real[: longest + 1]
    same = same / np.maximum(same[:, :1], 1e-12) / (own / own[0])
    per_cycle = 2.0 if by_leg else 1.0
    slowest, quickest = (1.55 if placement in ARM else 0.9) / per_cycle, 4.2 / per_cycle
    first = max(1, int(windows.rate_hz / quickest))
    last = min(longest, int(windows.rate_hz / slowest))
    return _first_peak(same, first, last, windows.rate_hz * per_cycle)


def _first_peak(same: FloatArray, first: int, last: int, scale: float) -> FloatArray:
    """The earliest lag whose peak is nearly as high as the highest, refined by a parabola."""
    count = len(same)
    if last - first < 3 or not count:
        return np.full(count, np.nan)
    inner = same[:, first : last - 1]
    peaks = (inner >= same[:, first - 1 : last - 2]) & (inner >= same[:, first + 1 : last])
    heights = np.where(peaks, inner, -1.0)
    best = heights.max(axis=1)
    lag = np.argmax(heights >= 0.85 * best[:, None], axis=1) + first
    rows = np.arange(count)
    before, at, after = same[rows, lag - 1], same[rows, lag], same[rows, lag + 1]
    bend = before - 2 * at + after
    shift = np.where(bend < 0, 0.5 * (before - after) / np.where(bend < 0, bend, 1.0), 0.0)
    return np.where(best > LEAST_REPEATED, scale / (lag + np.clip(shift, -0.5, 0.5)), np.nan)


def _leg(
    windows: Windows, signature: Signature, running: FloatArray
) -> tuple[NDArray[np.complex128], NDArray[np.complex128], NDArray[np.complex128]]:
    """Travel, facing and fore-aft line of a leg segment: skewness about the axis it mostly turns about.

    The axis is that of the whole piece: the sensor sits still on the leg, and one window's axis wavers.
    """
    roll = _centred(windows.roll)
    squared = np.sum(roll**2, axis=1)
    total = np.sum(np.abs(roll) ** 2, axis=1)
    axis = np.exp(0.5j * np.angle(np.sum(squared)))
    rate = np.real(roll * np.conj(axis))
    # Rotation about other axes (a turn, a side step) takes away from what the sagittal part says.
    plain = np.sum(rate**2, axis=1) / np.maximum(total, 1e-9)
    angle = _detrended(np.cumsum(rate, axis=1) / windows.rate_hz)
    pull = np.gradient(rate, axis=1)
    walking = 1 / (1 + np.exp(np.clip(running, -30, 30)))
    travel = signature.travel * _skewness(rate)
    facing = signature.facing * _skewness(angle) + walking * signature.pulling * _skewness(pull)
    # The body's left is a quarter turn from the way it faces.
    ahead = -1j * axis
    line = np.where(total > 0, plain, 0.0) * total * ahead**2
    return np.asarray(plain * travel * ahead), np.asarray(plain * facing * ahead), np.asarray(line)


def _trunk(windows: Windows, step_hz: FloatArray) -> tuple[NDArray[np.complex128], NDArray[np.complex128]]:
    """Coupling of vertical velocity and horizontal acceleration at the rate of steps, and the fore-aft line.

    The coupling names the way of travel if this is a run, the opposite if it is a walk. The trunk is pushed fore and
    aft with every step and from side to side with every stride: both name the line.
    """
    size = windows.lift.shape[1]
    shape = np.hanning(size + 2)[1:-1]
    hertz = np.fft.fftfreq(size, 1 / windows.rate_hz)
    step = np.where(np.isfinite(step_hz), step_hz, 2.0)[:, None]
    lift = np.fft.fft(_centred(windows.lift) * shape, axis=1)
    push = np.fft.fft(_centred(windows.push) * shape, axis=1)
    by_step, by_stride = (np.exp(-(((np.abs(hertz) - rate) / (0.3 * rate)) ** 2)) for rate in (step, 0.5 * step))
    rise = by_step * lift / (2j * np.pi * np.where(hertz == 0, 1.0, hertz))
    ahead, aside = np.fft.ifft(by_step * push, axis=1), np.fft.ifft(by_stride * push, axis=1)
    coupled = np.sum(by_step * push * np.conj(rise), axis=1)
    size_of = np.sqrt(np.sum(np.abs(by_step * push) ** 2, axis=1) * np.sum(np.abs(rise) ** 2, axis=1))
    line = np.sum(ahead**2, axis=1) - np.sum(aside**2, axis=1)
    return np.asarray(coupled / np.maximum(size_of, 1e-9)), np.asarray(line)


def _yaw(windows: Windows) -> FloatArray:
    shape = np.hanning(windows.spin.shape[1] + 2)[1:-1]
    return np.asarray(windows.spin @ (shape / shape.sum()))


def _centred(values: NDArray) -> NDArray:  # type: ignore[type-arg]
    return np.asarray(values - values.mean(axis=1, keepdims=True))


def _detrended(values: FloatArray) -> FloatArray:
    line = np.linspace(-1, 1, values.shape[1])
    values = _centred(values)
    return np.asarray(values - (values @ line / (line @ line))[:, None] * line)


def _skewness(values: FloatArray) -> FloatArray:
    """(w,) third standardised moment, limited to where a few samples cannot fake it."""
    centred = _centred(values)
    square = centred * centred
    spread = square.mean(axis=1)
    return np.asarray(np.clip((square * centred).mean(axis=1) / np.maximum(spread, 1e-9) ** 1.5, -1.5, 1.5))
