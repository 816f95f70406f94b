"""What a recording cost and loaded, per direction and gait: energy, knee and landing, from its kept analysis.

Speed is that of the bouts of one direction and gait together, where a signal shows how far they went; else the mean
speed of the direction. Slope is the mean of a direction, where heights were recorded over a way long enough; else the
way is taken as level. Practice are the days before on which the person went backward.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Protocol

import numpy as np

from backstride import gait
from backstride.app.settings import clock_of, read_settings
from backstride.errors import NotAllowed
from backstride.evidence import energy as claims
from backstride.message import Message, say
from backstride.physiology.energy import Move, Spent, extra, forward_instead, spent
from backstride.physiology.estimate import Estimate, added
from backstride.physiology.joints import Load, load
from backstride.recording import Analysis, Bout, Direction, FloatArray, Gait, MetricValue, Steps
from backstride.session import Done
from backstride.store import Filter, RecordingRow, Store

Travelled = tuple[FloatArray, FloatArray]  # seconds, metres gone by then
WAYS = (Direction.BACKWARD, Direction.FORWARD)
_GAITS = (Gait.WALK, Gait.RUN)
_MOST_DAYS = 60  # practice takes no more away long before that
_LEAST_S = 20.0  # a shorter stretch is no pace of one's own
_SPRINKLING = 0.1  # the first steps of a run look like walking
_LOOKED_AT = 6  # recordings that are looked through for how fast a person goes forward


@dataclass(frozen=True, slots=True)
class Instead:
    """The same done forward, at the person's own speed."""

    own: Move
    distance: Spent
    time: Spent


@dataclass(frozen=True, slots=True)
class Stretch:
    """How long and how fast a person went one way. speed_mps is NaN where nothing tells; slope: rise over run.

    by_bout  the speed is that of these bouts, not of the direction as a whole
    slope    None where it is not known and the way is taken as level
    downhill a part of it was
    """

    direction: Direction
    gait: Gait
    seconds: float
    speed_mps: float
    by_bout: bool
    slope: float | None
    downhill: bool
    steps: float | None


@dataclass(frozen=True, slots=True)
class Cost:
    """What a stretch cost and loaded. None with the reason where no number can be given; both are in kJ and kcal per
    kg where the mass is not known."""

    stretch: Stretch
    energy: Spent | None
    extra: Estimate | None
    instead: Instead | None
    no_energy: Message | None
    load: Load


@dataclass(frozen=True, slots=True)
class Body:
    """Of one recording. mass_kg: None where the settings do not state it; practice: days backward before it."""

    mass_kg: float | None
    practice: int
    costs: tuple[Cost, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """Energy of several recordings in one direction. The spread between people is the same in each, so ends add up.

    seconds  that the sum is over; left_out_s: those for which no number can be given
    """

    energy_kj: Estimate | None
    seconds: float
    left_out_s: float


class Found(Protocol):
    """What is needed of an analysis; the shown recording has it too."""

    @property
    def bouts(self) -> tuple[Bout, ...]: ...
    @property
    def steps(self) -> Steps: ...
    @property
    def metrics(self) -> tuple[MetricValue, ...]: ...


@dataclass(frozen=True, slots=True)
class Known:
    """What of the person holds for several recordings, asked for once: `days_practised` and `own_speeds`."""

    practised: frozenset[date]
    speeds: Mapping[tuple[Direction, Gait], float]

    @property
    def forward(self) -> Mapping[Gait, float]:
        return _forward(self.speeds)


def body_of(store: Store, id_: str, found: Found | None = None, known: Known | None = None) -> Body:
    """Per direction and gait, backward first; no costs where the recording could not be analysed. Raises NotFound.

    found  its kept analysis, where it has been read already
    known  of the person, where it has
    """
    row = store.recordings.get(id_)
    analysis = found or _analysis(store, id_)
    mass = read_settings(store).mass_kg
    practice = _practice(store, row.start, known.practised if known else None)
    if analysis is None:
        return Body(mass, practice, ())
    stretches = _stretches(store, id_, analysis)
    own = _forward(_speeds(stretches)) or (known.forward if known else _own_forward(store, row))
    return Body(mass, practice, tuple(_cost(one, mass, practice, own) for one in stretches))


def energy_of(store: Store, ids: Iterable[str]) -> Mapping[Direction, Total]:
    """The sum over recordings, twins once. Raises NotFound."""
    found: dict[Direction, list[Cost]] = {}
    seen: set[str] = set()
    rows = [store.recordings.get(id_) for id_ in ids]
    newest = max((row.start for row in rows), default=None)
    practised = days_practised(store, clock_of(store)(newest)) if newest else frozenset()
    for row in rows:
        if not seen & {row.id, *row.twins}:
            for cost in _costs_alone(store, row, practised):
                found.setdefault(cost.stretch.direction, []).append(cost)
            seen.add(row.id)
    return {direction: _total(found[direction]) for direction in WAYS if direction in found}


def energy_of_week(store: Store, first: date) -> Mapping[Direction, Total]:
    """The sum over the seven days from `first`."""
    begin = datetime(first.year, first.month, first.day, tzinfo=UTC)
    wanted = Filter(since=begin - timedelta(days=1), until=begin + timedelta(days=8), limit=1000, ribbons=False)
    last = first + timedelta(days=6)
    clock = clock_of(store)
    rows = store.lists.rows(wanted)
    return energy_of(store, [row.id for row in rows if row.start_known and first <= clock(row.start) <= last])


def practice_before(store: Store, moment: datetime) -> int:
    """Days before that of the moment on which the person went backward for long enough, as recorded or as said."""
    return _practice(store, moment, None)


def _practice(store: Store, moment: datetime, practised: frozenset[date] | None) -> int:
    day = clock_of(store)(moment)
    return sum(one < day for one in (days_practised(store, day) if practised is None else practised))


def days_practised(store: Store, until: date) -> frozenset[date]:
    """Days before `until` on which the person went backward for long enough: the newest that matter."""
    clock = clock_of(store)
    midnight = datetime(until.year, until.month, until.day, tzinfo=UTC) + timedelta(days=1)
    wanted = Filter(direction=Direction.BACKWARD, until=midnight, limit=_MOST_DAYS, ribbons=False)
    seconds: dict[date, float] = {}
    for one in store.lists.rows(wanted):
        if one.start_known:
            there = clock(one.start)
            seconds[there] = seconds.get(there, 0.0) + one.digest.seconds.get(Direction.BACKWARD, 0.0)
    days = {there for there, gone in seconds.items() if gone >= claims.PRACTICE_DAY_S.value}
    for told in store.coach.sessions(until=until - timedelta(days=1), limit=_MOST_DAYS):
        measured = told.measured.seconds.get(Direction.BACKWARD, 0.0) if told.measured else 0.0
        if told.done is not Done.SKIPPED and (told.stage or measured >= claims.PRACTICE_DAY_S.value):
            days.add(told.day)
    return frozenset(one for one in days if one < until)


def _analysis(store: Store, id_: str) -> Analysis | None:
    kept = store.analyses.of(id_, gait.RECIPE)
    return kept.analysis if kept else None


def _stretches(store: Store, id_: str, analysis: Found) -> tuple[Stretch, ...]:
    """One a direction and gait, backward first, walking before running."""
    way = travelled(store, id_)
    metrics: dict[Direction | None, dict[str, float]] = {}
    for one in analysis.metrics:
        metrics.setdefault(one.direction, {})[one.key] = one.value
    made = []
    for direction in WAYS:
        own = metrics.get(direction, {})
        slope, downhill = _slope(own)
        for gait_, bouts in _by_gait(analysis.bouts, direction).items():
            if bouts:
                speed = speed_of(bouts, way)
                by_bout = math.isfinite(speed)
                speed = speed if by_bout else own.get("speed_mps", math.nan)
                steps = _steps(bouts, analysis)
                seconds = _seconds(bouts)
                made.append(Stretch(direction, gait_, seconds, speed, by_bout, slope, downhill, steps))
    return tuple(made)


def _by_gait(bouts: Sequence[Bout], direction: Direction) -> Mapping[Gait, list[Bout]]:
    """The bouts of a direction; a gait that is no more than a sprinkling counts as the other one."""
    found = {gait_: [one for one in bouts if one.direction is direction and one.gait is gait_] for gait_ in _GAITS}
    rare, main = sorted(_GAITS, key=lambda gait_: _seconds(found[gait_]))
    if _seconds(found[rare]) < _SPRINKLING * _seconds(found[main]):
        found[main], found[rare] = sorted(found[main] + found[rare], key=lambda one: one.start_s), []
    return found


def _seconds(bouts: Iterable[Bout]) -> float:
    return math.fsum(one.end_s - one.start_s for one in bouts)


def travelled(store: Store, id_: str) -> Travelled | None:
    """By the device's distance, else its speed; None where it has neither."""
    signals = store.recordings.signals(id_, ("distance", "speed"))
    for name, total in (("distance", _as_stated), ("speed", _summed)):
        if name in signals:
            fine = np.isfinite(signals[name].values)
            if fine.sum() > 1:
                time = signals[name].time_s[fine]
                return time, total(time, signals[name].values[fine])
    return None


def speed_of(bouts: Sequence[Bout], way: Travelled | None) -> float:
    """Metres over seconds of these bouts; NaN where nothing tells."""
    seconds = _seconds(bouts)
    if way is None or seconds <= 0:
        return math.nan
    spans = np.array([(one.start_s, one.end_s) for one in bouts])
    return float(np.diff(np.interp(spans, *way), axis=1).sum()) / seconds


def _as_stated(_time: FloatArray, metres: FloatArray) -> FloatArray:
    return np.asarray(np.maximum.accumulate(metres))


def _summed(time: FloatArray, speed: FloatArray) -> FloatArray:
    return np.concatenate(([0.0], np.cumsum(0.5 * (speed[1:] + speed[:-1]) * np.diff(time))))


def _steps(bouts: Sequence[Bout], analysis: Found) -> float | None:
    """Contacts of either foot in these bouts; None where no sensor counted them."""
    contact = analysis.steps.contact_s
    if not len(contact):
        return None
    counted = sum(int(np.searchsorted(contact, one.end_s) - np.searchsorted(contact, one.start_s)) for one in bouts)
    return float(counted) if counted else None


def _slope(metrics: Mapping[str, float]) -> tuple[float | None, bool]:
    """Mean slope of a direction, and whether a part of it went downhill; None: not known."""
    way, up, down = (metrics.get(key, math.nan) for key in ("distance_m", "ascent_m", "descent_m"))
    if not (math.isfinite(up) and math.isfinite(down) and way >= claims.SLOPE_OVER_M.value):
        return None, False
    slope = (up - down) / way
    downhill = slope < -claims.LEVEL_WITHIN.value or down / way > claims.FALLS_AWAY.value
    return (0.0 if abs(slope) <= claims.LEVEL_WITHIN.value else slope), downhill


def own_speeds(store: Store) -> Mapping[tuple[Direction, Gait], float]:
    """How fast the person goes, by direction and gait: the newest recordings that show it."""
    own: dict[tuple[Direction, Gait], float] = {}
    for row in store.lists.rows(Filter(limit=_LOOKED_AT, ribbons=False)):
        analysis = _analysis(store, row.id)
        if analysis is not None:
            own = _speeds(_stretches(store, row.id, analysis)) | own
    return own


def _own_forward(store: Store, row: RecordingRow) -> Mapping[Gait, float]:
    """How fast the person went forward, by gait, in the newest recording before this one that shows it."""
    wanted = Filter(direction=Direction.FORWARD, until=row.start, limit=_LOOKED_AT, ribbons=False)
    for one in store.lists.rows(wanted):
        analysis = _analysis(store, one.id)
        if analysis is not None and (own := _forward(_speeds(_stretches(store, one.id, analysis)))):
            return own
    return {}


def _forward(speeds: Mapping[tuple[Direction, Gait], float]) -> dict[Gait, float]:
    return {gait_: speed for (way, gait_), speed in speeds.items() if way is Direction.FORWARD}


def _speeds(stretches: Iterable[Stretch]) -> dict[tuple[Direction, Gait], float]:
    known = (one for one in stretches if one.seconds >= _LEAST_S and math.isfinite(one.speed_mps))
    return {(one.direction, one.gait): one.speed_mps for one in known}


def _cost(one: Stretch, mass: float | None, practice: int, own: Mapping[Gait, float]) -> Cost:
    """Never raises: what is not known comes with its reason."""
    if not math.isfinite(one.speed_mps):
        why = say("no distance or speed was recorded in this direction")
        return Cost(one, None, None, None, why, Load(None, None, why))
    level = not one.slope and not one.downhill
    loaded = load(
        one.direction, one.gait, one.speed_mps, level=level, mass_kg=mass, steps=one.steps, cadence_spm=_cadence(one)
    )
    return Cost(one, *_energy(one, mass, practice, own), loaded)


def _cadence(one: Stretch) -> float | None:
    return 60 * one.steps / one.seconds if one.steps else None


def _energy(
    one: Stretch, mass: float | None, practice: int, own: Mapping[Gait, float]
) -> tuple[Spent | None, Estimate | None, Instead | None, Message | None]:
    backward = one.direction is Direction.BACKWARD
    if backward and one.downhill:
        return None, None, None, say("a part of it went downhill: what that costs backward was never measured")
    move = Move(one.direction, one.gait, one.speed_mps, one.slope or 0.0, practice if backward else 0)
    try:
        whole = spent_by(move, mass, one.seconds)
    except NotAllowed as refused:
        return None, None, None, refused.message
    if not backward:
        return whole, None, None, None
    return whole, extra(move), instead_of(move, mass, one.seconds, own), None


def instead_of(move: Move, mass: float | None, seconds: float, own: Mapping[Gait, float]) -> Instead | None:
    """The same way done forward: in the same gait if the person is known to go forward so, else in the other."""
    for gait_ in (move.gait, *own):
        if gait_ in own:
            forward = Move(Direction.FORWARD, gait_, own[gait_], move.slope)
            try:
                distance, time = forward_instead(move, forward, mass or 1.0, seconds)
            except NotAllowed:
                continue
            return Instead(forward, _in_kg(distance, mass), _in_kg(time, mass))
    return None


def spent_by(move: Move, mass: float | None, seconds: float) -> Spent:
    """`spent`, per kg of body mass where that is not known. Raises NotAllowed."""
    return _in_kg(spent(move, mass or 1.0, seconds), mass)


def _in_kg(found: Spent, mass: float | None) -> Spent:
    if mass is not None:
        return found
    kj, kcal = found.energy_kj.times(1.0, "kJ/kg"), found.energy_kcal.times(1.0, "kcal/kg")
    return Spent(found.power_wkg, found.oxygen, found.mets, kj, kcal)


def _costs_alone(store: Store, row: RecordingRow, practised: frozenset[date]) -> tuple[Cost, ...]:
    """Without what it would have cost forward."""
    analysis = _analysis(store, row.id)
    if analysis is None:
        return ()
    mass, practice = read_settings(store).mass_kg, _practice(store, row.start, practised)
    return tuple(_cost(one, mass, practice, {}) for one in _stretches(store, row.id, analysis))


def _total(costs: Sequence[Cost]) -> Total:
    known = [(one.energy.energy_kj, one.stretch.seconds) for one in costs if one.energy]
    seconds = math.fsum(part for _, part in known)
    left_out = math.fsum(one.stretch.seconds for one in costs) - seconds
    if not known:
        return Total(None, 0.0, left_out)
    return Total(added([one for one, _ in known]), seconds, left_out)
