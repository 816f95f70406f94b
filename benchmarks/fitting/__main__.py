"""`./run-benchmarks fit [people]`: fit the weights of stride patterns on simulated people, judge them on others, write
src/backstride/gait/weights.py."""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

from backstride.recording import FloatArray, Placement
from backstride.simulate import Session, population
from benchmarks.fitting.source import source
from benchmarks.fitting.windows import Known, known_windows

PEOPLE = 600
SEED = 20261120
PLACEMENTS = (Placement.FOOT, Placement.SHANK, Placement.POCKET, Placement.WAIST, Placement.CHEST)
# A body differs from every simulated one: weights are held this close to zero, in units of the mean window's worth.
TIGHTNESS = 0.003
HELD_OUT = 5  # every fifth person judges
STEPS = 40
ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "src" / "backstride" / "gait" / "weights.py"
# What is fitted: its name, the numbers it weighs, and the gait it is of (None: both).
KINDS: tuple[tuple[str, str, bool | None], ...] = (
    ("walk", "way", False),
    ("run", "way", True),
    ("facing", "facing", None),
)

Fitted = Mapping[Placement, Mapping[str, FloatArray]]


def main(arguments: Sequence[str]) -> int:
    """Fit, print how the fit does on people held out, and write or compare. 1 where the file would differ."""
    asked = parser().parse_args(arguments)
    text = source(fit(asked.people), asked.people, SEED, HELD_OUT)
    if asked.check:
        same = asked.to.is_file() and asked.to.read_text() == text
        print(f"{asked.to.name} {'is what this fit gives' if same else 'differs from what this fit gives'}")
        return int(not same)
    asked.to.write_text(text)
    print(f"Written: {asked.to}")
    return 0


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="run-benchmarks fit", description=__doc__)
    made.add_argument("people", nargs="?", type=_people, default=PEOPLE, help=f"simulated people, else {PEOPLE}")
    made.add_argument("--to", type=Path, default=TARGET, help="the file to write, else the engine's own")
    made.add_argument("--check", action="store_true", help="write nothing; say whether the file is what the fit gives")
    return made


def fit(people: int) -> dict[Placement, dict[str, FloatArray]]:
    """Weights of each placement. The same people are drawn every time, so that the same weights come out."""
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(_windows, population(people, seed=SEED), chunksize=8))
    fitted = {}
    for placement in PLACEMENTS:
        known = [one[placement] for one in found if placement in one]
        fitting = [one for number, one in enumerate(known) if number % HELD_OUT]
        judging = [one for number, one in enumerate(known) if not number % HELD_OUT]
        fitted[placement] = {name: logistic(_of(fitting, column, runs)) for name, column, runs in KINDS}
        for name, column, runs in KINDS:
            _report(placement, name, _of(judging, column, runs), fitted[placement][name])
    return fitted


def logistic(examples: Sequence[FloatArray]) -> FloatArray:
    """Weights of a logistic regression without a constant whose outcomes are all 1; every person counts alike."""
    seen = np.concatenate(examples)
    worth = np.concatenate([np.full(len(one), 1 / max(len(one), 1)) for one in examples]) / len(examples)
    weights = np.zeros(seen.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(np.clip(seen @ weights, -30, 30)))
        slope = seen.T @ (worth * chance) - TIGHTNESS * weights
        bend = (seen * (worth * chance * (1 - chance))[:, None]).T @ seen + TIGHTNESS * np.eye(len(weights))
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def _people(text: str) -> int:
    """Fewer than two of every five could not be fitted to and judged by."""
    if (count := int(text)) < 2 * HELD_OUT:
        raise argparse.ArgumentTypeError(f"at least {2 * HELD_OUT} people are needed")
    return count


def _windows(session: Session) -> dict[Placement, Known]:
    return known_windows(session, PLACEMENTS)


def _of(known: Sequence[Known], name: str, runs: bool | None) -> list[FloatArray]:
    """The rows of each person, of one gait or of both, each gait apart."""
    rows = [
        getattr(one, name)[one.runs == gait] for one in known for gait in ((False, True) if runs is None else (runs,))
    ]
    return [row for row in rows if len(row)]


def _report(placement: Placement, name: str, held: Sequence[FloatArray], weights: FloatArray) -> None:
    odds = [one @ weights for one in held]
    right = np.mean([np.mean(one > 0) for one in odds])
    print(f"{placement:8} {name:7} right {right:.3f} of {len(odds)} people held out  {np.round(weights, 1).tolist()}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
