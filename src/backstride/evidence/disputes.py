"""Where popular articles on running backward contradict each other, and what the studies say to it."""

from dataclasses import dataclass

from backstride.evidence.study import Promise
from backstride.message import Message, say


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question that articles answer in two ways.

    one, other  what they say
    answer      what is so, as far as anybody measured it
    promises    keys of the promises that hold the studies
    """

    key: str
    question: Message
    one: Message
    other: Message
    answer: Message
    promises: tuple[str, ...]


DISPUTES: tuple[Dispute, ...] = (
    Dispute(
        "thighs",
        say("Front or back of the thigh?"),
        say("It builds the quadriceps."),
        say("It builds the hamstrings."),
        say(
            "The front: in running its activity is more than doubled. On the level the hamstrings were no more active "
            "than forward; where they were, a slope of 15 % had been added."
        ),
        ("quadriceps", "hamstrings"),
    ),
    Dispute(
        "lean",
        say("Upright or leaning forward?"),
        say("You run more upright."),
        say("Lean forward a little."),
        say(
            "Nobody printed an angle. One newspaper account of a study tells of a slight lean forward. This coach asks "
            "for neither on purpose."
        ),
        ("upright", "posture"),
    ),
    Dispute(
        "impact",
        say("Low impact or not?"),
        say("It is gentle on the whole body."),
        say("It jars as much as running forward."),
        say(
            "It depends on where. The force behind the kneecap is about a quarter lower at the same speed, but the "
            "body as a whole lands no softer: its peak acceleration is about a fifth higher."
        ),
        ("knee-load", "low-impact", "soft-landing", "ankles"),
    ),
    Dispute(
        "calves",
        say("Calves: more work or less?"),
        say("It builds your calves."),
        say("It takes the load off them."),
        say(
            "In walking the inner calf works less in stance, the outer calf more in swing. In running you land on the "
            "forefoot, which should load them; nobody printed a number."
        ),
        ("calves", "forefoot", "ankles"),
    ),
    Dispute(
        "calories",
        say("More calories for good, or only at first?"),
        say("It always burns a third more."),
        say("Once you have learned it, it burns no more."),
        say(
            "More at the same speed, by about a quarter in running, and less so with practice: four weeks took a fifth "
            "off the oxygen of the same backward walk. Where that ends nobody has measured."
        ),
        ("more-calories", "calories-stay-high", "calories-own-pace"),
    ),
    Dispute(
        "falls",
        say("Fewer falls or more?"),
        say("It trains balance, so you fall less."),
        say("You cannot see where you go, so you fall more."),
        say(
            "Neither was counted. Backward walking under guidance made patients steadier; how often people fall while "
            "they run backward, and how often later because of it, nobody knows."
        ),
        ("balance-patients", "balance-runners", "prevents-falls", "more-falls"),
    ),
)


def disputes_of(promise: Promise) -> tuple[Dispute, ...]:
    """Those that a promise is part of."""
    return tuple(one for one in DISPUTES if promise.key in one.promises)
