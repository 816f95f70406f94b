"""Written by `./run-benchmarks fit` from simulated people. Not by hand."""

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


# 600 people, 4 of 5 to fit. Seed 20261120.
WEIGHTS: Mapping[Placement, Weights] = {
    Placement.FOOT: Weights(
        walk=np.array([0.47, -0.67, -0.88, 0.47, 5.09, 1.69, 2.73, 0.73, -1.42, -0.62, 1.18]),
        run=np.array([1.04, -1.95, -1.00, 1.07, 4.62, 1.84, 0.75, -0.08, 1.46, -1.24, -0.04]),
        facing=np.array([1.52, 0.70, -2.69, -0.06, -3.94, -0.37]),
    ),
    Placement.SHANK: Weights(
        walk=np.array([0.68, -0.37, -0.88, 0.55, 2.88, -0.25, 1.90, -0.46, -3.40, 0.38, -0.08]),
        run=np.array([0.77, 1.91, 0.13, 0.35, 2.84, -1.53, 1.06, 0.99, -3.19, 0.28, -0.09]),
        facing=np.array([-1.26, 0.31, -5.48, 2.70, -0.45, 1.02]),
    ),
    Placement.POCKET: Weights(
        walk=np.array([-0.73, 4.43, -0.79, 0.34, -0.43, -0.58, 1.04, 3.05, -1.90, 1.17, -2.17]),
        run=np.array([-0.15, -4.68, -2.30, -0.59, 0.07, 1.26, -0.03, 0.52, -2.29, -0.69, 0.22]),
        facing=np.array([-3.10, -2.45, -4.60, -0.56, -1.31, -0.10]),
    ),
    Placement.WAIST: Weights(
        walk=np.array([6.68, 0.99, -0.54, 0.03, -1.68, 0.16, -0.46, 0.65, 0.41, -0.51, -0.07]),
        run=np.array([-5.88, -2.55, -3.60, 0.06, 1.24, 0.21, -0.23, -0.04, -0.18, 0.54, 1.44]),
        facing=np.array([0.84, -0.32, 1.86, 0.01, -3.28, 0.37, -0.11]),
    ),
    Placement.CHEST: Weights(
        walk=np.array([6.16, 1.94, -3.09, -0.27, -2.62, 0.74, 0.55, 0.54, 0.46, -0.29, -0.53]),
        run=np.array([-5.49, -2.50, -0.78, 0.09, 1.08, 0.54, 0.21, 0.07, -0.08, -0.95, 1.35]),
        facing=np.array([0.41, 0.04, 2.55, -0.13, 3.45, -1.89, 2.28]),
    ),
}
