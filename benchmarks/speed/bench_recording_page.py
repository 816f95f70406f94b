"""The recording page of a long day in Chromium: 12 h of a watch at 1 Hz and 1 h of a motion sensor at 100 Hz."""

import shutil
import socket
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import uvicorn
from playwright.sync_api import Browser, sync_playwright

from backstride.app import Options, Store, open_store
from backstride.app.work import analysed
from backstride.recording import About, Lap, Placement, Recording, Signal
from backstride.store import NewFile, NewRecording, pack, pack_original
from backstride.web import make_app
from benchmarks.figure import Figure, figure

HOURS = 12.0
LAP_S = 300.0
VISITS = 5
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
DRAWN = """() => new Promise(done => {
  const look = () => {
    const first = document.querySelector("figure.chart[data-drawn]");
    first ? done(Number(first.dataset.drawn)) : requestAnimationFrame(look);
  };
  look();
})"""
BYTES = """() => performance.getEntriesByType("resource").concat(performance.getEntriesByType("navigation"))
  .map(entry => [new URL(entry.name).pathname, entry.transferSize])"""


@dataclass(frozen=True)
class Visit:
    """drawn_ms: from navigation to the first chart on the canvas; bytes: what was sent, by path."""

    drawn_ms: float
    sent: dict[str, int]


def measure() -> tuple[Figure, ...]:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder)) as store:
        id_ = _keep(store, _long_day())
        with _running(store) as url, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
            address = f"{url}/recordings/{id_}"
            _visit(browser, address)  # the server's own first time: templates compiled, modules imported
            visits = [_visit(browser, address) for _ in range(VISITS)]
            browser.close()
    drawn = sorted(visit.drawn_ms for visit in visits)
    sent = visits[0].sent
    series = sum(size for path, size in sent.items() if path.endswith(("/series", "/track")))
    worst = f"slowest of {VISITS}: {drawn[-1]:.0f} ms; cold browser cache"
    return (
        figure("navigation to first chart drawn", statistics.median(drawn), "ms", "at most 1000", worst),
        figure("sent in all, scripts and font included", sum(sent.values()) / 1e3, "kB"),
        figure("of which signals and track", series / 1e3, "kB", note="as float32; the file's samples are 23 MB"),
    )


def _visit(browser: Browser, address: str) -> Visit:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(address, wait_until="commit")
    drawn_ms = float(page.evaluate(DRAWN))
    page.locator("bs-track[data-drawn]").wait_for()
    sent = {str(path): int(size) for path, size in page.evaluate(BYTES)}
    context.close()
    return Visit(drawn_ms, sent)


def _long_day() -> Recording:
    generator = np.random.default_rng(0)
    slow = np.arange(HOURS * 3600)
    fast = 3600.0 + np.arange(3600 * 100) / 100
    turn = slow / 600
    place = np.stack((0.5 + 0.01 * np.sin(turn), -30.5 + 0.01 * np.cos(1.1 * turn)), 1)
    signals = {
        "position": Signal(slow, place, "deg", ("lat", "lon")),
        "speed": Signal(slow, 2.4 + 0.3 * np.sin(turn) + generator.normal(0, 0.1, len(slow)), "m/s"),
        "heart_rate": Signal(slow, np.round(140 + 12 * np.sin(turn / 3)), "bpm"),
        "cadence": Signal(slow, np.round(165 + generator.normal(0, 3, len(slow))), "steps/min"),
        "elevation": Signal(slow, 100 + 40 * np.sin(turn / 5), "m"),
        "acceleration": Signal(
            fast, np.add(generator.normal(0, 4, (len(fast), 3)), (0, 0, 9.81)), "m/s2", ("x", "y", "z")
        ),
        "angular_rate": Signal(fast.copy(), generator.normal(0, 1, (len(fast), 3)), "rad/s", ("x", "y", "z")),
    }
    names = ("Forward", "Backward")
    laps = tuple(Lap(k * LAP_S, (k + 1) * LAP_S, names[k % 2]) for k in range(int(HOURS * 3600 / LAP_S)))
    about = About(format="made", device="Made watch", placement=Placement.POCKET, laps=laps, simulated=True)
    return Recording(datetime(2026, 3, 2, 6, 0, tzinfo=UTC), signals, about)


def _keep(store: Store, recording: Recording) -> str:
    made = NewRecording(pack(recording), analysed(recording, (), Options()))
    return store.recordings.add(NewFile(pack_original("long-day.made", b"made by code"), (made,))).ids[0]


@contextmanager
def _running(store: Store) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as door:
        server = uvicorn.Server(uvicorn.Config(make_app(store, engine="here"), log_level="warning", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{door.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)
