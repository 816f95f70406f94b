"""Sessions around the backward ones: own runs stay one's own, warm-ups at home, tests that end by themselves."""

from backstride.plan import workouts
from backstride.plan.exercises import Equipment, ExerciseKind, suitable
from backstride.plan.kinds import Action, Permit, Until
from backstride.recording import Gait


def test_a_run_of_ones_own_is_not_prescribed() -> None:
    hard = workouts.forward_workout(True, 60)
    (run,) = [step for step in hard.steps() if step.action is Action.FORWARD and step.gait is Gait.RUN]
    assert run.until is Until.TIME
    assert run.amount > 30 * 60
    assert hard.hard


def test_a_warm_up_at_home_does_not_ask_for_marching_twice() -> None:
    exercises = suitable(Permit.RUN, (), frozenset(Equipment), ExerciseKind.STRENGTH)
    made = workouts.strength_workout(exercises, 30)
    assert made is not None
    assert next(made.steps()).gait is Gait.NONE
    assert "march" not in {step.exercise for step in made.steps()}


def test_a_stance_lasts_until_the_foot_comes_down() -> None:
    stances = [step for step in workouts.test_workout(()).steps() if step.exercise == "one-leg-stance"]
    assert len(stances) == 6
    assert {step.seconds for step in stances} == {30.0}
    assert all("until the foot comes down" in step.says.template for step in stances)
