"""What is worth knowing about how far the analysis can be trusted."""

from collections.abc import Iterator, Sequence

from backstride.evidence import gait as claims
from backstride.gait.inertial import Heard
from backstride.gait.motion import gaps_after, usual_rate
from backstride.gait.places import Course
from backstride.message import say
from backstride.recording import Bout, Direction, Gait, Note, Placement, Recording

GAP_S = 2.0
SHORT_S = 10.0
CLIPPED_SHARE = 0.005

GUESSED = {Placement.POCKET: say("in the trouser pocket"), Placement.WAIST: say("at the waist")}


def inspect(recording: Recording, course: Course, bouts: Sequence[Bout], heard: Heard | None) -> tuple[Note, ...]:
    """Notes with stable codes, most important first."""
    return (
        *_recording(recording),
        *_signals(recording),
        *_motion(heard),
        *_places(recording, course),
        *_direction(bouts, heard),
    )


def _motion(heard: Heard | None) -> Iterator[Note]:
    if heard is None:
        return
    if heard.rate_hz < claims.LOWEST_RATE_HZ.value:
        yield Note(
            "rate-too-low",
            say(
                "{rate} samples a second are too few to see steps well; {needed} or more are needed",
                rate=round(heard.rate_hz, 1),
                needed=claims.LOWEST_RATE_HZ.value,
            ),
        )
    if heard.clipped > CLIPPED_SHARE:
        yield Note(
            "clipped",
            say(
                "{share} % of the acceleration samples reach the end of the sensor's range",
                share=round(100 * heard.clipped, 1),
            ),
        )
    # A foot is recognised without doubt; the rest is a guess that an answer makes better.
    if heard.told or heard.placement is Placement.FOOT:
        return
    if heard.placement in GUESSED:
        where = GUESSED[heard.placement]
        yield Note(
            "placement-guessed", say("The sensor moved like one worn {where}. Was it elsewhere? Say so", where=where)
        )
    else:
        yield Note("placement-unknown", say("Where was the sensor worn? Say it to get direction from motion"))


def _recording(recording: Recording) -> Iterator[Note]:
    if not any(len(signal) for signal in recording.signals.values()):
        yield Note("empty", say("The recording holds no samples"))
    elif recording.duration_s < SHORT_S:
        yield Note("too-short", say("The recording lasts only {seconds} s", seconds=round(recording.duration_s, 1)))


def _signals(recording: Recording) -> Iterator[Note]:
    for name, signal in recording.signals.items():
        if name not in ("acceleration", "position") or len(signal) < 2:
            continue
        before = gaps_after(signal.time_s, max(GAP_S, 5 / usual_rate(signal)))
        long = signal.time_s[before + 1] - signal.time_s[before]
        if len(long):
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
    if course.source is not None:
        yield Note("distance-source", course.source)
    if course.outliers:
        yield Note("position-outliers", say("Positions left out as errors: {count}", count=course.outliers))


def _direction(bouts: Sequence[Bout], heard: Heard | None) -> Iterator[Note]:
    moving = [b for b in bouts if b.gait is not Gait.NONE]
    unknown = sum(b.end_s - b.start_s for b in moving if b.direction is Direction.UNKNOWN)
    if unknown > 0.5 * sum(b.end_s - b.start_s for b in moving) and heard is None:
        yield Note(
            "direction-unknown",
            say("Nothing in this recording shows forward or backward: mark stretches, or name laps"),
        )
