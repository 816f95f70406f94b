"""Compressed files opened with limits: count, size and ratio are bounded before and while unpacking."""

import io
import lzma
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass

from backstride.errors import BadFile
from backstride.message import say

MOST_MEMBERS = 50_000
LARGEST_MEMBER = 1 << 29
LARGEST_TOTAL = 1 << 33
HIGHEST_RATIO = 250
_ALWAYS_FINE = 1 << 23
_PIECE = 1 << 20
_FED = 1 << 14
_NOT_ZERO = re.compile(rb"[^\0]")
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, ValueError, KeyError, IndexError,
    RuntimeError, OverflowError,
)  # fmt: skip


def is_zip(data: bytes) -> bool:
    """Whether the bytes begin like a zip archive."""
    return data[:4] in (b"PK\x03\x04", b"PK\x05\x06")


def is_gzip(data: bytes) -> bool:
    """Whether the bytes begin like a gzip file."""
    return data[:3] == b"\x1f\x8b\x08"


def names_in(data: bytes) -> tuple[str, ...]:
    """The files of an archive; none where the bytes are not one that can be opened."""
    try:
        return open_zip("", data).names if is_zip(data) else ()
    except BadFile:
        return ()


@dataclass(frozen=True, slots=True)
class Zip:
    """An opened archive. `names` are its files, without folders and what operating systems leave behind."""

    archive: zipfile.ZipFile
    names: tuple[str, ...]

    def content(self, name: str, limit: int = LARGEST_MEMBER) -> bytes:
        """The bytes of one file. Raises BadFile where it is encrypted, damaged or larger than `limit`."""
        try:
            info = self.archive.getinfo(name)
            if info.flag_bits & 1:
                raise BadFile(say("{name} is protected by a password; unpack the archive first.", name=name))
            with self.archive.open(info) as stream:
                found = stream.read(limit + 1)
            packed = info.compress_size
        except _DAMAGE as error:
            raise BadFile(say("{name} in the archive is damaged ({why}).", name=name, why=str(error)[:80])) from error
        _check(name, len(found), packed, limit)
        return found


def _check(name: str, size: int, packed: int, limit: int) -> None:
    if size > limit:
        raise BadFile(say("{name} unpacks to more than {limit} MB.", name=name, limit=limit >> 20))
    if size > _ALWAYS_FINE and size > HIGHEST_RATIO * max(1, packed):
        raise BadFile(
            say(
                "{name} unpacks to more than {ratio} times its size; that is no recording.",
                name=name,
                ratio=HIGHEST_RATIO,
            )
        )


def open_zip(name: str, data: bytes) -> Zip:
    """Open an archive. Raises BadFile where its directory is damaged or holds more than 50,000 files."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except _DAMAGE as error:
        raise BadFile(
            say("The archive {name} is damaged or incomplete ({why}).", name=name, why=str(error)[:80])
        ) from error
    if len(infos) > MOST_MEMBERS:
        raise BadFile(say("The archive {name} holds {count} files; at most {most} were expected.",
                          name=name, count=len(infos), most=MOST_MEMBERS))  # fmt: skip
    return Zip(archive, tuple(dict.fromkeys(info.filename for info in infos if _wanted(info))))


def _wanted(info: zipfile.ZipInfo) -> bool:
    parts = info.filename.split("/")
    # A folder ends in "/"; an empty name is damage.
    return bool(parts[-1]) and not any(
        part.startswith(".") or part in ("__MACOSX", "Thumbs.db", "desktop.ini") for part in parts
    )


def gunzip(name: str, data: bytes) -> tuple[bytes, bool]:
    """(content, whether it is complete) of a gzip file. A file cut short or damaged gives what came before the damage.

    Raises BadFile where nothing comes out, or too much.
    """
    pieces: list[bytes] = []
    size = at = 0
    complete = True
    try:
        while complete and at < len(data):
            decoder = zlib.decompressobj(31)
            while not decoder.eof and complete:
                # Fed in short pieces: what a decoder leaves over is copied, once for every gzip file in a row of them.
                fed = data[at : at + _FED]
                piece = decoder.decompress(fed, _PIECE)
                at += len(fed) - len(decoder.unconsumed_tail) - len(decoder.unused_data)
                pieces.append(piece)
                size += len(piece)
                _check(name, size, len(data), LARGEST_MEMBER)
                complete = bool(decoder.eof or piece or fed)
            at = _after_padding(data, at)
            complete = complete and (at == len(data) or is_gzip(data[at : at + 3]))
    except zlib.error:
        complete = False
    if not size:
        raise BadFile(say("The compressed file {name} is damaged from its beginning.", name=name))
    return b"".join(pieces), complete


def _after_padding(data: bytes, at: int) -> int:
    """Where the zeros end that may stand between gzip files."""
    found = _NOT_ZERO.search(data, at)
    return len(data) if found is None else found.start()
