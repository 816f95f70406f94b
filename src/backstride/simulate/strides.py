"""One person's stride in one part: rhythm, swing of every joint, sway of the centre of mass, roll of the foot."""

from dataclasses import dataclass, replace

import numpy as np

from backstride.evidence import gait as claims
from backstride.recording import Direction, FloatArray, Gait
from backstride.simulate.curves import COLUMNS, Knots, joints, swing_size
from backstride.simulate.forces import Rhythm, sway
from backstride.simulate.parts import TRAVELLING, Part
from backstride.simulate.style import HARMONICS, ComplexArray, Person, Way

FLIGHT_RISE = 0.02  # s of flight for each m/s of running speed
MIDDLE_SPEED_MPS = 2.78  # of 3 to 17 km/h, at which flights were measured
SHORTEST_FLIGHT_S = 0.01
STEPPING_SPM = 95.0  # turning on the spot
PLACE = ("along", "left", "up")
ROWS = (*PLACE, *COLUMNS)


@dataclass(frozen=True, eq=False, slots=True)
class Stride:
    """What repeats. Rows of `mean` and `swing` are ROWS; places in metres in the body's frame, angles in rad.

    rate_hz   strides a second, 0 standing; duty: share of it that a foot is down; right_at: phase of the right contact
    foot      pitch of the foot over the progress of its stride, times foot_size; lift_m of a swinging foot, early or
              late in the swing by `lift_skew` (a power)
    half_m    from the middle to either foot
    """

    way: Way
    rate_hz: float
    duty: float
    right_at: float
    mean: FloatArray
    swing: ComplexArray
    foot: Knots = ((0.0, 0.0), (2.0, 0.0))
    foot_size: float = 0.0
    lift_m: float = 0.0
    lift_skew: float = 1.0
    half_m: float = 0.06


def stride_of(person: Person, part: Part) -> Stride:
    """The stride of a part; a person who stands has one that does not move."""
    right_at = 0.5 + 0.3 * person.limp
    if part.gait is Gait.NONE:
        still = replace(person.forward, look_rad=0.0)
        rest = np.zeros((len(ROWS), HARMONICS), complex)
        return Stride(still, 0.0, 1.0, right_at, np.zeros(len(ROWS)), rest, half_m=0.5 * person.step_width_m + 0.02)
    if part.direction is Direction.BACKWARD:
        return _travelling(person, part, person.backward, right_at)
    if part.direction is Direction.TURNING and part.travels_on:
        return _between(
            _travelling(person, replace(part, direction=Direction.FORWARD), person.forward, right_at),
            _travelling(person, replace(part, direction=Direction.BACKWARD), person.backward, right_at),
        )
    return _travelling(person, part, person.forward, right_at)


def cadence(part: Part, way: Way) -> float:
    """Steps of either foot a minute: what was asked for, or this person's habit."""
    if part.cadence_spm is not None:
        return part.cadence_spm
    if part.gait is Gait.WALK:
        usual = claims.WALK_CADENCE_SPM.value + claims.WALK_CADENCE_RISE.value * part.speed_mps
        least = 0.0 if part.direction in TRAVELLING else STEPPING_SPM
        return max(usual * way.walk_cadence, least)
    return (claims.RUN_CADENCE_SPM.value + claims.RUN_CADENCE_RISE.value * part.speed_mps) * way.run_cadence


def duty_of(part: Part, way: Way, rate_hz: float) -> float:
    """Share of the stride one foot spends on the ground: slow walkers and grounded runners more."""
    if part.gait is Gait.WALK:
        return float(np.clip(0.66 - 0.05 * (part.speed_mps - 0.6) + way.support_shift, 0.54, 0.74))
    flight = way.flight_s + FLIGHT_RISE * (part.speed_mps - MIDDLE_SPEED_MPS)
    return max(0.18, 0.5 - max(flight, SHORTEST_FLIGHT_S) * rate_hz)


def _travelling(person: Person, part: Part, way: Way, right_at: float) -> Stride:
    rate = cadence(part, way) / 120
    duty = duty_of(part, way, rate)
    pace = part.speed_mps if part.direction is not Direction.TURNING or part.travels_on else 0.0
    aside = part.direction is Direction.SIDEWAYS
    length = pace / rate
    size = swing_size(part.gait, 0.0 if aside else length, person.leg_m)
    born = person.forward.shape[int(part.gait is Gait.RUN)] if way is person.backward else None
    mean, swing = joints(part.gait, way, duty, size, born)
    _limp(swing, person.limp)
    moved = sway(part.gait, person, way, Rhythm(rate, duty, right_at, 0.0 if aside else pace))
    moved *= 1 + way.pelvis[int(part.gait is Gait.RUN)]
    if way is person.backward:
        moved[:2] *= -1  # travel, and what is to its left, in the body's frame
    if aside:
        _sidestep(mean, swing, moved, person, part, length)
    return Stride(
        way=way,
        rate_hz=rate,
        duty=duty,
        right_at=right_at,
        mean=np.concatenate((np.zeros(3), mean)),
        swing=np.concatenate((moved, swing)),
        foot=_foot(part.gait, way, way is person.backward),
        foot_size=0.3 if aside else size,
        lift_m=0.05 if part.gait is Gait.WALK else 0.07 + 0.04 * length,
        lift_skew=1.3 if way is person.backward else 0.75,
        half_m=0.25 * length + 0.06 if aside else 0.5 * person.step_width_m,
    )


def _limp(swing: ComplexArray, limp: float) -> None:
    """The left does more than the right."""
    for k, name in enumerate(COLUMNS):
        if name.startswith(("thigh", "knee", "arm")):
            swing[k] *= 1 + limp if name.endswith("left") else 1 - limp


def _sidestep(
    mean: FloatArray, swing: ComplexArray, moved: ComplexArray, person: Person, part: Part, length: float
) -> None:
    """One leg steps out, the other closes up; the body surges once a stride."""
    toward = 1.0 if part.leftward else -1.0
    spread = float(np.clip(0.25 * length / person.leg_m, 0.0, 0.5))
    for name in ("spread_left", "spread_right"):
        k = COLUMNS.index(name)
        mean[k] = spread * 0.7
        swing[k, 0] = spread * 0.6 * np.exp(-2j * np.pi * (0.0 if name.endswith("left") else 0.5))
    rate = max(part.speed_mps / max(length, 1e-6), 0.1)
    surge = 0.12 * part.speed_mps / (2 * np.pi * rate)
    moved[1, 0] += toward * surge * np.exp(-2j * np.pi * (0.3 if part.leftward else 0.8))


def _between(forward: Stride, backward: Stride) -> Stride:
    """While the body turns under its travel the legs do something of both and of neither."""
    swing = 0.5 * (forward.swing + backward.swing)
    swing[:2] = 0.0
    spread = slice(ROWS.index("spread_left"), ROWS.index("spread_right") + 1)
    swing[spread, 0] += 0.1
    mean = 0.5 * (forward.mean + backward.mean)
    mean[ROWS.index("head_yaw")] = 0.0
    return replace(
        forward,
        rate_hz=0.5 * (forward.rate_hz + backward.rate_hz),
        duty=0.5 * (forward.duty + backward.duty),
        mean=mean,
        swing=swing,
        foot=((0.0, -0.1), (0.25, 0.0), (0.7, 0.0), (1.2, -0.5), (2.0, -0.1)),
        lift_skew=1.0,
    )


def _foot(gait: Gait, way: Way, backward: bool) -> Knots:
    """Pitch of the foot, toes up positive: forward heel to toe; backward toe to heel, running toe-heel-toe."""
    strike, leave = way.strike_rad, way.leave_rad
    if not backward and gait is Gait.WALK:
        strike = max(strike, 0.05)
        return ((0.0, strike), (0.16, 0.0), (0.58, 0.0), (1.03, leave), (1.63, 0.05), (1.9, strike), (2.0, strike))
    if not backward:
        landing = 0.6 * strike
        return ((0.0, landing), (0.15, 0.0), (0.5, 0.0), (1.13, 1.4 * leave), (1.67, -0.1), (1.92, landing),
                (2.0, landing))  # fmt: skip
    if gait is Gait.WALK:
        return ((0.0, strike), (0.35, 0.0), (0.8, 0.0), (1.05, leave), (1.3, 0.0), (1.78, 2 * strike), (2.0, strike))
    return ((0.0, strike), (0.3, -0.02), (0.6, -0.02), (1.02, 0.5 * leave - 0.15), (1.4, -0.3), (1.8, 2.2 * strike),
            (2.0, strike))  # fmt: skip
