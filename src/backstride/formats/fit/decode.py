"""From the bytes of one or several chained FIT files to messages, whatever state they are in."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from backstride.formats.fit import profile
from backstride.formats.fit.columns import Messages, Table
from backstride.formats.fit.crc import checksum
from backstride.formats.fit.damage import Damage
from backstride.formats.fit.index import Index, walk
from backstride.formats.fit.layout import MAGIC, Header, read_header, starts_with_file_id
from backstride.formats.fit.rescue import rescue
from backstride.message import Message, say
from backstride.recording import Loss

_CHECKSUM_LENGTH = 2
# Headers that lie about their length must not have the same bytes summed up again and again.
_MOST_CHECKED = 3
_HEADER_LENGTHS = (12, 14)


@dataclass(frozen=True)
class FitFile:
    """One file of a chain. `tables` holds its records by definition; definitions without records are left out."""

    data: bytes
    tables: tuple[Table, ...]
    damage: Damage

    @cached_property
    def by_number(self) -> Mapping[int, Messages]:
        """All messages by global message number."""
        groups: dict[int, list[Table]] = {}
        for table in self.tables:
            groups.setdefault(table.definition.number, []).append(table)
        return {number: Messages(number, tables) for number, tables in groups.items()}

    def messages(self, name: str) -> Messages:
        """The messages of a name, e.g. "record"; empty when the file holds none. Raises KeyError for unheard names."""
        number = profile.message_number(name)
        return self.by_number.get(number) or Messages(number, ())

    @property
    def count(self) -> int:
        """Records of all kinds."""
        return sum(map(len, self.tables))


@dataclass(frozen=True)
class Decoded:
    """All files of the chain, and what damage did to them: `loss` is None when the bytes are as they were written."""

    files: tuple[FitFile, ...]
    loss: Loss | None


def decode(data: bytes) -> Decoded:
    """Read everything that can be read. Never raises: bytes that are no FIT give no files, or files without records."""
    files: list[FitFile] = []
    junk = Damage()
    at = stated = 0
    while at < len(data):
        header = read_header(data, at)
        if header is None and not (at == 0 and _is_headless(data)):
            following = _next_header(data, at)
            junk += Damage(skipped=following - at)
            at = following
            continue
        header = header or Header(0, _headless_body(data), len(data))
        stated += min(header.end, len(data)) - header.start
        file, at = _read_file(data, header, stated <= _MOST_CHECKED * len(data))
        files.append(file)
    return Decoded(tuple(files), _loss(files, junk))


def _read_file(data: bytes, header: Header, may_check: bool) -> tuple[FitFile, int]:
    """The file at a header, and where the next one can begin. Without its checksum it is taken for damaged."""
    stop = header.end + _CHECKSUM_LENGTH
    intact = may_check and stop <= len(data) and checksum(memoryview(data)[header.start : stop]) == 0
    if intact:
        index = Index()
        if walk(data, header.body, header.end, index) == header.end:
            return _gathered(data, index, Damage()), stop
    limit = _next_header(data, header.body)
    end = header.end if intact or stop == limit else limit
    index = Index()
    damage = rescue(data, header.body, end, index)
    damage += Damage(cut=stop > limit, checksum=not intact)
    return _gathered(data, index, damage), stop if intact else limit


def _gathered(data: bytes, index: Index, damage: Damage) -> FitFile:
    return FitFile(data, tuple(Table(data, track) for track in index.tracks if track.count), damage)


def _next_header(data: bytes, start: int) -> int:
    """Where the next file header begins at or after `start`; the end of the data when there is none."""
    found = data.find(MAGIC, start + 8)
    while found >= 0:
        header = found - 8
        if data[header] in _HEADER_LENGTHS and data[header + data[header] : header + data[header] + 1]:
            return header
        found = data.find(MAGIC, found + 1)
    return len(data)


def _is_headless(data: bytes) -> bool:
    return starts_with_file_id(data, _headless_body(data))


def _headless_body(data: bytes) -> int:
    """Where messages begin in a file whose header is missing or cannot be read."""
    return next((start for start in (0, *_HEADER_LENGTHS) if starts_with_file_id(data, start)), 0)


def _loss(files: list[FitFile], junk: Damage) -> Loss | None:
    total = sum((file.damage for file in files), junk)
    if not total:
        return None
    kept = sum(file.count for file in files)
    lost = None if total.holes or total.cut else total.dropped
    return Loss(_words(total, kept), kept, lost, total.skipped)


def _words(total: Damage, kept: int) -> Message:
    """The most important thing to say about the damage."""
    values = {"kept": kept, "skipped": total.skipped, "dropped": total.dropped}
    if total.cut:
        return say("the file ends before its stated length; {kept} records were read", **values)
    if total.holes:
        return say("{skipped} bytes of the file are damaged and were skipped; {kept} records were read", **values)
    if total.dropped:
        return say("{dropped} damaged records were left out; {kept} records were read", **values)
    if total.checksum:
        return say("the checksum does not match, but all {kept} records could be read", **values)
    return say("{skipped} bytes after the end of the data were ignored; {kept} records were read", **values)
