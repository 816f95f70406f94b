"""One hour at 100 Hz, six axes, as CSV: time and peak memory of reading, beside np.loadtxt and the csv module."""

import csv
import io
import subprocess
import sys

import numpy as np

from benchmarks.figure import Figure, figure
from benchmarks.speed.timing import best_s

SECONDS, RATE_HZ = 3600, 100
_MEMORY = r"""
import re, sys
from backstride import formats
with open(sys.argv[1], "rb") as file:
    data = file.read()
if sys.argv[2] == "read":
    formats.read("run.csv", data)
# Not ru_maxrss: that one remembers the parent's size.
with open("/proc/self/status") as status:
    print(int(re.search(r"VmHWM:\s*(\d+)", status.read())[1]) / 1024)
"""


def one_hour(damaged: int = 0) -> bytes:
    """The file: swinging axes with noise, six decimals; `damaged` rows spread over it are cut short."""
    count = SECONDS * RATE_HZ
    chance = np.random.default_rng(1)
    time_s = np.arange(count) / RATE_HZ
    swing = np.sin(2 * np.pi * 2.7 * time_s)[:, None]
    values = np.column_stack(
        (time_s, chance.normal(size=(count, 6)) + swing * [1, 2, 8, 1, 1, 1] + [0, 0, 9.8, 0, 0, 0])
    )
    names = "time_s," + ",".join(f"acc_{axis} [m/s2]" for axis in "xyz") + "," + ",".join(
        f"gyr_{axis} [rad/s]" for axis in "xyz"
    )  # fmt: skip
    buffer = io.BytesIO()
    np.savetxt(buffer, values, "%.6f", ",", header=names, comments="")
    if not damaged:
        return buffer.getvalue()
    lines = buffer.getvalue().split(b"\n")
    for at in range(1000, count, count // damaged):
        lines[at] = lines[at][:17]
    return b"\n".join(lines)


def peak_mb(path: str, what: str) -> float:
    """Peak memory (Linux) of a fresh process that loads the file and does `what` ("read" or "nothing")."""
    done = subprocess.run([sys.executable, "-c", _MEMORY, path, what], capture_output=True, text=True, check=True)
    return float(done.stdout)


def measure() -> tuple[Figure, ...]:
    """The figures of issue targets and peers."""
    import tempfile

    from backstride import formats

    data = one_hour()
    damaged = one_hour(damaged=50)
    ours = best_s(lambda: formats.read("run.csv", data))
    tolerant = best_s(lambda: formats.read("run.csv", damaged))
    loadtxt = best_s(lambda: np.loadtxt(io.BytesIO(data), delimiter=",", skiprows=1))
    plain = best_s(
        lambda: [[float(cell) for cell in row] for row in list(csv.reader(io.StringIO(data.decode())))[1:]], 1
    )
    with tempfile.NamedTemporaryFile(suffix=".csv") as file:
        file.write(data)
        file.flush()
        peak, idle = peak_mb(file.name, "read"), peak_mb(file.name, "nothing")
    return (
        figure("CSV, 1 h 100 Hz 6 axes: read", ours, "s", "at most 0.5"),
        figure("the same with 50 damaged rows", tolerant, "s"),
        figure("np.loadtxt alone", loadtxt, "s"),
        figure("csv module and float()", plain, "s"),
        figure("peak memory of reading", peak, "MB", "at most 300", f"{idle:.0f} MB before reading"),
    )


if __name__ == "__main__":
    for row in measure():
        print(row)
