"""What everybody asks of running backward: each question with the promise that studies answer, and what a person's own
data can say to it."""

from dataclasses import dataclass
from enum import StrEnum

from backstride.message import Message, say


class Shows(StrEnum):
    """What recordings say to a question, besides tests."""

    ENERGY = "energy"
    HEART = "heart"
    KNEES = "knees"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Question:
    """A row of `QUESTIONS`.

    promise  key of the promise (`evidence.promises.PROMISES`) that answers it; also: keys of those close to it
    shows    what one's own recordings say to it
    tests    keys of the tests (`assess.TESTS`) that come nearest to it
    beware   what one's own data do not say, however good they are
    """

    key: str
    asks: Message
    promise: str
    also: tuple[str, ...]
    shows: Shows
    tests: tuple[str, ...]
    beware: Message


QUESTIONS = (
    Question(
        "calories", say("Does it burn more calories?"), "more-calories", ("calories-own-pace", "fat-loss"),
        Shows.ENERGY, (),
        say("Reckoned from your speeds, not measured in you: that would take a mask and a laboratory."),
    ),
    Question(
        "heart", say("Does it work your heart?"), "higher-heart-rate", ("aerobic-fitness",),
        Shows.HEART, ("economy",),
        say("Heat, hills, sleep and the minutes before move the heart as well."),
    ),
    Question(
        "knees", say("Is it easier on your knees?"), "knee-load", ("low-impact", "knee-osteoarthritis"),
        Shows.KNEES, (),
        say("Reckoned from what studies found at your speed, not from how you move."),
    ),
    Question(
        "muscles", say("Does it build muscle?"), "quadriceps", ("shins", "calves", "hamstrings", "glutes"),
        Shows.NOTHING, ("hop",),
        say("Nothing you carry sees a muscle. How far one leg hops is the nearest that a test comes."),
    ),
    Question(
        "balance", say("Does it sharpen your balance?"), "balance-runners", ("balance-patients", "prevents-falls"),
        Shows.NOTHING, ("stance-closed", "stance-open", "tandem", "sway", "walk-3m"),
        say("Standing longer on one leg is one part of balance, not all of it."),
    ),
    Question(
        "agility", say("Does it make you more agile?"), "agility", ("sprint", "jump"),
        Shows.NOTHING, ("505", "t-test", "reaction"),
        say("Other training of the same weeks may be the cause as well."),
    ),
    Question(
        "mind", say("Does it sharpen your mind?"), "memory", ("fun",),
        Shows.NOTHING, ("dual-task",),
        say("Memory itself is not tested here: how far counting slows your walk is the nearest."),
    ),
)  # fmt: skip
