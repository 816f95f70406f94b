"""Files of any device: bytes in, recordings out. Nothing here touches the file system.

`read` finds the reader by content first and by ending second. READERS is the table of
formats; a new format is a new row.
"""

from dataclasses import replace

from backstride.errors import BadFile
from backstride.formats.advice import KNOWN_UNSUPPORTED, advice_for
from backstride.formats.archive import Member, unpack
from backstride.formats.readers import READERS, Reader
from backstride.formats.writers.kept import Exported
from backstride.formats.writers.lossless import read_export
from backstride.formats.zips import gunzip, is_gzip
from backstride.message import say
from backstride.recording import Loss, Recording

__all__ = [
    "KNOWN_UNSUPPORTED",
    "READERS",
    "Exported",
    "Member",
    "Reader",
    "payload",
    "read",
    "read_export",
    "reader_for",
    "unpack",
]


def payload(name: str, data: bytes) -> tuple[str, bytes]:
    """The file inside a .gz wrapper, and its name; others as they are. A content hash is taken of these bytes.

    A wrapper that ends too early stays as it is, so that `read` can say what is lost. Raises BadFile where nothing can
    be unpacked, or where more comes out than any recording holds.
    """
    if not is_gzip(data):
        return name, data
    content, complete = gunzip(name, data)
    return (_without_gz(name), content) if complete else (name, data)


def read(name: str, data: bytes) -> tuple[Recording, ...]:
    """Read a file: one recording or more. `name` is its file name, used for its ending and what it may say.

    Raises BadFile, with advice where the format is known and not read.
    """
    complete = True
    if is_gzip(data):
        data, complete = gunzip(name, data)
        name = _without_gz(name)
    recordings = reader_for(name, data).read(name, data)
    if complete:
        return recordings
    return tuple(replace(one, about=replace(one.about, loss=one.about.loss or _cut(one))) for one in recordings)


def reader_for(name: str, data: bytes) -> Reader:
    """The reader for a file without .gz wrapper. Raises BadFile where there is none."""
    if not data.strip(b"\0 \r\n\t"):
        raise BadFile(say("{name} is empty.", name=name))
    for reader in READERS:
        if reader.sniff(data):
            return reader
    advice = advice_for(name)
    if advice is not None:
        raise BadFile(advice)
    lower = name.lower()
    for reader in READERS:
        if lower.endswith(reader.suffixes):
            return reader
    known = ", ".join(sorted({suffix for reader in READERS for suffix in reader.suffixes}))
    raise BadFile(
        say(
            "{name} is not a format we know. Looked for: FIT, TCX, GPX and sensor tables ({known}).",
            name=name,
            known=known,
        )
    )


def _without_gz(name: str) -> str:
    return name[:-3] if name.lower().endswith(".gz") else name


def _cut(recording: Recording) -> Loss:
    kept = max((len(signal) for signal in recording.signals.values()), default=0)
    return Loss(say("The compressed file ends too early; what came before was read."), kept, None, 0)
