"""Course over ground against the compass."""

from datetime import UTC, datetime

import numpy as np
import pytest

from backstride.gait.compass import Compass, compass_evidence, course, hard_iron
from backstride.gait.frames import lay_frames
from backstride.gait.inertial import heading_axis
from backstride.recording import About, Direction, FloatArray, Gait, Placement, Recording, Signal
from backstride.simulate import Part, Watch, Worn, simulate
from tests.gait.felt import felt

START = datetime(2026, 1, 1, tzinfo=UTC)
FORWARD, BACKWARD, STILL = Direction.FORWARD, Direction.BACKWARD, Direction.STILL
DEGREE_M = np.radians(1) * 6_371_008.8


def loop(gait: Gait, speed: float) -> list[Part]:
    """Round a park: forward, a stop, backward, a stop, a bend."""
    once = [
        Part(FORWARD, gait, 20, speed),
        Part(STILL, Gait.NONE, 2),
        Part(BACKWARD, gait, 12, 0.6 * speed),
        Part(STILL, Gait.NONE, 2),
        Part(FORWARD, gait, 8, speed, turned_rad=1.3),
    ]
    return once * 5


def compassed(recording: Recording, placement: Placement) -> Compass | None:
    axis = heading_axis(recording)
    assert axis is not None
    return compass_evidence(recording, felt(recording, placement).trace, axis, lay_frames(recording, ()))


def travelled(points: FloatArray, step_s: float = 1.0) -> Signal:
    """Positions east and north in metres, near the equator, as a file holds them."""
    return Signal(
        np.asarray(np.arange(len(points)) * step_s, np.float64), points[:, ::-1] / DEGREE_M, "deg", ("lat", "lon")
    )


@pytest.mark.parametrize("placement", [Placement.WAIST, Placement.POCKET, Placement.CHEST, Placement.WRIST])
@pytest.mark.parametrize(("gait", "speed"), [(Gait.WALK, 1.4), (Gait.RUN, 3.0)])
def test_backward_is_half_a_turn_away_from_forward(placement: Placement, gait: Gait, speed: float) -> None:
    recording, truth = simulate(loop(gait, speed), worn=Worn(placement, compass=True), watch=Watch(), seed=4)
    compass = compassed(recording, placement)
    assert compass is not None
    frames = lay_frames(recording, ())
    true = np.zeros(len(frames))
    for bout in truth.bouts:
        where = frames.between(bout.start_s + 2.5, bout.end_s - 2.5)
        true[where] = {FORWARD: 1, BACKWARD: -1}.get(bout.direction, 0)
    first = (true == 1) & (frames.middle_s < 20)
    front = complex(np.sum((compass.travel * compass.concentration)[first]))
    odds = compass.odds(front)
    assert np.mean(odds[true != 0] != 0) > 0.9
    assert np.mean(np.sign(odds[true != 0]) == true[true != 0]) > 0.98
    assert np.array_equal(compass.odds(-front), -odds)


def test_without_a_compass_or_a_course_nothing_is_said() -> None:
    for compass, watch in ((False, Watch()), (True, None), (True, Watch(gps=False, speed=False))):
        worn = Worn(Placement.WAIST, compass=compass)
        recording, _ = simulate(loop(Gait.WALK, 1.4)[:5], worn=worn, watch=watch, seed=1)
        assert compassed(recording, Placement.WAIST) is None


def test_who_never_turns_cannot_have_the_devices_magnetism_taken_off() -> None:
    parts = [Part(FORWARD, Gait.WALK, 60, 1.4), Part(STILL, Gait.NONE, 2), Part(BACKWARD, Gait.WALK, 30, 0.9)]
    recording, _ = simulate(parts, worn=Worn(Placement.WAIST, compass=True), watch=Watch(), seed=1)
    assert compassed(recording, Placement.WAIST) is None


def circled(around: FloatArray, radius: float = 20.0, noise: float = 0.3) -> FloatArray:
    flat = np.stack((radius * np.cos(around), radius * np.sin(around), np.full(len(around), -40.0)), axis=1)
    turn = np.linalg.qr(np.random.default_rng(3).normal(size=(3, 3)))[0]
    return np.asarray((flat + np.random.default_rng(1).normal(0, noise, flat.shape)) @ turn.T + [30.0, -12.0, 55.0])


def test_the_middle_of_a_circle_is_the_devices_own_field() -> None:
    around = np.linspace(0, 2 * np.pi, 300)
    iron = hard_iron(circled(around))
    assert iron is not None
    left = np.linalg.norm(circled(around, noise=0) - iron, axis=1)
    assert np.ptp(left) < 1.0  # whatever is left along the axis of the circle is the same all round


@pytest.mark.parametrize(
    "readings",
    [
        circled(np.linspace(0, 2 * np.pi, 300))[:20],  # few
        circled(np.linspace(0, 1.5, 300)),  # part of a circle
        circled(np.tile([0.0, np.pi], 150)),  # there and back
        circled(np.linspace(0, 2 * np.pi, 300), radius=300.0),  # beside a magnet
        circled(np.linspace(0, 2 * np.pi, 300), noise=12.0),  # among machines
        np.tile([20.0, 5.0, -40.0], (300, 1)),
    ],
    ids=["few", "arc", "line", "strong", "wild", "still"],
)
def test_what_is_not_the_earths_field_all_round_is_refused(readings: FloatArray) -> None:
    assert hard_iron(readings) is None


def test_the_course_of_positions_at_one_hertz() -> None:
    walked = np.cumsum(np.tile([1.0, 1.0], (60, 1)), axis=0)
    stood = np.tile(walked[-1], (30, 1))
    about = Recording(START, {"position": travelled(np.concatenate((walked, stood)))}, About())
    ground = course(about)
    assert ground is not None
    way, spread = ground.at(np.array([30.0, 80.0, 500.0]))
    assert np.angle(way[0]) == pytest.approx(np.pi / 4, abs=0.01)
    assert 0.1 < spread[0] < 0.4
    assert way[1] == way[2] == 0
    assert np.isinf(spread[1:]).all()


def test_the_faster_the_surer_and_gaps_say_nothing() -> None:
    slow, fast = (np.outer(np.arange(60), [speed, 0.0]) for speed in (1.0, 4.0))
    spreads = []
    for points in (slow, fast):
        ground = course(Recording(START, {"position": travelled(points)}, About()))
        assert ground is not None
        spreads.append(float(ground.at(np.array([30.0]))[1][0]))
    assert spreads[1] < 0.5 * spreads[0]
    apart = course(Recording(START, {"position": travelled(fast, step_s=20.0)}, About()))
    assert apart is not None
    assert not apart.at(np.array([100.0]))[0].any()


def test_the_devices_own_course_serves_where_there_are_no_positions() -> None:
    time = np.arange(60.0)
    east = Signal(time, np.full(60, np.pi / 2), "rad")
    ground = course(Recording(START, {"course": east}, About()))
    assert ground is not None
    assert ground.at(np.array([10.0]))[0][0] == pytest.approx(1 + 0j)
    standing = course(Recording(START, {"course": east, "speed": Signal(time, np.zeros(60), "m/s")}, About()))
    assert standing is not None
    assert not standing.at(np.array([10.0]))[0].any()
    assert course(Recording(START, {}, About())) is None


def test_missing_samples_and_odd_shapes_do_no_harm() -> None:
    recording, _ = simulate(loop(Gait.WALK, 1.4), worn=Worn(Placement.WAIST, compass=True), watch=Watch(), seed=4)
    magnetic = recording.signals["magnetic_field"]
    holes = magnetic.values.copy()
    holes[::3] = np.nan
    holes[2000:4000] = np.nan
    signals = {**recording.signals, "magnetic_field": Signal(magnetic.time_s, holes, "uT", magnetic.axes)}
    compass = compassed(Recording(START, signals, recording.about), Placement.WAIST)
    assert compass is not None
    assert np.isfinite(compass.concentration).all()
    assert np.isfinite(compass.travel).all()
    flat = {**signals, "magnetic_field": Signal(magnetic.time_s, holes[:, 0].copy(), "uT")}
    assert compassed(Recording(START, flat, recording.about), Placement.WAIST) is None
