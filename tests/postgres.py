"""A real PostgreSQL server for tests: an own cluster in a temporary folder, on loopback, for one test session."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

START_TIMEOUT_S = 30.0


def programs() -> Path | None:
    """The folder with initdb and postgres: on the path, else where Debian puts them."""
    found = shutil.which("initdb")
    candidates = [Path(found).resolve().parent] if found else []
    candidates += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in candidates if (folder / "postgres").exists()), None)


@contextmanager
def cluster() -> Iterator[str]:
    """The address of a fresh server, without a database name. Skips without the programs, fails in CI."""
    folder = programs()
    if folder is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs the PostgreSQL server programs (Debian: apt install postgresql)")
        pytest.skip("the PostgreSQL server programs are not on this machine (Debian: apt install postgresql)")
    place = Path(tempfile.mkdtemp(prefix="backstride-postgres-"))
    user = _user_other_than_root(place)
    try:
        data = place / "data"
        setup = [
            str(folder / "initdb"),
            "-D",
            str(data),
            "-U",
            "tester",
            "--auth=trust",
            "-E",
            "UTF8",
            "--locale=C",
            "--no-sync",
        ]
        subprocess.run(setup, check=True, capture_output=True, cwd=place, user=user)
        port = _free_port()
        options = ["listen_addresses=127.0.0.1", f"port={port}", "unix_socket_directories=", "fsync=off"]
        command = [str(folder / "postgres"), "-D", str(data), *(part for option in options for part in ("-c", option))]
        with (place / "log").open("wb") as log:
            server = subprocess.Popen(command, cwd=place, user=user, stdout=log, stderr=log)
        try:
            address = f"postgresql://tester@127.0.0.1:{port}"
            _wait_for(address, server, place / "log")
            yield address
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(START_TIMEOUT_S)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def execute(address: str, statement: str) -> None:
    """Run one statement outside any transaction, on the server's own database."""
    with psycopg.connect(f"{address}/postgres", autocommit=True) as db:
        db.execute(statement.encode())


def _user_other_than_root(place: Path) -> str | None:
    """PostgreSQL refuses to run as root: then it runs as its own user, or as nobody."""
    if os.getuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    user = "postgres" if "postgres" in known else "nobody"
    shutil.chown(place, user)
    return user


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < end and server.poll() is None:
        try:
            psycopg.connect(f"{address}/postgres").close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"the PostgreSQL server did not start:\n{log.read_text(errors='replace')[-2000:]}")
