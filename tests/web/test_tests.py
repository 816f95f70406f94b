"""The pages of tests: the list, how one is done, tries kept by form, history with the error of the test."""

import re
from datetime import timedelta

import pytest
from starlette.testclient import TestClient

from backstride.app import Store
from backstride.app.tests import record_trial
from backstride.assess import TESTS, results
from backstride.store import NewFile, NewRecording, pack, pack_original
from backstride.web.trial_view import BOTTOM, TOP, change, charts
from backstride.words import words
from tests import coached, made
from tests.assess.test_result import tries
from tests.assess.test_sway import standing


@pytest.mark.parametrize("key", TESTS)
@pytest.mark.parametrize("language", ["en", "de"])
def test_every_test_has_its_page(client: TestClient, key: str, language: str) -> None:
    answer = client.get(f"/progress/tests/{key}", headers={"accept-language": language})
    assert answer.status_code == 200
    assert answer.text.count("<li>") >= len(TESTS[key].steps)
    assert 'class="figure' in answer.text
    assert ("data-stopwatch" in answer.text) is (TESTS[key].entry == "timed")
    assert (
        'name="recording"' in answer.text or "no recording yet" in answer.text or "noch keine Aufz" in answer.text
    ) is (key in {"sway", "reaction", "economy"})


def test_the_list_leads_to_each(client: TestClient) -> None:
    page = client.get("/progress/tests").text
    assert all(f'href="/progress/tests/{key}"' in page for key in TESTS)
    assert page.count("Not done yet") == len(TESTS)
    assert client.get("/progress/tests/none").status_code == 404


def test_a_try_is_kept_and_shown(client: TestClient, store: Store) -> None:
    form = {"value": "12,5", "side": "right", "notes": "<barefoot>"}
    answer = client.post("/progress/tests/stance-open", data=form)
    assert (answer.status_code, answer.headers["location"]) == (303, "/progress/tests/stance-open?side=right#try")
    (kept,) = store.measuring.trials()
    assert (kept.value, kept.side, kept.notes) == (12.5, "right", "<barefoot>")
    page = client.get("/progress/tests/stance-open?side=right").text
    assert "12.5 s" in page
    assert "&lt;barefoot&gt;" in page
    assert re.search(r'value="right" checked', page)
    assert "Right 12.5 s" in client.get("/progress/tests").text


def test_what_was_typed_stays_beside_its_fault(client: TestClient, store: Store) -> None:
    answer = client.post("/progress/tests/hop", data={"value": "far", "side": "left", "notes": "wet"})
    assert answer.status_code == 422
    assert 'value="far"' in answer.text
    assert 'value="wet"' in answer.text
    assert 'id="value-fault"' in answer.text
    assert "far is not a number" in answer.text
    assert store.measuring.trials() == ()


def test_a_try_can_be_taken_back(client: TestClient, store: Store) -> None:
    client.post("/progress/tests/sit-and-reach", data={"value": "-3"})
    (kept,) = store.measuring.trials()
    assert client.post("/progress/tests/sit-and-reach/remove", data={"id": kept.id}).status_code == 303
    assert store.measuring.trials() == ()
    assert client.post("/progress/tests/sit-and-reach/remove", data={"id": kept.id}).status_code == 404


def test_sway_is_read_from_a_recording(client: TestClient, store: Store) -> None:
    for name, recording in (("a.csv", standing()), ("b.csv", standing(seconds=15))):
        store.recordings.add(
            NewFile(pack_original(name, name.encode()), (NewRecording(pack(recording), made.analysed()),))
        )
    good, bad = (
        store.recordings.ids_of(pack_original(name, name.encode()).sha) or ("",) for name in ("a.csv", "b.csv")
    )
    answer = client.post("/progress/tests/sway/recording", data={"recording": bad[0], "condition": "eyes open"})
    assert answer.status_code == 422
    assert "nobody stands still" in answer.text.lower()
    answer = client.post("/progress/tests/sway/recording", data={"recording": good[0], "condition": "eyes open"})
    assert answer.status_code == 303
    (kept,) = store.measuring.trials()
    assert kept.value == pytest.approx(66.7, rel=0.03)
    assert kept.day == made.START.date()
    assert f"{kept.value:.0f} mm/s²" in client.get("/progress/tests/sway").text
    assert client.post("/progress/tests/sway/recording", data={}).status_code == 422


def test_norms_are_those_of_the_age_that_was_told(client: TestClient, store: Store) -> None:
    assert client.get("/progress/tests/stance-closed").text.count("Women of") == 6
    store.coach.save_answers(coached.ANSWERS)
    page = client.get("/progress/tests/stance-closed").text
    assert page.count("Women of") == 1
    assert "Women of 40 to 49" in page
    assert "until a doctor" in page


def test_the_band_is_the_error_around_the_first_day() -> None:
    test = TESTS["walk-3m"]
    found = results(
        test, [one for day, value in ((0, 4.0), (14, 3.0), (28, 2.0)) for one in tries("walk-3m", value, day=day)]
    )
    (chart,) = charts(test, found, words("en"))
    assert chart.band
    top, height = chart.band
    assert TOP <= top < chart.results[0].y < top + height <= BOTTOM
    assert top <= chart.results[1].y <= top + height < chart.results[2].y
    assert (
        str(change(test, found, words("en"))) == "From 4.00 s to 2.00 s: more than the 1.69 s that error alone makes."
    )
    assert "less than" in str(change(test, found[:2], words("en")))
    assert change(test, found[:1], words("en")) is None


def test_what_is_unknown_is_said(client: TestClient, store: Store) -> None:
    today = coached.FIRST
    for ago, value in ((20, "20"), (0, "30")):
        form = {"test": "stance-open", "value": value, "side": "left", "day": str(today - timedelta(ago))}
        record_trial(store, form, today)
    page = client.get("/progress/tests/stance-open").text
    assert "How much of that is error of the test is unknown." in page
    assert "error-band" not in page
    assert page.count('class="result"') == 3


def test_the_weaker_side_and_the_cost_of_counting_are_told(client: TestClient) -> None:
    for side, value in (("left", "1.0"), ("right", "1.25")):
        client.post("/progress/tests/hop", data={"value": value, "side": side, "practice": "no"})
    assert (
        "The left side is behind: the smaller value is 80% of the larger one." in client.get("/progress/tests/hop").text
    )
    for key, value in (("walk-3m", "3.0"), ("dual-task", "3.6")):
        client.post(f"/progress/tests/{key}", data={"value": value, "practice": "no"})
    assert "Counting slowed you down by 20%" in client.get("/progress/tests/dual-task").text
