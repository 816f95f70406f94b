"""A person drags a session to another day."""

from datetime import timedelta

import pytest

from backstride.errors import NotAllowed, NotFound
from backstride.plan import Plan, make_plan
from backstride.plan.adapt import adapt, move
from backstride.plan.kinds import Focus
from backstride.plan.moving import costs_of
from backstride.plan.planned import Planned
from backstride.plan.screening import assess_readiness
from tests.plan.plans import JOGGING, MONDAY
from tests.plan.test_adapt import lived
from tests.plan.test_make import ANSWERS, WELL


@pytest.fixture(scope="module")
def plan() -> Plan:
    return make_plan(ANSWERS, MONDAY)


def first(plan: Plan, focus: Focus, week: int = 0) -> Planned:
    return next(one for one in plan.sessions if one.workout.focus is focus and (one.day - MONDAY).days // 7 == week)


def test_a_moved_session_keeps_its_name_and_content(plan: Plan) -> None:
    one = first(plan, Focus.MOBILITY)
    moved = move(plan, one.id, MONDAY + timedelta(days=5))
    there = next(other for other in moved.sessions if other.id == one.id)
    assert (there.day, there.moved, there.workout) == (MONDAY + timedelta(days=5), True, one.workout)
    assert moved.version == plan.version + 1
    assert [other for other in moved.sessions if other.id != one.id] == [
        other for other in plan.sessions if other.id != one.id
    ]
    assert moved.costs == ()
    assert move(moved, one.id, there.day) is moved


def test_what_is_unwise_is_done_and_named(plan: Plan) -> None:
    second = [one for one in plan.sessions if one.workout.focus is Focus.BACKWARD][1]
    close = move(plan, second.id, MONDAY + timedelta(days=1))
    assert any("No day between two backward sessions" in str(cost.says) for cost in close.costs)
    off = move(plan, first(plan, Focus.STRENGTH).id, MONDAY + timedelta(days=4))
    assert any("not one of your days" in str(cost.says) for cost in off.costs)
    fresh = next(one for one in plan.sessions if one.workout.stage == "brisk")
    thursday = fresh.day - timedelta(days=fresh.day.weekday() - 3)
    tired = move(plan, fresh.id, thursday)
    assert any("new stage less than" in str(cost.says) for cost in tired.costs)


def test_a_full_day_and_a_week_without_rest_are_named(plan: Plan) -> None:
    strength = next(one for one in plan.sessions if one.workout.focus is Focus.STRENGTH)
    full = move(plan, strength.id, MONDAY)
    assert any("more than you said" in str(cost.says) for cost in full.costs)
    beside = next(one for one in plan.sessions if one.workout.focus is Focus.MOBILITY and len(plan.on(one.day)) > 1)
    restless = move(plan, beside.id, MONDAY + timedelta(days=4))
    assert any("day of rest" in str(cost.says) for cost in restless.costs)


def test_what_is_unsafe_or_past_is_refused(plan: Plan) -> None:
    new = next(one for one in plan.sessions if one.workout.stage == "walk")
    with pytest.raises(NotAllowed, match="build on each other"):
        move(plan, new.id, MONDAY)
    jogging = next(one for one in plan.sessions if one.workout.stage in JOGGING)
    with pytest.raises(NotAllowed, match="before the first jogging"):
        move(plan, first(plan, Focus.FALLING, 1).id, jogging.day)
    with pytest.raises(NotAllowed, match="past"):
        move(plan, new.id, MONDAY - timedelta(days=1))
    with pytest.raises(NotAllowed, match="past"):
        move(plan, plan.sessions[0].id, MONDAY + timedelta(days=9), today=MONDAY + timedelta(days=3))
    with pytest.raises(NotAllowed, match="ends before"):
        move(plan, new.id, plan.end + timedelta(days=1))
    with pytest.raises(NotFound):
        move(plan, "nothing", MONDAY)


def test_a_moved_session_stays_where_it_was_put_when_the_plan_changes(plan: Plan) -> None:
    later = [one for one in plan.sessions if one.workout.stage and (one.day - MONDAY).days // 7 == 1][1]
    moved = move(plan, later.id, later.day + timedelta(days=1))
    today = MONDAY + timedelta(days=5)
    after = adapt(moved, (), today, assess_readiness(WELL, today))  # nothing was done: all follows later
    assert after is not moved
    there = next(one for one in after.sessions if one.id == later.id)
    assert (there.day, there.moved) == (later.day + timedelta(days=1), True)
    assert there.workout.stage == "ready"


def test_moving_alone_changes_nothing_else(plan: Plan) -> None:
    moved = move(plan, first(plan, Focus.MOBILITY).id, MONDAY + timedelta(days=5))
    ((_, after, _),) = lived(moved, range(1), lambda one, day: None, [])
    assert after is moved


def test_runs_of_ones_own_and_fall_practice_are_planned_once_when_they_were_moved(plan: Plan) -> None:
    run, fall = first(plan, Focus.FORWARD, 1), first(plan, Focus.FALLING, 1)
    moved = move(move(plan, run.id, run.day + timedelta(days=1)), fall.id, fall.day + timedelta(days=1))
    today = MONDAY + timedelta(days=5)
    after = adapt(moved, (), today, assess_readiness(WELL, today))
    assert after is not moved
    assert len({one.id for one in after.sessions}) == len(after.sessions)
    assert {run.id, fall.id} <= {one.id for one in after.sessions if one.moved}
    assert adapt(after, (), today, assess_readiness(WELL, today)) is after


def test_each_move_tells_its_own_costs_and_they_are_found_again(plan: Plan) -> None:
    strength = first(plan, Focus.STRENGTH)
    off = move(plan, strength.id, MONDAY + timedelta(days=4))
    assert off.costs
    mobility = first(plan, Focus.MOBILITY, 1)
    back = move(move(off, mobility.id, mobility.day + timedelta(days=1)), mobility.id, mobility.day)
    assert not any("not one of your days" in str(cost.says) for cost in back.costs)
    assert costs_of(back, next(one for one in back.sessions if one.id == strength.id)) == off.costs
