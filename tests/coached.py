"""Plans, answers and sessions made by hand, for tests of what is kept of the coach."""

import math
from datetime import UTC, date, datetime, timedelta

from backstride.message import say
from backstride.plan.answers import Answers, Experience, Health, Symptom, Wishes
from backstride.plan.kinds import Action, Focus, Goal, Limit, Permit, Place, Until
from backstride.plan.planned import Because, Plan, Planned, Week
from backstride.plan.workout import Block, Step, Workout
from backstride.recording import Direction, Gait, Side
from backstride.session import BodyPart, Done, Glances, Measured, Pain, Session

FIRST = date(2026, 3, 2)  # a Monday; `made.START` is on it

ANSWERS = Answers(
    Health(
        1984,
        active=True,
        symptoms=frozenset({Symptom.LEGS}),
        limits=frozenset({Limit.KNEE, Limit.HEART}),
        stance_s=22.5,
        running=3,
        experience=Experience.WALKED,
    ),
    Wishes(Goal.FIRST_20_MIN, 8, frozenset({0, 2, 4}), 45, frozenset({Place.TRACK, Place.HOME}), at="18:00"),
    FIRST,
)


def workout(focus: Focus = Focus.BACKWARD, minutes: float = 30.0) -> Workout:
    """Half of it backward, where it is about that."""
    action = Action.BACKWARD if focus is Focus.BACKWARD else Action.FORWARD
    half = minutes * 30
    steps = (
        Step(action, Gait.WALK, Until.TIME, half, say("Walk for {minutes} minutes", minutes=minutes / 2)),
        Step(Action.STAND, Gait.NONE, Until.OPEN, math.nan, say("Stand still"), usual_s=half, speed=(0.5, 0.7)),
    )
    return Workout(
        f"{focus}-{minutes:g}", say("Half and half"), focus, (Block(1, steps),), say("A purpose"), stage="walk"
    )


def planned(id_: str, day: date = FIRST, one: Workout | None = None) -> Planned:
    because = (Because(say("You asked for {day}", day="Monday")), Because(say("Rest comes first"), "rest-days"))
    return Planned(id_, day, one or workout(), Place.TRACK, because)


def plan(*sessions: Planned, id_: str = "plan-a", version: int = 1, made_at: date = FIRST) -> Plan:
    weeks = tuple(Week(n + 1, FIRST + timedelta(days=7 * n), "walk", n == 3, 90.0) for n in range(8))
    return Plan(
        id_, version, ANSWERS, FIRST, FIRST + timedelta(days=55), made_at, Permit.JOG, "walk", weeks, sessions,
        (Because(say("Made for {n} weeks", n=8)),), overrides={"2026-03-02": "walk"},
    )  # fmt: skip


def session(id_: str = "s1", day: date = FIRST, *recordings: str, planned: str = "") -> Session:
    """With something in every field."""
    return Session(
        id=id_,
        day=day,
        logged_at=datetime(2026, 3, 2, 18, 0, tzinfo=UTC),
        planned=planned,
        stage="walk",
        workout="backward-30",
        done=Done.PART,
        minutes=31.5,
        rpe=3.5,
        pains=(Pain(BodyPart.KNEE, Side.LEFT, 2), Pain(BodyPart.LOWER_BACK, Side.UNKNOWN, 1)),
        falls=0,
        near_falls=1,
        glances=Glances.BOTH,
        easy_stops=True,
        notes="Wind from behind, \N{GRINNING FACE}",
        recordings=recordings,
        measured=Measured({Direction.BACKWARD: 300.0}, 12.5, 40.0, transitions=4, unclean=1),
    )
