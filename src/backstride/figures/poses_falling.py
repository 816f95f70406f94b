"""Figures of learning to fall: always on a mat, chin to the chest, the arms meet the ground, never the hands behind."""

from dataclasses import replace

from backstride.figures.person import Arm, Foot, Leg, Pose
from backstride.figures.poses import CROSSED, FEET, SQUATTING, STANDING
from backstride.figures.scene import Arrow, Figure, Panel, Travel

GUARD = Arm(48, 80, 2, -30)
HUG = Arm(58, 34, 4)

READY = replace(STANDING, neck=18, arm_left=CROSSED, arm_right=CROSSED)
TUCKED = Pose(
    lean=-28,
    curl=46,
    neck=34,
    hips=5.8,
    left=Foot(18.5, 1),
    right=Foot(18.5, 1),
    arm_left=HUG,
    arm_right=HUG,
    supports=("pelvis",),
)
ROCKED = Pose(
    lean=-118,
    curl=58,
    neck=40,
    left=Leg(112, 120),
    right=Leg(112, 120),
    arm_left=HUG,
    arm_right=HUG,
    supports=("pelvis",),
)
SITTING_BACK = Pose(
    lean=-19,
    curl=42,
    neck=38,
    hips=6.2,
    left=Foot(22),
    right=Foot(22),
    arm_left=CROSSED,
    arm_right=CROSSED,
    supports=(*FEET, "pelvis"),
)
SLAPPING = Pose(
    lean=-110,
    curl=34,
    neck=48,
    left=Leg(72, 48),
    right=Leg(72, 48),
    arm_left=Arm(2, 4, 34),
    arm_right=Arm(2, 4, 34),
    supports=("pelvis",),
)
LEG_SWEPT = Pose(
    lean=22,
    hips=22.5,
    curl=16,
    neck=20,
    left=Foot(8.5, pitch=12),
    right=Foot(41, 0, -24),
    arm_left=CROSSED,
    arm_right=Arm(76, 10),
    supports=FEET,
)
SIDE_SITTING = Pose(
    lean=-34,
    hips=6.2,
    curl=26,
    neck=30,
    left=Foot(24),
    right=Leg(60, 10, 8),
    arm_left=GUARD,
    arm_right=Arm(-6, 8, 44),
    supports=("foot-left", "pelvis"),
)
SIDE_LYING = Pose(
    heading=-90,
    tilt=88,
    bend=-4,
    nod=-24,
    neck=16,
    left=Leg(58, 70, out=8),
    right=Leg(16, 18, out=2),
    arm_left=Arm(24, 96, 8, -70),
    arm_right=Arm(46, 4, -6),
    supports=("thigh-right",),
)
OVER = Pose(
    lean=-172,
    curl=62,
    neck=46,
    turn=34,
    left=Leg(118, 40),
    right=Leg(114, 14),
    arm_left=Arm(-24, 6, 34),
    arm_right=Arm(-24, 6, 34),
    supports=("thorax",),
    on="thorax",
)
KNEELING = Pose(
    lean=16,
    hips=27.4,
    neck=-4,
    left=Foot(22),
    right=Leg(hip=6, knee=96, ankle=0, toes=62),
    arm_left=Arm(50, 70),
    arm_right=Arm(56, 60),
    supports=("foot-left", "shank-right"),
)

BACK = Travel("backward")

FALLING: tuple[Figure, ...] = (
    Figure(
        "back-rock",
        (Panel(TUCKED), Panel(ROCKED, arrows=(Arrow((-8, 54), (-30, 44), -4), Arrow((12, 44), (26, 34), 3)))),
        mat=True,
    ),
    Figure("backward-breakfall", (Panel(SQUATTING), Panel(SITTING_BACK, travel=BACK), Panel(SLAPPING)), mat=True),
    Figure(
        "standing-breakfall",
        (Panel(READY), Panel(SQUATTING, travel=BACK), Panel(SITTING_BACK, travel=BACK), Panel(SLAPPING)),
        mat=True,
    ),
    Figure("side-breakfall", (Panel(LEG_SWEPT), Panel(SIDE_SITTING), Panel(SIDE_LYING)), mat=True),
    Figure(
        "backward-roll",
        (Panel(SQUATTING), Panel(ROCKED, travel=BACK), Panel(OVER, travel=BACK), Panel(KNEELING)),
        mat=True,
    ),
)
