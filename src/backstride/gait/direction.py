"""Which way the body moves: all sources of evidence weighed together, frame by frame, and told as bouts."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from backstride.evidence import gait as claims
from backstride.gait import states
from backstride.gait.frames import Frames
from backstride.gait.spoken import Saying
from backstride.recording import WAYS, Bout, Direction, Evidence, FloatArray, Gait, Spoke, Voice

ORDER = (
    Direction.FORWARD,
    Direction.BACKWARD,
    Direction.SIDEWAYS,
    Direction.TURNING,
    Direction.STILL,
    Direction.UNKNOWN,
)
UNKNOWN = ORDER.index(Direction.UNKNOWN)
GAITS = (Gait.NONE, Gait.WALK, Gait.RUN)
NO_IDEA = 0.5  # where the scale of confidence begins
SHORTEST_S = 1.0  # shorter than two steps: nothing a person does on purpose


@dataclass(frozen=True, eq=False, slots=True)
class Told:
    """What was decided in each frame: indices into ORDER and GAITS, and how sure, all (n,)."""

    direction: NDArray[np.int64]
    gait: NDArray[np.int64]
    confidence: FloatArray
    marked: NDArray[np.int64]  # index of the label that marks the frame; -1: none


def decide(
    chance: FloatArray, seen: NDArray[np.bool_], sensed: NDArray[np.bool_], said: Sequence[Saying], frames: Frames
) -> Told:
    """From probabilities (n, 7) to one direction and gait a frame.

    seen    (n,) whether anything recorded shows motion
    sensed  (n,) whether a sensor there can tell directions

    1. A direction is stated when it is probable enough among all ways of moving; else it stays unknown.
    2. Where no sensor tells directions, only words count, and only for the stretch they speak of.
    3. What the person marked holds without asking.
    """
    count = len(frames)
    share = np.stack([chance[:, states.columns(direction)].sum(axis=1) for direction in ORDER[:UNKNOWN]], axis=1)
    walk, run = chance[:, states.WALK].sum(axis=1), chance[:, states.RUN].sum(axis=1)
    still = share[:, ORDER.index(Direction.STILL)] > 0.5
    # 1.
    moving = np.maximum(walk + run, 1e-12)
    among = share[:, :4] / moving[:, None]
    best = np.argmax(among, axis=1)
    sure = among[np.arange(count), best]
    direction = np.where(sure >= claims.SURE_ENOUGH.value, best, UNKNOWN)
    direction = np.where(still, ORDER.index(Direction.STILL), direction)
    confidence = np.where(still, 1 - moving, sure)
    gait = np.where(still, 0, np.where(run > walk, 2, 1))
    # 2.
    worded = np.zeros(count, bool)
    for saying in said:
        worded[frames.between(saying.start_s, saying.end_s)] = True
    silent = ~(sensed | worded) & (direction < ORDER.index(Direction.TURNING))
    direction = np.where(silent | ~(seen | (worded & ~still)), UNKNOWN, direction)
    confidence = np.where(direction == UNKNOWN, NO_IDEA, confidence)
    gait = np.where(seen, gait, 0)
    # 3.
    marked = np.full(count, -1)
    for number, saying in enumerate(said):
        if saying.source is Spoke.USER:
            where = frames.between(saying.start_s, saying.end_s)
            direction[where] = ORDER.index(saying.says)
            confidence[where] = 1.0
            marked[where] = number
            if saying.says is Direction.STILL:
                gait[where] = 0
    return Told(direction.astype(np.int64), gait.astype(np.int64), np.clip(confidence, NO_IDEA, 1.0), marked)


def beliefs(chance: FloatArray, known: NDArray[np.bool_]) -> FloatArray:
    """(n, 5) probability of each of WAYS from probabilities of states (n, 7); NaN where nothing was recorded."""
    share = np.stack([chance[:, states.columns(direction)].sum(axis=1) for direction in WAYS], axis=1)
    return np.asarray(np.where(known[:, None], share, np.nan))


def settle(told: Told, frames: Frames, said: Sequence[Saying]) -> Told:
    """Stretches shorter than SHORTEST_S join the longer of their neighbours.

    Nothing grows across a line that a person, a lap or a plan drew; what they drew stays, however short it is.
    """
    key = told.direction * len(GAITS) + told.gait
    lines = np.flatnonzero(np.isin(frames.edge_s, [edge for saying in said for edge in (saying.start_s, saying.end_s)]))
    like = np.arange(len(frames))
    for first, last in pairwise(np.unique(np.concatenate(([0], lines, [len(frames)]))).tolist()):
        run = first + np.concatenate(([0], np.flatnonzero(np.diff(key[first:last])) + 1))
        ends = np.append(run, last)
        length = np.diff(frames.edge_s[ends])
        lasting = np.flatnonzero(length >= min(SHORTEST_S, length.max()))
        each = np.arange(len(run))
        before = lasting[np.maximum(np.searchsorted(lasting, each, side="right") - 1, 0)]
        after = lasting[np.minimum(np.searchsorted(lasting, each), len(lasting) - 1)]
        taken = np.where(length[before] >= length[after], before, after)
        like[first:last] = np.repeat(run[taken], np.diff(ends))
    confidence = np.where(key[like] == key, told.confidence, NO_IDEA)
    return Told(told.direction[like], told.gait[like], confidence, told.marked)


def tell(told: Told, frames: Frames, said: Sequence[Saying], voices: Sequence[Voice]) -> tuple[Bout, ...]:
    """Join equal frames to bouts that tile the recording, each with what every source said of it."""
    if not len(frames):
        return ()
    key = (told.direction * len(GAITS) + told.gait) * (len(said) + 1) + told.marked + 1
    edges = np.concatenate(([0], np.flatnonzero(np.diff(key)) + 1, [len(frames)]))
    bouts = []
    for first, last in pairwise(edges.tolist()):
        weight = frames.length_s[first:last]
        start, end = float(frames.edge_s[first]), float(frames.edge_s[last])
        bouts.append(
            Bout(
                start,
                end,
                ORDER[told.direction[first]],
                GAITS[told.gait[first]],
                float(np.average(told.confidence[first:last], weights=weight)),
                (*_words(said, start, end), *_readings(voices, slice(first, last))),
            )
        )
    return tuple(bouts)


def _words(said: Sequence[Saying], start: float, end: float) -> list[Evidence]:
    """What was said of at least half of the stretch."""
    return [
        Evidence(saying.source, saying.says, saying.trust, saying.why)
        for saying in said
        if min(end, saying.end_s) - max(start, saying.start_s) > 0.5 * (end - start)
    ]


def _readings(voices: Sequence[Voice], where: slice) -> list[Evidence]:
    found = []
    for voice in voices:
        odds = voice.odds[where]
        odds = odds[np.isfinite(odds)]
        if not len(odds):
            continue
        mean = float(np.mean(odds))
        says = Direction.FORWARD if mean > 0 else Direction.BACKWARD
        trust = 1 / (1 + np.exp(-abs(mean)))
        if trust < 0.55:
            says = Direction.UNKNOWN
        found.append(Evidence(voice.source, says, float(trust), voice.why))
    return found
