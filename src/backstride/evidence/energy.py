"""Claims that energy rests on: what going forward costs, and how much more backward."""

from backstride.evidence import Claim, Grade, sources
from backstride.evidence import publications as papers
from backstride.message import say

_ADULTS = say("adults")
_RUNNERS = say("10 mountain runners on a treadmill")
_BEGINNERS = say("8 men, 12 sessions of 15 min in 4 weeks, no control")
_ATHLETES = say("13 athletes on a treadmill")
_FAST = say("Energy of fast walking forward on the level, as a multiple of rest")
_FAST_AT = say("Speed of a row of the table of activities: fast walking forward on the level")

JOULES_PER_ML = Claim(
    20.9, "J/mL", 20.1, 21.1, Grade.REPLICATED, say("people who breathe steadily"), papers.ACSM_EQUATIONS,
    say("Energy that a millilitre of oxygen stands for, 5 kcal a litre; it depends a little on what is burnt"),
)  # fmt: skip
REST_ML = Claim(
    3.5, "mL/kg/min", 2.6, 3.8, Grade.EXPERT, _ADULTS, papers.COMPENDIUM_2011,
    say("Oxygen taken up at rest, by convention one MET"),
)  # fmt: skip
WALK_ML_PER_M = Claim(
    0.1, "mL/kg/m", 0.08, 0.12, Grade.REPLICATED, _ADULTS, papers.ACSM_EQUATIONS,
    say("Oxygen above rest for each metre walked forward on the level, from 50 to 107 m/min"),
)  # fmt: skip
WALK_ML_PER_CLIMB_M = Claim(
    1.8, "mL/kg/m", 1.6, 2.0, Grade.REPLICATED, _ADULTS, papers.ACSM_EQUATIONS,
    say("Oxygen above that for each metre climbed while walking forward"),
)  # fmt: skip
# The table's rows of fast walking on the level: the equation above is a straight line, fast walking is none.
FAST_WALK_FROM = Claim(
    1.341, "m/s", 1.25, 1.43, Grade.EXPERT, _ADULTS, papers.COMPENDIUM_2011,
    say("Speed of walking forward from which the table of activities is followed instead of the equation"),
)  # fmt: skip
FAST_WALK_METS = Claim(4.3, "MET", 3.9, 4.7, Grade.EXPERT, _ADULTS, papers.COMPENDIUM_2011, _FAST)
FAST_WALK_SPEED = Claim(1.565, "m/s", 1.565, 1.565, Grade.EXPERT, _ADULTS, papers.COMPENDIUM_2011, _FAST_AT)
FASTER_WALK_METS = Claim(5.0, "MET", 4.5, 5.6, Grade.EXPERT, _ADULTS, papers.COMPENDIUM_2011, _FAST)
FASTER_WALK_SPEED = Claim(1.788, "m/s", 1.788, 1.788, Grade.EXPERT, _ADULTS, papers.COMPENDIUM_2011, _FAST_AT)
RACING_WALK_METS = Claim(7.0, "MET", 6.2, 7.8, Grade.EXPERT, _ADULTS, papers.COMPENDIUM_2011, _FAST)
RACING_WALK_SPEED = Claim(2.012, "m/s", 2.012, 2.012, Grade.EXPERT, _ADULTS, papers.COMPENDIUM_2011, _FAST_AT)
FASTEST_WALK_METS = Claim(8.3, "MET", 7.4, 9.2, Grade.EXPERT, _ADULTS, papers.COMPENDIUM_2011, _FAST)
FASTEST_WALK_SPEED = Claim(2.235, "m/s", 2.235, 2.235, Grade.EXPERT, _ADULTS, papers.COMPENDIUM_2011, _FAST_AT)
RUN_LEVEL_J = Claim(
    3.6, "J/kg/m", 3.16, 4.18, Grade.REPLICATED, _RUNNERS, papers.MINETTI_2002,
    say("Energy above rest for each metre run forward on the level, whatever the speed; 3.40 was measured"),
)  # fmt: skip
# The polynomial of the cost of running on slopes, highest power first; the constant is RUN_LEVEL_J.
_SLOPE = say("Coefficient of the cost of forward running on a slope from -45 to 45 %")
RUN_SLOPE_5 = Claim(155.4, "J/kg/m", 155.4, 155.4, Grade.SINGLE_STUDY, _RUNNERS, papers.MINETTI_2002, _SLOPE)
RUN_SLOPE_4 = Claim(-30.4, "J/kg/m", -30.4, -30.4, Grade.SINGLE_STUDY, _RUNNERS, papers.MINETTI_2002, _SLOPE)
RUN_SLOPE_3 = Claim(-43.3, "J/kg/m", -43.3, -43.3, Grade.SINGLE_STUDY, _RUNNERS, papers.MINETTI_2002, _SLOPE)
RUN_SLOPE_2 = Claim(46.3, "J/kg/m", 46.3, 46.3, Grade.SINGLE_STUDY, _RUNNERS, papers.MINETTI_2002, _SLOPE)
RUN_SLOPE_1 = Claim(19.5, "J/kg/m", 19.5, 19.5, Grade.SINGLE_STUDY, _RUNNERS, papers.MINETTI_2002, _SLOPE)
BACKWARD_RUN_RATIO = Claim(
    1.30, "1", 1.18, 1.35, Grade.REPLICATED, say("four treadmill studies, 38 people in all"), papers.WRIGHT_2001,
    say("Energy above rest of running backward over forward, level, same speed; computed by us from four studies"),
)  # fmt: skip
BACKWARD_RUN_CLIMB_J = Claim(
    38.6, "J/kg/m", 34.0, 43.0, Grade.ASSUMPTION, say("8 runners, slopes from 0 to 25 %"), sources.RASICA_2020,
    say("Rise of the energy of a metre run backward with the slope; a line of ours through 1.35 times forward"),
)  # fmt: skip
BACKWARD_WALK_RATIO = Claim(
    1.28, "1", 1.17, 1.40, Grade.SINGLE_STUDY, _ATHLETES, papers.WILLIFORD_1998,
    say("Oxygen of walking backward over forward, rest included, at 1.34 m/s on the level"),
)  # fmt: skip
BACKWARD_WALK_SPEED = Claim(
    1.341, "m/s", 1.341, 1.341, Grade.SINGLE_STUDY, _ATHLETES, papers.WILLIFORD_1998,
    say("Speed at which that ratio was measured"),
)  # fmt: skip
BRISK_WALK_RATIO = Claim(
    1.395, "1", 1.20, 1.63, Grade.EXPERT, _ADULTS, papers.COMPENDIUM_2011,
    say("The same ratio at 1.565 m/s, close to where people begin to run backward; computed by us from two rows"),
)  # fmt: skip
BRISK_WALK_SPEED = Claim(
    1.565, "m/s", 1.565, 1.565, Grade.EXPERT, _ADULTS, papers.COMPENDIUM_2011, say("Speed of those rows of the table"),
)  # fmt: skip
GREATEST_WALK_RATIO = Claim(
    1.65, "1", 1.4, 1.75, Grade.ASSUMPTION, _ADULTS, sources.JUDGEMENT,
    say("Beyond the last measured speed the ratio is not let grow above this"),
)  # fmt: skip
UPHILL_WALK_RATIO = Claim(
    1.185, "1", 1.17, 1.20, Grade.SINGLE_STUDY, say("27 adults, slopes of 5, 7.5 and 10 %"), papers.HOOPER_2004,
    say("Oxygen of walking backward over forward, uphill"),
)  # fmt: skip
UPHILL_FROM = Claim(
    0.05, "1", 0.03, 0.05, Grade.SINGLE_STUDY, say("27 adults, slopes of 5, 7.5 and 10 %"), papers.HOOPER_2004,
    say("Slope from which the uphill ratio holds; between the level and it we draw a straight line"),
)  # fmt: skip
PRACTICE_SHARE = Claim(
    0.69, "1", 0.46, 0.92, Grade.SINGLE_STUDY, _BEGINNERS, sources.HEATH_2001,
    say("Share of the extra oxygen of walking backward that goes with practice; computed by us from a fall by 19 %"),
)  # fmt: skip
PRACTICE_SESSIONS = Claim(
    12.0, "1", 12.0, 12.0, Grade.SINGLE_STUDY, _BEGINNERS, sources.HEATH_2001,
    say("Sessions of practice after which that was found"),
)  # fmt: skip
PRACTICE_PACE = Claim(
    6.0, "1", 4.0, 9.0, Grade.ASSUMPTION, say("beginners"), sources.JUDGEMENT,
    say("Sessions in which the first two thirds of that come; only its end was measured"),
)  # fmt: skip
PRACTICE_DAY_S = Claim(
    300.0, "s", 60.0, 900.0, Grade.ASSUMPTION, say("beginners"), sources.JUDGEMENT,
    say("A day with less time backward than this is no session of practice; those of the study lasted 15 minutes"),
)  # fmt: skip
SPREAD_WALK = Claim(
    0.15, "1", 0.12, 0.19, Grade.SINGLE_STUDY, _ATHLETES, papers.WILLIFORD_1998,
    say("Spread between people, as a share, of the oxygen of walking backward or forward at one speed"),
)  # fmt: skip
SPREAD_RUN = Claim(
    0.14, "1", 0.09, 0.19, Grade.SINGLE_STUDY, _ATHLETES, papers.WILLIFORD_1998,
    say("Spread between people, as a share, of the oxygen of running backward or forward at one speed"),
)  # fmt: skip
SPREAD_EXTRA = Claim(
    0.09, "1", 0.05, 0.15, Grade.SINGLE_STUDY, say("4 trained men running at 3.0 m/s"), papers.WRIGHT_2001,
    say("Spread between people, as a share, of backward over forward; computed by us from a standard error"),
)  # fmt: skip
STEEPEST_WALK = Claim(
    0.10, "1", 0.0, 0.10, Grade.SINGLE_STUDY, say("27 adults, slopes of 5, 7.5 and 10 %"), papers.HOOPER_2004,
    say("Steepest slope on which walking backward was measured"),
)  # fmt: skip
STEEPEST_RUN_BACKWARD = Claim(
    0.25, "1", 0.0, 0.25, Grade.SINGLE_STUDY, say("8 runners, slopes from 0 to 25 %"), sources.RASICA_2020,
    say("Steepest slope on which running backward was measured"),
)  # fmt: skip
STEEPEST_RUN_FORWARD = Claim(
    0.45, "1", -0.45, 0.45, Grade.SINGLE_STUDY, _RUNNERS, papers.MINETTI_2002,
    say("Steepest slope on which running forward was measured, up and down"),
)  # fmt: skip
# Where speeds were measured, slowest to fastest; and how far beyond a number is still given.
WALK_FORWARD_SPEEDS = Claim(
    0.83, "m/s", 0.83, 2.235, Grade.EXPERT, _ADULTS, papers.ACSM_EQUATIONS,
    say("Slowest and fastest walking forward of the equation and the table that follows it"),
)  # fmt: skip
WALK_BACKWARD_SPEEDS = Claim(
    0.89, "m/s", 0.89, 1.79, Grade.SINGLE_STUDY, say("25 men on a treadmill"), papers.MYATT_1995,
    say("Slowest and fastest walking backward in which oxygen was measured"),
)  # fmt: skip
RUN_FORWARD_SPEEDS = Claim(
    1.34, "m/s", 1.34, 6.5, Grade.EXPERT, _ADULTS, papers.ACSM_EQUATIONS,
    say("Slowest jogging that the equations are made for; they name no fastest, that end is our judgement"),
)  # fmt: skip
RUN_BACKWARD_SPEEDS = Claim(
    1.75, "m/s", 1.75, 3.5, Grade.SINGLE_STUDY, say("four treadmill studies, 38 people in all"), papers.WRIGHT_2001,
    say("Slowest and fastest running backward for which its ratio to forward was put together"),
)  # fmt: skip
WALK_TOLD = Claim(
    0.5, "m/s", 0.5, 2.2, Grade.ASSUMPTION, _ADULTS, sources.JUDGEMENT,
    say("Beyond the speeds of walking that were measured the same rule is taken on, so far; nobody checked it there"),
)  # fmt: skip
WALK_BACKWARD_TOLD = Claim(
    0.5, "m/s", 0.5, 2.0, Grade.ASSUMPTION, _ADULTS, sources.JUDGEMENT,
    say("The same walking backward: faster, people run"),
)  # fmt: skip
RUN_TOLD = Claim(
    1.0, "m/s", 1.0, 6.5, Grade.ASSUMPTION, _ADULTS, sources.JUDGEMENT,
    say("Beyond the speeds of running that were measured the same rule is taken on, so far; nobody checked it there"),
)  # fmt: skip
RUN_BACKWARD_TOLD = Claim(
    1.0, "m/s", 1.0, 4.72, Grade.ASSUMPTION, say("9 trained adults, 3 to 17 km/h on a force platform"),
    sources.CAVAGNA_2012,
    say("The same running backward, up to the fastest at which it was studied at all; its extra may grow with speed"),
)  # fmt: skip
LEVEL_WITHIN = Claim(
    0.01, "1", 0.005, 0.02, Grade.ASSUMPTION, say("heights from watches and phones"), sources.JUDGEMENT,
    say("A mean slope up or down by less than this counts as level"),
)  # fmt: skip
FALLS_AWAY = Claim(
    0.03, "1", 0.02, 0.05, Grade.ASSUMPTION, say("heights from watches and phones"), sources.JUDGEMENT,
    say("Metres lost for each metre of way, from which a part of the way counts as downhill"),
)  # fmt: skip
SLOPE_OVER_M = Claim(
    200.0, "m", 100.0, 400.0, Grade.ASSUMPTION, say("heights from watches and phones"), sources.JUDGEMENT,
    say("Shorter ways are taken as level: measured heights wander too much"),
)  # fmt: skip
