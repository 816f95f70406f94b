"""The text of src/backstride/gait/weights.py."""

from collections.abc import Mapping

from backstride.recording import FloatArray, Placement

HEAD = '''"""Written by `./run-benchmarks fit` from simulated people. Not by hand."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from backstride.recording import FloatArray, Placement


@dataclass(frozen=True, eq=False, slots=True)
class Weights:
    """Log-odds of forward for each number odd in time, walking and running, (d,), and of a true front, (e,)."""

    walk: FloatArray
    run: FloatArray
    facing: FloatArray


'''


def source(fitted: Mapping[Placement, Mapping[str, FloatArray]], people: int, seed: int, held_out: int) -> str:
    """The whole file: it says how many people it was made from."""
    lines = [HEAD, f"# {people} people, {held_out - 1} of {held_out} to fit. Seed {seed}.\n"]
    lines.append("WEIGHTS: Mapping[Placement, Weights] = {\n")
    for placement, weights in fitted.items():
        lines.append(f"    Placement.{placement.name}: Weights(\n")
        for name, values in weights.items():
            numbers = ", ".join(f"{value + 0.0:.2f}" for value in values)
            lines.append(f"        {name}=np.array([{numbers}]),\n")
        lines.append("    ),\n")
    return "".join((*lines, "}\n"))
