"""Which message lies where: a tight walk over the header bytes, no field is looked at.

Records are noted under their definition, so that each definition's records can be gathered and decoded as columns.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from backstride.formats.fit.layout import (
    COMPRESSED_LOCALS,
    Definition,
    read_definition,
)

_FIRST_REACH = 32


class Track:
    """The records of one definition: where each begins. `runs` are records that follow each other directly."""

    __slots__ = ("definition", "runs", "singles")

    def __init__(self, definition: Definition) -> None:
        self.definition = definition
        self.singles: list[int] = []
        self.runs: list[tuple[int, int]] = []

    @property
    def count(self) -> int:
        """How many records there are."""
        return len(self.singles) + sum(count for _, count in self.runs)

    def few_positions(self) -> list[int]:
        """The same as a list, for tracks that are short."""
        if not self.runs:
            return self.singles
        return sorted([*self.singles, *(at for start, count in self.runs for at in self._run(start, count))])

    def _run(self, start: int, count: int) -> range:
        return range(start, start + count * self.definition.size, self.definition.size)

    def positions(self) -> NDArray[np.int64]:
        """Byte positions of the records' header bytes, increasing."""
        size = self.definition.size
        parts = [np.arange(start, start + count * size, size) for start, count in self.runs]
        if not parts:
            return np.array(self.singles, np.int64)
        if not self.singles and len(parts) == 1:
            return parts[0]
        return np.sort(np.concatenate([np.array(self.singles, np.int64), *parts]))


class Index:
    """What is known while walking through one file: the definition behind every possible header byte.

    sizes   bytes of the record a header byte announces, 0 where nothing is defined for it
    places  notes a record's position under its definition
    """

    def __init__(self) -> None:
        self.sizes: list[int] = [0] * 256
        self.places: list[Callable[[int], None]] = [lambda _: None] * 256
        self.bound: list[Track | None] = [None] * 256
        self.tracks: list[Track] = []
        self._by_bytes: dict[bytes, Track] = {}

    def define(self, data: bytes, start: int, end: int) -> int:
        """Take in the definition message at `start`; returns its length, 0 when there is none."""
        found = read_definition(data, start, end)
        if found is None:
            return 0
        definition, stop = found
        self.bind(data[start] & 0x0F, definition, data[start] & 0x20 | 0x40, data[start + 1 : stop])
        return stop - start

    def bind(self, local: int, definition: Definition, kind: int, written: bytes) -> None:
        """Let header bytes of a local message type announce a definition. The same bytes again share one track."""
        key = bytes((kind,)) + written
        track = self._by_bytes.get(key)
        if track is None:
            track = self._by_bytes[key] = Track(definition)
            self.tracks.append(track)
        if self.bound[local] is track:
            return
        place = track.singles.append
        for head in (local, local | 0x10, local | 0x20, local | 0x30):
            self.sizes[head], self.places[head], self.bound[head] = definition.size, place, track
        if local < COMPRESSED_LOCALS:
            heads = slice(0x80 + local * 32, 0xA0 + local * 32)
            self.sizes[heads], self.places[heads], self.bound[heads] = (
                [definition.size] * 32,
                [place] * 32,
                [track] * 32,
            )


def walk(data: bytes, start: int, end: int, index: Index) -> int:
    """Note every record from `start`; returns where it stopped: `end`, or the first byte that makes no sense."""
    sizes, places = index.sizes, index.places
    last, at = -1, start
    while at < end:
        head = data[at]
        size = sizes[head]
        if size == 0:
            size = index.define(data, at, end)
            last = -1
            if size == 0:
                return at
        elif head == last:
            track = index.bound[head]
            count = _run_length(data, at, end, size)
            if track is None or count == 0:
                return at
            track.runs.append((at, count))
            size *= count
            last = -1
        else:
            if at + size > end:
                return at
            places[head](at)
            last = head
        at += size
    return at


def _run_length(data: bytes, start: int, end: int, size: int) -> int:
    """How many whole records with the header byte at `start` follow each other directly."""
    head = data[start : start + 1]
    most = (end - start) // size
    reach = _FIRST_REACH
    while True:
        heads = data[start : start + min(reach, most) * size : size]
        same = len(heads) - len(heads.lstrip(head))
        if same < len(heads) or reach >= most:
            return same
        reach *= 16
