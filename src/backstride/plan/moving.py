"""A person puts a session on another day. What is only unwise is done, its cost named; what is unsafe is not done."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from backstride.errors import NotAllowed, NotFound
from backstride.evidence import scheduling
from backstride.message import say
from backstride.plan.content import load_of
from backstride.plan.course import PRACTICES, jogs
from backstride.plan.kinds import Focus
from backstride.plan.ladder import STAGES
from backstride.plan.planned import Because, Plan, Planned, in_order
from backstride.plan.reasons import because
from backstride.plan.schedule import WEEK, Frame

_ONE = timedelta(days=1)
_MINUTE = 60.0


def move(plan: Plan, planned_id: str, to: date, today: date | None = None) -> Plan:
    """The plan with a session on another day; the same object where it is there already.

    today  what lies before it is history; None: the day from which this version counts
    Raises NotFound, and NotAllowed for days outside the plan or in the past, for a stage that is not permitted, and
    where sessions would come before those they build on.
    """
    one = next((one for one in plan.sessions if one.id == planned_id), None)
    if one is None:
        raise NotFound(say("there is no planned session {id}", id=planned_id))
    if one.day == to:
        return plan
    now = today or plan.made_at
    if one.day < now or to < now:
        raise NotAllowed(say("What lies in the past stays as it was."))
    if not plan.start <= to <= plan.end:
        raise NotAllowed(say("The plan ends before or begins after that day."))
    if one.workout.stage and STAGES[one.workout.stage].permit > plan.permit:
        raise NotAllowed(say("This session is more than you may do at present. Answer the health questions again."))
    moved = replace(one, day=to, moved=True)
    sessions = in_order(moved if other is one else other for other in plan.sessions)
    _refuse_order(plan.sessions, sessions, one)
    others = [other for other in sessions if other is not moved]
    return replace(
        plan,
        version=plan.version + 1,
        sessions=sessions,
        weeks=tuple(replace(week, load=_load(sessions, week.first)) for week in plan.weeks),
        because=(Because(say("You moved a session: {name}.", name=one.workout.name)),),
        costs=tuple(_costs(plan, moved, others)),
    )


def costs_of(plan: Plan, one: Planned) -> tuple[Because, ...]:
    """Every rule of the schedule that the day a session stands on breaks, as the plan is now."""
    return tuple(_costs(plan, one, [other for other in plan.sessions if other.id != one.id]))


def _load(sessions: Sequence[Planned], first: date) -> float:
    days = range(WEEK)
    return round(sum(load_of(one.workout) for one in sessions if (one.day - first).days in days), 1)


def _refuse_order(before: Sequence[Planned], after: Sequence[Planned], one: Planned) -> None:
    """Raises NotAllowed where the order of stages changes, or jogging would come before fall technique."""
    if one.workout.stage and _stages(before) != _stages(after):
        raise NotAllowed(say("Stages build on each other: move the sessions between them first."))
    was, now = _practices(before), _practices(after)
    if was is not None and now is not None and now < min(was, PRACTICES):
        raise NotAllowed(say("Fall technique comes before the first jogging."))


def _stages(sessions: Sequence[Planned]) -> list[str]:
    return [one.workout.stage for one in in_order(sessions) if one.workout.stage]


def _practices(sessions: Sequence[Planned]) -> int | None:
    """Sessions of fall technique before the first day with jogging; None: there is no jogging."""
    jogging = (one.day for one in sessions if one.workout.stage and jogs(STAGES[one.workout.stage]))
    first = min(jogging, default=None)
    if first is None:
        return None
    return sum(one.workout.focus is Focus.FALLING and one.day < first for one in sessions)


def _costs(plan: Plan, moved: Planned, others: Sequence[Planned]) -> Iterator[Because]:
    """Every rule of the schedule that the new day breaks."""
    wishes, to, workout = plan.answers.wishes, moved.day, moved.workout
    frame = Frame(plan.start, wishes.days, float(wishes.minutes), wishes.forward, wishes.hard)
    day = (to - plan.start).days
    on = [one for one in others if one.day == to]
    if not frame.is_open(day) and workout.focus is not Focus.FORWARD:
        yield Because(say("That is not one of your days."))
    mine = sum(one.workout.seconds for one in (*on, moved) if one.workout.focus is not Focus.FORWARD) / _MINUTE
    if len(on) and mine > frame.minutes:
        runs = say("Beside your own runs this day takes {minutes} min, more than you said.", minutes=round(mine))
        none = say("This day takes {minutes} min, more than you said.", minutes=round(mine))
        yield Because(runs if frame.runs(day) else none)
    near = [one for one in others if abs(one.day - to) <= _ONE]
    if workout.hard and any(one.workout.hard for one in near):
        yield because(say("Two hard days in a row: the second is done on tired legs."), scheduling.HARD_APART_H)
    if workout.stage and _is_first(moved, others) and not frame.is_apart(day, hard=False, new=True):
        yield because(
            say("A new stage less than {hours} h after a hard run: tired legs learn badly and trip.",
                hours=round(scheduling.NEW_STAGE_AFTER_HARD_H.value)), scheduling.NEW_STAGE_AFTER_HARD_H,
        )  # fmt: skip
    if workout.focus is Focus.BACKWARD and any(one.workout.focus is Focus.BACKWARD for one in near):
        yield because(
            say("No day between two backward sessions: calves and thighs are still tired."), scheduling.BACKWARD_APART_H
        )
    if workout.focus is Focus.STRENGTH and any(one.workout.focus is Focus.STRENGTH for one in near):
        yield because(say("No day between two strength sessions."), scheduling.STRENGTH_APART_H)
    if _no_rest(frame, {(one.day - plan.start).days for one in (*others, moved)}, day):
        yield because(say("Seven days without a day of rest."), scheduling.REST_DAYS)


def _is_first(one: Planned, others: Sequence[Planned]) -> bool:
    """Whether no session of the stage comes before it."""
    return not any(other.workout.stage == one.workout.stage and other.day < one.day for other in others)


def _no_rest(frame: Frame, busy: set[int], day: int) -> bool:
    windows = (range(first, first + WEEK) for first in range(day - WEEK + 1, day + 1))
    return any(all(one in busy or frame.runs(one) for one in window) for window in windows)
