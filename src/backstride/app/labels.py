"""What a person says about stretches of a recording, and taking it back. Both analyse again, from the kept signals."""

from backstride.app.analysing import analyse_now
from backstride.errors import BadAnswers
from backstride.message import Message, say
from backstride.recording import Analysis, Direction, Label
from backstride.store import Store


def label(store: Store, id_: str, start_s: float, end_s: float, direction: Direction) -> Analysis | None:
    """Say which way the body moved from start_s to end_s. Returns the new analysis; None where it failed.

    Raises NotFound, and BadAnswers for a stretch outside the recording.
    """
    duration_s = store.recordings.get(id_).duration_s
    faults: dict[str, Message] = {}
    if not 0 <= start_s < duration_s:
        faults["start"] = say("the recording runs from 0 to {end} s", end=round(duration_s, 1))
    if not start_s < end_s:
        faults["end"] = say("the end must come after the start")
    if faults:
        raise BadAnswers(faults)
    store.labels.add(id_, Label(start_s, min(end_s, duration_s), direction))
    return analyse_now(store, id_)


def undo(store: Store, id_: str) -> Analysis | None:
    """Take back what was said last; without anything said, the analysis is made again all the same."""
    store.labels.undo(id_)
    return analyse_now(store, id_)
