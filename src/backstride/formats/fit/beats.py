"""Single heart beats: `hrv` messages (R-R intervals between the records) and `hr` messages (beats with their times)."""

from collections.abc import Mapping

import numpy as np

from backstride.formats.fit.clock import stamps_of
from backstride.formats.fit.decode import FitFile
from backstride.formats.fit.motion import Samples
from backstride.formats.fit.samples import Column
from backstride.recording import FloatArray

_LARGEST_LEAD_S = 5.0
_BLOCK = 1024
_TICKS_PER_S = 1024
_SHORT_BITS = 12
_LONGEST_RR_S = 5.0


def beats_of(file: FitFile, record_stamps: FloatArray) -> Mapping[str, Samples]:
    """R-R intervals, and the heart rate of a chest strap that was read out after the session."""
    found: dict[str, Samples] = {}
    if len(file.messages("hrv")):
        found |= _intervals(file, record_stamps)
    if len(file.messages("hr")):
        found |= _straps(file)
    return found


def _intervals(file: FitFile, record_stamps: FloatArray) -> Mapping[str, Samples]:
    """Intervals carry no time: they lie between the records, so their sum is pinned to the records' clock.

    1. Each beat's time on the records' clock is the stamp of the record written before it, within a second or two.
    2. The running sum of the intervals gives the same time up to a shift that grows where beats were missed.
    3. The shift is the largest seen so far, so that beats never run backward and intervals stay as they are; where
       the sum has run ahead by more than five seconds (false beats), it starts afresh.
    """
    messages, records = file.messages("hrv"), file.messages("record")
    rr = messages.numbers("time")
    rr = rr if rr.ndim == 2 else rr[:, None]
    valid = np.isfinite(rr) & (rr > 0)
    known = np.isfinite(record_stamps)
    positions, stamps = records.positions[known], record_stamps[known]
    if not valid.any() or not len(stamps):
        return {}
    before = np.maximum(np.searchsorted(positions, messages.positions) - 1, 0)
    clock = np.broadcast_to(stamps[before][:, None], rr.shape)[valid]
    intervals = rr[valid]
    summed = np.cumsum(intervals)
    time_s = _pinned(summed, clock - summed)
    kept = np.concatenate([[True], time_s[1:] > np.maximum.accumulate(time_s)[:-1]])
    return {"rr_interval": Samples(time_s[kept], Column(intervals[kept], "s"))}


def _pinned(summed: FloatArray, shift: FloatArray) -> FloatArray:
    """Step 3, block by block, so that many fresh starts cost no more than few."""
    found = np.empty(len(summed))
    start, largest_before = 0, -np.inf
    while start < len(summed):
        block = slice(start, start + _BLOCK)
        largest = np.maximum(np.maximum.accumulate(shift[block]), largest_before)
        ahead = np.flatnonzero(largest - shift[block] > _LARGEST_LEAD_S)
        stop = start + (int(ahead[0]) if len(ahead) else len(largest))
        found[start:stop] = summed[start:stop] + largest[: stop - start]
        largest_before = -np.inf if len(ahead) else float(largest[-1])
        start = stop
    return found


def _straps(file: FitFile) -> Mapping[str, Samples]:
    """`hr`: the first message ties the strap's ticks to the clock; later ones hold their low 12 bits only."""
    messages = file.messages("hr")
    stamps = stamps_of(file, messages) + np.nan_to_num(messages.firsts("fractional_timestamp"))
    ticks = _ticks(messages.numbers("event_timestamp"), messages.numbers("event_timestamp_12"))
    rates = messages.numbers("filtered_bpm")
    rates = rates if rates.ndim == 2 else rates[:, None]
    tied = np.flatnonzero(np.isfinite(stamps) & np.isfinite(ticks[:, 0]))
    if not len(tied):
        return {}
    time_s = stamps[tied[0]] + (ticks - ticks[tied[0], 0]) / _TICKS_PER_S
    width = min(time_s.shape[1], rates.shape[1])
    flat, values = time_s[:, :width].ravel(), rates[:, :width].ravel()
    usable = np.flatnonzero(np.isfinite(flat))
    kept = usable[np.unique(flat[usable], return_index=True)[1]]
    beats = flat[kept]
    found = {"heart_rate": Samples(beats, Column(values[kept], "bpm"))} if np.isfinite(values[kept]).any() else {}
    gaps = np.diff(beats)
    if len(gaps):
        found["rr_interval"] = Samples(beats[1:], Column(np.where(gaps < _LONGEST_RR_S, gaps, np.nan), "s"))
    return found


def _ticks(full: FloatArray, packed: FloatArray) -> FloatArray:
    """(n, k) ticks: whole ones as they are, packed ones as the next number with these low 12 bits."""
    full = full if full.ndim == 2 else full[:, None]
    packed = packed if packed.ndim == 2 else packed[:, None]
    pairs = packed.shape[1] // 3
    octets = np.nan_to_num(packed[:, : 3 * pairs]).astype(np.int64).reshape(len(packed), pairs, 3)
    first = octets[:, :, 0] | (octets[:, :, 1] & 0x0F) << 8
    second = octets[:, :, 1] >> 4 | octets[:, :, 2] << 4
    short = np.stack([first, second], axis=2).reshape(len(packed), 2 * pairs)
    width = max(full.shape[1], short.shape[1])
    found = np.full((len(full), width), np.nan)
    last: int | None = None
    for row in range(len(full)):
        whole = full[row][np.isfinite(full[row])]
        if len(whole):
            found[row, : len(whole)] = np.round(whole * _TICKS_PER_S)
            last = int(found[row, len(whole) - 1])
        elif last is not None and not np.isnan(packed[row]).all():
            steps = np.diff(short[row], prepend=last & ((1 << _SHORT_BITS) - 1)) & ((1 << _SHORT_BITS) - 1)
            found[row, : short.shape[1]] = last + np.cumsum(steps)
            last = int(found[row, short.shape[1] - 1])
    return found
