"""What a test is: how it is done, what is kept of it, how far it can be off, and who should leave it."""

from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from typing import ClassVar

from backstride.assess.surroundings import EVERYWHERE
from backstride.evidence import Claim
from backstride.message import Message, say

MDC_PER_SEM = 1.96 * sqrt(2)
"""The smallest change beyond error, with 95 % confidence, in standard errors of measurement: two tries err apart."""


class Keep(StrEnum):
    """What stands for a day."""

    BEST = "best"
    MEAN = "mean"
    MEDIAN = "median"


class Better(StrEnum):
    """Which way improvement lies."""

    HIGHER = "higher"
    LOWER = "lower"


class Sex(StrEnum):
    """Whom a norm was measured on."""

    WOMEN = "women"
    MEN = "men"
    ALL = "all"


class Entry(StrEnum):
    """How a value comes in, besides being typed."""

    TIMED = "timed"
    TYPED = "typed"
    RECORDED = "recorded"


@dataclass(frozen=True, slots=True)
class Norm:
    """What others reach: the claim's value for ages first to last, both among them."""

    claim: Claim
    sex: Sex
    first: int
    last: int = 120


@dataclass(frozen=True, slots=True)
class Condition:
    """What has to be the same on every day, for values to be compared. choices: (as kept, as shown), usual first."""

    label: Message
    choices: tuple[tuple[str, Message], ...]


@dataclass(frozen=True, slots=True)
class Test:
    """A row of `TESTS`.

    steps      what is done, in order
    figure     key of its drawing (`figures.FIGURES`)
    trials     how many tries count on a day; later ones are kept and do not: more tries alone make a better best
    practice   how many tries come before those, the first time and after a long break
    unit       of its values; low, high: what can be a value of it; ceiling: no try is measured beyond this
    sides      left and right are measured apart
    sem, mdc   standard error of measurement and smallest detectable change, in the unit or, with the unit "1", as a
               share of the value; None: unknown
    beside     further claims on how far it can be trusted; rules: those that its reading from a recording goes by
    limits     values of `plan.kinds.Limit` that ask to leave it; permit: name of the `plan.kinds.Permit` it needs
    every      days between repeats, at least
    around     keys of `surroundings.SURROUNDINGS` that are asked for
    """

    key: str
    name: Message
    purpose: Message
    steps: tuple[Message, ...]
    figure: str
    warm_up: Message
    safety: tuple[Message, ...]
    trials: int
    keep: Keep
    unit: str
    better: Better
    low: float
    high: float
    practice: int = 0
    ceiling: float | None = None
    sides: bool = False
    entry: Entry = Entry.TIMED
    sem: Claim | None = None
    mdc: Claim | None = None
    beside: tuple[Claim, ...] = ()
    rules: tuple[Claim, ...] = ()
    norms: tuple[Norm, ...] = ()
    limits: frozenset[str] = frozenset()
    permit: str = "NOTHING"
    every: int = 14
    condition: Condition | None = None
    digits: int = 1
    around: tuple[str, ...] = EVERYWHERE

    __test__: ClassVar[bool] = False  # its name makes pytest look into it

    @property
    def step(self) -> float:
        """What its values are rounded to."""
        return 10.0**-self.digits

    def detectable(self, value: float) -> float | None:
        """The smallest change from `value` that is more than error of measurement (95 %); None: unknown."""
        if self.mdc is not None:
            return _in_unit(self.mdc, value)
        return None if self.sem is None else MDC_PER_SEM * _in_unit(self.sem, value)

    def error(self, value: float) -> float | None:
        """Standard error of measurement of one value; None: unknown."""
        if self.sem is not None:
            return _in_unit(self.sem, value)
        return None if self.mdc is None else _in_unit(self.mdc, value) / MDC_PER_SEM

    def norms_of(self, age: int | None) -> tuple[Norm, ...]:
        """What people of an age reach; all norms where the age is not known."""
        return tuple(one for one in self.norms if age is None or one.first <= age <= one.last)


def _in_unit(claim: Claim, value: float) -> float:
    return claim.value * value if claim.unit == "1" else claim.value


GENTLE = say("Walk for two minutes and circle your ankles.")
LIVELY = say("Walk and jog forward for ten minutes, then go through the test twice at half speed.")
CLEAR_GROUND = say("Flat, dry, clear ground; walk the way forward first and look for holes and stones.")
BEHIND_YOU = say("Somebody walks beside you and watches what is behind you.")
AT_A_WALL = say("Stand within reach of a wall or a table, with nothing hard around you.")
STOP_AT_PAIN = say("Stop when something hurts, or when you feel dizzy.")
