"""What happened, in words: the sentence for each kind of event."""

import math
from collections.abc import Mapping

from backstride.message import Message, say
from backstride.recording import Event, EventKind, Side
from backstride.words.names import DIRECTIONS

EVENTS: Mapping[EventKind, Message] = {
    EventKind.FALL: say("fall"),
    EventKind.STUMBLE: say("stumble"),
    EventKind.TRANSITION: say("change of direction"),
    EventKind.TURN: say("turn"),
    EventKind.GLANCE: say("glance"),
}
_TURNS: Mapping[Side, Message] = {
    Side.LEFT: say("turned {degrees}° over the left shoulder"),
    Side.RIGHT: say("turned {degrees}° over the right shoulder"),
    Side.UNKNOWN: say("turned {degrees}°"),
}
_GLANCES: Mapping[Side, Message] = {
    Side.LEFT: say("glance over the left shoulder"),
    Side.RIGHT: say("glance over the right shoulder"),
    Side.UNKNOWN: say("glance"),
}
_SHORTEST_STOP_S = 0.05


def event_says(event: Event) -> Message:
    """One line on what happened: "from backward to forward without a stop"."""
    if event.kind is EventKind.TRANSITION:
        before, after = DIRECTIONS[event.before], DIRECTIONS[event.after]
        if math.isnan(event.stop_s):
            return say("from {before} to {after}", before=before, after=after)
        if event.stop_s < _SHORTEST_STOP_S:
            return say("from {before} to {after} without a stop", before=before, after=after)
        stop = round(event.stop_s, 1)
        return say("from {before} to {after} after a stop of {stop} s", before=before, after=after, stop=stop)
    if event.kind is EventKind.TURN and math.isfinite(event.turned_rad):
        template = _TURNS[event.side]
        return Message(template.template, {"degrees": round(math.degrees(abs(event.turned_rad)))})
    return _GLANCES[event.side] if event.kind is EventKind.GLANCE else EVENTS[event.kind]


def is_warning(event: Event) -> bool:
    """Whether it is to be told with a warning tone."""
    return event.kind in (EventKind.FALL, EventKind.STUMBLE) or event.clean is False


def verdict(event: Event) -> Message | None:
    """Whether a change of direction was safe; None where nothing is to be judged."""
    if event.clean is None:
        return None
    if event.clean:
        return say("clean")
    no_stop = event.stop_s < _SHORTEST_STOP_S
    return say("not clean: no stop") if no_stop else say("not clean")
