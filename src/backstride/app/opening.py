"""Where the data are."""

from pathlib import Path

from backstride.store import Store


def default_folder() -> Path:
    """The platform's folder for application data; it is not made before something is kept there."""
    from platformdirs import user_data_path

    return user_data_path("backstride", appauthor=False)


def open_store(folder: Path | None = None, url: str | None = None) -> Store:
    """Open a data folder, making it if need be. `url` names a PostgreSQL database instead of the folder's own SQLite.

    Raises BadStore where that cannot be done.
    """
    return Store(folder or default_folder(), url)
