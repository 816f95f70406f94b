"""The mechanical runner keeps to what it was asked, and to published mechanics."""

import numpy as np
import pytest

from backstride.evidence import gait as claims
from backstride.recording import Direction, Gait, Placement
from backstride.simulate import Part, Watch, Worn, demo_runner, simulate

FORWARD, BACKWARD = Direction.FORWARD, Direction.BACKWARD
STILL = Part(Direction.STILL, Gait.NONE, 5)


@pytest.mark.parametrize("direction", [FORWARD, BACKWARD])
@pytest.mark.parametrize(("gait", "speed"), [(Gait.WALK, 1.2), (Gait.RUN, 2.8)])
def test_truth_keeps_to_the_parts(direction: Direction, gait: Gait, speed: float) -> None:
    part = Part(direction, gait, 30, speed, cadence_spm=140)
    recording, truth = simulate([STILL, part], worn=Worn(Placement.WAIST), watch=Watch())
    assert [(b.start_s, b.end_s, b.direction, b.gait) for b in truth.bouts] == [
        (0, 5, Direction.STILL, Gait.NONE),
        (5, 35, direction, gait),
    ]
    assert truth.distance_m == pytest.approx(30 * speed, rel=0.05)  # it takes a moment to get going
    steady = truth.contact_s[(truth.contact_s > 8) & (truth.contact_s < 33)]
    assert 60 / np.diff(steady).mean() == pytest.approx(140, rel=0.005)
    assert recording.about.simulated
    assert recording.signals["distance"].values[-1] == pytest.approx(
        truth.distance_m, abs=1.2 * speed
    )  # the last whole second


def test_backward_running_is_quicker_and_flies_longer_as_published() -> None:
    contact = {}
    cadence = {}
    for direction in (FORWARD, BACKWARD):
        _, truth = simulate([Part(direction, Gait.RUN, 30, 2.5)])
        steady = (truth.contact_s > 3) & (truth.contact_s < 27)
        cadence[direction] = 60 / np.diff(truth.contact_s[steady]).mean()
        contact[direction] = np.nanmedian((truth.off_s - truth.contact_s)[steady])
    ratio = cadence[BACKWARD] / cadence[FORWARD]
    assert ratio == pytest.approx(claims.BACKWARD_CADENCE_RATIO.value, rel=0.01)
    flight = 60 / cadence[BACKWARD] - contact[BACKWARD]
    assert flight == pytest.approx(claims.FLIGHT_BACKWARD_S.value, abs=0.01)


def test_mean_force_is_gravity_and_a_planted_foot_feels_nothing_else() -> None:
    worn = Worn(Placement.FOOT, mounting=np.eye(3), noise=0.0)
    recording, _ = simulate([Part(FORWARD, Gait.WALK, 20, 1.2)], worn=worn)
    force = recording.signals["acceleration"].between(4, 16).values
    rate = recording.signals["angular_rate"].between(4, 16).values
    size = np.linalg.norm(force, axis=1)
    resting = np.linalg.norm(rate, axis=1) < 0.02
    assert resting.mean() > 0.15
    assert np.median(size[resting]) == pytest.approx(claims.STANDARD_GRAVITY.value, abs=0.2)


def test_mounting_turns_the_sensor_and_nothing_else() -> None:
    turn = np.array([[0.0, -1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
    parts = [Part(BACKWARD, Gait.WALK, 10, 1.0)]
    plain, _ = simulate(parts, worn=Worn(Placement.POCKET, mounting=np.eye(3), noise=0.0))
    turned, _ = simulate(parts, worn=Worn(Placement.POCKET, mounting=turn, noise=0.0))
    for name in ("acceleration", "angular_rate"):
        expected = plain.signals[name].values @ turn.T
        np.testing.assert_allclose(turned.signals[name].values, expected, atol=1e-9)


def test_sampling_rounding_and_range() -> None:
    worn = Worn(Placement.WRIST, rate_hz=60.0, decimals=1, range_g=2.0)
    recording, _ = simulate([Part(FORWARD, Gait.RUN, 10, 3.0)], worn=worn)
    force = recording.signals["acceleration"]
    assert force.rate_hz == pytest.approx(60, rel=0.01)
    np.testing.assert_allclose(force.values, np.round(force.values, 1), atol=1e-9)
    assert np.abs(force.values).max() <= 2 * claims.STANDARD_GRAVITY.value + 0.05


@pytest.mark.parametrize("placement", [Placement.WAIST, Placement.POCKET, Placement.WRIST])
def test_nothing_jerks_where_one_part_follows_another(placement: Placement) -> None:
    parts = [
        Part(FORWARD, Gait.RUN, 10, 3.0),
        STILL,
        Part(BACKWARD, Gait.RUN, 10, 2.0),
        Part(FORWARD, Gait.WALK, 10, 1.3),
    ]
    recording, _ = simulate([STILL, *parts, STILL], worn=Worn(placement, noise=0.0), seed=4)
    force = recording.signals["acceleration"]
    size = np.linalg.norm(force.values, axis=1)
    steady = [np.max(np.linalg.norm(force.between(start, start + 7).values, axis=1)) for start in (6.5, 21.5, 31.5)]
    assert size.max() < 1.5 * max(steady)


def test_laps_and_slope() -> None:
    up = Part(FORWARD, Gait.RUN, 100, 3.0, slope=0.1, lap="Hill")
    recording, truth = simulate([STILL, up], watch=Watch())
    assert [(lap.start_s, lap.end_s, lap.name) for lap in recording.about.laps] == [(5, 105, "Hill")]
    assert truth.ascent_m == pytest.approx(30, rel=0.02)


def test_the_same_seed_gives_the_same_samples_and_another_gives_others() -> None:
    parts = [Part(FORWARD, Gait.RUN, 10, 3.0)]
    first, second, other = (simulate(parts, worn=Worn(), watch=Watch(), seed=seed)[0] for seed in (1, 1, 2))
    for name, signal in first.signals.items():
        np.testing.assert_array_equal(signal.values, second.signals[name].values)
    assert not np.array_equal(first.signals["acceleration"].values, other.signals["acceleration"].values)


def test_the_demo_runner_has_six_weeks_of_every_kind() -> None:
    demo = demo_runner()
    starts = [recording.start for _, recording in demo]
    assert starts == sorted(starts)
    assert 35 <= (starts[-1] - starts[0]).days <= 43
    assert all(recording.about.simulated for _, recording in demo)
    kinds = {frozenset(recording.signals) for _, recording in demo}
    assert any("position" in kind for kind in kinds)
    assert any("acceleration" in kind for kind in kinds)
    assert any("speed" in kind and "position" not in kind for kind in kinds)
    assert max(recording.duration_s for _, recording in demo) > 6000
