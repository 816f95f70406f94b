"""The ladder: sixteen stages from getting ready to the marathon, and the way over it that leads to a goal."""

from collections.abc import Collection, Mapping

from backstride.plan.kinds import Goal, Limit, Permit, Place
from backstride.plan.rungs import RUNGS
from backstride.plan.rungs_beyond import RUNGS as BEYOND
from backstride.plan.stage import Stage

LADDER: tuple[Stage, ...] = RUNGS + BEYOND
STAGES: Mapping[str, Stage] = {stage.key: stage for stage in LADDER}


def path(
    goal: Goal,
    permit: Permit,
    limits: Collection[Limit] = (),
    places: Collection[Place] | None = None,
) -> tuple[Stage, ...]:
    """The stages that lead to a goal, lowest first, as far as permit, limits and places let the person go.

    A stage is left out with everything that builds on it. Empty: nothing is allowed. `places` None: any place.
    """
    way: list[Stage] = []
    known: set[str] = set()
    for stage in LADDER:
        if set(stage.needs) <= known and _open(stage, permit, limits, places) and leads_to(stage, goal):
            way.append(stage)
            known.add(stage.key)
    return tuple(way)


def leads_to(stage: Stage, goal: Goal) -> bool:
    """Whether the way to the goal goes over this stage."""
    return not stage.goals or goal in stage.goals


def _open(stage: Stage, permit: Permit, limits: Collection[Limit], places: Collection[Place] | None) -> bool:
    return (
        stage.permit <= permit
        and stage.not_for.isdisjoint(limits)
        and (places is None or not set(stage.places).isdisjoint(places))
    )


def next_stage(key: str, way: tuple[Stage, ...] = LADDER) -> Stage | None:
    """The stage after this one on the way; None at its end. Raises KeyError for a stage that is not on the ladder."""
    number = STAGES[key].number
    return next((stage for stage in way if stage.number > number), None)
