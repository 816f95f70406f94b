"""Which session on which day: a small mixed-integer programme for every two weeks.

What always holds, for whatever is placed here
1. Only on the person's days, and no longer a day than they said; at most two sessions a day.
2. No two hard days in a row, their own hard runs counted.
3. The first session of a stage is at least 48 h after a hard run of their own.
4. In any seven days one is free of everything, their own runs counted.
5. What has to come before something comes on an earlier day, and where it is left out, so is what follows.

What gives way when a week is too full, the first one first (`_LEFT_OUT`, `_NEAR`): wishes for a weekday, one session a
day, mobility and balance, days between strength sessions, days between backward sessions, the second strength session,
tests, a day between something new and the hard run after it, the first strength session, backward sessions, fall
technique, the race.
Sessions that the person moved stand where they are; everything else is placed around them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from backstride.evidence import scheduling
from backstride.plan.integer import Row, Variable, minimise
from backstride.plan.kinds import Focus

WEEK = 7
_DAY_H = 24.0
_STEP_D = round(scheduling.HARD_APART_H.value / _DAY_H)
"""Days from a hard day to the next: with two, one lies between."""
_NEW_AFTER_D = round(scheduling.NEW_STAGE_AFTER_HARD_H.value / _DAY_H)
_REST = round(scheduling.REST_DAYS.value)
_A_DAY = 2
_SHORT = (Focus.MOBILITY,)
"""What goes along with another session of the day without making it two."""

_LEFT_OUT: Mapping[Focus, float] = {
    Focus.MOBILITY: 20.0,
    Focus.STRENGTH: 160.0,
    Focus.TEST: 320.0,
    Focus.BACKWARD: 1500.0,
    Focus.FALLING: 3000.0,
}
"""Costs of leaving a session out; the first strength session of a week weighs as much again as the slot says."""
_NEAR: Mapping[Focus, tuple[int, float]] = {
    Focus.STRENGTH: (round(scheduling.STRENGTH_APART_H.value / _DAY_H), 50.0),
    Focus.BACKWARD: (round(scheduling.BACKWARD_APART_H.value / _DAY_H), 80.0),
}
"""Days that sessions of a kind should lie apart, and what it costs when they do not."""
_TWO_A_DAY = 4.0
_ON_HARD_RUN = 30.0
_ON_RUN = 3.0
_BEFORE_HARD_RUN = 600.0
_OTHER_WEEKDAY = 2.0
_ALONE = 5.0
"""A short session on a day that nothing else is on."""
_LATER = 0.01
"""Settles what is equal otherwise: earlier slots on earlier days."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A session that wants a day.

    first, last  days from the plan's start between which it may lie, both included
    new          the first session of a stage
    after        key of the slot that has to come before; empty: none
    usual        day of the plan's week (0..6) that it had the week before; None: no habit yet
    worth        factor on what it costs to leave it out
    """

    key: str
    focus: Focus
    minutes: float
    first: int
    last: int
    hard: bool = False
    new: bool = False
    after: str = ""
    usual: int | None = None
    worth: float = 1.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A slot on a day, counted from the plan's start; days before it are negative."""

    slot: Slot
    day: int


@dataclass(frozen=True, slots=True)
class Frame:
    """What the person's week allows. Weekdays: 0 = Monday."""

    start: date
    days: frozenset[int]
    minutes: float
    forward: frozenset[int]
    hard: frozenset[int]

    def weekday(self, day: int) -> int:
        return (self.start.weekday() + day) % WEEK

    def is_open(self, day: int) -> bool:
        return self.weekday(day) in self.days

    def runs(self, day: int) -> bool:
        return self.weekday(day) in self.forward

    def runs_hard(self, day: int) -> bool:
        return self.weekday(day) in self.hard

    def takes(self, day: int, *, hard: bool, new: bool) -> bool:
        """Whether a session that is hard, or the first of a stage, may be on a day."""
        return self.is_open(day) and self.is_apart(day, hard=hard, new=new)

    def is_apart(self, day: int, *, hard: bool, new: bool) -> bool:
        """Whether such a session is far enough from the person's own hard runs."""
        if hard and any(self.runs_hard(other) for other in range(day - _STEP_D + 1, day + _STEP_D)):
            return False
        return not (new and any(self.runs_hard(day - back) for back in range(_NEW_AFTER_D)))


def place(slots: Sequence[Slot], fixed: Sequence[Placed], frame: Frame, days: range) -> tuple[Placed, ...]:
    """Days for as many slots as fit into `days`, by day; what is `fixed` stays, before `days` and within.

    Short sessions come last, into the room that the others leave: they never push anything away.
    """
    long = _found([slot for slot in slots if slot.focus not in _SHORT], fixed, frame, days)
    short = _found([slot for slot in slots if slot.focus in _SHORT], (*fixed, *long), frame, days)
    return tuple(sorted((*long, *short), key=lambda one: one.day))


def _found(slots: Sequence[Slot], fixed: Sequence[Placed], frame: Frame, days: range) -> list[Placed]:
    chosen = _solved(_task(slots, fixed, frame, days))
    return [Placed(slot, days.start + day) for slot, day in zip(slots, chosen, strict=True) if day is not None]


def _task(slots: Sequence[Slot], fixed: Sequence[Placed], frame: Frame, days: range) -> "_Task":
    """The same task for every stretch of days that asks the same: days count from its first, keys are numbers."""
    start = days.start
    numbers = {slot.key: str(number) for number, slot in enumerate(slots)}
    on = {placed.slot.key: placed.day for placed in fixed}
    before = {placed.slot.after: placed.day for placed in fixed}
    own = tuple(
        replace(
            slot,
            key=numbers[slot.key],
            after=numbers.get(slot.after, ""),
            first=max(slot.first, start, on.get(slot.after, start - 1) + 1) - start,
            last=min(slot.last, days.stop - 1, before.get(slot.key, days.stop) - 1) - start,
            usual=None if slot.usual is None else (slot.usual - start) % WEEK,
        )
        for slot in slots
    )
    near = range(start - WEEK, days.stop + WEEK)
    there = sorted((placed for placed in fixed if placed.day in near), key=lambda placed: placed.day)
    return _Task(
        tuple(replace(slot, minutes=0.0) for slot in own),
        tuple(Placed(replace(_NAMELESS, **_felt(placed.slot)), placed.day - start) for placed in there),
        replace(frame, start=_MONDAY + timedelta(days=frame.weekday(start)), minutes=0.0),
        _rooms(own, there, frame.minutes, days),
    )


def _rooms(own: Sequence[Slot], there: Sequence[Placed], minutes: float, days: range) -> "tuple[_Room, ...]":
    """What fits into each of the days: all that minutes decide, so that a few more or less do not make a new task."""
    left = [minutes - sum(placed.slot.minutes for placed in there if placed.day == day) for day in days]
    known = {one: _Room.of(own, one) for one in left}
    return tuple(known[one] for one in left)


_MONDAY = date(2024, 1, 1)
_NAMELESS = Slot("", Focus.BACKWARD, 0.0, 0, 0)


def _felt(slot: Slot) -> dict[str, Any]:
    """What others notice of a slot that has its day."""
    return {"focus": slot.focus, "hard": slot.hard}


@dataclass(frozen=True, slots=True)
class _Room:
    """What fits into the minutes left on a day, by keys of slots. alone: those that fit by themselves; long: of them
    those that take more than half, no two of which fit; apart: a short one with a long one that does not fit beside it.
    """

    alone: frozenset[str]
    long: frozenset[str]
    apart: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, slots: Sequence[Slot], left: float) -> "_Room":
        alone = [slot for slot in slots if slot.minutes <= left]
        long = [slot for slot in alone if 2 * slot.minutes > left]
        apart = (
            (one.key, other.key)
            for one in alone
            for other in long
            if 2 * one.minutes <= left < one.minutes + other.minutes
        )
        return cls(frozenset(one.key for one in alone), frozenset(one.key for one in long), frozenset(apart))


@lru_cache(maxsize=1024)
def _solved(task: "_Task") -> tuple[int | None, ...]:
    return task.solved()


def solved_anew() -> int:
    """Tasks that were solved since `forget`: for measuring."""
    return _solved.cache_info().misses


def forget() -> None:
    """Solve every week anew from here on: for measuring."""
    _solved.cache_clear()


@dataclass(frozen=True, slots=True)
class _Task:
    """A stretch of days to fill; rooms: what fits into each of them. Minutes are 0 everywhere else."""

    slots: tuple[Slot, ...]
    fixed: tuple[Placed, ...]
    frame: Frame
    rooms: tuple[_Room, ...]

    @property
    def days(self) -> range:
        return range(len(self.rooms))

    def solved(self) -> tuple[int | None, ...]:
        """1. a variable for each slot on each day it may have. 2. conditions. 3. costs of what is not nice."""
        places = [(slot, day) for slot in self.slots for day in self._choices(slot)]
        cells = _Cells(places)
        variables = [Variable(self._cost(slot, day, number)) for number, (slot, day) in enumerate(places)]
        if not places:
            return (None,) * len(self.slots)
        rows = [*self._once(cells), *self._order(cells), *self._day_rows(cells), *self._hard_rows(cells)]
        rows += self._rest_rows(cells, variables)
        rows += self._near_rows(cells, variables)
        rows = [row for row in rows if row.binds(variables)]
        values = self._habit(places, variables, rows) or minimise(variables, rows)
        chosen = {slot.key: day for (slot, day), value in zip(places, values, strict=False) if value > 0.5}
        return tuple(chosen.get(slot.key) for slot in self.slots)

    def _habit(
        self, places: Sequence[tuple[Slot, int]], variables: Sequence[Variable], rows: Sequence[Row]
    ) -> tuple[float, ...] | None:
        """The days of the week before, where they hold every session, keep every rule and leave the days between;
        None where they do not. Weeks that are alike are alike for the person, and need no solving."""
        values = [float(slot.usual == day % WEEK) for slot, day in places]
        if sum(values) < len(self.slots) or len({slot.key for slot, _ in places}) < len(self.slots):
            return None
        if any(value and self._is_alone(*place) for value, place in zip(values, places, strict=True)):
            return None
        values += [0.0] * (len(variables) - len(places))
        for row in rows:
            over = sum(weight * values[at] for at, weight in row.terms.items()) - row.most
            if over <= 0:
                continue
            gives = next((at for at, weight in row.terms.items() if weight < 0 and at >= len(places)), None)
            if gives is None or variables[gives].cost > _TWO_A_DAY:
                return None
            values[gives] = max(values[gives], min(over / -row.terms[gives], variables[gives].most))
        met = all(sum(w * values[at] for at, w in row.terms.items()) <= row.most + 1e-9 for row in rows)
        return tuple(values) if met else None

    def _choices(self, slot: Slot) -> list[int]:
        return [
            day
            for day in range(slot.first, slot.last + 1)
            if self.frame.takes(day, hard=slot.hard, new=slot.new) and slot.key in self.rooms[day].alone
        ]

    def _cost(self, slot: Slot, day: int, number: int) -> float:
        """Negative: being placed at all spares what leaving out costs."""
        cost = -_LEFT_OUT[slot.focus] * slot.worth + _LATER * day + _LATER**2 * number
        if slot.focus is Focus.BACKWARD:
            cost += _ON_HARD_RUN if self.frame.runs_hard(day) else _ON_RUN if self.frame.runs(day) else 0.0
            cost += _BEFORE_HARD_RUN if slot.new and self.frame.runs_hard(day + 1) else 0.0
        if self._is_alone(slot, day):
            cost += _ALONE
        if slot.usual is not None and day % WEEK != slot.usual:
            cost += _OTHER_WEEKDAY
        return cost

    def _is_alone(self, slot: Slot, day: int) -> bool:
        return slot.focus in _SHORT and not self.frame.runs(day) and all(one.day != day for one in self.fixed)

    def _once(self, cells: "_Cells") -> Iterable[Row]:
        for slot in self.slots:
            yield Row(cells.of(slot), 1.0)

    def _order(self, cells: "_Cells") -> Iterable[Row]:
        """A slot is placed by a day only if the one before it was placed on an earlier day."""
        by_key = {slot.key: slot for slot in self.slots}
        for slot in self.slots:
            before = by_key.get(slot.after)
            if before is None:
                continue
            for day in self.days:
                own = {at: 1.0 for at, where in cells.days_of(slot) if where <= day}
                if own:
                    yield Row({**own, **{at: -1.0 for at, where in cells.days_of(before) if where < day}}, 0.0)

    def _day_rows(self, cells: "_Cells") -> Iterable[Row]:
        """Minutes and number of sessions of a day; one of a kind."""
        for day in self.days:
            own = cells.on(day)
            there = [placed.slot for placed in self.fixed if placed.day == day]
            yield from self._minute_rows(own, self.rooms[day])
            yield Row({at: 1.0 for at, _ in own}, max(0.0, _A_DAY - len(there)))
            for focus in _LEFT_OUT:
                same = sum(slot.focus is focus for slot in there)
                yield Row({at: 1.0 for at, slot in own if slot.focus is focus}, max(0.0, 1.0 - same))

    @staticmethod
    def _minute_rows(own: Sequence[tuple[int, "Slot"]], room: _Room) -> Iterable[Row]:
        """What does not fit together excludes each other: said pair by pair, which is much quicker to solve than a sum
        of minutes, and the same where a day takes two sessions."""
        long = [(at, slot.key) for at, slot in own if slot.key in room.long]
        yield Row({at: 1.0 for at, _ in long}, 1.0)
        for at, slot in own:
            if slot.key not in room.long:
                yield Row({at: 1.0, **{other: 1.0 for other, key in long if (slot.key, key) in room.apart}}, 1.0)

    def _hard_rows(self, cells: "_Cells") -> Iterable[Row]:
        for day in range(self.days.start - _STEP_D + 1, self.days.stop):
            near = range(day, day + _STEP_D)
            there = sum(placed.slot.hard for placed in self.fixed if placed.day in near)
            terms = {at: 1.0 for one in near for at, slot in cells.on(one) if slot.hard}
            yield Row(terms, max(0.0, 1.0 - there))

    def _rest_rows(self, cells: "_Cells", variables: list[Variable]) -> Iterable[Row]:
        """A variable a day says whether anything is on it; any seven of them leave the days of rest free."""
        busy: dict[int, int] = {}
        taken = {placed.day for placed in self.fixed}
        rows = []
        for day in self.days:
            if self.frame.runs(day) or day in taken or not cells.on(day):
                continue
            busy[day] = len(variables)
            variables.append(Variable(0.0, whole=False))
            own = {at: 1.0 for at, _ in cells.on(day)}
            rows += [Row({at: 1.0, busy[day]: -1.0}, 0.0) for at in own]
            rows.append(Row({**own, busy[day]: -float(_A_DAY)}, 0.0))
        for first in range(self.days.start - WEEK + 1, self.days.stop):
            window = range(first, first + WEEK)
            full = sum(self.frame.runs(day) or day in taken for day in window)
            terms = {busy[day]: 1.0 for day in window if day in busy}
            if full + len(terms) > WEEK - _REST:
                rows.append(Row(terms, max(0.0, WEEK - _REST - full)))
        return rows

    def _near_rows(self, cells: "_Cells", variables: list[Variable]) -> Iterable[Row]:
        """Soft: sessions of a kind that lie too close, and two sessions on one day, cost something."""
        rows = []
        for focus, (apart, cost) in _NEAR.items():
            for day in range(self.days.start - apart + 1, self.days.stop):
                near = range(day, day + apart)
                there = sum(placed.slot.focus is focus and placed.day in near for placed in self.fixed)
                terms = {at: 1.0 for one in near for at, slot in cells.on(one) if slot.focus is focus}
                rows += self._soft(terms, 1.0 - there, cost, variables)
        for day in self.days:
            there = sum(placed.slot.focus not in _SHORT and placed.day == day for placed in self.fixed)
            terms = {at: 1.0 for at, slot in cells.on(day) if slot.focus not in _SHORT}
            rows += self._soft(terms, 1.0 - there, _TWO_A_DAY, variables)
        return rows

    @staticmethod
    def _soft(terms: dict[int, float], most: float, cost: float, variables: list[Variable]) -> list[Row]:
        if len(terms) <= most:
            return []
        excess = len(variables)
        variables.append(Variable(cost, whole=False, most=float(len(terms))))
        return [Row({**terms, excess: -1.0}, max(0.0, most))]


class _Cells:
    """Variable number n says whether slot and day of places[n] go together."""

    def __init__(self, places: Sequence[tuple[Slot, int]]) -> None:
        self._by_key: dict[str, list[tuple[int, int]]] = {}
        self._by_day: dict[int, list[tuple[int, Slot]]] = {}
        for at, (slot, day) in enumerate(places):
            self._by_key.setdefault(slot.key, []).append((at, day))
            self._by_day.setdefault(day, []).append((at, slot))

    def of(self, slot: Slot) -> dict[int, float]:
        return {at: 1.0 for at, _ in self.days_of(slot)}

    def days_of(self, slot: Slot) -> Sequence[tuple[int, int]]:
        return self._by_key.get(slot.key, ())

    def on(self, day: int) -> Sequence[tuple[int, Slot]]:
        return self._by_day.get(day, ())
