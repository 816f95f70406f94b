"""Sessions on days: what always holds, and what gives way first."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from backstride.plan.kinds import Focus
from backstride.plan.schedule import Frame, Placed, Slot, forget, place, solved_anew

MONDAY = date(2026, 11, 23)
ANY = Frame(MONDAY, frozenset(range(7)), 60.0, frozenset(), frozenset())


def chain(focus: Focus, number: int, week: int = 0, **more: object) -> list[Slot]:
    """Sessions of a kind, one after the other."""
    letter = f"{week}{focus[0]}"
    return [
        Slot(
            f"{letter}{at}",
            focus,
            20.0,
            7 * week,
            7 * week + 6,
            after=f"{letter}{at - 1}" if at else "",
            **more,  # type: ignore[arg-type]
        )
        for at in range(number)
    ]


def days(placed: Sequence[Placed], focus: Focus) -> list[int]:
    return [one.day for one in placed if one.slot.focus is focus]


def a_frame(chance: np.random.Generator) -> Frame:
    forward = frozenset(chance.permutation(7)[: chance.integers(0, 6)].tolist())
    hard = frozenset(day for day in forward if chance.random() < 0.4)
    open_days = frozenset(chance.permutation(7)[: chance.integers(1, 8)].tolist())
    start = MONDAY + timedelta(days=int(chance.integers(0, 7)))
    return Frame(start, open_days, float(chance.choice([20, 30, 45, 60])), forward, hard)


def some_slots(chance: np.random.Generator, week: int) -> list[Slot]:
    kinds = (Focus.BACKWARD, Focus.STRENGTH, Focus.MOBILITY, Focus.FALLING, Focus.TEST)
    return [
        replace(
            slot,
            minutes=float(chance.integers(8, 35)),
            hard=focus is not Focus.MOBILITY and bool(chance.random() < 0.3),
            new=focus is Focus.BACKWARD and bool(chance.random() < 0.4),
        )
        for focus in kinds
        for slot in chain(focus, int(chance.integers(0, 4)), week)
    ]


def check(frame: Frame, placed: Sequence[Placed]) -> None:
    """Every rule of the schedule, said once more in other words."""
    by_day: dict[int, list[Slot]] = {}
    for one in placed:
        by_day.setdefault(one.day, []).append(one.slot)
        assert one.slot.first <= one.day <= one.slot.last
        weekday = (frame.start + timedelta(days=one.day)).weekday()
        assert weekday in frame.days
        if one.slot.new:
            assert not {weekday, (weekday - 1) % 7} & frame.hard
        if one.slot.hard:
            assert not {weekday, (weekday - 1) % 7, (weekday + 1) % 7} & frame.hard
    where = {one.slot.key: one.day for one in placed}
    for one in placed:
        assert not one.slot.after or where[one.slot.after] < one.day
    for day, slots in by_day.items():
        assert sum(slot.minutes for slot in slots) <= frame.minutes
        assert len(slots) <= 2
        assert len({slot.focus for slot in slots}) == len(slots)
        hard = sum(slot.hard for other in (day, day + 1) for slot in by_day.get(other, []))
        assert hard <= 1
    for first in range(min(by_day, default=0) - 6, max(by_day, default=0) + 1):
        busy = [day in by_day or frame.runs(day) for day in range(first, first + 7)]
        assert not all(busy) or not any(day in by_day for day in range(first, first + 7))


@pytest.mark.parametrize("seed", range(60))
def test_rules_hold_for_anybody_over_weeks(seed: int) -> None:
    chance = np.random.default_rng(seed)
    frame = a_frame(chance)
    weeks = [some_slots(chance, week) for week in range(4)]
    kept: list[Placed] = []
    for week in range(3):
        ahead = place([*weeks[week], *weeks[week + 1]], kept, frame, range(7 * week, 7 * week + 14))
        check(frame, [*kept, *ahead])
        kept += [one for one in ahead if one.day < 7 * week + 7]


def test_equal_weeks_are_placed_alike_wherever_they_lie() -> None:
    slots = [*chain(Focus.BACKWARD, 2), *chain(Focus.STRENGTH, 2)]
    later = [replace(slot, first=slot.first + 21, last=slot.last + 21) for slot in slots]
    frame = Frame(MONDAY, frozenset({0, 2, 3, 5}), 45.0, frozenset({1}), frozenset({1}))
    now, then = place(slots, (), frame, range(7)), place(later, (), frame, range(21, 28))
    assert [(one.slot.key, one.day + 21) for one in now] == [(one.slot.key, one.day) for one in then]


def test_minutes_that_leave_the_same_room_are_the_same_task() -> None:
    forget()
    for minutes in (20.0, 21.5, 24.0):
        slots = [replace(slot, minutes=minutes) for slot in chain(Focus.BACKWARD, 3)]
        place(slots, [], replace(ANY, minutes=60.0), range(7))
    assert solved_anew() <= 2  # one for what is placed, one for the short ones, of which there are none


def test_backward_and_strength_have_a_day_between_where_there_is_room() -> None:
    placed = place([*chain(Focus.BACKWARD, 2), *chain(Focus.STRENGTH, 2)], (), ANY, range(7))
    for focus in (Focus.BACKWARD, Focus.STRENGTH):
        first, second = days(placed, focus)
        assert second - first >= 2
    assert len({one.day for one in placed}) == 4


def test_on_two_days_in_a_row_both_backward_sessions_are_kept() -> None:
    frame = replace(ANY, days=frozenset({5, 6}))
    assert days(place(chain(Focus.BACKWARD, 2), (), frame, range(7)), Focus.BACKWARD) == [5, 6]


def test_a_full_week_lets_go_of_mobility_before_strength_and_of_strength_before_backward() -> None:
    frame = replace(ANY, days=frozenset({0, 3}), minutes=40.0)
    slots = [slot for focus in (Focus.MOBILITY, Focus.STRENGTH, Focus.BACKWARD) for slot in chain(focus, 2)]
    placed = place(slots, (), frame, range(7))
    assert days(placed, Focus.BACKWARD) == [0, 3]
    assert days(placed, Focus.STRENGTH) == [0, 3]
    assert days(placed, Focus.MOBILITY) == []
    shorter = place(slots, (), replace(frame, minutes=20.0), range(7))
    assert {one.slot.focus for one in shorter} == {Focus.BACKWARD}


def test_a_new_stage_waits_for_two_days_after_a_hard_run() -> None:
    frame = replace(ANY, days=frozenset({0, 1, 2, 3}), forward=frozenset({0}), hard=frozenset({0}))
    assert days(place(chain(Focus.BACKWARD, 1, new=True), (), frame, range(7)), Focus.BACKWARD) == [2]
    closed = replace(frame, days=frozenset({0, 1}))
    assert place(chain(Focus.BACKWARD, 1, new=True), (), closed, range(7)) == ()


def test_a_moved_session_stays_and_others_make_way() -> None:
    moved = Placed(Slot("m", Focus.BACKWARD, 50.0, 2, 2, hard=True), 2)
    placed = place([*chain(Focus.BACKWARD, 1, hard=True), *chain(Focus.STRENGTH, 1)], [moved], ANY, range(7))
    (hard,) = days(placed, Focus.BACKWARD)
    assert abs(hard - 2) >= 2
    assert days(placed, Focus.STRENGTH) != [2]


def test_what_comes_first_comes_first_even_beside_a_moved_session() -> None:
    fall = Slot("f", Focus.FALLING, 15.0, 0, 6)
    jog = Placed(Slot("j", Focus.BACKWARD, 20.0, 3, 3, after="f"), 3)
    (placed,) = place([fall], [jog], ANY, range(7))
    assert placed.day < 3


def test_the_day_that_their_own_runs_leave_free_stays_free() -> None:
    frame = replace(ANY, forward=frozenset(range(6)))
    assert 6 not in {
        one.day for focus in (Focus.BACKWARD, Focus.STRENGTH) for one in place(chain(focus, 3), (), frame, range(7))
    }
