"""A thousand one-hour activities imported, as when someone brings years of training; then the same folder once more."""

import os
import struct
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from backstride import app
from backstride.formats.fit.crc import checksum
from benchmarks.figure import Figure, figure

FILES = 1000
SECONDS = 3600
FIT_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
FIRST = datetime(2020, 1, 1, 6, tzinfo=UTC)
# Message record: (field number, base type, numpy type) of time, place, altitude, speed, distance, heart rate, cadence.
RECORD = (
    (253, 0x86, "<u4"),
    (0, 0x85, "<i4"),
    (1, 0x85, "<i4"),
    (2, 0x84, "<u2"),
    (6, 0x84, "<u2"),
    (5, 0x86, "<u4"),
    (3, 0x02, "u1"),
    (4, 0x02, "u1"),
)


def measure() -> tuple[Figure, ...]:
    """Wall seconds on the engine a person gets, workers' start included, everything on disk at the end."""
    with TemporaryDirectory() as place:
        folder = Path(place) / "watch"
        folder.mkdir()
        size = sum(_write(folder, number) for number in range(FILES))
        busy = os.getloadavg()[0]
        with app.open_store(Path(place) / "data") as store:
            first = _seconds(lambda: _import(store, folder, app.Became.IMPORTED))
            second = _seconds(lambda: _import(store, folder, app.Became.ALREADY_THERE))
            total = sum(path.stat().st_size for path in store.folder.rglob("*") if path.is_file())
            faults = len(app.verify(store))
    return (
        figure(
            f"{FILES:,} one-hour FIT activities imported",
            first,
            "s",
            "at most 60",
            f"{size / 1e6:.0f} MB; load before: {busy:.1f}",
        ),
        figure("the same folder once more", second, "s"),
        figure("data folder, an activity", total / FILES / 1e3, "kB"),
        figure("faults found by verify", faults, "", "at most 0"),
    )


def activity(number: int) -> bytes:
    """One hour of a watch at 1 Hz as FIT: laps of a quarter of an hour, backward and forward in turn."""
    generator = np.random.default_rng(number)
    began = int((FIRST + timedelta(hours=40 * number) - FIT_EPOCH).total_seconds())
    rows = np.zeros(SECONDS, np.dtype([("head", "u1"), *((str(field), kind) for field, _, kind in RECORD)]))
    seconds = np.arange(SECONDS)
    speed = generator.normal(2.6, 0.15, SECONDS).clip(0, 6)
    rows["head"] = 1
    rows["253"] = began + seconds
    rows["0"] = 6_000_000 + np.cumsum(speed * np.cos(seconds / 300)) * 107
    rows["1"] = -364_000_000 + np.cumsum(speed * np.sin(seconds / 300)) * 107
    rows["2"] = (520 + 20 * np.sin(seconds / 400)) * 5
    rows["6"], rows["5"] = speed * 1000, np.cumsum(speed) * 100
    rows["3"] = generator.normal(150, 4, SECONDS).clip(60, 200)
    rows["4"] = generator.normal(84, 2, SECONDS).clip(60, 110)
    quarters = [began + quarter * SECONDS // 4 for quarter in range(5)]
    parts = [
        _message(0, 0, ((0, 0x00, 4), (1, 0x84, 1), (2, 0x84, 4))),
        _definition(1, 20, [(field, base) for field, base, _ in RECORD]),
        rows.tobytes(),
    ]
    parts += [
        _message(2, 19, ((253, 0x86, end), (2, 0x86, start), (7, 0x86, 900_000), (9, 0x86, 234_000)))
        for start, end in pairwise(quarters)
    ]
    parts.append(
        _message(3, 18, ((253, 0x86, quarters[-1]), (2, 0x86, began), (7, 0x86, SECONDS * 1000), (5, 0x00, 1)))
    )
    parts.append(_message(4, 34, ((253, 0x86, quarters[-1]), (1, 0x84, 1))))
    body = b"".join(parts)
    head = struct.pack("<BBHI4s", 14, 0x10, 2132, len(body), b".FIT")
    head += struct.pack("<H", checksum(head))
    return head + body + struct.pack("<H", checksum(head + body))


def _write(folder: Path, number: int) -> int:
    return (folder / f"{number:04}.fit").write_bytes(activity(number))


def _import(store: app.Store, folder: Path, expected: app.Became) -> None:
    lines = list(app.import_paths(store, [folder]))
    assert [line.became for line in lines] == [expected] * FILES, lines[0]


def _seconds(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _definition(local: int, message: int, fields: list[tuple[int, int]]) -> bytes:
    sizes = {0x00: 1, 0x02: 1, 0x84: 2, 0x85: 4, 0x86: 4}
    rows = b"".join(struct.pack("<BBB", number, sizes[base], base) for number, base in fields)
    return struct.pack("<BBBHB", 0x40 | local, 0, 0, message, len(fields)) + rows


def _message(local: int, message: int, fields: tuple[tuple[int, int, int], ...]) -> bytes:
    """A definition with one message of it: (field number, base type, value)."""
    letters = {0x00: "B", 0x02: "B", 0x84: "H", 0x85: "i", 0x86: "I"}
    values = b"".join(struct.pack("<" + letters[base], value) for _, base, value in fields)
    return _definition(local, message, [(number, base) for number, base, _ in fields]) + bytes((local,)) + values
