"""Load by week as rows and columns for the page of the heart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite

from backstride.app.heart import COMPARED, GAITS
from backstride.app.load import WeekLoad, by_direction
from backstride.message import Message, say
from backstride.physiology.load import Way, effort_goes_with, is_monotonous
from backstride.recording import Direction
from backstride.web.heart_view import Ground, grounds_of
from backstride.web.page import Page
from backstride.web.plot import Scale, Tick
from backstride.words import MISSING
from backstride.words.names import GAITS as GAIT_NAMES

MINUTE_S = 60.0
_WAYS = tuple((way, gait) for way in COMPARED for gait in GAITS)


@dataclass(frozen=True, slots=True)
class Column:
    """A week of the chart: its pieces from the bottom up, as (direction, y, height)."""

    x: str
    pieces: tuple[tuple[str, str, str], ...]
    label: str
    says: str


@dataclass(frozen=True, slots=True)
class WeekRow:
    """A week in the table."""

    first: str
    effort: str
    unrated: int
    monotony: str
    monotonous: bool
    strain: str
    heart: str
    banister: str
    backward: str
    run: str
    steps: str
    change: str


@dataclass(frozen=True, slots=True)
class WayColumn:
    """A direction and gait, as a heading."""

    direction: Direction
    gait: Message


@dataclass(frozen=True, slots=True)
class WaysRow:
    """A week by direction and gait: minutes, and load on the heart, as text for each heading."""

    first: str
    cells: tuple[tuple[str, str], ...]


def week_ways(weeks: Sequence[WeekLoad], page: Page) -> tuple[tuple[WayColumn, ...], tuple[WaysRow, ...]]:
    """Headings of those directions and gaits that were gone at all, and the weeks in which any was, newest first."""
    gone = [way for way in _WAYS if any(one.week.seconds.get(way) for one in weeks)]
    rows = (
        WaysRow(page.words.date(one.first), tuple(_cell(one, way, page) for way in gone))
        for one in reversed(weeks)
        if any(one.week.seconds.get(way) for way in gone)
    )
    return tuple(WayColumn(direction, GAIT_NAMES[gait]) for direction, gait in gone), tuple(rows)


def week_columns(weeks: Sequence[WeekLoad], page: Page) -> tuple[tuple[Column, ...], tuple[Tick, ...]]:
    """Load on the heart by direction, and the ticks of its axis; none where no week has any."""
    totals = [sum(one.week.edwards.values()) for one in weeks]
    if not any(totals):
        return (), ()
    height = Scale(0.0, 1.06 * max(totals), flip=True)
    width = 100 / len(weeks)
    columns = []
    for number, (one, total) in enumerate(zip(weeks, totals, strict=True)):
        loads = by_direction(one.week.edwards)
        known = {d: loads.get(d, 0.0) for d in COMPARED}
        unknown = loads.get(Direction.UNKNOWN, 0.0)
        rest = total - sum(known.values()) - unknown
        pieces, below = [], 0.0
        for kind, amount in (*((d.value, v) for d, v in known.items()), ("unknown", unknown), ("still", rest)):
            if amount > 1e-6:
                top = height.share(below + amount)
                pieces.append((kind, f"{top:.2f}%", f"{height.share(below) - top:.2f}%"))
                below += amount
        says = page.words(
            say(
                "Week of {day}: {backward} backward, {forward} forward, {rest} at rest and else",
                day=page.words.date(one.first),
                backward=page.words.number(known[Direction.BACKWARD]),
                forward=page.words.number(known[Direction.FORWARD]),
                rest=page.words.number(total - sum(known.values())),
            )
        )
        label = f"{one.first.day}.{one.first.month}." if page.words.language == "de" else _short(one.first, page)
        columns.append(Column(f"{width * (number + 0.18):.2f}%", tuple(pieces), label, says))
    ticks = tuple(Tick(height.at(value), page.words.number(value)) for value in height.ticks(4) if value > 0)
    return tuple(columns), ticks


def week_rows(weeks: Sequence[WeekLoad], page: Page) -> tuple[WeekRow, ...]:
    """Newest first; weeks in which nothing was done stand there too, for a week off counts."""
    made = []
    for number, one in enumerate(weeks):
        before = weeks[number - 1].week.tissue.backward_s if number else None
        made.append(_week_row(one, before, page))
    return tuple(reversed(made))


def evidence_of_load() -> tuple[Ground, ...]:
    return grounds_of(effort_goes_with())


def _week_row(one: WeekLoad, before_s: float | None, page: Page) -> WeekRow:
    words, week = page.words, one.week
    heart = sum(week.edwards.values())
    minutes = week.tissue.backward_s / MINUTE_S
    change = ""
    if before_s is not None and (before_s or week.tissue.backward_s):
        by = round((week.tissue.backward_s - before_s) / MINUTE_S)
        change = f"{'+' if by > 0 else '−' if by < 0 else '±'}{words.number(abs(by))}"
    return WeekRow(
        words.date(one.first),
        words.number(week.total) if week.rated else MISSING,
        week.unrated,
        words.number(week.monotony, 1) if isfinite(week.monotony) else MISSING,
        is_monotonous(week.effort),
        words.number(week.strain) if isfinite(week.strain) else MISSING,
        words.number(heart) if heart else MISSING,
        words.number(sum(week.banister.values())) if week.banister is not None else MISSING,
        words.number(minutes, 0 if minutes >= 10 else 1) if minutes else MISSING,
        words.number(week.tissue.run_s / MINUTE_S) if week.tissue.run_s else MISSING,
        words.number(week.tissue.steps) if week.tissue.steps else MISSING,
        change,
    )


def _cell(one: WeekLoad, way: Way, page: Page) -> tuple[str, str]:
    minutes, load = one.week.seconds.get(way, 0.0) / MINUTE_S, one.week.edwards.get(way, 0.0)
    return (
        page.words.number(minutes, 0 if minutes >= 10 else 1) if minutes else MISSING,
        page.words.number(load) if load else MISSING,
    )


def _short(day: date, page: Page) -> str:
    """Day and month, as short as they can be."""
    return page.words.day(day).partition(" ")[2]
