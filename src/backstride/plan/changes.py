"""What was behind a change of a plan: which sessions were left out, added or not told of, in words."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from backstride.evidence import progression
from backstride.message import Message, say
from backstride.plan.kinds import Focus
from backstride.plan.planned import Because, Plan, Planned
from backstride.plan.reasons import because
from backstride.plan.schedule import WEEK
from backstride.session import Done, Session

_STEPS = (Focus.BACKWARD, Focus.FALLING)
"""What the stages to come depend on."""
_NAMED = 2
_DAYS = (
    say("on Monday"),
    say("on Tuesday"),
    say("on Wednesday"),
    say("on Thursday"),
    say("on Friday"),
    say("on Saturday"),
    say("on Sunday"),
)


def untold(plan: Plan, sessions: Sequence[Session]) -> frozenset[str]:
    """Ids of sessions known from a recording alone: of how a stage went they say nothing yet."""
    steps = {one.id for one in plan.sessions if one.workout.stage}
    return frozenset(
        one.id
        for one in sessions
        if one.planned in steps and not one.stage and one.rpe is None and one.done is not Done.SKIPPED
    )


def happened(plan: Plan, sessions: Sequence[Session], today: date) -> tuple[Because, ...]:
    """What went otherwise than this version of the plan meant it, the newest first."""
    found = sorted((*_left_out(plan, sessions, today), *_otherwise(plan, sessions, today)), key=_newest, reverse=True)
    found = found or sorted(_elsewhen(plan, sessions, today), key=_newest, reverse=True)
    says = [because(text, progression.SESSIONS_WALK) for _, text in found[:_NAMED]]
    if len(found) > _NAMED:
        says.append(because(say("And {count} more like it.", count=len(found) - _NAMED), progression.SESSIONS_WALK))
    return tuple(says)


Told = tuple[date, Message]


def _newest(told: Told) -> date:
    return told[0]


def _left_out(plan: Plan, sessions: Sequence[Session], today: date) -> Iterator[Told]:
    dealt = {one.planned for one in sessions if one.done is not Done.SKIPPED}
    for one in plan.sessions:
        if plan.made_at <= one.day < today and one.workout.focus in _STEPS and one.id not in dealt:
            yield one.day, _told(say("{name} {day} was left out."), one, one.day, today)


def _otherwise(plan: Plan, sessions: Sequence[Session], today: date) -> Iterator[Told]:
    """Sessions that were added, broken off, or not told of."""
    meant, silent = {one.id: one for one in plan.sessions}, untold(plan, sessions)
    for session in sessions:
        one = meant.get(session.planned)
        if session.day < plan.made_at or session.done is Done.SKIPPED:
            continue
        if one is None and session.stage:
            yield session.day, say("A session was added {day}.", day=_day(session.day, today))
        elif one is not None and session.id in silent:
            text = say("{name} {day} was recorded; how it went is not told yet.")
            yield session.day, _told(text, one, session.day, today)
        elif one is not None and session.done is Done.PART and one.workout.focus in _STEPS:
            yield session.day, _told(say("{name} {day} was broken off."), one, session.day, today)


def _elsewhen(plan: Plan, sessions: Sequence[Session], today: date) -> Iterator[Told]:
    """Sessions done on another day than the planned one."""
    meant = {one.id: one for one in plan.sessions if one.workout.focus in _STEPS}
    for session in sessions:
        one = meant.get(session.planned)
        if one is not None and session.done is not Done.SKIPPED and plan.made_at <= session.day != one.day:
            yield session.day, _told(say("{name} was done {day} instead."), one, session.day, today)


def _told(text: Message, one: Planned, day: date, today: date) -> Message:
    return Message(text.template, {"name": one.workout.name, "day": _day(day, today)})


def _day(day: date, today: date) -> Message:
    """The day of the week; further back it would not say which."""
    if day > today - timedelta(days=WEEK):
        return _DAYS[day.weekday()]
    return say("on {day}", day=day.isoformat())
