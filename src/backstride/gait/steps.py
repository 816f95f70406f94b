"""Foot contacts of either foot where the body was walking or running."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from backstride.gait.inertial import Heard
from backstride.recording import Bout, FloatArray, Gait, Placement, Signal, Steps

SHORTEST_GAP_S = 0.2


def find_steps(heard: Heard | None, bouts: Sequence[Bout]) -> Steps:
    """Contacts within bouts of walking or running.

    A foot sensor feels its own contacts: the other foot's are put halfway between, where strides follow each other.
    """
    if heard is None:
        return Steps()
    contact, off = heard.bounces.contact_s, heard.bounces.off_s
    if heard.placement is Placement.FOOT and len(heard.strides.end_s):
        contact = _with_other_foot(heard.strides.start_s, heard.strides.end_s)
        off = np.full(len(contact), np.nan)
    inside = _inside(contact, [(b.start_s, b.end_s) for b in bouts if b.gait is not Gait.NONE])
    running = _inside(contact, [(b.start_s, b.end_s) for b in bouts if b.gait is Gait.RUN])
    inside &= np.concatenate(([True], np.diff(contact) > SHORTEST_GAP_S)) if len(contact) else inside
    return Steps(contact[inside], np.where(running, off, np.nan)[inside])


def oscillation(heard: Heard | None) -> dict[str, Signal]:
    """Vertical oscillation in metres over time, where the sensor sits on the trunk."""
    if heard is None:
        return {}
    known = np.isfinite(heard.bounces.rise_m)
    if not known.any():
        return {}
    time, rise = heard.bounces.middle_s[known], heard.bounces.rise_m[known]
    order = np.concatenate(([True], np.diff(time) > 0))
    return {"vertical_oscillation": Signal(time[order], rise[order], "m")}


def _with_other_foot(start: FloatArray, end: FloatArray) -> FloatArray:
    middle = 0.5 * (start + end)
    last = end[~np.isin(np.round(end, 3), np.round(start, 3))]
    return np.sort(np.concatenate((start, middle, last)))


def _inside(time: FloatArray, spans: list[tuple[float, float]]) -> NDArray[np.bool_]:
    if not spans:
        return np.zeros(len(time), bool)
    edges = np.array(spans)
    at = np.searchsorted(edges[:, 0], time, side="right") - 1
    return np.asarray((at >= 0) & (time <= edges[np.maximum(at, 0), 1]))
