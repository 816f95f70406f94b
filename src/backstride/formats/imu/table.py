"""Delimited text as sensor apps write it: find the header, read the numbers fast, step over damaged rows.

Comma, semicolon or tab; decimal point or comma; quoted names; lines before the header (`sep=,`, "key: value", `#`
comments); UTF-8 or UTF-16. Times written as text become seconds since 1970.
"""

import io
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from backstride.errors import BadFile
from backstride.formats.imu.roles import role
from backstride.formats.times import has_zone, parse_time
from backstride.formats.track import number
from backstride.message import say
from backstride.recording import FloatArray

_HEAD = 1 << 16
_BLOCK = 1 << 22
_SMALL_BLOCK = 1 << 16
_LONGEST_LINE = 1 << 16
_LARGEST = 1e30
"""No sensor reads more, and squares of what is left stay finite. Nanoseconds since 1970 are 2e18."""
_PROBED_ROWS = 40
_MOST_COLUMNS = 400
_DELIMITERS = (",", ";", "\t")
_CLOCK = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d")


@dataclass(frozen=True, eq=False, slots=True)
class Table:
    """names (k) as written; values (n, k) with NaN for empty and text cells; `dropped` rows that could not be read.

    preamble  the lines before the header
    dated     the columns whose times were written as text, now seconds since 1970
    zoneless  whether those texts lacked a time zone, so that UTC was assumed
    """

    names: tuple[str, ...]
    values: FloatArray
    preamble: tuple[str, ...] = ()
    dropped: int = 0
    skipped_bytes: int = 0
    dated: frozenset[int] = frozenset()
    zoneless: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table is written: where its rows begin (byte), its delimiter, names and which columns hold what.

    empty  numeric columns by their names alone: the first rows leave them empty
    """

    names: tuple[str, ...]
    delimiter: str
    decimal_comma: bool
    rows_at: int
    preamble: tuple[str, ...] = ()
    numeric: tuple[int, ...] = ()
    dated: tuple[int, ...] = ()
    empty: frozenset[int] = frozenset()
    zoneless: bool = False

    @property
    def used(self) -> tuple[int, ...]:
        """The columns that are read."""
        return tuple(sorted((*self.numeric, *self.dated)))


def as_text(data: bytes) -> bytes:
    """The bytes of a text file in UTF-8 without byte order mark. UTF-16 needs its mark."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace").encode("utf-8", "replace")
    return data.removeprefix(b"\xef\xbb\xbf")


def cells(line: str, delimiter: str) -> list[str]:
    """The cells of one line, unquoted. A delimiter inside quotes does not part cells."""
    if '"' not in line:
        return [cell.strip() for cell in line.split(delimiter)]
    pattern = (
        rf'\s*"((?:[^"]|"")*)"\s*(?:{re.escape(delimiter)}|$)|([^{re.escape(delimiter)}]*)(?:{re.escape(delimiter)}|$)'
    )
    found = []
    at = 0
    while at <= len(line):
        match = re.compile(pattern).match(line, at)
        if match is None or (match.end() == at and at == len(line) and not line.endswith(delimiter)):
            break
        found.append(match[1].replace('""', '"') if match[1] is not None else match[2].strip())
        at = match.end()
        if at == len(line) and not line.endswith(delimiter):
            break
        if match.end() == match.start():
            break
    return found


def find_layout(text: bytes) -> Layout | None:
    """Where the header is and how rows are written; None where the text holds no table with a header.

    The header is the first line whose cells are names and that is followed by a line of as many cells, most of them
    numbers, times or empty.
    """
    head = text[:_HEAD]
    if b"\0" in head[:1024]:
        return None
    lines = _lines(head, complete=len(head) == len(text))
    starts = [at for at, _ in lines]
    shown = [line for _, line in lines]
    for index in range(min(len(lines) - 1, 200)):
        for delimiter in _DELIMITERS:
            names = cells(shown[index], delimiter)
            while names and not names[-1]:
                names.pop()
            if not 2 <= len(names) <= _MOST_COLUMNS or not _are_names(names):
                continue
            rows = [cells(line, delimiter) for line in shown[index + 1 : index + 1 + _PROBED_ROWS] if line.strip()]
            layout = _columns(names, rows, delimiter)
            if layout is not None:
                preamble = tuple(line for line in shown[:index] if line.strip())
                return replace(layout, rows_at=starts[index + 1], preamble=preamble)
    return None


def _lines(head: bytes, *, complete: bool) -> list[tuple[int, str]]:
    """(byte where it starts, text) of every line of the head; a last line that may be cut short is left out."""
    found = []
    at = 0
    for raw in head.split(b"\n"):
        found.append((at, raw.decode("utf-8", "replace").rstrip("\r")))
        at += len(raw) + 1
    return found if complete else found[:-1]


def _are_names(names: list[str]) -> bool:
    filled = [name for name in names if name]
    return len(filled) >= 2 and not any(_is_number(name) or _CLOCK.match(name) for name in filled)


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def _columns(names: list[str], rows: list[list[str]], delimiter: str) -> Layout | None:
    """Which columns hold numbers and which times; None where the rows do not fit the names."""
    # Some apps end rows with a delimiter and the header without, or the other way round.
    fitting = [row for row in rows if len(row) in (len(names), len(names) + 1)]
    if not fitting or len(fitting) < len(rows) / 2 or len(rows[0]) < 2:
        return None
    comma = delimiter != "," and any(re.fullmatch(r"-?\d+,\d+([eE][-+]?\d+)?", cell) for row in fitting for cell in row)
    numeric, dated, empty = [], [], []
    for index in range(len(names)):
        filled = [row[index].replace(",", ".") if comma else row[index] for row in fitting if row[index]]
        if not filled:
            if role(names[index]) is not None:
                empty.append(index)
        elif sum(_is_number(cell) for cell in filled) >= 0.5 * len(filled):
            numeric.append(index)
        elif sum(math.isfinite(parse_time(cell)) for cell in filled) >= 0.5 * len(filled):
            dated.append(index)
    if not numeric and not dated:
        return None
    zoneless = any(not has_zone(row[at]) for at in dated for row in fitting[:1])
    found = Layout(tuple(names), delimiter, comma, 0, (), tuple(sorted((*numeric, *empty))), tuple(dated))
    return replace(found, empty=frozenset(empty), zoneless=zoneless)


def read_table(data: bytes, layout: Layout | None = None) -> Table:
    """Read the table in a text file. Rows that do not fit the header are dropped and counted.

    Raises BadFile where there is no header followed by rows of numbers.
    """
    text = as_text(data)
    layout = layout or find_layout(text)
    if layout is None:
        raise BadFile(say("No table was found: a line of column names, then lines of numbers, were expected."))
    if layout.decimal_comma:
        text = text.replace(b",", b".")
    read_block = _block_reader(layout)
    blocks, dropped, skipped = [], 0, 0
    for block in _blocks(text, layout.rows_at, _BLOCK):
        rows, lost, lost_bytes = read_block(block)
        blocks.append(rows)
        dropped += lost
        skipped += lost_bytes
    values = blocks[0] if len(blocks) == 1 else np.concatenate(blocks or [np.zeros((0, len(layout.used)))])
    if not len(values):
        raise BadFile(say("Below the column names no row could be read; {dropped} were damaged.", dropped=dropped))
    values[~(np.abs(values) <= _LARGEST)] = np.nan
    used = layout.used
    names = tuple(layout.names[index] for index in used)
    dated = frozenset(used.index(index) for index in layout.dated)
    return Table(names, values, layout.preamble, dropped, skipped, dated, layout.zoneless)


def _blocks(text: bytes, at: int, size: int) -> Iterator[bytes]:
    """The rows in blocks of whole lines, so that damage slows down one block, not the file."""
    while at < len(text):
        cut = text.find(b"\n", min(len(text), at + size)) + 1
        cut = cut or len(text)
        yield text[at:cut]
        at = cut


def _block_reader(layout: Layout) -> Callable[[bytes], tuple[FloatArray, int, int]]:
    used, width, delimiter = layout.used, len(layout.names), layout.delimiter
    converters: dict[int | str, Callable[[str], float]] = dict.fromkeys(layout.dated, _strict_time)
    empty = delimiter.encode()
    ragged = re.compile(rb"(?<=[\n" + empty + rb"])(?=[\r\n" + empty + rb"])")

    def fast(block: bytes) -> FloatArray:
        rows: FloatArray = np.loadtxt(
            io.BytesIO(block),
            dtype=np.float64,
            delimiter=delimiter,
            usecols=used,
            converters=converters or None,
            ndmin=2,
            comments=None,
            quotechar='"',
        )
        return rows

    def read(block: bytes) -> tuple[FloatArray, int, int]:
        block = block.lstrip(b"\r\n")
        if not block.strip():
            return np.zeros((0, len(used))), 0, 0
        # A row cut short would still be read where the unread columns are the missing ones: count before trusting.
        if _even(block, empty, width):
            try:
                return fast(block), 0, 0
            except ValueError:
                pass
            try:
                return fast(ragged.sub(b"nan", b"\n" + block)[1:]), 0, 0
            except ValueError:
                pass
        smaller = list(_blocks(block, 0, _SMALL_BLOCK))
        if len(block) <= 2 * _SMALL_BLOCK or len(smaller) == 1:
            return _row_by_row(block, layout)
        parts = [read(part) for part in smaller]
        return (
            np.concatenate([part[0] for part in parts]),
            sum(part[1] for part in parts),
            sum(part[2] for part in parts),
        )

    return read


def _even(block: bytes, delimiter: bytes, width: int) -> bool:
    """Whether the block has as many delimiters as its lines ask for (rows of text with quotes are not counted)."""
    lines = block.count(b"\n") + (not block.endswith(b"\n"))
    found = block.count(delimiter)
    return found in (lines * (width - 1), lines * width) or b'"' in block


def _strict_time(text: str) -> float:
    value = parse_time(text)
    if math.isnan(value) and text.strip():
        raise ValueError(text)
    return value


def _value(cell: str, *, dated: bool, lenient: bool) -> float:
    if dated:
        return _strict_time(cell)
    if lenient:
        return number(cell)
    return float(cell or "nan")


def _row_by_row(block: bytes, layout: Layout) -> tuple[FloatArray, int, int]:
    """The tolerant way: a row with too few or too many cells, or with a cell that is no number, is dropped."""
    used, width, dated = layout.used, len(layout.names), frozenset(layout.dated)
    kept: list[list[float]] = []
    dropped = skipped = 0
    for raw in block.split(b"\n"):
        if len(raw) > _LONGEST_LINE:  # no row of at most 400 numbers; taking it apart could take minutes
            dropped += 1
            skipped += len(raw) + 1
            continue
        line = raw.decode("utf-8", "replace").strip("\r")
        if not line.strip() or line.startswith("#"):
            continue
        row = cells(line, layout.delimiter)
        try:
            if len(row) != width and not (len(row) == width + 1 and not row[-1]):
                raise ValueError(line)
            kept.append([_value(row[at], dated=at in dated, lenient=at in layout.empty) for at in used])
        except ValueError:
            dropped += 1
            skipped += len(raw) + 1
    return np.array(kept, dtype=np.float64).reshape(-1, len(used)), dropped, skipped
