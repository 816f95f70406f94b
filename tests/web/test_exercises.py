"""The library in the browser: filters, a page for each exercise, and what it says to whom."""

import re
from datetime import UTC, date, datetime

import pytest
from starlette.testclient import TestClient

from backstride.app import Store, save_settings
from backstride.plan.answers import Answers, Health, Symptom, Wishes
from backstride.plan.exercises import EXERCISES, Equipment, ExerciseKind, Muscle
from backstride.plan.kinds import Goal, Limit, Place
from backstride.web.exercise_view import NOTHING_NEEDED, Wanted, fits, read_wanted
from backstride.words import words

LIBRARY = "/learn/exercises"
WISHES = Wishes(Goal.FIRST_10_MIN, 8, frozenset({1, 5}), 45, frozenset({Place.TRACK}))
FIT = Health(birth_year=1990, active=True, stance_s=45.0, backward_3m_s=2.0, running=3)


def keys(text: str) -> list[str]:
    return re.findall(r'class="row-link" href="/learn/exercises/([^"]+)"', text)


def say_of_oneself(store: Store, health: Health) -> None:
    store.coach.save_answers(Answers(health, WISHES, datetime.now(UTC).date()))


def test_all_of_them_are_there_with_their_figures(client: TestClient) -> None:
    text = client.get(LIBRARY).text
    assert sorted(keys(text)) == sorted(EXERCISES)
    assert text.count('class="figure"') == len(EXERCISES)
    assert text.count("<h1") == 1
    assert re.findall(r"<style|\sstyle=|\son\w+=", text) == []
    assert "Answer the readiness questions" in text
    assert 'name="mine"' not in text


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("key", EXERCISES)
def test_each_has_its_page_in_both_languages(client: TestClient, key: str, language: str) -> None:
    answer = client.get(f"{LIBRARY}/{key}", headers={"accept-language": language})
    assert answer.status_code == 200
    w, row = words(language), EXERCISES[key]
    text = answer.text.replace("&#39;", "'").replace("&#34;", '"')
    for message in (row.name, row.purpose, *row.set_up, *row.steps, *row.faults, *row.avoid):
        assert w(message) in text
        assert language == "en" or w(message) != str(message) or len(str(message)) < 10
    assert text.count("<h1") == 1
    assert f'href="/learn/evidence/claims/{row.claim}"' in text
    for other in (*row.after, *row.easier, *row.harder):
        assert f'href="/learn/exercises/{other}"' in text


@pytest.mark.parametrize("key", ["nope", "SQUAT", "squat%00", "..%2f..%2fetc", "<script>", "%F0%9F%98%80", "a" * 3000])
def test_what_is_no_exercise_is_not_found(client: TestClient, key: str) -> None:
    answer = client.get(f"{LIBRARY}/{key}")
    assert answer.status_code == 404
    assert "<script>" not in answer.text


@pytest.mark.parametrize(
    "params",
    [
        {"kind": "yoga"},
        {"muscle": "'; drop table"},
        {"equipment": "gun"},
        {"mine": "no"},
        {"q": "   "},
        {"page": "7"},
    ],
)
def test_a_filter_that_means_nothing_is_left_out(client: TestClient, params: dict[str, str]) -> None:
    assert read_wanted(params) == Wanted()
    assert len(keys(client.get(LIBRARY, params=params).text)) == len(EXERCISES)


def test_what_is_typed_is_shown_as_text(client: TestClient) -> None:
    text = client.get(LIBRARY, params={"q": '"><script>alert(1)</script>'}).text
    assert "<script>alert" not in text
    assert "No exercise fits these filters" in text


@pytest.mark.parametrize("kind", ExerciseKind)
def test_a_kind_shows_its_own(client: TestClient, kind: ExerciseKind) -> None:
    found = keys(client.get(LIBRARY, params={"kind": kind}).text)
    assert sorted(found) == sorted(key for key, row in EXERCISES.items() if row.kind is kind)


def test_filters_work_together() -> None:
    w = words("en")
    wanted = Wanted(muscle=Muscle.CALVES, equipment=Equipment.WALL)
    found = {key for key, row in EXERCISES.items() if fits(row, wanted, w)}
    assert "calf-raise" in found
    assert all({"calves", "wall or rail"} <= {*EXERCISES[key].muscles, *EXERCISES[key].equipment} for key in found)
    bare = {key for key, row in EXERCISES.items() if fits(row, Wanted(equipment=NOTHING_NEEDED), w)}
    assert "calf-raise" in bare
    assert not {"back-rock", "mirror-drill", "relay"} & bare


def test_search_reads_the_readers_language() -> None:
    squat = EXERCISES["squat"]
    assert fits(squat, Wanted(q="kniebeuge GESÄSS"), words("de"))
    assert fits(squat, Wanted(q="thighs squat"), words("en"))
    assert not fits(squat, Wanted(q="kniebeuge"), words("en"))


def test_the_address_keeps_the_filters() -> None:
    wanted = Wanted(q="calf & shin", kind="strength", mine="yes")
    assert read_wanted({"q": "calf & shin", "kind": "strength", "mine": "yes"}) == wanted
    assert wanted.address() == "?q=calf+%26+shin&kind=strength&mine=yes"
    assert Wanted().address() == ""


def test_a_person_sees_what_is_not_for_them_and_why(client: TestClient, store: Store) -> None:
    say_of_oneself(store, Health(birth_year=1990, active=True, limits=frozenset({Limit.KNEE, Limit.NECK})))
    library = client.get(LIBRARY).text
    assert "Not for you now" in library
    mine = keys(client.get(LIBRARY, params={"mine": "yes"}).text)
    assert mine
    assert len(mine) < len(EXERCISES)
    assert not any(EXERCISES[key].not_for & {Limit.KNEE, Limit.NECK} for key in mine)
    lunge = client.get(f"{LIBRARY}/lunge").text
    assert "It is left out because of what you told: knee." in lunge
    assert "Not for you now" not in client.get(f"{LIBRARY}/calf-raise").text
    german = client.get(f"{LIBRARY}/lunge", headers={"accept-language": "de"}).text
    assert "Jetzt nichts für dich." in german


def test_who_is_well_sees_no_warning(client: TestClient, store: Store) -> None:
    say_of_oneself(store, FIT)
    text = client.get(LIBRARY).text
    assert "Answer the readiness questions" not in text
    assert "calf-raise" in keys(client.get(LIBRARY, params={"mine": "yes"}).text)


def test_when_the_heart_comes_first_nothing_is_open(client: TestClient, store: Store) -> None:
    say_of_oneself(store, Health(birth_year=1960, active=False, symptoms=frozenset({Symptom.CHEST})))
    text = client.get(LIBRARY).text
    assert "Training waits until a doctor" in text
    assert keys(client.get(LIBRARY, params={"mine": "yes"}).text) == []
    assert "A doctor should look at what you noticed" in client.get(f"{LIBRARY}/squat").text


def test_answers_that_are_old_are_asked_for_again(client: TestClient, store: Store) -> None:
    store.coach.save_answers(Answers(FIT, WISHES, date(2020, 1, 1)))
    text = client.get(LIBRARY).text
    assert "Answer again" in text


def test_distances_follow_the_readers_units(client: TestClient, store: Store) -> None:
    assert "4 × 20 m" in client.get(f"{LIBRARY}/relay").text.replace('<span class="unit">', "").replace("</span>", "")
    save_settings(store, {"units": "imperial"})
    assert "66 <span" in client.get(f"{LIBRARY}/relay").text
