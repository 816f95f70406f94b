"""What is worth knowing about how far the analysis can be trusted."""

from collections.abc import Iterator, Sequence

import numpy as np

from backstride.gait.places import Course
from backstride.message import say
from backstride.recording import Bout, Direction, Gait, Note, Recording, Signal

GAP_S = 2.0
SHORT_S = 10.0


def inspect(recording: Recording, course: Course, bouts: Sequence[Bout]) -> tuple[Note, ...]:
    """Notes with stable codes, most important first."""
    return (*_recording(recording), *_signals(recording), *_places(recording, course), *_direction(recording, bouts))


def _recording(recording: Recording) -> Iterator[Note]:
    if not any(len(signal) for signal in recording.signals.values()):
        yield Note("empty", say("The recording holds no samples"))
    elif recording.duration_s < SHORT_S:
        yield Note("too-short", say("The recording lasts only {seconds} s", seconds=round(recording.duration_s, 1)))


def _signals(recording: Recording) -> Iterator[Note]:
    for name, signal in recording.signals.items():
        gaps = np.diff(signal.time_s)
        usual = np.median(gaps) if len(gaps) else np.nan
        long = gaps[gaps > max(GAP_S, 5 * usual)]
        if name in ("acceleration", "position") and len(long):
            yield Note(
                "gaps",
                say(
                    "{signal}: {count} gaps, {seconds} s in all",
                    signal=name,
                    count=len(long),
                    seconds=round(float(long.sum()), 1),
                ),
            )


def _places(recording: Recording, course: Course) -> Iterator[Note]:
    if course.outliers:
        yield Note("position-outliers", say("{count} positions were thrown away as errors", count=course.outliers))


def _direction(recording: Recording, bouts: Sequence[Bout]) -> Iterator[Note]:
    moving = [b for b in bouts if b.gait is not Gait.NONE]
    unknown = sum(b.end_s - b.start_s for b in moving if b.direction is Direction.UNKNOWN)
    if unknown > 0.5 * sum(b.end_s - b.start_s for b in moving) and not _has(recording.signals.get("acceleration")):
        yield Note(
            "direction-unknown",
            say("Nothing in this recording shows forward or backward: mark stretches, or name laps"),
        )


def _has(signal: Signal | None) -> bool:
    return signal is not None and len(signal) > 0
