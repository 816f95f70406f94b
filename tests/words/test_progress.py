"""Verdicts in words: signs, units, what is sure."""

import pytest

from backstride.assess import TESTS
from backstride.progress.outcomes import NUMBERS, OUTCOMES
from backstride.progress.points import Part
from backstride.progress.power import Hint, Outlook
from backstride.progress.verdict import Word
from backstride.words import words
from backstride.words.progress import PARTS, SAYS, VERDICTS, amount, hint_in_words, likely, reach

EN, DE = words("en"), words("de")


def test_every_word_has_words() -> None:
    assert set(VERDICTS) == set(SAYS) == set(Word)
    assert set(PARTS) == set(Part)
    for outcome in OUTCOMES.values():
        for outlook in Outlook:
            assert EN(hint_in_words(Hint(outlook, 3), outcome)) != DE(hint_in_words(Hint(outlook, 3), outcome))


@pytest.mark.parametrize(
    ("value", "signed", "english", "german"),
    [
        (2.25, True, "+2.2 cm", "+2,2 cm"),
        (-2.26, True, "−2.3 cm", "−2,3 cm"),
        (0.01, True, "0.0 cm", "0,0 cm"),
        (-2.26, False, "-2.3 cm", "-2,3 cm"),
        (float("nan"), True, "–", "–"),
    ],
)
def test_amounts(value: float, signed: bool, english: str, german: str) -> None:
    test = TESTS["sit-and-reach"]
    assert (amount(test, value, EN, signed=signed), amount(test, value, DE, signed=signed)) == (english, german)


def test_speeds_are_in_the_readers_units() -> None:
    speed = NUMBERS["backward-speed"]
    assert amount(speed, 1.0, EN, signed=True) == "+3.6 km/h"
    assert amount(speed, 1.0, EN, imperial=True) == "2.2 mph"
    assert reach(speed, -1.0, 1.0, DE, signed=True) == "−3,6 bis +3,6 km/h"
    assert reach(NUMBERS["knee-pain"], 1.0, 2.0, EN) == "1.0 to 2.0"


def test_nothing_is_quite_sure() -> None:
    assert [likely(share, EN) for share in (0.0, 0.5, 1.0)] == ["< 1%", "50%", "> 99%"]
