"""Numbers of form against steps and motion whose form is known."""

import numpy as np
import pytest

from backstride.gait import form
from backstride.gait.places import Course, find_course
from backstride.gait.view import View
from backstride.recording import Bout, Direction, FloatArray, Gait, Recording, Signal, Steps
from backstride.simulate import Part, simulate
from backstride.words import words
from backstride.words.quantities import show

FORWARD = Direction.FORWARD
NO_STEPS = Steps()
RECORDING, _ = simulate([Part(FORWARD, Gait.RUN, 60, 3.0)])


def course(recording: Recording) -> Course:
    return find_course(recording, (np.zeros(0), np.zeros(0)))


def view(steps: Steps = NO_STEPS, bouts: tuple[Bout, ...] = (), **found: Signal) -> View:
    spans = np.array([[b.start_s, b.end_s] for b in bouts if b.direction is FORWARD] or [[0.0, 60.0]])
    return View(RECORDING, course(RECORDING), steps, spans, bouts, False, found)


def ran(step_s: FloatArray, contact_s: FloatArray) -> Steps:
    on = np.cumsum(step_s)
    return Steps(on, on + contact_s)


def test_contact_flight_and_duty_of_even_steps() -> None:
    steps = ran(np.full(100, 0.35), np.full(100, 0.25))
    assert form.contact_time(view(steps)).value == pytest.approx(0.25)
    assert form.flight_time(view(steps)).value == pytest.approx(0.10)
    assert form.duty_factor(view(steps)).value == pytest.approx(100 * 0.25 / 0.70)


def test_a_step_whose_next_was_not_seen_has_no_flight() -> None:
    on = np.array([0.0, 0.35, 0.7, 10.0, 10.35])
    steps = Steps(on, np.append(on[:-1] + 0.25, np.nan))
    assert form.flight_time(view(steps)).high == pytest.approx(0.10)


def test_stiffness_is_that_of_the_spring_that_gives_the_half_sine() -> None:
    contact, flight = 0.25, 0.10
    time = np.linspace(0, contact, 20001)
    force = 9.80665 * 0.5 * np.pi * (flight / contact + 1) * np.sin(np.pi * time / contact)
    fall = 9.80665 * flight / 2
    speed = -fall + np.cumsum(force - 9.80665) * (time[1] - time[0])
    place = np.cumsum(speed) * (time[1] - time[0])
    found = form.stiffness_per_kg(np.array([contact]), np.array([flight]))
    assert found[0] == pytest.approx(force.max() / -place.min(), rel=0.01)
    # Cavagna 2012: 352 forward; Morin 2005 finds the like.
    assert 200 < found[0] < 500


def test_a_limp_shows_as_contact_asymmetry() -> None:
    contact = np.where(np.arange(100) % 2, 0.22, 0.26)
    assert form.contact_asymmetry(view(ran(np.full(100, 0.35), contact))).value == pytest.approx(100 * 0.04 / 0.24)
    assert form.contact_asymmetry(view(ran(np.full(100, 0.35), np.full(100, 0.24)))).value == pytest.approx(0)
    few = form.contact_asymmetry(view(ran(np.full(10, 0.35), contact[:10])))
    assert np.isnan(few.value)
    assert few.reason == form.TOO_FEW


def test_regularity_and_symmetry() -> None:
    time = np.arange(60.0)
    found = view(
        step_regularity=Signal(time, np.full(60, 0.6), "1"), stride_regularity=Signal(time, np.full(60, 0.8), "1")
    )
    assert form.step_regularity(found).value == pytest.approx(60)
    assert form.stride_regularity(found).value == pytest.approx(80)
    assert form.step_symmetry(found).value == pytest.approx(75)
    assert form.step_symmetry(view()).reason == form.NO_TRUNK


def test_stride_variability_is_within_one_gait() -> None:
    generator = np.random.default_rng(3)
    stride = np.concatenate((generator.normal(1.1, 0.022, 400), generator.normal(0.7, 0.014, 400)))
    time = np.cumsum(stride)
    bouts = (
        Bout(0.0, time[399] + 0.1, FORWARD, Gait.WALK, 1.0),
        Bout(time[399] + 0.1, time[-1] + 1, FORWARD, Gait.RUN, 1.0),
    )
    found = form.stride_variability(view(NO_STEPS, bouts, stride_time=Signal(time, stride, "s")))
    assert found.value == pytest.approx(2.0, abs=0.15)


def test_drift_is_what_remains_when_the_gyroscope_creeps() -> None:
    time = np.arange(600) / 10
    creep, veer = np.radians(15) / 60, np.radians(-24) / 60
    heading = creep * time + veer * np.maximum(time - 20, 0)
    still = Bout(0.0, 20.0, Direction.STILL, Gait.NONE, 1.0)
    ahead = Bout(20.0, 60.0, FORWARD, Gait.WALK, 1.0)
    signal = Signal(time, heading, "rad")
    assert form.drift(view(NO_STEPS, (still, ahead), heading=signal)).value == pytest.approx(-24, abs=0.1)
    alone = form.drift(view(NO_STEPS, (Bout(0.0, 60.0, FORWARD, Gait.WALK, 1.0),), heading=signal))
    assert np.isnan(alone.value)
    assert alone.reason is not None


def test_every_row_has_a_label_and_a_unit_that_can_be_shown() -> None:
    german = words("de")
    for row in (*form.ROWS_OF_STEPS, *form.ROWS_OF_RHYTHM):
        assert german(row.label) != row.label.template
        shown = show(12.3, row.unit, german, key=row.key)
        assert shown.text
        assert shown.unit
