"""A mechanical runner: where each part of the body is at every moment.

The centre of mass follows from the force of the legs (`forces`), joints swing on published curves (`curves`), feet
stand where they stand (`feet`), and the whole goes along a course (`course`). One body serves any number of sensors.
"""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from backstride.evidence import gait as claims
from backstride.recording import FloatArray
from backstride.simulate.course import SWAY_M, SWAY_RAD, Course, drift, lay
from backstride.simulate.feet import Stances, foot, stances
from backstride.simulate.frames import Segment, hang
from backstride.simulate.parts import Part
from backstride.simulate.strides import ROWS
from backstride.simulate.style import HARMONICS, Person

GRAVITY = claims.STANDARD_GRAVITY.value
KNEE_SHARE = 0.47  # of the leg, above the knee
BLOCK = 448  # samples at a time: the products stay near the processor, and too small to be handed to threads
HELD_RAD = 0.06
LEANS = 0.6  # how much of the force of a start or stop the body leans into


class Body:
    """One person going through their parts. Segments are made when asked for, and once."""

    def __init__(self, course: Course, person: Person, generator: np.random.Generator) -> None:
        self.course = course
        self.person = person
        self.left: Stances = stances(course, person, 1, generator)
        self.right: Stances = stances(course, person, -1, generator)
        self._fidgets = generator.spawn(1)[0]
        self._made: dict[tuple[str, int], Segment] = {}

    @cached_property
    def rows(self) -> dict[str, FloatArray]:
        """Every row of strides.ROWS over time, (n,)."""
        course = self.course
        total = np.zeros((len(ROWS), len(course.time_s)))
        for stride, (first, last, share) in zip(course.strides, course.weight, strict=True):
            if not stride.rate_hz:
                continue
            table = np.hstack((stride.swing.real, -stride.swing.imag))
            for start in range(first, last, BLOCK):
                here = slice(start, min(start + BLOCK, last))
                waves = _waves(course.phase[here]) * course.loudness[here]
                share_here = share[start - first : start - first + BLOCK]
                total[:, here] += share_here * (stride.mean[:, None] + table @ waves)
        for name, more in course.upset.rows.items() if course.upset else ():
            total[ROWS.index(name)] += more
        return dict(zip(ROWS, total, strict=True))

    @cached_property
    def toppled(self) -> tuple[FloatArray | float, FloatArray | float]:
        """Pitch and roll of the whole body where it falls."""
        upset = self.course.upset
        return (upset.pitch, upset.roll) if upset else (0.0, 0.0)

    def segment(self, name: str, side: int = 1) -> Segment:
        """A point of the body: pelvis, waist, chest, head, thigh, shank, wrist, held (before the chest) or foot; side 1
        left, -1 right."""
        key = (name, side)
        if key not in self._made:
            self._made[key] = self._make(name, side)
        return self._made[key]

    def _make(self, name: str, side: int) -> Segment:
        if name == "foot":
            return self._fallen_over(foot(self.course, self.person, side, self.left if side > 0 else self.right))
        if name == "pelvis":
            return self._pelvis()
        if name == "waist":
            return hang(self.segment("pelvis"), self.segment("pelvis"), (-0.10, 0.0, 0.05))
        if name in ("chest", "head"):
            return self._trunk(name)
        if name == "wrist":
            return self._wrist(side)
        if name == "held":
            return self._held(side)
        return self._leg(name, side)

    def _pelvis(self) -> Segment:
        course, rows, g = self.course, self.rows, self._fidgets
        c, s = np.cos(course.facing), np.sin(course.facing)
        along, left = rows["along"].copy(), rows["left"].copy()
        along += SWAY_M * drift(g, course.time_s, 0.05, 0.6)
        left += SWAY_M * drift(g, course.time_s, 0.05, 0.6)
        place = course.place + np.stack((along * c - left * s, along * s + left * c, rows["up"]), axis=1)
        surge = np.gradient(course.forward_mps, course.step_s) / GRAVITY
        inward = course.forward_mps * np.gradient(course.facing, course.step_s) / GRAVITY
        tilt = self.person.tilt_rad
        pitch = rows["pelvis_pitch"] + tilt[0] + LEANS * surge + SWAY_RAD * drift(g, course.time_s, 0.05, 0.6)
        roll = rows["pelvis_roll"] + tilt[1] - np.arctan(inward) + SWAY_RAD * drift(g, course.time_s, 0.05, 0.6)
        if course.upset:
            place[:, 2] -= course.upset.lower
        return self._fallen_over(Segment(place, pitch, roll, course.facing + rows["pelvis_yaw"]))

    def _fallen_over(self, segment: Segment) -> Segment:
        pitch, roll = self.toppled
        return Segment(segment.place, segment.pitch + pitch, segment.roll + roll, segment.yaw)

    def _trunk(self, name: str) -> Segment:
        pelvis, rows = self.segment("pelvis"), self.rows
        base = pelvis.pitch - rows["pelvis_pitch"], pelvis.roll - rows["pelvis_roll"]
        facing = self.course.facing
        chest = Segment(pelvis.place, base[0] + rows["chest_pitch"], base[1] + rows["chest_roll"],
                        facing + rows["chest_yaw"])  # fmt: skip
        if name == "chest":
            return hang(pelvis, chest, (0.10, 0.0, 0.35))
        head_roll = 0.3 * chest.roll + 0.7 * self.toppled[1]
        head = Segment(pelvis.place, rows["head_pitch"] + self.toppled[0], head_roll, facing + rows["head_yaw"])
        return hang(hang(pelvis, chest, (0.0, 0.0, 0.52)), head, (0.05, 0.05, 0.13))

    def _leg(self, name: str, side: int) -> Segment:
        pelvis, rows, person = self.segment("pelvis"), self.rows, self.person
        hand = "left" if side > 0 else "right"
        flexion = rows[f"thigh_{hand}"]
        swing = flexion - self.course.mixed(
            [stride.mean[ROWS.index(f"thigh_{hand}")] for stride in self.course.strides]
        )
        spread = side * rows[f"spread_{hand}"]
        size = person.leg_m / 0.9
        thigh = Segment(
            pelvis.place,
            person.tilt_rad[2] - flexion + self.toppled[0],
            0.5 * (pelvis.roll + self.toppled[1]) + spread + side * (person.tilt_rad[3] + person.crosstalk[0] * swing),
            pelvis.yaw + side * person.crosstalk[1] * swing,
        )
        hip = hang(pelvis, pelvis, (0.0, side * 0.10, -0.05))
        if name == "thigh":
            return hang(hip, thigh, (0.07, side * 0.06, -0.20 * size))
        knee = hang(hip, thigh, (0.0, 0.0, -KNEE_SHARE * person.leg_m))
        shank = Segment(knee.place, rows[f"knee_{hand}"] - flexion + self.toppled[0], thigh.roll, thigh.yaw)
        return hang(knee, shank, (0.04, 0.0, -0.15 * size))

    def _wrist(self, side: int) -> Segment:
        rows, person, g = self.rows, self.person, self._fidgets
        hand = "left" if side > 0 else "right"
        chest = self.segment("chest")
        swing = rows[f"arm_{hand}"]
        restless = self.course.still * 0.12
        arm = Segment(
            chest.place,
            -swing + 0.3 * chest.pitch + 0.7 * self.toppled[0] + restless * drift(g, self.course.time_s, 0.05, 0.5),
            0.5 * (chest.roll + self.toppled[1]) + side * (0.1 + person.crosstalk[2] * swing),
            chest.yaw + side * person.crosstalk[3] * swing,
        )
        shoulder = hang(chest, chest, (-0.10, side * 0.19, 0.10))
        elbow = hang(shoulder, arm, (0.0, 0.0, -0.30))
        fore = Segment(
            elbow.place,
            arm.pitch - rows[f"elbow_{hand}"] + restless * drift(g, self.course.time_s, 0.05, 0.5),
            arm.roll + restless * drift(g, self.course.time_s, 0.05, 0.5),
            arm.yaw - side * 0.3 * rows[f"elbow_{hand}"],
        )
        return hang(elbow, fore, (0.0, 0.02, -0.25))

    def _held(self, side: int) -> Segment:
        """A hand before the chest: eyes and arm keep what it holds steadier than the chest is."""
        chest, clock, g = self.segment("chest"), self.course.time_s, self._fidgets
        wandering = [HELD_RAD * drift(g, clock, 0.1, 1.5) for _ in range(3)]
        yaw = chest.yaw - 0.6 * self.rows["chest_yaw"]
        steadied = Segment(chest.place, 0.5 * chest.pitch + wandering[0], 0.5 * chest.roll + wandering[1],
                           yaw + wandering[2])  # fmt: skip
        return hang(chest, steadied, (0.30, side * 0.08, 0.0))


def _waves(phase: FloatArray) -> FloatArray:
    """Cosines, then sines, of every harmonic of the stride: (2 HARMONICS, n)."""
    waves = np.empty((2 * HARMONICS, len(phase)))
    cos, sin = waves[:HARMONICS], waves[HARMONICS:]
    cos[0], sin[0] = np.cos(2 * np.pi * phase), np.sin(2 * np.pi * phase)
    for k in range(1, HARMONICS):
        cos[k] = cos[k - 1] * cos[0] - sin[k - 1] * sin[0]
        sin[k] = sin[k - 1] * cos[0] + cos[k - 1] * sin[0]
    return waves


def move(
    parts: Sequence[Part],
    person: Person,
    generator: np.random.Generator,
    *,
    rate_hz: float = 200.0,
    facing_rad: float = 0.0,
) -> Body:
    """A person through their parts, on a clock of `rate_hz`; at first the body faces `facing_rad` (from east)."""
    return Body(lay(parts, person, generator, rate_hz, facing_rad), person, generator)
