"""The plan through the application: made, adapted, moved, held; kept in every version, whoever changes it at once."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import event

from backstride.app import planning, readiness, sessions
from backstride.errors import Conflict, NotAllowed, NotFound
from backstride.plan.answers import Answers, Disease, Experience, Health, Wishes
from backstride.plan.kinds import Focus, Goal, Permit, Place
from backstride.plan.planned import Plan
from backstride.session import Session
from backstride.store import Store
from tests import coached, made
from tests.plan.test_check import FINE

FIRST = date(2026, 3, 2)
ANSWERS = Answers(
    Health(1990, active=True, stance_s=40.0, backward_3m_s=2.5, running=3, experience=Experience.WALKED),
    Wishes(Goal.FIRST_10_MIN, 6, frozenset({0, 2, 4, 5}), 40, frozenset({Place.TRACK, Place.HOME}), mats=True),
    FIRST,
)


@pytest.fixture
def begun(store: Store) -> Plan:
    store.coach.save_answers(ANSWERS)
    return planning.new_plan(store, FIRST)


def well(store: Store, day: date) -> list[sessions.Logged]:
    """Everything that is planned for a day is done, and felt good."""
    held = planning.adapt_plan(store, day).plan
    form = {"rpe": "3", "glances": "both", "easy_stops": "yes"}
    return [sessions.log(store, form | {"planned": one.id}, day) for one in held.on(day)]


def test_without_answers_there_is_no_plan(store: Store) -> None:
    with pytest.raises(Conflict, match="answer the questions"):
        planning.new_plan(store, FIRST)
    assert planning.plan(store) is None
    assert planning.next_session(store, FIRST) is None
    assert planning.stage_now(store, FIRST) is None
    assert planning.days(store, FIRST, FIRST) == {}
    for ask in (planning.adapt_plan, lambda store, day: planning.move(store, "x", day, day)):
        with pytest.raises(NotFound):
            ask(store, FIRST)


def test_who_may_not_begin_is_told(store: Store) -> None:
    ill = replace(ANSWERS.health, active=False, diseases=frozenset({Disease.HEART}))
    store.coach.save_answers(replace(ANSWERS, health=ill))
    with pytest.raises(NotAllowed):
        planning.new_plan(store, FIRST)
    assert planning.plans(store) == ()


def test_a_plan_holds_until_another_is_made(store: Store, begun: Plan) -> None:
    assert planning.plan(store) == store.coach.plan()
    again = planning.new_plan(store, FIRST)
    assert (again.id, again.version) == (begun.id, begun.version + 1)
    later = planning.new_plan(store, FIRST, FIRST + timedelta(days=7))
    assert (later.start, later.version) == (FIRST + timedelta(days=7), 1)
    assert [kept.until is None for kept in planning.plans(store)] == [True, False, False]


def test_the_same_plan_asked_for_by_many_at_once(store: Store) -> None:
    store.coach.save_answers(ANSWERS)

    def make(_: int) -> int:
        with Store(store.folder, store.url) as own:
            return planning.new_plan(own, FIRST).version

    with ThreadPoolExecutor(3) as pool:
        versions = sorted(pool.map(make, range(3)))
    assert versions == [1, 2, 3]
    assert [kept.until is None for kept in planning.plans(store)] == [True, False, False]


def test_sessions_done_well_lead_on_and_say_so(store: Store, begun: Plan) -> None:
    before = planning.stage_now(store, FIRST)
    assert before
    logged = [one for n in range(21) for one in well(store, FIRST + timedelta(days=n))]
    after = planning.stage_now(store, FIRST + timedelta(days=21))
    assert after
    assert after.stage.number > before.stage.number
    changed = [one.adapted for one in logged if one.adapted and one.adapted.changed]
    assert all(one.plan.because and one.before.version < one.plan.version for one in changed)
    held = planning.plan(store)
    assert held
    past = {one.id: one for one in begun.sessions if one.day < FIRST + timedelta(days=1)}
    assert {one.id for one in held.sessions if one.day < FIRST + timedelta(days=1)} == set(past)


def test_something_new_takes_the_plan_away_and_a_mended_tap_brings_it_back(store: Store, begun: Plan) -> None:
    readiness.check(store, FINE | {"signs": "yes"}, FIRST)
    emptied = planning.adapt_plan(store, FIRST)
    assert (emptied.plan.sessions, emptied.plan.permit) == ((), Permit.NOTHING)
    assert "nothing is planned" in str(emptied.plan.because[-1].says)
    readiness.check(store, FINE, FIRST)
    back = planning.adapt_plan(store, FIRST).plan
    assert [(one.day, one.workout.key) for one in back.sessions] == [
        (one.day, one.workout.key) for one in begun.sessions
    ]
    assert not planning.adapt_plan(store, FIRST).changed


def test_nothing_is_computed_where_nothing_came(store: Store, begun: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[date] = []

    def adapt(plan: Plan, _sessions: tuple[Session, ...], today: date, *_: object) -> Plan:
        calls.append(today)
        return plan

    monkeypatch.setattr("backstride.plan.adapt.adapt", adapt)
    for day in (FIRST, FIRST, FIRST + timedelta(days=1)):
        assert not planning.adapt_plan(store, day).changed
    assert len(calls) == 2
    sessions.log(store, {"minutes": "10"}, FIRST)
    planning.adapt_plan(store, FIRST)
    assert len(calls) == 3
    store.coach.save_answers(ANSWERS)
    planning.adapt_plan(store, FIRST)
    assert len(calls) == 4


def test_a_change_beside_another_is_made_again(store: Store, begun: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []

    def adapt(plan: Plan, *_: object) -> Plan:
        seen.append(plan.version)
        if len(seen) == 1:  # somebody else is faster
            assert store.coach.save_plan(replace(plan, version=plan.version + 1), instead_of=plan)
        return replace(plan, version=plan.version + 1)

    monkeypatch.setattr("backstride.plan.adapt.adapt", adapt)
    adapted = planning.adapt_plan(store, FIRST)
    assert seen == [1, 2]
    assert (adapted.plan.version, adapted.before.version, adapted.changed) == (3, 2, True)


def test_moving_keeps_the_session_and_finds_it_in_every_version(store: Store, begun: Plan) -> None:
    one = next(one for one in begun.sessions if one.workout.focus is Focus.BACKWARD and one.day > FIRST)
    free = one.day + timedelta(days=1)
    moved = planning.move(store, one.id, free, FIRST)
    assert moved.changed
    shown = planning.planned(store, one.id)
    assert (shown.planned.day, shown.planned.moved, shown.session) == (free, True, None)
    with pytest.raises(NotFound):
        planning.move(store, "none", free, FIRST)
    with pytest.raises(NotFound):
        planning.planned(store, "none")
    with pytest.raises(NotFound):
        planning.hold(store, "none", FIRST)


def test_what_comes_next_and_what_was_meant(store: Store, begun: Plan) -> None:
    first = planning.next_session(store, FIRST)
    assert first
    assert first.day == min(one.day for one in begun.sessions)
    sessions.log(store, {"planned": first.id, "rpe": "3"}, first.day)
    second = planning.next_session(store, first.day)
    assert second
    assert second.id != first.id
    found = planning.days(store, FIRST, FIRST + timedelta(days=6))
    assert list(found) == sorted(found)
    assert [one.planned for one in found[first.day].done] == [first.id]
    assert first.id in {one.id for one in found[first.day].planned}
    shown = planning.planned(store, first.id)
    assert shown.session
    assert shown.session.minutes == pytest.approx(first.workout.seconds / 60, abs=0.06)


def test_looking_at_the_plan_asks_little(sqlite_store: Store) -> None:
    sqlite_store.coach.save_answers(ANSWERS)
    planning.new_plan(sqlite_store, FIRST)
    for n in range(30):
        sqlite_store.coach.save_session(coached.session(f"s{n}", FIRST - timedelta(days=n + 1)))
    planning.adapt_plan(sqlite_store, FIRST)
    planning.adapt_plan(sqlite_store, FIRST)
    sqlite_store.recordings.add(made.new_file())
    planning.adapt_plan(sqlite_store, FIRST)
    asked: list[str] = []
    event.listen(sqlite_store.database.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    planning.adapt_plan(sqlite_store, FIRST)
    assert len([one for one in asked if one.startswith("SELECT")]) <= 12


def test_a_fall_after_the_answers_of_the_day_ends_what_they_opened(store: Store, begun: Plan) -> None:
    first = begun.sessions[0]
    form = {"planned": first.id, "day": FIRST.isoformat(), "minutes": "20", "falls": "1"}
    sessions.log(store, form, FIRST)
    held = planning.adapt_plan(store, FIRST).plan
    assert held.permit is Permit.WALK
    assert any("answered again" in str(one.says) for one in held.because)
    with pytest.raises(NotAllowed):
        planning.new_plan(store, FIRST)


def test_a_fall_before_the_answers_of_the_day_does_not(store: Store) -> None:
    store.coach.save_answers(ANSWERS)
    sessions.log(store, {"day": FIRST.isoformat(), "minutes": "20", "falls": "1"}, FIRST)
    with pytest.raises(NotAllowed):
        planning.new_plan(store, FIRST)
    store.coach.save_answers(ANSWERS)
    made = planning.new_plan(store, FIRST)
    assert planning.adapt_plan(store, FIRST).plan.permit is made.permit is Permit.RUN
