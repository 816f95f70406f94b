"""Estimates in words: no more digits than they are good for, the range in which nine of ten people lie beside them."""

from dataclasses import dataclass
from math import floor, isfinite, log10

from backstride.message import Message, say
from backstride.physiology.estimate import Estimate
from backstride.physiology.muscles import Change
from backstride.words import MISSING, Words

RANGE_MEANS = say("Nine of ten people like you probably lie in this range")
_DIGITS = 2  # that count: the ranges are a fifth of the value and more
_UNITS = {
    "BW": say("× body weight"),
    "kJ/kg": say("kJ per kg"),
    "kcal/kg": say("kcal per kg"),
    "mL/kg/min": Message("ml/kg/min"),
    "1": Message(""),
}
CHANGES = {
    Change.HIGHER: say("more active backward"),
    Change.LOWER: say("less active backward"),
    Change.UNCLEAR: say("unclear"),
    Change.NO_DATA: say("not measured"),
}
CHANGE_GLYPHS = {Change.HIGHER: "▲", Change.LOWER: "▼", Change.UNCLEAR: "±", Change.NO_DATA: "–"}


@dataclass(frozen=True, slots=True)
class Told:
    """A number as text, its unit, and the range as text; empty where there is none."""

    text: str
    unit: str
    spread: str

    def __str__(self) -> str:
        return f"{self.text} {self.unit}".strip()


def told(one: Estimate, w: Words) -> Told:
    """Rounded to what it is good for; a ratio as percent more (+) or less (−)."""
    if one.unit == "1":
        value, low, high = (_percent(end, w) for end in (one.value, one.low, one.high))
        return Told(value, "%", w(say("{low} to {high}", low=low, high=high)))
    step = _step(one.value)
    value, low, high = (_rounded(end, step, w) for end in (one.value, one.low, one.high))
    return Told(value, unit_in_words(one.unit, w), f"{low}–{high}" if one.low < one.high else "")


def unit_in_words(unit: str, w: Words) -> str:
    return w(_UNITS[unit]) if unit in _UNITS else unit


def _step(value: float) -> int:
    """How many digits after the decimal mark, negative: before it."""
    if not value or not isfinite(value):
        return 0
    return min(2, _DIGITS - 1 - floor(log10(abs(value))))


def _rounded(value: float, step: int, w: Words) -> str:
    return w.number(round(value, step), max(0, step)) if isfinite(value) else MISSING


def _percent(ratio: float, w: Words) -> str:
    share = round(100 * (ratio - 1))
    return f"{'+' if share > 0 else '−' if share < 0 else ''}{w.number(abs(share), 0)}"
