"""Planned against done, week by week."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from backstride.plan.content import load_of
from backstride.plan.doses import meant_by
from backstride.plan.kinds import Focus
from backstride.plan.planned import Plan, Planned
from backstride.plan.schedule import WEEK
from backstride.recording import Direction
from backstride.session import Done, Session

_MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class Amount:
    """Sessions, minutes in all, minutes backward, and load (exertion times minutes)."""

    sessions: int = 0
    minutes: float = 0.0
    backward_min: float = 0.0
    load: float = 0.0


@dataclass(frozen=True, slots=True)
class WeekDone:
    """A week of a plan and what became of it. The person's own runs forward are left out on both sides.

    due      of what was planned, the part that lies before today
    done     everything that was done, planned or not
    missed   planned sessions before today that nobody did; skipped ones among them
    extra    sessions that were done without being planned
    is_over  whether the week lies in the past
    """

    number: int
    first: date
    stage: str
    deload: bool
    planned: Amount
    due: Amount
    done: Amount
    missed: tuple[Planned, ...]
    extra: tuple[Session, ...]
    is_over: bool


def compare(plan: Plan, sessions: Sequence[Session], today: date) -> tuple[WeekDone, ...]:
    """Every week of the plan, oldest first. Today's sessions are missed only tomorrow.

    A session counts in the week it was done; what was felt where it was said, else what was meant.
    """
    meant = {one.id: one for one in plan.sessions}
    counted = [one for one in sessions if one.done is not Done.SKIPPED]
    done_ids = {one.planned for one in counted if one.planned}
    weeks = []
    for week in plan.weeks:
        days = range(WEEK)
        mine = _without_own_runs(one for one in plan.sessions if (one.day - week.first).days in days)
        there = [one for one in counted if (one.day - week.first).days in days and not _is_own_run(one, meant)]
        weeks.append(
            WeekDone(
                week.number,
                week.first,
                week.stage,
                week.deload,
                _planned(mine),
                _planned([one for one in mine if one.day < today]),
                _done(there, meant),
                tuple(one for one in mine if one.day < today and one.id not in done_ids),
                tuple(one for one in there if one.planned not in meant),
                week.first + timedelta(days=WEEK) <= today,
            )
        )
    return tuple(weeks)


def planned_amount(sessions: Iterable[Planned]) -> Amount:
    """What was planned, over any stretch of time; own runs are left out as in `compare`."""
    return _planned(_without_own_runs(sessions))


def done_amount(sessions: Iterable[Session], meant: Mapping[str, Planned]) -> Amount:
    """What was done, planned or not, over any stretch of time; skipped sessions and own runs are left out.

    meant  planned sessions by id
    """
    return _done([one for one in sessions if one.done is not Done.SKIPPED and not _is_own_run(one, meant)], meant)


def _without_own_runs(sessions: Iterable[Planned]) -> list[Planned]:
    return [one for one in sessions if one.workout.focus is not Focus.FORWARD]


def _is_own_run(session: Session, meant: Mapping[str, Planned]) -> bool:
    one = meant.get(session.planned)
    return one is not None and one.workout.focus is Focus.FORWARD


def _planned(sessions: Sequence[Planned]) -> Amount:
    return Amount(
        len(sessions),
        sum(one.workout.seconds for one in sessions) / _MINUTE,
        sum(one.workout.backward_s for one in sessions) / _MINUTE,
        sum(load_of(one.workout) for one in sessions),
    )


def _done(sessions: Sequence[Session], meant: Mapping[str, Planned]) -> Amount:
    return Amount(
        len(sessions),
        sum(one.minutes for one in sessions),
        sum(_backward_s(one) for one in sessions) / _MINUTE,
        sum(_load(one, meant) for one in sessions),
    )


def _backward_s(session: Session) -> float:
    """Measured where a recording tells directions; else as meant, when all of it was done."""
    if session.measured is not None and session.measured.tells_direction:
        return session.measured.seconds.get(Direction.BACKWARD, 0.0)
    told = meant_by(session.workout)
    return told.backward_s if told is not None and session.done is Done.ALL else 0.0


def _load(session: Session, meant: Mapping[str, Planned]) -> float:
    """Exertion as said times minutes; as meant where nothing was said; nothing where neither is known."""
    if session.load is not None:
        return session.load
    one = meant.get(session.planned)
    return 0.0 if one is None else sum(one.workout.rpe) / 2 * session.minutes
