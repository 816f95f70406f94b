"""Run by the tests that kill it: imports a folder into a store, in a process of its own."""

from pathlib import Path

from backstride import app


def import_folder(data: Path, url: str | None, folder: Path, engine: str, told: Path) -> None:
    """Write what became of each file into `told`, a line as it is done."""
    with app.open_store(data, url) as store, told.open("ab", buffering=0) as lines:
        for line in app.import_paths(store, [folder], engine=engine):
            lines.write(f"{line.became.value}\n".encode())
