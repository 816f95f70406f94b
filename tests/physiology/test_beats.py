"""A made heart rate with known faults; signals nobody would believe."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstride.evidence import heart
from backstride.physiology.beats import Fault, clean_beats, clean_rate, pulse_of, rate_of_beats
from backstride.recording import FloatArray, Signal


def made(seconds: int = 600, seed: int = 1) -> tuple[FloatArray, FloatArray]:
    """Ten minutes at 1 Hz that rise from 90 to 150."""
    time_s = np.arange(seconds, dtype=np.float64)
    bpm = 150 - 60 * np.exp(-time_s / 40) + np.random.default_rng(seed).normal(0, 1, seconds)
    return time_s, np.round(bpm)


def test_a_good_rate_is_left_alone() -> None:
    time_s, bpm = made()
    pulse = clean_rate(time_s, bpm)
    np.testing.assert_array_equal(pulse.bpm, bpm)
    assert pulse.left_out == {}
    assert pulse.held_s.sum() == pytest.approx(600)


def test_spikes_and_dropouts_are_left_out_and_nothing_else() -> None:
    time_s, bpm = made()
    spoiled = bpm.copy()
    spoiled[[100, 101, 300]] = 250
    spoiled[[200, 450]] = (195, 60)
    spoiled[400:405] = 0
    spoiled[500:510] = np.nan
    pulse = clean_rate(time_s, spoiled)
    kept = np.searchsorted(time_s, pulse.time_s)
    np.testing.assert_array_equal(pulse.bpm, bpm[kept])
    assert len(kept) == 600 - 20
    assert pulse.left_out == {Fault.IMPOSSIBLE: 8.0, Fault.SPIKE: 2.0}


@pytest.mark.parametrize(
    ("first", "last", "wrong"), [(300, 330, 215.0), (300, 400, 85.0), (0, 60, 190.0), (540, 600, 60.0)]
)
def test_what_lies_between_a_jump_away_and_a_jump_back_is_left_out(first: int, last: int, wrong: float) -> None:
    time_s, bpm = made()
    spoiled = bpm.copy()
    spoiled[first:last] = np.round(wrong + np.random.default_rng(4).normal(0, 1, last - first))
    pulse = clean_rate(time_s, spoiled)
    assert pulse.left_out == {Fault.JUMP: float(last - first)}
    np.testing.assert_array_equal(pulse.bpm, np.delete(bpm, np.arange(first, last)))


def test_a_sensor_that_finds_the_heart_late_is_believed_from_then_on() -> None:
    time_s, bpm = made()
    late = bpm.copy()
    late[200:400] = 95
    late[200:400:2] = 96
    late[400:] = np.where(late[400:] > 0, 150, 0)
    late[400::3] = 151
    kept = clean_rate(time_s, late)
    assert kept.time_s[-1] == 599
    assert Fault.JUMP not in kept.left_out  # two hundred seconds: nobody can say which side was wrong


def test_the_last_beats_are_no_fault() -> None:
    rr = np.full(403, 0.5)
    assert rate_of_beats(Signal(np.cumsum(rr), rr, "s")).left_out == {}


def test_a_rate_that_stands_still_is_lost() -> None:
    time_s, bpm = made(900)
    bpm[300:600] = 140
    bpm[[299, 600]] = 149
    pulse = clean_rate(time_s, bpm)
    assert pulse.left_out[Fault.STUCK] == pytest.approx(300, abs=5)
    assert not np.any((pulse.time_s > 305) & (pulse.time_s < 595))


def test_steps_taken_for_beats_are_left_out_but_not_a_mere_likeness() -> None:
    time_s, bpm = made()
    wave = 150 + 6 * np.sin(time_s / 25)
    cadence = Signal(time_s, wave, "steps/min")
    follows = bpm.copy()
    follows[200:500] = np.round(wave[200:500])
    assert clean_rate(time_s, follows, cadence).left_out[Fault.STEPS] == pytest.approx(300, abs=15)
    swings = bpm.copy()
    swings[200:500] = np.round(wave[200:500] / 2)
    assert clean_rate(time_s, swings, cadence).left_out[Fault.STEPS] == pytest.approx(300, abs=15)
    even = Signal(time_s, np.full(600, 150.0), "steps/min")
    assert clean_rate(time_s, bpm, even).left_out == {}


def test_beats_that_fit_nothing_around_them_are_left_out() -> None:
    rr = np.full(400, 0.5) + np.random.default_rng(3).normal(0, 0.01, 400)
    rr[[50, 120, 300]] = (0.9, 0.3, 1.0)
    signal = Signal(np.cumsum(rr), rr, "s")
    beats = clean_beats(signal)
    assert len(beats.rr_s) == 397
    assert beats.share == pytest.approx(3 / 400)
    pulse = rate_of_beats(signal)
    assert pulse.from_beats
    np.testing.assert_allclose(pulse.bpm, 120, atol=2.5)


def test_beats_stand_in_where_no_rate_was_recorded() -> None:
    rr = np.full(200, 0.6)
    signals = {"rr_interval": Signal(np.cumsum(rr), rr, "s")}
    assert pulse_of(signals).bpm == pytest.approx(np.full(len(pulse_of(signals)), 100))
    lost = {"heart_rate": Signal(np.arange(50.0), np.zeros(50), "bpm"), **signals}
    assert pulse_of(lost).from_beats


def test_several_values_a_second_become_one() -> None:
    time_s = np.arange(0, 60, 0.1)
    pulse = pulse_of({"heart_rate": Signal(time_s, np.round(120 + time_s / 6), "bpm")})
    assert len(pulse) == 60


@pytest.mark.parametrize(
    "values",
    [[], [120.0], [np.nan], [0.0, 0.0], [np.nan] * 40, [250.0] * 40, [120.0] * 400, [1e308, -1e308, np.inf, 130.0]],
)
def test_hostile_signals(values: list[float]) -> None:
    bpm = np.array(values, np.float64)
    pulse = clean_rate(np.arange(len(bpm), dtype=np.float64), bpm, Signal(np.zeros(0), np.zeros(0), "steps/min"))
    assert np.all(np.isfinite(pulse.bpm))
    rr = Signal(np.arange(len(bpm), dtype=np.float64), bpm.copy(), "s")
    assert np.all(np.isfinite(rate_of_beats(rr).bpm))
    assert np.isnan(clean_rate(np.zeros(0), np.zeros(0)).mean(0, 10))


@given(
    st.lists(
        st.tuples(st.floats(0.2, 400), st.one_of(st.floats(-10, 400), st.just(float("nan")))), min_size=1, max_size=60
    )
)
def test_what_is_kept_was_there_and_time_is_never_made(rows: list[tuple[float, float]]) -> None:
    time_s = np.cumsum([gap for gap, _ in rows])
    bpm = np.array([value for _, value in rows])
    pulse = clean_rate(time_s, bpm)
    assert set(pulse.bpm) <= set(bpm)
    assert np.all((pulse.bpm >= heart.SLOWEST_BEAT_BPM.value) & (pulse.bpm <= heart.QUICKEST_BEAT_BPM.value))
    assert np.all(pulse.held_s <= heart.HOLD_S.value)
    assert pulse.held_s.sum() <= (time_s[-1] - time_s[0]) + heart.HOLD_S.value + 1e-6
