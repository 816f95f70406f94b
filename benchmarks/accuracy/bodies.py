"""Motion capture read into places and attitudes of body segments, in metres, and the contacts of its feet."""

import importlib
import lzma
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import numpy as np

from backstride.recording import FloatArray, Placement

# The robot of lafan1 is smaller than the people were; its README gives the factor.
ROBOT_SCALE = 1.355
# Where a sensor sits: link of the robot and the way from its origin, in its own frame (m, robot size).
ROBOT_PLACES: Mapping[Placement, tuple[str, tuple[float, float, float]]] = {
    Placement.POCKET: ("left_hip_yaw_link", (0.05, 0.05, -0.10)),
    Placement.WAIST: ("pelvis", (-0.08, 0.0, 0.05)),
    Placement.FOOT: ("left_ankle_roll_link", (0.05, 0.0, 0.02)),
    Placement.WRIST: ("left_wrist_yaw_link", (0.0, 0.0, 0.0)),
}
ROBOT_FEET = ("left_ankle_roll_link", "right_ankle_roll_link")
# Joints by their names in the three BVH sources: the segment, the joint that ends it, and how far along it sits.
BVH_PLACES: Mapping[Placement, tuple[tuple[str, ...], tuple[str, ...], float]] = {
    Placement.POCKET: (
        ("UpperLeg_L", "LeftUpperLeg", "CC_Base_L_Thigh"),
        ("LowerLeg_L", "LeftLowerLeg", "CC_Base_L_Calf"),
        0.4,
    ),
    Placement.WAIST: (("Hips", "CC_Base_Hip"), ("Hips", "CC_Base_Hip"), 0.0),
    Placement.FOOT: (("Foot_L", "LeftFoot", "CC_Base_L_Foot"), ("Toes_L", "LeftToes", "CC_Base_L_ToeBase"), 0.5),
    Placement.WRIST: (
        ("LowerArm_L", "LeftLowerArm", "CC_Base_L_Forearm"),
        ("Hand_L", "LeftHand", "CC_Base_L_Hand"),
        0.9,
    ),
}
BVH_FEET = (("Foot_L", "LeftFoot", "CC_Base_L_Foot"), ("Foot_R", "RightFoot", "CC_Base_R_Foot"))
TRAVEL_HZ = 0.8
SHORTEST_STRIDE_S = 0.4
SWING_M, SWING_MPS = 0.08, 0.6


@dataclass(frozen=True, eq=False, slots=True)
class Body:
    """A captured person: (n, 3) places and (n, 3, 3) attitudes of the segments sensors sit on; `up` names the axis.

    contact_s  of both feet in order, from the feet's swing about the pelvis
    swing_s    when each foot moves fastest, once a stride: a second reference for cadence, with nothing of the first
    """

    rate_hz: float
    up: int
    place: Mapping[Placement, FloatArray]
    attitude: Mapping[Placement, FloatArray]
    contact_s: FloatArray
    swing_s: FloatArray


def tool(data: Path, name: str) -> ModuleType:
    """A reference reader from the data folder's `tools`."""
    folder = str(data / "tools")
    if folder not in sys.path:
        sys.path.append(folder)
    return importlib.import_module(name)


def robot(data: Path, name: str) -> Body:
    """One take of lafan1, at human size."""
    folder = data / "lafan1_g1_csv"
    kinematics = tool(data, "g1_fk")
    joints = kinematics.load_urdf(str(folder / "g1_29dof_rev_1_0.urdf"))
    with lzma.open(folder / name, "rt") as packed:
        _, links = kinematics.fk(np.loadtxt(packed, delimiter=","), joints)
    place = {
        where: ROBOT_SCALE * (links[link][0] + links[link][1] @ np.array(offset))
        for where, (link, offset) in ROBOT_PLACES.items()
    }
    attitude = {where: links[link][1] for where, (link, _) in ROBOT_PLACES.items()}
    feet = [ROBOT_SCALE * links[foot][0] for foot in ROBOT_FEET]
    return Body(30.0, 2, place, attitude, contacts(feet, place[Placement.WAIST], 2, 30.0), swings(feet, 30.0))


def animated(data: Path, path: Path, scale_m: float, skip: int = 0) -> Body:
    """A BVH file. `skip` frames at its start are no motion."""
    reader = tool(data, "bvh_fk")
    with lzma.open(path, "rt", errors="replace") as packed:
        joints, step, rows = reader.parse(packed.read())
    places, attitudes = reader.fk(joints, rows[skip:])
    names = [joint["name"] for joint in joints]

    def at(known: tuple[str, ...]) -> int:
        return next(names.index(name) for name in known if name in names)

    place, attitude = {}, {}
    for where, (segment, end, share) in BVH_PLACES.items():
        first, last = at(segment), at(end)
        place[where] = scale_m * ((1 - share) * places[:, first] + share * places[:, last])
        attitude[where] = attitudes[:, first]
    feet = [scale_m * places[:, at(foot)] for foot in BVH_FEET]
    return Body(
        1 / step, 1, place, attitude, contacts(feet, place[Placement.WAIST], 1, 1 / step), swings(feet, 1 / step)
    )


def contacts(feet: list[FloatArray], pelvis: FloatArray, up: int, rate_hz: float) -> FloatArray:
    """When feet came down: where each is farthest ahead of the pelvis in the direction of travel (Zeni et al. 2008,
    doi 10.1016/j.gaitpost.2007.07.007, there for forward gait; in the direction of travel it holds for backward too).

    Peaks are refined by a parabola through three frames, for a frame lasts 33 ms.
    """
    from scipy.signal import butter, sosfiltfilt

    if len(pelvis) < 30:
        return np.zeros(0)
    flat = [axis for axis in range(3) if axis != up]
    travel = np.gradient(
        sosfiltfilt(butter(2, TRAVEL_HZ / (rate_hz / 2), output="sos"), pelvis[:, flat], axis=0), axis=0
    )
    travel /= np.maximum(np.linalg.norm(travel, axis=1, keepdims=True), 1e-9)
    smooth = butter(2, 6.0 / (rate_hz / 2), output="sos")
    found = []
    for foot in feet:
        ahead = sosfiltfilt(smooth, np.sum((foot - pelvis)[:, flat] * travel, axis=1))
        found.append(_peaks(ahead, rate_hz, SWING_M))
    return np.sort(np.concatenate(found))


def swings(feet: list[FloatArray], rate_hz: float) -> FloatArray:
    """When each foot swings fastest over the ground."""
    from scipy.signal import butter, sosfiltfilt

    if len(feet[0]) < 30:
        return np.zeros(0)
    smooth = butter(2, 6.0 / (rate_hz / 2), output="sos")
    speeds = [np.linalg.norm(np.gradient(foot, axis=0), axis=1) * rate_hz for foot in feet]
    return np.sort(np.concatenate([_peaks(sosfiltfilt(smooth, speed), rate_hz, SWING_MPS) for speed in speeds]))


def _peaks(values: FloatArray, rate_hz: float, prominence: float) -> FloatArray:
    from scipy.signal import find_peaks

    peaks, _ = find_peaks(values, distance=max(1, round(SHORTEST_STRIDE_S * rate_hz)), prominence=prominence)
    before, top, after = values[peaks - 1], values[peaks], values[peaks + 1]
    return np.asarray((peaks + 0.5 * (before - after) / (before - 2 * top + after)) / rate_hz)
