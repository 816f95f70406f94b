"""Recordings of real people with known direction, read from the development data folder as `Recording`s.

Nothing here is shipped or fitted on: these recordings judge. Motion-capture segments become virtual sensors (specific
force and angular rate of the segment, with a phone's noise), every sensor is turned by a random mounting.
"""

import csv
import io
import lzma
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from backstride.recording import About, FloatArray, Placement, Recording, Signal
from backstride.simulate.sensors import any_mounting

START = datetime(2026, 1, 1, tzinfo=UTC)
AXES = ("x", "y", "z")
GRAVITY = 9.80665


@dataclass(frozen=True)
class Labelled:
    """A stretch of truth: direction and gait as the data set's labels call them."""

    start_s: float
    end_s: float
    direction: str
    gait: str
    speed_mps: float


@dataclass(frozen=True)
class Case:
    source: str
    person: str
    name: str
    recording: Recording
    truth: tuple[Labelled, ...]


@dataclass(frozen=True)
class Sampling:
    """How the sensor samples: rate, and decimals to which a browser rounds (m/s2 and deg/s)."""

    rate_hz: float = 100.0
    decimals: int | None = None


def read_truth(folder: Path) -> dict[str, tuple[str, tuple[Labelled, ...]]]:
    rows = defaultdict(list)
    person = {}
    with (folder / "labels.csv").open() as lines:
        for row in csv.DictReader(lines):
            speed = float(row["speed_mps"] or "nan")
            rows[row["file"]].append(
                Labelled(float(row["t_start_s"]), float(row["t_end_s"]), row["direction"], row["gait"], speed)
            )
            person[row["file"]] = row["subject"]
    return {name: (person[name], tuple(found)) for name, found in rows.items()}


def made(
    time: FloatArray, acc: FloatArray, gyr: FloatArray | None, placement: Placement, sampling: Sampling, name: str
) -> Recording:
    """Resample, mount at random, add a phone's noise where the source has none, round."""
    generator = np.random.default_rng(sum(map(ord, name)))
    new = np.arange(time[0], time[-1], 1 / sampling.rate_hz)
    if len(time) > 1.5 * len(new):
        width = round(len(time) / len(new))
        kernel = np.ones(width) / width
        acc = np.stack([np.convolve(acc[:, k], kernel, mode="same") for k in range(3)], axis=1)
        if gyr is not None:
            gyr = np.stack([np.convolve(gyr[:, k], kernel, mode="same") for k in range(3)], axis=1)
    turn = any_mounting(generator)

    def sampled(values: FloatArray) -> FloatArray:
        return np.stack([np.interp(new, time, values[:, k]) for k in range(3)], axis=1) @ turn.T

    signals = {}
    force = sampled(acc) + generator.normal(0, 0.05, (len(new), 3))
    if sampling.decimals is not None:
        force = np.round(force, sampling.decimals)
    signals["acceleration"] = Signal(new - new[0], force, "m/s2", AXES)
    if gyr is not None:
        rate = sampled(gyr) + generator.normal(0, 0.005, (len(new), 3)) + generator.normal(0, 0.005, 3)
        if sampling.decimals is not None:
            rate = np.radians(np.round(np.degrees(rate), sampling.decimals))
        signals["angular_rate"] = Signal(new - new[0], rate, "rad/s", AXES)
    return Recording(START, signals, About(placement=placement, start_known=False))


def uci(data: Path, sampling: Sampling) -> Iterator[Case]:
    folder = data / "uci_foot_imu"
    for name, (person, truth) in read_truth(folder).items():
        if not (folder / name).exists():
            continue
        with lzma.open(folder / name) as packed:
            held = np.load(io.BytesIO(packed.read()))
        if "acc_1e4" in held:
            acc, gyr, rate = held["acc_1e4"].T / 1e4, held["gyr_1e6"].T / 1e6, float(held["fs"])
        else:
            acc, gyr, rate = held["acc"].T.astype(float), held["gyr"].T.astype(float), float(held["fs"])
        time = np.arange(len(acc)) / rate
        yield Case("uci foot", person, name, made(time, acc, gyr, Placement.FOOT, sampling, name), truth)


def _tools(data: Path) -> None:
    if str(data / "tools") not in sys.path:
        sys.path.insert(0, str(data / "tools"))


LAFAN = {
    Placement.POCKET: ("left_hip_yaw_link", (0.05, 0.05, -0.10)),
    Placement.SHANK: ("left_knee_link", (0.03, 0.0, -0.10)),
    Placement.FOOT: ("left_ankle_roll_link", (0.03, 0.0, 0.02)),
    Placement.WAIST: ("pelvis", (-0.08, 0.0, 0.05)),
    Placement.CHEST: ("torso_link", (0.08, 0.0, 0.15)),
    Placement.WRIST: ("left_wrist_yaw_link", (0.0, 0.0, 0.0)),
}
LAFAN_SCALE = 1.355


def lafan(data: Path, placement: Placement, sampling: Sampling) -> Iterator[Case]:
    _tools(data)
    import g1_fk
    from virtual_imu import virtual_imu

    folder = data / "lafan1_g1_csv"
    joints = g1_fk.load_urdf(folder / "g1_29dof_rev_1_0.urdf")
    link, offset = LAFAN[placement]
    for name, (person, truth) in read_truth(folder).items():
        if not name.endswith(".csv.xz") or not (folder / name).exists():
            continue
        with lzma.open(folder / name, "rt") as packed:
            rows = np.loadtxt(packed, delimiter=",")
        _, links = g1_fk.fk(rows, joints)
        place, turned = links[link]
        place = LAFAN_SCALE * (place + np.einsum("nij,j->ni", turned, np.array(offset)))
        time, acc, gyr = virtual_imu(place, turned, 30.0, 100.0, up=(0, 0, 1), fc=9.0)
        yield Case("lafan1", person, name, made(time, acc, gyr, placement, sampling, name), truth)


BANDAI = {
    Placement.POCKET: "UpperLeg_L",
    Placement.SHANK: "LowerLeg_L",
    Placement.FOOT: "Foot_L",
    Placement.WAIST: "Hips",
    Placement.CHEST: "Chest",
    Placement.WRIST: "Hand_L",
}


def bandai(data: Path, placement: Placement, sampling: Sampling) -> Iterator[Case]:
    """One recording a style: its forward walk, a pause without samples, then its backward walk.

    A clip of backward walking alone cannot be told from a sensor worn backwards.
    """
    folder = data / "bandai_d1_bvh"
    truth = read_truth(folder)
    styles = sorted({name.split("_")[2] for name in truth if "_walk_" in name})
    for style in styles:
        clips = [name for name in sorted(truth) if f"_walk_{style}_" in name or f"_walk-back_{style}_" in name]
        clips.sort(key=lambda name: "walk-back" in name)
        acc, gyr, time, said, now = [], [], [], [], 0.0
        for name in clips:
            clock, force, rate = _bandai_clip(data, folder, name, placement)
            if len(clock) < 100:
                continue
            time.append(clock + now)
            acc.append(force)
            gyr.append(rate)
            said += [
                Labelled(part.start_s + now, part.end_s + now, part.direction, part.gait, part.speed_mps)
                for part in truth[name][1]
            ]
            now = float(time[-1][-1]) + PAUSE_S
        recording = made(np.concatenate(time), np.concatenate(acc), np.concatenate(gyr), placement, sampling, style)
        yield Case("bandai", style, style, _with_pauses(recording, time), tuple(said))


PAUSE_S = 3.0


def _with_pauses(recording: Recording, times: list[FloatArray]) -> Recording:
    """Without the samples that resampling put between clips."""
    signals = {}
    for name, signal in recording.signals.items():
        keep = np.zeros(len(signal), bool)
        for time in times:
            keep |= (signal.time_s >= time[0]) & (signal.time_s <= time[-1])
        signals[name] = Signal(signal.time_s[keep], signal.values[keep], signal.unit, signal.axes)
    return Recording(recording.start, signals, recording.about)


def _bandai_clip(
    data: Path, folder: Path, name: str, placement: Placement
) -> tuple[FloatArray, FloatArray, FloatArray]:
    _tools(data)
    import bvh_fk
    from virtual_imu import virtual_imu

    path = folder / name if (folder / name).exists() else next(folder.rglob(Path(name).name))
    with lzma.open(path, "rt", errors="replace") as packed:
        joints, step, rows = bvh_fk.parse(packed.read())
    place, turned = bvh_fk.fk(joints, rows)
    at = [joint["name"] for joint in joints].index(BANDAI[placement])
    point = place[:, at] * 0.01
    if placement in (Placement.POCKET, Placement.SHANK):
        below = next(k for k, joint in enumerate(joints) if joint["parent"] == at)
        point = 0.5 * (point + place[:, below] * 0.01)
    found: tuple[FloatArray, FloatArray, FloatArray] = virtual_imu(
        point, turned[:, at], 1 / step, 100.0, up=(0, 1, 0), fc=9.0
    )
    return found


def har(data: Path, device: str, sampling: Sampling) -> Iterator[Case]:
    folder = data / "sp_sw_har_wrist_pocket"
    placement = Placement.POCKET if device == "sp" else Placement.WRIST
    for name, (person, truth) in read_truth(folder).items():
        if f"_{device}." not in name or not (folder / name).exists():
            continue
        with lzma.open(folder / name, "rt") as packed:
            rows = list(csv.DictReader(packed))
        columns = ("x_acc", "y_acc", "z_acc", "x_gyro", "y_gyro", "z_gyro")
        values = np.array([[float(row[c]) for c in columns] for row in rows])
        time = np.array([float(row["timestamp"]) for row in rows]) / 1000
        keep = np.concatenate(([True], np.diff(np.maximum.accumulate(time)) > 0))
        time, values = time[keep] - time[0], values[keep]
        recording = made(time, values[:, :3], values[:, 3:], placement, sampling, name)
        yield Case(f"har {placement.value}", person, name, recording, truth)


def strikewatch(data: Path, sampling: Sampling) -> Iterator[Case]:
    folder = data / "strikewatch_wrist_run"
    for name, (person, truth) in read_truth(folder).items():
        with (folder / name).open() as lines:
            rows = np.genfromtxt(lines, delimiter=",", names=True)
        acc = np.stack([rows[c] for c in ("x", "y", "z")], axis=1)
        time = np.arange(len(acc)) / 100.0
        yield Case("strikewatch wrist", person, name, made(time, acc, None, Placement.WRIST, sampling, name), truth)


def sacrum(data: Path) -> Iterator[tuple[str, Recording, float, float, float]]:
    """Name, recording, and from the force plate: cadence, contact time and flight time (s)."""
    folder = data / "running_grf_sacrum"
    with lzma.open(folder / "Accelerometer_one_sub.csv.xz", "rt") as packed:
        rows = np.loadtxt(packed, delimiter=",")
    with (folder / "form_truth.csv").open() as lines:
        truth = list(csv.DictReader(lines))
    for number, row in enumerate(truth):
        up, along = rows[number, :2480] * GRAVITY, rows[number, 2480:] * GRAVITY
        acc = np.stack((along, np.zeros(2480), up), axis=1)
        name = f"row {number}"
        recording = made(np.arange(2480) / 500.0, acc, None, Placement.WAIST, Sampling(100.0), name)
        yield (
            name,
            recording,
            float(row["step_freq_spm"]),
            float(row["contact_time_ms"]) / 1000,
            float(row["flight_time_ms"]) / 1000,
        )
