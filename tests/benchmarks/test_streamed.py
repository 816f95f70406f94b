"""The tracker beside the engine that is given the whole recording."""

from itertools import islice
from pathlib import Path

import numpy as np
import pytest
from benchmarks.accuracy import streamed
from benchmarks.accuracy.judge import DIRECTIONS
from benchmarks.accuracy.simulated import simulated

from backstride.recording import Direction, Placement

F, B = DIRECTIONS.index(Direction.FORWARD), DIRECTIONS.index(Direction.BACKWARD)


def test_a_simulated_person_is_followed() -> None:
    (wrist,) = islice(simulated(Path()), 3, 4)
    assert wrist.placement is Placement.WRIST
    found = streamed.follow(wrist)
    assert len(found.told) == len(found.batch) == len(found.true) == int(wrist.sensor.time_s[-1])
    assert {F, B} & set(found.true.tolist())
    assert 0 < found.wait_s < 4.0
    assert found.took_s > 0


def test_the_table_counts_seconds() -> None:
    told, batch, true = np.full(40, F), np.full(40, F), np.full(40, -1)
    told[:10], true[30:] = B, B
    made = streamed.Followed("made", "waist", told, batch, true, wait_s=2.5, took_s=4.0)
    row = list(streamed.section([made]))[-2]
    assert [cell.strip() for cell in row.strip("|").split("|")] == [
        "made",
        "waist",
        "40",
        "0.750",
        "1.000",
        "0.000",
        "0.000",
        "2.50 s, **too long**",
        "100 ms a second",
    ]


def test_simulated_people_are_not_those_of_the_fit() -> None:
    from benchmarks.accuracy import simulated as judged
    from benchmarks.fitting import __main__ as fitting

    assert judged.SEED != fitting.SEED


@pytest.mark.parametrize("number", [0, 5])
def test_simulated_trials_hold_both_ways_and_changes_between_them(number: int) -> None:
    made = next(islice(simulated(Path()), 4 * number, None))
    assert {s.direction for s in made.stretches} & {Direction.FORWARD, Direction.BACKWARD}
    for change in made.changes:
        assert change.early_s <= change.late_s <= change.early_s + 2.5
        assert {change.before, change.after} == {Direction.FORWARD, Direction.BACKWARD}
