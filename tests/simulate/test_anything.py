"""Whatever a simulated person is asked to do, the recording is whole and the truth fits it."""

from dataclasses import replace

import numpy as np
import pytest

from backstride.recording import Direction, EventKind, Gait, Side
from backstride.simulate import WORN, Happening, Part, Watch, draw_person, draw_worn, simulate

DIRECTIONS = [direction for direction in Direction if direction is not Direction.UNKNOWN]
KINDS = [EventKind.FALL, EventKind.STUMBLE, EventKind.GLANCE]


def any_part(generator: np.random.Generator) -> Part:
    g = generator
    direction = DIRECTIONS[g.integers(len(DIRECTIONS))]
    seconds = float(g.choice([0.02, 0.3, 1.0, 4.0, 10.0]))
    lying = None if g.random() < 0.5 else 1.0
    one = Happening(KINDS[g.integers(3)], float(g.uniform(0, seconds)), list(Side)[g.integers(3)], lying)
    return Part(
        direction,
        Gait.NONE if direction is Direction.STILL else (Gait.WALK, Gait.RUN)[g.integers(2)],
        seconds,
        float(g.choice([0.0, 0.1, 1.0, 3.0, 8.0])),
        turned_rad=float(g.choice([0.0, 1.0, -9.0])),
        travels_on=bool(g.random() < 0.5),
        leftward=bool(g.random() < 0.5),
        slope=float(g.choice([0.0, 0.2])),
        happens=(one,) if g.random() < 0.25 else (),
    )


@pytest.mark.parametrize("seed", range(60))
def test_anything_asked_for_gives_a_whole_recording(seed: int) -> None:
    g = np.random.default_rng(seed)
    parts = [any_part(g) for _ in range(g.integers(1, 6))]
    worn = replace(draw_worn(g, WORN[g.integers(len(WORN))]), compass=True, indoors_ut=5.0)
    if g.random() < 0.3:
        worn = replace(worn, remounted_s=1.0)
    recording, truth = simulate(parts, worn=worn, watch=Watch(), person=draw_person(g), seed=seed)
    for name in ("acceleration", "angular_rate", "magnetic_field", "position", "speed"):
        assert np.all(np.isfinite(recording.signals[name].values)), name
    assert truth.bouts[0].start_s == 0
    assert truth.bouts[-1].end_s == pytest.approx(sum(part.duration_s for part in parts))
    for before, after in zip(truth.bouts, truth.bouts[1:], strict=False):
        assert before.end_s == after.start_s
        assert (before.direction, before.gait) != (after.direction, after.gait)
    assert np.all(np.diff(truth.contact_s) >= 0)
    assert set(truth.side) <= {1, -1}
    assert len(truth.side) == len(truth.contact_s) == len(truth.off_s)
