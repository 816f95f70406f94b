"""The simulated body obeys mechanics and what is published of both gaits in both directions."""

import numpy as np
import pytest

from backstride.evidence import Claim
from backstride.evidence import gait as claims
from backstride.recording import Direction, FloatArray, Gait, Placement
from backstride.simulate import Part, Person, Worn, draw_person, simulate
from backstride.simulate.body import Body, move
from backstride.simulate.feet import progress
from backstride.simulate.forces import springing
from backstride.simulate.frames import to_world

FORWARD, BACKWARD = Direction.FORWARD, Direction.BACKWARD
TRAVEL = {FORWARD: 1.0, BACKWARD: -1.0}
STILL = Part(Direction.STILL, Gait.NONE, 4)
MIDDLE_SPEED = 2.78  # of the 3 to 17 km/h over which the claims are means
SPEEDS = {(FORWARD, Gait.WALK): 1.2, (BACKWARD, Gait.WALK): 0.9, (FORWARD, Gait.RUN): 2.8, (BACKWARD, Gait.RUN): 2.0}


def moved(*parts: Part, person: Person | None = None, seed: int = 0) -> Body:
    return move(parts, person or Person(), np.random.default_rng(seed))


def rate_of_change(values: FloatArray, body: Body) -> FloatArray:
    return np.asarray(np.gradient(values, body.course.step_s, axis=0))


@pytest.mark.parametrize(("direction", "gait"), SPEEDS)
def test_runners_brake_while_falling_and_walkers_while_rising_whichever_way_they_go(
    direction: Direction, gait: Gait
) -> None:
    for seed in range(12):
        person = draw_person(np.random.default_rng(seed))
        body = moved(Part(direction, gait, 10, SPEEDS[direction, gait]), person=person, seed=seed)
        along = TRAVEL[direction] * body.rows["along"]
        push = rate_of_change(rate_of_change(along, body), body)
        coupling = np.corrcoef(push[50:-50], rate_of_change(body.rows["up"], body)[50:-50])[0, 1]
        assert coupling * (1 if gait is Gait.RUN else -1) > 0.3, seed


@pytest.mark.parametrize("side", [1, -1])
def test_a_flat_foot_does_not_slide_however_the_body_moves(side: int) -> None:
    body = moved(
        STILL,
        Part(FORWARD, Gait.WALK, 8, 1.3),
        Part(FORWARD, Gait.WALK, 8, 1.1, turned_rad=2.5),
        Part(BACKWARD, Gait.WALK, 8, 0.9),
        STILL,
        Part(Direction.TURNING, Gait.WALK, 2, turned_rad=np.pi),
        Part(Direction.SIDEWAYS, Gait.WALK, 8, 0.5),
        Part(FORWARD, Gait.RUN, 8, 3.0),
    )
    foot = body.segment("foot", side)
    speed = np.linalg.norm(rate_of_change(foot.place, body), axis=1)
    share = progress(body.course, side) / body.course.duty
    flat = np.convolve((share > 0.36) & (share < 0.48), np.ones(3), "same") == 3
    assert flat.sum() > 300
    assert speed[flat].max() < 0.02
    assert np.median(speed[share > 1.2]) > 0.8, "while it swings it does move"


@pytest.mark.parametrize(
    ("direction", "claim"), [(FORWARD, claims.FLIGHT_FORWARD_S), (BACKWARD, claims.FLIGHT_BACKWARD_S)]
)
def test_flight_lasts_as_published(direction: Direction, claim: Claim) -> None:
    _, truth = simulate([Part(direction, Gait.RUN, 30, MIDDLE_SPEED)])
    flight = truth.contact_s[1:] - truth.off_s[:-1]
    assert np.nanmean(flight) == pytest.approx(claim.value, abs=0.004)


@pytest.mark.parametrize(("direction", "peak"), [(FORWARD, 13.2), (BACKWARD, 15.7)])
def test_the_bounce_peaks_as_published(direction: Direction, peak: float) -> None:
    """Cavagna 2012: greatest upward acceleration, mean over 3 to 17 km/h."""
    body = moved(Part(direction, Gait.RUN, 30, MIDDLE_SPEED))
    upward = rate_of_change(rate_of_change(body.rows["up"], body), body)
    step = round(0.5 / body.course.rate_hz.mean() / body.course.step_s)
    peaks = upward[: len(upward) // step * step].reshape(-1, step).max(axis=1)
    assert np.mean(peaks) == pytest.approx(peak, rel=0.1)


def test_running_backward_lands_softly_and_takes_off_hard_and_forward_the_other_way() -> None:
    """Cavagna 2011."""
    share = (np.arange(1000) + 0.5) / 1000
    person = Person()
    rises = {way: np.mean(np.cumsum(springing(way, share)) < 0.5 * springing(way, share).sum())
             for way in (person.forward, person.backward)}  # fmt: skip
    assert rises[person.forward] < 0.49
    assert rises[person.backward] > 0.51
    forward, backward = springing(person.forward, share), springing(person.backward, share)
    assert forward[:100].mean() > 1.3 * forward[-100:].mean()
    assert backward[-100:].mean() > 1.3 * backward[:100].mean()


def test_a_runner_sinks_and_a_walker_rises_over_the_leg_as_measured() -> None:
    """Lee and Farley 1998: near the change of gait, 73 mm down in the first half of contact running; walking 31 mm up.
    Only the order of size is asked for: it is one speed of one study."""
    for gait, low, high in ((Gait.RUN, -0.100, -0.045), (Gait.WALK, 0.015, 0.050)):
        body = moved(Part(FORWARD, gait, 20, 2.0))
        contact, off = body.left.contact_s[1:-1], body.left.off_s[1:-1]
        clock, up = body.course.time_s, body.rows["up"]
        change = np.interp(0.5 * (contact + off), clock, up) - np.interp(contact, clock, up)
        assert low < np.median(change) < high


def test_walkers_speed_ripples_and_more_so_when_they_are_fast() -> None:
    ripple = []
    for speed in (0.7, 1.2, 1.8):
        body = moved(Part(FORWARD, Gait.WALK, 20, speed))
        ripple.append(np.ptp(rate_of_change(body.rows["along"], body)[50:-50]))
    assert 0.1 < ripple[0] < ripple[1] < ripple[2] < 0.5


def test_a_curve_is_felt_as_yaw_rate_times_speed() -> None:
    body = moved(Part(FORWARD, Gait.RUN, 40, 3.0, turned_rad=4 * np.pi), person=Person())
    course = body.course
    acceleration = rate_of_change(rate_of_change(body.segment("pelvis").place, body), body)
    inward = -acceleration[:, 0] * np.sin(course.facing) + acceleration[:, 1] * np.cos(course.facing)
    steady = slice(1000, 7000)
    expected = np.mean((rate_of_change(course.facing, body) * course.forward_mps)[steady])
    assert expected == pytest.approx(3.0 * 4 * np.pi / 40, rel=0.1)
    assert np.mean(inward[steady]) == pytest.approx(expected, rel=0.03)
    lean = np.mean(body.segment("pelvis").roll[steady])
    assert lean == pytest.approx(-np.arctan(expected / claims.STANDARD_GRAVITY.value), abs=0.02), "into the curve"


@pytest.mark.parametrize(("direction", "gait"), SPEEDS)
def test_the_push_of_a_start_that_the_sensor_feels_adds_up_to_the_speed(direction: Direction, gait: Gait) -> None:
    speed = SPEEDS[direction, gait]
    parts = (STILL, Part(direction, gait, 8, speed))
    worn = Worn(Placement.WAIST, mounting=np.eye(3), noise=0.0, rate_hz=200.0)
    recording, _ = simulate(parts, worn=worn, seed=2)
    waist = move(parts, Person(), np.random.default_rng(2)).segment("waist")
    force = recording.signals["acceleration"].values
    felt = to_world(waist, force)[:, 0]
    gained = np.cumsum(felt)[1600 - 1 :: 1] / 200
    assert TRAVEL[direction] * np.mean(gained) == pytest.approx(speed, rel=0.12, abs=0.08)


@pytest.mark.parametrize("gait", [Gait.WALK, Gait.RUN])
def test_backward_is_forward_reversed_nearly_but_not_quite(gait: Gait) -> None:
    """Lee 2013: nearly identical; but contact is toes first, the reach shorter and the bounce another."""
    shorter = []
    for seed in range(7):
        person = draw_person(np.random.default_rng(seed))
        for name in ("thigh_left", "knee_left"):
            there = over_a_stride(name, Part(FORWARD, gait, 20, 1.1 if gait is Gait.WALK else 2.2), person)
            back = over_a_stride(name, Part(BACKWARD, gait, 20, 1.1 if gait is Gait.WALK else 2.2), person)
            same, turned = (best_fit(curve, there) for curve in (back, back[::-1]))
            assert 0.9 < turned < 0.9995
            assert turned > same + 0.002
            shorter.append(np.ptp(back) / np.ptp(there))
    assert np.median(shorter) < 0.97


def over_a_stride(row: str, part: Part, person: Person) -> FloatArray:
    body = moved(part, person=person)
    bins = np.digitize(body.course.phase % 1.0, np.linspace(0, 1, 65)) - 1
    return np.array([body.rows[row][bins == k].mean() for k in range(64)])


def best_fit(one: FloatArray, other: FloatArray) -> float:
    return max(float(np.corrcoef(np.roll(one, k), other)[0, 1]) for k in range(64))


def test_people_differ_and_each_stays_themselves() -> None:
    cadences = []
    for seed in range(20):
        person = draw_person(np.random.default_rng(seed))
        _, truth = simulate([Part(FORWARD, Gait.WALK, 15, 1.3)], person=person)
        cadences.append(60 / np.diff(truth.contact_s).mean())
    assert np.std(cadences) > 4
    assert 85 < min(cadences) < max(cadences) < 145
    again = draw_person(np.random.default_rng(3))
    assert again.forward.run_cadence == draw_person(np.random.default_rng(3)).forward.run_cadence
