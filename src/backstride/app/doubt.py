"""Where both readings of a recording fit: the sensor faced as the body does, or it was worn the other way round."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from backstride.app.digest import ribbon
from backstride.recording import Bout, Direction, FloatArray, Gait, Reasoning
from backstride.store import Ribbon

_DOUBT = 0.15  # a reading less probable than this is not worth a question
_OWING = 0.7  # share of the doubt about the front that the doubt about the stretch must come down to
_LEAST_UNKNOWN_S = 5.0
_STEADY_S = 4.0
_LEAST_ODDS = 0.05  # weaker, a source as good as said nothing

_TWO = (Direction.FORWARD, Direction.BACKWARD)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question that only the person can answer.

    start_s, end_s  the first steady stretch whose direction is open: naming it decides all the others
    forward         probability that it is forward
    readings        the whole recording with that stretch forward, and with it backward
    """

    start_s: float
    end_s: float
    forward: float
    readings: tuple[Ribbon, Ribbon]


def doubt(bouts: Sequence[Bout], reasoning: Reasoning, duration_s: float) -> Doubt | None:
    """The question, where there is one.

    1. Nobody knows which end of the sensor was in front, and because of it moving stretches have no direction.
    2. In those, the sources that heard motion tell which stretches went the same way, and which the other.
    3. The first that lasts is asked about.
    """
    # 1.
    open_ = [bout for bout in bouts if bout.direction is Direction.UNKNOWN and bout.gait is not Gait.NONE]
    front = reasoning.front
    in_doubt = _DOUBT < front < 1 - _DOUBT
    if not in_doubt or not duration_s or sum(map(_length, open_)) < _LEAST_UNKNOWN_S:
        return None
    # 2.
    signs = _signs(reasoning)
    runs = {bout.start_s: _runs(bout, reasoning.edge_s, signs) for bout in open_}
    there = [run for found in runs.values() for run in found]
    if not there:
        first = next((bout for bout in open_ if _length(bout) >= _STEADY_S), max(open_, key=_length))
        there = [replace(first, direction=Direction.FORWARD)]
        runs = {first.start_s: there}
    # 3.
    asked = next((run for run in there if _length(run) >= _STEADY_S), max(there, key=_length))
    forward = _forward(reasoning, asked)
    if abs(forward - 0.5) < _OWING * abs(front - 0.5):  # more is open here than which way the sensor faced
        return None
    ahead, behind = (_reading(bouts, runs, asked.direction is way, duration_s) for way in _TWO)
    return Doubt(asked.start_s, asked.end_s, forward, (ahead, behind))


def _length(bout: Bout) -> float:
    return bout.end_s - bout.start_s


def _forward(reasoning: Reasoning, asked: Bout) -> float:
    """Of what was believed of the stretch, forward against backward."""
    first, last = np.searchsorted(reasoning.edge_s, (asked.start_s + 1e-6, asked.end_s - 1e-6))
    forward, backward = np.nansum(reasoning.chance[max(first - 1, 0) : last, :2], axis=0)
    return float(forward / (forward + backward)) if forward + backward > 0 else 0.5


def _signs(reasoning: Reasoning) -> FloatArray:
    """(n,) which of two ways the sources together heard: 1, -1, or 0 where they were silent."""
    if not reasoning.voices:
        return np.zeros(len(reasoning.chance))
    odds = np.nansum([voice.odds for voice in reasoning.voices], axis=0)
    return np.asarray(np.where(np.abs(odds) >= _LEAST_ODDS, np.sign(odds), 0.0))


def _runs(bout: Bout, edge_s: FloatArray, signs: FloatArray) -> list[Bout]:
    """The bout cut where the sign changes, each piece named after its sign; silences are bridged."""
    first, last = np.searchsorted(edge_s, (bout.start_s + 1e-6, bout.end_s - 1e-6), side="right") - 1
    sign = signs[first : last + 1]
    spoke = np.flatnonzero(sign)
    if not len(spoke):
        return []
    cuts = spoke[np.flatnonzero(np.diff(sign[spoke])) + 1]
    starts = [bout.start_s, *(float(edge_s[first + cut]) for cut in cuts)]
    ways = [_TWO[0] if sign[at] > 0 else _TWO[1] for at in (spoke[0], *cuts)]
    return [
        replace(bout, start_s=start, end_s=end, direction=way)
        for start, end, way in zip(starts, [*starts[1:], bout.end_s], ways, strict=True)
    ]


def _reading(bouts: Sequence[Bout], runs: Mapping[float, Sequence[Bout]], as_named: bool, duration_s: float) -> Ribbon:
    """The recording with every open stretch named, as the signs say or the other way round."""
    named: list[Bout] = []
    for bout in bouts:
        named += runs.get(bout.start_s) or (bout,)
    swap = {} if as_named else dict(zip(_TWO, reversed(_TWO), strict=True))
    there = {run.start_s for found in runs.values() for run in found}
    turned = [
        replace(one, direction=swap.get(one.direction, one.direction)) if one.start_s in there else one for one in named
    ]
    return ribbon(turned, duration_s)
