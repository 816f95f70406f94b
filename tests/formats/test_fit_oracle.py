"""Every field of every message of every good file, against an independent decoder."""

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fitdecode
import numpy as np
import pytest

from backstride.formats.fit import FitFile, decode
from backstride.formats.fit.clock import stamps_of
from backstride.formats.fit.columns import Table
from backstride.formats.fit.layout import BASES, STRING, Slot
from backstride.formats.fit.profile import Field, fields_of, message_name
from tests.realdata import data_folder

MESSAGE_INDEX = 254
TIMESTAMP = 253

pytestmark = pytest.mark.realdata


def good_files() -> list[Path]:
    folder = data_folder() / "fit_files"
    return sorted(path for path in folder.glob("good_*/*") if path.suffix.lower() == ".fit")


def oracle_messages(data: bytes) -> Iterator[Any]:
    with fitdecode.FitReader(data) as reader:
        yield from (frame for frame in reader if isinstance(frame, fitdecode.FitDataMessage))


def in_file_order(file: FitFile) -> list[tuple[Table, int]]:
    rows = [(int(at), table, row) for table in file.tables for row, at in enumerate(table.positions)]
    return [(table, row) for _, table, row in sorted(rows, key=lambda found: found[0])]


def as_raw(table: Table, row: int, slot: Slot) -> Any:
    """One raw value in the oracle's words: None for missing, tuples for arrays."""
    if slot.base is STRING:
        return table.texts(slot)[row] or None
    value = table.raw(slot)[row]
    missing = np.isnan(value) if slot.base.invalid is None else value == slot.base.invalid
    if slot.base.name == "byte":
        return None if np.all(missing) else tuple(np.atleast_1d(value).tolist())
    if np.ndim(value) == 0:
        return None if missing else value.item()
    return tuple(None if gone else item for gone, item in zip(missing, value.tolist(), strict=True))


class Columns:
    """Decoded columns, kept so that a file's comparison takes a second and not an hour."""

    def __init__(self) -> None:
        self.kept: dict[tuple[int, Any], Any] = {}

    def raw(self, table: Table, key: Any, slot: Slot) -> list[Any]:
        found = self.kept.get((id(table), key))
        if found is None:
            found = self.kept[id(table), key] = [as_raw(table, row, slot) for row in range(len(table))]
        return list(found) if not isinstance(found, list) else found

    def scaled(self, table: Table, number: int) -> Any:
        key = (id(table), ("scaled", number))
        if key not in self.kept:
            field = field_of(table.definition.number, number)
            self.kept[key] = table.numbers(table.slots[number], field)
        return self.kept[key]


def field_of(message: int, number: int) -> Field:
    """Of a field that is not known, the raw value is the value."""
    return fields_of(message).get(number) or Field(number, f"unknown_{number}")


def same(mine: Any, theirs: Any) -> bool:
    if isinstance(theirs, float) and isinstance(mine, float):
        return math.isclose(mine, theirs, rel_tol=1e-12)
    if isinstance(theirs, tuple) and isinstance(mine, tuple):
        return len(mine) == len(theirs) and all(map(same, mine, theirs))
    return bool(mine == theirs)


def check_native(columns: Columns, table: Table, row: int, data: Any) -> str:
    """Empty when a field is equal, else what differs."""
    number = data.field_def.def_num
    slot = table.slots[number]
    raw = columns.raw(table, number, slot)[row]
    if not same(raw, data.raw_value):
        return f"raw {raw} is not {data.raw_value}"
    known = field_of(table.definition.number, number)
    theirs = data.parent_field or data.field
    # By the protocol 254 is the message index everywhere; the oracle has it in some messages only.
    if number != MESSAGE_INDEX and (theirs.name if theirs else f"unknown_{number}") != known.name:
        return f"is called {known.name}"
    if data.parent_field is None and isinstance(data.raw_value, int | float):
        expected = data.raw_value
        if data.field and data.field.scale:
            expected = expected / data.field.scale
        if data.field and data.field.offset:
            expected = expected - data.field.offset
        value = float(np.atleast_1d(columns.scaled(table, number)[row])[0])
        if not math.isclose(value, expected, rel_tol=1e-9, abs_tol=1e-9):
            return f"{value} is not {expected}"
    return ""


def check_developer(columns: Columns, table: Table, row: int, data: Any) -> str:
    key = (data.field_def.dev_data_index, data.field_def.def_num)
    offset, length = table.developer_slots[key]
    base = BASES[data.field.type.identifier] if data.field else BASES[0x0D]
    raw = columns.raw(table, key, Slot(offset, length, base))[row]
    return "" if same(raw, data.raw_value) else f"developer field {raw} is not {data.raw_value}"


@pytest.mark.parametrize("at", range(20))
def test_every_field_equals_the_oracle(at: int) -> None:
    data = good_files()[at].read_bytes()
    (file,) = decode(data).files
    theirs = list(oracle_messages(data))
    check_fields(file, theirs)
    check_expanded(file, theirs)
    check_times(file, theirs)


def test_all_good_files_are_covered() -> None:
    assert len(good_files()) == 20


def check_fields(file: FitFile, theirs: list[Any]) -> None:
    mine = in_file_order(file)
    assert len(mine) == len(theirs)
    columns, faults, compared = Columns(), set(), 0
    for (table, row), message in zip(mine, theirs, strict=True):
        assert table.definition.number == message.global_mesg_num
        assert message_name(table.definition.number) == message.name
        for field in message.fields:
            if field.field_def is None:
                continue
            check = check_developer if field.field_def.is_dev else check_native
            fault = check(columns, table, row, field)
            compared += 1
            if fault:
                faults.add(f"{message.name}.{field.name}: {fault}")
    assert not faults, f"{len(faults)} kinds of faults: {sorted(faults)[:20]}"
    assert compared >= len(theirs)


# What the oracle adds to a message, and the field it makes it of.
EXPANDED = {
    "enhanced_speed": "speed",
    "enhanced_altitude": "altitude",
    "enhanced_avg_speed": "avg_speed",
    "enhanced_max_speed": "max_speed",
}


def check_expanded(file: FitFile, theirs: list[Any]) -> None:
    found: dict[tuple[str, str], list[float]] = {}
    for message in theirs:
        for field in message.fields:
            if field.field_def is None and field.name in EXPANDED:
                value = field.value[0] if isinstance(field.value, tuple) else field.value
                found.setdefault((message.name, field.name), []).append(math.nan if value is None else value)
    for (message_title, name), values in found.items():
        plain = file.messages(message_title).numbers(EXPANDED[name])
        valid, expected = plain[~np.isnan(plain)], np.array(values)
        np.testing.assert_allclose(valid, expected[~np.isnan(expected)], rtol=1e-9)


def check_times(file: FitFile, theirs: list[Any]) -> None:
    """Time stamps of records, the compressed ones and their roll-overs included."""
    expected = [
        next((field.raw_value for field in message.fields if field.def_num == TIMESTAMP), None)
        for message in theirs
        if message.name == "record"
    ]
    mine = [None if np.isnan(stamp) else int(stamp) for stamp in stamps_of(file, file.messages("record"))]
    assert mine == expected
