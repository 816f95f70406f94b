"""What labelled stretches teach for other recordings: the lessons an analysis is given, and whether it had the newest.

The lessons that an analysis was given are stamped: one number per lesson, summed, so that the stamp of all lessons but
a recording's own follows without looking at them one by one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256

from backstride import gait
from backstride.app.settings import options_of_settings
from backstride.gait import Options
from backstride.recording import Lesson, Placement, Recording
from backstride.store import Store, Taught

_STAMPS = 2**64


def options_for(store: Store, taught: Sequence[Taught], id_: str = "") -> Options:
    """What an analysis is told of the person: the settings, and the lessons of all recordings but `id_`."""
    return replace(options_of_settings(store), lessons=tuple(one.lesson for one in taught if one.id != id_))


def worn_of(recording: Recording, options: Options) -> Placement | None:
    """Where the motion sensor is said to be; None where there is none, so that no lesson helps."""
    if "acceleration" not in recording.signals:
        return None
    return options.placement or recording.about.placement


def fitting(lessons: Sequence[Lesson], worn: Placement | None) -> tuple[Lesson, ...]:
    """The lessons that help there: those of the same placement, or all where the analysis has to find out which."""
    if worn is None:
        return ()
    return tuple(one for one in lessons if worn in (one.placement, Placement.UNKNOWN))


def stamp(lessons: Iterable[Lesson]) -> str:
    """Stands for these lessons in any order; empty for none."""
    return _written(sum(_number(one) for one in lessons))


def outdated(store: Store) -> frozenset[str]:
    """The recordings whose analysis was not given the lessons that there are now."""
    taught = store.lessons.standing(gait.RECIPE)
    numbers = [(one.id, one.lesson.placement, _number(one.lesson)) for one in taught]
    whole: dict[Placement, int] = dict.fromkeys(Placement, 0)
    own: dict[tuple[str, Placement], int] = {}
    for id_, placement, number in numbers:
        for where in (placement, Placement.UNKNOWN):  # where the place is unknown, lessons of all places are given
            whole[where] += number
            own[id_, where] = own.get((id_, where), 0) + number
    return frozenset(
        one.id
        for one in store.lessons.readings(gait.RECIPE)
        if one.taught != _written(whole[one.worn] - own.get((one.id, one.worn), 0))
    )


def _number(lesson: Lesson) -> int:
    digest = sha256(repr((lesson.placement, lesson.direction, lesson.gait, lesson.seconds, lesson.pattern)).encode())
    return int.from_bytes(digest.digest()[:8], "little")


def _written(total: int) -> str:
    return f"{total % _STAMPS:016x}" if total else ""
