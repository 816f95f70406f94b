"""Keeping what is kept: backup, restore, verify."""

import time
from pathlib import Path

from backstride.app.opening import open_store
from backstride.errors import NotFound
from backstride.message import say
from backstride.store import Finding, Store
from backstride.store.backups import read_backup, write_backup
from backstride.store.checking import check
from backstride.store.files import STRAY_AFTER_S, age_allows


def backup(store: Store, path: Path) -> Path:
    """Write everything into one file; into a folder, under a name with today's date. Returns the file.

    Others may read and write meanwhile. Raises BadStore where the file cannot be written.
    """
    target = path / f"backstride-{time.strftime('%Y-%m-%d-%H%M%S')}.zip" if path.is_dir() else path
    write_backup(store.database, store.files, target)
    return target


def restore(path: Path, folder: Path | None = None, force: bool = False, url: str | None = None) -> int:
    """Bring a backup into a data folder and its database. Returns how many recordings it holds.

    The backup is checked before anything is changed. Raises Conflict where recordings are there and `force` is not
    given, BadFile where the backup is not whole.
    """
    if not path.is_file():
        raise NotFound(say("there is no file {file}", file=str(path)))
    with open_store(folder, url) as store:
        return read_backup(path, store.database, store.files, force=force)


def verify(store: Store) -> tuple[Finding, ...]:
    """Check that everything that was kept is there and unharmed; nothing found is good news.

    What crashed imports left behind is no fault: it is cleared away once it is a day old.
    """
    before = time.time() - STRAY_AFTER_S
    store.files.tidy()
    store.recordings.tidy(lambda path: age_allows(path, before))
    return tuple(check(store.database, store.files))
