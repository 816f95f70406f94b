"""Glances over a shoulder, where the sensor sits on the head: it turns and comes back while the gait goes on."""

from collections.abc import Sequence

from backstride.evidence import safety
from backstride.gait.events.reading import Felt, sure
from backstride.gait.events.turns import UNDONE_SHARE, find, pairs
from backstride.message import say
from backstride.recording import Bout, Event, EventKind, Gait, Placement, Side

GLANCED = {Side.LEFT: say("Looked over the left shoulder"), Side.RIGHT: say("Looked over the right shoulder")}
MOVING_SHARE = 0.8  # of a glance that must lie within gait


def glances(felt: Felt, bouts: Sequence[Bout]) -> tuple[Event, ...]:
    """None without a sensor on the head."""
    if felt.placement is not Placement.HEAD:
        return ()
    found = find(felt.trace, felt.placement, safety.GLANCE_RAD.value, safety.TURN_PEAK_RPS.value)
    events = []
    for k in pairs(found):
        start, end = float(found.span_s[k, 0]), float(found.span_s[k + 1, 1])
        moving = sum(
            max(0.0, min(bout.end_s, end) - max(bout.start_s, start)) for bout in bouts if bout.gait is not Gait.NONE
        )
        if moving < MOVING_SHARE * (end - start):
            continue
        there, back = abs(float(found.angle[k])), abs(float(found.angle[k + 1]))
        came_back = 1 - abs(there - back) / (UNDONE_SHARE * max(there, back))
        side = Side.LEFT if found.angle[k] > 0 else Side.RIGHT
        events.append(Event(EventKind.GLANCE, start, end, sure(0.5 + 0.4 * came_back), GLANCED[side], side=side))
    return tuple(events)
