"""When each message happened: time stamps, compressed time stamps, and clocks that stand still or run backward."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstride.formats.fit.columns import Messages
from backstride.formats.fit.decode import FitFile
from backstride.formats.fit.layout import TIMESTAMP, Slot
from backstride.message import say
from backstride.recording import FloatArray, Note

LARGEST_STAMP = 2.0**32
UNIX_OF_FIT_EPOCH = 631_065_600  # 1989-12-31T00:00:00Z
SMALLEST_DATE = 0x1000_0000  # below, a stamp counts seconds since the device was switched on
_LARGEST_OVERLAP_S = 60
_COMPRESSED = 0x80


def stamps_of(file: FitFile, messages: Messages) -> FloatArray:
    """(n,) whole seconds since the FIT epoch; NaN where a message carries no time.

    A compressed time stamp is the low five bits of the time, in the header byte; the time is the first one with these
    bits that is not before the last time stamp written anywhere in the file.
    """
    if not any(bool(table.heads().max() >= _COMPRESSED) for table in messages.tables):
        stamps = messages.firsts("timestamp")
        # Four bytes cannot hold more, but a faulty file can state the field with another type.
        impossible = (stamps < 0) | (stamps >= LARGEST_STAMP)
        return np.where(impossible, np.nan, stamps) if impossible.any() else stamps
    positions, times = _all_times(file)
    found = np.searchsorted(positions, messages.positions)
    found = np.minimum(found, len(positions) - 1)
    return np.where(positions[found] == messages.positions, times[found], np.nan)


def _all_times(file: FitFile) -> tuple[NDArray[np.int64], FloatArray]:
    """Positions of all messages that carry a time, and the times."""
    positions, values, compressed = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)], [np.zeros(0, bool)]
    for table in file.tables:
        heads = table.heads()
        short = heads >= _COMPRESSED
        slot = table.slots.get(TIMESTAMP)
        stamped = np.zeros(len(table), bool)
        full = np.zeros(len(table), np.int64)
        if slot is not None and slot.length == slot.base.size:
            raw = table.raw(Slot(*slot))
            stamped = (raw != slot.base.invalid) & ~short
            full = raw.astype(np.int64)
        chosen = stamped | short
        positions.append(table.positions[chosen])
        values.append(np.where(short, heads & 0x1F, full)[chosen])
        compressed.append(short[chosen])
    position, value, is_short = (np.concatenate(parts) for parts in (positions, values, compressed))
    order = np.argsort(position)
    position, value, is_short = position[order], value[order], is_short[order]
    steps = np.where(is_short, np.diff(value, prepend=0) & 0x1F, 0)
    elapsed = np.cumsum(steps)
    anchors = np.maximum.accumulate(np.where(is_short, -1, np.arange(len(value))))
    at = np.maximum(anchors, 0)
    times = np.where(anchors < 0, np.nan, value[at] + elapsed - elapsed[at])
    return position, times


@dataclass(frozen=True, eq=False)
class Timeline:
    """Which messages become samples, and when.

    time_s  (n,) strictly increasing seconds since the FIT epoch
    rows    (m,) the messages in question, sorted by time; every sample is made of one or more of them
    first   (n,) where in `rows` each sample's messages begin; None when every sample is one message
    """

    time_s: FloatArray
    rows: NDArray[np.intp] | None
    first: NDArray[np.intp] | None
    repairs: tuple[Note, ...]

    def column(self, values: FloatArray) -> FloatArray:
        """Values of all messages -> values of the samples; of several messages the last valid value counts."""
        if self.rows is not None:
            values = values[self.rows]
        if self.first is None:
            return values
        last_valid = np.where(np.isnan(values), -1, np.arange(len(values)))
        chosen = np.maximum.reduceat(last_valid, self.first)
        valid = chosen >= self.first
        return np.where(valid, values[np.where(valid, chosen, 0)], np.nan)


def timeline(stamps: FloatArray) -> Timeline:
    """Mend the time of messages in file order: no time, single wild stamps, a clock set back, equal stamps."""
    repairs: list[Note] = []
    undated = stamps < SMALLEST_DATE
    if undated.any() and (stamps >= SMALLEST_DATE).any():
        # The device learnt the date on the way.
        stamps = np.where(undated, np.nan, stamps)
    time_s, rows = stamps, None
    if np.isnan(stamps).any():
        rows = np.flatnonzero(~np.isnan(stamps))
        repairs.append(_note("no-time-stamp", "{count} samples without a time stamp were left out", len(stamps), rows))
        time_s = stamps[rows]
    if np.all(time_s[1:] > time_s[:-1]):
        return Timeline(time_s, rows, None, tuple(repairs))
    rows = np.arange(len(stamps)) if rows is None else rows
    time_s, rows = _without_wild(time_s, rows, repairs)
    time_s = _without_setbacks(time_s, repairs)
    order = np.argsort(time_s, kind="stable")
    time_s, rows = time_s[order], rows[order]
    return _without_doubles(time_s, rows, repairs)


def _note(code: str, template: str, before: int, rows: NDArray[np.intp]) -> Note:
    return Note(code, say(template, count=before - len(rows)))


def _without_wild(
    time_s: FloatArray, rows: NDArray[np.intp], repairs: list[Note]
) -> tuple[FloatArray, NDArray[np.intp]]:
    """Leave out single stamps that lie far beyond both neighbours."""
    before, here, after = time_s[:-2], time_s[1:-1], time_s[2:]
    wild = np.zeros(len(time_s), bool)
    wild[1:-1] = (after >= before) & ((here > after + _LARGEST_OVERLAP_S) | (here < before - _LARGEST_OVERLAP_S))
    if not wild.any():
        return time_s, rows
    kept = rows[~wild]
    repairs.append(
        _note("wild-time-stamp", "{count} samples with an impossible time stamp were left out", len(rows), kept)
    )
    return time_s[~wild], kept


def _without_setbacks(time_s: FloatArray, repairs: list[Note]) -> FloatArray:
    """Where the clock was set back by more than a minute, let the rest go on a second after what was before."""
    steps = np.diff(time_s)
    setbacks = np.flatnonzero(steps < -_LARGEST_OVERLAP_S)
    if not len(setbacks):
        return time_s
    mended = steps.copy()
    mended[setbacks] = 1.0
    repairs.append(
        Note("clock-set-back", say("the clock was set back {count} times; time was made to go on", count=len(setbacks)))
    )
    return np.cumsum(np.concatenate([time_s[:1], mended]))


def _without_doubles(time_s: FloatArray, rows: NDArray[np.intp], repairs: list[Note]) -> Timeline:
    """Several messages of one second are parts of one sample; when most seconds are so, they are a faster rate."""
    first = np.flatnonzero(np.concatenate([[True], time_s[1:] > time_s[:-1]]))
    if len(first) == len(time_s):
        return Timeline(time_s, rows, None, tuple(repairs))
    counts = np.diff(np.append(first, len(time_s)))
    if 2 * np.count_nonzero(counts > 1) > len(counts):
        rank = np.arange(len(time_s)) - np.repeat(first, counts)
        repairs.append(Note("shared-time-stamps", say("several samples of one second were spread evenly over it")))
        return Timeline(time_s + rank / np.repeat(counts, counts), rows, None, tuple(repairs))
    doubles = len(time_s) - len(first)
    repairs.append(Note("equal-time-stamps", say("{count} samples of equal time were merged", count=doubles)))
    return Timeline(time_s[first], rows, first, tuple(repairs))
