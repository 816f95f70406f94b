import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

import backstride.store.migrations
from backstride.errors import BadStore
from backstride.store import Store
from backstride.store.schema import HEAD, metadata
from tests import made


def test_the_migrations_make_the_schema(store: Store) -> None:
    with store.database.engine.connect() as db:
        context = MigrationContext.configure(db, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_head_is_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(backstride.store.migrations.__file__).parent))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_a_database_of_a_newer_version_is_refused_in_words(store: Store) -> None:
    with store.database.writing() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(BadStore, match=r"newer version of Backstride \(schema 9999"):
        Store(store.folder, store.url)


def test_opening_a_store_that_is_up_to_date_does_not_import_alembic(sqlite_store: Store) -> None:
    script = (
        "import sys; from pathlib import Path; from backstride.store import Store; "
        f"Store(Path({str(sqlite_store.folder)!r})).close(); sys.exit('alembic' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", script], check=False, env=environment, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("mysql://localhost/x", "not supported|not a database address|extra package"),
        ("nonsense", "not a database address"),
        ("postgresql://127.0.0.1:1/none", "cannot be opened"),
    ],
)
def test_an_address_that_cannot_be_used_is_said_in_words(folder: Path, url: str, says: str) -> None:
    with pytest.raises(BadStore, match=says):
        Store(folder, url)


def test_a_file_in_the_place_of_the_folder_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(BadStore, match="cannot be used"):
        Store(tmp_path / "file")


def test_a_database_that_is_none_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "backstride.sqlite").write_bytes(b"this is not a database" * 100)
    with pytest.raises(BadStore, match="cannot be opened"):
        Store(tmp_path)


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=9)), timezone(-timedelta(hours=3, minutes=30))])
def test_times_come_back_in_utc_as_the_same_moment(store: Store, zone: timezone) -> None:
    start = datetime(2026, 1, 1, 0, 30, 0, 123456, tzinfo=zone)
    (id_,) = store.recordings.add(made.new_file(b"x", made.recording(start))).ids
    kept = store.recordings.get(id_).start
    assert kept == start
    assert kept.utcoffset() == timedelta(0)
