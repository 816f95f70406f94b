"""Events on recordings of real people who walked, ran, turned and sat down; nobody fell. Nothing is fitted."""

from collections.abc import Iterable, Iterator
from itertools import islice

import numpy as np
import pytest
from benchmarks.accuracy import real
from benchmarks.accuracy.trial import Trial
from benchmarks.accuracy.worn import AS_MEASURED, wear

from backstride.gait import Options, analyse
from backstride.gait.events import find_events, remounts, turning
from backstride.gait.frames import lay_frames
from backstride.gait.inertial import listen
from backstride.recording import Direction, Event, EventKind, FloatArray
from tests.realdata import data_folder

pytestmark = pytest.mark.realdata
STUMBLES_AN_HOUR = 1.5


def events_of(trial: Trial) -> tuple[tuple[Event, ...], FloatArray, FloatArray]:
    """Events, spans of turning, and when the sensor seems to have been put on anew."""
    recording = wear(trial, AS_MEASURED)
    analysis = analyse(recording, options=Options(placement=trial.placement))
    frames = lay_frames(recording, ())
    heard = listen(recording, trial.placement, frames)
    assert heard is not None
    events = find_events(heard, analysis.bouts, analysis.steps, frames, analysis.reasoning)
    return events, turning(heard.trace, trial.placement), remounts(heard.trace, trial.placement)


def every(trials: Iterable[Trial], step: int) -> Iterator[Trial]:
    return islice(trials, 0, None, step)


def test_nobody_falls_and_hardly_anybody_stumbles() -> None:
    data = data_folder()
    seconds = 0.0
    told: list[Event] = []
    moved = 0
    for trials in (every(real.sp_sw_har(data), 3), real.strikewatch(data), real.uci_foot_imu(data)):
        for trial in trials:
            events, _, anew = events_of(trial)
            seconds += float(trial.sensor.time_s[-1])
            told += events
            moved += len(anew)
    assert seconds > 2000
    assert not [event for event in told if event.kind is EventKind.FALL]
    assert not [event for event in told if event.kind is EventKind.GLANCE]
    stumbles = [event for event in told if event.kind is EventKind.STUMBLE]
    assert len(stumbles) <= np.ceil(STUMBLES_AN_HOUR * seconds / 3600)
    assert moved == 0


def test_turns_begin_where_those_who_watched_saw_them_begin() -> None:
    late: dict[str, list[float]] = {}
    extra = seconds = 0.0
    for trial in every(real.sp_sw_har(data_folder()), 3):
        _, spans, _ = events_of(trial)
        seconds += float(trial.sensor.time_s[-1])
        true = [s for s in trial.stretches if s.direction is Direction.TURNING]
        for turn in true:
            near = np.abs(spans[:, 0] - turn.start_s) if len(spans) else np.array([np.inf])
            late.setdefault(trial.placement, []).append(float(near.min()))
        extra += sum(not any(a <= t.end_s + 0.5 and b >= t.start_s - 0.5 for t in true) for a, b in spans)
    assert set(late) == {"pocket", "wrist"}
    assert np.mean(np.array(late["pocket"]) <= 0.5) > 0.95
    assert np.mean(np.array(late["wrist"]) <= 0.5) > 0.85
    assert extra < 0.25 * sum(map(len, late.values()))
