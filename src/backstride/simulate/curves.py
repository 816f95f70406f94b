"""How joints swing over a stride: curves through published extremes, forward; backward is forward reversed in time.

The published fact is Lee 2013: joint angles of backward walking, reversed, are nearly those of forward walking. What
keeps it from being exact lies in `style.Way`: reach, mean flexion, timing and shape are a person's own each way.
"""

import numpy as np

from backstride.recording import FloatArray, Gait
from backstride.simulate.style import CURVES, HARMONICS, TRUNK_CURVES, ComplexArray, Way

GRID = 128
COLUMNS = (
    "pelvis_pitch", "pelvis_roll", "pelvis_yaw", "chest_pitch", "chest_roll", "chest_yaw", "head_pitch", "head_yaw",
    "thigh_left", "knee_left", "thigh_right", "knee_right", "arm_left", "elbow_left", "arm_right", "elbow_right",
    "spread_left", "spread_right", "twist_left", "twist_right",
)  # fmt: skip
RIGHT_OF = {"thigh_right": "thigh_left", "knee_right": "knee_left", "arm_right": "arm_left",
            "elbow_right": "elbow_left"}  # fmt: skip
assert len(COLUMNS) == CURVES
assert COLUMNS.index("thigh_left") == TRUNK_CURVES

# (progress, angle in rad): extremes between which the curve eases; 0 to 1 is stance, 1 to 2 swing. Flexion positive.
Knots = tuple[tuple[float, float], ...]
THIGH: dict[Gait, Knots] = {
    Gait.WALK: ((0.0, 0.42), (0.84, -0.26), (1.63, 0.46), (2.0, 0.42)),
    Gait.RUN: ((0.0, 0.50), (0.96, -0.35), (1.63, 0.75), (2.0, 0.50)),
}
KNEE: dict[Gait, Knots] = {
    Gait.WALK: ((0.0, 0.05), (0.23, 0.30), (0.65, 0.05), (1.26, 1.10), (1.92, 0.02), (2.0, 0.05)),
    Gait.RUN: ((0.0, 0.25), (0.38, 0.70), (0.85, 0.25), (1.37, 1.75), (1.93, 0.20), (2.0, 0.25)),
}
FULL_STRIDE_M = {Gait.WALK: 1.4, Gait.RUN: 2.2}  # the stride at which the curves swing in full, for a leg of 0.9 m
PELVIS_YAW = {Gait.WALK: (0.07, 0.5), Gait.RUN: (0.08, 0.3)}  # (size, phase of the stride where it peaks)
CHEST_YAW = {Gait.WALK: (0.05, 0.0), Gait.RUN: (0.12, 0.05)}
PELVIS_ROLL = {Gait.WALK: (0.06, 0.18), Gait.RUN: (0.08, 0.16)}
ARM = {Gait.WALK: (0.02, 0.33), Gait.RUN: (-0.28, 0.42)}  # (mean, size); the arm goes with the other leg
WALKING_ELBOW_RAD = 0.3


def quintic(u: FloatArray) -> FloatArray:
    """Ease from 0 to 1 with neither speed nor acceleration at the ends."""
    return u * u * u * (10 - 15 * u + 6 * u * u)


def through(knots: Knots, progress: FloatArray) -> FloatArray:
    """Ease through the knots with zero slope at each."""
    at, angle = np.array(knots).T
    left = np.clip(np.searchsorted(at, progress, side="right") - 1, 0, len(at) - 2)
    u = (progress - at[left]) / (at[left + 1] - at[left])
    return np.asarray(angle[left] + (angle[left + 1] - angle[left]) * quintic(u))


def harmonics(table: FloatArray) -> tuple[FloatArray, ComplexArray]:
    """Of (rows, GRID) samples over a stride: the means (rows,) and coefficients c (rows, HARMONICS).

    The curve is mean + the real part of the sum of c_k exp(2 pi i k phase), k = 1 ... HARMONICS.
    """
    spectrum = np.fft.rfft(table, axis=-1) / (table.shape[-1] / 2)
    return np.asarray(spectrum[..., 0].real / 2), np.asarray(spectrum[..., 1 : HARMONICS + 1])


def swing_size(gait: Gait, stride_m: float, leg_m: float) -> float:
    """How far joints swing at this stride length, over the full curve."""
    return float(np.clip(0.25 + 0.75 * stride_m / FULL_STRIDE_M[gait] * 0.9 / leg_m, 0.25, 1.35))


def joints(
    gait: Gait, way: Way, duty: float, size: float, born: ComplexArray | None
) -> tuple[FloatArray, ComplexArray]:
    """Means (CURVES,) and coefficients (CURVES, HARMONICS) of one person's joints.

    born  None for forward gait; for backward, the shape of the person's forward gait, which comes back reversed
    """
    phase = np.arange(GRID) / GRID
    progress = np.where(phase < duty, phase / duty, 1 + (phase - duty) / (1 - duty))
    if born is not None:
        progress, phase = (1 - progress) % 2, (duty - phase) % 1
    rows = _trunk(gait, way, phase, size) | _leg(gait, way, progress, size) | _arm(gait, way, phase, size)
    rest = np.zeros(GRID)
    table = np.stack([rows.get(RIGHT_OF.get(name, name), rest) for name in COLUMNS])
    mean, swing = harmonics(table)
    if born is not None:
        swing = swing * (1 + np.conj(born))
    swing = swing * (1 + way.shape[int(gait is Gait.RUN)])
    half = (-1.0) ** np.arange(1, HARMONICS + 1)
    for name in RIGHT_OF:
        swing[COLUMNS.index(name)] *= half
    return mean, swing


def _trunk(gait: Gait, way: Way, phase: FloatArray, size: float) -> dict[str, FloatArray]:
    def wave(shape: tuple[float, float], times: int = 1) -> FloatArray:
        return np.asarray(shape[0] * np.cos(2 * np.pi * times * (phase - shape[1])))

    roll = wave(PELVIS_ROLL[gait]) * size
    nod = wave((way.nod_rad, 0.06), 2)
    return {
        "pelvis_pitch": 0.3 * way.lean_rad + 0.7 * nod,
        "pelvis_roll": roll,
        "pelvis_yaw": wave(PELVIS_YAW[gait]) * size,
        "chest_pitch": way.lean_rad + nod,
        "chest_roll": -0.5 * roll,
        "chest_yaw": wave(CHEST_YAW[gait]) * size * way.arm_swing + way.look_rad * way.look_chest,
        "head_pitch": -0.3 * nod,
        "head_yaw": np.full(len(phase), way.look_rad),
    }


def _leg(gait: Gait, way: Way, progress: FloatArray, size: float) -> dict[str, FloatArray]:
    reach = size * way.reach
    return {
        "thigh_left": reach * through(THIGH[gait], progress) + way.flexed_rad,
        "knee_left": np.maximum(reach * through(KNEE[gait], progress) + 1.5 * way.flexed_rad, -0.05),
    }


def _arm(gait: Gait, way: Way, phase: FloatArray, size: float) -> dict[str, FloatArray]:
    mean, swing = ARM[gait]
    bent = way.elbow_rad if gait is Gait.RUN else WALKING_ELBOW_RAD
    going = np.cos(2 * np.pi * phase) * size * way.arm_swing
    return {"arm_left": mean - swing * going, "elbow_left": bent - 0.12 * going}
