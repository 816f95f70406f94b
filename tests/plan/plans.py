"""People, their wishes and their sessions, made by chance; and every rule that a plan has to keep, said once more."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import TypeVar

import numpy as np

from backstride.evidence import progression, scheduling
from backstride.plan.answers import Answers, Disease, Experience, Health, Wishes
from backstride.plan.exercises import EXERCISES
from backstride.plan.kinds import Focus, Goal, Limit, Permit, Place
from backstride.plan.ladder import LADDER, STAGES
from backstride.plan.planned import Plan, Planned
from backstride.plan.readiness import Readiness
from backstride.plan.workouts_around import SOFT_NOT_FOR
from backstride.recording import Side
from backstride.session import BodyPart, Done, Glances, Pain, Session

Kind = TypeVar("Kind")
MONDAY = date(2026, 11, 23)
JOGGING = frozenset(stage.key for stage in LADDER if stage.permit >= Permit.JOG)
PRACTICES = round(progression.FALL_PRACTICES.value)


def somebody(chance: np.random.Generator, weeks: tuple[int, int] = (4, 26)) -> Answers:
    """Four of five are well; the others have a limit, a disease or a fall behind them."""
    well = chance.random() < 0.8
    forward = some(chance, range(7), 0, 5)
    return Answers(
        Health(
            birth_year=int(chance.integers(1945, 2008)),
            active=bool(chance.random() < 0.85),
            diseases=frozenset() if well else some(chance, list(Disease), 0, 1),
            cleared=bool(chance.random() < 0.5),
            limits=frozenset() if well else some(chance, list(Limit), 0, 3),
            falls=0 if well else int(chance.integers(0, 2)),
            stance_s=None if chance.random() < 0.1 else float(chance.uniform(8, 60)),
            backward_3m_s=None if chance.random() < 0.1 else float(chance.uniform(1.5, 4)),
            running=len(forward),
            forward_mps=None if chance.random() < 0.5 else float(chance.uniform(1.5, 4)),
            experience=list(Experience)[chance.integers(0, 4)],
            partner=bool(chance.random() < 0.5),
        ),
        Wishes(
            goal=list(Goal)[chance.integers(0, len(Goal))],
            weeks=int(chance.integers(weeks[0], weeks[1] + 1)),
            days=some(chance, range(7), 1, 7),
            minutes=int(chance.choice([15, 20, 25, 30, 40, 45, 60, 75, 90])),
            places=some(chance, list(Place), 1, 5),
            sessions=int(chance.integers(1, 5)),
            forward=forward,
            hard=frozenset(day for day in sorted(forward) if chance.random() < 0.3),
            mats=bool(chance.random() < 0.5),
        ),
        MONDAY - timedelta(days=int(chance.integers(0, 20))),
    )


def some(chance: np.random.Generator, of: Sequence[Kind], least: int, most: int) -> frozenset[Kind]:
    """A few of them."""
    picked = chance.permutation(len(of))[: chance.integers(least, most + 1)]
    return frozenset(of[int(number)] for number in picked)


def a_session(chance: np.random.Generator, one: Planned, day: date, *, trouble: float = 0.1) -> Session:
    """How a planned session may go."""
    bad = chance.random() < trouble
    pains = (Pain(BodyPart.CALF, Side.LEFT, int(chance.integers(1, 9))),) if bad and chance.random() < 0.6 else ()
    meant = sum(one.workout.rpe) / 2
    return Session(
        id=f"{one.id}-{day}",
        day=day,
        logged_at=datetime.combine(day, time(20), UTC),
        planned=one.id,
        stage=one.workout.stage,
        workout=one.workout.key,
        done=Done.ALL if chance.random() < 0.9 else Done.PART,
        minutes=one.workout.seconds / 60,
        rpe=None if chance.random() < 0.2 else float(np.clip(meant + chance.normal(0, 0.7) + 3 * bad, 0, 10)),
        pains=pains,
        falls=int(bad and chance.random() < 0.3),
        near_falls=int(chance.random() < 0.05),
        glances=None if chance.random() < 0.1 else Glances.ONE if bad else Glances.BOTH,
        easy_stops=None if chance.random() < 0.1 else bool(chance.random() < 0.95),
    )


def check_plan(plan: Plan, readiness: Readiness, since: date | None = None, practised: Sequence[date] = ()) -> None:
    """Every rule for the sessions from `since` (the start) on. practised: days of fall technique done before."""
    first = since or plan.start
    mine = [one for one in plan.sessions if one.workout.focus is not Focus.FORWARD]
    new = [one for one in mine if one.day >= first]
    assert len({one.id for one in plan.sessions}) == len(plan.sessions)
    assert all(plan.start <= one.day <= plan.end for one in plan.sessions)
    assert [one.day for one in plan.sessions] == sorted(one.day for one in plan.sessions)
    for earlier, later in pairwise(plan.sessions):
        if earlier.day == later.day:
            assert earlier.workout.focus is not Focus.MOBILITY or later.workout.focus is Focus.MOBILITY
            assert later.workout.focus is not Focus.TEST or earlier.workout.focus is Focus.TEST
    for one in new:
        check_allowed(plan, one, readiness)
        check_wishes(plan, one)
        assert one.because
    check_days(plan, mine, new)
    check_hard(plan, mine, new)
    check_stages(plan, mine, new)
    check_practice(new, mine, practised, can=SOFT_NOT_FOR.isdisjoint(readiness.limits))


def check_allowed(plan: Plan, one: Planned, readiness: Readiness) -> None:
    """Permit and limits."""
    assert readiness.permit > Permit.NOTHING
    if one.workout.stage:
        stage = STAGES[one.workout.stage]
        assert stage.permit <= readiness.permit
        assert stage.not_for.isdisjoint(readiness.limits)
        assert not stage.goals or plan.answers.wishes.goal in stage.goals
    for step in one.workout.steps():
        if step.exercise in EXERCISES:
            assert EXERCISES[step.exercise].not_for.isdisjoint(readiness.limits), (one.workout.key, step.exercise)


def check_wishes(plan: Plan, one: Planned) -> None:
    """Days, minutes and places. A race lasts as long as it lasts."""
    wishes = plan.answers.wishes
    assert one.day.weekday() in wishes.days
    assert one.place is None or one.place in wishes.places
    if one.workout.stage:
        assert one.place is not None
    on = [other for other in plan.on(one.day) if other.workout.focus is not Focus.FORWARD]
    race = any(other.workout.key.split(".")[1] == "race" for other in on)
    assert race or sum(other.workout.seconds for other in on) <= wishes.minutes * 60 + 1e-6


def check_days(plan: Plan, mine: Sequence[Planned], new: Sequence[Planned]) -> None:
    """At most two sessions a day, one of a kind, and a day of rest in any seven."""
    busy = {one.day for one in mine}
    for day in {one.day for one in new}:
        on = [one.workout.focus for one in mine if one.day == day]
        assert len(on) == len(set(on)) <= 2
        for start in (day - timedelta(days=back) for back in range(7)):
            week = [start + timedelta(days=step) for step in range(7)]
            assert not all(one in busy or one.weekday() in plan.answers.wishes.forward for one in week)


def check_hard(plan: Plan, mine: Sequence[Planned], new: Sequence[Planned]) -> None:
    """No two hard days in a row, own hard runs counted."""
    hard_days = [one.day for one in mine if one.workout.hard]
    for one in new:
        if one.workout.hard:
            assert sum(abs((day - one.day).days) <= 1 for day in hard_days) == 1
            near = [(one.day + timedelta(days=step)).weekday() for step in (-1, 0, 1)]
            assert plan.answers.wishes.hard.isdisjoint(near)


def check_stages(plan: Plan, mine: Sequence[Planned], new: Sequence[Planned]) -> None:
    """A higher stage begins 48 h or more after a hard run, once a week at most, never in an easier week."""
    hours = scheduling.NEW_STAGE_AFTER_HARD_H.value
    backward = [one for one in mine if one.workout.stage]
    begun: list[date] = []
    for before, one in zip([None, *backward], backward, strict=False):
        number = STAGES[one.workout.stage].number
        beginner = plan.answers.health.experience is Experience.NONE and one.day == backward[0].day
        lower = beginner if before is None else STAGES[before.workout.stage].number < number
        if not lower or one not in new:
            continue
        back = range(round(hours / 24))
        assert plan.answers.wishes.hard.isdisjoint((one.day - timedelta(days=step)).weekday() for step in back)
        if before is not None:
            begun.append(one.day)
            assert not plan.weeks[(one.day - plan.start).days // 7].deload
    weeks = [(day - plan.start).days // 7 for day in begun]
    assert len(weeks) == len(set(weeks))


def check_practice(
    new: Sequence[Planned], mine: Sequence[Planned], practised: Sequence[date], *, can: bool = True
) -> None:
    """Fall technique before the first jogging. can: whether limits allow it at all."""
    falling = [*practised, *(one.day for one in mine if one.workout.focus is Focus.FALLING)]
    first = min((one.day for one in new if one.workout.stage in JOGGING), default=None)
    if first is not None and can:
        assert sum(day < first for day in falling) >= PRACTICES
