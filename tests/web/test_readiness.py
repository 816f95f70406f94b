"""Onboarding in steps, the page of what one may do, today's check: in both languages, whatever is sent."""

import re

import pytest
from starlette.testclient import TestClient

from backstride.app import Store
from backstride.app import readiness as ready
from backstride.plan.check import CHECK_QUESTIONS, CHECK_RULES
from backstride.plan.questions import PARTS, questions_of
from backstride.plan.rules import RULES
from backstride.words import words
from tests.plan.test_check import FINE
from tests.plan.test_questions import FORM

KEYS = tuple(part.key for part in PARTS)
GERMAN = {"accept-language": "de"}


def sent(part: str, form: dict[str, str] = FORM) -> dict[str, list[str]]:
    """What a browser sends for a part: a field per answer."""
    return {one.key: form.get(one.key, "").split(",") for one in questions_of(part, form) if form.get(one.key)}


@pytest.fixture
def answered(client: TestClient) -> TestClient:
    for key in KEYS:
        client.post(f"/plan/start/{key}", data=sent(key))
    return client


def test_the_steps_lead_to_what_one_may_do(client: TestClient, store: Store) -> None:
    assert client.get("/plan/start").headers["location"] == "/plan/start/body"
    for at, key in enumerate(KEYS):
        page = client.get(f"/plan/start/{key}")
        assert page.status_code == 200
        assert f"Step {at + 1} of {len(KEYS)}" in page.text
        answer = client.post(f"/plan/start/{key}", data=sent(key))
        onward = f"/plan/start/{KEYS[at + 1]}" if at + 1 < len(KEYS) else "/plan/readiness"
        assert (answer.status_code, answer.headers["location"]) == (303, onward)
    text = client.get("/plan/readiness").text
    assert "You may run backward" in text
    assert 'action="/plan/new"' in text
    said = ready.answers(store)
    assert said is not None
    assert said.health.running == 3
    assert client.get("/plan/start").headers["location"] == "/plan/readiness"


def test_it_goes_on_where_it_was_left(client: TestClient) -> None:
    client.post("/plan/start/body", data=sent("body"))
    assert client.get("/plan/start").headers["location"] == "/plan/start/heart"
    assert re.search(r'name="experience"[^>]*value="walked" checked', client.get("/plan/start/body").text)


def test_faults_stand_beside_their_questions_and_what_was_said_is_kept(client: TestClient) -> None:
    answer = client.post("/plan/start/body", data={"birth_year": "19x5", "active": "yes"})
    assert answer.status_code == 422
    for key in ("birth_year", "running", "experience"):
        assert f'id="{key}-fault"' in answer.text
        assert f'<a href="#{key}">' in answer.text
    assert 'id="active-fault"' not in answer.text
    assert 'value="19x5"' in answer.text
    assert 'value="yes" checked' in client.get("/plan/start/body").text


def test_a_field_is_kept_as_it_changes_and_shows_what_follows(client: TestClient, store: Store) -> None:
    shown = "symptoms: diseases:"
    same = client.post("/plan/start/heart/keep", data={"symptoms": "none", "shown": shown})
    assert (same.status_code, same.text) == (204, "")
    more = client.post("/plan/start/heart/keep", data={"symptoms": ["chest", "faint"], "shown": shown})
    assert more.status_code == 200
    assert 'name="cleared"' in more.text
    assert "-fault" not in more.text
    assert ready.draft(store)["symptoms"] == "chest,faint"


def test_the_way_back_loses_nothing(client: TestClient, store: Store) -> None:
    answer = client.post("/plan/start/heart", data={"diseases": "kidneys", "back": "1"})
    assert answer.headers["location"] == "/plan/start/body"
    assert ready.draft(store)["diseases"] == "kidneys"


def test_a_step_that_is_left_out_is_asked_for_at_the_end(client: TestClient) -> None:
    for key in KEYS:
        if key != "joints":
            last = client.post(f"/plan/start/{key}", data=sent(key))
    assert last.headers["location"] == "/plan/start/joints?missing=1"
    assert 'id="limits-fault"' in client.get("/plan/start/joints?missing=1").text


def test_one_thing_can_be_changed_alone(answered: TestClient, store: Store) -> None:
    assert 'name="finish"' in answered.get("/plan/start/goal").text
    answer = answered.post("/plan/start/goal", data=sent("goal") | {"weeks": "12", "finish": "1"})
    assert answer.headers["location"] == "/plan/readiness"
    said = ready.answers(store)
    assert said is not None
    assert said.wishes.weeks == 12


def test_answering_again_asks_for_the_body(answered: TestClient) -> None:
    assert answered.post("/plan/start/again").headers["location"] == "/plan/start/body"
    assert "checked" not in answered.get("/plan/start/heart").text
    assert 'value="8"' in answered.get("/plan/start/goal").text
    assert "You may run backward" in answered.get("/plan/readiness").text, "what was said holds until it is said anew"


def test_nothing_for_now_says_who_to_see_and_what_is_open(answered: TestClient) -> None:
    heart = sent("heart", FORM | {"symptoms": "chest", "cleared": "no"}) | {"finish": "1"}
    answered.post("/plan/start/heart", data=heart)
    text = answered.get("/plan/readiness").text
    assert "Not yet" in text
    assert "appointment with a doctor" in text
    assert 'href="/learn/evidence/claims/screening-factors"' in text
    assert 'action="/plan/new"' not in text
    answered.post("/plan/start/heart", data=sent("heart") | {"finish": "1"})
    joints = sent("joints", FORM | {"limits": "knee", "sharp": "knee"}) | {"finish": "1"}
    answered.post("/plan/start/joints", data=joints)
    text = answered.get("/plan/readiness").text
    assert "appointment" not in text
    assert 'href="/learn/exercises"' in text


def test_reasons_link_to_their_claims_with_their_grade(answered: TestClient) -> None:
    answered.post("/plan/start/body", data=sent("body", FORM | {"active": "no"}) | {"finish": "1"})
    text = answered.get("/plan/readiness").text
    assert "You may walk backward" in text
    assert 'href="/learn/evidence/claims/active-months"' in text
    assert "What would change it:" in text


@pytest.mark.parametrize("key", KEYS)
def test_german_steps(client: TestClient, key: str) -> None:
    part = next(part for part in PARTS if part.key == key)
    text = client.get(f"/plan/start/{key}", headers=GERMAN).text
    assert '<html lang="de"' in text
    assert f"<h1>{words('de')(part.title)}</h1>" in text
    assert words("de")(part.title) != str(part.title)


def test_german_outcomes(answered: TestClient) -> None:
    assert "Du darfst rückwärts laufen" in answered.get("/plan/readiness", headers=GERMAN).text
    assert "Check für heute" in answered.get("/plan/check", headers=GERMAN).text
    answered.post("/plan/check", data=FINE | {"light": "dim"})
    assert "Nur gehen" in answered.get("/plan/check", headers=GERMAN).text


@pytest.mark.parametrize("path", ["/plan/start/moon", "/plan/start/../body"])
def test_there_is_no_other_step(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "form",
    [
        {"birth_year": "<script>alert(1)</script>", "unknown": "1"},
        {"birth_year": "9" * 100_000},
        {"running": ["1", "2", "3"]},
        {"active": "\x00", "experience": "'; drop table answers; --"},
        {},
    ],
)
def test_hostile_forms_are_answered_kindly(client: TestClient, store: Store, form: dict[str, object]) -> None:
    answer = client.post("/plan/start/body", data=form)
    assert answer.status_code == 422
    assert "<script>alert" not in answer.text
    assert client.post("/plan/start/body/keep", data=form).status_code in (200, 204)
    assert client.get("/plan/start/body").status_code == 200
    assert all(len(text) <= 400 for text in ready.draft(store).values())


def test_a_file_instead_of_an_answer(client: TestClient) -> None:
    assert client.post("/plan/start/body", files={"active": ("yes", b"yes")}).status_code == 422


def test_too_much_is_not_read(client: TestClient) -> None:
    assert client.post("/plan/start/body", data={"birth_year": "1" * (2 << 20)}).status_code == 413


def test_another_site_answers_nothing(client: TestClient, store: Store) -> None:
    answer = client.post("/plan/start/body", data=sent("body"), headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403
    assert ready.draft(store) == {}


def test_the_page_of_what_one_may_do_leads_to_the_questions_first(client: TestClient) -> None:
    assert client.get("/plan/readiness").headers["location"] == "/plan/start"


def test_a_plan_needs_answers(client: TestClient) -> None:
    assert client.post("/plan/new").status_code == 409


def test_a_plan_is_made(answered: TestClient, store: Store) -> None:
    answer = answered.post("/plan/new")
    assert (answer.status_code, answer.headers["location"]) == (303, "/plan")
    assert store.coach.plan() is not None
    assert "Make a new plan" in answered.get("/plan/readiness").text


def test_a_check_has_nine_questions_and_then_an_outcome(answered: TestClient) -> None:
    client = answered
    text = client.get("/plan/check").text
    assert text.count("<fieldset") == len(CHECK_QUESTIONS) == 9
    answer = client.post("/plan/check", data=FINE)
    assert (answer.status_code, answer.headers["location"]) == (303, "/plan/check")
    text = client.get("/plan/check").text
    assert "<fieldset" not in text
    assert "You and the place are ready." in text
    assert "<fieldset" in client.get("/plan/check?again=1").text


def test_a_check_says_why_not_and_what_instead(client: TestClient) -> None:
    client.post("/plan/check", data=FINE | {"ill": "fever", "light": "dim"})
    text = client.get("/plan/check").text
    assert "Not today" in text
    assert "a whole day without fever" in text
    assert 'href="/learn/evidence/claims/fever-free-h"' in text
    assert text.index("fever") < text.index("dim light")
    client.post("/plan/check", data=FINE | {"straight": "no"})
    assert "Put this right, then check again." in client.get("/plan/check").text


def test_a_check_before_any_question_opens_no_more_than_walking(client: TestClient) -> None:
    client.post("/plan/check", data=FINE)
    text = client.get("/plan/check").text
    assert "Only walk" in text
    assert 'href="/plan/start"' in text


def test_something_new_is_asked_about_before_anything_else_is_trained(answered: TestClient) -> None:
    answered.post("/plan/new")
    answered.post("/plan/check", data=FINE | {"signs": "yes"})
    text = answered.get("/plan/check").text
    assert "Exercises for home" not in text
    assert "You noticed something new" in text
    assert "nothing is planned backward" in answered.get("/plan").text
    assert "Time to answer again" in answered.get("/plan/readiness").text


def test_what_is_open_stands_beside_a_good_day(answered: TestClient) -> None:
    answered.post("/plan/start/body", data=sent("body", FORM | {"active": "no"}) | {"finish": "1"})
    answered.post("/plan/check", data=FINE)
    assert "Open to you at most: Walk." in answered.get("/plan/check").text


def test_a_check_that_is_not_complete_keeps_its_taps(client: TestClient) -> None:
    answer = client.post("/plan/check", data={"pain": "2", "light": "moon"})
    assert answer.status_code == 422
    assert answer.text.count('class="fault"') == 8
    assert re.search(r'name="pain"[^>]*value="2" checked', answer.text)


def test_a_check_leads_on_to_the_session_it_was_done_for(client: TestClient) -> None:
    assert 'name="then" value="s-12"' in client.get("/plan/check?then=s-12").text
    answer = client.post("/plan/check", data=FINE | {"then": "s-12"})
    assert answer.headers["location"] == "/plan/check?then=s-12"
    assert 'href="/plan/sessions/s-12"' in client.get("/plan/check?then=s-12").text


@pytest.mark.parametrize("then", ["//evil.test", "../..", "a b", "<script>", "x" * 65])
def test_a_check_leads_nowhere_else(client: TestClient, then: str) -> None:
    assert 'name="then"' not in client.get("/plan/check", params={"then": then}).text
    assert client.post("/plan/check", data=FINE | {"then": then}).headers["location"] == "/plan/check"


def test_every_reason_leads_to_a_page_of_its_claim(client: TestClient) -> None:
    keys = {rule.reason.claim for rule in RULES} | {rule.reason.claim for rule in CHECK_RULES}
    assert [key for key in sorted(keys) if client.get(f"/learn/evidence/claims/{key}").status_code != 200] == []
