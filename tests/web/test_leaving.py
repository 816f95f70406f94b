"""The addresses of what leaves the house."""

from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from backstride.app import Store, leaving
from backstride.app.rendered import Rendered
from tests.formats.writers.samples import LIFTED, PLACED, plan, verbatim

SOUND = bytes(range(256)) * 4


@pytest.fixture(autouse=True)
def planned(store: Store) -> None:
    store.coach.save_plan(plan(PLACED, LIFTED))


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaving, "_AUDIO", Rendered(10_000))
    monkeypatch.setattr("backstride.app.leaving.speech.session_audio", lambda *_: SOUND)


def test_the_calendar_needs_its_secret_and_nothing_else(client: TestClient, store: Store) -> None:
    for wrong in ("", "?token=", "?token=wrong", "?token=%F0%9F%91%9F"):
        answer = client.get(f"/plan/calendar.ics{wrong}")
        assert answer.status_code == 404
        assert "VCALENDAR" not in answer.text
    answer = client.get(f"/plan/calendar.ics?token={store.coach.calendar_token()}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.content.startswith(b"BEGIN:VCALENDAR\r\n")
    unfolded = answer.text.replace("\r\n ", "")
    assert "URL:http://localhost/plan/sessions/p-1\r\n" in unfolded
    assert answer.cookies == {}


def test_a_program_that_has_the_calendar_is_not_sent_it_again(client: TestClient, store: Store) -> None:
    address = f"/plan/calendar.ics?token={store.coach.calendar_token()}"
    tag = client.get(address).headers["etag"]
    assert client.get(address, headers={"if-none-match": f"W/{tag}"}).status_code == 304
    store.coach.save_plan(plan(PLACED, version=2))
    assert client.get(address, headers={"if-none-match": tag}).status_code == 200


def test_a_program_may_look_at_the_head_alone_and_ask_to_be_reminded(client: TestClient, store: Store) -> None:
    store.coach.save_plan(plan(PLACED, version=2, at="18:00"))
    address = leaving.calendar_path(store, "en")
    assert client.head(address).headers["content-type"] == "text/calendar; charset=utf-8"
    assert client.head("/plan/sessions/p-1/export/fit").status_code == 200
    assert "VALARM" not in client.get(address).text
    assert "TRIGGER:-PT30M\r\n" in client.get(f"{address}&remind=30").text
    assert client.get(f"{address}&remind=-1").status_code == 422


def test_the_calendar_speaks_the_language_of_its_address(client: TestClient, store: Store) -> None:
    address = leaving.calendar_path(store, "en").removesuffix("&language=en")
    assert "CATEGORIES:Backward\r\n" in client.get(address).text
    assert "CATEGORIES:Rückwärts\r\n" in client.get(leaving.calendar_path(store, "de")).text
    assert client.get(address + "&language=xx").status_code == 200


@pytest.mark.parametrize(
    ("kind", "media_type", "shown"),
    [
        ("fit", "application/vnd.ant.fit", "attachment"),
        ("txt", "text/plain; charset=utf-8", "attachment"),
        ("ics", "text/calendar; charset=utf-8", "attachment"),
        ("pdf", "application/pdf", "inline"),
    ],
)
def test_a_session_goes_out_as_a_file(client: TestClient, kind: str, media_type: str, shown: str) -> None:
    answer = client.get(f"/plan/sessions/p-1/export/{kind}")
    assert (answer.status_code, answer.headers["content-type"]) == (200, media_type)
    name = f"2026-03-02 Backward in short stretches.{kind}"
    assert answer.headers["content-disposition"].startswith(f'{shown}; filename="{name}"; ')


def test_no_name_breaks_the_header(client: TestClient, store: Store) -> None:
    nasty = replace(PLACED, workout=replace(PLACED.workout, name=verbatim('a"\r\nx-evil: 1/../..\\ä"')))
    store.coach.save_plan(plan(nasty, version=2))
    answer = client.get("/plan/sessions/p-1/export/txt")
    assert answer.status_code == 200
    assert "x-evil" not in answer.headers
    plain = answer.headers["content-disposition"].split("; ")[1]
    assert plain.count('"') == 2
    assert not set(plain) & set("/\\\r\n")


@pytest.mark.usefixtures("spoken")
def test_sound_comes_whole_in_pieces_or_not_again(client: TestClient) -> None:
    address = "/plan/sessions/p-1/export/mp3"
    whole = client.get(address)
    assert (whole.status_code, whole.content, whole.headers["content-type"]) == (200, SOUND, "audio/mpeg")
    assert whole.headers["accept-ranges"] == "bytes"
    assert client.get(address, headers={"if-none-match": whole.headers["etag"]}).status_code == 304
    for asked, first, last in (
        ("bytes=0-1", 0, 1),
        ("bytes=1000-", 1000, 1023),
        ("bytes=-4", 1020, 1023),
        ("bytes=9-99999", 9, 1023),
    ):
        piece = client.get(address, headers={"range": asked})
        assert (piece.status_code, piece.content) == (206, SOUND[first : last + 1])
        assert piece.headers["content-range"] == f"bytes {first}-{last}/1024"
    assert client.get(address, headers={"range": "bytes=1024-"}).status_code == 416
    assert client.get(address, headers={"range": "lines=1-2"}).status_code == 200


def test_without_a_voice_the_page_says_what_to_install(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> object:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(leaving, "_AUDIO", Rendered(10_000))
    monkeypatch.setattr("backstride.formats.writers.voice.import_module", absent)
    answer = client.get("/plan/sessions/p-1/export/ogg")
    assert answer.status_code == 403
    assert "backstride[audio]" in answer.text


def test_the_page_names_the_sound_for_a_locked_phone_and_says_when_there_is_no_voice(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backstride.web.plan.has_voice", lambda: True)
    html = client.get("/plan/sessions/p-1").text
    assert 'data-title="Backward in short stretches" data-album="Monday, 2 March 2026"' in html
    assert "/static/js/spoken.js" in html
    assert "has to be made" in html
    monkeypatch.setattr("backstride.web.plan.has_voice", lambda: False)
    html = client.get("/plan/sessions/p-1").text
    assert "<audio" not in html
    assert "a voice that is not installed" in html


def test_sheets_to_print(client: TestClient) -> None:
    for address in (
        "/plan/week.pdf?first=2026-03-02",
        "/plan/week.pdf",
        "/plan/week.pdf?first=2026-03-02&paper=letter",
        "/learn/exercises.pdf?key=squat&key=back-rock",
    ):
        answer = client.get(address)
        assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf"), address
        assert answer.content.startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/plan/week.pdf?first=tomorrow", 422),
        ("/plan/week.pdf?first=9999-12-31", 422),
        ("/learn/exercises.pdf", 422),
        ("/learn/exercises.pdf?key=no-such", 404),
        ("/learn/exercises.pdf?" + "key=squat&" * 61, 422),
        ("/plan/sessions/p-9/export/fit", 404),
        ("/plan/sessions/p-9/export/mp3", 404),
        ("/plan/sessions/p-1/export/exe", 404),
    ],
)
def test_what_is_not_there_is_a_designed_page(client: TestClient, address: str, status: int) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert "<html" in answer.text
