"""The binary answers of a recording: `series`, `track` and `reasons`. Everything is little-endian.

    byte 0   4 characters   "BSR1" (series), "BST1" (track) or "BSB1" (reasons)
    byte 4   uint32         n, length of the header in bytes, a multiple of 4
    byte 8   n bytes        JSON header, padded with spaces
    then     float32        the arrays the header names, one after the other; NaN = missing

Series: header {start_s, end_s, signals: [{name, points, gap_s, band}]}; for each signal the arrays time (seconds since
start_s), mean, and with `band` low and high. Samples further apart than gap_s have a hole between them.
Track: header {points, south, west}; arrays time (seconds), degrees north of `south`, degrees east of `west`: numbers
small enough for float32 to keep centimetres.
Reasons: header {start_s, frames, sources, steps, sided}; arrays edge (frames + 1 seconds since start_s), the chances of
forward, backward, sideways, turning, still, then a source after the other its log-odds of forward; then of each step
contact and end (seconds since start_s), and with `sided` side (1 left, -1 right, 0 not known).

As JSON the same numbers would cost a hundred times the processor time and five times the bytes.
"""

import struct
from collections.abc import Iterable, Mapping

import numpy as np
import orjson
from numpy.typing import ArrayLike

from backstride.app.reasons import Reasons
from backstride.app.recordings import Series, Track

SERIES = b"BSR1"
TRACK = b"BST1"
REASONS = b"BSB1"
MEDIA_TYPE = "application/octet-stream"


def encode_series(series: Series) -> bytes:
    """The bytes of a series answer."""
    levels = series.levels
    rows = [
        {"name": one.name, "points": len(one.time_s), "gap_s": float(one.gap_s), "band": one.low is not None}
        for one in levels
    ]
    arrays: list[ArrayLike] = []
    for one in levels:
        arrays += [one.time_s - series.start_s, one.mean]
        arrays += [one.low, one.high] if one.low is not None and one.high is not None else []
    return _packed(SERIES, {"start_s": float(series.start_s), "end_s": float(series.end_s), "signals": rows}, arrays)


def encode_track(track: Track) -> bytes:
    """The bytes of a track answer."""
    south, west = (float(np.floor(axis.min())) if len(axis) else 0.0 for axis in (track.lat, track.lon))
    header = {"points": len(track.time_s), "south": south, "west": west}
    return _packed(TRACK, header, (track.time_s, track.lat - south, track.lon - west))


def encode_reasons(reasons: Reasons) -> bytes:
    """The bytes of an answer about reasons."""
    start_s, steps = float(reasons.edge_s[0]), reasons.steps
    header = {
        "start_s": start_s,
        "frames": len(reasons.chance),
        "sources": len(reasons.odds),
        "steps": len(steps.contact_s),
        "sided": len(steps.side) > 0,
    }
    arrays = [reasons.edge_s - start_s, *reasons.chance.T, *reasons.odds]
    return _packed(REASONS, header, (*arrays, steps.contact_s - start_s, steps.off_s - start_s, steps.side))


def _packed(magic: bytes, header: Mapping[str, object], arrays: Iterable[ArrayLike]) -> bytes:
    text = orjson.dumps(header)
    text += b" " * (-len(text) % 4)
    body = b"".join(np.ascontiguousarray(array, dtype="<f4").tobytes() for array in arrays)
    return magic + struct.pack("<I", len(text)) + text + body
