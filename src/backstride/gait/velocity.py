"""Velocity over the ground from the push of starts, stops, turns and bends: what any body-worn sensor feels.

A body that starts forward is pushed forward, one that turns round while its travel goes on is not pushed at all, and in
a bend it is pushed towards the inside, as fast as it goes. Integrated in axes that do not turn, horizontal acceleration
is velocity; what spoils it is the small part of gravity that a tilted frame takes for acceleration. So a filter follows
both, velocity and false push, forward and backward in time: velocity comes back to zero in the mean over some seconds,
a false push wanders slowly, and where the body stands its velocity is zero.

A Kalman filter with the smoother of Rauch, Tung and Striebel (doi 10.2514/3.3166), all stretches side by side. Once
there is a first idea of the direction, it is run again with that idea as a faint observation of the velocity: so a
direction lasts as long as nothing pushes the body out of it (the filter's and the decoder's beliefs are improved in
turn, which is mean-field inference in a switching linear system, Ghahramani and Hinton 2000,
doi 10.1162/089976600300015619).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstride.evidence import gait as claims
from backstride.gait.upright import Upright, averaged, dot
from backstride.recording import FloatArray

STEP_S = 0.25
CORE_S = 60.0
MARGIN_S = 45.0  # beyond it little is left of what was felt before
MOST_LANES = 120  # side by side: two hours; more would cost memory and save nothing
STANDING_MPS = 0.05
STRIDE_S = 1.2
LIVELY_S = 1.0


@dataclass(frozen=True, eq=False, slots=True)
class Pushes:
    """Quarter seconds of one piece (n,): mean horizontal acceleration in axes that do not turn, heading, standing."""

    time_s: FloatArray
    push: NDArray[np.complex128]
    heading: FloatArray
    standing: NDArray[np.bool_]
    keep_s: tuple[float, float]


@dataclass(frozen=True, eq=False, slots=True)
class Velocity:
    """Complex velocity (n,) at time_s (n,), m/s along and to the left of the sensor's heading axis.

    variance  (n,) of each of the two components, (m/s)2
    """

    time_s: FloatArray
    along: NDArray[np.complex128]
    variance: FloatArray

    @staticmethod
    def chained(parts: Sequence["Velocity"]) -> "Velocity":
        """One after the other."""
        return Velocity(
            np.concatenate([part.time_s for part in parts]),
            np.concatenate([part.along for part in parts]),
            np.concatenate([part.variance for part in parts]),
        )


@dataclass(frozen=True, eq=False, slots=True)
class Expected:
    """What is believed of the velocity otherwise, at time_s (n,): complex mean in the sensor's heading axes, and the
    precision (n,) of each component, (s/m)2; zero where nothing is believed."""

    time_s: FloatArray
    mean: NDArray[np.complex128]
    precision: FloatArray


def pushes_of(upright: Upright) -> Pushes:
    """What the filter needs of a piece. Without a gyroscope the axes would turn with the body: then nothing."""
    piece = upright.piece
    every = max(1, round(STEP_S * piece.rate_hz))
    count = len(upright.lift) // every if piece.turning is not None else 0

    def means(values: NDArray) -> NDArray:  # type: ignore[type-arg]
        return np.asarray(values[: count * every].reshape(count, every).mean(axis=1))

    width = LIVELY_S * piece.rate_hz
    centred = piece.force - averaged(piece.force, width)
    shaken = np.sqrt(averaged(dot(centred, centred)[:, None], width)[:, 0])
    return Pushes(
        np.asarray(piece.start_s + (np.arange(count) + 0.5) * every / piece.rate_hz, np.float64),
        means(upright.fixed_push),
        means(upright.heading),
        means(shaken) < claims.STANDING_MPS2.value,
        piece.keep_s,
    )


def velocities(parts: Sequence[Pushes], beliefs: Sequence[Expected | None]) -> tuple[Velocity, ...]:
    """The most likely velocity under each of several beliefs, given all that was felt before and after."""
    parts = [part for part in parts if len(part.time_s)]
    if not parts:
        return tuple(Velocity(np.zeros(0), np.zeros(0, complex), np.zeros(0)) for _ in beliefs)
    lanes = [lane for part in parts for lane in _lanes(part)]
    groups = [_filtered(lanes[k : k + MOST_LANES], beliefs) for k in range(0, len(lanes), MOST_LANES)]
    return tuple(Velocity.chained([group[which] for group in groups]) for which in range(len(beliefs)))


def _filtered(lanes: Sequence[tuple[Pushes, float, float]], beliefs: Sequence[Expected | None]) -> list[Velocity]:
    """All beliefs of some lanes, side by side."""
    shape = (max(len(part.time_s) for part, _, _ in lanes), len(beliefs), len(lanes))
    push, mean, precision = np.zeros(shape, complex), np.zeros(shape, complex), np.zeros(shape)
    for number, (part, _, _) in enumerate(lanes):
        count = len(part.time_s)
        push[:count, :, number] = part.push[:, None]
        turned = np.exp(1j * part.heading)
        for which, belief in enumerate(beliefs):
            if belief is not None:
                at = np.clip(np.searchsorted(belief.time_s, part.time_s), 0, len(belief.time_s) - 1)
                mean[:count, which, number] = belief.mean[at] * turned
                precision[:count, which, number] = belief.precision[at]
        mean[:count, :, number][part.standing] = 0.0
        precision[:count, :, number][part.standing] = STANDING_MPS**-2
    moved, variance = _smoothed(
        push.reshape(len(push), -1), mean.reshape(len(push), -1), precision.reshape(len(push), -1)
    )
    moved, variance = moved.reshape(shape), variance.reshape(shape)
    return [_joined(lanes, moved[:, which], variance[:, which]) for which in range(len(beliefs))]


def _joined(
    lanes: Sequence[tuple[Pushes, float, float]], moved: NDArray[np.complex128], variance: FloatArray
) -> Velocity:
    """The stretches of (n, lanes) that each lane is meant for, one after the other, as seen from the sensor."""
    times, found, spread = [], [], []
    for number, (part, first_s, last_s) in enumerate(lanes):
        count = len(part.time_s)
        even = averaged(moved[:count, number, None], STRIDE_S / STEP_S)[:, 0] * np.exp(-1j * part.heading)
        keep = (part.time_s >= first_s) & (part.time_s < last_s)
        times.append(part.time_s[keep])
        found.append(even[keep])
        spread.append(variance[:count, number][keep])
    return Velocity(np.concatenate(times), np.concatenate(found), np.concatenate(spread))


def _lanes(part: Pushes) -> list[tuple[Pushes, float, float]]:
    """Stretches of CORE_S with margins, and the times from and to which each is meant."""
    begin, end = part.keep_s
    count = max(1, int(np.ceil((end - begin) / CORE_S)))
    cuts = np.linspace(begin, end, count + 1)
    lanes = []
    for first, last in zip(cuts[:-1].tolist(), cuts[1:].tolist(), strict=True):
        low, high = np.searchsorted(part.time_s, (first - MARGIN_S, last + MARGIN_S))
        cut = slice(int(low), int(high))
        if part.time_s[cut].size:
            lane = Pushes(part.time_s[cut], part.push[cut], part.heading[cut], part.standing[cut], part.keep_s)
            lanes.append((lane, first, last))
    return lanes


def _smoothed(
    push: NDArray[np.complex128], mean: NDArray[np.complex128], precision: FloatArray
) -> tuple[NDArray[np.complex128], FloatArray]:
    """(n, lanes) velocity and its variance. State: velocity and false push, complex; both axes share one covariance.

    1. Forward: predict, then correct to what is known (where the body stands its velocity is zero).
    2. Backward: correct each step by what the next one knew better.
    """
    count, lanes = push.shape
    speed, memory = claims.TYPICAL_SPEED_MPS.value, claims.SPEED_MEMORY_S.value
    keep, hold = np.exp(-STEP_S / memory), np.exp(-STEP_S / claims.TILT_MEMORY_S.value)
    wander = claims.TILT_WANDER.value**2 * STEP_S
    noise = speed**2 * (1 - keep**2)
    v, b = np.zeros((count, lanes), complex), np.zeros((count, lanes), complex)
    p, c, q = (np.empty((count, lanes)) for _ in range(3))  # variance of v, covariance, variance of b
    ahead_v, ahead_b = np.zeros((count, lanes), complex), np.zeros((count, lanes), complex)
    ahead_p, ahead_c, ahead_q = (np.empty((count, lanes)) for _ in range(3))
    now_v, now_b = np.zeros(lanes, complex), np.zeros(lanes, complex)
    now_p, now_c, now_q = np.full(lanes, speed**2), np.zeros(lanes), np.full(lanes, wander / (1 - hold**2))
    # 1.
    for k in range(count):
        if k:
            now_v, now_b = keep * now_v + STEP_S * (push[k] - now_b), hold * now_b
            now_p, now_c, now_q = (
                keep**2 * now_p - 2 * keep * STEP_S * now_c + STEP_S**2 * now_q + noise,
                hold * (keep * now_c - STEP_S * now_q),
                hold**2 * now_q + wander,
            )
        ahead_v[k], ahead_b[k], ahead_p[k], ahead_c[k], ahead_q[k] = now_v, now_b, now_p, now_c, now_q
        sure = precision[k] / (1 + precision[k] * now_p)
        off, gain_v, gain_b = mean[k] - now_v, now_p * sure, now_c * sure
        now_v, now_b = now_v + gain_v * off, now_b + gain_b * off
        now_p, now_c, now_q = now_p - gain_v * now_p, now_c - gain_b * now_p, now_q - gain_b * now_c
        v[k], b[k], p[k], c[k], q[k] = now_v, now_b, now_p, now_c, now_q
    # 2.
    for k in range(count - 2, -1, -1):
        # Covariance of this state with the prediction of the next, times the inverse of the prediction's own: (2, 2).
        pv, pb = keep * p[k] - STEP_S * c[k], hold * c[k]
        cv, cb = keep * c[k] - STEP_S * q[k], hold * q[k]
        det = ahead_p[k + 1] * ahead_q[k + 1] - ahead_c[k + 1] ** 2
        vv, vb = (pv * ahead_q[k + 1] - pb * ahead_c[k + 1]) / det, (pb * ahead_p[k + 1] - pv * ahead_c[k + 1]) / det
        bv, bb = (cv * ahead_q[k + 1] - cb * ahead_c[k + 1]) / det, (cb * ahead_p[k + 1] - cv * ahead_c[k + 1]) / det
        off_v, off_b = v[k + 1] - ahead_v[k + 1], b[k + 1] - ahead_b[k + 1]
        v[k] += vv * off_v + vb * off_b
        b[k] += bv * off_v + bb * off_b
        dp, dc, dq = p[k + 1] - ahead_p[k + 1], c[k + 1] - ahead_c[k + 1], q[k + 1] - ahead_q[k + 1]
        p[k] += vv * vv * dp + 2 * vv * vb * dc + vb * vb * dq
        c[k] += vv * bv * dp + (vv * bb + vb * bv) * dc + vb * bb * dq
        q[k] += bv * bv * dp + 2 * bv * bb * dc + bb * bb * dq
    return v, p
