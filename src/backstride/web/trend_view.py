"""The geometry of the charts of trends: columns, lines and axes as shares of the width and the height."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10

from backstride.app.trends import Period, Span, Trends
from backstride.message import say
from backstride.plan.compare import Amount
from backstride.web.filters import Filters
from backstride.web.page import Page
from backstride.words.names import DIRECTIONS

MOST_TICKS = 4
MINUTES, HOURS, OF_PLANNED = say("{n} min"), say("{n} h"), say("{done} of {planned}")
# Of the room of a stretch, how much its column takes; of two columns side by side, each half of it.
FILLED = 0.72
_MINUTE, _HOUR = 60.0, 3600.0
_MINUTES = (1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0)
_LABEL_EVERY = {Span.WEEK: 2, Span.MONTH: 1, Span.YEAR: 1}
_MANY = 8  # stretches, of which fewer are labelled


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a column, of one kind: a direction, or "planned" or "done"."""

    kind: str
    x: str
    width: str
    y: str
    height: str


@dataclass(frozen=True, slots=True)
class Column:
    """A stretch of a chart; its room is as high as the plot, so that a thin one can be hit."""

    path: str
    says: str
    x: str
    width: str
    running: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of a line."""

    x: str
    y: str
    says: str


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn over the stretches.

    ticks  position and text of each grid line; at least the one of zero
    lines  corners of each unbroken line in a square of 100 by 100
    """

    columns: tuple[Column, ...]
    ticks: tuple[tuple[str, str], ...]
    labels: tuple[tuple[str, str], ...]
    lines: tuple[str, ...] = ()
    dots: tuple[Dot, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.dots or any(column.pieces for column in self.columns))


def by_direction(found: Trends, page: Page) -> Chart:
    """Recorded time, directions on top of each other: backward at the bottom, where it is compared best."""
    most = max(sum(one.recorded.seconds.values()) for one in found.periods)
    scale = _time_scale(most, page)
    columns = tuple(
        _column(
            found, number, page, page.show(one.recorded.duration_s, "s", "time_s"), _stack(found, number, scale.top)
        )
        for number, one in enumerate(found.periods)
    )
    return Chart(columns, scale.ticks, _labels(found, page))


def planned_beside_done(
    found: Trends, page: Page, of: Callable[[Amount | None], float], done_as: str, *, seconds: bool
) -> Chart:
    """Two columns a stretch: planned as an outline, done filled. of: what is compared, seconds or a count."""
    values = [(of(one.planned), of(one.done)) for one in found.periods]
    most = max(map(max, values))
    scale = _time_scale(most, page) if seconds else _count_scale(most, page)
    columns = []
    for number, (planned, done) in enumerate(values):
        left, width = _place(found, number, FILLED)
        pieces = [
            _piece(kind, left + at * width / 2, width / 2, 0.0, value / scale.top)
            for at, (kind, value) in enumerate((("planned", planned), (done_as, done)))
            if value > 0
        ]
        texts = [str(page.show(one, "s", "time_s")) if seconds else page.words.number(one) for one in (done, planned)]
        says = page.words(OF_PLANNED.template, done=texts[0], planned=texts[1])
        columns.append(_column(found, number, page, says, pieces))
    return Chart(tuple(columns), scale.ticks, _labels(found, page))


def load_line(found: Trends, page: Page) -> Chart:
    """A dot for each stretch with rated sessions, joined where they follow each other."""
    scale = _count_scale(max((one.load or 0.0 for one in found.periods), default=0.0), page)
    dots: list[Dot] = []
    lines: list[list[str]] = [[]]
    for number, one in enumerate(found.periods):
        if one.load is None:
            lines.append([])
            continue
        x, y = 100 * _middle(found, number), 100 * (1 - one.load / scale.top)
        lines[-1].append(f"{x:.2f},{y:.2f}")
        dots.append(Dot(f"{x:.2f}%", f"{y:.2f}%", f"{name_of(found.span, one, page)}: {page.words.number(one.load)}"))
    joined = tuple(" ".join(corners) for corners in lines if len(corners) > 1)
    return Chart((), scale.ticks, _labels(found, page), joined, tuple(dots))


def name_of(span: Span, period: Period, page: Page) -> str:
    """What a stretch is called where it stands alone."""
    if span is Span.WEEK:
        return f"{page.words.day_of_month(period.first)} \N{EN DASH} {page.words.day_of_month(period.last)}"
    return page.words.month(period.first) if span is Span.MONTH else str(period.first.year)


def recordings_path(period: Period, page: Page) -> str:
    """The list of the recordings of a stretch."""
    dates = Filters(since=period.first.isoformat(), until=period.last.isoformat())
    return page.url(f"/recordings{dates.address()}")


@dataclass(frozen=True, slots=True)
class _Scale:
    top: float
    ticks: tuple[tuple[str, str], ...]


def _time_scale(most: float, page: Page) -> _Scale:
    """Seconds: minutes at the axis up to two hours, hours above."""
    if most <= 2 * _HOUR:
        step = next((one for one in _MINUTES if one * _MINUTE * MOST_TICKS >= most), _MINUTES[-1])
        return _scale(
            most,
            step * _MINUTE,
            lambda value: page.words(MINUTES.template, n=page.words.number(value / _MINUTE)),
            _MINUTE,
        )
    step = _round_step(most / _HOUR / MOST_TICKS) * _HOUR
    return _scale(most, step, lambda value: page.words(HOURS.template, n=page.words.number(value / _HOUR)), _HOUR)


def _count_scale(most: float, page: Page) -> _Scale:
    return _scale(most, max(1.0, _round_step(most / MOST_TICKS)), page.words.number, 1.0)


def _scale(most: float, step: float, name: Callable[[float], str], least: float) -> _Scale:
    count = max(1, ceil(most / step - 1e-9))
    top = count * step
    return _Scale(max(top, least), tuple((f"{100 * (1 - n / count):.2f}%", name(n * step)) for n in range(count + 1)))


def _round_step(rough: float) -> float:
    """The next of 1, 2, 5, 10, ... from there on."""
    if rough <= 1:
        return 1.0
    power = 10.0 ** floor(log10(rough))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)


def _stack(found: Trends, number: int, top: float) -> list[Piece]:
    left, width = _place(found, number, FILLED)
    pieces, at = [], 0.0
    for direction in DIRECTIONS:
        share = found.periods[number].recorded.seconds[direction] / top
        if share > 0:
            pieces.append(_piece(direction.value, left, width, at, share))
        at += share
    return pieces


def _piece(kind: str, x: float, width: float, bottom: float, height: float) -> Piece:
    return Piece(
        kind, f"{100 * x:.2f}%", f"{100 * width:.2f}%", f"{100 * (1 - bottom - height):.2f}%", f"{100 * height:.2f}%"
    )


def _column(found: Trends, number: int, page: Page, amount: object, pieces: Iterable[Piece]) -> Column:
    one = found.periods[number]
    left, width = _place(found, number, 1.0)
    return Column(
        recordings_path(one, page),
        f"{name_of(found.span, one, page)}: {amount}",
        f"{100 * left:.2f}%",
        f"{100 * width:.2f}%",
        one.running,
        tuple(pieces),
    )


def _place(found: Trends, number: int, filled: float) -> tuple[float, float]:
    """Where a column begins, and how wide it is."""
    room = 1 / len(found.periods)
    return (number + (1 - filled) / 2) * room, filled * room


def _middle(found: Trends, number: int) -> float:
    return (number + 0.5) / len(found.periods)


def _labels(found: Trends, page: Page) -> tuple[tuple[str, str], ...]:
    """Under every few stretches, counted from the newest."""
    every = _LABEL_EVERY[found.span] * (2 if len(found.periods) > _MANY else 1)
    last = len(found.periods) - 1
    return tuple(
        (f"{100 * _middle(found, number):.2f}%", _short(found.span, one.first, page))
        for number, one in enumerate(found.periods)
        if (last - number) % every == 0
    )


def _short(span: Span, first: date, page: Page) -> str:
    if span is Span.WEEK:
        return page.words.day_of_month(first)
    return page.words.month_name(first) if span is Span.MONTH else str(first.year)
