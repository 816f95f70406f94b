import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from backstride.assess.trial import Trial
from backstride.errors import BadFile, BadStore, Conflict
from backstride.physiology.heart import Heard
from backstride.plan.check import Check, Go
from backstride.recording import Direction, Label
from backstride.store import Filter, Store, hearts
from backstride.store.backups import read_backup, write_backup
from backstride.store.checking import check
from tests import coached, made


@pytest.fixture
def filled(store: Store) -> Store:
    """Twins, a correction, a file of two recordings, a log, a finished job, a setting."""
    store.recordings.add(made.new_file(b"watch"))
    twin = store.recordings.add(made.new_file(b"foot")).ids[0]
    store.recordings.add(made.new_file(b"two", made.recording(seconds=30, sport="swim"), made.recording(seconds=20)))
    store.labels.add(twin, Label(0.0, 5.0, Direction.STILL))
    store.journal.new_job("j" * 32, "upload.zip")
    store.journal.write("a.fit", "failed", made.LOSS.message, (), (), "j" * 32)
    store.settings.write({"mass_kg": 70.5})
    store.coach.save_answers(coached.ANSWERS)
    store.coach.save_plan(coached.plan(coached.planned("p1")))
    store.coach.save_plan(coached.plan(coached.planned("p1"), version=2))
    store.coach.save_check(Check(coached.FIRST, Go.WALK))
    store.coach.save_session(coached.session("p1", coached.FIRST, twin, planned="p1"), chosen=True)
    store.coach.keep_draft({"birth_year": "1984"})
    store.coach.calendar_token()
    store.measuring.save_trial(Trial("t1", "stance", 30.0, coached.FIRST, made.START, details={"sway": 1.5}))
    store.measuring.save_outcome("plan-a", made.START, "{}")
    store.measuring.save_alternation(coached.FIRST, "{}")
    store.measuring.save_setting("heart", coached.FIRST, "{}")
    with store.database.writing() as db:
        hearts.save(db, twin, Heard(top_bpm=181.0))
    return store


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "fresh") as opened:
        yield opened


def everything(store: Store) -> list[object]:
    """All that a person can see."""
    rows, _ = store.lists.page(Filter(twins=True))
    details = [repr(store.recordings.get(row.id)) for row in rows]
    originals = [store.recordings.original(row.id) for row in rows]
    log = repr(store.journal.lines(limit=9))
    return [
        repr(rows),
        details,
        originals,
        log,
        store.settings.read(),
        [job.name for job in store.journal.jobs(limit=9)],
        store.coach.answered(),
        store.coach.plans(),
        store.coach.checks(),
        store.coach.every_row(),
        (store.coach.draft(), store.coach.calendar_token()),
        [store.measuring.trials(), store.measuring.settings()],
        [(one.plan_id, one.chosen_at, one.body) for one in store.measuring.outcomes()],
        [(one.begun, one.body) for one in store.measuring.alternations()],
        [repr(store.hearts.of(row.id)) for row in rows],
    ]


def test_everything_comes_back_in_a_fresh_store(filled: Store, fresh: Store, tmp_path: Path) -> None:
    backup = tmp_path / "b.zip"
    write_backup(filled.database, filled.files, backup)
    assert read_backup(backup, fresh.database, fresh.files, force=False) == 4
    assert everything(fresh) == everything(filled)
    assert list(check(fresh.database, fresh.files)) == []
    assert fresh.journal.waiting_ids() == frozenset()


def test_a_backup_of_sqlite_can_be_restored_into_either_database(store: Store, fresh: Store, tmp_path: Path) -> None:
    (id_,) = fresh.recordings.add(made.new_file()).ids
    fresh.labels.add(id_, Label(0.0, 5.0, Direction.STILL))
    write_backup(fresh.database, fresh.files, tmp_path / "b.zip")
    read_backup(tmp_path / "b.zip", store.database, store.files, force=False)
    assert everything(store)[:3] == everything(fresh)[:3]
    store.labels.add(id_, Label(5.0, 9.0, Direction.FORWARD))  # numbers go on after those that were copied
    assert len(store.recordings.get(id_).labels) == 2


def test_a_backup_unpacked_by_hand_is_a_data_folder(filled: Store, tmp_path: Path) -> None:
    write_backup(filled.database, filled.files, tmp_path / "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        archive.extractall(tmp_path / "by hand")
    with Store(tmp_path / "by hand") as opened:
        assert everything(opened)[:3] == everything(filled)[:3]
        assert list(check(opened.database, opened.files)) == []


def test_restoring_refuses_to_overwrite_unless_told(filled: Store, fresh: Store, tmp_path: Path) -> None:
    (other,) = fresh.recordings.add(made.new_file(b"other", made.recording(seconds=77))).ids
    write_backup(filled.database, filled.files, tmp_path / "b.zip")
    with pytest.raises(Conflict, match="holds 1 recordings"):
        read_backup(tmp_path / "b.zip", fresh.database, fresh.files, force=False)
    assert fresh.lists.every_id() == (other,)
    read_backup(tmp_path / "b.zip", fresh.database, fresh.files, force=True)
    assert everything(fresh) == everything(filled)
    assert {path.name for path in fresh.files.kept()} == {path.name for path in filled.files.kept()}


@pytest.mark.parametrize("harm", ["cut", "no backup", "changed original", "missing signals"])
def test_a_damaged_backup_changes_nothing(sqlite_store: Store, fresh: Store, tmp_path: Path, harm: str) -> None:
    sqlite_store.recordings.add(made.new_file())
    whole, bad = tmp_path / "whole.zip", tmp_path / "bad.zip"
    write_backup(sqlite_store.database, sqlite_store.files, whole)
    _harm(whole, bad, harm)
    (id_,) = fresh.recordings.add(made.new_file(b"mine")).ids
    with pytest.raises(BadFile):
        read_backup(bad, fresh.database, fresh.files, force=True)
    assert fresh.lists.every_id() == (id_,)
    assert list(check(fresh.database, fresh.files)) == []
    assert list((fresh.folder / "unfinished").iterdir()) == []


def _harm(whole: Path, bad: Path, harm: str) -> None:
    if harm == "cut":
        bad.write_bytes(whole.read_bytes()[:-200])
        return
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(bad, "w") as target:
        for name in source.namelist():
            if harm == "no backup" or (harm == "missing signals" and name.startswith("signals")):
                continue
            data = source.read(name)
            target.writestr(name, b"other" if harm == "changed original" and name.startswith("originals") else data)


def test_a_backup_with_paths_outside_writes_nothing_there(sqlite_store: Store, fresh: Store, tmp_path: Path) -> None:
    write_backup(sqlite_store.database, sqlite_store.files, tmp_path / "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip", "a") as archive:
        archive.writestr("../../../escaped", b"!")
        archive.writestr("originals/../../escaped", b"!")
    read_backup(tmp_path / "b.zip", fresh.database, fresh.files, force=False)
    assert not list(tmp_path.rglob("*escaped*"))


def test_backups_while_others_write_and_remove_are_whole(filled: Store, tmp_path: Path) -> None:
    stop = Event()

    def work() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            ids = filled.recordings.add(made.new_file(f"busy {number}".encode())).ids
            if number % 2:
                filled.recordings.remove(ids[0])

    worker = Thread(target=work)
    worker.start()
    try:
        for number in range(5):
            write_backup(filled.database, filled.files, tmp_path / f"{number}.zip")
    finally:
        stop.set()
        worker.join()
    for number in range(5):
        with Store(tmp_path / f"from {number}") as opened:
            assert read_backup(tmp_path / f"{number}.zip", opened.database, opened.files, force=False) >= 4
            assert list(check(opened.database, opened.files)) == []


@pytest.mark.parametrize("database", [b"", b"garbage" * 999])
def test_a_backup_of_nothing_empties_no_store(filled: Store, tmp_path: Path, database: bytes) -> None:
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("backstride.sqlite", database)
    before = everything(filled)
    with pytest.raises(BadFile, match="cannot be read"):
        read_backup(tmp_path / "b.zip", filled.database, filled.files, force=True)
    assert everything(filled) == before


@pytest.mark.parametrize(("at", "value"), [(8, 1), (10, 99)], ids=["encrypted", "unknown-method"])
def test_a_backup_packed_in_another_way_is_refused(
    filled: Store, fresh: Store, tmp_path: Path, at: int, value: int
) -> None:
    write_backup(filled.database, filled.files, tmp_path / "b.zip")
    data = bytearray((tmp_path / "b.zip").read_bytes())
    data[data.index(b"PK\1\2") + at] = value
    (tmp_path / "b.zip").write_bytes(data)
    with pytest.raises(BadFile, match="cannot be read"):
        read_backup(tmp_path / "b.zip", fresh.database, fresh.files, force=False)


def test_a_plan_alone_is_not_written_over_without_being_told(filled: Store, fresh: Store, tmp_path: Path) -> None:
    backup = tmp_path / "b.zip"
    write_backup(filled.database, filled.files, backup)
    fresh.coach.save_session(coached.session())
    with pytest.raises(Conflict, match="a plan, sessions or tests"):
        read_backup(backup, fresh.database, fresh.files, force=False)
    assert [one.id for one in fresh.coach.sessions()] == ["s1"]
    assert read_backup(backup, fresh.database, fresh.files, force=True) == 4
    assert everything(fresh) == everything(filled)
    fresh.coach.save_answers(coached.ANSWERS)  # numbers go on rising


def test_numbers_of_answers_and_plans_rise_after_a_restore(store: Store, filled: Store, tmp_path: Path) -> None:
    backup = tmp_path / "b.zip"
    write_backup(filled.database, filled.files, backup)
    read_backup(backup, store.database, store.files, force=True)
    store.coach.save_answers(coached.ANSWERS)
    store.coach.save_plan(coached.plan(version=3))
    assert len(store.coach.answered()) == 2
    assert len(store.coach.plans()) == 3


def test_a_backup_on_a_full_disk_is_said_and_leaves_nothing(
    filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("backstride.store.backups._snapshot", full)
    with pytest.raises(BadStore, match=r"b\.zip cannot be written: database or disk is full"):
        write_backup(filled.database, filled.files, tmp_path / "b.zip")
    assert not list(tmp_path.glob("b.zip*"))
    assert not list((filled.folder / "unfinished").iterdir())
