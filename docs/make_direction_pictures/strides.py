"""One stride of a simulated person as the engine sees it: what the loops and swings of the pictures are drawn from."""

from dataclasses import dataclass

import numpy as np
from benchmarks.fitting.windows import true_front
from numpy.typing import NDArray

from backstride.gait.frames import lay_frames
from backstride.gait.inertial import heading_axis, listen
from backstride.gait.pattern import DOUBLE_STEP, STEP
from backstride.gait.rhythm import HARMONICS
from backstride.recording import Direction, FloatArray, Gait, Placement, Recording
from backstride.simulate import Part, Truth, Worn, simulate

SECONDS, EDGE_S = 24.0, 3.0
POINTS = 120
TURN = np.linspace(0, 2 * np.pi, POINTS, endpoint=False)
SPEEDS = {
    (Direction.FORWARD, Gait.WALK): 1.4,
    (Direction.BACKWARD, Gait.WALK): 1.1,
    (Direction.FORWARD, Gait.RUN): 2.8,
    (Direction.BACKWARD, Gait.RUN): 2.2,
}


@dataclass(frozen=True, eq=False, slots=True)
class Loop:
    """One step of the trunk: push (n,) along the body's front, m/s2, and height (n,), m."""

    push: FloatArray
    height: FloatArray


@dataclass(frozen=True, eq=False, slots=True)
class Swing:
    """One stride of the thigh, beginning when the knee is furthest ahead: angle (n,), knee ahead positive, degrees."""

    share: FloatArray
    angle: FloatArray

    @property
    def reversed(self) -> "Swing":
        """Played in reverse, from the same moment."""
        return Swing(self.share, np.roll(self.angle[::-1], 1))


def front_of(recording: Recording, truth: Truth) -> complex:
    """The body's true front in the sensor's heading axes."""
    axis = heading_axis(recording)
    assert axis is not None
    assert truth.sensor_from_body is not None
    return true_front(truth.sensor_from_body, axis)


def loop(direction: Direction, gait: Gait) -> Loop:
    """The mean step of a trunk, from the harmonics the engine takes."""
    shape, step_hz, front = _shapes(direction, gait, Placement.WAIST)
    ahead = front.real * shape[:, 1] + front.imag * shape[:, 2]
    lone = np.exp(-1j * np.angle(shape[:, 0, STEP]))
    push, height = np.zeros(POINTS), np.zeros(POINTS)
    for times, place in ((1, STEP), (2, DOUBLE_STEP)):
        wave = np.exp(1j * times * TURN)
        push += np.real(np.mean(ahead[:, place] * lone**times) * wave)
        height -= np.real(np.mean(shape[:, 0, place] * lone**times / (2 * np.pi * step_hz * times) ** 2) * wave)
    return Loop(push, height)


def swing(direction: Direction, gait: Gait) -> Swing:
    """The mean stride of a thigh."""
    shape, step_hz, front = _shapes(direction, gait, Placement.POCKET)
    about_left = front.real * shape[:, 4] - front.imag * shape[:, 3]
    order = np.arange(1, HARMONICS + 1)
    # The knee goes ahead where the thigh turns against its left.
    angle = -about_left / (1j * np.pi * step_hz * order)
    mean = np.mean(angle * np.exp(-1j * np.angle(angle[:, :1]) * order), axis=0)
    drawn = np.real(np.exp(1j * np.outer(TURN, order)) @ mean)
    drawn = np.roll(drawn, -int(np.argmax(drawn)))
    return Swing(TURN / (2 * np.pi), np.degrees(drawn))


def _shapes(direction: Direction, gait: Gait, placement: Placement) -> tuple[NDArray[np.complex128], float, complex]:
    """Harmonics (w, 6, k) of steady windows, the rate of steps, and the body's front."""
    part = Part(direction, gait, SECONDS, SPEEDS[direction, gait])
    recording, truth = simulate([part], worn=Worn(placement), seed=7)
    frames = lay_frames(recording, ())
    heard = listen(recording, placement, frames)
    assert heard is not None
    good = (frames.middle_s > EDGE_S) & (frames.middle_s < SECONDS - EDGE_S) & np.any(heard.shape, axis=(1, 2))
    return heard.shape[good].astype(complex), 1 / float(np.mean(np.diff(truth.contact_s))), front_of(recording, truth)
