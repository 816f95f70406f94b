"""Answers step by step; readiness that holds, ends and comes back; the check of a day. Over every database."""

from datetime import UTC, date, datetime, timedelta

import pytest

from backstride.app import readiness as ready
from backstride.app.tests import against
from backstride.assess import TESTS
from backstride.errors import BadAnswers
from backstride.plan.check import Go
from backstride.plan.kinds import Permit
from backstride.session import Session
from backstride.store import Store
from tests.plan.test_check import FINE
from tests.plan.test_questions import FORM, HEALTH, WISHES

TODAY = date(2026, 11, 21)


def fall(days: int, logged_at: datetime) -> Session:
    return Session(f"fall-{days}", TODAY + timedelta(days), logged_at, stage="walk", falls=1)


def test_nothing_is_known_at_first(store: Store) -> None:
    assert ready.draft(store) == {}
    assert ready.answers(store) is None
    assert ready.readiness(store, TODAY).last is None
    assert ready.todays_check(store, TODAY) is None
    assert not ready.begun(store)


def test_a_draft_grows_step_by_step(store: Store) -> None:
    ready.keep_draft(store, {"birth_year": "1985", "active": "yes"})
    ready.keep_draft(store, {"active": "no", "limits": ""})
    assert ready.draft(store) == {"birth_year": "1985", "active": "no", "limits": ""}
    assert ready.begun(store)
    assert ready.parts_left(ready.draft(store), TODAY)[0] == "body"


def test_a_draft_takes_nothing_strange(store: Store) -> None:
    odd = {"goal": "x" * 1000, "admin": "yes", "active": ["yes"], "weeks": "eight"}
    assert ready.keep_draft(store, odd) == {"weeks": "eight"}  # type: ignore[arg-type]


def test_answers_are_kept_and_judged(store: Store) -> None:
    ready.keep_draft(store, HEALTH)
    said, judged = ready.answer(store, FORM, TODAY)
    assert ready.answers(store) == said
    assert judged.permit is Permit.RUN
    assert ready.readiness(store, TODAY).readiness == judged
    assert not ready.begun(store)
    assert ready.parts_left(ready.draft(store), TODAY) == ()


def test_a_bad_form_changes_nothing(store: Store) -> None:
    said, _ = ready.answer(store, FORM, TODAY)
    ready.keep_draft(store, {"weeks": "99"})
    with pytest.raises(BadAnswers):
        ready.answer(store, ready.draft(store), TODAY)
    assert ready.answers(store) == said
    assert ready.begun(store)


def test_after_a_fall_the_body_is_asked_again_and_the_wishes_are_not(store: Store) -> None:
    _, first = ready.answer(store, FORM, TODAY)
    store.coach.save_session(fall(0, datetime.now(UTC) + timedelta(minutes=1)))
    over = ready.readiness(store, TODAY)
    assert over.readiness is None
    assert over.why is not None
    assert over.last == first
    ready.begin_again(store)
    assert ready.parts_left(ready.draft(store), TODAY) == ("body", "heart", "joints", "balance")
    assert WISHES.items() <= ready.draft(store).items()


def test_a_fall_that_was_logged_before_the_answers_is_in_them(store: Store) -> None:
    store.coach.save_session(fall(0, datetime.now(UTC) - timedelta(minutes=1)))
    ready.answer(store, FORM | {"falls": "1"}, TODAY)
    stands = ready.readiness(store, TODAY)
    assert stands.readiness is not None
    assert stands.readiness.permit is Permit.WALK


def test_answers_end_after_thirty_days(store: Store) -> None:
    ready.answer(store, FORM, TODAY)
    assert ready.readiness(store, TODAY + timedelta(days=30)).readiness is not None
    assert ready.readiness(store, TODAY + timedelta(days=31)).readiness is None


def test_the_last_check_of_a_day_holds(store: Store) -> None:
    ready.answer(store, FORM, TODAY)
    ready.check(store, FINE | {"ill": "fever"}, TODAY)
    made = ready.check(store, FINE, TODAY)
    assert made.go is Go.GO
    assert ready.todays_check(store, TODAY) == made
    assert ready.todays_check(store, TODAY + timedelta(days=1)) is None


def test_a_check_knows_who_needs_somebody_there(store: Store) -> None:
    ready.answer(store, FORM | {"conditions": "medicine"}, TODAY)
    assert ready.check(store, FINE, TODAY).not_yet
    assert ready.check(store, FINE | {"eyes": "partner"}, TODAY).go is Go.GO
    assert ready.todays_check(store, TODAY) is not None


def test_something_new_ends_what_holds_until_it_is_answered_again(store: Store) -> None:
    ready.answer(store, FORM, TODAY)
    ready.check(store, FINE | {"signs": "yes"}, TODAY)
    for day in (TODAY, TODAY + timedelta(days=3)):
        stands = ready.readiness(store, day)
        assert (stands.readiness, stands.permit) == (None, Permit.NOTHING)
    assert ready.check(store, FINE, TODAY + timedelta(days=3)).go is Go.NOT_TODAY, "a good day later does not mend it"
    ready.begin_again(store)
    ready.keep_draft(store, HEALTH)
    ready.finish(store, TODAY + timedelta(days=3))
    assert ready.readiness(store, TODAY + timedelta(days=3)).permit is Permit.RUN


def test_a_wrong_tap_of_today_is_mended_today(store: Store) -> None:
    ready.answer(store, FORM, TODAY)
    ready.check(store, FINE | {"signs": "yes"}, TODAY)
    assert ready.check(store, FINE, TODAY).go is Go.GO
    assert ready.readiness(store, TODAY).permit is Permit.RUN


def test_what_was_noticed_before_the_answers_is_in_them(store: Store) -> None:
    ready.check(store, FINE | {"signs": "yes"}, TODAY)
    ready.answer(store, FORM, TODAY)
    assert ready.readiness(store, TODAY).permit is Permit.RUN


def test_a_check_that_is_not_complete_is_not_kept(store: Store) -> None:
    with pytest.raises(BadAnswers) as bad:
        ready.check(store, {"pain": "2"}, TODAY)
    assert len(bad.value.fields) == 8
    assert ready.todays_check(store, TODAY) is None


def test_changing_a_wish_does_not_make_the_body_younger(store: Store) -> None:
    ready.answer(store, FORM, TODAY)
    ready.keep_draft(store, {"weeks": "12"})
    said, judged = ready.finish(store, TODAY + timedelta(days=20))
    assert (said.wishes.weeks, said.day) == (12, TODAY)
    assert judged.until == TODAY + timedelta(days=30)
    assert not ready.begun(store)


def test_what_holds_no_more_is_asked_for_again_before_a_wish_changes(store: Store) -> None:
    ready.answer(store, FORM, TODAY)
    late = TODAY + timedelta(days=40)
    ready.keep_draft(store, {"weeks": "12"})
    with pytest.raises(BadAnswers) as bad:
        ready.finish(store, late)
    assert {"symptoms", "limits", "falls"} <= bad.value.fields.keys()
    ready.keep_draft(store, HEALTH)
    said, _ = ready.finish(store, late)
    assert (said.wishes.weeks, said.day) == (12, late)


def test_answering_again_before_it_is_over_begins_the_days_anew(store: Store) -> None:
    ready.answer(store, FORM, TODAY)
    ready.begin_again(store)
    ready.keep_draft(store, HEALTH)
    said, _ = ready.finish(store, TODAY + timedelta(days=5))
    assert said.day == TODAY + timedelta(days=5)


def test_tests_wait_too_when_something_new_was_noticed(store: Store) -> None:
    ready.answer(store, FORM, TODAY)
    speaks = against(store, TODAY)(TESTS["stance-open"])
    ready.check(store, FINE | {"signs": "yes"}, TODAY)
    assert speaks == ()
    assert "doctor" in str(against(store, TODAY)(TESTS["stance-open"])[0])
