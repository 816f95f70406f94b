"""Highest and resting heart rate: what is known of them, and how.

What a person says stands first. What recordings show is one-sided: a highest rate seen is no more than a lower bound
of the real one, a lowest rate seen while moving no more than an upper bound of the resting one. A formula of age knows
the mean of people of that age and misses a third of them by ten beats and more.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from backstride.evidence import Claim, heart
from backstride.evidence.table import key_of
from backstride.physiology.estimate import Estimate
from backstride.recording import Gait

NINE_OF_TEN = 1.645
UNKNOWN_AGE = 40.0  # where nothing at all is known


class How(StrEnum):
    """Where a number of the heart comes from."""

    SAID = "said"
    SEEN = "seen"
    AGE = "age"
    GUESSED = "guessed"


@dataclass(frozen=True, slots=True)
class Seen:
    """An extreme of a recording."""

    bpm: float
    recording: str
    day: date


@dataclass(frozen=True, slots=True)
class Known:
    """A heart rate of the person.

    low, high  about nine of ten people like this one lie between
    seen       the recording that shows it; claims: what it rests on
    beyond     a recording shows more than what was said or computed
    """

    bpm: float
    low: float
    high: float
    how: How
    seen: Seen | None = None
    claims: tuple[Claim, ...] = ()
    beyond: bool = False


def highest_of_age(age: float) -> Known:
    """By the formula."""
    bpm = heart.HIGHEST_AT_BIRTH_BPM.value - heart.HIGHEST_A_YEAR_BPM.value * age
    half = NINE_OF_TEN * heart.HIGHEST_SPREAD_BPM.value
    rests_on = heart.HIGHEST_AT_BIRTH_BPM, heart.HIGHEST_A_YEAR_BPM, heart.HIGHEST_SPREAD_BPM
    return Known(bpm, bpm - half, bpm + half, How.AGE, claims=rests_on)


def highest(said: float | None, seen: Seen | None, age: float | None) -> Known:
    """The highest heart rate: as said, else the formula's where no recording shows more."""
    if said is not None:
        return Known(said, said, said, How.SAID, seen, beyond=seen is not None and seen.bpm > said + 1)
    formula = highest_of_age(UNKNOWN_AGE if age is None else age)
    how = How.AGE if age is not None else How.GUESSED
    if seen is not None and seen.bpm >= formula.bpm:
        return Known(seen.bpm, seen.bpm, max(seen.bpm, formula.high), How.SEEN, seen, beyond=age is not None)
    low = formula.low if seen is None else max(formula.low, seen.bpm)
    return Known(formula.bpm, low, formula.high, how, seen, formula.claims)


def resting(said: float | None, seen: Seen | None) -> Known | None:
    """The resting heart rate: as said; None where it was not. The lowest that was seen only bounds it."""
    if said is None:
        return None
    return Known(said, said, said, How.SAID, seen, beyond=seen is not None and seen.bpm < said - 1)


def uptake(highest_bpm: float, resting_bpm: float) -> Estimate:
    """Highest oxygen uptake from the ratio of the two rates; only worth something where both were measured."""
    claim = heart.UPTAKE_RATIO
    ratio = highest_bpm / resting_bpm
    low, high = ratio * claim.low, ratio * claim.high
    return Estimate(ratio * claim.value, low, high, "mL/kg/min", claim.grade, (key_of(claim),))


def misread(gait: Gait) -> Claim:
    """Why no oxygen is read from the heart rate of going backward: by how much it would be too high."""
    return heart.OXYGEN_READ_RUNNING if gait is Gait.RUN else heart.OXYGEN_READ_WALKING
