"""Claims that verdicts on a person's own change rest on."""

from backstride.evidence import Claim, Grade, sources
from backstride.message import say

_ONE_PERSON = say("one person's own tries")

SEM_WORTH = Claim(
    4.0, "1", 2.0, 8.0, Grade.ASSUMPTION, _ONE_PERSON, sources.JUDGEMENT,
    say("A published error of measurement counts as much as so many tries of your own say about the noise"),
)  # fmt: skip
SHOWN_CHANCE = Claim(
    0.95, "1", 0.9, 0.99, Grade.EXPERT, _ONE_PERSON, sources.JUDGEMENT,
    say("Chance of a real change from which it is called shown; more is asked where several outcomes are looked at"),
)  # fmt: skip
PROBABLE_CHANCE = Claim(
    0.8, "1", 0.75, 0.9, Grade.EXPERT, _ONE_PERSON, sources.JUDGEMENT,
    say("Chance of a real change from which it is called probable"),
)  # fmt: skip
FEWEST_TRIES = Claim(
    3.0, "1", 2.0, 5.0, Grade.EXPERT, _ONE_PERSON, sources.JUDGEMENT,
    say("Tries on each side below which it is too early to say anything"),
)  # fmt: skip
OWN_LIMIT_SPREADS = Claim(
    1.0, "1", 0.5, 2.8, Grade.EXPERT, _ONE_PERSON, sources.JUDGEMENT,
    say("Where a test's error is unknown, a change must be larger than your own tries differ anyway, so many times"),
)  # fmt: skip
AFTER_SESSIONS = Claim(
    6.0, "sessions", 4.0, 18.0, Grade.EXPERT, _ONE_PERSON, sources.JUDGEMENT,
    say("Backward sessions after which a try counts as one after training; those between are shown and not counted"),
)  # fmt: skip
FIRST_SESSIONS = Claim(
    3.0, "sessions", 2.0, 5.0, Grade.EXPERT, _ONE_PERSON, sources.JUDGEMENT,
    say("What only going backward can show begins with so many tries of it: they stand for before"),
)  # fmt: skip
MOST_AHEAD = Claim(
    12.0, "1", 6.0, 24.0, Grade.EXPERT, _ONE_PERSON, sources.JUDGEMENT,
    say("Further tries beyond which nobody is asked to go on only to settle a question"),
)  # fmt: skip
MOST_TRIES = Claim(
    30.0, "1", 10.0, 60.0, Grade.EXPERT, _ONE_PERSON, sources.JUDGEMENT,
    say("So many of the newest tries of a side count; older ones are shown, for you are judged as you are now"),
)  # fmt: skip
