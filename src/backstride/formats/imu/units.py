"""Units as sensor files write them, and what to do when they write none.

A factor takes a value to the unit of SIGNALS. Where no unit is stated, physics decides: at rest or on average an
accelerometer reads about one gravity, and the Earth's field is 25 to 65 microtesla. The guess is stated.
"""

import re
from collections.abc import Mapping

import numpy as np

from backstride.errors import BadFile
from backstride.message import say
from backstride.recording import SIGNALS, FloatArray, Note

STANDARD_GRAVITY = 9.80665
_ACCELERATION = {"m/s2": 1.0, "g": STANDARD_GRAVITY, "mg": STANDARD_GRAVITY / 1000}
_ANGULAR = {"rad/s": 1.0, "deg/s": np.pi / 180, "mdeg/s": np.pi / 180_000}
_MAGNETIC = {"ut": 1.0, "nt": 1e-3, "mt": 1e3, "t": 1e6, "gauss": 100.0, "g": 100.0, "mgauss": 0.1, "mg": 0.1}
_LENGTH = {"m": 1.0, "km": 1000.0, "ft": 0.3048}

# Signal -> unit as written (after `plain_unit`) -> factor to the unit of SIGNALS. "" is what an unmarked column means.
UNITS: Mapping[str, Mapping[str, float]] = {
    "acceleration": _ACCELERATION,
    "linear": _ACCELERATION,
    "gravity": _ACCELERATION,
    "angular_rate": _ANGULAR,
    "magnetic_field": _MAGNETIC,
    "position": {"": 1.0, "deg": 1.0, "wgs84": 1.0},
    "position_accuracy": {"": 1.0, **_LENGTH},
    "elevation": {"": 1.0, **_LENGTH},
    "distance": {"": 1.0, **_LENGTH},
    "speed": {"": 1.0, "m/s": 1.0, "km/h": 1 / 3.6, "kmh": 1 / 3.6, "mps": 1.0},
    "course": {"": np.pi / 180, "deg": np.pi / 180, "rad": 1.0},
    "air_pressure": {"": 100.0, "pa": 1.0, "hpa": 100.0, "mbar": 100.0, "kpa": 1000.0},
    "temperature": {"": 1.0, "degc": 1.0, "c": 1.0},
    "heart_rate": {"": 1.0, "bpm": 1.0, "1/min": 1.0},
    "cadence": {"": 1.0, "spm": 1.0, "steps/min": 1.0, "1/min": 1.0},
    "power": {"": 1.0, "w": 1.0},
    "rr_interval": {"": 1e-3, "ms": 1e-3, "s": 1.0},
}
TIME_UNITS: Mapping[str, float] = {
    "s": 1.0, "sec": 1.0, "secs": 1.0, "second": 1.0, "seconds": 1.0, "ms": 1e-3, "msec": 1e-3, "millis": 1e-3,
    "milliseconds": 1e-3, "us": 1e-6, "usec": 1e-6, "micros": 1e-6, "microseconds": 1e-6, "ns": 1e-9, "nanos": 1e-9,
    "nanoseconds": 1e-9, "min": 60.0,
}  # fmt: skip
_SPELLINGS = (
    (re.compile(r"[\s\[\]()]"), ""),
    (re.compile(r"[µμ]"), "u"),
    (re.compile(r"°"), "deg"),
    (re.compile(r"²|\^2|\*\*2"), "2"),
    (re.compile(r"^(m/s/s|mps2|ms2|ms-2|ms\^-2|m\*s-2|m\.s-2|ms⁻2|m_s2|m_s_2|mpss)$"), "m/s2"),
    (re.compile(r"^(rads|rad_s|rad\.s-1|rads-1|radps|rads\^-1)$"), "rad/s"),
    (re.compile(r"^(dps|degs|deg_s|degree/s|degrees/s|deg/sec|deg\.s-1)$"), "deg/s"),
    (re.compile(r"^mdps$"), "mdeg/s"),
    (re.compile(r"^(gs|gn|g0)$"), "g"),
    (re.compile(r"^(microtesla|microt)$"), "ut"),
    (re.compile(r"^(celsius|deg_c)$"), "degc"),
)


def plain_unit(text: str) -> str:
    """A unit in one spelling, lower case: "m/s^2", "ms-2" and "m/s²" are "m/s2"."""
    unit = text.strip().lower()
    for pattern, plain in _SPELLINGS:
        unit = pattern.sub(plain, unit)
    return unit


def factor(signal: str, unit: str, values: FloatArray) -> tuple[float, Note | None]:
    """The factor from a written unit to ours, and a note where it had to be guessed from `values` (n, k).

    Raises BadFile for a unit we do not know, and where physics gives no answer.
    """
    known = UNITS[signal] if signal in UNITS else {"": 1.0, plain_unit(SIGNALS[signal].unit): 1.0}
    if unit in known:
        return known[unit], None
    if unit:
        raise BadFile(
            say("{signal}: the unit {unit} is not known; expected one of {known}.",
                signal=signal, unit=unit, known=", ".join(name for name in known if name))
        )  # fmt: skip
    guess = _GUESSES[signal](values)
    note = Note("unit-guessed", say("No unit is given for {signal}; its size says {unit}.", signal=signal, unit=guess))
    return known[guess], note


def _usual_size(values: FloatArray) -> float:
    sizes = np.sqrt((values * values).sum(axis=1)) if values.ndim == 2 else np.abs(values)
    sizes = sizes[np.isfinite(sizes)]
    return float(np.median(sizes)) if len(sizes) else float("nan")


def _guess_acceleration(values: FloatArray) -> str:
    size = _usual_size(values)
    for unit, low, high in (("g", 0.3, 4.0), ("m/s2", 4.0, 60.0), ("mg", 300.0, 4000.0)):
        if low <= size < high:
            return unit
    raise BadFile(
        say(
            "The acceleration has no unit, and its usual size of {size} is one gravity in none of m/s2, g and mg. "
            "Write the unit into the column name, for example acc_x [m/s2].",
            size=round(size, 3),
        )
    )


def _guess_angular_rate(values: FloatArray) -> str:
    sizes = np.sqrt((values * values).sum(axis=1))
    sizes = sizes[np.isfinite(sizes)]
    # 40 rad/s is 2,300 deg/s, more than sensors on a body measure; in deg/s any walk exceeds 40.
    return "deg/s" if len(sizes) and float(np.quantile(sizes, 0.99)) > 40.0 else "rad/s"


def _guess_magnetic_field(values: FloatArray) -> str:
    size = _usual_size(values)
    for unit, high in (("gauss", 3.0), ("ut", 250.0), ("mgauss", 3000.0)):
        if size < high:
            return unit
    return "nt"


_GUESSES = {
    "acceleration": _guess_acceleration,
    "gravity": _guess_acceleration,
    "angular_rate": _guess_angular_rate,
    "magnetic_field": _guess_magnetic_field,
}


def time_factor(unit: str, stamps: FloatArray, *, fast: bool) -> tuple[float, Note | None]:
    """Seconds per unit of a time column, and a note where it was guessed.

    Stamps since 1970 show their unit by their size. Others are taken by their step: `fast` sensors sample 5 to 5,000
    times a second.
    """
    if unit in TIME_UNITS:
        return TIME_UNITS[unit], None
    finite = stamps[np.isfinite(stamps)]
    size = float(np.median(np.abs(finite))) if len(finite) else 0.0
    for limit, seconds, name in ((1e17, 1e-9, "ns"), (1e14, 1e-6, "us"), (1e11, 1e-3, "ms"), (6e8, 1.0, "s")):
        if size >= limit:
            return seconds, None if name == "s" else _time_note(name)
    steps = np.abs(np.diff(finite))
    step = float(np.median(steps[steps > 0])) if (steps > 0).any() else 1.0
    if not fast or step <= 0.2:
        return 1.0, None
    for limit, seconds, name in ((200.0, 1e-3, "ms"), (200_000.0, 1e-6, "us")):
        if step <= limit:
            return seconds, _time_note(name)
    return 1e-9, _time_note("ns")


def _time_note(unit: str) -> Note:
    return Note("time-unit-guessed", say("No unit is given for time; its size says {unit}.", unit=unit))
