"""The geometry of a forest plot: where each square, interval and diamond lies, as shares of the width."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, isnan, log, log10

from backstride.app.evidence import Together
from backstride.evidence.effects import Kind, Origin
from backstride.evidence.pooling import Pooled
from backstride.evidence.study import Study
from backstride.message import Message
from backstride.words import Words
from backstride.words.evidence import effect_unit, interval, short_name, signed, value_in_words

MARGIN = 0.06
"""Of the width, left free on both sides."""
SQUARE_PX, SMALLEST_PX = 22.0, 9.0
RATIOS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2.0, 2.5, 3.0, 4.0, 5.0)
MOST_TICKS = 5


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the axis: where it begins and how wide it is, and whether it goes on beyond the axis."""

    x: str
    width: str
    beyond_low: bool
    beyond_high: bool
    middle: str = "50%"


@dataclass(frozen=True, slots=True)
class Row:
    """A study of the plot.

    about  what tells it from the other rows
    size   edge of its square in pixels
    span   None where no interval is known
    """

    study: Study
    name: str
    about: tuple[Message, ...]
    x: str
    size: float
    offset: float
    span: Span | None
    value: str
    ends: str
    weight: str


@dataclass(frozen=True, slots=True)
class Sum:
    """The studies put together: the diamond over its interval, the line over where a further study is expected."""

    diamond: Span
    expected: Span
    value: str
    ends: str
    expected_says: str
    i2: str
    robust: str


@dataclass(frozen=True, slots=True)
class Plot:
    """A forest as it is drawn."""

    together: Together
    unit: str
    rows: tuple[Row, ...]
    sum: Sum | None
    null: str
    ticks: tuple[tuple[str, str], ...]

    @property
    def assumes(self) -> bool:
        """Whether an interval of it rests on the assumed correlation."""
        effects = (row.study.effect for row in self.rows)
        return any(effect is not None and effect.origin is Origin.PAIRED for effect in effects)


@dataclass(frozen=True, slots=True)
class Axis:
    """From values of a kind to shares of the width."""

    kind: Kind
    low: float
    high: float

    def share(self, value: float) -> float:
        ends = (self._at(self.low), self._at(self.high))
        return MARGIN + (1 - 2 * MARGIN) * (self._at(value) - ends[0]) / (ends[1] - ends[0])

    def x(self, value: float) -> str:
        return f"{100 * self.share(value):.2f}%"

    def span(self, low: float, high: float, middle: float = float("nan")) -> Span:
        """A stretch, cut where it leaves the plot; middle: where within it the value lies."""
        left, right = max(0.0, self.share(low)), min(1.0, self.share(high))
        inside = 50.0 if isnan(middle) else 100 * (self.share(middle) - left) / (right - left)
        return Span(
            f"{100 * left:.2f}%",
            f"{100 * (right - left):.2f}%",
            self.share(low) < 0,
            self.share(high) > 1,
            f"{inside:.1f}",
        )

    def ticks(self) -> list[float]:
        """Round values, the line of no difference among them."""
        if self.kind is Kind.RATIO:
            inside = [ratio for ratio in RATIOS if self.low <= ratio <= self.high]
            every = ceil(len(inside) / MOST_TICKS)
            return inside[inside.index(1.0) % every :: every]
        step = _round_step((self.high - self.low) / (MOST_TICKS - 1))
        return [step * place for place in range(ceil(self.low / step), floor(self.high / step) + 1)]

    def _at(self, value: float) -> float:
        return log(value) if self.kind is Kind.RATIO else value


def draw_forest(together: Together, words: Words) -> Plot:
    """Where everything lies."""
    effects = [study.effect for study in together.forest.studies if study.effect is not None]
    kind = effects[0].kind
    pooled = together.pooled
    values = [end for one in effects for end in (one.value, one.low, one.high) if not isnan(end)]
    axis = _axis(kind, [*values, *((pooled.low, pooled.high) if pooled else ())])
    weights = iter(pooled.weights if pooled else ())
    rows = []
    for study in together.forest.studies:
        if (effect := study.effect) is None:
            continue
        weight = next(weights, float("nan")) if effect.has_interval else float("nan")
        size = SMALLEST_PX if isnan(weight) else max(SMALLEST_PX, SQUARE_PX * weight**0.5)
        span = axis.span(effect.low, effect.high) if effect.has_interval else None
        shown = "" if isnan(weight) else words.percent(weight)
        rows.append(
            Row(
                study,
                short_name(study.source, words),
                _about(study, together.forest.studies),
                axis.x(effect.value),
                round(size, 1),
                round(-size / 2, 1),
                span,
                value_in_words(effect, words),
                interval(effect.low, effect.high, kind, words),
                shown,
            )
        )
    return Plot(
        together=together,
        unit=effect_unit(effects[0], words),
        rows=tuple(rows),
        sum=_sum(pooled, together, axis, words) if pooled else None,
        null=axis.x(kind.null),
        ticks=tuple((axis.x(tick), signed(tick, words, kind)) for tick in axis.ticks()),
    )


def _about(study: Study, studies: Iterable[Study]) -> tuple[Message, ...]:
    """Its outcome where the others have another, its conditions where they differ or nothing else would be said."""
    rows = tuple(studies)
    others = len({str(row.outcome) for row in rows}) > 1
    elsewhere = len({str(row.conditions) for row in rows}) > 1
    conditions = (study.conditions,) if study.conditions and (elsewhere or not others) else ()
    return ((study.outcome,) if others and not elsewhere else ()) + conditions


def _sum(pooled: Pooled, together: Together, axis: Axis, words: Words) -> Sum:
    kind = axis.kind
    first = together.forest.studies[0].effect
    unit = effect_unit(first, words) if first else ""
    others = sorted(signed(one.value, words, kind) for one in (together.looser, together.closer) if one)
    return Sum(
        diamond=axis.span(pooled.low, pooled.high, pooled.value),
        expected=axis.span(pooled.expected_low, pooled.expected_high),
        value=f"{signed(pooled.value, words, kind)} {unit}".strip(),
        ends=interval(pooled.low, pooled.high, kind, words),
        expected_says=interval(pooled.expected_low, pooled.expected_high, kind, words),
        i2=words.percent(pooled.i2),
        robust=" / ".join(dict.fromkeys(others)),
    )


def _axis(kind: Kind, values: Iterable[float]) -> Axis:
    found = [*values, kind.null]
    low, high = float(min(found)), float(max(found))
    if kind is Kind.RATIO:
        return Axis(kind, low * 0.98, high * 1.02)
    room = 0.02 * (high - low)
    return Axis(kind, low - room, high + room)


def _round_step(rough: float) -> float:
    power = 10.0 ** floor(log10(rough))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
