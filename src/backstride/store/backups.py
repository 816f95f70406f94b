"""Backup and restore: one zip file that, unpacked, is a data folder.

It holds `backstride.sqlite` (a consistent copy of every row, also where the store is on PostgreSQL) and the files those
rows speak of. Restoring opens it as a store of its own, brings its schema up to date, checks all of it, and copies the
files first, then the rows in one transaction. So others may read meanwhile; a crash leaves the old state or the new.
"""

import re
import shutil
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Table, delete, func, insert, select, text

from backstride.errors import BadFile, BadStore, Conflict
from backstride.message import say
from backstride.store.checking import check
from backstride.store.database import DATABASE_FILE, Database
from backstride.store.files import Files
from backstride.store.recordings import Recordings, count
from backstride.store.schema import (
    alternation,
    answers,
    body_setting,
    day_check,
    metadata,
    outcome,
    plan,
    recording,
    session,
    trial,
)

_ROWS_AT_ONCE = 500
_SAID = (answers, plan, session, day_check, trial, outcome, alternation, body_setting)  # by the person, nowhere else
_MEMBER = re.compile(r"(originals/[0-9a-f]{2}/[0-9a-f]{64}|signals/[0-9a-f]{2}/[0-9a-f]{64}\.parquet)")


def write_backup(database: Database, files: Files, target: Path) -> None:
    """Write the backup to `target`, under a temporary name until it is whole. Others may read and write meanwhile."""
    place = files.unfinished_folder()
    unfinished = target.with_name(target.name + ".unfinished")
    try:
        _snapshot(database, place)
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
            with closing(Database(place, None)) as copied:
                _write_files(archive, copied, files, Files(place))
            archive.write(place / DATABASE_FILE, DATABASE_FILE, zipfile.ZIP_DEFLATED)
        unfinished.replace(target)
    except (OSError, sqlite3.Error) as error:
        why = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise BadStore(say("the backup {file} cannot be written: {why}", file=str(target), why=why)) from error
    finally:
        unfinished.unlink(missing_ok=True)
        shutil.rmtree(place, ignore_errors=True)


def read_backup(source: Path, database: Database, files: Files, *, force: bool) -> int:
    """Bring a backup into this store. Returns how many recordings it holds.

    Raises Conflict where the store holds recordings or anything that a person said and `force` is not given, BadFile
    where the backup is not whole.
    With `force` the store becomes what the backup is: what is not in it is gone.
    """
    with database.reading() as db:
        kept = count(db)
        said = any(db.execute(select(func.count()).select_from(table)).scalar_one() for table in _SAID)
    if kept and not force:
        raise Conflict(
            say(
                "the data folder {folder} holds {count} recordings; nothing was changed",
                folder=str(files.folder),
                count=kept,
            )
        )
    if said and not force:
        why = say(
            "the data folder {folder} holds a plan, sessions or tests; nothing was changed", folder=str(files.folder)
        )
        raise Conflict(why)
    place = files.unfinished_folder()
    try:
        _unpack(source, place)
        with closing(Database(place, None)) as copied:
            _refuse_faults(source, copied, Files(place))
            _bring_in(copied, Files(place), database, files)
            with copied.reading() as db:
                brought = count(db)
    finally:
        shutil.rmtree(place, ignore_errors=True)
    Recordings(database, files).tidy(lambda path: True)
    return brought


def _snapshot(database: Database, place: Path) -> None:
    """A copy of all rows, as of one moment, as an SQLite file in `place`."""
    if database.engine.dialect.name != "sqlite":
        with (
            closing(Database(place, None)) as copied,
            database.reading(whole_snapshot=True) as theirs,
            copied.writing() as ours,
        ):
            _copy_rows(theirs, ours)
        return
    source = database.engine.raw_connection()
    try:
        with closing(sqlite3.connect(place / DATABASE_FILE)) as target:
            driver = source.driver_connection
            if not isinstance(driver, sqlite3.Connection):
                raise TypeError(f"{type(driver).__name__} is not an SQLite connection")
            driver.backup(target)
    finally:
        source.close()


def _write_files(archive: zipfile.ZipFile, copied: Database, files: Files, copied_files: Files) -> None:
    """Add every file that the copied rows speak of; rows whose recording was removed meanwhile go from the copy."""
    copies = Recordings(copied, copied_files)
    with copied.reading() as db:
        ids = list(db.execute(select(recording.c.id).order_by(recording.c.sha, recording.c.part)).scalars())
    written: set[Path] = set()
    for id_ in ids:
        row = copies.get(id_)
        try:
            for path in (files.original(row.sha), *(files.signal(file.sha) for file in row.files)):
                if path not in written:
                    archive.write(path, path.relative_to(files.folder).as_posix())
                    written.add(path)
        except FileNotFoundError:
            copies.remove(id_)


def _unpack(source: Path, place: Path) -> None:
    try:
        with zipfile.ZipFile(source) as archive:
            names = [info.filename for info in archive.infolist()]
            if DATABASE_FILE not in names:
                raise BadFile(
                    say("{file} is not a backup: it holds no {database}", file=str(source), database=DATABASE_FILE)
                )
            for name in names:
                if name == DATABASE_FILE or _MEMBER.fullmatch(name):
                    archive.extract(name, place)
        with closing(sqlite3.connect(place / DATABASE_FILE)) as db:  # an empty one would pass for a store of nothing
            db.execute("SELECT count(*) FROM recording")
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, sqlite3.Error) as error:
        raise BadFile(say("the backup {file} cannot be read: {why}", file=str(source), why=str(error))) from error


def _refuse_faults(source: Path, copied: Database, files: Files) -> None:
    found = list(check(copied, files))
    if found:
        raise BadFile(
            say(
                "the backup {file} is damaged ({count} faults; the first: {first}); nothing was changed",
                file=str(source),
                count=len(found),
                first=found[0].message,
            )
        )


def _bring_in(copied: Database, copied_files: Files, database: Database, files: Files) -> None:
    for path in copied_files.kept():
        files.put([(files.folder / path.relative_to(copied_files.folder), path.read_bytes())])
    with copied.reading() as theirs, database.writing() as ours:
        for table in reversed(metadata.sorted_tables):
            ours.execute(delete(table))
        _copy_rows(theirs, ours)
        _let_numbers_rise(ours)


def _copy_rows(source: Connection, target: Connection) -> None:
    for table in metadata.sorted_tables:
        for rows in _batches(source, table):
            target.execute(insert(table), rows)


def _batches(db: Connection, table: Table) -> Iterator[list[dict[str, object]]]:
    query = select(table)
    if table is recording:  # a lead before its twins, which refer to it
        query = query.order_by(recording.c.twin_of.is_not(None))
    for rows in db.execute(query).mappings().partitions(_ROWS_AT_ONCE):
        # A job that waits in the spool folder of one machine waits nowhere else.
        yield [dict(row) | ({"state": "done"} if table.name == "job" else {}) for row in rows]


def _let_numbers_rise(db: Connection) -> None:
    """PostgreSQL counts on from where its own counter is, not from the numbers that were copied."""
    if db.dialect.name != "postgresql":
        return
    for table in metadata.sorted_tables:
        column = table.autoincrement_column
        if column is not None and column.name == "id":
            highest = db.execute(select(func.coalesce(func.max(column), 0))).scalar_one()
            sequence = db.execute(
                text("SELECT pg_get_serial_sequence(:table, 'id')"), {"table": table.name}
            ).scalar_one()
            db.execute(select(func.setval(sequence, highest + 1, False)))
