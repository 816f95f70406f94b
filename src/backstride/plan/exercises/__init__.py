"""The library of exercises and drills, one file per kind, and what of it suits a person."""

from collections.abc import Collection, Mapping

from backstride.plan.exercises.agility import AGILITY
from backstride.plan.exercises.balance import BALANCE
from backstride.plan.exercises.coordination import COORDINATION
from backstride.plan.exercises.exercise import Dose, Equipment, Exercise, ExerciseKind, Muscle
from backstride.plan.exercises.falling import FALLING
from backstride.plan.exercises.fun import FUN
from backstride.plan.exercises.mobility import MOBILITY
from backstride.plan.exercises.partner import PARTNER
from backstride.plan.exercises.reaction import REACTION
from backstride.plan.exercises.strength import STRENGTH
from backstride.plan.exercises.transition import TRANSITION
from backstride.plan.exercises.trunk import TRUNK
from backstride.plan.exercises.warm_up import WARM_UP
from backstride.plan.kinds import Limit, Permit

__all__ = ["AT_HAND", "EXERCISES", "Dose", "Equipment", "Exercise", "ExerciseKind", "Muscle", "suitable"]

EXERCISES: Mapping[str, Exercise] = {
    row.key: row
    for rows in (
        WARM_UP,
        STRENGTH,
        TRUNK,
        MOBILITY,
        FALLING,
        BALANCE,
        COORDINATION,
        AGILITY,
        REACTION,
        TRANSITION,
        PARTNER,
        FUN,
    )
    for row in rows
}
# Found anywhere: a wall or rail, a step, a chair, and bottles or shoes for cones.
AT_HAND: frozenset[Equipment] = frozenset({Equipment.WALL, Equipment.STEP, Equipment.CHAIR, Equipment.CONES})


def suitable(
    permit: Permit,
    limits: Collection[Limit] = (),
    equipment: Collection[Equipment] | None = None,
    kind: ExerciseKind | None = None,
) -> tuple[Exercise, ...]:
    """The exercises a person may do, in the order of the library, which is easier before harder.

    Whether somebody may train at all is for `screening.may_train` to say; which ones come first, for `Exercise.after`.

    equipment  what there is besides `AT_HAND`, mats and partners too; None: whatever is needed
    kind       None: all kinds
    """
    there = None if equipment is None else AT_HAND.union(equipment)
    return tuple(
        one
        for one in EXERCISES.values()
        if (kind is None or one.kind is kind)
        and one.needs <= permit
        and one.not_for.isdisjoint(limits)
        and (there is None or there.issuperset(one.equipment))
    )
