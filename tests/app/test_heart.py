"""Heart and load from kept recordings: settings with their days, zones, lines, history, weeks, twins."""

from datetime import date, timedelta

import pytest
from sqlalchemy import delete

from backstride import gait
from backstride.app.heart import birth_year, heart_history, heart_of, people
from backstride.app.heart_settings import form_of, history, hold, let_go
from backstride.app.load import by_direction, load_of_session, weekly_load
from backstride.app.settings import save_settings
from backstride.errors import BadAnswers
from backstride.physiology.known import How
from backstride.physiology.pace import Line
from backstride.physiology.zones import Basis, Sex
from backstride.recording import Gait
from backstride.session import Session
from backstride.store import Store
from backstride.store.schema import heart
from tests import coached, made
from tests.hearts import B, F, keep

DAY = made.START.date()


def test_what_a_recording_tells_is_kept_and_comes_back(store: Store) -> None:
    id_ = keep(store, "one")
    found = heart_of(store, id_)
    backward, forward = found.ways
    assert (backward.direction, forward.direction) == (B, F)
    assert backward.mean - forward.mean == pytest.approx(22, abs=1)
    assert sum(backward.zones) == pytest.approx(backward.heard_s) == pytest.approx(900)
    assert backward.banister is None
    assert {way for way, line in found.lines.items() if isinstance(line, Line)} == {(B, Gait.RUN), (F, Gait.RUN)}
    assert found.step is not None
    assert found.step.gait is Gait.RUN
    assert found.step.own.low < 22 < found.step.own.high
    assert store.hearts.of(id_).parts == found.heard.parts
    assert store.hearts.of("nothing").parts == ()


def test_a_recording_without_a_heart_rate_has_work_but_no_heart(store: Store) -> None:
    found = heart_of(store, keep(store, "one", beats=False))
    assert not found.any
    assert [part.seconds for part in found.heard.parts] == [900, 900]
    assert people(store).on(DAY).highest.how is How.GUESSED


def test_settings_hold_from_their_day_on_and_change_what_was_kept(store: Store) -> None:
    id_ = keep(store, "one")
    before = heart_of(store, id_).ways[0]
    hold(store, {"from": str(DAY + timedelta(days=1)), "highest": "170", "resting": "50"}, DAY + timedelta(days=9))
    hold(store, {"from": str(DAY), "highest": "200", "resting": "60", "basis": "reserve"}, DAY + timedelta(days=9))
    one = heart_of(store, id_)
    assert one.person.told.basis is Basis.RESERVE
    assert one.ways[0].bounds[0] == pytest.approx(130)
    assert one.ways[0].banister is not None
    assert one.ways[0].zones != before.zones
    other = heart_of(store, keep(store, "two", days=2))
    assert other.person.highest.bpm == 170
    assert other.person.highest.beyond is (
        other.person.highest.seen is not None and other.person.highest.seen.bpm > 171
    )
    assert [one.from_day for one in history(store).held] == [DAY, DAY + timedelta(days=1)]
    assert history(store).on(DAY - timedelta(days=99)).highest == 200
    assert let_go(store, DAY)
    assert not let_go(store, DAY)
    assert len(history(store).held) == 1


def test_own_zones_for_going_backward(store: Store) -> None:
    id_ = keep(store, "one")
    form = {"basis": "own", "own": "100 120 140 160 180", "backward": "110, 130, 150, 170, 190"}
    held = hold(store, form, DAY)
    backward, forward = heart_of(store, id_).ways
    assert (backward.bounds[0], forward.bounds[0]) == (110, 100)
    assert form_of(held.told)["backward"] == "110 130 150 170 190"


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"highest": "many"}, "highest"),
        ({"highest": "20"}, "highest"),
        ({"highest": "nan"}, "highest"),
        ({"from": "tomorrow"}, "from"),
        ({"from": "2999-01-01"}, "from"),
        ({"basis": "moon"}, "basis"),
        ({"basis": "reserve"}, "resting"),
        ({"own": "1 2 3"}, "own"),
        ({"own": "a b"}, "own"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_nothing_is(store: Store, form: dict[str, str], field: str) -> None:
    with pytest.raises(BadAnswers) as refused:
        hold(store, form, DAY)
    assert field in refused.value.fields
    assert history(store).held == ()


def test_a_body_that_cannot_be_read_is_left_out(store: Store) -> None:
    store.measuring.save_setting("heart", DAY, '{"basis": "of another version"}')
    store.measuring.save_setting("heart", DAY + timedelta(days=1), "no JSON")
    assert history(store).held == ()


def test_history_shows_one_pace_over_time_and_who_shows_the_highest(store: Store) -> None:
    ids = [keep(store, f"r{k}", days=7 * k, extra=30 - 2 * k) for k in range(5)]
    found = heart_history(store, DAY + timedelta(days=60))
    backward = next(one for one in found.series if one.direction is B)
    rates = [row.bpm for row in backward.rows]
    assert [row.recording for row in backward.rows] == ids
    assert rates[0] - rates[-1] == pytest.approx(8, abs=1)
    assert all(abs(row.speed_mps / backward.speed_mps - 1) <= 0.1 for row in backward.rows)
    assert found.person.highest.seen is not None
    assert found.person.highest.seen.recording == ids[0]
    assert found.uptake is None
    hold(store, {"highest": "190", "resting": "50"}, DAY)
    assert heart_history(store, DAY).uptake is not None


def test_weeks_hold_load_by_direction_and_what_is_new(store: Store) -> None:
    first = DAY - timedelta(days=DAY.weekday())
    keep(store, "one")
    keep(store, "two", days=7)
    store.coach.save_session(Session("s", first, made.START, minutes=30.0, rpe=4.0))
    store.coach.save_session(Session("t", first, made.START, minutes=30.0))
    hold(store, {"highest": "200", "resting": "60"}, DAY)
    weeks = weekly_load(store, first - timedelta(days=7), 4)
    assert [one.first for one in weeks] == [first + timedelta(days=7 * k) for k in (-1, 0, 1, 2)]
    empty, one, two, _ = (row.week for row in weeks)
    assert empty.edwards == {}
    assert empty.banister is None
    assert (one.total, one.rated, one.unrated) == (120, 1, 1)
    assert one.tissue.backward_s == 900
    assert one.tissue.steps == 2250
    loads = by_direction(one.edwards)
    assert loads[B] > loads[F] > 0
    assert one.banister
    assert two.edwards == pytest.approx(one.edwards)


def test_a_session_recorded_by_two_counts_once_and_the_one_with_a_heart_rate(store: Store) -> None:
    silent = keep(store, "phone", beats=False)
    heard = keep(store, "watch", shift_s=3)
    assert store.recordings.get(heard).twins == (silent,)
    (week,) = weekly_load(store, DAY, 1)
    assert week.week.tissue.backward_s == 900
    assert week.week.edwards
    session = Session("s", DAY, made.START, minutes=30.0, rpe=5.0, recordings=(silent, heard))
    load = load_of_session(store, session)
    assert load.effort == 150
    assert load.edwards == pytest.approx(sum(week.week.edwards.values()))
    assert load.tissue.backward_s == 900
    alone = load_of_session(store, Session("t", DAY, made.START, recordings=(silent,)))
    assert (alone.effort, alone.edwards, alone.banister) == (None, None, None)


def test_recordings_kept_before_the_heart_was_listened_to_wait(store: Store) -> None:
    id_ = keep(store, "one")
    assert store.analyses.pending(gait.RECIPE) == ()
    with store.database.writing() as db:
        db.execute(delete(heart))
    assert store.analyses.pending(gait.RECIPE) == (id_,)


def test_everything_goes_with_its_recording(store: Store) -> None:
    id_ = keep(store, "one")
    store.recordings.remove(id_)
    assert store.hearts.parts() == ()
    assert store.hearts.highest() is None
    assert heart_history(store, date(2026, 5, 1)).series == ()


def test_settings_stand_in_for_what_was_not_asked_yet(store: Store) -> None:
    assert (birth_year(store), people(store).on(DAY).told.sex) == (None, Sex.NOT_SAID)
    save_settings(store, {"birth_year": "1990", "sex": "female"})
    assert (birth_year(store), people(store).on(DAY).told.sex) == (1990, Sex.FEMALE)
    hold(store, {"sex": "male"}, DAY)
    store.coach.save_answers(coached.ANSWERS)
    assert (birth_year(store), people(store).on(DAY).told.sex) == (1984, Sex.MALE)
