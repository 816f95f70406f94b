"""From gathered records to columns: views on the bytes, invalid values, scales, texts."""

import struct
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from backstride.formats.fit import profile
from backstride.formats.fit.index import Track
from backstride.formats.fit.layout import STRING, TIMESTAMP, Base, Definition, Slot
from backstride.recording import FloatArray

_FEW = 24
_STRUCT_CODES = {"u1": "B", "i1": "b", "u2": "H", "i2": "h", "u4": "I", "i4": "i", "u8": "Q", "i8": "q"}
_STRUCT_CODES |= {"f4": "f", "f8": "d"}


class Table:
    """The records of one definition. Columns are views; nothing is decoded before it is asked for.

    positions  (n,) byte positions of the records in the file, increasing
    """

    __slots__ = ("_data", "_developer", "_rows", "_slots", "definition", "positions")

    def __init__(self, data: bytes, track: Track) -> None:
        self.definition: Definition = track.definition
        self.positions: NDArray[np.int64] = track.positions()
        self._data = data
        self._slots: dict[int, Slot] | None = None
        self._developer: dict[tuple[int, int], tuple[int, int]] | None = None
        self._rows: NDArray[np.void] | None = None

    def __len__(self) -> int:
        return len(self.positions)

    @property
    def slots(self) -> dict[int, Slot]:
        """The native fields by number."""
        if self._slots is None:
            self._slots = self.definition.slots()
        return self._slots

    @property
    def developer_slots(self) -> dict[tuple[int, int], tuple[int, int]]:
        """The developer fields, as (offset, length) by (developer, field number)."""
        if self._developer is None:
            self._developer = self.definition.developer_slots()
        return self._developer

    def _gathered(self) -> NDArray[np.void]:
        """(n,) whole records, one after the other."""
        if self._rows is None:
            size = self.definition.size
            windows: NDArray[np.void] = np.ndarray((len(self._data) - size + 1,), f"V{size}", self._data, strides=(1,))
            self._rows = windows[self.positions]
        return self._rows

    def heads(self) -> NDArray[np.uint8]:
        """(n,) the header bytes."""
        return np.ndarray((len(self),), np.uint8, self._gathered(), strides=(self.definition.size,))

    def raw(self, slot: Slot) -> NDArray[np.generic]:
        """(n,) or (n, k) values as they are stored; texts as (n,) bytes."""
        base, length = slot.base, slot.length
        count, size = len(self), self.definition.size
        code = f"S{length}" if base is STRING else self.definition.order + base.code
        if base is STRING or length == base.size:
            return np.ndarray((count,), code, self._gathered(), slot.offset, (size,))
        return np.ndarray((count, length // base.size), code, self._gathered(), slot.offset, (size, base.size))

    def numbers(self, slot: Slot, field: profile.Field) -> FloatArray:
        """(n,) or (n, k) scaled values, NaN where missing (and everywhere for texts)."""
        if slot.base is STRING:
            return np.full(len(self), np.nan)
        raw = self.raw(slot)
        values = raw.astype(np.float64)
        invalid = slot.base.invalid
        np.putmask(values, ~np.isfinite(values) if invalid is None else raw == invalid, np.nan)
        if field.scale != 1.0:
            values /= field.scale
        if field.offset != 0.0:
            values -= field.offset
        return values

    def scalars(self, slot: Slot, field: profile.Field) -> list[float]:
        """The same for a field of one element in a few records, without the fixed cost of arrays."""
        base = slot.base
        if base is STRING:
            return [np.nan] * len(self)
        if len(self) > _FEW:
            values = self.numbers(slot, field)
            found: list[float] = (values if values.ndim == 1 else values[:, 0]).tolist()
            return found
        unpack = _unpacker(self.definition.order + _STRUCT_CODES[base.code])
        found = []
        for position in self.positions.tolist():
            (raw,) = unpack(self._data, position + slot.offset)
            found.append(np.nan if raw == base.invalid else raw / field.scale - field.offset)
        return found

    def texts(self, slot: Slot) -> list[str]:
        """The texts of a field; empty where it holds none or is no text."""
        if slot.base is not STRING:
            return [""] * len(self)
        return [
            self._data[start : start + slot.length].split(b"\0", 1)[0].decode("utf-8", "replace")
            for start in (self.positions + slot.offset).tolist()
        ]


@cache
def _unpacker(code: str) -> "struct._UnpackFrom":  # type: ignore[name-defined]
    return struct.Struct(code).unpack_from


class Messages:
    """All records of one message type, in the order of the file, whatever definitions they were written with."""

    __slots__ = ("_order", "number", "positions", "tables")

    def __init__(self, number: int, tables: Sequence[Table]) -> None:
        self.number = number
        self.tables = [table for table in tables if len(table)]
        self._order: NDArray[np.intp] | None = None
        if len(self.tables) == 1:
            self.positions = self.tables[0].positions
        else:
            self.positions = np.concatenate([np.zeros(0, np.int64), *(table.positions for table in self.tables)])
            if np.any(self.positions[1:] < self.positions[:-1]):
                self._order = np.argsort(self.positions, kind="stable")
                self.positions = self.positions[self._order]

    @property
    def name(self) -> str:
        """The message's name."""
        return profile.message_name(self.number)

    def __len__(self) -> int:
        return len(self.positions)

    def numbers(self, name: str) -> FloatArray:
        """(n,) or (n, k) scaled values of a field by name, NaN where missing or not defined."""
        field = self._field(name)
        parts = [
            table.numbers(slot, field) if (slot := table.slots.get(field.number)) else np.full(len(table), np.nan)
            for table in self.tables
        ]
        return self.joined(parts)

    def firsts(self, name: str) -> FloatArray:
        """(n,) scaled values, of arrays the first element; NaN where missing or not defined."""
        values = self.numbers(name)
        return values if values.ndim == 1 else np.ascontiguousarray(values[:, 0])

    def column(self, name: str) -> FloatArray | None:
        """The same, None where not one value is there."""
        if not self.has(name):
            return None
        values = self.firsts(name)
        return None if np.isnan(values).all() else values

    def scalars(self, name: str) -> list[float]:
        """The values of a field of one element, for messages that are few."""
        field = self._field(name)
        found: list[float] = []
        for table in self.tables:
            slot = table.slots.get(field.number)
            found += table.scalars(slot, field) if slot else [np.nan] * len(table)
        return found if self._order is None else [found[at] for at in self._order]

    def texts(self, name: str) -> list[str]:
        """The texts of a field; empty where missing."""
        field = self._field(name)
        found: list[str] = []
        for table in self.tables:
            slot = table.slots.get(field.number)
            found += table.texts(slot) if slot else [""] * len(table)
        return found if self._order is None else [found[at] for at in self._order]

    def has(self, name: str) -> bool:
        """Whether a definition holds the field, valid or not."""
        field = self._field(name)
        return any(field.number in table.slots for table in self.tables)

    def developer(self, key: tuple[int, int], base: Base) -> FloatArray | None:
        """(n,) values of a developer field (of arrays the first element); None where not one value is there."""
        parts = []
        for table in self.tables:
            place = table.developer_slots.get(key)
            if place is None or base is STRING or place[1] < base.size:
                parts.append(np.full(len(table), np.nan))
            else:
                parts.append(table.numbers(Slot(place[0], base.size, base), profile.Field(TIMESTAMP, "")))
        values = self.joined(parts)
        return None if np.isnan(values).all() else values

    def joined(self, parts: list[FloatArray]) -> FloatArray:
        """Columns of the tables as one column in the order of the file; narrower arrays are filled up with NaN."""
        if len(parts) == 1:
            return parts[0]
        wide = max((part.shape[1] for part in parts if part.ndim == 2), default=0)
        if wide:
            parts = [_widened(part, wide) for part in parts]
        values = np.concatenate([np.zeros((0, wide) if wide else 0), *parts])
        return values if self._order is None else values[self._order]

    def _field(self, name: str) -> profile.Field:
        number = profile.number_of(self.number, name)
        if number is None:
            raise KeyError(f"{self.name} has no field {name}")
        return profile.field_of(self.number, number)


def _widened(part: FloatArray, wide: int) -> FloatArray:
    found = np.full((len(part), wide), np.nan)
    found[:, : part.shape[1] if part.ndim == 2 else 1] = part if part.ndim == 2 else part[:, None]
    return found
