"""A number that was computed from borrowed numbers, with how far it can be off."""

from dataclasses import dataclass

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
