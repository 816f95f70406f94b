"""The heart as rows for templates: on the recording page and on the page of the heart over time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from backstride.app.heart import COMPARED, AtPace, HeartHistory, HeartOf, Person, Series, Way, is_provisional
from backstride.evidence import Claim
from backstride.evidence.table import key_of
from backstride.message import Message, say
from backstride.physiology.known import How, Known, misread
from backstride.physiology.pace import FEWEST, Line, studied_step
from backstride.physiology.zones import ZONES, Basis, grounds
from backstride.recording import Direction, Gait, Grade
from backstride.web.page import Page, first_upper
from backstride.web.plot import Curve, Dot, Plot, Scale, Tick, kind_of, path_of, scale
from backstride.words import MISSING
from backstride.words.heart import BASES, FAULTS, HOW, ZONE_NAMES
from backstride.words.names import DIRECTIONS, GAITS

_STEPS = 40  # of a line and its band
_MOST_DOTS = 400


@dataclass(frozen=True, slots=True)
class Bar:
    """One direction in one zone: share of the longest bar as a percentage, and the time in words."""

    direction: Direction
    width: str
    time: str


@dataclass(frozen=True, slots=True)
class ZoneRow:
    """A zone; ends: the heart rates it holds, by direction where they differ."""

    number: int
    name: Message
    ends: tuple[str, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class WayRow:
    """Numbers of one direction, as text; empty where there are none."""

    direction: Direction
    mean: str
    top: str
    time: str
    edwards: str
    banister: str
    drift: str
    recovery: str


@dataclass(frozen=True, slots=True)
class Ground:
    """A claim with its grade, to be linked."""

    key: str
    grade: Grade
    says: Message


@dataclass(frozen=True, slots=True)
class KnownRow:
    """Highest or resting rate: value, range, where it is from, and the recording that shows it."""

    value: str
    spread: str
    how: str
    seen: str
    recording: str
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Paced:
    """Heart rate at one pace over time: a chart, and the same as rows."""

    gait: str
    plot: Plot
    series: tuple["SeriesRow", ...]


@dataclass(frozen=True, slots=True)
class SeriesRow:
    direction: Direction
    pace: str
    rows: tuple[tuple[str, str, str], ...]


def recording_context(found: HeartOf, page: Page) -> dict[str, object]:
    """The names that recording_heart.html uses."""
    return {
        "heart_any": found.any,
        "heart_zones": _zones(found.ways, page),
        "heart_ways": tuple(_way(way, found, page) for way in found.ways),
        "heart_has": _has(found),
        "heart_left_out": tuple(
            page.words(FAULTS[fault], time=page.words.duration(seconds))
            for fault, seconds in found.heard.left_out.items()
            if seconds >= 1
        ),
        "heart_from_beats": found.heard.from_beats,
        "heart_provisional": is_provisional(found.person),
        "heart_highest": page.words.number(found.person.highest.bpm),
        "heart_basis": page.words(BASES[found.person.told.basis]),
        "heart_grounds": grounds_of(grounds(found.person.told.basis)),
        "heart_plot": _line_plot(found, page),
        "heart_no_line": _no_line(found),
        "heart_step": _step(found, page),
    }


def known_row(known: Known, page: Page) -> KnownRow:
    words = page.words
    spread = ""
    if known.low < known.high and known.how is not How.SAID:
        spread = f"{words.number(known.low)}–{words.number(known.high)}"
    seen = ""
    if known.seen is not None:
        seen = words(
            say("{bpm} in a recording of {day}", bpm=words.number(known.seen.bpm), day=words.date(known.seen.day))
        )
    return KnownRow(
        words.number(known.bpm),
        spread,
        words(HOW[known.how]),
        seen,
        known.seen.recording if known.seen else "",
        grounds_of(known.claims),
    )


def grounds_of(claims: Iterable[Claim]) -> tuple[Ground, ...]:
    return tuple(Ground(key_of(claim), claim.grade, claim.says) for claim in claims)


def current_zones(person: Person, page: Page) -> tuple[ZoneRow, ...]:
    """The zones of today, without bars. Two columns where going backward has its own."""
    directions = COMPARED if person.told.backward else (Direction.FORWARD,)
    return tuple(
        ZoneRow(number, ZONE_NAMES[number], tuple(_ends(person.zones(d), number, page) for d in directions), ())
        for number in range(ZONES, 0, -1)
    )


def paced(found: HeartHistory, page: Page) -> tuple[Paced, ...]:
    """One chart a gait, backward and forward in it. A single point is no line, but it is shown."""
    made = []
    for gait in (Gait.RUN, Gait.WALK):
        series = [one for one in found.series if one.gait is gait]
        if any(len(one.rows) > 1 for one in series):
            rows = tuple(_series_row(one, page) for one in series)
            made.append(Paced(first_upper(page.words(GAITS[gait])), _paced_plot(series, page), rows))
    return tuple(made)


def misreadings() -> tuple[Ground, ...]:
    return grounds_of(misread(gait) for gait in (Gait.WALK, Gait.RUN))


def _zones(ways: Sequence[Way], page: Page) -> tuple[ZoneRow, ...]:
    """Zones five to one, then what lies below; bars of the directions there are. Empty without a heart rate."""
    if not ways:
        return ()
    longest = max(max(way.zones) for way in ways)
    rows = []
    for number in range(ZONES, -1, -1):
        bars = tuple(
            Bar(way.direction, f"{100 * way.zones[number] / longest:.2f}%", _time(way.zones[number], page))
            for way in ways
        )
        ends = tuple(dict.fromkeys(_ends(way.bounds, number, page) for way in ways))
        rows.append(ZoneRow(number, ZONE_NAMES[number], ends, bars))
    return tuple(rows)


def _time(seconds: float, page: Page) -> str:
    return page.words.duration(seconds) if seconds >= 1 else MISSING


def _ends(bounds: Sequence[float], number: int, page: Page) -> str:
    """The whole heart rates of a zone."""
    words = page.words
    first = [-(-int(bound * 1000) // 1000) for bound in bounds]
    if number == 0:
        return words(say("below {bpm}", bpm=words.number(first[0])))
    if number == ZONES:
        return words(say("from {bpm}", bpm=words.number(first[-1])))
    return f"{words.number(first[number - 1])}–{words.number(first[number] - 1)}"


def _way(way: Way, found: HeartOf, page: Page) -> WayRow:
    words = page.words
    drifts = [one for one in found.drifts if one.direction is way.direction]
    falls = [one.fell_bpm for one in found.recoveries if one.direction is way.direction]
    longest = max(drifts, key=lambda one: one.end_s - one.start_s, default=None)
    drift = "" if longest is None else f"{'+' if longest.share > 0 else ''}{words.percent(longest.share, 1)}"
    return WayRow(
        way.direction,
        words.number(way.mean),
        words.number(way.top),
        words.duration(way.heard_s),
        words.number(way.edwards),
        "" if way.banister is None else words.number(way.banister.value),
        drift,
        "" if not falls else words.number(sum(falls) / len(falls)),
    )


def _has(found: HeartOf) -> Mapping[str, bool]:
    """Which rows of the table there are."""
    return {
        "drift": bool(found.drifts),
        "recovery": bool(found.recoveries),
        "banister": found.person.resting is not None,
    }


def _line_plot(found: HeartOf, page: Page) -> Plot | None:
    """Points of both directions, their lines, and the bands; None where there are too few points for any."""
    lines = {way: line for way, line in found.lines.items() if isinstance(line, Line)}
    points = [one for one in found.heard.points if one.direction in COMPARED]
    if len(points) < FEWEST:
        return None
    x = scale([one.speed_mps for one in points], 0.06, 0.5)
    y = scale([one.bpm for one in points], 0.08, 20, flip=True)
    curves = []
    for (direction, _), line in lines.items():
        low, high = line.range_mps
        speeds = [low + (high - low) * k / _STEPS for k in range(_STEPS + 1)]
        there = [(speed, at) for speed in speeds if (at := line.at(speed)) is not None]
        xs = [speed for speed, _ in there]
        band = path_of(
            [*xs, *reversed(xs)], [*(at.low for _, at in there), *(at.high for _, at in reversed(there))], x, y
        )
        curves.append(Curve(kind_of(direction), path_of(xs, [at.bpm for _, at in there], x, y), band + "Z"))
    every = max(1, -(-len(points) // _MOST_DOTS))
    dots = tuple(Dot(x.at(one.speed_mps), y.at(one.bpm), kind_of(one.direction)) for one in points[::every])
    return Plot(_speed_ticks(x, page), _bpm_ticks(y, page), dots, tuple(curves))


def _speed_ticks(x: Scale, page: Page) -> tuple[Tick, ...]:
    """In the reader's unit, at values round in it; a pace has its own round values, so speeds are kept there."""
    factor = 3600 / 1609.344 if page.preferences.imperial else 3.6
    shown = Scale(x.low * factor, x.high * factor)
    step = shown.ticks(5)
    return tuple(
        Tick(x.at(value / factor), page.words.number(value, 0 if value == round(value) else 1)) for value in step
    )


def _bpm_ticks(y: Scale, page: Page) -> tuple[Tick, ...]:
    return tuple(Tick(y.at(value), page.words.number(value)) for value in y.ticks(5))


def _no_line(found: HeartOf) -> tuple[tuple[Direction, Message], ...]:
    """Directions that were gone and have no line in either gait, and why: of the gait with more points."""
    gone = {way.direction for way in found.ways}
    missing = []
    for way in COMPARED:
        lines = {gait: line for (direction, gait), line in found.lines.items() if direction is way}
        if way in gone and not any(isinstance(line, Line) for line in lines.values()):
            gaits = [one.gait for one in found.heard.points if one.direction is way]
            why = lines[max(lines, key=gaits.count)]
            if isinstance(why, Message):
                missing.append((way, why))
    return tuple(missing)


def _step(found: HeartOf, page: Page) -> tuple[Message, Ground] | None:
    """How much faster the heart beat backward at the same speed, beside what was studied."""
    step = found.step
    if step is None:
        return None
    claim, words = studied_step(step.gait), page.words
    speed = page.show(step.speed_mps, "m/s")
    own = {"own": words.number(step.own.bpm), "low": words.number(step.own.low), "high": words.number(step.own.high)}
    told = say(
        "At {speed} your heart beat {own} times a minute more backward than forward ({low} to {high}). In a study it "
        "was {studied} more.",
        speed=str(speed),
        studied=words.number(claim.value),
        **own,
    )
    return told, grounds_of((claim,))[0]


def _series_row(one: Series, page: Page) -> SeriesRow:
    words = page.words
    rows = tuple((words.date(row.day), row.recording, words.number(row.bpm)) for row in reversed(one.rows))
    return SeriesRow(one.direction, str(page.show(one.speed_mps, "m/s")), rows)


def _paced_plot(series: Sequence[Series], page: Page) -> Plot:
    rows: list[AtPace] = [row for one in series for row in one.rows]
    x = scale([float(row.day.toordinal()) for row in rows], 0.04, 14)
    y = scale([row.bpm for row in rows], 0.1, 20, flip=True)
    dots = tuple(
        Dot(
            x.at(row.day.toordinal()),
            y.at(row.bpm),
            kind_of(row.direction),
            f"{page.words(DIRECTIONS[row.direction])}, {page.words.date(row.day)}: {page.words.number(row.bpm)}",
        )
        for row in rows
    )
    curves = tuple(
        Curve(
            kind_of(one.direction),
            path_of([row.day.toordinal() for row in one.rows], [row.bpm for row in one.rows], x, y),
        )
        for one in series
        if len(one.rows) > 1
    )
    first, last = min(row.day for row in rows), max(row.day for row in rows)
    days = sorted({first, date.fromordinal((first.toordinal() + last.toordinal()) // 2), last})
    ticks = tuple(
        Tick(x.at(day.toordinal()), page.words.date(day)) for day in (days if len(days) < 3 else (days[0], days[-1]))
    )
    return Plot(ticks, _bpm_ticks(y, page), dots, curves)


def bases(page: Page) -> tuple[tuple[str, str], ...]:
    """For the form."""
    return tuple((basis.value, first_upper(page.words(BASES[basis]))) for basis in Basis)
