"""phyphox: one CSV, or a zip of one CSV per sensor with meta/time.csv and meta/device.csv.

phyphox gives acceleration in m/s2 with the sign of an accelerometer at rest upward on every system. Its clock stands
still while an experiment is paused; meta/time.csv says when, so that pauses get their place.
"""

import math
import re
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from backstride.errors import BadFile
from backstride.formats.imu.generic import read_plain
from backstride.formats.imu.session import Facts, recording
from backstride.formats.imu.streams import Stream, signal_of_stem, streams
from backstride.formats.imu.table import as_text, cells, find_layout, read_table
from backstride.formats.times import sensible
from backstride.formats.zips import Zip, names_in, open_zip
from backstride.message import say
from backstride.recording import FloatArray, Note, Pause, Recording

_TIME = "meta/time.csv"
_DEVICE = "meta/device.csv"
_ZONE = re.compile(r"UTC([+-]\d\d:?\d\d)")


@dataclass(frozen=True, slots=True)
class _Run:
    """From START to PAUSE: experiment seconds begin_s to end_s, which began at epoch_s."""

    begin_s: float
    end_s: float
    epoch_s: float


def is_export(names: tuple[str, ...]) -> bool:
    """Whether an archive's files are those of a phyphox export."""
    ends = [name for name in names if name.endswith(_TIME)]
    return bool(ends) and any(name.endswith(".csv") and "meta/" not in name for name in names)


def sniff_zip(data: bytes) -> bool:
    """Whether the bytes are a zip that phyphox wrote."""
    return is_export(names_in(data))


def sniff_csv(data: bytes) -> bool:
    """Whether the bytes are a table whose time column is named as phyphox names it."""
    layout = find_layout(as_text(data)) if b"Time (s)" in data[:4096] else None
    return layout is not None and layout.names[0] == "Time (s)"


def read_csv(name: str, data: bytes) -> tuple[Recording, ...]:
    """One table. Its start is unknown unless the file name says it."""
    return (read_plain(read_table(data), Facts(format="phyphox", name=name)),)


def read_zip(name: str, data: bytes) -> tuple[Recording, ...]:
    """All tables of an export as one recording. Raises BadFile where none of them can be read."""
    archive = open_zip(name, data)
    runs, zone = _runs(archive)
    found: list[Stream] = []
    notes: list[Note] = []
    dropped = skipped = 0
    for path in archive.names:
        stem = path.rpartition("/")[2].rpartition(".")[0]
        if not path.lower().endswith(".csv") or "meta/" in path:
            continue
        try:
            table = read_table(archive.content(path))
            part = streams(table, bare=signal_of_stem(stem))
        except BadFile as error:
            notes.append(Note("table-unread", say("{table} was left out: {why}", table=stem, why=str(error))))
            continue
        dropped, skipped = dropped + table.dropped, skipped + table.skipped_bytes
        notes += part.notes
        found += _moved(part.streams, runs)
    facts = Facts(
        format="phyphox",
        name=name,
        device=_device(archive),
        epoch_s=runs[0].epoch_s if runs else math.nan,
        zero_s=runs[0].begin_s if runs else math.nan,
        time_zone=zone,
        pauses=_pauses(runs),
        notes=tuple(notes),
        dropped=dropped,
        skipped_bytes=skipped,
    )
    return (recording(found, facts),)


def _moved(parts: tuple[Stream, ...], runs: tuple[_Run, ...]) -> list[Stream]:
    """Streams with the pauses put back into their stamps; streams of one table still share one stamps array."""
    if len(runs) < 2 or not parts:
        return list(parts)
    stamps_s = _wall(parts[0].stamps_s, runs)
    return [Stream(part.signal, stamps_s, part.values) for part in parts]


def _wall(stamps_s: FloatArray, runs: tuple[_Run, ...]) -> FloatArray:
    begins = np.array([run.begin_s for run in runs])
    shifts = np.array([_shift(run, runs[0]) for run in runs])
    at = np.clip(np.searchsorted(begins, stamps_s, side="right") - 1, 0, len(runs) - 1)
    moved: FloatArray = stamps_s + shifts[at]
    return moved


def _shift(run: _Run, first: _Run) -> float:
    return max(0.0, (run.epoch_s - first.epoch_s) - (run.begin_s - first.begin_s))


def _pauses(runs: tuple[_Run, ...]) -> tuple[Pause, ...]:
    pairs = pairwise(runs)
    stops = ((one.end_s + _shift(one, runs[0]), two.begin_s + _shift(two, runs[0])) for one, two in pairs)
    return tuple(Pause(start, end) for start, end in stops if end > start)


def _runs(archive: Zip) -> tuple[tuple[_Run, ...], str]:
    """The runs of the experiment in order, and its zone as "+02:00"; nothing where no file says."""
    begun: tuple[float, float] | None = None
    runs = []
    zone = ""
    for row in _rows(archive, _TIME):
        try:
            event, at, epoch_s = row[0].upper(), float(row[1]), float(row[2])
        except (ValueError, IndexError):
            continue
        if not (math.isfinite(at) and sensible(epoch_s)):
            continue
        offset = _ZONE.search(row[3]) if len(row) > 3 else None
        zone = zone or (offset[1] if offset else "")
        if event == "START":
            begun = (at, epoch_s)
        elif event == "PAUSE" and begun is not None:
            runs.append(_Run(begun[0], at, begun[1]))
            begun = None
    if begun is not None:
        runs.append(_Run(begun[0], math.inf, begun[1]))
    ordered = all(one.end_s <= two.begin_s and one.epoch_s <= two.epoch_s for one, two in pairwise(runs))
    return (tuple(runs) if ordered else tuple(runs[:1])), zone


def _rows(archive: Zip, ending: str) -> list[list[str]]:
    path = next((name for name in archive.names if name.endswith(ending)), None)
    if path is None:
        return []
    try:
        text = as_text(archive.content(path, 1 << 20)).decode("utf-8", "replace")
    except BadFile:
        return []
    lines = text.splitlines()
    delimiter = max((",", ";", "\t"), key=lines[0].count) if lines else ","
    rows = [cells(line, delimiter) for line in lines[1:] if line.strip()]
    comma = delimiter != ","
    return [[cell.replace(",", ".") if comma else cell for cell in row] for row in rows]


def _device(archive: Zip) -> str:
    said = {row[0]: row[1] for row in _rows(archive, _DEVICE) if len(row) > 1}
    return " ".join(said[key] for key in ("deviceBrand", "deviceModel") if said.get(key) not in (None, "", "null"))
