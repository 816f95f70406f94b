"""Track points as GPX and TCX write them, made into signals."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from backstride.errors import BadFile
from backstride.formats.clock import repair
from backstride.formats.times import has_zone, parse_time
from backstride.formats.xmlstream import Damage
from backstride.message import say
from backstride.recording import SIGNALS, FloatArray, Loss, Note, Signal

_FOOT_SPORTS = ("", "running", "walking", "hiking")
_HIGHEST_STRIDE_RATE = 130.0

# How exporters call sports, as a common word. Numbers are Strava's.
SPORTS = {
    "run": "running", "9": "running", "trail_running": "running", "treadmill_running": "running", "jogging": "running",
    "track_running": "running", "virtualrun": "running", "trailrun": "running", "street_running": "running",
    "walk": "walking", "10": "walking", "casual_walking": "walking", "hike": "hiking", "4": "hiking",
    "ride": "cycling", "1": "cycling", "biking": "cycling", "road_biking": "cycling", "mountain_biking": "cycling",
    "virtualride": "cycling", "bike": "cycling", "swim": "swimming", "other": "",
}  # fmt: skip


def sport_of(text: str) -> str:
    """A sport as one lower-case word; the exporter's own where it is not known."""
    plain = text.strip().lower().replace(" ", "_").replace("-", "_")
    return SPORTS.get(plain, SPORTS.get(plain.replace("_", ""), plain))


def number(text: str) -> float:
    """The number a text holds, NaN where it holds none or an infinite one."""
    try:
        value = float(text)
    except ValueError:
        return math.nan
    return value if math.isfinite(value) else math.nan


@dataclass(slots=True)
class Points:
    """Points being collected: per field the rows that have it and their texts."""

    count: int = 0
    discarded: int = 0
    open: bool = False
    fields: dict[str, tuple[list[int], list[str]]] = field(default_factory=dict)
    breaks: list[int] = field(default_factory=list)

    def begin(self) -> None:
        """A point begins; one left unfinished by damage is forgotten."""
        self.discard()
        self.open = True

    def add(self, name: str, text: str) -> None:
        """One field of the point. The first of several with one name counts."""
        found = self.fields.get(name)
        if found is None:
            found = self.fields[name] = ([], [])
        rows, texts = found
        if not rows or rows[-1] != self.count:
            rows.append(self.count)
            texts.append(text)

    def finish(self) -> None:
        """The point is complete."""
        self.open = False
        self.count += 1

    def cut(self) -> None:
        """What follows is another stretch: the recorder was paused or lost its satellites."""
        if self.count and (not self.breaks or self.breaks[-1] != self.count):
            self.breaks.append(self.count)

    def discard(self) -> None:
        """Forget a point that damage left unfinished."""
        if not self.open:
            return
        self.open = False
        self.discarded += 1
        for rows, texts in self.fields.values():
            if rows and rows[-1] == self.count:
                rows.pop()
                texts.pop()

    def column(self, name: str) -> FloatArray:
        """(count,) values of a field, NaN where a point lacks it."""
        column = np.full(self.count, np.nan)
        rows, texts = self.fields.get(name, ([], []))
        if rows:
            try:
                values = np.array(texts, dtype=np.float64)
            except ValueError:
                values = np.array([number(text) for text in texts])
            values[~np.isfinite(values)] = np.nan
            column[rows] = values
        return column

    def times(self) -> FloatArray:
        """(count,) seconds since 1970, NaN where a point has no readable time."""
        column = np.full(self.count, np.nan)
        rows, texts = self.fields.get("time", ([], []))
        column[rows] = [parse_time(text) for text in texts]
        return column


@dataclass(frozen=True, eq=False, slots=True)
class Track:
    """Signals on the clock of `start_s` (seconds since 1970), the stretches' edges, and what was mended."""

    start_s: float
    signals: dict[str, Signal]
    stretches: tuple[tuple[float, float], ...]
    notes: tuple[Note, ...]


def track(points: Points, sport: str, *, begin_s: float = math.nan) -> Track:
    """The signals of collected points; `begin_s` an earlier start stated by the file, seconds since 1970.

    Raises BadFile where no point has a time.
    """
    times = points.times()
    timed = int(np.isfinite(times).sum())
    if not timed:
        raise BadFile(
            say("No point has a readable time (points: {count}): this is a route, not a recording.", count=points.count)
        )
    clock = repair(times)
    notes = list(clock.notes)
    if points.fields["time"][1] and not has_zone(points.fields["time"][1][0]):
        notes.append(Note("zone-assumed", say("The times say no time zone; UTC was assumed.")))
    start_s = float(clock.time_s[0])
    if start_s - 86_400 < begin_s < start_s:
        start_s = begin_s
    time_s = clock.time_s - start_s
    signals = {}
    for name, values in _quantities(points, sport, notes):
        here = values[clock.rows]
        known = np.isfinite(here) if here.ndim == 1 else np.isfinite(here).all(axis=1)
        if known.any():
            kind = SIGNALS.get(name)
            unit, axes = (kind.unit, kind.axes) if kind else ("rpm", ())
            signals[name] = Signal(time_s[known], np.ascontiguousarray(here[known]), unit, axes)
    stretch = np.searchsorted(points.breaks, clock.rows, side="right") if points.breaks else np.zeros(len(time_s))
    edges = np.flatnonzero(np.diff(stretch)) + 1
    parts = np.split(time_s, edges)
    return Track(start_s, signals, tuple((float(part[0]), float(part[-1])) for part in parts), tuple(notes))


def _quantities(points: Points, sport: str, notes: list[Note]) -> Iterable[tuple[str, FloatArray]]:
    position = np.column_stack((points.column("lat"), points.column("lon")))
    position[(np.abs(position) > (90, 180)).any(axis=1)] = np.nan
    position[(position == 0).all(axis=1)] = np.nan
    yield "position", position
    for name in ("elevation", "distance", "power", "temperature", "position_accuracy"):
        yield name, points.column(name)
    yield "speed", _at_least_zero(points.column("speed"))
    yield "course", np.deg2rad(points.column("course"))
    heart = points.column("heart_rate")
    heart[heart <= 0] = np.nan
    yield "heart_rate", heart
    cadence = points.column("cadence")
    if sport not in _FOOT_SPORTS:
        yield "developer.cadence", cadence
        return
    moving = cadence[cadence > 0]
    if len(moving) and np.median(moving) < _HIGHEST_STRIDE_RATE:
        cadence = 2 * cadence
        notes.append(Note("cadence-doubled", say("Cadence was given per foot and was doubled to steps a minute.")))
    yield "cadence", cadence


def _at_least_zero(values: FloatArray) -> FloatArray:
    values[values < 0] = np.nan
    return values


def loss_of(damage: Damage | None, points: Iterable[Points]) -> Loss | None:
    """What a damaged document lost; None for a sound one."""
    if damage is None:
        return None
    all_points = tuple(points)
    kept = sum(part.count for part in all_points)
    lost = damage.unread + sum(part.discarded for part in all_points)
    if damage.cut:
        message = say("The file ends too early; points read before the break: {kept}.", kept=kept)
        return Loss(message, kept, None, damage.skipped)
    message = say(
        "The file is damaged (breaks: {breaks}); points read: {kept}, points lost: {lost}.",
        breaks=damage.breaks,
        kept=kept,
        lost=lost,
    )
    return Loss(message, kept, lost, damage.skipped)
