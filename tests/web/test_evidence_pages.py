"""The pages of what is promised and known: all of them, in both languages, whatever the address says."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from starlette.testclient import TestClient

from backstride.app import open_store
from backstride.evidence.disputes import DISPUTES
from backstride.evidence.promises import PROMISES
from backstride.evidence.study import Standing, Topic
from backstride.evidence.table import CLAIMS
from backstride.web import make_app
from backstride.web.page import TEMPLATES
from backstride.words import words
from backstride.words.evidence import STANDINGS, TOPICS
from tests.web.conftest import LOCAL

GERMAN = {"accept-language": "de"}
TEMPLATES_HERE = ("learn", "evidence", "promise", "forest", "standing", "claim", "claims", "disputes")
HOSTILE = ("nothing", "<script>alert(1)</script>", "..%2f..%2fetc%2fpasswd", "%00", "x" * 3000, "FUN", "{key}", "ü")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """One site for all: nothing here is kept in the store."""
    with (
        open_store(tmp_path_factory.mktemp("data")) as store,
        TestClient(make_app(store, engine="here"), base_url=LOCAL, follow_redirects=False) as opened,
    ):
        yield opened


def statements(client: TestClient, query: str = "", **headers: str) -> list[str]:
    text = client.get(f"/learn/evidence{query}", headers=headers).text
    return re.findall(r'class="row-link"[^>]*href="/learn/evidence/([^"]+)"', text)


@pytest.mark.parametrize("headers", [{}, GERMAN], ids=["en", "de"])
@pytest.mark.parametrize("path", ["/learn", "/learn/evidence", "/learn/evidence/claims"])
def test_lists_are_answered_without_scripts_or_styles_inside(
    client: TestClient, path: str, headers: dict[str, str]
) -> None:
    answer = client.get(path, headers=headers)
    assert answer.status_code == 200
    assert answer.text.count("<h1") == 1
    assert re.findall(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", answer.text) == []


@pytest.mark.parametrize("headers", [{}, GERMAN], ids=["en", "de"])
def test_contradictions_are_answered_and_linked_both_ways(client: TestClient, headers: dict[str, str]) -> None:
    w, text = words("de" if headers else "en"), unescape(client.get("/learn/evidence", headers=headers).text)
    for row in DISPUTES:
        for message in (row.question, row.one, row.other, row.answer):
            assert w(message) in text
        for key in row.promises:
            assert f'href="/learn/evidence#dispute-{row.key}"' in client.get(f"/learn/evidence/{key}").text


@pytest.mark.parametrize("headers", [{}, GERMAN], ids=["en", "de"])
@pytest.mark.parametrize("key", PROMISES)
def test_every_promise_has_a_page(client: TestClient, key: str, headers: dict[str, str]) -> None:
    promise, w = PROMISES[key], words("de" if headers else "en")
    answer = client.get(f"/learn/evidence/{key}", headers=headers)
    assert answer.status_code == 200
    text = unescape(answer.text)
    for message in (promise.statement, promise.sentence, promise.open):
        assert w(message) in text
    assert f'class="standing {promise.standing} large"' in text
    assert text.count('<figure class="forest') == len(promise.forests)
    assert text.count('class="study"') == len(promise.studies)
    for study in promise.studies:
        assert study.source.link in text
    assert re.findall(r"<style|\sstyle=|\son\w+=", text) == []


@pytest.mark.parametrize("headers", [{}, GERMAN], ids=["en", "de"])
def test_every_borrowed_number_has_a_page(client: TestClient, headers: dict[str, str]) -> None:
    w = words("de" if headers else "en")
    for key, claim in CLAIMS.items():
        answer = client.get(f"/learn/evidence/claims/{key}", headers=headers)
        assert answer.status_code == 200, key
        assert w(claim.says) in unescape(answer.text), key
        assert 'class="grade"' in answer.text


@pytest.mark.parametrize("key", HOSTILE)
@pytest.mark.parametrize("folder", ["/learn/evidence", "/learn/evidence/claims"])
def test_a_key_that_is_none_is_not_found_and_not_repeated_as_markup(client: TestClient, folder: str, key: str) -> None:
    answer = client.get(f"{folder}/{key}")
    assert answer.status_code == 404
    assert "<script>alert" not in answer.text


def test_filters_choose_and_what_means_nothing_is_left_out(client: TestClient) -> None:
    assert statements(client) == list(PROMISES)
    for topic in Topic:
        assert statements(client, f"?topic={topic}") == [one.key for one in PROMISES.values() if one.topic is topic]
    for standing in Standing:
        expected = [one.key for one in PROMISES.values() if one.standing is standing]
        assert statements(client, f"?standing={standing}") == expected
    assert statements(client, "?topic=joints&standing=contradicted") == ["low-impact"]
    assert statements(client, "?topic='; drop&standing=%00&q=") == list(PROMISES)


def test_the_search_reads_the_readers_language_and_authors(client: TestClient) -> None:
    assert "knee-load" in statements(client, "?q=kneecap")
    assert "knee-load" in statements(client, "?q=kniescheibe", **GERMAN)
    assert statements(client, "?q=kniescheibe") == []
    assert statements(client, "?q=HOWEVER+calories") == ["calories-stay-high"], "every word must be there"
    assert "running-economy" in statements(client, "?q=ordway+2016")


def test_a_hostile_search_stays_in_its_field(client: TestClient) -> None:
    text = client.get("/learn/evidence", params={"q": '"><script>alert(1)</script>' + "y" * 5000}).text
    assert "<script>alert" not in text
    assert "No promise fits these filters" in text
    assert "y" * 300 not in text


def test_what_was_not_seen_and_what_was_computed_is_said(client: TestClient) -> None:
    text = client.get("/learn/evidence/slow-backward-fallers").text
    assert text.count("not checked by us") == 1
    text = client.get("/learn/evidence/more-calories").text
    assert "computed by us from the printed means and spreads" in text
    assert "no interval was printed" in text


def test_a_forest_is_a_table_with_the_pooled_mean_as_its_last_row(client: TestClient) -> None:
    text = client.get("/learn/evidence/more-calories").text
    first = text[text.index("<figure") : text.index("</figure>")]
    rows = re.findall(r'<th role="rowheader".*?<span class="who">([^<]+)', first, re.DOTALL)
    assert rows == [
        "Williford and others 1998",
        "Masumoto and others",
        "Wright, Weyand 2001",
        "Rasica and others 2020",
        "All together",
    ]
    assert '<strong>+26 %</strong> <span class="ends">+2 to +55</span>' in first
    assert first.count('class="diamond"') == first.count('class="expected"') == 1
    assert first.count('class="bare"') == 1
    assert first.count('class="null"') == len(rows)
    assert 'href="/learn/evidence/claims/crossover-correlation"' in first
    other = client.get("/learn/evidence/knee-load").text
    assert 'class="diamond"' not in other
    assert "putting them together would hide that" in other
    assert "crossover-correlation" not in client.get("/learn/evidence/sprint").text


def test_links_stay_inside_the_site_and_lead_somewhere(client: TestClient) -> None:
    links: set[str] = set()
    for path in ("/learn", "/learn/evidence", "/learn/evidence/more-calories", "/learn/evidence/claims"):
        links |= set(re.findall(r'(?:href|src)="(/(?:learn|static|plan/)[^"#]*)', client.get(path).text))
    assert {link: client.get(link).status_code for link in sorted(links)} == dict.fromkeys(sorted(links), 200)


@pytest.mark.parametrize("name", TEMPLATES_HERE)
def test_templates_write_links_that_also_hold_in_the_demo(name: str) -> None:
    text = (TEMPLATES / f"{name}.html").read_text(encoding="utf-8")
    for link in re.findall(r'(?:href|action|hx-get)="([^"]*)', text):
        assert link.startswith(("{{ url(", "/static/", "#", "{{ study.source.link", "{{ claim.source.link"))


def test_numbers_are_grouped_by_subject_and_link_to_their_pages(client: TestClient) -> None:
    text = client.get("/learn/evidence/claims").text
    assert set(re.findall(r'href="/learn/evidence/claims/([^"]+)"', text)) == set(CLAIMS)
    own = client.get("/learn/evidence/claims/calm-s").text
    assert "Our own judgement" in own
    studied = client.get("/learn/evidence/claims/flight-forward-s").text
    assert 'href="https://doi.org/10.1242/jeb.057562"' in studied
    assert 'href="/learn/evidence/low-impact"' in studied, "what the same source says of promises"


def test_every_topic_and_standing_is_named_in_both_languages() -> None:
    for table in (TOPICS, STANDINGS):
        for message in table.values():
            assert words("de")(message)
    assert set(TOPICS) == set(Topic)
    assert set(STANDINGS) == set(Standing)
