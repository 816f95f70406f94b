"""Why the recording page says what it says: sources, events, the open question, and what a correction has changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isfinite

import numpy as np

from backstride.app.doubt import Doubt
from backstride.app.labels import Moved
from backstride.app.learned import Learned
from backstride.app.recordings import Shown
from backstride.message import Message, say
from backstride.recording import WAYS, Direction, Event, EventKind, FloatArray, Placement, Voice
from backstride.web.page import Page, first_upper
from backstride.web.ribbon import in_words
from backstride.words.events import event_says, is_warning, verdict
from backstride.words.lessons import lessons_in_words
from backstride.words.names import DIRECTIONS, PLACEMENTS, SOURCES

_HEARD = 0.2  # log-odds: weaker, a source did not prefer either
_MOST_LISTED = 200  # of one kind; all of them are in the exports
_MOST_MARKED = 2000
_SHORTEST_TOLD_S = 0.05

# What is most worth knowing stands first.
KINDS: tuple[tuple[EventKind, Message], ...] = (
    (EventKind.FALL, say("Falls")),
    (EventKind.STUMBLE, say("Stumbles")),
    (EventKind.TRANSITION, say("Changes of direction")),
    (EventKind.TURN, say("Turns")),
    (EventKind.GLANCE, say("Glances over the shoulder")),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A source that spoke: why it can tell, and how its words were spread over the time."""

    name: str
    why: str
    says: str


@dataclass(frozen=True, slots=True)
class Happened:
    """An event in the list. `tone` is bad, good or empty."""

    kind: EventKind
    start_s: float
    end_s: float
    start: str
    says: str
    tone: str
    verdict: str
    sure: str
    why: str


@dataclass(frozen=True, slots=True)
class HappenedGroup:
    """All events of one kind; of very many the first are listed."""

    kind: EventKind
    title: str
    rows: tuple[Happened, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Reading:
    """One of two ways to understand the recording."""

    direction: Direction
    share: str
    ribbon: tuple[tuple[float, float, Direction], ...]
    says: str


@dataclass(frozen=True, slots=True)
class Question:
    """Which reading is right; naming the stretch decides it."""

    start_s: float
    end_s: float
    start: str
    end: str
    readings: tuple[Reading, Reading]


@dataclass(frozen=True, slots=True)
class Improvable:
    """Recordings that could be read again with what was learned of one placement."""

    placement: Placement
    says: str


@dataclass(frozen=True, slots=True)
class News:
    """What a correction has changed, in sentences. `teachable`: whether there is a motion sensor to learn of."""

    teachable: bool
    moved: tuple[str, ...]
    learned: tuple[str, ...]
    improvable: tuple[Improvable, ...]


def sources(shown: Shown, page: Page) -> tuple[Source, ...]:
    """The sources of the reasoning, in its order."""
    length = np.diff(shown.reasoning.edge_s)
    return tuple(
        Source(page.words(SOURCES[voice.source]), page.words(voice.why), _spread(voice, length, page))
        for voice in shown.reasoning.voices
    )


def _spread(voice: Voice, length_s: FloatArray, page: Page) -> str:
    """Which way it spoke for how much of the time."""
    odds, total = voice.odds, max(float(length_s.sum()), 1e-9)
    parts = (
        (say("forward {share}"), odds > _HEARD),
        (say("backward {share}"), odds < -_HEARD),
        (say("undecided {share}"), np.abs(odds) <= _HEARD),
        (say("silent {share}"), np.isnan(odds)),
    )
    shares = [(template, float(length_s[where].sum()) / total) for template, where in parts]
    told = [
        page.words(Message(template.template, {"share": page.words.percent(share)}))
        for template, share in shares
        if share >= 0.005
    ]
    return ", ".join(told)


def ways(shown: Shown) -> tuple[Direction, ...]:
    """The directions that were ever thought possible, in the order in which the band stacks them."""
    stacked = (Direction.FORWARD, Direction.TURNING, Direction.SIDEWAYS, Direction.STILL, Direction.BACKWARD)
    chance = shown.reasoning.chance
    if not np.isfinite(chance).any():
        return ()
    most = dict(zip(WAYS, np.nanmax(chance, axis=0), strict=True))
    return tuple(one for one in stacked if most[one] > 0.1)


def happened(events: Iterable[Event], page: Page) -> tuple[HappenedGroup, ...]:
    """The events by kind, what is dangerous first."""
    by_kind: dict[EventKind, list[Event]] = {}
    for event in events:
        by_kind.setdefault(event.kind, []).append(event)
    groups = []
    for kind, title in KINDS:
        there = sorted(by_kind.get(kind, ()), key=lambda event: (not is_warning(event), event.start_s))
        if there:
            rows = tuple(_happened(event, page) for event in there[:_MOST_LISTED])
            groups.append(HappenedGroup(kind, page.words(title), rows, len(there)))
    return tuple(groups)


def _happened(event: Event, page: Page) -> Happened:
    words, judged = page.words, verdict(event)
    tone = "bad" if is_warning(event) else "good" if event.clean else ""
    return Happened(
        kind=event.kind,
        start_s=event.start_s,
        end_s=event.end_s,
        start=words.duration(event.start_s),
        says=first_upper(words(event_says(event))),
        tone=tone,
        verdict=words(judged) if judged else "",
        sure=words.percent(event.confidence) if isfinite(event.confidence) else "",
        # Of a turn and a glance there is no more to say than what it was.
        why="" if event.kind in (EventKind.TURN, EventKind.GLANCE) else first_upper(words(event.why)),
    )


def marked(events: Sequence[Event]) -> list[list[float | str | int]]:
    """Kind, start, end and whether it is a warning, for the marks on the time line; warnings before all others."""
    chosen = sorted(events, key=lambda event: not is_warning(event))[:_MOST_MARKED]
    return [[one.kind.value, round(one.start_s, 2), round(one.end_s, 2), int(is_warning(one))] for one in chosen]


def question(doubt: Doubt | None, duration_s: float, page: Page) -> Question | None:
    """The open question with its two answers side by side."""
    if doubt is None:
        return None
    ahead, behind = (
        Reading(direction, page.words.percent(share), ribbon, _told(ribbon, duration_s, page))
        for direction, share, ribbon in zip(
            (Direction.FORWARD, Direction.BACKWARD), (doubt.forward, 1 - doubt.forward), doubt.readings, strict=True
        )
    )
    start, end = page.words.duration(doubt.start_s), page.words.duration(doubt.end_s)
    return Question(doubt.start_s, doubt.end_s, start, end, (ahead, behind))


def _told(ribbon: Iterable[tuple[float, float, Direction]], duration_s: float, page: Page) -> str:
    seconds: dict[Direction, float] = {}
    for start, end, direction in ribbon:
        seconds[direction] = seconds.get(direction, 0.0) + (end - start) * duration_s
    return in_words(seconds, page.words)


def write_moved(moved: Moved) -> str:
    """What changed, as it travels in the address of the page that is shown next."""
    return ",".join(f"{before}>{after}:{seconds:.1f}" for (before, after), seconds in list(moved.items())[:6])


def read_moved(text: str) -> Moved:
    """The same back; what is not understood is left out."""
    found: dict[tuple[Direction, Direction], float] = {}
    for part in text.split(","):
        pair, _, seconds = part.partition(":")
        before, _, after = pair.partition(">")
        plain = seconds.replace(".", "", 1).isdecimal() and len(seconds) < 12
        if plain and before in set(Direction) and after in set(Direction):
            found[Direction(before), Direction(after)] = float(seconds)
    return found


def news(text: str | None, shown: Shown, learned: Iterable[Learned], page: Page) -> News | None:
    """What the last correction has changed; None where the page is not shown after one."""
    if text is None:
        return None
    moved = read_moved(text)
    lines = [_moved(pair, seconds, page) for pair, seconds in moved.items() if seconds >= _SHORTEST_TOLD_S]
    rows = tuple(_improvable(row, count, page) for row in learned if (count := _others(row, shown.id)))
    teachable = any(row.name == "acceleration" for row in shown.signals)
    return News(teachable, tuple(lines), lessons_in_words(shown.lessons, page.words), rows)


def _moved(pair: tuple[Direction, Direction], seconds: float, page: Page) -> str:
    before, after = (page.words(DIRECTIONS[one]) for one in pair)
    length = f"{page.words.number(seconds, 1)} s" if seconds < 10 else page.words.duration(seconds)
    return page.words(say("{length} changed from {before} to {after}.", length=length, before=before, after=after))


def _others(row: Learned, own: str) -> int:
    return sum(one.id != own for one in row.behind)


def _improvable(row: Learned, count: int, page: Page) -> Improvable:
    place = page.words(PLACEMENTS[row.placement])
    one = say("One other recording with a sensor {place} was read before this was known.", place=place)
    many = say(
        "{count} other recordings with a sensor {place} were read before this was known.", count=count, place=place
    )
    return Improvable(row.placement, page.words(one if count == 1 else many))
