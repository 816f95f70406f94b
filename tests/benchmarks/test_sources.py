"""Every source of real recordings loads and keeps the contract."""

import numpy as np
import pytest
from benchmarks.accuracy.run import SOURCES
from benchmarks.accuracy.trial import Protocol, Trial, calibration
from benchmarks.accuracy.worn import DEVICES, wear

from backstride.recording import Direction, Placement
from tests.realdata import data_folder

# Recordings, people, placements, and seconds of backward truth as the label files add up.
EXPECTED = {
    "uci_foot_imu": (12, 2, {Placement.FOOT}, 183.7),
    "lafan1": (72, 4, {Placement.FOOT, Placement.POCKET, Placement.WAIST, Placement.WRIST}, 4 * 239.4),
    "bandai": (60, 1, {Placement.FOOT, Placement.POCKET, Placement.WAIST, Placement.WRIST}, 4 * 123.1),
    "cmu_iclone": (8, 2, {Placement.FOOT, Placement.POCKET, Placement.WAIST, Placement.WRIST}, 0.0),
    "jl_xsens": (4, 1, {Placement.FOOT, Placement.POCKET, Placement.WAIST, Placement.WRIST}, 0.0),
    "sp_sw_har": (90, 15, {Placement.POCKET, Placement.WRIST}, 0.0),
    "strikewatch": (16, 8, {Placement.WRIST}, 0.0),
    "running_grf_sacrum": (19, 1, {Placement.WAIST}, 0.0),
    "simulated": (160, 40, {Placement.FOOT, Placement.POCKET, Placement.WAIST, Placement.WRIST}, 4491.9),
}


def check(trial: Trial) -> None:
    end_s = trial.sensor.time_s[-1]
    assert 4.0 < end_s < 3600.0
    assert trial.stretches
    for stretch in trial.stretches:
        assert 0.0 <= stretch.start_s < stretch.end_s <= end_s + 0.1
    for before, after in zip(trial.stretches, trial.stretches[1:], strict=False):
        assert before.end_s <= after.start_s + 1e-6
    assert np.all(np.diff(trial.contact_s) >= 0)
    assert len(trial.off_s) in (0, len(trial.contact_s))
    force = np.linalg.norm(trial.sensor.acceleration, axis=1)
    assert np.all(np.isfinite(force))
    assert 7.0 < np.median(force) < 30.0  # gravity is in it, in m/s2; runners feel more
    for protocol in Protocol:
        for label in calibration(trial.stretches, protocol) or ():
            assert any(s.start_s <= label.start_s and label.end_s <= s.end_s for s in trial.stretches)


@pytest.mark.realdata
@pytest.mark.parametrize("source", SOURCES)
def test_source_loads(source: str) -> None:
    trials = list(SOURCES[source](data_folder()))
    count, people, placements, backward_s = EXPECTED[source]
    assert len(trials) == count
    assert len({trial.person for trial in trials}) == people
    assert {trial.placement for trial in trials} == placements
    backward = sum(s.length_s for t in trials for s in t.stretches if s.direction is Direction.BACKWARD)
    assert backward == pytest.approx(backward_s, rel=0.01)
    for trial in trials:
        check(trial)
    for device in DEVICES:
        recording = wear(trials[0], device)
        assert recording.duration_s == pytest.approx(trials[0].sensor.time_s[-1], abs=0.1)
