"""Sway of a known truth: two sines in the horizontal plane of a phone that hangs askew."""

from datetime import UTC, datetime

import numpy as np
import pytest

from backstride.assess.sway import sways
from backstride.errors import NotAllowed
from backstride.recording import FloatArray, Recording, Signal

G = 9.81


def turned(force: FloatArray) -> FloatArray:
    """As a phone reads it whose axes point anywhere."""
    rotation, _ = np.linalg.qr(np.random.default_rng(4).normal(size=(3, 3)))
    return np.asarray(force @ rotation.T)


def standing(
    first: float = 0.08, second: float = 0.05, hz: float = 0.5, seconds: float = 50, rate: float = 100
) -> Recording:
    """Sway of `first` m/s2 at `hz` one way and of `second` at twice that the other, walking before and after."""
    time_s = np.arange(0, seconds + 20, 1 / rate)
    force = np.zeros((len(time_s), 3))
    force[:, 0] = first * np.sin(2 * np.pi * hz * time_s)
    force[:, 1] = second * np.sin(2 * np.pi * 2 * hz * time_s)
    force[:, 2] = G
    walks = (time_s < 10) | (time_s >= 10 + seconds)
    force[walks, 2] += 3 * np.sin(2 * np.pi * 1.8 * time_s[walks])
    return recorded(time_s, force)


def recorded(time_s: FloatArray, force: FloatArray) -> Recording:
    signal = Signal(time_s, turned(force), "m/s2", ("x", "y", "z"))
    return Recording(datetime(2026, 3, 2, tzinfo=UTC), {"acceleration": signal})


def test_the_known_truth_comes_back() -> None:
    (sway,) = sways(standing())
    assert sway.start_s == pytest.approx(13, abs=1.1)
    assert sway.end_s - sway.start_s == pytest.approx(30, abs=0.05)
    assert sway.rms_mps2 == pytest.approx(np.sqrt(0.08**2 / 2 + 0.05**2 / 2), rel=0.03)
    assert sway.area_m2ps4 == pytest.approx(np.pi * 5.991 * 0.08 * 0.05 / 2, rel=0.05)
    assert sway.details["seconds"] == pytest.approx(30, abs=0.05)


def test_path_and_velocity_of_a_circle_are_those_of_a_circle() -> None:
    time_s = np.arange(0, 60, 0.01)
    turn = 2 * np.pi * 0.5
    force = np.stack((0.1 * np.cos(turn * time_s), 0.1 * np.sin(turn * time_s), np.full(len(time_s), G)), axis=1)
    (sway,) = sways(recorded(time_s, force))
    assert sway.path_mps2 == pytest.approx(0.1 * turn * 30, rel=0.03)
    assert sway.velocity_mps == pytest.approx(0.1 / turn, rel=0.03)


@pytest.mark.parametrize("hz", [0.02, 12.0])
def test_what_is_slower_or_faster_than_sway_is_taken_off(hz: float) -> None:
    time_s = np.arange(0, 60, 0.01)
    sway = 0.05 * np.sin(2 * np.pi * 0.5 * time_s)
    disturbed = 0.15 * np.sin(2 * np.pi * hz * time_s)
    force = np.stack((sway + disturbed, np.zeros(len(time_s)), np.full(len(time_s), G)), axis=1)
    (found,) = sways(recorded(time_s, force))
    assert found.rms_mps2 == pytest.approx(0.05 / np.sqrt(2), rel=0.12)


@pytest.mark.parametrize("rate", [25, 100, 400])
def test_the_rate_of_the_sensor_does_not_matter(rate: float) -> None:
    (sway,) = sways(standing(rate=rate))
    assert sway.rms_mps2 == pytest.approx(0.0667, rel=0.05)


def test_more_sway_gives_more_of_everything() -> None:
    (little,), (much,) = sways(standing()), sways(standing(first=0.16, second=0.1))
    for name in ("rms_mps2", "path_mps2", "velocity_mps"):
        assert getattr(much, name) == pytest.approx(2 * getattr(little, name), rel=0.05)
    assert much.area_m2ps4 == pytest.approx(4 * little.area_m2ps4, rel=0.05)


def test_each_stretch_of_standing_is_one() -> None:
    once = standing(seconds=40).signals["acceleration"]
    time_s = np.concatenate((once.time_s, once.time_s + 60))
    twice = Signal(time_s, np.concatenate((once.values, once.values)), "m/s2", ("x", "y", "z"))
    assert len(sways(Recording(datetime(2026, 3, 2, tzinfo=UTC), {"acceleration": twice}))) == 2


def test_it_is_refused_in_words() -> None:
    time_s = np.arange(0, 60, 0.01)
    still = np.tile([0.0, 0.0, G], (len(time_s), 1))
    noise = np.random.default_rng(1).normal(0, 0.02, still.shape)
    with pytest.raises(NotAllowed, match="like on a table"):
        sways(recorded(time_s, still + noise))
    lean = np.radians(8) * np.clip((time_s - 15) / 20, 0, 1)
    slipping = np.stack((G * np.sin(lean) + 0.08 * np.sin(3 * time_s), 0 * lean, G * np.cos(lean)), axis=1)
    with pytest.raises(NotAllowed, match="slipped"):
        sways(recorded(time_s, slipping))
    with pytest.raises(NotAllowed, match="stands still for 26 seconds"):
        sways(standing(seconds=18))
    with pytest.raises(NotAllowed, match=r"10\.0 times a second"):
        sways(standing(rate=10))
    with pytest.raises(NotAllowed, match="no motion sensor"):
        sways(Recording(datetime(2026, 3, 2, tzinfo=UTC), {}))
    gaps = (time_s % 10) > 9.4
    with pytest.raises(NotAllowed, match="stands still"):
        sways(recorded(time_s[~gaps], (still + 0.08 * np.sin(3 * time_s)[:, None])[~gaps]))
