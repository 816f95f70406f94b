"""What fills the sessions of one person's plan: workouts by kind, for their minutes, places and limits."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from backstride.evidence import progression
from backstride.plan.answers import Wishes
from backstride.plan.course import Turn
from backstride.plan.doses import AMOUNTS, meant_by
from backstride.plan.exercises import ExerciseKind, suitable
from backstride.plan.kinds import Action, Goal, Limit, Permit, Place
from backstride.plan.ladder import STAGES
from backstride.plan.stage import Stage
from backstride.plan.workout import Workout
from backstride.plan.workouts import (
    RACES,
    backward_workouts,
    falling_workout,
    forward_workout,
    mobility_workout,
    prepared_s,
    race_workout,
    strength_workout,
    test_workout,
)
from backstride.recording import Gait

_STRENGTH_MIN, _SHORT_MIN, _FALLING_MIN = 30.0, 12.0, 20.0
"""Minutes of a session of strength, of mobility or balance, and of fall technique, where the person has as many."""
_FORWARD_MIN = 40.0
_SHORTEST_MIN = 8.0
_FEWER_MIN = 2.0
_SECOND = 60.0


def load_of(workout: Workout) -> float:
    """Mean exertion meant times minutes."""
    return sum(workout.rpe) / 2 * workout.seconds / _SECOND


def running_of(workout: Workout) -> float:
    """Minutes of running backward."""
    return math.fsum(
        block.times * step.seconds / _SECOND
        for block in workout.blocks
        for step in block.steps
        if step.action is Action.BACKWARD and step.gait is Gait.RUN
    )


@dataclass(frozen=True, slots=True)
class Load:
    """Of a week. total: `load_of` all its sessions; running: minutes of running backward."""

    total: float = 0.0
    running: float = 0.0

    @classmethod
    def of(cls, workouts: Iterable[Workout]) -> "Load":
        every = tuple(workouts)
        return cls(sum(load_of(one) for one in every), sum(running_of(one) for one in every))

    def __add__(self, other: "Load") -> "Load":
        return Load(self.total + other.total, self.running + other.running)


@dataclass(frozen=True, slots=True)
class Contents:
    """Recipes for one person. What does not fit into their minutes is None.

    sessions  backward ones a week, as far as a stage takes as many
    hard      whether any day takes hard ones
    """

    goal: Goal
    permit: Permit
    limits: frozenset[Limit]
    places: frozenset[Place]
    minutes: float
    sessions: int
    mats: bool
    forward_mps: float | None = None
    hard: bool = True

    def backward(self, turn: Turn, share: float = 1.0, *, easier: bool = False) -> Workout | None:
        """The `number`th session on a stage. Recipes take turns; the last needed one and the next are the main one,
        so that what the stage asks for can be shown; after them each second is. share: of how long it would be."""
        week = (turn.number - 1) // self.sessions_on(turn.stage)
        past = turn.number - (self.needed(turn.stage) or turn.stage.sessions_least)
        which = turn.number - 1 if past < 0 else past % 2 if past > 1 else 0
        whole = _backward(self, turn.stage.key, week, which, max(_SHORTEST_MIN, self.minutes), easier)
        if share >= 1 or whole is None:
            return whole
        minutes = max(_SHORTEST_MIN, whole.seconds / _SECOND * share)
        return _backward(self, turn.stage.key, week, which, minutes, easier)

    def sessions_on(self, stage: Stage) -> int:
        """Backward sessions a week on a stage."""
        return min(self.sessions, round(AMOUNTS[stage.key].often.high))

    def needed(self, stage: Stage) -> int | None:
        """Sessions until the main workout of a stage holds the stretch that leads on from it, and is long enough to
        prepare its race; None: it never does."""
        return _needed(self, stage.key)

    def prepared_s(self, stage: Stage) -> float:
        """Seconds backward that one session has to reach before the race of the stage; 0: it has no long race."""
        return prepared_s(stage.key, self.forward_mps)

    def strength(self, number: int, share: float = 1.0) -> Workout | None:
        return _strength(self, number, max(_SHORTEST_MIN, min(self.minutes - 1, _STRENGTH_MIN) * share))

    def mobility(self, number: int) -> Workout | None:
        """Stretching; for better balance each second time balance instead."""
        balance = self.goal is Goal.BALANCE and number % 2 == 1
        return _mobility(self, number, ExerciseKind.BALANCE if balance else ExerciseKind.MOBILITY)

    def falling(self, number: int) -> Workout | None:
        return _falling(self, number)

    def test(self) -> Workout | None:
        return _within(self, _test(self.limits))

    def forward(self, hard: bool) -> Workout:
        """The person's own run; how long it takes is theirs to say."""
        return _forward(hard, self.limits)

    def race(self, stage: Stage) -> Workout | None:
        return race_workout(stage.key, None, self.limits, self.forward_mps) if stage.key in RACES else None

    def place(self, workout: Workout) -> Place | None:
        """The best one that the person has; None: wherever they can."""
        return next((place for place in workout.places if place in self.places), None)


def contents_for(
    wishes: Wishes, permit: Permit, limits: frozenset[Limit], forward_mps: float | None = None
) -> Contents:
    """Sessions a week are kept within what anybody has tried."""
    often = progression.SESSIONS_WEEK
    sessions = max(round(often.low), min(round(often.high), wishes.sessions))
    return Contents(
        wishes.goal, permit, limits, wishes.places, float(wishes.minutes), sessions, wishes.mats, forward_mps
    )


def _backward(contents: Contents, stage: str, week: int, which: int, minutes: float, easier: bool) -> Workout | None:
    """Recipes may run over by seconds: then one is asked for that is a little shorter."""
    if contents.goal is not Goal.BALANCE:  # only exercises for balance take turns beyond the weeks of the dose
        week = min(week, round(AMOUNTS[stage].weeks.value))
    asked = minutes
    while asked > _SHORTEST_MIN / 2:
        made = _recipes(contents, stage, week, asked, easier)
        if made and made[which % len(made)].seconds <= contents.minutes * _SECOND:
            return made[which % len(made)]
        asked -= _FEWER_MIN
    return None


@lru_cache(maxsize=2048)
def _recipes(contents: Contents, stage: str, week: int, minutes: float, easier: bool) -> tuple[Workout, ...]:
    made = backward_workouts(stage, minutes, contents.places, contents.limits, week, goal=contents.goal, deload=easier)
    return made if contents.hard else tuple(one for one in made if not one.hard)


@lru_cache(maxsize=512)
def _needed(contents: Contents, stage: str) -> int | None:
    amounts, least = AMOUNTS[stage], STAGES[stage].sessions_least
    race_s = prepared_s(stage, contents.forward_mps)
    for week in range(round(amounts.weeks.value) + 1):
        made = _backward(contents, stage, week, 0, contents.minutes, False)
        meant = meant_by(made.key) if made else None
        if meant and meant.longest_s >= amounts.stretch_s.value and meant.backward_s >= race_s:
            return max(least, week * contents.sessions_on(STAGES[stage]) + 1)
    return None


@lru_cache(maxsize=2048)
def _strength(contents: Contents, number: int, minutes: float) -> Workout | None:
    chosen = suitable(contents.permit, contents.limits, (), ExerciseKind.STRENGTH)
    return _within(contents, strength_workout(chosen, minutes, number))


@lru_cache(maxsize=2048)
def _mobility(contents: Contents, number: int, kind: ExerciseKind) -> Workout | None:
    chosen = suitable(contents.permit, contents.limits, (), kind)
    return _within(contents, mobility_workout(chosen, min(contents.minutes - 1, _SHORT_MIN), number))


@lru_cache(maxsize=512)
def _falling(contents: Contents, number: int) -> Workout | None:
    minutes = min(contents.minutes, _FALLING_MIN)
    return _within(contents, falling_workout(contents.permit, contents.limits, minutes, number, mats=contents.mats))


@lru_cache(maxsize=64)
def _test(limits: frozenset[Limit]) -> Workout:
    return test_workout(limits)


@lru_cache(maxsize=64)
def _forward(hard: bool, limits: frozenset[Limit]) -> Workout:
    return forward_workout(hard, _FORWARD_MIN, limits)


def _within(contents: Contents, made: Workout | None) -> Workout | None:
    return made if made is not None and made.seconds <= contents.minutes * _SECOND else None
