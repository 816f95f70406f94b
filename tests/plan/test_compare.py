"""Planned against done, week by week."""

from dataclasses import replace
from datetime import timedelta

import pytest

from backstride.plan import make_plan
from backstride.plan.compare import compare
from backstride.plan.kinds import Focus
from backstride.recording import Direction
from backstride.session import Done, Measured
from tests.plan.plans import MONDAY
from tests.plan.test_adapt import well
from tests.plan.test_make import ANSWERS

PLAN = make_plan(ANSWERS, MONDAY)
WEEK = [one for one in PLAN.sessions if (one.day - MONDAY).days < 7 and one.workout.focus is not Focus.FORWARD]


def test_a_week_done_as_planned_is_equal_on_both_sides() -> None:
    done = [well(one, one.day) for one in WEEK]
    first, second, *_ = compare(PLAN, done, MONDAY + timedelta(days=7))
    assert first.is_over
    assert not second.is_over
    assert first.missed == ()
    assert first.extra == ()
    assert first.due == first.planned
    assert first.done.sessions == len(WEEK) == first.planned.sessions
    assert first.done.minutes == pytest.approx(first.planned.minutes)
    assert first.done.load == pytest.approx(first.planned.load)
    assert first.done.backward_min == pytest.approx(first.planned.backward_min, abs=0.5)


def test_missed_skipped_and_extra_are_told_apart() -> None:
    backward, other = WEEK[0], WEEK[1]
    skipped = replace(well(backward, backward.day), done=Done.SKIPPED)
    extra = replace(well(other, MONDAY), id="x", planned="", workout="", rpe=4.0, minutes=10.0)
    first = compare(PLAN, [skipped, extra], MONDAY + timedelta(days=7))[0]
    assert backward in first.missed
    assert first.extra == (extra,)
    assert (first.done.sessions, first.done.load) == (1, 40.0)


def test_today_is_not_missed_yet() -> None:
    first = compare(PLAN, [], MONDAY)[0]
    assert first.missed == ()
    assert first.due.sessions == 0
    assert compare(PLAN, [], MONDAY + timedelta(days=1))[0].missed == PLAN.on(MONDAY)


def test_what_was_measured_counts_and_a_session_counts_when_it_was_done() -> None:
    one = WEEK[0]
    late = replace(
        well(one, MONDAY + timedelta(days=8)), rpe=None, measured=Measured({Direction.BACKWARD: 120.0}), minutes=30.0
    )
    first, second, *_ = compare(PLAN, [late], MONDAY + timedelta(days=14))
    assert one not in first.missed
    assert second.done.backward_min == 2.0
    assert second.done.load == pytest.approx(sum(one.workout.rpe) / 2 * 30)
    assert second.extra == ()


def test_a_recording_without_directions_leaves_what_was_meant() -> None:
    one = next(one for one in WEEK if one.workout.backward_s)
    done = well(one, one.day)
    for seconds in ({Direction.UNKNOWN: 1000.0}, {Direction.UNKNOWN: 600.0, Direction.STILL: 900.0}):
        first = compare(PLAN, [replace(done, measured=Measured(seconds))], MONDAY + timedelta(days=7))[0]
        assert first.done.backward_min == pytest.approx(one.workout.backward_s / 60, abs=0.5)
    forward = Measured({Direction.FORWARD: 900.0, Direction.UNKNOWN: 100.0})
    first = compare(PLAN, [replace(done, measured=forward)], MONDAY + timedelta(days=7))[0]
    assert first.done.backward_min == 0.0
