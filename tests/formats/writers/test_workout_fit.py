"""FIT workout files, read back by an independent decoder and by our own."""

import io
import math
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import fitdecode
import pytest
from hypothesis import given, settings

from backstride.formats.fit import decode
from backstride.formats.fit.profile import fields_of
from backstride.formats.writers.watch import NUMBERS, SHORT
from backstride.formats.writers.workout_fit import (
    MOST_STEPS,
    NAME_BYTES,
    NOTES_BYTES,
    STEP_NAME_BYTES,
    cut,
    write_workout,
)
from backstride.gait.spoken import direction_in
from backstride.plan.exercises import EXERCISES
from backstride.plan.kinds import Focus, Until
from backstride.plan.workout import Block, Step, Workout
from backstride.plan.workouts_steps import exercise_steps
from backstride.recording import Direction
from backstride.words import words
from tests.formats.writers.samples import BACK, MIXED, ON, STOP, STRENGTH, plain, workouts

MADE = datetime(2026, 3, 1, 12, tzinfo=UTC)


def read(data: bytes) -> dict[str, list[dict[str, Any]]]:
    """Every message by fitdecode, which checks both checksums."""
    found: dict[str, list[dict[str, Any]]] = {}
    with fitdecode.FitReader(io.BytesIO(data), check_crc=fitdecode.CrcCheck.RAISE) as frames:
        for frame in frames:
            if isinstance(frame, fitdecode.FitDataMessage):
                names = fields_of(frame.global_mesg_num)  # fitdecode names some fields after what another one says
                row = {names[field.def_num].name: field.raw_value for field in frame.fields if field.field_def}
                found.setdefault(frame.name, []).append(row)
    return found


def unrolled(steps: list[dict[str, Any]]) -> list[int]:
    """Indices of the steps in the order a watch runs them."""
    order: list[int] = []
    for at, step in enumerate(steps):
        assert step["message_index"] == at
        if step["duration_type"] == 6:
            order += list(range(step["duration_value"], at)) * (step["target_value"] - 1)
        else:
            order.append(at)
    return order


def test_it_says_what_it_is() -> None:
    found = read(write_workout(MIXED, plain, made=MADE, id_="p-1"))
    (head,), (workout,) = found["file_id"], found["workout"]
    assert (head["type"], head["manufacturer"]) == (5, 255)
    assert head["serial_number"]
    assert head["time_created"] == int((MADE - datetime(1989, 12, 31, tzinfo=UTC)).total_seconds())
    assert workout["wkt_name"] == "Backward in short stretches"
    assert workout["sport"] == 1
    assert workout["num_valid_steps"] == len(found["workout_step"]) == 7


def test_steps_carry_name_length_intensity_and_repeat() -> None:
    steps = read(write_workout(MIXED, plain, made=MADE))["workout_step"]
    assert [step["wkt_step_name"] for step in steps] == [
        "Warm up 2 min",
        "Backward 30 s",
        "Stand 10 s",
        "Turn",
        "Forward 100 m",
        None,
        "Cool down",
    ]
    assert [step["duration_type"] for step in steps] == [0, 0, 0, 5, 1, 6, 0]
    assert [step["duration_value"] for step in steps][:3] == [120_000, 30_000, 10_000]
    assert steps[4]["duration_value"] == 10_000
    assert (steps[5]["duration_value"], steps[5]["target_value"]) == (1, 3)
    assert [step["intensity"] for step in steps] == [2, 0, 1, 1, 4, 0, 3]
    assert unrolled(steps) == [0, *[1, 2, 3, 4] * 3, 6]


def test_notes_hold_the_instruction_and_cues() -> None:
    steps = read(write_workout(MIXED, plain, made=MADE))["workout_step"]
    assert steps[1]["notes"].startswith("Jog backward. Short quick steps. Look over your left shoulder")


def test_speed_is_a_target_only_when_it_is_known() -> None:
    without = read(write_workout(MIXED, plain, made=MADE))["workout_step"][1]
    assert without["target_type"] == 2
    known = read(write_workout(MIXED, plain, made=MADE, forward_mps=3.0))["workout_step"][1]
    assert (known["target_type"], known["target_value"]) == (0, 0)
    assert (known["custom_target_value_low"], known["custom_target_value_high"]) == (2160, 2370)


def test_repetitions_are_counted_where_the_watch_can() -> None:
    found = read(write_workout(STRENGTH, plain, made=MADE))
    assert (found["workout"][0]["sport"], found["workout"][0]["sub_sport"]) == (10, 20)
    squat = found["workout_step"][0]
    assert (squat["duration_type"], squat["duration_value"], squat["wkt_step_name"]) == (29, 12, "Squat 12 ×")
    moving = Workout("x", STRENGTH.name, Focus.BACKWARD, STRENGTH.blocks, STRENGTH.purpose)
    assert read(write_workout(moving, plain, made=MADE))["workout_step"][0]["duration_type"] == 5


def test_sides_and_repetitions_of_an_exercise_stay_in_a_short_name() -> None:
    calf = EXERCISES["single-leg-calf-raise"]
    blocks = (Block(1, exercise_steps(replace(calf, dose=replace(calf.dose, each_side=True)))),)
    names = [
        row["wkt_step_name"]
        for row in read(write_workout(replace(STRENGTH, blocks=blocks), plain, made=MADE))["workout_step"]
    ]
    reps = round(calf.dose.amount)
    assert names == [f"Calf L {reps} ×", f"Calf R {reps} ×"]


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_exercise_of_the_library_has_a_whole_name_of_its_own(language: str) -> None:
    w = words(language)
    names: set[str] = set()
    for exercise in EXERCISES.values():
        blocks = (Block(1, exercise_steps(exercise)),)
        rows = read(write_workout(replace(STRENGTH, blocks=blocks), w, made=MADE))["workout_step"]
        short = w(SHORT.get(exercise.key, exercise.name))
        for row in rows:
            assert row["wkt_step_name"].startswith(short), exercise.key
        names |= {row["wkt_step_name"] for row in rows}
    assert len(names) == sum(len(exercise_steps(exercise)) for exercise in EXERCISES.values())


def test_exercises_carry_the_numbers_by_which_watches_name_and_count_them() -> None:
    for key, numbers in NUMBERS.items():
        blocks = (Block(1, exercise_steps(EXERCISES[key])),)
        data = write_workout(replace(STRENGTH, blocks=blocks), plain, made=MADE)
        row = read(data)["workout_step"][0]
        assert (row["exercise_category"], row["exercise_name"] or 0xFFFF) == numbers
    rest = read(write_workout(STRENGTH, plain, made=MADE))["workout_step"][1]
    assert rest["exercise_category"] is None
    walked = replace(STRENGTH, focus=Focus.BACKWARD)
    assert read(write_workout(walked, plain, made=MADE))["workout_step"][0]["exercise_category"] is None


def test_no_workout_has_more_steps_than_watches_take() -> None:
    drills = tuple(Block(1, (*exercise_steps(EXERCISES["tandem-stance"]), STOP)) for _ in range(20))
    long = replace(MIXED, blocks=(*drills, *MIXED.blocks))
    steps = read(write_workout(long, plain, made=MADE))["workout_step"]
    assert len(steps) <= MOST_STEPS
    assert [row["wkt_step_name"] for row in steps[-6:-3]] == ["Backward 30 s", "Stand 10 s", "Turn"]
    folded = steps[0]
    assert (folded["wkt_step_name"], folded["duration_type"]) == ("Tandem stance", 5)
    assert folded["notes"].startswith("Tandem stance. Tandem stance, left side. Tandem stance, right side.")
    endless = replace(MIXED, blocks=(Block(2, (BACK, STOP, ON) * 30),))
    steps = read(write_workout(endless, plain, made=MADE))["workout_step"]
    assert [(row["wkt_step_name"], row["duration_type"]) for row in steps] == [("Backward", 5)]
    assert steps[0]["notes"].startswith("2 times in turn")


def test_german_names_stay_within_the_watch() -> None:
    steps = read(write_workout(MIXED, words("de"), made=MADE))["workout_step"]
    assert steps[1]["wkt_step_name"] == "Rückwärts 30s"


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_the_watch_writes_back_tells_the_direction(language: str) -> None:
    """Steps come home in the recording: their names and notes are read for the way they went."""
    steps = read(write_workout(MIXED, words(language), made=MADE))["workout_step"]
    ways = [direction_in(f"{row['wkt_step_name'] or ''} {row['notes'] or ''}") for row in steps]
    assert ways[1] is Direction.BACKWARD
    assert ways[4] is Direction.FORWARD


def test_two_workouts_differ_to_a_watch_and_equal_input_is_equal_output() -> None:
    one, other = (write_workout(MIXED, plain, made=MADE, id_=id_) for id_ in ("a", "b"))
    assert read(one)["file_id"][0]["serial_number"] != read(other)["file_id"][0]["serial_number"]
    assert one == write_workout(MIXED, plain, made=MADE, id_="a")


@pytest.mark.parametrize(("text", "most", "kept"), [("Rückwärts", 2, "R"), ("  a\nb ", 9, "a b"), ("👟👟", 5, "👟")])
def test_cutting_keeps_letters_whole(text: str, most: int, kept: str) -> None:
    assert cut(text, most) == kept


@settings(max_examples=150, deadline=None)
@given(workouts)
def test_any_workout_comes_back_in_order_from_both_decoders(workout: Workout) -> None:
    data = write_workout(workout, plain, made=MADE, forward_mps=3.0)
    found = read(data)
    steps = found.get("workout_step", [])
    assert found["workout"][0]["num_valid_steps"] == len(steps)
    assert len((found["workout"][0]["wkt_name"] or "").encode()) <= NAME_BYTES
    once = [step for block in workout.blocks for step in _with_repeat(block.steps, block.times)]
    wanted = [step for at in unrolled(steps) if (step := once[at])]
    assert wanted == list(workout.steps())
    moving = found["workout"][0]["sport"] != 10
    for step, row in zip(wanted, (steps[at] for at in unrolled(steps)), strict=True):
        assert row["duration_type"] == _ends(step, moving)
        if row["duration_type"] == 0:
            assert row["duration_value"] == pytest.approx(1000 * step.amount, abs=1)
        assert len((row["wkt_step_name"] or "").encode()) <= STEP_NAME_BYTES
        assert len((row["notes"] or "").encode()) <= NOTES_BYTES
    (file,) = decode(data).files
    own = file.messages("workout_step")
    assert own.scalars("duration_type") == [step["duration_type"] for step in steps]
    assert [name or None for name in own.texts("wkt_step_name")] == [step["wkt_step_name"] for step in steps]


def _with_repeat(steps: tuple[Step, ...], times: int) -> Iterator[Step | None]:
    yield from steps
    if times > 1:
        yield None


def _ends(step: Step, moving: bool) -> int:
    if step.until is Until.OPEN or math.isnan(step.amount) or (step.until is Until.REPS and moving):
        return 5
    return {Until.TIME: 0, Until.DISTANCE: 1, Until.REPS: 29}[step.until]
