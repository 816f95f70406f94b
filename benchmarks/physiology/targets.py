"""The published values that energy, joints, heart and the simulated runner are to reproduce, and what they give."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from backstride.evidence import energy as claims
from backstride.evidence import heart, joints, training
from backstride.physiology.energy import Move, extra, forward_run_cost, power, spent
from backstride.physiology.joints import knee, knee_moment_ratio, knee_ratio, landing
from backstride.recording import Direction, Gait
from benchmarks.physiology.bounce import Bounce, bounce

F, B, WALK, RUN = Direction.FORWARD, Direction.BACKWARD, Gait.WALK, Gait.RUN
TAKEN = "taken over as it was published"
NOT_MODELLED = "not modelled"


@dataclass(frozen=True, slots=True)
class Target:
    """published and found as text; reached None: nothing of ours claims it. why: what to know, or why not."""

    id: str
    what: str
    published: str
    found: str
    tolerance: str
    reached: bool | None
    source: str
    why: str = ""


def targets() -> tuple[Target, ...]:
    """In the order of their numbers."""
    return (*_energy(), *_bouncing(), *_joints(), *_rest())


def _oxygen(direction: Direction, gait_: Gait, speed: float, slope: float = 0.0, practice: int = 0) -> float:
    return spent(Move(direction, gait_, speed, slope, practice), 70, 60).oxygen.value


def _near(found: float, published: float, share: float) -> bool:
    return abs(found - published) <= share * published


def _pair(name: str, what: str, speed: float, gait_: Gait, published: tuple[float, float]) -> Target:
    found = _oxygen(F, gait_, speed), _oxygen(B, gait_, speed)
    return Target(
        name, what, f"{published[0]} / {published[1]}", f"{found[0]:.1f} / {found[1]:.1f}", "±10 %",
        all(_near(*both, 0.10) for both in zip(found, published, strict=True)), "Williford 1998",
    )  # fmt: skip


def _energy() -> Iterator[Target]:
    yield _pair("V1", "Oxygen of walking at 1.341 m/s, forward / backward, ml/kg/min", 1.341, WALK, (12.42, 15.95))
    yield _pair("V2", "Oxygen of running at 2.235 m/s, forward / backward, ml/kg/min", 2.235, RUN, (27.15, 31.33))
    yield Target(
        "V3", "Heart rate backward above forward at those speeds, beats/min", "+19 / +22",
        f"+{heart.STEP_WALKING_BPM.value:.0f} / +{heart.STEP_RUNNING_BPM.value:.0f}", "±5", True, "Williford 1998",
        f"{TAKEN}: no heart rate is predicted from speed, a person's own is measured",
    )  # fmt: skip
    at_3 = extra(Move(B, RUN, 3.0)).value
    yield Target(
        "V4", "Energy backward over forward, running at 3.0 m/s", "1.35", f"{at_3:.2f}", "1.23 to 1.47",
        1.23 <= at_3 <= 1.47, "Wright & Weyand 2001",
    )  # fmt: skip
    yield _slopes()
    costs = [power(Move(way, RUN, 2.5)).value / 2.5 for way in (F, B)]
    yield Target(
        "V6", "Energy of a metre run on the level, forward / backward, J/kg", "4.5 / 5.8",
        f"{costs[0]:.2f} / {costs[1]:.2f}", "±15 %",
        all(_near(*both, 0.15) for both in zip(costs, (4.5, 5.8), strict=True)), "treadmill with body-weight support",
        "the study's speed was not seen; 2.5 m/s is taken, rest included",
    )  # fmt: skip
    mets = [spent(Move(B, WALK, 1.565, slope), 70, 60).mets.value for slope in (0.0, 0.05)]
    yield Target(
        "V7", "Walking backward at 1.565 m/s, level / 5 % uphill, MET", "6.0 / 8.0", f"{mets[0]:.1f} / {mets[1]:.1f}",
        "±15 %", all(_near(*both, 0.15) for both in zip(mets, (6.0, 8.0), strict=True)), "Compendium 2011",
        "the level row is one we build on; the uphill row is not",
    )  # fmt: skip
    more = [extra(Move(B, WALK, 1.3, slope)).value - 1 for slope in (0.05, 0.075, 0.10)]
    yield Target(
        "V8", "Oxygen of walking backward over forward, 5 to 10 % uphill", "+17 to +20 %",
        " / ".join(f"+{100 * one:.0f} %" for one in more), "+12 to +25 %", all(0.12 <= one <= 0.25 for one in more),
        "Hooper 2004",
    )  # fmt: skip
    share = 84 * _oxygen(B, WALK, 1.787) / _oxygen(B, RUN, 2.68)
    yield Target(
        "V9", "Walking backward at 1.787 m/s where running backward at 2.68 m/s is 84 % of the greatest uptake",
        "60 %", f"{share:.0f} %", "±7 points", abs(share - 60) <= 7, "Flynn 1994",
        "only the two together can be checked: the runners' greatest uptake was not seen",
    )  # fmt: skip
    yield Target(
        "V10", "Where people begin to run backward by themselves < where running gets cheaper, m/s", "1.63 < 1.85",
        f"{training.CHOSEN_RUN_MPS.value} < {crossing():.2f}", "±0.15", abs(crossing() - 1.85) <= 0.15,
        "Hreljac 2005",
        "the first is taken over; the second is where our energy of walking and of running backward cross: it comes "
        "from other studies",
    )  # fmt: skip


def _slopes() -> Target:
    slopes = np.array([0.0, 0.05, 0.10, 0.15, 0.20, 0.25])
    ratios = [extra(Move(B, RUN, 2.5, float(slope))).value for slope in slopes]
    costs = np.array([power(Move(B, RUN, 2.5, float(slope))).value for slope in slopes])
    straight = float(np.corrcoef(slopes, costs)[0, 1] ** 2)
    rest = claims.REST_ML.value * claims.JOULES_PER_ML.value / 60
    above = [(cost - rest) / (2.5 * forward_run_cost(float(slope))) for cost, slope in zip(costs, slopes, strict=True)]
    means = float(np.mean(ratios)), float(np.mean(above))
    return Target(
        "V5", "Running backward over forward from 0 to 25 % uphill: mean with rest / above rest; how straight it rises",
        "1.35; a line", f"{means[0]:.2f} / {means[1]:.2f}; r² {straight:.2f}", "±0.1; r² > 0.98",
        all(abs(one - 1.35) <= 0.1 for one in means) and straight > 0.98, "Rasica 2020",
        "their coefficients could not be read: the line is ours; its rise is that of 1.35 times forward, its level end "
        f"the mean of four studies, so that the ratio above rest goes from {min(above):.2f} to {max(above):.2f}",
    )  # fmt: skip


def crossing() -> float:
    """Speed from which running backward costs less than walking backward."""
    for speed in np.arange(1.3, 2.2, 0.01):
        run, walk = (power(Move(B, gait_, float(speed))).value for gait_ in (RUN, WALK))
        if run < walk:
            return float(speed)
    return math.nan


def _bouncing() -> Iterator[Target]:
    ways = bounce(F), bounce(B)
    yield _of_both("V11", "Stiffness of the bounce k/M, 1/s²", ways, "stiffness", (352, 499), 0.10, 0)
    yield _of_both("V12", "Time in the air of a step, s", ways, "flight_s", (0.072, 0.098), 0.15, 3)
    yield _of_both("V13", "Greatest upward acceleration, m/s²", ways, "peak_mps2", (13.2, 15.7), 0.10, 1)
    yield _of_both("V14", "Effective contact time, s", ways, "contact_s", (0.167, 0.141), 0.10, 3)
    ratio = ways[1].cadence_hz / ways[0].cadence_hz
    yield Target(
        "V15", "Cadence backward over forward at the same speed", "1.113", f"{ratio:.3f}", "1.05 to 1.20",
        1.05 <= ratio <= 1.20, "treadmill with body-weight support", "the simulated runner is built on it",
    )  # fmt: skip


def _of_both(
    name: str, what: str, ways: tuple[Bounce, Bounce], field: str, published: tuple[float, float], share: float,
    digits: int,
) -> Target:  # fmt: skip
    """Forward / backward of the simulated runner."""
    found = [getattr(way, field) for way in ways]
    reached = all(_near(*both, share) for both in zip(found, published, strict=True))
    off = " / ".join(f"{100 * (one / two - 1):+.0f} %" for one, two in zip(found, published, strict=True))
    return Target(
        name, f"{what}, forward / backward", f"{published[0]} / {published[1]}",
        " / ".join(f"{one:.{digits}f}" for one in found), f"±{100 * share:.0f} %", reached, "Cavagna 2012",
        f"of the simulated runner: {off}; nothing shown to a person is computed from it",
    )  # fmt: skip


def _joints() -> Iterator[Target]:
    ratio = knee_ratio(3.0).value
    peaks = [knee(way, RUN, 3.0).peak_bw.value for way in (F, B)]
    yield Target(
        "V16", "Peak force behind the kneecap at the same speed, × body weight; ratio", "4.5 → 3.4; 0.76",
        f"{peaks[0]:.1f} → {peaks[1]:.1f}; {ratio:.2f}", "0.65 to 0.90", 0.65 <= ratio <= 0.90, "Roos 2012", TAKEN,
    )  # fmt: skip
    moment = knee_moment_ratio(3.0).value
    yield Target(
        "V17", "Peak moment of the knee extensors, backward over forward", "0.79", f"{moment:.2f}", "±0.1",
        abs(moment - 0.79) <= 0.1, "Roos 2012", TAKEN,
    )  # fmt: skip
    ground = joints.GROUND_FORWARD_BW.value, joints.GROUND_BACKWARD_BW.value
    peak = landing(F, RUN, 2.5).value, landing(B, RUN, 2.5).value
    yield Target(
        "V18", "Force on the ground, × body weight: must not fall", "2.3 → 2.4",
        f"{ground[0]} → {ground[1]}; peak {peak[0]:.2f} → {peak[1]:.2f}", "does not fall",
        ground[1] >= ground[0] and peak[1] >= peak[0], "Roos 2012, Cavagna 2012",
    )  # fmt: skip
    slow = knee_ratio(1.0).value
    yield Target(
        "V19", "Peak force behind the kneecap at 1.0 m/s, backward over forward", "1.03", f"{slow:.2f}", "0.9 to 1.15",
        0.9 <= slow <= 1.15, "Sussman 2000", TAKEN,
    )  # fmt: skip
    yield Target(
        "V20", "When that force peaks, forward → backward, share of the stance", "35 → 52 %", "–", "±7 points", None,
        "Flynn 1995", f"{NOT_MODELLED}: the estimate is a ratio of peaks and knows no time",
    )  # fmt: skip
    yield Target(
        "V21", "How the foot meets the ground", "toe, heel, toe", "–", "", None, "Sterzing 2016",
        f"{NOT_MODELLED} here; it is told under the promise of a low impact",
    )  # fmt: skip


def _rest() -> Iterator[Target]:
    slopes, published = (0.0, 0.45, -0.20, -0.45), (3.40, 18.93, 1.73, 3.92)
    found = [forward_run_cost(slope) for slope in slopes]
    yield Target(
        "V22", "Energy above rest of a metre run forward at 0, 45, −20 and −45 %, J/kg",
        " / ".join(f"{one:.2f}" for one in published), " / ".join(f"{one:.2f}" for one in found), "±7 %",
        all(_near(*both, 0.07) for both in zip(found, published, strict=True)), "Minetti 2002",
    )  # fmt: skip
    share = training.SPEED_SHARE
    yield Target(
        "V23", "Speed backward over forward at equal effort", "0.72 to 0.79", f"{share.value}", "0.72 to 0.79",
        share.low <= share.value <= share.high, "Uthoff 2018", TAKEN,
    )  # fmt: skip
    before, after = (_oxygen(B, WALK, 1.542, practice=sessions) for sessions in (0, 12))
    fall = 100 * (1 - after / before)
    yield Target(
        "V24", "Oxygen of walking backward after 12 sessions of practice", "−19 %", f"−{fall:.0f} %", "−13 to −25 %",
        13 <= fall <= 25, "Heath 2001",
        f"the share that goes ({claims.PRACTICE_SHARE.value}) is computed from this study; the fall of heart rate "
        "(−24) and effort (−2.2) is not predicted, a person's own is measured",
    )  # fmt: skip
    yield Target(
        "V25", "Error of the moments of contact, backward over forward, motion sensors", "about 2", "–", "", None,
        "Sensors 2020", "measured on real recordings: see [how well it knows which way you move](accuracy.md)",
    )  # fmt: skip
