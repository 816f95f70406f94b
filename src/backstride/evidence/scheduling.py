"""Claims that the placing of sessions on days and weeks rests on. Most are judgement, and are labelled so: nobody has
tested how often, how close together or how fast backward running may grow."""

from backstride.evidence import Claim, Grade, sources
from backstride.message import say

_RUNNERS = say("people who run backward")
_ADULTS = say("healthy adults")
_PLANS = say("people who follow a plan")

HARD_APART_H = Claim(
    48.0, "h", 36.0, 72.0, Grade.EXPERT, _RUNNERS, sources.JUDGEMENT,
    say("From one hard day to the next, forward or backward: no two in a row"),
)  # fmt: skip
NEW_STAGE_AFTER_HARD_H = Claim(
    48.0, "h", 36.0, 72.0, Grade.EXPERT, _RUNNERS, sources.JUDGEMENT,
    say("From a hard forward day to the first session of a new stage: tired legs learn badly and trip"),
)  # fmt: skip
BACKWARD_APART_H = Claim(
    48.0, "h", 24.0, 72.0, Grade.EXPERT, _RUNNERS, sources.JUDGEMENT,
    say("Between backward sessions, where the days allow it: calves and thighs are sore from the second day on"),
)  # fmt: skip
STAGES_PER_WEEK = Claim(
    1.0, "1", 1.0, 1.0, Grade.EXPERT, _RUNNERS, sources.JUDGEMENT,
    say("New stages begun in one week, at most"),
)  # fmt: skip
STRENGTH_PER_WEEK = Claim(
    2.0, "1", 2.0, 3.0, Grade.REPLICATED, _ADULTS, sources.ACSM_2009,
    say("Strength sessions a week that make beginners stronger"),
)  # fmt: skip
STRENGTH_APART_H = Claim(
    48.0, "h", 48.0, 72.0, Grade.EXPERT, _ADULTS, sources.ACSM_2011,
    say("Rest of a muscle group between two strength sessions"),
)  # fmt: skip
MOBILITY_PER_WEEK = Claim(
    2.0, "1", 2.0, 7.0, Grade.REPLICATED, _ADULTS, sources.ACSM_2011,
    say("Days a week with stretching that keep or widen the range of joints; balance work is advised as often"),
)  # fmt: skip
REST_DAYS = Claim(
    1.0, "d", 1.0, 2.0, Grade.EXPERT, _PLANS, sources.JUDGEMENT,
    say("Days in any seven without a session and without a run of your own"),
)  # fmt: skip
WEEKLY_RISE = Claim(
    0.3, "1", 0.1, 0.5, Grade.EXPERT, _PLANS, sources.JUDGEMENT,
    say("How much more load a week may hold than the largest of the weeks before it; no such bound was ever tested"),
)  # fmt: skip
WEEKS_BEFORE = Claim(
    4.0, "weeks", 3.0, 6.0, Grade.EXPERT, _PLANS, sources.LOLLI_2019,
    say(
        "Weeks that a week's load is held against. The week itself is not among them: a ratio that holds it in both "
        "parts correlates with itself, so no range of it is called safe here"
    ),
)  # fmt: skip
RUNNING_RISE = Claim(
    0.5, "1", 0.3, 1.0, Grade.EXPERT, _RUNNERS, sources.JUDGEMENT,
    say(
        "How many more minutes of backward running a week may hold than the largest of the weeks before it: calves and "
        "tendons get used to it more slowly than breath, so it has a bound of its own"
    ),
)  # fmt: skip
SMALL_RUNNING_MIN = Claim(
    16.0, "min", 12.0, 20.0, Grade.EXPERT, _RUNNERS, sources.JUDGEMENT,
    say("Minutes of backward running in a week that may come without any before: two short sessions in pieces"),
)  # fmt: skip
SMALL_LOAD = Claim(
    200.0, "1", 150.0, 300.0, Grade.EXPERT, _PLANS, sources.JUDGEMENT,
    say("Load of a week (exertion times minutes) that anybody may begin with: an hour or so at ease"),
)  # fmt: skip
DELOAD_EVERY = Claim(
    4.0, "weeks", 3.0, 6.0, Grade.EXPERT, _PLANS, sources.JUDGEMENT,
    say("Every so many weeks one is easier on purpose"),
)  # fmt: skip
DELOAD_SHARE = Claim(
    0.7, "1", 0.5, 0.8, Grade.EXPERT, _PLANS, sources.JUDGEMENT,
    say("Share of the minutes before that is left in an easier week"),
)  # fmt: skip
TEST_EVERY = Claim(
    4.0, "weeks", 4.0, 8.0, Grade.EXPERT, _PLANS, sources.JUDGEMENT,
    say("Weeks between two tests: sooner, a change is smaller than the spread of the test"),
)  # fmt: skip
TAPER_DAYS = Claim(
    14.0, "d", 8.0, 14.0, Grade.META_ANALYSIS, say("trained athletes; running, swimming and cycling"),
    sources.BOSQUET_2007, say("How long before a race less is done"),
)  # fmt: skip
TAPER_SHARE = Claim(
    0.5, "1", 0.4, 0.6, Grade.META_ANALYSIS, say("trained athletes; running, swimming and cycling"),
    sources.BOSQUET_2007, say("Share of the usual minutes that is left before a race"),
)  # fmt: skip
MISSED_WEEK_DAYS = Claim(
    7.0, "d", 7.0, 10.0, Grade.EXPERT, _PLANS, sources.JUDGEMENT,
    say("After so many days without a session the last stage is repeated before anything new"),
)  # fmt: skip
