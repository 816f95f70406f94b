"""Files beside the database: originals by the hash of their content, signals by the hash of their Parquet file.

A file is written under a temporary name, synced, renamed, and its folder synced, before the database speaks of it. So a
crash leaves at worst a file nobody speaks of, which `tidy` clears away.
"""

import gzip
import hashlib
import os
import shutil
import sys
import time
import uuid
import zlib
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from backstride.errors import BadStore
from backstride.message import say

_PROBE = 1 << 16
_PIECE = 1 << 20
_WORTH = 0.9  # below this share of its size a probe counts as compressible
_BIG = 1 << 20
_LEVELS = (6, 1)  # of zlib, for small and big files: level 6 takes 2 s for an hour of sensor text, level 1 0.5 s
STRAY_AFTER_S = 24 * 3600.0  # longer than any backup or restore takes, which work in such a folder


@dataclass(frozen=True, slots=True)
class PackedOriginal:
    """A file ready to be kept. `sha` is of the bytes before compression."""

    sha: str
    name: str
    size: int
    codec: str
    data: bytes


def content_hash(data: bytes) -> str:
    """The name of these bytes: SHA-256, lower-case hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def pack_original(name: str, data: bytes) -> PackedOriginal:
    """Compress, unless the file already is (a zip, a video)."""
    sha = content_hash(data)
    probe = data[:_PROBE]
    if len(zlib.compress(probe, 1)) > _WORTH * len(probe):
        return PackedOriginal(sha, name, len(data), "plain", data)
    level = _LEVELS[len(data) > _BIG]
    return PackedOriginal(sha, name, len(data), "gzip", gzip.compress(data, level, mtime=0))


class Files:
    """The folders under one data folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.originals = folder / "originals"
        self.signals = folder / "signals"
        self.spool = folder / "spool"
        self._unfinished = folder / "unfinished"
        try:
            for place in (self.originals, self.signals, self.spool, self._unfinished):
                place.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise BadStore(
                say("the data folder {folder} cannot be used: {why}", folder=str(folder), why=str(error))
            ) from error

    def original(self, sha: str) -> Path:
        return self.originals / sha[:2] / sha

    def has_original(self, sha: str) -> bool:
        return self.original(sha).exists()

    def signal(self, sha: str) -> Path:
        return self.signals / sha[:2] / f"{sha}.parquet"

    def read_original(self, sha: str, codec: str) -> bytes:
        data = self.original(sha).read_bytes()
        return gzip.decompress(data) if codec == "gzip" else data

    def whole_original(self, sha: str, codec: str, name: str) -> bytes:
        """The original that is called `name`. Raises BadStore where it is gone or not what it was."""
        try:
            data = self.read_original(sha, codec)
        except (OSError, EOFError, zlib.error) as error:
            why = say("the file {name} is damaged: {why}", name=name, why=str(error))
            raise BadStore(why) from error
        if content_hash(data) != sha:
            raise BadStore(say("the file {name} is not what it was", name=name))
        return data

    def read_signal(self, sha: str) -> bytes:
        """The Parquet file of that hash. Raises BadStore where it is gone or not what it was.

        The Parquet library answers damage by a panic that no `except Exception` catches, so it sees only whole files.
        """
        try:
            data = self.signal(sha).read_bytes()
        except OSError as error:
            raise BadStore(say("the kept signals cannot be read: {why}", why=error.strerror or str(error))) from error
        if content_hash(data) != sha:
            raise BadStore(say("the kept signals cannot be read: {why}", why=say("they are not what they were")))
        return data

    def put(self, files: Iterable[tuple[Path, bytes]]) -> None:
        """Write each file that is not there yet, durably. The same path always means the same bytes."""
        new = [(path, data) for path, data in files if not path.exists()]
        try:
            self._write(new)
        except OSError as error:
            raise BadStore(
                say("the data folder {folder} cannot be written: {why}", folder=str(self.folder), why=str(error))
            ) from error

    def _write(self, new: list[tuple[Path, bytes]]) -> None:
        for path, data in new:
            with self._temporary() as temporary:
                with temporary.open("xb") as stream:
                    stream.write(data)
                    stream.flush()
                    os.fsync(stream.fileno())
                if not path.parent.is_dir():
                    path.parent.mkdir(parents=True, exist_ok=True)
                    _sync_folder(path.parent.parent)
                temporary.replace(path)
        for folder in {path.parent for path, _ in new}:
            _sync_folder(folder)

    @contextmanager
    def _temporary(self) -> Iterator[Path]:
        """A name for a file in the making. What came of it on a full disk goes, to make room."""
        path = self._unfinished / uuid.uuid4().hex
        try:
            yield path
        finally:
            path.unlink(missing_ok=True)

    def put_stream(self, path: Path, content: Path | IO[bytes]) -> None:
        """Copy a file, or what is left of an open one, durably: for what may be too large for memory."""
        try:
            opened = content.open("rb") if isinstance(content, Path) else nullcontext(content)
            with self._temporary() as temporary:
                with opened as source, temporary.open("xb") as stream:
                    shutil.copyfileobj(source, stream, _PIECE)
                    stream.flush()
                    os.fsync(stream.fileno())
                temporary.replace(path)
            _sync_folder(path.parent)
        except OSError as error:
            raise BadStore(
                say("the data folder {folder} cannot be written: {why}", folder=str(self.folder), why=str(error))
            ) from error

    def tidy_spool(self, waiting: Collection[str], *, older_than_s: float = STRAY_AFTER_S) -> None:
        """Remove spooled files that no waiting job is about, once they are old: a young one may get its job yet."""
        before = time.time() - older_than_s
        for path in self.spool.iterdir():
            if path.name not in waiting and age_allows(path, before):
                path.unlink(missing_ok=True)

    def unfinished_folder(self) -> Path:
        """A fresh folder on the same disk for work that may be given up half way."""
        place = self._unfinished / uuid.uuid4().hex
        place.mkdir()
        return place

    def kept(self) -> Iterator[Path]:
        """Every file that a row of the database should speak of."""
        for place in (self.originals, self.signals):
            yield from (path for path in place.glob("*/*") if path.is_file())

    def tidy(self, *, older_than_s: float = STRAY_AFTER_S) -> int:
        """Remove what crashes left unfinished; younger work may still be someone's. Returns how many were removed."""
        removed = 0
        before = time.time() - older_than_s
        for path in self._unfinished.iterdir():
            if age_allows(path, before):
                shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
                removed += 1
        return removed


def age_allows(path: Path, before: float) -> bool:
    """Whether `path` was last changed before that moment (seconds since the epoch); a vanished file was not."""
    try:
        return path.stat().st_mtime <= before
    except FileNotFoundError:
        return False


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return  # Windows keeps renames in its own journal and cannot open folders
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
