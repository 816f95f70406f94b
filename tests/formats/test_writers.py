"""What goes out comes back: every export is read again and compared with what it was made from."""

import base64
import csv
import gzip
import io
import json
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest
from arro3.io import read_parquet
from hypothesis import given
from hypothesis import strategies as st

from backstride import formats
from backstride.errors import BadFile, NotAllowed
from backstride.formats.writers import EXPORTS, Kept, write_imu_csv
from backstride.formats.writers.lossless import read_export
from backstride.formats.writers.wide import direction_at
from backstride.message import say
from backstride.recording import (
    About,
    Analysis,
    Bout,
    Direction,
    Gait,
    Grade,
    Label,
    MetricValue,
    Pause,
    Placement,
    Recording,
    Signal,
    Steps,
)
from tests.formats import samples

WRITE = {export.name: export.write for export in EXPORTS}


def bouts(end_s: float = 30.0) -> tuple[Bout, ...]:
    return (
        Bout(0.0, 10.0, Direction.FORWARD, Gait.RUN, 0.9),
        Bout(10.0, end_s, Direction.BACKWARD, Gait.RUN, 0.8),
    )


def kept(**about: object) -> Kept:
    m = samples.motion(30)
    slow = np.arange(30.0)
    signals = {
        "acceleration": Signal(m.time_s, m.acc, "m/s2", ("x", "y", "z")),
        "angular_rate": Signal(m.time_s, m.gyr, "rad/s", ("x", "y", "z")),
        "heart_rate": Signal(slow + 0.5, 120 + slow, "bpm"),
        "position": Signal(slow, np.column_stack((47 + slow * 1e-5, 8 + slow * 1e-5)), "deg", ("lat", "lon")),
        "elevation": Signal(slow, 400 + slow, "m"),
        "contact_time": Signal(slow + 0.25, 0.2 + slow / 1000, "s"),
    }
    start = datetime(2024, 5, 1, 10, 30, tzinfo=UTC)
    given_about = About(device="Device, left", pauses=(Pause(14.5, 15.5),), placement=Placement.WAIST)
    recording = Recording(start, signals, replace(given_about, **about))  # type: ignore[arg-type]
    metric = MetricValue("speed_mps", say("Speed"), float("nan"), "m/s", float("nan"), 3.0, Grade.MEASURED, None)
    analysis = Analysis("recipe-1", bouts(), Steps(), (metric,), ())
    labels = (Label(10.0, 30.0, Direction.BACKWARD),)
    return Kept(recording, analysis, labels, "run.csv", samples.generic(), "Back & forth", "first <try>")


def same(one: Recording, two: Recording, names: set[str], relative: float = 0.0) -> None:
    assert set(one.signals) == names
    for name in names:
        np.testing.assert_allclose(one.signals[name].time_s, two.signals[name].time_s, atol=1e-6)
        np.testing.assert_allclose(one.signals[name].values, two.signals[name].values, rtol=relative, atol=relative)
        assert one.signals[name].unit == two.signals[name].unit


def test_csv_comes_back_exactly() -> None:
    k = kept(simulated=True)
    (again,) = formats.read("x.csv", WRITE["csv"](k))
    same(again, k.recording, set(k.recording.signals))
    assert again.start == k.recording.start
    assert again.about.simulated


def test_csv_is_what_a_spreadsheet_expects() -> None:
    table = list(csv.DictReader(io.StringIO(WRITE["csv"](kept()).decode())))
    first = table[0]
    assert first["time_s"] == "0.0"
    assert first["utc"] == "2024-05-01T10:30:00.000Z"
    assert first["lat [deg]"] == "47.0"
    assert first["heart_rate [bpm]"] == ""
    assert first["direction"] == "forward"
    assert table[-1]["direction"] == "backward"
    assert "acc_x [m/s2]" in first


def test_csv_without_known_start_has_no_dates() -> None:
    table = csv.DictReader(io.StringIO(WRITE["csv"](kept(start_known=False)).decode()))
    assert "utc" not in next(iter(table))


def test_parquet_carries_units_facts_and_direction() -> None:
    k = kept(simulated=True)
    table = read_parquet(io.BytesIO(WRITE["parquet"](k))).read_all()
    fields = [table.schema.field(name) for name in table.schema.names]
    units = {field.name: dict(field.metadata_str).get("unit") for field in fields}
    assert units["acc_x"] == "m/s2"
    assert units["time_s"] == "s"
    facts = dict(table.schema.metadata_str)
    assert facts["simulated"] == "true"
    assert facts["name"] == "Back & forth"
    values = np.concatenate([np.asarray(chunk) for chunk in table["acc_z"].chunks])
    np.testing.assert_array_equal(values[np.isfinite(values)], k.recording.signals["acceleration"].values[:, 2])
    assert set(table["direction"].to_pylist()) == {"forward", "backward"}


def test_gpx_comes_back() -> None:
    k = kept(simulated=True)
    data = WRITE["gpx"](k)
    (again,) = formats.read("x.gpx", data)
    np.testing.assert_allclose(again.signals["position"].values, k.recording.signals["position"].values, atol=1e-7)
    np.testing.assert_array_equal(again.signals["elevation"].values, 400 + np.arange(30.0))
    assert len(again.signals["heart_rate"]) == 30
    assert again.about.name == "Back & forth"
    assert again.about.notes == "first <try>"
    assert again.about.simulated
    assert data.count(b"<trkseg>") == 2
    assert data.count(b"direction>forward<") == 10


def test_gpx_without_position_is_refused_clearly() -> None:
    k = kept()
    indoor = Recording(k.recording.start, {"heart_rate": k.recording.signals["heart_rate"]}, k.recording.about)
    with pytest.raises(NotAllowed, match="no positions"):
        WRITE["gpx"](replace(k, recording=indoor))


def test_json_is_lossless() -> None:
    k = kept()
    data = WRITE["json"](k)
    again = read_export(data)
    assert (again.original_name, again.original, again.part) == ("run.csv", samples.generic(), 0)
    assert (again.labels, again.name, again.notes) == (k.labels, k.name, k.notes)
    (recording,) = formats.read("x.json", data)
    assert recording.about.name == "Back & forth"
    assert len(recording.signals["acceleration"]) == 2000


def test_json_is_readable_and_nan_is_null() -> None:
    document = json.loads(WRITE["json"](kept()))
    (metric,) = document["analysis"]["metrics"]
    assert metric["value"] is None
    assert metric["high"] == 3.0
    names = [signal["name"] for signal in document["recording"]["signals"]]
    assert "acceleration" in names
    assert document["analysis"]["bouts"][1]["direction"] == "backward"


@pytest.mark.parametrize(
    "change",
    [
        {"backstride": 99},
        {"original": None},
        {"original": {"name": 3, "data": ""}},
        {"original": {"name": "a", "data": "***"}},
        {"original": {"name": "a", "data": "AAAA"}},
        {"original": {"name": "a", "data": "", "index": -1}},
        {"labels": 3},
        {"labels": [{"start_s": "0", "end_s": 1, "direction": "backward"}]},
        {"labels": [{"start_s": 0, "end_s": 1, "direction": "upward"}]},
        {"name": 3},
    ],
)
def test_a_bad_export_is_refused(change: dict[str, object]) -> None:
    document = json.loads(WRITE["json"](kept())) | change
    with pytest.raises(BadFile):
        read_export(json.dumps(document).encode())


def test_an_export_in_an_export_is_refused() -> None:
    k = kept()
    nested = replace(k, original=WRITE["json"](k), original_name="x.json")
    with pytest.raises(BadFile, match="another export"):
        formats.read("y.json", WRITE["json"](nested))


def test_imu_csv_comes_back_to_float32() -> None:
    k = kept(simulated=True)
    (again,) = formats.read("x.csv", write_imu_csv(k.recording))
    same(again, k.recording, set(k.recording.signals), relative=1e-6)
    np.testing.assert_array_equal(again.signals["position"].values, k.recording.signals["position"].values)
    assert again.start == k.recording.start
    assert again.about.simulated
    assert again.about.placement is Placement.WAIST
    assert again.about.device == "Device, left"
    assert again.about.repairs == ()


@given(st.lists(st.floats(0, 40), max_size=30))
def test_direction_of_every_row(times: list[float]) -> None:
    column = np.sort(np.array(times))
    said = direction_at(column, bouts())
    expected = ["forward" if t < 10 else "backward" if t <= 30 else "unknown" for t in column.tolist()]
    assert said == expected


def test_no_bouts_is_unknown() -> None:
    assert direction_at(np.arange(3.0), ()) == ["unknown"] * 3


@pytest.mark.parametrize(
    "changed",
    [
        {"labels": [{"start_s": 0, "end_s": 1, "direction": []}]},
        {"labels": [{"start_s": 0, "end_s": 1, "direction": {}}]},
        {"recording": {"placement": []}},
        {"recording": {"placement": {}}},
    ],
)
def test_an_export_with_lists_where_words_belong_is_refused(changed: dict[str, object]) -> None:
    original = {"name": "a", "index": 0, "data": base64.b64encode(gzip.compress(b"x")).decode()}
    document = {"backstride": 1, "name": "", "notes": "", "labels": [], "original": original} | changed
    with pytest.raises(BadFile, match="lacks a usable field"):
        read_export(json.dumps(document).encode())
