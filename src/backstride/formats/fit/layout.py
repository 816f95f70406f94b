"""What a FIT stream is made of: base types, definition messages, file headers. Facts of the public protocol."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

MAGIC = b".FIT"
TIMESTAMP = 253
COMPRESSED_LOCALS = 4
_FEW_FIELDS = 6


class Base(NamedTuple):
    """A base type: numpy code without byte order, bytes per element, the value that means "missing"."""

    name: str
    code: str
    size: int
    invalid: int | None


BYTE = Base("byte", "u1", 1, 0xFF)
STRING = Base("string", "S", 1, None)

BASES: dict[int, Base] = {
    0x00: Base("enum", "u1", 1, 0xFF),
    0x01: Base("sint8", "i1", 1, 0x7F),
    0x02: Base("uint8", "u1", 1, 0xFF),
    0x83: Base("sint16", "i2", 2, 0x7FFF),
    0x84: Base("uint16", "u2", 2, 0xFFFF),
    0x85: Base("sint32", "i4", 4, 0x7FFFFFFF),
    0x86: Base("uint32", "u4", 4, 0xFFFFFFFF),
    0x07: STRING,
    0x88: Base("float32", "f4", 4, None),
    0x89: Base("float64", "f8", 8, None),
    0x0A: Base("uint8z", "u1", 1, 0),
    0x8B: Base("uint16z", "u2", 2, 0),
    0x8C: Base("uint32z", "u4", 4, 0),
    0x0D: BYTE,
    0x8E: Base("sint64", "i8", 8, 0x7FFFFFFFFFFFFFFF),
    0x8F: Base("uint64", "u8", 8, 0xFFFFFFFFFFFFFFFF),
    0x90: Base("uint64z", "u8", 8, 0),
}


class Slot(NamedTuple):
    """Where a field lies in a record: bytes from the record's first (header) byte, length, base type."""

    offset: int
    length: int
    base: Base


def slot_of(offset: int, length: int, base: Base) -> Slot:
    """A slot; a length that is no multiple of the base type's size makes it an array of bytes."""
    return Slot(offset, length, base if length % base.size == 0 else BYTE)


def first_of(slot: Slot) -> Slot:
    """The slot of an array's first element; texts stay as they are."""
    return slot if slot.base is STRING else Slot(slot.offset, slot.base.size, slot.base)


@lru_cache(maxsize=512)
def _slots(fields: bytes) -> Mapping[int, Slot]:
    """Kept between files: all files of a device are written with the same definitions."""
    found: dict[int, Slot] = {}
    offset = 1
    for number, length, base in zip(fields[::3], fields[1::3], fields[2::3], strict=True):
        if number not in found and length:
            found[number] = slot_of(offset, length, BASES.get(base, BYTE))
        offset += length
    return found


class Definition(NamedTuple):
    """A definition message. `fields` holds three bytes per field: number, length, base type;
    `developer` three per developer field: number, length, index of the developer. `size` includes the header byte."""

    number: int
    order: str
    size: int
    fields: bytes
    developer: bytes

    def slots(self) -> Mapping[int, Slot]:
        """Native fields by number; of a number that is there twice the first counts."""
        return _slots(self.fields)

    def developer_slots(self) -> dict[tuple[int, int], tuple[int, int]]:
        """(offset, length) of developer fields by (developer, field number)."""
        found: dict[tuple[int, int], tuple[int, int]] = {}
        offset = 1 + sum(self.fields[1::3])
        for number, length, developer in zip(
            self.developer[::3], self.developer[1::3], self.developer[2::3], strict=True
        ):
            if length:
                found.setdefault((developer, number), (offset, length))
            offset += length
        return found

    def is_sound(self) -> bool:
        """Whether every field could have been written by a device; asked where bytes are known to be damaged."""
        numbers = self.fields[::3]
        return 0 < len(numbers) == len(set(numbers)) and all(
            base in BASES and length and length % BASES[base].size == 0
            for length, base in zip(self.fields[1::3], self.fields[2::3], strict=True)
        )

    def mended(self) -> Iterator["Definition"]:
        """What a definition with a damaged field may have been: as it stands, or a field of one element instead."""
        yield self
        fields = bytearray(self.fields)
        for at in range(0, len(fields), 3):
            base = BASES.get(fields[at + 2])
            if base is not None and fields[at + 1] % base.size:
                fields[at + 1] = base.size
        size = self.size - sum(self.fields[1::3]) + sum(fields[1::3])
        yield self._replace(fields=bytes(fields), size=size)

    def is_plausible(self, known: Callable[[int], bool]) -> bool:
        """Whether so much is sound that chance can hardly have made it: three fields, or a message that is `known`."""
        return (len(self.fields) > _FEW_FIELDS or known(self.number)) and self.is_sound()


def read_definition(data: bytes, start: int, end: int) -> tuple[Definition, int] | None:
    """The definition message at `start` and where it stops, or None when there is none before `end`."""
    if start + 6 > end or data[start] & 0xC0 != 0x40 or data[start + 2] > 1:
        return None
    big = data[start + 2]
    stop = start + 6 + 3 * data[start + 5]
    fields = data[start + 6 : stop]
    developer = b""
    if data[start] & 0x20:
        if stop >= end:
            return None
        first = stop + 1
        stop = first + 3 * data[stop]
        developer = data[first:stop]
    if stop > end:
        return None
    number = int.from_bytes(data[start + 3 : start + 5], "big" if big else "little")
    size = 1 + sum(fields[1::3]) + sum(developer[1::3])
    return Definition(number, ">" if big else "<", size, fields, developer), stop


class Header(NamedTuple):
    """A file header: where the messages begin and end by what it states."""

    start: int
    body: int
    end: int


def read_header(data: bytes, start: int) -> Header | None:
    """The file header at `start`, or None when there is none."""
    if data[start + 8 : start + 12] != MAGIC or data[start] < 12:
        return None
    body = start + data[start]
    return Header(start, body, body + int.from_bytes(data[start + 4 : start + 8], "little"))


def starts_with_file_id(data: bytes, start: int = 0) -> bool:
    """Whether a definition of file_id stands at `start`: how a file whose header is damaged still begins."""
    found = read_definition(data, start, min(len(data), start + 1024))
    return found is not None and found[0].number == 0 and found[0].is_plausible(lambda number: number == 0)
