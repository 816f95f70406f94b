"""Sessions around the backward ones: strength, mobility, fall technique, a run forward, a test."""

from collections.abc import Collection, Sequence

from backstride.evidence import progression
from backstride.message import Message, say
from backstride.plan.exercises import EXERCISES, Equipment, Exercise, ExerciseKind, suitable
from backstride.plan.kinds import Action, Focus, Limit, Permit, Place, Until
from backstride.plan.record import FALLING
from backstride.plan.workout import Block, Step, Workout
from backstride.plan.workouts_steps import (
    block_seconds,
    cool_down,
    keyed,
    look,
    rest,
    sets_of,
    stop,
    turned,
    warm_up,
)
from backstride.recording import Gait

INDOORS = (Place.HOME, Place.GYM, Place.FIELD, Place.TRACK, Place.PATH)
TRIES = 3
"""Of a test, the best one counts (one-leg stance after Springer 2007)."""


def strength_workout(exercises: Sequence[Exercise], minutes: float, number: int = 0) -> Workout | None:
    """As many of the exercises as fit, begun at another one each time (`number`). None: nothing fits."""
    return _library(
        exercises,
        minutes,
        number,
        "strength",
        Focus.STRENGTH,
        say("Strength"),
        say("Thighs, calves, hips and trunk: what carries you backward and keeps you upright when a step goes wrong."),
    )


def mobility_workout(exercises: Sequence[Exercise], minutes: float, number: int = 0) -> Workout | None:
    """Stretches and joints, as many as fit. None: nothing fits."""
    return _library(
        exercises,
        minutes,
        number,
        "mobility",
        Focus.MOBILITY,
        say("Mobility"),
        say("Hamstrings, calves, hips and shins: the step backward asks for range where running forward does not."),
    )


def falling_workout(
    permit: Permit, limits: Collection[Limit], minutes: float, number: int = 0, *, mats: bool = False
) -> Workout | None:
    """Fall technique in the right order, each after what it builds on; low and soft where there are no mats.

    `number` of such sessions done: harder ones come in after the easier ones. None: limits forbid it.
    """
    known = frozenset(limits)
    if not SOFT_NOT_FOR.isdisjoint(known):
        return None
    chosen = [
        one
        for one in suitable(permit, known, {Equipment.MAT, Equipment.PARTNER}, ExerciseKind.FALLING)
        if _depth(one) <= number and _reachable(one, known)
    ]
    if not mats or not chosen:
        return _soft(minutes, known, number)
    first, last = warm_up(minutes, Permit.NOTHING, known, goes=False), cool_down(minutes, known, number)
    blocks = _sets(sorted(chosen, key=_depth), minutes * 60 - _seconds((*first, *last)))
    if not blocks:
        return None
    return keyed(
        Workout(
            key="",
            name=say("Fall technique"),
            focus=Focus.FALLING,
            blocks=(*first, *blocks, *last),
            purpose=say(
                "Chin in, back round, slap the mat: practised low and slowly, so that it is there when you need it."
            ),
            set_up=(
                say("Mats only, two metres free on every side, nothing in your pockets"),
                say("Somebody watches; stop with the first bump of the head or pain in the neck"),
            ),
            rpe=(progression.EXERTION_EASY.low, progression.EXERTION_EASY.high),
            places=(Place.GYM, Place.HOME),
        ),
        FALLING,
    )


SOFT_NOT_FOR = EXERCISES["back-rock"].not_for - {Limit.BACK}
"""Without mats nothing is rolled over, so a sore back does not forbid it."""


def _soft(minutes: float, limits: frozenset[Limit], number: int) -> Workout:
    """What can be practised on soft grass or a folded blanket: chin, slap and sitting down, without any height."""
    first, last = warm_up(minutes, Permit.NOTHING, limits, goes=False), cool_down(minutes, limits, number)
    lines = (
        (say("Lie on your back, knees bent: lift the chin to the chest and hold it, then let go"), 8, 40.0),
        (
            say("Lying, chin on the chest: slap the ground with both forearms, close to the body, and breathe out"),
            8,
            40.0,
        ),
        (say("Sit down slowly from a squat, arms forward, chin on the chest, seat close to the heels"), 6, 45.0),
    )
    steps = tuple(
        Step(Action.EXERCISE, Gait.NONE, Until.REPS, count, says, usual_s=seconds) for says, count, seconds in lines
    )
    block = Block(1, tuple(piece for step in steps for piece in (step, rest(SOFT_REST_S))))
    room = minutes * 60 - _seconds((*first, *last))
    times = max(1, min(2, int(room // block_seconds(block))))
    return keyed(
        Workout(
            key="",
            name=say("Fall technique, low and soft"),
            focus=Focus.FALLING,
            blocks=(*first, Block(times, block.steps), *last),
            purpose=say(
                "Without mats you practise the three things that matter most: chin in, arms slap, sit down close."
            ),
            set_up=(
                say("Soft grass or a folded blanket, two metres free on every side, nothing in your pockets"),
                say("Stop with the first bump of the head or pain in the neck; a club with mats is the next step"),
            ),
            rpe=(progression.EXERTION_GENTLE.low, progression.EXERTION_GENTLE.high),
            places=(Place.FIELD, Place.HOME, Place.GYM),
        ),
        f"{FALLING}.soft",
    )


SOFT_REST_S = 20.0


def forward_workout(hard: bool, minutes: float, limits: Collection[Limit] = ()) -> Workout:
    """A run forward of the person's own: easy, or hard in the way that they mean it to be."""
    known = frozenset(limits)
    first, last = warm_up(minutes, Permit.NOTHING, known), cool_down(minutes, known)
    room = minutes * 60 - _seconds((*first, *last))
    exertion = progression.EXERTION_HARD if hard else progression.EXERTION_EASY
    says = say("Run forward as you meant to: fast, long or uphill") if hard else say("Run forward, easy")
    main = Block(1, (Step(Action.FORWARD, Gait.RUN, Until.TIME, max(60.0, room // 60 * 60), says),))
    return keyed(
        Workout(
            key="",
            name=say("Run forward, hard") if hard else say("Run forward, easy"),
            focus=Focus.FORWARD,
            blocks=(*first, main, *last),
            purpose=say("Your running forward goes on beside it; it is the base of your breath."),
            rpe=(exertion.low, exertion.high),
            hard=hard,
            places=(Place.PATH, Place.TRACK, Place.FIELD, Place.TREADMILL),
        ),
        "forward.hard" if hard else "forward.easy",
    )


def test_workout(limits: Collection[Limit]) -> Workout:
    """One-leg stance and three metres backward, three tries each, the best one counts."""
    known = frozenset(limits)
    first = warm_up(TEST_MINUTES, Permit.NOTHING, known)
    lines = (
        say("One-leg stance, left side, until the foot comes down; have the time taken"),
        say("One-leg stance, right side, until the foot comes down; have the time taken"),
    )
    stands = tuple(
        Step(Action.EXERCISE, Gait.NONE, Until.TIME, STANCE_S, says, exercise="one-leg-stance") for says in lines
    )
    stance = Block(TRIES, (*stands, rest(SOFT_REST_S)))
    walk = Step(
        Action.BACKWARD,
        Gait.WALK,
        Until.DISTANCE,
        3.0,
        say("Walk three metres backward, as fast as is safe; have the time taken"),
        usual_s=progression.BACKWARD_3M_JOG_S.high,
    )
    back = Step(Action.FORWARD, Gait.WALK, Until.DISTANCE, 3.0, say("Walk back to the start"), usual_s=5.0)
    tries = Block(TRIES, (look(), walk, stop(), back))
    return keyed(
        Workout(
            key="",
            name=say("Balance and three metres"),
            focus=Focus.TEST,
            blocks=(*first, stance, tries),
            purpose=say("Two short tests that tell whether balance is ready for the next stage."),
            set_up=(
                say("Mark three metres on a clear floor, with another metre free behind the mark"),
                say("Somebody walks beside you and takes the time; a wall is in reach for the stance"),
            ),
            rpe=(progression.EXERTION_GENTLE.low, progression.EXERTION_GENTLE.high),
            places=INDOORS,
        ),
        "test",
    )


TEST_MINUTES = 10.0
STANCE_S = 30.0
"""The most that a try lasts; it ends when the foot comes down."""


def _library(
    exercises: Sequence[Exercise],
    minutes: float,
    number: int,
    recipe: str,
    focus: Focus,
    name: Message,
    purpose: Message,
) -> Workout | None:
    # Chosen for a person, the exercises tell what to be careful with: all that none of them is ruled out by.
    limits = frozenset(limit for limit in Limit if all(limit not in one.not_for for one in exercises))
    first, last = warm_up(minutes, Permit.NOTHING, limits, goes=False), cool_down(minutes, limits, number)
    blocks = _sets(turned(exercises, number * 3), minutes * 60 - _seconds((*first, *last)))
    if not blocks:
        return None
    exertion = progression.EXERTION_STEADY if focus is Focus.STRENGTH else progression.EXERTION_GENTLE
    return keyed(
        Workout(
            key="",
            name=name,
            focus=focus,
            blocks=(*first, *blocks, *last),
            purpose=purpose,
            rpe=(exertion.low, exertion.high),
            places=INDOORS,
        ),
        recipe,
    )


def _sets(exercises: Sequence[Exercise], seconds: float) -> tuple[Block, ...]:
    """Exercises with all their sets, as many as fit in their order; the last one with fewer sets if need be."""
    blocks: list[Block] = []
    left = seconds
    for one in exercises:
        once = block_seconds(sets_of(one, 1))
        sets = min(one.dose.sets, int(left // once)) if once else 0
        if sets >= 1:
            blocks.append(sets_of(one, sets))
            left -= sets * once
    return tuple(blocks)


def _depth(exercise: Exercise) -> int:
    """How many exercises come before it."""
    return max((1 + _depth(EXERCISES[key]) for key in exercise.after), default=0)


def _reachable(exercise: Exercise, limits: frozenset[Limit]) -> bool:
    """Whether limits allow all that it builds on."""
    return all(
        EXERCISES[key].not_for.isdisjoint(limits) and _reachable(EXERCISES[key], limits) for key in exercise.after
    )


def _seconds(blocks: Sequence[Block]) -> float:
    return sum(block_seconds(block) for block in blocks)
