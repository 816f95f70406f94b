"""The heart in one recording and over time, by what the person said of it on that day.

Nothing is read anew: each recording's seconds at each heart rate are kept with its analysis (`store.hearts`), and zones
and load are computed from them with the settings of its day. So a change of settings reaches every page at once.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from math import nan

import numpy as np

from backstride.app.heart_settings import Held, History, history
from backstride.app.readiness import answers
from backstride.app.settings import Clock, clock_of, read_settings
from backstride.message import Message
from backstride.physiology.estimate import Estimate
from backstride.physiology.heart import Drift, Heard, Part, Recovery
from backstride.physiology.known import How, Known, Seen, highest, resting, uptake
from backstride.physiology.load import banister, edwards
from backstride.physiology.pace import At, Line, difference, line_of, shared_speed
from backstride.physiology.zones import Basis, Bounds, HeartSettings, Sex, seconds_in, zones_of
from backstride.recording import Direction, FloatArray, Gait
from backstride.store import Extreme, Store

WAYS = (
    Direction.BACKWARD,
    Direction.FORWARD,
    Direction.SIDEWAYS,
    Direction.TURNING,
    Direction.STILL,
    Direction.UNKNOWN,
)
COMPARED = (Direction.BACKWARD, Direction.FORWARD)
GAITS = (Gait.RUN, Gait.WALK)
NEWEST = 300  # recordings: two years and more of three a week
_HELD_S = 5.0  # a rate that was held for so long in all is one that was reached
_LEAST_S, _LEAST_SHARE = 30.0, 0.05  # less of another direction than forward and backward is no row of its own


@dataclass(frozen=True, slots=True)
class Person:
    """What is known of the heart on a day: what was said, the highest and the resting rate."""

    told: HeartSettings
    highest: Known
    resting: Known | None

    def zones(self, direction: Direction) -> Bounds:
        return zones_of(self.told, direction, self.highest.bpm)


@dataclass(frozen=True, slots=True)
class People:
    """One person over time: asked once for many days."""

    said: History
    top: Seen | None
    least: Seen | None
    birth_year: int | None
    sex: Sex

    def on(self, day: date) -> Person:
        told = self.said.on(day)
        told = replace(told, sex=self.sex) if told.sex is Sex.NOT_SAID else told
        age = None if self.birth_year is None else float(max(10, day.year - self.birth_year))
        return Person(told, highest(told.highest, self.top, age), resting(told.resting, self.least))


@dataclass(frozen=True, eq=False, slots=True)
class Way:
    """One direction of a recording.

    mean, top  of the heart rate; top: held for five seconds in all
    zones      seconds below the first zone and in each of the five; bounds: where the five begin
    banister   None where no resting rate is known
    """

    direction: Direction
    heard_s: float
    mean: float
    top: float
    bounds: Bounds
    zones: tuple[float, ...]
    edwards: float
    banister: Estimate | None


@dataclass(frozen=True, slots=True)
class Step:
    """How much faster the heart beats backward at a speed that was gone both ways."""

    speed_mps: float
    gait: Gait
    own: At


@dataclass(frozen=True, eq=False, slots=True)
class HeartOf:
    """One recording. lines: of forward and backward, walking and running, or why there is none."""

    heard: Heard
    person: Person
    ways: tuple[Way, ...]
    drifts: tuple[Drift, ...]
    recoveries: tuple[Recovery, ...]
    lines: Mapping[tuple[Direction, Gait], Line | Message]
    step: Step | None

    @property
    def any(self) -> bool:
        """Whether there is something to show."""
        return bool(self.ways) or bool(self.heard.left_out)


@dataclass(frozen=True, slots=True)
class AtPace:
    """The heart rate of a recording at about one speed."""

    recording: str
    day: date
    direction: Direction
    gait: Gait
    speed_mps: float
    bpm: float


@dataclass(frozen=True, slots=True)
class Series:
    """Heart rate at one pace over time. speed_mps: the pace most recordings of that direction and gait know."""

    direction: Direction
    gait: Gait
    speed_mps: float
    rows: tuple[AtPace, ...]


@dataclass(frozen=True, eq=False, slots=True)
class HeartHistory:
    """The heart over time. uptake: None where highest and resting rate were not both said."""

    person: Person
    least: Seen | None
    held: tuple[Held, ...]
    series: tuple[Series, ...]
    uptake: Estimate | None
    recordings: int


def people(store: Store) -> People:
    """What is known, asked once."""
    clock = clock_of(store)
    return People(
        history(store),
        _seen(store.hearts.highest(), clock),
        _seen(store.hearts.lowest(), clock),
        birth_year(store),
        Sex(read_settings(store).sex or Sex.NOT_SAID),
    )


def birth_year(store: Store) -> int | None:
    """As the plan's questions were answered, else as the settings say; None where nobody said it."""
    said = answers(store)
    return read_settings(store).birth_year if said is None else said.health.birth_year


def heart_of(store: Store, id_: str) -> HeartOf:
    """Raises NotFound. Empty where there is no heart rate."""
    row = store.recordings.get(id_)
    heard = store.hearts.of(id_)
    person = people(store).on(clock_of(store)(row.start))
    ways = tuple(_way(direction, heard.parts, person) for direction in WAYS)
    lines = {(way, gait): line_of(heard.points, way, gait) for way in COMPARED for gait in GAITS}
    return HeartOf(
        heard,
        person,
        tuple(way for way in ways if _worth_a_row(way, heard.heard_s)),
        heard.drifts,
        heard.recoveries,
        lines,
        _step(lines),
    )


def heart_history(store: Store, today: date, newest: int = NEWEST) -> HeartHistory:
    """Highest and lowest over all recordings; heart rate at one pace over the newest."""
    known = people(store)
    person = known.on(today)
    rows = store.hearts.paces(newest)
    clock = clock_of(store)
    found = [
        AtPace(row.id, clock(row.start), pace.direction, pace.gait, pace.speed_mps, pace.bpm)
        for row in rows
        for pace in row.paces
    ]
    both = person.told.highest is not None and person.told.resting is not None
    return HeartHistory(
        person,
        known.least,
        known.said.held,
        _series(found),
        uptake(person.told.highest or nan, person.told.resting or nan) if both else None,
        len(rows),
    )


def load_of(parts: Iterable[Part], person: Person) -> tuple[float, float | None]:
    """Edwards' and Banister's load of some parts."""
    rates, seconds = _beats(parts)
    banisters = _banister(rates, seconds, person)
    return edwards(rates, seconds, person.highest.bpm), None if banisters is None else banisters.value


def _seen(found: Extreme | None, clock: Clock) -> Seen | None:
    return None if found is None else Seen(found.bpm, found.id, clock(found.start))


def _beats(parts: Iterable[Part]) -> tuple[FloatArray, FloatArray]:
    total: dict[int, float] = {}
    for part in parts:
        for bpm, seconds in part.rates.items():
            total[bpm] = total.get(bpm, 0.0) + seconds
    order = sorted(total)
    return np.array(order, np.float64), np.array([total[bpm] for bpm in order], np.float64)


def _banister(rates: FloatArray, seconds: FloatArray, person: Person) -> Estimate | None:
    if person.resting is None:
        return None
    return banister(rates, seconds, (person.resting.bpm, person.highest.bpm), person.told.sex)


def _way(direction: Direction, parts: Iterable[Part], person: Person) -> Way:
    rates, seconds = _beats(part for part in parts if part.direction is direction)
    bounds = person.zones(direction)
    heard_s = float(seconds.sum())
    above = np.cumsum(seconds[::-1])[::-1]
    reached = rates[above >= min(_HELD_S, heard_s)]
    return Way(
        direction,
        heard_s,
        float(rates @ seconds / heard_s) if heard_s else nan,
        float(reached[-1]) if len(reached) else nan,
        bounds,
        tuple(seconds_in(bounds, rates, seconds).tolist()),
        edwards(rates, seconds, person.highest.bpm),
        _banister(rates, seconds, person),
    )


def _worth_a_row(way: Way, heard_s: float) -> bool:
    if way.direction in COMPARED:
        return way.heard_s >= _HELD_S
    return way.heard_s >= max(_LEAST_S, _LEAST_SHARE * heard_s)


def _step(lines: Mapping[tuple[Direction, Gait], Line | Message]) -> Step | None:
    """At the middle of the speeds that were gone both ways in one gait; of two gaits that of which more is known."""
    found: list[tuple[float, Step]] = []
    for gait in GAITS:
        backward, forward = lines[Direction.BACKWARD, gait], lines[Direction.FORWARD, gait]
        if isinstance(backward, Line) and isinstance(forward, Line):
            speed = shared_speed(backward, forward)
            own = None if speed is None else difference(backward, forward, speed)
            if speed is not None and own is not None:
                found.append((own.high - own.low, Step(speed, gait, own)))
    return min(found, key=lambda one: one[0])[1] if found else None


def _series(found: Iterable[AtPace]) -> tuple[Series, ...]:
    """Of each direction and gait the pace that most recordings know, to within a tenth."""
    ways: dict[tuple[Direction, Gait], list[AtPace]] = {}
    for one in found:
        ways.setdefault((one.direction, one.gait), []).append(one)
    made = []
    for direction in COMPARED:
        for gait in GAITS:
            rows = ways.get((direction, gait), [])
            if rows:
                made.append(_at_one_pace(direction, gait, rows))
    return tuple(made)


def _at_one_pace(direction: Direction, gait: Gait, rows: list[AtPace]) -> Series:
    speeds = np.sort(np.array([one.speed_mps for one in rows]))
    near = np.searchsorted(speeds, 1.1 * speeds, side="right") - np.searchsorted(speeds, 0.9 * speeds)
    pace = round(float(np.median(speeds[near == near.max()])), 1)
    closest: dict[str, AtPace] = {}
    for one in rows:
        if abs(one.speed_mps / pace - 1) > 0.1:
            continue
        other = closest.get(one.recording)
        if other is None or abs(one.speed_mps - pace) < abs(other.speed_mps - pace):
            closest[one.recording] = one
    return Series(direction, gait, pace, tuple(sorted(closest.values(), key=lambda one: one.day)))


def is_provisional(person: Person) -> bool:
    """Whether zones rest on a highest rate that nobody said or saw."""
    own = person.told.basis in (Basis.OWN, Basis.THRESHOLD)
    return not own and person.highest.how in (How.AGE, How.GUESSED)
