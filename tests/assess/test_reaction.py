"""Reactions of a known truth: a body that stands, and begins to move so long after each call."""

from datetime import UTC, datetime

import numpy as np
import pytest

from backstride.assess.reaction import cues_of, reactions
from backstride.errors import NotAllowed
from backstride.recording import About, Lap, Recording, Signal

RATE = 200
CUES = (5.0, 11.3, 18.1, 26.4, 33.0)


def answered(after: tuple[float, ...], *, noise: float = 0.03, rate: int = RATE, laps: bool = True) -> Recording:
    """Somebody who begins to move `after` each call and stands again two seconds later."""
    time_s = np.arange(0, 40, 1 / rate)
    force = np.random.default_rng(7).normal(0, noise, (len(time_s), 3)) + np.array([0, 0, 9.81])
    for cue, wait in zip(CUES, after, strict=True):
        moves = (time_s >= cue + wait) & (time_s < cue + wait + 2)
        force[moves, 0] += 3 * np.sin(np.pi * (time_s[moves] - cue - wait) / 0.8)
    starts = (0.0, *CUES)
    found = tuple(Lap(start, end) for start, end in zip(starts, (*CUES, 40.0), strict=True)) if laps else ()
    signal = Signal(time_s, force, "m/s2", ("x", "y", "z"))
    return Recording(datetime(2026, 3, 2, tzinfo=UTC), {"acceleration": signal}, About(laps=found))


def test_the_known_times_come_back() -> None:
    truth = (0.31, 0.25, 0.42, 0.36, 0.28)
    found = reactions(answered(truth))
    assert found.times_s == pytest.approx(truth, abs=0.07)
    assert np.mean(np.subtract(found.times_s, truth)) == pytest.approx(0.05, abs=0.02), "the rise takes a moment"
    assert found.median_s == pytest.approx(0.36, abs=0.03)
    assert found.spread_s == pytest.approx(0.08, abs=0.03)
    assert (found.moving, found.early, found.missed) == (0, 0, 0)


def test_too_early_too_late_and_moving_are_left_out() -> None:
    found = reactions(answered((0.3, 0.01, 0.4, 3.0, 0.35)))
    assert len(found.times_s) == 3
    assert (found.moving, found.early, found.missed) == (0, 1, 1)
    found = reactions(answered((0.3, 0.3, -0.5, 0.3, 0.35)))
    assert (found.moving, len(found.times_s)) == (1, 4)


def test_calls_can_be_given() -> None:
    assert cues_of(answered((0.3,) * 5)) == pytest.approx(CUES)
    silent = answered((0.3,) * 5, laps=False)
    assert cues_of(silent) == ()
    assert reactions(silent, CUES[:3]).median_s == pytest.approx(0.35, abs=0.03)


@pytest.mark.parametrize("rate", [60, 100, 400])
def test_the_rate_of_the_sensor_matters_little(rate: int) -> None:
    assert reactions(answered((0.3,) * 5, rate=rate)).median_s == pytest.approx(0.35, abs=0.035)


def test_it_is_refused_in_words() -> None:
    with pytest.raises(NotAllowed, match="0 calls are known"):
        reactions(answered((0.3,) * 5, laps=False))
    with pytest.raises(NotAllowed, match="2 of 5 calls"):
        reactions(answered((0.3, 0.3, 5.0, 5.0, 5.0)))
    with pytest.raises(NotAllowed, match="50 times a second"):
        reactions(answered((0.3,) * 5, rate=40))
    with pytest.raises(NotAllowed, match="0 of 5"):
        reactions(answered((0.3,) * 5, noise=0.5))
