"""Floors for steps and strides on recordings of real people. Nothing is fitted on them."""

import csv
import io
import lzma

import numpy as np
import pytest

from backstride.gait.bounce import Bounces, find_contacts
from backstride.gait.inertial import heading_axis
from backstride.gait.motion import pieces
from backstride.gait.strides import Strides, find_strides
from backstride.gait.tempo import find_tempo
from backstride.gait.upright import set_upright
from backstride.recording import FloatArray, Placement
from tests.gait.test_real_people import recorded
from tests.realdata import data_folder

pytestmark = pytest.mark.realdata
BACKWARD_M = 15.24  # of the protocol; people stop within half a stride of its lines


def force_contacts(force_bw: FloatArray, rate_hz: float) -> FloatArray:
    """(k, 2) contact and off of each whole contact, where the vertical force crosses 0.05 body weights."""
    above = force_bw > 0.05
    up, down = np.flatnonzero(~above[:-1] & above[1:]), np.flatnonzero(above[:-1] & ~above[1:])
    down = down[down > up[0]]
    spans = np.stack((up[: len(down)], down), axis=1) / rate_hz
    return spans[np.diff(spans, axis=1)[:, 0] > 0.05]  # the plate hums


@pytest.mark.parametrize("every", [5, 8])
def test_contact_time_of_each_step_of_a_runner_against_a_force_plate(every: int) -> None:
    folder = data_folder() / "running_grf_sacrum"

    def table(name: str) -> FloatArray:
        with lzma.open(folder / name, "rt") as packed:
            return np.loadtxt(packed, delimiter=",")

    errors, missed = [], 0
    for moved, pushed in zip(table("Accelerometer_one_sub.csv.xz") * 9.80665, table("GRF_one_sub.csv.xz"), strict=True):
        force = np.stack((moved[2480:], np.zeros(2480), moved[:2480]), axis=1)
        # Averaged down, as sensors do.
        slow = force[: 2480 // every * every].reshape(-1, every, 3).mean(axis=1)
        recording = recorded((np.arange(len(slow)) + 0.5) * every / 500, slow, None, Placement.WAIST)
        axis = heading_axis(recording)
        assert axis is not None
        uprights = [set_upright(piece, axis) for piece in pieces(recording)]
        found = Bounces.chained([find_contacts(u, *find_tempo(u, Placement.WAIST), Placement.WAIST) for u in uprights])
        for contact, off in force_contacts(pushed, 500.0)[1:-1]:
            near = int(np.argmin(np.abs(found.middle_s - 0.5 * (contact + off))))
            length = found.off_s[near] - found.landing_s[near]
            missed += not np.isfinite(length)
            errors.append(length - (off - contact))
    assert missed < 0.05 * len(errors)
    assert np.nanmean(np.abs(errors)) < 0.015


def test_a_foot_sensor_walks_back_what_was_walked_back() -> None:
    folder = data_folder() / "uci_foot_imu"
    with (folder / "labels.csv").open() as lines:
        rows = [row for row in csv.DictReader(lines) if row["direction"] == "backward"]
    walked = []
    for name in sorted({row["file"] for row in rows if (folder / row["file"]).exists()}):
        with lzma.open(folder / name) as packed:
            held = np.load(io.BytesIO(packed.read()))
        whole = "acc_1e4" in held
        force = held["acc_1e4"] / 1e4 if whole else held["acc"].astype(float)
        rate = held["gyr_1e6"] / 1e6 if whole else held["gyr"].astype(float)
        time = np.arange(force.shape[1])[::8] / float(held["fs"])
        recording = recorded(time, force.T[::8].copy(), rate.T[::8].copy(), Placement.FOOT)
        axis = heading_axis(recording)
        assert axis is not None
        strides = Strides.chained([find_strides(p, axis).between(*p.keep_s) for p in pieces(recording, 100.0)])
        middle = 0.5 * (strides.start_s + strides.end_s)
        own = np.zeros(len(middle), bool)
        for row in rows:
            if row["file"] == name:
                own |= (middle > float(row["t_start_s"])) & (middle < float(row["t_end_s"]))
        walked.append(float(np.abs(strides.way[own]).sum()))
    assert len(walked) >= 10
    assert np.mean(walked) == pytest.approx(BACKWARD_M, rel=0.02)
    assert np.mean(np.abs(np.array(walked) / BACKWARD_M - 1)) < 0.05
