"""Real watch files into a store and out again."""

from pathlib import Path

import pytest

from backstride import app, formats
from backstride.app import Became, Query
from backstride.store import Store
from tests import made
from tests.realdata import data_folder


@pytest.mark.realdata
def test_every_file_has_a_line_and_what_is_kept_is_what_was_read(sqlite_store: Store, tmp_path: Path) -> None:
    folder = data_folder() / "fit_files"
    lines = list(app.import_paths(sqlite_store, [folder], engine="processes"))
    assert len(lines) == sum(path.is_file() for path in folder.rglob("*") if not path.name.startswith("."))
    assert all(str(line.message) for line in lines if line.became in (Became.FAILED, Became.RECOVERED))
    assert sum(line.became in (Became.IMPORTED, Became.RECOVERED) for line in lines) > 20
    assert app.verify(sqlite_store) == ()
    rows = app.list_recordings(sqlite_store, Query(per_page=1000, twins=True)).rows
    for row in rows:
        name, data = app.original(sqlite_store, row.id)
        part = sqlite_store.recordings.get(row.id).part
        made.assert_same(sqlite_store.recordings.load(row.id), formats.read(name, data)[part])

    backup = app.backup(sqlite_store, tmp_path / "backup.zip")
    assert app.restore(backup, tmp_path / "restored") == len(rows)
    with app.open_store(tmp_path / "restored") as restored:
        for row in rows[::7]:
            _, _, data = app.export(sqlite_store, row.id, "json")
            (line,) = app.import_file(restored, "export.json", data)
            assert (line.became, row.id in line.ids) == (Became.ALREADY_THERE, True)
        assert app.verify(restored) == ()
