"""Foot contacts of either foot where the body was walking or running, and what is known of them over time."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from backstride.gait.bounce import Bounces
from backstride.gait.inertial import Heard
from backstride.gait.strides import Strides
from backstride.gait.tempo import LEGS, TRUNK
from backstride.recording import Bout, FloatArray, Gait, Placement, Signal, Steps

SHORTEST_GAP_S = 0.18  # no one takes more than 320 steps a minute
LONGEST_STRIDE_S = 2.5
SHORTEST_WAY_M = 0.1  # a foot that shuffles has not made a step


def find_steps(heard: Heard | None, bouts: Sequence[Bout], front: complex | None = None) -> Steps:
    """Contacts within bouts of walking or running.

    A foot sensor feels its own contacts: the other foot's are put halfway between two that follow each other.
    `front`: where the body's front lies in the sensor's heading axes, for the sides; None: not known.
    """
    if heard is None:
        return Steps()
    walking = [(b.start_s, b.end_s) for b in bouts if b.gait is not Gait.NONE]
    running = [(b.start_s, b.end_s) for b in bouts if b.gait is Gait.RUN]
    if heard.placement is Placement.FOOT and len(heard.strides.contact_s):
        contact = with_other_foot(heard.strides)
        off, side = np.full(len(contact), np.nan), np.zeros(len(contact), np.int8)
    else:
        contact, off = _of_gait(heard.bounces, running)
        side = sides(heard.bounces, front)
    order = np.argsort(contact, kind="stable")
    contact, off, side = contact[order], off[order], side[order]
    inside = _inside(contact, walking)
    inside[1:] &= np.diff(contact) > SHORTEST_GAP_S
    return Steps(contact[inside], off[inside], side[inside])


def _of_gait(bounces: Bounces, running: list[tuple[float, float]]) -> tuple[FloatArray, FloatArray]:
    """Contact and off (k,): of running where the body ran and both were seen, else of walking."""
    seen = _inside(bounces.contact_s, running) & np.isfinite(bounces.off_s)
    return np.where(seen, bounces.landing_s, bounces.contact_s), np.where(seen, bounces.off_s, np.nan)


def sides(bounces: Bounces, front: complex | None) -> NDArray[np.int8]:
    """(k,) 1 where the left foot came down, which pushes the body to the right, -1 the right foot, 0 not known."""
    if front is None or not abs(front) > 0:
        return np.zeros(len(bounces.contact_s), np.int8)
    return np.asarray(-np.sign(np.imag(bounces.sway * np.conj(front))), np.int8)


def with_other_foot(strides: Strides) -> FloatArray:
    """Contacts of both feet: each stride's own, and one between two of them, whether or not their rests touch."""
    own = strides.contact_s[np.abs(strides.way) > SHORTEST_WAY_M]
    gap = np.diff(own)
    return np.sort(np.concatenate((own, (own[:-1] + 0.5 * gap)[gap < LONGEST_STRIDE_S])))


def form_signals(heard: Heard | None, bouts: Sequence[Bout]) -> dict[str, Signal]:
    """What is known of single steps within bouts of walking or running, by signal name: where in time, and how much.

    vertical_oscillation              m, on the trunk
    step_regularity, stride_regularity  -1 to 1, on the trunk
    step_length, stride_time          m and s, on a foot
    heading                           rad, unwrapped, NaN where it starts anew; of trunk and legs, with a gyroscope
    """
    if heard is None:
        return {}
    bounces, strides = heard.bounces, heard.strides
    found = {
        "vertical_oscillation": (bounces.middle_s, bounces.rise_m, "m"),
        "step_regularity": (bounces.contact_s, bounces.alike[:, 0], "1"),
        "stride_regularity": (bounces.contact_s, bounces.alike[:, 1], "1"),
    }
    if heard.placement is Placement.FOOT:
        moved = np.abs(strides.way) > SHORTEST_WAY_M
        contact, way = strides.contact_s[moved], np.abs(strides.way[moved])
        time = np.diff(contact)
        found["step_length"] = (contact, 0.5 * way, "m")
        found["stride_time"] = (contact[1:], np.where(time < LONGEST_STRIDE_S, time, np.nan), "s")
    walking = [(b.start_s, b.end_s) for b in bouts if b.gait is not Gait.NONE]
    signals = {name: _signal(*what, walking) for name, what in found.items()}
    signals |= {"heading": _heading(heard)}
    return {name: signal for name, signal in signals.items() if np.isfinite(signal.values).any()}


def _signal(time: FloatArray, values: FloatArray, unit: str, spans: list[tuple[float, float]]) -> Signal:
    known = np.isfinite(values) & _inside(time, spans)
    time, values = time[known], values[known]
    order = np.argsort(time, kind="stable")
    time, values = time[order], values[order]
    new = np.concatenate(([True], np.diff(time) > 0)) if len(time) else np.zeros(0, bool)
    return Signal(time[new], values[new], unit)


def _heading(heard: Heard) -> Signal:
    trace = heard.trace
    # An arm turns about the vertical without the body.
    if heard.placement not in (*TRUNK, *LEGS) or not np.any(trace.heading):
        return Signal(np.zeros(0), np.zeros(0), "rad")
    heading = trace.heading.copy()
    heading[1:][np.diff(trace.piece) != 0] = np.nan
    return Signal(trace.time_s, heading, "rad")


def _inside(time: FloatArray, spans: list[tuple[float, float]]) -> NDArray[np.bool_]:
    if not spans:
        return np.zeros(len(time), bool)
    edges = np.array(spans)
    at = np.searchsorted(edges[:, 0], time, side="right") - 1
    return np.asarray((at >= 0) & (time <= edges[np.maximum(at, 0), 1]))
