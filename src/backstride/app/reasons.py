"""What was believed of every moment and who said what, at a level of detail: what a screen can show."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backstride import gait
from backstride.recording import FloatArray, Reasoning, Steps
from backstride.store import Store

MOST_STEPS_S = 120.0  # in a longer stretch single steps cannot be told apart on any screen


@dataclass(frozen=True, eq=False, slots=True)
class Reasons:
    """A stretch of an analysis' reasoning.

    edge_s   (n + 1,) seconds since the recording's start
    chance   (n, 5) mean probability of each of WAYS; NaN where nothing was recorded
    odds     a row a source, in the order of Reasoning.voices: (n,) mean log-odds of forward, NaN where it was silent
    steps    the contacts in the stretch; none where it is longer than MOST_STEPS_S
    """

    edge_s: FloatArray
    chance: FloatArray
    odds: tuple[FloatArray, ...]
    steps: Steps


def reasons(store: Store, id_: str, start_s: float = 0.0, end_s: float = np.inf, points: int = 1024) -> Reasons:
    """The reasoning between two moments in at most `points` points. Raises NotFound."""
    duration_s = store.recordings.get(id_).duration_s
    reasoning, steps = store.analyses.trace(id_, gait.RECIPE)
    start_s, end_s = max(0.0, start_s), min(end_s, duration_s)
    edge, chance, odds = _between(reasoning, start_s, end_s)
    shown = _steps_between(steps, start_s, end_s) if end_s - start_s <= MOST_STEPS_S else Steps()
    if len(chance) > points:
        edge, chance, odds = _summed_up(edge, chance, odds, points)
    return Reasons(edge, chance, tuple(odds.T), shown)


def _between(reasoning: Reasoning, start_s: float, end_s: float) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Edges, chances (n, 5) and odds (n, sources) of the frames that touch the stretch."""
    edge = reasoning.edge_s
    odds = np.full((len(reasoning.chance), len(reasoning.voices)), np.nan)
    for number, voice in enumerate(reasoning.voices):
        odds[:, number] = voice.odds
    first = max(int(np.searchsorted(edge, start_s, side="right")) - 1, 0)
    last = max(min(int(np.searchsorted(edge, end_s)), len(reasoning.chance)), first)
    return edge[first : last + 1], reasoning.chance[first:last], odds[first:last]


def _summed_up(
    edge: FloatArray, chance: FloatArray, odds: FloatArray, points: int
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Frames joined to at most `points` stretches of equal length, each with the means over its time."""
    starts = np.unique(np.searchsorted(edge[:-1], np.linspace(edge[0], edge[-1], points + 1)[:-1]))
    length = np.diff(edge)[:, None]
    return np.append(edge[starts], edge[-1]), _mean(chance, length, starts), _mean(odds, length, starts)


def _mean(values: FloatArray, length: FloatArray, starts: NDArray[np.int64]) -> FloatArray:
    there = np.isfinite(values)
    weight = np.add.reduceat(there * length, starts, axis=0)
    total = np.add.reduceat(np.where(there, values, 0.0) * length, starts, axis=0)
    return np.asarray(np.divide(total, weight, out=np.full(total.shape, np.nan), where=weight > 0))


def _steps_between(steps: Steps, start_s: float, end_s: float) -> Steps:
    first, last = np.searchsorted(steps.contact_s, (start_s, end_s))
    where = slice(int(first), int(last))
    return Steps(steps.contact_s[where], steps.off_s[where], steps.side[where])
