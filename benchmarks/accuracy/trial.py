"""What is judged: what a sensor on a person read, and what is true of it."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

import numpy as np

from backstride.recording import Direction, FloatArray, Gait, Label, Placement

CALIBRATION_S = 10.0
SHORTEST_CALIBRATION_S = 2.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Between start and end this is what happened. `gait` is None, `turned_rad` NaN where the labels do not say."""

    start_s: float
    end_s: float
    direction: Direction
    gait: Gait | None
    turned_rad: float = math.nan

    @property
    def length_s(self) -> float:
        return self.end_s - self.start_s

    def later(self, by_s: float) -> "Stretch":
        return replace(self, start_s=self.start_s + by_s, end_s=self.end_s + by_s)


@dataclass(frozen=True, slots=True)
class Change:
    """Somewhere from early to late the direction changed."""

    early_s: float
    late_s: float
    before: Direction
    after: Direction


@dataclass(frozen=True, eq=False, slots=True)
class Sensor:
    """What was read in the sensor's own frame: m/s2, rad/s, uT, each (n, 3) at time_s (n,); None: not measured."""

    time_s: FloatArray
    acceleration: FloatArray
    angular_rate: FloatArray | None = None
    magnetic_field: FloatArray | None = None


@dataclass(frozen=True, eq=False, slots=True)
class Trial:
    """One recording of one person by one sensor, with its truth.

    steady       False for takes of sport and jumping, where standing is not still and steps are not gait
    stretches    what happened, in order; holes are not judged
    contact_s    when feet came down; empty where that is not known. Of one foot only where one_foot is set
    off_s        when they left; empty or as long as contact_s
    swing_s      when each foot swung fastest; empty where that is not known
    distance_m   what was covered in a direction according to the protocol
    """

    source: str
    person: str
    name: str
    placement: Placement
    sensor: Sensor
    stretches: tuple[Stretch, ...]
    steady: bool = True
    changes: tuple[Change, ...] = ()
    contact_s: FloatArray = field(default_factory=lambda: np.zeros(0))
    off_s: FloatArray = field(default_factory=lambda: np.zeros(0))
    swing_s: FloatArray = field(default_factory=lambda: np.zeros(0))
    one_foot: bool = False
    distance_m: Mapping[Direction, float] = field(default_factory=dict)


class Protocol(StrEnum):
    """What the engine is told about a recording before it is judged on the rest of it."""

    NOTHING = "no calibration"
    FORWARD = "10 s forward known"
    BOTH = "10 s forward and 10 s backward known"
    OTHERS = "other recordings marked"
    OTHERS_FORWARD = "other recordings marked, 10 s forward known"


TOLD = {
    Protocol.NOTHING: (),
    Protocol.FORWARD: (Direction.FORWARD,),
    Protocol.BOTH: (Direction.FORWARD, Direction.BACKWARD),
    Protocol.OTHERS: (),
    Protocol.OTHERS_FORWARD: (Direction.FORWARD,),
}
BY_OTHERS = (Protocol.OTHERS, Protocol.OTHERS_FORWARD)


def calibration(stretches: Iterable[Stretch], protocol: Protocol) -> tuple[Label, ...] | None:
    """The first walking stretches of each direction told, until they add up to 10 s. None: there are not enough.

    Backward stretches are scarce: there whatever is more than a third of 10 s is enough, and at most half is used.
    """
    labels: list[Label] = []
    everything = tuple(stretches)
    for direction in TOLD[protocol]:
        fit = [
            s
            for s in everything
            if s.direction is direction and s.gait is Gait.WALK and s.length_s >= SHORTEST_CALIBRATION_S
        ]
        wanted = CALIBRATION_S
        if direction is Direction.BACKWARD:
            wanted = min(wanted, 0.5 * sum(s.length_s for s in fit))
        had = 0.0
        for stretch in fit:
            if had >= wanted:
                break
            end = min(stretch.end_s, stretch.start_s + wanted - had)
            labels.append(Label(stretch.start_s, end, direction))
            had += end - stretch.start_s
        if had < (CALIBRATION_S * 0.75 if direction is Direction.FORWARD else CALIBRATION_S / 3):
            return None
    return tuple(sorted(labels, key=lambda label: label.start_s))


def markings(stretches: Iterable[Stretch]) -> tuple[Label, ...]:
    """What a person marks who goes through a whole recording: each stretch of 2 s or more in one direction."""
    return tuple(
        Label(s.start_s, s.end_s, s.direction)
        for s in stretches
        if s.direction in (Direction.FORWARD, Direction.BACKWARD) and s.length_s >= SHORTEST_CALIBRATION_S
    )
