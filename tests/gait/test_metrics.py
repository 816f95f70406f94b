"""Totals against known truth, and plain reasons where there is none."""

import numpy as np
import pytest

from backstride.gait import METRICS, analyse
from backstride.recording import (
    About,
    Analysis,
    Direction,
    Gait,
    Lap,
    MetricValue,
    Pause,
    Placement,
    Recording,
    Signal,
)
from backstride.simulate import Part, Person, Watch, Way, Worn, simulate

FORWARD, BACKWARD = Direction.FORWARD, Direction.BACKWARD
START = simulate([Part(FORWARD, Gait.RUN, 2, 3.0)])[0].start


def value(analysis: Analysis, key: str, direction: Direction | None = None) -> MetricValue:
    (found,) = [m for m in analysis.metrics if m.key == key and m.direction is direction]
    return found


@pytest.mark.parametrize("placement", [Placement.WAIST, Placement.POCKET, Placement.FOOT, Placement.WRIST])
@pytest.mark.parametrize("direction", [FORWARD, BACKWARD])
def test_180_steps_a_minute_read_180(placement: Placement, direction: Direction) -> None:
    parts = [Part(FORWARD, Gait.WALK, 15, 1.2), Part(direction, Gait.RUN, 60, 2.6, cadence_spm=180)]
    recording, truth = simulate(parts, worn=Worn(placement), seed=1)
    steps = analyse(recording).steps.contact_s
    steady = steps[(steps > 20) & (steps < 70)]
    true = truth.contact_s[(truth.contact_s > 20) & (truth.contact_s < 70)]
    assert 60 / np.diff(steady).mean() == pytest.approx(60 / np.diff(true).mean(), abs=0.3)
    assert len(steady) == pytest.approx(len(true), abs=2)


def test_contact_time_and_bounce_of_a_runner_with_a_waist_sensor() -> None:
    person = Person(forward=Way(landing_power=1.0, takeoff_power=1.0))  # a half sine of force, as on force plates
    recording, truth = simulate([Part(FORWARD, Gait.RUN, 60, 2.8)], worn=Worn(Placement.WAIST), seed=2, person=person)
    analysis = analyse(recording)
    found = value(analysis, "contact_time_s", FORWARD)
    assert found.value == pytest.approx(np.nanmedian(truth.off_s - truth.contact_s), abs=0.015)
    assert found.low <= found.value <= found.high
    flight = np.nanmedian(truth.contact_s[1:] - truth.off_s[:-1])
    assert value(analysis, "flight_time_s", FORWARD).value == pytest.approx(flight, abs=0.015)
    assert 0.05 < value(analysis, "vertical_oscillation_m", FORWARD).value < 0.10


def test_a_foot_sensor_measures_distance_by_direction() -> None:
    parts = [
        Part(Direction.STILL, Gait.NONE, 5),
        Part(FORWARD, Gait.WALK, 60, 1.3),
        Part(Direction.STILL, Gait.NONE, 5),
        Part(BACKWARD, Gait.WALK, 60, 1.0),
        Part(Direction.STILL, Gait.NONE, 5),
    ]
    recording, _ = simulate(parts, worn=Worn(Placement.FOOT), seed=3)
    analysis = analyse(recording)
    assert value(analysis, "distance_m", FORWARD).value == pytest.approx(78, rel=0.05)
    assert value(analysis, "distance_m", BACKWARD).value == pytest.approx(60, rel=0.05)
    assert value(analysis, "speed_mps", BACKWARD).value == pytest.approx(1.0, rel=0.07)


def test_totals_of_laps_add_up() -> None:
    parts = [
        Part(FORWARD, Gait.RUN, 100, 3.0, lap="Forward"),
        Part(BACKWARD, Gait.RUN, 60, 2.0, lap="Backward"),
        Part(FORWARD, Gait.RUN, 40, 3.0, lap="Forward"),
    ]
    recording, truth = simulate(parts, watch=Watch())
    analysis = analyse(recording)
    assert value(analysis, "distance_m").value == pytest.approx(truth.distance_m, rel=0.01)
    assert value(analysis, "distance_m", BACKWARD).value == pytest.approx(120, rel=0.04)
    assert value(analysis, "time_s", BACKWARD).value == pytest.approx(60, abs=1)
    assert value(analysis, "speed_mps", BACKWARD).value == pytest.approx(2.0, rel=0.04)
    by_direction = sum(m.value for m in analysis.metrics if m.key == "time_s")
    assert by_direction == pytest.approx(recording.duration_s)


def test_every_metric_has_a_value_or_a_reason() -> None:
    recording, _ = simulate([Part(FORWARD, Gait.RUN, 20, 3.0)], watch=Watch(gps=False, speed=False, elevation=False))
    for found in analyse(recording).metrics:
        assert np.isfinite(found.value) != (found.reason is not None), found.key
    assert len({(m.key, m.unit) for m in METRICS}) == len(METRICS)


def course(speed: float, seconds: int) -> Signal:
    time = np.arange(float(seconds))
    lat = 0.5 + np.degrees(speed * time / 6_371_008.8)
    return Signal(time, np.stack((lat, np.full(seconds, 179.9999)), axis=1), "deg", ("lat", "lon"))


def test_distance_from_positions_survives_errors_standing_and_the_date_line() -> None:
    walked = course(2.0, 600)
    values = walked.values.copy()
    values[100] += 0.02  # two kilometres off
    values[300:303] = np.nan
    values[:, 1] = np.where(np.arange(600) % 2, 180.00001 - 360, 179.99999)
    generator = np.random.default_rng(0)
    stand = np.repeat(values[-1:], 300, axis=0) + generator.normal(0, 5e-6, (300, 2)).cumsum(axis=0) * 0.02
    place = Signal(np.arange(900.0), np.concatenate((values, stand)), "deg", ("lat", "lon"))
    analysis = analyse(Recording(START, {"position": place}))
    assert value(analysis, "distance_m").value == pytest.approx(1198, rel=0.03)
    assert "position-outliers" in {note.code for note in analysis.quality}


def test_the_devices_distance_comes_first() -> None:
    stated = Signal(np.arange(600.0), np.arange(600.0) * 2.5, "m")
    analysis = analyse(Recording(START, {"position": course(2.0, 600), "distance": stated}))
    assert value(analysis, "distance_m").value == pytest.approx(1497.5)


def test_lap_distances_serve_where_nothing_else_does() -> None:
    time = np.arange(200.0)
    laps = (Lap(0, 100, "Backward", 200.0), Lap(100, 199, "Forward", 300.0))
    analysis = analyse(Recording(START, {"heart_rate": Signal(time, 120 + 0 * time, "bpm")}, About(laps=laps)))
    assert value(analysis, "distance_m", BACKWARD).value == pytest.approx(200)
    assert value(analysis, "distance_m", FORWARD).value == pytest.approx(300)


def test_elapsed_timer_and_moving_time_are_three_things() -> None:
    parts = [Part(FORWARD, Gait.RUN, 100, 3.0), Part(Direction.STILL, Gait.NONE, 50), Part(FORWARD, Gait.RUN, 50, 3.0)]
    plain, _ = simulate(parts, watch=Watch())
    recording = Recording(plain.start, plain.signals, About(pauses=(Pause(110, 140), Pause(130, 145))))
    analysis = analyse(recording)
    assert value(analysis, "elapsed_s").value == pytest.approx(199, abs=1)
    assert value(analysis, "timer_s").value == pytest.approx(164, abs=1)
    assert value(analysis, "moving_s").value == pytest.approx(150, abs=3)


def test_standing_has_a_time_and_a_pulse_and_nothing_that_takes_steps() -> None:
    parts = [Part(FORWARD, Gait.RUN, 100, 3.0), Part(Direction.STILL, Gait.NONE, 50), Part(FORWARD, Gait.RUN, 50, 3.0)]
    for worn in (None, Worn(Placement.WAIST)):
        recording, _ = simulate(parts, worn=worn, watch=Watch())
        analysis = analyse(recording)
        still = {m.key for m in analysis.metrics if m.direction is Direction.STILL}
        assert still == {"time_s", "heart_rate_bpm"}
        by_direction = sum(m.value for m in analysis.metrics if m.key == "steps" and m.direction is not None)
        assert value(analysis, "steps").value == pytest.approx(by_direction, abs=2)


def test_level_ground_is_an_ascent_of_nothing() -> None:
    level = Signal(np.arange(600.0), 100 + 0.3 * np.sin(np.arange(600.0)), "m")
    analysis = analyse(Recording(START, {"elevation": level}))
    assert value(analysis, "ascent_m").value == 0.0
    assert value(analysis, "descent_m").value == 0.0


def test_ascent_counts_hills_and_not_noise() -> None:
    time = np.arange(2000.0)
    hill = 50 * np.sin(2 * np.pi * time / 1000) + np.random.default_rng(1).normal(0, 0.3, 2000)
    analysis = analyse(Recording(START, {"elevation": Signal(time, hill, "m")}))
    assert value(analysis, "ascent_m").value == pytest.approx(200, rel=0.03)
    assert value(analysis, "descent_m").value == pytest.approx(200, rel=0.03)
