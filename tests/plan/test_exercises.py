"""The library is whole, its chains hold together, and nobody is given what is not for them."""

import math
from graphlib import TopologicalSorter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstride.evidence.table import CLAIMS
from backstride.figures import FIGURES
from backstride.plan.exercises import AT_HAND, EXERCISES, Equipment, Exercise, ExerciseKind, suitable
from backstride.plan.exercises.caution import FALL_HURTS
from backstride.plan.kinds import Limit, Permit, Until

KEYS = {
    ExerciseKind.WARM_UP: "march leg-swings ankle-circles hip-circles arm-circles shoulder-checks",
    ExerciseKind.STRENGTH: "squat lunge reverse-lunge step-down calf-raise single-leg-calf-raise toe-raise hip-bridge "
    "single-leg-bridge side-leg-raise plank side-plank russian-twist dead-bug",
    ExerciseKind.MOBILITY: "hamstring-stretch calf-stretch soleus-stretch hip-flexor-stretch quad-stretch shin-stretch "
    "neck-turns ankle-rocks",
    ExerciseKind.FALLING: "back-rock backward-breakfall standing-breakfall side-breakfall backward-roll",
    ExerciseKind.BALANCE: "one-leg-stance tandem-stance tandem-walk single-leg-reach",
    ExerciseKind.COORDINATION: "toe-walk high-knees carioca backward-skip",
    ExerciseKind.AGILITY: "backpedal-cones t-drill figure-eight square-run",
    ExerciseKind.REACTION: "call-and-stop mirror-drill ball-drop",
    ExerciseKind.TRANSITION: "stop-and-go stop-turn-go half-turn",
    ExerciseKind.PARTNER: "guided-straight shoulder-tap towel-line",
    ExerciseKind.FUN: "relay tag retro-mile",
}
ROWS = list(EXERCISES.values())
FALLS = [row for row in ROWS if row.kind is ExerciseKind.FALLING]
# Metres a second, from feeling for the floor to a run; seconds for a repetition of one side.
SLOWEST, FASTEST = 0.3, 4.0
QUICKEST, LONGEST = 1.5, 16.0

each = pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.key))


def test_the_library_holds_exactly_these() -> None:
    found = {kind: {row.key for row in ROWS if row.kind is kind} for kind in ExerciseKind}
    assert found == {kind: set(keys.split()) for kind, keys in KEYS.items()}
    assert all(key == row.key for key, row in EXERCISES.items())


@each
def test_an_exercise_is_complete(row: Exercise) -> None:
    assert len(row.set_up) >= 1
    assert len(row.steps) >= 2
    assert len(row.faults) >= 1
    assert row.avoid
    assert row.muscles
    assert len(set(row.muscles)) == len(row.muscles)
    for message in (row.name, row.purpose, *row.set_up, *row.steps, *row.faults, *row.avoid):
        text = str(message)
        assert text == text.strip()
        assert text
        assert "!" not in text
    for message in (row.purpose, *row.set_up, *row.steps, *row.faults, *row.avoid):
        assert str(message).endswith((".", "?"))


@each
def test_its_dose_is_sane(row: Exercise) -> None:
    dose = row.dose
    assert 1 <= dose.sets <= 4
    assert math.isfinite(dose.amount)
    assert 0 <= dose.rest_s <= 120
    sides = 2 if dose.each_side else 1
    if dose.until is Until.TIME:
        assert 10 <= dose.amount <= 60
        assert row.usual_s == pytest.approx(sides * dose.amount)
    elif dose.until is Until.REPS:
        assert 3 <= dose.amount <= 15
        assert dose.amount == int(dose.amount)
        assert sides * dose.amount * QUICKEST <= row.usual_s <= sides * dose.amount * LONGEST
    else:
        assert dose.until is Until.DISTANCE
        assert sides * dose.amount / FASTEST <= row.usual_s <= sides * dose.amount / SLOWEST


@each
def test_it_rests_on_a_claim_and_has_a_figure(row: Exercise) -> None:
    assert row.claim in CLAIMS
    assert row.key in FIGURES


@each
def test_easier_and_harder_are_said_on_both_sides(row: Exercise) -> None:
    for key in row.harder:
        assert row.key in EXERCISES[key].easier, key
    for key in row.easier:
        assert row.key in EXERCISES[key].harder, key
        assert EXERCISES[key].needs <= row.needs
    assert not set(row.easier) & set(row.harder)


@each
def test_what_comes_first_asks_for_no_more(row: Exercise) -> None:
    for key in row.after:
        assert EXERCISES[key].needs <= row.needs, key
        assert EXERCISES[key].not_for <= row.not_for, f"whoever may not do {key} can never come to {row.key}"


@pytest.mark.parametrize("ways", ["after", "easier"])
def test_no_chain_runs_in_a_circle(ways: str) -> None:
    order = list(TopologicalSorter({row.key: getattr(row, ways) for row in ROWS}).static_order())
    assert set(order) == set(EXERCISES)


def test_the_way_to_a_roll_is_the_way_through_every_breakfall() -> None:
    assert EXERCISES["backward-breakfall"].after == ("back-rock",)
    assert EXERCISES["standing-breakfall"].after == ("backward-breakfall",)
    assert EXERCISES["backward-roll"].after == ("standing-breakfall",)


@pytest.mark.parametrize("row", FALLS, ids=lambda row: str(row.key))
def test_falling_is_for_mats_and_not_for_everybody(row: Exercise) -> None:
    assert Equipment.MAT in row.equipment
    assert "mats" in " ".join(map(str, row.set_up)).lower()
    assert row.not_for >= FALL_HURTS | {Limit.NECK, Limit.BACK, Limit.DIZZINESS}
    assert row.needs >= Permit.WALK
    said = " ".join(map(str, row.steps)).lower()
    assert "chin" in said
    slaps = "slap" in said
    assert not slaps or "45 degrees" in said
    assert not slaps or row.not_for >= {Limit.SHOULDER, Limit.WRIST}


def test_nobody_reaches_back_in_a_fall() -> None:
    for key in ("backward-breakfall", "standing-breakfall", "backward-roll"):
        assert any("reaches back" in str(fault) for fault in EXERCISES[key].faults)


def test_what_goes_fast_is_closed_to_unsteady_people_and_to_those_whom_a_fall_harms() -> None:
    for row in ROWS:
        if row.needs >= Permit.JOG and row.kind is not ExerciseKind.FALLING:
            assert row.not_for >= FALL_HURTS | {Limit.BALANCE, Limit.DIZZINESS, Limit.VISION, Limit.FEELING}, row.key


@given(
    st.sampled_from(Permit),
    st.sets(st.sampled_from(Limit)),
    st.none() | st.sets(st.sampled_from(Equipment)),
    st.none() | st.sampled_from(ExerciseKind),
)
def test_nobody_is_given_what_is_not_for_them(
    permit: Permit, limits: set[Limit], equipment: set[Equipment] | None, kind: ExerciseKind | None
) -> None:
    found = suitable(permit, limits, equipment, kind)
    for row in found:
        assert row.needs <= permit
        assert not row.not_for & limits
        assert equipment is None or set(row.equipment) <= equipment | AT_HAND
        assert kind is None or row.kind is kind
    left_out = [row for row in ROWS if row not in found]
    for row in left_out:
        lacks = equipment is not None and not set(row.equipment) <= equipment | AT_HAND
        other = kind is not None and row.kind is not kind
        assert row.needs > permit or row.not_for & limits or lacks or other


@pytest.mark.parametrize("limit", Limit)
def test_whatever_the_limit_something_of_strength_mobility_and_balance_stays(limit: Limit) -> None:
    for kind in (ExerciseKind.WARM_UP, ExerciseKind.STRENGTH, ExerciseKind.MOBILITY, ExerciseKind.BALANCE):
        assert len(suitable(Permit.NOTHING, {limit}, (), kind)) >= 2, kind


def test_the_library_is_in_order_easier_before_harder_within_a_kind() -> None:
    place = {key: number for number, key in enumerate(EXERCISES)}
    for row in ROWS:
        for key in row.harder:
            assert EXERCISES[key].kind is not row.kind or place[row.key] < place[key]
