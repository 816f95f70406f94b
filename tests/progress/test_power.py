"""What further tries can do."""

from datetime import date, timedelta

import pytest

from backstride.progress.change import UNKNOWN, Point
from backstride.progress.power import Hint, Outlook, Question, hint

START = date(2026, 1, 1)
TODAY = date(2026, 4, 1)
STEADY, WEAK, STRONG = [10.0, 10.4, 9.7, 10.1], [11.3, 11.9, 11.4], [14.0, 14.3, 13.9, 14.1]


def points(before: list[float], after: list[float]) -> list[Point]:
    return [Point(START + timedelta(days=7 * n), value, False) for n, value in enumerate(before)] + [
        Point(START + timedelta(days=60 + 7 * n), value, True) for n, value in enumerate(after)
    ]


def asked(*, mdc: float | None = None, begun: bool = True) -> Question:
    return Question(rising=True, error=UNKNOWN, mdc=mdc, outcomes=1, every=7, begun=begun)


@pytest.mark.parametrize(
    ("before", "after", "question", "expected"),
    [
        ([10.0], [], asked(begun=False), Hint(Outlook.BEFORE, 2)),
        ([10.0], [11.0, 12.0, 13.0], asked(), Hint(Outlook.BASELINE)),
        (STEADY, [11.0], asked(), Hint(Outlook.AFTER, 2)),
        (STEADY, STRONG, asked(), Hint(Outlook.SETTLED)),
        (STEADY, WEAK, asked(mdc=5.0), Hint(Outlook.TEST)),
        ([8.0, 12.0, 10.0], [10.0, 14.0, 12.5], asked(mdc=2.1), Hint(Outlook.LONG)),
    ],
    ids=["no baseline yet", "baseline missed", "too few after", "settled", "within error", "endless"],
)
def test_outlooks(before: list[float], after: list[float], question: Question, expected: Hint) -> None:
    assert hint(points(before, after), question, TODAY) == expected


def test_more_tries_are_named_and_fewer_for_a_clearer_change() -> None:
    weak = hint(points(STEADY, WEAK), asked(mdc=1.0), TODAY)
    clear = hint(points(STEADY, [one + 0.4 for one in WEAK]), asked(mdc=1.0), TODAY)
    assert weak.outlook is Outlook.MORE
    assert weak.tries > 1
    assert clear.outlook is Outlook.SETTLED or clear.tries < weak.tries
