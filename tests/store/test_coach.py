"""Answers, checks and plans: kept in every version, one holds."""

import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from backstride.errors import Conflict, NotFound
from backstride.message import say
from backstride.plan.check import Check, CheckReason, Go
from backstride.plan.kinds import Permit
from backstride.store import Store
from backstride.store.plans import pack_plan, unpack_plan
from tests import coached


def test_the_newest_answers_hold_and_the_others_stay(store: Store) -> None:
    assert store.coach.answers() is None
    later = replace(coached.ANSWERS, day=coached.FIRST + timedelta(days=30))
    store.coach.save_answers(coached.ANSWERS)
    store.coach.save_answers(later)
    assert store.coach.answers() == later
    assert [said for _, said in store.coach.answered()] == [coached.ANSWERS, later]


def test_a_draft_is_kept_until_it_is_emptied(store: Store) -> None:
    assert store.coach.draft() == {}
    store.coach.keep_draft({"birth_year": "1984", "notes": "a\0b \ud800"})
    assert store.coach.draft()["birth_year"] == "1984"
    store.coach.keep_draft({})
    assert store.coach.draft() == {}


def test_the_last_check_of_a_day_holds(store: Store) -> None:
    reason = CheckReason(Go.WALK, say("You slept {hours} h", hours=4), say("Walk"), "sleep-h")
    check = Check(coached.FIRST, Go.WALK, (reason,), {"sleep": "hardly"})
    store.coach.save_check(Check(coached.FIRST, Go.GO))
    store.coach.save_check(check)
    store.coach.save_check(Check(coached.FIRST + timedelta(days=1), Go.NOT_TODAY))
    assert store.coach.check(coached.FIRST) == check
    assert store.coach.check(coached.FIRST - timedelta(days=1)) is None
    assert [one.go for one in store.coach.checks()] == [Go.WALK, Go.NOT_TODAY]


def test_a_plan_comes_back_whole(store: Store) -> None:
    made = coached.plan(coached.planned("p1"), coached.planned("p2", coached.FIRST + timedelta(days=2)))
    assert store.coach.plan() is None
    assert store.coach.save_plan(made)
    kept = store.coach.plan()
    assert kept == made
    assert kept
    assert kept.permit is Permit.JOG


def test_a_new_version_takes_the_place_of_the_one_it_was_made_from(store: Store) -> None:
    first = coached.plan(coached.planned("p1"))
    store.coach.save_plan(first)
    second, other = replace(first, version=2), replace(first, version=2, permit=Permit.WALK)
    assert store.coach.save_plan(second, instead_of=first)
    assert not store.coach.save_plan(other, instead_of=first)
    newest, oldest = store.coach.plans()
    assert (newest.plan.version, newest.until, oldest.plan.version) == (2, None, 1)
    assert oldest.until
    assert oldest.until >= oldest.at
    assert store.coach.plan_version("plan-a", 1).until == oldest.until
    with pytest.raises(NotFound, match="version 3"):
        store.coach.plan_version("plan-a", 3)
    with pytest.raises(Conflict, match="version 1"):
        store.coach.save_plan(first)


def test_a_planned_session_is_found_in_old_versions_too(store: Store) -> None:
    gone, kept = coached.planned('p"1%'), coached.planned("p2")
    store.coach.save_plan(coached.plan(gone, kept))
    store.coach.save_plan(coached.plan(kept, version=2))
    found = store.coach.plan_naming('p"1%')
    assert found
    assert found.version == 1
    newest = store.coach.plan_naming("p2")
    assert newest
    assert newest.version == 2
    assert store.coach.plan_naming("p") is None


def test_a_plan_can_end(store: Store) -> None:
    assert not store.coach.end_plan()
    store.coach.save_plan(coached.plan())
    assert store.coach.end_plan()
    assert store.coach.plan() is None
    assert len(store.coach.plans()) == 1


def test_many_who_change_a_plan_at_once_leave_one_that_holds(store: Store) -> None:
    first = coached.plan(coached.planned("p1"))
    store.coach.save_plan(first)

    def change(number: int) -> bool:
        with Store(store.folder, store.url) as own:
            changed = replace(first, version=2, overrides={"by": str(number)})
            return own.coach.save_plan(changed, instead_of=first)

    with ThreadPoolExecutor(8) as pool:
        kept = list(pool.map(change, range(8)))
    assert sum(kept) == 1
    assert [one.until is None for one in store.coach.plans()] == [True, False]


def test_the_secret_of_the_calendar_is_made_once_and_anew_when_asked(store: Store) -> None:
    with ThreadPoolExecutor(4) as pool:
        tokens = set(pool.map(lambda _: store.coach.calendar_token(), range(8)))
    (token,) = tokens
    assert len(token) >= 32
    assert store.coach.new_calendar_token() != token
    assert store.coach.calendar_token() != token


def test_what_an_older_version_left_out_takes_its_default() -> None:
    packed = zlib.decompress(pack_plan(coached.plan(coached.planned("p1"))))
    changed = packed.replace(b',"moved":false', b',"not_known":1').replace(b',"version":1', b',"version":7')
    assert changed != packed
    read = unpack_plan(zlib.compress(changed))
    assert (read.version, read.sessions[0].moved) == (7, False)


def test_equal_workouts_are_written_once() -> None:
    few, many = (
        pack_plan(coached.plan(*(coached.planned(f"p{n}", coached.FIRST + timedelta(days=n)) for n in range(count))))
        for count in (1, 200)
    )
    assert len(many) < 4 * len(few)
    sessions = unpack_plan(many).sessions
    assert len(sessions) == 200
    assert sessions[0].workout is sessions[199].workout


def test_nothing_of_the_coach_is_lost_by_closing(folder: Path) -> None:
    with Store(folder) as store:
        store.coach.save_answers(coached.ANSWERS)
        store.coach.save_plan(coached.plan())
        token = store.coach.calendar_token()
    with Store(folder) as store:
        assert store.coach.answers() == coached.ANSWERS
        assert store.coach.plan() == coached.plan()
        assert store.coach.calendar_token() == token
