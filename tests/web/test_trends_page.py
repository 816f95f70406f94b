"""The page of trends: both languages, hostile parameters, links that lead somewhere, what is drawn and read."""

import re
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from starlette.testclient import TestClient

from backstride import gait
from backstride.app import Store, save_settings
from backstride.app.planning import planned
from backstride.app.sessions import log
from backstride.plan.kinds import Focus
from backstride.recording import Direction
from backstride.store import Digest, NewFile, NewRecording, pack, pack_original
from tests import made
from tests.web.planned import first, give_plan, today

PATH = "/progress/trends"


def put(store: Store, days_ago: int = 0, seconds: float = 600.0) -> None:
    start = datetime.combine(today() - timedelta(days=days_ago), time(12)).astimezone(UTC)
    digest = Digest(900.0, {Direction.BACKWARD: seconds, Direction.FORWARD: 1200.0}, (), 800.0, 60.0)
    recording = NewRecording(
        pack(made.recording(start, seconds=5)), replace(made.analysed(recipe=gait.RECIPE), digest=digest)
    )
    store.recordings.add(NewFile(pack_original("a.fit", f"{days_ago}".encode()), (recording,)))


def text_of(client: TestClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.text


def rows_of(text: str) -> list[list[str]]:
    """The cells of the table, without what only a screen reader hears."""
    body = text.split("<tbody>")[1].split("</tbody>")[0]
    rows = re.findall(r"<tr.*?</tr>", body, re.DOTALL)
    heard = [re.sub(r'<span class="unseen">.*?</span>', "", row) for row in rows]
    return [
        [re.sub(r"<[^>]*>", "", cell).strip() for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)]
        for row in heard
    ]


def test_nothing_yet_is_said_and_leads_on(client: TestClient) -> None:
    text = text_of(client, PATH)
    assert "Nothing to add up yet" in text
    assert "<table" not in text
    for link in re.findall(r"<main.*</main>", text, re.DOTALL)[0].split('href="')[1:]:
        assert client.get(link.split('"')[0].replace("&amp;", "&")).status_code == 200


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("span", ["week", "month", "year"])
def test_pages_speak_both_languages_and_hold_no_inline_style_or_script(
    client: TestClient, store: Store, span: str, language: str
) -> None:
    give_plan(store, days_ago=3)
    put(store)
    put(store, 40)
    save_settings(store, {"language": language})
    text = text_of(client, f"{PATH}?span={span}")
    assert re.findall(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\bsrc=)", text) == []
    assert f'<html lang="{language}"' in text
    assert ("Geplant und gemacht" in text) == (language == "de")
    assert ("Planned and done" in text) == (language == "en")
    assert "NaN" not in text
    assert "nan%" not in text


@pytest.mark.parametrize(
    "query",
    [
        "span=century", "span=week&until=nonsense", "until=0001-01-01", "until=9999-12-31", "until=-1",
        "span=year&until=1900-01-01",
        "span=month&until=0001-12-31", "span=%00&until=%F0%9F%99%83", "span=week&span=year", "until=2026-02-30",
        "until=2026-W01-1", "span=" + "w" * 3000,
    ],
)  # fmt: skip
def test_parameters_that_mean_nothing_are_as_if_they_were_not_there(
    client: TestClient, store: Store, query: str
) -> None:
    put(store)
    assert "Trends" in text_of(client, f"{PATH}?{query}")


def test_a_week_of_the_table_leads_to_its_recordings(client: TestClient, store: Store) -> None:
    put(store)
    put(store, 14)
    put(store, 15)
    text = text_of(client, PATH)
    paths = re.findall(r'<th scope="row"><a href="([^"]*)"', text)
    counts = [row[4] for row in rows_of(text)]
    assert sum(map(int, counts)) == 3
    for path, count in zip(paths, counts, strict=True):
        listed = text_of(client, path.replace("&amp;", "&"))
        assert listed.count('class="row-link') == int(count)


def test_what_is_drawn_is_read_too(client: TestClient, store: Store) -> None:
    put(store, seconds=600.0)
    text = text_of(client, PATH)
    newest = rows_of(text)[0]
    assert newest[1:] == ["10:00", "800 m", "0:42", "1", "0", "–"]
    assert "backward 10:00, forward 20:00" in text
    assert 'fill="url(#ribbon-backward)"' in text
    assert 'fill="url(#ribbon-forward)"' in text
    assert 'fill="url(#ribbon-turning)"' not in text


def test_distances_follow_the_readers_units(client: TestClient, store: Store) -> None:
    put(store)
    save_settings(store, {"units": "imperial"})
    assert rows_of(text_of(client, PATH))[0][2] == "0.50 mi"


def test_planned_stands_beside_done_and_load_is_drawn(client: TestClient, store: Store) -> None:
    plan = give_plan(store, days_ago=0)
    one = first(plan, Focus.BACKWARD)
    text = text_of(client, PATH)
    assert "No session in this time was rated" in text
    form = {"planned": one.id, "done": "all", "rpe": "4", "minutes": "30", "day": today().isoformat()}
    log(store, form, today())
    assert planned(store, one.id).session is not None
    text = text_of(client, PATH)
    newest = rows_of(text)[0]
    assert re.fullmatch(r"1 of \d+", newest[5])
    assert newest[6] == "120"
    assert 'class="load-dot"' in text
    assert 'class="planned"' in text


def test_more_is_told_at_once_and_less_only_of_a_week_that_is_over(client: TestClient, store: Store) -> None:
    for weeks, seconds in enumerate((600.0, 200.0, 900.0)):
        put(store, 7 * weeks, seconds)
    assert "6:40 min more time backward than in the week before" in text_of(client, PATH)
    last_week = (today() - timedelta(days=7)).isoformat()
    assert "11:40 min less time backward than in the week before" in text_of(client, f"{PATH}?until={last_week}")


def test_less_is_not_told_of_a_week_that_is_not_over(client: TestClient, store: Store) -> None:
    put(store, 0, 100.0)
    put(store, 7, 900.0)
    assert "less time backward" not in text_of(client, PATH)


def test_turning_to_other_weeks(client: TestClient, store: Store) -> None:
    put(store, 0)
    put(store, 800)
    text = text_of(client, PATH)
    assert 'rel="next"' not in text
    (earlier,) = re.findall(r'rel="prev" href="([^"]*)"', text)
    text = text_of(client, earlier.replace("&amp;", "&"))
    assert 'rel="next"' in text
    assert "Nothing in this time" in text
