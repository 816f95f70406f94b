"""What the list shows of an analysis: distance, seconds by direction, and a ribbon that can be drawn anywhere."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from backstride.recording import Analysis, Bout, Direction, Recording
from backstride.store import Digest, Ribbon

_PIECES = 120
NOTHING = Digest(float("nan"), {}, ())


def digest(recording: Recording, analysis: Analysis) -> Digest:
    """The list's view of an analysis."""
    seconds: dict[Direction, float] = defaultdict(float)
    for bout in analysis.bouts:
        seconds[bout.direction] += bout.end_s - bout.start_s
    return Digest(_distance_m(recording, analysis), dict(seconds), ribbon(analysis.bouts, recording.duration_s))


def ribbon(bouts: Sequence[Bout], duration_s: float) -> Ribbon:
    """Bouts as shares of the duration, neighbours of one direction joined; at most 120 pieces.

    Where there are more, time is cut into that many slots and the direction in the middle of each stands for it.
    """
    if not duration_s:
        return ()
    if len(bouts) <= _PIECES:
        pieces = [(bout.start_s / duration_s, min(bout.end_s / duration_s, 1.0), bout.direction) for bout in bouts]
    else:
        edges = np.linspace(0.0, 1.0, _PIECES + 1)
        middles = (edges[:-1] + edges[1:]) / 2 * duration_s
        at = np.searchsorted([bout.end_s for bout in bouts], middles, side="right").clip(max=len(bouts) - 1)
        pieces = [
            (float(start), float(end), bouts[index].direction)
            for start, end, index in zip(edges, edges[1:], at, strict=False)
        ]
    return _joined(pieces)


def _joined(pieces: Sequence[tuple[float, float, Direction]]) -> Ribbon:
    joined: list[tuple[float, float, Direction]] = []
    for start, end, direction in pieces:
        if joined and joined[-1][2] is direction:
            joined[-1] = (joined[-1][0], end, direction)
        else:
            joined.append((start, end, direction))
    return tuple((round(start, 5), round(end, 5), direction) for start, end, direction in joined)


def _distance_m(recording: Recording, analysis: Analysis) -> float:
    for metric in analysis.metrics:
        if metric.key == "distance_m" and metric.direction is None:
            return metric.value
    return recording.about.totals.get("distance_m", float("nan"))
