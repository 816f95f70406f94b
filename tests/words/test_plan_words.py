"""Doses in words."""

import pytest

from backstride.plan.kinds import Action, Focus, Goal, Permit, Place, Until
from backstride.plan.ladder import LADDER
from backstride.plan.workout import Block, Step
from backstride.plan.workouts import backward_workouts
from backstride.recording import Gait
from backstride.words import words
from backstride.words.plan import (
    ACTIONS,
    FOCUSES,
    GOALS,
    PERMITS,
    PLACES,
    amount,
    block_in_words,
    dose_in_words,
    step_in_words,
)

EN, DE = words("en"), words("de")


def test_every_name_is_there() -> None:
    assert set(GOALS) == set(Goal)
    assert set(PLACES) == set(Place)
    assert set(FOCUSES) == set(Focus)
    assert set(ACTIONS) == set(Action)
    assert set(PERMITS) == set(Permit)


@pytest.mark.parametrize(
    ("until", "count", "english", "german"),
    [
        (Until.TIME, 30.0, "30 s", "30 s"),
        (Until.TIME, 90.0, "90 s", "90 s"),
        (Until.TIME, 105.0, "1:45 min", "1:45 min"),
        (Until.TIME, 119.6, "2 min", "2 min"),
        (Until.TIME, 150.0, "2:30 min", "2:30 min"),
        (Until.TIME, 600.0, "10 min", "10 min"),
        (Until.DISTANCE, 400.0, "400 m", "400 m"),
        (Until.REPS, 8.0, "8 times", "8-mal"),
        (Until.OPEN, float("nan"), "as long as you like", "solange du magst"),
    ],
)
def test_amounts(until: Until, count: float, english: str, german: str) -> None:
    step = Step(Action.BACKWARD, Gait.WALK, until, count, SAYS)
    assert EN(amount(step)) == english
    assert DE(amount(step)) == german
    assert EN(step_in_words(step)) == f"{english} walking backward"


SAYS = LADDER[0].name


def test_a_session_on_two_lines() -> None:
    made = backward_workouts("walk", 30, [Place.TRACK], week=1)[0]
    assert [EN(line) for line in dose_in_words(made)] == ["10 × 60 s walking backward, 30 s walking forward"]
    assert [DE(line) for line in dose_in_words(made)] == ["10 × 60 s rückwärts gehen, 30 s vorwärts gehen"]


def test_both_sides_are_told_once() -> None:
    made = backward_workouts("ready", 30, [Place.HOME])[0]
    told = [EN(line) for line in dose_in_words(made)]
    assert "One-leg stance, 20 s each side" in told


def test_stands_are_not_told() -> None:
    stand = Step(Action.STAND, Gait.NONE, Until.TIME, 5.0, SAYS)
    go = Step(Action.BACKWARD, Gait.RUN, Until.TIME, 20.0, SAYS)
    assert EN(block_in_words(Block(4, (stand, go)))) == "4 × 20 s running backward"
    assert EN(block_in_words(Block(1, (stand,)))) == "Get ready, 5 s"


@pytest.mark.parametrize("stage", LADDER, ids=lambda stage: stage.key)
def test_every_workout_can_be_told(stage: object) -> None:
    for made in backward_workouts(getattr(stage, "key", ""), 60, set(Place)):
        for line in dose_in_words(made):
            assert "{" not in EN(line)
            assert "walking" not in DE(line)
