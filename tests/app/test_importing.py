import gzip
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from backstride import app
from backstride.app import Became, Progress
from backstride.recording import Direction, Placement
from backstride.store import Store
from tests.app import files


def became(lines: list[app.ImportLine]) -> dict[str, str]:
    return {line.name: line.became.value for line in lines}


def test_a_file_is_read_analysed_and_kept(store: Store) -> None:
    (line,) = app.import_file(store, "run.gpx", files.gpx())
    assert (line.became, line.message, line.twins) == (Became.IMPORTED, None, ())
    shown = app.show_recording(store, line.ids[0])
    assert (shown.name, shown.start, shown.about.sport, shown.stale) == ("Morning", files.START, "running", False)
    assert {row.name for row in shown.signals} >= {"position", "elevation"}
    assert shown.bouts[-1].end_s == pytest.approx(59)
    assert app.original(store, line.ids[0]) == ("run.gpx", files.gpx())
    assert app.verify(store) == ()


def test_the_same_bytes_are_kept_once_also_when_compressed(store: Store) -> None:
    (first,) = app.import_file(store, "run.gpx", files.gpx())
    (second,) = app.import_file(store, "copy.gpx.gz", gzip.compress(files.gpx()))
    assert (second.became, second.ids) == (Became.ALREADY_THERE, first.ids)


def test_importing_again_puts_back_what_has_gone_missing(store: Store) -> None:
    (line,) = app.import_file(store, "run.gpx", files.gpx())
    for path in list(store.files.kept()):
        path.unlink()
    assert app.verify(store) != ()
    (again,) = app.import_file(store, "run.gpx", files.gpx())
    assert (again.became, again.ids) == (Became.ALREADY_THERE, line.ids)
    assert app.verify(store) == ()
    assert app.original(store, line.ids[0]) == ("run.gpx", files.gpx())


def test_a_bad_file_is_said_in_words_and_nothing_is_stored(store: Store) -> None:
    (line,) = app.import_file(store, "run.fit", b"not a recording at all")
    assert (line.became, line.ids) == (Became.FAILED, ())
    assert line.message is not None
    assert app.list_recordings(store).total == 0
    assert list(store.files.kept()) == []


def test_a_damaged_file_is_recovered_and_says_what_is_lost(store: Store) -> None:
    cut = gzip.compress(files.gpx(seconds=600))[:-800]
    (line,) = app.import_file(store, "cut.gpx.gz", cut)
    assert line.became is Became.RECOVERED
    assert line.message is not None
    (row,) = app.list_recordings(store).rows
    assert row.loss
    assert app.verify(store) == ()


def test_an_archive_gives_a_line_for_each_file(store: Store) -> None:
    archive = files.zipped(**{"a/one.gpx": files.gpx(), "b/bad.gpx": b"<gpx", "c/same.gpx": files.gpx()})
    lines = list(app.import_file(store, "all.zip", archive))
    assert became(lines) == {
        "all.zip/one.gpx": "imported",
        "all.zip/bad.gpx": "failed",
        "all.zip/same.gpx": "already there",
    }
    assert app.list_recordings(store).total == 1


@pytest.mark.parametrize("engine", ["here", "processes"])
def test_folders_are_imported_and_a_second_run_finds_nothing_to_do(
    sqlite_store: Store, tmp_path: Path, engine: str
) -> None:
    there = tmp_path / "watch"
    (there / "2026" / ".hidden").mkdir(parents=True)
    for number in range(9):
        (there / "2026" / f"{number}.gpx").write_bytes(files.gpx(files.START + timedelta(days=number)))
    (there / "copy.gpx").write_bytes(files.gpx())
    (there / "notes.txt").write_bytes(b"bring water")
    (there / ".DS_Store").write_bytes(b"\0")
    (there / "2026" / ".hidden" / "x.gpx").write_bytes(files.gpx())
    seen: list[Progress] = []
    lines = list(app.import_paths(sqlite_store, [there], engine=engine, on_progress=seen.append))
    counted = sorted(line.became for line in lines)
    assert counted == [Became.ALREADY_THERE, Became.FAILED] + [Became.IMPORTED] * 9
    assert seen[-1] == Progress(11, 11)
    assert [step.done for step in seen] == list(range(1, 12))
    again = list(app.import_paths(sqlite_store, [there], engine=engine))
    assert {line.became for line in again if line.name != "notes.txt"} == {Became.ALREADY_THERE}
    assert app.list_recordings(sqlite_store).total == 9
    assert app.verify(sqlite_store) == ()


def test_files_that_cannot_be_opened_stop_nothing(sqlite_store: Store, tmp_path: Path) -> None:
    (tmp_path / "good.gpx").write_bytes(files.gpx())
    lines = list(app.import_paths(sqlite_store, [tmp_path / "gone.gpx", tmp_path / "good.gpx"], engine="here"))
    assert became(lines) == {"gone.gpx": "failed", "good.gpx": "imported"}


def test_a_name_that_is_not_utf8_can_be_shown(sqlite_store: Store, tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/l\xe4ufe.gpx"
    Path(os.fsdecode(raw)).write_bytes(files.gpx())
    (line,) = app.import_paths(sqlite_store, [Path(os.fsdecode(raw))])
    assert (line.name, line.became) == ("l?ufe.gpx", Became.IMPORTED)


def test_stopping_half_way_keeps_what_was_done(sqlite_store: Store, tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.gpx").write_bytes(files.gpx(files.START + timedelta(days=number)))
    lines = app.import_paths(sqlite_store, [tmp_path], engine="here")
    assert [next(lines).name, next(lines).name] == ["0.gpx", "1.gpx"]
    lines.close()  # type: ignore[attr-defined]
    assert app.list_recordings(sqlite_store).total == 2
    assert len(list(app.import_paths(sqlite_store, [tmp_path], engine="here"))) == 6
    assert app.list_recordings(sqlite_store).total == 6


def test_two_devices_are_one_session_in_the_list(store: Store) -> None:
    (watch,) = app.import_file(store, "watch.gpx", files.gpx())
    (phone,) = app.import_file(store, "phone.gpx", files.gpx(files.START + timedelta(seconds=3), name="Phone"))
    assert phone.twins == watch.ids
    (row,) = app.list_recordings(store).rows
    assert row.twins == phone.ids
    (twin,) = app.show_recording(store, watch.ids[0]).twins
    assert (twin.id, twin.name) == (phone.ids[0], "Phone")
    app.apart(store, phone.ids[0])
    assert app.list_recordings(store).total == 2


def test_the_log_tells_what_became_of_each_file(store: Store) -> None:
    list(app.import_file(store, "a.gpx", files.gpx()))
    list(app.import_file(store, "b.fit", b"nonsense"))
    newest, oldest = app.import_log(store)
    assert (newest.name, newest.became, oldest.name, oldest.became) == (
        "b.fit",
        Became.FAILED,
        "a.gpx",
        Became.IMPORTED,
    )
    assert newest.message is not None
    assert app.import_log(store, 1, newest.id) == (oldest,)


def test_everything_survives_export_and_import_into_a_fresh_store(store: Store, tmp_path: Path) -> None:
    (line,) = app.import_file(store, "imu.csv", files.sensor())
    id_ = line.ids[0]
    app.describe(store, id_, "Backward, slowly", "on grass", Placement.WRIST)
    app.label(store, id_, 2.0, 9.0, Direction.BACKWARD)
    app.label(store, id_, 9.0, 12.0, Direction.STILL)
    _, _, data = app.export(store, id_, "json")
    with Store(tmp_path / "fresh") as fresh:
        (back,) = app.import_file(fresh, "export.json", data)
        assert (back.became, back.ids) == (Became.IMPORTED, line.ids)
        ours, theirs = app.show_recording(store, id_), app.show_recording(fresh, id_)
        assert repr(replace(theirs, version="")) == repr(replace(ours, version=""))
        assert app.original(fresh, id_) == app.original(store, id_)
        assert app.export(fresh, id_, "csv") == app.export(store, id_, "csv")
        (again,) = app.import_file(fresh, "export.json", data)
        assert (again.became, again.message) == (Became.ALREADY_THERE, None)
        assert app.verify(fresh) == ()


def test_an_export_gives_labels_back_to_a_file_that_is_there_without_them(store: Store, tmp_path: Path) -> None:
    (line,) = app.import_file(store, "imu.csv", files.sensor())
    with Store(tmp_path / "other") as other:
        list(app.import_file(other, "imu.csv", files.sensor()))
        app.label(other, line.ids[0], 2.0, 9.0, Direction.BACKWARD)
        _, _, data = app.export(other, line.ids[0], "json")
    (back,) = app.import_file(store, "export.json", data)
    assert (back.became, back.ids) == (Became.ALREADY_THERE, line.ids)
    shown = app.show_recording(store, line.ids[0])
    assert len(shown.labels) == 1
    assert any(bout.direction is Direction.BACKWARD for bout in shown.bouts)
