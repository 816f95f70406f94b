"""What the recording page shows, made from what the application knows: rows of plain values for the templates."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf, isfinite

from backstride.message import Message, say
from backstride.recording import Bout, Direction, Gait, Grade, Lap, MetricValue, Spoke
from backstride.web.page import Page
from backstride.web.ribbon import in_words
from backstride.words import MISSING
from backstride.words.names import GAITS, SOURCES
from backstride.words.quantities import Shown

# The direction this is all about stands first.
ORDER = (
    Direction.BACKWARD,
    Direction.FORWARD,
    Direction.SIDEWAYS,
    Direction.TURNING,
    Direction.STILL,
    Direction.UNKNOWN,
)
# The whole recording in a few numbers; distance and the rest are in the table.
MAIN = ("elapsed_s", "distance_m", "moving_s")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is always drawn: value, unit, spread below, and the reason where there is none."""

    label: str
    shown: Shown
    spread: str = ""
    spread_of: str = ""
    reason: str = ""
    grade: Grade = Grade.MEASURED


@dataclass(frozen=True, slots=True)
class MetricRow:
    """A row of the table by direction; a cell is None where the metric does not exist for that direction."""

    label: str
    grade: Grade
    cells: tuple[Number | None, ...]


@dataclass(frozen=True, slots=True)
class DirectionTable:
    directions: tuple[Direction, ...]
    rows: tuple[MetricRow, ...]
    missing: tuple["Missing", ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """Metrics that could not be measured for one and the same reason."""

    labels: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Said:
    """What one source said about a bout."""

    source: str
    direction: Direction
    share: str
    why: str


@dataclass(frozen=True, slots=True)
class Found:
    """A bout in the list of what was found."""

    start_s: float
    start: str
    end: str
    length: str
    direction: Direction
    gait: str
    share: str
    confidence: float
    by_user: bool
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A bout in the picture of confidence over time: the surer, the higher. Places are percentages."""

    direction: Direction
    x: str
    width: str
    y: str
    height: str


@dataclass(frozen=True, slots=True)
class LapRow:
    name: str
    start_s: float
    start: str
    length: str
    distance: Shown
    speed: Shown
    ribbon: tuple[tuple[float, float, Direction], ...]
    says: str


def number(metric: MetricValue, page: Page) -> Number:
    """A metric in the reader's units."""
    shown = page.show(metric.value, metric.unit, metric.key)
    spread = ""
    if isfinite(metric.value) and isfinite(metric.low) and isfinite(metric.high):
        low, high = (page.show(end, metric.unit, metric.key).text for end in (metric.low, metric.high))
        # A pace is the smaller number at the faster end.
        ends = (high, low) if shown.unit.startswith("min/") else (low, high)
        spread = "" if MISSING in ends else "–".join(ends)
    reason = metric.reason if not isfinite(metric.value) else say("too slow for a pace")
    return Number(
        label(metric, page),
        shown,
        spread,
        page.words(metric.spread) if metric.spread else "",
        page.words(reason) if reason and shown.text == MISSING else "",
        metric.grade,
    )


def label(metric: MetricValue, page: Page) -> str:
    """What a metric is called; a speed shown as minutes per kilometre is a pace."""
    return page.words(say("Pace") if metric.unit == "m/s" and page.preferences.pace else metric.label)


def main_numbers(metrics: Sequence[MetricValue], page: Page) -> tuple[Number, ...]:
    """Duration, distance and moving time of the whole recording; not what the table below tells the lack of."""
    whole = {metric.key: metric for metric in metrics if metric.direction is None}
    told = {metric.key for metric in metrics if metric.direction is not None}
    return tuple(
        number(whole[key], page) for key in MAIN if key in whole and (isfinite(whole[key].value) or key not in told)
    )


def other_numbers(metrics: Iterable[MetricValue], page: Page) -> tuple[Number, ...]:
    """The whole recording's numbers that are not among the main ones and could be measured."""
    return tuple(
        number(metric, page)
        for metric in metrics
        if metric.direction is None and metric.key not in MAIN and isfinite(metric.value)
    )


def table(metrics: Sequence[MetricValue], page: Page) -> DirectionTable:
    """Rows metrics, columns the directions there are; what could not be measured anywhere is told below the rows."""
    there = {metric.direction for metric in metrics if metric.direction}
    directions = tuple(direction for direction in ORDER if direction in there)
    by_key: dict[str, dict[Direction, MetricValue]] = {}
    for metric in metrics:
        if metric.direction:
            by_key.setdefault(metric.key, {})[metric.direction] = metric
    rows: list[MetricRow] = []
    missing: dict[str, list[str]] = {}
    for cells in by_key.values():
        one = next(iter(cells.values()))
        if any(isfinite(metric.value) for metric in cells.values()):
            numbers = tuple(number(cells[d], page) if d in cells else None for d in directions)
            rows.append(MetricRow(label(one, page), one.grade, numbers))
        else:
            missing.setdefault(number(one, page).reason, []).append(label(one, page))
    reasons = tuple(Missing(tuple(labels), reason) for reason, labels in missing.items())
    return DirectionTable(directions, tuple(rows), reasons)


def seconds_by_direction(bouts: Iterable[Bout], start_s: float = 0.0, end_s: float = inf) -> Mapping[Direction, float]:
    """Seconds between two moments in each direction there is, in the order of the page."""
    sums = dict.fromkeys(ORDER, 0.0)
    for bout in bouts:
        sums[bout.direction] += max(0.0, min(bout.end_s, end_s) - max(bout.start_s, start_s))
    return {direction: seconds for direction, seconds in sums.items() if seconds > 0}


def found(bouts: Iterable[Bout], page: Page, most: int) -> tuple[tuple[Found, ...], int]:
    """The first bouts, with what each source said, and how many more there are.

    What is unknown on end is one row, whatever the gait.
    """
    rows = _unknown_joined(bouts)
    return tuple(_found(bout, page) for bout in rows[:most]), max(0, len(rows) - most)


def _unknown_joined(bouts: Iterable[Bout]) -> list[Bout]:
    rows: list[Bout] = []
    for bout in bouts:
        last = rows[-1] if rows else bout
        if rows and bout.direction is last.direction is Direction.UNKNOWN:
            gait = bout.gait if bout.gait is last.gait else Gait.NONE
            rows[-1] = replace(last, end_s=bout.end_s, gait=gait, evidence=last.evidence or bout.evidence)
        else:
            rows.append(bout)
    return rows


def _found(bout: Bout, page: Page) -> Found:
    words = page.words
    return Found(
        start_s=bout.start_s,
        start=words.duration(bout.start_s),
        end=words.duration(bout.end_s),
        length=words.duration(bout.end_s - bout.start_s),
        direction=bout.direction,
        gait=words(GAITS[bout.gait]) if bout.gait is not Gait.NONE else "",
        share=words.percent(bout.confidence) if bout.direction is not Direction.UNKNOWN else "",
        confidence=bout.confidence,
        by_user=any(one.source is Spoke.USER for one in bout.evidence),
        said=tuple(
            Said(words(SOURCES[one.source]), one.says, words.percent(one.confidence), words(one.why))
            for one in bout.evidence
        ),
    )


def confidence(bouts: Iterable[Bout], duration_s: float) -> tuple[Block, ...]:
    """The bouts as blocks: 0.5 (no idea) is a sliver at the bottom, 1 (certain) fills the height."""
    blocks = []
    for bout in bouts if duration_s > 0 else ():
        height = 100 * max(0.06, min(1.0, 2 * bout.confidence - 1))
        x, width = (100 * seconds / duration_s for seconds in (bout.start_s, bout.end_s - bout.start_s))
        blocks.append(Block(bout.direction, f"{x:.2f}%", f"{width:.2f}%", f"{100 - height:.0f}%", f"{height:.0f}%"))
    return tuple(blocks)


def ribbon(bouts: Iterable[Bout], start_s: float, end_s: float) -> tuple[tuple[float, float, Direction], ...]:
    """The directions between two moments as shares of that stretch; neighbours of one direction are one piece."""
    pieces: list[tuple[float, float, Direction]] = []
    span = end_s - start_s
    for bout in bouts:
        if span <= 0 or bout.end_s <= start_s or bout.start_s >= end_s:
            continue
        first = (max(bout.start_s, start_s) - start_s) / span
        if pieces and pieces[-1][2] is bout.direction:
            first = pieces.pop()[0]
        pieces.append((first, (min(bout.end_s, end_s) - start_s) / span, bout.direction))
    return tuple(pieces)


def laps(rows: Iterable[Lap], bouts: Sequence[Bout], page: Page) -> tuple[LapRow, ...]:
    """The laps, each with its speed and its own small ribbon."""
    return tuple(
        LapRow(
            name=lap.name or page.words(say("Lap {number}", number=count)),
            start_s=lap.start_s,
            start=page.words.duration(lap.start_s),
            length=page.words.duration(lap.end_s - lap.start_s),
            distance=page.show(lap.distance_m, "m", "distance_m"),
            speed=page.show(lap.distance_m / max(lap.end_s - lap.start_s, 1e-9), "m/s"),
            ribbon=ribbon(bouts, lap.start_s, lap.end_s),
            says=in_words(seconds_by_direction(bouts, lap.start_s, lap.end_s), page.words),
        )
        for count, lap in enumerate(rows, 1)
    )


def advice(bouts: Sequence[Bout], has_imu: bool) -> Message | None:
    """What to do where nothing was found out about direction; None where something was."""
    if any(bout.direction not in (Direction.UNKNOWN, Direction.STILL) for bout in bouts):
        return None
    if has_imu:
        return say(
            "The motion sensor's signal did not show a direction clearly. Say where the sensor sat (under Name and "
            "notes), or mark the stretches you ran backward."
        )
    return say(
        "This recording has no motion sensor, so nothing in it shows which way you faced. Mark the stretches you ran "
        "backward; next time record with the phone in the trouser pocket, or press lap when you turn."
    )
