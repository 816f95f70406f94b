"""The plan in words: goals, places, kinds of sessions, what is allowed, and the dose of a step, a block, a workout."""

from collections.abc import Iterator, Mapping, Sequence

from backstride.message import Message, say
from backstride.plan.criteria import length
from backstride.plan.exercises import EXERCISES
from backstride.plan.kinds import Action, Focus, Goal, Permit, Place, Until
from backstride.plan.workout import Block, Step, Workout
from backstride.recording import Gait

GOALS: Mapping[Goal, Message] = {
    Goal.FIRST_10_MIN: say("My first 10 minutes backward"),
    Goal.FIRST_20_MIN: say("20 minutes backward in one go"),
    Goal.FIVE_KM: say("5 km backward"),
    Goal.MARATHON: say("A marathon backward"),
    Goal.ECONOMY: say("Running forward with less effort"),
    Goal.KNEES: say("Kind to the knees, good for the heart"),
    Goal.AGILITY: say("Quicker turns for my sport"),
    Goal.BALANCE: say("Better balance"),
}
PLACES: Mapping[Place, Message] = {
    Place.TRACK: say("track"),
    Place.FIELD: say("grass field"),
    Place.GYM: say("gym or hall"),
    Place.PATH: say("straight path"),
    Place.HILL: say("gentle hill"),
    Place.TREADMILL: say("treadmill"),
    Place.HOME: say("at home"),
}
FOCUSES: Mapping[Focus, Message] = {
    Focus.BACKWARD: say("Backward"),
    Focus.FORWARD: say("Forward"),
    Focus.STRENGTH: say("Strength"),
    Focus.MOBILITY: say("Mobility"),
    Focus.FALLING: say("Fall technique"),
    Focus.TEST: say("Test"),
}
ACTIONS: Mapping[Action, Message] = {
    Action.WARM_UP: say("Warm up"),
    Action.BACKWARD: say("Backward"),
    Action.FORWARD: say("Forward"),
    Action.STAND: say("Stand"),
    Action.TURN: say("Turn"),
    Action.EXERCISE: say("Exercise"),
    Action.COOL_DOWN: say("Cool down"),
}
PERMITS: Mapping[Permit, Message] = {
    Permit.NOTHING: say("nothing backward yet"),
    Permit.WALK: say("walking backward"),
    Permit.JOG: say("jogging backward"),
    Permit.RUN: say("running backward"),
}
_MOVES: Mapping[tuple[Action, Gait], Message] = {
    (Action.BACKWARD, Gait.WALK): say("walking backward"),
    (Action.BACKWARD, Gait.RUN): say("running backward"),
    (Action.FORWARD, Gait.WALK): say("walking forward"),
    (Action.FORWARD, Gait.RUN): say("running forward"),
}
_ENDS = (Action.WARM_UP, Action.COOL_DOWN)
_BETWEEN = (Action.STAND, Action.TURN)


def amount(step: Step) -> Message:
    """How much of a step: seconds, minutes, metres, repetitions; or until the person goes on."""
    if step.until is Until.TIME:
        return length(step.amount)
    if step.until is Until.DISTANCE:
        return say("{count} m", count=round(step.amount))
    if step.until is Until.REPS:
        return say("{count} times", count=round(step.amount))
    return say("as long as you like")


def step_in_words(step: Step) -> Message:
    """A step with its dose: "30 s walking backward", or the exercise's own line and the dose."""
    move = _MOVES.get((step.action, step.gait))
    if move is not None:
        return say("{amount} {what}", amount=amount(step), what=move)
    if step.exercise:
        exercise = EXERCISES[step.exercise]
        if exercise.dose.each_side:
            return say("{what}, {amount} each side", what=exercise.name, amount=amount(step))
        return say("{what}, {amount}", what=exercise.name, amount=amount(step))
    return say("{what}, {amount}", what=step.says, amount=amount(step))


def block_in_words(block: Block) -> Message:
    """ "4 × 30 s walking backward, 15 s walking forward": stands and turns between are not told."""
    steps = [step for step in block.steps if step.action not in _BETWEEN] or list(block.steps)
    inner = listed([step_in_words(step) for step in _joined(steps)])
    return inner if block.times == 1 else say("{times} × {what}", times=block.times, what=inner)


def dose_in_words(workout: Workout) -> tuple[Message, ...]:
    """The dose of a workout, a line a block, without warming up and cooling down.

    The last round lacks its way forward, as cooling down begins there; it is counted with those before it.
    """
    lines: list[Message] = []
    blocks = list(main_blocks(workout))
    while blocks:
        block = blocks.pop(0)
        if blocks and blocks[0].times == 1 and blocks[0].steps == block.steps[:-1]:
            blocks.pop(0)
            block = Block(block.times + 1, block.steps)
        lines.append(block_in_words(block))
    return tuple(lines)


def main_blocks(workout: Workout) -> tuple[Block, ...]:
    """The blocks between warming up and cooling down."""
    return tuple(block for block in workout.blocks if any(step.action not in _ENDS for step in block.steps))


def listed(parts: Sequence[Message]) -> Message:
    """One message of several (at least one), with commas."""
    whole = parts[0]
    for part in parts[1:]:
        whole = say("{first}, {then}", first=whole, then=part)
    return whole


def _joined(steps: Sequence[Step]) -> Iterator[Step]:
    """Both sides of an exercise are told once."""
    last = ""
    for step in steps:
        if not step.exercise or step.exercise != last:
            yield step
        last = step.exercise
