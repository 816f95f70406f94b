"""Studies of energy, heart and effort, forward against backward and with practice."""

from backstride.evidence import publications as papers
from backstride.evidence import sources
from backstride.evidence.effects import Group, Kind, bare, paired_difference, paired_ratio, ratio_with_sem
from backstride.evidence.study import Checked, Design, Study
from backstride.message import say

_LAB = Design.COMPARISON
_ATHLETES = say("young athletes")
_ADULTS = say("adults")
_RUNNERS = say("runners")
_MEN = say("trained men")
_HEALTHY = say("healthy young adults")
_WALK_1_34 = say("walking on a treadmill, 1.34 m/s")
_RUN_2_23 = say("running on a treadmill, 2.23 m/s")
_OXYGEN = say("oxygen uptake")
_HEART = say("heart rate")
_EFFORT = say("perceived effort")
_SAME_SPEED = say("at the same speed")
_RESTING_INCLUDED = say("Oxygen of rest is included.")
_NO_CONTROL = say("There was no control group.")


def _walk(forward: tuple[float, float], backward: tuple[float, float]) -> tuple[Group, Group]:
    return Group(*forward), Group(*backward)


_W_WALK, _W_RUN = _walk((12.42, 2.29), (15.95, 2.45)), _walk((27.15, 2.51), (31.33, 5.77))
_H_WALK, _H_RUN = _walk((113, 10), (132, 16)), _walk((146, 7), (168, 11))
_COST = _walk((4.5, 1.1), (5.8, 1.4))
_HEATH_OXYGEN, _HEATH_HEART = _walk((2.05, 0.56), (1.66, 0.28)), _walk((142.6, 24.0), (118.8, 16.8))
_HEATH_EFFORT = _walk((12.7, 1.6), (10.5, 1.1))

RASICA_COST = Study(
    "E001",
    sources.RASICA_2020,
    _LAB,
    8,
    _RUNNERS,
    say("energy per metre"),
    say("treadmill, level to 25 % uphill"),
    effect=bare(Kind.RATIO, 1.35),
    says=say("35 % more on average at every slope; no spread was printed."),
)
WRIGHT_METABOLIC = Study(
    "E002",
    papers.WRIGHT_2001,
    _LAB,
    4,
    _MEN,
    say("metabolic rate"),
    say("running on a treadmill, 3.0 m/s"),
    effect=ratio_with_sem(1.35, 0.06, 4),
    beware=say("Four people."),
)
WRIGHT_MUSCLE = Study(
    "E003-E004",
    papers.WRIGHT_2001,
    _LAB,
    4,
    _MEN,
    say("why it costs more"),
    say("running on a treadmill, 3.0 m/s"),
    says=say(
        "A tenth more muscle works for the same force on the ground (10 %, standard error 3); with the times of "
        "contact that foretells 34 % more energy."
    ),
    beware=say("Four people."),
)
MYATT_CURVE = Study(
    "E082",
    papers.MYATT_1995,
    _LAB,
    25,
    say("men of 18 to 35"),
    _OXYGEN,
    say("walking backward, 0.9 to 1.8 m/s"),
    says=say("It rises with the backward speed, along a curve whose numbers were not seen."),
)
HRELJAC_SWITCH = Study(
    "E009, E088",
    sources.HRELJAC_2005,
    _LAB,
    12,
    _HEALTHY,
    say("where walking backward turns into running"),
    say("treadmill"),
    says=say("People change at 1.63 m/s; the change would save energy only from 1.85 m/s on."),
)
FLYNN_WALK_OXYGEN = Study(
    "E005",
    sources.FLYNN_1994,
    _LAB,
    None,
    _HEALTHY,
    _OXYGEN,
    say("walking, 1.79 m/s"),
    says=say(
        "Backward walking took 60 % of the highest forward uptake; oxygen, heart rate and lactate were "
        "higher than forward."
    ),
)
FLYNN_RUN_OXYGEN = Study(
    "E006",
    sources.FLYNN_1994,
    _LAB,
    None,
    _HEALTHY,
    _OXYGEN,
    say("running, 2.68 m/s"),
    says=say(
        "Backward running took 84 % of the highest forward uptake; oxygen, heart rate and lactate were "
        "higher than forward."
    ),
)
COMPENDIUM_WALK = Study(
    "E007",
    papers.COMPENDIUM_2011,
    Design.TABLE,
    None,
    _ADULTS,
    say("energy as a multiple of rest"),
    say("walking backward, 1.56 m/s, level"),
    says=say("6.0 times rest, 8.0 on a slope of 5 %."),
    beware=say("A table value for planning, not a comparison with forward walking."),
)
WILLIFORD_WALK_OXYGEN = Study(
    "E076",
    papers.WILLIFORD_1998,
    _LAB,
    13,
    _ATHLETES,
    _OXYGEN,
    _WALK_1_34,
    *_W_WALK,
    paired_ratio(*_W_WALK, 13),
    beware=_RESTING_INCLUDED,
)
WILLIFORD_RUN_OXYGEN = Study(
    "E078",
    papers.WILLIFORD_1998,
    _LAB,
    13,
    _ATHLETES,
    _OXYGEN,
    _RUN_2_23,
    *_W_RUN,
    paired_ratio(*_W_RUN, 13),
    beware=_RESTING_INCLUDED,
)
WILLIFORD_WALK_HEART = Study(
    "E077",
    papers.WILLIFORD_1998,
    _LAB,
    13,
    _ATHLETES,
    _HEART,
    _WALK_1_34,
    *_H_WALK,
    paired_difference(*_H_WALK, 13, "beats/min"),
)
WILLIFORD_RUN_HEART = Study(
    "E079",
    papers.WILLIFORD_1998,
    _LAB,
    13,
    _ATHLETES,
    _HEART,
    _RUN_2_23,
    *_H_RUN,
    paired_difference(*_H_RUN, 13, "beats/min"),
)
HOOPER_SLOPES = Study(
    "E080",
    papers.HOOPER_2004,
    _LAB,
    27,
    _HEALTHY,
    say("share of highest oxygen uptake and heart rate"),
    say("walking uphill, 5 to 10 %"),
    says=say("17 to 20 % higher backward at every slope."),
)
CHALOUPKA_WALK = Study(
    "E081",
    papers.CHALOUPKA_1997,
    _LAB,
    17,
    _HEALTHY,
    say("oxygen, breathing, heart rate and effort"),
    say("walking, 1.56 m/s, level and 5 % uphill"),
    says=say("All of them higher backward."),
)
REILLY_DIRECTIONS = Study(
    "E083",
    papers.REILLY_1984,
    _LAB,
    9,
    say("soccer players"),
    say("energy and effort"),
    say("three treadmill speeds"),
    says=say("Backward and sideways cost more than forward, the more so the faster."),
    checked=Checked.UNVERIFIED,
)
LBPP_COST = Study(
    "E084",
    sources.LBPP_STUDY,
    _LAB,
    13,
    _ADULTS,
    say("energy per metre"),
    say("running on a treadmill, full body weight"),
    *_COST,
    paired_ratio(*_COST, 13),
    beware=say(
        "With a fifth or half of the body weight taken off, no difference was found. "
        "The names of its authors are from memory."
    ),
)
LBPP_EFFORT = Study(
    "E087",
    sources.LBPP_STUDY,
    _LAB,
    13,
    _ADULTS,
    _EFFORT,
    _SAME_SPEED,
    effect=bare(Kind.DIFFERENCE, 2.8, "points"),
    says=say("2.8 points more backward, over all levels of support."),
)
PRESS_ENERGY = Study(
    "E168",
    papers.PRESS_CAVAGNA,
    Design.REPORT,
    None,
    _RUNNERS,
    say("energy, landing and lean"),
    _SAME_SPEED,
    says=say(
        "Nearly 30 % more energy; runners landed on the forefoot, left from the heel and leaned slightly forward."
    ),
)
QUOTED_SORENESS = Study(
    "E169",
    papers.QUOTED_ON_SCITE,
    Design.REPORT,
    None,
    _HEALTHY,
    say("effort and soreness"),
    say("six minutes of backward walking, 1.67 and 1.91 m/s"),
    says=say("Effort 13 and 15 of 20; tired legs and sore muscles afterwards were reported."),
)
HEATH_OXYGEN = Study(
    "E124",
    sources.HEATH_2001,
    Design.BEFORE_AFTER,
    8,
    say("men"),
    _OXYGEN,
    say("backward walking before and after 12 quarters of an hour in 4 weeks"),
    *_HEATH_OXYGEN,
    paired_ratio(*_HEATH_OXYGEN, 8),
    says=say("19 % less for the same speed."),
    beware=_NO_CONTROL,
)
HEATH_HEART = Study(
    "E125",
    sources.HEATH_2001,
    Design.BEFORE_AFTER,
    8,
    say("men"),
    _HEART,
    say("backward walking before and after 12 quarters of an hour in 4 weeks"),
    *_HEATH_HEART,
    paired_difference(*_HEATH_HEART, 8, "beats/min"),
    beware=_NO_CONTROL,
)
HEATH_EFFORT = Study(
    "E126",
    sources.HEATH_2001,
    Design.BEFORE_AFTER,
    8,
    say("men"),
    _EFFORT,
    say("backward walking before and after 12 quarters of an hour in 4 weeks"),
    *_HEATH_EFFORT,
    paired_difference(*_HEATH_EFFORT, 8, "points"),
    beware=_NO_CONTROL,
)
