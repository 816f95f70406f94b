"""Which recordings are of which sessions, found without asking where there is no doubt.

Looked at are only the days of recordings and sessions that came since the last time, so that thousands of recordings
cost one look. Among a day's recordings and sessions, two that fit each other and nothing else are linked; whatever else
there is stays a proposal.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from backstride.app.measuring import renew
from backstride.app.settings import clock_of
from backstride.plan.kinds import Focus
from backstride.plan.planned import Plan, Planned
from backstride.session import Done, Session
from backstride.store import Loose, SessionRow, Store

_LOOKED_AT = "coach_looked_at"
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
_DAY = timedelta(days=1)
_BACKWARD_S = 10.0  # less is a step back at a crossing
_LIKE = (0.7, 1.4)  # a recording of a session lasts so many times what was meant or said
_ABOUT = (0.2, 4.0)  # and so many times where it shows that it is one: parts may not be recorded, ways there may be
_HALF = 0.5
_RECORDED = frozenset({Focus.BACKWARD, Focus.TEST, Focus.FORWARD})


@dataclass(frozen=True, slots=True)
class _Open:
    """A session of a day that has no recording yet: logged, or planned and not logged."""

    logged: SessionRow | None
    planned: Planned | None
    minutes: float

    def fits(self, one: Loose) -> bool:
        """Backward time fits what is to be done backward; else the time it took, where the person said it was done."""
        workout = self.planned.workout if self.planned else None
        took = one.duration_s / 60 / max(self.minutes, 1.0)
        like = _LIKE[0] <= took <= _LIKE[1]
        if workout is not None and workout.focus not in _RECORDED:
            return False
        backward = one.backward_s >= _BACKWARD_S
        if workout is not None and workout.focus is Focus.FORWARD:
            return like and not backward
        return (backward and _ABOUT[0] <= took <= _ABOUT[1]) or (self.logged is not None and like)


def settle(store: Store) -> int:
    """Link what came since the last time, and sum up again what waits for it. Returns how many links were made."""
    mark, newest = _mark(store), store.coach.newest_arrival()
    arrived = store.coach.loose(added=mark)
    local = clock_of(store)
    days = {local(one.start) for one in arrived if one.start_known} | set(store.coach.days_kept_after(mark))
    made = 0
    if days:
        plan = store.coach.plan()
        if plan is not None or store.coach.count_sessions():
            made = _link_days(store, days, plan)
        store.settings.write({_LOOKED_AT: newest.isoformat()})
    renew(store)
    return made


def loose_on(store: Store, days: Iterable[date]) -> Mapping[date, tuple[Loose, ...]]:
    """Recordings of no session, by the day they were begun on."""
    wanted, local = set(days), clock_of(store)
    if not wanted:
        return {}
    first = datetime.combine(min(wanted) - _DAY, time(), UTC)
    found: dict[date, tuple[Loose, ...]] = dict.fromkeys(wanted, ())
    for one in store.coach.loose(since=first, until=datetime.combine(max(wanted) + 2 * _DAY, time(), UTC)):
        if one.start_known and (day := local(one.start)) in found:
            found[day] += (one,)
    return found


def fitting(store: Store, day: date, planned: Planned | None, minutes: float) -> tuple[Loose, ...]:
    """The recordings of a day that may be of a session, the likeliest first; those that do not fit come last."""
    wanted = _Open(None, planned, minutes)

    def rank(one: Loose) -> tuple[bool, float]:
        return not wanted.fits(one), abs(one.duration_s / 60 - minutes)

    return tuple(sorted(loose_on(store, (day,))[day], key=rank))


def fits(one: Loose, planned: Planned) -> bool:
    """Whether time and direction of a recording speak for a planned session."""
    return _Open(None, planned, minutes_of(planned)).fits(one)


def local_day(store: Store, moment: datetime) -> date:
    """The day on which something happened, by the person's own clock."""
    return clock_of(store)(moment)


def today_of(store: Store) -> date:
    """The person's own day."""
    return local_day(store, datetime.now(UTC))


def minutes_of(planned: Planned) -> float:
    """How long a planned session is meant to take."""
    return planned.workout.seconds / 60


def _link_days(store: Store, days: set[date], plan: Plan | None) -> int:
    rows: dict[date, list[SessionRow]] = {day: [] for day in days}
    for row in store.coach.session_rows(days):
        rows[row.session.day].append(row)
    planned = {one.id: one for one in plan.sessions} if plan else {}
    logged = store.coach.logged_planned()
    made = 0
    for day, found in loose_on(store, days).items():
        if not found:
            continue
        left = _remember(store, rows[day], found)
        meant = [one for one in planned.values() if one.day == day and one.id not in logged]
        for loose, wanted in _pairs(left, _open(rows[day], meant, planned)):
            made += _link(store, loose, wanted)
    return made


def _remember(store: Store, rows: Sequence[SessionRow], found: Sequence[Loose]) -> list[Loose]:
    """Give back to sessions the recordings they were told of. Returns those that are left."""
    named = {name: row.session.id for row in rows for name in row.named}
    for id_ in {named[one.id] for one in found if one.id in named}:
        store.coach.link_named(id_)
    return [one for one in found if one.id not in named]


def _open(rows: Iterable[SessionRow], meant: Iterable[Planned], planned: Mapping[str, Planned]) -> list[_Open]:
    free = [
        row for row in rows if not row.chosen and not row.session.recordings and row.session.done is not Done.SKIPPED
    ]
    logged = [_Open(row, planned.get(row.session.planned), row.session.minutes) for row in free]
    return logged + [_Open(None, one, minutes_of(one)) for one in meant]


def _pairs(found: Sequence[Loose], wanted: Sequence[_Open]) -> list[tuple[Loose, _Open]]:
    """Those that fit each other and nothing else."""
    fits = [(one, want) for want in wanted for one in found if want.fits(one)]
    return [
        (one, want)
        for one, want in fits
        if sum(other is one for other, _ in fits) == 1 and sum(other is want for _, other in fits) == 1
    ]


def _link(store: Store, loose: Loose, wanted: _Open) -> bool:
    if wanted.logged is not None:
        return store.coach.link(wanted.logged.session.id, (loose.id,), chosen=False)
    return wanted.planned is not None and store.coach.save_session(_recorded(wanted.planned, loose), only_new=True)


def _recorded(planned: Planned, loose: Loose) -> Session:
    """A session that is known by its recording only.

    How it felt is not known, so it counts for no stage until the person says more; what went wrong in it does count.
    """
    workout = planned.workout
    return Session(
        id=planned.id,
        day=planned.day,
        logged_at=datetime.now(UTC),
        planned=planned.id,
        workout=workout.key,
        done=Done.PART if loose.backward_s < _HALF * workout.backward_s else Done.ALL,
        minutes=round(loose.duration_s / 60, 1),
        recordings=(loose.id,),
    )


def _mark(store: Store) -> datetime:
    kept = store.settings.get(_LOOKED_AT)
    return datetime.fromisoformat(kept) if isinstance(kept, str) else _LONG_AGO
