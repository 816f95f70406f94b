"""What a simulated person is asked to do, what they wear, and what is true of it."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from backstride.recording import Bout, Direction, Event, EventKind, FloatArray, Gait, Placement, Side, Signal

TRAVELLING = (Direction.FORWARD, Direction.BACKWARD, Direction.SIDEWAYS)


@dataclass(frozen=True, slots=True)
class Happening:
    """What befalls a person during a part.

    kind     STUMBLE, FALL or GLANCE
    at_s     from the start of the part: when the foot catches, balance is lost, the head begins to turn
    side     the shoulder looked over, or the side fallen to; UNKNOWN: fallen the way the body goes
    lying_s  how long the person lies after a fall before getting up; None: to the end of the recording
    """

    kind: EventKind
    at_s: float
    side: Side = Side.UNKNOWN
    lying_s: float | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of one direction, gait and speed.

    cadence_spm  steps of either foot a minute; None: what people take at this speed
    turned_rad   how far the body turns over the part, counter-clockwise seen from above
    travels_on   a turn of the body under which the travel keeps its way in the world: how people change from forward
                 to backward without stopping. The direction is TURNING, the speed is that of the travel
    leftward     which way a sideways part goes
    happens      stumbles, falls and glances
    slope        rise over run
    lap          name of the lap this part is; None: no lap is pressed
    heart_bpm    where the heart rate is heading
    """

    direction: Direction
    gait: Gait
    duration_s: float
    speed_mps: float = 0.0
    cadence_spm: float | None = None
    turned_rad: float = 0.0
    slope: float = 0.0
    lap: str | None = None
    heart_bpm: float = 120.0
    travels_on: bool = False
    leftward: bool = True
    happens: tuple[Happening, ...] = ()


@dataclass(frozen=True, slots=True)
class Worn:
    """An inertial sensor on the body.

    mounting    (3, 3) rotation from the segment's frame (x forward, y left, z up when standing) into the sensor's;
                None: a random one
    side        which leg or arm wears it, or which side of the trunk it is nearer to
    decimals    acceleration and degrees a second are rounded to so many places, as browsers do; None: not
    range_g     acceleration is clipped here
    noise       1 for the white noise and bias of a phone's sensor, 0 for none
    gyroscope   whether it measures angular rate
    compass     whether it measures the magnetic field
    held_up     a phone in the hand is held before the chest to be read; else it swings with the arm
    loose_rad   how far it swings in its pocket or on its strap; 0: fixed
    remounted_s when it is taken in the hand and put back in another attitude
    indoors_ut  how far iron in floors and walls bends the magnetic field
    """

    placement: Placement = Placement.POCKET
    mounting: FloatArray | None = None
    rate_hz: float = 100.0
    decimals: int | None = None
    range_g: float = 16.0
    noise: float = 1.0
    gyroscope: bool = True
    compass: bool = False
    side: Side = Side.LEFT
    held_up: bool = False
    loose_rad: float = 0.0
    remounted_s: float | None = None
    indoors_ut: float = 0.0


@dataclass(frozen=True, slots=True)
class Watch:
    """What a watch records once a second."""

    gps: bool = True
    speed: bool = True
    heart_rate: bool = True
    cadence: bool = True
    elevation: bool = True


@dataclass(frozen=True, eq=False, slots=True)
class Truth:
    """What really happened.

    contact_s, off_s  of either foot, in order; off is NaN where the foot stays down to the end
    side              (n,) of every contact: 1 left, -1 right
    speed             m/s, at 10 Hz
    facing            rad, which way the body faces, counter-clockwise from east, at 10 Hz
    sensor_from_body  (3, 3) the mounting; remounted_from_body the one that followed, where there was one
    events            turns, transitions, stumbles, falls and glances
    """

    bouts: tuple[Bout, ...]
    contact_s: FloatArray
    off_s: FloatArray
    side: NDArray[np.int8]
    distance_m: float
    ascent_m: float
    speed: Signal
    facing: Signal
    sensor_from_body: FloatArray | None = field(default=None)
    remounted_from_body: FloatArray | None = field(default=None)
    events: tuple[Event, ...] = ()
