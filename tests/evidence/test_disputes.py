"""Where articles contradict each other: every question is answered, by promises that hold studies."""

from backstride.evidence.disputes import DISPUTES, disputes_of
from backstride.evidence.promises import PROMISES


def test_every_question_is_answered_from_promises() -> None:
    assert len({row.key for row in DISPUTES}) == len(DISPUTES) >= 3
    for row in DISPUTES:
        assert str(row.question).endswith("?")
        assert all(str(text).endswith(".") for text in (row.one, row.other, row.answer))
        assert set(row.promises) <= PROMISES.keys()
        assert any(PROMISES[key].studies for key in row.promises)


def test_a_promise_knows_its_questions() -> None:
    assert [row.key for row in disputes_of(PROMISES["low-impact"])] == ["impact"]
    assert disputes_of(PROMISES["fun"]) == ()
