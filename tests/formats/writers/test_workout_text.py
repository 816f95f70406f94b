"""Text for the workout builder of intervals.icu, read back by the rules that its guide states."""

import math
import re

from hypothesis import given, settings

from backstride.formats.writers.workout_text import write_text
from backstride.plan.kinds import Action, Focus, Until
from backstride.plan.workout import Block, Step, Workout
from backstride.recording import Gait
from tests.formats.writers.samples import MIXED, STRENGTH, plain, verbatim, workouts

AMOUNT = re.compile(r"(?<![\w.])(?:(\d+(?:\.\d+)?)km|(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?)(?![\w.])")


def amounts(line: str) -> list[str]:
    """Everything in a line that reads as an amount."""
    return [found[0] for found in AMOUNT.finditer(line) if found[0]]


def steps(text: str) -> list[tuple[int, str]]:
    """(times, line) of every step as the builder would see them: a repeat holds until the next empty line."""
    found, times = [], 1
    for line in text.split("\n"):
        if not line:
            times = 1
        elif re.search(r"(?:^|\s)\d+x$", line):
            times = int(re.findall(r"(\d+)x$", line)[0])
        elif line.startswith("-"):
            found.append((times, line))
    return found


def test_steps_repeats_and_what_the_language_lacks() -> None:
    assert write_text(MIXED, plain) == (
        "Backward in short stretches\n"
        "Walk the stretch forward and clear it\n"
        "Ask somebody to watch\n"
        "\n"
        "- Walk forward, easily 2m\n"
        "\n"
        "3x\n"
        "- Jog backward 30s\n"
        "- Stop and stand 10s\n"
        "- Turn round on the spot 6s press lap\n"
        "- Walk forward 0.1km\n"
        "\n"
        "- Walk until your breath is calm 1m30s\n"
    )


def test_repetitions_wait_for_the_button() -> None:
    assert "- Squats 12 × 40s press lap\n- Rest 30s\n" in write_text(STRENGTH, plain)


def test_a_known_speed_becomes_a_pace_slowest_first() -> None:
    assert "- Jog backward 30s 7:43-7:02/km Pace\n" in write_text(MIXED, plain, forward_mps=3.0)


def test_words_are_never_read_as_amounts_or_repeats() -> None:
    tricky = Step(Action.BACKWARD, Gait.RUN, Until.TIME, 45.0, verbatim("Run 400m at 75% in Z2\n- 10m 4x press lap"))
    text = write_text(Workout("k", verbatim("6x"), Focus.BACKWARD, (Block(1, (tricky,)),), verbatim("")), plain)
    assert steps(text) == [(1, "- Run 400 m at 75 % in Z 2 - 10 m 4 x press the lap button 45s")]


@settings(max_examples=100, deadline=None)
@given(workouts)
def test_any_workout_keeps_its_steps_and_repeats(workout: Workout) -> None:
    found = steps(write_text(workout, plain))
    wanted = [(block.times, step) for block in workout.blocks for step in block.steps]
    assert [times for times, _ in found] == [times for times, _ in wanted]
    for (_, line), (_, step) in zip(found, wanted, strict=True):
        assert len(amounts(line)) == 1, line
        exact = step.until in (Until.TIME, Until.DISTANCE) and math.isfinite(step.amount)
        assert line.endswith("press lap") != exact
