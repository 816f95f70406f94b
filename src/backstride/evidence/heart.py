"""Claims that heart rate and load rest on."""

from backstride.evidence import Claim, Grade, sources
from backstride.evidence import publications as papers
from backstride.message import say

_ADULTS = say("adults")
_HEALTHY = say("healthy adults")
_ATHLETES = say("13 athletes on a treadmill")
_WEARERS = say("people who wear a heart-rate sensor")
_TRAIN = say("adults who train")
_RUNNERS = say("runners who train by a threshold")

# Backward against forward.
STEP_WALKING_BPM = Claim(
    19.0, "bpm", 14.0, 24.0, Grade.SINGLE_STUDY, _ATHLETES, papers.WILLIFORD_1998,
    say("Heart rate of walking backward above forward, both at 1.34 m/s: 132 against 113"),
)  # fmt: skip
STEP_RUNNING_BPM = Claim(
    22.0, "bpm", 17.0, 27.0, Grade.SINGLE_STUDY, _ATHLETES, papers.WILLIFORD_1998,
    say("Heart rate of running backward above forward, both at 2.24 m/s: 168 against 146"),
)  # fmt: skip
OXYGEN_READ_WALKING = Claim(
    1.31, "1", 1.2, 1.4, Grade.ASSUMPTION, _ATHLETES, papers.WILLIFORD_1998,
    say("Oxygen of walking backward as a forward line of heart rate reads it, over what it was; computed by us"),
)  # fmt: skip
OXYGEN_READ_RUNNING = Claim(
    1.18, "1", 1.1, 1.3, Grade.ASSUMPTION, _ATHLETES, papers.WILLIFORD_1998,
    say("Oxygen of running backward as a forward line of heart rate reads it, over what it was; computed by us"),
)  # fmt: skip

# Highest and resting heart rate.
HIGHEST_AT_BIRTH_BPM = Claim(
    208.0, "bpm", 206.0, 210.0, Grade.META_ANALYSIS, _HEALTHY, papers.TANAKA_2001,
    say("Highest heart rate by age: this, less 0.7 for each year"),
)  # fmt: skip
HIGHEST_A_YEAR_BPM = Claim(
    0.7, "bpm", 0.6, 0.8, Grade.META_ANALYSIS, _HEALTHY, papers.TANAKA_2001,
    say("Fall of the highest heart rate with each year of age"),
)  # fmt: skip
HIGHEST_SPREAD_BPM = Claim(
    10.0, "bpm", 7.0, 12.0, Grade.EXPERT, _HEALTHY, papers.TANAKA_2001,
    say("Spread between people of one age: about a third are further than this from what the formula says"),
)  # fmt: skip
UPTAKE_RATIO = Claim(
    15.3, "mL/kg/min", 13.0, 17.6, Grade.SINGLE_STUDY, say("46 well-trained men"), papers.UTH_2004,
    say("Highest oxygen uptake over the ratio of highest to resting heart rate; the range is wider than printed"),
)  # fmt: skip

# Zones.
ZONE_1_SHARE = Claim(0.5, "1", 0.5, 0.5, Grade.EXPERT, _ADULTS, papers.EDWARDS_1993, say("Where zone 1 begins"))
ZONE_2_SHARE = Claim(0.6, "1", 0.6, 0.6, Grade.EXPERT, _ADULTS, papers.EDWARDS_1993, say("Where zone 2 begins"))
ZONE_3_SHARE = Claim(0.7, "1", 0.7, 0.7, Grade.EXPERT, _ADULTS, papers.EDWARDS_1993, say("Where zone 3 begins"))
ZONE_4_SHARE = Claim(0.8, "1", 0.8, 0.8, Grade.EXPERT, _ADULTS, papers.EDWARDS_1993, say("Where zone 4 begins"))
ZONE_5_SHARE = Claim(0.9, "1", 0.9, 0.9, Grade.EXPERT, _ADULTS, papers.EDWARDS_1993, say("Where zone 5 begins"))
RESERVE_TRAINS = Claim(
    0.6, "1", 0.5, 0.7, Grade.SINGLE_STUDY, say("young men on a treadmill, four weeks"), papers.KARVONEN_1957,
    say("Share of the reserve, the way from resting to highest, above which training lowered the heart rate"),
)  # fmt: skip
THRESHOLD_1_SHARE = Claim(
    0.7, "1", 0.65, 0.75, Grade.ASSUMPTION, _RUNNERS, sources.JUDGEMENT,
    say("Where zone 1 begins, of the threshold; below it nothing counts"),
)  # fmt: skip
THRESHOLD_2_SHARE = Claim(
    0.85, "1", 0.85, 0.85, Grade.EXPERT, _RUNNERS, papers.FRIEL_2006, say("Where zone 2 begins, of the threshold")
)  # fmt: skip
THRESHOLD_3_SHARE = Claim(
    0.9, "1", 0.9, 0.9, Grade.EXPERT, _RUNNERS, papers.FRIEL_2006, say("Where zone 3 begins, of the threshold")
)  # fmt: skip
THRESHOLD_4_SHARE = Claim(
    0.95, "1", 0.95, 0.95, Grade.EXPERT, _RUNNERS, papers.FRIEL_2006, say("Where zone 4 begins, of the threshold")
)  # fmt: skip
THRESHOLD_5_SHARE = Claim(
    1.0, "1", 1.0, 1.0, Grade.EXPERT, _RUNNERS, papers.FRIEL_2006, say("Where zone 5 begins, of the threshold")
)  # fmt: skip

# Load.
MEN_WEIGHT = Claim(
    0.64, "1", 0.64, 0.64, Grade.EXPERT, say("men"), papers.BANISTER_1991, say("Factor of Banister's load for men")
)  # fmt: skip
MEN_GROWTH = Claim(
    1.92, "1", 1.92, 1.92, Grade.EXPERT, say("men"), papers.BANISTER_1991,
    say("How fast Banister's load grows with the share of the reserve, for men"),
)  # fmt: skip
WOMEN_WEIGHT = Claim(
    0.86, "1", 0.86, 0.86, Grade.ASSUMPTION, say("women"), papers.BANISTER_1991,
    say("Factor of Banister's load for women; quoted, not seen in the source"),
)  # fmt: skip
WOMEN_GROWTH = Claim(
    1.67, "1", 1.67, 1.67, Grade.ASSUMPTION, say("women"), papers.BANISTER_1991,
    say("How fast Banister's load grows with the share of the reserve, for women; quoted, not seen in the source"),
)  # fmt: skip
EFFORT_WITH_HEART = Claim(
    0.76, "1", 0.56, 0.88, Grade.SINGLE_STUDY, _TRAIN, papers.BORRESEN_2008,
    say("Correlation of effort times minutes with Banister's load by heart rate, forward training"),
)  # fmt: skip
EFFORT_WITH_ZONES = Claim(
    0.84, "1", 0.70, 0.92, Grade.SINGLE_STUDY, _TRAIN, papers.BORRESEN_2008,
    say("Correlation of effort times minutes with minutes in zones, forward training"),
)  # fmt: skip
MONOTONOUS = Claim(
    2.0, "1", 1.5, 2.5, Grade.EXPERT, say("25 athletes"), papers.FOSTER_1998,
    say("Mean daily load over its spread within the week from which a week is called monotonous"),
)  # fmt: skip

# Cleaning.
SLOWEST_BEAT_BPM = Claim(
    28.0, "bpm", 25.0, 35.0, Grade.EXPERT, _WEARERS, sources.JUDGEMENT,
    say("Below this no heart rate of somebody who moves is believed"),
)  # fmt: skip
QUICKEST_BEAT_BPM = Claim(
    225.0, "bpm", 215.0, 240.0, Grade.EXPERT, _WEARERS, sources.JUDGEMENT,
    say("Above this no heart rate is believed"),
)  # fmt: skip
OFF_RATE_BPM = Claim(
    20.0, "bpm", 15.0, 30.0, Grade.ASSUMPTION, _WEARERS, sources.JUDGEMENT,
    say("A value further than this from the middle one of 15 seconds around it is an error of the sensor"),
)  # fmt: skip
JUMP_WITHIN_S = Claim(
    3.0, "s", 1.0, 5.0, Grade.ASSUMPTION, _WEARERS, sources.JUDGEMENT,
    say("A heart rate that moves by more than that from one value to the next within so long was made by the sensor"),
)  # fmt: skip
JUMP_BACK_S = Claim(
    180.0, "s", 60.0, 300.0, Grade.ASSUMPTION, _WEARERS, sources.JUDGEMENT,
    say("So long may such an error last until the heart rate jumps back; longer, and nobody can say which was wrong"),
)  # fmt: skip
OFF_BEAT_SHARE = Claim(
    0.2, "1", 0.15, 0.3, Grade.EXPERT, _WEARERS, sources.JUDGEMENT,
    say("A beat that differs by so much from the middle one of eleven is no regular beat, or an error"),
)  # fmt: skip
STUCK_S = Claim(
    180.0, "s", 120.0, 300.0, Grade.ASSUMPTION, _WEARERS, sources.JUDGEMENT,
    say("A heart rate that does not change at all for so long is one that the sensor has lost"),
)  # fmt: skip
LOCKED_S = Claim(
    60.0, "s", 30.0, 120.0, Grade.ASSUMPTION, _WEARERS, sources.JUDGEMENT,
    say("A heart rate that follows the step rate, or its half, up and down for so long was read from the steps"),
)  # fmt: skip
HOLD_S = Claim(
    10.0, "s", 5.0, 15.0, Grade.ASSUMPTION, _WEARERS, sources.JUDGEMENT,
    say("For so long a value of the sensor stands where the next one is late"),
)  # fmt: skip
SETTLE_S = Claim(
    60.0, "s", 45.0, 120.0, Grade.ASSUMPTION, _HEALTHY, sources.JUDGEMENT,
    say("After so long in one direction the heart rate has mostly followed; before, it belongs to what came before"),
)  # fmt: skip
DRIFT_S = Claim(
    480.0, "s", 360.0, 1200.0, Grade.ASSUMPTION, _HEALTHY, sources.JUDGEMENT,
    say("Shortest steady stretch, after settling, over which a drift of the heart rate is told"),
)  # fmt: skip
