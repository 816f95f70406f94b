"""Figures of the strength exercises."""

from backstride.figures.person import Arm, Foot, Hand, Leg, Pose
from backstride.figures.poses import ELBOWS, FEET, ON_HIP, STANDING
from backstride.figures.scene import Arrow, Figure, Panel, Placed, Sweep, rail, step, wall

AT_RAIL = Hand(23, 58, 80)
HANDS_ON_HIPS = Pose(heading=-90, arm_left=ON_HIP, arm_right=ON_HIP, left=Leg(out=3), right=Leg(out=3), supports=FEET)

SQUAT = Pose(
    lean=40,
    hips=28,
    left=Foot(15),
    right=Foot(15),
    arm_left=Arm(128, 4),
    arm_right=Arm(128, 4),
    neck=-18,
    supports=FEET,
)
LUNGE = Pose(
    lean=4, hips=30, left=Foot(-25, pitch=65), right=Foot(24), arm_left=ELBOWS, arm_right=ELBOWS, supports=FEET
)
REVERSE_LUNGE = Pose(
    lean=4, hips=30, left=Foot(24), right=Foot(-25, pitch=65), arm_left=ELBOWS, arm_right=ELBOWS, supports=FEET
)
STEP_DOWN = Pose(
    lean=16,
    hips=49.2,
    left=Foot(19, 0.6, -14),
    right=Foot(7, 11),
    arm_left=Arm(70, 10),
    arm_right=Arm(70, 10),
    neck=-8,
)
ON_STEP = Pose(hips=63.5, left=Foot(8, 13, -4), right=Foot(0, 11), arm_left=Arm(20, 10), arm_right=Arm(20, 10))
RISEN = Pose(
    left=Leg(ankle=-45, toes=45),
    right=Leg(ankle=-45, toes=45),
    arm_left=Hand(22, 63, 80),
    arm_right=Arm(6, 10),
    supports=FEET,
)
RISEN_ONE = Pose(
    left=Leg(hip=4, knee=78, ankle=-15),
    right=Leg(ankle=-45, toes=45),
    arm_left=Hand(22, 63, 80),
    arm_right=Arm(6, 10),
    on="foot-right",
    supports=("foot-right",),
)
FLAT_ONE = Pose(left=Leg(hip=4, knee=78, ankle=-15), arm_left=AT_RAIL, on="foot-right", supports=("foot-right",))
AT_WALL = Pose(hips=51.7, left=Foot(11), right=Foot(11), arm_left=Arm(-4, 6), arm_right=Arm(-4, 6), supports=FEET)
TOES_UP = Pose(
    hips=51.7,
    left=Foot(11, pitch=-24),
    right=Foot(11, pitch=-24),
    arm_left=Arm(-4, 6),
    arm_right=Arm(-4, 6),
    supports=FEET,
)

LYING = Pose(
    lean=-92,
    hips=6.0,
    left=Foot(20),
    right=Foot(20),
    arm_left=Hand(4.1, 3.6),
    arm_right=Hand(4.1, 3.6),
    neck=4,
    supports=FEET,
)
BRIDGE = Pose(
    lean=-128,
    hips=23,
    left=Foot(24),
    right=Foot(24),
    arm_left=Hand(10.2, 3.4),
    arm_right=Hand(10.2, 3.4),
    neck=38,
    supports=FEET,
)
BRIDGE_ONE = Pose(
    lean=-128,
    hips=23,
    left=Leg(hip=-21, knee=4, ankle=10),
    right=Foot(24),
    arm_left=Hand(10.2, 3.4),
    arm_right=Hand(10.2, 3.4),
    neck=38,
    supports=("foot-right",),
)
LEG_OUT = Pose(
    heading=-90,
    tilt=-3,
    left=Leg(out=34, ankle=8),
    right=Leg(out=-3),
    arm_left=ON_HIP,
    arm_right=ON_HIP,
    on="foot-right",
    supports=("foot-right",),
)
PLANK = Pose(
    lean=82,
    hips=17.2,
    left=Leg(ankle=8, toes=66),
    right=Leg(ankle=8, toes=66),
    arm_left=Arm(82, 90, 0),
    arm_right=Arm(82, 90, 0),
    neck=-8,
    supports=(*FEET, "forearm-left", "forearm-right"),
)
SIDE_PLANK = Pose(
    heading=-90,
    tilt=72.5,
    left=Leg(out=3),
    right=Leg(out=0),
    arm_left=Arm(0, 8, 95),
    arm_right=Arm(0, 88, 74),
    supports=("forearm-right", "foot-right"),
)
TWIST_NEAR = Pose(
    lean=-34,
    hips=6,
    curl=10,
    twist=-40,
    heading=-25,
    left=Foot(31),
    right=Foot(31),
    arm_left=Arm(62, 38, -24),
    arm_right=Arm(56, 50, 2, -10),
    neck=14,
    turn=-18,
    supports=FEET,
)
TWIST_FAR = Pose(
    lean=-34,
    hips=6,
    curl=10,
    twist=40,
    heading=-25,
    left=Foot(31),
    right=Foot(31),
    arm_left=Arm(56, 50, 2, -10),
    arm_right=Arm(62, 38, -24),
    neck=14,
    turn=18,
    supports=FEET,
)
BUG_START = Pose(
    lean=-90, hips=5.8, left=Leg(90, 90), right=Leg(90, 90), arm_left=Arm(90, 4), arm_right=Arm(90, 4), neck=4
)
BUG = Pose(lean=-90, hips=5.8, left=Leg(90, 90), right=Leg(14, 4), arm_left=Arm(166, 4), arm_right=Arm(90, 4), neck=4)

STRENGTH: tuple[Figure, ...] = (
    Figure("squat", (Panel(SQUAT, (Placed(STANDING, 15),), arrows=(Arrow((-17, 50), (-17, 32), 3),)),)),
    Figure("lunge", (Panel(STANDING), Panel(LUNGE, arrows=(Arrow((4, 20), (17, 17), 5, "forward"),)))),
    Figure(
        "reverse-lunge", (Panel(STANDING), Panel(REVERSE_LUNGE, arrows=(Arrow((-8, 16), (-24, 17), -5, "backward"),)))
    ),
    Figure(
        "step-down",
        (
            Panel(ON_STEP, props=(step(-10, 14, 11),)),
            Panel(STEP_DOWN, props=(step(-8, 12, 11),), arrows=(Arrow((-17, 62), (-17, 46), 0),)),
        ),
    ),
    Figure(
        "calf-raise",
        (Panel(RISEN, (Placed(STANDING, -5),), props=(rail(24, 62),), arrows=(Arrow((-15, 3), (-15, 14)),)),),
    ),
    Figure(
        "single-leg-calf-raise",
        (Panel(RISEN_ONE, (Placed(FLAT_ONE, -5),), props=(rail(24, 62),), arrows=(Arrow((-13, 3), (-13, 14)),)),),
    ),
    Figure(
        "toe-raise",
        (Panel(TOES_UP, (Placed(AT_WALL),), props=(wall(-6.6, "left"),), arrows=(Arrow((26, 2), (23, 11), -2),)),),
    ),
    Figure("hip-bridge", (Panel(BRIDGE, (Placed(LYING, 5),), arrows=(Arrow((0, 33), (0, 46)),)),), mat=True),
    Figure("single-leg-bridge", (Panel(BRIDGE_ONE, (Placed(LYING, 5),), arrows=(Arrow((0, 33), (0, 46)),)),), mat=True),
    Figure("side-leg-raise", (Panel(LEG_OUT, (Placed(HANDS_ON_HIPS),), arrows=(Sweep("foot-left", 5, both=True),)),)),
    Figure("plank", (Panel(PLANK),), mat=True),
    Figure("side-plank", (Panel(SIDE_PLANK),), mat=True),
    Figure("russian-twist", (Panel(TWIST_NEAR), Panel(TWIST_FAR)), mat=True),
    Figure(
        "dead-bug",
        (Panel(BUG, (Placed(BUG_START),), arrows=(Sweep("shank-right", -6), Sweep("hand-left", 6))),),
        mat=True,
    ),
)
