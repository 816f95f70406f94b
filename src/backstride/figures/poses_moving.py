"""Figures of moving backward, changing direction and working with a partner, seen from the side."""

from dataclasses import replace

from backstride.figures.person import Arm, Foot, Hand, Leg, Pose
from backstride.figures.poses import (
    FEET,
    RUN_BACK,
    RUN_BACK_LATER,
    RUN_ON,
    STANDING,
    STOPPED,
    UPRIGHT,
    WALK_BACK,
)
from backstride.figures.scene import Arrow, Figure, Panel, Placed, Prop, Travel, ball, cone, rope, step

BACK, ON, ON_LEFT = Travel("backward"), Travel("forward"), Travel("forward", flipped=True)
AROUND = Arrow((14, 106), (-14, 106), -4, "turning")
SIDEWAYS = Arrow((16, 108), (-16, 108), way="sideways")

TOE_WALK = Pose(
    lean=2,
    left=Leg(hip=24, knee=34, ankle=-22),
    right=Leg(ankle=-38, toes=38),
    arm_left=Arm(-12, 30),
    arm_right=Arm(14, 30),
    on="foot-right",
    supports=("foot-right",),
)
TOE_WALK_LATER = Pose(
    lean=2,
    hips=54.6,
    left=Foot(10, pitch=40),
    right=Foot(-11, pitch=44),
    arm_left=Arm(14, 30),
    arm_right=Arm(-12, 30),
    supports=FEET,
)
HIGH_KNEE = Pose(
    lean=2,
    left=Leg(hip=-2, knee=4, ankle=-30, toes=30),
    right=Leg(hip=94, knee=104, ankle=8),
    arm_left=Arm(48, 92),
    arm_right=Arm(-36, 90),
    on="foot-left",
    supports=("foot-left",),
)
CROSS_BEHIND = Pose(
    heading=-90,
    left=Leg(hip=-12, out=-14, roll=12),
    right=Leg(hip=6, out=-5, roll=12),
    arm_left=Arm(0, 14, 38),
    arm_right=Arm(0, 14, 38),
    supports=("foot-right",),
    on="foot-right",
)
CROSS_FRONT = Pose(
    heading=-90,
    left=Leg(hip=22, knee=24, out=-20, roll=4),
    right=Leg(hip=-2, out=-2, roll=12),
    arm_left=Arm(0, 14, 38),
    arm_right=Arm(0, 14, 38),
    supports=("foot-right",),
    on="foot-right",
)
WIDE = Pose(
    heading=-90,
    left=Leg(out=15, roll=12),
    right=Leg(out=15, roll=12),
    arm_left=Arm(0, 14, 38),
    arm_right=Arm(0, 14, 38),
    supports=FEET,
)
SKIP = Pose(
    lean=3,
    left=Leg(hip=-6, knee=10, ankle=-40, toes=10),
    right=Leg(hip=72, knee=92, ankle=-4),
    arm_left=Arm(56, 84),
    arm_right=Arm(-38, 84),
    hips=59,
)
SKIP_LAND = Pose(
    lean=5,
    left=Leg(hip=24, knee=34, ankle=6),
    right=Leg(hip=6, knee=58, ankle=-10),
    arm_left=Arm(-20, 84),
    arm_right=Arm(26, 84),
    on="foot-left",
    supports=("foot-left",),
)
CALLING = Pose(arm_left=Arm(4, 10), arm_right=Arm(150, 10), supports=FEET)
READY = Pose(
    lean=18, hips=44.5, neck=-8, left=Foot(2), right=Foot(9), arm_left=Arm(40, 66), arm_right=Arm(40, 66), supports=FEET
)
DROPPING = Pose(arm_left=Arm(4, 10), arm_right=Arm(88, 6), supports=FEET)
MIRROR_LEFT = Pose(
    lean=14,
    hips=46,
    neck=-6,
    left=Foot(13),
    right=Foot(-11, pitch=22),
    arm_left=Arm(-10, 80),
    arm_right=Arm(34, 76),
    supports=FEET,
)
MIRROR_ON = Pose(
    lean=14,
    hips=46,
    neck=-6,
    left=Foot(-11, pitch=24),
    right=Foot(14),
    arm_left=Arm(34, 76),
    arm_right=Arm(-10, 80),
    supports=FEET,
)
TURN_HALF = Pose(
    heading=-90,
    left=Leg(out=8, roll=16),
    right=Leg(out=8, roll=16),
    arm_left=Arm(4, 88, 6),
    arm_right=Arm(4, 88, 6),
    supports=FEET,
)
WALK_ON = Pose(
    lean=3,
    hips=50.8,
    left=Foot(12, pitch=-8),
    right=Foot(-10, pitch=26),
    arm_left=Arm(-16, 20),
    arm_right=Arm(18, 24),
    supports=FEET,
)
GUIDE = replace(WALK_ON, arm_left=Hand(20, 61, 90), arm_right=Hand(20, 60, 90))
GUIDED = replace(WALK_BACK, arm_left=Hand(20, 61, 90), arm_right=Hand(20, 60, 90))
TAPPER = Pose(
    lean=3,
    hips=50.8,
    left=Foot(11),
    right=Foot(-11, pitch=26),
    arm_left=Arm(4, 16),
    arm_right=Arm(84, 6),
    supports=FEET,
)
TAPPED = Pose(
    lean=3,
    hips=50.6,
    turn=-70,
    twist=-12,
    left=Foot(11),
    right=Foot(-12, pitch=24),
    arm_left=Arm(-14, 30),
    arm_right=Arm(16, 34),
    supports=FEET,
)
PULLED = Pose(
    lean=2,
    hips=50.0,
    left=Foot(12),
    right=Foot(-13, pitch=24),
    arm_left=Hand(26, 62, 90),
    arm_right=Hand(26, 60, 90),
    supports=FEET,
)
HOLDING = Pose(
    lean=8,
    hips=50.0,
    left=Foot(13),
    right=Foot(-12, pitch=28),
    arm_left=Hand(28, 62, 90),
    arm_right=Hand(28, 60, 90),
    supports=FEET,
)
HAND_BACK = Pose(
    lean=7,
    left=Leg(hip=34, knee=62, ankle=6),
    right=Leg(hip=-4, knee=22, ankle=-18, toes=20),
    arm_left=Arm(-26, 92),
    arm_right=Arm(72, 10),
    on="foot-right",
    supports=("foot-right",),
)
HAND_OUT = Pose(
    lean=6,
    hips=49.6,
    left=Foot(-9, pitch=18),
    right=Foot(12),
    arm_left=Arm(-20, 60),
    arm_right=Arm(74, 10),
    supports=FEET,
)
CHASER = Pose(
    lean=9,
    left=Leg(hip=58, knee=92, ankle=5),
    right=Leg(hip=-16, knee=16, ankle=-22, toes=30),
    arm_left=Arm(-38, 92),
    arm_right=Arm(86, 14),
    on="foot-right",
    supports=("foot-right",),
)
GLANCE = Pose(
    lean=3,
    hips=50.6,
    turn=-74,
    twist=-22,
    left=Foot(11),
    right=Foot(-12, pitch=24),
    arm_left=Arm(-4, 60),
    arm_right=Arm(10, 60),
    supports=FEET,
)
GLANCE_FAR = Pose(
    lean=3,
    hips=50.6,
    turn=74,
    twist=22,
    left=Foot(-12, pitch=24),
    right=Foot(11),
    arm_left=Arm(10, 60),
    arm_right=Arm(-4, 60),
    supports=FEET,
)

SIT_AND_REACH = Pose(
    lean=22,
    curl=44,
    neck=-4,
    hips=6.2,
    left=Leg(111, 2),
    right=Leg(111, 2),
    arm_left=Arm(150, 4),
    arm_right=Arm(150, 4),
    supports=(*FEET, "pelvis"),
)
FROM_BEHIND = Pose(
    heading=90, left=Leg(out=4), right=Leg(out=4), arm_left=Arm(out=14), arm_right=Arm(out=14), supports=FEET
)
BELT_BEHIND, PHONE_BEHIND = (
    rope((-8.4, 61), (8.4, 61)),
    Prop(((-3, 57.5), (-3, 64.5), (3, 64.5), (3, 57.5)), behind=False),
)
BELT, PHONE = rope((-5.2, 61), (5.4, 61)), Prop(((-5, 57.5), (-5, 64.5), (-7, 64.5), (-7, 57.5)), behind=False)

MOVING: tuple[Figure, ...] = (
    Figure("toe-walk", (Panel(TOE_WALK_LATER, travel=BACK), Panel(TOE_WALK, travel=BACK))),
    Figure("high-knees", (Panel(HIGH_KNEE, arrows=(Arrow((34, 32), (34, 52)),), travel=BACK),)),
    Figure(
        "carioca",
        (
            Panel(CROSS_FRONT, arrows=(SIDEWAYS,)),
            Panel(WIDE, arrows=(SIDEWAYS,)),
            Panel(CROSS_BEHIND, arrows=(SIDEWAYS,)),
        ),
    ),
    Figure(
        "backward-skip", (Panel(SKIP_LAND, travel=BACK), Panel(SKIP, arrows=(Arrow((-16, 4), (-16, 18)),), travel=BACK))
    ),
    Figure(
        "call-and-stop",
        (
            Panel(RUN_BACK, others=(Placed(STANDING, 66, True),), travel=BACK),
            Panel(STOPPED, others=(Placed(CALLING, 66, True),)),
        ),
        gap=34.0,
    ),
    Figure(
        "mirror-drill",
        (
            Panel(
                MIRROR_LEFT,
                others=(Placed(MIRROR_ON, 82, True),),
                arrows=(
                    Arrow((12, 106), (-14, 106), way="backward"),
                    Arrow((94, 106), (68, 106), way="forward"),
                ),
            ),
        ),
    ),
    Figure(
        "ball-drop",
        (
            Panel(
                READY,
                others=(Placed(DROPPING, 78, True),),
                props=(ball(40, 62),),
                arrows=(Arrow((40, 54), (40, 20)),),
                travel=Travel("forward", 14, 26),
            ),
        ),
    ),
    Figure("stop-and-go", (Panel(RUN_BACK, travel=BACK), Panel(STOPPED, props=(cone(-22),)), Panel(RUN_ON, travel=ON))),
    Figure(
        "stop-turn-go",
        (
            Panel(RUN_BACK, travel=BACK),
            Panel(STOPPED, props=(cone(-22),)),
            Panel(TURN_HALF, arrows=(AROUND,)),
            Panel(replace(RUN_ON, heading=180), travel=ON_LEFT),
        ),
    ),
    Figure(
        "half-turn",
        (
            Panel(WALK_BACK, travel=BACK),
            Panel(TURN_HALF, arrows=(AROUND,)),
            Panel(replace(WALK_ON, heading=180), travel=ON_LEFT),
        ),
    ),
    Figure("guided-straight", (Panel(GUIDED, others=(Placed(GUIDE, 46, True),), travel=BACK),)),
    Figure("shoulder-tap", (Panel(TAPPED, others=(Placed(TAPPER, -40),), travel=Travel("backward", -20)),)),
    Figure(
        "towel-line",
        (Panel(PULLED, others=(Placed(HOLDING, 92, True),), props=(rope((35, 60.5), (57, 60.5)),), travel=BACK),),
    ),
    Figure(
        "relay",
        (
            Panel(
                HAND_BACK,
                others=(Placed(HAND_OUT, 74, True),),
                props=(Prop(((29.5, 64.2), (28.7, 67), (46.5, 71.8), (47.3, 69)), behind=False),),
                travel=BACK,
            ),
        ),
    ),
    Figure("tag", (Panel(RUN_BACK, others=(Placed(CHASER, 62, True),), travel=BACK),)),
    Figure("start-stand", (Panel(UPRIGHT),)),
    Figure("backward-walk", (Panel(WALK_BACK, travel=BACK),)),
    Figure("backward-run", (Panel(RUN_BACK, travel=BACK), Panel(RUN_BACK_LATER, travel=BACK))),
    Figure("glance", (Panel(GLANCE, travel=BACK), Panel(GLANCE_FAR, travel=BACK))),
    Figure(
        "stop-before-turn",
        (
            Panel(RUN_BACK, travel=BACK),
            Panel(STOPPED, props=(cone(-22),)),
            Panel(TURN_HALF, arrows=(AROUND,)),
        ),
    ),
    Figure(
        "phone-lower-back",
        (
            Panel(FROM_BEHIND, props=(BELT_BEHIND, PHONE_BEHIND)),
            Panel(replace(STANDING, arm_right=Arm(22, 10)), props=(BELT, PHONE)),
        ),
    ),
    Figure(
        "test-sit-and-reach",
        (Panel(SIT_AND_REACH, props=(step(56.4, 84, 20),), arrows=(Arrow((34, 56), (50, 50), 2),)),),
        mat=True,
    ),
)
