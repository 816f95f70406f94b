from datetime import timedelta

import numpy as np
import pytest

from backstride import app
from backstride.app import Query
from backstride.app.series import level
from backstride.errors import BadAnswers, NotAllowed, NotFound
from backstride.recording import Direction, Placement, Signal
from backstride.store import Store
from tests import made
from tests.app import files


@pytest.fixture
def walk(sqlite_store: Store) -> str:
    (line,) = app.import_file(sqlite_store, "imu.csv", files.sensor(60))
    return line.ids[0]


def test_a_page_beyond_the_last_is_the_last(sqlite_store: Store) -> None:
    for number in range(5):
        sqlite_store.recordings.add(
            made.new_file(str(number).encode(), made.recording(made.START + timedelta(days=number)))
        )
    listing = app.list_recordings(sqlite_store, Query(page=9, per_page=2))
    assert (listing.page, listing.pages, listing.total, len(listing.rows)) == (3, 3, 5, 1)
    assert (listing.sports, listing.formats) == (("running",), ("test",))


def test_an_order_that_does_not_exist_is_refused(sqlite_store: Store) -> None:
    with pytest.raises(BadAnswers, match="start, added"):
        app.list_recordings(sqlite_store, Query(sort="mood"))


def test_an_empty_store_has_one_empty_page(sqlite_store: Store) -> None:
    listing = app.list_recordings(sqlite_store)
    assert (listing.rows, listing.total, listing.pages) == ((), 0, 1)


def test_a_row_leaves_out_directions_that_do_not_occur(sqlite_store: Store) -> None:
    sqlite_store.recordings.add(made.new_file())
    (row,) = app.list_recordings(sqlite_store).rows
    assert set(row.by_direction) == {Direction.BACKWARD, Direction.FORWARD}


def test_a_correction_changes_the_analysis_at_once_and_undo_takes_it_back(sqlite_store: Store, walk: str) -> None:
    before = repr(app.show_recording(sqlite_store, walk).bouts)
    analysis = app.label(sqlite_store, walk, 10.0, 20.0, Direction.BACKWARD).analysis
    assert analysis is not None
    shown = app.show_recording(sqlite_store, walk)
    assert shown.bouts == analysis.bouts
    assert any((bout.start_s, bout.end_s, bout.direction) == (10.0, 20.0, Direction.BACKWARD) for bout in shown.bouts)
    (row,) = app.list_recordings(sqlite_store).rows
    assert row.by_direction[Direction.BACKWARD] >= 10.0
    app.undo(sqlite_store, walk)
    assert repr(app.show_recording(sqlite_store, walk).bouts) == before


@pytest.mark.parametrize(("start_s", "end_s", "bad"), [(5, 5, {"end"}), (-1, 3, {"start"}), (70, 60, {"start", "end"})])
def test_a_correction_outside_is_refused_with_every_fault(
    sqlite_store: Store, walk: str, start_s: float, end_s: float, bad: set[str]
) -> None:
    with pytest.raises(BadAnswers) as caught:
        app.label(sqlite_store, walk, start_s, end_s, Direction.BACKWARD)
    assert set(caught.value.fields) == bad
    assert app.show_recording(sqlite_store, walk).labels == ()


def test_the_placement_a_person_says_stands_above_the_files(sqlite_store: Store, walk: str) -> None:
    app.describe(sqlite_store, walk, "Name", "Notes", Placement.WRIST)
    shown = app.show_recording(sqlite_store, walk)
    assert (shown.name, shown.notes, shown.about.placement, shown.stale) == ("Name", "Notes", Placement.WRIST, False)


def test_what_is_not_there_is_not_found(sqlite_store: Store) -> None:
    for ask in (app.show_recording, app.original, app.remove, app.track, app.undo):
        with pytest.raises(NotFound):
            ask(sqlite_store, "0" * 16)
    with pytest.raises(NotFound):
        app.series(sqlite_store, "0" * 16, ["speed"])


def test_charts_get_what_a_screen_can_show(sqlite_store: Store) -> None:
    recording = made.recording(seconds=600)
    (id_,) = sqlite_store.recordings.add(made.new_file(b"long", recording)).ids
    found = app.series(sqlite_store, id_, ["heart_rate", "acceleration", "position", "nothing"], 0.0, np.inf, 200)
    assert [one.name for one in found.levels] == ["heart_rate", "acceleration"]
    heart, shake = found.levels
    size = np.linalg.norm(recording.signals["acceleration"].values, axis=1)
    assert len(shake.time_s) <= 200
    assert shake.low is not None
    assert shake.high is not None
    assert (shake.low.min(), shake.high.max()) == (size.min(), size.max())
    assert heart.unit == "bpm"
    part = app.series(sqlite_store, id_, ["speed"], 100.0, 110.0, 200).levels[0]
    assert (part.time_s[0], part.time_s[-1], part.low) == (99.0, 110.0, None)


def test_levels_skip_missing_samples_and_keep_holes() -> None:
    time_s = np.concatenate((np.arange(0.0, 100.0), np.arange(200.0, 300.0)))
    values = np.where(np.arange(200) % 2, np.nan, time_s)
    found = level("speed", Signal(time_s, values, "m/s"), 0.0, 1e9, 50)
    assert np.isfinite(found.mean).all()
    assert found.low is not None
    assert np.all(found.low <= found.mean)
    assert not np.any((found.time_s > 100) & (found.time_s < 199))
    assert found.gap_s < 100
    empty = level("speed", Signal(time_s, np.full(200, np.nan), "m/s"), 0.0, 1e9, 50)
    assert np.isnan(empty.mean).all()


@pytest.mark.parametrize("count", [0, 1, 2])
def test_levels_of_hardly_any_samples(count: int) -> None:
    samples = np.arange(float(count))
    assert len(level("speed", Signal(samples, samples, "m/s"), 0.0, 10.0, 16).time_s) == count


def test_a_track_keeps_its_bends(sqlite_store: Store) -> None:
    time_s = np.arange(10_000.0)
    there, back = np.linspace(0, 0.05, 5_000), np.linspace(0.05, 0, 5_000)
    lat = np.where(np.arange(10_000) == 77, np.nan, np.concatenate((there, back)))
    recording = made.recording()
    places = np.stack((lat, np.full(10_000, 12.0)), 1)
    places[500:503] = np.nan  # a receiver that does not know
    signals = {"position": Signal(time_s, places, "deg", ("lat", "lon"))}
    (id_,) = sqlite_store.recordings.add(
        made.new_file(b"track", type(recording)(recording.start, signals, recording.about))
    ).ids
    track = app.track(sqlite_store, id_, 100)
    assert 50 < len(track.time_s) <= 102
    assert track.lat.max() == pytest.approx(0.05, abs=1e-9)
    assert np.isfinite(track.lat).all()
    assert np.all(track.lon == 12.0)
    assert np.all(np.diff(track.time_s) > 0)


def test_a_recording_without_positions_has_an_empty_track(sqlite_store: Store, walk: str) -> None:
    assert len(app.track(sqlite_store, walk).time_s) == 0


def test_exports(sqlite_store: Store, walk: str) -> None:
    for kind in app.EXPORT_KINDS:
        if kind.name == "gpx":
            with pytest.raises(NotAllowed):
                app.export(sqlite_store, walk, "gpx")
            continue
        name, media_type, data = app.export(sqlite_store, walk, kind.name)
        assert (name, media_type) == (f"imu {walk}{kind.suffix}", kind.media_type)
        assert data
    with pytest.raises(NotFound, match="choose one of"):
        app.export(sqlite_store, walk, "xlsx")


def test_export_names_are_safe_everywhere(sqlite_store: Store) -> None:
    (line,) = app.import_file(sqlite_store, "x.gpx", files.gpx(name='a/b:c*"ü' + "x" * 200))
    name, _, _ = app.export(sqlite_store, line.ids[0], "csv")
    assert name.startswith("2026-04-01 a_b_c__ü")
    assert len(name) < 130


def test_all_can_be_exported_and_those_that_cannot_say_why(sqlite_store: Store, walk: str) -> None:
    list(app.import_file(sqlite_store, "x.gpx", files.gpx()))
    outcomes = list(app.export_all(sqlite_store, "gpx"))
    assert sum(isinstance(outcome, NotAllowed) for outcome in outcomes) == 1
    assert len(outcomes) == 2


def test_a_name_longer_than_a_list_can_show_is_refused(sqlite_store: Store, walk: str) -> None:
    with pytest.raises(BadAnswers, match="at most 500") as bad:
        app.describe(sqlite_store, walk, "n" * 501, "x" * 100_001)
    assert set(bad.value.fields) == {"name", "notes"}
    assert app.show_recording(sqlite_store, walk).name == "imu"
