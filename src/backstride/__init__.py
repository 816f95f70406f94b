"""Backstride: retro running, measured.

    >>> from backstride import Direction, Gait, analyse
    >>> from backstride.simulate import Part, Watch, simulate
    >>> parts = [Part(Direction.BACKWARD, Gait.RUN, 60, speed_mps=2.2, lap="backward")]
    >>> recording, truth = simulate(parts, watch=Watch())
    >>> {str(bout.direction) for bout in analyse(recording).bouts}
    {'backward'}

Importing this package does nothing; each name is loaded when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backstride.errors import BackstrideError, BadFile
    from backstride.formats import read
    from backstride.gait import Options, Tracker, analyse
    from backstride.plan import Answers, Plan, make_plan
    from backstride.recording import (
        Analysis,
        Bout,
        Direction,
        Gait,
        Label,
        MetricValue,
        Placement,
        Recording,
        Signal,
    )

_HOMES = {
    "errors": ("BackstrideError", "BadFile"),
    "formats": ("read",),
    "gait": ("Options", "Tracker", "analyse"),
    "plan": ("Answers", "Plan", "make_plan"),
    "recording": (
        "Analysis",
        "Bout",
        "Direction",
        "Gait",
        "Label",
        "MetricValue",
        "Placement",
        "Recording",
        "Signal",
    ),
}
__version__ = "0.1.0"
__all__ = [
    "Analysis",
    "Answers",
    "BackstrideError",
    "BadFile",
    "Bout",
    "Direction",
    "Gait",
    "Label",
    "MetricValue",
    "Options",
    "Placement",
    "Plan",
    "Recording",
    "Signal",
    "Tracker",
    "analyse",
    "make_plan",
    "read",
]


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"backstride.{home}"), name)
    raise AttributeError(f"module 'backstride' has no attribute {name!r}")
