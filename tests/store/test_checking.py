import os
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import delete, text, update

from backstride.errors import BadStore
from backstride.physiology.heart import Heard
from backstride.store import Store, hearts
from backstride.store.checking import check
from backstride.store.schema import plan, recording, session, signal_file
from tests import coached, made


def codes(store: Store) -> list[str]:
    return [finding.code for finding in check(store.database, store.files)]


def paths(store: Store, place: str) -> list[Path]:
    return sorted((store.folder / place).glob("*/*"))


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)


HARMS: tuple[tuple[Callable[[Store], object], str], ...] = (
    (lambda store: paths(store, "originals")[0].unlink(), "original-missing"),
    (lambda store: _flip(paths(store, "originals")[0]), "original-damaged"),
    (lambda store: paths(store, "originals")[0].write_bytes(b""), "original-damaged"),
    (lambda store: paths(store, "signals")[0].unlink(), "signals-missing"),
    (lambda store: _flip(paths(store, "signals")[0]), "signals-damaged"),
)


@pytest.mark.parametrize(("harm", "code"), HARMS)
def test_harm_to_files_is_found(store: Store, harm: Callable[[Store], object], code: str) -> None:
    store.recordings.add(made.new_file())
    assert codes(store) == []
    harm(store)
    assert codes(store) == [code]


def test_rows_that_do_not_fit_are_found(store: Store) -> None:
    store.recordings.add(made.new_file())
    with store.database.writing() as db:
        wrong = '[{"name":"a","unit":"","axes":[],"samples":7,"rate_hz":1,"columns":0,"partial":false}]'
        db.execute(update(signal_file).where(signal_file.c.clock == 0).values(signals=wrong))
    assert codes(store) == ["signals-short"]
    with store.database.writing() as db:
        db.execute(delete(recording))
    assert codes(store) == ["no-recording"]


def test_a_recording_removed_while_we_look_is_no_fault(store: Store) -> None:
    ids = [store.recordings.add(made.new_file(bytes((n,)), made.recording(seconds=20 + n))).ids[0] for n in range(3)]
    originals = [store.files.original(store.recordings.get(id_).sha) for id_ in ids]
    originals[0].write_bytes(b"harmed")
    harmed = store.recordings.get(ids[0]).sha
    looking = check(store.database, store.files)
    first = next(looking)
    assert harmed in first.subject
    store.recordings.remove(ids[1])
    store.recordings.remove(ids[2])
    assert list(looking) == []


def test_a_damaged_database_is_found(sqlite_store: Store) -> None:
    store = sqlite_store
    for number in range(30):
        store.recordings.add(made.new_file(str(number).encode()))
    store.close()
    database = store.folder / "backstride.sqlite"
    size = database.stat().st_size
    with database.open("r+b") as stream:
        stream.seek(size // 4096 // 2 * 4096)
        stream.write(os.urandom(4096 * 3))
    with Store(store.folder) as opened:
        assert "database" in codes(opened)


def test_strays_are_no_fault_and_are_cleared_once_old(store: Store) -> None:
    (id_,) = store.recordings.add(made.new_file()).ids
    stray = store.files.original("ab" * 32)
    store.files.put([(stray, b"renamed, but the process died before the row was written")])
    (store.folder / "unfinished" / "half").write_bytes(b"half")
    assert codes(store) == []
    assert store.files.tidy() == 0
    assert store.files.tidy(older_than_s=-1) == 1
    store.recordings.tidy(lambda path: False)
    assert stray.exists()
    store.recordings.tidy(lambda path: True)
    assert not stray.exists()
    made.assert_same(store.recordings.load(id_), made.recording())


def test_rows_that_cannot_be_understood_are_found(sqlite_store: Store) -> None:
    sqlite_store.recordings.add(made.new_file())
    with sqlite_store.database.writing() as db:
        db.execute(update(signal_file).values(signals="{{{"))
    assert set(codes(sqlite_store)) == {"database"}


def test_a_database_without_its_tables_is_said_in_words(sqlite_store: Store) -> None:
    with sqlite_store.database.writing() as db:
        db.exec_driver_sql("DROP TABLE signal_file")
    with pytest.raises(BadStore, match="no such table"):
        sqlite_store.recordings.tidy(lambda path: True)
    assert codes(sqlite_store) == ["database"]


def test_texts_of_the_coach_that_cannot_be_read_are_found(store: Store) -> None:
    store.coach.save_answers(coached.ANSWERS)
    store.coach.save_plan(coached.plan(coached.planned("p1")))
    store.coach.save_session(coached.session())
    assert codes(store) == []
    with store.database.writing() as db:
        db.execute(update(session).values(body="{"))
        db.execute(update(plan).values(body=b"{}"))
    found = list(check(store.database, store.files))
    assert [(one.code, one.subject) for one in found] == [("unreadable", "plan plan-a"), ("unreadable", "session s1")]
    for read in (store.coach.plan, store.coach.sessions):
        with pytest.raises(BadStore, match="the command verify tells what"):
            read()


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE outcome SET body = '{'",
        "UPDATE alternation SET body = 'x'",
        "UPDATE body_setting SET body = ''",
        "UPDATE recording SET about = '[]'",
        "UPDATE analysis SET body = '{'",
        "UPDATE heart SET parts = 'x'",
    ],
)
def test_everything_that_is_kept_as_text_is_read(store: Store, harm: str) -> None:
    (id_,) = store.recordings.add(made.new_file()).ids
    with store.database.writing() as db:
        hearts.save(db, id_, Heard(top_bpm=181.0))
    store.measuring.save_outcome("", made.START, "{}")
    store.measuring.save_alternation(coached.FIRST, "{}")
    store.measuring.save_setting("heart", coached.FIRST, "{}")
    assert codes(store) == []
    with store.database.writing() as db:
        assert db.execute(text(harm)).rowcount == 1
    (found,) = check(store.database, store.files)
    assert (found.code, found.subject.split()[0]) == ("unreadable", harm.split()[1])
