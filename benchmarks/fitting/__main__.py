"""`./run-benchmarks fit [people]`: fit the weights of stride patterns on simulated people, judge them on others, write
src/backstride/gait/weights.py."""

import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from backstride.recording import FloatArray, Placement
from backstride.simulate import Session, population
from benchmarks.fitting.windows import Known, known_windows

PEOPLE = 600
SEED = 20261120
PLACEMENTS = (Placement.FOOT, Placement.SHANK, Placement.POCKET, Placement.WAIST, Placement.CHEST)
# A body differs from every simulated one: weights are held this close to zero, in units of the mean window's worth.
TIGHTNESS = 0.003
HELD_OUT = 5  # every fifth person judges
STEPS = 40
TARGET = Path(__file__).parents[2] / "src" / "backstride" / "gait" / "weights.py"


def main(arguments: Sequence[str]) -> int:
    """Fit, print how the fit does on people held out, and write."""
    people = int(arguments[0]) if arguments else PEOPLE
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(_windows, population(people, seed=SEED), chunksize=8))
    rows = []
    for placement in PLACEMENTS:
        known = [one[placement] for one in found if placement in one]
        fitting = [one for number, one in enumerate(known) if number % HELD_OUT]
        judging = [one for number, one in enumerate(known) if not number % HELD_OUT]
        parts = {
            "walk": (_of(fitting, "way", False), _of(judging, "way", False)),
            "run": (_of(fitting, "way", True), _of(judging, "way", True)),
            "facing": (_of(fitting, "facing", None), _of(judging, "facing", None)),
        }
        weights = {name: logistic(seen) for name, (seen, _) in parts.items()}
        for name, (_, held) in parts.items():
            _report(placement, name, held, weights[name])
        rows.append((placement, weights))
    TARGET.write_text(_source(rows, people))
    return 0


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


def _windows(session: Session) -> dict[Placement, Known]:
    return known_windows(session, PLACEMENTS)


def _of(known: Sequence[Known], name: str, runs: bool | None) -> list[FloatArray]:
    """The rows of each person, of one gait or of both."""

    def mine(one: Known) -> NDArray[np.bool_]:
        return np.ones(len(one.runs), bool) if runs is None else one.runs == runs

    rows = [getattr(one, name)[mine(one)] for one in known]
    return [row for row in rows if len(row)]


def _report(placement: Placement, name: str, held: Sequence[FloatArray], weights: FloatArray) -> None:
    odds = [one @ weights for one in held]
    right = np.mean([np.mean(one > 0) for one in odds])
    print(f"{placement:8} {name:7} right {right:.3f} of {len(odds)} people held out  {np.round(weights, 1).tolist()}")


def _source(rows: Sequence[tuple[Placement, dict[str, FloatArray]]], people: int) -> str:
    head = TARGET.read_text().split("WEIGHTS: Mapping", 1)[0]
    lines = [head, f"# {people} people, {HELD_OUT - 1} of {HELD_OUT} to fit.\n", "WEIGHTS: Mapping[Placement, Weights] = {\n"]
    for placement, weights in rows:
        lines.append(f"    Placement.{placement.name}: Weights(\n")
        for name, values in weights.items():
            numbers = ", ".join(f"{value:.2f}" for value in values)
            lines.append(f"        {name}=np.array([{numbers}]),\n")
        lines.append("    ),\n")
    return "".join((*lines, "}\n"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
