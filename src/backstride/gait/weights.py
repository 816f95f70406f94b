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


# 120 people, 4 of 5 to fit.
# 600 people, 4 of 5 to fit.
WEIGHTS: Mapping[Placement, Weights] = {
    Placement.FOOT: Weights(
        walk=np.array([0.44, -0.80, -0.80, 0.71, 4.67, 1.82, 2.68, 0.48, -1.40, -0.15, 1.54]),
        run=np.array([1.04, -1.94, -1.01, 0.98, 4.41, 2.01, 0.80, -0.14, 1.67, -1.23, -0.12]),
        facing=np.array([1.31, 0.48, -2.79, -0.07, -4.20, -0.42]),
    ),
    Placement.SHANK: Weights(
        walk=np.array([0.60, -0.37, -0.75, 0.36, 2.65, 0.02, 1.71, -0.48, -3.70, 0.49, 0.07]),
        run=np.array([0.79, 1.60, 0.09, 0.50, 2.72, -1.41, 1.15, 0.95, -3.45, 0.30, -0.47]),
        facing=np.array([-1.03, -0.02, -5.96, 2.53, -0.39, 1.39]),
    ),
    Placement.POCKET: Weights(
        walk=np.array([-0.80, 4.29, -0.69, 0.11, -0.42, -0.35, 1.18, 3.10, -2.01, 1.18, -1.99]),
        run=np.array([-0.17, -4.78, -2.26, -0.54, -0.06, 1.12, -0.18, 0.43, -2.28, -0.82, 0.15]),
        facing=np.array([-2.91, -2.56, -4.72, -0.53, -1.49, -0.09]),
    ),
    Placement.WAIST: Weights(
        walk=np.array([6.78, 1.13, -0.47, -0.01, -1.40, -0.21, -0.54, 1.06, 0.61, -0.33, -0.29]),
        run=np.array([-6.34, -2.62, -2.90, 0.03, 0.88, 0.25, -0.48, 0.01, -0.36, 0.30, 1.27]),
        facing=np.array([1.29, -0.00, 2.07, -0.18, -3.09, 0.20, -0.02]),
    ),
    Placement.CHEST: Weights(
        walk=np.array([6.43, 2.09, -2.95, -0.15, -2.21, 0.82, 0.40, 0.61, 0.25, -0.33, -0.69]),
        run=np.array([-5.31, -2.23, -1.38, -0.10, 1.06, 0.54, 0.20, 0.04, -0.16, -0.54, 1.38]),
        facing=np.array([0.83, -0.13, 2.55, -0.06, 3.34, -1.94, 2.20]),
    ),
}
