"""Race days, from 100 m to the marathon."""

from collections.abc import Collection, Mapping

from backstride.evidence import Claim, progression, training
from backstride.message import say
from backstride.plan import cues
from backstride.plan.kinds import Action, Focus, Limit, Until
from backstride.plan.ladder import STAGES
from backstride.plan.workout import Block, Step, Workout
from backstride.plan.workouts_steps import cool_down, keyed, look, stop, warm_up
from backstride.recording import Gait

RACES: Mapping[str, tuple[float, ...]] = {
    "race-short": (100.0, 200.0, 400.0, 800.0, 1609.0),
    "race-5k": (5000.0,),
    "race-10k": (10000.0,),
    "race-half": (21097.5,),
    "race-marathon": (42195.0,),
}
"""Distances (m) by stage."""
AROUND_MINUTES = 30.0
"""What warming up and cooling down are measured by on a race day."""


def is_race(workout: Workout) -> bool:
    """Whether the workout is a race day rather than one that leads to it."""
    return workout.key.startswith(tuple(f"{stage}.{_RACE}." for stage in RACES))


_RACE = "race"


def prepared_s(stage: str, forward_mps: float | None = None) -> float:
    """Seconds backward that one session must have reached before the race of a stage; 0 for stages without a long one.

    Short races need no long session: they begin with 100 m.
    """
    if stage not in RACES or stage == _SHORT:
        return 0.0
    return progression.RACE_PREPARED.value * _usual_s(stage, max(RACES[stage]), forward_mps)


_SHORT = "race-short"


def _usual_s(stage: str, metres: float, forward_mps: float | None) -> float:
    share: Claim = training.RACE_SHORT_SHARE if stage == _SHORT else training.RACE_LONG_SHARE
    return metres / (training.CHOSEN_RUN_MPS.value if forward_mps is None else share.value * forward_mps)


def race_workout(
    stage: str, metres: float | None = None, limits: Collection[Limit] = (), forward_mps: float | None = None
) -> Workout:
    """A race day of a stage; the longest distance of the stage where none is given.

    forward_mps  own easy forward speed, for how long it will take about; None: the pace of the records is no guide,
                 so walking backward at the speed where people begin to run is taken
    Raises KeyError for a stage without races.
    """
    distance = max(RACES[stage]) if metres is None else metres
    usual_s = _usual_s(stage, distance, forward_mps)
    row, known = STAGES[stage], frozenset(limits)
    race = Step(
        Action.BACKWARD,
        Gait.RUN,
        Until.DISTANCE,
        distance,
        say("Race: start back first, toes behind the line"),
        usual_s=usual_s,
        cues=cues.SPOKEN_RUN,
    )
    blocks = (
        *warm_up(AROUND_MINUTES, row.permit, known),
        Block(1, (look(), race, stop())),
        *cool_down(AROUND_MINUTES, known),
    )
    exertion = progression.EXERTION_RACE
    return keyed(
        Workout(
            key="",
            name=say("Race day: {metres} m", metres=round(distance)) if distance < 5000 else row.name,
            focus=Focus.BACKWARD,
            blocks=blocks,
            purpose=say(
                "Begin slower than you think; the second half decides. Stop and turn forward when you need to."
            ),
            set_up=row.safety,
            stage=stage,
            rpe=(exertion.low, exertion.high),
            hard=True,
            places=row.places,
        ),
        f"{stage}.{_RACE}",
    )
