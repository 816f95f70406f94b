"""Every workout that the ladder makes goes out in every form."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise

import fitdecode
import pytest

from backstride.formats.writers import ics, sheet, workout_fit, workout_text
from backstride.formats.writers.script import STOP, Tone, seconds_of, write_script
from backstride.plan.exercises import EXERCISES, ExerciseKind
from backstride.plan.kinds import Action, Place
from backstride.plan.ladder import LADDER
from backstride.plan.planned import Planned
from backstride.plan.workout import Workout
from backstride.plan.workouts import (
    backward_workouts,
    forward_workout,
    mobility_workout,
    strength_workout,
)
from backstride.plan.workouts import test_workout as battery
from backstride.words import words
from tests.formats.writers.samples import DAY, plain, plan
from tests.formats.writers.test_workout_fit import read, unrolled
from tests.formats.writers.test_workout_text import steps as text_steps

MADE = datetime(2026, 3, 1, tzinfo=UTC)


def _every() -> Iterator[Workout]:
    for stage in LADDER:
        yield from backward_workouts(stage.key, 45, set(Place), week=1)
    strong = [one for one in EXERCISES.values() if one.kind is ExerciseKind.STRENGTH]
    soft = [one for one in EXERCISES.values() if one.kind is ExerciseKind.MOBILITY]
    for made in (strength_workout(strong, 30), mobility_workout(soft, 20), forward_workout(True, 40), battery(())):
        if made is not None:
            yield made


EVERY = {one.key: one for one in _every()}


def length_of(text: str) -> float:
    return len(text) / 15


@pytest.mark.parametrize("workout", EVERY.values(), ids=list(EVERY))
def test_watches_take_it(workout: Workout) -> None:
    for language in ("en", "de"):
        found = read(workout_fit.write_workout(workout, words(language), made=MADE, forward_mps=3.2))
        rows = found["workout_step"]
        written = workout if len(list(workout.steps())) == len(unrolled(rows)) else workout_fit.shortened(workout)
        once = [step for block in written.blocks for step in (*block.steps, *([None] if block.times > 1 else []))]
        assert [once[at] for at in unrolled(rows)] == list(written.steps())
        assert len(rows) <= workout_fit.MOST_STEPS
        assert all(row["wkt_step_name"] for row in rows if row["duration_type"] != 6)


@pytest.mark.parametrize("workout", EVERY.values(), ids=list(EVERY))
def test_it_can_be_spoken(workout: Workout) -> None:
    script = write_script(workout, plain, length_of)
    steps = list(workout.steps())
    for start, step, after in zip(script.starts, steps, script.starts[1:], strict=False):
        assert after - start == pytest.approx(seconds_of(step))
    for one, other in pairwise(script.sounds):
        lasts = 0.25 if one.what is Tone.START else 0.09 if one.what is Tone.TICK else 1.04
        assert one.at_s + (length_of(one.what) if isinstance(one.what, str) else lasts) <= other.at_s + 1e-6
    stops = sum(sound.what == str(STOP) for sound in script.sounds)
    back = sum(one.action is Action.BACKWARD for one in steps)
    assert stops or back <= 1


@pytest.mark.parametrize("workout", EVERY.values(), ids=list(EVERY))
def test_calendar_text_and_paper_take_it(workout: Workout) -> None:
    planned = Planned("p", DAY, workout, Place.TRACK, ())
    data = ics.write_calendar(plan(planned), plain, ics.Wanted(MADE))
    assert data.count(b"BEGIN:VEVENT") == 1
    found = text_steps(workout_text.write_text(workout, plain))
    assert [times for times, _ in found] == [block.times for block in workout.blocks for _ in block.steps]
    made = words("de")
    setting = sheet.Setting(made, lambda day: made.date(day, "long"), lambda day: f"{day:%A}", "de")
    assert sheet.session_sheet(planned, setting).startswith(b"%PDF-")
    assert fitdecode.FitReader(io.BytesIO(workout_fit.write_workout(workout, plain, made=MADE)))
