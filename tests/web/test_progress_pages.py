"""Is it working, choosing, weeks by lot, records: empty, with data, in German."""

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from backstride.app import Store
from backstride.app.progress import choose
from backstride.evidence.records import FAST_TIMES
from backstride.progress.outcomes import OUTCOMES
from tests.progressing import FIRST, keep_sessions, keep_trials


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.fixture
def judged(store: Store) -> Store:
    """One outcome got better, one got worse, one is too early to tell."""
    choose(store, ["reach", "backward-walk", "stance"])
    keep_sessions(store)
    keep_trials(store, "sit-and-reach", [2.0, 2.3, 1.8, 2.1], [9.0, 9.4, 8.8, 9.2])
    keep_trials(store, "walk-3m", [2.0, 2.1, 2.0], [6.0, 6.1, 6.2, 6.0])
    return store


def test_progress_is_a_place(client: TestClient) -> None:
    assert 'href="/progress" aria-current="page"' in client.get("/progress").text
    assert client.get("/").text.count('href="/progress"') == 1


def test_with_nothing_chosen_the_page_says_what_to_do(client: TestClient) -> None:
    html = client.get("/progress").text
    assert "Choose outcomes" in html
    assert 'href="/progress/choose"' in html


def test_a_card_a_claim_successes_and_contradictions_alike(client: TestClient, judged: Store) -> None:
    html = client.get("/progress").text
    assert html.count('class="card claim-card"') == 3
    said = text_of(html)
    assert "Contradicted It got worse: your own data show it." in said
    assert "Shown It got better: your own data show it." in said
    assert "Too early" in said
    assert 'href="/learn/evidence/flexibility"' in html
    for value in ("+7.0 cm", "1.69 s", "asked for: 98.3%"):
        assert value in said
    assert html.count('<circle class="try after"') == 8
    assert html.count('class="plot-band"') == 2
    assert "cannot be made up for" in said  # the stance was never tested before the first session


def test_the_plot_holds_its_points_and_the_table_all_values(client: TestClient, judged: Store) -> None:
    html = client.get("/progress").text
    for x in re.findall(r'cx="([\d.]+)%"', html):
        assert 0.0 < float(x) < 100.0
    for y in re.findall(r'cy="([\d.]+)"', html):
        assert 0.0 < float(y) < 184.0
    reach = html.split('id="reach"')[1].split("</section>")[0]
    assert reach.count('<tr><th scope="row">') == 8


def test_in_german(client: TestClient, judged: Store) -> None:
    said = text_of(client.get("/progress", headers={"accept-language": "de"}).text)
    assert "Wirkt es?" in said
    assert "Es wurde schlechter: Deine eigenen Daten belegen es." in said
    assert "+7,0 cm" in said


def test_choosing(client: TestClient, store: Store) -> None:
    html = client.get("/progress/choose").text
    assert html.count('name="outcome"') == len(OUTCOMES)
    none = client.post("/progress/choose", data={})
    assert none.status_code == 422
    assert "Choose at least one" in none.text
    kept = client.post("/progress/choose", data={"outcome": ["reach", "turn"]})
    assert (kept.status_code, kept.headers["location"]) == (303, "/progress")
    assert client.get("/progress/choose").text.count(" checked") == 2


def test_choosing_late_is_said(client: TestClient, store: Store) -> None:
    keep_sessions(store)
    choose(store, ["reach"])
    assert "a choice says less" in client.get("/progress").text
    assert "the page will say that it was later" in client.get("/progress/choose").text


def test_weeks_by_lot(client: TestClient, store: Store) -> None:
    assert "Toss the coins" in client.get("/progress/weeks").text
    assert client.post("/progress/weeks", data={"outcome": "reach", "pairs": "2"}).status_code == 422
    assert client.post("/progress/weeks", data={"outcome": "reach", "pairs": "6"}).status_code == 303
    html = client.get("/progress/weeks").text
    assert html.count("<strong>with</strong>") == html.count("<strong>without</strong>") == 6
    assert "Toss the coins" not in html
    (id_,) = re.findall(r'name="id" value="(\d+)"', html)
    assert client.post("/progress/weeks/end", data={"id": id_}).status_code == 303
    assert "Toss the coins" in client.get("/progress/weeks").text


def test_the_report(client: TestClient, judged: Store) -> None:
    answer = client.get("/progress/report.pdf")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")


def test_records(client: TestClient, store: Store) -> None:
    html = client.get("/progress/records").text
    said = text_of(html)
    assert html.count("<tr") - 1 == len(FAST_TIMES)
    assert "Marathon men 3:25:24" in said
    assert html.count("not checked by us") == 3
    assert "Nothing yet." in said
    keep_sessions(store, first=FIRST)
    assert "Ten honest logs" in client.get("/progress/records").text
