"""Direction and steps of simulated hours at 100 Hz and six axes, on one core, beside skdh's gait pipeline."""

import math

import numpy as np

from backstride.recording import Placement
from backstride.simulate import Worn, simulate
from benchmarks.accuracy import peers
from benchmarks.accuracy.trial import Sensor
from benchmarks.figure import Figure, figure
from benchmarks.speed import hours


def measure() -> tuple[Figure, ...]:
    one, four, day = (hours.alone(length) for length in (1.0, 4.0, 24.0))
    yield_s = one["took_s"]
    skdh_s, words = _skdh()
    return (
        figure("1 h: direction and steps", yield_s, "s", "at most 0.5"),
        figure("4 h: seconds an hour, against those of 1 h", four["took_s"] / 4 / yield_s, "times", "at most 1.25"),
        figure("24 h: seconds an hour, against those of 1 h", day["took_s"] / 24 / yield_s, "times", "at most 1.25"),
        figure("24 h: peak memory of the process", day["peak_mb"], "MB", "at most 600"),
        figure("24 h: of which before the analysis, recording included", day["before_mb"], "MB"),
        figure("1 h: skdh GaitLumbar, told that all is gait", skdh_s, "s", note=words),
        figure("times faster than skdh", skdh_s / yield_s, "times", "at least 20", words),
    )


def _skdh() -> tuple[float, str]:
    """Seconds for the same session, its sensor at the lower back with known axes, as skdh wants it."""
    recording, _ = simulate(hours.session(60.0), worn=Worn(Placement.WAIST, mounting=np.eye(3)), seed=1)
    force, rate = recording.signals["acceleration"], recording.signals["angular_rate"]
    sensor = Sensor(force.time_s, force.values, rate.values)
    try:
        return peers.ask("skdh", sensor, [(0.0, recording.duration_s)]).took_s, ""
    except peers.Missing as why:
        return math.nan, str(why)
