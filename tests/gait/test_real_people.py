"""Floors on recordings of real people. Nothing is fitted on them."""

import csv
import io
import lzma
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from backstride.gait import analyse
from backstride.recording import About, Analysis, Direction, FloatArray, Placement, Recording, Signal
from backstride.simulate.sensors import any_mounting
from tests.realdata import data_folder

pytestmark = pytest.mark.realdata
START = datetime(2026, 1, 1, tzinfo=UTC)
AXES = ("x", "y", "z")


def recorded(time: FloatArray, force: FloatArray, rate: FloatArray | None, placement: Placement) -> Recording:
    turn = any_mounting(np.random.default_rng(len(time)))
    signals = {"acceleration": Signal(time, force @ turn.T, "m/s2", AXES)}
    if rate is not None:
        signals["angular_rate"] = Signal(time, rate @ turn.T, "rad/s", AXES)
    return Recording(START, signals, About(placement=placement))


def stretches(folder: Path) -> list[dict[str, str]]:
    with (folder / "labels.csv").open() as lines:
        return list(csv.DictReader(lines))


def seconds_of(analysis: Analysis, start_s: float, end_s: float, direction: Direction) -> float:
    return sum(
        max(0.0, min(bout.end_s, end_s) - max(bout.start_s, start_s))
        for bout in analysis.bouts
        if bout.direction is direction
    )


def test_a_foot_sensor_tells_forward_from_backward() -> None:
    folder = data_folder() / "uci_foot_imu"
    right = dict.fromkeys(("forward", "backward"), 0.0)
    total = dict(right)
    rows = stretches(folder)
    for name in sorted({row["file"] for row in rows if (folder / row["file"]).exists()}):
        with lzma.open(folder / name) as packed:
            held = np.load(io.BytesIO(packed.read()))
        whole = "acc_1e4" in held
        force = held["acc_1e4"] / 1e4 if whole else held["acc"].astype(float)
        rate = held["gyr_1e6"] / 1e6 if whole else held["gyr"].astype(float)
        time = np.arange(force.shape[1])[::8] / float(held["fs"])
        analysis = analyse(recorded(time, force.T[::8].copy(), rate.T[::8].copy(), Placement.FOOT))
        for row in rows:
            start, end = float(row["t_start_s"]) + 0.5, float(row["t_end_s"]) - 0.5
            if row["file"] == name and row["direction"] in right and end - start >= 3:
                total[row["direction"]] += end - start
                right[row["direction"]] += seconds_of(analysis, start, end, Direction(row["direction"]))
    assert total["backward"] > 100
    assert right["forward"] / total["forward"] > 0.99
    # Who turns round at the end of a backward stretch is still labelled backward.
    assert right["backward"] / total["backward"] > 0.98


def test_a_phone_in_a_pocket_walking_forward_is_hardly_ever_called_backward() -> None:
    folder = data_folder() / "sp_sw_har_wrist_pocket"
    rows = [row for row in stretches(folder) if "_sp." in row["file"] and row["direction"] == "forward"]
    names = sorted({row["file"] for row in rows})[::3]
    walked = backward = unknown = 0.0
    for name in names:
        with lzma.open(folder / name, "rt") as packed:
            table = list(csv.DictReader(packed))
        columns = ("x_acc", "y_acc", "z_acc", "x_gyro", "y_gyro", "z_gyro")
        values = np.array([[float(row[column]) for column in columns] for row in table])
        time = np.array([float(row["timestamp"]) for row in table]) / 1000
        keep = np.concatenate(([True], np.diff(np.maximum.accumulate(time)) > 0))
        time, values = time[keep] - time[0], values[keep]
        analysis = analyse(recorded(time, values[:, :3].copy(), values[:, 3:].copy(), Placement.POCKET))
        for row in rows:
            if row["file"] == name:
                start, end = float(row["t_start_s"]), float(row["t_end_s"])
                walked += end - start
                backward += seconds_of(analysis, start, end, Direction.BACKWARD)
                unknown += seconds_of(analysis, start, end, Direction.UNKNOWN)
    assert len(names) >= 10
    assert backward <= 0.005 * walked
    assert unknown < 0.35 * walked


def test_steps_of_a_runner_against_a_force_plate() -> None:
    folder = data_folder() / "running_grf_sacrum"
    with lzma.open(folder / "Accelerometer_one_sub.csv.xz", "rt") as packed:
        table = np.loadtxt(packed, delimiter=",") * 9.80665
    with (folder / "form_truth.csv").open() as lines:
        truth = list(csv.DictReader(lines))
    cadence, contact = [], []
    for row, values in zip(truth, table, strict=True):
        force = np.stack((values[2480:], np.zeros(2480), values[:2480]), axis=1)
        analysis = analyse(recorded(np.arange(2480) / 500, force, None, Placement.WAIST))
        found = {metric.key: metric.value for metric in analysis.metrics if metric.direction is None}
        cadence.append(abs(found["cadence_spm"] - float(row["step_freq_spm"])))
        on = analysis.steps.off_s - analysis.steps.contact_s
        contact.append(abs(float(np.nanmedian(on)) - float(row["contact_time_ms"]) / 1000))
        assert Direction.BACKWARD not in {bout.direction for bout in analysis.bouts}
    assert np.mean(cadence) < 1.0
    assert np.mean(contact) < 0.018
