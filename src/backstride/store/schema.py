"""The tables, once, for SQLite and PostgreSQL. A change here needs a migration (a test compares the two)."""

from datetime import UTC, datetime
from typing import Any

import orjson
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
)

from backstride.recording import Direction
from backstride.store.codec import to_json

HEAD = "0006"  # the newest migration in migrations/versions


class UtcDateTime(TypeDecorator[datetime]):
    """An aware time, kept as UTC. SQLite forgets time zones: there the UTC reading is stored without one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class PlainText(TypeDecorator[str]):
    """Text that every database takes: PostgreSQL refuses NUL, and nothing can encode a lone surrogate."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else value.replace("\0", "").encode("utf-8", "replace").decode()


class Json(TypeDecorator[Any]):
    """Anything `codec.to_json` takes, None too; read back as plain lists and dicts."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        return to_json(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else orjson.loads(value)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

original = Table(
    "original",
    metadata,
    Column("sha", String(64), primary_key=True),  # SHA-256 of the file's own bytes, unpacked
    Column("name", PlainText, nullable=False),
    Column("bytes", BigInteger, nullable=False),
    Column("codec", String(16), nullable=False),
    Column("kept_at", UtcDateTime, nullable=False),
)

recording = Table(
    "recording",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("sha", ForeignKey("original.sha"), nullable=False),
    Column("part", Integer, nullable=False),  # which of the original's recordings, from 0
    Column("name", PlainText, nullable=False),
    Column("notes", PlainText, nullable=False),
    Column("start", UtcDateTime, nullable=False),
    Column("start_known", Boolean, nullable=False),
    Column("duration_s", Float, nullable=False),
    Column("sport", PlainText, nullable=False),
    Column("device", PlainText, nullable=False),
    Column("format", PlainText, nullable=False),
    Column("placement", String(16)),  # what the person said; null: as the file says
    Column("simulated", Boolean, nullable=False),
    Column("lossy", Boolean, nullable=False),
    Column("about", PlainText, nullable=False),  # JSON; text, because the list never opens it
    Column("search", PlainText, nullable=False),  # name, notes, device and file name, case folded
    Column("added_at", UtcDateTime, nullable=False),
    Column("twin_of", ForeignKey("recording.id", ondelete="SET NULL")),
    Column("apart", Boolean, nullable=False),  # the person said it is no twin
    Column("edition", Integer, nullable=False),  # rises with each correction, so that a stale analysis is not saved
    Column("distance_m", Float),
    Column("backward_m", Float),  # null: not known, as in distance_m
    Column("backward_run_s", Float),
    Column("ribbon", PlainText, nullable=False),  # JSON: [[share_start, share_end, direction], ...]
    *(Column(f"{direction.value}_s", Float, nullable=False) for direction in Direction),
    Column("worn", String(16)),  # where the motion sensor was taken to be; null: there is none, or it was not read yet
    Column("taught", String(16)),  # which lessons of other recordings its analysis was given
    Column("again", Boolean, nullable=False, server_default=false()),  # it waits to be analysed again
    UniqueConstraint("sha", "part"),
    Index(None, "start"),
    Index(None, "added_at"),
    Index(None, "twin_of"),
)

signal_file = Table(
    "signal_file",
    metadata,
    Column("recording_id", ForeignKey("recording.id", ondelete="CASCADE"), primary_key=True),
    Column("clock", Integer, primary_key=True),
    Column("sha", String(64), nullable=False, index=True),  # of the Parquet file's bytes
    Column("bytes", BigInteger, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("signals", PlainText, nullable=False),  # JSON: what the columns are, in their order
)

analysis = Table(
    "analysis",
    metadata,
    Column("sha", ForeignKey("original.sha", ondelete="CASCADE"), primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("recipe", String(64), primary_key=True),
    Column("body", PlainText),  # JSON; null where the analysis failed
    Column("steps", LargeBinary),
    Column("error", PlainText),
    Column("made_at", UtcDateTime, nullable=False),
    Column("reasoning", LargeBinary),  # packed by store.compact; null where nothing was reasoned about
)

heart = Table(
    "heart",
    metadata,
    Column("recording_id", ForeignKey("recording.id", ondelete="CASCADE"), primary_key=True),
    Column("heard_s", Float, nullable=False),  # with a heart rate
    Column("top_bpm", Float, index=True),
    Column("least_bpm", Float, index=True),
    Column("parts", PlainText, nullable=False),  # JSON, as are the others: by direction and gait
    Column("paces", PlainText, nullable=False),
    Column("body", PlainText, nullable=False),
)

lesson = Table(
    "lesson",
    metadata,
    Column("recording_id", ForeignKey("recording.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("recipe", String(64), nullable=False),
    Column("placement", String(16), nullable=False, index=True),
    Column("direction", String(16), nullable=False),
    Column("gait", String(16), nullable=False),
    Column("seconds", Float, nullable=False),
    Column("pattern", PlainText, nullable=False),  # JSON: numbers
)

label = Table(
    "label",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("recording_id", ForeignKey("recording.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("start_s", Float, nullable=False),
    Column("end_s", Float, nullable=False),
    Column("direction", String(16), nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    Column("undone_at", UtcDateTime),
)

job = Table(
    "job",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", PlainText, nullable=False),
    Column("state", String(16), nullable=False, index=True),
    Column("done", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime),
)

import_log = Table(
    "import_log",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", UtcDateTime, nullable=False),
    Column("job_id", ForeignKey("job.id", ondelete="SET NULL"), index=True),
    Column("name", PlainText, nullable=False),
    Column("became", String(16), nullable=False),
    Column("message", PlainText),
    Column("ids", Json, nullable=False),
    Column("twins", Json, nullable=False),
)

setting = Table(
    "setting",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("value", Json, nullable=False),
)

answers = Table(
    "answers",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", UtcDateTime, nullable=False),
    Column("body", PlainText, nullable=False),  # JSON, as in the tables below
)

plan = Table(
    "plan",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("plan_id", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("until", UtcDateTime),  # null: it holds
    Column("planned", PlainText, nullable=False),  # ids of its sessions, a line each, with a line end on both sides
    Column("body", LargeBinary, nullable=False),  # packed by store.plans
    UniqueConstraint("plan_id", "version"),
)

session = Table(
    "session",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("day", Date, nullable=False, index=True),
    Column("planned", PlainText, nullable=False, index=True),  # empty: it was not planned
    Column("logged_at", UtcDateTime, nullable=False),  # when the person told of it, wherever that was
    Column("kept_at", UtcDateTime, nullable=False, index=True),  # when it came here, or was told anew
    Column("chosen", Boolean, nullable=False),  # the person said which recordings are of it
    Column("edition", Integer, nullable=False),  # rises with each change of what its recordings say
    Column("again", Boolean, nullable=False, index=True),  # what its recordings say is to be summed up again
    Column("body", PlainText, nullable=False),
)

session_recording = Table(
    "session_recording",
    metadata,
    Column("recording_id", ForeignKey("recording.id", ondelete="CASCADE"), primary_key=True),
    Column("session_id", ForeignKey("session.id", ondelete="CASCADE"), nullable=False, index=True),
)

day_check = Table(
    "day_check",
    metadata,
    Column("day", Date, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("body", PlainText, nullable=False),
)

trial = Table(
    "trial",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("test", String(64), nullable=False, index=True),
    Column("day", Date, nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False),
    Column("side", String(16), nullable=False),
    Column("value", Float, nullable=False),  # in the test's unit
    Column("body", PlainText, nullable=False),
)

outcome = Table(
    "outcome",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("plan_id", String(64), nullable=False, index=True),  # empty: chosen without a plan
    Column("chosen_at", UtcDateTime, nullable=False),
    Column("body", PlainText, nullable=False),
)

alternation = Table(
    "alternation",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("begun", Date, nullable=False),
    Column("body", PlainText, nullable=False),
)

body_setting = Table(
    "body_setting",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("from_day", Date, primary_key=True),  # it holds from this day on, until the next one
    Column("body", PlainText, nullable=False),
)
