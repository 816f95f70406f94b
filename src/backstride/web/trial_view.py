"""What the pages of tests show: numbers in words, and the history of one side as a small chart.

The chart's height is in pixels and its width in shares, so that its words keep their size on every screen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import ceil, floor, log10

from backstride.assess import Result, Test, Trial
from backstride.message import Message, say
from backstride.recording import Side
from backstride.words import Words
from backstride.words.tests import SIDES, details_of, number_of, value_of

TOP, BOTTOM = 12.0, 132.0
LEFT, RIGHT = 14.0, 96.0
"""The plot, in pixels from above and in percent of the width."""
_TICKS = 3
_STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Spot:
    """A point: percent across, pixels down, and what a pointer reads."""

    x: str
    y: float
    says: str


@dataclass(frozen=True, slots=True)
class Chart:
    """One side under one condition.

    band     top and height of where a change from the first day may be error; None: unknown, or one day only
    results  one a day; raw: every try that counts
    lines    between results: (x1, y1, x2, y2)
    ticks    of the vertical axis: (y, text); ends: first and last day
    """

    title: str
    says: str
    band: tuple[float, float] | None
    results: tuple[Spot, ...]
    raw: tuple[Spot, ...]
    lines: tuple[tuple[str, float, str, float], ...]
    ticks: tuple[tuple[float, str], ...]
    ends: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Tried:
    """A try in a list."""

    id: str
    value: str
    about: str
    counts: bool


def charts(test: Test, found: Sequence[Result], words: Words) -> tuple[Chart, ...]:
    """One for each side and condition, those done last first."""
    places = dict.fromkeys((one.condition, one.side) for one in reversed(found))
    ordered = sorted(places, key=lambda place: (-_last(found, place[0]).toordinal(), place[1].value))
    return tuple(
        _chart(test, [one for one in found if (one.condition, one.side) == place], _title(test, *place, words), words)
        for place in ordered
    )


def tried(test: Test, one: Trial, counted: bool, words: Words) -> Tried:
    """A try as a row."""
    about = [_title(test, one.condition, one.side, words)]
    if one.practice:
        about.append(words(say("practice")))
    elif not counted:
        about.append(words(say("beyond those that count")))
    if one.recording:
        about.append(words(say("from a recording")))
    about += [*details_of(one, words), one.notes]
    return Tried(one.id, value_of(test, one.value, words), " · ".join(part for part in about if part), counted)


def change(test: Test, found: Sequence[Result], words: Words) -> Message | None:
    """From the first day to the last, beside what error alone does; None where there is one day."""
    if len(found) < 2:
        return None
    first, last = found[0], found[-1]
    moved = abs(last.value - first.value)
    told = {
        "first": value_of(test, first.value, words),
        "last": value_of(test, last.value, words),
        "error": value_of(test, first.mdc or 0.0, words),
    }
    if first.mdc is None:
        return say("From {first} to {last}. How much of that is error of the test is unknown.", **told)
    if moved < first.mdc:
        return say("From {first} to {last}: less than the {error} that error alone can make.", **told)
    return say("From {first} to {last}: more than the {error} that error alone makes.", **told)


def _last(found: Sequence[Result], condition: str) -> date:
    return max(one.day for one in found if one.condition == condition)


def _title(test: Test, condition: str, side: Side, words: Words) -> str:
    labels = dict(test.condition.choices) if test.condition else {}
    parts = [words(labels[condition]) if condition in labels else condition]
    parts.append(words(SIDES[side]) if side in SIDES else "")
    return " · ".join(part for part in parts if part)


def _chart(test: Test, found: Sequence[Result], title: str, words: Words) -> Chart:
    first = found[0]
    days = (first.day, found[-1].day)
    shown = [trial.value for one in found for trial in one.counted]
    mdc = first.mdc if len(found) > 1 else None
    if mdc is not None:
        shown += [first.value - mdc, first.value + mdc]
    ticks = _ticks(max(min(shown), test.low), min(max(shown), test.high))
    low, high = ticks[0], ticks[-1]

    def down(value: float) -> float:
        return round(BOTTOM - (BOTTOM - TOP) * (min(max(value, low), high) - low) / (high - low), 1)

    def across(day: date) -> str:
        whole = (days[1] - days[0]).days
        share = (day - days[0]).days / whole if whole else 0.5
        return f"{LEFT + 3 + (RIGHT - LEFT - 6) * share:.2f}%"

    def spot(day: date, value: float) -> Spot:
        return Spot(across(day), down(value), f"{words.date(day)}: {value_of(test, value, words)}")

    results = tuple(spot(one.day, one.value) for one in found)
    moved = change(test, found, words)
    return Chart(
        title=title,
        says=words(moved) if moved else words(say("One day so far.")),
        band=None
        if mdc is None
        else (down(first.value + mdc), round(down(first.value - mdc) - down(first.value + mdc), 1)),
        results=results,
        raw=tuple(spot(one.day, trial.value) for one in found for trial in one.counted if len(one.counted) > 1),
        lines=tuple((one.x, one.y, other.x, other.y) for one, other in pairwise(results)),
        ticks=tuple((down(value), _tick(test, value, words, ticks)) for value in ticks),
        ends=(words.date(days[0]), words.date(days[1]) if days[1] != days[0] else ""),
    )


def _tick(test: Test, value: float, words: Words, ticks: Sequence[float]) -> str:
    step = ticks[1] - ticks[0]
    text = number_of(test, value, words)
    return text if ":" in text else words.number(value, max(0, -floor(log10(step) + 1e-9)) if step < 1 else 0)


def _ticks(low: float, high: float) -> tuple[float, ...]:
    """Round values that hold both ends, three to five of them."""
    wide = max(high - low, abs(high) * 0.05, 0.01)
    rough = wide / (_TICKS - 1)
    power = 10.0 ** floor(log10(rough))
    step = next(one * power for one in _STEPS if one * power >= rough - 1e-12)
    begin = floor(low / step + 1e-9)
    count = max(2, ceil((high / step) - begin - 1e-9))
    return tuple((begin + n) * step for n in range(count + 1))
