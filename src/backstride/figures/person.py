"""One jointed person in three dimensions: proportions, poses as joint angles, and where every part then is.

Lengths are in percent of stature. The segment lengths are those of Drillis and Contini (1966), Body Segment Parameters,
as given by Winter (2009), Biomechanics and Motor Control of Human Movement, 4th ed., figure 4.1; the thicknesses are
drawn, not measured.

Axes of the person: x forward (to the right on the page), y to the person's left (away from the reader), z up. A person
with heading 0 is seen from the right side and faces right, so that backward is always to the left.

Angles are in degrees. Zero everywhere is standing upright with the arms hanging. Signs:

    lean       whole body from upright: + forward (90 lies face down, -90 on the back)
    tilt       whole body sideways: + to the right
    heading    whole body about the upright: -90 faces the reader, 90 shows the back
    curl       spine: + forward; bend: + to the right; twist: + to the left
    neck       + chin to chest; turn: + looks to the left; nod: + ear to the right shoulder
    hip        + thigh forward; out: + away from the middle; roll: + toes outward
    knee       + bent; ankle: + toes up; toes: + bent up
    shoulder   + arm forward, 180 overhead; out: + away from the side; roll: + forearm outward
    elbow      + bent; wrist: + palm to forearm
"""

from dataclasses import dataclass, replace
from math import acos, atan2, cos, degrees, hypot, radians, sin
from typing import Literal

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float64]
Matrix = npt.NDArray[np.float64]

FOOT, ANKLE_HEIGHT, SHANK, THIGH = 15.2, 3.9, 24.6, 24.5
HIP_TO_SHOULDER, UPPER_ARM, FOREARM, HAND = 28.8, 18.6, 14.6, 10.8
SHOULDER_TO_CHIN, HEAD = 5.2, 13.0
HIP_WIDTH, SHOULDER_WIDTH = 19.1, 25.9

LUMBAR = 12.0  # of the trunk, below the bend of the spine
HIP_SIDE = HIP_WIDTH / 2 - 4.6  # joint centres lie inside the outline by a radius
SHOULDER_SIDE = SHOULDER_WIDTH / 2 - 3.0

SideName = Literal["left", "right"]
SIDES: tuple[SideName, SideName] = ("left", "right")


@dataclass(frozen=True, slots=True)
class Leg:
    """A leg by its joint angles."""

    hip: float = 0.0
    knee: float = 0.0
    ankle: float = 0.0
    out: float = 0.0
    roll: float = 0.0
    toes: float = 0.0


@dataclass(frozen=True, slots=True)
class Foot:
    """A leg by where its foot stands: the joints follow.

    x       of the ankle, forward of the hips
    z       height of what it stands on
    pitch   of the sole: + heel up (the toes stay flat), - toes up
    """

    x: float
    z: float = 0.0
    pitch: float = 0.0
    out: float = 0.0


@dataclass(frozen=True, slots=True)
class Arm:
    """An arm by its joint angles."""

    shoulder: float = 0.0
    elbow: float = 8.0
    out: float = 4.0
    roll: float = 0.0
    wrist: float = 0.0


@dataclass(frozen=True, slots=True)
class Hand:
    """An arm by where its wrist is: the joints follow. points: where the hand points, 0 down, 90 forward, 180 up."""

    x: float
    z: float
    points: float | None = None


@dataclass(frozen=True, slots=True)
class Pose:
    """A row of the pose tables.

    hips      height of the hips; None: the lowest part (or `on`) touches the ground
    on        the part that carries the person, empty: whichever is lowest
    ground    height of what carries the person
    supports  parts that touch the ground, for the check: a foot, "seat", "back", "hand-left" ...
    """

    lean: float = 0.0
    tilt: float = 0.0
    heading: float = 0.0
    curl: float = 0.0
    bend: float = 0.0
    twist: float = 0.0
    neck: float = 0.0
    turn: float = 0.0
    nod: float = 0.0
    left: Leg | Foot = Leg()
    right: Leg | Foot = Leg()
    arm_left: Arm | Hand = Arm()
    arm_right: Arm | Hand = Arm()
    hips: float | None = None
    on: str = ""
    ground: float = 0.0
    supports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ball:
    """A sphere of the body: seen from anywhere it is a circle."""

    at: Vector
    radius: float


@dataclass(frozen=True, slots=True)
class Body:
    """A person in a pose. joints: the pose with every limb as angles. parts: the spheres whose hull each part is."""

    joints: Pose
    parts: dict[str, tuple[Ball, ...]]
    face: tuple[Vector, Vector]  # middle of the head, and which way it looks

    def low(self, part: str) -> float:
        """Height of the lowest point of a part, percent of stature."""
        return min(float(ball.at[2]) - ball.radius for ball in self.parts[part])

    def middle(self, part: str) -> Vector:
        """Middle of a part's spheres; shape (3,)."""
        return np.asarray(np.mean([ball.at for ball in self.parts[part]], axis=0))


# Least and greatest angle of healthy adults with room for trained ones. Norkin and White (2016), Measurement of Joint
# Motion, 5th ed., appendix B (AAOS and AMA values); toes on the ground bend as far as rising on them needs.
RANGES: dict[str, tuple[float, float]] = {
    "hip": (-25, 130),
    "hip out": (-30, 50),
    "hip roll": (-45, 50),
    "knee": (0, 150),
    "ankle": (-55, 35),
    "toes": (-30, 75),
    "shoulder": (-60, 182),
    "shoulder out": (-45, 182),
    "shoulder roll": (-90, 90),
    "elbow": (0, 150),
    "wrist": (-88, 80),
    "curl": (-35, 80),
    "bend": (-35, 35),
    "twist": (-45, 45),
    "neck": (-60, 60),
    "turn": (-80, 80),
    "nod": (-45, 45),
}


def _x(angle: float) -> Matrix:
    c, s = cos(radians(angle)), sin(radians(angle))
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])


def _y(angle: float) -> Matrix:
    c, s = cos(radians(angle)), sin(radians(angle))
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])


def _z(angle: float) -> Matrix:
    c, s = cos(radians(angle)), sin(radians(angle))
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])


def _sign(side: SideName) -> int:
    return 1 if side == "left" else -1


def _v(x: float, y: float, z: float) -> Vector:
    return np.array([x, y, z], dtype=float)


HEEL, BALL, TOE = _v(-3.0, 0, -1.9), _v(7.2, 0, -2.4), _v(3.0, 0, 0.2)
HEEL_R, BALL_R, TOE_R = 2.0, 1.5, 1.25


def _foot(ankle: Vector, shank: Matrix, leg: Leg) -> tuple[Ball, ...]:
    """Ankle, heel, ball of the foot and toes."""
    foot = shank @ _y(-leg.ankle)
    ball = ankle + foot @ BALL
    toe = ball + foot @ _y(-leg.toes) @ (TOE - _v(0, 0, BALL_R - TOE_R) if leg.toes == 0 else _v(3.0, 0, -0.25))
    return (Ball(ankle, 2.3), Ball(ankle + foot @ HEEL, HEEL_R), Ball(ball, BALL_R), Ball(toe, TOE_R))


def _leg(hip: Vector, pelvis: Matrix, leg: Leg, side: SideName) -> dict[str, tuple[Ball, ...]]:
    thigh = pelvis @ _y(-leg.hip) @ _x(_sign(side) * leg.out) @ _z(_sign(side) * leg.roll)
    knee = hip + thigh @ _v(0, 0, -THIGH)
    shank = thigh @ _y(leg.knee)
    ankle = knee + shank @ _v(0, 0, -SHANK)
    calf = knee + shank @ _v(-0.9, 0, -7.5)
    return {
        f"thigh-{side}": (Ball(hip, 5.0), Ball(knee, 3.4)),
        f"shank-{side}": (Ball(knee, 3.3), Ball(calf, 3.3), Ball(ankle, 2.1)),
        f"foot-{side}": _foot(ankle, shank, leg),
    }


def _arm(shoulder: Vector, thorax: Matrix, arm: Arm, side: SideName) -> dict[str, tuple[Ball, ...]]:
    upper = thorax @ _y(-arm.shoulder) @ _x(_sign(side) * arm.out) @ _z(_sign(side) * arm.roll)
    elbow = shoulder + upper @ _v(0, 0, -UPPER_ARM)
    fore = upper @ _y(-arm.elbow)
    wrist = elbow + fore @ _v(0, 0, -FOREARM)
    hand = fore @ _y(-arm.wrist)
    return {
        f"upper-arm-{side}": (Ball(shoulder, 3.1), Ball(elbow, 2.4)),
        f"forearm-{side}": (Ball(elbow, 2.4), Ball(wrist, 1.7)),
        f"hand-{side}": (
            Ball(wrist, 1.7),
            Ball(wrist + hand @ _v(0, 0, -3.6), 1.9),
            Ball(wrist + hand @ _v(0, 0, -7.6), 1.3),
        ),
    }


def _trunk(hip: Vector, pelvis: Matrix, thorax: Matrix) -> dict[str, tuple[Ball, ...]]:
    waist = hip + pelvis @ _v(0, 0, LUMBAR)
    up = HIP_TO_SHOULDER - LUMBAR
    across = [-1, 1]
    return {
        "pelvis": (
            *(Ball(hip + pelvis @ _v(0, s * HIP_SIDE, 0.5), 5.6) for s in across),
            *(Ball(waist + pelvis @ _v(0.3, s * 3.6, 0), 5.0) for s in across),
        ),
        "thorax": (
            *(Ball(waist + thorax @ _v(0.3, s * 3.6, 0), 5.0) for s in across),
            *(Ball(waist + thorax @ _v(0.6, s * 4.6, up * 0.6), 6.0) for s in across),
            *(Ball(waist + thorax @ _v(0, s * SHOULDER_SIDE, up - 0.4), 3.2) for s in across),
        ),
    }


def _head(neck: Vector, head: Matrix) -> dict[str, tuple[Ball, ...]]:
    return {
        "neck": (Ball(neck - head @ _v(0, 0, 1.5), 3.0), Ball(neck + head @ _v(0.8, 0, SHOULDER_TO_CHIN), 2.6)),
        "head": (
            Ball(neck + head @ _v(0.6, 0, SHOULDER_TO_CHIN + 7.2), 5.9),
            Ball(neck + head @ _v(3.4, 0, SHOULDER_TO_CHIN + 2.6), 2.5),
        ),
        "nose": (
            Ball(neck + head @ _v(5.6, 0, SHOULDER_TO_CHIN + 6.6), 0.8),
            Ball(neck + head @ _v(7.6, 0, SHOULDER_TO_CHIN + 5.2), 0.8),
        ),
    }


def _frames(pose: Pose) -> tuple[Matrix, Matrix, Matrix]:
    """Pelvis, thorax and head, before the heading turns them."""
    pelvis = _y(pose.lean) @ _x(pose.tilt)
    thorax = pelvis @ _y(pose.curl) @ _x(pose.bend) @ _z(pose.twist)
    return pelvis, thorax, thorax @ _z(pose.turn) @ _y(pose.neck) @ _x(pose.nod)


def _bones(pose: Pose, height: float) -> Body:
    """All parts with the hips at a height; limbs that are given by where they end are left out."""
    pelvis, thorax, head = _frames(pose)
    hip = _v(0, 0, height)
    neck = hip + pelvis @ _v(0, 0, LUMBAR) + thorax @ _v(0, 0, HIP_TO_SHOULDER - LUMBAR)
    parts = _trunk(hip, pelvis, thorax) | _head(neck, head)
    for side, leg, arm in zip(SIDES, (pose.left, pose.right), (pose.arm_left, pose.arm_right), strict=True):
        if isinstance(leg, Leg):
            parts |= _leg(hip + pelvis @ _v(0, _sign(side) * HIP_SIDE, 0), pelvis, leg, side)
        if isinstance(arm, Arm):
            parts |= _arm(neck + thorax @ _v(0, _sign(side) * SHOULDER_SIDE, 0), thorax, arm, side)
    return Body(pose, parts, (neck + head @ _v(0.6, 0, SHOULDER_TO_CHIN + 6.5), head @ _v(1, 0, 0)))


def two_links(dx: float, dz: float, first: float, second: float) -> tuple[float, float]:
    """Angles of a two-link limb in a plane whose end is at (dx, dz) from its root.

    Returns the angle between root and end measured from straight down (+ forward) less that of the first link, as
    positive number, and the bend between the links; degrees. Raises ValueError where the end is out of reach.
    """
    reach = hypot(dx, dz)
    if not abs(first - second) <= reach <= first + second + 1e-6:
        raise ValueError(f"out of reach: {reach:.1f} of {first + second:.1f} % of stature")
    bend = acos(max(-1.0, min(1.0, (reach**2 - first**2 - second**2) / (2 * first * second))))
    return degrees(atan2(second * sin(bend), first + second * cos(bend))), degrees(bend)


def _planted(pose: Pose, foot: Foot, height: float) -> Leg:
    """Joint angles that put a foot where it stands. The sole decides how high the ankle is."""
    shank = _y(foot.pitch)
    toes = max(foot.pitch, 0.0)
    low = min(float(ball.at[2]) - ball.radius for ball in _foot(_v(0, 0, 0), shank, Leg(toes=toes)))
    dx, dz = foot.x, foot.z - low - height
    inner, knee = two_links(dx, dz, THIGH, SHANK)
    thigh = degrees(atan2(dx, -dz)) + inner
    return Leg(thigh + pose.lean, knee, -foot.pitch - (thigh - knee), foot.out, 0.0, toes)


def _held(pose: Pose, hand: Hand, shoulder: Vector) -> Arm:
    """Joint angles that bring a wrist to where it is."""
    dx, dz = hand.x - float(shoulder[0]), hand.z - float(shoulder[2])
    inner, elbow = two_links(dx, dz, UPPER_ARM, FOREARM)
    upper = degrees(atan2(dx, -dz)) - inner
    swing = (upper + pose.lean + pose.curl + 120) % 360 - 120
    points = upper + elbow if hand.points is None else hand.points
    return Arm(swing, elbow, 0.0, 0.0, (points - upper - elbow + 180) % 360 - 180)


def stand(pose: Pose) -> Body:
    """Put a person in a pose on the ground.

    1. The height of the hips is given, or follows from the part that carries.
    2. Limbs given by where they end become joint angles.
    3. All parts are placed and turned to the heading.
    """
    height = pose.hips
    if height is None:
        free = _bones(pose, 0.0)
        carried = [pose.on] if pose.on else list(free.parts)
        height = pose.ground - min(free.low(part) for part in carried)
    pelvis, thorax, _ = _frames(pose)
    neck = _v(0, 0, height) + pelvis @ _v(0, 0, LUMBAR) + thorax @ _v(0, 0, HIP_TO_SHOULDER - LUMBAR)
    left, right = (_planted(pose, leg, height) if isinstance(leg, Foot) else leg for leg in (pose.left, pose.right))
    arms = (_held(pose, arm, neck) if isinstance(arm, Hand) else arm for arm in (pose.arm_left, pose.arm_right))
    arm_left, arm_right = arms
    body = _bones(replace(pose, left=left, right=right, arm_left=arm_left, arm_right=arm_right), height)
    turned = _z(pose.heading)
    parts = {name: tuple(Ball(turned @ ball.at, ball.radius) for ball in balls) for name, balls in body.parts.items()}
    return Body(body.joints, parts, (turned @ body.face[0], turned @ body.face[1]))


def _angles(pose: Pose) -> list[tuple[str, str, float]]:
    found = [("", name, float(getattr(pose, name))) for name in ("curl", "bend", "twist", "neck", "turn", "nod")]
    for side in SIDES:
        leg, arm = getattr(pose, side), getattr(pose, f"arm_{side}")
        found += [(side, name, getattr(leg, name)) for name in ("hip", "knee", "ankle", "toes")]
        found += [(side, f"hip {name}", getattr(leg, name)) for name in ("out", "roll")]
        found += [(side, name, getattr(arm, name)) for name in ("shoulder", "elbow", "wrist")]
        found += [(side, f"shoulder {name}", getattr(arm, name)) for name in ("out", "roll")]
    return found


def beyond(body: Body) -> list[str]:
    """Joints bent further than people bend them, in words for a test."""
    return [
        f"{side} {name} {angle:.0f}".strip()
        for side, name, angle in _angles(body.joints)
        if not RANGES[name][0] - 0.5 <= angle <= RANGES[name][1] + 0.5
    ]


def afloat(body: Body, tolerance: float = 1.2) -> list[str]:
    """Parts that should touch the ground and do not, or that are below it; percent of stature."""
    pose = body.joints
    off = [
        f"{part} {body.low(part) - pose.ground:+.1f}"
        for part in pose.supports
        if abs(body.low(part) - pose.ground) > tolerance
    ]
    floor = min(pose.ground, 0.0)
    return off + [f"{part} below {body.low(part):+.1f}" for part in body.parts if body.low(part) < floor - tolerance]
