"""What the system has learned of the person: from which recordings, for which others; and forgetting it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from backstride import gait
from backstride.app.lessons import outdated
from backstride.recording import Direction, Gait, Placement
from backstride.store import Reading, Store, Taught

Seconds = Mapping[tuple[Direction, Gait], float]


@dataclass(frozen=True, slots=True)
class Teacher:
    """A recording whose marked stretches taught something, and how many seconds of what."""

    id: str
    name: str
    start: datetime
    start_known: bool
    seconds: Seconds


@dataclass(frozen=True, slots=True)
class Learned:
    """What is known of a sensor worn at one place.

    seconds  by direction and gait, over all teachers
    behind   the readings that were made without the newest of it, and do not wait to be made again yet
    waiting  recordings that wait to be read again
    """

    placement: Placement
    seconds: Seconds
    teachers: tuple[Teacher, ...]
    behind: tuple[Reading, ...]
    waiting: int

    @property
    def total_s(self) -> float:
        return sum(self.seconds.values())


def learned(store: Store) -> tuple[Learned, ...]:
    """A row per placement of which anything is known, or was until it was forgotten, the best known first."""
    taught: dict[Placement, list[Taught]] = defaultdict(list)
    for one in store.lessons.standing(gait.RECIPE):
        taught[one.lesson.placement].append(one)
    readings = store.lessons.readings(gait.RECIPE)
    old = outdated(store)
    behind = {one.worn for one in readings if one.id in old and one.worn is not Placement.UNKNOWN}
    rows = [_learned(placement, taught[placement], readings, old) for placement in {*taught, *behind}]
    return tuple(sorted(rows, key=lambda row: (-row.total_s, row.placement)))


def behind(store: Store, placement: Placement) -> tuple[str, ...]:
    """The recordings of that placement, or of an unknown one, that were read without the newest lessons."""
    old = outdated(store)
    return tuple(one.id for one in _there(store.lessons.readings(gait.RECIPE), placement) if one.id in old)


def read_again(store: Store, placement: Placement) -> int:
    """Let the queue (or `analyse --all`) read the recordings again that are behind. Returns how many."""
    return store.lessons.read_again(behind(store, placement))


def teachers(store: Store, placement: Placement) -> tuple[str, ...]:
    """The recordings that taught something of that placement."""
    return tuple(dict.fromkeys(one.id for one in store.lessons.standing(gait.RECIPE, placement)))


def forget(store: Store, placement: Placement) -> int:
    """Take back all that was said of the recordings that taught something of that placement.

    They wait to be read again then, by the queue or `analyse --all`. Returns how many recordings they are.
    """
    ids = teachers(store, placement)
    store.lessons.forget(ids)
    return len(ids)


def forget_recording(store: Store, id_: str) -> None:
    """The same for one recording. Raises NotFound."""
    store.lessons.forget((store.recordings.get(id_).id,))


def _learned(
    placement: Placement, taught: Iterable[Taught], readings: Iterable[Reading], old: frozenset[str]
) -> Learned:
    by_id: dict[str, list[Taught]] = defaultdict(list)
    whole: dict[tuple[Direction, Gait], float] = defaultdict(float)
    for one in taught:
        by_id[one.id].append(one)
        whole[one.lesson.direction, one.lesson.gait] += one.lesson.seconds
    there = _there(readings, placement)
    return Learned(
        placement,
        dict(whole),
        tuple(_teacher(rows) for rows in by_id.values()),
        tuple(one for one in there if one.id in old and not one.again),
        sum(one.again for one in there),
    )


def _teacher(taught: list[Taught]) -> Teacher:
    seconds: dict[tuple[Direction, Gait], float] = defaultdict(float)
    for one in taught:
        seconds[one.lesson.direction, one.lesson.gait] += one.lesson.seconds
    first = taught[0]
    return Teacher(first.id, first.name, first.start, first.start_known, dict(seconds))


def _there(readings: Iterable[Reading], placement: Placement) -> list[Reading]:
    return [one for one in readings if one.worn in (placement, Placement.UNKNOWN)]
