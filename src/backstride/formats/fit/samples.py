"""The samples of `record` messages: one clock, a column for each quantity that was measured."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from backstride.formats.fit.clock import Timeline
from backstride.formats.fit.columns import Messages
from backstride.formats.fit.decode import FitFile
from backstride.formats.fit.developer import UNITS, DeveloperField, described, values_of
from backstride.recording import SIGNALS, FloatArray

_RECORD = 20
_DEGREES_PER_SEMICIRCLE = 180 / 2**31
_STEPS_PER_STRIDE = 2


class Column(NamedTuple):
    """Values of all records in file order, and how they are shown."""

    values: FloatArray
    unit: str
    axes: tuple[str, ...] = ()


class _Source(NamedTuple):
    """A signal and the record fields it comes from, the best first; `factor` leads to the signal's unit."""

    signal: str
    fields: tuple[str, ...]
    factor: float = 1.0
    natives: tuple[int, ...] = ()


_SOURCES = (
    _Source("heart_rate", ("heart_rate",), natives=(3,)),
    _Source("speed", ("enhanced_speed", "speed"), natives=(73, 6)),
    _Source("distance", ("distance",), natives=(5,)),
    _Source("elevation", ("enhanced_altitude", "altitude"), natives=(78, 2)),
    _Source("power", ("power",), natives=(7,)),
    _Source("temperature", ("temperature",), natives=(13,)),
    _Source("core_temperature", ("core_temperature",), natives=(139,)),
    _Source("contact_time", ("stance_time",), 0.001, natives=(41,)),
    _Source("contact_share", ("stance_time_percent",), natives=(40,)),
    _Source("contact_balance", ("stance_time_balance",), natives=(84,)),
    _Source("vertical_oscillation", ("vertical_oscillation",), 0.001, natives=(39,)),
    _Source("vertical_ratio", ("vertical_ratio",), natives=(83,)),
    _Source("step_length", ("step_length",), 0.001, natives=(85,)),
    _Source("respiration_rate", ("enhanced_respiration_rate", "respiration_rate"), natives=(108, 99)),
    _Source("position_accuracy", ("gps_accuracy",), natives=(31,)),
    _Source("air_pressure", ("absolute_pressure",), natives=(91,)),
    _Source("grade", ("grade",), natives=(9,)),
)
_CADENCE_NATIVE = 4


def columns_of(file: FitFile) -> dict[str, Column]:
    """All signals of the records that have at least one value. Cadence is taken to count strides."""
    records = file.messages("record")
    found: dict[str, Column] = {}
    _add_position(found, records)
    for source in _SOURCES:
        values = _best(records, source.fields)
        if values is not None:
            found[source.signal] = Column(_scaled(values, source.factor), SIGNALS[source.signal].unit)
    if records.has("compressed_speed_distance"):
        _add_compressed(found, records)
    _add_cadence(found, records)
    for field in described(file):
        _add_developer(found, file, field)
    return found


def _scaled(values: FloatArray, factor: float) -> FloatArray:
    return values if factor == 1.0 else values * factor


def _best(records: Messages, names: tuple[str, ...]) -> FloatArray | None:
    """The first field of `names`, its gaps filled from the next."""
    best: FloatArray | None = None
    for name in names:
        values = records.column(name)
        if best is None:
            best = values
        elif values is not None:
            best = np.where(np.isnan(best), values, best)
    return best


def _add_position(found: dict[str, Column], records: Messages) -> None:
    lat, lon = records.column("position_lat"), records.column("position_long")
    if lat is not None and lon is not None:
        both = np.stack([lat, lon], axis=1)
        both *= _DEGREES_PER_SEMICIRCLE
        # Exactly 0° N 0° E is what devices write that do not know; it lies in the sea.
        both[(both == 0).all(axis=1)] = np.nan
        found["position"] = Column(both, "deg", ("lat", "lon"))


def _add_cadence(found: dict[str, Column], records: Messages) -> None:
    cadence = _best(records, ("cadence256", "cadence"))
    fraction = records.column("fractional_cadence")
    if cadence is None:
        return
    if fraction is not None:
        cadence = cadence + np.nan_to_num(fraction)
    found["cadence"] = Column(cadence * _STEPS_PER_STRIDE, "steps/min")


def as_turns(cadence: FloatArray) -> FloatArray:
    """What was taken for steps per minute -> turns (or strokes) per minute."""
    return cadence / _STEPS_PER_STRIDE


def _add_compressed(found: dict[str, Column], records: Messages) -> None:
    """Three bytes: 12 bits of speed in 1/100 m/s, 12 bits of distance in 1/16 m that roll over."""
    octets = records.numbers("compressed_speed_distance")
    if octets.ndim != 2 or octets.shape[1] != 3:
        return
    valid = ~np.all(np.isnan(octets), axis=1)
    low, middle, high = (np.where(np.isnan(part), 255, part).astype(np.int64) for part in octets[valid].T)
    speed = np.full(len(octets), np.nan)
    speed[valid] = (low | (middle & 0x0F) << 8) / 100
    distance = np.full(len(octets), np.nan)
    sixteenths = middle >> 4 | high << 4
    distance[valid] = np.cumsum(np.diff(sixteenths, prepend=0) & 0xFFF) / 16
    if valid.any():
        found.setdefault("speed", Column(speed, "m/s"))
        found.setdefault("distance", Column(distance, "m"))


def _add_developer(found: dict[str, Column], file: FitFile, field: DeveloperField) -> None:
    """A developer field fills the gaps of the native field it stands for, else it is a signal of its own."""
    values = values_of(file, _RECORD, field)
    if values is None:
        return
    stands_in = field.native is not None and field.message in (None, _RECORD)
    target = _SIGNAL_OF_NATIVE.get(field.native or 0) if stands_in else None
    if target is None:
        _add_own(found, field, values)
        return
    unit = SIGNALS[target].unit
    known, factor = UNITS.get(field.unit.strip().lower(), (unit, 1.0))
    if known != unit:
        _add_own(found, field, values)
        return
    values = _scaled(values, factor if field.unit else _native_factor(target))
    native = found.get(target)
    found[target] = Column(values if native is None else np.where(np.isnan(native.values), values, native.values), unit)


def _native_factor(signal: str) -> float:
    """Without a unit of its own a field has the unit of the field it stands for."""
    return _STEPS_PER_STRIDE if signal == "cadence" else next(row.factor for row in _SOURCES if row.signal == signal)


_SIGNAL_OF_NATIVE: Mapping[int, str] = {
    _CADENCE_NATIVE: "cadence",
    **{number: source.signal for source in _SOURCES for number in source.natives},
}


def _add_own(found: dict[str, Column], field: DeveloperField, values: FloatArray) -> None:
    name = "developer." + "_".join(field.name.lower().split())
    if name in found:
        name += f"_{field.key[0]}_{field.key[1]}"
    found[name] = Column(values, field.unit)


def sampled(columns: Mapping[str, Column], when: Timeline) -> dict[str, Column]:
    """Columns of all records -> columns of the samples."""
    found = {}
    for name, (values, unit, axes) in columns.items():
        if values.ndim == 1:
            found[name] = Column(when.column(values), unit)
        else:
            found[name] = Column(np.stack([when.column(part) for part in values.T], axis=1), unit, axes)
    return found
