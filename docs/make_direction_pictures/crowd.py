"""Many simulated people whom no weight was fitted to: what their strides say, and whether what is stated holds."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
from benchmarks.fitting.windows import known_windows

from backstride.evidence import gait as claims
from backstride.gait import analyse
from backstride.gait.lessons import general
from backstride.recording import WAYS, Direction, FloatArray, Gait, Placement
from backstride.simulate import Part, Session, draw_worn, population

SEED = 20261121  # others than those the weights were fitted to
TRUNK_AND_LEGS = (Placement.FOOT, Placement.SHANK, Placement.POCKET, Placement.WAIST, Placement.CHEST)
JUDGED = (Placement.FOOT, Placement.POCKET, Placement.WAIST, Placement.WRIST)
FEW = 20  # for whom no second process is worth starting
FIRST_S = 10.0
INSIDE_S = 1.0  # a moment counts when it lies so far inside its stretch
MOSTLY = 0.5  # and when the body is believed to go one way or the other
FORWARD, BACKWARD = WAYS.index(Direction.FORWARD), WAYS.index(Direction.BACKWARD)

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Stretch:
    """All that one person did one way: mean log-odds of forward by the shape of their strides."""

    placement: Placement
    runs: bool
    backward: bool
    odds: float


@dataclass(frozen=True, eq=False, slots=True)
class Judged:
    """Moments (n,) of one sensor: probability of the likelier way, and whether it was the true one."""

    placement: Placement
    chance: FloatArray
    right: FloatArray


def stretches(people: int) -> list[Stretch]:
    """What the strides of so many people say, everywhere they are worn."""
    return [one for found in _side_by_side(_stretches_of, people) for one in found]


def judged(people: int) -> list[Judged]:
    """What was stated of so many people, and whether it was right."""
    return [one for found in _side_by_side(_judged_of, people) for one in found]


def _side_by_side(work: Callable[[Session], list[Found]], people: int) -> Iterator[list[Found]]:
    if people < FEW:
        yield from map(work, population(people, seed=SEED))
        return
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        yield from pool.map(work, population(people, seed=SEED), chunksize=4)


def _stretches_of(session: Session) -> list[Stretch]:
    found = []
    for placement, known in known_windows(session, TRUNK_AND_LEGS).items():
        weights = general(placement)
        for runs in (False, True):
            for backward in (False, True):
                mine = (known.runs == runs) & (known.backward == backward)
                if mine.any():
                    # The windows are signed so that forward is plus: taken back here.
                    odds = float(np.mean(known.way[mine] @ (weights.run if runs else weights.walk)))
                    found.append(Stretch(placement, runs, backward, -odds if backward else odds))
    return found


def _judged_of(session: Session) -> list[Judged]:
    """Recordings begin as the engine expects of people: most go forward first."""
    generator = np.random.default_rng(session.seed)
    if generator.random() < claims.FIRST_FORWARD.value:
        first = Part(Direction.FORWARD, Gait.WALK, FIRST_S, float(generator.uniform(0.9, 1.6)))
        session = replace(session, parts=(first, *session.parts))
    worn = [draw_worn(generator, placement) for placement in JUDGED]
    found = []
    for placement, (recording, truth) in zip(JUDGED, session.recordings(worn), strict=True):
        reasoning = analyse(recording).reasoning
        middle = 0.5 * (reasoning.edge_s[1:] + reasoning.edge_s[:-1])
        ahead, back = reasoning.chance[:, FORWARD], reasoning.chance[:, BACKWARD]
        chance, right = [], []
        for bout in truth.bouts:
            if bout.direction not in (Direction.FORWARD, Direction.BACKWARD):
                continue
            inside = (middle > bout.start_s + INSIDE_S) & (middle < bout.end_s - INSIDE_S) & (ahead + back > MOSTLY)
            share = ahead[inside] / (ahead[inside] + back[inside])
            chance.append(np.maximum(share, 1 - share))
            right.append((share > 0.5) == (bout.direction is Direction.FORWARD))
        if chance:
            found.append(Judged(placement, np.concatenate(chance), np.concatenate(right).astype(float)))
    return found
