"""Figures of learning to fall: always on a mat, chin to the chest, the arms meet the ground, never the hands behind."""

from dataclasses import replace

from backstride.figures.person import Arm, Foot, Leg, Pose
from backstride.figures.poses import CROSSED, FEET, SQUATTING, STANDING
from backstride.figures.scene import Arrow, Figure, Panel, Travel

GUARD = Arm(48, 80, 2, -30)
HUG = Arm(58, 34, 4)

READY = replace(STANDING, neck=18, arm_left=CROSSED, arm_right=CROSSED)
TUCKED = Pose(
    lean=-22,
    curl=44,
    neck=34,
    hips=5.8,
    left=Foot(17, 1),
    right=Foot(17, 1),
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
    lean=-16,
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
    arm_left=Arm(10, 4, 34),
    arm_right=Arm(10, 4, 34),
    supports=("pelvis",),
)
LEG_SWEPT = Pose(
    lean=24,
    hips=22,
    curl=16,
    neck=20,
    left=Foot(7.5, pitch=12),
    right=Leg(hip=92, knee=22, ankle=8),
    arm_left=CROSSED,
    arm_right=Arm(80, 10),
    supports=("foot-left",),
)
SIDE_SITTING = Pose(
    heading=-35,
    tilt=14,
    lean=-24,
    curl=36,
    neck=26,
    nod=-16,
    left=Leg(100, 84),
    right=Leg(78, 20),
    arm_left=GUARD,
    arm_right=Arm(40, 6, 40),
)
SIDE_LYING = Pose(
    heading=-90,
    tilt=80,
    nod=-30,
    neck=16,
    left=Leg(54, 60, out=18),
    right=Leg(18, 14, out=-1),
    arm_left=Arm(34, 88, 6, -60),
    arm_right=Arm(10, 4, 20),
    supports=("thigh-right", "hand-right"),
)
OVER = Pose(
    lean=-172,
    curl=62,
    neck=46,
    turn=34,
    left=Leg(110, 40),
    right=Leg(102, 14),
    arm_left=Arm(16, 20, 36),
    arm_right=Arm(16, 20, 36),
    supports=("thorax",),
    on="thorax",
)
KNEELING = Pose(
    lean=16,
    hips=25.4,
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
