"""XML read as a stream of elements, without trusting it.

Namespaces are not resolved (many exporters forget to declare theirs): names lose their prefix and are compared in lower
case. Documents with a DTD are refused, so entities can neither expand nor reach outside. After damage the stream is
taken up again at the next element that starts a sample.
"""

import re
from dataclasses import dataclass
from typing import Protocol
from xml.parsers import expat

from backstride.errors import BadFile
from backstride.message import say

_PIECE = 1 << 16
_MOST_BREAKS = 200
_ENCODINGS = re.compile(
    r"(iso-8859-\d{1,2}|windows-125\d|cp125\d|latin-?1|us-ascii|koi8-[ru]|gb2312|gbk|gb18030|big5|shift_jis|euc-(jp|kr))"
)


class Listener(Protocol):
    """What a format does with the elements. `text` is stripped, and empty where an element has children only."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str, text: str) -> None:
        """An element ends."""


@dataclass(frozen=True, slots=True)
class Damage:
    """breaks: how often the XML broke; skipped: bytes passed over; unread: sample elements in a rest given up on;
    cut: the document ends before its root element does."""

    breaks: int
    skipped: int
    unread: int
    cut: bool


def read_xml(data: bytes, listener: Listener, *, sample: bytes, wrap: bytes) -> Damage | None:
    """Feed `data` to `listener`; returns what was damaged, None for a sound document.

    sample  the opening of a sample element, e.g. b"<trkpt": where reading resumes after damage
    wrap    the opening tags that enclose samples, e.g. b"<gpx><trk><trkseg>"
    Raises BadFile for a DTD.
    """
    data = _utf8(data)
    opener = re.compile(re.escape(sample) + rb"(?=[\s>/])")
    broke = _parse(data, len(data) - len(data.lstrip()), listener, b"")
    root = re.escape(wrap[1 : wrap.index(b">")])
    cut = re.search(rb"</([\w-]+:)?" + root + rb"\s*>", data[-4096:]) is None
    breaks = skipped = 0
    while broke is not None:
        breaks += 1
        found = opener.search(data, broke)
        if not found or breaks == _MOST_BREAKS:
            unread = sum(1 for _ in opener.finditer(data, broke))
            return Damage(breaks, skipped + len(data) - broke, unread, cut)
        skipped += found.start() - broke
        broke = _parse(data, found.start(), listener, wrap)
    return Damage(breaks, skipped, 0, cut) if breaks else None


def looks_like(data: bytes, root: bytes) -> bool:
    """Whether the first 4 KiB hold the opening of element `root`, with or without a prefix, in any common encoding."""
    head = data[:4096].replace(b"\0", b"") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else data[:4096]
    return re.search(rb"<([\w-]+:)?" + re.escape(root) + rb"[\s>]", head) is not None


def _utf8(data: bytes) -> bytes:
    """The document in UTF-8; bytes that are no text become U+FFFD, so that one bad letter costs one value."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace").encode("utf-8", "replace")
    declared = re.search(rb"encoding\s*=\s*[\"']([\w-]{1,20})[\"']", data[:200])
    encoding = declared[1].decode("ascii", "replace").lower() if declared else "utf-8"
    if _ENCODINGS.fullmatch(encoding):
        return data.decode(encoding, "replace").encode()
    try:
        data.decode()
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace").encode()
    return data.removeprefix(b"\xef\xbb\xbf")


def _parse(data: bytes, begin: int, listener: Listener, wrap: bytes) -> int | None:
    """Parse from `begin`; returns the byte where it broke (always beyond `begin`), None when it went through."""
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    view = memoryview(data)
    if wrap:
        parser.Parse(wrap, False)
    _listen(parser, listener)
    try:
        for at in range(begin, len(data), _PIECE):
            parser.Parse(view[at : at + _PIECE], False)
        parser.Parse(b"", True)
    except expat.ExpatError:
        return min(len(data), begin + max(1, parser.ErrorByteIndex - len(wrap)))
    return None


def _listen(parser: expat.XMLParserType, listener: Listener) -> None:
    names: dict[str, str] = {}
    text: list[str] = []
    start, end = listener.start, listener.end

    # These two run for every element: the look-up is written out instead of called.
    def on_start(name: str, attributes: dict[str, str]) -> None:
        text.clear()
        short = names.get(name)
        if short is None:
            short = names[name] = name.rpartition(":")[2].lower()
        start(short, attributes)

    def on_end(name: str) -> None:
        short = names.get(name)
        if short is not None:  # else it closes an element of the wrap, which nobody was told of
            end(short, "".join(text).strip())
        text.clear()

    def refuse(*_: object) -> None:
        raise BadFile(say("The file declares a document type (DTD). That can hide harmful content, so it is not read."))

    parser.StartElementHandler = on_start
    parser.EndElementHandler = on_end
    parser.CharacterDataHandler = text.append
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
