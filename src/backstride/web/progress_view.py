"""A claim's card as it is shown: its words, its numbers, and where each try lies in the plot."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import floor, log10

from backstride.app.progress import Card, Judged
from backstride.assess import Test
from backstride.message import Message, say
from backstride.progress.points import Part
from backstride.progress.power import Outlook
from backstride.progress.verdict import Word
from backstride.web.page import Page
from backstride.words.progress import (
    CAUTIONS,
    PARTS,
    SAYS,
    VERDICTS,
    amount,
    hint_in_words,
    likely,
    reach,
    tick,
    unit_shown,
)

HIGH = 184.0  # px
_TOP, _BOTTOM = 20.0, 12.0
_LEFT, _RIGHT = 13.0, 97.0  # percent: labels stand left of the tries
_TICKS = 4


@dataclass(frozen=True, slots=True)
class Dot:
    """A try: x in percent of the width, y in px from the top."""

    x: float
    y: float
    part: Part
    says: str


@dataclass(frozen=True, slots=True)
class Level:
    """The mean of a side, from x1 to x2."""

    x1: float
    x2: float
    y: float


@dataclass(frozen=True, slots=True)
class Band:
    """Where the level after lies, nine times of ten, as the level before and the change say."""

    x: float
    width: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Plot:
    """Everything with its place. began, worked: x of the first backward session and of the one that was enough."""

    dots: tuple[Dot, ...]
    ticks: tuple[tuple[float, str], ...]
    before: Level | None
    after: Level | None
    band: Band | None
    began: float | None
    unit: str
    first: str
    last: str
    says: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A card in the reader's words; empty text: nothing to say."""

    card: Card
    name: Message
    by: str
    to_test: str
    word: Word
    word_says: Message
    says: Message
    change: str
    ends: str
    chance: str
    limit: str
    limit_known: bool
    counts: tuple[int, int]
    levels: str
    hint: Message
    missed: bool
    beware: Message
    cautions: tuple[Message, ...]
    adjusted: tuple[Message, ...]
    plot: Plot | None
    rows: tuple[tuple[str, str, str], ...]


_ADJUSTED = {
    "hour": say("time of day"), "temperature": say("temperature"), "grade": say("slope"), "surface": say("ground"),
}  # fmt: skip


def shown(card: Card, judged: Judged, page: Page) -> Shown:
    """A card as this reader sees it."""
    measure, words = card.outcome.measure, page.words
    imperial = page.preferences.imperial
    found, verdict = card.change, card.verdict
    told = found is not None and verdict.word is not Word.EARLY
    levels = [amount(measure, one, words, imperial=imperial) for one in card.level if one is not None]
    return Shown(
        card=card,
        name=measure.name,
        by=card.condition,
        to_test=f"/progress/tests/{measure.key}" if isinstance(measure, Test) else "",
        word=verdict.word,
        word_says=VERDICTS[verdict.word],
        says=SAYS[verdict.word],
        change=amount(measure, found.value, words, imperial=imperial, signed=True) if told and found else "",
        ends=reach(measure, found.low, found.high, words, imperial=imperial, signed=True) if told and found else "",
        chance=likely(max(verdict.better, verdict.worse), words) if told else "",
        limit=amount(measure, verdict.limit, words, imperial=imperial) if told else "",
        limit_known=card.mdc is not None,
        counts=_counts(card),
        levels=" → ".join(levels) if len(levels) > 1 else "",
        hint=hint_in_words(card.hint, card.outcome),
        missed=card.hint.outlook is Outlook.BASELINE,
        beware=card.outcome.beware,
        cautions=tuple(CAUTIONS[one] for one in card.cautions) if told else (),
        adjusted=_adjusted(found.adjusted) if told and found else (),
        plot=plot(card, judged, page) if len(card.tried) > 1 else None,
        rows=tuple(
            (words.day(one.day), amount(measure, one.value, words, imperial=imperial), words(PARTS[one.part]))
            for one in card.tried
        ),
    )


def plot(card: Card, judged: Judged, page: Page) -> Plot:
    """Where everything lies. The days of the tries span the width; the values, with the band, the height."""
    measure, words = card.outcome.measure, page.words
    first, last = card.tried[0].day, card.tried[-1].day
    values = [one.value for one in card.tried]
    ends = _band_ends(card)
    low, high = _range(values, ends)
    across, up = _Across(first, last), _Up(low, high)
    sides = {part: [one for one in card.tried if one.part is part] for part in (Part.BEFORE, Part.AFTER)}
    lines = [
        Level(across(rows[0].day) - 1.5, across(rows[-1].day) + 1.5, up(level)) if rows and level is not None else None
        for rows, level in zip(sides.values(), card.level, strict=True)
    ]
    after = sides[Part.AFTER]
    band = None
    if ends is not None and after:
        x, top, bottom = across(after[0].day) - 1.5, up(min(ends[1], high)), up(max(ends[0], low))
        band = Band(x, across(after[-1].day) + 1.5 - x, top, max(2.0, bottom - top))
    imperial = page.preferences.imperial
    began = judged.began if judged.began and first < judged.began < last and not card.outcome.skill else None
    return Plot(
        dots=tuple(
            Dot(across(one.day), up(one.value), one.part,
                f"{words.day(one.day)}: {amount(measure, one.value, words, imperial=imperial)}")
            for one in card.tried
        ),
        ticks=tuple((up(one), tick(measure, one, words, imperial=imperial)) for one in _ticks(low, high)),
        unit=unit_shown(measure, words, imperial=imperial),
        before=lines[0], after=lines[1], band=band,
        began=across(began) if began else None,
        first=words.day(first), last=words.day(last),
        says=_says(card, page),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Across:
    first: date
    last: date

    def __call__(self, day: date) -> float:
        days = (self.last - self.first).days
        share = (day - self.first).days / days if days else 0.5
        return round(_LEFT + (_RIGHT - _LEFT) * share, 2)


@dataclass(frozen=True, slots=True)
class _Up:
    low: float
    high: float

    def __call__(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return round(_TOP + (HIGH - _TOP - _BOTTOM) * (1.0 - share), 1)


def _adjusted(names: Iterable[str]) -> tuple[Message, ...]:
    """What was taken in; each kind of ground is one of them, said once."""
    kinds = dict.fromkeys(name.split()[0] for name in names)
    return tuple(_ADJUSTED[kind] for kind in kinds if kind in _ADJUSTED)


def _counts(card: Card) -> tuple[int, int]:
    parts = [one.part for one in card.tried]
    return parts.count(Part.BEFORE), parts.count(Part.AFTER)


def _band_ends(card: Card) -> tuple[float, float] | None:
    start = card.level[0]
    if card.change is None or start is None or card.verdict.word is Word.EARLY:
        return None
    return start + card.change.low, start + card.change.high


def _range(values: Iterable[float], ends: tuple[float, float] | None) -> tuple[float, float]:
    """All tries, and of the band as much as the tries span once more: a wide one is cut, not let flatten them."""
    found = list(values)
    low, high = min(found), max(found)
    room = (high - low) or abs(high) * 0.1 or 1.0
    if ends is not None:
        low, high = min(low, max(ends[0], low - room)), max(high, min(ends[1], high + room))
    edge = 0.06 * ((high - low) or room)
    return low - edge, high + edge


def _ticks(low: float, high: float) -> list[float]:
    rough = (high - low) / _TICKS
    power = 10.0 ** floor(log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    first = floor(low / step) + 1
    return [step * number for number in range(first, floor(high / step) + 1)]


def _says(card: Card, page: Page) -> str:
    """The plot for who cannot see it."""
    before, after = _counts(card)
    return page.words(
        say("{n} tries before training and {m} after; the table below holds all of them", n=before, m=after)
    )
