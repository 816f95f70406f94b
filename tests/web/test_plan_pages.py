"""The plan's calendar, its sessions, the log after one, and what Today says of them."""

import re
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from starlette.testclient import TestClient

from backstride.app import Store, save_settings
from backstride.app.planning import stage_now
from backstride.app.sessions import sessions
from backstride.plan.kinds import Focus, Limit
from backstride.recording import Side
from backstride.session import BodyPart, Done, Pain
from tests.web.material import gpx, keep
from tests.web.planned import first, give_plan, today

PATHS = ("/", "/plan", "/plan?view=week", "/plan/history", "/plan/subscribe", "/plan/log")


def text_of(client: TestClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.text


def test_without_a_plan_the_way_to_one_is_shown(client: TestClient) -> None:
    assert 'href="/plan/start"' in text_of(client, "/plan")
    assert 'href="/plan/start"' in text_of(client, "/")


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("path", PATHS)
def test_pages_of_the_plan_hold_no_inline_style_or_script_and_speak_both_languages(
    client: TestClient, store: Store, path: str, language: str
) -> None:
    give_plan(store, days_ago=3)
    save_settings(store, {"language": language})
    text = text_of(client, path)
    assert re.findall(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\bsrc=)", text) == []
    assert ("Einheit" in text or "Plan" in text) if language == "de" else True
    assert f'<html lang="{language}"' in text


def test_links_of_the_calendar_and_of_a_session_lead_somewhere(client: TestClient, store: Store) -> None:
    plan = give_plan(store)
    paths = [
        "/plan",
        f"/plan/sessions/{first(plan, Focus.BACKWARD).id}",
        f"/plan/sessions/{first(plan, Focus.TEST).id}",
    ]
    links: set[str] = set()
    for path in paths:
        links |= set(re.findall(r'(?:href|src)="(/[^"#]*)"', text_of(client, path)))
    links = {link for link in links if "/export/mp3" not in link and "/export/ogg" not in link}
    got = {link: client.get(link, follow_redirects=True).status_code for link in links}
    assert got == dict.fromkeys(links, 200)


def test_every_day_of_the_month_is_there_once_and_holds_its_sessions(client: TestClient, store: Store) -> None:
    plan = give_plan(store)
    day = plan.start + timedelta(days=14)
    text = text_of(client, f"/plan?day={day.isoformat()}")
    days = re.findall(r'<td data-day="([^"]+)"', text)
    assert len(days) == len(set(days)) >= 28
    for one in plan.sessions:
        shown = f'data-id="{one.id}"' in text
        assert shown == (one.day.isoformat() in days)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2026-02-30", "x" * 5000, "", "-1"])
@pytest.mark.parametrize("view", ["month", "week", "year"])
def test_any_day_can_be_asked_for(client: TestClient, store: Store, day: str, view: str) -> None:
    give_plan(store)
    text_of(client, f"/plan?view={view}&day={day}")


def test_a_session_is_put_on_another_day(client: TestClient, store: Store) -> None:
    plan = give_plan(store)
    one = first(plan, Focus.MOBILITY, today() + timedelta(days=3))
    to = one.day + timedelta(days=1)
    answer = client.post("/plan/move", data={"id": one.id, "to": to.isoformat(), "back": "session"})
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/plan/sessions/{one.id}?moved={one.id}&from={one.day}"
    kept = store.coach.plan()
    assert kept is not None
    assert next(row.day for row in kept.sessions if row.id == one.id) == to


def test_a_move_tells_its_own_costs_only_and_can_be_taken_back(client: TestClient, store: Store) -> None:
    plan = give_plan(store)  # never on a Thursday or a Sunday
    first_one, second = [one for one in plan.sessions if one.workout.focus is Focus.MOBILITY][2:4]
    thursday = first_one.day + timedelta(days=3 - first_one.day.weekday())
    path = client.post("/plan/move", data={"id": first_one.id, "to": thursday.isoformat()}).headers["location"]
    assert path == f"/plan?view=month&day={thursday}&moved={first_one.id}&from={first_one.day}"
    assert "That is not one of your days." in text_of(client, path)
    other = second.day + timedelta(days=1 if second.day.weekday() < 2 else -1)
    path = client.post("/plan/move", data={"id": second.id, "to": other.isoformat()}).headers["location"]
    text = text_of(client, path)
    assert "Moved to" in text
    assert "That is not one of your days." not in text, "that was the move before"
    assert f'name="to" value="{second.day}"' in text
    client.post("/plan/move", data={"id": second.id, "to": second.day.isoformat()})
    kept = store.coach.plan()
    assert kept is not None
    assert next(row.day for row in kept.sessions if row.id == second.id) == second.day


@pytest.mark.parametrize("back", ["week", "session"])
def test_a_move_that_is_not_allowed_leads_back_and_tells_why(client: TestClient, store: Store, back: str) -> None:
    plan = give_plan(store)
    one = first(plan, Focus.BACKWARD)
    answer = client.post("/plan/move", data={"id": one.id, "to": plan.end.isoformat(), "back": back})
    assert answer.status_code == 303
    text = text_of(client, answer.headers["location"])
    assert "Not moved" in text
    assert "Stages build on each other" in text
    assert store.coach.plan() == plan
    assert ("agenda week" in text) == (back == "week")


def test_only_days_that_can_take_a_session_are_marked_so(client: TestClient, store: Store) -> None:
    plan = give_plan(store, days_ago=7)
    for view in ("month", "week"):
        text = text_of(client, f"/plan?view={view}&day={today()}")
        free = re.findall(r'data-day="([^"]+)" data-free', text)
        assert free
        assert min(free) == today().isoformat()
        assert max(free) <= plan.end.isoformat()


@pytest.mark.parametrize(("id_", "to", "status"), [("nobody", "2030-01-01", 404), ("", "", 422), ("", "soon", 422)])
def test_a_move_that_makes_no_sense_changes_nothing(
    client: TestClient, store: Store, id_: str, to: str, status: int
) -> None:
    plan = give_plan(store)
    assert client.post("/plan/move", data={"id": id_, "to": to}).status_code == status
    assert store.coach.plan() == plan


def test_the_log_is_kept_with_pain_and_seen_again(client: TestClient, store: Store) -> None:
    plan = give_plan(store, days_ago=7)
    one = first(plan, Focus.BACKWARD)
    assert 'name="pain.knee-left"' in text_of(client, f"/plan/sessions/{one.id}/log")
    form = {
        "planned": one.id, "day": one.day.isoformat(), "done": "part", "minutes": "18,5", "rpe": "4",
        "pain.knee-left": "2", "pain.calf-right": "0", "falls": "0", "near_falls": "1", "glances": "both",
        "easy_stops": "yes", "notes": "<b>wind</b>",
    }  # fmt: skip
    answer = client.post("/plan/log", data=form)
    assert answer.status_code == 303
    (kept,) = sessions(store)
    assert (kept.done, kept.minutes, kept.rpe, kept.near_falls) == (Done.PART, 18.5, 4.0, 1)
    assert kept.pains == (Pain(BodyPart.KNEE, Side.LEFT, 2),)
    text = text_of(client, answer.headers["location"])
    assert "&lt;b&gt;wind&lt;/b&gt;" in text
    assert "Knee, left" in text
    again = client.get(f"/plan/sessions/{one.id}/log")
    assert (again.status_code, again.headers["location"]) == (303, f"/plan/done/{one.id}")


def test_a_log_with_faults_comes_back_with_everything_that_was_typed(client: TestClient, store: Store) -> None:
    give_plan(store)
    form = {"minutes": "long", "rpe": "11", "notes": "keep me", "pain.knee-left": "4", "done": "maybe"}
    answer = client.post("/plan/log", data=form)
    assert answer.status_code == 422
    assert "keep me" in answer.text
    assert 'value="long"' in answer.text
    assert answer.text.count('class="fault"') >= 3
    assert sessions(store) == ()


def test_faults_name_their_field_and_lead_to_it(client: TestClient, store: Store) -> None:
    give_plan(store)
    text = client.post("/plan/log", data={"minutes": "long", "pain.knee-left": "x"}).text
    assert '<a href="#minutes">Minutes in all</a>' in text
    assert '<a href="#pain-title">Knee, left</a>' in text
    assert 'aria-describedby="minutes-fault"' in text


def test_a_log_is_corrected_from_what_was_said(client: TestClient, store: Store) -> None:
    plan = give_plan(store, days_ago=7)
    one = first(plan, Focus.TEST)
    form = {
        "day": one.day.isoformat(), "done": "part", "minutes": "7,5", "rpe": "4.5",
        "pain.knee-left": "2", "pain.hip": "3", "near_falls": "1", "notes": "wind", "stance.left": "9.5", "walk": "3.1",
    }  # fmt: skip
    assert client.post(f"/plan/sessions/{one.id}/log", data=form).status_code == 303
    path = f"/plan/done/{one.id}"
    text = text_of(client, path)
    assert (">7.5<" in text, ">9.5<" in text) == (True, True)
    again = text_of(client, f"{path}/edit")
    for field in ('name="minutes"', 'name="rpe"', 'name="walk"', 'name="near_falls"'):
        assert field in again
    assert 'value="4.5" checked' in again
    assert 'name="pain.hip"' in again, "a place on no side is not on the map"
    seen = re.search(r'name="seen" value="([^"]+)"', again)
    assert seen is not None
    sent = {**form, "minutes": "8", "walk": "", "seen": seen[1]}
    assert client.post(f"{path}/edit", data=sent).headers["location"].startswith(path)
    (kept,) = sessions(store)
    assert (kept.minutes, kept.rpe, kept.planned) == (8.0, 4.5, one.id)
    assert {pain.level for pain in kept.pains} == {2, 3}
    assert [trial.test for trial in store.measuring.trials()] == ["stance-open"], "what was emptied is taken back"


def test_what_was_logged_elsewhere_meanwhile_is_not_overwritten_unasked(client: TestClient, store: Store) -> None:
    plan = give_plan(store, days_ago=7)
    one = first(plan, Focus.BACKWARD)
    path = f"/plan/sessions/{one.id}/log"
    form = {"day": one.day.isoformat(), "done": "all", "minutes": "20", "rpe": "3", "seen": ""}
    assert client.post(path, data={**form, "notes": "first tab"}).status_code == 303
    assert client.post(path, data={**form, "notes": "first tab"}).status_code == 303, "the same sent twice"
    other = client.post(path, data={**form, "notes": "second tab"})
    assert other.status_code == 409
    assert "second tab" in other.text
    assert [kept.notes for kept in sessions(store)] == ["first tab"]
    seen = re.search(r'name="seen" value="([^"]+)"', other.text)
    assert seen is not None
    assert client.post(path, data={**form, "notes": "second tab", "seen": seen[1]}).status_code == 303
    assert [kept.notes for kept in sessions(store)] == ["second tab"]


def test_an_own_session_sent_twice_is_kept_once(client: TestClient, store: Store) -> None:
    give_plan(store)
    new = re.search(r'name="new" value="([0-9a-f]{32})"', text_of(client, "/plan/log"))
    assert new is not None
    form = {"day": today().isoformat(), "done": "all", "minutes": "20", "seen": "", "new": new[1]}
    assert [client.post("/plan/log", data=form).status_code for _ in range(2)] == [303, 303]
    assert client.post("/plan/log", data={**form, "minutes": "30"}).status_code == 409
    assert [kept.minutes for kept in sessions(store)] == [20.0]


def test_shoulders_and_stops_are_asked_only_after_going_backward(client: TestClient, store: Store) -> None:
    plan = give_plan(store)
    asked = {
        focus: 'name="glances"' in text_of(client, f"/plan/sessions/{first(plan, focus).id}/log")
        for focus in (Focus.BACKWARD, Focus.STRENGTH, Focus.MOBILITY)
    }
    assert asked == {Focus.BACKWARD: True, Focus.STRENGTH: False, Focus.MOBILITY: False}
    assert 'name="glances"' in text_of(client, "/plan/log")


def test_a_log_tells_only_the_change_it_led_to(client: TestClient, store: Store) -> None:
    plan = give_plan(store, days_ago=7)
    one = first(plan, Focus.MOBILITY, today() + timedelta(days=3))
    client.post("/plan/move", data={"id": one.id, "to": (one.day + timedelta(days=1)).isoformat()})
    done = client.post("/plan/log", data={"minutes": "20", "done": "all"}).headers["location"]
    assert "You moved a session" not in text_of(client, done)


def test_a_recording_without_directions_does_not_count_as_nothing_backward(client: TestClient, store: Store) -> None:
    plan = give_plan(store, days_ago=7)
    one = first(plan, Focus.BACKWARD)
    start = datetime.combine(one.day, time(12), UTC).strftime("%Y-%m-%dT08:00:00Z")
    keep(store, "track.gpx", gpx("Track", start, round(one.workout.seconds / 60)))
    form = {"planned": one.id, "day": one.day.isoformat(), "done": "all", "rpe": "3"}
    text = text_of(client, client.post("/plan/log", data=form).headers["location"])
    assert "does not tell which way you faced" in text
    assert "0:00" not in text


def test_what_yesterday_held_and_nobody_logged_is_asked_for_today(client: TestClient, store: Store) -> None:
    plan = give_plan(store)
    day = min(one.day for one in plan.sessions)
    plan = give_plan(store, days_ago=(day - today()).days + 1)
    (one, *_) = plan.on(today() - timedelta(days=1))
    text = text_of(client, "/")
    assert "Not logged yet:" in text
    assert f'href="/plan/sessions/{one.id}/log"' in text
    for other in plan.on(one.day):
        client.post(f"/plan/sessions/{other.id}/log", data={"day": one.day.isoformat(), "done": "all"})
    assert "Not logged yet:" not in text_of(client, "/")


def test_of_two_sessions_today_each_can_be_logged(client: TestClient, store: Store) -> None:
    plan = give_plan(store)
    due = next(day for day in sorted({one.day for one in plan.sessions}) if len(plan.on(day)) > 1)
    plan = give_plan(store, days_ago=(due - today()).days)
    text = text_of(client, "/")
    for one in plan.on(today()):
        assert f'href="/plan/sessions/{one.id}/log"' in text


def test_a_log_is_taken_back_only_when_one_is_sure(client: TestClient, store: Store) -> None:
    give_plan(store)
    path = client.post("/plan/log", data={"minutes": "20", "done": "all"}).headers["location"]
    assert client.post(f"{path}/remove").status_code == 200
    assert len(sessions(store)) == 1
    assert client.post(f"{path}/remove", data={"sure": "yes"}).status_code == 303
    assert sessions(store) == ()
    assert client.get(path).status_code == 404


def test_after_much_pain_the_questions_are_asked_again(client: TestClient, store: Store) -> None:
    plan = give_plan(store, days_ago=7)
    one = first(plan, Focus.BACKWARD)
    client.post("/plan/log", data={"planned": one.id, "done": "all", "rpe": "5", "falls": "1"})
    for path in ("/", "/plan"):
        assert 'role="alert"' in text_of(client, path)


def test_another_address_of_the_calendar_ends_the_old_one(client: TestClient, store: Store) -> None:
    give_plan(store)
    find = re.compile(r'value="http://localhost(/plan/calendar\.ics\?[^"]+)"')
    (old,) = find.findall(text_of(client, "/plan/subscribe").replace("&amp;", "&"))
    assert client.get(old).status_code == 200
    client.post("/plan/subscribe")
    (new,) = find.findall(text_of(client, "/plan/subscribe").replace("&amp;", "&"))
    assert (client.get(old).status_code, client.get(new).status_code) == (404, 200)


def test_a_reminder_goes_into_the_address_where_sessions_have_a_time(client: TestClient, store: Store) -> None:
    give_plan(store)
    page = text_of(client, "/plan/subscribe?remind=30")
    held = store.coach.plan()
    assert held is not None
    timed = bool(held.answers.wishes.at)
    assert ("&amp;remind=30" in page, 'name="remind"' in page) == (True, timed)
    wishes = replace(held.answers.wishes, at="" if timed else "18:00")
    other = replace(held, version=held.version + 1, answers=replace(held.answers, wishes=wishes))
    store.coach.save_plan(other)
    assert ('name="remind"' in text_of(client, "/plan/subscribe")) is not timed
    assert "remind=" not in text_of(client, "/plan/subscribe?remind=31x")


def test_today_asks_for_the_check_only_before_what_needs_it(client: TestClient, store: Store) -> None:
    plan = give_plan(store)
    due = [one for one in plan.sessions if one.day == min(row.day for row in plan.sessions)]
    text = text_of(client, "/")
    asked = 'href="/plan/check?then=' in text
    needed = due[0].day == today() and any(
        one.workout.focus in (Focus.BACKWARD, Focus.TEST, Focus.FALLING) for one in due
    )
    assert asked == needed
    assert f"/plan/sessions/{due[0].id}" in text


def test_a_plan_that_has_not_begun_is_opened_where_it_begins(client: TestClient, store: Store) -> None:
    plan = give_plan(store, days_ago=-21)
    begins = min(one.day for one in plan.sessions)
    text = text_of(client, "/plan?view=week")
    assert f'/plan/sessions/{next(one.id for one in plan.sessions if one.day == begins)}"' in text
    assert f"day={(begins + timedelta(days=7)).isoformat()}" in text


def test_weeks_to_come_do_not_count_what_is_done(client: TestClient, store: Store) -> None:
    plan = give_plan(store, days_ago=28)
    later = plan.start + timedelta(days=63)
    assert re.search(r"\d+ of \d+ done", text_of(client, f"/plan?day={plan.start.isoformat()}"))
    assert not re.search(r"\d+ of \d+ done", text_of(client, f"/plan?day={later.replace(day=15).isoformat()}"))


def test_who_should_not_go_alone_reads_it_where_a_session_goes_backward(client: TestClient, store: Store) -> None:
    plan = give_plan(store)
    backward, strength = first(plan, Focus.BACKWARD), first(plan, Focus.STRENGTH)
    assert "Not alone." not in text_of(client, f"/plan/sessions/{backward.id}")
    said = plan.answers
    unsteady = replace(said.health, limits=frozenset({Limit.BALANCE}))
    store.coach.save_answers(replace(said, health=unsteady))
    assert "Not alone." in text_of(client, f"/plan/sessions/{backward.id}")
    assert "Not alone." not in text_of(client, f"/plan/sessions/{strength.id}")


def test_a_test_session_asks_for_what_came_out_and_the_ladder_counts_it(client: TestClient, store: Store) -> None:
    plan = give_plan(store, days_ago=7)
    one = first(plan, Focus.TEST)
    assert 'name="stance.left"' in text_of(client, f"/plan/sessions/{one.id}/log")
    assert 'name="stance.left"' not in text_of(client, f"/plan/sessions/{first(plan, Focus.BACKWARD).id}/log")
    form = {"planned": one.id, "day": one.day.isoformat(), "stance.left": "9,5", "stance.right": "", "walk": "fast"}
    answer = client.post("/plan/log", data=form)
    assert answer.status_code == 422
    assert 'value="9,5"' in answer.text
    assert store.measuring.trials() == ()
    for walk in ("9.9", "2.75"):
        assert client.post("/plan/log", data={**form, "walk": walk}).status_code == 303
    kept = {(trial.test, trial.side): (trial.value, trial.day, trial.practice) for trial in store.measuring.trials()}
    assert kept == {
        ("stance-open", Side.LEFT): (9.5, one.day, False),
        ("walk-3m", Side.UNKNOWN): (2.75, one.day, False),
    }
    now = stage_now(store, today())
    assert now is not None
    assert (now.record.stance_s, now.record.backward_3m_s) == (9.5, 2.75)


def test_a_test_that_the_next_stage_waits_for_is_linked_from_plan_and_ladder(client: TestClient, store: Store) -> None:
    give_plan(store)
    way = '/progress/tests/stance-open"'
    answers = store.coach.answers()
    assert answers is not None
    assert way not in text_of(client, "/plan")
    for stance_s in (None, 3.0):
        store.coach.save_answers(replace(answers, health=replace(answers.health, stance_s=stance_s)))
        assert way in text_of(client, "/plan")
        assert way in text_of(client, "/plan/ladder")
