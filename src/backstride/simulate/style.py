"""How one person moves: build, habits and the ways in which they differ from the average, forward and backward."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from backstride.evidence import gait as claims

HARMONICS = 12  # of the stride, for the swing of joints
CURVES = 20  # rows of curves.COLUMNS
TRUNK_CURVES = 8  # the first of them
TRUNK_TIMING_RAD = 0.8
PELVIS = (0.25, 0.25, 0.08)  # how far the pelvis departs from the centre of mass: along, across, up
ComplexArray = NDArray[np.complex128]


def _unshaped() -> ComplexArray:
    return np.zeros((2, CURVES, HARMONICS), complex)


def _unmoved() -> ComplexArray:
    return np.zeros((2, 3, HARMONICS), complex)


@dataclass(frozen=True, eq=False, slots=True)
class Way:
    """Habits in one direction. Shares and factors have no unit.

    walk_cadence, run_cadence  over the usual cadence of forward gait at that speed
    flight_s        of running at 2.8 m/s; it grows with speed
    support_shift   added to the share of the walking stride that a foot spends on the ground
    brake_share     of a running contact, spent braking while falling
    landing_power, takeoff_power  how gently the vertical force of running rises and falls: powers of a half sine.
                    Forward lands hard and takes off softly, backward the other way round (Cavagna 2011)
    rise            of the walking body, over what people show at that speed
    skew            how much stronger the vertical force of walking is at first
    rolled_m        how far the pressure rolls under the foot during a running contact; walking, more
    strike_rad      the foot's pitch at contact, toes up positive; `leave_rad` when it leaves
    reach           of the swing of thigh and knee over the usual
    flexed_rad      added to the mean flexion of thigh and knee
    lean_rad        of the trunk, forward positive; `nod_rad` how far it rocks every step
    arm_swing       over the usual; elbow_rad its bend in running
    softness        of contacts: 1 shakes the sensor as usual
    jitter          spread of stride times and of amplitudes from step to step
    wander_rad      how far the heading drifts
    look_rad        how far the head turns to see the way, left positive, and how much of it the chest takes
    shape           (2, CURVES, HARMONICS) relative departures of the joint curves, walking and running
    pelvis          (2, 3, HARMONICS) those of the pelvis from the centre of mass: along, across, up
    """

    walk_cadence: float = 1.0
    run_cadence: float = 1.0
    flight_s: float = claims.FLIGHT_FORWARD_S.value
    support_shift: float = 0.0
    brake_share: float = 0.46
    landing_power: float = 1.3
    takeoff_power: float = 1.75
    rise: float = 1.0
    skew: float = 0.08
    rolled_m: float = 0.16
    strike_rad: float = 0.25
    leave_rad: float = -1.0
    reach: float = 1.0
    flexed_rad: float = 0.0
    lean_rad: float = 0.05
    nod_rad: float = 0.025
    arm_swing: float = 1.0
    elbow_rad: float = 1.5
    softness: float = 1.0
    jitter: float = 0.02
    wander_rad: float = 0.03
    look_rad: float = 0.0
    look_chest: float = 0.3
    shape: ComplexArray = field(default_factory=_unshaped)
    pelvis: ComplexArray = field(default_factory=_unmoved)


def _backward() -> Way:
    return Way(
        run_cadence=claims.BACKWARD_CADENCE_RATIO.value,
        flight_s=claims.FLIGHT_BACKWARD_S.value,
        support_shift=0.015,
        brake_share=0.54,
        landing_power=1.5,
        takeoff_power=1.15,
        skew=0.12,
        rolled_m=0.13,
        strike_rad=-0.4,
        leave_rad=0.2,
        reach=0.9,
        flexed_rad=0.06,
        lean_rad=0.07,
        arm_swing=0.6,
        softness=0.5,
        jitter=0.03,
        wander_rad=0.05,
    )


@dataclass(frozen=True, eq=False, slots=True)
class Person:
    """The defaults are nobody: the middle of what is published.

    leg_m          hip to ground
    step_width_m   between the lines of the left and right feet
    limp           how much the left leg does more than the right: force, reach and time
    turnout_rad    of the feet, away from each other
    hardness       how hard contacts shake the body
    wobble_hz      of soft tissue, over what is usual at that place
    quickness_mps2 how fast the person changes speed
    tilt_rad       of the pelvis and the segments as they hang, over the usual: (pitch, roll) of pelvis and thigh
    crosstalk      of thigh and arm swing into roll and into yaw: joints are not hinges
    age            years; it is told in the rest and only kept for the record
    """

    forward: Way = field(default_factory=Way)
    backward: Way = field(default_factory=_backward)
    leg_m: float = 0.9
    step_width_m: float = 0.10
    limp: float = 0.0
    turnout_rad: float = 0.1
    hardness: float = 1.0
    wobble_hz: float = 1.0
    quickness_mps2: float = 1.8
    tilt_rad: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    crosstalk: tuple[float, float, float, float] = (0.05, 0.05, 0.1, 0.1)
    age: float = 35.0


def draw_person(generator: np.random.Generator) -> Person:
    """Somebody: spreads are judged from how much healthy adults differ in what is published, and are assumptions."""
    g = generator
    age = float(g.uniform(18, 70))
    leg = float(np.clip(g.normal(0.9, 0.06), 0.75, 1.08))
    slow = np.clip((age - 50) / 40, 0.0, 0.5)  # older people: shorter steps backward (Laufer 2005), more double support
    forward = _draw_forward(g, leg, slow)
    return Person(
        forward=forward,
        backward=_draw_backward(g, forward, slow),
        leg_m=leg,
        step_width_m=float(np.clip(g.normal(0.10, 0.04), 0.0, 0.22)),
        limp=float(g.normal(0, 0.03)),
        turnout_rad=float(g.normal(0.1, 0.08)),
        hardness=float(g.lognormal(0, 0.35)),
        wobble_hz=float(g.lognormal(0, 0.2)),
        quickness_mps2=float(g.uniform(1.3, 2.8)),
        tilt_rad=tuple(g.normal(0, (0.08, 0.04, 0.08, 0.06)).tolist()),
        crosstalk=tuple(g.normal(0, (0.12, 0.12, 0.2, 0.2)).tolist()),
        age=age,
    )


def _draw_forward(g: np.random.Generator, leg: float, slow: float) -> Way:
    pendulum = (0.9 / leg) ** 0.5
    strike = g.choice((0.28, 0.05, -0.12), p=(0.7, 0.2, 0.1))  # heel, middle, forefoot
    return Way(
        walk_cadence=float(pendulum * g.lognormal(0, 0.06)),
        run_cadence=float(pendulum**0.5 * g.lognormal(0, 0.05)),
        flight_s=float(np.clip(g.normal(claims.FLIGHT_FORWARD_S.value, 0.02), 0.02, 0.14)),
        support_shift=float(g.normal(0.01 * slow, 0.012)),
        brake_share=float(np.clip(g.normal(0.46, 0.025), 0.40, 0.52)),
        landing_power=float(g.uniform(0.95, 1.45)),
        takeoff_power=float(g.uniform(1.3, 1.9)),
        rise=float(g.uniform(0.65, 1.3)),
        skew=float(g.normal(0.06, 0.06)),
        rolled_m=float(g.uniform(0.11, 0.20)),
        strike_rad=float(strike + g.normal(0, 0.06)),
        leave_rad=float(g.normal(-1.0, 0.12)),
        reach=float(g.lognormal(0, 0.08)),
        flexed_rad=float(g.normal(0, 0.04)),
        lean_rad=float(g.normal(0.06, 0.05)),
        nod_rad=float(abs(g.normal(0.03, 0.018))),
        arm_swing=float(np.clip(g.lognormal(-0.1, 0.4), 0.25, 1.7)),
        elbow_rad=float(g.uniform(1.1, 1.8)),
        softness=float(g.lognormal(0, 0.15)),
        jitter=float(g.uniform(0.018, 0.045)),
        wander_rad=float(g.uniform(0.01, 0.06)),
        shape=_draw_shape(g, 0.14),
        pelvis=_draw_pelvis(g),
    )


def _draw_backward(g: np.random.Generator, forward: Way, slow: float) -> Way:
    """Backward habits: published differences from the same person's forward gait, each with a spread of its own."""
    ratio = claims.BACKWARD_CADENCE_RATIO
    looks = g.random() < 0.45
    return Way(
        walk_cadence=float(forward.walk_cadence * g.normal(1.0, 0.07)),
        run_cadence=float(forward.run_cadence * np.clip(g.normal(ratio.value, 0.05), 1.0, 1.25)),
        flight_s=float(np.clip(forward.flight_s + g.normal(0.026, 0.02), 0.02, 0.16)),
        support_shift=float(forward.support_shift + g.normal(0.015 + 0.02 * slow, 0.012)),
        brake_share=float(np.clip(g.normal(0.54, 0.03), 0.47, 0.62)),
        landing_power=float(g.uniform(1.2, 1.8)),
        takeoff_power=float(g.uniform(0.95, 1.4)),
        rise=float(g.uniform(0.5, 1.3)),
        skew=float(g.normal(0.12, 0.08)),
        rolled_m=float(g.uniform(0.06, 0.18)),
        strike_rad=float(g.normal(-0.4, 0.15)),
        leave_rad=float(g.normal(0.15, 0.2)),
        reach=float(forward.reach * g.lognormal(-0.1, 0.1)),
        flexed_rad=float(forward.flexed_rad + g.normal(0.06, 0.06)),
        lean_rad=float(forward.lean_rad + g.normal(0.03, 0.07)),
        nod_rad=float(abs(g.normal(0.035, 0.02))),
        arm_swing=float(forward.arm_swing * g.uniform(0.2, 1.0)),
        elbow_rad=float(g.uniform(1.0, 1.8)),
        softness=float(g.uniform(0.3, 0.9)),
        jitter=float(forward.jitter * g.uniform(1.1, 2.0)),
        wander_rad=float(forward.wander_rad * g.uniform(1.0, 2.5)),
        look_rad=float(g.choice((-1, 1)) * g.uniform(0.5, 1.3)) if looks else 0.0,
        look_chest=float(g.uniform(0.1, 0.5)),
        shape=_draw_shape(g, 0.16),
        pelvis=_draw_pelvis(g),
    )


def _draw_shape(g: np.random.Generator, spread: float) -> ComplexArray:
    """Relative departures of each harmonic, in size and timing alike; of the trunk's timing less is known."""
    size = (2, CURVES, HARMONICS)
    drawn = 1 + (g.normal(0, spread, size) + 1j * g.normal(0, spread, size)) / np.sqrt(2)
    drawn[:, :TRUNK_CURVES] *= np.exp(1j * g.normal(0, TRUNK_TIMING_RAD, (2, TRUNK_CURVES, 1)))
    return np.asarray(drawn - 1)


def _draw_pelvis(g: np.random.Generator) -> ComplexArray:
    """A sensor sits on the pelvis; the centre of mass, which the legs push, lies somewhere within the body."""
    size = (2, 3, HARMONICS)
    return np.asarray((g.normal(size=size) + 1j * g.normal(size=size)) / np.sqrt(2) * np.array(PELVIS)[:, None])
