"""What is worth knowing about how far the analysis can be trusted."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from backstride.evidence import gait as claims
from backstride.evidence import safety
from backstride.gait.events import wander
from backstride.gait.events.reading import BREAK_S, liveliness, runs
from backstride.gait.inertial import Heard
from backstride.gait.motion import gaps_after, usual_rate
from backstride.gait.places import Course
from backstride.message import say
from backstride.recording import Bout, Direction, FloatArray, Gait, Note, Placement, Recording

GAP_S = 2.0
SHORT_S = 10.0
CLIPPED_SHARE = 0.005
DRIVEN_S = 60.0  # at the speed of a vehicle
SPEED_GAP_S = 5.0
OFF_BODY_S = 60.0  # completely calm while the person went on
JUMPS = ("clock-leap", "clock-restart", "clock-set-back", "wild-time-stamp")  # repairs of a clock that jumped

GUESSED = {Placement.POCKET: say("in the trouser pocket"), Placement.WAIST: say("at the waist")}


def inspect(recording: Recording, course: Course, bouts: Sequence[Bout], heard: Heard | None) -> tuple[Note, ...]:
    """Notes with stable codes, most important first."""
    return (
        *_recording(recording),
        *_signals(recording),
        *_motion(heard),
        *_mounting(recording, bouts, heard),
        *_elsewhere(course, heard),
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


def _mounting(recording: Recording, bouts: Sequence[Bout], heard: Heard | None) -> Iterator[Note]:
    """How the sensor was fixed to the body, and whether anything moved it."""
    if heard is None:
        return
    if not len(recording.signals.get("angular_rate", ())):
        yield Note(
            "no-gyroscope",
            say("The sensor has no gyroscope: turns are not seen, and forward and backward are told apart less surely"),
        )
    lively = heard.lively[np.isfinite(heard.lively)]
    if recording.duration_s >= SHORT_S and len(lively) and lively.max() < claims.STILL_MPS2.value:
        yield Note("still-only", say("Nothing moved in this recording"))
        return
    strays = wander(heard, bouts)
    if strays > safety.LOOSE_RAD.value:
        yield Note(
            "loose-sensor",
            say(
                "The sensor tilts by {degrees} degrees against the body while it moves: fix it more tightly",
                degrees=round(float(np.degrees(strays))),
            ),
        )
    for time_s in heard.remounted_s:
        yield Note(
            "remounted",
            say("From {at} on the sensor hangs differently, as if it had been put on anew", at=_clock(float(time_s))),
        )


def _elsewhere(course: Course, heard: Heard | None) -> Iterator[Note]:
    """The sensor or the person was not where a gait is: speed and motion contradict each other."""
    if course.speed is None or len(course.speed) < 2:
        return
    when, speed = course.speed.time_s, course.speed.values
    ride_s = _longest(speed > safety.VEHICLE_ALONE_MPS.value, when, SPEED_GAP_S)
    if heard is not None and len(heard.trace.time_s):
        time, lively = heard.trace.time_s, liveliness(heard.trace, 1.0)
        there = np.interp(time, when, speed, left=0.0, right=0.0)
        driven = (there > safety.VEHICLE_MPS.value) & (lively < claims.BOUNCE_MPS2.value)
        off = (there > 2 * claims.STANDING_SPEED_MPS.value) & (lively < 2 * safety.LAID_DOWN_MPS2.value) & ~driven
        ride_s = max(ride_s, _longest(driven, time))
        off_s = _longest(off, time)
        if off_s >= OFF_BODY_S:
            calm = round(off_s)
            yield Note(
                "sensor-off-body",
                say("For {seconds} s the sensor lay still while the person moved on: it was not worn", seconds=calm),
            )
    if ride_s >= DRIVEN_S:
        yield Note("vehicle", say("For {seconds} s the speed is that of a vehicle", seconds=round(ride_s)))


def _longest(mask: NDArray[np.bool_], time_s: FloatArray, break_s: float = BREAK_S) -> float:
    """Duration of the longest unbroken stretch, s."""
    found = runs(mask, time_s, break_s)
    return float(np.max(time_s[found[:, 1] - 1] - time_s[found[:, 0]], initial=0.0))


def _clock(time_s: float) -> str:
    minutes, seconds = divmod(round(time_s), 60)
    return f"{minutes}:{seconds:02d}"


def _recording(recording: Recording) -> Iterator[Note]:
    if any(repair.code in JUMPS for repair in recording.about.repairs):
        yield Note("clock-jumps", say("The clock of the device jumped: times near there may be wrong"))
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
