"""The plan: made from the kept answers, adapted to what was done, changed by the person; every version is kept.

A change is computed from the version that holds and kept only if that one still holds then; else it is computed again.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from backstride import __version__
from backstride.app import linking
from backstride.app.readiness import readiness
from backstride.app.tests import balance_known
from backstride.errors import Conflict, NotAllowed, NotFound
from backstride.message import Message, say
from backstride.plan import adapt as plan_adapt
from backstride.plan.answers import Health
from backstride.plan.make import make_plan
from backstride.plan.planned import Kept, Plan, Planned
from backstride.plan.record import Judgement
from backstride.plan.stage import Record, Stage
from backstride.session import Session
from backstride.store import Store

_TRIES = 20
_ADAPTED = "coach_adapted"


@dataclass(frozen=True, slots=True)
class Adapted:
    """The plan that holds, and the one that did before; where it was changed, `plan.because` says what and why."""

    plan: Plan
    changed: bool
    before: Plan


@dataclass(frozen=True, slots=True)
class PlannedShown:
    """A planned session, how it went if it was logged, and the version of the plan it stands in."""

    planned: Planned
    session: Session | None
    plan: Plan


@dataclass(frozen=True, slots=True)
class StageNow:
    """The stage a person is on, what their sessions on it show, and whether they may leave it."""

    stage: Stage
    record: Record
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Day:
    """What was meant for a day, and what was done on it."""

    planned: tuple[Planned, ...] = ()
    done: tuple[Session, ...] = ()


def new_plan(store: Store, today: date, start: date | None = None) -> Plan:
    """Make a plan from the kept answers and everything that was logged, from `start` (today) on; it holds then.

    Raises Conflict where nothing was answered yet, NotAllowed where readiness does not let anybody begin.
    """
    answers = store.coach.answers()
    if answers is None:
        raise Conflict(say("a plan is made from your answers: answer the questions first"))
    linking.settle(store)
    held = readiness(store, today)
    if held.readiness is None and held.why is not None:
        raise NotAllowed(held.why)
    answers = replace(answers, health=balance_known(store, answers.health, answers.day))
    made = make_plan(answers, start or today, _done(store))
    for _ in range(_TRIES):
        numbered = replace(made, version=store.coach.newest_version(made.id) + 1)
        try:
            store.coach.save_plan(numbered)
        except Conflict:
            continue  # somebody else asked for the same plan at the same moment
        return numbered
    raise _busy()


def plan(store: Store) -> Plan | None:
    """The plan that holds."""
    return store.coach.plan()


def plans(store: Store) -> tuple[Kept, ...]:
    """Every version of every plan, newest first."""
    return store.coach.plans()


def adapt_plan(store: Store, today: date) -> Adapted:
    """Let the plan answer to what was done since. Raises NotFound where there is none.

    Where nothing has come since it was asked the last time on that day, nothing is computed.
    """
    linking.settle(store)
    before = store.coach.plan()
    known = _fingerprint(store, before, today)
    if before is not None and store.settings.get(_ADAPTED) == known:
        return Adapted(before, changed=False, before=before)
    ready, health = readiness(store, today), _health(store)
    done = _change(store, lambda held: plan_adapt.adapt(held, _done(store), today, ready, health))
    if not done.changed:  # a changed plan is looked at once more: it may have been made beside another change
        store.settings.write({_ADAPTED: known})
    return done


def adapted_or_none(store: Store, today: date) -> Adapted | None:
    """The same; None where there is no plan."""
    return None if store.coach.plan() is None else adapt_plan(store, today)


def move(store: Store, planned_id: str, to: date, today: date) -> Adapted:
    """Put a session on another day; the others stay. Raises NotFound, NotAllowed."""
    return _change(store, lambda held: plan_adapt.move(held, planned_id, to, today))


def why_not(store: Store, planned_id: str, to: date, today: date) -> Message | None:
    """Why a session cannot be put on a day; None where it can, or stands there."""
    held = store.coach.plan()
    try:
        if held is not None:
            plan_adapt.move(held, planned_id, to, today)
    except (NotAllowed, NotFound) as refused:
        return refused.message
    return None


def hold(store: Store, stage_key: str, today: date) -> Adapted:
    """Stay on a stage, or go to it, whatever the rules say; the plan says what that costs.

    Raises NotFound, NotAllowed.
    """
    ready, health = readiness(store, today), _health(store)
    return _change(store, lambda held: plan_adapt.hold(held, _done(store), stage_key, today, ready, health))


def next_session(store: Store, today: date) -> Planned | None:
    """The first planned session of today or later of which nothing was said yet."""
    held = store.coach.plan()
    if held is None:
        return None
    logged = store.coach.logged_planned()
    coming = (one for one in held.sessions if one.day >= today and one.id not in logged)
    return min(coming, key=lambda one: one.day, default=None)


def planned(store: Store, id_: str) -> PlannedShown:
    """Raises NotFound."""
    found, where = find_planned(store, id_)
    return PlannedShown(found, store.coach.session_of_planned(id_), where)


def find_planned(store: Store, id_: str) -> tuple[Planned, Plan]:
    """A planned session and the newest version of a plan it stands in. Raises NotFound."""
    held = store.coach.plan()
    for where in (held, store.coach.plan_naming(id_)):
        one = next((one for one in where.sessions if one.id == id_), None) if where else None
        if one is not None and where is not None:
            return one, where
    raise NotFound(say("there is no planned session {id}", id=id_))


def stage_now(store: Store, today: date) -> StageNow | None:
    """Where the person stands on the ladder; None where there is no plan."""
    held = store.coach.plan()
    if held is None:
        return None
    place = plan_adapt.position_of(held, _done(store), today, _health(store))
    return StageNow(place.stage, place.record, place.judgement)


def _health(store: Store) -> Health | None:
    """As it was answered last; the balance tests count as they were done last, there or since."""
    answered = store.coach.answers()
    return balance_known(store, answered.health, answered.day) if answered else None


def days(store: Store, first: date, last: date) -> Mapping[date, Day]:
    """What was meant and what was done, by day, for those of these days on which there is anything."""
    held = store.coach.plan()
    meant: dict[date, list[Planned]] = {}
    done: dict[date, list[Session]] = {}
    for one in held.sessions if held else ():
        if first <= one.day <= last:
            meant.setdefault(one.day, []).append(one)
    for session in store.coach.sessions(first, last):
        done.setdefault(session.day, []).append(session)
    every = sorted({*meant, *done})
    return {day: Day(tuple(meant.get(day, ())), tuple(done.get(day, ()))) for day in every}


def _done(store: Store) -> tuple[Session, ...]:
    """What a plan is judged by."""
    return store.coach.sessions()


def _fingerprint(store: Store, held: Plan | None, today: date) -> str:
    """Stands for all that a plan answers to, and for the rules it answers by."""
    named = f"{held.id} {held.version}" if held else ""
    return f"{__version__} {named} {today} {store.coach.state()} {store.measuring.state()}"


def _change(store: Store, change: Callable[[Plan], Plan]) -> Adapted:
    for _ in range(_TRIES):
        held = store.coach.plan()
        if held is None:
            raise NotFound(say("there is no plan yet"))
        made = change(held)
        if made is held:
            return Adapted(held, changed=False, before=held)
        if store.coach.save_plan(made, instead_of=held):
            return Adapted(made, changed=True, before=held)
    raise _busy()


def _busy() -> Conflict:
    return Conflict(say("the plan is being changed from somewhere else: try again"))
