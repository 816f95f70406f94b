"""The geometry of small charts that are drawn on the server: places as percentages, so that words keep their size."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, isfinite, log10

from backstride.recording import Direction


@dataclass(frozen=True, slots=True)
class Scale:
    """From values to percentages of a side; `flip` for heights, which grow upward."""

    low: float
    high: float
    flip: bool = False

    def share(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return 100 * (1 - share if self.flip else share)

    def at(self, value: float) -> str:
        return f"{self.share(value):.2f}%"

    def ticks(self, most: int) -> list[float]:
        """Round values within the scale."""
        step = round_step((self.high - self.low) / max(most - 1, 1))
        return [step * k for k in range(ceil(self.low / step - 1e-9), floor(self.high / step + 1e-9) + 1)]


@dataclass(frozen=True, slots=True)
class Tick:
    at: str
    text: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A point: where it lies, whose it is, and what it says when it is pointed at."""

    x: str
    y: str
    kind: str
    says: str = ""


@dataclass(frozen=True, slots=True)
class Curve:
    """A line and the band around it, in hundredths of the chart; `band` is a closed path or empty."""

    kind: str
    path: str
    band: str = ""


@dataclass(frozen=True, slots=True)
class Plot:
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    dots: tuple[Dot, ...]
    curves: tuple[Curve, ...]


def scale(values: Sequence[float], room: float, least: float, *, flip: bool = False) -> Scale:
    """Around the values, with room beside them as a share, and no narrower than `least`."""
    found = [value for value in values if isfinite(value)]
    low, high = min(found), max(found)
    missing = max(0.0, least - (high - low)) / 2
    spare = room * max(high - low, least)
    return Scale(low - missing - spare, high + missing + spare, flip)


def path_of(xs: Sequence[float], ys: Sequence[float], x: Scale, y: Scale) -> str:
    """A path through points, in hundredths of the chart."""
    return "M" + "L".join(f"{x.share(a):.2f} {y.share(b):.2f}" for a, b in zip(xs, ys, strict=True))


def kind_of(direction: Direction) -> str:
    return direction.value


def round_step(rough: float) -> float:
    """The next larger of 1, 2, 5 times a power of ten."""
    power = 10.0 ** floor(log10(rough))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough * (1 - 1e-9))
