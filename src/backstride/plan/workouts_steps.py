"""The steps that workouts are put together from, and the first and last block of every one of them.

A change between backward and forward always passes through a stand: that is where people fall.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from backstride.evidence import progression
from backstride.message import Message, say
from backstride.plan import cues
from backstride.plan.doses import key_for
from backstride.plan.exercises import EXERCISES, Exercise, ExerciseKind, suitable
from backstride.plan.kinds import Action, Limit, Permit, Until
from backstride.plan.workout import Block, Step, Workout
from backstride.recording import Gait

Share = tuple[float, float]

SAY_STOP = say("Stop. Stand still.")
SAY_LOOK = say("Stand. Look over both shoulders.")
SAY_TURN = say("Turn around in small steps")
SAY_REST = say("Rest")
WALK_EASY = say("Walk forward, easy")


def backward(seconds: float, says: Message, gait: Gait, speed: Share | None = None, fast: bool = False) -> Step:
    """A timed stretch backward with the reminders that suit it."""
    spoken = cues.SPOKEN_FAST if fast else cues.SPOKEN_RUN if gait is Gait.RUN else cues.SPOKEN_WALK
    return Step(Action.BACKWARD, gait, Until.TIME, seconds, says, cues=spoken, speed=speed)


def forward(seconds: float, says: Message = WALK_EASY, gait: Gait = Gait.WALK) -> Step:
    """Easy movement forward between stretches."""
    return Step(Action.FORWARD, gait, Until.TIME, seconds, says)


def stop() -> Step:
    """The stop that makes a change of direction safe."""
    return Step(Action.STAND, Gait.NONE, Until.TIME, progression.COUNTED_STOP_S.value, SAY_STOP)


def look() -> Step:
    """The stand before going backward."""
    return Step(Action.STAND, Gait.NONE, Until.TIME, progression.LOOK_S.value, SAY_LOOK)


def turn() -> Step:
    """A turn on the spot."""
    return Step(Action.TURN, Gait.NONE, Until.TIME, progression.TURN_S.value, SAY_TURN)


def rest(seconds: float) -> Step:
    """A rest between sets."""
    return Step(Action.STAND, Gait.NONE, Until.TIME, seconds, SAY_REST)


def exercise_steps(exercise: Exercise, action: Action = Action.EXERCISE) -> tuple[Step, ...]:
    """One set of an exercise: a step, or two where each side is done for itself."""
    dose = exercise.dose
    sides = (
        (say("{exercise}, left side", exercise=exercise.name), say("{exercise}, right side", exercise=exercise.name))
        if dose.each_side
        else (exercise.name,)
    )
    seconds = exercise.usual_s / len(sides)
    return tuple(
        Step(action, Gait.NONE, dose.until, dose.amount, says, usual_s=seconds, exercise=exercise.key) for says in sides
    )


def set_seconds(exercise: Exercise) -> float:
    """How long one set takes, both sides together, without the rest."""
    return sum(step.seconds for step in exercise_steps(exercise))


def sets_of(exercise: Exercise, sets: int | None = None) -> Block:
    """An exercise with its sets and rests."""
    dose = exercise.dose
    pause = (rest(dose.rest_s),) if dose.rest_s else ()
    return Block(sets or dose.sets, (*exercise_steps(exercise), *pause))


def block_seconds(block: Block) -> float:
    """How long a block takes, repeats and all."""
    return block.times * sum(step.seconds for step in block.steps)


@lru_cache(maxsize=512)
def warm_up(minutes: float, permit: Permit, limits: frozenset[Limit], goes: bool = True) -> tuple[Block, ...]:
    """Walking forward (on the spot where nobody `goes` anywhere), then one set each of what loosens up."""
    seconds = share_of(
        minutes, progression.WARM_UP_SHARE.value, progression.WARM_UP_MINUTES.low, progression.WARM_UP_MINUTES.high
    )
    says = say("Warm up: walk about or march on the spot")
    if goes:
        says = say("Warm up: walk forward, a little faster every minute")
    library = [one for one in suitable(permit, limits, (), ExerciseKind.WARM_UP) if goes or one.key != "march"]
    chosen = fitting(sorted(library, key=lambda one: one.key != "shoulder-checks"), seconds / 2)
    loose = tuple(step for one in chosen for step in exercise_steps(one, Action.WARM_UP))
    walking = _even(seconds - sum(step.seconds for step in loose))
    first = Step(Action.WARM_UP, Gait.WALK if goes else Gait.NONE, Until.TIME, walking, says)
    return (Block(1, (first, *loose)),)


@lru_cache(maxsize=512)
def cool_down(minutes: float, limits: frozenset[Limit], number: int = 0) -> tuple[Block, ...]:
    """Walking it out, then a stretch or two; `number` turns through the stretches."""
    seconds = share_of(
        minutes,
        progression.COOL_DOWN_SHARE.value,
        progression.COOL_DOWN_MINUTES.low,
        progression.COOL_DOWN_MINUTES.high,
    )
    library = suitable(Permit.NOTHING, limits, (), ExerciseKind.MOBILITY)
    chosen = fitting(turned(library, number), seconds * 0.6)
    stretches = tuple(step for one in chosen for step in exercise_steps(one, Action.COOL_DOWN))
    walking = _even(seconds - sum(step.seconds for step in stretches))
    out = Step(Action.COOL_DOWN, Gait.WALK, Until.TIME, walking, say("Cool down: walk forward, slower and slower"))
    return (Block(1, (out, *stretches)),)


def share_of(minutes: float, share: float, low: float, high: float) -> float:
    """Seconds: a share of a session, within bounds in minutes, but never more than a quarter beyond the share."""
    return min(max(minutes * share, min(low, minutes * share * 1.25)), high) * 60


def fitting(exercises: Sequence[Exercise], seconds: float, *, rests: bool = False) -> tuple[Exercise, ...]:
    """As many exercises, in their order, as one set each fits into the time, with its rest where there are `rests`."""
    chosen, left = [], seconds
    for one in exercises:
        needed = set_seconds(one) + (one.dose.rest_s if rests else 0.0)
        if needed <= left:
            chosen.append(one)
            left -= needed
    return tuple(chosen)


def turned(exercises: Sequence[Exercise], number: int) -> tuple[Exercise, ...]:
    """The same in another order: begun further on, so that sessions differ."""
    if not exercises:
        return ()
    start = number % len(exercises)
    return tuple(exercises[start:]) + tuple(exercises[:start])


def named(keys: Collection[str]) -> tuple[Exercise, ...]:
    """Exercises of the library by key, in the order of the keys."""
    return tuple(EXERCISES[key] for key in keys)


def _even(seconds: float) -> float:
    """Down to whole five seconds, from a minute on to half minutes; never nothing."""
    return max(5.0, seconds // 30 * 30 if seconds >= 60 else seconds // 5 * 5)


def longest_backward_s(steps: Iterable[Step]) -> float:
    """The longest stretch backward: steps backward that follow each other are one stretch."""
    longest = current = 0.0
    for step in steps:
        current = current + step.seconds if step.action is Action.BACKWARD else 0.0
        longest = max(longest, current)
    return longest


def keyed(workout: Workout, recipe: str) -> Workout:
    """The workout with the key that its content and recipe give it."""
    longest_s = longest_backward_s(workout.steps())
    return replace(workout, key=key_for(recipe, workout.seconds / 60, longest_s, workout.backward_s, workout.blocks))
