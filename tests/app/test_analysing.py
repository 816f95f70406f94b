import json
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import update

from backstride import app, gait
from backstride.app.digest import ribbon
from backstride.app.work import analysed
from backstride.errors import BadAnswers, BadFile, NotFound
from backstride.recording import Bout, Direction, Gait, Placement, Recording
from backstride.simulate import demo_runner
from backstride.store import Store
from backstride.store.schema import analysis
from tests import made, reasons
from tests.app import files

KEYS = [
    "file", "format", "start", "duration_s", "device", "placement", "signals", "laps", "bouts", "events", "metrics",
    "quality", "loss",
]  # fmt: skip


def test_a_file_is_analysed_and_nothing_is_kept() -> None:
    ((recording, found),) = app.analyse_bytes("imu.csv", files.sensor())
    assert found.recipe == gait.RECIPE
    assert found.bouts[-1].end_s == pytest.approx(recording.duration_s)
    with pytest.raises(BadFile):
        app.analyse_bytes("x.fit", b"nonsense")


def test_all_files_of_an_archive_are_analysed() -> None:
    archive = files.zipped(**{"a.gpx": files.gpx(), "b.csv": files.sensor()})
    found = app.analyse_bytes("x.zip", archive)
    assert [next(iter(recording.signals)) for recording, _ in found] == ["position", "acceleration"]


def test_options_are_read_as_a_person_writes_them() -> None:
    assert app.options_of(placement="wrist", mass_kg=70).placement is Placement.WRIST
    assert app.options_of().placement is None
    with pytest.raises(BadAnswers, match="foot"):
        app.options_of(placement="tail")


def test_the_report_has_the_documented_shape() -> None:
    recording = made.recording(loss=made.LOSS)
    report = json.loads(app.report_json("run.fit", recording, made.analysis()))
    assert list(report) == KEYS
    assert report["start"] == "2026-03-02T17:30:00+00:00"
    assert report["signals"][0] == {
        "name": "acceleration",
        "unit": "m/s2",
        "rate_hz": pytest.approx(50),
        "samples": 3000,
    }
    assert report["laps"][1] == {"start_s": 30, "end_s": 60, "name": "", "distance_m": 75.5, "trigger": "button"}
    assert report["laps"][0]["distance_m"] is None
    assert report["bouts"][0]["evidence"] == [
        {"source": "lap", "says": "backward", "confidence": 0.9, "why": "lap Backward"}
    ]
    assert report["metrics"][1] == {
        "key": "cadence_spm",
        "label": "Cadence",
        "value": None,
        "unit": "1/min",
        "low": 1.0,
        "high": 2.0,
        "grade": "expert",
        "direction": "backward",
    }
    assert [note["code"] for note in report["quality"]] == ["jitter", "clipped"]
    assert report["events"] == []
    assert report["loss"] == {
        "message": "16 bytes in the middle could not be read",
        "records_kept": 58,
        "records_lost": None,
        "bytes_skipped": 16,
    }


def test_the_report_carries_events_and_when_asked_the_reasoning() -> None:
    found = replace(made.analysis(), events=reasons.EVENTS, reasoning=reasons.reasoning())
    report = json.loads(app.report_json("run.fit", made.recording(), found, reasoning=True))
    assert [one["kind"] for one in report["events"]] == [one.kind for one in reasons.EVENTS]
    assert report["events"][0] == {
        "kind": "transition",
        "start_s": 20.0,
        "end_s": 23.5,
        "confidence": 0.9,
        "before": "forward",
        "after": "backward",
        "stop_s": 3.5,
        "clean": True,
        "turned_rad": None,
        "side": None,
        "why": "stood still for 3.5 s",
    }
    assert (report["events"][1]["side"], report["events"][1]["clean"]) == ("left", None)
    told = report["reasoning"]
    frames = len(reasons.reasoning().chance)
    assert list(told) == ["edge_s", "front", "chance", "sources"]
    assert len(told["edge_s"]) == frames + 1
    assert list(told["chance"]) == ["forward", "backward", "sideways", "turning", "still"]
    assert all(len(column) == frames for column in told["chance"].values())
    assert told["chance"]["forward"][-1] is None
    assert [(one["source"], len(one["forward_odds"])) for one in told["sources"]] == [
        ("imu", frames),
        ("compass", frames),
    ]


def test_a_report_of_a_real_analysis_is_json_without_nan() -> None:
    for name, data in (("a.gpx", files.gpx()), ("b.csv", files.sensor())):
        ((recording, found),) = app.analyse_bytes(name, data)
        text = app.report_json(name, recording, found)
        assert "NaN" not in text
        assert json.loads(text)["metrics"]
    assert json.loads(text)["start"] is None


def test_an_analysis_that_fails_is_a_reason_and_the_recording_stays(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("the rules are broken")

    monkeypatch.setattr(gait, "analyse", fail)
    (line,) = app.import_file(store, "a.gpx", files.gpx())
    assert (line.became, str(line.message)) == (app.Became.IMPORTED, "ZeroDivisionError: the rules are broken")
    shown = app.show_recording(store, line.ids[0])
    assert (shown.error, shown.bouts, shown.stale) == (line.message, (), False)
    monkeypatch.undo()
    assert app.analyse_now(store, line.ids[0]) is not None
    assert app.show_recording(store, line.ids[0]).error is None


@pytest.mark.parametrize("engine", ["here", "processes"])
def test_a_new_recipe_reopens_the_work(sqlite_store: Store, engine: str) -> None:
    ids = [
        line.ids[0]
        for number in range(3)
        for line in app.import_file(sqlite_store, "x.gpx", files.gpx(files.START + timedelta(days=number)))
    ]
    app.label(sqlite_store, ids[0], 10.0, 20.0, Direction.BACKWARD)
    before = [repr(app.show_recording(sqlite_store, id_).bouts) for id_ in ids]
    with sqlite_store.database.writing() as db:
        db.execute(update(analysis).values(recipe="older"))
    assert all(app.show_recording(sqlite_store, id_).stale for id_ in ids)
    steps = list(app.analyse_pending(sqlite_store, engine))
    assert sorted(step.id for step in steps) == sorted(ids)
    assert [(step.done, step.total, step.error) for step in steps] == [(n, 3, None) for n in (1, 2, 3)]
    assert [repr(app.show_recording(sqlite_store, id_).bouts) for id_ in ids] == before
    assert list(app.analyse_pending(sqlite_store, engine)) == []


def test_a_recording_whose_signals_are_lost_stops_nothing(sqlite_store: Store) -> None:
    ids = [
        sqlite_store.recordings.add(made.new_file(name, made.recording(seconds=n))).ids[0]
        for n, name in ((60, b"a"), (70, b"b"))
    ]
    sqlite_store.files.signal(sqlite_store.recordings.get(ids[0]).files[0].sha).unlink()
    assert [step.id for step in app.analyse_pending(sqlite_store, "here")] == [ids[1]]
    assert "cannot be read" in str(app.show_recording(sqlite_store, ids[0]).error)
    assert list(app.analyse_pending(sqlite_store, "here")) == []


def test_the_analysis_of_stored_signals_equals_that_of_the_file(sqlite_store: Store) -> None:
    (line,) = app.import_file(sqlite_store, "imu.csv", files.sensor(60))
    ((recording, found),) = app.analyse_bytes("imu.csv", files.sensor(60))
    again = analysed(sqlite_store.recordings.load(line.ids[0]), (), gait.Options()).analysis
    assert again is not None
    assert repr(again.bouts) == repr(found.bouts)
    assert repr(again.metrics) == repr(found.metrics)
    made.assert_same(sqlite_store.recordings.load(line.ids[0]), recording)


def _bouts(*directions: Direction) -> tuple[Bout, ...]:
    return tuple(Bout(float(n), n + 1.0, one, Gait.RUN, 0.9) for n, one in enumerate(directions))


def test_a_ribbon_joins_neighbours_and_stays_small() -> None:
    back, forth = Direction.BACKWARD, Direction.FORWARD
    assert ribbon(_bouts(back, back, forth), 3.0) == ((0.0, 0.66667, back), (0.66667, 1.0, forth))
    assert ribbon((), 0.0) == ()
    many = ribbon(_bouts(*[(back, forth)[n % 2] for n in range(1000)]), 1000.0)
    assert len(many) <= 120
    assert (many[0][0], many[-1][1]) == (0.0, 1.0)
    assert all(one[1] == other[0] and one[2] is not other[2] for one, other in pairwise(many))


def test_a_ribbon_of_dense_intervals_keeps_the_shares_everywhere() -> None:
    """Five hours of 12 s backward in every 30 s: each slot holds more forward, and five whole intervals."""
    back, forth = Direction.BACKWARD, Direction.FORWARD
    ends = [30.0 * (n // 2) + (12.0 if n % 2 == 0 else 30.0) for n in range(1200)]
    bouts = tuple(
        Bout(start, end, (back, forth)[n % 2], Gait.RUN, 0.9) for n, (start, end) in enumerate(pairwise([0.0, *ends]))
    )
    drawn = ribbon(bouts, 18_000.0)
    assert len(drawn) <= 120
    for until in (0.1, 0.25, 0.5, 0.75, 1.0):
        backward = sum(max(0.0, min(end, until) - start) for start, end, direction in drawn if direction is back)
        assert backward == pytest.approx(0.4 * until, abs=1 / 120)


def test_backup_verify_and_restore(store: Store, tmp_path: Path) -> None:
    (line,) = app.import_file(store, "a.gpx", files.gpx())
    app.save_settings(store, {"units": "imperial"})
    target = app.backup(store, tmp_path)
    assert target.name.startswith("backstride-")
    assert target.suffix == ".zip"
    assert app.restore(target, tmp_path / "other") == 1
    with app.open_store(tmp_path / "other") as other:
        one, same = (replace(app.show_recording(place, line.ids[0]), version="") for place in (store, other))
        assert repr(one) == repr(same)
        assert app.read_settings(other).units == "imperial"
        assert app.verify(other) == ()
        other.files.original(other.recordings.get(line.ids[0]).sha).unlink()
        assert [finding.code for finding in app.verify(other)] == ["original-missing"]
    with pytest.raises(NotFound):
        app.restore(tmp_path / "none.zip", tmp_path / "other")


def test_the_demo_is_simulated_and_made_once_for_each_set_of_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = demo_runner()[:4]
    calls = []

    def two_sessions() -> tuple[tuple[str, Recording], ...]:
        calls.append(1)
        return first

    monkeypatch.setattr("backstride.app.demo.demo_runner", two_sessions)
    with app.demo_store(tmp_path / "demo") as store:
        listing = app.list_recordings(store)
        assert (listing.total, all(row.simulated for row in listing.rows)) == (4, True)
        track = next(row for row in listing.rows if row.name.startswith("Track"))
        assert track.by_direction[Direction.BACKWARD] > 60
        assert app.verify(store) == ()
    with app.demo_store(tmp_path / "demo") as store:
        assert app.list_recordings(store).total == 4
    assert calls == [1]

    monkeypatch.setattr("backstride.app.demo.RECIPE", "another")
    with app.demo_store(tmp_path / "demo") as store:
        assert app.list_recordings(store).total == 4
    assert calls == [1, 1]


def test_the_default_folder_is_not_made_by_asking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert app.default_folder().name == "backstride"
    assert list(tmp_path.iterdir()) == []
