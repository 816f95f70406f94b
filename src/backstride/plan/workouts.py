"""Workouts: the content of sessions, made for a person's minutes, places and limits. Equal input gives equal workouts.

Backward sessions come from the recipes of their stage. The others (strength, mobility, fall technique, a run forward,
a test, a race) each have a function of their own in `workouts_around` and `workouts_race`.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from backstride.evidence import progression
from backstride.plan import cues
from backstride.plan.doses import AMOUNTS
from backstride.plan.exercises import ExerciseKind, suitable
from backstride.plan.kinds import Focus, Goal, Limit, Permit, Place
from backstride.plan.ladder import STAGES
from backstride.plan.workout import Block, Workout
from backstride.plan.workouts_around import (
    falling_workout,
    forward_workout,
    mobility_workout,
    strength_workout,
    test_workout,
)
from backstride.plan.workouts_race import RACES, prepared_s, race_workout
from backstride.plan.workouts_recipes import RECIPES, Recipe
from backstride.plan.workouts_rounds import fill, grown
from backstride.plan.workouts_steps import (
    block_seconds,
    cool_down,
    fitting,
    keyed,
    longest_backward_s,
    named,
    sets_of,
    turned,
    warm_up,
)

__all__ = [
    "RACES",
    "backward_workouts",
    "falling_workout",
    "forward_workout",
    "least_minutes",
    "mobility_workout",
    "prepared_s",
    "race_workout",
    "strength_workout",
    "test_workout",
]

Blocks = tuple[Block, ...]
DRILLS_SHARE = 0.35
"""Of the time between warming up and cooling down, what drills may take."""


@dataclass(frozen=True, slots=True)
class _For:
    """Whom and what a session is made for."""

    minutes: float
    limits: frozenset[Limit] = frozenset()
    week: int = 0
    goal: Goal | None = None
    deload: bool = False


def backward_workouts(
    stage: str,
    minutes: float,
    places: Collection[Place],
    limits: Collection[Limit] = (),
    week: int = 0,
    *,
    goal: Goal | None = None,
    deload: bool = False,
) -> tuple[Workout, ...]:
    """The sessions of a stage that fit into `minutes` and can be done at one of the places, the main one first.

    week    weeks on the stage so far, from 0: the dose grows with it
    goal    for better balance, balance exercises come before the stretches
    deload  an easier week: fewer minutes backward
    Empty: none of the places suits, or there is no time for a single stretch. Raises KeyError for an unknown stage.
    """
    person = _For(minutes, frozenset(limits), week, goal, deload)
    made = (
        _make(stage, recipe, _where(stage, recipe, places, goal), person, number)
        for number, recipe in enumerate(RECIPES[stage])
    )
    return tuple(one for one in made if one is not None)


@lru_cache(maxsize=256)
def least_minutes(stage: str, forward_mps: float | None = None) -> float | None:
    """How long a session has to be for the stage: what leads on from it, or prepares its race, fits in.

    forward_mps  own easy forward speed, by which a race takes its time
    None: no session is long enough. Raises KeyError for an unknown stage.
    """
    row = AMOUNTS[stage]
    least_s = max(row.minutes.low * 60, prepared_s(stage, forward_mps))
    weeks = round(row.weeks.value)
    for minutes in range(5, LONGEST_MINUTES + 1, 5):
        made = backward_workouts(stage, minutes, STAGES[stage].places, week=weeks)
        longest = max((longest_backward_s(one.steps()) for one in made), default=0.0)
        most = max((one.backward_s for one in made), default=0.0)
        if longest >= row.stretch_s.value and most >= least_s:
            return float(minutes)
    return None


LONGEST_MINUTES = 240
"""No session is longer, a race apart."""


def _ends(stage: str, minutes: float, limits: frozenset[Limit], number: int) -> tuple[Blocks, Blocks]:
    """Warming up and cooling down."""
    return warm_up(minutes, STAGES[stage].permit, limits), cool_down(minutes, limits, number)


def _room(minutes: float, first: Blocks, last: Blocks) -> float:
    """Seconds between them."""
    return minutes * 60 - sum(block_seconds(block) for block in (*first, *last))


def _where(stage: str, recipe: Recipe, places: Collection[Place], goal: Goal | None) -> tuple[Place, ...]:
    """Best first; for the sake of the knees soft grass is best."""
    allowed = STAGES[stage].places if recipe.places is None else recipe.places
    found = [place for place in allowed if place in places]
    return tuple(sorted(found, key=lambda place: goal is Goal.KNEES and place is not Place.FIELD))


def _make(stage: str, recipe: Recipe, places: tuple[Place, ...], person: _For, number: int) -> Workout | None:
    row, amounts = STAGES[stage], AMOUNTS[stage]
    minutes_backward, stretch_s = grown(amounts, person.week)
    if recipe.indoors:
        stretch_s = AMOUNTS["ready"].stretch_s.high
    less = progression.DELOAD_SHARE_BACKWARD.value if person.deload else 1.0
    first, last = _ends(stage, person.minutes, person.limits, number)
    room = _room(person.minutes, first, last)
    drills = _drills(recipe, row.permit, person, room * DRILLS_SHARE)
    rounds = fill(
        recipe.round,
        tuple(share * stretch_s for share in recipe.shares),
        minutes_backward * 60 * recipe.amount * less,
        room - sum(block_seconds(block) for block in drills),
    )
    if not rounds or not places:
        return None
    exertion = recipe.exertion or amounts.exertion
    draft = Workout(
        key="",
        name=recipe.name,
        focus=Focus.BACKWARD,
        blocks=(*first, *drills, *rounds, *last),
        purpose=recipe.purpose,
        set_up=tuple(line for line in row.safety if line is not cues.BELT or Place.TREADMILL in places),
        stage=stage,
        rpe=(exertion.low, exertion.high),
        hard=exertion.low >= progression.EXERTION_HARD.low,
        places=places,
    )
    return keyed(draft, f"{stage}.{recipe.key}")


def _drills(recipe: Recipe, permit: Permit, person: _For, seconds: float) -> Blocks:
    """Exercises before the stretches, one set each, as many as fit into the time and suit the person."""
    wanted = named(recipe.drills)
    if person.goal is Goal.BALANCE:
        balance = tuple(one for one in suitable(permit, person.limits, (), ExerciseKind.BALANCE) if one not in wanted)
        wanted += turned(balance, person.week)
    allowed = suitable(permit, person.limits, ())
    chosen = fitting([one for one in wanted if one in allowed], seconds, rests=True)
    return tuple(sets_of(one, 1) for one in chosen)
