"""The engine: connections set up for each database, one writer at a time, the schema brought up to date on opening."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from backstride.errors import BadStore
from backstride.message import say
from backstride.store.schema import HEAD

DATABASE_FILE = "backstride.sqlite"
_WAIT_S = 60
_WRITER_LOCK = 0x6261636B  # one number all processes of one PostgreSQL database agree on
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA foreign_keys=ON",
    f"PRAGMA busy_timeout={_WAIT_S * 1000}",
    "PRAGMA synchronous=NORMAL",
)


# What callers may catch to wait for a database that is restarting or full.
DatabaseError = SQLAlchemyError


class Database:
    """A database that is at the newest schema. Raises BadStore where it cannot be opened."""

    def __init__(self, folder: Path, url: str | None) -> None:
        self.engine = _engine(url or f"sqlite:///{folder / DATABASE_FILE}")
        try:
            with self.engine.connect() as db:
                at_head = _revision(db) == HEAD
            if not at_head:
                _migrate(self.engine)
        except BadStore:
            self.engine.dispose()
            raise
        except (DBAPIError, OSError) as error:
            self.engine.dispose()
            raise BadStore(say("the database cannot be opened: {why}", why=first_line(error))) from error

    @contextmanager
    def reading(self, *, whole_snapshot: bool = False) -> Iterator[Connection]:
        """Each statement sees what is there; with `whole_snapshot` all see the same moment, as always in SQLite."""
        with _in_words(), self.engine.connect() as connection:
            level = {"isolation_level": "REPEATABLE READ"} if whole_snapshot else {}
            db = connection.execution_options(**level) if self.engine.dialect.name != "sqlite" else connection
            with db.begin():
                yield db

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The only writer, among all processes, until the block ends. Keep it short."""
        with _in_words(), _writing(self.engine) as db:
            yield db

    def faults(self) -> list[str]:
        """What the database itself finds wrong with its files and references; SQLite only."""
        if self.engine.dialect.name != "sqlite":
            return []
        with self.reading() as db:
            found = [str(row[0]) for row in db.execute(text("PRAGMA integrity_check")) if row[0] != "ok"]
            return found + [f"{row[0]} -> {row[2]}" for row in db.execute(text("PRAGMA foreign_key_check"))]

    def close(self) -> None:
        self.engine.dispose()


@contextmanager
def _in_words() -> Iterator[None]:
    """A database that is damaged, full, locked for long or away is told by BadStore."""
    try:
        yield
    except DBAPIError as error:
        raise BadStore(say("the database cannot be used: {why}", why=first_line(error))) from error


def _engine(url: str) -> Engine:
    try:
        parsed = make_url(url)
        if parsed.drivername in ("postgresql", "postgres"):
            parsed = parsed.set(drivername="postgresql+psycopg")
        engine = create_engine(parsed, pool_pre_ping=parsed.get_backend_name() != "sqlite")
    except (ArgumentError, NoSuchModuleError) as error:
        raise BadStore(say("{url} is not a database address: {why}", url=url, why=first_line(error))) from error
    except ModuleNotFoundError as error:
        advice = say("PostgreSQL needs the extra package: install backstride[postgres] ({why})", why=str(error))
        raise BadStore(advice) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    elif engine.dialect.name == "postgresql":
        return engine.execution_options(isolation_level="READ COMMITTED")
    else:
        raise BadStore(say("{name} is not supported: use SQLite or PostgreSQL", name=engine.dialect.name))
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # The driver's own idea of when to begin would leave reads outside any snapshot: transactions are begun below.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin_sqlite(db: Connection) -> None:
    # IMMEDIATE takes the write lock at once and waits for it. A reader that turns writer half way would be refused.
    writes = db.get_execution_options().get("backstride_writes", False)
    db.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def _writing(engine: Engine) -> Iterator[Connection]:
    with engine.connect() as connection:
        db = connection.execution_options(backstride_writes=True)
        with db.begin():
            if db.dialect.name == "postgresql":
                db.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITER_LOCK})
            yield db


def _revision(db: Connection) -> str | None:
    """The revision without Alembic, whose import costs more than everything else that is done on opening."""
    if not inspect(db).has_table("alembic_version"):
        return None
    revision: str | None = db.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return revision


def _migrate(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    with _writing(engine) as db:
        revision = _revision(db)  # another process may have been first
        if revision is not None and revision not in known:
            raise BadStore(
                say(
                    "the database was made by a newer version of Backstride (schema {revision}; this one knows "
                    "up to {head}): update Backstride",
                    revision=revision,
                    head=HEAD,
                )
            )
        if revision != HEAD:
            config.attributes["connection"] = db
            command.upgrade(config, HEAD)


def first_line(error: Exception) -> str:
    """What the driver said, without the statement that SQLAlchemy adds."""
    cause: Any = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    return str(cause).strip().split("\n", 1)[0]
