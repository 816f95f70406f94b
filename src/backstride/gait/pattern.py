"""What the shape of a stride says: which way the body goes, and which way it faces.

Reversed in time, accelerations stay and angular rates change their sign. Turned about, whatever points along the
horizontal changes its sign. So each number taken from a stride's shape is odd or even in time, and odd or even in
facing. Numbers odd in time speak of the way: to first order a body going backward shows them with the other sign, so
that one weight for each says all there is to say, and nothing is said on average. Numbers even in time and odd in
facing speak of which end of the fore-aft line is the front, whichever way the body goes.

A leg's shape is read from the phase of its swing, a trunk's from the phase of its rise and fall with each step. What
differs between the left and the right side of the body comes in products only, so that the side does not matter.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from backstride.gait.rhythm import HARMONICS, LEGS, Shape
from backstride.recording import FloatArray, Placement

ODD = np.arange(1, HARMONICS + 1) % 2 == 1
STEP, DOUBLE_STEP, STRIDE = 1, 3, 0  # places of harmonics: of each step, of half of it, of the stride


@dataclass(frozen=True, eq=False, slots=True)
class Numbers:
    """Of each window: `way` (w, d) odd in time, `facing` (w, e) even in time and odd in facing; zero where unknown."""

    way: FloatArray
    facing: FloatArray


def numbers(shape: Shape, front: complex, placement: Placement) -> Numbers:
    """Take the numbers of shapes (w, 6, HARMONICS), for a body whose front lies along `front` in the sensor's axes."""
    ahead, left = _turned(shape[:, 1], shape[:, 2], front)
    about_ahead, about_left = _turned(shape[:, 3], shape[:, 4], front)
    felt = np.maximum(_size(shape[:, :3]), 1e-6)
    turned = np.maximum(_size(shape[:, 3:]), 1e-6)
    up, spin = shape[:, 0] / felt, shape[:, 5] / turned
    ahead, left = ahead / felt, left / felt
    about_ahead, about_left = about_ahead / turned, about_left / turned
    if placement in LEGS:
        return _leg(up, ahead, about_left)
    return _trunk(up, ahead, left, about_ahead, about_left, spin)


def count(placement: Placement) -> tuple[int, int]:
    """How many numbers of each kind there are."""
    none = numbers(np.zeros((0, 6, HARMONICS), np.complex64), 1.0, placement)
    return none.way.shape[1], none.facing.shape[1]


def _leg(up: Shape, ahead: Shape, about_left: Shape) -> Numbers:
    """Phases are told from the swing's own, the first harmonic of the rotation about the body's left.

    Time reversal turns a swing's phase p into pi - p: an acceleration's k-th harmonic then is odd in its real part for
    odd k and in its imaginary part for even k, an angular rate's the other way round.
    """
    swing = _told_from(np.angle(about_left[:, :1]))
    up, ahead, turn = up * swing, ahead * swing, about_left * swing
    way = (_pick(up, ODD), _pick(ahead, ODD), _pick(turn, ~ODD)[:, 1:])
    facing = (up[:, ODD].imag, ahead[:, ~ODD].real, turn[:, ~ODD].imag)
    return Numbers(_joined(way), _joined(facing))


def _trunk(up: Shape, ahead: Shape, left: Shape, about_ahead: Shape, about_left: Shape, spin: Shape) -> Numbers:
    """Phases are told from the rise and fall of each step. Time reversal turns a phase p into -p."""
    lone = np.exp(-1j * np.angle(up[:, STEP]))
    twice = lone**2
    sway, list_, twist = left[:, STRIDE], about_ahead[:, STRIDE], spin[:, STRIDE]
    steps = np.stack((lone, twice), axis=1)
    ahead, nod = ahead[:, [STEP, DOUBLE_STEP]] * steps, about_left[:, [STEP, DOUBLE_STEP]] * steps
    products = (sway * np.conj(twist), sway * np.conj(list_), list_ * np.conj(twist))
    way = (
        ahead.imag,
        nod.real,
        (up[:, DOUBLE_STEP] * twice).imag[:, None],
        products[0].real[:, None],
        products[1].real[:, None],
        *((pair * lone).imag[:, None] for pair in (sway**2, list_**2, twist**2, list_ * twist)),
    )
    facing = (
        ahead.real,
        nod.imag,
        products[0].imag[:, None],
        products[2].real[:, None],
        (list_ * twist * lone).real[:, None],
    )
    return Numbers(_joined(way), _joined(facing))


def _turned(along: Shape, left: Shape, front: complex) -> tuple[Shape, Shape]:
    """Horizontal components along the body's front and to its left."""
    c, s = np.float32(front.real), np.float32(front.imag)
    return np.asarray(c * along + s * left, np.complex64), np.asarray(c * left - s * along, np.complex64)


def _told_from(phase: NDArray[np.floating[Any]]) -> Shape:
    return np.asarray(np.exp(-1j * phase * np.arange(1, HARMONICS + 1)), np.complex64)


def _pick(values: Shape, real: NDArray[np.bool_]) -> NDArray[np.floating[Any]]:
    return np.asarray(np.where(real, values.real, values.imag))


def _joined(parts: tuple[NDArray[np.floating[Any]], ...]) -> FloatArray:
    return np.asarray(np.concatenate(parts, axis=1), np.float64)


def _size(values: Shape) -> NDArray[np.floating[Any]]:
    return np.asarray(np.sqrt(np.sum(np.abs(values) ** 2, axis=(1, 2))))[:, None]
