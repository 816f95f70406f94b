"""Developer fields: what other makers' apps and sensors add to a message, described within the file itself."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from backstride.formats.fit.decode import FitFile
from backstride.formats.fit.layout import BASES, BYTE, Base
from backstride.recording import FloatArray


@dataclass(frozen=True, slots=True)
class DeveloperField:
    """One described field. `native` is the number of the field of `message` that it stands for, or None."""

    key: tuple[int, int]
    name: str
    unit: str
    base: Base
    message: int | None
    native: int | None
    scale: float
    offset: float


def described(file: FitFile) -> tuple[DeveloperField, ...]:
    """The developer fields of a file; of a field described twice the last description counts."""
    rows = file.messages("field_description")
    if not len(rows):
        return ()
    columns = zip(
        rows.scalars("developer_data_index"),
        rows.scalars("field_definition_number"),
        rows.texts("field_name"),
        rows.texts("units"),
        rows.scalars("fit_base_type_id"),
        rows.scalars("native_mesg_num"),
        rows.scalars("native_field_num"),
        rows.scalars("scale"),
        rows.scalars("offset"),
        strict=True,
    )
    found: dict[tuple[int, int], DeveloperField] = {}
    for developer, number, name, unit, base, message, native, scale, offset in columns:
        if np.isnan(developer) or np.isnan(number):
            continue
        key = (int(developer), int(number))
        found[key] = DeveloperField(
            key,
            name or f"field_{key[0]}_{key[1]}",
            unit,
            BYTE if np.isnan(base) else _base(int(base)),
            _whole(message),
            _whole(native),
            scale if scale > 0 else 1.0,
            0.0 if np.isnan(offset) else offset,
        )
    return tuple(found.values())


def _base(number: int) -> Base:
    """Some writers leave out the bit that marks types of several bytes."""
    return BASES.get(number) or BASES.get(number | 0x80) or BYTE


def _whole(value: float) -> int | None:
    return None if np.isnan(value) else int(value)


def values_of(file: FitFile, message: int, field: DeveloperField) -> FloatArray | None:
    """(n,) the field's values in all messages of a number; None when there are none."""
    messages = file.by_number.get(message)
    values = messages.developer(field.key, field.base) if messages else None
    if values is None or (field.scale == 1.0 and field.offset == 0.0):
        return values
    return values / field.scale - field.offset


# Units as developers write them, lower case -> (the unit of SIGNALS, factor to it).
UNITS: Mapping[str, tuple[str, float]] = {
    "m/s": ("m/s", 1.0),
    "km/h": ("m/s", 1 / 3.6),
    "kph": ("m/s", 1 / 3.6),
    "m": ("m", 1.0),
    "meters": ("m", 1.0),
    "metres": ("m", 1.0),
    "centimeters": ("m", 0.01),
    "cm": ("m", 0.01),
    "millimeters": ("m", 0.001),
    "mm": ("m", 0.001),
    "km": ("m", 1000.0),
    "s": ("s", 1.0),
    "seconds": ("s", 1.0),
    "ms": ("s", 0.001),
    "milliseconds": ("s", 0.001),
    "w": ("W", 1.0),
    "watts": ("W", 1.0),
    "bpm": ("bpm", 1.0),
    "spm": ("steps/min", 1.0),
    "steps/min": ("steps/min", 1.0),
    "rpm": ("steps/min", 2.0),
    "strides/min": ("steps/min", 2.0),
    "%": ("%", 1.0),
    "percent": ("%", 1.0),
    "c": ("degC", 1.0),
    "°c": ("degC", 1.0),
    "degc": ("degC", 1.0),
    "celsius": ("degC", 1.0),
    "pa": ("Pa", 1.0),
}
