"""Sums by week, month or year in the person's own days, and what was planned beside what was done.

Recordings are added up in the database. Growth of time backward is a plain change from one stretch to the next: no
ratio of a short to a long time is made, none is known to tell what is safe.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise
from statistics import fmean
from typing import TypeVar
from zoneinfo import ZoneInfo

from backstride.app.sessions import sessions as logged
from backstride.plan.compare import Amount, done_amount, planned_amount
from backstride.plan.planned import Kept, Planned
from backstride.recording import Direction
from backstride.session import Done, Session
from backstride.store import Store, Sums

Thing = TypeVar("Thing")
EARLIEST, LATEST = date(1900, 1, 1), date(2999, 12, 31)
BEFORE = 4
_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)


class Span(StrEnum):
    """How long the stretches are that are added up."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


COUNTS: Mapping[Span, int] = {Span.WEEK: 16, Span.MONTH: 12, Span.YEAR: 10}
"""How many stretches are looked at together."""
FEWEST: Mapping[Span, int] = {Span.WEEK: 8, Span.MONTH: 6, Span.YEAR: 4}
"""How many there are at least, where the person began later than that."""


@dataclass(frozen=True, slots=True)
class Period:
    """A week, month or year, from `first` to `last` (both included).

    running   today lies in it
    sessions  that were done, planned or not; rated: of how many of them was said how hard they were
    load      exertion times minutes over the rated ones; None where none was rated
    planned   None where no plan held on any day of it; done: what stands beside it
    """

    first: date
    last: date
    running: bool
    recorded: Sums
    sessions: int
    rated: int
    load: float | None
    planned: Amount | None
    done: Amount

    @property
    def backward_s(self) -> float:
        """Recorded seconds backward."""
        return self.recorded.seconds[Direction.BACKWARD]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was recorded, done or planned in it."""
        return not (self.recorded.recordings or self.sessions or self.planned)


@dataclass(frozen=True, slots=True)
class Trends:
    """Neighbouring stretches, oldest first; never none.

    begins    the first day of anything recorded or logged; None where there is nothing
    earlier   a day to look at what lies before these; None where nothing does
    later     a day to look at what comes after these; None where these reach today
    undated   recordings of which nobody knows the day; they are in no sum
    """

    span: Span
    periods: tuple[Period, ...]
    begins: date | None
    earlier: date | None
    later: date | None
    undated: int

    @property
    def last(self) -> Period:
        """The newest of them."""
        return self.periods[-1]

    @property
    def before(self) -> tuple[Period, ...]:
        """Up to four before the newest, since the person began."""
        begins = self.begins or LATEST
        return tuple(one for one in self.periods[-1 - BEFORE : -1] if one.last >= begins)

    def usual(self, value: Callable[[Period], float | None]) -> float | None:
        """Mean of a value over the ones before; None where it is not known of any."""
        known = [found for found in map(value, self.before) if found is not None]
        return fmean(known) if known else None

    @property
    def growth_s(self) -> float | None:
        """Seconds backward more than in the stretch before; None where there is none to compare with."""
        return self.last.backward_s - self.before[-1].backward_s if self.before else None


@dataclass(frozen=True, slots=True)
class _Meant:
    """Planned sessions by id, and the days on which a plan held."""

    by_id: Mapping[str, Planned] = field(default_factory=dict)
    held: Sequence[tuple[date, date]] = ()


def trends(
    store: Store, span: Span, until: date, zone: ZoneInfo | None, first_weekday: int, today: date | None = None
) -> Trends:
    """The stretches that end with the one `until` lies in; none after today.

    zone           where the person's days begin and end; None: the zone of this machine
    first_weekday  0 = Monday
    """
    today = today or datetime.now(zone).date()
    until = max(EARLIEST, min(until, today, LATEST))
    begins = _begins(store, zone)
    starts = _starts(span, until, first_weekday, begins)
    edges = [midnight(day, zone) for day in starts]
    recorded = store.totals.between(edges)
    done = _bucket(logged(store, starts[0], starts[-1] - _DAY), starts, lambda one: one.day)
    meant = _meant(store, edges[0], zone)
    planned = _bucket(meant.by_id.values(), starts, lambda one: one.day)
    periods = tuple(
        _period((first, following - _DAY), today, sums, done[number], planned[number], meant)
        for number, ((first, following), sums) in enumerate(zip(pairwise(starts), recorded, strict=True))
    )
    return Trends(
        span,
        periods,
        begins,
        starts[0] - _DAY if begins is not None and starts[0] > EARLIEST and begins < starts[0] else None,
        min(today, _add(starts[-1], span, COUNTS[span]) - _DAY) if starts[-1] <= today else None,
        store.totals.count_undated(),
    )


def midnight(day: date, zone: ZoneInfo | None) -> datetime:
    """When a day begins where the person is, as an aware time."""
    start = datetime.combine(day, time(), zone)
    return start if zone is not None else start.astimezone()


def _begins(store: Store, zone: ZoneInfo | None) -> date | None:
    start, day = store.totals.beginnings()
    days = [start.astimezone(zone).date()] if start is not None else []
    return min([*days, *([day] if day is not None else [])], default=None)


def _starts(span: Span, until: date, first_weekday: int, begins: date | None) -> list[date]:
    """The first day of each stretch, oldest first, and the day after the last one."""
    last = _first_of(span, until, first_weekday)
    oldest = _first_of(span, max(EARLIEST, min(begins or until, until)), first_weekday)
    count = next((n for n in range(FEWEST[span], COUNTS[span]) if _add(last, span, 1 - n) <= oldest), COUNTS[span])
    return [_add(last, span, number) for number in range(1 - count, 2)]


def _first_of(span: Span, day: date, first_weekday: int) -> date:
    if span is Span.WEEK:
        return day - timedelta(days=(day.weekday() - first_weekday) % 7)
    return day.replace(day=1) if span is Span.MONTH else day.replace(month=1, day=1)


def _add(first: date, span: Span, count: int) -> date:
    """The first day of the stretch `count` after the one that begins at `first`."""
    if span is Span.WEEK:
        return first + count * _WEEK
    months = 12 * first.year + first.month - 1 + count * (12 if span is Span.YEAR else 1)
    return date(months // 12, months % 12 + 1, 1)


def _meant(store: Store, since: datetime, zone: ZoneInfo | None) -> _Meant:
    """What plans meant for each day: where one took another's place, it counts from its first day on."""
    plans = store.coach.newest_versions(since)
    by_id: dict[str, Planned] = {}
    held = []
    for number, kept in enumerate(plans):
        last = min([_ends(kept, zone, newest=number == len(plans) - 1), *(_until(one) for one in plans[number + 1 :])])
        if last < kept.plan.start:
            continue
        held.append((kept.plan.start, last))
        by_id |= {one.id: one for one in kept.plan.sessions if one.day <= last}
    return _Meant(by_id, held)


def _ends(kept: Kept, zone: ZoneInfo | None, *, newest: bool) -> date:
    """The last day of a plan; of one that was ended without another, the day it was ended on."""
    if newest and kept.until is not None:
        return min(kept.plan.end, kept.until.astimezone(zone).date())
    return kept.plan.end


def _until(following: Kept) -> date:
    return following.plan.start - _DAY


def _period(
    days: tuple[date, date],
    today: date,
    recorded: Sums,
    told: Sequence[Session],
    planned: Sequence[Planned],
    meant: _Meant,
) -> Period:
    first, last = days
    counted = [one for one in told if one.done is not Done.SKIPPED]
    loads = [one.load for one in counted if one.load is not None]
    is_planned = any(since <= last and first <= until for since, until in meant.held)
    return Period(
        first=first,
        last=last,
        running=first <= today <= last,
        recorded=recorded,
        sessions=len(counted),
        rated=len(loads),
        load=sum(loads) if loads else None,
        planned=planned_amount(planned) if is_planned else None,
        done=done_amount(counted, meant.by_id),
    )


def _bucket(things: Iterable[Thing], starts: Sequence[date], day_of: Callable[[Thing], date]) -> list[list[Thing]]:
    """Each thing in the stretch its day lies in; others in none."""
    found: list[list[Thing]] = [[] for _ in starts[1:]]
    for thing in things:
        number = bisect_right(starts, day_of(thing)) - 1
        if 0 <= number < len(found):
            found[number].append(thing)
    return found
