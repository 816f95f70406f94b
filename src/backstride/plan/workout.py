"""What is done in one session: blocks of steps, repeated."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from backstride.message import Message
from backstride.plan.kinds import Action, Focus, Place, Until
from backstride.recording import Gait


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do until a time, a distance or a number of repetitions is full, or until the person goes on.

    says      the line on the screen and the first thing spoken, as an instruction
    amount    seconds, metres or repetitions; NaN where the step is open
    usual_s   how long it takes, roughly, where the amount is not a time; for sums and for audio
    cues      short reminders on form and safety, spoken in turn while the step lasts
    speed     lowest and highest speed as shares of the person's own forward speed at equal effort; None: by feel
    exercise  key of an exercise of the library; empty: none
    """

    action: Action
    gait: Gait
    until: Until
    amount: float
    says: Message
    usual_s: float = 0.0
    cues: tuple[Message, ...] = ()
    speed: tuple[float, float] | None = None
    exercise: str = ""

    @property
    def seconds(self) -> float:
        """How long the step takes: exact where it is timed, else as usual."""
        return self.amount if self.until is Until.TIME else self.usual_s


@dataclass(frozen=True, slots=True)
class Block:
    """Steps that are done `times` times in turn."""

    times: int
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Workout:
    """A session's content.

    key     which recipe it was made from, with its dose: equal keys are equal workouts
    stage   key of the ladder's stage; empty: it belongs to none
    set_up  what to do before it begins, for safety first
    rpe     lowest and highest rating of perceived exertion meant (CR10)
    hard    whether it counts as a hard day
    places  where it can be done, best first
    """

    key: str
    name: Message
    focus: Focus
    blocks: tuple[Block, ...]
    purpose: Message
    set_up: tuple[Message, ...] = ()
    stage: str = ""
    rpe: tuple[float, float] = (2.0, 4.0)
    hard: bool = False
    places: tuple[Place, ...] = ()

    def steps(self) -> Iterator[Step]:
        """Every step in the order it is done, repeats written out."""
        for block in self.blocks:
            for _ in range(block.times):
                yield from block.steps

    @property
    def seconds(self) -> float:
        """How long the whole takes, about."""
        return math.fsum(block.times * step.seconds for block in self.blocks for step in block.steps)

    @property
    def backward_s(self) -> float:
        """How much of it is spent going backward, about."""
        return math.fsum(
            block.times * step.seconds
            for block in self.blocks
            for step in block.steps
            if step.action is Action.BACKWARD
        )
