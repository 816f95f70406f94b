"""A number that was computed from borrowed numbers, with how far it can be off."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from backstride.recording import Grade


@dataclass(frozen=True, slots=True)
class Estimate:
    """A computed number.

    low, high  about nine of ten people like this one lie between: the spread of studies and of people together
    grade      the lowest grade of the claims that went in
    claims     keys of those claims (`evidence.table.CLAIMS`)
    """

    value: float
    low: float
    high: float
    unit: str
    grade: Grade
    claims: tuple[str, ...]

    def times(self, factor: float, unit: str) -> "Estimate":
        """The same estimate in another unit, or over a known amount; factor > 0."""
        return Estimate(self.value * factor, self.low * factor, self.high * factor, unit, self.grade, self.claims)


def added(parts: Sequence[Estimate]) -> Estimate:
    """The sum of at least one part, for one person: the spread between people is the same in each, so ends add up."""
    value, low, high = (fsum(getattr(one, end) for one in parts) for end in ("value", "low", "high"))
    claims = tuple(dict.fromkeys(key for one in parts for key in one.claims))
    return Estimate(value, low, high, parts[0].unit, min(one.grade for one in parts), claims)
