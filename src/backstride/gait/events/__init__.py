"""What happened that matters for safety: changes of direction, turns, stumbles, falls and glances."""

from collections.abc import Sequence

from backstride.gait.events.carving import carve
from backstride.gait.events.falls import falls
from backstride.gait.events.glances import glances
from backstride.gait.events.mounting import remounts, wander
from backstride.gait.events.reading import Felt
from backstride.gait.events.stumbles import stumbles
from backstride.gait.events.transitions import transitions
from backstride.gait.events.turns import turning, turns
from backstride.gait.frames import Frames
from backstride.recording import Bout, Event, Reasoning, Steps

__all__ = ["Felt", "carve", "find_events", "remounts", "turning", "wander"]


def find_events(
    heard: Felt | None, bouts: Sequence[Bout], steps: Steps, frames: Frames, reasoning: Reasoning
) -> tuple[Event, ...]:
    """All events in order of time. Without an inertial sensor only changes of direction are known."""
    changed = transitions(heard, bouts, frames, reasoning)
    if heard is None:
        return changed
    fell = falls(heard)
    turned = turns(heard, fell)
    stumbled = stumbles(heard, bouts, steps, (*changed, *turned, *fell))
    found = (*changed, *turned, *fell, *stumbled, *glances(heard, bouts))
    return tuple(sorted(found, key=lambda event: (event.start_s, event.end_s)))
