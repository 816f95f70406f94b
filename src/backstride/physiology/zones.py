"""Five zones of heart rate, and what a person says of their heart, from a day on.

Zones are lower bounds in beats a minute; the fifth has no upper one. They follow from the highest rate (Edwards 1993),
from the reserve between resting and highest (Karvonen 1957), from a threshold (Friel 2006), or are a person's own.
Where somebody wants it, zones for going backward are their own too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

import numpy as np

from backstride.errors import BadAnswers
from backstride.evidence import Claim, heart
from backstride.message import Message, say
from backstride.recording import Direction, FloatArray

ZONES = 5
Bounds = tuple[float, float, float, float, float]

_SHARES = (heart.ZONE_1_SHARE, heart.ZONE_2_SHARE, heart.ZONE_3_SHARE, heart.ZONE_4_SHARE, heart.ZONE_5_SHARE)
_OF_THRESHOLD = (
    heart.THRESHOLD_1_SHARE,
    heart.THRESHOLD_2_SHARE,
    heart.THRESHOLD_3_SHARE,
    heart.THRESHOLD_4_SHARE,
    heart.THRESHOLD_5_SHARE,
)
BELIEVED = {"highest": (90.0, 225.0), "resting": (28.0, 110.0), "threshold": (80.0, 215.0)}


class Basis(StrEnum):
    """What zones are a share of."""

    HIGHEST = "highest"
    RESERVE = "reserve"
    THRESHOLD = "threshold"
    OWN = "own"


class Sex(StrEnum):
    """For the one formula that asks for it."""

    FEMALE = "female"
    MALE = "male"
    NOT_SAID = "not said"


@dataclass(frozen=True, slots=True)
class HeartSettings:
    """What a person said of their heart; None and empty: not said.

    own, backward  lower bounds of five zones in beats a minute, for all directions and for going backward
    """

    basis: Basis = Basis.HIGHEST
    highest: float | None = None
    resting: float | None = None
    threshold: float | None = None
    own: tuple[float, ...] = ()
    backward: tuple[float, ...] = ()
    sex: Sex = Sex.NOT_SAID


def check_settings(told: HeartSettings) -> None:
    """Raises BadAnswers with every fault at once."""
    faults: dict[str, Message] = {}
    for name, (low, high) in BELIEVED.items():
        value: float | None = getattr(told, name)
        if value is not None and not low <= value <= high:
            faults[name] = say("between {low} and {high} beats a minute is expected", low=low, high=high)
    if not faults and told.highest is not None:
        for name in ("resting", "threshold"):
            value = getattr(told, name)
            if value is not None and value >= told.highest:
                faults[name] = say("it must be below the highest heart rate")
    for name in ("own", "backward"):
        bounds = getattr(told, name)
        if bounds and not _are_bounds(bounds):
            faults[name] = say("five rising numbers are expected, each the lowest heart rate of a zone")
    needs = {Basis.RESERVE: "resting", Basis.THRESHOLD: "threshold", Basis.OWN: "own"}
    needed = needs.get(told.basis)
    if needed and not getattr(told, needed):
        faults.setdefault(needed, say("these zones need it"))
    if faults:
        raise BadAnswers(faults)


def zones_of(told: HeartSettings, direction: Direction, highest: float) -> Bounds:
    """Lower bounds of the five zones. highest: the best that is known of the highest rate."""
    if direction is Direction.BACKWARD and told.backward:
        return _five(told.backward)
    if told.basis is Basis.OWN and told.own:
        return _five(told.own)
    if told.basis is Basis.THRESHOLD and told.threshold:
        return _five([share.value * told.threshold for share in _OF_THRESHOLD])
    if told.basis is Basis.RESERVE and told.resting:
        return _five([told.resting + share.value * (highest - told.resting) for share in _SHARES])
    return shares_of(highest)


def shares_of(highest: float) -> Bounds:
    """Zones by shares of the highest rate: what Edwards' load is defined by, whatever else is chosen."""
    return _five([share.value * highest for share in _SHARES])


def grounds(basis: Basis) -> tuple[Claim, ...]:
    """The claims that zones of this kind rest on."""
    if basis is Basis.THRESHOLD:
        return _OF_THRESHOLD
    if basis is Basis.RESERVE:
        return (*_SHARES, heart.RESERVE_TRAINS)
    return () if basis is Basis.OWN else _SHARES


def seconds_in(bounds: Bounds, bpm: FloatArray, held_s: FloatArray) -> FloatArray:
    """Seconds below the first zone and in each of the five: (6,)."""
    zone = np.searchsorted(bounds, bpm, side="right")
    return np.asarray(np.bincount(zone, held_s, ZONES + 1), np.float64)


def _are_bounds(bounds: Sequence[float]) -> bool:
    low, high = BELIEVED["resting"][0], BELIEVED["highest"][1]
    rising = all(one < other for one, other in pairwise(bounds))
    return len(bounds) == ZONES and rising and low <= bounds[0] and bounds[-1] <= high


def _five(values: Sequence[float]) -> Bounds:
    one, two, three, four, five = values
    return one, two, three, four, five
