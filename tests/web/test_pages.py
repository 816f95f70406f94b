"""Every page of the site is answered, escaped, and says what it should."""

import re
import sqlite3
from datetime import date

import pytest
from sqlalchemy.exc import OperationalError
from starlette.testclient import TestClient

from backstride.app import Store, save_settings
from backstride.recording import Direction
from backstride.web.plan_days import first_day
from backstride.web.today import band, totals
from tests.web.material import gpx, keep, table

PAGES = ["/", "/recordings", "/recordings/imports", "/settings"]


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_answered_before_anything_is_there(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.text.count("<h1") == 1
    assert '<main id="main"' in answer.text
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", PAGES)
def test_pages_hold_no_inline_script_or_style(client: TestClient, store: Store, path: str) -> None:
    keep(store, "run.gpx", gpx("Run"))
    text = client.get(path).text
    assert re.findall(r"<script(?![^>]*\bsrc=)", text) == []
    assert re.findall(r"<style|\sstyle=|\son\w+=", text) == []


@pytest.mark.parametrize("path", PAGES)
def test_vendored_files_are_checked_by_the_browser(client: TestClient, path: str) -> None:
    for tag in re.findall(r'<(?:script|link rel="stylesheet")[^>]*/static/vendor/[^>]*>', client.get(path).text):
        assert 'integrity="sha384-' in tag


@pytest.mark.parametrize("path", PAGES)
def test_every_link_to_our_own_files_and_places_leads_somewhere(client: TestClient, store: Store, path: str) -> None:
    keep(store, "run.gpx", gpx("Run"))
    links = set(re.findall(r'(?:href|src)="(/[^"#]*)"', client.get(path).text))
    assert links
    got = {link: client.get(link, follow_redirects=True).status_code for link in links}
    assert got == dict.fromkeys(links, 200)


def test_only_places_that_work_are_in_the_navigation(client: TestClient) -> None:
    navigation = re.search(r'<nav class="places".*?</nav>', client.get("/").text, re.DOTALL)
    assert navigation
    assert re.findall(r'href="([^"]+)"', navigation.group()) == ["/", "/plan", "/recordings", "/progress", "/learn"]


def test_the_first_visit_offers_to_drop_files_and_later_shows_what_came(client: TestClient, store: Store) -> None:
    assert 'type="file"' in client.get("/").text
    id_ = keep(store, "run.gpx", gpx("Along the canal"))
    text = client.get("/").text
    assert "Along the canal" in text
    assert f"/recordings/{id_}" in text
    assert 'class="ribbon' in text
    assert "Came in since yesterday" in text
    assert re.search(r"Imported <strong>1</strong>", text)


@pytest.mark.parametrize("path", ["/", "/recordings", "/recordings/imports"])
def test_hostile_names_are_words_and_nothing_else(client: TestClient, store: Store, path: str) -> None:
    keep(store, '"><img src=x onerror=alert(1)>.gpx', gpx("<script>alert(1)</script>"))
    text = client.get(path).text
    assert "<script>alert" not in text
    assert "<img" not in text
    assert "&lt;" in text


def test_a_hostile_search_stays_in_its_field(client: TestClient) -> None:
    text = client.get("/recordings", params={"q": '"><script>alert(1)</script>'}).text
    assert "<script>alert" not in text
    assert "No recording fits these filters" in text


def test_the_list_is_filtered_sorted_and_paged(client: TestClient, store: Store) -> None:
    keep(store, "long.gpx", gpx("Long", "2026-05-04T08:00:00Z", 9))
    keep(store, "short.gpx", gpx("Short", "2026-05-06T08:00:00Z", 2))
    keep(store, "pocket.csv", table())

    def names(query: str) -> list[str]:
        return re.findall(r'class="row-link name"[^>]*>([^<]+)<', client.get(f"/recordings{query}").text)

    assert names("") == ["Short", "Long", "pocket"]
    assert names("?sort=longest") == ["Long", "Short", "pocket"]
    assert names("?q=sho") == ["Short"]
    assert names("?format=GPX") == ["Short", "Long"]
    assert names("?since=2026-05-05&until=2026-05-07") == ["Short"]
    assert names("?direction=backward") == []
    assert names("?page=7") == ["Short", "Long", "pocket"]


def test_a_fragment_keeps_the_clean_address(client: TestClient) -> None:
    answer = client.get("/recordings?q=a&sport=&sort=newest", headers={"hx-request": "true"})
    assert answer.headers["hx-push-url"] == "/recordings?q=a"


def test_a_missing_date_and_distance_are_said(client: TestClient, store: Store) -> None:
    keep(store, "pocket.csv", table())
    text = client.get("/recordings").text
    assert "Date unknown" in text
    assert "No distance in this recording" in text


def test_simulated_recordings_are_labelled(client: TestClient, store: Store) -> None:
    keep(store, "made.csv", table(comment="# simulated by backstride\n"))
    assert 'class="tag simulated"' in client.get("/recordings").text


def test_the_log_says_what_became_of_each_file(client: TestClient, store: Store) -> None:
    from backstride.app import import_file

    keep(store, "run.gpx", gpx("Run"))
    for name, data in (("run.gpx", gpx("Run")), ("holiday.gpx", b"not a recording")):
        list(import_file(store, name, data))
    text = client.get("/recordings/imports").text
    for word in ("Imported", "Already there", "Not imported", "holiday.gpx"):
        assert word in text


def test_a_database_that_cannot_be_used_is_said_to_be_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from backstride.web import make_app, recordings

    def locked(*_: object) -> None:
        raise OperationalError("BEGIN IMMEDIATE", {}, sqlite3.OperationalError("database is locked"))

    monkeypatch.setattr(recordings, "list_recordings", locked)
    answer = TestClient(make_app(store), base_url="http://localhost").get("/recordings")
    assert answer.status_code == 503
    assert "database cannot be used just now" in answer.text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nothing", 404),
        ("/recordings/0000000000000000", 404),
        ("/recordings?q=%00", 200),
        ("/recordings/imports?before=1000000000000000000000", 422),
    ],
)
def test_faults_are_pages_too(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert '<nav class="places"' in answer.text
    assert "content-security-policy" in answer.headers


def test_a_wrong_method_is_a_page_too(client: TestClient) -> None:
    answer = client.delete("/recordings")
    assert answer.status_code == 405
    assert answer.headers["allow"]
    assert '<nav class="places"' in answer.text


def test_what_breaks_unexpectedly_is_a_page_without_its_inside(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from backstride.web import make_app, recordings

    def broken(*_: object) -> None:
        raise RuntimeError("the inside")

    monkeypatch.setattr(recordings, "list_recordings", broken)
    patient = TestClient(make_app(store), base_url="http://localhost", raise_server_exceptions=False)
    answer = patient.get("/recordings")
    assert answer.status_code == 500
    assert "the inside" not in answer.text
    assert "Something broke on our side" in answer.text


def test_the_language_follows_the_browser_until_one_is_chosen(client: TestClient, store: Store) -> None:
    german = {"accept-language": "de-AT,de;q=0.9,en;q=0.5"}
    assert '<html lang="de"' in client.get("/", headers=german).text
    assert '<html lang="en"' in client.get("/").text
    save_settings(store, {"language": "en"})
    assert '<html lang="en"' in client.get("/", headers=german).text


def test_our_own_files_are_asked_for_again_and_vendored_ones_kept(client: TestClient) -> None:
    assert client.get("/static/tokens.css").headers["cache-control"] == "no-cache"
    vendored = re.search(r"/static/vendor/htmx[^\"]+", client.get("/").text)
    assert vendored
    assert "immutable" in client.get(vendored.group()).headers["cache-control"]


@pytest.mark.parametrize(
    ("day", "first_weekday", "first"),
    [
        (date(2026, 5, 4), 0, date(2026, 5, 4)),
        (date(2026, 5, 10), 0, date(2026, 5, 4)),
        (date(2026, 5, 10), 6, date(2026, 5, 10)),
        (date(2026, 5, 8), 5, date(2026, 5, 2)),
    ],
)
def test_a_week_begins_where_the_reader_says(day: date, first_weekday: int, first: date) -> None:
    assert first_day(day, first_weekday) == first


def test_an_old_week_is_called_the_last_one(client: TestClient, store: Store) -> None:
    keep(store, "run.gpx", gpx("Long ago"))
    text = client.get("/").text
    assert "Week of 4 May 2026" in text
    assert "The last week with recordings" in text


def test_a_week_without_seconds_has_no_band() -> None:
    assert band(totals(())) == ()


def test_totals_are_laid_end_to_end() -> None:
    assert band({Direction.BACKWARD: 30.0, Direction.FORWARD: 90.0}) == (
        (0.0, 0.25, Direction.BACKWARD),
        (0.25, 1.0, Direction.FORWARD),
    )
