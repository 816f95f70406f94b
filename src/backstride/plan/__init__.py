"""Readiness, the ladder, workouts, and plans that follow what was done.

`make_plan` is in `plan.make`; what changes a plan (`adapt`, `move`, `hold`) is in `plan.adapt`, and planned against
done in `plan.compare`: their names stay with their modules. Each name is loaded when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backstride.plan.answers import Answers
    from backstride.plan.make import make_plan
    from backstride.plan.planned import Plan
    from backstride.plan.readiness import Readiness
    from backstride.plan.screening import assess_readiness

_HOMES = {
    "Answers": "answers",
    "Plan": "planned",
    "Readiness": "readiness",
    "assess_readiness": "screening",
    "make_plan": "make",
}
__all__ = ["Answers", "Plan", "Readiness", "assess_readiness", "make_plan"]


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(import_module(f"backstride.plan.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'backstride.plan' has no attribute {name!r}")
