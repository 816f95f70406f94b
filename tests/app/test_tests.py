"""Tests as they are kept: forms, recordings, when they are due, and what the ladder takes from them."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from backstride.app import planning
from backstride.app.tests import balance_known, from_recording, history, overview, record_trial, remove_trial
from backstride.assess import TESTS
from backstride.errors import BadAnswers, NotAllowed, NotFound
from backstride.plan.kinds import Limit
from backstride.recording import About, Recording, Side, Signal
from backstride.store import NewFile, NewRecording, Store, pack, pack_original
from tests import coached, made
from tests.assess.test_sway import standing

DAY = coached.FIRST
WELL = replace(coached.ANSWERS.health, symptoms=frozenset(), limits=frozenset())


def say_of(store: Store, test: str, value: str, **more: str) -> float:
    return record_trial(store, {"test": test, "value": value, **more}, DAY + timedelta(days=60)).value


def kept(store: Store, recording: Recording) -> str:
    original = pack_original("a.csv", b"a")
    (id_,) = store.recordings.add(NewFile(original, (NewRecording(pack(recording), made.analysed()),))).ids
    return id_


def test_a_form_becomes_a_try(store: Store) -> None:
    one = record_trial(store, {"test": "stance-open", "value": "12,5", "side": "left", "notes": "barefoot"}, DAY)
    assert (one.value, one.side, one.day, one.practice, one.notes) == (12.5, Side.LEFT, DAY, False, "barefoot")
    assert store.measuring.trials() == (one,)
    assert remove_trial(store, one.id) == one
    with pytest.raises(NotFound):
        remove_trial(store, one.id)


def test_minutes_are_read_where_seconds_are_meant(store: Store) -> None:
    assert say_of(store, "time-trial", "1:45,5", condition="400 m") == 105.5
    with pytest.raises(BadAnswers):
        say_of(store, "hop", "1:10", side="left")


def test_every_fault_is_told_at_once(store: Store) -> None:
    form = {"test": "hop", "value": "far", "day": "2199-01-01", "practice": "perhaps"}
    with pytest.raises(BadAnswers) as bad:
        record_trial(store, form, DAY)
    assert set(bad.value.fields) == {"value", "side", "day", "practice"}
    with pytest.raises(BadAnswers) as bad:
        record_trial(store, {"test": "economy", "condition": "3:00 min/km"}, DAY)
    assert set(bad.value.fields) == {"value", "condition"}
    for value in ("nan", "inf", "1e9", "-1"):
        with pytest.raises(BadAnswers):
            record_trial(store, {"test": "walk-3m", "value": value}, DAY)
    with pytest.raises(NotFound):
        record_trial(store, {"test": "none", "value": "1"}, DAY)
    assert store.measuring.trials() == ()


def test_the_first_try_is_practice_unless_it_is_said(store: Store) -> None:
    assert record_trial(store, {"test": "walk-3m", "value": "4"}, DAY).practice
    assert not record_trial(store, {"test": "walk-3m", "value": "4"}, DAY).practice
    assert not record_trial(store, {"test": "505", "value": "2.6", "side": "left", "practice": "no"}, DAY).practice


def test_the_condition_is_that_of_the_last_try(store: Store) -> None:
    assert record_trial(store, {"test": "economy", "value": "150"}, DAY).condition == "6:00 min/km"
    record_trial(store, {"test": "economy", "value": "150", "condition": "5:00 min/km"}, DAY)
    assert record_trial(store, {"test": "economy", "value": "150"}, DAY).condition == "5:00 min/km"


def test_a_list_says_what_is_known_and_due(store: Store) -> None:
    assert [state.test.key for state in overview(store, DAY)] == list(TESTS)
    for side, value in (("left", "20"), ("right", "30")):
        record_trial(store, {"test": "stance-open", "value": value, "side": side}, DAY)
    (state,) = (one for one in overview(store, DAY) if one.test.key == "stance-open")
    assert [one.value for one in state.last] == [20, 30]
    assert state.due == DAY + timedelta(days=14)
    assert all(one.due is None and not one.last for one in overview(store, DAY) if one.test.key != "stance-open")
    seen = history(store, "stance-open")
    assert [one.value for one in seen.results] == [20, 30]
    assert [one.value for one in seen.trials] == [30, 20]


def test_what_a_person_told_speaks_against_a_test(store: Store) -> None:
    assert not any(one.against for one in overview(store, DAY))
    store.coach.save_answers(replace(coached.ANSWERS, health=replace(WELL, limits=frozenset({Limit.KNEE}))))
    speaks = {one.test.key: [str(line) for line in one.against] for one in overview(store, DAY)}
    assert any("knee" in line for line in speaks["hop"])
    assert not any("knee" in line for line in speaks["sit-and-reach"])
    store.coach.save_answers(coached.ANSWERS)
    assert all("until a doctor" in str(one.against[0]) for one in overview(store, DAY))


def test_the_ladder_takes_the_newest_balance_tests(store: Store) -> None:
    health = replace(WELL, stance_s=8.0, backward_3m_s=None)
    assert balance_known(store, health, DAY) == health
    record_trial(store, {"test": "stance-open", "value": "40", "side": "left", "day": str(DAY - timedelta(1))}, DAY)
    assert balance_known(store, health, DAY).stance_s == 8.0, "typed after that test"
    later = DAY + timedelta(days=5)
    record_trial(store, {"test": "stance-open", "value": "35", "side": "left"}, later)
    record_trial(store, {"test": "stance-open", "value": "25", "side": "right"}, later)
    record_trial(store, {"test": "walk-3m", "value": "9"}, later)
    record_trial(store, {"test": "walk-3m", "value": "3.1"}, later)
    known = balance_known(store, health, DAY)
    assert (known.stance_s, known.backward_3m_s) == (25.0, 3.1)


def test_a_test_reaches_where_a_person_stands(store: Store) -> None:
    store.coach.save_answers(replace(coached.ANSWERS, health=WELL))
    planning.new_plan(store, DAY)
    before = planning.stage_now(store, DAY)
    planning.adapt_plan(store, DAY)
    record_trial(store, {"test": "stance-open", "value": "33", "side": "left"}, DAY)
    after = planning.stage_now(store, DAY)
    assert before
    assert after
    assert before.record.stance_s != after.record.stance_s == 33.0


def test_sway_comes_from_a_recording_once(store: Store) -> None:
    id_ = kept(store, standing())
    (one,) = from_recording(store, id_[:12], {"test": "sway", "condition": "eyes closed"}, DAY)
    assert one.value == pytest.approx(66.7, rel=0.03)
    assert (one.recording, one.condition, one.day) == (id_, "eyes closed", DAY)
    assert one.details["seconds"] == pytest.approx(30, abs=0.1)
    from_recording(store, id_, {"test": "sway"}, DAY + timedelta(days=9))
    assert store.measuring.trials()[0].day == DAY, "the day of the recording"
    (again,) = store.measuring.trials()
    assert again.details == pytest.approx(one.details)


def test_a_recording_that_is_not_fit_keeps_nothing(store: Store) -> None:
    id_ = kept(store, standing(seconds=15))
    with pytest.raises(NotAllowed, match="stands still"):
        from_recording(store, id_, {"test": "sway"}, DAY)
    with pytest.raises(NotAllowed, match="not read from a recording"):
        from_recording(store, id_, {"test": "hop"}, DAY)
    with pytest.raises(BadAnswers):
        from_recording(store, id_, {"test": "reaction", "cues": "2 x"}, DAY)
    with pytest.raises(NotFound):
        from_recording(store, "0" * 64, {"test": "sway"}, DAY)
    assert store.measuring.trials() == ()


def test_heart_rate_at_a_pace_is_that_of_its_last_minutes(store: Store) -> None:
    time_s = np.arange(0, 1500.0)
    speed = np.where(time_s < 300, 2.0, 1000 / 360)
    heart = np.where(time_s < 1200, 150.0, 140.0)
    signals = {"speed": Signal(time_s, speed, "m/s"), "heart_rate": Signal(time_s, heart, "bpm")}
    id_ = kept(store, Recording(made.START, signals, About()))
    (one,) = from_recording(store, id_, {"test": "economy", "condition": "6:00 min/km"}, DAY)
    assert one.value == pytest.approx(140, abs=0.5)
    with pytest.raises(NotAllowed, match="5:00 min/km was not kept for 8 minutes"):
        from_recording(store, id_, {"test": "economy", "condition": "5:00 min/km"}, DAY)


def test_sides_and_counting_are_put_beside_each_other(store: Store) -> None:
    for side, value in (("left", "1.0"), ("right", "1.25")):
        record_trial(store, {"test": "hop", "value": value, "side": side, "practice": "no"}, DAY)
    both = history(store, "hop").both
    assert both
    assert both.share == pytest.approx(0.8)
    record_trial(store, {"test": "dual-task", "value": "3.6", "practice": "no"}, DAY)
    assert history(store, "dual-task").slowed is None
    record_trial(store, {"test": "walk-3m", "value": "3.0", "practice": "no"}, DAY)
    assert history(store, "dual-task").slowed == pytest.approx(0.2)
    assert history(store, "walk-3m").slowed is None


def test_several_stretches_of_standing_are_tries_in_the_order_of_their_time(store: Store) -> None:
    """Of five the first three count, as they came."""
    parts = [standing(first=0.05 + 0.02 * n, second=0.0, seconds=38) for n in range(5)]
    apart = parts[0].duration_s + 0.01
    signals = [part.signals["acceleration"] for part in parts]
    time_s = np.concatenate([one.time_s + n * apart for n, one in enumerate(signals)])
    values = np.concatenate([one.values for one in signals])
    whole = Recording(made.START, {"acceleration": Signal(time_s, values, "m/s2", ("x", "y", "z"))}, About())
    from_recording(store, kept(store, whole), {"test": "sway", "temperature": "21"}, DAY)
    (day,) = history(store, "sway").results
    assert len(day.counted) == 3
    assert [one.value for one in day.counted] == pytest.approx([50 / 2**0.5, 70 / 2**0.5, 90 / 2**0.5], rel=0.05)
    assert {one.at.date() for one in day.counted} == {made.START.date()}
    assert {one.details["temperature"] for one in day.counted} == {21.0}
