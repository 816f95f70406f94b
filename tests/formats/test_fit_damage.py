"""Damaged files: at least 95 % of the records that are still whole are found again, and the loss is stated."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from backstride.formats.fit import decode, read
from tests.formats.fit_writer import FitWriter, run
from tests.realdata import data_folder

SEEDS = range(6)
REAL_SEEDS = range(3)
SHARE = 0.95


@dataclass(frozen=True)
class Written:
    """A data message of the undamaged file: its bytes, and those of the definition it was written with."""

    number: int
    start: int
    stop: int
    definition: tuple[int, int]


def written(data: bytes) -> list[Written]:
    """Walk one undamaged file as the protocol says."""
    at = data[0]
    end = at + int.from_bytes(data[4:8], "little")
    known: dict[int, tuple[int, int, tuple[int, int]]] = {}
    found = []
    while at < end:
        head = data[at]
        if head & 0xC0 == 0x40:
            stop = at + 6 + 3 * data[at + 5]
            size = 1 + sum(data[at + 7 : stop : 3])
            if head & 0x20:
                size += sum(data[stop + 2 : stop + 1 + 3 * data[stop] : 3])
                stop += 1 + 3 * data[stop]
            number = int.from_bytes(data[at + 3 : at + 5], "big" if data[at + 2] else "little")
            known[head & 0x0F] = (number, size, (at, stop))
            at = stop
        else:
            number, size, definition = known[head >> 5 & 3 if head & 0x80 else head & 0x0F]
            found.append(Written(number, at, at + size, definition))
            at += size
    return found


Damaged = tuple[bytes, int]
Damager = Callable[[bytes, np.random.Generator], Damaged]


def cut(data: bytes, rng: np.random.Generator) -> Damaged:
    return data[: int(rng.integers(len(data) // 2, len(data) - 1))], 0


def no_size(data: bytes, rng: np.random.Generator) -> Damaged:
    return data[:4] + bytes(4) + data[8:], 0


def wrong_size(data: bytes, rng: np.random.Generator) -> Damaged:
    return data[:4] + int(rng.integers(1, 2**32)).to_bytes(4, "little") + data[8:], 0


def zeroed(data: bytes, rng: np.random.Generator) -> Damaged:
    at = int(rng.integers(len(data) // 4, len(data) * 3 // 4))
    return data[:at] + bytes(16) + data[at + 16 :], 0


def zeroed_sector(data: bytes, rng: np.random.Generator) -> Damaged:
    at = int(rng.integers(len(data) // 4, len(data) * 3 // 4))
    return data[:at] + bytes(512) + data[at + 512 :], 0


def junk_after(data: bytes, rng: np.random.Generator) -> Damaged:
    return data + rng.bytes(1000), 0


def zeros_after(data: bytes, rng: np.random.Generator) -> Damaged:
    return data + bytes(5000), 0


def flipped(data: bytes, rng: np.random.Generator) -> Damaged:
    changed = bytearray(data)
    for at in rng.integers(data[0], len(data), 5):
        changed[int(at)] ^= 1 << int(rng.integers(8))
    return bytes(changed), 0


def wrong_checksum(data: bytes, rng: np.random.Generator) -> Damaged:
    return data[:-2] + bytes((data[-2] ^ 0x55, data[-1])), 0


def no_header(data: bytes, rng: np.random.Generator) -> Damaged:
    return data[data[0] :], -data[0]


def bad_magic(data: bytes, rng: np.random.Generator) -> Damaged:
    return data[:8] + b"\0\0\0\0" + data[12:], 0


def overwritten(data: bytes, rng: np.random.Generator) -> Damaged:
    at = int(rng.integers(len(data) // 4, len(data) * 3 // 4))
    return data[:at] + rng.bytes(40) + data[at + 40 :], 0


DAMAGES: tuple[Damager, ...] = (
    cut,
    no_size,
    wrong_size,
    zeroed,
    zeroed_sector,
    junk_after,
    zeros_after,
    flipped,
    wrong_checksum,
    no_header,
    bad_magic,
    overwritten,
)


def is_whole(span: tuple[int, int], before: bytes, after: bytes, shift: int) -> bool:
    start, stop = span[0] + shift, span[1] + shift
    return start >= 0 and stop <= len(after) and before[span[0] : span[1]] == after[start:stop]


def recovered(before: bytes, damage: Damager, seed: int) -> tuple[int, int]:
    """(found again, still whole) data messages."""
    after, shift = damage(before, np.random.default_rng(seed))
    decoded = decode(after)
    assert decoded.loss is not None
    found = {
        (table.definition.number, int(at)) for file in decoded.files for table in file.tables for at in table.positions
    }
    whole = [
        (message.number, message.start + shift)
        for message in written(before)
        if is_whole((message.start, message.stop), before, after, shift)
        and is_whole(message.definition, before, after, shift)
    ]
    return sum(message in found for message in whole), len(whole)


def check(before: bytes, damage: Damager, seeds: range = SEEDS) -> None:
    for seed in seeds:
        found, whole = recovered(before, damage, seed)
        assert found >= SHARE * whole, f"{damage.__name__} with seed {seed}: {found} of {whole}"


SYNTHETIC = {
    "plain": lambda: run(600),
    "big endian": lambda: run(600, big_endian=True),
    "with hrv": lambda: run(600, hrv=True),
}


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("kind", SYNTHETIC)
def test_whole_records_are_found_again(kind: str, damage: Damager) -> None:
    check(SYNTHETIC[kind]().bytes(), damage)


def real_files() -> list[Path]:
    folder = data_folder() / "fit_files"
    paths = sorted(path for path in folder.glob("good_*/*") if path.suffix.lower() == ".fit")
    return [path for path in paths if path.stat().st_size > 4000]


@pytest.mark.realdata
@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("at", range(14))
def test_whole_records_of_real_files_are_found_again(at: int, damage: Damager) -> None:
    check(real_files()[at].read_bytes(), damage, REAL_SEEDS)


@pytest.mark.realdata
def test_the_truly_damaged_files_are_read() -> None:
    folder = data_folder() / "fit_files" / "damaged_or_odd"
    read_back = {path.name: read(path.name, path.read_bytes()) for path in sorted(folder.iterdir())}
    assert len(read_back) == 10
    assert len(read_back["activity-unexpected-eof.fit"][0].signals["speed"]) == 14
    assert len(read_back["activity-activity-filecrc.fit"]) == 2
    losses = {name for name, recordings in read_back.items() if recordings[0].about.loss}
    assert losses == {
        "activity-activity-filecrc.fit",
        "activity-filecrc.fit",
        "activity-settings-corruptheader.fit",
        "activity-settings-nodata.fit",
        "activity-unexpected-eof.fit",
    }


def test_a_wrong_checksum_alone_loses_nothing() -> None:
    file = run(100)
    (recording,) = read("run.fit", file.bytes()[:-2] + b"\x12\x34")
    assert recording.about.loss is not None
    assert recording.about.loss.records_lost == 0
    assert recording.about.loss.records_kept == len(file.starts)
    assert recording.about.loss.bytes_skipped == 0
    assert "checksum" in str(recording.about.loss.message)


def test_junk_after_the_end_is_counted() -> None:
    (recording,) = read("run.fit", run(100).bytes() + b"junk" * 10)
    assert recording.about.loss is not None
    assert recording.about.loss.bytes_skipped == 40
    assert recording.about.loss.records_lost == 0


def test_a_cut_file_says_so() -> None:
    file = run(100)
    data = file.bytes()
    stop = file.spans()[50][1] + 3
    (recording,) = read("run.fit", data[:stop])
    loss = recording.about.loss
    assert loss is not None
    assert loss.records_kept == 51
    assert loss.records_lost is None
    assert "ends before" in str(loss.message)


def test_a_wild_time_stamp_in_a_damaged_file_is_left_out() -> None:
    file = run(100)
    start, _ = file.spans()[40]
    data = bytearray(file.bytes())
    data[start + 4] ^= 0x40
    (recording,) = read("run.fit", bytes(data))
    assert recording.about.loss is not None
    assert recording.about.loss.records_lost == 1
    assert recording.duration_s == 100
    assert len(recording.signals["heart_rate"]) == 99


def test_a_definition_that_claims_a_lot_costs_nothing() -> None:
    file = FitWriter()
    file.define(0, 20, *((number, "uint8", 255) for number in range(250)))
    (decoded,) = decode(file.bytes()).files
    assert decoded.count == 0


def test_a_definition_lost_is_taken_from_a_later_one() -> None:
    """Watches that define anew after each pause: records before it can be read although their definition is gone."""
    file = FitWriter()
    fields = ((253, "uint32"), (3, "uint8"), (4, "uint8"), (5, "uint32"))
    file.define(0, 0, (0, "enum"), (1, "uint16"), (4, "uint32"))
    file.data(0, 4, 1, 1_000_000_000)
    lost = len(file.body)
    for part in range(2):
        file.define(1, 20, *fields)
        for second in range(100):
            file.data(1, 1_000_000_000 + 100 * part + second, 150, 80, 300 * second)
    data = bytearray(file.bytes())
    data[14 + lost + 7] = 0xEE
    (recording,) = read("run.fit", bytes(data))
    assert len(recording.signals["heart_rate"]) >= 190
