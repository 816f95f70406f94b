"""Following a sensor while it is worn: the same whatever the chunks, near to what the whole recording gives."""

import itertools
from collections.abc import Sequence

import numpy as np
import pytest

from backstride.errors import BadSignal
from backstride.gait import Options, Tracker, analyse
from backstride.gait.tracker import DELAY_S, SPAN_S
from backstride.recording import Bout, Direction, FloatArray, Gait, Placement, Recording
from backstride.simulate import Part, Worn, simulate

FORWARD, BACKWARD = Direction.FORWARD, Direction.BACKWARD
PARTS = (
    Part(Direction.STILL, Gait.NONE, 4),
    Part(FORWARD, Gait.WALK, 16, 1.3),
    Part(Direction.STILL, Gait.NONE, 3),
    Part(BACKWARD, Gait.WALK, 14, 1.0),
    Part(Direction.STILL, Gait.NONE, 3),
)


def followed(recording: Recording, placement: Placement, chunk: int) -> tuple[Bout, ...]:
    tracker = Tracker(Options(placement=placement))
    ended: list[Bout] = []
    for time_s, force, turning in chunks(recording, chunk):
        ended += tracker.feed(time_s, force, turning)
    return (*ended, *tracker.close())


def chunks(recording: Recording, size: int) -> list[tuple[FloatArray, FloatArray, FloatArray]]:
    force, turning = recording.signals["acceleration"], recording.signals["angular_rate"]
    return [
        (force.time_s[k : k + size], force.values[k : k + size], turning.values[k : k + size])
        for k in range(0, len(force), size)
    ]


def directions(bouts: Sequence[Bout], moments: FloatArray) -> list[Direction]:
    starts = np.array([bout.start_s for bout in bouts])
    return [bouts[int(k)].direction for k in np.searchsorted(starts, moments, side="right") - 1]


@pytest.mark.parametrize("placement", [Placement.POCKET, Placement.FOOT])
def test_chunks_do_not_matter_and_the_whole_says_the_same(placement: Placement) -> None:
    recording, _ = simulate(PARTS, worn=Worn(placement), seed=1)
    bouts = followed(recording, placement, 777)
    assert followed(recording, placement, 13) == bouts
    moments = np.arange(1.0, recording.duration_s - 1, 0.5)
    whole = analyse(recording, (), Options(placement=placement)).bouts
    same = [one is other for one, other in zip(directions(bouts, moments), directions(whole, moments), strict=True)]
    assert np.mean(same) > 0.95
    assert (bouts[0].start_s, bouts[-1].end_s) == pytest.approx((0.0, recording.duration_s), abs=0.5)
    assert all(a.end_s == b.start_s for a, b in itertools.pairwise(bouts))


def test_a_moment_is_told_after_the_stated_delay() -> None:
    recording, _ = simulate(PARTS, worn=Worn(Placement.FOOT), seed=2)
    tracker = Tracker(Options(placement=Placement.FOOT))
    for time_s, force, turning in chunks(recording, 10):
        tracker.feed(time_s, force, turning)
        if time_s[-1] > 5:
            assert tracker.now is not None
            assert time_s[-1] - tracker.now.time_s <= DELAY_S + 0.1  # a chunk is a tenth of a second
        if 30 < time_s[-1] < 30.1:
            assert tracker.now is not None
            assert tracker.now.direction is BACKWARD


def test_memory_stays_the_same_however_long_it_lasts() -> None:
    generator = np.random.default_rng(0)
    tracker = Tracker(Options(placement=Placement.POCKET))
    held = []
    for minute in range(4):
        time_s = np.asarray(60.0 * minute + np.arange(600) / 10.0, np.float64)
        force = generator.normal(0, 0.01, (600, 3))
        force[:, 2] += 9.81
        for k in range(0, 600, 100):
            tracker.feed(time_s[k : k + 100], force[k : k + 100], np.zeros((100, 3)))
        held.append(tracker.held_s)
    assert held[0] > 55
    assert max(held) < SPAN_S + 12


def test_a_bad_chunk_is_refused_and_nothing_is_lost() -> None:
    recording, _ = simulate(PARTS[:2], worn=Worn(Placement.FOOT), seed=3)
    tracker = Tracker(Options(placement=Placement.FOOT))
    first, second, *_ = chunks(recording, 300)
    tracker.feed(*first)
    with pytest.raises(BadSignal, match="time does not increase"):
        tracker.feed(*first)
    with pytest.raises(BadSignal, match="force of shape"):
        tracker.feed(second[0], second[1][:, :2], second[2])
    with pytest.raises(BadSignal, match="angular rate of shape"):
        tracker.feed(second[0], second[1], second[2][:5])
    tracker.feed(*second)
    assert tracker.held_s == pytest.approx(6.0, abs=0.1)


def test_what_the_person_marks_counts_at_once() -> None:
    recording, _ = simulate((Part(BACKWARD, Gait.WALK, 30, 1.0),), worn=Worn(Placement.WAIST), seed=5)
    tracker = Tracker(Options(placement=Placement.WAIST))
    tracker.mark(1.0, 12.0, BACKWARD)
    ended = [bout for chunk in chunks(recording, 500) for bout in tracker.feed(*chunk)]
    ended += tracker.close()
    assert set(directions(ended, np.arange(2.0, 28.0, 0.5))) == {BACKWARD}


def test_without_a_sample_there_is_nothing() -> None:
    assert Tracker().close() == ()
    assert Tracker().feed(np.zeros(0), np.zeros((0, 3))) == ()
