"""Analyse survives anything a recording can hold, and its bouts tile it."""

from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstride.gait import analyse
from backstride.recording import About, Analysis, Direction, Label, Lap, Pause, Placement, PlanStep, Recording, Signal

START = datetime(2026, 1, 1, tzinfo=UTC)
AXES = ("x", "y", "z")
SHAPES = {"acceleration": 3, "angular_rate": 3, "position": 2, "speed": 0, "distance": 0, "cadence": 0}
SHAPES |= {"heart_rate": 0, "elevation": 0, "contact_time": 0, "developer.odd": 4}


def check(recording: Recording, analysis: Analysis) -> None:
    edges = [bout.start_s for bout in analysis.bouts] + [bout.end_s for bout in analysis.bouts[-1:]]
    if recording.duration_s > 0:
        assert edges[0] == 0.0
        assert edges[-1] == recording.duration_s
        assert all(b.end_s == c.start_s for b, c in zip(analysis.bouts, analysis.bouts[1:], strict=False))
    else:
        assert analysis.bouts == ()
    assert all(b.start_s < b.end_s and 0.5 <= b.confidence <= 1 for b in analysis.bouts)
    assert np.all(np.diff(analysis.steps.contact_s) > 0)
    assert len(analysis.steps.off_s) == len(analysis.steps.contact_s)


@st.composite
def signals(draw: st.DrawFn) -> dict[str, Signal]:
    found = {}
    for name in draw(st.sets(st.sampled_from(sorted(SHAPES)), max_size=4)):
        generator = np.random.default_rng(draw(st.integers(0, 99)))
        count = draw(st.sampled_from([0, 1, 2, 3, 50, 400, 1500]))
        step = draw(st.sampled_from([1e-3, 0.01, 0.0167, 0.1, 1.0, 30.0]))
        time = np.cumsum(generator.uniform(0.5, 1.5, count) * step)
        if count > 10 and draw(st.booleans()):
            time[count // 2 :] += draw(st.sampled_from([1.0, 100.0, 80000.0]))
        columns = SHAPES[name]
        values = generator.normal(0, draw(st.sampled_from([0.0, 1.0, 100.0, 1e9])), (count, columns or 1))
        if draw(st.booleans()):
            values[generator.random(values.shape) < draw(st.sampled_from([0.1, 0.9, 1.0]))] = np.nan
        if draw(st.booleans()):
            values = values + generator.choice([9.8, -9.8, np.inf, 1e300])
        found[name] = Signal(time, values if columns else values[:, 0], "?", AXES if columns == 3 else ())
    return found


times = st.floats(0, 500) | st.just(float("nan"))


@settings(max_examples=60, deadline=None)
@given(
    found=signals(),
    stretches=st.lists(st.tuples(times, times, st.sampled_from(list(Direction))), max_size=4),
    placement=st.sampled_from(list(Placement)),
)
def test_anything(
    found: dict[str, Signal], stretches: list[tuple[float, float, Direction]], placement: Placement
) -> None:
    finite = [(a, b, d) for a, b, d in stretches if a == a and b == b]
    about = About(
        placement=placement,
        laps=tuple(Lap(a, b, d.value, b) for a, b, d in finite),
        plan_steps=tuple(PlanStep(a, b, d.value) for a, b, d in stretches),
        pauses=tuple(Pause(min(a, b), max(a, b)) for a, b, _ in finite),
    )
    recording = Recording(START, found, about)
    labels = tuple(Label(a, b, d) for a, b, d in stretches)
    check(recording, analyse(recording, labels))


@pytest.mark.parametrize("count", [0, 1, 2, 30])
def test_next_to_nothing(count: int) -> None:
    time = np.arange(count) / 100.0
    force = Signal(time, np.tile([0.0, 0.0, 9.8], (count, 1)), "m/s2", AXES)
    recording = Recording(START, {"acceleration": force}, About(placement=Placement.WAIST))
    check(recording, analyse(recording))


def test_a_day_with_two_short_bursts_costs_no_more_than_the_bursts() -> None:
    time = np.concatenate((np.arange(500) / 100.0, 86390 + np.arange(500) / 100.0))
    force = np.tile([0.0, 0.0, 9.8], (1000, 1)) + np.random.default_rng(0).normal(0, 3, (1000, 3))
    recording = Recording(START, {"acceleration": Signal(time, force, "m/s2", AXES)}, About(placement=Placement.WAIST))
    analysis = analyse(recording)
    check(recording, analysis)
    assert "gaps" in {note.code for note in analysis.quality}
    middle = [b for b in analysis.bouts if b.start_s < 40000 < b.end_s]
    assert [b.direction for b in middle] == [Direction.UNKNOWN]


def test_what_is_clipped_or_slow_is_said() -> None:
    time = np.arange(3000) / 10.0
    force = np.clip(np.random.default_rng(0).normal(0, 15, (3000, 3)) + 9.8, -19.6, 19.6)
    recording = Recording(START, {"acceleration": Signal(time, force, "m/s2", AXES)}, About(placement=Placement.WRIST))
    assert {note.code for note in analyse(recording).quality} >= {"clipped", "rate-too-low"}
