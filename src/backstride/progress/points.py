"""Which tries count, and as what: before training, between, or after.

1. Training begins with the first backward session. A test on that day or earlier stands for before.
2. From the day after a declared number of backward sessions on, a test stands for after. Tests between are shown, not
   counted: training was not to have worked yet.
3. Tries to get used to a test never count (`assess` leaves them out of a day's result).
4. Of very many tries only the newest of each side count.
5. What only going backward can show has no before. There the first tries stand for it, and those after the declared
   number of backward sessions since count as after; that most is learned in the first ones is said with the outcome.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from statistics import mean

from backstride.assess import Result, Test, Trial, results
from backstride.assess.surroundings import SURFACES, SURROUNDINGS
from backstride.evidence import verdicts as claims
from backstride.progress.change import Point
from backstride.progress.outcomes import Number
from backstride.recording import Direction, Side
from backstride.session import Done, Session

_MOST_SHOWN = 100
_ENOUGH_S = 30.0  # measured backward in a session, for it to be one


class Part(StrEnum):
    """Where a try stands."""

    BEFORE = "before"
    BETWEEN = "between"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Tried:
    """A value of a day. known: co-variates, by name."""

    day: date
    value: float
    part: Part
    known: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Training:
    """The days of backward sessions, oldest first."""

    days: tuple[date, ...]

    @property
    def began(self) -> date | None:
        return self.days[0] if self.days else None

    @property
    def worked(self) -> date | None:
        """The last day on which training was not to have worked yet; None: that is still ahead."""
        enough = round(claims.AFTER_SESSIONS.value)
        return self.days[enough - 1] if len(self.days) >= enough else None

    def part(self, day: date) -> Part:
        """What a test on that day stands for."""
        if self.began is None or day <= self.began:
            return Part.BEFORE
        return Part.AFTER if self.worked is not None and day > self.worked else Part.BETWEEN


def went_backward(session: Session) -> bool:
    """Whether it was a backward session: measured as one, or logged as one of the ladder and not measured."""
    if session.done is Done.SKIPPED:
        return False
    if session.measured is not None:
        return session.measured.seconds.get(Direction.BACKWARD, 0.0) >= _ENOUGH_S
    return bool(session.stage)


def training(sessions: Iterable[Session]) -> Training:
    return Training(tuple(sorted(one.day for one in sessions if went_backward(one))))


def of_tests(test: Test, trials: Iterable[Trial], done: Training, *, skill: bool = False) -> tuple[Tried, ...]:
    """The days of a test, under the condition of most of them. Of two sides: the mean, where both were done.

    skill  a test of going backward: nobody can do it before
    """
    found = results(test, trials)
    condition = usual_condition(found)
    by_day: dict[date, list[Result]] = {}
    for one in found:
        if one.condition == condition:
            by_day.setdefault(one.day, []).append(one)
    sides = {Side.LEFT, Side.RIGHT} if test.sides else set()
    rows = [(day, of_day) for day, of_day in sorted(by_day.items()) if sides <= {one.side for one in of_day}]
    parts = _parts_of_skill([day for day, _ in rows], done) if skill else [done.part(day) for day, _ in rows]
    return tuple(
        Tried(day, mean(one.value for one in of_day), part, _known(of_day))
        for (day, of_day), part in zip(rows, parts, strict=True)
    )


def _parts_of_skill(days: Sequence[date], done: Training) -> list[Part]:
    """The first ones, those until enough was done since, and the rest."""
    first, enough = round(claims.FIRST_SESSIONS.value), round(claims.AFTER_SESSIONS.value)
    parts = []
    for place, day in enumerate(days):
        since = sum(days[first - 1] < one <= day for one in done.days) if place >= first else 0
        parts.append(Part.BEFORE if place < first else Part.AFTER if since >= enough else Part.BETWEEN)
    return parts


def usual_condition(found: Sequence[Result]) -> str:
    """The condition of most days; of equals, the one that came first."""
    counted = Counter(one.condition for one in found)
    return max(counted, key=lambda one: counted[one], default="")


def of_sessions(number: Number, sessions: Sequence[Session]) -> tuple[Tried, ...]:
    """What backward sessions show, oldest first."""
    done = sorted((one for one in sessions if went_backward(one)), key=lambda one: (one.day, one.logged_at))
    first, enough = round(claims.FIRST_SESSIONS.value), round(claims.AFTER_SESSIONS.value)
    found: list[Tried] = []
    for place, session in enumerate(done):
        value = number.of(session)
        if value is None:
            continue
        part = Part.BEFORE if len(found) < first else Part.AFTER if place >= enough else Part.BETWEEN
        found.append(Tried(session.day, value, part))
    return tuple(found)


def newest(tried: Sequence[Tried]) -> tuple[Tried, ...]:
    """Only the newest of each side count; of the others as many are left, the newest, as may be shown."""
    most = round(claims.MOST_TRIES.value)
    counting = {
        place
        for part in (Part.BEFORE, Part.AFTER)
        for place in [place for place, one in enumerate(tried) if one.part is part][-most:]
    }
    others = set([place for place in range(len(tried)) if place not in counting][-_MOST_SHOWN:])
    return tuple(
        one if place in counting else replace(one, part=Part.BETWEEN)
        for place, one in enumerate(tried)
        if place in counting or place in others
    )


def counted(tried: Iterable[Tried]) -> tuple[Point, ...]:
    """Those that a change is worked out from. Of the ground it counts whether it was one kind or another."""
    rows = [one for one in tried if one.part is not Part.BETWEEN]
    return tuple(Point(one.day, one.value, one.part is Part.AFTER, _numbers(one.known)) for one in rows)


def _numbers(known: Mapping[str, float]) -> Mapping[str, float]:
    """Kinds of ground have no order: each stands as 0 or 1, but for the last one."""
    if "surface" not in known:
        return known
    rest = {name: value for name, value in known.items() if name != "surface"}
    return rest | {f"surface {key}": float(known["surface"] == n) for n, (key, _) in enumerate(SURFACES[:-1])}


def _known(rows: Sequence[Result]) -> Mapping[str, float]:
    """The time of day, where tries were not typed on a later one, and what they say of heat, slope and ground."""
    trials = [trial for one in rows for trial in one.counted]
    told = {}
    if all(one.at.date() == one.day for one in trials):
        told["hour"] = round(mean(one.at.hour + one.at.minute / 60 for one in trials), 1)
    for name in SURROUNDINGS:
        values = [one.details[name] for one in trials if name in one.details]
        if len(values) == len(trials) and not (name == "surface" and len(set(values)) > 1):
            told[name] = mean(values)
    return told
