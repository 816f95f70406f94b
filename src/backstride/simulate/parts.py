"""What a simulated person is asked to do, and what is true of it."""

from dataclasses import dataclass, field

from backstride.evidence import gait as claims
from backstride.recording import Bout, Direction, FloatArray, Gait, Placement, Signal

TRAVELLING = (Direction.FORWARD, Direction.BACKWARD, Direction.SIDEWAYS)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of one direction, gait and speed.

    cadence_spm  steps of either foot a minute; None: what people take at this speed
    turned_rad   how far the heading turns over the part, counter-clockwise
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

    @property
    def steps_per_minute(self) -> float:
        """The cadence asked for, or the usual one: backward running takes quicker steps, backward walking does not."""
        if self.gait is Gait.NONE:
            return 0.0
        if self.cadence_spm is not None:
            return self.cadence_spm
        if self.gait is Gait.WALK:
            return claims.WALK_CADENCE_SPM.value + claims.WALK_CADENCE_RISE.value * self.speed_mps
        forward = claims.RUN_CADENCE_SPM.value + claims.RUN_CADENCE_RISE.value * self.speed_mps
        return forward * claims.BACKWARD_CADENCE_RATIO.value if self.direction is Direction.BACKWARD else forward


@dataclass(frozen=True, slots=True)
class Worn:
    """An inertial sensor on the body.

    mounting    (3, 3) rotation from the segment's frame (x forward, y left, z up when standing) into the sensor's;
                None: a random one
    decimals    acceleration and degrees a second are rounded to so many places, as browsers do; None: not
    range_g     acceleration is clipped here
    noise       1 for the white noise and bias of a phone's sensor, 0 for none
    gyroscope   whether it measures angular rate
    """

    placement: Placement = Placement.POCKET
    mounting: FloatArray | None = None
    rate_hz: float = 100.0
    decimals: int | None = None
    range_g: float = 16.0
    noise: float = 1.0
    gyroscope: bool = True


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

    contact_s, off_s  of either foot, in order
    speed             m/s, at 10 Hz
    """

    bouts: tuple[Bout, ...]
    contact_s: FloatArray
    off_s: FloatArray
    distance_m: float
    ascent_m: float
    speed: Signal
    sensor_from_body: FloatArray | None = field(default=None)
