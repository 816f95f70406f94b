"""Made recordings whose heart is known: time in zones, drift, recovery, extremes."""

from datetime import UTC, datetime
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstride.physiology.heart import Heard, hear
from backstride.physiology.zones import seconds_in
from backstride.recording import Bout, Direction, FloatArray, Gait, Recording, Signal, Steps

B, F, S = Direction.BACKWARD, Direction.FORWARD, Direction.STILL
START = datetime(2026, 5, 4, 8, tzinfo=UTC)
NO_STEPS = Steps()


def recording(bpm: FloatArray, speed: FloatArray | None = None) -> Recording:
    time_s = np.arange(len(bpm), dtype=np.float64)
    signals = {"heart_rate": Signal(time_s, bpm, "bpm")}
    if speed is not None:
        signals["speed"] = Signal(time_s, speed, "m/s")
    return Recording(START, signals)


def noisy(bpm: FloatArray, seed: int = 5) -> FloatArray:
    return np.asarray(np.round(bpm + np.random.default_rng(seed).normal(0, 1, len(bpm))))


def bout(start_s: float, end_s: float, direction: Direction, gait: Gait = Gait.RUN) -> Bout:
    return Bout(start_s, end_s, direction, gait if direction is not S else Gait.NONE, 1.0)


def heard_of(bpm: FloatArray, bouts: list[Bout], speed: FloatArray | None = None, steps: Steps = NO_STEPS) -> Heard:
    return hear(recording(bpm, speed), bouts, steps)


def test_seconds_fall_where_they_belong() -> None:
    bpm = np.where(np.arange(1200) < 600, 130.0, 160.0) + np.arange(1200.0) % 2
    heard = heard_of(bpm, [bout(0, 600, F), bout(600, 1200, B)])
    forward, backward = heard.parts
    assert (forward.direction, backward.direction) == (F, B)
    assert forward.heard_s == pytest.approx(600)
    assert backward.rates == {160: 300.0, 161: 300.0}
    seconds = seconds_in((95, 114, 133, 152, 171), *backward.beats)
    np.testing.assert_allclose(seconds, (0, 0, 0, 0, 600, 0))


def test_steps_are_counted_by_direction() -> None:
    steps = Steps(np.arange(0.25, 100, 0.5), np.full(200, np.nan))
    heard = heard_of(noisy(np.full(100, 120.0)), [bout(0, 40, F), bout(40, 100, B)], steps=steps)
    assert [part.steps for part in heard.parts] == [80, 120]


def test_where_no_contact_was_seen_the_steps_of_a_device_count() -> None:
    made = recording(noisy(np.full(120, 120.0)))
    cadence = Signal(np.arange(120.0), np.where(np.arange(120) < 60, 150.0, 180.0), "steps/min")
    signals = {**made.signals, "cadence": cadence}
    parts = hear(Recording(START, signals), [bout(0, 60, F), bout(60, 120, B)], NO_STEPS).parts
    assert [part.steps for part in parts] == pytest.approx([150, 180], abs=4)


def test_nothing_is_compared_before_the_heart_has_followed() -> None:
    bouts = [bout(start, start + 60, B if start % 120 else F) for start in range(0, 1200, 60)]
    heard = heard_of(noisy(np.full(1200, 140.0)), bouts, np.full(1200, 2.0))
    assert heard.points == ()
    assert heard.drifts == ()


def test_drift_is_found_and_no_drift_is_none() -> None:
    time_s = np.arange(1500.0)
    rising = heard_of(noisy(140 + 14 * (time_s - 60) / 1440), [bout(0, 1500, B)], np.full(1500, 2.0))
    (drift,) = rising.drifts
    # From the mean of one half to that of the other: half of the rise.
    assert drift.share == pytest.approx(7 / 143.5, abs=0.004)
    assert drift.per_speed
    (level,) = heard_of(noisy(np.full(1500, 140.0)), [bout(0, 1500, F)], np.full(1500, 2.0)).drifts
    assert level.share == pytest.approx(0, abs=0.004)


def test_drift_is_of_beats_a_metre_where_speed_falls() -> None:
    speed = np.linspace(2.1, 1.9, 1500)
    (drift,) = heard_of(noisy(np.full(1500, 150.0)), [bout(0, 1500, B)], speed).drifts
    assert drift.share == pytest.approx(0.05, abs=0.01)
    (unknown,) = heard_of(noisy(np.full(1500, 150.0)), [bout(0, 1500, B)]).drifts
    assert not unknown.per_speed
    assert heard_of(noisy(np.full(1500, 150.0)), [bout(0, 1500, B)], np.linspace(3, 1, 1500)).drifts == ()


def test_recovery_is_the_fall_in_a_minute_of_standing() -> None:
    time_s = np.arange(420.0)
    bpm = np.where(time_s < 300, 170, 100 + 70 * np.exp(-(time_s - 300) / 60))
    (found,) = heard_of(noisy(bpm), [bout(0, 300, B), bout(300, 420, S)]).recoveries
    assert found.direction is B
    assert found.fell_bpm == pytest.approx(70 * (1 - np.exp(-57.5 / 60)), abs=1.5)
    assert heard_of(noisy(bpm), [bout(0, 300, B), bout(300, 350, S), bout(350, 420, F)]).recoveries == ()


def test_extremes_are_means_not_moments() -> None:
    bpm = noisy(np.concatenate((np.full(300, 80.0), np.full(300, 165.0), np.full(5, 172.0), np.full(100, 140.0))))
    heard = heard_of(bpm, [bout(0, 705, F)])
    assert 165 < heard.top_bpm < 169
    assert heard.least_bpm == pytest.approx(80, abs=0.6)


@pytest.mark.parametrize("bpm", [np.zeros(0), np.array([130.0]), np.full(50, np.nan), np.full(50, 250.0)])
def test_hostile_recordings(bpm: FloatArray) -> None:
    heard = heard_of(bpm, [bout(0, 30, F), bout(30, 60, B)], np.full(len(bpm), np.nan))
    assert heard.heard_s <= 10
    assert heard.points == ()
    assert np.isnan(heard.least_bpm)
    assert heard_of(bpm, []).parts == ()


def test_a_gap_is_not_filled() -> None:
    time_s = np.concatenate((np.arange(0, 100.0), np.arange(400, 500.0)))
    signals = {"heart_rate": Signal(time_s, noisy(np.full(200, 130.0)), "bpm")}
    heard = hear(Recording(START, signals), [bout(0, 500, B)], NO_STEPS)
    assert heard.heard_s == pytest.approx(200 + 9, abs=1)


@given(
    rates=st.lists(st.floats(allow_nan=True, allow_infinity=True), min_size=0, max_size=80),
    edges=st.lists(st.floats(0, 400), min_size=2, max_size=8, unique=True),
    pick=st.integers(0, 5),
    step_s=st.floats(0.1, 12),
)
def test_whatever_comes_seconds_stay_within_the_recording(
    rates: list[float], edges: list[float], pick: int, step_s: float
) -> None:
    time_s = np.arange(float(len(rates))) * np.float64(step_s)
    values = np.array(rates, np.float64)
    signals = {name: Signal(time_s, values.copy(), "1") for name in ("heart_rate", "speed", "cadence", "rr_interval")}
    ways = tuple(Direction)
    spans = list(pairwise(sorted(edges)))
    bouts = [bout(a, b, ways[(pick + k) % len(ways)]) for k, (a, b) in enumerate(spans)]
    heard = hear(Recording(START, signals), bouts, NO_STEPS)
    assert 0 <= heard.heard_s <= len(rates) * 12 + 10
    assert all(np.isfinite([one.bpm, one.speed_mps]).all() for one in heard.points)
    assert sum(part.seconds for part in heard.parts) == pytest.approx(max(edges) - min(edges))
