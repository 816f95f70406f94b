"""Claims that tests rest on: what other people reach, how far a test is off, and how sway and reactions are read.

Standard errors and detectable changes stand here only where a source was seen; for the other tests they are unknown,
and the tests say so. MDC95 = 1.96 * sqrt(2) * SEM.
"""

from backstride.evidence import Claim, Grade, sources
from backstride.evidence import publications as papers
from backstride.message import Message, say

_HEALTHY = say("549 healthy adults; best of three, at most 45 s, arms crossed; as another source quotes the paper")
_OLDER = say("483 adults of about 76 years, 101 of whom had fallen")
_PHONES = say("23 healthy young adults, phone on the lower back, 30 s")
_WORN = say("phones on the lower back")
_RUNNERS = say("people who run at an even pace")
_REACTING = say("people who move at a signal, a sensor on the trunk")


def _stance(value: float, says: Message) -> Claim:
    return Claim(value, "s", value, value, Grade.SINGLE_STUDY, _HEALTHY, papers.SPRINGER_2007, says)


def _judged(value: float, unit: str, low: float, high: float, says: Message, whom: Message) -> Claim:
    return Claim(value, unit, low, high, Grade.ASSUMPTION, whom, sources.JUDGEMENT, says)


# One-leg stance
CLOSED_WOMEN_18_S = _stance(13.1, say("One-leg stance, eyes closed, women of 18 to 39 years: mean"))
CLOSED_WOMEN_40_S = _stance(13.5, say("One-leg stance, eyes closed, women of 40 to 49 years: mean"))
CLOSED_WOMEN_50_S = _stance(7.9, say("One-leg stance, eyes closed, women of 50 to 59 years: mean"))
CLOSED_WOMEN_60_S = _stance(3.6, say("One-leg stance, eyes closed, women of 60 to 69 years: mean"))
CLOSED_WOMEN_70_S = _stance(3.7, say("One-leg stance, eyes closed, women of 70 to 79 years: mean"))
CLOSED_WOMEN_80_S = _stance(2.1, say("One-leg stance, eyes closed, women of 80 years and more: mean"))
CLOSED_MEN_18_S = _stance(16.9, say("One-leg stance, eyes closed, men of 18 to 39 years: mean"))
CLOSED_MEN_40_S = _stance(12.0, say("One-leg stance, eyes closed, men of 40 to 49 years: mean"))
CLOSED_MEN_50_S = _stance(8.6, say("One-leg stance, eyes closed, men of 50 to 59 years: mean"))
CLOSED_MEN_60_S = _stance(5.1, say("One-leg stance, eyes closed, men of 60 to 69 years: mean"))
CLOSED_MEN_70_S = _stance(2.6, say("One-leg stance, eyes closed, men of 70 to 79 years: mean"))
CLOSED_MEN_80_S = _stance(1.8, say("One-leg stance, eyes closed, men of 80 years and more: mean"))
STANCE_RATERS_ICC = Claim(
    0.994, "1", 0.989, 0.996, Grade.SINGLE_STUDY, say("549 healthy adults"), papers.SPRINGER_2007,
    say("How well two people who time the same stance with eyes open agree; says nothing about another day"),
)  # fmt: skip
STANCE_CLOSED_RATERS_ICC = Claim(
    0.998, "1", 0.996, 0.999, Grade.SINGLE_STUDY, say("549 healthy adults"), papers.SPRINGER_2007,
    say("How well two people who time the same stance with eyes closed agree; says nothing about another day"),
)  # fmt: skip

# Three metres backward
WALK_3M_MDC_S = Claim(
    1.69, "s", 1.69, 2.13, Grade.SINGLE_STUDY, say("49 people with multiple sclerosis, a week apart"),
    papers.THREE_METRES_SCLEROSIS,
    say("Smallest change of the three metres backward that is more than error; none was seen for healthy adults"),
)  # fmt: skip
WALK_3M_MDC_PARKINSON_S = Claim(
    2.13, "s", 2.13, 2.13, Grade.SINGLE_STUDY, say("36 people with Parkinson's disease"),
    papers.THREE_METRES_PARKINSON_2023,
    say("Smallest change of the three metres backward that is more than error, in Parkinson's disease"),
)  # fmt: skip
WALK_3M_STEADY_S = Claim(
    5.1, "s", 3.8, 6.4, Grade.SINGLE_STUDY, _OLDER, sources.POLO_FERRERO_2025,
    say("Three metres backward of older adults who had not fallen: mean, give or take one standard deviation"),
)  # fmt: skip
WALK_3M_FALLEN_S = Claim(
    6.8, "s", 3.4, 10.2, Grade.SINGLE_STUDY, _OLDER, sources.POLO_FERRERO_2025,
    say("Three metres backward of older adults who had fallen: mean, give or take one standard deviation"),
)  # fmt: skip

# Agility
T_TEST_LIMIT_S = Claim(
    0.5, "s", 0.38, 0.62, Grade.ASSUMPTION, say("30 healthy adults of about 26 years, the short T-test"),
    papers.ZUERCHER_2024,
    say("Half the width of the limits of agreement of two days; worked out from the limits that were printed"),
)  # fmt: skip
TURN_505_CV = Claim(
    0.063, "1", 0.023, 0.063, Grade.SINGLE_STUDY, say("21 young male athletes, three sessions"), papers.CLARKE_2020,
    say("Error of the parts of a 505 test from day to day, as a share of the time; the worst part is used"),
)  # fmt: skip

# Sway
SWAY_BELT_ICC = Claim(
    0.9, "1", 0.82, 0.98, Grade.SINGLE_STUDY, _PHONES, papers.PHONE_BELT,
    say("How alike repeated sway is with eyes open; 1 is the same every time. The middle of the range is used"),
)  # fmt: skip
SWAY_CLOSED_ICC = Claim(
    0.6, "1", 0.34, 0.87, Grade.SINGLE_STUDY, _PHONES, papers.PHONE_BELT,
    say("How alike repeated sway is with eyes closed. The middle of the range is used"),
)  # fmt: skip
SWAY_HOME_ICC = Claim(
    0.47, "1", 0.14, 0.79, Grade.SINGLE_STUDY, say("15 young and 15 older adults at home, phone in the pocket"),
    papers.PHONE_POCKET_2021,
    say("How alike sway is from day to day at home: single days say little. The middle of the range is used"),
)  # fmt: skip
SWAY_LOW_HZ = _judged(0.1, "Hz", 0.05, 0.2, say("Slower than this, a phone's own drift is as large as sway"), _WORN)
SWAY_HIGH_HZ = _judged(3.5, "Hz", 3, 10, say("Faster than this, it is tremble and noise rather than sway"), _WORN)
SWAY_WINDOW_S = _judged(30, "s", 20, 60, say("How much standing still is measured"), _WORN)
SWAY_LEAST_S = _judged(20, "s", 15, 30, say("Less standing still than this says too little of sway"), _WORN)
SWAY_SETTLE_S = _judged(3, "s", 2, 5, say("Seconds at both ends of standing that are left out"), _WORN)
SWAY_QUIET_MPS2 = _judged(
    0.5, "m/s2", 0.3, 1, say("Spread of acceleration within a second above which somebody does not stand still"), _WORN
)
SWAY_TABLE_MPS2 = _judged(
    0.01, "m/s2", 0.005, 0.02, say("Sway below which a phone lies on something rather than hangs on a body"), _WORN
)
SWAY_SLIP_RAD = _judged(
    0.09, "rad", 0.05, 0.15, say("Change of attitude within half a minute that is a slipping phone, not sway"), _WORN
)

# Reaction
REACTION_RISE_MPS2 = _judged(
    0.5, "m/s2", 0.3, 1, say("Change of acceleration that is the first movement, above what standing still has"),
    _REACTING,
)  # fmt: skip
REACTION_CALM_MPS2 = _judged(
    0.35, "m/s2", 0.2, 0.5, say("Spread of acceleration before a signal above which a movement has begun already"),
    _REACTING,
)  # fmt: skip
REACTION_LEAST_S = _judged(
    0.1, "s", 0.08, 0.12, say("Who moves earlier than this after a signal did not react to it"), _REACTING
)
REACTION_MOST_S = _judged(1.5, "s", 1, 2, say("Who moves later than this after a signal missed it"), _REACTING)

# Heart rate at one pace
PACE_SHARE = _judged(0.05, "1", 0.03, 0.1, say("How far speed may be off a pace that counts as kept"), _RUNNERS)
PACE_LASTS_S = _judged(480, "s", 300, 600, say("How long a pace is kept until the heart rate has settled"), _RUNNERS)
PACE_MEANT_S = _judged(180, "s", 60, 300, say("Last part of a steady run that the heart rate is taken from"), _RUNNERS)

FAMILIAR_DAYS = _judged(
    90, "d", 30, 180, say("Days without a test after which its first tries are practice again"), say("adults")
)
