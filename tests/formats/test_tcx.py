"""TCX as Garmin and others write it."""

from datetime import UTC, datetime

import numpy as np
import pytest

from backstride import formats
from backstride.errors import BadFile
from backstride.recording import Lap, Pause, Recording
from tests.formats.samples import tcx

START = datetime(2024, 5, 1, 10, 30, tzinfo=UTC)


def one(data: bytes) -> Recording:
    (recording,) = formats.read("run.tcx", data)
    return recording


def test_points_laps_and_totals() -> None:
    recording = one(tcx())
    i = np.arange(120)
    assert recording.start == START
    assert recording.about.sport == "running"
    assert recording.about.device == "Forerunner"
    assert recording.about.notes == "felt good"
    np.testing.assert_array_equal(recording.signals["distance"].values, 3 * i)
    np.testing.assert_array_equal(recording.signals["heart_rate"].values, 100 + i % 50)
    np.testing.assert_array_equal(recording.signals["cadence"].values, 0 * i + 170)
    np.testing.assert_array_equal(recording.signals["speed"].values, 0 * i + 3)
    np.testing.assert_array_equal(recording.signals["power"].values, 0 * i + 250)
    np.testing.assert_allclose(recording.signals["position"].values[:, 0], 47 + i * 1e-5)
    assert recording.about.laps == (
        Lap(0.0, 60.0, "lap 0", 180.0, "manual"),
        Lap(60.0, 120.0, "lap 1", 180.0, "manual"),
    )
    assert recording.about.totals == {"distance_m": 360.0, "timer_s": 120.0, "energy_kcal": 20.0}


def test_tracks_of_a_lap_are_parted_by_pauses() -> None:
    data = tcx(laps=1)
    # The second half of the lap becomes a track of its own, half a minute later.
    head, _, rest = data.partition(b"<Trackpoint><Time>2024-05-01T10:30:30")
    moved = b"<Trackpoint><Time>2024-05-01T10:31:00" + rest
    for second in range(31, 60):
        moved = moved.replace(f"10:30:{second:02d}.".encode(), f"10:31:{second - 30:02d}.".encode())
    recording = one(head + b"</Track><Track>" + moved)
    assert recording.about.pauses == (Pause(29.0, 60.0),)


def test_an_activity_of_laps_alone() -> None:
    data = tcx(laps=1, points=0).replace(b"<TotalTimeSeconds>0", b"<TotalTimeSeconds>600")
    recording = one(data.replace(b"<DistanceMeters>0", b"<DistanceMeters>1500"))
    assert recording.signals == {}
    assert recording.duration_s == 600
    assert recording.about.totals["distance_m"] == 1500


def test_each_activity_is_a_recording() -> None:
    data = tcx(laps=1)
    activity = data[data.index(b"<Activity ") : data.index(b"</Activities>")]
    two = data.replace(
        b"</Activities>", activity.replace(b"10:30:", b"12:30:").replace(b"Running", b"Biking") + b"</Activities>"
    )
    first, second = formats.read("two.tcx", two)
    assert (first.about.sport, second.about.sport) == ("running", "cycling")
    assert (second.start - first.start).total_seconds() == 7200


def test_leading_blanks_and_missing_end() -> None:
    data = b"          " + tcx()
    cut = data[: data.rindex(b"<Trackpoint>") + 80]
    recording = one(cut)
    assert recording.about.loss is not None
    assert len(recording.signals["heart_rate"]) == 119


def test_damage_in_the_middle_keeps_later_laps() -> None:
    data = bytearray(tcx(laps=3))
    at = data.index(b"<AltitudeMeters>", len(data) // 3)
    data[at : at + 16] = bytes(16)
    recording = one(bytes(data))
    assert recording.about.loss is not None
    assert recording.about.loss.records_lost == 1
    assert len(recording.signals["heart_rate"]) == 179
    assert len(recording.about.laps) == 3


def test_a_lap_of_another_year_is_left_out() -> None:
    data = tcx().replace(b'StartTime="2024-05-01T10:31', b'StartTime="2094-05-01T10:31')
    recording = one(data)
    assert len(recording.about.laps) == 1
    assert recording.duration_s < 200


def test_a_lap_of_endless_time_is_bounded() -> None:
    recording = one(tcx().replace(b"<TotalTimeSeconds>60", b"<TotalTimeSeconds>6e99"))
    assert recording.duration_s < 31 * 86_400


def test_a_course_is_refused() -> None:
    data = b"<TrainingCenterDatabase><Courses><Course><Name>x</Name></Course></Courses></TrainingCenterDatabase>"
    with pytest.raises(BadFile, match="courses"):
        formats.read("course.tcx", data)


def test_document_types_are_refused() -> None:
    data = tcx().replace(b"<TrainingCenterDatabase", b'<!DOCTYPE x [<!ENTITY a "b">]><TrainingCenterDatabase', 1)
    with pytest.raises(BadFile, match="DTD"):
        formats.read("run.tcx", data)
