"""Numbers with units as people read them: SI inside, the reader's units at the rim."""

from collections.abc import Mapping
from dataclasses import dataclass

from backstride.message import Message, say
from backstride.words import MISSING, Words

METRES_PER_MILE = 1609.344
METRES_PER_FOOT = 0.3048


@dataclass(frozen=True, slots=True)
class Shown:
    """A number as text, and the unit it is in. `text` is an en dash where there is no number."""

    text: str
    unit: str

    def __str__(self) -> str:
        return f"{self.text} {self.unit}".strip()


@dataclass(frozen=True, slots=True)
class _Scale:
    """Show values up to `below` (in SI) times `factor`, with `digits` after the decimal mark, in `unit`."""

    below: float
    factor: float
    digits: int
    unit: str


_ANY = float("inf")
_METRIC: Mapping[str, tuple[_Scale, ...]] = {
    "m": (_Scale(1000, 1, 0, "m"), _Scale(_ANY, 1e-3, 2, "km")),
    "m/s": (_Scale(_ANY, 3.6, 1, "km/h"),),
    "degC": (_Scale(_ANY, 1, 1, "°C"),),
    "kg": (_Scale(_ANY, 1, 1, "kg"),),
}
_IMPERIAL: Mapping[str, tuple[_Scale, ...]] = {
    "m": (_Scale(0.25 * METRES_PER_MILE, 1 / METRES_PER_FOOT, 0, "ft"), _Scale(_ANY, 1 / METRES_PER_MILE, 2, "mi")),
    "m/s": (_Scale(_ANY, 3600 / METRES_PER_MILE, 1, "mph"),),
    "degC": (_Scale(_ANY, 1, 1, "°C"),),
    "kg": (_Scale(_ANY, 1 / 0.45359237, 1, "lb"),),
}
# Where the unit alone does not say how to show a quantity: by the metric's or signal's name.
_METRIC_BY_NAME: Mapping[str, tuple[_Scale, ...]] = {
    "elevation": (_Scale(_ANY, 1, 0, "m"),),
    "step_length": (_Scale(_ANY, 1, 2, "m"),),
    "vertical_oscillation": (_Scale(_ANY, 100, 1, "cm"),),
    "acceleration": (_Scale(_ANY, 1, 1, "m/s²"),),
}
_IMPERIAL_BY_NAME: Mapping[str, tuple[_Scale, ...]] = {
    "elevation": (_Scale(_ANY, 1 / METRES_PER_FOOT, 0, "ft"),),
    "step_length": (_Scale(_ANY, 1 / METRES_PER_FOOT, 2, "ft"),),
    "vertical_oscillation": (_Scale(_ANY, 100 / 2.54, 1, "in"),),
    "acceleration": (_Scale(_ANY, 1, 1, "m/s²"),),
}
_PLAIN: Mapping[str, tuple[int, str]] = {
    "bpm": (0, "bpm"),
    "steps/min": (0, "steps/min"),
    "1/min": (1, "1/min"),
    "W": (0, "W"),
    "%": (1, "%"),
    "1": (0, ""),
    "Pa": (0, "Pa"),
    "deg": (1, "°"),
    "deg/min": (0, "°/min"),
    "N/m/kg": (0, "N/m/kg"),
}
# Units that are words; the others are written alike everywhere.
_IN_WORDS: Mapping[str, Message] = {
    "steps/min": say("steps/min"),
    "bpm": say("bpm"),
    "min": say("min"),
    "h": say("h"),
}
_NAMES = {"ascent": "elevation", "descent": "elevation"}
_DURATIONS = ("time", "elapsed", "timer", "moving", "duration")


def quantity(key: str) -> str:
    """The quantity a metric key or signal name is about: `ascent_m` -> elevation."""
    stem = key.rsplit("_", 1)[0] if key.rsplit("_", 1)[-1] in {"m", "s", "mps", "spm", "bpm"} else key
    return _NAMES.get(stem, stem)


def unit_name(unit: str, words: Words) -> str:
    """A unit as the reader writes it."""
    return words(_IN_WORDS[unit]) if unit in _IN_WORDS else unit


def scale_of(value: float, unit: str, *, imperial: bool, key: str = "") -> tuple[float, int, str]:
    """Factor, digits and unit for a value: what the axis of a chart needs too."""
    by_name = (_IMPERIAL_BY_NAME if imperial else _METRIC_BY_NAME).get(quantity(key))
    scales = by_name or (_IMPERIAL if imperial else _METRIC).get(unit)
    if scales is None:
        digits, shown = _PLAIN.get(unit, (2, unit))
        return 1.0, digits, shown
    size = abs(value) if value == value else 0.0
    chosen = next(scale for scale in scales if size < scale.below or scale.below == _ANY)
    return chosen.factor, chosen.digits, chosen.unit


def show(value: float, unit: str, words: Words, *, imperial: bool = False, pace: bool = False, key: str = "") -> Shown:
    """A value in SI as the reader wants it.

    unit   as in `SIGNALS` and `METRICS` ("m/s", "s", "bpm", ...)
    pace   show speeds as time per kilometre or mile
    key    the metric's key or the signal's name, where the unit alone does not decide
    """
    if unit == "s":
        return _seconds(value, words, quantity(key))
    if unit == "m/s" and pace:
        return _pace(value, words, imperial)
    factor, digits, shown = scale_of(value, unit, imperial=imperial, key=key)
    return Shown(words.number(value * factor, digits), unit_name(shown, words))


def _seconds(value: float, words: Words, name: str) -> Shown:
    if name in _DURATIONS or abs(value) >= 10:
        text = words.duration(value)
        return Shown(text, "" if text == MISSING else unit_name("h" if round(value) >= 3600 else "min", words))
    return Shown(words.number(1000 * value, 0), "ms")


def _pace(speed_mps: float, words: Words, imperial: bool) -> Shown:
    metres, unit = (METRES_PER_MILE, "min/mi") if imperial else (1000.0, "min/km")
    # Slower than an hour a kilometre is standing, not a pace.
    if not speed_mps > 1000 / 3600:
        return Shown(MISSING, unit)
    return Shown(words.duration(metres / speed_mps), unit)
