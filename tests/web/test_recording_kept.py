"""What a person says of a recording and gets of it: its twin, name and notes, the original, exports, removal."""

import pytest
from starlette.testclient import TestClient

from backstride.app import Store, show_recording
from backstride.recording import Placement
from tests.sessions import pocket_session, put, track_session
from tests.web.material import gpx, keep


@pytest.fixture
def session(store: Store) -> str:
    return put(store, track_session(), "Backward & forward <on> the track")


# Two devices, one session


def test_twins_are_told_apart_by_the_person(client: TestClient, store: Store) -> None:
    watch, phone = (keep(store, f"{name}.gpx", gpx(name)) for name in ("Watch", "Phone"))
    for one, other in ((watch, "Phone"), (phone, "Watch")):
        text = client.get(f"/recordings/{one}").text
        assert "Another device recorded the same session" in text
        assert f">{other}</a>." in text
    answer = client.post(f"/recordings/{phone}/apart")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/recordings/{phone}")
    assert all("same session" not in client.get(f"/recordings/{one}").text for one in (watch, phone))
    assert client.get("/recordings").text.count('class="row-link') == 2


# Name, original, exports, removal


def test_a_new_name_notes_and_placement(client: TestClient, store: Store) -> None:
    id_ = put(store, pocket_session(), "Pocket")
    form = {"name": " Practice ", "notes": "Dry, calm.", "placement": "waist"}
    assert client.post(f"/recordings/{id_}/describe", data=form).status_code == 303
    shown = show_recording(store, id_)
    assert (shown.name, shown.notes, shown.about.placement) == ("Practice", "Dry, calm.", Placement.WAIST)
    assert "Dry, calm." in client.get(f"/recordings/{id_}").text


def test_the_original_comes_back_byte_by_byte(client: TestClient, store: Store) -> None:
    id_ = put(store, track_session(), 'Läufe "am" Fluss', b"the very bytes")
    answer = client.get(f"/recordings/{id_}/original")
    assert answer.content == b"the very bytes"
    assert "attachment" in answer.headers["content-disposition"]
    assert "L%C3%A4ufe" in answer.headers["content-disposition"]


@pytest.mark.parametrize("kind", ["csv", "parquet", "gpx", "json"])
def test_every_export_is_offered_and_given(client: TestClient, session: str, kind: str) -> None:
    assert f'/export/{kind}"' in client.get(f"/recordings/{session}").text
    answer = client.get(f"/recordings/{session}/export/{kind}")
    assert answer.status_code == 200
    assert answer.content
    assert "attachment" in answer.headers["content-disposition"]


def test_no_gpx_of_what_has_no_positions(client: TestClient, store: Store) -> None:
    id_ = put(store, pocket_session(), "Indoors")
    assert '/export/gpx"' not in client.get(f"/recordings/{id_}").text
    assert client.get(f"/recordings/{id_}/export/gpx").status_code == 403
    assert client.get(f"/recordings/{id_}/export/exe").status_code == 404


def test_removing_asks_first(client: TestClient, store: Store, session: str) -> None:
    asked = client.post(f"/recordings/{session}/remove")
    assert asked.headers["location"] == f"/recordings/{session}/remove"
    assert "Remove Backward &amp; forward" in client.get(f"/recordings/{session}/remove").text
    assert client.get(f"/recordings/{session}").status_code == 200
    done = client.post(f"/recordings/{session}/remove", data={"sure": "yes"})
    assert done.headers["location"] == "/recordings"
    assert client.get(f"/recordings/{session}").status_code == 404
