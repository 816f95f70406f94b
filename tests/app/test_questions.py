"""What everybody asks, answered from one's own recordings, sessions and tests; silent where they say nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest

from backstride.app import Store, save_settings
from backstride.app.body import body_of
from backstride.app.questions import DAYS, Answer, answers
from backstride.recording import Grade
from backstride.session import Done
from tests import coached, made
from tests.app.test_body import keep

TODAY = made.START.date() + timedelta(days=3)


def answer(store: Store, key: str) -> Answer:
    return next(one for one in answers(store, TODAY) if one.question.key == key)


def test_who_has_nothing_gets_no_numbers(store: Store) -> None:
    assert not any(one.any for one in answers(store, TODAY))


def test_energy_is_the_sum_over_recordings_and_as_much_forward(store: Store) -> None:
    save_settings(store, {"mass_kg": "70"})
    ids = [keep(store, "one"), keep(store, "two", days=1)]
    found = answer(store, "calories").energy
    assert found
    assert (found.recordings, found.seconds) == (2, 640.0)
    costs = [body_of(store, id_).costs[0] for id_ in ids]
    assert found.backward.value == pytest.approx(sum(one.energy.energy_kj.value for one in costs if one.energy))
    assert found.same_distance.value == pytest.approx(
        sum(one.instead.distance.energy_kj.value for one in costs if one.instead)
    )
    assert found.same_distance.value < found.backward.value < found.same_time.value
    assert found.backward.low < found.backward.value < found.backward.high
    assert found.backward.grade < Grade.MEASURED
    assert found.backward.claims


def test_recordings_that_are_long_ago_say_nothing_of_now(store: Store) -> None:
    keep(store, "old", days=3 - DAYS - 2)
    assert answer(store, "calories").energy is None
    keep(store, "new", days=3 - DAYS + 2)
    assert answer(store, "calories").energy


def test_knees_at_the_own_speed_and_what_was_felt(store: Store) -> None:
    keep(store, "one")
    store.coach.save_session(coached.session("hurt", TODAY))
    store.coach.save_session(replace(coached.session("well", TODAY), pains=()))
    store.coach.save_session(replace(coached.session("silent", TODAY), rpe=None))
    store.coach.save_session(replace(coached.session("left out", TODAY), rpe=None, done=Done.SKIPPED))
    store.coach.save_session(coached.session("long ago", TODAY - timedelta(days=DAYS + 1)))
    found = answer(store, "knees").knees
    assert found
    assert found.speed_mps == pytest.approx(2.0, rel=0.01)
    assert found.backward
    assert found.forward
    assert found.backward.value < found.forward.value
    assert (found.pain, found.sessions) == (1.0, 2)


def test_at_a_speed_nobody_measured_there_is_no_load_of_the_knee(store: Store) -> None:
    keep(store, "fast", speeds=(9.0, 8.0))
    assert answer(store, "knees").knees is None


def test_the_heart_is_silent_without_a_heart_rate(store: Store) -> None:
    keep(store, "one")
    assert answer(store, "heart").heart is None
