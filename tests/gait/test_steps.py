"""Steps, contacts and strides against signals whose course is known, and against the simulated runner."""

import numpy as np
import pytest
from numpy.typing import NDArray

from backstride.gait.bounce import Bounces, contact_share, find_contacts
from backstride.gait.inertial import heading_axis
from backstride.gait.motion import Piece, pieces
from backstride.gait.steps import sides, with_other_foot
from backstride.gait.strides import Strides, find_strides, toe_down
from backstride.gait.tempo import find_tempo
from backstride.gait.upright import Upright, set_upright
from backstride.recording import Direction, FloatArray, Gait, Placement, Recording
from backstride.simulate import Part, Truth, Worn, simulate

GRAVITY = 9.80665
RATE_HZ = 50.0
FORWARD, BACKWARD = Direction.FORWARD, Direction.BACKWARD


def felt(lift: FloatArray, spin: FloatArray | None = None, push: NDArray[np.complex128] | None = None) -> Upright:
    """A piece whose upright motion is given."""
    count = len(lift)
    still = np.zeros(count)
    force = np.stack((still, still, GRAVITY + lift), axis=1)
    turning = None if spin is None else np.stack((still, still, spin), axis=1)
    piece = Piece(0.0, RATE_HZ, force, turning, (0.0, count / RATE_HZ))
    turned = still if spin is None else spin
    return Upright(piece, lift, still.astype(complex) if push is None else push, still.astype(complex), turned, still)


def half_sines(share: float, step_s: float, seconds: float) -> tuple[FloatArray, FloatArray]:
    """Vertical acceleration of a body carried by half sines over `share` of each step, and when contacts begin."""
    time = np.arange(0, seconds, 1 / 1000)
    phase = (time / step_s) % 1.0
    force = np.where(phase < share, 0.5 * np.pi / share * np.sin(np.pi * phase / share), 0.0)
    # Averaged down to the clock of a piece, as a piece is made.
    every = round(1000 / RATE_HZ)
    return GRAVITY * (force.reshape(-1, every).mean(axis=1) - 1), np.arange(0, seconds, step_s) - 0.5 / RATE_HZ + 0.0005


def steps_of(upright: Upright, placement: Placement) -> Bounces:
    return find_contacts(upright, *find_tempo(upright, placement), placement)


def heard(recording: Recording, placement: Placement) -> Bounces:
    axis = heading_axis(recording)
    assert axis is not None
    return Bounces.chained([steps_of(set_upright(piece, axis), placement) for piece in pieces(recording)])


@pytest.mark.parametrize("share", [0.55, 0.7, 0.85, 0.95])
@pytest.mark.parametrize("step_s", [0.28, 0.34, 0.40])
def test_contact_and_flight_of_a_half_sine_come_out_as_they_went_in(share: float, step_s: float) -> None:
    lift, contact = half_sines(share, step_s, 40.0)
    found = steps_of(felt(lift), Placement.WAIST)
    inner = (found.landing_s > 5) & (found.landing_s < 35)
    assert inner.sum() == pytest.approx(30 / step_s, abs=1)
    assert np.median((found.off_s - found.landing_s)[inner]) == pytest.approx(share * step_s, abs=0.003)
    nearest = np.abs(found.landing_s[inner][:, None] - contact).min(axis=1)
    assert nearest.max() < 0.006


def test_the_height_of_the_bounce_is_that_of_the_ballistics() -> None:
    share, step_s = 0.7, 0.35
    lift, _ = half_sines(share, step_s, 40.0)
    fine = half_sines(share, step_s, 40.0)[0] - lift.mean()
    place = np.cumsum(np.cumsum(fine)) / RATE_HZ**2
    time = np.arange(len(place))
    inner = slice(round(10 * RATE_HZ), round(10 * RATE_HZ + 35 * step_s * RATE_HZ))
    place = place[inner] - np.polyval(np.polyfit(time[inner], place[inner], 2), time[inner])
    found = steps_of(felt(lift), Placement.WAIST)
    assert np.median(found.rise_m) == pytest.approx(np.ptp(place), rel=0.05)


def test_no_flight_is_stated_where_the_bounce_is_too_small_for_one() -> None:
    assert np.isnan(contact_share(np.array([0.3, 0.66]))).all()
    assert contact_share(np.array([0.5 * np.pi])) == pytest.approx(0.5, abs=0.003)
    lift = 2.5 * np.sin(2 * np.pi * 1.9 * np.arange(2000) / RATE_HZ)
    assert np.isnan(steps_of(felt(lift), Placement.WAIST).off_s).all()


@pytest.mark.parametrize("step_hz", [0.95, 1.2, 1.5, 2.0, 3.0])
def test_slow_steps_that_bounce_twice_are_counted_once(step_hz: float) -> None:
    time = np.arange(3000) / RATE_HZ
    turn = 2 * np.pi * step_hz * time
    lift = 0.6 * np.sin(turn) + 1.5 * np.sin(2 * turn + 0.7)
    upright = felt(lift, spin=0.4 * np.sin(0.5 * turn))
    _, tempo = find_tempo(upright, Placement.WAIST)
    assert np.median(tempo) == pytest.approx(step_hz, rel=0.04)
    assert len(steps_of(upright, Placement.WAIST).contact_s) == pytest.approx(60 * step_hz, abs=1)


def test_a_weak_bounce_loses_no_step() -> None:
    time = np.arange(2000) / RATE_HZ
    lift = 3 * np.sin(2 * np.pi * 2 * time)
    lift[(time > 20) & (time < 20.5)] *= 0.1
    found = steps_of(felt(lift, spin=0.4 * np.sin(2 * np.pi * time)), Placement.WAIST).contact_s
    assert np.diff(found[(found > 2) & (found < 38)]) == pytest.approx(0.5, abs=0.03)


def test_nothing_is_counted_where_nothing_repeats() -> None:
    noise = np.random.default_rng(0).normal(0, 0.02, 1000)
    middle, tempo = find_tempo(felt(noise, spin=noise[::-1].copy()), Placement.WAIST)
    assert len(middle) == 21
    assert np.isnan(tempo).mean() > 0.3
    assert not len(find_contacts(felt(noise), middle, np.full(len(middle), np.nan), Placement.WAIST).contact_s)


@pytest.mark.parametrize("front", [1 + 0j, 1j, np.exp(2.5j)])
@pytest.mark.parametrize("walking", [True, False])
def test_the_standing_leg_pushes_the_body_away_and_so_tells_its_side(front: complex, walking: bool) -> None:
    stride_s = 1.0
    time = np.arange(2000) / RATE_HZ
    # Running, the body is lowest in the middle of stance; walking, half a step before it.
    lift = 3 * np.cos(2 * np.pi * 2 * (time - (0.0 if walking else 0.25)) / stride_s)
    left_stands = np.cos(2 * np.pi * (time - 0.25) / stride_s)
    push = np.asarray(-0.8 * left_stands * 1j * front, np.complex128)
    found = steps_of(felt(lift, spin=0.3 * left_stands, push=push), Placement.WAIST)
    inner = (found.middle_s > 3) & (found.middle_s < 37)
    stance = found.middle_s + (0.25 if walking else 0.0)
    true = np.where(np.round((stance - 0.25) / 0.5) % 2 == 0, 1, -1)
    assert np.array_equal(sides(found, front)[inner], true[inner])
    assert not sides(found, None).any()


@pytest.mark.parametrize("placement", [Placement.WAIST, Placement.CHEST, Placement.POCKET, Placement.WRIST])
@pytest.mark.parametrize("part", [Part(FORWARD, Gait.WALK, 40, 1.2), Part(BACKWARD, Gait.WALK, 40, 0.7),
                                  Part(FORWARD, Gait.RUN, 40, 2.8), Part(BACKWARD, Gait.RUN, 40, 2.0)])  # fmt: skip
def test_every_step_of_a_simulated_person_is_found(placement: Placement, part: Part) -> None:
    recording, truth = simulate([part], worn=Worn(placement), seed=4)
    true = truth.contact_s[(truth.contact_s > 4) & (truth.contact_s < 36)]
    step = np.diff(true).mean()
    found = heard(recording, placement).contact_s
    found = found[(found > true[0] - 0.5 * step) & (found < true[-1] + 0.5 * step)]
    assert len(found) == pytest.approx(len(true), abs=1)
    assert 60 / np.diff(found).mean() == pytest.approx(60 / step, abs=0.6)


def foot(parts: list[Part], rate_hz: float = 100.0) -> tuple[Strides, Truth]:
    recording, truth = simulate(parts, worn=Worn(Placement.FOOT, rate_hz=rate_hz), seed=6)
    axis = heading_axis(recording)
    assert axis is not None
    found = [find_strides(piece, axis).between(*piece.keep_s) for piece in pieces(recording, 100.0)]
    return Strides.chained(found), truth


@pytest.mark.parametrize("rate_hz", [100.0, 60.0])
@pytest.mark.parametrize("part", [Part(FORWARD, Gait.WALK, 40, 1.3), Part(BACKWARD, Gait.WALK, 40, 0.9),
                                  Part(FORWARD, Gait.RUN, 40, 2.8), Part(BACKWARD, Gait.RUN, 40, 2.0)])  # fmt: skip
def test_a_foot_sensor_measures_its_strides(part: Part, rate_hz: float) -> None:
    strides, truth = foot([part], rate_hz)
    inner = (strides.start_s > 4) & (strides.end_s < 36)
    speed = np.abs(strides.way[inner]).sum() / (strides.end_s[inner][-1] - strides.start_s[inner][0])
    assert speed == pytest.approx(part.speed_mps, rel=0.03)
    own = truth.contact_s[truth.side == 1]
    own = own[(own > 6) & (own < 34)]
    late = strides.contact_s[np.abs(strides.contact_s - own[:, None]).argmin(axis=1)] - own
    assert np.std(late) < 0.02
    # Slowly sampled shocks are soft: then contact is taken for earlier.
    assert np.abs(np.median(late)) < (0.04 if rate_hz == 100.0 else 0.09)


def test_backward_the_toes_come_down_first_and_forward_walking_the_heel() -> None:
    for part, sign in ((Part(FORWARD, Gait.WALK, 30, 1.3), -1), (Part(BACKWARD, Gait.WALK, 30, 0.9), 1)):
        pitch, rate = toe_down(foot([part])[0])
        assert np.mean(np.sign(pitch) == sign) > 0.9
        assert np.sign(np.median(rate)) == -sign  # then it comes down flat


def test_the_other_foot_steps_once_between_two_contacts_even_after_a_pause() -> None:
    none, both = np.zeros(4), np.zeros(4, complex)
    start = np.array([0.0, 1.0, 2.4, 9.0])
    end = np.array([1.0, 2.0, 3.4, 10.0])
    strides = Strides(start, end, np.full(4, 1.2 + 0j), both, none, end - 0.2, both, both)
    assert with_other_foot(strides) == pytest.approx([0.8, 1.3, 1.8, 2.5, 3.2, 9.8])


def test_without_a_gyroscope_a_foot_has_no_strides() -> None:
    piece = Piece(0.0, 100.0, np.ones((500, 3)), None, (0.0, 5.0))
    assert not len(find_strides(piece, np.array([1.0, 0, 0])).way)
