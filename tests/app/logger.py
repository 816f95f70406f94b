"""Run by the tests that kill it: logs every session of a plan, in a process of its own."""

from pathlib import Path

from backstride import app
from backstride.app import planning, sessions


def log_everything(data: Path, url: str | None, told: Path) -> None:
    """Write the id of each session into `told`, a line once it is kept."""
    with app.open_store(data, url) as store, told.open("ab", buffering=0) as lines:
        held = planning.plan(store)
        assert held is not None
        for one in held.sessions:
            logged = sessions.log(store, {"planned": one.id, "rpe": "3"}, one.day)
            lines.write(f"{logged.session.id}\n".encode())
