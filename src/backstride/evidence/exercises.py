"""Claims that doses of exercises rest on. How many and how often is seldom tried for backward runners: most of it is
general advice for adults, or judgement."""

from backstride.evidence import Claim, Grade, sources
from backstride.message import say

_ADULTS = say("healthy adults")
_RETRO = say("people who learn to run backward")

STRENGTH_REPETITIONS = Claim(
    10.0, "repetitions", 8.0, 12.0, Grade.REPLICATED, say("healthy adults who begin with strength training"),
    sources.ACSM_2009,
    say("A set of strength training: so many repetitions that the last ones are hard, in one to three sets"),
)  # fmt: skip
STRETCH_HOLD_S = Claim(
    30.0, "s", 10.0, 30.0, Grade.REPLICATED, _ADULTS, sources.ACSM_2011,
    say("A stretch is held so long, two to four times; older people gain from holding it for up to a minute"),
)  # fmt: skip
NEUROMOTOR_DAYS = Claim(
    2.0, "days a week", 2.0, 3.0, Grade.EXPERT, _ADULTS, sources.ACSM_2011,
    say("Balance, coordination and agility are practised on so many days a week; the best dose is not known"),
)  # fmt: skip
WARM_UP_S = Claim(
    30.0, "s", 15.0, 60.0, Grade.EXPERT, _RETRO, sources.JUDGEMENT,
    say("A warm-up movement takes about so long before the next one"),
)  # fmt: skip
TRUNK_HOLD_S = Claim(
    20.0, "s", 10.0, 60.0, Grade.EXPERT, _RETRO, sources.JUDGEMENT,
    say("A trunk position is held as long as it stays straight; so long is a good beginning"),
)  # fmt: skip
BREAKFALL_REPETITIONS = Claim(
    6.0, "repetitions", 3.0, 10.0, Grade.EXPERT, _RETRO, sources.JUDGEMENT,
    say("Falls are practised a few times and cleanly: a tired neck lets the head drop"),
)  # fmt: skip
BREAKFALL_ARM_DEG = Claim(
    45.0, "deg", 30.0, 50.0, Grade.EXPERT, say("people who practise falling on mats"), sources.JUDGEMENT,
    say("Angle of arm and body in the slap: wider strains the shoulder, closer puts the elbow below you"),
)  # fmt: skip
DRILL_STRAIGHT_M = Claim(
    20.0, "m", 10.0, 40.0, Grade.EXPERT, _RETRO, sources.JUDGEMENT,
    say("Length of a drill that can be looked over and kept in mind before it is run backward"),
)  # fmt: skip
REACTION_BOUT_S = Claim(
    15.0, "s", 10.0, 60.0, Grade.EXPERT, _RETRO, sources.JUDGEMENT,
    say("A bout of reacting to somebody else: attention fades soon, and late reactions make falls"),
)  # fmt: skip
MILE_MIN = Claim(
    13.0, "min", 8.0, 20.0, Grade.ASSUMPTION, say("people who run backward at ease"), sources.JUDGEMENT,
    say("How long a mile backward takes, roughly; your own last one is the better measure"),
)  # fmt: skip
