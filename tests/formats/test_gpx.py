"""GPX in all its dialects."""

from datetime import UTC, datetime

import numpy as np
import pytest

from backstride import formats
from backstride.errors import BadFile
from backstride.recording import Pause, Recording
from tests.formats import samples
from tests.formats.samples import gpx, gpx_points

START = datetime(2024, 5, 1, 10, 30, tzinfo=UTC)


def one(data: bytes) -> Recording:
    (recording,) = formats.read("run.gpx", data)
    return recording


def test_points_and_extensions() -> None:
    recording = one(gpx())
    assert recording.start == START
    assert recording.about.name == "Backward laps"
    assert recording.about.sport == "running"
    assert recording.about.device == "Garmin Connect"
    i = np.arange(120)
    np.testing.assert_allclose(recording.signals["position"].values, np.column_stack((47 + i * 1e-5, 0 * i + 8.5)))
    np.testing.assert_array_equal(recording.signals["elevation"].values, 400 + i)
    np.testing.assert_array_equal(recording.signals["heart_rate"].values, 100 + i % 50)
    np.testing.assert_array_equal(recording.signals["temperature"].values, 0 * i + 21)
    np.testing.assert_array_equal(recording.signals["cadence"].values, 0 * i + 170)
    np.testing.assert_array_equal(recording.signals["position"].time_s, i)


@pytest.mark.parametrize(
    ("extension", "signal", "value"),
    [
        ("<power>251</power>", "power", 251),
        ("<pwr:PowerInWatts>251</pwr:PowerInWatts>", "power", 251),
        ("<gpxdata:distance>12.5</gpxdata:distance>", "distance", 12.5),
        ("<gpxtpx:speed>3.5</gpxtpx:speed>", "speed", 3.5),
        ("<ns3:TrackPointExtension><ns3:course>180</ns3:course></ns3:TrackPointExtension>", "course", np.pi),
        ("<opentracks:accuracy_horizontal>4.0</opentracks:accuracy_horizontal>", "position_accuracy", 4),
    ],
)
def test_others_extensions(extension: str, signal: str, value: float) -> None:
    recording = one(gpx(f"<trkseg>{gpx_points(5, extra=extension)}</trkseg>"))
    np.testing.assert_allclose(recording.signals[signal].values, value)


def test_segments_are_parted_by_pauses() -> None:
    recording = one(gpx(f"<trkseg>{gpx_points(30)}</trkseg><trkseg>{gpx_points(30, first=60)}</trkseg>"))
    assert recording.about.pauses == (Pause(29.0, 60.0),)
    assert len(recording.signals["position"]) == 60


def test_each_track_is_a_recording() -> None:
    two = gpx().replace(b"</trk>", f"</trk><trk><type>9</type><trkseg>{gpx_points(9, 300)}</trkseg></trk>".encode())
    first, second = formats.read("run.gpx", two)
    assert len(first.signals["position"]) == 120
    assert len(second.signals["position"]) == 9
    assert second.about.sport == "running"


def test_a_route_is_refused_clearly() -> None:
    untimed = b"<gpx><trk><trkseg><trkpt lat='1' lon='2'/><trkpt lat='1' lon='2'/></trkseg></trk></gpx>"
    with pytest.raises(BadFile, match="route"):
        formats.read("route.gpx", untimed)
    with pytest.raises(BadFile, match="track"):
        formats.read("points.gpx", b"<gpx><wpt lat='1' lon='2'/></gpx>")


def test_bad_values_cost_themselves_only() -> None:
    data = gpx().replace(b'lat="47.000050"', b'lat="95"').replace(b"<gpxtpx:hr>107", b"<gpxtpx:hr>--")
    recording = one(data)
    assert len(recording.signals["position"]) == 119
    assert len(recording.signals["heart_rate"]) < 120
    assert len(recording.signals["elevation"]) == 120


def test_letters_of_another_encoding() -> None:
    recording = one(gpx().replace(b"Backward laps", "Rückwärts".encode("latin-1")))
    assert recording.about.loss is None
    assert recording.about.name == "R�ckw�rts"
    declared = gpx().replace(b"UTF-8", b"ISO-8859-1").replace(b"Backward laps", "Rückwärts".encode("latin-1"))
    assert one(declared).about.name == "Rückwärts"
    assert one(gpx().decode().replace("UTF-8", "UTF-16").encode("utf-16")).about.name == "Backward laps"


def test_blanks_before_the_declaration() -> None:
    assert len(one(b"\n   " + gpx()).signals["position"]) == 120


def test_truncated_file_keeps_what_came_before() -> None:
    data = gpx()
    cut = data[: data.index(b"<trkpt", len(data) // 2) + 30]
    recording = one(cut)
    loss = recording.about.loss
    assert loss is not None
    assert loss.records_lost is None
    assert loss.records_kept == cut.count(b"</trkpt>") == len(recording.signals["position"])


def test_damage_in_the_middle_costs_one_point() -> None:
    data = bytearray(gpx())
    at = data.index(b"<ele>450")
    data[at : at + 16] = bytes(16)
    recording = one(bytes(data))
    loss = recording.about.loss
    assert loss is not None
    assert (loss.records_kept, loss.records_lost) == (119, 1)
    assert len(recording.signals["position"]) == 119
    assert 50.0 not in recording.signals["heart_rate"].time_s


def test_many_breaks_are_bounded_and_counted() -> None:
    data = gpx(f"<trkseg>{gpx_points(1000)}</trkseg>").replace(b"<ele>", b"<ele><")
    with pytest.raises(BadFile):
        formats.read("run.gpx", data)


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE gpx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE gpx [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE gpx SYSTEM "http://127.0.0.1/x.dtd">',
    ],
)
def test_document_types_are_refused(doctype: str) -> None:
    data = gpx().replace(b"<gpx ", doctype.encode() + b"<gpx ", 1).replace(b"Backward laps", b"&b;&x;")
    with pytest.raises(BadFile, match="DTD"):
        formats.read("run.gpx", data)


def test_fitotrack_writes_its_totals_into_the_name() -> None:
    start = int(samples.START_S * 1000)
    name = (
        f"Workout(id=1, uuid=x, start={start}, end={start + 130_000}, activeDuration=125000, comment=Round the lake, "
        "distance=360.5, repetitions=0, energy=1, workoutTypeId=running, intervalSetUsedId=-1)"
    )
    data = gpx(creator="FitoTrack", kind="").replace(b"<name>File", f"<name>{name}".encode())
    recording = one(data.replace(b"<name>Backward laps</name>", b""))
    assert recording.about.name == "Round the lake"
    assert recording.about.sport == "running"
    assert recording.about.totals == {"timer_s": 125.0, "distance_m": 360.5}


def test_simulated_by_its_creator() -> None:
    assert one(gpx(creator="simulated by backstride")).about.simulated
    assert not one(gpx()).about.simulated


def test_pedals_are_not_steps() -> None:
    recording = one(gpx(kind="cycling"))
    assert "cadence" not in recording.signals
    np.testing.assert_array_equal(recording.signals["developer.cadence"].values, 85)


def test_full_step_rates_are_not_doubled() -> None:
    recording = one(gpx().replace(b"<gpxtpx:cad>85", b"<gpxtpx:cad>172"))
    np.testing.assert_array_equal(recording.signals["cadence"].values, 172)
