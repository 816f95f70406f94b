"""Sensors that do not stay put: loose in a pocket, or taken in the hand and put back otherwise."""

from dataclasses import dataclass

import numpy as np

from backstride.evidence import gait as claims
from backstride.recording import FloatArray
from backstride.simulate.body import Body
from backstride.simulate.course import drift
from backstride.simulate.curves import quintic

GRAVITY = claims.STANDARD_GRAVITY.value
SETTLING_S = 0.08  # how late a loose sensor follows
HANDLED_S = 3.0
HAND_MPS2, HAND_RAD = 2.0, 0.25  # how a hand shakes and turns what it holds


@dataclass(frozen=True, eq=False, slots=True)
class Taken:
    """A sensor in the hand, on its own clock: (n, 3, 3) from its frame before, and what the hand adds, (n, 3)."""

    from_before: FloatArray
    shaken: FloatArray
    turning: FloatArray

    @property
    def finally_from_before(self) -> FloatArray:
        """The attitude it ends in, (3, 3)."""
        return np.asarray(self.from_before[-1])

    def held(self, vectors: FloatArray) -> FloatArray:
        """Vectors (n, 3) of the frame before in the frame of the moment."""
        return np.asarray(np.einsum("nij,nj->ni", self.from_before, vectors))


def rattled(
    body: Body, force: FloatArray, turn: FloatArray, loose_rad: float, generator: np.random.Generator
) -> tuple[FloatArray, FloatArray]:
    """A sensor that swings a little in its pocket: late and damped after the force it feels."""
    step = body.course.step_s
    width = max(3, round(SETTLING_S / step))
    slack = force - np.mean(force, axis=0)
    late = np.stack([np.convolve(slack[:, k], np.ones(width) / width)[: len(slack)] for k in range(3)], axis=1)
    tilt = loose_rad * (late @ generator.normal(0, 0.5, (3, 3))) / GRAVITY
    tilt += loose_rad * np.stack([drift(generator, body.course.time_s, 0.05, 0.5) for _ in range(3)], axis=1)
    return force - np.cross(tilt, force), turn + np.gradient(tilt, step, axis=0)


def taken(time: FloatArray, at_s: float, after: FloatArray, generator: np.random.Generator) -> Taken:
    """Handled from at_s on for HANDLED_S; `after` (3, 3) is the attitude it is put back in, from the one before."""
    progress = np.clip((time - at_s) / HANDLED_S, 0, 1)
    busy = quintic(1 - np.abs(2 * progress - 1))[:, None]
    wobble = HAND_RAD * busy * np.stack([drift(generator, time, 0.3, 2.0) for _ in range(3)], axis=1)
    turned = rotation(_vector(after) * quintic(progress)[:, None])
    from_before = np.einsum("nij,njk->nik", rotation(wobble), turned)
    moved = np.einsum("nij,nkj->nik", from_before[:-1], from_before[1:]) / max(float(time[1] - time[0]), 1e-9)
    turning = np.stack((moved[:, 2, 1] - moved[:, 1, 2], moved[:, 0, 2] - moved[:, 2, 0],
                        moved[:, 1, 0] - moved[:, 0, 1]), axis=1) / 2  # fmt: skip
    shaken = HAND_MPS2 * busy * np.stack([drift(generator, time, 0.5, 4.0) for _ in range(3)], axis=1)
    return Taken(from_before, shaken, np.vstack((turning, turning[-1:])))


def rotation(vectors: FloatArray) -> FloatArray:
    """Matrices (n, 3, 3) that turn by the length of each vector (n, 3) around it (Rodrigues)."""
    angle = np.linalg.norm(vectors, axis=1)[:, None, None]
    x, y, z = (vectors / np.maximum(angle[:, :, 0], 1e-12)).T
    nothing = np.zeros_like(x)
    cross = np.stack((nothing, -z, y, z, nothing, -x, -y, x, nothing), axis=1).reshape(-1, 3, 3)
    return np.asarray(np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * (cross @ cross))


def _vector(matrix: FloatArray) -> FloatArray:
    """The rotation vector (3,) of a rotation matrix; its axis is the eigenvector that stays."""
    angle = float(np.arccos(np.clip((np.trace(matrix) - 1) / 2, -1, 1)))
    values, vectors = np.linalg.eig(matrix)
    axis = np.real(vectors[:, int(np.argmin(np.abs(values - 1)))])
    found = axis / np.linalg.norm(axis) * angle
    same = np.linalg.norm(rotation(found[None])[0] - matrix) < np.linalg.norm(rotation(-found[None])[0] - matrix)
    return np.asarray(found if same else -found)
