"""Logging a session: whatever a form says is kept or refused with every fault at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from backstride.app import sessions
from backstride.app.session_form import PAIN_KEYS
from backstride.errors import BadAnswers, NotFound
from backstride.recording import Side
from backstride.session import BodyPart, Done, Glances, Pain
from backstride.store import Store
from tests import coached, made

TODAY = coached.FIRST + timedelta(days=3)
WHOLE = {
    "day": "2026-03-02",
    "done": "part",
    "minutes": "32,5",
    "rpe": "3.5",
    "pain.knee-left": "4",
    "pain.lower back": "2",
    "pain.front-of-the-thigh-right": "1",
    "pain.neck": "0",
    "falls": "0",
    "near_falls": "1",
    "glances": "both",
    "easy_stops": "yes",
    "notes": " Wind\r\nfrom behind ",
}


def test_everything_a_form_says_is_kept(store: Store) -> None:
    logged = sessions.log(store, WHOLE, TODAY)
    one = logged.session
    assert logged.adapted is None
    assert store.coach.session(one.id) == one
    assert (one.day, one.done, one.minutes, one.rpe) == (coached.FIRST, Done.PART, 32.5, 3.5)
    assert set(one.pains) == {
        Pain(BodyPart.KNEE, Side.LEFT, 4),
        Pain(BodyPart.LOWER_BACK, Side.UNKNOWN, 2),
        Pain(BodyPart.THIGH_FRONT, Side.RIGHT, 1),
    }
    assert (one.near_falls, one.glances, one.easy_stops) == (1, Glances.BOTH, True)
    assert one.notes == "Wind\r\nfrom behind"
    assert (one.planned, one.stage, one.workout, one.recordings, one.measured) == ("", "", "", (), None)


def test_little_is_enough(store: Store) -> None:
    one = sessions.log(store, {"minutes": "20"}, TODAY).session
    assert (one.day, one.done, one.rpe, one.pains, one.glances, one.easy_stops) == (
        TODAY,
        Done.ALL,
        None,
        (),
        None,
        None,
    )
    skipped = sessions.log(store, {"done": "skipped"}, TODAY).session
    assert skipped.minutes == 0
    assert sessions.count(store) == 2


def test_every_fault_is_told_at_once_and_nothing_is_kept(store: Store) -> None:
    form = {
        "day": "2026-03-09",
        "done": "nearly",
        "minutes": "nan",
        "rpe": "11",
        "pain.knee-left": "4.5",
        "pain.tail": "1",
        "falls": "-1",
        "near_falls": "many",
        "glances": "three",
        "easy_stops": "perhaps",
        "notes": "x" * 4001,
        "recordings": "none",
    }
    with pytest.raises(BadAnswers) as caught:
        sessions.log(store, form, TODAY)
    assert set(caught.value.fields) == set(form)
    assert sessions.count(store) == 0
    with pytest.raises(BadAnswers) as caught:
        sessions.log(store, {}, TODAY)
    assert set(caught.value.fields) == {"minutes"}
    for day in ("yesterday", "2010-01-01", "0001-01-01"):
        with pytest.raises(BadAnswers):
            sessions.log(store, {"day": day, "minutes": "1"}, TODAY)


def test_a_form_that_names_what_is_not_there(store: Store) -> None:
    for form in ({"session": "none"}, {"planned": "none"}):
        with pytest.raises(NotFound):
            sessions.log(store, form, TODAY)


def test_recordings_are_named_in_a_list_or_one_by_one(store: Store) -> None:
    first, second = (store.recordings.add(made.new_file(content)).ids[0] for content in (b"1", b"2"))
    one = sessions.log(store, {"recordings": f"{first}, {second}"}, TODAY).session
    assert (set(one.recordings), one.minutes) == ({first, second}, 2.0)
    assert one.measured
    again = sessions.log(store, {"session": one.id, f"recording.{first}": "on", "recording.x": ""}, TODAY).session
    assert again.recordings == (first,)
    kept = sessions.log(store, {"session": one.id, "rpe": "2"}, TODAY).session
    assert (kept.recordings, kept.rpe, kept.id) == ((first,), 2.0, one.id)
    none = sessions.log(store, {"session": one.id, "recordings": ""}, TODAY).session
    assert (none.recordings, none.measured) == ((), None)
    assert sessions.session_of(store, first) is None
    assert [proposed.id for proposed in sessions.propose_recordings(store, coached.FIRST)] == [first]


def test_choosing_none_says_something_only_where_there_is_one(store: Store) -> None:
    nothing_there = sessions.log(store, {"minutes": "1", "day": "2026-03-02", "recordings": ""}, TODAY).session
    (id_,) = store.recordings.add(made.new_file()).ids
    assert sessions.session(store, nothing_there.id).recordings == (id_,)
    none_of_it = sessions.log(store, {"session": nothing_there.id, "minutes": "1", "recordings": ""}, TODAY).session
    assert sessions.session(store, none_of_it.id).recordings == ()


def test_a_recorded_session_is_told_later(store: Store) -> None:
    one = coached.planned("p1", one=coached.workout(minutes=2.0))
    store.coach.save_plan(coached.plan(one))
    (id_,) = store.recordings.add(made.new_file()).ids
    assert [(row.id, row.backward_s) for row in sessions.propose_recordings(store, one)] == [(id_, 30.0)]
    assert not sessions.is_told(sessions.session(store, "p1"))
    told = sessions.log(store, {"planned": "p1", "rpe": "4", "recordings": id_}, TODAY).session
    assert (told.id, told.stage, told.recordings, sessions.is_told(told)) == ("p1", "walk", (id_,), True)


def test_removing_a_log(store: Store) -> None:
    one = sessions.log(store, {"minutes": "5"}, TODAY).session
    sessions.remove(store, one.id)
    assert sessions.sessions(store) == ()
    with pytest.raises(NotFound):
        sessions.session(store, one.id)


def test_many_at_once_are_all_kept(store: Store) -> None:
    def log(number: int) -> str:
        with Store(store.folder, store.url) as own:
            return sessions.log(own, {"minutes": str(number + 1)}, TODAY).session.id

    with ThreadPoolExecutor(4) as pool:
        ids = set(pool.map(log, range(12)))
    assert {one.id for one in sessions.sessions(store)} == ids
    assert len(ids) == 12


anything = some.text(max_size=12)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    some.dictionaries(
        some.sampled_from([*WHOLE, "recordings", "recording.x", *sorted(PAIN_KEYS)[:5]])
        | anything.map("pain.{}".format)
        | anything,
        some.sampled_from([*WHOLE.values(), "-0", "1e999", "inf", "0x10", "\u0664", "9" * 400]) | anything,
        max_size=8,
    )
)  # fmt: skip
def test_no_form_does_harm(sqlite_store: Store, form: dict[str, str]) -> None:
    try:
        one = sessions.log(sqlite_store, form, TODAY).session
    except (BadAnswers, NotFound):
        return
    assert sessions.session(sqlite_store, one.id) == one
    assert 0 <= one.minutes <= 24 * 60
    assert one.rpe is None or 0 <= one.rpe <= 10
    assert all(1 <= pain.level <= 10 for pain in one.pains)
