"""What a person says about stretches of a recording, and taking it back. Both analyse again, from the kept signals."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from backstride import gait
from backstride.app.analysing import analyse_now
from backstride.errors import BadAnswers
from backstride.message import Message, say
from backstride.recording import Analysis, Bout, Direction, Label
from backstride.store import Store

Moved = Mapping[tuple[Direction, Direction], float]


@dataclass(frozen=True, eq=False, slots=True)
class Changed:
    """What came of a correction.

    analysis  the new one; None where it failed
    moved     seconds that changed their direction, by (before, after)
    """

    analysis: Analysis | None
    moved: Moved


def label(store: Store, id_: str, start_s: float, end_s: float, direction: Direction) -> Changed:
    """Say which way the body moved from start_s to end_s. Returns what changed.

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
    before = _bouts(store, id_)
    store.labels.add(id_, Label(start_s, min(end_s, duration_s), direction))
    return _changed(before, analyse_now(store, id_))


def undo(store: Store, id_: str) -> Changed:
    """Take back what was said last; without anything said, the analysis is made again all the same."""
    before = _bouts(store, id_)
    store.labels.undo(id_)
    return _changed(before, analyse_now(store, id_))


def moved(before: Sequence[Bout], after: Sequence[Bout]) -> Moved:
    """Seconds that have another direction after than before. Both tile the same recording."""
    sums: dict[tuple[Direction, Direction], float] = defaultdict(float)
    at = 0
    for new in after:
        while at < len(before) and before[at].start_s < new.end_s:
            old = before[at]
            if old.direction is not new.direction:
                sums[old.direction, new.direction] += min(old.end_s, new.end_s) - max(old.start_s, new.start_s)
            if old.end_s > new.end_s:
                break
            at += 1
    return dict(sorted(sums.items(), key=lambda row: -row[1]))


def _bouts(store: Store, id_: str) -> Sequence[Bout]:
    kept = store.analyses.of(id_, gait.RECIPE)
    return kept.analysis.bouts if kept is not None and kept.analysis is not None else ()


def _changed(before: Sequence[Bout], analysis: Analysis | None) -> Changed:
    return Changed(analysis, moved(before, analysis.bouts if analysis is not None else ()))
