"""Feet: when they touch, where they stand, how they swing. A foot on the ground does not move over it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstride.recording import FloatArray
from backstride.simulate.course import Course
from backstride.simulate.curves import quintic, through
from backstride.simulate.frames import Segment, hang
from backstride.simulate.style import Person

ANCHOR_S = 0.45  # at most so long after contact is the body above the foot
FOOT_M = 0.17  # from heel to ball
UNEVEN_M = 0.012  # how far steps miss their mark


@dataclass(frozen=True, eq=False, slots=True)
class Stances:
    """Of one foot, in order: contact and off (m,), -inf before the recording, past its end after; where it stands."""

    contact_s: FloatArray
    off_s: FloatArray
    place: FloatArray
    yaw: FloatArray


def stances(course: Course, person: Person, side: int, generator: np.random.Generator) -> Stances:
    """Side: 1 left, -1 right."""
    contact, off = crossings(course, side)
    if progress(course, side)[0] >= course.duty[0]:
        off = np.concatenate(([-0.2], off))
    contact = np.concatenate(([-np.inf], contact))
    off = off if len(off) == len(contact) else np.append(off, course.time_s[-1] + 1.0)
    anchor = np.where(np.isfinite(contact), np.minimum(0.5 * (contact + off), contact + ANCHOR_S), 0.0)
    begins = min(off[0] - 0.3, 0.0) if course.rate_hz[0] > 0 else 0.0
    anchor[0] = max(begins, -0.5)
    yaw = np.interp(anchor, course.time_s, course.facing)
    velocity = (course.place[1] - course.place[0]) / course.step_s
    place = np.stack([np.interp(anchor, course.time_s, course.place[:, k]) for k in range(3)], axis=1)
    place[0] += velocity * min(anchor[0], 0.0)
    half = side * np.interp(anchor, course.time_s, course.mixed([stride.half_m for stride in course.strides]))
    place[:, 0] -= half * np.sin(yaw)
    place[:, 1] += half * np.cos(yaw)
    place[:, :2] += generator.normal(0, UNEVEN_M, (len(anchor), 2))
    return Stances(contact, off, place, yaw + side * person.turnout_rad)


def crossings(course: Course, side: int) -> tuple[FloatArray, FloatArray]:
    """When this foot comes down and when it leaves, interpolated between samples."""
    share = progress(course, side)
    before = share - course.duty
    on = before < 0
    k = np.flatnonzero(on[1:] != on[:-1])
    wraps = share[k + 1] < share[k] - 0.5
    fraction = np.where(
        wraps, (1 - share[k]) / np.maximum(1 + share[k + 1] - share[k], 1e-9),
        before[k] / np.where(before[k] == before[k + 1], 1, before[k] - before[k + 1]),
    )  # fmt: skip
    time = course.time_s[k] + course.step_s * np.clip(fraction, 0, 1)
    down = on[k + 1]
    return time[down], time[~down]


def progress(course: Course, side: int) -> FloatArray:
    """(n,) share of this foot's stride since its contact."""
    return np.asarray((course.phase - (0.0 if side > 0 else course.strides[0].right_at)) % 1.0)


def foot(course: Course, person: Person, side: int, held: Stances) -> Segment:
    """The instep: still while the foot is flat, rolling over heel or ball, one arc through the air a stride."""
    now = np.searchsorted(held.contact_s, course.time_s, side="right") - 1
    place, yaw = _carried(course, held, now)
    share = progress(course, side)
    done = np.where(share < course.duty, share / course.duty,
                    1 + (share - course.duty) / np.maximum(1 - course.duty, 0.05))  # fmt: skip
    pitch = np.zeros(len(share))
    for stride, (first, last, part) in zip(course.strides, course.weight, strict=True):
        if stride.foot_size:
            size = part * stride.foot_size
            pitch[first:last] += size * through(stride.foot, np.clip(done[first:last], 0, 2))
    flat = np.zeros_like(pitch)
    ball = Segment(place, flat, flat, yaw)
    tilted = Segment(place, -pitch, 0.5 * person.crosstalk[0] * pitch, yaw)
    heel = hang(ball, ball, (-FOOT_M, 0.0, 0.0))
    over_ball = hang(ball, tilted, (-0.06, 0.0, 0.07))
    over_heel = hang(heel, tilted, (FOOT_M - 0.06, 0.0, 0.07))
    where = np.where((pitch > 0)[:, None], over_heel.place, over_ball.place)
    return Segment(where, tilted.pitch, tilted.roll, tilted.yaw)


def _carried(course: Course, held: Stances, now: NDArray[np.intp]) -> tuple[FloatArray, FloatArray]:
    """Ball of the foot and its yaw: standing at its mark, or on the way to the next."""
    last = course.place[-1] + (course.place[-1] - course.place[-2]) / course.step_s * 0.4
    contact = np.append(held.contact_s, held.off_s[-1] + 0.4)
    marks = np.concatenate((held.place, last[None]))
    yaws = np.append(held.yaw, held.yaw[-1])
    swing = np.clip((course.time_s - held.off_s[now]) / np.maximum(contact[now + 1] - held.off_s[now], 0.05), 0, 1)
    eased = quintic(swing)
    place = marks[now] + (marks[now + 1] - marks[now]) * eased[:, None]
    arc = swing ** course.mixed([stride.lift_skew for stride in course.strides])
    lift = course.mixed([stride.lift_m for stride in course.strides])
    place[:, 2] += lift * quintic(1 - np.abs(2 * arc - 1))
    return place, yaws[now] + (yaws[now + 1] - yaws[now]) * eased
