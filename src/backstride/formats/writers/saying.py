"""Steps, amounts and places as short sentences: what calendars, sheets, watches and the spoken session share.

Nothing is translated here: every function takes `w`, which turns a message into the reader's language.
"""

import math
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from backstride.message import Message, say
from backstride.plan.exercises import EXERCISES
from backstride.plan.kinds import Action, Focus, Place, Until
from backstride.plan.workout import Block, Step, Workout

Say = Callable[[Message], str]

ACTIONS: Mapping[Action, Message] = {
    Action.WARM_UP: say("Warm up"),
    Action.BACKWARD: say("Backward"),
    Action.FORWARD: say("Forward"),
    Action.STAND: say("Stand"),
    Action.TURN: say("Turn"),
    Action.EXERCISE: say("Exercise"),
    Action.COOL_DOWN: say("Cool down"),
}
FOCI: Mapping[Focus, Message] = {
    Focus.BACKWARD: say("Backward"),
    Focus.FORWARD: say("Forward"),
    Focus.STRENGTH: say("Strength"),
    Focus.MOBILITY: say("Mobility"),
    Focus.FALLING: say("Fall technique"),
    Focus.TEST: say("Test"),
}
PLACES: Mapping[Place, Message] = {
    Place.TRACK: say("Track"),
    Place.FIELD: say("Grass"),
    Place.GYM: say("Gym"),
    Place.PATH: say("Path"),
    Place.HILL: say("Hill"),
    Place.TREADMILL: say("Treadmill"),
    Place.HOME: say("Home"),
}


# Exercises that are done on one side and then the other say so; a watch has room for a letter.
_SIDES: Mapping[str, Message] = {"left": say("L"), "right": say("R")}


@dataclass(frozen=True, slots=True)
class Line:
    """A step as a row: what to do, how much of it ("30 s"; empty: open), and the cues."""

    says: str
    amount: str
    cues: tuple[str, ...]


def printable(w: Say) -> Say:
    """The same words without characters that command terminals and that calendars and builders forbid."""
    return lambda message: "".join(
        char for char in w(message) if char == "\n" or unicodedata.category(char) not in _UNFIT
    )


_UNFIT = frozenset({"Cc", "Cs"})  # controls, and halves of characters


def line(step: Step, w: Say) -> Line:
    """A step in words."""
    return Line(w(step.says), amount(step, w), tuple(w(cue) for cue in step.cues))


def in_brief(steps: Sequence[Step], w: Say) -> Iterator[Line]:
    """The steps in words; both sides of an exercise as one line."""
    for _, run in groupby(steps, key=lambda step: (step.exercise or id(step), step.until, step.amount)):
        some = tuple(run)
        exercise = EXERCISES.get(some[0].exercise)
        if exercise is not None and len(some) == len(_SIDES) and exercise.dose.each_side:
            yield Line(w(say("{exercise}, each side", exercise=exercise.name)), amount(some[0], w), ())
        else:
            yield from (line(step, w) for step in some)


def amount(step: Step, w: Say) -> str:
    """How long, how far or how often: "30 s", "1 min 30 s", "400 m", "1.5 km", "10 ×"; empty where it is open."""
    if not is_counted(step):
        return ""
    if step.until is Until.TIME:
        return length(step.amount, w)
    if step.until is Until.REPS:
        return f"{round(step.amount)} ×"
    return distance(step.amount, w)


def is_counted(step: Step) -> bool:
    """Whether the step ends by an amount: everything but an open step."""
    return step.until is not Until.OPEN and math.isfinite(step.amount)


def length(seconds: float, w: Say) -> str:
    """A duration as short as people write it: "45 s", "2 min", "1 min 30 s"."""
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return w(say("{n} s", n=rest))
    if not rest:
        return w(say("{n} min", n=minutes))
    return w(say("{minutes} min {seconds} s", minutes=minutes, seconds=rest))


def distance(metres: float, w: Say) -> str:
    """A distance as people write it: "400 m", "1.5 km"."""
    if metres < 1000:
        return w(say("{n} m", n=round(metres)))
    kilometres = round(metres / 1000, 2)
    return w(say("{n} km", n=int(kilometres) if kilometres == int(kilometres) else kilometres))


def title(step: Step, w: Say) -> str:
    """A word or two for a step: what the exercise is called, else the action."""
    exercise = EXERCISES.get(step.exercise)
    return w(exercise.name if exercise else ACTIONS[step.action])


def side(step: Step, w: Say) -> str:
    """The letter of the side that an exercise is done on; empty where it is done on both, or is none."""
    found = (w(letter) for word, letter in _SIDES.items() if step.exercise and word in step.says.template)
    return next(found, "")


def as_text(workout: Workout, w: Say) -> str:
    """The steps as lines of plain text: a line a step, repeats named above their steps."""
    lines: list[str] = []
    for block in workout.blocks:
        indent = ""
        if block.times > 1:
            lines.append(w(repeated(block)))
            indent = "  "
        rows = in_brief(block.steps, w)
        lines += [f"{indent}- {f'{one.amount}: ' if one.amount else ''}{one.says}" for one in rows]
    return "\n".join(lines)


def repeated(block: Block) -> Message:
    """The line above steps that are repeated."""
    return say("{times} times in turn:", times=block.times)
