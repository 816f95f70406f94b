"""Turns set into bouts to the tenth of a second, where short stretches of half-second frames would lose them."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from backstride.recording import Bout, Direction, FloatArray, Gait, Spoke

CRUMB_S = 0.3  # what is left of a bout between two turns or beside one, and is shorter, joins the turn
TURN_CONFIDENCE = 0.9


def carve(bouts: Sequence[Bout], spans_s: FloatArray) -> tuple[Bout, ...]:
    """The bouts with TURNING from onset to end of each span (k, 2), as `turning` gives them; they tile as before.

    What a person marked stays, and so does what is already called turning. A turn on the spot takes steps: it walks.
    """
    out: list[Bout] = []
    for bout in bouts:
        if bout.direction is Direction.TURNING or any(said.source is Spoke.USER for said in bout.evidence):
            out.append(bout)
        else:
            out += _carved(bout, spans_s[(spans_s[:, 1] > bout.start_s) & (spans_s[:, 0] < bout.end_s)])
    return _joined(out)


def _carved(bout: Bout, spans_s: FloatArray) -> list[Bout]:
    gait = Gait.WALK if bout.gait is Gait.NONE else bout.gait
    now, parts = bout.start_s, []
    for start, end in np.clip(spans_s, bout.start_s, bout.end_s).tolist():
        begin = now if start - now < CRUMB_S else start
        finish = bout.end_s if bout.end_s - end < CRUMB_S else end
        if finish <= begin:
            continue
        if begin > now:
            parts.append(replace(bout, start_s=now, end_s=begin))
        parts.append(Bout(begin, finish, Direction.TURNING, gait, TURN_CONFIDENCE))
        now = finish
    if now < bout.end_s:
        parts.append(replace(bout, start_s=now))
    return parts


def _joined(bouts: Sequence[Bout]) -> tuple[Bout, ...]:
    """Turns that touch are one."""
    out: list[Bout] = []
    for bout in bouts:
        last = out[-1] if out else None
        if last and last.direction is bout.direction is Direction.TURNING:
            out[-1] = replace(last, end_s=bout.end_s, confidence=min(last.confidence, bout.confidence))
        else:
            out.append(bout)
    return tuple(out)
