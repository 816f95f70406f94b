"""Figures of warming up, mobility and balance."""

from dataclasses import replace

from backstride.figures.person import Arm, Foot, Hand, Leg, Pose
from backstride.figures.poses import FEET, ON_HIP, STANDING
from backstride.figures.scene import Arrow, Figure, Panel, Placed, Sweep, Travel, rail, step, wall

RIGHT = ("foot-right",)
LEFT = ("foot-left",)
SPREAD = Leg(out=9, roll=14)

MARCH = Pose(
    right=Leg(hip=88, knee=92, ankle=4), arm_left=Arm(42, 90), arm_right=Arm(-30, 88), on="foot-left", supports=LEFT
)
SWING = Pose(
    right=Leg(hip=52, knee=4, ankle=4),
    arm_left=Hand(-17.5, 55, -60),
    arm_right=Arm(-12, 12),
    on="foot-left",
    supports=LEFT,
)
SWING_BACK = Pose(
    right=Leg(hip=-18, knee=14, ankle=-10),
    arm_left=Hand(-17.5, 55, -60),
    arm_right=Arm(14, 12),
    on="foot-left",
    supports=LEFT,
)
ANKLE = Pose(
    right=Leg(hip=52, knee=48, ankle=14), arm_left=Hand(-17.5, 55, -60), arm_right=ON_HIP, on="foot-left", supports=LEFT
)
ANKLE_DOWN = Pose(
    right=Leg(hip=52, knee=48, ankle=-35),
    arm_left=Hand(-17.5, 55, -60),
    arm_right=ON_HIP,
    on="foot-left",
    supports=LEFT,
)
HIPS_LEFT = Pose(
    heading=-90,
    bend=-12,
    nod=6,
    left=Leg(out=3, roll=14),
    right=Leg(out=11, roll=14),
    arm_left=ON_HIP,
    arm_right=ON_HIP,
    supports=FEET,
)
HIPS_RIGHT = Pose(
    heading=-90,
    bend=12,
    nod=-6,
    left=Leg(out=11, roll=14),
    right=Leg(out=3, roll=14),
    arm_left=ON_HIP,
    arm_right=ON_HIP,
    supports=FEET,
)
ARMS_OUT = Pose(heading=-90, left=SPREAD, right=SPREAD, arm_left=Arm(0, 2, 90), arm_right=Arm(0, 2, 90), supports=FEET)
LOOK_RIGHT = Pose(
    heading=-90,
    twist=-26,
    turn=-70,
    left=SPREAD,
    right=SPREAD,
    arm_left=Arm(0, 88, 10),
    arm_right=Arm(0, 88, 10),
    supports=FEET,
)
LOOK_LEFT = Pose(
    heading=-90,
    twist=26,
    turn=70,
    left=SPREAD,
    right=SPREAD,
    arm_left=Arm(0, 88, 10),
    arm_right=Arm(0, 88, 10),
    supports=FEET,
)

HAMSTRING = Pose(
    lean=46,
    hips=52,
    curl=6,
    neck=-16,
    left=Foot(-5),
    right=Foot(33, 11, -28),
    arm_left=Arm(70, 8),
    arm_right=Arm(66, 8),
    supports=LEFT,
)
CALF = Pose(
    lean=14,
    hips=48.1,
    left=Foot(15),
    right=Foot(-20.5),
    arm_left=Hand(30, 76, 165),
    arm_right=Hand(30, 74, 165),
    supports=FEET,
)
SOLEUS = Pose(
    lean=7,
    hips=46.5,
    left=Foot(13),
    right=Foot(-2.5),
    arm_left=Hand(27, 73, 165),
    arm_right=Hand(27, 71, 165),
    supports=FEET,
)
HIP_FLEXOR = Pose(
    lean=-2,
    left=Foot(29),
    right=Leg(hip=-24, knee=82, ankle=0, toes=68),
    hips=25.8,
    arm_left=Arm(38, 44),
    arm_right=ON_HIP,
    supports=("foot-left", "foot-right", "shank-right"),
)
QUAD = Pose(
    lean=2,
    left=Leg(hip=2),
    right=Leg(hip=-4, knee=138, ankle=-30),
    arm_left=Hand(26, 76, 165),
    arm_right=Hand(-13.5, 53),
    on="foot-left",
    supports=LEFT,
)
SHIN = Pose(
    lean=-42,
    hips=19.2,
    left=Leg(hip=8, knee=148, ankle=-55),
    right=Leg(hip=8, knee=148, ankle=-55),
    arm_left=Hand(-22.5, 8.6, -10),
    arm_right=Hand(-22.5, 8.6, -10),
    neck=6,
)
TURNED_RIGHT = Pose(
    heading=-90, turn=-62, left=SPREAD, right=SPREAD, arm_left=Arm(0, 4, 7), arm_right=Arm(0, 4, 7), supports=FEET
)
TURNED_LEFT = Pose(
    heading=-90, turn=62, left=SPREAD, right=SPREAD, arm_left=Arm(0, 4, 7), arm_right=Arm(0, 4, 7), supports=FEET
)
ROCKED = Pose(
    lean=4,
    hips=41.5,
    left=Foot(-20, pitch=34),
    right=Foot(7.5),
    arm_left=Hand(26, 70, 165),
    arm_right=Hand(26, 68, 165),
    supports=FEET,
)
UNROCKED = Pose(
    lean=6,
    hips=43.5,
    left=Foot(-12, pitch=20),
    right=Foot(15.5),
    arm_left=Hand(31, 70, 150),
    arm_right=Hand(31, 68, 150),
    supports=FEET,
)

ONE_LEG = Pose(
    right=Leg(hip=48, knee=74, ankle=-4),
    arm_left=Arm(10, 10, 40),
    arm_right=Arm(-8, 10, 40),
    on="foot-left",
    supports=LEFT,
)
ONE_LEG_FRONT = Pose(
    heading=-90,
    left=Leg(roll=10),
    right=Leg(hip=62, knee=86, out=4),
    arm_left=Arm(0, 8, 58),
    arm_right=Arm(0, 8, 58),
    on="foot-left",
    supports=LEFT,
)
TANDEM = Pose(
    hips=52.2, left=Foot(-7.6), right=Foot(7.4), arm_left=Arm(8, 12, 36), arm_right=Arm(4, 12, 36), supports=FEET
)
TANDEM_FRONT = Pose(
    heading=-90,
    left=Leg(hip=-8.9, ankle=8.9, out=-5.6),
    right=Leg(hip=8.9, ankle=-8.9, out=-5.6),
    arm_left=Arm(0, 10, 48),
    arm_right=Arm(0, 10, 48),
    supports=FEET,
)
FOLDED = Arm(shoulder=25, elbow=105, out=8, roll=-75)
ONE_LEG_FOLDED = replace(ONE_LEG, arm_left=FOLDED, arm_right=FOLDED)
ONE_LEG_FOLDED_FRONT = replace(ONE_LEG_FRONT, arm_left=FOLDED, arm_right=FOLDED)
TANDEM_FOLDED = replace(TANDEM, arm_left=FOLDED, arm_right=FOLDED)
TANDEM_FOLDED_FRONT = replace(TANDEM_FRONT, arm_left=FOLDED, arm_right=FOLDED)
TANDEM_STEP = Pose(
    hips=52.4,
    lean=2,
    left=Foot(6),
    right=Leg(hip=-2, knee=42, ankle=-14),
    arm_left=Arm(8, 12, 36),
    arm_right=Arm(4, 12, 36),
    supports=LEFT,
)
TANDEM_SET = Pose(
    hips=52.0,
    lean=2,
    left=Foot(6),
    right=Foot(-9, pitch=10),
    arm_left=Arm(8, 12, 36),
    arm_right=Arm(4, 12, 36),
    supports=FEET,
)
REACH = Pose(
    lean=44,
    hips=45.5,
    neck=-22,
    left=Foot(8),
    right=Leg(hip=-2, knee=6, ankle=-30),
    arm_left=Arm(88, 10),
    arm_right=Arm(70, 14),
    supports=LEFT,
)

GENTLE: tuple[Figure, ...] = (
    Figure("march", (Panel(MARCH, arrows=(Arrow((34, 32), (34, 52)),)),)),
    Figure(
        "leg-swings",
        (Panel(SWING, (Placed(SWING_BACK),), props=(rail(-21, 52),), arrows=(Sweep("foot-right", -7, both=True),)),),
    ),
    Figure(
        "ankle-circles",
        (
            Panel(
                ANKLE,
                (Placed(ANKLE_DOWN),),
                props=(rail(-21, 52),),
                arrows=(Arrow((40, 22), (40, 4), 6), Arrow((34, 3), (33, 21), 6)),
            ),
        ),
    ),
    Figure(
        "hip-circles",
        (
            Panel(HIPS_LEFT, arrows=(Arrow((-16, 46), (16, 46), -7),)),
            Panel(HIPS_RIGHT, arrows=(Arrow((16, 46), (-16, 46), 7),)),
        ),
    ),
    Figure(
        "arm-circles",
        (
            Panel(
                ARMS_OUT,
                arrows=(
                    Arrow((46, 93), (46, 70), 8),
                    Arrow((49, 70), (49, 93), 8),
                    Arrow((-46, 93), (-46, 70), -8),
                    Arrow((-49, 70), (-49, 93), -8),
                ),
            ),
        ),
    ),
    Figure(
        "shoulder-checks",
        (
            Panel(LOOK_RIGHT, arrows=(Arrow((7, 104), (-9, 103), -3),)),
            Panel(LOOK_LEFT, arrows=(Arrow((-7, 104), (9, 103), 3),)),
        ),
    ),
    Figure("hamstring-stretch", (Panel(HAMSTRING, props=(step(25, 49, 11),), arrows=(Arrow((12, 92), (26, 84), 3),)),)),
    Figure("calf-stretch", (Panel(CALF, props=(wall(32.5),), arrows=(Arrow((-27, 20), (-27, 6)),)),)),
    Figure("soleus-stretch", (Panel(SOLEUS, props=(wall(29.5),), arrows=(Arrow((-12, 36), (-12, 22)),)),)),
    Figure("hip-flexor-stretch", (Panel(HIP_FLEXOR, arrows=(Arrow((-14, 30), (0, 36), 3),)),), mat=True),
    Figure("quad-stretch", (Panel(QUAD, props=(wall(28.5),)),)),
    Figure("shin-stretch", (Panel(SHIN, arrows=(Arrow((-12, 66), (-24, 58), -3),)),), mat=True),
    Figure(
        "neck-turns",
        (
            Panel(TURNED_RIGHT, arrows=(Arrow((7, 104), (-9, 103), -3),)),
            Panel(TURNED_LEFT, arrows=(Arrow((-7, 104), (9, 103), 3),)),
        ),
    ),
    Figure(
        "ankle-rocks",
        (Panel(ROCKED, (Placed(UNROCKED, -8),), props=(wall(28.5),), arrows=(Arrow((8, 47), (20, 41), 2),)),),
    ),
    Figure("one-leg-stance", (Panel(ONE_LEG), Panel(ONE_LEG_FRONT))),
    Figure("tandem-stance", (Panel(TANDEM), Panel(TANDEM_FRONT))),
    Figure("test-stance", (Panel(ONE_LEG_FOLDED), Panel(ONE_LEG_FOLDED_FRONT))),
    Figure("test-tandem", (Panel(TANDEM_FOLDED), Panel(TANDEM_FOLDED_FRONT))),
    Figure(
        "tandem-walk", (Panel(TANDEM_STEP, travel=Travel("backward")), Panel(TANDEM_SET, travel=Travel("backward")))
    ),
    Figure("single-leg-reach", (Panel(REACH, (Placed(STANDING, 8),), arrows=(Sweep("foot-right", -5),)),)),
)
