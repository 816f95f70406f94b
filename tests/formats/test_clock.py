"""Every way a clock can be broken, mended and said."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstride.errors import BadFile
from backstride.formats.clock import Repaired, repair
from backstride.recording import FloatArray

STEADY = np.arange(1000) / 100


def codes(repaired: Repaired) -> list[str]:
    return [note.code for note in repaired.notes]


def count(repaired: Repaired, code: str) -> object:
    (note,) = [note for note in repaired.notes if note.code == code]
    return note.message.values["count"]


def test_a_sound_clock_is_left_alone() -> None:
    repaired = repair(STEADY, even=True)
    np.testing.assert_array_equal(repaired.time_s, STEADY)
    np.testing.assert_array_equal(repaired.rows, np.arange(1000))
    assert repaired.notes == ()


def test_stamps_that_are_no_numbers_are_left_out() -> None:
    broken = STEADY.copy()
    broken[[3, 500]] = np.nan, np.inf
    repaired = repair(broken)
    assert count(repaired, "clock-missing") == 2
    assert len(repaired.time_s) == 998
    assert 3 not in repaired.rows


def test_a_single_leap_is_left_out() -> None:
    broken = STEADY.copy()
    broken[500] = 1e9
    broken[700] = -1e9
    repaired = repair(broken)
    assert count(repaired, "clock-leap") == 2
    np.testing.assert_array_equal(repaired.time_s, np.delete(STEADY, [500, 700]))


def test_rows_out_of_order_are_sorted() -> None:
    order = np.arange(1000)
    order[[100, 101]] = 101, 100
    order[[300, 303]] = 303, 300
    repaired = repair(STEADY[order])
    np.testing.assert_array_equal(repaired.time_s, STEADY)
    np.testing.assert_array_equal(order[repaired.rows], np.arange(1000))
    assert "clock-order" in codes(repaired)


def test_a_restarting_clock_goes_on() -> None:
    twice = np.concatenate((STEADY, STEADY))
    repaired = repair(twice)
    assert count(repaired, "clock-restart") == 1
    np.testing.assert_allclose(repaired.time_s, np.arange(2000) / 100, atol=1e-9)


def test_rows_written_twice_are_one_row() -> None:
    stamps = np.repeat(STEADY, 2)
    values = np.repeat(np.random.default_rng(1).normal(size=(1000, 3)), 2, axis=0)
    repaired = repair(stamps, values)
    assert count(repaired, "clock-doubled") == 1000
    np.testing.assert_array_equal(repaired.time_s, STEADY)


def test_a_batch_is_spread() -> None:
    stamps = np.repeat(np.arange(200) * 0.05, 5)
    values = np.random.default_rng(1).normal(size=(1000, 3))
    repaired = repair(stamps, values)
    assert "clock-batches" in codes(repaired)
    np.testing.assert_allclose(repaired.time_s, STEADY, atol=1e-9)


def test_a_few_twins_in_a_slow_recording_keep_the_first() -> None:
    stamps = np.arange(100.0)
    stamps[50] = stamps[49]
    repaired = repair(stamps)
    assert count(repaired, "clock-twins") == 1
    assert 49 in repaired.rows
    assert 50 not in repaired.rows


def test_jitter_of_a_steady_sensor_is_evened() -> None:
    late = STEADY + np.random.default_rng(1).exponential(0.004, len(STEADY))
    repaired = repair(np.sort(late), even=True)
    assert "clock-jitter" in codes(repaired)
    assert np.std(np.diff(repaired.time_s)) < 1e-6
    np.testing.assert_allclose(repaired.time_s, STEADY + 0.004, atol=2e-3)


def test_lost_samples_are_not_evened_away() -> None:
    kept = STEADY[np.random.default_rng(1).random(1000) > 0.4]
    repaired = repair(kept, even=True)
    np.testing.assert_array_equal(repaired.time_s, kept)
    assert "clock-missing-samples" in codes(repaired)


def test_a_rate_that_changes_is_not_evened_away() -> None:
    chance = np.random.default_rng(1)
    steps = np.concatenate((np.full(1000, 0.01), np.full(1000, 0.04))) * chance.uniform(0.5, 1.5, 2000)
    stamps = np.cumsum(steps)
    repaired = repair(stamps, even=True)
    np.testing.assert_array_equal(repaired.time_s, stamps)
    assert "clock-jitter" in codes(repaired)


def test_gaps_stay_and_are_counted() -> None:
    stamps = np.concatenate((STEADY, STEADY + 15))
    repaired = repair(stamps, even=True)
    assert count(repaired, "clock-gaps") == 1
    np.testing.assert_array_equal(repaired.time_s, stamps)


def test_nothing_usable_is_refused() -> None:
    with pytest.raises(BadFile):
        repair(np.array([np.nan, np.inf]))
    with pytest.raises(BadFile):
        repair(np.zeros(0))


def test_a_month_is_refused() -> None:
    with pytest.raises(BadFile, match="days"):
        repair(np.array([0.0, 86_400.0 * 40]))


@given(
    st.lists(st.one_of(st.floats(width=64), st.sampled_from([0.0, 0.01, 0.02, 1.0, 1e9])), max_size=80),
    st.booleans(),
    st.booleans(),
)
def test_any_stamps_end_in_an_increasing_clock_or_bad_file(stamps: list[float], even: bool, with_values: bool) -> None:
    column: FloatArray = np.array(stamps, dtype=np.float64)
    values = np.zeros((len(stamps), 2)) + np.arange(len(stamps))[:, None] if with_values else None
    try:
        repaired = repair(column, values, even=even)
    except BadFile:
        return
    assert np.isfinite(repaired.time_s).all()
    assert (np.diff(repaired.time_s) > 0).all()
    assert len(repaired.rows) == len(repaired.time_s) == len(set(repaired.rows.tolist()))
