"""FIT files to recordings, beside two other decoders: records (messages) per second of whole files, in one run.

Ours from bytes to `Recording`, theirs from bytes to decoded messages. Settings, monitoring and workout files are no
activities and end in an error after decoding; they are printed, but left out of the figures. The files are recordings
of real people and are not passed on: without them there is nothing to measure.
"""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import fitdecode
import pyfitparsernative

from backstride.errors import BadFile
from backstride.formats.fit import decode, read
from benchmarks.accuracy.folder import data_folder
from benchmarks.figure import Figure, figure
from benchmarks.speed.timing import best_s

ROUNDS = 15
SLOW_ROUNDS = 3
LONG = 500


@dataclass(frozen=True, slots=True)
class Row:
    """Best times of one file in seconds."""

    name: str
    is_activity: bool
    records: int
    ours_s: float
    fitdecode_s: float
    native_s: float

    def __str__(self) -> str:
        return (
            f"{self.name[:40]:40} {self.records:6} records {self.ours_s * 1e3:8.3f} ms"
            f"  x{self.fitdecode_s / self.ours_s:6.1f} fitdecode  x{self.native_s / self.ours_s:5.1f} native"
            + ("" if self.is_activity else "  (no activity)")
        )


def by_fitdecode(data: bytes) -> int:
    """All messages with all fields, as that library gives them."""
    with fitdecode.FitReader(data) as reader:
        return sum(isinstance(frame, fitdecode.FitDataMessage) for frame in reader)


def ours(data: bytes) -> bool:
    """Whether the file became recordings."""
    try:
        read("activity.fit", data)
    except BadFile:
        return False
    return True


def measured(path: Path) -> Row:
    """One file, by all three."""
    data = path.read_bytes()
    return Row(
        path.name,
        ours(data),
        sum(file.count for file in decode(data).files),
        best_s(lambda: ours(data), ROUNDS),
        best_s(lambda: by_fitdecode(data), SLOW_ROUNDS),
        best_s(lambda: pyfitparsernative.parse_fit_bytes(data), SLOW_ROUNDS),
    )


def medians(rows: Sequence[Row]) -> tuple[float, float]:
    """How many times the records per second of fitdecode and of the native wheel, for the median file."""
    return (
        statistics.median(row.fitdecode_s / row.ours_s for row in rows),
        statistics.median(row.native_s / row.ours_s for row in rows),
    )


def measure() -> tuple[Figure, ...]:
    """The targets and the peers."""
    folder = data_folder()
    if folder is None:
        return (figure("FIT: the files are not on this machine", float("nan"), ""),)
    paths = sorted(path for path in (folder / "fit_files").glob("good_*/*") if path.suffix.lower() == ".fit")
    all_rows = [measured(path) for path in paths]
    for row in all_rows:
        print(row)
    rows = [row for row in all_rows if row.is_activity]
    long = [row for row in rows if row.records >= LONG]
    ours_s = sum(row.ours_s for row in rows)
    median, long_median = medians(rows), medians(long)
    return (
        figure("FIT, median of all activity files: fitdecode", median[0], "times", "at least 50", f"{len(rows)} files"),
        figure("FIT, median of all activity files: pyfitparsernative", median[1], "times", "at least 3"),
        figure(f"FIT, median from {LONG} records up: fitdecode", long_median[0], "times", "", f"{len(long)} files"),
        figure(f"FIT, median from {LONG} records up: pyfitparsernative", long_median[1], "times"),
        figure("FIT, all files together: fitdecode", sum(row.fitdecode_s for row in rows) / ours_s, "times"),
        figure("FIT, all files together: pyfitparsernative", sum(row.native_s for row in rows) / ours_s, "times"),
        figure("FIT, all files together", sum(row.records for row in rows) / ours_s, "records/s"),
    )


if __name__ == "__main__":
    for row in measure():
        print(row)
