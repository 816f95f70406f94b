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
        walk=np.array([0.47, -0.67, -0.88, 0.47, 5.09, 1.69, 2.72, 0.73, -1.42, -0.62, 1.18]),
        run=np.array([1.06, -1.98, -1.03, 1.07, 4.60, 1.82, 0.76, -0.08, 1.45, -1.21, -0.05]),
        facing=np.array([1.39, 0.77, -2.63, -0.15, -3.94, -0.25]),
    ),
    Placement.SHANK: Weights(
        walk=np.array([0.69, -0.37, -0.88, 0.55, 2.88, -0.26, 1.90, -0.45, -3.40, 0.38, -0.09]),
        run=np.array([0.78, 1.92, 0.12, 0.35, 2.87, -1.56, 1.06, 0.97, -3.15, 0.23, -0.09]),
        facing=np.array([-1.42, 0.33, -5.64, 2.41, -0.42, 1.00]),
    ),
    Placement.POCKET: Weights(
        walk=np.array([-0.74, 4.43, -0.79, 0.33, -0.44, -0.59, 1.03, 3.05, -1.88, 1.17, -2.16]),
        run=np.array([-0.15, -4.70, -2.27, -0.59, 0.07, 1.27, 0.01, 0.53, -2.31, -0.63, 0.20]),
        facing=np.array([-3.11, -2.53, -4.61, -0.49, -1.23, -0.05]),
    ),
    Placement.WAIST: Weights(
        walk=np.array([6.69, 0.95, -0.49, -0.08, -1.48, 0.15, -0.48, 0.68, 0.41, -0.50, -0.08]),
        run=np.array([-5.74, -2.56, -3.67, 0.08, 0.69, 0.18, -0.22, -0.03, -0.18, 0.54, 1.40]),
        facing=np.array([0.89, -0.32, 2.07, -0.01, -3.21, 0.16, 0.08]),
    ),
    Placement.CHEST: Weights(
        walk=np.array([6.16, 1.91, -3.11, -0.38, -2.47, 0.73, 0.56, 0.56, 0.45, -0.28, -0.53]),
        run=np.array([-5.41, -2.29, -0.84, 0.37, 0.58, 0.56, 0.21, 0.08, -0.09, -0.95, 1.33]),
        facing=np.array([0.48, 0.15, 2.79, -0.06, 3.23, -1.83, 2.23]),
    ),
}
