"""Contacts from the places of feet, and from the force under them."""

import numpy as np
import pytest
from benchmarks.accuracy.bodies import contacts, swings
from benchmarks.accuracy.real import force_contacts
from benchmarks.accuracy.trial import Sensor, Trial
from benchmarks.accuracy.worn import AS_MEASURED, PHONE, wear

from backstride.recording import Placement


@pytest.mark.parametrize("speed", [1.2, -1.2])
def test_feet_come_down_farthest_ahead_in_the_direction_of_travel(speed: float) -> None:
    time = np.arange(0, 10, 1 / 30)
    pelvis = np.stack((speed * time, np.zeros_like(time), np.full_like(time, 0.9)), axis=1)
    swing = [0.3 * np.sin(2 * np.pi * time / 1.1 + phase) for phase in (0.0, np.pi)]
    feet = [pelvis + np.stack((side, np.zeros_like(time), -0.8 + 0 * time), axis=1) for side in swing]
    found = contacts(feet, pelvis, 2, 30.0)
    assert np.diff(swings(feet, 30.0)[2:-2]) == pytest.approx(0.55, abs=0.02)
    # Peaks of both feet follow each other by half a stride.
    assert np.diff(found[2:-2]) == pytest.approx(0.55, abs=0.01)
    quarter = 0.275 if speed > 0 else 0.825
    assert np.min(np.abs(found - 4 * 1.1 - quarter)) < 0.01


def test_force_crossings_are_interpolated() -> None:
    time = np.arange(0, 3, 1 / 500)
    force = np.maximum(0.0, 2 * np.sin(2 * np.pi * time / 0.6)) * (time < 2.4)
    on, off = force_contacts(force, 500.0)
    late = np.arcsin(0.025) / (2 * np.pi) * 0.6
    assert on == pytest.approx([0.0 + late, 0.6 + late, 1.2 + late, 1.8 + late], abs=1e-3)
    assert off - on == pytest.approx(0.3 - 2 * late, abs=1e-3)


def sensor() -> Sensor:
    time = np.concatenate((np.arange(0, 5, 0.01), np.arange(8, 12, 0.01)))
    force = np.stack((np.sin(time), np.zeros_like(time), np.full_like(time, 9.8)), axis=1)
    return Sensor(time, force, 0.1 * force)


def test_wearing_turns_the_sensor_and_keeps_its_readings() -> None:
    trial = Trial("made", "a", "a", Placement.POCKET, sensor(), ())
    worn = wear(trial, AS_MEASURED).signals
    assert not np.allclose(worn["acceleration"].values, trial.sensor.acceleration)
    assert np.linalg.norm(worn["acceleration"].values, axis=1) == pytest.approx(
        np.linalg.norm(trial.sensor.acceleration, axis=1)
    )
    # One rotation for both sensors, the same every time.
    assert worn["angular_rate"].values == pytest.approx(0.1 * worn["acceleration"].values)
    again = wear(trial, AS_MEASURED).signals["acceleration"].values
    assert np.array_equal(again, worn["acceleration"].values)


def test_a_phone_samples_at_60_hz_rounds_and_keeps_pauses() -> None:
    worn = wear(Trial("made", "a", "a", Placement.POCKET, sensor(), ()), PHONE).signals["acceleration"]
    assert worn.rate_hz == pytest.approx(60.0)
    assert worn.values * 10 == pytest.approx(np.round(worn.values * 10))
    assert not len(worn.between(5.1, 7.9))
