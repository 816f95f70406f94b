"""One measured number beside its target."""

import operator
from collections.abc import Callable
from dataclasses import dataclass

COMPARE: dict[str, Callable[[float, float], bool]] = {"at most": operator.le, "at least": operator.ge}


@dataclass(frozen=True, slots=True)
class Figure:
    """A row of a table of results.

    target   as printed ("at most 0.5"); empty where nothing was promised
    reached  None where nothing was promised or nothing could be measured
    """

    name: str
    value: float
    unit: str
    target: str = ""
    reached: bool | None = None
    note: str = ""


def figure(name: str, value: float, unit: str, target: str = "", note: str = "") -> Figure:
    """A figure judged by its own target: "at most 0.5" or "at least 20"."""
    if not target or value != value:
        return Figure(name, value, unit, target, None, note)
    words, number = target.rsplit(" ", 1)
    return Figure(name, value, unit, target, COMPARE[words](value, float(number)), note)
