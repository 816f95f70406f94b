"""`verify`: is everything that was kept there, and unharmed?"""

import zlib
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from typing import Any

import orjson
from sqlalchemy import Column, Select, select

from backstride.assess.trial import Trial
from backstride.errors import BadStore
from backstride.message import say
from backstride.plan.answers import Answers
from backstride.plan.check import Check
from backstride.recording import About
from backstride.session import Session
from backstride.store.codec import from_json
from backstride.store.database import Database
from backstride.store.files import Files, content_hash
from backstride.store.packing import SignalRow, read_signals
from backstride.store.plans import unpack_plan
from backstride.store.rows import Finding
from backstride.store.schema import (
    alternation,
    analysis,
    answers,
    body_setting,
    day_check,
    heart,
    original,
    outcome,
    plan,
    recording,
    session,
    signal_file,
    trial,
)

# What is kept as text or packed, what its row is called by, and what reads it. What only the caller of the store
# understands, and what can be computed again, is held against the grammar alone.
_BODIES: tuple[tuple[Column[Any], Column[Any], Callable[[Any], object]], ...] = (
    (answers.c.body, answers.c.id, partial(from_json, Answers)),
    (plan.c.body, plan.c.plan_id, unpack_plan),
    (day_check.c.body, day_check.c.day, partial(from_json, Check)),
    (session.c.body, session.c.id, partial(from_json, Session)),
    (trial.c.body, trial.c.id, partial(from_json, Trial)),
    (outcome.c.body, outcome.c.id, orjson.loads),
    (alternation.c.body, alternation.c.id, orjson.loads),
    (body_setting.c.body, body_setting.c.key, orjson.loads),
    (recording.c.about, recording.c.id, partial(from_json, About)),
    (analysis.c.body, analysis.c.sha, orjson.loads),
    (heart.c.parts, heart.c.recording_id, orjson.loads),
    (heart.c.paces, heart.c.recording_id, orjson.loads),
    (heart.c.body, heart.c.recording_id, orjson.loads),
)

_ROWS_AT_ONCE = 50  # the analysis of a long recording is megabytes


def check(database: Database, files: Files) -> Iterator[Finding]:
    """Every fault, as it is found: in the database, in originals, in signals. Reads every kept byte."""
    try:
        for fault in database.faults():
            yield Finding("database", "", say("the database reports: {fault}", fault=fault))
        yield from _check_files(database, files)
        yield from _check_bodies(database)
    except BadStore as error:
        yield Finding("database", "", error.message)


def _check_bodies(database: Database) -> Iterator[Finding]:
    """What was kept and cannot be read any more."""
    for body, name, read in _BODIES:
        query = select(name.label("name"), body.label("body")).where(body.is_not(None))
        with database.reading() as db:
            for row in db.execute(query.execution_options(yield_per=_ROWS_AT_ONCE)):
                try:
                    read(row.body)
                except (BadStore, ValueError) as error:
                    subject = f"{body.table} {row.name}"
                    why = _why(error)
                    yield Finding("unreadable", subject, say("{what} cannot be read: {why}", what=subject, why=why))


def _why(error: Exception) -> str:
    cause = error.__cause__ or error
    return str(cause) or type(cause).__name__


def _check_files(database: Database, files: Files) -> Iterator[Finding]:
    with database.reading() as db:
        originals = db.execute(select(original).order_by(original.c.sha)).all()
        signals = db.execute(select(signal_file).order_by(signal_file.c.recording_id, signal_file.c.clock)).all()
        alone = db.execute(
            select(original.c.sha, original.c.name)
            .outerjoin(recording, recording.c.sha == original.c.sha)
            .where(recording.c.id.is_(None))
        ).all()
    for row in alone:
        yield Finding("no-recording", row.sha, say("the file {name} is kept, but no recording is of it", name=row.name))
    for row in originals:
        still = select(original.c.sha).where(original.c.sha == row.sha)
        yield from _still_true(database, still, _check_original(files, row.sha, row.codec, row.name))
    for row in signals:
        try:
            rows = from_json(tuple[SignalRow, ...], row.signals)
        except BadStore as error:
            yield Finding("database", row.recording_id, say("the database reports: {fault}", fault=_why(error)))
            continue
        still = select(signal_file.c.sha).where(signal_file.c.recording_id == row.recording_id)
        yield from _still_true(database, still, _check_signals(files, row.sha, row.recording_id, rows))


def _still_true(database: Database, still: Select[Any], found: Iterator[Finding]) -> Iterator[Finding]:
    """A file that is gone because its recording was removed while we looked is no fault."""
    for finding in found:
        with database.reading() as db:
            if db.execute(still).first() is not None:
                yield finding


def _check_original(files: Files, sha: str, codec: str, name: str) -> Iterator[Finding]:
    subject = str(files.original(sha).relative_to(files.folder))
    try:
        data = files.read_original(sha, codec)
    except FileNotFoundError:
        yield Finding("original-missing", subject, say("the file {name} is missing", name=name))
    except (OSError, EOFError, zlib.error) as error:
        yield Finding("original-damaged", subject, say("the file {name} is damaged: {why}", name=name, why=str(error)))
    else:
        if content_hash(data) != sha:
            yield Finding("original-damaged", subject, say("the file {name} is not what it was", name=name))


def _check_signals(files: Files, sha: str, id_: str, rows: tuple[SignalRow, ...]) -> Iterator[Finding]:
    subject = str(files.signal(sha).relative_to(files.folder))
    try:
        data = files.signal(sha).read_bytes()
    except OSError as error:
        why = error.strerror or str(error)
        yield Finding("signals-missing", subject, say("signals of {id} cannot be read: {why}", id=id_, why=why))
        return
    if sha256(data).hexdigest() != sha:
        yield Finding("signals-damaged", subject, say("signals of {id} are not what they were", id=id_))
        return
    found = read_signals(data, rows)
    for row in rows:
        if len(found[row.name]) != row.samples:
            text = say(
                "the signal {name} of {id} has {found} samples where {expected} were kept",
                name=row.name,
                id=id_,
                found=len(found[row.name]),
                expected=row.samples,
            )
            yield Finding("signals-short", subject, text)
