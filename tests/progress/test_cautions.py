"""What else a change may come from is said."""

from datetime import date, timedelta

import pytest

from backstride.progress.cautions import Caution, cautions
from backstride.progress.points import Part, Tried

START = date(2026, 1, 1)


def tried(before: list[float], after: list[float], grounds: str = "") -> list[Tried]:
    parts = [Part.BEFORE] * len(before) + [Part.AFTER] * len(after)
    known = [{"surface": float(ground)} for ground in grounds] or [{} for _ in parts]
    return [
        Tried(START + timedelta(days=7 * n), value, part, about)
        for n, (value, part, about) in enumerate(zip(before + after, parts, known, strict=True))
    ]


@pytest.mark.parametrize(
    ("tries", "rising", "ceiling", "expected"),
    [
        (tried([1.0, 2.0, 3.0], [4.0]), True, None, (Caution.RISING,)),
        (tried([1.0, 2.0, 3.0], [4.0]), False, None, ()),
        (tried([3.0, 2.0, 1.0], [4.0]), False, None, (Caution.RISING,)),
        (tried([1.0, 2.0], [4.0]), True, None, ()),
        (tried([1.0, 3.0, 2.0], [4.0]), True, None, ()),
        (tried([45.0, 30.0, 45.0], [45.0]), True, 45.0, (Caution.CEILING,)),
        (tried([20.0, 45.0, 30.0], [40.0]), True, 45.0, ()),
        (tried([1.0, 0.0, 1.0], [2.0, 2.0], "00122"), True, None, (Caution.GROUND,)),
        (tried([1.0, 0.0, 1.0], [2.0, 2.0], "00100"), True, None, ()),
        ([], True, 45.0, ()),
    ],
)
def test_cautions(tries: list[Tried], rising: bool, ceiling: float | None, expected: tuple[Caution, ...]) -> None:
    assert cautions(tries, rising=rising, ceiling=ceiling) == expected
