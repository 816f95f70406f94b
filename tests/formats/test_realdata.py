"""The real files of the development folder: every one is read with known counts, or refused for a known reason."""

import io
import lzma
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

from backstride import formats
from backstride.errors import BadFile
from backstride.formats.writers import write_imu_csv
from backstride.recording import Recording
from tests.realdata import data_folder

pytestmark = pytest.mark.realdata


def read(path: Path) -> tuple[Recording, ...]:
    data = path.read_bytes()
    name = path.name
    if name.endswith(".xz"):
        data, name = lzma.decompress(data), name[:-3]
    return formats.read(name, data)


def test_tcx_and_gpx() -> None:
    folder = data_folder() / "fit_files" / "tcx_gpx"
    points: dict[str, list[int]] = {}
    for path in sorted(folder.iterdir()):
        try:
            recordings = read(path)
        except BadFile:
            points[path.name] = []
            continue
        assert all(recording.about.loss is None for recording in recordings)
        points[path.name] = [max(len(signal) for signal in one.signals.values()) for one in recordings]
    assert points == {
        "MetadataOnly.gpx": [],
        "Move_2014_01_16_19_48_44.gpx": [669],
        "activity-fitotrack.gpx": [4],
        "activity-huawei.tcx": [8],
        "activity-multi-lap.tcx": [5],
        "activity-multi-track.gpx": [2, 2],
        "activity-polar.tcx": [3],
        "activity-with-recording-gap.gpx": [4],
        "activity-without-timed-trackpoints.gpx": [],
        "activity-workout-summary-implausible.gpx": [3],
        "test.gpx": [25],
    }


def test_implausible_totals_are_not_believed() -> None:
    folder = data_folder() / "fit_files" / "tcx_gpx"
    (implausible,) = read(folder / "activity-workout-summary-implausible.gpx")
    assert implausible.about.totals == {}
    assert implausible.about.name == "Fallback name"
    (stated,) = read(folder / "activity-fitotrack.gpx")
    assert stated.about.totals["timer_s"] == pytest.approx(3512.996)
    assert stated.about.name == "Walked to the market"


def test_gpx_cut_anywhere_keeps_the_points_before() -> None:
    data = (data_folder() / "fit_files" / "tcx_gpx" / "Move_2014_01_16_19_48_44.gpx").read_bytes()
    for cut in range(2000, len(data), len(data) // 25):
        (recording,) = formats.read("move.gpx", data[:cut])
        assert len(recording.signals["position"]) == data[:cut].count(b"</trkpt>")


def test_zeroed_bytes_cost_at_most_two_points() -> None:
    data = (data_folder() / "fit_files" / "tcx_gpx" / "Move_2014_01_16_19_48_44.gpx").read_bytes()
    chance = np.random.default_rng(1)
    for at in chance.integers(1200, len(data) - 100, 40).tolist():
        (recording,) = formats.read("move.gpx", data[:at] + bytes(16) + data[at + 16 :])
        assert len(recording.signals["position"]) >= 667


def test_pocket_and_wrist_tables() -> None:
    paths = sorted((data_folder() / "sp_sw_har_wrist_pocket").glob("s*/*.csv.xz"))
    assert len(paths) > 50
    for path in paths[::4]:
        (recording,) = read(path)
        acceleration = recording.signals["acceleration"]
        size = np.linalg.norm(acceleration.values, axis=1)
        assert 9.0 < np.median(size) < 11.0
        assert 95 < acceleration.rate_hz < 110
        assert recording.start.year in (2022, 2023)
        assert recording.signals["angular_rate"].time_s is acceleration.time_s
        assert timedelta(seconds=5) < timedelta(seconds=recording.duration_s) < timedelta(minutes=2)


def test_wrist_table_without_time_is_refused_with_advice() -> None:
    paths = sorted((data_folder() / "strikewatch_wrist_run").glob("person*.csv"))
    for path in paths:
        with pytest.raises(BadFile, match="no time column"):
            read(path)
    (recording,) = formats.read("wrist.csv", b"# rate_hz: 100\n" + paths[0].read_bytes())
    assert recording.signals["acceleration"].rate_hz == pytest.approx(100)


def test_foot_sensor_through_our_own_table() -> None:
    path = min((data_folder() / "uci_foot_imu" / "2023_08_23").glob("*.npz.xz"))
    with np.load(io.BytesIO(lzma.decompress(path.read_bytes()))) as arrays:
        acc, gyr = arrays["acc_1e4"].T / 1e4, arrays["gyr_1e6"].T / 1e6
        rate_hz = float(arrays["fs"])
    acc, gyr = acc[:20_000] * [1, -1, -1], gyr[:20_000] * [1, -1, -1]
    time_s = np.arange(len(acc)) / rate_hz
    names = ",".join(f"{kind}_{axis} [{unit}]" for kind, unit in (("acc", "m/s2"), ("gyr", "rad/s")) for axis in "xyz")
    buffer = io.BytesIO()
    np.savetxt(buffer, np.column_stack((time_s, acc, gyr)), "%.6f", ",", header=f"time_s,{names}", comments="")
    (recording,) = formats.read("left_foot.csv", buffer.getvalue())
    np.testing.assert_allclose(recording.signals["acceleration"].values, acc, atol=1e-6)
    assert recording.about.placement.value == "foot"
    (again,) = formats.read("again.csv", write_imu_csv(recording))
    np.testing.assert_allclose(again.signals["angular_rate"].values, gyr, atol=1e-5)
