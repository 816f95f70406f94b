"""Days of the plan as pages show them: what was meant, what was done, week by week."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from backstride.message import Message, say
from backstride.plan.kinds import Focus, Place
from backstride.plan.ladder import STAGES
from backstride.plan.planned import Plan, Planned, Week
from backstride.recording import Direction
from backstride.session import Done, Session
from backstride.web.plan_view import FOCUS_ICONS, minutes_of, ribbon_of
from backstride.words.plan import PLACES

_UNPLANNED = say("Session of your own")


class State(StrEnum):
    """What became of a planned session."""

    OPEN = "open"
    DONE = "done"
    PART = "part"
    SKIPPED = "skipped"
    MISSED = "missed"
    EXTRA = "extra"


STATES: Mapping[State, Message] = {
    State.OPEN: say("planned"),
    State.DONE: say("done"),
    State.PART: say("done in part"),
    State.SKIPPED: say("left out"),
    State.MISSED: say("not logged"),
    State.EXTRA: say("not planned"),
}
# What the macros of entry.html need.
ENTRY_NAMES: Mapping[str, object] = {"states": STATES, "focus_icons": FOCUS_ICONS, "place_names": PLACES}
_BY_DONE: Mapping[Done, State] = {Done.ALL: State.DONE, Done.PART: State.PART, Done.SKIPPED: State.SKIPPED}


@dataclass(frozen=True, slots=True)
class Entry:
    """A session on a day, planned, done or both. `path` leads to its page."""

    id: str
    path: str
    name: Message
    focus: Focus
    state: State
    minutes: int
    place: Place | None
    ribbon: tuple[tuple[float, float, Direction], ...]
    movable: bool


@dataclass(frozen=True, slots=True)
class DayShown:
    """A day of the calendar. inside: it lies in the month that is looked at; free: a session can be put on it."""

    day: date
    today: bool
    inside: bool
    free: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class WeekShown:
    """Seven days, and what the plan says of them; None outside the plan."""

    days: tuple[DayShown, ...]
    week: Week | None
    stage: Message | None
    planned: int
    done: int


def first_day(day: date, first_weekday: int) -> date:
    """The first day of the week that `day` is in; weeks begin on `first_weekday` (0 = Monday)."""
    return day - timedelta(days=(day.weekday() - first_weekday) % 7)


def read_day(text: str) -> date | None:
    """A day as addresses and forms write it, YYYY-MM-DD; None where it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def entries_by_day(plan: Plan | None, sessions: Iterable[Session], today: date) -> Mapping[date, tuple[Entry, ...]]:
    """Every session under the day it stands on: done ones on the day they were done."""
    sessions = tuple(sessions)
    done = {session.planned: session for session in sessions if session.planned}
    planned = {one.id: one for one in plan.sessions} if plan else {}
    found: dict[date, list[Entry]] = {}
    for one in planned.values():
        session = done.get(one.id)
        found.setdefault(session.day if session else one.day, []).append(_planned(one, session, today))
    for session in sessions:
        if session.planned not in planned:
            found.setdefault(session.day, []).append(_extra(session))
    return {day: tuple(entries) for day, entries in found.items()}


def weeks_shown(
    first: date, count: int, by_day: Mapping[date, Sequence[Entry]], plan: Plan | None, today: date, month: int = 0
) -> tuple[WeekShown, ...]:
    """`count` weeks from `first` on. month: 1 to 12 marks the days inside it; 0: all are inside."""
    return tuple(_week(first + timedelta(days=7 * n), by_day, plan, today, month) for n in range(count))


def _week(first: date, by_day: Mapping[date, Sequence[Entry]], plan: Plan | None, today: date, month: int) -> WeekShown:
    dates = [first + timedelta(days=n) for n in range(7)]
    free = {day for day in dates if plan is not None and max(today, plan.start) <= day <= plan.end}
    days = tuple(
        DayShown(day, day == today, month in (0, day.month), day in free, tuple(by_day.get(day, ()))) for day in dates
    )
    week = _of(plan, dates[3])
    entries = [entry for day in days for entry in day.entries]
    return WeekShown(
        days,
        week,
        STAGES[week.stage].name if week and week.stage in STAGES else None,
        sum(entry.state is not State.EXTRA for entry in entries),
        sum(entry.state in (State.DONE, State.PART) for entry in entries),
    )


def _of(plan: Plan | None, day: date) -> Week | None:
    weeks = plan.weeks if plan else ()
    return next((week for week in weeks if week.first <= day < week.first + timedelta(days=7)), None)


def _planned(one: Planned, session: Session | None, today: date) -> Entry:
    undone = State.MISSED if one.day < today else State.OPEN
    state = _BY_DONE[session.done] if session else undone
    return Entry(
        one.id,
        f"/plan/sessions/{one.id}",
        one.workout.name,
        one.workout.focus,
        state,
        round(session.minutes) if session and session.minutes else minutes_of(one),
        one.place,
        ribbon_of(one.workout),
        session is None and one.day >= today,
    )


def _extra(session: Session) -> Entry:
    return Entry(
        session.id,
        f"/plan/done/{session.id}",
        _UNPLANNED,
        Focus.BACKWARD,
        State.EXTRA,
        round(session.minutes),
        None,
        (),
        movable=False,
    )
