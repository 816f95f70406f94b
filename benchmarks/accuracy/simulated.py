"""Simulated people whom the engine's weights were not fitted on."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from backstride.recording import Bout, Direction, Gait
from backstride.simulate import draw_worn, population
from benchmarks.accuracy.captured import PLACEMENTS, RATE_HZ
from benchmarks.accuracy.trial import Change, Sensor, Stretch, Trial

PEOPLE = 40
SEED = 77  # the fit has another
LONGEST_CHANGE_S = 2.5  # as in the labels of real people
MOVES = (Direction.FORWARD, Direction.BACKWARD)


def simulated(_: Path) -> Iterator[Trial]:
    """A minute of each person, at four places of the body, with turns, stops and changes of direction under way."""
    for number, session in enumerate(population(PEOPLE, seed=SEED)):
        generator = np.random.default_rng((SEED, session.seed))
        worn = [draw_worn(generator, where, rate_hz=RATE_HZ) for where in PLACEMENTS]
        for where, (recording, truth) in zip(PLACEMENTS, session.recordings(worn), strict=True):
            force, rate = recording.signals["acceleration"], recording.signals["angular_rate"]
            yield Trial(
                source="simulated",
                person=f"simulated {number}",
                name=f"simulated {number}",
                placement=where,
                sensor=Sensor(force.time_s, force.values, rate.values),
                stretches=tuple(Stretch(b.start_s, b.end_s, b.direction, b.gait) for b in truth.bouts),
                changes=changes(truth.bouts),
            )


def changes(bouts: Sequence[Bout]) -> tuple[Change, ...]:
    """Forward to backward or back, with little between."""
    moves = [bout for bout in bouts if bout.direction in MOVES and bout.gait is not Gait.NONE]
    return tuple(
        Change(before.end_s, after.start_s, before.direction, after.direction)
        for before, after in pairwise(moves)
        if before.direction is not after.direction and after.start_s - before.end_s <= LONGEST_CHANGE_S
    )
