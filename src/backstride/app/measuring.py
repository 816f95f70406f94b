"""What recordings say of a session: summed up from kept analyses, and again whenever one of them changes."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from backstride import gait
from backstride.errors import NotFound
from backstride.recording import Analysis, Bout, Direction, Event, EventKind, Gait, Side
from backstride.session import Measured
from backstride.store import Store

_BOTH_WAYS = {Direction.FORWARD, Direction.BACKWARD}


def measured(store: Store, recording_ids: Iterable[str]) -> Measured | None:
    """The sum over these recordings, twins once; None where none of them could be analysed. Raises NotFound."""
    found: list[Analysis] = []
    seen: set[str] = set()
    for id_ in recording_ids:
        row = store.recordings.get(id_)
        kept = None if seen & {row.id, *row.twins} else store.analyses.of(row.id, gait.RECIPE)
        if kept is not None and kept.analysis is not None:
            found.append(kept.analysis)
            seen.add(row.id)
    return summed(found) if found else None


def renew(store: Store) -> int:
    """Sum up again what waits for it. Returns how many sessions that were."""
    done = 0
    for row in store.coach.waiting():
        try:
            done += store.coach.renew(row.session.id, row.edition, measured(store, row.session.recordings))
        except NotFound:
            continue  # a recording was removed meanwhile: the session waits again, without it
    return done


def summed(analyses: Sequence[Analysis]) -> Measured:
    """Events count as soon as one recording could tell: analyses that were made without a motion sensor hold none."""
    seconds: dict[Direction, float] = {}
    for bout in (bout for analysis in analyses for bout in analysis.bouts):
        seconds[bout.direction] = seconds.get(bout.direction, 0.0) + bout.end_s - bout.start_s
    felt = [analysis for analysis in analyses if analysis.events or len(analysis.steps.contact_s)]
    events = [event for analysis in felt for event in analysis.events] if felt else None
    distance_m = _total(analyses, "distance_m")
    return Measured(
        seconds=seconds,
        backward_run_s=math.fsum(
            bout.end_s - bout.start_s for analysis in analyses for bout in _backward(analysis) if bout.gait is Gait.RUN
        ),
        longest_s=max((_longest(analysis) for analysis in analyses), default=0.0),
        distance_backward_m=distance_m,
        backward_speed_mps=_speed(analyses, distance_m),
        **_counts(events),
    )


def _counts(events: Sequence[Event] | None) -> dict[str, int | None]:
    """How often what happened; None where no recording could tell."""
    names = ("transitions", "unclean", "stumbles", "falls", "glances_left", "glances_right")
    if events is None:
        return dict.fromkeys(names)
    changes = [one for one in events if one.kind is EventKind.TRANSITION and {one.before, one.after} == _BOTH_WAYS]
    glances = Counter(event.side for event in events if event.kind is EventKind.GLANCE)
    kinds = Counter(event.kind for event in events)
    return {
        "transitions": len(changes),
        "unclean": sum(event.clean is False for event in changes),
        "stumbles": kinds[EventKind.STUMBLE],
        "falls": kinds[EventKind.FALL],
        # No glance seen is not the same as none made: only a sensor at the head sees them.
        "glances_left": glances[Side.LEFT] if glances else None,
        "glances_right": glances[Side.RIGHT] if glances else None,
    }


def _backward(analysis: Analysis) -> tuple[Bout, ...]:
    return tuple(bout for bout in analysis.bouts if bout.direction is Direction.BACKWARD)


def _longest(analysis: Analysis) -> float:
    """The longest run of backward bouts that follow each other, walked or run."""
    longest = current = 0.0
    for bout in analysis.bouts:
        current = current + bout.end_s - bout.start_s if bout.direction is Direction.BACKWARD else 0.0
        longest = max(longest, current)
    return longest


def _backward_metric(analysis: Analysis, key: str) -> float:
    of_backward = (metric for metric in analysis.metrics if metric.direction is Direction.BACKWARD)
    return next((metric.value for metric in of_backward if metric.key == key), math.nan)


def _total(analyses: Sequence[Analysis], key: str) -> float | None:
    values = [value for value in (_backward_metric(one, key) for one in analyses) if math.isfinite(value)]
    return math.fsum(values) if values else None


def _speed(analyses: Sequence[Analysis], distance_m: float | None) -> float | None:
    """Mean speed backward, weighted by the time backward of the recordings that know theirs."""
    known = [
        (math.fsum(bout.end_s - bout.start_s for bout in _backward(one)), _backward_metric(one, "speed_mps"))
        for one in analyses
    ]
    known = [(time_s, speed) for time_s, speed in known if time_s > 0 and math.isfinite(speed)]
    if not known:
        return None
    return math.fsum(time_s * speed for time_s, speed in known) / math.fsum(time_s for time_s, _ in known)
