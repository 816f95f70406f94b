"""Motion set upright: what a sensor at any attitude felt, as rise and fall, push, roll and spin of a body that turns.

1. The angular rate is integrated to an attitude, sample by sample, in a frame that does not turn. A gyroscope drifts by
   about a degree in some seconds, which gravity takes off again.
2. Over several strides the mean force is gravity: it gives the vertical, slowly following the drift.
3. A sensor axis that stays near the horizontal gives the heading. Horizontal quantities are complex numbers: real along
   that axis, imaginary to its left.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstride.evidence import gait as claims
from backstride.gait.motion import Piece, rotate
from backstride.recording import FloatArray

UPRIGHT_S = 20.0  # gravity is averaged over so long: starts and stops are much shorter, drift is slower
UPRIGHT_ALONE_S = 2.0  # without a gyroscope nothing else follows the sensor's own turning
CARRIED = 400  # samples over which the vertical drifts by a few degrees at most
HEADING_S = 1.2  # a stride: within it a limb's axis swings to and fro


@dataclass(frozen=True, eq=False, slots=True)
class Upright:
    """A piece of motion in its upright frame, all (n,) on the piece's clock.

    lift     vertical acceleration, gravity taken off, m/s2
    push     complex horizontal acceleration along and to the left of the heading, m/s2
    roll     complex horizontal angular rate in the same axes, rad/s; zeros without a gyroscope
    spin     angular rate about the vertical, counter-clockwise, rad/s
    heading  of the sensor in the frame that does not turn, unwrapped, rad
    """

    piece: Piece
    lift: FloatArray
    push: NDArray[np.complex128]
    roll: NDArray[np.complex128]
    spin: FloatArray
    heading: FloatArray

    @property
    def fixed_push(self) -> NDArray[np.complex128]:
        """(n,) horizontal acceleration in axes that do not turn with the sensor."""
        return np.asarray(self.push * np.exp(1j * self.heading))


def set_upright(piece: Piece, axis: FloatArray) -> Upright:
    """`axis` (3,): a direction in the sensor's frame that stays near the horizontal."""
    force, turning = piece.force, piece.turning
    heading_axis = np.broadcast_to(axis, force.shape)
    span = UPRIGHT_ALONE_S
    if turning is not None:
        attitude = attitudes(turning, 1 / piece.rate_hz)
        force, turning = rotate(attitude, force), rotate(attitude, turning)
        heading_axis = rotate(attitude, heading_axis)
        span = UPRIGHT_S
    up = averaged(force, span * piece.rate_hz)
    up /= np.maximum(np.linalg.norm(up, axis=1, keepdims=True), 1e-9)
    east, north = _level(up)
    lift = dot(force, up) - claims.STANDARD_GRAVITY.value
    axis_flat = _flat(heading_axis, east, north)
    toward = averaged(axis_flat[:, None], HEADING_S * piece.rate_hz)[:, 0]
    heading = np.unwrap(np.angle(toward))
    turned_back = np.exp(-1j * heading)
    none = np.zeros(len(force))
    return Upright(
        piece,
        np.asarray(lift, np.float64),
        np.asarray(_flat(force, east, north) * turned_back),
        none.astype(complex) if turning is None else np.asarray(_flat(turning, east, north) * turned_back),
        none if turning is None else dot(turning, up),
        np.asarray(heading, np.float64),
    )


def attitudes(turning: FloatArray, step: float) -> FloatArray:
    """Quaternions (n, 4) from the sensor's frame to the frame it had at first, by integrating its angular rate (n, 3).

    Products of neighbours are taken in blocks side by side, then the blocks are joined: what a loop over all samples
    gives, in a fraction of its time.
    """
    count = len(turning)
    width = max(1, int(np.sqrt(count)))
    blocks = -(-count // width)
    small = np.zeros((blocks * width, 4))
    small[:, 0] = 1.0
    # The turn between two samples is at the mean of their rates.
    rate = 0.5 * (turning[1:] + turning[:-1])
    half = 0.5 * step * rate
    angle = np.linalg.norm(half, axis=1)
    small[1:count, 0] = np.cos(angle)
    small[1:count, 1:] = half * np.sinc(angle / np.pi)[:, None]
    grid = small.reshape(blocks, width, 4)
    for k in range(1, width):
        grid[:, k] = multiplied(grid[:, k - 1], grid[:, k])
    before = np.empty((blocks, 4))
    now = np.array([[1.0, 0.0, 0.0, 0.0]])
    for block in range(blocks):
        before[block] = now[0]
        now = multiplied(now, grid[block, -1:])
    out = multiplied(np.repeat(before, width, axis=0), grid.reshape(-1, 4))[:count]
    return np.asarray(out / np.linalg.norm(out, axis=1, keepdims=True))


def multiplied(p: FloatArray, q: FloatArray) -> FloatArray:
    """Products (n, 4) of quaternions (n, 4)."""
    a, b, c, d = p.T
    w, x, y, z = q.T
    return np.stack(
        (
            a * w - b * x - c * y - d * z,
            a * x + b * w + c * z - d * y,
            a * y - b * z + c * w + d * x,
            a * z + b * y - c * x + d * w,
        ),
        axis=1,
    )


def averaged(values: NDArray, width: float) -> NDArray:  # type: ignore[type-arg]
    """(n, k) running mean with a smooth bell about `width` samples wide: two boxes of half of it, one after the other.

    At the ends only what is there counts.
    """
    half = max(1, round(width / 4))
    for _ in range(2):
        count = len(values)
        total = np.concatenate((np.zeros((1, values.shape[1]), values.dtype), np.cumsum(values, axis=0)))
        first = np.maximum(np.arange(count) - half, 0)
        last = np.minimum(np.arange(count) + half + 1, count)
        values = (total[last] - total[first]) / (last - first)[:, None]
    return np.asarray(values)


def _level(up: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Two horizontal axes (n, 3) at right angles for each vertical, that turn about it as little as can be.

    A gyroscope's bias carries the vertical far away within minutes, so the axes are carried along with it, block by
    block; an axis chosen once for all would some time stand upright itself.
    """
    east = np.empty_like(up)
    carried = np.zeros(3)
    carried[int(np.argmin(np.abs(up[0]))) if len(up) else 0] = 1.0
    for first in range(0, len(up), CARRIED):
        block = up[first : first + CARRIED]
        level = carried - (block @ carried)[:, None] * block
        level /= np.maximum(np.linalg.norm(level, axis=1, keepdims=True), 1e-9)
        east[first : first + CARRIED] = level
        carried = level[-1]
    return east, np.cross(up, east)


def dot(a: FloatArray, b: FloatArray) -> FloatArray:
    """(n,) products of vectors (n, 3), row by row; a sum along so short an axis would take three times as long."""
    return np.asarray(np.einsum("nk,nk->n", a, b))


def _flat(vectors: FloatArray, east: FloatArray, north: FloatArray) -> NDArray[np.complex128]:
    return np.asarray(dot(vectors, east) + 1j * dot(vectors, north))
