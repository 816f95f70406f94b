"""Where on the body the sensor sits, from how it moves, when nobody said.

A foot rests completely once a stride; a trunk hardly rotates; whatever swings without resting is a leg or an arm. A leg
swings quickly and goes back slowly, an arm takes as long for either: where that does not show plainly it stays unknown.
"""

import numpy as np
from numpy.typing import NDArray

from backstride.evidence import gait as claims
from backstride.gait.motion import Piece
from backstride.gait.strides import find_rests
from backstride.gait.upright import set_upright
from backstride.recording import FloatArray, Placement

WINDOW_S = 2.0
FEWEST_WINDOWS = 8
LEAST_SWING_RPS = 0.5


def recognise(parts: list[Piece], axis: FloatArray) -> Placement:
    """The placement that the longest piece with a gyroscope shows, or UNKNOWN. `axis` (3,): the heading axis."""
    parts = [part for part in parts if part.turning is not None]
    if not parts:
        return Placement.UNKNOWN
    part = max(parts, key=lambda piece: len(piece.force))
    assert part.turning is not None
    moving = _moving(part)
    if moving.sum() < 5 * part.rate_hz:
        return Placement.UNKNOWN
    rest, calm = find_rests(part)
    speed = np.linalg.norm(part.turning, axis=1)
    busy = moving[rest] if len(rest) else np.zeros(0, bool)
    swung = float(np.percentile(speed[moving], 95))
    often = busy.sum() / (moving.sum() / part.rate_hz)
    if often > 0.4 and np.percentile(calm[busy], 25) < claims.FOOT_REST.value * swung:
        return Placement.FOOT
    if np.sqrt(np.mean(speed[moving] ** 2)) < claims.TRUNK_TURNING_RPS.value:
        return Placement.WAIST
    return Placement.POCKET if _unevenness(part, axis) > claims.LEG_UNEVENNESS.value else Placement.UNKNOWN


def _unevenness(part: Piece, axis: FloatArray) -> float:
    """Middle size of the skewness of the sagittal angular rate, over windows that swing; 0 where too few do."""
    upright = set_upright(part, axis)
    size = round(WINDOW_S * part.rate_hz)
    if len(upright.roll) < size:
        return 0.0
    roll = np.lib.stride_tricks.sliding_window_view(upright.roll, size)[:: size // 4]
    swings = np.sqrt(np.mean(np.abs(roll) ** 2, axis=1)) > LEAST_SWING_RPS
    if swings.sum() < FEWEST_WINDOWS:
        return 0.0
    roll = roll[swings] - roll[swings].mean(axis=1, keepdims=True)
    rate = np.real(roll * np.exp(-0.5j * np.angle(np.sum(roll**2))))
    spread = np.maximum(np.mean(rate**2, axis=1), 1e-9)
    return float(np.median(np.abs(np.mean(rate**3, axis=1) / spread**1.5)))


def _moving(part: Piece) -> NDArray[np.bool_]:
    """(n,) whether the second around each sample is lively."""
    width = max(2, round(part.rate_hz))
    size = np.linalg.norm(part.force, axis=1)

    def mean(x: FloatArray) -> FloatArray:
        total = np.cumsum(np.pad(x, (width // 2 + 1, width - width // 2 - 1), mode="edge"))
        return np.asarray((total[width:] - total[:-width]) / width)

    centred = size - size.mean()
    spread = np.sqrt(np.maximum(mean(centred**2) - mean(centred) ** 2, 0.0))
    return np.asarray(spread > claims.STILL_MPS2.value)
