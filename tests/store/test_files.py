import errno
import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from backstride.errors import BadStore
from backstride.store import Store, pack_original
from tests import made


@pytest.mark.parametrize(("data", "codec"), [(b"text " * 1000, "gzip"), (os.urandom(5000), "plain"), (b"", "plain")])
def test_what_cannot_be_compressed_is_kept_as_it_is(sqlite_store: Store, data: bytes, codec: str) -> None:
    packed = pack_original("a", data)
    assert packed.codec == codec
    sqlite_store.files.put([(sqlite_store.files.original(packed.sha), packed.data)])
    assert sqlite_store.files.read_original(packed.sha, codec) == data


def test_packing_twice_gives_the_same_bytes() -> None:
    assert pack_original("a", b"text " * 1000) == pack_original("a", b"text " * 1000)


def test_a_full_disk_is_said_in_words_and_leaves_nothing(sqlite_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BadStore, match="No space left"):
        sqlite_store.recordings.add(made.new_file())
    with pytest.raises(BadStore, match="No space left"):
        sqlite_store.files.put_stream(sqlite_store.files.spool / "a", io.BytesIO(b"x"))
    assert list(sqlite_store.files.kept()) == []
    assert list((sqlite_store.folder / "unfinished").iterdir()) == []
    assert sqlite_store.lists.every_id() == ()


@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_bytes(b"garbage" * 99)], ids=["gone", "garbage"])
def test_a_file_that_was_harmed_is_said_in_words(sqlite_store: Store, harm: Callable[[Path], object]) -> None:
    (id_,) = sqlite_store.recordings.add(made.new_file()).ids
    for path in list(sqlite_store.files.kept()):
        harm(path)
    with pytest.raises(BadStore, match="the kept signals cannot be read"):
        sqlite_store.recordings.load(id_)
    with pytest.raises(BadStore, match="is damaged"):
        sqlite_store.recordings.original(id_)


def test_streams_and_files_are_spooled(sqlite_store: Store, tmp_path: Path) -> None:
    files = sqlite_store.files
    (tmp_path / "upload").write_bytes(b"from a file")
    files.put_stream(files.spool / "a", tmp_path / "upload")
    files.put_stream(files.spool / "b", io.BytesIO(b"from a stream"))
    assert [(files.spool / name).read_bytes() for name in "ab"] == [b"from a file", b"from a stream"]
    files.tidy_spool({"a"}, older_than_s=-1)
    assert [path.name for path in files.spool.iterdir()] == ["a"]
