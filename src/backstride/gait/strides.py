"""Strides of a sensor on the foot: the foot rests once a stride, and between two rests its way can be integrated.

1. Rests are the calmest moments of the angular rate, at least a third of a second apart.
2. Between two rests the angular rate is integrated to an attitude, and the acceleration in it to a velocity. The
   velocity is zero at both rests: what remains at the second is drift, taken off as a straight line.
3. The foot lifts its heel far more than its toes, forward and backward alike: the largest turn away from rest is
   about the body's left, which tells where the toes point. Travel along the toes is forward, against them backward.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstride.evidence import gait as claims
from backstride.gait.motion import Piece, rotate, turn_on
from backstride.recording import FloatArray

SHORTEST_S, LONGEST_S = 0.35, 2.5
REST_S = 0.12
REST_RPS = 2.5
RIVAL_S = 0.7
FORCE_RPS = 0.3  # a force off by 1 m/s2 counts like so many rad/s
SWING_RPS = 2.0


@dataclass(frozen=True, eq=False, slots=True)
class Strides:
    """All (k,). `way`: metres, complex in the sensor's heading axes; `heel`: the largest turn, complex rad."""

    start_s: FloatArray
    end_s: FloatArray
    way: NDArray[np.complex128]
    heel: NDArray[np.complex128]


def find_strides(piece: Piece, axis: FloatArray) -> Strides:
    """Strides of a piece. `axis` (3,): heading axis in the sensor's frame."""
    none = np.zeros(0)
    if piece.turning is None:
        return Strides(none, none, none.astype(complex), none.astype(complex))
    rest, calm = find_rests(piece)
    length = np.diff(rest) / piece.rate_hz
    speed = np.linalg.norm(piece.turning, axis=1)
    peak = np.maximum.reduceat(speed, rest)[:-1] if len(rest) > 1 else none
    fit = (length >= SHORTEST_S) & (length <= LONGEST_S) & (peak > SWING_RPS) & (calm[:-1] < REST_RPS)
    first, last = rest[:-1][fit], rest[1:][fit]
    way, heel = _integrated(piece, first, last, axis)
    return Strides(piece.start_s + first / piece.rate_hz, piece.start_s + last / piece.rate_hz, way, heel)


def find_rests(piece: Piece) -> tuple[NDArray[np.int64], FloatArray]:
    """Indices of the calmest moments and how calm they are (rad/s). The piece must have a gyroscope."""
    assert piece.turning is not None
    width = max(1, round(REST_S * piece.rate_hz)) | 1
    shaken = np.linalg.norm(piece.force, axis=1) - claims.STANDARD_GRAVITY.value
    square = np.sum(piece.turning**2, axis=1) + (FORCE_RPS * shaken) ** 2
    total = np.cumsum(np.pad(square, (width // 2 + 1, width // 2), mode="edge"))
    calm = np.sqrt(np.maximum(total[width:] - total[:-width], 0.0) / width)
    reach = max(1, round(0.5 * SHORTEST_S * piece.rate_hz))
    lowest = _lowest_near(calm, reach)
    # Halfway through a swing the rate passes through zero, too: a rest is as calm as the calmest around it.
    wide = _lowest_near(lowest, round(RIVAL_S * piece.rate_hz))
    at = np.flatnonzero((calm == lowest) & (calm < REST_RPS) & (calm < 3 * wide + 0.3))
    return at, calm[at]


def _lowest_near(values: FloatArray, reach: int) -> FloatArray:
    """Minimum within `reach` samples, by doubling windows."""
    out, span = np.pad(values, reach, constant_values=np.inf), 1
    while span < 2 * reach + 1:
        shift = min(span, 2 * reach + 1 - span)
        out = np.minimum(out[:-shift], out[shift:])
        span += shift
    return np.asarray(out)


def _integrated(
    piece: Piece, first: NDArray[np.int64], last: NDArray[np.int64], axis: FloatArray
) -> tuple[NDArray[np.complex128], NDArray[np.complex128]]:
    """Way and largest turn of each stride, all strides side by side."""
    assert piece.turning is not None
    count, step = len(first), 1 / piece.rate_hz
    if not count:
        return np.zeros(0, complex), np.zeros(0, complex)
    near = first[:, None] + np.arange(-2, 3)[None, :]
    up = piece.force[np.clip(near, 0, len(piece.force) - 1)].mean(axis=1)
    gravity = np.linalg.norm(up, axis=1, keepdims=True)
    up /= np.maximum(gravity, 1e-9)
    length = last - first
    q = np.tile(np.array([1.0, 0, 0, 0]), (count, 1))
    velocity, place, turn = np.zeros((count, 3)), np.zeros((count, 3)), np.zeros((count, 3))
    for k in range(int(length.max())):
        at = np.minimum(first + k, len(piece.force) - 1)
        live = (k < length)[:, None]
        pushed = rotate(q, piece.force[at]) - claims.STANDARD_GRAVITY.value * up
        velocity += np.where(live, pushed * step, 0.0)
        place += np.where(live, velocity * step, 0.0)
        q = np.where(live, turn_on(q, piece.turning[at], step), q)
        # Twice the vector part is the turn itself for small ones and keeps its order for large ones.
        now = 2 * q[:, 1:] * np.sign(q[:, :1] + 1e-12)
        turn = np.where(live & (_size(now) > _size(turn)), now, turn)
    place -= 0.5 * velocity * (length * step)[:, None]
    along = axis - (up @ axis)[:, None] * up
    along /= np.maximum(_size(along), 1e-9)
    left = np.cross(up, along)

    def flat(v: FloatArray) -> NDArray[np.complex128]:
        return np.asarray(np.sum(v * along, axis=1) + 1j * np.sum(v * left, axis=1))

    return flat(place), flat(turn)


def _size(v: FloatArray) -> FloatArray:
    return np.asarray(np.linalg.norm(v, axis=1, keepdims=True))
