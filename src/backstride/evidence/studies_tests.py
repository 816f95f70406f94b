"""Studies of tests and instruments: how well a result repeats, and what heart rate makes of backward gait."""

from backstride.evidence import publications as papers
from backstride.evidence.effects import Group
from backstride.evidence.study import Checked, Design, Study
from backstride.message import say

_REPEAT = Design.REPEATED
_YOUNG = say("healthy young adults")
_SEVERAL_SPEEDS = say("walking on a treadmill, several speeds")
_TOUCH, _OFF = (Group(9.1, 9.6), Group(18.5, 18.3)), (Group(10.0, 14.9), Group(20.4, 15.2))

WILLIFORD_HEART_FORMULA = Study(
    "E076-E079",
    papers.WILLIFORD_1998,
    Design.COMPARISON,
    13,
    say("young athletes"),
    say("oxygen uptake told from heart rate"),
    say("walking 1.34 m/s, running 2.23 m/s"),
    says=say(
        "Backward the heart beats 11 to 13 times a minute more than the oxygen explains. Read off the "
        "forward line, oxygen comes out 31 % too high in walking and 18 % in running."
    ),
    beware=say("The line was drawn by us through two printed means."),
    checked=Checked.DERIVED,
)
PHONE_EYES_OPEN = Study(
    "E103",
    papers.PHONE_BELT,
    _REPEAT,
    23,
    say("healthy young adults"),
    say("sway by a phone on the low back, eyes open"),
    say("half a minute, a week apart"),
    says=say("Repeats well (ICC 0.82 to 0.98)."),
)
PHONE_EYES_CLOSED = Study(
    "E104",
    papers.PHONE_BELT,
    _REPEAT,
    23,
    say("healthy young adults"),
    say("sway by a phone on the low back, eyes closed"),
    say("half a minute, a week apart"),
    says=say("Repeats from badly to well (ICC 0.34 to 0.87)."),
)
POCKET_LABORATORY = Study(
    "E105",
    papers.PHONE_POCKET_2021,
    _REPEAT,
    30,
    say("15 young and 15 older adults"),
    say("sway by a phone in the pocket"),
    say("in the laboratory, the same day"),
    says=say("Repeats as well as a force plate (ICC 0.69 to 0.97)."),
)
POCKET_HOME = Study(
    "E106",
    papers.PHONE_POCKET_2021,
    _REPEAT,
    30,
    say("15 young and 15 older adults"),
    say("sway by a phone in the pocket"),
    say("at home, over days"),
    says=say("Repeats from hardly at all to well (ICC 0.14 to 0.79)."),
)
SPRINGER_STANCE = Study(
    "E107",
    papers.SPRINGER_2007,
    _REPEAT,
    549,
    say("healthy adults of all ages"),
    say("seconds on one leg, best of three"),
    say("eyes open, two people with a stopwatch"),
    says=say("Two people read the same time (ICC 0.99)."),
)
SHAFFER_REACH = Study(
    "E109",
    papers.SHAFFER_2013,
    _REPEAT,
    64,
    say("soldiers"),
    say("reach in three directions on one leg"),
    None,
    says=say("Repeats well (ICC 0.80 to 0.85), with an error of 3 to 4 cm: only 9 to 12 cm more is sure progress."),
)
CLARKE_505 = Study(
    "E111",
    papers.CLARKE_2020,
    _REPEAT,
    21,
    say("male youth athletes"),
    say("505 turn"),
    say("three days, both directions"),
    says=say("Times repeat within 2 to 6 %; each side has to be counted by itself."),
)
ZUERCHER_T_TEST = Study(
    "E112",
    papers.ZUERCHER_2024,
    _REPEAT,
    30,
    say("healthy young adults"),
    say("modified T-test"),
    None,
    says=say("A second try lies between 0.4 s below and 0.6 s above."),
)
THREE_CONES = Study(
    "E113",
    papers.JSSM_2017,
    _REPEAT,
    40,
    say("male students"),
    say("3-cone drill"),
    None,
    says=say("Repeats well (ICC 0.73 to 0.85), with an error of 0.1 s."),
)
THREE_METRES_PARKINSON = Study(
    "E116",
    papers.THREE_METRES_PARKINSON_2023,
    _REPEAT,
    69,
    say("36 people with Parkinson's disease, 33 without"),
    say("time for 3 m backward"),
    None,
    says=say("Repeats well (ICC 0.97); less than 2.1 s of change is noise in them."),
)
THREE_METRES_SCLEROSIS = Study(
    "E117",
    papers.THREE_METRES_SCLEROSIS,
    _REPEAT,
    85,
    say("49 people with multiple sclerosis, 36 without"),
    say("time for 3 m backward"),
    None,
    says=say("Repeats well (ICC 0.85 to 0.89); less than 1.7 s of change is noise in them."),
)
THREE_METRES_VIDEO = Study(
    "E118",
    papers.BARTA_2024,
    _REPEAT,
    25,
    say("people with Parkinson's disease"),
    say("time for 3 m backward"),
    say("in person and by video"),
    says=say("Two people read much the same (ICC 0.93), one person twice too (0.96)."),
)
SCHWIERTZ_REACH = Study(
    "E110",
    papers.SCHWIERTZ_2018,
    _REPEAT,
    178,
    say("adolescents of 11 to 19"),
    say("reach in three directions on one leg"),
    None,
    says=say("Mostly repeats well (ICC above 0.75), with an error of 2 to 6 % of the leg's length."),
)
SENSOR_TOUCH = Study(
    "E074",
    papers.SENSORS_2020,
    Design.COMPARISON,
    10,
    _YOUNG,
    say("time of touch-down by a sensor against cameras, in milliseconds"),
    _SEVERAL_SPEEDS,
    *_TOUCH,
    says=say("The sensor was off by twice as much backward; over many steps both agreed well (ICC above 0.9)."),
)
SENSOR_OFF = Study(
    "E075",
    papers.SENSORS_2020,
    Design.COMPARISON,
    10,
    _YOUNG,
    say("time of take-off by a sensor against cameras, in milliseconds"),
    _SEVERAL_SPEEDS,
    *_OFF,
    says=say("The sensor was off by twice as much backward; over many steps both agreed well (ICC above 0.9)."),
)
BORRESEN_EFFORT = Study(
    "E174",
    papers.BORRESEN_2008,
    Design.COMPARISON,
    33,
    say("adults who train"),
    say("effort times minutes against load by heart rate"),
    say("two weeks of training, forward"),
    says=say("They go together (r 0.76 and 0.84)."),
)
