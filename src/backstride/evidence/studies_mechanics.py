"""Studies of movement, joints and muscles, forward against backward."""

from backstride.evidence import publications as papers
from backstride.evidence import sources
from backstride.evidence.effects import Group, Kind, bare, paired_difference, paired_ratio, ratio_of_means
from backstride.evidence.study import Checked, Design, Study
from backstride.message import say

_LAB = Design.COMPARISON
_TRAINED = say("trained adults")
_RUNNERS = say("runners")
_HEALTHY = say("healthy adults")
_STUDENTS = say("students")
_SAME_SPEED = say("at the same speed")
_OWN_SPEEDS = say("each direction at its own speed")
_SLOW = say("very slow running, 1.0 m/s both ways")
_PLATFORM = say("force platform, 3 to 17 km/h")
_KNEECAP = say("peak force behind the kneecap, in body weights")
_SPEED_MIXED = say("Speed and direction changed together, so the difference is not of direction alone.")

_ROOS, _ROOS_MOMENT = (Group(4.5, 1.5), Group(3.4, 1.4)), (Group(157, 54), Group(124, 51))
_ROOS_GROUND, _ROOS_PLACE = (Group(2.3, 0.3), Group(2.4, 0.2)), (Group(25, 11), Group(12, 6))
_ROOS_BEND = Group(44, 6), Group(41, 7)
_FLYNN_TIME = Group(35, 3), Group(52, 4)
_FLYNN = (Group(5.6, 1.3), Group(3.0, 0.6))

CAVAGNA_ACCELERATION = Study(
    "E010",
    sources.CAVAGNA_2012,
    _LAB,
    9,
    _TRAINED,
    say("largest upward acceleration of the body"),
    _PLATFORM,
    Group(13.2),
    Group(15.7),
    ratio_of_means(Group(13.2), Group(15.7)),
    says=say("15.7 m/s² backward, 13.2 forward: the peak of the landing is higher."),
)
CAVAGNA_FLIGHT = Study(
    "E011",
    sources.CAVAGNA_2012,
    _LAB,
    9,
    _TRAINED,
    say("time in the air"),
    _PLATFORM,
    Group(0.072),
    Group(0.098),
    ratio_of_means(Group(0.072), Group(0.098)),
    says=say("0.098 s a step backward, 0.072 s forward."),
)
CAVAGNA_STIFFNESS = Study(
    "E012",
    sources.CAVAGNA_2012,
    _LAB,
    9,
    _TRAINED,
    say("stiffness of the bounce"),
    _PLATFORM,
    Group(352),
    Group(499),
    ratio_of_means(Group(352), Group(499)),
    says=say("Stiffer backward."),
)
CAVAGNA_LANDING = Study(
    "E167",
    papers.CAVAGNA_2011,
    _LAB,
    None,
    _TRAINED,
    say("landing and take-off"),
    None,
    says=say(
        "Forward the brake is short and the push long; backward it is the other way round: soft landing, "
        "hard take-off, and the muscles work less efficiently."
    ),
)
ARATA_STEPS = Study(
    "E033",
    papers.ARATA_BATES_2000,
    _LAB,
    30,
    _RUNNERS,
    say("stride and joints"),
    say("fastest backward against forward, also at the same speed"),
    says=say("Shorter and quicker strides, less motion in hip, knee and ankle."),
)
LBPP_CADENCE = Study(
    "E086",
    sources.LBPP_STUDY,
    _LAB,
    13,
    say("adults"),
    say("stride frequency"),
    _SAME_SPEED,
    effect=bare(Kind.RATIO, 1.113),
    says=say("11 % higher backward, over all levels of support."),
)
STERZING_PRESSURE = Study(
    "E032",
    papers.STERZING_2016,
    _LAB,
    19,
    _RUNNERS,
    say("pressure in the shoe"),
    say("backward at 70 % of the forward speed"),
    says=say(
        "The foot meets the ground toe, heel, toe; inner forefoot and midfoot bear more than forward, though slower."
    ),
)
LAUFER_WALK = Study(
    "E073",
    papers.LAUFER_2005,
    Design.GROUPS,
    70,
    say("40 older and 30 young adults"),
    say("speed, stride and cadence of walking"),
    say("comfortable and fast"),
    says=say(
        "Backward the speed and the stride are smaller and the cadence is the same; older people can only "
        "quicken their steps."
    ),
)
MEHDIZADEH_ORDER = Study(
    "E171",
    papers.MEHDIZADEH_2015,
    _LAB,
    None,
    _RUNNERS,
    say("how the parts of the leg move together"),
    None,
    says=say("In the reverse order of forward running."),
)
LEE_REVERSED = Study(
    "E170",
    sources.LEE_2013,
    _LAB,
    None,
    _HEALTHY,
    say("angles of the joints in walking"),
    None,
    says=say("Backward walking played in reverse looks almost like forward walking."),
)
ROOS_KNEECAP = Study(
    "E013",
    sources.ROOS_2012,
    _LAB,
    20,
    _HEALTHY,
    _KNEECAP,
    _SAME_SPEED,
    *_ROOS,
    paired_ratio(*_ROOS, 20),
    beware=say("Not in every person: in some it was the other way round."),
)
ROOS_MOMENT = Study(
    "E014",
    sources.ROOS_2012,
    _LAB,
    20,
    _HEALTHY,
    say("peak moment of the knee extensors"),
    _SAME_SPEED,
    *_ROOS_MOMENT,
    paired_ratio(*_ROOS_MOMENT, 20),
)
ROOS_BEND = Study(
    "E016",
    sources.ROOS_2012,
    _LAB,
    20,
    _HEALTHY,
    say("bend of the knee at that moment"),
    _SAME_SPEED,
    *_ROOS_BEND,
    paired_difference(*_ROOS_BEND, 20, "°"),
    says=say("Much the same both ways, so it is not the bend that lowers the force."),
)
ROOS_GROUND = Study(
    "E015",
    sources.ROOS_2012,
    _LAB,
    20,
    _HEALTHY,
    say("force on the ground at that moment"),
    _SAME_SPEED,
    *_ROOS_GROUND,
    paired_ratio(*_ROOS_GROUND, 20),
    says=say("2.4 body weights backward, 2.3 forward: the whole body lands no softer."),
)
ROOS_PLACE = Study(
    "E017",
    sources.ROOS_2012,
    _LAB,
    20,
    _HEALTHY,
    say("where on the foot the force acts when the knee moment peaks"),
    _SAME_SPEED,
    *_ROOS_PLACE,
    paired_difference(*_ROOS_PLACE, 20, "%"),
    says=say("Nearer the toes backward."),
)
FLYNN_KNEECAP = Study(
    "E019",
    papers.FLYNN_1995,
    _LAB,
    5,
    say("men who jog"),
    _KNEECAP,
    _OWN_SPEEDS,
    *_FLYNN,
    paired_ratio(*_FLYNN, 5),
    beware=_SPEED_MIXED,
)
FLYNN_TIME = Study(
    "E020",
    papers.FLYNN_1995,
    _LAB,
    5,
    say("men who jog"),
    say("when in the step the force behind the kneecap peaks, in percent of the contact"),
    _OWN_SPEEDS,
    *_FLYNN_TIME,
    paired_difference(*_FLYNN_TIME, 5, "%"),
    says=say("Later backward: near the middle of the contact."),
    beware=_SPEED_MIXED,
)
SUSSMAN_KNEECAP = Study(
    "E021",
    papers.SUSSMAN_2000,
    _LAB,
    10,
    say("young runners"),
    _KNEECAP,
    _SLOW,
    Group(3.41),
    Group(3.51),
    ratio_of_means(Group(3.41), Group(3.51)),
    say("No difference; no spread was printed."),
)
SUSSMAN_MOMENT = Study(
    "E022",
    papers.SUSSMAN_2000,
    _LAB,
    10,
    say("young runners"),
    say("peak moment of the knee extensors"),
    _SLOW,
    Group(141.60),
    Group(144.52),
    ratio_of_means(Group(141.60), Group(144.52)),
    say("No difference; no spread was printed."),
)
DEVITA_JOINTS = Study(
    "E166",
    papers.DEVITA_1991,
    _LAB,
    5,
    say("men who run"),
    say("work of the joints"),
    None,
    says=say("The ankle becomes the main shock absorber, the knee extensors the main engine."),
    checked=Checked.UNVERIFIED,
)
LBPP_QUADS = Study(
    "E085",
    sources.LBPP_STUDY,
    _LAB,
    13,
    say("adults"),
    say("activity of the rectus femoris (front of the thigh)"),
    _SAME_SPEED,
    effect=bare(Kind.PERCENT, 113.5, "%"),
    says=say("More than twice as active backward."),
)
DETWEILER_FRONT = Study(
    "E042",
    papers.DETWEILER_2007,
    _LAB,
    19,
    _STUDENTS,
    say("muscle activity in stance, walking"),
    say("treadmill, 1.1 m/s, level"),
    says=say(
        "Rectus femoris and tibialis anterior more active backward, the inner calf less, the biceps femoris the same."
    ),
    beware=say("An abstract of students' work."),
)
DEKREY_SLOPE = Study(
    "E043",
    papers.DEKREY_2003,
    _LAB,
    None,
    say("healthy people"),
    say("muscle activity, walking"),
    say("backward 15 % uphill against forward on the level"),
    says=say("Thigh muscles in front and behind were all far more active."),
    beware=say("The slope alone may have done it."),
)
JRRS_MUSCLES = Study(
    "E046",
    papers.JRRS_2018,
    _LAB,
    10,
    say("healthy men"),
    say("muscle activity, walking over ground"),
    None,
    says=say(
        "Tibialis anterior more active in stance, the outer calf more active in swing; the quadriceps "
        "much the same in most phases."
    ),
)
