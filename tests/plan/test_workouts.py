"""Workouts fit into the time there is, stop before every change of direction and leave out what a body forbids."""

from collections.abc import Collection

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstride.plan import workouts
from backstride.plan.doses import AMOUNTS, meant_by
from backstride.plan.exercises import EXERCISES, ExerciseKind, suitable
from backstride.plan.kinds import Action, Focus, Goal, Limit, Permit, Place, Until
from backstride.plan.ladder import LADDER, STAGES
from backstride.plan.record import FALLING
from backstride.plan.stage import Stage
from backstride.plan.workout import Workout
from backstride.plan.workouts_steps import longest_backward_s
from backstride.recording import Gait

limit_sets = st.frozensets(st.sampled_from(Limit), max_size=4)


def made(stage: Stage, minutes: float, places: Collection[Place]) -> tuple[Workout, ...]:
    return workouts.backward_workouts(stage.key, minutes, places)


def stops_before_each_change(workout: Workout) -> bool:
    """A stand of at least a second lies between any movement one way and the next the other way."""
    way = 0
    for step in workout.steps():
        if step.action is Action.STAND and step.seconds >= 1:
            way = 0
        going = step.gait is not Gait.NONE or step.action is Action.BACKWARD
        if going:
            now = -1 if step.action is Action.BACKWARD else 1
            if way and way != now:
                return False
            way = now
    return True


def check(workout: Workout, minutes: float, limits: Collection[Limit] = ()) -> None:
    """What holds for every workout."""
    steps = list(workout.steps())
    assert workout.seconds <= minutes * 60 + 1e-6
    assert steps[0].action is Action.WARM_UP
    assert all(step.seconds > 0 for step in steps)
    assert stops_before_each_change(workout)
    for step in steps:
        if step.exercise:
            assert EXERCISES[step.exercise].not_for.isdisjoint(limits)
    told = meant_by(workout.key)
    assert told is not None
    assert told.longest_s == round(longest_backward_s(steps))
    assert abs(told.backward_s - workout.backward_s) <= 0.5


@pytest.mark.parametrize("stage", LADDER, ids=lambda stage: stage.key)
@pytest.mark.parametrize("place", Place)
def test_every_stage_in_any_time_at_any_place(stage: Stage, place: Place) -> None:
    for minutes in range(10, 91, 8):
        for workout in made(stage, minutes, [place]):
            check(workout, minutes)
            assert [step.action for step in workout.steps()][-1] is Action.COOL_DOWN
            assert place in workout.places
            assert set(workout.places) <= set(stage.places)
            assert 0 < workout.backward_s <= stage.minutes_backward[1] * 60
            assert workout.stage == stage.key
            assert workout.focus is Focus.BACKWARD
            assert workout.set_up


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(LADDER),
    st.floats(8, 150),
    limit_sets,
    st.integers(0, 8),
    st.none() | st.sampled_from(Goal),
    st.booleans(),
)
def test_whatever_a_body_forbids_is_left_out(
    stage: Stage, minutes: float, limits: frozenset[Limit], week: int, goal: Goal | None, deload: bool
) -> None:
    asked = {"limits": limits, "week": week, "goal": goal, "deload": deload}
    first = workouts.backward_workouts(stage.key, minutes, set(Place), **asked)  # type: ignore[arg-type]
    for workout in first:
        check(workout, minutes, limits)
    assert first == workouts.backward_workouts(stage.key, minutes, set(Place), **asked)  # type: ignore[arg-type]


@pytest.mark.parametrize("stage", LADDER, ids=lambda stage: stage.key)
def test_weeks_are_not_all_alike(stage: Stage) -> None:
    variants = made(stage, 60, stage.places)
    assert 2 <= len(variants) <= 4
    assert len({one.key for one in variants}) == len({str(one.name) for one in variants}) == len(variants)


@pytest.mark.parametrize("stage", LADDER, ids=lambda stage: stage.key)
def test_the_dose_grows_to_what_leads_on(stage: Stage) -> None:
    amounts = AMOUNTS[stage.key]
    last = round(amounts.weeks.value)
    fast_mps = 6.0  # of whom even a marathon's half fits into a session
    minutes = workouts.least_minutes(stage.key, fast_mps)
    assert minutes is not None
    assert minutes <= 100
    stretches = []
    for week in range(last + 1):
        main = workouts.backward_workouts(stage.key, 150, stage.places, week=week)[0]
        stretches.append(longest_backward_s(main.steps()))
    assert stretches == sorted(stretches)
    assert stretches[0] < stretches[-1]
    assert stretches[-1] >= amounts.stretch_s.value
    least = workouts.backward_workouts(stage.key, minutes, stage.places, week=last)
    assert max(longest_backward_s(one.steps()) for one in least) >= amounts.stretch_s.value
    assert max(one.backward_s for one in least) >= workouts.prepared_s(stage.key, fast_mps)


def test_slower_people_need_longer_sessions_before_a_race_and_some_races_none_is_long_enough_for() -> None:
    needed = [workouts.least_minutes("race-marathon", mps) or 0.0 for mps in (6.0, 4.0, 3.0)]
    assert needed == sorted(needed)
    assert needed[0] < needed[-1] <= workouts.LONGEST_MINUTES
    assert workouts.least_minutes("race-marathon", 2.0) is None


@pytest.mark.parametrize("stage", LADDER, ids=lambda stage: stage.key)
def test_an_easier_week_is_less(stage: Stage) -> None:
    full = workouts.backward_workouts(stage.key, 150, stage.places, week=3)
    less = workouts.backward_workouts(stage.key, 150, stage.places, week=3, deload=True)
    assert all(easier.backward_s < whole.backward_s for easier, whole in zip(less, full, strict=True))


def test_a_place_that_does_not_suit_gives_nothing() -> None:
    assert workouts.backward_workouts("uphill", 60, [Place.TRACK]) == ()
    assert workouts.backward_workouts("jog", 60, [Place.TREADMILL, Place.HOME]) == ()
    assert workouts.backward_workouts("walk", 0.1, [Place.TRACK]) == ()
    with pytest.raises(KeyError):
        workouts.backward_workouts("flying", 60, [Place.TRACK])


def test_nobody_goes_backward_downhill() -> None:
    for workout in workouts.backward_workouts("uphill", 60, [Place.HILL]):
        says = [str(step.says) for step in workout.steps() if step.action is Action.BACKWARD]
        assert says
        assert all("up the slope" in line for line in says)


def test_the_treadmill_comes_with_its_warning() -> None:
    with_belt = workouts.backward_workouts("walk", 30, [Place.TREADMILL])[0]
    without = workouts.backward_workouts("walk", 30, [Place.TRACK])[0]
    assert len(with_belt.set_up) == len(without.set_up) + 1


def test_better_balance_brings_balance_exercises() -> None:
    plain = workouts.backward_workouts("walk", 40, [Place.TRACK])[0]
    steady = workouts.backward_workouts("walk", 40, [Place.TRACK], goal=Goal.BALANCE)[0]
    kinds = {EXERCISES[step.exercise].kind for step in steady.steps() if step.exercise}
    assert ExerciseKind.BALANCE in kinds
    assert plain.key != steady.key


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([Permit.WALK, Permit.JOG, Permit.RUN]), limit_sets, st.floats(12, 60), st.integers(0, 9))
def test_sessions_around(permit: Permit, limits: frozenset[Limit], minutes: float, number: int) -> None:
    strong = suitable(permit, limits, (), ExerciseKind.STRENGTH)
    supple = suitable(permit, limits, (), ExerciseKind.MOBILITY)
    for workout in (
        workouts.strength_workout(strong, minutes, number),
        workouts.mobility_workout(supple, minutes, number),
        workouts.falling_workout(permit, limits, minutes, number, mats=True),
        workouts.falling_workout(permit, limits, minutes, number),
        workouts.forward_workout(True, minutes, limits),
        workouts.forward_workout(False, minutes, limits),
    ):
        if workout is not None:
            check(workout, minutes, limits)
            assert not workout.stage


def test_nothing_chosen_is_no_workout() -> None:
    assert workouts.strength_workout((), 30) is None


def test_fall_technique_goes_from_easy_to_hard() -> None:
    keys: list[list[str]] = []
    for number in range(5):
        workout = workouts.falling_workout(Permit.RUN, (), 60, number, mats=True)
        assert workout is not None
        assert workout.key.startswith(FALLING)
        done = [step.exercise for step in workout.steps() if step.exercise]
        keys.append(list(dict.fromkeys(key for key in done if EXERCISES[key].kind is ExerciseKind.FALLING)))
    assert keys[0] == ["back-rock"]
    for harder in keys:
        for place, key in enumerate(harder):
            assert set(EXERCISES[key].after) <= set(harder[:place])
    assert "backward-roll" in keys[-1]


def test_without_mats_nobody_rolls() -> None:
    workout = workouts.falling_workout(Permit.RUN, {Limit.BACK}, 20, 3)
    assert workout is not None
    assert not any(step.exercise and EXERCISES[step.exercise].kind is ExerciseKind.FALLING for step in workout.steps())
    for limit in (Limit.BONES, Limit.NECK, Limit.BLEEDING, Limit.PREGNANCY, Limit.CONCUSSION):
        assert workouts.falling_workout(Permit.RUN, {limit}, 20, 3) is None
        assert workouts.falling_workout(Permit.RUN, {limit}, 20, 3, mats=True) is None


def test_whoever_may_jog_can_practise_falling() -> None:
    for limit in Limit:
        if limit not in STAGES["walk-jog"].not_for:
            assert workouts.falling_workout(Permit.JOG, {limit}, 20) is not None


@pytest.mark.parametrize(("stage", "distances"), workouts.RACES.items())
def test_race_days(stage: str, distances: tuple[float, ...]) -> None:
    for metres in distances:
        race = workouts.race_workout(stage, metres, (), 3.0)
        backward = [step for step in race.steps() if step.action is Action.BACKWARD]
        assert [(step.until, step.amount) for step in backward] == [(Until.DISTANCE, metres)]
        assert stops_before_each_change(race)
        assert race.hard
        assert 1 < metres / backward[0].seconds < 3
    longest = next(iter(step for step in workouts.race_workout(stage).steps() if step.action is Action.BACKWARD))
    assert longest.amount == max(distances)


def test_the_test_is_three_tries_of_two() -> None:
    workout = workouts.test_workout(())
    steps = list(workout.steps())
    assert sum(step.exercise == "one-leg-stance" for step in steps) == 6
    assert [step.amount for step in steps if step.action is Action.BACKWARD] == [3.0, 3.0, 3.0]
    assert stops_before_each_change(workout)


@pytest.mark.parametrize("stage", LADDER, ids=lambda stage: stage.key)
def test_only_steady_running_names_a_speed(stage: Stage) -> None:
    for workout in made(stage, 60, stage.places):
        for step in workout.steps():
            if step.speed is not None:
                assert step.speed == STAGES["jog"].speed
                assert step.gait is Gait.RUN
                assert not workout.hard


def test_soft_ground_comes_first_for_the_knees() -> None:
    places = [Place.TRACK, Place.FIELD, Place.PATH]
    assert workouts.backward_workouts("jog", 40, places)[0].places[0] is Place.TRACK
    assert workouts.backward_workouts("jog", 40, places, goal=Goal.KNEES)[0].places[0] is Place.FIELD


@pytest.mark.parametrize("minutes", [17, 23, 30, 45, 90])
def test_walking_in_and_out_takes_half_minutes(minutes: int) -> None:
    for made in workouts.backward_workouts("jog", minutes, list(Place)):
        ends = [step for step in made.steps() if step.gait is Gait.WALK]
        walks = [step.amount for step in ends if step.action in (Action.WARM_UP, Action.COOL_DOWN)]
        assert len(walks) == 2
        assert all(one % 30 == 0 for one in walks if one >= 60)
        assert made.seconds <= minutes * 60
