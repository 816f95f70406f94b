"""How a planned session is shown: its steps, the ribbon of where it goes, its reasons with their claims."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from backstride.evidence.table import CLAIMS
from backstride.figures import draw
from backstride.message import Message
from backstride.plan.exercises import EXERCISES
from backstride.plan.kinds import Action, Focus, Until
from backstride.plan.planned import Because, Planned
from backstride.plan.workout import Block, Step, Workout
from backstride.recording import Direction, Gait
from backstride.web.page import Page
from backstride.words.plan import amount

# What the body does in a step, as far as the plan says; by gait where the action leaves it open.
_DIRECTIONS: Mapping[Action, Direction] = {
    Action.BACKWARD: Direction.BACKWARD,
    Action.FORWARD: Direction.FORWARD,
    Action.STAND: Direction.STILL,
    Action.TURN: Direction.TURNING,
}
# Sessions that go somewhere: only they have a ribbon.
MOVING = frozenset({Focus.BACKWARD, Focus.FORWARD, Focus.TEST})
FOCUS_ICONS: Mapping[Focus, str] = {
    Focus.BACKWARD: "backward",
    Focus.FORWARD: "forward",
    Focus.STRENGTH: "strength",
    Focus.MOBILITY: "mobility",
    Focus.FALLING: "falling",
    Focus.TEST: "test",
}


@dataclass(frozen=True, slots=True)
class StepShown:
    """One line of a session. figure: SVG of the exercise, once where the other side follows; else empty."""

    direction: Direction
    amount: str
    says: Message
    speed: str
    cues: tuple[Message, ...]
    exercise: str
    exercise_name: Message | None
    figure: str


@dataclass(frozen=True, slots=True)
class BlockShown:
    """Lines that are done `times` times."""

    times: int
    steps: tuple[StepShown, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """A reason, and the claim it rests on: its key and grade; None where it is the person's own wish."""

    says: Message
    claim: str
    grade: int | None


def direction_of(step: Step) -> Direction:
    """Which way the body goes in a step."""
    by_gait = Direction.STILL if step.gait is Gait.NONE else Direction.FORWARD
    return _DIRECTIONS.get(step.action, by_gait)


def ribbon_of(workout: Workout) -> tuple[tuple[float, float, Direction], ...]:
    """The planned session as a ribbon: neighbours of one direction are joined. Empty for sessions on the spot."""
    pieces: list[tuple[float, float, Direction]] = []
    at = 0.0
    for step in workout.steps():
        direction = direction_of(step)
        if pieces and pieces[-1][2] is direction:
            pieces[-1] = (pieces[-1][0], at + step.seconds, direction)
        elif step.seconds > 0:
            pieces.append((at, at + step.seconds, direction))
        at += step.seconds
    if workout.focus not in MOVING:
        return ()
    return tuple((start / at, end / at, direction) for start, end, direction in pieces)


def seconds_of(workout: Workout) -> Mapping[Direction, float]:
    """Planned seconds by direction."""
    sums: dict[Direction, float] = {}
    for step in workout.steps():
        direction = direction_of(step)
        sums[direction] = sums.get(direction, 0.0) + step.seconds
    return sums


def blocks_of(workout: Workout, page: Page, forward_mps: float | None) -> tuple[BlockShown, ...]:
    """The steps as lines; speeds in the person's own terms where their forward speed is known."""
    return tuple(_block(block, page, forward_mps) for block in workout.blocks)


def whys(reasons: Iterable[Because]) -> tuple[Why, ...]:
    """Reasons with the grade of their claim."""
    return tuple(Why(one.says, one.claim, CLAIMS[one.claim].grade if one.claim in CLAIMS else None) for one in reasons)


def minutes_of(planned: Planned) -> int:
    """How long a session takes, in whole minutes and at least one."""
    return max(1, round(planned.workout.seconds / 60))


def _block(block: Block, page: Page, forward_mps: float | None) -> BlockShown:
    before = ("", *(step.exercise for step in block.steps))
    steps = tuple(
        _step(step, page, forward_mps, drawn=step.exercise != last)
        for last, step in zip(before, block.steps, strict=False)
    )
    return BlockShown(block.times, steps)


def _step(step: Step, page: Page, forward_mps: float | None, *, drawn: bool) -> StepShown:
    exercise = EXERCISES.get(step.exercise)
    return StepShown(
        direction=direction_of(step),
        amount=amount_of(step, page),
        says=step.says,
        speed=_speed(step, page, forward_mps),
        cues=tuple({cue.template: cue for cue in step.cues}.values()),  # spoken more than once, read once
        exercise=step.exercise if exercise else "",
        exercise_name=exercise.name if exercise else None,
        figure=draw(step.exercise, title=page.words(exercise.name)) if exercise and drawn else "",
    )


def amount_of(step: Step, page: Page) -> str:
    """How long, how far or how often: distances in the reader's units."""
    if step.until is Until.DISTANCE and not math.isnan(step.amount):
        return str(page.show(step.amount, "m", "distance"))
    return page.words(amount(step))


def _speed(step: Step, page: Page, forward_mps: float | None) -> str:
    if step.speed is None or forward_mps is None:
        return ""
    return speeds(step.speed, page, forward_mps)


def speeds(shares: tuple[float, float], page: Page, forward_mps: float) -> str:
    """A range of speed as the reader wants it; of paces the smaller number comes first."""
    slow, fast = (page.show(share * forward_mps, "m/s", "speed") for share in shares)
    if slow.text == fast.text:
        return str(slow)
    first, last = (fast, slow) if page.preferences.pace else (slow, fast)
    return f"{first.text}\N{EN DASH}{last.text} {last.unit}"
