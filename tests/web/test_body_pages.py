"""The page about muscles, joints and energy, and the section of the recording page."""

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from backstride.app import Store, save_settings
from backstride.evidence.promises import PROMISES
from backstride.evidence.table import CLAIMS
from backstride.physiology.muscles import Change, activities
from backstride.recording import Gait
from tests import coached
from tests.sessions import bare, pocket_session, put, track_session

GERMAN = {"accept-language": "de"}
JOG = "/learn/body?direction=backward&gait=run&speed_kmh=9&grade=0&mass_kg=70&minutes=15"


@pytest.mark.parametrize("headers", [{}, GERMAN], ids=["en", "de"])
@pytest.mark.parametrize("path", ["/learn/body", "/learn/body?gait=run", JOG])
def test_the_page_holds_no_script_and_leads_somewhere(client: TestClient, path: str, headers: dict[str, str]) -> None:
    answer = client.get(path, headers=headers)
    assert answer.status_code == 200
    assert answer.text.count("<h1") == 1
    assert re.findall(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", answer.text) == []
    claims = re.findall(r'href="/learn/evidence/claims/([^"#]+)', answer.text)
    promises = set(re.findall(r'href="/learn/evidence/([\w-]+)["#]', answer.text))
    assert claims
    assert set(claims) <= set(CLAIMS)
    assert {"knee-load", "low-impact", "more-calories"} <= promises <= set(PROMISES)


@pytest.mark.parametrize("gait", [Gait.WALK, Gait.RUN])
def test_every_muscle_is_marked_linked_and_listed(client: TestClient, gait: Gait) -> None:
    text = client.get(f"/learn/body?gait={gait}").text
    for muscle in activities(gait):
        assert f'href="#muscle-{muscle}"' in text
        assert text.count(f'id="muscle-{muscle}"') == 1
    known = sum(one.change is not Change.NO_DATA for one in activities(gait).values())
    assert text.count('<text class="mark') == 2 * known, "a glyph on each side, where something is known"
    (switch,) = re.findall(r'<nav class="switch".*?</nav>', text, re.DOTALL)
    assert re.findall(r'gait=(\w+)#muscles" aria-current', switch) == [gait.value]


def test_a_choice_that_is_none_falls_back_to_the_usual_one(client: TestClient) -> None:
    text = unescape(client.get("/learn/body?direction=up&gait=<script>&speed_kmh=4&mass_kg=70&minutes=15").text)
    assert '<option value="backward" selected>' in text
    assert '<option value="walk" selected>' in text
    assert re.search(r'<div class="answer".*?Energy.*?kJ', text, re.DOTALL)


def test_the_switch_keeps_what_was_asked(client: TestClient) -> None:
    text = unescape(client.get(JOG).text)
    assert "/learn/body?direction=backward&gait=walk&speed_kmh=9" in text


def test_the_calculator(client: TestClient) -> None:
    text = unescape(client.get(JOG).text)
    assert re.search(r"810 <span class=\"unit\">kJ", text)
    assert "600–1,080" in text
    assert "+26" in text
    assert re.search(r"The same against forward at that speed.*?−24", text, re.DOTALL)
    assert "forward 2.3 × body weight" in text
    assert "bestätigt sich nicht" in unescape(client.get(JOG, headers=GERMAN).text)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"grade": "-5"}, "What going backward downhill costs was never measured, so no number is given."),
        ({"speed_kmh": "fast"}, "Fast is not a number"),
        ({"speed_kmh": ""}, "A number from 0.5 to 40 is expected"),
        ({"mass_kg": "5"}, "A number from 20 to 300 is expected"),
        ({"direction": "<b>"}, ""),
        ({"minutes": "9" * 500}, "is expected"),
        ({"gait": "fly"}, ""),
    ],
)
def test_what_cannot_be_computed_says_why(client: TestClient, changed: dict[str, str], says: str) -> None:
    asked = {"direction": "backward", "gait": "run", "speed_kmh": "9", "grade": "0", "mass_kg": "70", "minutes": "15"}
    answer = client.get("/learn/body", params=asked | changed)
    assert answer.status_code == 200
    assert says.lower() in unescape(answer.text).lower()
    assert "<b>" not in answer.text


def test_numbers_of_knees_are_for_the_persons_own_speed_and_mass(client: TestClient, store: Store) -> None:
    before = client.get("/learn/body").text
    assert "Speeds are examples" in before
    put(store, track_session(), "track")
    save_settings(store, {"mass_kg": "70", "speed_as": "speed"})
    text = client.get("/learn/body").text
    assert "Speeds are yours" in text
    assert re.search(r"Backward at 7\.\d km/h", text)
    assert re.search(r"[\d,]+ N<", text)


def test_a_recording_shows_energy_and_load_by_direction(client: TestClient, store: Store) -> None:
    save_settings(store, {"mass_kg": "70"})
    id_ = put(store, track_session(), "track")
    text = client.get(f"/recordings/{id_}").text
    section = text[text.index('id="body-title"') :]
    places = [section.index(text) for text in ("Backward", "Against forward at the same speed", "The same time")]
    assert places == sorted(places)
    assert "Peak force behind the kneecap" in section
    assert "Enter it in the settings" not in text
    german = client.get(f"/recordings/{id_}", headers=GERMAN).text
    assert "Energie und Belastung der Gelenke" in german


def test_without_mass_or_speed_the_recording_says_what_is_missing(client: TestClient, store: Store) -> None:
    text = client.get(f"/recordings/{put(store, track_session(), 'track')}").text
    assert "kJ per kg" in text
    assert 'href="/settings#mass_kg"' in text
    blind = put(store, bare(pocket_session(), "acceleration", "angular_rate"), "pocket")
    text = client.get(f"/recordings/{blind}").text
    assert 'id="body-title"' not in text or "neither energy nor load" in text


def test_a_session_and_the_last_days_sum_up(client: TestClient, store: Store) -> None:
    save_settings(store, {"mass_kg": "70"})
    id_ = put(store, track_session(), "track")
    store.coach.save_session(coached.session("s", coached.FIRST, id_), chosen=True)
    text = client.get("/plan/done/s").text
    assert text.index("Energy, backward") < text.index("Energy, forward")
    assert "Load by zones (Edwards)" in text
    assert "Your last seven days" not in client.get("/learn/body").text, "it was long ago"
