"""What is said about how far an analysis can be trusted."""

from datetime import UTC, datetime

import numpy as np
import pytest

from backstride.gait import Options, analyse
from backstride.message import say
from backstride.recording import About, Analysis, Direction, FloatArray, Gait, Note, Placement, Recording, Signal
from backstride.simulate import Part, Watch, Worn, simulate
from backstride.words import words

START = datetime(2026, 1, 1, tzinfo=UTC)
AXES = ("x", "y", "z")
FORWARD, STILL = Direction.FORWARD, Direction.STILL
WALK = [Part(FORWARD, Gait.WALK, 40, 1.3), Part(STILL, Gait.NONE, 6), Part(FORWARD, Gait.RUN, 40, 2.8)]


def codes(recording: Recording, placement: Placement | None = None) -> list[str]:
    return [note.code for note in notes(recording, placement)]


def notes(recording: Recording, placement: Placement | None = None) -> tuple[Note, ...]:
    analysis: Analysis = analyse(recording, options=Options(placement=placement))
    return analysis.quality


def resting(seconds: float, rate_hz: float = 50.0) -> tuple[FloatArray, FloatArray]:
    time = np.arange(round(seconds * rate_hz)) / rate_hz
    noise = np.random.default_rng(0).normal(0, 0.01, (len(time), 3))
    return time, np.array([0.0, 0.0, 9.81]) + noise


def made_of(time: FloatArray, force: FloatArray, **more: Signal) -> Recording:
    return Recording(START, {"acceleration": Signal(time, force, "m/s2", AXES), **more}, About())


@pytest.mark.parametrize("placement", [Placement.WAIST, Placement.POCKET])
def test_a_good_recording_raises_no_doubt_about_its_sensor(placement: Placement) -> None:
    recording, _ = simulate(WALK, worn=Worn(placement), seed=3)
    doubts = {"loose-sensor", "remounted", "no-gyroscope", "still-only", "vehicle", "sensor-off-body", "clock-jumps"}
    assert not doubts & set(codes(recording))


def test_a_missing_gyroscope_is_told() -> None:
    recording, _ = simulate(WALK, worn=Worn(Placement.WAIST, gyroscope=False), seed=3)
    assert "no-gyroscope" in codes(recording)


def test_a_loose_sensor_is_told_in_degrees() -> None:
    recording, _ = simulate(WALK, worn=Worn(Placement.WAIST, loose_rad=0.3), seed=3)
    (note,) = (note for note in notes(recording) if note.code == "loose-sensor")
    assert 8 < float(note.message.values["degrees"]) < 60  # type: ignore[arg-type]


def test_a_sensor_put_on_anew_is_told_with_the_time() -> None:
    upside_down = np.diag([1.0, -1.0, -1.0])
    before, _ = simulate(WALK[:1], worn=Worn(Placement.POCKET, mounting=np.eye(3)), seed=3)
    after, _ = simulate(WALK[:1], worn=Worn(Placement.POCKET, mounting=upside_down), seed=3)
    joined = {}
    for name, signal in before.signals.items():
        later = after.signals[name]
        time = np.concatenate((signal.time_s, later.time_s + signal.time_s[-1] + 0.01))
        joined[name] = Signal(time, np.concatenate((signal.values, later.values)), signal.unit, signal.axes)
    (note,) = (n for n in notes(Recording(START, joined, before.about)) if n.code == "remounted")
    minutes, seconds = str(note.message.values["at"]).split(":")
    assert abs(60 * int(minutes) + int(seconds) - 40) <= 3


def test_nothing_moved() -> None:
    assert "still-only" in codes(made_of(*resting(60)))
    assert "still-only" not in codes(made_of(*resting(5)))


def test_a_clock_that_jumped_is_told() -> None:
    time, force = resting(30)
    jumped = About(
        repairs=(Note("clock-set-back", say("the clock was set back {count} times; time was made to go on", count=1)),)
    )
    recording = Recording(START, {"acceleration": Signal(time, force, "m/s2", AXES)}, jumped)
    assert "clock-jumps" in codes(recording)
    tidy = Recording(
        START,
        dict(recording.signals),
        About(repairs=(Note("clock-doubled", say("Rows written twice, left out: {count}.", count=1)),)),
    )
    assert "clock-jumps" not in codes(tidy)


def speeding(metres_per_second: float, seconds: float) -> Signal:
    return Signal(np.arange(seconds), np.full(round(seconds), metres_per_second), "m/s")


def test_a_ride_is_told_and_a_sprint_is_not() -> None:
    time, force = resting(120)
    shaken = force + np.random.default_rng(1).normal(0, 0.8, force.shape)
    assert "vehicle" in codes(made_of(time, shaken, speed=speeding(7.0, 120)))
    assert "vehicle" not in codes(made_of(time, shaken, speed=speeding(3.0, 120)))
    bouncing = force + 12 * np.sin(2 * np.pi * 3 * time)[:, None] * [0.0, 0.0, 1.0]
    assert "vehicle" not in codes(made_of(time, bouncing, speed=speeding(7.5, 120)))


def test_a_ride_shows_in_speed_alone() -> None:
    for speed, seconds, ridden in ((11.0, 120, True), (11.0, 40, False), (7.5, 120, False)):
        recording = Recording(START, {"speed": speeding(speed, seconds)}, About())
        assert ("vehicle" in codes(recording)) is ridden


def test_a_sensor_left_at_home_is_told() -> None:
    time, force = resting(120)
    assert "sensor-off-body" in codes(made_of(time, force, speed=speeding(2.5, 120)))
    assert "sensor-off-body" not in codes(made_of(time, force, speed=speeding(0.1, 120)))


def test_gaps_clipping_and_a_low_rate_are_told() -> None:
    walked, _ = simulate(WALK, worn=Worn(Placement.WAIST, range_g=1.6), seed=3)
    assert "clipped" in codes(walked)
    slow, _ = simulate(WALK, worn=Worn(Placement.WAIST, rate_hz=12.5), seed=3)
    assert "rate-too-low" in codes(slow)
    force = walked.signals["acceleration"]
    kept = (force.time_s < 30) | (force.time_s > 40)
    holed = {"acceleration": Signal(force.time_s[kept], force.values[kept], "m/s2", AXES)}
    assert "gaps" in codes(Recording(START, holed, walked.about))


def test_a_watch_without_motion_sensor_is_not_blamed_for_it() -> None:
    recording, _ = simulate(WALK, watch=Watch(), seed=3)
    assert not {"no-gyroscope", "still-only", "vehicle"} & set(codes(recording))


def test_every_note_speaks_german() -> None:
    german = words("de")
    rows = (
        made_of(*resting(60)),
        made_of(*resting(120), speed=speeding(9.0, 120)),
        made_of(*resting(120), speed=speeding(2.5, 120)),
        simulate(WALK, worn=Worn(Placement.WAIST, loose_rad=0.5, gyroscope=False), seed=3)[0],
    )
    for recording in rows:
        for note in notes(recording):
            assert german(note.message) != str(note.message), note.code
