"""What a week wants: backward sessions of the course, and what goes with them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from backstride.evidence import scheduling
from backstride.message import say
from backstride.plan.answers import Answers
from backstride.plan.content import Contents
from backstride.plan.course import PRACTICES, Course, Turn, week_of
from backstride.plan.kinds import Focus, Goal
from backstride.plan.planned import Because, Planned
from backstride.plan.schedule import WEEK, Frame
from backstride.plan.workout import Workout

_DELOAD = round(scheduling.DELOAD_EVERY.value)
_TEST = round(scheduling.TEST_EVERY.value)
_TAPER_WEEKS = round(scheduling.TAPER_DAYS.value / WEEK)
_STRENGTH = round(scheduling.STRENGTH_PER_WEEK.value)
_MOBILITY = round(scheduling.MOBILITY_PER_WEEK.value)
RACES: Mapping[Goal, str] = {Goal.FIVE_KM: "race-5k", Goal.MARATHON: "race-marathon"}
"""Goals that end with a race, and the stage that prepares it."""

_FIRST_STRENGTH, _FIRST_BACKWARD, _RACE, _REFRESHER = 4.0, 1.5, 10.0, 0.02
"""What leaving these out costs, as factors on the cost of their kind."""


LIGHTER: tuple[tuple[float, int], ...] = (
    (1.0, 3), (0.85, 3), (1.0, 2), (0.85, 2), (0.7, 2), (1.0, 1), (0.7, 1), (0.55, 1),
)  # fmt: skip
"""Backward sessions, lighter and lighter: share of their minutes, and how many of them a week at most."""


@dataclass(frozen=True, slots=True)
class Easing:
    """How a week is made lighter: minutes and number of sessions by kind. backward: the row of `LIGHTER`."""

    strength_share: float = 1.0
    backward: int = 0
    strength: int = _STRENGTH
    mobility: int = _MOBILITY


EASINGS: tuple[Easing, ...] = (
    Easing(),
    Easing(0.75),
    Easing(0.5),
    Easing(0.5, mobility=1),
    Easing(0.5, mobility=0),
    *(Easing(0.5, row, mobility=0) for row in range(1, 5)),
    *(Easing(0.5, row, strength=1, mobility=0) for row in range(4, len(LIGHTER))),
    Easing(0.5, len(LIGHTER) - 1, strength=0, mobility=0),
)
"""Lighter and lighter: strength gets shorter first, then mobility gives way, then the third backward session; only then
backward sessions get shorter, and one of two strength sessions gives way."""


@dataclass(frozen=True, slots=True)
class Want:
    """A session that a week wants: the `number`th of its kind in it, from 1.

    turn    of the course; None: not a backward session, or the race
    after   key of the session that has to come before
    last    last day (from the plan's start) it may have; None: any of the week
    worth   factor on what leaving it out costs
    counts  whether it is missed where it finds no day
    """

    key: str
    focus: Focus
    workout: Workout
    number: int
    turn: Turn | None = None
    race: bool = False
    after: str = ""
    last: int | None = None
    worth: float = 1.0
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Setting:
    """What a plan is made from, the same for all its weeks. taken: ids of sessions that stay."""

    plan: str
    answers: Answers
    start: date
    contents: Contents
    frame: Frame
    taken: frozenset[str] = frozenset()

    @property
    def weeks(self) -> int:
        return self.answers.wishes.weeks

    def first(self, week: int) -> date:
        return self.start + timedelta(days=WEEK * week)

    def week_of(self, day: date) -> int:
        return (day - self.start).days // WEEK

    def is_deload(self, week: int) -> bool:
        """Every so many weeks, but not the last one, nor in the taper before a race."""
        end = self.weeks - (_TAPER_WEEKS if self.answers.wishes.goal in RACES else 1)
        return week % _DELOAD == _DELOAD - 1 and week < end

    def is_test(self, week: int) -> bool:
        """At the start, every so many weeks, and at the end."""
        return week == self.weeks - 1 or (week % _TEST == 0 and week < self.weeks - 2)

    def is_taper(self, week: int, course: Course) -> bool:
        """Whether a race is near that the course has prepared: all sessions of its stage, one of them long enough."""
        near = week >= self.weeks - _TAPER_WEEKS
        return near and self.is_prepared(course) and self.race_day() is not None

    def is_prepared(self, course: Course) -> bool:
        """Whether everything that comes before the race of the goal was done."""
        there = course.stage.key == RACES.get(self.answers.wishes.goal) and course.done >= course.needed
        return there and course.longest_s >= self.contents.prepared_s(course.stage)

    def strength(self, week: int, course: Course) -> int:
        """Sessions of strength that a week should hold."""
        return 1 if self.is_taper(week, course) else _STRENGTH

    def race_day(self) -> int | None:
        """The last day of the plan on which a hard session may be; None: there is none in its last week."""
        days = range(WEEK * self.weeks - 1, WEEK * (self.weeks - 1) - 1, -1)
        return next((day for day in days if self.frame.takes(day, hard=True, new=False)), None)

    def own_run(self, day: date) -> Planned:
        """A run forward that the person does anyway."""
        workout = self.contents.forward(day.weekday() in self.answers.wishes.hard)
        name = f"{self.plan}-{self.week_of(day) + 1:02d}-forward-{day.weekday() + 1}"
        return Planned(name, day, workout, self.contents.place(workout), (OWN_RUN,))


OWN_RUN = Because(say("Your own run, on the day you named. The rest is placed around it."))


def wants(
    setting: Setting, course: Course, week: int, stays: Sequence[Planned], numbers: Mapping[Focus, int], easing: Easing
) -> tuple[tuple[Want, ...], Course]:
    """The sessions a week wants besides those that stay in it, and where the course stands when all find a day."""
    one = _Week(setting, course, week, {focus: _count(stays, focus) for focus in Focus}, numbers, easing)
    backward, after = one.backward()
    mine = (*backward, *one.falling(), *one.strength(), *one.test(), *one.mobility())
    after = after.practised(sum(want.focus is Focus.FALLING for want in mine))
    return mine, after.went(want.workout for want in mine)


def _count(sessions: Sequence[Planned], focus: Focus) -> int:
    return sum(one.workout.focus is focus for one in sessions)


@dataclass(frozen=True, slots=True)
class _Week:
    """One week's wants. there: sessions of each kind that stay in it; numbers: of the whole plan before it."""

    setting: Setting
    course: Course
    week: int
    there: Mapping[Focus, int]
    numbers: Mapping[Focus, int]
    easing: Easing

    def backward(self) -> tuple[list[Want], Course]:
        setting, contents = self.setting, self.setting.contents
        easier, taper = setting.is_deload(self.week), setting.is_taper(self.week, self.course)
        race = contents.race(self.course.stage) if taper and self.week == setting.weeks - 1 else None
        share, most = LIGHTER[self.easing.backward]
        turns, after = self._turns(most, int(race is not None), easier=easier)
        share *= scheduling.TAPER_SHARE.value if taper else 1.0
        last = setting.race_day()
        keys = self._keys(Focus.BACKWARD)
        found: list[Want] = []
        for number, turn in enumerate(turns, self.there[Focus.BACKWARD] + 1):
            workout = contents.backward(turn, share, easier=easier)
            if workout is None:
                return found, self.course
            found.append(
                Want(
                    next(keys), Focus.BACKWARD, workout, number, turn,
                    after=found[-1].key if found else "",
                    last=last - 1 if race and last is not None else None,
                    worth=1.0 if found else _FIRST_BACKWARD,
                )
            )  # fmt: skip
        if race is not None:
            found.append(Want(next(keys), Focus.BACKWARD, race, len(found) + 1, race=True, last=last, worth=_RACE))
        return found, after

    def _turns(self, most: int, races: int, *, easier: bool) -> tuple[tuple[Turn, ...], Course]:
        """As many as the person wants and every stage of the week takes."""
        sessions, there = min(self.setting.contents.sessions, most), self.there[Focus.BACKWARD] + races
        turns, after = week_of(self.course, max(0, sessions - there), easier=easier)
        fewer = min((self.setting.contents.sessions_on(turn.stage) for turn in turns), default=sessions)
        if fewer >= sessions:
            return turns, after
        return week_of(self.course, max(0, fewer - there), easier=easier)

    def falling(self) -> Iterator[Want]:
        """As jogging comes near; later now and then."""
        missing = PRACTICES - self.course.practices
        until = self.course.sessions_to_jog()
        sessions = self.setting.contents.sessions
        if not self.course.falling:
            return
        if missing <= 0 or until is None:
            wanted = 1 if missing <= 0 and self.week % _TEST == _TEST // 2 else 0
        else:
            wanted = missing if until <= sessions else 1 if until <= sessions * (missing + 1) else 0
        chain = ""
        keys = self._keys(Focus.FALLING)
        for number in range(self.there[Focus.FALLING], wanted):
            workout = self.setting.contents.falling(self.numbers[Focus.FALLING] + number)
            if workout is None:
                return
            urgent = missing > 0
            worth = 1.0 if urgent else _REFRESHER
            want = Want(next(keys), Focus.FALLING, workout, number + 1, after=chain, worth=worth, counts=urgent)
            chain = want.key
            yield want

    def strength(self) -> Iterator[Want]:
        taper = self.setting.is_taper(self.week, self.course)
        wanted = min(self.setting.strength(self.week, self.course), self.easing.strength)
        less = scheduling.DELOAD_SHARE.value if taper or self.setting.is_deload(self.week) else 1.0
        keys, chain = self._keys(Focus.STRENGTH), ""
        for number in range(self.there[Focus.STRENGTH], wanted):
            workout = self.setting.contents.strength(
                self.numbers[Focus.STRENGTH] + number, self.easing.strength_share * less
            )
            if workout is None:
                return
            worth = 1.0 if number else _FIRST_STRENGTH
            want = Want(next(keys), Focus.STRENGTH, workout, number + 1, after=chain, worth=worth)
            chain = want.key
            yield want

    def test(self) -> Iterator[Want]:
        workout = self.setting.contents.test()
        if self.setting.is_test(self.week) and not self.there[Focus.TEST] and workout is not None:
            yield Want(next(self._keys(Focus.TEST)), Focus.TEST, workout, 1)

    def mobility(self) -> Iterator[Want]:
        keys, chain = self._keys(Focus.MOBILITY), ""
        for number in range(self.there[Focus.MOBILITY], self.easing.mobility):
            workout = self.setting.contents.mobility(self.numbers[Focus.MOBILITY] + number)
            if workout is None:
                return
            want = Want(next(keys), Focus.MOBILITY, workout, number + 1, after=chain, counts=False)
            chain = want.key
            yield want

    def _keys(self, focus: Focus) -> Iterator[str]:
        """Ids that no session that stays has."""
        number = 0
        while True:
            number += 1
            key = f"{self.setting.plan}-{self.week + 1:02d}-{focus.name.lower()}-{number}"
            if key not in self.setting.taken:
                yield key
