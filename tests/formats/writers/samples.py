"""Workouts for the writers: one that has everything, and random ones."""

import math
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from hypothesis import strategies as st

from backstride.message import Message, say
from backstride.plan.answers import Answers, Health, Wishes
from backstride.plan.kinds import Action, Focus, Goal, Permit, Place, Until
from backstride.plan.planned import Because, Plan, Planned, Week
from backstride.plan.workout import Block, Step, Workout
from backstride.recording import Gait

NO_VALUES: MappingProxyType[str, str] = MappingProxyType({})


def plain(message: Message) -> str:
    """English."""
    return str(message)


def verbatim(text: str) -> Message:
    """A message that reads exactly as given, braces and all."""
    return Message("{text}", {"text": text})


BACK = Step(
    Action.BACKWARD,
    Gait.RUN,
    Until.TIME,
    30.0,
    say("Jog backward"),
    cues=(say("Short quick steps"), say("Look over your left shoulder"), say("Look over your right shoulder")),
    speed=(0.72, 0.79),
)
STOP = Step(Action.STAND, Gait.NONE, Until.TIME, 10.0, say("Stop and stand"))
TURN = Step(Action.TURN, Gait.NONE, Until.OPEN, math.nan, say("Turn round on the spot"), usual_s=6.0)
ON = Step(Action.FORWARD, Gait.WALK, Until.DISTANCE, 100.0, say("Walk forward"), usual_s=70.0)
MIXED = Workout(
    key="mixed-3",
    name=say("Backward in short stretches"),
    focus=Focus.BACKWARD,
    blocks=(
        Block(1, (Step(Action.WARM_UP, Gait.WALK, Until.TIME, 120.0, say("Walk forward, easily")),)),
        Block(3, (BACK, STOP, TURN, ON)),
        Block(1, (Step(Action.COOL_DOWN, Gait.WALK, Until.TIME, 90.0, say("Walk until your breath is calm")),)),
    ),
    purpose=say("First running steps backward"),
    set_up=(say("Walk the stretch forward and clear it"), say("Ask somebody to watch")),
    stage="walk-jog",
    places=(Place.TRACK, Place.FIELD),
)
STRENGTH = Workout(
    key="strength-1",
    name=say("Strength for running backward"),
    focus=Focus.STRENGTH,
    blocks=(
        Block(
            2,
            (
                Step(Action.EXERCISE, Gait.NONE, Until.REPS, 12.0, say("Squats"), usual_s=40.0, exercise="squat"),
                Step(Action.STAND, Gait.NONE, Until.TIME, 30.0, say("Rest")),
            ),
        ),
    ),
    purpose=say("Stronger thighs"),
)
DAY = date(2026, 3, 2)
PLACED = Planned(
    "p-1", DAY, MIXED, Place.TRACK, (Because(say("Two sessions a week, with a day between"), "weekly-sessions"),)
)
LIFTED = Planned("p-2", date(2026, 3, 4), STRENGTH, None, (Because(say("Your legs learn to brake")),))


def plan(*sessions: Planned, version: int = 1, at: str = "") -> Plan:
    """A plan of one week with these sessions."""
    wishes = Wishes(Goal.FIRST_10_MIN, 4, frozenset({0, 2}), 40, frozenset({Place.TRACK}), at=at)
    answers = Answers(Health(1980, True), wishes, DAY)
    weeks = (Week(1, DAY, "walk-jog", False, 90.0),)
    return Plan(
        "plan", version, answers, DAY, date(2026, 3, 29), DAY, Permit.JOG, "walk-jog", weeks, sessions or (PLACED,)
    )


_texts = st.text(st.characters(codec="utf-8"), max_size=60)
_any_steps = st.builds(
    Step,
    st.sampled_from(Action),
    st.sampled_from(Gait),
    st.sampled_from(Until),
    st.floats(1, 7200),
    _texts.map(verbatim),
    usual_s=st.floats(0, 600),
    cues=st.lists(_texts.map(verbatim), max_size=4).map(tuple),
    speed=st.one_of(st.none(), st.just((0.7, 0.8))),
    exercise=st.sampled_from(("", "squat")),
)
# An open step has no amount.
_steps = _any_steps.map(lambda step: replace(step, amount=math.nan) if step.until is Until.OPEN else step)
workouts = st.builds(
    Workout,
    st.just("random"),
    _texts.map(verbatim),
    st.sampled_from(Focus),
    st.lists(st.builds(Block, st.integers(1, 12), st.lists(_steps, min_size=1, max_size=4).map(tuple)), max_size=4).map(
        tuple
    ),
    _texts.map(verbatim),
    set_up=st.lists(_texts.map(verbatim), max_size=2).map(tuple),
)
"""Workouts of any shape and any words."""
