"""Other open gait toolkits, each in its own environment under .cache, on the same recordings in the same run."""

import math
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from backstride.gait import Options, analyse
from backstride.recording import Direction, FloatArray, Gait, Placement
from benchmarks.accuracy import captured
from benchmarks.accuracy.folder import ROOT
from benchmarks.accuracy.judge import (
    CADENCE_BOUT_S,
    FEWEST_CONTACTS,
    between,
    even,
    rate_per_minute,
    within,
)
from benchmarks.accuracy.trial import Sensor, Stretch, Trial
from benchmarks.accuracy.worn import AS_MEASURED, wear

# What the script installs. Neither is ever a requirement of Backstride.
REQUIREMENTS = {"skdh": "scikit-digital-health==0.17.18", "mobgap": "mobgap==1.2.0"}
HOME = ROOT / ".cache" / "peers"
WORKER = Path(__file__).with_name("peer_worker.py")


class Missing(Exception):
    """A peer cannot be had here; the text says why."""


def python_of(name: str) -> Path:
    """The peer's own Python, installed now if need be. Raises Missing."""
    home = HOME / name
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = home / "installed"
    if stamp.exists() and stamp.read_text() == REQUIREMENTS[name]:
        return python
    uv = shutil.which("uv") or str(ROOT / ".tools" / "bin" / "uv")
    if not Path(uv).exists():
        raise Missing("uv is not there to install it")
    for command in (
        [uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(home)],
        [uv, "pip", "install", "--quiet", "--python", str(python), REQUIREMENTS[name]],
    ):
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        if done.returncode:
            raise Missing(f"{REQUIREMENTS[name]} could not be installed: {done.stderr.strip().splitlines()[-1:]}")
    stamp.write_text(REQUIREMENTS[name])
    return python


@dataclass(frozen=True, eq=False, slots=True)
class Told:
    """What a toolkit found. One contact a step; processor seconds, without imports."""

    contact_s: FloatArray
    took_s: float


def ask(name: str, sensor: Sensor, bouts: Sequence[tuple[float, float]]) -> Told:
    """Run a peer on a lower-back sensor whose axes are x forward, y left, z up. Raises Missing where it fails."""
    python = python_of(name)
    with tempfile.TemporaryDirectory() as folder:
        given, wanted = Path(folder) / "in.npz", Path(folder) / "out.npz"
        rate = sensor.angular_rate if sensor.angular_rate is not None else np.zeros_like(sensor.acceleration)
        np.savez(
            given,
            time_s=sensor.time_s,
            acceleration=sensor.acceleration,
            angular_rate=rate,
            bouts=np.array(bouts, dtype=float),
        )
        done = subprocess.run([python, WORKER, name, given, wanted], check=False, capture_output=True, text=True)
        if done.returncode:
            raise Missing(f"it stopped: {(done.stderr.strip().splitlines() or ['no words'])[-1]}")
        with np.load(wanted) as packed:
            return Told(packed["contact_s"], float(packed["took_s"]))


@dataclass(frozen=True, slots=True)
class Row:
    """A toolkit over all recordings.

    steps         counted in the bouts, beside `true_steps`
    cadence_spm   median absolute error over bouts; a bout without cadence counts in `silent`
    close         share of bouts within 1 step a minute
    """

    name: str
    steps: int
    true_steps: int
    cadence_spm: float
    close: float
    silent: int
    bouts: int
    took_s: float
    words: str = ""


def compare(data: Path) -> list[Row]:
    """Forward walking of lafan1, sensor at the waist, bouts of 4 s or more. Peers are told the axes and the bouts;
    Backstride is told neither: its sensor is turned at random."""
    trials = [t for t in captured.lafan1(data) if t.placement is Placement.WAIST and t.steady]
    rows = [_row("Backstride", trials, [_own(trial) for trial in trials])]
    for name in REQUIREMENTS:
        try:
            python_of(name)
            told = [ask(name, t.sensor, [(s.start_s, s.end_s) for s in bouts(t)]) for t in trials if bouts(t)]
            rows.append(_row(name, [t for t in trials if bouts(t)], told))
        except Missing as why:
            rows.append(Row(name, 0, 0, math.nan, math.nan, 0, 0, math.nan, str(why)))
    return rows


def bouts(trial: Trial) -> list[Stretch]:
    """Forward walking of 4 s or more."""
    return [
        s
        for s in trial.stretches
        if s.direction is Direction.FORWARD and s.gait is Gait.WALK and s.length_s >= CADENCE_BOUT_S
    ]


def _own(trial: Trial) -> Told:
    import time

    recording = wear(trial, AS_MEASURED)
    began = time.process_time()
    analysis = analyse(recording, (), Options(placement=trial.placement))
    return Told(analysis.steps.contact_s, time.process_time() - began)


def _row(name: str, trials: Sequence[Trial], told: Sequence[Told]) -> Row:
    errors, steps, true_steps = [], 0, 0
    for trial, found in zip(trials, told, strict=True):
        for bout in bouts(trial):
            true = within(trial.contact_s, bout.start_s, bout.end_s)
            if len(true) < FEWEST_CONTACTS or not even(true, one_foot=False):
                continue
            stated = between(true, found.contact_s)
            steps, true_steps = steps + len(stated), true_steps + len(true)
            errors.append(abs(rate_per_minute(stated) - rate_per_minute(true)))
    error = np.array(errors)
    spoken = error[np.isfinite(error)]
    return Row(
        name=name,
        steps=steps,
        true_steps=true_steps,
        cadence_spm=float(np.median(spoken)) if len(spoken) else math.nan,
        close=float(np.mean(error <= 1.0)) if len(error) else math.nan,
        silent=len(error) - len(spoken),
        bouts=len(error),
        took_s=sum(found.took_s for found in told),
    )
