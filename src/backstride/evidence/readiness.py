"""Claims that readiness and today's check rest on: who may begin, what asks for care, when to ask again.

No study has counted falls or injuries of people who run backward, so nearly every gate here is judgement on the safe
side. The logic of screening is that of the American College of Sports Medicine; its three inputs were read in the
paper, the wording of its branches was not and is written from memory.
"""

from backstride.evidence import Claim, Grade, sources
from backstride.message import Message, say

_ADULTS = say("adults")
_OLDER = say("483 adults of about 76 years; applied to all ages by judgement")
_RETRO = say("people who go backward")


def _judged(value: float, unit: str, low: float, high: float, says: Message, whom: Message = _RETRO) -> Claim:
    return Claim(value, unit, low, high, Grade.EXPERT, whom, sources.JUDGEMENT, says)


# Heart and vessels
SCREENING_FACTORS = Claim(
    3, "1", 3, 3, Grade.EXPERT, _ADULTS, sources.RIEBE_2015,
    say(
        "Things asked before exercise: how active somebody is, signs or known disease of heart, metabolism or kidneys, "
        "and how hard it will be. The branches that follow from them are written here from memory"
    ),
)  # fmt: skip
ACTIVE_MONTHS = Claim(
    3, "months", 3, 3, Grade.ASSUMPTION, _ADULTS, sources.RIEBE_2015,
    say("Months of half an hour on three days a week that count as active; from memory, not checked in the paper"),
)  # fmt: skip
CLEARED_MONTHS = Claim(
    12, "months", 12, 12, Grade.ASSUMPTION, _ADULTS, sources.RIEBE_2015,
    say("How long a professional's agreement to hard exercise holds; from memory, not checked in the paper"),
)  # fmt: skip
BACKWARD_IS_HARD = Claim(
    0.84, "1", 0.77, 0.91, Grade.SINGLE_STUDY, say("healthy adults, running backward at 2.68 m/s"), sources.FLYNN_1994,
    say("Share of the highest forward oxygen uptake that running backward took: hard exercise"),
)  # fmt: skip
SENT_FIRST_SHARE = Claim(
    0.542, "1", 0.5, 0.6, Grade.SINGLE_STUDY, say("adults of 40 years and more, United States"), sources.WHITFIELD_2017,
    say("Share of people whom this logic sends to a professional before they begin anything"),
)  # fmt: skip

# Balance and falls
SLOW_3M_S = Claim(
    5.5, "s", 3.5, 5.5, Grade.SINGLE_STUDY, _OLDER, sources.POLO_FERRERO_2025,
    say("Time for three metres backward above which more people had fallen; a weak cut, right for six of ten"),
)  # fmt: skip
SLOW_BACKWARD_MPS = Claim(
    0.6, "m/s", 0.5, 0.7, Grade.ASSUMPTION, _RETRO, sources.JUDGEMENT,
    say("Backward walking speed below which nothing faster opens"),
)  # fmt: skip
SHORT_STANCE_S = Claim(
    5, "s", 5, 5, Grade.SINGLE_STUDY, say("316 healthy adults of about 73 years, followed for three years"),
    sources.VELLAS_1997, say("One-leg stance below which twice as many were hurt in a fall"),
)  # fmt: skip
FALL_MONTHS = _judged(12, "months", 6, 12, say("How long back falls are asked for"))
FALLS_MANY = _judged(2, "1", 2, 3, say("Falls within a year from which balance should be looked at first"))
RISKS_TOGETHER = _judged(
    2,
    "1",
    2,
    3,
    say("Things that make falling likelier, or a fall worse, from which balance should be looked at first"),
)
SUPERVISED_AGE = _judged(65, "years", 60, 70, say("Age from which somebody should be there"))
GROWN_UP_AGE = _judged(16, "years", 14, 18, say("Age below which a grown-up should be there"))

# Body
NEW_WEEKS = _judged(6, "weeks", 4, 12, say("How long after it began or flared up something counts as new"))
CARE_MONTHS = _judged(3, "months", 1, 6, say("How long back something that gave trouble is taken care of"))
CAUTION_LIST = _judged(
    18, "1", 15, 20,
    say("Conditions with which going backward is kept slow or waits; no study has tried them, so this is caution"),
)  # fmt: skip

# How long an answer holds
VALID_DAYS = _judged(30, "d", 14, 90, say("Days for which answers about your health hold"))
PAIN_ASKS_AGAIN = _judged(5, "1", 4, 6, say("Pain in a session, of ten, after which your health is asked for again"))

# Today's check
PAIN_ONLY_WALK = _judged(3, "1", 2, 4, say("Pain today, of ten, with which you only walk"))
PAIN_NOT_TODAY = _judged(5, "1", 4, 6, say("Pain today, of ten, with which you leave it"))
FEVER_FREE_H = _judged(24, "h", 24, 48, say("Hours without fever before training goes on"), _ADULTS)
SLEPT_H = _judged(5, "h", 4, 6, say("Hours of sleep below which you only walk"), _ADULTS)
SMALL_THINGS = _judged(3, "1", 2, 4, say("Reasons on one day to walk only that together are a reason to leave it"))
STRAIGHT_WALKED = Claim(
    1, "1", 1, 2, Grade.EXPERT, _RETRO, sources.BACKWARDSRUNNING,
    say("Times the straight is walked forward before it is used backward: flat, dry, lit and nobody in the way"),
)  # fmt: skip
