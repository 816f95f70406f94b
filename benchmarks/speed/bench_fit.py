"""How fast FIT files become recordings, against two other decoders, all measured in the same run.

    python -m benchmarks.speed.bench_fit [FOLDER]

The figures are records (messages) per second of a whole file: ours from bytes to `Recording`, theirs from bytes to
decoded messages. Files that hold no activity end in an error after decoding and are shown apart.
"""

import math
import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import fitdecode
import pyfitparsernative

from backstride.errors import BadFile
from backstride.formats.fit import decode, read

ROUNDS = 7
SLOW_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Row:
    """Best times of one file in seconds."""

    name: str
    records: int
    ours_s: float
    fitdecode_s: float
    native_s: float

    @property
    def to_fitdecode(self) -> float:
        return self.fitdecode_s / self.ours_s

    @property
    def to_native(self) -> float:
        return self.native_s / self.ours_s


@dataclass(frozen=True, slots=True)
class Result:
    """Ratios of records per second: of the median file, of all files together, and of the files of 500 records up."""

    median_to_fitdecode: float
    median_to_native: float
    total_to_fitdecode: float
    total_to_native: float
    long_median_to_fitdecode: float
    long_median_to_native: float


def best_of(rounds: int, function: Callable[[], object]) -> float:
    """The shortest of several times."""
    best = math.inf
    for _ in range(rounds):
        start = time.perf_counter()
        function()
        best = min(best, time.perf_counter() - start)
    return best


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


def measure(path: Path) -> tuple[Row, bool]:
    """A row, and whether the file is an activity."""
    data = path.read_bytes()
    is_activity = ours(data)
    row = Row(
        path.name,
        sum(file.count for file in decode(data).files),
        best_of(ROUNDS, lambda: ours(data)),
        best_of(SLOW_ROUNDS, lambda: by_fitdecode(data)),
        best_of(SLOW_ROUNDS, lambda: pyfitparsernative.parse_fit_bytes(data)),
    )
    return row, is_activity


def bench_fit(folder: Path) -> Result:
    """Print a line per file and return the ratios over the good activity files."""
    paths = sorted(path for path in folder.glob("good_*/*") if path.suffix.lower() == ".fit")
    rows = []
    for path in paths:
        row, is_activity = measure(path)
        rows += [row] if is_activity else []
        print(
            f"{row.name[:40]:40} {row.records:6} records {row.ours_s * 1e3:8.3f} ms"
            f"  x{row.to_fitdecode:6.1f} fitdecode  x{row.to_native:5.1f} native"
            + ("" if is_activity else "  (no activity)")
        )
    long = [row for row in rows if row.records >= 500]
    ours_s = sum(row.ours_s for row in rows)
    return Result(
        statistics.median(row.to_fitdecode for row in rows),
        statistics.median(row.to_native for row in rows),
        sum(row.fitdecode_s for row in rows) / ours_s,
        sum(row.native_s for row in rows) / ours_s,
        statistics.median(row.to_fitdecode for row in long),
        statistics.median(row.to_native for row in long),
    )


def main() -> None:
    default = os.environ.get("BACKSTRIDE_DATA") or Path(__file__).parents[3] / "shared" / "data"
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(default) / "fit_files"
    result = bench_fit(folder)
    print(f"median file   x{result.median_to_fitdecode:.1f} fitdecode  x{result.median_to_native:.1f} native")
    print(f"from 500 rec. x{result.long_median_to_fitdecode:.1f} fitdecode  x{result.long_median_to_native:.1f} native")
    print(f"all together  x{result.total_to_fitdecode:.1f} fitdecode  x{result.total_to_native:.1f} native")


if __name__ == "__main__":
    main()
