"""Recordings by real inertial sensors."""

import csv
import io
import lzma
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from backstride.recording import Direction, FloatArray, Gait, Placement
from benchmarks.accuracy.folder import read_labels
from benchmarks.accuracy.trial import Sensor, Stretch, Trial

STANDARD_GRAVITY = 9.80665
RATE_HZ = 100.0
# The authors' protocol: 13.41 slow, 7.62 fast, 7.62 jogged, 15.24 run and 15.24 sprinted; 7.62 fast and 7.62 slow back.
UCI_FORWARD_M = 59.13
UCI_BACKWARD_M = 15.24
FORCE_THRESHOLD_BW = 0.05


def uci_foot_imu(data: Path) -> Iterator[Trial]:
    """The left foot of two people, 800 Hz, here at 100 Hz."""
    folder = data / "uci_foot_imu"
    contacts: dict[str, list[float]] = defaultdict(list)
    with (folder / "strides.csv").open(newline="") as lines:
        for row in csv.DictReader(lines):
            contacts[row["file"]].append(float(row["t1"]))
    for name, labelled in read_labels(folder).items():
        with lzma.open(folder / name) as packed:
            held = np.load(io.BytesIO(packed.read()))
        whole = "acc_1e4" in held
        acceleration = held["acc_1e4"] / 1e4 if whole else held["acc"].astype(float)
        angular_rate = held["gyr_1e6"] / 1e6 if whole else held["gyr"].astype(float)
        gauss = held["mag_1e3"] / 1e3 if whole else held["mag"].astype(float)
        slower = [_decimated(values.T, float(held["fs"])) for values in (acceleration, angular_rate, gauss * 100.0)]
        time = np.arange(len(slower[0])) / RATE_HZ
        backward = any(s.direction is Direction.BACKWARD for s in labelled.stretches)
        yield Trial(
            source="uci_foot_imu",
            person=labelled.person,
            name=name,
            placement=Placement.FOOT,
            sensor=Sensor(time, *slower),
            stretches=labelled.stretches,
            changes=labelled.changes,
            contact_s=np.array(contacts[name]),
            one_foot=True,
            distance_m={Direction.FORWARD: UCI_FORWARD_M, Direction.BACKWARD: UCI_BACKWARD_M} if backward else {},
        )


def sp_sw_har(data: Path) -> Iterator[Trial]:
    """Phone in the pocket and watch on the wrist of 15 people, about 103 Hz with jitter, forward only."""
    folder = data / "sp_sw_har_wrist_pocket"
    for name, labelled in read_labels(folder).items():
        with lzma.open(folder / name, "rt") as packed:
            rows = np.genfromtxt(packed, delimiter=",", skip_header=1, usecols=range(7))
        time = np.maximum.accumulate(rows[:, 6] - rows[0, 6]) / 1000.0
        kept = np.concatenate(([True], np.diff(time) > 0))
        rows, time = rows[kept], time[kept]
        yield Trial(
            source="sp_sw_har",
            person=labelled.person,
            name=name,
            placement=Placement.POCKET if "_sp." in name else Placement.WRIST,
            sensor=Sensor(time, rows[:, :3].copy(), rows[:, 3:6].copy()),
            stretches=labelled.stretches,
        )


def strikewatch(data: Path) -> Iterator[Trial]:
    """The wrist of 8 outdoor runners: acceleration only, clipped at 2 g, forward only."""
    folder = data / "strikewatch_wrist_run"
    for name, labelled in read_labels(folder).items():
        rows = np.genfromtxt(folder / name, delimiter=",", skip_header=1, usecols=range(3))
        rows = rows[np.all(np.isfinite(rows), axis=1)]
        yield Trial(
            source="strikewatch",
            person=labelled.person,
            name=name,
            placement=Placement.WRIST,
            sensor=Sensor(np.arange(len(rows)) / RATE_HZ, rows),
            stretches=labelled.stretches,
        )


def running_grf_sacrum(data: Path) -> Iterator[Trial]:
    """The sacrum of one treadmill runner, two of three axes, 500 Hz, here at 100 Hz; contacts by the force plate."""
    folder = data / "running_grf_sacrum"
    moved = _matrix(folder / "Accelerometer_one_sub.csv.xz")
    pushed = _matrix(folder / "GRF_one_sub.csv.xz")
    count = pushed.shape[1]
    for number, (row, force) in enumerate(zip(moved, pushed, strict=True)):
        up, along = row[:count], row[count:]
        # The third axis was not measured; zero is what a runner's sideways acceleration is on average.
        acceleration = np.stack((along, np.zeros(count), up), axis=1) * STANDARD_GRAVITY
        acceleration = _decimated(acceleration, 500.0)
        contact_s, off_s = force_contacts(force, 500.0)
        yield Trial(
            source="running_grf_sacrum",
            person="sacrum_runner",
            name=f"row {number}",
            placement=Placement.WAIST,
            sensor=Sensor(np.arange(len(acceleration)) / RATE_HZ, acceleration),
            stretches=(Stretch(0.0, count / 500.0, Direction.FORWARD, Gait.RUN),),
            contact_s=contact_s,
            off_s=off_s,
        )


def force_contacts(force_bw: FloatArray, rate_hz: float) -> tuple[FloatArray, FloatArray]:
    """When each whole contact began and ended, where the vertical force crosses 0.05 body weights, interpolated."""
    above = force_bw > FORCE_THRESHOLD_BW
    edge = np.flatnonzero(above[1:] != above[:-1])
    share = (FORCE_THRESHOLD_BW - force_bw[edge]) / (force_bw[edge + 1] - force_bw[edge])
    time = (edge + share) / rate_hz
    rising = above[edge + 1]
    on, off = time[rising], time[~rising]
    if len(off) and len(on):
        off = off[off > on[0]]
    whole = min(len(on), len(off))
    long = off[:whole] - on[:whole] > 0.05
    return on[:whole][long], off[:whole][long]


def _matrix(path: Path) -> FloatArray:
    with lzma.open(path, "rt") as packed:
        return np.loadtxt(packed, delimiter=",")


def _decimated(values: FloatArray, rate_hz: float) -> FloatArray:
    from scipy.signal import resample_poly

    return np.asarray(resample_poly(values, 1, round(rate_hz / RATE_HZ), axis=0, padtype="line"))
