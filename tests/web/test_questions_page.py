"""What is promised beside one's own numbers: with nothing, with tests and recordings, in German."""

import re
from html import unescape

from starlette.testclient import TestClient

from backstride.app import Store
from backstride.app.progress import choose
from backstride.evidence.promises import PROMISES
from backstride.progress.questions import QUESTIONS
from tests.progressing import keep_sessions, keep_trials


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def card(html: str, key: str) -> str:
    return text_of(html.split(f'id="{key}"')[1].split("</section>")[0])


def test_every_question_names_promises_and_what_to_do(client: TestClient) -> None:
    html = client.get("/progress/questions").text
    assert html.count('class="card claim-card"') == len(QUESTIONS)
    for one in QUESTIONS:
        for key in (one.promise, *one.also):
            assert key in PROMISES
            assert f'href="/learn/evidence/{key}"' in html
    assert "You have not tested this yet." in card(html, "mind")
    assert "/progress/tests/dual-task" in html
    assert "Record yourself going backward and forward" in card(html, "calories")


def test_tests_stand_beside_and_only_what_was_chosen_is_judged(client: TestClient, store: Store) -> None:
    choose(store, ["backward-walk"])
    keep_sessions(store)
    keep_trials(store, "walk-3m", [2.0, 2.1, 2.0], [6.0, 6.1, 6.2, 6.0])
    keep_trials(store, "hop", [1.4, 1.5], [1.6, 1.7])
    html = client.get("/progress/questions").text
    balance, muscles = card(html, "balance"), card(html, "muscles")
    assert "Three metres backward" in balance
    assert "2.00 s → 6.00 s" in balance
    assert "Chosen beforehand, so judged Contradicted" in balance
    assert "1.40 m → 1.70 m" in muscles
    assert "judged" not in muscles


def test_in_german(client: TestClient) -> None:
    html = client.get("/progress/questions", headers={"accept-language": "de"}).text
    assert "Was versprochen wird, und du" in text_of(html)
