"""What the tries of a day come to."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from backstride.assess import TESTS, Trial, result, results, symmetry
from backstride.assess.dual import cost
from backstride.assess.result import counts_as_practice
from backstride.recording import Side

DAY = date(2026, 3, 2)
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


def tries(test: str, *values: float, day: int = 0, side: Side = Side.UNKNOWN, practice: int = 0) -> list[Trial]:
    ago = timedelta(days=day)
    return [
        Trial(f"{test}{day}{side}{n}", test, value, DAY + ago, AT + ago + timedelta(minutes=n), side, n < practice)
        for n, value in enumerate(values)
    ]


def test_the_best_is_the_longest_stance_and_the_shortest_walk() -> None:
    stance = result(TESTS["stance-open"], tries("stance-open", 12, 30, 18))
    walk = result(TESTS["walk-3m"], tries("walk-3m", 4.0, 3.4))
    assert stance
    assert walk
    assert (stance.value, walk.value) == (30, 3.4)
    assert stance.spread == pytest.approx(9.165, rel=1e-3)
    assert (stance.whole, stance.mdc, walk.mdc) == (True, None, 1.69)


def test_sway_keeps_the_mean() -> None:
    sway = result(TESTS["sway"], tries("sway", 40, 50, 90))
    assert sway
    assert sway.value == 60


def test_practice_never_counts() -> None:
    walk = result(TESTS["walk-3m"], tries("walk-3m", 1.0, 4.0, 3.5, practice=1))
    assert walk
    assert walk.value == 3.5
    assert [one.value for one in walk.left_out] == [1.0]
    assert result(TESTS["walk-3m"], tries("walk-3m", 4.0, practice=1)) is None


def test_more_tries_do_not_make_a_better_best() -> None:
    stance = result(TESTS["stance-open"], tries("stance-open", 12, 14, 13, 55))
    assert stance
    assert (stance.value, len(stance.left_out)) == (14, 1)


def test_a_single_try_has_no_spread_and_is_not_whole() -> None:
    stance = result(TESTS["stance-open"], tries("stance-open", 60))
    assert stance
    assert (stance.spread, stance.whole, stance.at_ceiling) == (None, False, True)


def test_days_sides_and_conditions_stand_apart() -> None:
    test = TESTS["stance-open"]
    said = tries("stance-open", 20, side=Side.LEFT) + tries("stance-open", 30, side=Side.RIGHT)
    said += tries("stance-open", 25, day=14, side=Side.LEFT) + tries("hop", 1.2)
    found = results(test, reversed(said))
    assert [(one.day, one.side.value, one.value) for one in found] == [
        (DAY, "left", 20), (DAY, "right", 30), (DAY + timedelta(days=14), "left", 25),
    ]  # fmt: skip
    paces = [replace(one, condition=pace) for pace in ("5:00", "6:00") for one in tries("economy", 150)]
    assert len(results(TESTS["economy"], paces)) == 2


def test_the_first_tries_and_those_after_a_long_break_are_practice() -> None:
    test = TESTS["walk-3m"]
    assert counts_as_practice(test, [], DAY, Side.UNKNOWN)
    done = tries("walk-3m", 4.0)
    assert not counts_as_practice(test, done, DAY, Side.UNKNOWN)
    assert not counts_as_practice(test, done, DAY + timedelta(days=90), Side.UNKNOWN)
    assert counts_as_practice(test, done, DAY + timedelta(days=91), Side.UNKNOWN)
    assert not counts_as_practice(TESTS["stance-open"], [], DAY, Side.LEFT)
    assert counts_as_practice(TESTS["hop"], tries("hop", 1.0, side=Side.LEFT), DAY, Side.RIGHT)


def test_both_sides_of_the_newest_day_are_compared() -> None:
    test = TESTS["hop"]
    first = tries("hop", 1.0, side=Side.LEFT) + tries("hop", 1.25, side=Side.RIGHT)
    found = results(test, first + tries("hop", 1.5, day=21, side=Side.LEFT))
    alike = symmetry(test, found)
    assert alike
    assert (alike.day, alike.behind) == (DAY, Side.LEFT)
    assert alike.share == pytest.approx(0.8)
    turn = symmetry(
        TESTS["505"], results(TESTS["505"], tries("505", 2.5, side=Side.LEFT) + tries("505", 2.0, side=Side.RIGHT))
    )
    assert turn
    assert turn.behind is Side.LEFT
    assert turn.share == pytest.approx(0.8)
    assert symmetry(test, found[2:]) is None


def test_counting_costs_what_it_slows_down() -> None:
    (alone,) = results(TESTS["walk-3m"], tries("walk-3m", 3.0))
    (counting,) = results(TESTS["dual-task"], tries("dual-task", 3.6))
    assert cost(counting, alone) == pytest.approx(0.2)
