"""Rounds: what is done from one look over the shoulders to the next, and how many of them a session holds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from backstride.message import Message, say
from backstride.plan.doses import Amounts
from backstride.plan.kinds import Action
from backstride.plan.workout import Block, Step
from backstride.plan.workouts_steps import WALK_EASY, Share, backward, forward, look, stop, turn
from backstride.recording import Gait

SAY_WALK = say("Walk backward")
SAY_ALONG = say("Walk backward along the wall")
SAY_BRISK = say("Walk backward, briskly")
SAY_JOG = say("Jog backward")
SAY_RUN = say("Run backward")
SAY_FAST = say("Run backward, fast and clean")
SAY_PACE = say("Run backward at racing speed")
SAY_UP_WALK = say("Walk backward up the slope")
SAY_UP_JOG = say("Jog backward up the slope")
SAY_DOWN = say("Walk down, facing forward")
SAY_JOG_ON = say("Jog forward")

Pieces = Callable[[float], tuple[Step, ...]]
"""The steps backward of one stretch of so many seconds."""


@dataclass(frozen=True, slots=True)
class Round:
    """Look, go backward, stop, go forward. `turns`: with a turn instead of going back along the same way."""

    pieces: Pieces
    rest: float
    back: Message = WALK_EASY
    turns: bool = False

    def steps(self, seconds: float) -> tuple[Step, ...]:
        """One round with a stretch of so many seconds."""
        after = (turn(), forward(seconds, SAY_JOG_ON, Gait.RUN), stop(), turn()) if self.turns else ()
        rests = (forward(_whole(seconds * self.rest), self.back),) if self.rest else ()
        return (look(), *self.pieces(seconds), stop(), *after, *rests)


def one_piece(says: Message, gait: Gait, speed: Share | None = None, fast: bool = False) -> Pieces:
    """The whole stretch in one way."""
    return lambda seconds: (backward(seconds, says, gait, speed, fast),)


def sandwich(outer: tuple[Message, Gait], inner: tuple[Message, Gait], speed: Share | None = None) -> Pieces:
    """A third so, a third otherwise, the last third as the first; without a stop between, as the direction stays."""

    def pieces(seconds: float) -> tuple[Step, ...]:
        part = _whole(seconds / 3)
        middle = seconds - 2 * part
        return (
            backward(part, *outer),
            backward(middle, *inner, speed),
            backward(part, *outer),
        )

    return pieces


def fill(kind: Round, stretches: Sequence[float], backward_s: float, budget_s: float) -> tuple[Block, ...]:
    """Rounds until the time backward or the time there is used up. Stretches are taken in turn and shortened to fit.

    The last round has no way forward after it: cooling down begins there. Empty: not even a short stretch fits.
    """
    rounds: list[float] = []
    done = used = 0.0
    while done < backward_s:
        wanted = stretches[len(rounds) % len(stretches)]
        seconds = _whole(min(wanted, backward_s - done))
        if rounds and seconds < min(wanted / 2, LEFT_OVER_S):
            break
        seconds = _shortened(kind, seconds, budget_s - used)
        if seconds < SHORTEST_S or (rounds and seconds < min(wanted / 2, LEFT_OVER_S)):
            break
        rounds.append(seconds)
        done += seconds
        used += _seconds(kind.steps(seconds))
    return _blocks(kind, rounds, len(stretches))


SHORTEST_S = 3.0
"""Shorter stretches are no stretch."""
LEFT_OVER_S = 60.0
"""What is left after a long stretch is worth a round of its own from this length on."""


def _shortened(kind: Round, seconds: float, budget_s: float) -> float:
    """The stretch, or the longest one that fits with its round into the budget (the way forward may be left out)."""
    while seconds >= SHORTEST_S and _seconds(_last(kind.steps(seconds))) > budget_s:
        over = _seconds(_last(kind.steps(seconds))) - budget_s
        seconds = min(_whole(seconds - over), seconds - 1)
    return seconds


def _last(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    return steps[:-1] if steps[-1].action is Action.FORWARD else steps


def _blocks(kind: Round, rounds: Sequence[float], cycle: int) -> tuple[Block, ...]:
    """What repeats becomes one block; the last round stands for itself, without its way forward."""
    if not rounds:
        return ()
    before, last = rounds[:-1], rounds[-1]
    turns = [tuple(before[start : start + cycle]) for start in range(0, len(before), cycle)]
    blocks = [
        Block(len(list(same)), tuple(step for seconds in turn for step in kind.steps(seconds)))
        for turn, same in groupby(turns)
    ]
    return (*blocks, Block(1, _last(kind.steps(last))))


def grown(amounts: Amounts, week: int) -> tuple[float, float]:
    """Minutes backward and the longest stretch (s) in a week on the stage, counted from 0."""
    share = min(1.0, (week + 1) / amounts.weeks.value)
    minutes = amounts.minutes.low + share * (amounts.minutes.high - amounts.minutes.low)
    stretch = amounts.stretch_s.low + share * (amounts.stretch_s.high - amounts.stretch_s.low)
    return minutes, _whole(stretch)


def _seconds(steps: Sequence[Step]) -> float:
    return sum(step.seconds for step in steps)


def _whole(seconds: float) -> float:
    """Down to whole seconds, from 20 s on to whole five."""
    return float(seconds // 1) if seconds < 20 else seconds // 5 * 5
