"""Strides of a sensor on the foot: the foot rests once a stride, and between two rests its way can be integrated.

1. Rests are the calmest moments, at least a third of a second apart.
2. The angular rate is integrated to an attitude, and the force turned with it is integrated twice. The velocity is
   zero at both rests: what remains at the second is taken off as a straight line, and gravity with it.
3. The foot lifts its heel far more than its toes, forward and backward alike: the largest turn away from rest is
   about the body's left, which tells where the toes point. Travel along the toes is forward, against them backward.
4. The first and the last twentieth of a stride's way are made while the foot rolls on the ground or is about to. Near
   the last the ground stops it: at contact the force changes most. How long that is after the last twentieth began is
   taken from the strides around, for one shock alone may be weak.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstride.evidence import gait as claims
from backstride.gait.motion import Piece, rotate
from backstride.gait.upright import attitudes, multiplied
from backstride.recording import FloatArray

SHORTEST_S, LONGEST_S = 0.35, 2.5
REST_S = 0.12
REST_RPS = 2.5
LEAST_RPS = 0.15
REST_SHARE = 0.35  # of the quickest turning around: a sprinting foot is flat for less than REST_S, and shaken
RIVAL_S = 0.7
FORCE_RPS = 0.3  # a force off by 1 m/s2 counts like so many rad/s
SWING_RPS = 1.0
LEVEL_S = 0.05  # gravity at a rest is averaged over so long

EDGE = 0.05
SHOCK_S = (-0.03, 0.15)
SHOCK = 2.2  # over the middle change around it: a soft contact stays below
STRIDES_AROUND = 4

ComplexArray = NDArray[np.complex128]


@dataclass(frozen=True, eq=False, slots=True)
class Strides:
    """All (k,), from one rest of the foot to the next. Complex: along and to the left of the sensor's heading axis.

    way          m
    heel         the largest turn of the foot away from rest, as a rotation vector, rad
    off_s        when the foot set off, about when it left the ground
    contact_s    when it came down again
    strike       how far the foot was turned at contact from how it then rests, as a rotation vector, rad: about the
                 same axis as `heel` when the toes came down first, about its opposite when the heel did
    strike_rps   its angular rate then
    """

    start_s: FloatArray
    end_s: FloatArray
    way: ComplexArray
    heel: ComplexArray
    off_s: FloatArray
    contact_s: FloatArray
    strike: ComplexArray
    strike_rps: ComplexArray

    @staticmethod
    def none() -> "Strides":
        """No strides."""
        real, both = np.zeros(0), np.zeros(0, complex)
        return Strides(real, real, both, both, real, real, both, both)

    @staticmethod
    def chained(parts: Sequence["Strides"]) -> "Strides":
        """One after the other."""
        parts = (Strides.none(), *parts)
        return Strides(*(np.concatenate([getattr(p, name) for p in parts]) for name in Strides.__dataclass_fields__))

    def between(self, start_s: float, end_s: float) -> "Strides":
        """Those that start in the stretch."""
        keep = (self.start_s >= start_s) & (self.start_s < end_s)
        return Strides(*(getattr(self, name)[keep] for name in Strides.__dataclass_fields__))


def find_strides(piece: Piece, axis: FloatArray) -> Strides:
    """Strides of a piece. `axis` (3,): heading axis in the sensor's frame."""
    if piece.turning is None:
        return Strides.none()
    rest, _ = find_rests(piece)
    length = np.diff(rest) / piece.rate_hz
    speed = np.linalg.norm(piece.turning, axis=1)
    peak = np.maximum.reduceat(speed, rest)[:-1] if len(rest) > 1 else np.zeros(0)
    fit = (length >= SHORTEST_S) & (length <= LONGEST_S) & (peak > SWING_RPS)
    return _integrated(piece, rest[:-1][fit], rest[1:][fit], axis) if fit.any() else Strides.none()


def toe_down(strides: Strides) -> tuple[FloatArray, FloatArray]:
    """Pitch (k,) of the foot at each contact, toes down positive, rad, and its rate, rad/s: toes first when positive.

    Backward the toes come down first and the rate is negative, forward the heel does and it is positive.
    """
    left = np.sum(strides.heel)
    left = left / np.abs(left) if np.abs(left) > 0 else left
    return np.real(strides.strike * np.conj(left)), np.real(strides.strike_rps * np.conj(left))


def find_rests(piece: Piece) -> tuple[NDArray[np.int64], FloatArray]:
    """Indices of the calmest moments and how calm they are (rad/s). The piece must have a gyroscope."""
    assert piece.turning is not None
    width = max(1, round(REST_S * piece.rate_hz)) | 1
    shaken = np.sqrt(np.einsum("nk,nk->n", piece.force, piece.force)) - claims.STANDARD_GRAVITY.value
    square = np.einsum("nk,nk->n", piece.turning, piece.turning) + (FORCE_RPS * shaken) ** 2
    total = np.cumsum(np.pad(square, (width // 2 + 1, width // 2), mode="edge"))
    calm = np.sqrt(np.maximum(total[width:] - total[:-width], 0.0) / width)
    lowest = _lowest_near(calm, max(1, round(0.5 * SHORTEST_S * piece.rate_hz)))
    # Halfway through a swing the rate passes through zero, too: a rest is as calm as the calmest around it.
    wide = _lowest_near(lowest, round(RIVAL_S * piece.rate_hz))
    quickest = -_lowest_near(-calm, round(RIVAL_S * piece.rate_hz))
    still = np.maximum(REST_RPS, REST_SHARE * quickest)
    at = np.flatnonzero((calm == lowest) & (calm < still) & (calm < 3 * wide + LEAST_RPS))
    return at, calm[at]


def _lowest_near(values: FloatArray, reach: int) -> FloatArray:
    """Minimum within `reach` samples, by doubling windows."""
    out, span = np.pad(values, reach, constant_values=np.inf), 1
    while span < 2 * reach + 1:
        shift = min(span, 2 * reach + 1 - span)
        out = np.minimum(out[:-shift], out[shift:])
        span += shift
    return np.asarray(out)


def _integrated(piece: Piece, first: NDArray[np.int64], last: NDArray[np.int64], axis: FloatArray) -> Strides:
    """Every stride in the frame in which its first rest is upright; all of a piece at once by running sums."""
    assert piece.turning is not None
    step = 1 / piece.rate_hz
    attitude = attitudes(piece.turning, step)
    force = rotate(attitude, piece.force)
    reach = max(1, round(0.5 * LEVEL_S * piece.rate_hz))
    around = np.arange(-reach, reach + 1)
    near = np.stack((first, last), axis=1)[:, :, None] + around
    up = force[np.clip(near, 0, len(force) - 1)].mean(axis=(1, 2))
    up /= np.maximum(np.linalg.norm(up, axis=1, keepdims=True), 1e-9)
    way, done = _ways(force, first, last, up, step)
    heading = rotate(attitude[first], np.broadcast_to(axis, up.shape))
    along = heading - np.sum(heading * up, axis=1, keepdims=True) * up
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
    left = np.cross(up, along)

    def flat(v: FloatArray) -> ComplexArray:
        return np.asarray(np.sum(v * along, axis=1) + 1j * np.sum(v * left, axis=1))

    off, contact = _edges(done, first, last)
    contact = _stopped(piece, contact)
    landed = np.minimum(np.round(contact).astype(int), len(force) - 1)
    return Strides(
        np.asarray(piece.start_s + first * step, np.float64),
        np.asarray(piece.start_s + last * step, np.float64),
        flat(way),
        flat(_largest_turns(attitude, first, last)),
        piece.start_s + off * step,
        piece.start_s + contact * step,
        flat(_turns(attitude[last], attitude[landed])),
        flat(rotate(attitude[landed], piece.turning[landed])),
    )


def _ways(
    force: FloatArray, first: NDArray[np.int64], last: NDArray[np.int64], up: FloatArray, step: float
) -> tuple[FloatArray, FloatArray]:
    """Horizontal way (k, 3) of each stride, and its share done at each sample from its first to its last, in a row."""
    velocity = _running(force, step)
    place = _running(velocity, step)
    length = (last - first)[:, None] * step
    gained = (velocity[last] - velocity[first]) / length
    way = place[last] - place[first] - velocity[first] * length - 0.5 * gained * length**2
    way -= np.sum(way * up, axis=1, keepdims=True) * up
    ahead = way / np.maximum(np.sum(way**2, axis=1, keepdims=True), 1e-9)
    which, at = _samples(first, last)
    time = (at - first[which])[:, None] * step
    moved = place[at] - place[first][which] - velocity[first][which] * time - 0.5 * gained[which] * time**2
    return way, np.asarray(np.einsum("nk,nk->n", moved, ahead[which]))


def _samples(first: NDArray[np.int64], last: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Of every sample from the first to the last of each stride: the stride's number and the sample's."""
    count = last - first + 1
    which = np.repeat(np.arange(len(first)), count)
    start = np.cumsum(count) - count
    return which, np.arange(len(which)) - start[which] + first[which]


def _running(values: FloatArray, step: float) -> FloatArray:
    """Integral (n, 3) from the first sample on, by trapezes."""
    out = np.zeros_like(values)
    np.cumsum(0.5 * step * (values[1:] + values[:-1]), axis=0, out=out[1:])
    return out


def _edges(done: FloatArray, first: NDArray[np.int64], last: NDArray[np.int64]) -> tuple[FloatArray, FloatArray]:
    """When, in samples, each stride has done EDGE of its way for the first time, and when all but EDGE for good."""
    which, at = _samples(first, last)
    inner = np.flatnonzero(which[1:] == which[:-1])
    before, after = done[inner], done[inner + 1]

    def crossed(level: float) -> tuple[NDArray[np.int64], FloatArray]:
        here = np.flatnonzero((before < level) & (after >= level))
        share = (level - before[here]) / np.maximum(after[here] - before[here], 1e-12)
        return which[inner[here]], at[inner[here]] + share

    off, contact = first.astype(float), last.astype(float)
    stride, when = crossed(EDGE)
    off[stride[::-1]] = when[::-1]
    stride, when = crossed(1 - EDGE)
    contact[stride] = when
    return off, contact


def _stopped(piece: Piece, rough: FloatArray) -> FloatArray:
    """Contacts, in samples: where the force changes most after the rough ones, the middle delay of strides around."""
    jerk = np.zeros(len(piece.force))
    jerk[1:-1] = np.linalg.norm(piece.force[2:] - piece.force[:-2], axis=1)
    reach = np.arange(round(SHOCK_S[0] * piece.rate_hz), round(SHOCK_S[1] * piece.rate_hz) + 1)
    at = np.clip(np.round(rough).astype(int)[:, None] + reach, 0, len(jerk) - 1)
    felt = jerk[at]
    hard = np.flatnonzero(felt.max(axis=1) > SHOCK * np.median(felt, axis=1))
    if not len(hard):
        return rough
    late = at[hard, felt[hard].argmax(axis=1)] - rough[hard]
    around = np.lib.stride_tricks.sliding_window_view(np.pad(late, STRIDES_AROUND, mode="edge"), 2 * STRIDES_AROUND + 1)
    return np.asarray(rough + np.interp(np.arange(len(rough)), hard, np.median(around, axis=1)))


def _turns(at_rest: FloatArray, now: FloatArray) -> FloatArray:
    """Rotation vectors (k, 3) from one attitude to another, in the frame that both are given in.

    Twice the vector part: the turn itself where it is small, and in order of size where it is large.
    """
    turn = multiplied(now, at_rest * np.array([1.0, -1.0, -1.0, -1.0]))
    return np.asarray(2 * turn[:, 1:] * np.where(turn[:, :1] < 0, -1.0, 1.0))


def _largest_turns(attitude: FloatArray, first: NDArray[np.int64], last: NDArray[np.int64]) -> FloatArray:
    """(k, 3) of each stride, the largest turn away from its first rest."""
    which, at = _samples(first, last)
    turn = _turns(attitude[first][which], attitude[at])
    size = np.einsum("nk,nk->n", turn, turn)
    start = np.flatnonzero(np.concatenate(([True], which[1:] != which[:-1])))
    top = np.maximum.reduceat(size, start)
    found = np.flatnonzero(size == top[which])
    out = np.zeros((len(first), 3))
    out[which[found]] = turn[found]
    return out
