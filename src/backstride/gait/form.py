"""How a body runs and walks: numbers of form, each with the definition it follows.

duty factor          contact over stride time, a stride being two steps (Alexander 1989, Physiological Reviews 69:1199)
flight time          from off to the next contact
vertical stiffness   of the spring on which a half sine of force carries the body, per kilogram: largest force over the
                     sinking of the centre of mass (Morin and others 2005, doi 10.1123/jab.21.2.167)
contact asymmetry    difference of the two feet's mean contact times over their mean (symmetry index; Robinson and
                     others 1987, JMPT 10:172)
regularity           correlation of the trunk's rise and fall with that one step and one stride later, and their ratio
                     as symmetry (Moe-Nilssen and Helbostad 2004, doi 10.1016/S0021-9290(03)00233-1)
stride variability   coefficient of variation of the stride time (Hausdorff 2005, doi 10.1186/1743-0003-2-19)
drift                how far the heading turned to the left, a minute, the gyroscope's own creep taken off
"""

import numpy as np
from numpy.typing import NDArray

from backstride.evidence import gait as claims
from backstride.gait.view import Found, Metric, View, spread
from backstride.message import say
from backstride.recording import Direction, FloatArray, Gait, Grade, Signal

NO_OFF = say("no sensor showed when the feet left the ground")
NO_TRUNK = say("only a sensor on the trunk shows it")
NO_FOOT = say("only a sensor on the foot shows it")
TOO_FEW = say("too few steps in a row")
LONGEST_STEP_S = 1.2
FEWEST_A_SIDE = 10
FEWEST_STRIDES = 10
HEADING_GAP_S = 0.3
SHORTEST_DRIFT_S, SHORTEST_REST_S = 10.0, 3.0
EDGE_S = 0.5  # of a rest: a body comes to stand and starts


def contact_time(view: View) -> Found:
    """Of steps with a flight: contact to off; or as the device stated it."""
    stated = view.samples("contact_time")
    return spread(stated if len(stated) else _running_steps(view)[0], NO_OFF)


def flight_time(view: View) -> Found:
    """From off to the next contact."""
    contact, step = _running_steps(view)
    return spread(step - contact, NO_OFF)


def duty_factor(view: View) -> Found:
    """Per cent of the stride that one foot is on the ground."""
    contact, step = _running_steps(view)
    return spread(100 * contact / (2 * step), NO_OFF)


def vertical_stiffness(view: View) -> Found:
    """N/m per kilogram, step by step."""
    contact, step = _running_steps(view)
    return spread(stiffness_per_kg(contact, step - contact), NO_OFF)


def stiffness_per_kg(contact_s: FloatArray, flight_s: FloatArray) -> FloatArray:
    """(k,) vertical stiffness over body mass, 1/s2, of the half sine with these contact and flight times."""
    gravity = claims.STANDARD_GRAVITY.value
    force = gravity * 0.5 * np.pi * (flight_s / contact_s + 1)
    sunk = force * contact_s**2 / np.pi**2 - gravity * contact_s**2 / 8
    return np.asarray(force / sunk)


def contact_asymmetry(view: View) -> Found:
    """Per cent, of the two feet: of every other step in a row, whichever foot that is."""
    on, off = view.steps.contact_s, view.steps.off_s
    seen = view.inside(on) & np.isfinite(off)
    if not seen.any():
        return Found(reason=NO_OFF)
    length = (off - on)[seen]
    chain = np.concatenate(([0], np.cumsum((np.diff(on[seen]) > LONGEST_STEP_S) | (np.diff(np.flatnonzero(seen)) > 1))))
    index, weight = [], []
    for one in np.split(length, np.flatnonzero(np.diff(chain)) + 1):
        if len(one) >= 2 * FEWEST_A_SIDE:
            first, second = float(one[::2].mean()), float(one[1::2].mean())
            index.append(abs(first - second) / (0.5 * (first + second)))
            weight.append(len(one))
    return Found(float(100 * np.average(index, weights=weight))) if index else Found(reason=TOO_FEW)


def step_regularity(view: View) -> Found:
    """Per cent."""
    return _percent(spread(view.samples("step_regularity"), NO_TRUNK))


def stride_regularity(view: View) -> Found:
    """Per cent."""
    return _percent(spread(view.samples("stride_regularity"), NO_TRUNK))


def step_symmetry(view: View) -> Found:
    """Per cent: step regularity over stride regularity; 100 when both legs do the same."""
    step, stride = view.samples("step_regularity"), view.samples("stride_regularity")
    if not len(step) or not len(stride):
        return Found(reason=NO_TRUNK)
    if not np.mean(stride) > 0:
        return Found(reason=TOO_FEW)
    return Found(float(100 * np.mean(step) / np.mean(stride)))


def stride_variability(view: View) -> Found:
    """Per cent, within stretches of one gait: going over from walking to running is not unevenness."""
    stride = view.found.get("stride_time")
    if stride is None:
        return Found(reason=NO_FOOT)
    inside = view.inside(stride.time_s)
    square, count = 0.0, 0
    for bout in view.bouts:
        own = stride.values[inside & (stride.time_s >= bout.start_s) & (stride.time_s <= bout.end_s)]
        if bout.gait is not Gait.NONE and len(own) >= FEWEST_STRIDES:
            square += float(np.sum((own / own.mean() - 1) ** 2))
            count += len(own) - 1
    return Found(float(100 * np.sqrt(square / count))) if count else Found(reason=TOO_FEW)


def drift(view: View) -> Found:
    """Degrees a minute to the left, over all that was not a turn, less what the gyroscope creeps at rest."""
    heading = view.found.get("heading")
    if heading is None:
        return Found(reason=say("no gyroscope followed the turning"))
    still = [(bout.start_s + EDGE_S, bout.end_s - EDGE_S) for bout in view.bouts if bout.direction is Direction.STILL]
    resting = np.zeros(len(heading), bool)
    for start, end in still:
        resting |= (heading.time_s >= start) & (heading.time_s <= end)
    moving_s, moved = _turned(heading, view.inside(heading.time_s))
    resting_s, crept = _turned(heading, resting)
    if moving_s < SHORTEST_DRIFT_S:
        return Found(reason=say("too short a time without turns"))
    if resting_s < SHORTEST_REST_S:
        return Found(reason=say("no rest to set the gyroscope to zero by"))
    return Found(float(np.degrees(moved / moving_s - crept / resting_s) * 60))


def _turned(heading: Signal, kept: NDArray[np.bool_]) -> tuple[float, float]:
    """Seconds between samples that were both kept, and how far the heading turned in them, rad."""
    step, turned = np.diff(heading.time_s), np.diff(heading.values)
    good = kept[1:] & kept[:-1] & (step < HEADING_GAP_S) & np.isfinite(turned)
    return float(step[good].sum()), float(turned[good].sum())


def _running_steps(view: View) -> tuple[FloatArray, FloatArray]:
    """Contact time and time to the next contact of each step with a known off, where the next step follows at once."""
    on, off = view.steps.contact_s, view.steps.off_s
    if len(on) < 2:
        return np.zeros(0), np.zeros(0)
    contact, step = (off - on)[:-1], np.diff(on)
    good = view.inside(on)[:-1] & np.isfinite(contact) & (step < LONGEST_STEP_S) & (contact > 0) & (contact < step)
    return contact[good], step[good]


def _percent(found: Found) -> Found:
    return Found(100 * found.value, 100 * found.low, 100 * found.high, found.reason)


_M = Grade.MEASURED
ROWS_OF_STEPS = (
    Metric("flight_time_s", say("Flight time"), "s", _M, flight_time, whole=False),
    Metric("duty_factor", say("Duty factor"), "%", _M, duty_factor, whole=False),
    Metric("vertical_stiffness", say("Vertical stiffness"), "N/m/kg", _M, vertical_stiffness, whole=False),
    Metric("contact_asymmetry", say("Contact asymmetry"), "%", _M, contact_asymmetry, whole=False),
)
ROWS_OF_RHYTHM = (
    Metric("step_regularity", say("Step regularity"), "%", _M, step_regularity, whole=False),
    Metric("stride_regularity", say("Stride regularity"), "%", _M, stride_regularity, whole=False),
    Metric("step_symmetry", say("Step symmetry"), "%", _M, step_symmetry, whole=False),
    Metric("stride_variability", say("Stride time variability"), "%", _M, stride_variability, whole=False),
    Metric("drift", say("Drift to the left"), "deg/min", _M, drift, whole=False),
)
