"""Analyses simulated hours in a process of its own, on one core: `python -m benchmarks.speed.hours 1`.

Prints, as JSON, the processor seconds that the analysis took (the best of some runs) and the memory of the process
before and at its peak, in MB.
"""

import hashlib
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

import backstride.simulate
from backstride.gait import analyse
from backstride.recording import About, Direction, FloatArray, Gait, Placement, Recording, Signal
from backstride.simulate import Part, Worn, simulate
from backstride.simulate.make import START

ROOT = Path(__file__).resolve().parents[2]
BEST_OF = 3
AXES = ("x", "y", "z")


def session(minutes: float) -> list[Part]:
    """Six minutes of everything, over and over."""
    turns = (
        Part(Direction.STILL, Gait.NONE, 20.0),
        Part(Direction.FORWARD, Gait.WALK, 70.0, 1.4),
        Part(Direction.FORWARD, Gait.RUN, 90.0, 2.8),
        Part(Direction.STILL, Gait.NONE, 10.0),
        Part(Direction.BACKWARD, Gait.WALK, 60.0, 1.1),
        Part(Direction.BACKWARD, Gait.RUN, 90.0, 2.0),
        Part(Direction.STILL, Gait.NONE, 20.0),
    )
    return list(turns) * max(1, round(minutes / 6))


def hour() -> dict[str, FloatArray]:
    """One hour of a phone in the pocket at 100 Hz, six axes; kept under .cache until `simulate` changes."""
    code = b"".join(path.read_bytes() for path in sorted(Path(backstride.simulate.__file__).parent.glob("*.py")))
    kept = ROOT / ".cache" / "speed" / f"hour-{hashlib.sha256(code).hexdigest()[:16]}.npz"
    if not kept.exists():
        recording, _ = simulate(session(60.0), worn=Worn(Placement.POCKET), seed=1)
        kept.parent.mkdir(parents=True, exist_ok=True)
        force, rate = recording.signals["acceleration"], recording.signals["angular_rate"]
        np.savez(kept, time_s=force.time_s, acceleration=force.values, angular_rate=rate.values)
    with np.load(kept) as held:
        return dict(held)


def recorded(hours: float) -> Recording:
    """The hour, cut short or laid end to end. Both signals share one clock."""
    held = hour()
    count = round(len(held["time_s"]) * hours)
    time_s = np.arange(count, dtype=float) * 0.01
    force, rate = (laid(held[name], count) for name in ("acceleration", "angular_rate"))
    signals = {
        "acceleration": Signal(time_s, force, "m/s2", AXES),
        "angular_rate": Signal(time_s, rate, "rad/s", AXES),
    }
    return Recording(START, signals, About(placement=Placement.POCKET, simulated=True))


def laid(values: FloatArray, count: int) -> FloatArray:
    """The rows over and over, (count, 3)."""
    return np.asarray(np.resize(values, (count, 3)), dtype=np.float64)


def peak_mb() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (1024**2 if sys.platform == "darwin" else 1024)


def alone(hours: float) -> dict[str, float]:
    """`main` in a fresh process, so that nothing else counts."""
    environment = {**os.environ, **dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")}
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.speed.hours", str(hours)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env=environment,
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main(hours: float) -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    hour()
    analyse(recorded(0.02))  # imports and first calls are not timed
    recording = recorded(hours)
    before_mb = peak_mb()
    took = []
    for _ in range(BEST_OF if hours <= 4 else 1):
        began = time.process_time()
        analyse(recording)
        took.append(time.process_time() - began)
    print(json.dumps({"took_s": min(took), "before_mb": before_mb, "peak_mb": peak_mb()}))


if __name__ == "__main__":
    main(float(sys.argv[1]))
