"""A small writer of real FIT bytes, so that tests know the truth they read back.

file = FitWriter()
file.define(0, 20, (253, "uint32"), (3, "uint8"))
file.data(0, 1_000_000_000, 150)
data = file.bytes()
"""

import struct
from collections.abc import Sequence

BASES = {
    "enum": (0x00, "B"),
    "sint8": (0x01, "b"),
    "uint8": (0x02, "B"),
    "sint16": (0x83, "h"),
    "uint16": (0x84, "H"),
    "sint32": (0x85, "i"),
    "uint32": (0x86, "I"),
    "string": (0x07, "s"),
    "float32": (0x88, "f"),
    "float64": (0x89, "d"),
    "uint8z": (0x0A, "B"),
    "uint16z": (0x8B, "H"),
    "uint32z": (0x8C, "I"),
    "byte": (0x0D, "B"),
}
FieldSpec = tuple[int, str] | tuple[int, str, int]
DeveloperSpec = tuple[int, str, int]
Value = int | float | str | Sequence[int] | Sequence[float]


def crc(data: bytes) -> int:
    """CRC-16 of FIT, bit by bit as the definition reads."""
    value = 0
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ (0xA001 if value & 1 else 0)
    return value


class FitWriter:
    """Collects messages; `bytes` closes them with header and checksum."""

    def __init__(self, *, big_endian: bool = False, header_length: int = 14) -> None:
        self.order = ">" if big_endian else "<"
        self.header_length = header_length
        self.body = b""
        self.starts: list[tuple[int, int]] = []
        self._layouts: dict[int, list[tuple[str, int]]] = {}
        self._headers: dict[int, bool] = {}

    def define(self, local: int, message: int, *fields: FieldSpec, developer: Sequence[DeveloperSpec] = ()) -> None:
        """A definition: fields are (number, base name[, elements]); developer fields (number, base name, developer)."""
        rows = [(field[0], field[1], field[2] if len(field) == 3 else 1) for field in fields]
        layout = [(BASES[base][1], count) for _, base, count in rows]
        head = 0x40 | local | (0x20 if developer else 0)
        parts = [struct.pack(self.order + "BBBHB", head, 0, self.order == ">", message, len(rows))]
        parts += [bytes((number, self._size(base, count), BASES[base][0])) for number, base, count in rows]
        if developer:
            parts.append(bytes((len(developer),)))
            parts += [bytes((number, self._size(base, 1), index)) for number, base, index in developer]
            layout += [(BASES[base][1], 1) for _, base, _ in developer]
        self._layouts[local] = layout
        self.body += b"".join(parts)

    @staticmethod
    def _size(base: str, count: int) -> int:
        return struct.calcsize("<" + BASES[base][1]) * count

    def data(self, local: int, *values: Value, short_time: int | None = None) -> None:
        """A data message; `short_time` writes a compressed time stamp header with these five bits."""
        head = local if short_time is None else 0x80 | local << 5 | short_time & 0x1F
        record = bytes((head,))
        for (code, count), value in zip(self._layouts[local], values, strict=True):
            if isinstance(value, str):
                record += struct.pack(f"{count}s", value.encode())
            elif isinstance(value, int | float):
                record += struct.pack(self.order + code, value)
            else:
                record += struct.pack(f"{self.order}{count}{code}", *value)
        self.starts.append((len(self.body), len(record)))
        self.body += record

    def bytes(self) -> bytes:
        """The whole file."""
        header = struct.pack("<BBHI4s", self.header_length, 0x20, 2100, len(self.body), b".FIT")
        if self.header_length == 14:
            header += struct.pack("<H", crc(header))
        return header + self.body + struct.pack("<H", crc(header + self.body))

    def spans(self) -> list[tuple[int, int]]:
        """Where each data message lies in the file: (start, stop)."""
        return [(self.header_length + start, self.header_length + start + size) for start, size in self.starts]


START = 1_000_000_000


def run(seconds: int = 300, *, big_endian: bool = False, hrv: bool = False) -> FitWriter:
    """A run at 1 Hz with heart rate 100 + second % 50, 3 m/s, cadence 85 strides/min, one lap and one session."""
    file = FitWriter(big_endian=big_endian)
    file.define(0, 0, (0, "enum"), (1, "uint16"), (2, "uint16"), (3, "uint32z"), (4, "uint32"))
    file.data(0, 4, 1, 3992, 12345, START)
    file.define(1, 21, (253, "uint32"), (0, "enum"), (1, "enum"))
    file.data(1, START, 0, 0)
    file.define(2, 20, (253, "uint32"), (3, "uint8"), (5, "uint32"), (73, "uint32"), (4, "uint8"), (53, "uint8"))
    if hrv:
        file.define(3, 78, (0, "uint16", 5))
    for second in range(seconds):
        file.data(2, START + second, 100 + second % 50, 300 * second, 3000, 85, 64)
        if hrv:
            file.data(3, (500, 500, 0xFFFF, 0xFFFF, 0xFFFF))
    file.data(1, START + seconds, 0, 4)
    stop, length = START + seconds, 1000 * seconds
    file.define(4, 19, (253, "uint32"), (2, "uint32"), (7, "uint32"), (9, "uint32"), (24, "enum"))
    file.data(4, stop, START, length, 300 * seconds, 7)
    file.define(
        5,
        18,
        (253, "uint32"),
        (2, "uint32"),
        (5, "enum"),
        (6, "enum"),
        (7, "uint32"),
        (8, "uint32"),
        (9, "uint32"),
        (11, "uint16"),
    )
    file.data(5, stop, START, 1, 3, length, length, 300 * seconds, 80)
    file.define(6, 34, (253, "uint32"), (5, "uint32"), (0, "uint32"), (1, "uint16"))
    file.data(6, stop, stop + 7200, length, 1)
    return file
