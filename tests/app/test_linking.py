"""Recordings find their sessions where there is no doubt, and are proposed where there is."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import event

from backstride.app import remove
from backstride.app.linking import settle
from backstride.app.measuring import renew
from backstride.app.sessions import link, propose_recordings
from backstride.plan.kinds import Focus
from backstride.recording import Direction
from backstride.session import Done
from backstride.store import Digest, NewFile, NewRecording, Store, pack, pack_original
from tests import coached, made

DAY = coached.FIRST


def recorded(store: Store, content: bytes, minutes: float = 30.0, backward_s: float = 600.0, hours: float = 0.0) -> str:
    """A recording on the plan's first day. Hours apart: twins would be one."""
    start = made.START + timedelta(hours=hours)
    one = replace(made.analysed(), digest=Digest(100.0, {Direction.BACKWARD: backward_s}, ()))
    packed = replace(pack(made.recording(start, sport=f"sport {content!r}")), duration_s=minutes * 60)
    (id_,) = store.recordings.add(NewFile(pack_original("a.fit", content), (NewRecording(packed, one),))).ids
    return id_


def logged(store: Store, id_: str = "s1", **changes: object) -> None:
    one = replace(coached.session(id_), minutes=30.0, measured=None)
    store.coach.save_session(replace(one, **changes))  # type: ignore[arg-type]


def links(store: Store) -> dict[str, tuple[str, ...]]:
    return {one.id: one.recordings for one in store.coach.sessions()}


def test_a_recording_and_a_logged_session_of_a_day_find_each_other(store: Store) -> None:
    logged(store)
    id_ = recorded(store, b"1")
    assert settle(store) == 1
    assert links(store) == {"s1": (id_,)}
    assert not store.coach.session_row("s1").chosen
    assert settle(store) == 0


def test_the_other_way_round_too(store: Store) -> None:
    id_ = recorded(store, b"1", backward_s=0.0)  # as long as was said
    assert settle(store) == 0
    logged(store)
    assert settle(store) == 1
    assert links(store) == {"s1": (id_,)}


def test_a_planned_session_that_was_recorded_is_known_to_be_done(store: Store) -> None:
    store.coach.save_plan(coached.plan(coached.planned("p1"), coached.planned("p2", DAY + timedelta(days=1))))
    id_ = recorded(store, b"1", backward_s=500.0)
    settle(store)
    (one,) = store.coach.sessions()
    assert (one.id, one.planned, one.recordings, one.minutes, one.done) == ("p1", "p1", (id_,), 30.0, Done.ALL)
    assert (one.rpe, one.stage) == (None, "")  # nobody said how it felt: it moves nobody up


def test_half_a_session_is_a_part_of_it(store: Store) -> None:
    store.coach.save_plan(coached.plan(coached.planned("p1")))
    recorded(store, b"1", backward_s=400.0)
    settle(store)
    assert store.coach.session("p1").done is Done.PART


@pytest.mark.parametrize(
    ("focus", "backward_s", "fits"),
    [
        (Focus.BACKWARD, 0.0, False),
        (Focus.TEST, 60.0, True),
        (Focus.FORWARD, 0.0, True),
        (Focus.FORWARD, 60.0, False),
        (Focus.STRENGTH, 0.0, False),
        (Focus.MOBILITY, 60.0, False),
    ],
)
def test_what_was_meant_decides_what_fits(sqlite_store: Store, focus: Focus, backward_s: float, fits: bool) -> None:
    sqlite_store.coach.save_plan(coached.plan(coached.planned("p1", one=coached.workout(focus))))
    recorded(sqlite_store, b"1", backward_s=backward_s)
    assert settle(sqlite_store) == fits


def test_two_recordings_of_one_session_are_proposed(store: Store) -> None:
    logged(store)
    first, second = recorded(store, b"1", 25.0), recorded(store, b"2", hours=3)
    assert settle(store) == 0
    assert links(store) == {"s1": ()}
    assert [one.id for one in propose_recordings(store, DAY)] == [first, second]
    assert [one.id for one in propose_recordings(store, coached.planned("p1"))] == [second, first]
    assert propose_recordings(store, DAY + timedelta(days=1)) == ()
    link(store, "s1", (second, first))
    assert links(store) == {"s1": (first, second)}
    assert propose_recordings(store, DAY) == ()


def test_two_that_fit_only_each_other_are_no_doubt(store: Store) -> None:
    logged(store, "short", minutes=10.0)
    logged(store, "long", minutes=60.0)
    short, long = recorded(store, b"1", 10.0, 0.0), recorded(store, b"2", 60.0, 0.0, hours=3)
    assert settle(store) == 2
    assert links(store) == {"short": (short,), "long": (long,)}


def test_what_was_left_out_or_unlinked_by_the_person_stays_alone(store: Store) -> None:
    logged(store, done=Done.SKIPPED)
    id_ = recorded(store, b"1")
    assert settle(store) == 0
    logged(store)
    link(store, "s1", (id_,))
    link(store, "s1", ())
    store.settings.write({"coach_looked_at": None})  # every day there is
    assert settle(store) == 0
    assert links(store) == {"s1": ()}


def test_days_are_those_of_the_persons_own_clock(store: Store) -> None:
    store.settings.write({"time_zone": "Pacific/Kiritimati"})  # 14 hours ahead: half past seven on the next morning
    logged(store)
    recorded(store, b"1")
    assert settle(store) == 0
    logged(store, "next", day=DAY + timedelta(days=1))
    assert settle(store) == 1
    assert links(store)["next"]


def test_what_a_recording_says_is_summed_up_again_when_it_changes(store: Store) -> None:
    logged(store)
    id_, other = recorded(store, b"1"), recorded(store, b"2", hours=3)
    link(store, "s1", (id_, other))
    measured = store.coach.session("s1").measured
    assert measured
    assert measured.seconds == {Direction.BACKWARD: 60.0, Direction.FORWARD: 60.0}
    assert (measured.backward_run_s, measured.longest_s, measured.transitions) == (60.0, 30.0, 0)
    store.analyses.save(id_, 0, made.analysed(120.0))
    renew(store)
    again = store.coach.session("s1").measured
    assert again
    assert again.longest_s == 60.0
    remove(store, id_)
    settle(store)
    left = store.coach.session("s1")
    assert left.recordings == (other,)
    assert left.measured
    assert left.measured.longest_s == 30.0
    remove(store, other)
    settle(store)
    assert store.coach.session("s1").measured is None


def test_an_import_of_many_is_looked_at_once(sqlite_store: Store) -> None:
    for n in range(40):
        recorded(sqlite_store, str(n).encode(), hours=24.0 * n)
        logged(sqlite_store, f"s{n}", day=DAY + timedelta(days=n))
    asked: list[str] = []
    event.listen(sqlite_store.database.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    assert settle(sqlite_store) == 40
    asked.clear()
    assert settle(sqlite_store) == 0
    settle(sqlite_store)
    asked.clear()
    settle(sqlite_store)
    assert len([one for one in asked if one.startswith("SELECT")]) <= 8
    assert not [one for one in asked if one.startswith(("INSERT", "UPDATE", "DELETE"))]


def test_a_recording_without_a_date_is_of_no_day(store: Store) -> None:
    logged(store, day=date(1970, 1, 1))
    one = replace(
        pack(made.recording(made.START, start_known=False)), start=made.START.replace(year=1970, month=1, day=1)
    )
    store.recordings.add(NewFile(pack_original("a.fit", b"1"), (NewRecording(one, made.analysed()),)))
    assert settle(store) == 0
