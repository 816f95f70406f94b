"""All that the coach knows, out and in: nothing is lost, nothing that is kept is changed."""

import gzip
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from backstride import app
from backstride.app.coach_file import bring_coach, read_coach, write_coach
from backstride.app.linking import settle
from backstride.errors import BadFile
from backstride.plan.check import Check, Go
from backstride.store import Store
from tests import coached, made


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "other") as opened:
        yield opened


@pytest.fixture
def filled(store: Store) -> Store:
    (id_,) = store.recordings.add(made.new_file()).ids
    store.coach.save_answers(coached.ANSWERS)
    store.coach.save_plan(coached.plan(coached.planned("p1")))
    store.coach.save_plan(coached.plan(coached.planned("p1"), version=2))
    store.coach.save_check(Check(coached.FIRST, Go.WALK, answers={"sleep": "short"}))
    store.coach.save_session(coached.session("p1", coached.FIRST, id_, planned="p1"), chosen=True)
    store.coach.save_session(coached.session("s2", coached.FIRST + timedelta(days=3)))
    store.coach.keep_draft({"birth_year": "1984"})
    return store


def everything(store: Store) -> list[object]:
    rows = [replace(row, edition=0) for row in store.coach.every_row()]
    plans = [(one.plan, one.until is None) for one in store.coach.plans()]
    return [store.coach.answered(), plans, store.coach.checks(), rows, store.coach.draft()]


def test_a_store_where_nothing_is_known_of_the_coach_has_no_file(store: Store) -> None:
    assert write_coach(store) is None
    assert list(app.export_all(store, "json")) == []


def test_everything_comes_back_whatever_is_imported_first(filled: Store, other: Store) -> None:
    data = write_coach(filled)
    assert data
    (line,) = app.import_file(other, "coach.json.gz", data)
    assert (line.became, str(line.message)) == (app.Became.IMPORTED, "new entries of the coach: 7")
    assert other.coach.session("p1").recordings == ()
    assert other.coach.session("p1").measured == filled.coach.session("p1").measured
    assert [one[0] for one in app.export_all(filled, "json") if isinstance(one, tuple)][-1] == "coach.json.gz"
    other.recordings.add(made.new_file())
    settle(other)
    assert other.coach.session("p1").recordings == filled.coach.session("p1").recordings
    rest = [everything(one)[:3] + everything(one)[4:] for one in (filled, other)]
    assert rest[0] == rest[1]


def test_bringing_it_in_again_changes_nothing(filled: Store, other: Store) -> None:
    data = write_coach(filled)
    assert data
    bring_coach(other, gzip.decompress(data))
    before = everything(other)
    for store in (other, filled):
        (line,) = app.import_file(store, "coach.json", gzip.decompress(data))
        assert (line.became, line.message) == (app.Became.ALREADY_THERE, None)
    assert everything(other) == before


def test_what_differs_stays_as_it_is_here(filled: Store, other: Store) -> None:
    data = write_coach(filled)
    assert data
    mine = replace(coached.session("s2", coached.FIRST + timedelta(days=3)), notes="mine")
    other.coach.save_session(mine)
    other.coach.save_check(Check(coached.FIRST, Go.GO))
    other.coach.save_plan(coached.plan(id_="own"))
    other.coach.keep_draft({"birth_year": "1990"})
    brought = bring_coach(other, gzip.decompress(data))
    assert (brought.new, brought.different) == (4, 2)
    assert "2 differ" in str(brought.message)
    assert other.coach.session("s2") == mine
    held = other.coach.plan()
    assert held
    assert held.id == "own"
    assert len(other.coach.plans()) == 3
    assert other.coach.check(coached.FIRST) == Check(coached.FIRST, Go.GO)
    assert other.coach.draft() == {"birth_year": "1990"}


HEAD = b'{"format":"backstride-coach","version":1'


@pytest.mark.parametrize(
    "data",
    [
        HEAD,
        HEAD + b',"sessions":[{"session":{"id":"","day":"2026-03-02","logged_at":"2026-03-02T18:00Z"},"chosen":true}]}',
        HEAD + b',"sessions":[{"session":{"id":"a","day":"x","logged_at":"y"},"chosen":true}]}',
        HEAD + b',"sessions":[{"session":7,"chosen":true}]}',
        HEAD + b',"sessions":7}',
        HEAD + b',"draft":{"a":7}}',
        HEAD + b',"checks":[{"day":"2026-03-02","go":9}]}',
        HEAD + b',"checks":[{"day":"2026-03-02","go":1,"answers":{"a":[1]}}]}',
        HEAD + b',"checks":[{"day":"2026-03-02","go":1,"reasons":[{"go":1,"says":{"template":"{x.real}",'
        b'"values":{"x":1}},"instead":{"template":"","values":{}},"claim":""}]}]}',
        HEAD[:-1] + b'2}',
        HEAD + b',"answers":' + b"[" * 5000,
    ],
)  # fmt: skip
def test_a_file_that_holds_something_else_is_refused_whole(sqlite_store: Store, data: bytes) -> None:
    with pytest.raises(BadFile):
        read_coach(data)
    (line,) = app.import_file(sqlite_store, "coach.json", data)
    assert line.became is app.Became.FAILED
    assert write_coach(sqlite_store) is None


def test_settings_come_along_where_none_are_here(store: Store, other: Store) -> None:
    app.save_settings(store, {"mass_kg": "70.25", "birth_year": "1984", "language": "de"})
    app.save_settings(store, {"tile_url": "https://tiles.example.org/{z}/{x}/{y}.png"})
    app.save_settings(other, {"language": "en"})
    data = write_coach(store)
    assert data
    assert bring_coach(other, gzip.decompress(data)).new == 2
    settings = app.read_settings(other)
    assert (settings.mass_kg, settings.birth_year, settings.language) == (70.25, 1984, "en")
    assert settings.tile_url == ""  # a file sends nobody to a server
    assert bring_coach(other, gzip.decompress(data)).new == 0


def test_settings_of_a_file_are_held_against_the_form(store: Store) -> None:
    said = (
        b',"settings":{"mass_kg":"9999","sex":"x","time_zone":"/etc","tile_url":"https://a.test/{x}{y}{z}","gone":"1"}}'
    )
    assert bring_coach(store, HEAD + said).new == 0
    assert app.read_settings(store) == app.Settings()
