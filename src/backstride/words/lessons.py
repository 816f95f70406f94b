"""What was learned of the person, in words."""

from collections.abc import Iterable, Mapping

from backstride.message import say
from backstride.recording import Direction, Gait, Lesson, Placement
from backstride.words import Words
from backstride.words.names import DIRECTIONS, GAITS, PLACEMENTS

Seconds = Mapping[tuple[Direction, Gait], float]


def seconds_in_words(seconds: Seconds, words: Words) -> str:
    """Running backward 0:40, walking forward 1:10."""
    return ", ".join(
        words(
            say(
                "{gait} {direction} {length}",
                gait=GAITS[gait],
                direction=DIRECTIONS[direction],
                length=words.duration(length),
            )
        )
        for (direction, gait), length in sorted(seconds.items(), key=lambda row: -row[1])
    )


def lessons_in_words(lessons: Iterable[Lesson], words: Words) -> tuple[str, ...]:
    """A sentence a placement: what was learned there, and from how many seconds."""
    by_place: dict[Placement, dict[tuple[Direction, Gait], float]] = {}
    for one in lessons:
        seconds = by_place.setdefault(one.placement, {})
        seconds[one.direction, one.gait] = seconds.get((one.direction, one.gait), 0.0) + one.seconds
    return tuple(
        words(
            say("Learned for a sensor {place}: {what}.", place=PLACEMENTS[place], what=seconds_in_words(seconds, words))
        )
        for place, seconds in by_place.items()
    )
