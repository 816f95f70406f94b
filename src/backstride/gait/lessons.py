"""What a person's own labelled stretches teach: weights that start from the general ones and move towards the person.

An example is the mean of a stretch's numbers (gait.pattern) in one direction and gait. The weights that explain the
examples best, without going further from the general ones than the examples are worth, are those of a logistic
regression with a normal prior around the general weights. A forward example teaches of backward motion too, because a
number odd in time changes its sign.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from backstride.evidence import gait as claims
from backstride.gait.pattern import Numbers, count
from backstride.gait.rhythm import ARMS
from backstride.gait.weights import WEIGHTS, Weights
from backstride.recording import Direction, FloatArray, Gait, Lesson, Placement

SHORTEST_S = 2.0
STEPS = 40
SIGN = {Direction.FORWARD: 1.0, Direction.BACKWARD: -1.0}


@dataclass(frozen=True, eq=False, slots=True)
class Example:
    """A stretch whose direction is known: mean numbers, and how many independent glances they are worth."""

    direction: Direction
    gait: Gait
    way: FloatArray
    facing: FloatArray
    worth: float


def general(placement: Placement) -> Weights:
    """The weights before anything is known of a person; zeros where nothing general is known."""
    way, facing = count(placement)
    return WEIGHTS.get(placement, Weights(np.zeros(way), np.zeros(way), np.zeros(facing)))


def personal(weights: Weights, examples: Sequence[Example], placement: Placement) -> Weights:
    """The weights moved by a person's examples. An arm does not swing back in time when its owner goes backward, as a
    leg does: there both directions must have been shown."""
    moved = weights
    for gait, name in ((Gait.WALK, "walk"), (Gait.RUN, "run")):
        mine = [example for example in examples if example.gait is gait]
        both = len({example.direction for example in mine}) == len(SIGN)
        if mine and (both or placement not in ARMS):
            signed = np.stack([SIGN[example.direction] * example.way for example in mine])
            worth = np.array([example.worth for example in mine])
            moved = replace(moved, **{name: _moved(getattr(weights, name), signed, worth)})
    if examples:
        facing = np.stack([example.facing for example in examples])
        worth = np.array([example.worth for example in examples])
        moved = replace(moved, facing=_moved(weights.facing, facing, worth))
    return moved


def _moved(general: FloatArray, signed: FloatArray, worth: FloatArray) -> FloatArray:
    """The maximum a posteriori of a logistic regression without a constant, all of whose outcomes are 1.

    Every step goes to the top of a parabola that lies below the likelihood everywhere (Boehning and Lindsay 1988,
    doi 10.1007/BF00049423), so that no example, however odd, throws the weights about as Newton's steps would.
    """
    tight = 1 / claims.PERSONAL_SPREAD.value**2
    bend = 0.25 * (signed * worth[:, None]).T @ signed + tight * np.eye(len(general))
    weights = general.copy()
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(np.clip(signed @ weights, -30, 30)))
        weights = weights + np.linalg.solve(bend, signed.T @ (worth * chance) - tight * (weights - general))
    return np.asarray(weights, np.float64)


def example_of(numbers: Numbers, direction: Direction, gait: Gait, seconds: float) -> Example:
    """The mean of a stretch's windows. Windows of two seconds overlap: seconds, not windows, tell what it is worth."""
    return Example(direction, gait, numbers.way.mean(axis=0), numbers.facing.mean(axis=0), seconds / 2)


def lesson_of(example: Example, placement: Placement) -> Lesson:
    """The example as it is stored with the person."""
    pattern = tuple(np.round(np.concatenate((example.way, example.facing)), 4).tolist())
    return Lesson(placement, example.direction, example.gait, 2 * example.worth, pattern)


def lessons_of(placement: Placement, examples: Iterable[Example]) -> tuple[Lesson, ...]:
    """What is kept for the person's next recordings. An arm swings otherwise from day to day: of it nothing is."""
    return () if placement in ARMS else tuple(lesson_of(example, placement) for example in examples)


def examples_of(lessons: Iterable[Lesson], placement: Placement) -> tuple[Example, ...]:
    """The stored examples of one placement; those of another recipe, which have another length, are left out."""
    way, facing = count(placement)
    found = []
    for lesson in lessons:
        if lesson.placement is placement and lesson.direction in SIGN and len(lesson.pattern) == way + facing:
            values = np.array(lesson.pattern)
            found.append(Example(lesson.direction, lesson.gait, values[:way], values[way:], lesson.seconds / 2))
    return tuple(found)
