"""Load of sessions and weeks: what was felt, what the heart did, and what is new to the tissues."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from backstride.app.heart import People, load_of, people
from backstride.app.settings import clock_of
from backstride.physiology.heart import Part
from backstride.physiology.load import DAYS, Tissue, Way, Week
from backstride.recording import Direction
from backstride.session import Session
from backstride.store import HeartRow, Store

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SessionLoad:
    """Load of one session. effort: None where it was not rated; heart loads None without a heart rate."""

    effort: float | None
    edwards: float | None
    banister: float | None
    tissue: Tissue


@dataclass(frozen=True, slots=True)
class WeekLoad:
    """A week that begins on `first`."""

    first: date
    week: Week


def load_of_session(store: Store, one: Session) -> SessionLoad:
    """Of what the person said and what its recordings tell; a twin counts once. Raises NotFound."""
    known = people(store)
    person = known.on(one.day)
    rows = [store.recordings.get(id_) for id_ in one.recordings]
    heard = {row.id: store.hearts.of(row.id) for row in rows}
    seen: set[str] = set()
    parts: list[Part] = []
    for row in sorted(rows, key=lambda row: -heard[row.id].heard_s):
        if not seen & {row.id, *row.twins}:
            parts += heard[row.id].parts
            seen.add(row.id)
    if not any(part.rates for part in parts):
        return SessionLoad(one.load, None, None, Tissue().plus(parts))
    return SessionLoad(one.load, *load_of(parts, person), Tissue().plus(parts))


def weekly_load(store: Store, first: date, weeks: int) -> tuple[WeekLoad, ...]:
    """So many weeks from the day `first` on, oldest first."""
    last = first + timedelta(days=DAYS * weeks) - _DAY
    clock = clock_of(store)
    begin = datetime.combine(first - _DAY, time(), UTC)
    rows: dict[int, list[tuple[date, HeartRow]]] = {}
    for row in _once(store.hearts.parts(begin, datetime.combine(last + 2 * _DAY, time(), UTC))):
        day = clock(row.start)
        rows.setdefault((day - first).days // DAYS, []).append((day, row))
    sessions: dict[int, list[Session]] = {}
    for one in store.coach.sessions(first, last):
        sessions.setdefault((one.day - first).days // DAYS, []).append(one)
    known = people(store)
    return tuple(
        WeekLoad(start, _week(start, rows.get(number, []), sessions.get(number, []), known))
        for number, start in enumerate(first + timedelta(days=DAYS * k) for k in range(weeks))
    )


def _once(rows: Iterable[HeartRow]) -> list[HeartRow]:
    """Of recordings of one session the one that heard most of the heart."""
    best: dict[str, HeartRow] = {}
    for row in rows:
        other = best.get(row.lead)
        if other is None or row.heard_s > other.heard_s:
            best[row.lead] = row
    return list(best.values())


def _week(first: date, rows: Iterable[tuple[date, HeartRow]], sessions: Iterable[Session], known: People) -> Week:
    effort = [0.0] * DAYS
    rated = unrated = 0
    for one in sessions:
        load = one.load
        if load is None:
            unrated += one.minutes > 0
            continue
        rated += 1
        effort[(one.day - first).days] += load
    seconds: dict[Way, float] = {}
    edwards: dict[Way, float] = {}
    banister: dict[Way, float] = {}
    tissue = Tissue()
    resting = False
    for day, row in rows:
        person = known.on(day)
        tissue = tissue.plus(row.parts)
        for part in row.parts:
            way = part.direction, part.gait
            seconds[way] = seconds.get(way, 0.0) + part.seconds
            if not part.rates:
                continue
            of_zones, of_reserve = load_of((part,), person)
            edwards[way] = edwards.get(way, 0.0) + of_zones
            if of_reserve is not None:
                resting = True
                banister[way] = banister.get(way, 0.0) + of_reserve
    return Week(tuple(effort), rated, unrated, seconds, edwards, banister if resting else None, tissue)


def by_direction(amounts: Mapping[Way, float]) -> Mapping[Direction, float]:
    """Sums over gaits."""
    found: dict[Direction, float] = {}
    for (direction, _), amount in amounts.items():
        found[direction] = found.get(direction, 0.0) + amount
    return found
