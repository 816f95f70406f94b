"""Sessions and their links to recordings: one owner a recording, and sums that are known to be old."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event

from backstride.errors import NotFound
from backstride.session import Measured, Session
from backstride.store import Store
from backstride.store.checking import check
from tests import coached, made


def kept(store: Store, content: bytes, days: int = 0) -> str:
    one = made.recording(made.START + timedelta(days=days))
    (id_,) = store.recordings.add(made.new_file(content, one)).ids
    return id_


def test_a_session_comes_back_whole_and_can_be_told_anew(store: Store) -> None:
    id_ = kept(store, b"1")
    one = coached.session("s1", coached.FIRST, id_, planned="p1")
    assert store.coach.save_session(one)
    assert store.coach.session("s1") == one
    again = replace(one, rpe=None, notes="", recordings=())
    assert store.coach.save_session(again)
    assert store.coach.session("s1") == again
    assert store.coach.count_sessions() == 1
    with pytest.raises(NotFound, match="no session s2"):
        store.coach.session("s2")


def test_a_nul_in_notes_comes_back(store: Store) -> None:
    store.coach.save_session(replace(coached.session(), notes="a\0b"))
    assert store.coach.session("s1").notes == "a\0b"


def test_sessions_of_days_oldest_first(store: Store) -> None:
    for n in (3, 1, 2):
        store.coach.save_session(coached.session(f"s{n}", coached.FIRST + timedelta(days=n)))
    days = [coached.FIRST + timedelta(days=n) for n in range(5)]
    assert [one.id for one in store.coach.sessions()] == ["s1", "s2", "s3"]
    assert [one.id for one in store.coach.sessions(days[2], days[3])] == ["s2", "s3"]
    assert [one.id for one in store.coach.sessions(limit=1)] == ["s3"]
    assert store.coach.count_sessions(until=days[1]) == 1
    assert {row.session.id for row in store.coach.session_rows(days[1:3])} == {"s1", "s2"}


def test_a_recording_belongs_to_one_session(store: Store) -> None:
    first, second = kept(store, b"1"), kept(store, b"2", 1)
    store.coach.save_session(coached.session("s1", coached.FIRST, second, first))
    assert store.coach.session("s1").recordings == (first, second)
    store.coach.save_session(coached.session("s2", coached.FIRST, first))
    assert store.coach.session("s1").recordings == (second,)
    assert store.coach.session_of(first) == "s2"
    assert [one.id for one in store.coach.loose()] == []
    assert store.coach.link("s2", ())
    assert [one.id for one in store.coach.loose()] == [first]
    assert store.coach.session_of(first) is None


def test_a_link_that_makes_itself_gives_way(store: Store) -> None:
    first, second = kept(store, b"1"), kept(store, b"2", 1)
    store.coach.save_session(coached.session("s1"))
    store.coach.save_session(coached.session("s2"), chosen=True)
    assert store.coach.link("s1", (first,), chosen=False)
    assert not store.coach.link("s1", (second,), chosen=False)  # it has one
    assert not store.coach.link("s2", (second,), chosen=False)  # the person said it has none
    store.coach.save_session(coached.session("s3"))
    assert not store.coach.link("s3", (first,), chosen=False)  # it is of another
    assert store.coach.session("s1").recordings == (first,)


def test_whatever_changes_what_recordings_say_leaves_the_session_waiting(store: Store) -> None:
    first, second = kept(store, b"1"), kept(store, b"2")
    store.coach.save_session(coached.session("s1", coached.FIRST, first, second))
    store.coach.save_session(coached.session("s2"))

    def waiting() -> list[str]:
        rows = store.coach.waiting()
        for row in rows:
            assert store.coach.renew(row.session.id, row.edition, Measured(longest_s=7.0))
        return [row.session.id for row in rows]

    assert waiting() == ["s1"]
    assert store.coach.session("s1").measured == Measured(longest_s=7.0)
    assert waiting() == []
    store.analyses.save(first, 0, made.analysed())
    assert waiting() == ["s1"]
    store.recordings.remove(first)
    assert waiting() == ["s1"]
    assert store.coach.session("s1").recordings == (second,)
    store.coach.link("s2", (second,))
    assert waiting() == ["s1", "s2"]
    assert list(check(store.database, store.files)) == []


def test_a_sum_of_before_is_not_kept(store: Store) -> None:
    id_ = kept(store, b"1")
    store.coach.save_session(coached.session("s1", coached.FIRST, id_))
    (row,) = store.coach.waiting()
    store.analyses.save(id_, 0, made.analysed())
    assert not store.coach.renew("s1", row.edition, Measured())
    assert [one.session.id for one in store.coach.waiting()] == ["s1"]


def test_a_removed_recording_that_comes_back_is_known_by_its_session(store: Store) -> None:
    id_ = kept(store, b"1")
    store.coach.save_session(coached.session("s1", coached.FIRST, id_))
    store.recordings.remove(id_)
    assert store.coach.session("s1").recordings == ()
    assert store.coach.session_row("s1").named == (id_,)
    kept(store, b"1")
    store.coach.link_named("s1")
    assert store.coach.session("s1").recordings == (id_,)


def test_a_twin_takes_the_place_of_a_recording_that_goes(store: Store) -> None:
    first = kept(store, b"1")
    twin = store.recordings.add(made.new_file(b"2")).ids[0]
    assert store.recordings.get(first).twins == (twin,)
    store.coach.save_session(coached.session("s1", coached.FIRST, first))
    store.recordings.remove(first)
    assert store.coach.session("s1").recordings == (twin,)
    assert [row.session.id for row in store.coach.waiting()] == ["s1"]
    store.recordings.remove(twin)
    assert store.coach.session("s1").recordings == ()
    assert list(check(store.database, store.files)) == []


def test_removing_a_session_leaves_its_recordings(store: Store) -> None:
    id_ = kept(store, b"1")
    store.coach.save_session(coached.session("s1", coached.FIRST, id_))
    store.coach.remove_session("s1")
    assert [one.id for one in store.coach.loose()] == [id_]
    with pytest.raises(NotFound):
        store.coach.remove_session("s1")


def test_loose_recordings_by_when_they_began_and_came(store: Store) -> None:
    first, second = kept(store, b"1"), kept(store, b"2", 1)
    (one, two) = store.coach.loose()
    assert (one.id, one.backward_s, one.duration_s) == (first, 30.0, made.recording().duration_s)
    assert [loose.id for loose in store.coach.loose(added=one.added_at)] == [second]
    assert [loose.id for loose in store.coach.loose(since=made.START, until=two.start)] == [first]
    assert store.coach.newest_arrival() == two.added_at


def test_many_who_log_the_same_planned_session_at_once_leave_one(store: Store) -> None:
    def log(number: int) -> bool:
        one = replace(coached.session("p1", planned="p1"), notes=str(number))
        with Store(store.folder, store.url) as own:
            return own.coach.save_session(one, only_new=number % 2 == 0)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(log, range(16)))
    assert store.coach.count_sessions() == 1
    assert store.coach.session_of_planned("p1") == store.coach.session("p1")
    assert store.coach.session_of_planned("") is None
    assert store.coach.logged_planned() == {"p1"}


def test_five_thousand_sessions_are_read_with_few_questions(sqlite_store: Store) -> None:
    day = date(2010, 1, 1)
    many = [coached.session(f"s{n}", day + timedelta(days=n)) for n in range(5000)]
    fill(sqlite_store, many)
    asked: list[str] = []
    event.listen(sqlite_store.database.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    assert len(sqlite_store.coach.sessions()) == 5000
    assert len(asked) <= 13  # the sessions, and their links 500 at a time, within BEGIN and COMMIT
    asked.clear()
    assert len(sqlite_store.coach.sessions(day, day + timedelta(days=41))) == 42
    assert len([one for one in asked if one.startswith("SELECT")]) == 2
    assert sqlite_store.coach.newest_arrival() > datetime(2026, 1, 1, tzinfo=UTC)


def fill(store: Store, many: list[Session]) -> None:
    """In one transaction, which no caller needs but this one."""
    from sqlalchemy import insert

    from backstride.store.codec import to_json
    from backstride.store.schema import session

    shared = {"planned": "", "chosen": False, "edition": 0, "again": False}
    rows = [
        {"id": one.id, "day": one.day, "logged_at": one.logged_at, "kept_at": one.logged_at, "body": to_json(one)}
        for one in many
    ]
    with store.database.writing() as db:
        db.execute(insert(session), [shared | row for row in rows])
