"""What moving costs: oxygen and energy by direction, gait, speed, slope and practice.

1. Forward walking: the ACSM equation up to 1.34 m/s; beyond, where the equation stays a straight line and people do
   not, the rows of the Compendium of Physical Activities. Climbing is added as in the equation.
2. Forward running: energy above rest per metre, a polynomial in the slope (Minetti 2002), whatever the speed.
3. Backward running: energy above rest per metre is forward's on the level times the ratio of four studies, and rises
   in a straight line with the slope (Rasica 2020 found a straight line; its coefficients were not readable, so the
   line is ours through 1.35 times forward).
4. Backward walking: oxygen with rest is forward's times a ratio that grows towards the speed at which people begin to
   run, and is smaller uphill (Williford 1998, Compendium 2011, Hooper 2004). Against the equation instead of its own
   row the Compendium would seem to say 1.63 at 1.57 m/s; most of that is fast walking, not walking backward.
5. Practice takes a share of the extra of backward walking away (Heath 2001: only the end of four weeks was measured;
   the way there is taken as exponential). For running nothing of the kind was measured, so nothing is taken away.
6. Beyond the speeds that were measured the same rules are taken on for a little, as an assumption that is named;
   further out, on steeper slopes, and backward downhill there is no number.
7. The interval holds nine of ten people: the range of the studies and the spread between people, as independent shares
   of the value.

Deviations from the sources are named in the claims (`evidence.energy`). No heart rate enters: see docs/explain.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from backstride.errors import NotAllowed
from backstride.evidence import Claim, energy
from backstride.evidence.table import key_of
from backstride.message import say
from backstride.physiology.estimate import Estimate
from backstride.recording import Direction, Gait

MINUTE_S = 60.0
KMH = 3.6  # of one m/s
JOULES_PER_KCAL = 4184.0
NINE_OF_TEN = 1.645  # standard deviations to each side that hold nine of ten, where spreads are normal

_POLYNOMIAL = (
    energy.RUN_SLOPE_5,
    energy.RUN_SLOPE_4,
    energy.RUN_SLOPE_3,
    energy.RUN_SLOPE_2,
    energy.RUN_SLOPE_1,
    energy.RUN_LEVEL_J,
)


# Fast walking forward on the level: speeds, and energy as a multiple of rest, in the order of speed.
_FAST_WALKS = (
    (energy.FAST_WALK_SPEED, energy.FAST_WALK_METS),
    (energy.FASTER_WALK_SPEED, energy.FASTER_WALK_METS),
    (energy.RACING_WALK_SPEED, energy.RACING_WALK_METS),
    (energy.FASTEST_WALK_SPEED, energy.FASTEST_WALK_METS),
)


Way = tuple[bool, Gait]  # whether backward, and how
# Speeds that were measured, and those for which a number is given at all: slowest and fastest are the claims' ends.
_MEASURED: Mapping[Way, Claim] = {
    (False, Gait.WALK): energy.WALK_FORWARD_SPEEDS,
    (True, Gait.WALK): energy.WALK_BACKWARD_SPEEDS,
    (False, Gait.RUN): energy.RUN_FORWARD_SPEEDS,
    (True, Gait.RUN): energy.RUN_BACKWARD_SPEEDS,
}
_TOLD: Mapping[Way, Claim] = {
    (False, Gait.WALK): energy.WALK_TOLD,
    (True, Gait.WALK): energy.WALK_BACKWARD_TOLD,
    (False, Gait.RUN): energy.RUN_TOLD,
    (True, Gait.RUN): energy.RUN_BACKWARD_TOLD,
}
# Slopes, down to up. Of walking only the way up is among the numbers that were checked.
_SLOPES: Mapping[Way, Claim] = {
    (False, Gait.WALK): energy.STEEPEST_WALK,
    (True, Gait.WALK): energy.STEEPEST_WALK,
    (False, Gait.RUN): energy.STEEPEST_RUN_FORWARD,
    (True, Gait.RUN): energy.STEEPEST_RUN_BACKWARD,
}


@dataclass(frozen=True, slots=True)
class Move:
    """One steady way of moving. slope: rise over run; practice: sessions of going backward done before."""

    direction: Direction
    gait: Gait
    speed_mps: float
    slope: float = 0.0
    practice: int = 0


Ranged = tuple[float, float, float, tuple[Claim, ...]]  # value, lowest, highest, and what it rests on


@dataclass(frozen=True, slots=True)
class Spent:
    """What a stretch of moving costs a person, rest included. Energy is in kJ; kcal is the same in the older unit."""

    power_wkg: Estimate
    oxygen: Estimate
    mets: Estimate
    energy_kj: Estimate
    energy_kcal: Estimate


def power(move: Move) -> Estimate:
    """Metabolic power in W per kg of body mass, rest included.

    Raises NotAllowed where nothing is known: backward downhill, slopes and speeds beyond what was measured, sideways,
    standing.
    """
    _refuse_unknown(move)
    way = _way(move)
    value, low, high, claims = _running(move, way[0]) if move.gait is Gait.RUN else _walking(move, way[0])
    between = energy.SPREAD_RUN if move.gait is Gait.RUN else energy.SPREAD_WALK
    people = NINE_OF_TEN * between.value
    least = value * math.exp(-math.hypot(math.log(value / low), people))
    most = value * math.exp(math.hypot(math.log(high / value), people))
    rests_on = (*claims, *_beyond(move), between, energy.JOULES_PER_ML, energy.REST_ML)
    return Estimate(value, least, most, "W/kg", min(claim.grade for claim in rests_on), keys_of(rests_on))


def spent(move: Move, mass_kg: float, seconds: float) -> Spent:
    """The same over a time, for a body of that mass. Raises NotAllowed as `power` does."""
    per_kg = power(move)
    oxygen = per_kg.times(MINUTE_S / energy.JOULES_PER_ML.value, "mL/kg/min")
    joules = mass_kg * seconds
    return Spent(
        per_kg,
        oxygen,
        oxygen.times(1 / energy.REST_ML.value, "MET"),
        per_kg.times(joules / 1000, "kJ"),
        per_kg.times(joules / JOULES_PER_KCAL, "kcal"),
    )


def extra(move: Move) -> Estimate:
    """Power of a backward move over that of the same move forward, rest included in both; 1 is no difference.

    The range holds the studies' and the spread between people of that ratio. Raises NotAllowed.
    """
    _refuse_unknown(move)
    value, low, high, claims = _running_ratio(move) if move.gait is Gait.RUN else _walking_ratio(move)
    rests_on = (*claims, *_beyond(move), energy.SPREAD_EXTRA)
    people = NINE_OF_TEN * energy.SPREAD_EXTRA.value
    least = value * math.exp(-math.hypot(math.log(value / min(low, value)), people))
    most = value * math.exp(math.hypot(math.log(max(high, value) / value), people))
    return Estimate(value, least, most, "1", min(claim.grade for claim in rests_on), keys_of(rests_on))


def _running_ratio(move: Move) -> Ranged:
    """Both ends of its range are those of the ratio: the range of the forward cost stands above and below the line."""
    there, base = _running(move, True), _running(replace(move, direction=Direction.FORWARD), False)
    return there[0] / base[0], there[1] / base[1], there[2] / base[2], (*there[3], *base[3], energy.REST_ML)


def forward_instead(move: Move, own: Move, mass_kg: float, seconds: float) -> tuple[Spent, Spent]:
    """What it would have cost to cover the same distance forward, and to go forward for the same time.

    own  the person's own way of going forward. Raises NotAllowed where nothing is known of that.
    """
    return spent(own, mass_kg, seconds * move.speed_mps / own.speed_mps), spent(own, mass_kg, seconds)


def keys_of(rests_on: Iterable[Claim]) -> tuple[str, ...]:
    """Keys of claims, each once, in their order."""
    return tuple(dict.fromkeys(key_of(claim) for claim in rests_on))


def _running(move: Move, backward: bool, /) -> Ranged:
    """W/kg, its lowest and highest by the studies, and what it rests on."""
    slope, level = move.slope, energy.RUN_LEVEL_J
    shape = forward_run_cost(slope)  # J/kg/m above rest
    net = [shape * end / level.value for end in (level.value, level.low, level.high)]
    claims: tuple[Claim, ...] = (energy.RUN_LEVEL_J,)
    if slope:
        claims += _POLYNOMIAL[:-1]
    if backward:
        ratio, climb = energy.BACKWARD_RUN_RATIO, energy.BACKWARD_RUN_CLIMB_J
        net = [
            level.value * ratio.value + climb.value * slope,
            level.low * ratio.low + climb.low * slope,
            level.high * ratio.high + climb.high * slope,
        ]
        claims = (energy.RUN_LEVEL_J, ratio, climb) if slope else (energy.RUN_LEVEL_J, ratio)
    value, low, high = (_rest() + cost * move.speed_mps for cost in net)
    return value, low, high, claims


def _walking(move: Move, backward: bool, /) -> Ranged:
    """The same for walking."""
    climb = energy.WALK_ML_PER_CLIMB_M
    level, claims = _walking_level(move.speed_mps)
    metres = move.speed_mps * MINUTE_S * max(0.0, move.slope)
    gross = [
        _watts(oxygen + metres * rise) for oxygen, rise in zip(level, (climb.value, climb.low, climb.high), strict=True)
    ]
    if move.slope:
        claims += (climb,)
    if backward:
        *factors, more = _walking_ratio(move)
        gross = [cost * factor for cost, factor in zip(gross, factors, strict=True)]
        claims += more
    return gross[0], gross[1], gross[2], claims


def _walking_level(speed_mps: float) -> tuple[tuple[float, float, float], tuple[Claim, ...]]:
    """Oxygen of walking forward on the level in mL/kg/min: value, lowest, highest."""
    flat, bend, rest = energy.WALK_ML_PER_M, energy.FAST_WALK_FROM, energy.REST_ML.value
    ends = (flat.value, flat.low, flat.high)
    if speed_mps <= bend.value:
        value, low, high = (rest + speed_mps * MINUTE_S * end for end in ends)
        return (value, low, high), (flat,)
    at = [(bend.value, tuple(rest + bend.value * MINUTE_S * end for end in ends))]
    at += [(speed.value, tuple(rest * end for end in (m.value, m.low, m.high))) for speed, m in _FAST_WALKS]
    above = next(place for place in range(1, len(at)) if speed_mps <= at[place][0])
    (slow, before), (fast, after) = at[above - 1], at[above]
    share = (speed_mps - slow) / (fast - slow)
    value, low, high = (one + share * (two - one) for one, two in zip(before, after, strict=True))
    rows = _FAST_WALKS[max(0, above - 2) : above]
    return (value, low, high), (bend, *((flat,) if above == 1 else ()), *(claim for row in rows for claim in row))


def _walking_ratio(move: Move) -> Ranged:
    """Backward walking over forward, rest included: value, lowest, highest, never below 1."""
    slow, brisk, uphill = energy.BACKWARD_WALK_RATIO, energy.BRISK_WALK_RATIO, energy.UPHILL_WALK_RATIO
    fast = (move.speed_mps - energy.BACKWARD_WALK_SPEED.value) / (
        energy.BRISK_WALK_SPEED.value - energy.BACKWARD_WALK_SPEED.value
    )
    steep = min(1.0, max(0.0, move.slope) / energy.UPHILL_FROM.value)
    share, learned = energy.PRACTICE_SHARE, _learned(move.practice)
    grown = slow.value + max(0.0, fast) * (brisk.value - slow.value)
    most = energy.GREATEST_WALK_RATIO
    found = []
    for end, taken in (("value", share.value), ("low", share.high), ("high", share.low)):
        one, two, three = (getattr(claim, end) for claim in (slow, brisk, uphill))
        level = min(one + max(0.0, fast) * (two - one), max(two, most.value))
        found.append(max(1.0, 1.0 + (1.0 - taken * learned) * (level + steep * (three - level) - 1.0)))
    claims: tuple[Claim, ...] = (slow, energy.BACKWARD_WALK_SPEED) if steep < 1 else ()
    if fast > 0 and steep < 1:
        claims += (brisk, energy.BRISK_WALK_SPEED, *((most,) if grown > most.value else ()))
    if steep:
        claims += (uphill, energy.UPHILL_FROM)
    if move.practice:
        claims += (energy.PRACTICE_SHARE, energy.PRACTICE_SESSIONS, energy.PRACTICE_PACE)
    return found[0], found[1], found[2], claims


def _learned(sessions: int) -> float:
    """How much of what practice takes away is gone after so many sessions; 1 after those that were measured."""
    pace, end = energy.PRACTICE_PACE.value, energy.PRACTICE_SESSIONS.value
    return (1 - math.exp(-min(sessions, end) / pace)) / (1 - math.exp(-end / pace))


def forward_run_cost(slope: float) -> float:
    """The polynomial of the cost of running forward on a slope, J/kg/m above rest."""
    cost = 0.0
    for claim in _POLYNOMIAL:
        cost = cost * slope + claim.value
    return cost


def _rest() -> float:
    return _watts(energy.REST_ML.value)


def _watts(oxygen: float) -> float:
    """W/kg of an oxygen uptake in mL/kg/min."""
    return oxygen * energy.JOULES_PER_ML.value / MINUTE_S


def _refuse_unknown(move: Move) -> None:
    """Raises NotAllowed with the reason where no study stands behind a number."""
    if move.direction not in (Direction.FORWARD, Direction.BACKWARD) or move.gait is Gait.NONE:
        raise NotAllowed(say("energy is known for walking and running, forward and backward only"))
    told, steepest = _TOLD[_way(move)], _SLOPES[_way(move)]
    if not told.low <= move.speed_mps <= told.high:
        raise NotAllowed(
            say(
                "no study stands behind that speed: from {low} to {high} km/h is expected, {speed} came",
                low=round(KMH * told.low, 1), high=round(KMH * told.high, 1), speed=round(KMH * move.speed_mps, 1),
            )
        )  # fmt: skip
    if move.direction is Direction.BACKWARD and move.slope < 0:
        raise NotAllowed(say("what going backward downhill costs was never measured, so no number is given"))
    if move.gait is Gait.WALK and move.slope < 0:
        raise NotAllowed(say("what walking downhill costs is not among the numbers that were checked"))
    if not steepest.low <= move.slope <= steepest.high:
        raise NotAllowed(
            say(
                "that slope was never measured: from {low} to {high} % is expected",
                low=round(100 * steepest.low), high=round(100 * steepest.high),
            )
        )  # fmt: skip


def _way(move: Move) -> Way:
    return move.direction is Direction.BACKWARD, move.gait


def _beyond(move: Move) -> tuple[Claim, ...]:
    """What is assumed where the speed was not measured; nothing where it was."""
    measured = _MEASURED[_way(move)]
    return () if measured.low <= move.speed_mps <= measured.high else (measured, _TOLD[_way(move)])
