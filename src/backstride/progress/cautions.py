"""What a change may come from besides training, as far as the tries themselves tell. It is said; no verdict changes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise

from backstride.progress.points import Part, Tried

_FEWEST = 3


class Caution(StrEnum):
    """
    CEILING  half of a side's tries or more reach the most that the test can show
    RISING   each try before training was better than the one ahead of it: that may have gone on by itself
    GROUND   most tries after training were done on another ground than those before
    """

    CEILING = "ceiling"
    RISING = "rising"
    GROUND = "ground"


def cautions(tried: Sequence[Tried], *, rising: bool, ceiling: float | None) -> tuple[Caution, ...]:
    """What there is to say of tries, oldest first. rising: whether more is better; ceiling: None: the test has none."""
    sides = [[one for one in tried if one.part is part] for part in (Part.BEFORE, Part.AFTER)]
    return tuple(_found(*sides, rising=rising, ceiling=ceiling))


def _found(
    before: Sequence[Tried], after: Sequence[Tried], *, rising: bool, ceiling: float | None
) -> Iterator[Caution]:
    if ceiling is not None and any(_reaches(side, ceiling) for side in (before, after)):
        yield Caution.CEILING
    steps = [later.value - earlier.value for earlier, later in pairwise(before)]
    if len(before) >= _FEWEST and all(step > 0 if rising else step < 0 for step in steps):
        yield Caution.RISING
    grounds = [_ground(side) for side in (before, after)]
    if None not in grounds and grounds[0] != grounds[1]:
        yield Caution.GROUND


def _reaches(side: Sequence[Tried], ceiling: float) -> bool:
    return bool(side) and 2 * sum(one.value >= ceiling for one in side) >= len(side)


def _ground(side: Sequence[Tried]) -> float | None:
    """The ground of most tries of which it was said; None: of none."""
    said = Counter(one.known["surface"] for one in side if "surface" in one.known)
    return max(said, key=lambda one: said[one], default=None)
