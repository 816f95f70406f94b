"""Doses and reasons in words; every list has a word for each of its members."""

import pytest

from backstride.plan.exercises import EXERCISES, Dose, Equipment, ExerciseKind, Muscle
from backstride.plan.kinds import Limit, Permit, Until
from backstride.words import words
from backstride.words.exercises import (
    EQUIPMENT,
    KIND_SAYS,
    KINDS,
    LIMITS,
    MUSCLES,
    NEEDS,
    amount_in_words,
    dose_in_words,
    minutes_of,
    why_not,
)


def test_everything_has_a_name() -> None:
    assert set(KINDS) == set(KIND_SAYS) == set(ExerciseKind)
    assert set(MUSCLES) == set(Muscle)
    assert set(EQUIPMENT) == set(Equipment)
    assert set(LIMITS) == set(Limit)
    assert set(NEEDS) == set(Permit)


@pytest.mark.parametrize(
    ("dose", "english", "german"),
    [
        (Dose(3, 10, Until.REPS, 30, True), "3 × 10 each side, 30 s rest", "3 × 10 je Seite, 30 s Pause"),
        (Dose(2, 20, Until.TIME, 45), "2 × 20 s, 45 s rest", "2 × 20 s, 45 s Pause"),
        (Dose(4, 20, Until.DISTANCE, 60), "4 × 20 m, 60 s rest", "4 × 20 m, 60 s Pause"),
        (Dose(1, 5, Until.REPS, 30), "1 × 5", "1 × 5"),
    ],
)
def test_doses(dose: Dose, english: str, german: str) -> None:
    assert words("en")(dose_in_words(dose)) == english
    assert words("de")(dose_in_words(dose)) == german


def test_a_distance_is_written_as_the_reader_likes() -> None:
    assert str(amount_in_words(Dose(4, 20, Until.DISTANCE), "66 ft")) == "4 × 66 ft"
    assert str(amount_in_words(Dose(4, 20, Until.REPS), "66 ft")) == "4 × 20"


def test_minutes_hold_sets_and_rests() -> None:
    squat = EXERCISES["squat"]
    assert minutes_of(squat) == round((squat.dose.sets * squat.usual_s + squat.dose.rest_s) / 60)
    assert all(minutes_of(row) >= 1 for row in EXERCISES.values())


def test_why_not_names_the_permit_and_each_limit() -> None:
    lunge, w = EXERCISES["lunge"], words("en")
    assert why_not(lunge, Permit.RUN, {Limit.WRIST}, w) == ()
    assert why_not(lunge, Permit.NOTHING, (), w) == ("It opens once you may walk backward.",)
    (both,) = why_not(lunge, Permit.WALK, {Limit.KNEE, Limit.HIP, Limit.NECK}, w)
    assert both == "It is left out because of what you told: knee, hip."
