"""Clocks as devices write them, made into clocks a Signal accepts. Every mending is counted and said.

Phones deliver samples in batches, loggers write rows twice, counters restart, lines get lost. `repair` turns any
column of stamps into finite, strictly increasing seconds and says what it did. A gap stays a gap: samples that were
never written are absent, not invented.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from backstride.errors import BadFile
from backstride.message import say
from backstride.recording import FloatArray, Note

LONGEST_S = 31 * 86_400.0
"""A recording longer than this is taken for a broken clock."""

_LARGEST_S = 1e11
_RESTART_S = 5.0
_MANY_TWINS = 0.05
_LONGEST_DELAY_S = 0.15
"""How long phones were seen to hold a batch back; stamps further from a steady rate mean lost samples."""


@dataclass(frozen=True, eq=False, slots=True)
class Repaired:
    """time_s (n,) increasing; rows (n,) which input row each stamp belongs to; notes what was mended."""

    time_s: FloatArray
    rows: NDArray[np.intp]
    notes: tuple[Note, ...]


def repair(stamps_s: FloatArray, values: FloatArray | None = None, *, even: bool = False) -> Repaired:
    """Mend a column of time stamps.

    1. Rows without a finite stamp are dropped, and single rows whose stamp leaps away and back.
    2. A clock that restarts (leaps back more than 5 s) goes on after its last stamp; rows out of order are sorted.
    3. Rows equal in stamp and `values` are one row. Other equal stamps are spread up to the next stamp when there are
       many (a batch) or with `even`; a few in a slow recording keep their first row.
    4. With `even`, stretches without gap whose stamps scatter around a steady rate get that rate's stamps.

    stamps_s  (n,) seconds on any origin          values  (n, k) used only to tell twins from batches
    Raises BadFile where no stamp is usable or the recording spans more than 31 days.
    """
    notes: list[Note] = []
    rows = _plausible(stamps_s, notes)
    rows, time_s = _in_order(stamps_s, rows, notes)
    if len(rows) == 0:
        raise BadFile(say("No row has a usable time stamp."))
    if time_s[-1] - time_s[0] > LONGEST_S:
        days = round(float(time_s[-1] - time_s[0]) / 86_400)
        raise BadFile(say("The time stamps span {days} days; at most 31 were expected.", days=days))
    rows, time_s = _without_twins(time_s, rows, values, notes, spread=even)
    if even:
        time_s = _evened(time_s, notes)
    _note_gaps(time_s, notes)
    return Repaired(np.ascontiguousarray(time_s), rows, tuple(notes))


def _plausible(stamps_s: FloatArray, notes: list[Note]) -> NDArray[np.intp]:
    """Rows with a stamp that could be one, and that does not leap away and straight back."""
    rows = np.flatnonzero(np.abs(stamps_s) < _LARGEST_S)
    if len(rows) < len(stamps_s):
        count = len(stamps_s) - len(rows)
        notes.append(Note("clock-missing", say("Rows without a time stamp, left out: {count}.", count=count)))
    if len(rows) < 3:
        return rows
    steps = np.diff(stamps_s[rows])
    away = (np.abs(steps[:-1]) > _RESTART_S) & (np.abs(steps[1:]) > _RESTART_S) & (steps[:-1] * steps[1:] < 0)
    away &= np.abs(steps[:-1] + steps[1:]) <= _RESTART_S
    # The row after a leap back would count as a leap too: of neighbours only the first is the culprit.
    away[1:] &= ~away[:-1]
    if away.any():
        notes.append(
            Note("clock-leap", say("Rows whose time stamp leaps away, left out: {count}.", count=int(away.sum())))
        )
        rows = np.delete(rows, np.flatnonzero(away) + 1)
    return rows


def _in_order(stamps_s: FloatArray, rows: NDArray[np.intp], notes: list[Note]) -> tuple[NDArray[np.intp], FloatArray]:
    time_s = stamps_s[rows].astype(np.float64)
    steps = np.diff(time_s)
    if not (steps < 0).any():
        return rows, time_s
    back = steps < -_RESTART_S
    if back.any():
        usual = float(np.median(steps[steps > 0])) if (steps > 0).any() else 1.0
        shift = np.zeros(len(time_s))
        shift[1:] = np.cumsum(np.where(back, usual - steps, 0.0))
        time_s = time_s + shift
        message = say("Restarts of the clock, joined to the last stamp: {count}.", count=int(back.sum()))
        notes.append(Note("clock-restart", message))
    late = int((np.diff(time_s) < 0).sum())
    if late:
        order = np.argsort(time_s, kind="stable")
        time_s, rows = time_s[order], rows[order]
        notes.append(Note("clock-order", say("Rows out of order, sorted: {count}.", count=late)))
    return rows, time_s


def _without_twins(
    time_s: FloatArray, rows: NDArray[np.intp], values: FloatArray | None, notes: list[Note], *, spread: bool
) -> tuple[NDArray[np.intp], FloatArray]:
    twin = np.diff(time_s) == 0
    if twin.any() and values is not None:
        kept = values[rows]
        later = np.flatnonzero(twin) + 1
        same = ((kept[later] == kept[later - 1]) | (np.isnan(kept[later]) & np.isnan(kept[later - 1]))).all(axis=1)
        doubled = later[same]
        if len(doubled):
            notes.append(Note("clock-doubled", say("Rows written twice, left out: {count}.", count=len(doubled))))
            rows, time_s = np.delete(rows, doubled), np.delete(time_s, doubled)
            twin = np.diff(time_s) == 0
    count = int(twin.sum())
    if not count:
        return rows, time_s
    if not spread and count <= _MANY_TWINS * len(time_s):
        keep = np.concatenate(([True], ~twin))
        message = say("Rows with the time stamp of the row before, left out: {count}.", count=count)
        notes.append(Note("clock-twins", message))
        return rows[keep], time_s[keep]
    message = say("Rows that shared a time stamp (delivered in batches), spread evenly: {count}.", count=count)
    notes.append(Note("clock-batches", message))
    return rows, _spread(time_s)


def _spread(time_s: FloatArray) -> FloatArray:
    """Equal stamps spread up to the next different one; the last group uses the usual time per row."""
    first = np.flatnonzero(np.concatenate(([True], np.diff(time_s) > 0)))
    sizes = np.diff(np.append(first, len(time_s)))
    starts = time_s[first]
    usual = float((starts[-1] - starts[0]) / first[-1]) if first[-1] else 1.0
    widths = np.append(np.diff(starts), usual * sizes[-1])
    place = np.arange(len(time_s)) - np.repeat(first, sizes)
    spread: FloatArray = np.repeat(starts, sizes) + np.repeat(widths / sizes, sizes) * place
    if (np.diff(spread) > 0).all():
        return spread
    # Stamps so close that spreading vanishes in rounding: a smallest step each.
    least = np.arange(len(time_s)) * max(1e-7, 8 * float(np.spacing(np.abs(time_s).max())))
    rising: FloatArray = np.maximum.accumulate(spread - least) + least
    return rising


def _gap_s(time_s: FloatArray) -> float:
    """A step longer than this is a gap: five usual steps, and at least a quarter of a second."""
    return max(5 * float(np.median(np.diff(time_s))), 0.25)


def _evened(time_s: FloatArray, notes: list[Note]) -> FloatArray:
    """Stamps of a steady sensor that arrived unsteadily, put back on their rate, stretch by stretch."""
    if len(time_s) < 50:
        return time_s
    steps = np.diff(time_s)
    usual = float(np.mean(steps[steps <= _gap_s(time_s)]))
    low, high = np.quantile(steps, (0.05, 0.95))
    if high - low <= 0.5 * usual:
        return time_s
    if _on_a_grid(steps, float(low), usual):
        message = say(
            "Samples are missing: the time between them is a multiple of {ms} ms.", ms=round(1e3 * float(low), 1)
        )
        notes.append(Note("clock-missing-samples", message))
        return time_s
    edges = [0, *(np.flatnonzero(steps > _gap_s(time_s)) + 1), len(time_s)]
    evened = time_s.copy()
    moved = 0
    for first, last in pairwise(edges):
        line = _steady(time_s[first:last], usual)
        if line is not None and (first == 0 or line[0] > evened[first - 1]):
            evened[first:last] = line
            moved += int(last - first)
    if not moved or not (np.diff(evened) > 0).all():
        notes.append(
            Note("clock-jitter", say("The time between samples varies by {ms} ms.", ms=round(1e3 * float(high - low))))
        )
        return time_s
    largest = float(np.abs(evened - time_s).max())
    message = say(
        "Samples that came at uneven times, put on a steady {rate} Hz: {count} (moved by at most {ms} ms).",
        count=moved,
        rate=round(1 / usual, 1),
        ms=round(1e3 * largest),
    )
    notes.append(Note("clock-jitter", message))
    return evened


def _on_a_grid(steps_s: FloatArray, least_s: float, usual_s: float) -> bool:
    """Whether the steps are multiples of the smallest one: then samples were lost, and the stamps are right."""
    if least_s < 0.2 * usual_s:
        return False
    multiples = steps_s / least_s
    return bool(np.mean(np.abs(multiples - np.round(multiples)) < 0.05) > 0.9)


def _steady(time_s: FloatArray, usual_s: float) -> FloatArray | None:
    """The straight line through the stamps; None where they do not follow one (samples were lost, the rate changed)."""
    if len(time_s) < 20:
        return None
    index = np.arange(len(time_s), dtype=np.float64)
    centre = time_s - time_s[0]
    slope, start = np.polyfit(index, centre, 1)
    line: FloatArray = slope * index + start
    if slope <= 0 or np.abs(line - centre).max() > max(5 * usual_s, _LONGEST_DELAY_S):
        return None
    line += time_s[0]
    return line


def _note_gaps(time_s: FloatArray, notes: list[Note]) -> None:
    if len(time_s) < 3:
        return
    steps = np.diff(time_s)
    gaps = steps[steps > max(_gap_s(time_s), 2.0 if np.median(steps) > 0.2 else 0.0)]
    if len(gaps):
        message = say(
            "Gaps without samples: {count}, {seconds} s in all.", count=len(gaps), seconds=round(float(gaps.sum()), 1)
        )
        notes.append(Note("clock-gaps", message))
