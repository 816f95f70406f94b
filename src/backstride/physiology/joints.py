"""Load on the knee and impact of running, forward and backward: the first class of estimate, ratios of the literature.

1. Peak force behind the kneecap, forward: between what was found at 1.0 m/s (Sussman 2000) and at an ordinary running
   speed (Roos 2012) on a straight line; that speed was not seen and is assumed (`KNEECAP_FULL_MPS`).
2. Backward it is forward's times a ratio on the same kind of line, from no difference at 1.0 m/s to about 0.76.
3. Peak vertical force is 1 + a/g with the greatest upward acceleration (Cavagna 2012), a mean over 3 to 17 km/h: it is
   higher backward. Speed does not enter, because no value at a single speed was seen.
4. Over a bout the peaks are added up: steps times the peak of one. That is a count, not a dose known to do harm.

Nobody measured walking, slopes, the Achilles tendon, shock at the shin or loading rate: no number is given for these.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from backstride.errors import NotAllowed
from backstride.evidence import Claim, gait, joints
from backstride.message import Message, say
from backstride.physiology.energy import KMH, MINUTE_S, keys_of
from backstride.physiology.estimate import Estimate
from backstride.recording import Direction, Gait, Grade

CLASS = say("ratio from the literature: not computed from how you move")
_ONLY_RUNNING = say("the load on joints was measured in running only, so nothing is said of walking")


@dataclass(frozen=True, slots=True)
class Knee:
    """What the joint between kneecap and thigh bears.

    peak_bw    peak of a step in body weights; peak_n: in newtons, None where the mass is not known
    ratio      backward over forward at the same speed; None forward
    total_bw   the peaks of all steps added up, in body weights; None where the steps are not known
    per_km_bw  the same for one kilometre
    """

    peak_bw: Estimate
    peak_n: Estimate | None
    ratio: Estimate | None
    total_bw: Estimate | None
    per_km_bw: Estimate


@dataclass(frozen=True, slots=True)
class Load:
    """Knee and landing of running, each None where nothing was measured; missing: why.

    forward  the landing of going forward at the same speed; None of a forward one
    """

    knee: Knee | None
    landing: Estimate | None
    missing: Message | None
    forward: Estimate | None = None


def load(
    direction: Direction, gait_: Gait, speed_mps: float, *, level: bool = True, mass_kg: float | None = None,
    steps: float | None = None, cadence_spm: float | None = None,
) -> Load:  # fmt: skip
    """Whatever can be said; never raises. level: whether the way was."""
    if not level:
        return Load(None, None, say("the load on joints was measured on the level only"))
    borne = impact = forward = missing = None
    try:
        impact = landing(direction, gait_, speed_mps)
        forward = landing(Direction.FORWARD, gait_, speed_mps) if direction is Direction.BACKWARD else None
    except NotAllowed as refused:
        missing = refused.message
    try:
        borne = knee(direction, gait_, speed_mps, mass_kg=mass_kg, steps=steps, cadence_spm=cadence_spm)
    except NotAllowed as refused:
        missing = refused.message
    return Load(borne, impact, missing, forward)


def knee(
    direction: Direction, gait_: Gait, speed_mps: float, *, mass_kg: float | None = None, steps: float | None = None,
    cadence_spm: float | None = None,
) -> Knee:  # fmt: skip
    """Load behind the kneecap at one speed on the level.

    steps        how many there were of both legs; cadence_spm: as measured, else as it usually is at that speed.
    Raises NotAllowed for walking, other directions, and speeds at which nothing was measured.
    """
    _refuse_unknown(direction, gait_)
    slow, fast = joints.KNEECAP_SLOW_MPS, joints.KNEECAP_FASTEST_MPS
    if not slow.value <= speed_mps <= fast.value:
        raise NotAllowed(
            say(
                "the load of the knee was not measured at that speed: from {low} to {high} km/h is expected",
                low=round(KMH * slow.value, 1),
                high=round(KMH * fast.value, 1),
            )
        )
    peak = _between(speed_mps, joints.KNEECAP_SLOW_FORWARD_BW, joints.KNEECAP_FORWARD_BW, "BW")
    ratio = None
    if direction is Direction.BACKWARD:
        ratio = knee_ratio(speed_mps)
        peak = _backward(peak, ratio)
    newtons = None if mass_kg is None else peak.times(mass_kg * gait.STANDARD_GRAVITY.value, "N")
    quick = _cadence(direction, speed_mps) if cadence_spm is None else _known(cadence_spm, "steps/min")
    per_km = product((peak, quick), "BW").times(1000 / (speed_mps * MINUTE_S), "BW")
    return Knee(peak, newtons, ratio, None if steps is None else peak.times(max(steps, 1.0), "BW"), per_km)


def _backward(forward: Estimate, ratio: Estimate) -> Estimate:
    """The peak backward, with the spread that people showed backward."""
    own = joints.KNEECAP_BACKWARD_BW
    value = forward.value * ratio.value
    claims = tuple(dict.fromkeys((*ratio.claims, *forward.claims, *keys_of((own,)))))
    low, high = (value * end / own.value for end in (own.low, own.high))
    return Estimate(value, low, high, "BW", min(forward.grade, ratio.grade), claims)


def knee_ratio(speed_mps: float) -> Estimate:
    """Peak force behind the kneecap, backward over forward at the same running speed."""
    return _between(speed_mps, joints.KNEECAP_SLOW_RATIO, joints.KNEECAP_RATIO, "1")


def knee_moment_ratio(speed_mps: float) -> Estimate:
    """Peak moment of the knee extensors, backward over forward at the same running speed."""
    return _between(speed_mps, joints.KNEE_MOMENT_SLOW_RATIO, joints.KNEE_MOMENT_RATIO, "1")


def landing(direction: Direction, gait_: Gait, speed_mps: float) -> Estimate:
    """Peak vertical force of a step in body weights. Raises NotAllowed for walking and beyond the measured speeds."""
    _refuse_unknown(direction, gait_)
    measured = joints.LANDING_RANGE_MPS
    if not measured.low <= speed_mps <= measured.high:
        raise NotAllowed(
            say(
                "the force of landing was not measured at that speed: from {low} to {high} km/h is expected",
                low=round(KMH * measured.low, 1),
                high=round(KMH * measured.high, 1),
            )
        )
    backward = direction is Direction.BACKWARD
    peak = joints.PEAK_UP_BACKWARD if backward else joints.PEAK_UP_FORWARD
    spread = joints.GROUND_BACKWARD_BW if backward else joints.GROUND_FORWARD_BW
    free_fall = gait.STANDARD_GRAVITY
    value = 1 + peak.value / free_fall.value
    study, people = (peak.high / peak.value - 1) * (value - 1) / value, spread.high / spread.value - 1
    off = math.hypot(study, people)
    rests_on = (peak, spread, free_fall, measured)
    grade = min(claim.grade for claim in rests_on)
    return Estimate(value, value * (1 - off), value * (1 + off), "BW", grade, keys_of(rests_on))


def product(factors: Sequence[Estimate], unit: str) -> Estimate:
    """Independent estimates multiplied: their spreads as shares add up in squares."""
    value = math.prod(one.value for one in factors)
    low = math.exp(-math.hypot(*(math.log(one.value / one.low) for one in factors)))
    high = math.exp(math.hypot(*(math.log(one.high / one.value) for one in factors)))
    claims = tuple(dict.fromkeys(key for one in factors for key in one.claims))
    return Estimate(value, value * low, value * high, unit, min(one.grade for one in factors), claims)


def _between(speed_mps: float, slow: Claim, fast: Claim, unit: str) -> Estimate:
    """On the straight line between a very slow and an ordinary running speed."""
    start, end = joints.KNEECAP_SLOW_MPS, joints.KNEECAP_FULL_MPS
    share = min(1.0, max(0.0, (speed_mps - start.value) / (end.value - start.value)))
    value, low, high = (
        one + share * (two - one)
        for one, two in ((slow.value, fast.value), (slow.low, fast.low), (slow.high, fast.high))
    )
    rests_on = (slow, start, *((fast, end) if share else ()))
    return Estimate(value, low, high, unit, min(claim.grade for claim in rests_on), keys_of(rests_on))


def _cadence(direction: Direction, speed_mps: float) -> Estimate:
    """Steps of both legs a minute as they usually are."""
    base, rise, more = gait.RUN_CADENCE_SPM, gait.RUN_CADENCE_RISE, gait.BACKWARD_CADENCE_RATIO
    value = base.value + rise.value * speed_mps
    claims = (base, rise)
    usual = Estimate(
        value, base.low + rise.value * speed_mps, base.high + rise.value * speed_mps, "steps/min",
        min(claim.grade for claim in claims), keys_of(claims),
    )  # fmt: skip
    if direction is Direction.FORWARD:
        return usual
    ratio = Estimate(more.value, more.low, more.high, "1", more.grade, keys_of((more,)))
    return product((usual, ratio), "steps/min")


def _known(value: float, unit: str) -> Estimate:
    """What was measured here, in the company of estimates."""
    return Estimate(value, value, value, unit, Grade.MEASURED, ())


def _refuse_unknown(direction: Direction, gait_: Gait) -> None:
    if gait_ is not Gait.RUN:
        raise NotAllowed(_ONLY_RUNNING)
    if direction not in (Direction.FORWARD, Direction.BACKWARD):
        raise NotAllowed(say("the load on joints is known for forward and backward only"))
