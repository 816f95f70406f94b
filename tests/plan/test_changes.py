"""What was behind a change of a plan, in words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from backstride.plan import make_plan
from backstride.plan.changes import happened, untold
from backstride.plan.planned import Planned
from backstride.session import Done, Session
from tests.plan.plans import MONDAY
from tests.plan.test_adapt import well
from tests.plan.test_make import ANSWERS

PLAN = make_plan(ANSWERS, MONDAY)
FIRST, SECOND = [one for one in PLAN.sessions if one.workout.stage][:2]
NEXT = FIRST.day + timedelta(days=1)


def said(sessions: Sequence[Session], today: date = NEXT) -> list[str]:
    return [str(one.says) for one in happened(PLAN, sessions, today)]


def done(one: Planned) -> Session:
    return well(one, one.day)


def test_all_as_it_was_meant_says_nothing() -> None:
    assert said([done(FIRST)]) == []


def test_what_was_left_out_added_or_broken_off_is_named_with_its_day() -> None:
    name = FIRST.workout.name
    assert said([]) == [f"{name} on Monday was left out."]
    assert said([replace(done(FIRST), done=Done.SKIPPED)]) == [f"{name} on Monday was left out."]
    assert said([done(FIRST), replace(done(FIRST), id="own", planned="")]) == ["A session was added on Monday."]
    assert said([replace(done(FIRST), done=Done.PART)]) == [f"{name} on Monday was broken off."]


def test_another_day_is_named_where_nothing_weightier_happened() -> None:
    ahead = well(SECOND, FIRST.day)
    assert said([done(FIRST), ahead]) == [f"{SECOND.workout.name} was done on Monday instead."]


def test_a_recording_alone_is_not_told() -> None:
    silent = replace(done(FIRST), stage="", rpe=None)
    assert untold(PLAN, [silent, done(SECOND)]) == {silent.id}
    assert said([silent]) == [f"{FIRST.workout.name} on Monday was recorded; how it went is not told yet."]


def test_many_are_counted_and_old_ones_carry_their_date() -> None:
    told = said([], PLAN.start + timedelta(days=27))
    assert len(told) == 3
    assert "more like it" in told[-1]
    rest = [done(one) for one in PLAN.sessions if one is not FIRST]
    assert said(rest, MONDAY + timedelta(days=8)) == [f"{FIRST.workout.name} on {MONDAY.isoformat()} was left out."]
