"""The jointed person: signs of angles, limbs that reach what they should, nothing floating, nothing bent too far."""

from dataclasses import replace

import numpy as np
import pytest

from backstride.figures import FIGURES
from backstride.figures.person import (
    ANKLE_HEIGHT,
    FOREARM,
    RANGES,
    SHANK,
    THIGH,
    UPPER_ARM,
    Arm,
    Foot,
    Hand,
    Leg,
    Pose,
    afloat,
    beyond,
    stand,
    two_links,
)

POSES = [
    pytest.param(pose, id=f"{key}-{panel}-{place}")
    for key, figure in FIGURES.items()
    for panel, shown in enumerate(figure.panels)
    for place, pose in enumerate([shown.pose, *(other.pose for other in (*shown.ghosts, *shown.others))])
]
HIP, KNEE, ANKLE, HEEL, BALL, TOES = 0, 1, 0, 1, 2, 3


@pytest.mark.parametrize("pose", POSES)
def test_no_joint_is_bent_further_than_people_bend_it(pose: Pose) -> None:
    assert beyond(stand(pose)) == []


@pytest.mark.parametrize("pose", POSES)
def test_what_carries_a_person_touches_the_ground_and_nothing_is_below_it(pose: Pose) -> None:
    body = stand(pose)
    assert afloat(body) == []
    lowest = min(body.low(part) for part in body.parts)
    if pose.hips is None and pose.ground == 0:
        assert lowest == pytest.approx(0, abs=1.2)


def test_who_stands_is_as_tall_as_the_proportions_say() -> None:
    body = stand(Pose())
    assert body.parts["thigh-left"][HIP].at[2] == pytest.approx(THIGH + SHANK + ANKLE_HEIGHT, abs=0.1)
    top = max(float(ball.at[2]) + ball.radius for balls in body.parts.values() for ball in balls)
    assert top == pytest.approx(100, abs=1.5)


@pytest.mark.parametrize(
    ("pose", "part", "axis", "sign"),
    [
        (Pose(lean=30), "head", 0, 1),
        (Pose(lean=-30), "head", 0, -1),
        (Pose(tilt=30), "head", 1, -1),
        (Pose(curl=30), "head", 0, 1),
        (Pose(bend=20), "head", 1, -1),
        (Pose(right=Leg(hip=40)), "shank-right", 0, 1),
        (Pose(right=Leg(knee=60)), "foot-right", 0, -1),
        (Pose(right=Leg(out=30)), "foot-right", 1, -1),
        (Pose(left=Leg(out=30)), "foot-left", 1, 1),
        (Pose(arm_right=Arm(shoulder=70)), "hand-right", 0, 1),
        (Pose(arm_right=Arm(shoulder=0, elbow=90)), "hand-right", 0, 1),
        (Pose(arm_left=Arm(shoulder=0, out=80)), "hand-left", 1, 1),
    ],
)
def test_signs_are_as_documented(pose: Pose, part: str, axis: int, sign: int) -> None:
    moved = stand(pose).middle(part)[axis] - stand(Pose(arm_right=Arm(), arm_left=Arm())).middle(part)[axis]
    assert sign * moved > 3


def test_toes_go_up_with_the_ankle_and_the_nose_follows_the_turn() -> None:
    up = stand(Pose(right=Leg(ankle=20))).parts["foot-right"]
    assert up[TOES].at[2] > up[HEEL].at[2] + 2
    assert stand(Pose(turn=60)).face[1][1] > 0.8
    assert stand(Pose(heading=-90)).face[1] == pytest.approx(np.array([0, -1, 0]), abs=1e-9)


@pytest.mark.parametrize(("x", "pitch"), [(0.0, 0.0), (18.0, 0.0), (-20.0, 40.0), (12.0, -15.0)])
def test_a_planted_foot_stands_where_it_is_put(x: float, pitch: float) -> None:
    body = stand(Pose(lean=20, hips=40, left=Foot(x, pitch=pitch), right=Foot(x, pitch=pitch)))
    ankle, heel, ball, _ = body.parts["foot-left"]
    assert ankle.at[0] == pytest.approx(x, abs=1e-6)
    assert body.low("foot-left") == pytest.approx(0, abs=1e-6)
    assert np.sign(round(float((heel.at[2] - heel.radius) - (ball.at[2] - ball.radius)), 6)) == np.sign(pitch)


@pytest.mark.parametrize("lean", [-128.0, -40.0, 0.0, 30.0])
def test_a_hand_is_where_it_is_put_whatever_the_trunk_does(lean: float) -> None:
    free = stand(Pose(lean=lean, hips=40, left=Leg(), right=Leg(), arm_left=Arm(40, 30, 0)))
    wrist = free.parts["forearm-left"][1].at
    held = stand(Pose(lean=lean, hips=40, left=Leg(), right=Leg(), arm_left=Hand(float(wrist[0]), float(wrist[2]))))
    assert held.parts["forearm-left"][1].at[[0, 2]] == pytest.approx(wrist[[0, 2]], abs=1e-6)
    arm = held.joints.arm_left
    assert isinstance(arm, Arm)
    assert (arm.shoulder, arm.elbow) == pytest.approx((40, 30), abs=1e-6)


def test_two_links_meet_the_law_of_cosines_and_refuse_what_is_too_far() -> None:
    _, bend = two_links(0, -np.hypot(THIGH, SHANK), THIGH, SHANK)
    assert bend == pytest.approx(90)
    with pytest.raises(ValueError, match="out of reach"):
        two_links(0, -60, UPPER_ARM, FOREARM)


def test_the_checks_see_what_is_wrong() -> None:
    low, high = RANGES["knee"]
    assert beyond(stand(Pose(left=Leg(knee=high + 10)))) == ["left knee 160"]
    assert beyond(stand(Pose(left=Leg(knee=low - 10)))) == ["left knee -10"]
    hanging = Pose(hips=60, supports=("foot-left",))
    assert afloat(stand(hanging)) == ["foot-left +7.0"]
    assert afloat(stand(replace(hanging, hips=46, supports=())))


@pytest.mark.parametrize("pose", POSES)
def test_limbs_keep_their_length(pose: Pose) -> None:
    body = stand(pose)
    for part, length in (("thigh", THIGH), ("upper-arm", UPPER_ARM), ("forearm", FOREARM)):
        for side in ("left", "right"):
            one, other = body.parts[f"{part}-{side}"]
            assert np.linalg.norm(one.at - other.at) == pytest.approx(length, abs=1e-6)
