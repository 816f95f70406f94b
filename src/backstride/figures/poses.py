"""Poses that several figures share."""

from backstride.figures.person import Arm, Foot, Leg, Pose

FEET = ("foot-left", "foot-right")
ELBOWS = Arm(shoulder=0, elbow=90, out=6)
ON_HIP = Arm(shoulder=-8, elbow=98, out=52, roll=-80)
CROSSED = Arm(shoulder=62, elbow=105, out=4, roll=-48)

STANDING = Pose(supports=FEET)
UPRIGHT = Pose(lean=3, hips=52.0, left=Foot(-3), right=Foot(2.5), arm_left=ELBOWS, arm_right=ELBOWS, supports=FEET)

# Backward strides: the reaching foot goes behind (to the left) and meets the ground with the forefoot.
WALK_BACK = Pose(
    lean=3,
    hips=50.6,
    left=Foot(11),
    right=Foot(-12, pitch=24),
    arm_left=Arm(-14, 20),
    arm_right=Arm(16, 24),
    supports=FEET,
)
RUN_BACK = Pose(
    lean=7,
    left=Leg(hip=34, knee=62, ankle=6),
    right=Leg(hip=-4, knee=22, ankle=-18, toes=20),
    arm_left=Arm(-26, 92),
    arm_right=Arm(30, 88),
    on="foot-right",
    supports=("foot-right",),
)
RUN_BACK_LATER = Pose(
    lean=7,
    left=Leg(hip=-2, knee=78, ankle=-6),
    right=Leg(hip=22, knee=26, ankle=6),
    arm_left=Arm(30, 88),
    arm_right=Arm(-26, 92),
    on="foot-right",
    supports=("foot-right",),
)
RUN_ON = Pose(
    lean=9,
    left=Leg(hip=58, knee=92, ankle=5),
    right=Leg(hip=-16, knee=16, ankle=-22, toes=30),
    arm_left=Arm(-38, 92),
    arm_right=Arm(40, 90),
    on="foot-right",
    supports=("foot-right",),
)
STOPPED = Pose(
    lean=4, hips=49.5, left=Foot(-7), right=Foot(10), arm_left=Arm(28, 62), arm_right=Arm(28, 62), supports=FEET
)
SQUATTING = Pose(
    lean=30,
    hips=22.5,
    curl=14,
    left=Foot(10.5, pitch=10),
    right=Foot(10.5, pitch=10),
    arm_left=CROSSED,
    arm_right=CROSSED,
    neck=18,
    supports=FEET,
)
