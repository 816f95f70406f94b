"""How a reader is found, and what unknown files are told."""

import pytest

from backstride import formats
from backstride.errors import BadFile
from backstride.formats.advice import KNOWN_UNSUPPORTED
from tests.formats import samples


@pytest.mark.parametrize("sample", samples.SAMPLES, ids=lambda sample: sample.reader)
def test_content_counts_more_than_the_ending(sample: samples.Sample) -> None:
    assert formats.reader_for("nonsense.dat", sample.make()).name == sample.reader


@pytest.mark.parametrize("suffix", sorted(KNOWN_UNSUPPORTED))
def test_known_endings_get_advice(suffix: str) -> None:
    with pytest.raises(BadFile) as refused:
        formats.read(f"My Run{suffix.upper()}", b"\x01\x02 something else entirely")
    assert str(refused.value) == str(KNOWN_UNSUPPORTED[suffix])
    assert len(str(refused.value)) > 20


def test_known_unsupported_and_read_endings_do_not_meet() -> None:
    read = {suffix for reader in formats.READERS for suffix in reader.suffixes}
    assert not read & set(KNOWN_UNSUPPORTED)


def test_unknown_bytes_are_told_what_was_looked_for() -> None:
    with pytest.raises(BadFile, match="Looked for: FIT, TCX, GPX"):
        formats.read("mystery.abc", b"\x01\x02\x03\x04")


@pytest.mark.parametrize("data", [b"", b"\0" * 1000, b"\r\n \t"])
def test_empty_files_are_called_empty(data: bytes) -> None:
    with pytest.raises(BadFile, match="empty"):
        formats.read("run.fit", data)


def test_numbers_without_names_are_refused() -> None:
    with pytest.raises(BadFile, match="column names"):
        formats.read("run.csv", b"1,2,3\n4,5,6\n7,8,9\n")


def test_readers_have_distinct_names_and_labels() -> None:
    assert len({reader.name for reader in formats.READERS}) == len(formats.READERS)
    assert all(str(reader.label) for reader in formats.READERS)
