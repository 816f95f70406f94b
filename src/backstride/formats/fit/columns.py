"""From gathered records to columns: views on the bytes, invalid values, scales, texts."""

import struct
from collections.abc import Mapping, Sequence
from functools import cache
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from backstride.formats.fit import profile
from backstride.formats.fit.index import Track
from backstride.formats.fit.layout import STRING, Base, Definition, Slot, first_of
from backstride.recording import FloatArray

_FEW = 24
_MOST_CELLS = 20_000_000
_RAW = profile.Field(0, "")
_STRUCT_CODES = {"u1": "B", "i1": "b", "u2": "H", "i2": "h", "u4": "I", "i4": "i", "u8": "Q", "i8": "q"}
_STRUCT_CODES |= {"f4": "f", "f8": "d"}


class Table:
    """The records of one definition. Columns are views; nothing is decoded before it is asked for."""

    __slots__ = ("_count", "_data", "_developer", "_positions", "_rows", "_slots", "_track", "definition")

    def __init__(self, data: bytes, track: Track) -> None:
        self.definition: Definition = track.definition
        self._count = track.count
        self._data = data
        self._track = track
        self._positions: NDArray[np.int64] | None = None
        self._slots: Mapping[int, Slot] | None = None
        self._developer: dict[tuple[int, int], tuple[int, int]] | None = None
        self._rows: NDArray[np.void] | None = None

    def __len__(self) -> int:
        return self._count

    @property
    def positions(self) -> NDArray[np.int64]:
        """(n,) byte positions of the records in the file, increasing."""
        if self._positions is None:
            self._positions = self._track.positions()
        return self._positions

    @property
    def slots(self) -> Mapping[int, Slot]:
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
        invalid = slot.base.invalid
        if invalid is None:
            # A signalling NaN, which damage can make, would warn.
            with np.errstate(invalid="ignore"):
                values = raw.astype(np.float64)
            np.putmask(values, ~np.isfinite(values), np.nan)
        else:
            values = raw.astype(np.float64)
            np.putmask(values, raw == invalid, np.nan)
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
        for position in self._track.few_positions():
            (raw,) = unpack(self._data, position + slot.offset)
            is_missing = raw == base.invalid if base.invalid is not None else not isfinite(raw)
            found.append(np.nan if is_missing else raw / field.scale - field.offset)
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


_NO_POSITIONS = np.zeros(0, np.int64)


class Messages:
    """All records of one message type, in the order of the file, whatever definitions they were written with."""

    __slots__ = ("_count", "_order", "_positions", "_present", "number", "tables")

    def __init__(self, number: int, tables: Sequence[Table]) -> None:
        self.number = number
        self.tables = tables
        self._present: set[int] | None = None
        self._count = sum(map(len, tables))
        self._order: NDArray[np.intp] | None = None
        self._positions: NDArray[np.int64] | None = None
        if len(tables) > 1:
            positions = np.concatenate([table.positions for table in tables])
            if (positions[1:] < positions[:-1]).any():
                self._order = np.argsort(positions, kind="stable")
                positions = positions[self._order]
            self._positions = positions

    @property
    def name(self) -> str:
        """The message's name."""
        return profile.message_name(self.number)

    def __len__(self) -> int:
        return self._count

    @property
    def positions(self) -> NDArray[np.int64]:
        """(n,) byte positions of the records in the file, increasing."""
        if self._positions is None:
            self._positions = self.tables[0].positions if self.tables else _NO_POSITIONS
        return self._positions

    def numbers(self, name: str) -> FloatArray:
        """(n,) or (n, k) scaled values of a field by name, NaN where missing or not defined."""
        field = profile.field_named(self.number, name)
        parts = []
        for table in self.tables:
            slot = table.slots.get(field.number)
            parts.append(table.numbers(slot, field) if slot else np.full(len(table), np.nan))
        return self._joined(parts)

    def firsts(self, name: str) -> FloatArray:
        """(n,) scaled values, of arrays the first element; NaN where missing or not defined."""
        field = profile.field_named(self.number, name)
        parts = []
        for table in self.tables:
            slot = table.slots.get(field.number)
            parts.append(table.numbers(first_of(slot), field) if slot else np.full(len(table), np.nan))
        return self._joined(parts)

    def column(self, name: str) -> FloatArray | None:
        """The same, None where not one value is there."""
        if not self.has(name):
            return None
        values = self.firsts(name)
        return None if np.isnan(values).all() else values

    def scalars(self, name: str) -> list[float]:
        """The values of a field of one element, for messages that are few."""
        field = profile.field_named(self.number, name)
        found: list[float] = []
        for table in self.tables:
            slot = table.slots.get(field.number)
            found += table.scalars(slot, field) if slot else [np.nan] * len(table)
        return found if self._order is None else [found[at] for at in self._order]

    def texts(self, name: str) -> list[str]:
        """The texts of a field; empty where missing."""
        field = profile.field_named(self.number, name)
        found: list[str] = []
        for table in self.tables:
            slot = table.slots.get(field.number)
            found += table.texts(slot) if slot else [""] * len(table)
        return found if self._order is None else [found[at] for at in self._order]

    def has(self, name: str) -> bool:
        """Whether a definition holds the field, valid or not."""
        if self._present is None:
            self._present = set().union(*(table.slots for table in self.tables))
        return profile.field_named(self.number, name).number in self._present

    def developer(self, key: tuple[int, int], base: Base) -> FloatArray | None:
        """(n,) values of a developer field (of arrays the first element); None where not one value is there."""
        if base is STRING or not any(key in table.developer_slots for table in self.tables):
            return None
        parts = []
        for table in self.tables:
            offset, length = table.developer_slots.get(key, (0, 0))
            whole = length >= base.size
            parts.append(table.numbers(Slot(offset, base.size, base), _RAW) if whole else np.full(len(table), np.nan))
        values = self._joined(parts)
        return None if np.isnan(values).all() else values

    def _joined(self, parts: list[FloatArray]) -> FloatArray:
        """Columns of the tables as one column in the order of the file; narrower arrays are filled up with NaN."""
        if len(parts) == 1:
            return parts[0]
        if not parts:
            return np.zeros(0)
        wide = max(part.shape[1] if part.ndim == 2 else 0 for part in parts)
        if wide:
            # A damaged file can pair one wide array with a million narrow ones.
            wide = min(wide, max(1, _MOST_CELLS // len(self)))
            parts = [_widened(part, wide) for part in parts]
        values = np.concatenate(parts)
        return values if self._order is None else values[self._order]


def _widened(part: FloatArray, wide: int) -> FloatArray:
    part = part if part.ndim == 2 else part[:, None]
    found = np.full((len(part), wide), np.nan)
    found[:, : part.shape[1]] = part[:, :wide]
    return found
