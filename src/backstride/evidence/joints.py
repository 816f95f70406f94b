"""Claims that the load on joints and the impact of a step rest on. Only running was measured."""

from backstride.evidence import Claim, Grade, sources
from backstride.evidence import publications as papers
from backstride.message import say

_HEALTHY = say("20 healthy adults, both directions at the same running speed")
_SLOW = say("10 young runners at 1.0 m/s, both directions")
_PLATFORM = say("9 trained adults, 3 to 17 km/h on a force platform")

KNEECAP_FORWARD_BW = Claim(
    4.5, "BW", 2.0, 7.0, Grade.SINGLE_STUDY, _HEALTHY, sources.ROOS_2012,
    say("Peak force behind the kneecap of a step of forward running, in body weights; the range holds nine of ten"),
)  # fmt: skip
KNEECAP_BACKWARD_BW = Claim(
    3.4, "BW", 1.1, 5.7, Grade.SINGLE_STUDY, _HEALTHY, sources.ROOS_2012,
    say("The same of backward running; the range holds nine of ten"),
)  # fmt: skip
KNEECAP_RATIO = Claim(
    0.76, "1", 0.55, 1.0, Grade.SINGLE_STUDY, _HEALTHY, sources.ROOS_2012,
    say("Peak force behind the kneecap, backward over forward; not lower in everybody"),
)  # fmt: skip
KNEECAP_SLOW_FORWARD_BW = Claim(
    3.41, "BW", 1.5, 5.3, Grade.SINGLE_STUDY, _SLOW, papers.SUSSMAN_2000,
    say("Peak force behind the kneecap of a very slow step of forward running; its spread is taken from faster steps"),
)  # fmt: skip
KNEECAP_SLOW_RATIO = Claim(
    1.03, "1", 0.9, 1.15, Grade.SINGLE_STUDY, _SLOW, papers.SUSSMAN_2000,
    say("The same ratio in very slow running: no difference was found"),
)  # fmt: skip
KNEECAP_SLOW_MPS = Claim(
    1.0, "m/s", 1.0, 1.0, Grade.SINGLE_STUDY, _SLOW, papers.SUSSMAN_2000, say("Speed of that very slow running"),
)  # fmt: skip
KNEECAP_FULL_MPS = Claim(
    2.5, "m/s", 2.0, 3.5, Grade.ASSUMPTION, _HEALTHY, sources.JUDGEMENT,
    say("Speed from which the whole difference is taken to hold; the study's own speed was not seen"),
)  # fmt: skip
KNEECAP_FASTEST_MPS = Claim(
    4.5, "m/s", 3.5, 5.0, Grade.ASSUMPTION, _HEALTHY, sources.JUDGEMENT,
    say("Speed beyond which no load of the knee is stated"),
)  # fmt: skip
KNEE_MOMENT_RATIO = Claim(
    0.79, "1", 0.6, 1.0, Grade.SINGLE_STUDY, _HEALTHY, sources.ROOS_2012,
    say("Peak moment of the knee extensors, backward over forward"),
)  # fmt: skip
KNEE_MOMENT_SLOW_RATIO = Claim(
    1.02, "1", 0.9, 1.15, Grade.SINGLE_STUDY, _SLOW, papers.SUSSMAN_2000,
    say("The same ratio in very slow running"),
)  # fmt: skip
PEAK_UP_FORWARD = Claim(
    13.2, "m/s2", 11.9, 14.5, Grade.SINGLE_STUDY, _PLATFORM, sources.CAVAGNA_2012,
    say("Greatest upward acceleration of the body in a step of forward running, mean over all speeds"),
)  # fmt: skip
PEAK_UP_BACKWARD = Claim(
    15.7, "m/s2", 14.1, 17.3, Grade.SINGLE_STUDY, _PLATFORM, sources.CAVAGNA_2012,
    say("The same of backward running"),
)  # fmt: skip
GROUND_FORWARD_BW = Claim(
    2.3, "BW", 1.8, 2.8, Grade.SINGLE_STUDY, _HEALTHY, sources.ROOS_2012,
    say("Force on the ground when the knee bears most, forward; the range holds nine of ten"),
)  # fmt: skip
GROUND_BACKWARD_BW = Claim(
    2.4, "BW", 2.07, 2.73, Grade.SINGLE_STUDY, _HEALTHY, sources.ROOS_2012,
    say("The same backward: it does not fall"),
)  # fmt: skip
LANDING_RANGE_MPS = Claim(
    0.83, "m/s", 0.83, 4.72, Grade.SINGLE_STUDY, _PLATFORM, sources.CAVAGNA_2012,
    say("Slowest and fastest running in which the peaks of the landing were measured"),
)  # fmt: skip
