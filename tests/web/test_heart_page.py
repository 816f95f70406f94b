"""The heart on the recording page and on its own page: numbers by direction, zones said and forgotten, faults kept."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from starlette.testclient import TestClient

from backstride.app import Store
from backstride.app.heart_settings import history
from backstride.app.load import weekly_load
from backstride.physiology import pace
from backstride.recording import Direction, Gait
from tests.hearts import DAY, keep

HEART = "/progress/heart"


def words_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_the_recording_page_tells_of_the_heart_by_direction(store: Store, client: TestClient) -> None:
    id_ = keep(store, "one")
    html = client.get(f"/recordings/{id_}").text
    section = html[html.index('id="heart-title"') : html.index('id="body-title"')]
    said = words_of(section)
    assert "Time in zones" in said
    assert section.count('fill="url(#ribbon-backward)"') == 6
    assert section.count('class="curve backward"') == 1
    assert "In a study it was 22 more" in said
    assert "style=" not in section
    assert "Banister's load is missing: it needs your resting heart rate." in unescape(said)
    client.post(HEART, data={"from": str(DAY), "resting": "55"})
    said = words_of(client.get(f"/recordings/{id_}").text)
    assert "Load by reserve (Banister)" in said
    assert "is missing: it needs" not in said


def test_points_are_shown_where_no_line_can_be(
    store: Store, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "LEAST_SPREAD_MPS", 9.0)
    html = client.get(f"/recordings/{keep(store, 'one')}").text
    assert "Heart rate against speed" in html
    assert 'class="curve backward"' not in html
    assert "the speed was too even to tell how the heart follows it" in html


def test_a_recording_without_a_heart_rate_has_no_such_section(store: Store, client: TestClient) -> None:
    id_ = keep(store, "one", beats=False)
    assert 'id="heart-title"' not in client.get(f"/recordings/{id_}").text


def test_the_page_without_recordings_says_what_it_waits_for(client: TestClient) -> None:
    answer = client.get(HEART)
    assert answer.status_code == 200
    assert "No recording with a heart rate yet" in answer.text


def test_the_page_shows_pace_and_load(store: Store, client: TestClient) -> None:
    for week in range(4):
        keep(store, f"r{week}", days=7 * week)
    answer = client.get(HEART)
    assert answer.status_code == 200
    assert "Heart rate at one pace" in answer.text
    assert 'class="curve backward"' in answer.text
    assert "No safe ratio" in answer.text
    assert "is missing: it needs your resting heart rate." in answer.text


def test_load_by_week_is_told_by_direction_and_gait(store: Store, client: TestClient) -> None:
    day = (datetime.now(UTC) - timedelta(days=7)).date()
    keep(store, "one", days=(day - DAY).days)
    weeks = weekly_load(store, day - timedelta(days=day.weekday()), 1)
    page = client.get(HEART).text
    shown = page[page.index("By direction and gait") :]
    heads = re.findall(r'<th scope="col">(.*?)</th>', shown[: shown.index("</thead>")], re.DOTALL)
    assert [words_of(head).split()[-2:] for head in heads[1:]] == [["Backward", "running"], ["Forward", "running"]]
    assert re.findall(r"<td>(\d+) <span", shown) == ["15", "15"]
    load = weeks[0].week.edwards[Direction.BACKWARD, Gait.RUN]
    assert f'<span class="aside">{load:.0f}</span>' in shown


@pytest.mark.parametrize("language", ["en", "de"])
def test_zones_are_said_shown_and_forgotten(store: Store, client: TestClient, language: str) -> None:
    id_ = keep(store, "one")
    form = {"from": str(DAY), "basis": "reserve", "highest": "196", "resting": "52", "sex": "female"}
    answer = client.post(HEART, data=form)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{HEART}?saved=yes#zones")
    html = client.get(f"{HEART}?saved=yes", headers={"accept-language": language}).text
    assert "182" in html  # where zone five begins
    assert 'value="196"' in html
    page = client.get(f"/recordings/{id_}", headers={"accept-language": language}).text
    assert "Banister" in page
    assert client.post(f"{HEART}/remove", data={"from": str(DAY)}).status_code == 303
    assert history(store).held == ()
    assert client.post(f"{HEART}/remove", data={"from": "never"}).status_code == 303


def test_faults_stand_beside_their_fields_and_nothing_typed_is_lost(store: Store, client: TestClient) -> None:
    sent = {"from": "2999-01-01", "basis": "own", "highest": "<b>900", "own": "1 2", "backward": "", "sex": "x"}
    answer = client.post(HEART, data=sent)
    assert answer.status_code == 422
    for name in ("from", "highest", "own"):
        assert f'id="heart-{name}-fault"' in answer.text
    assert 'value="&lt;b&gt;900"' in answer.text
    assert "<b>900" not in answer.text
    assert history(store).held == ()
