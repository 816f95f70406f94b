"""Estimates show no more digits than they are good for, their range, and ratios as more or less."""

import pytest

from backstride.physiology.estimate import Estimate
from backstride.physiology.muscles import Change
from backstride.recording import Grade
from backstride.words import words
from backstride.words.estimates import CHANGE_GLYPHS, CHANGES, told


@pytest.mark.parametrize(
    ("value", "low", "high", "unit", "text", "spread"),
    [
        (812.3, 604.0, 1078.0, "kJ", "810 kJ", "600–1,080"),
        (13.2, 9.7, 17.4, "W/kg", "13 W/kg", "10–17"),
        (3.42, 1.106, 5.73, "BW", "3.4 × body weight", "1.1–5.7"),
        (0.04, 0.03, 0.05, "kJ/kg", "0.04 kJ per kg", "0.03–0.05"),
        (1.26, 1.06, 1.47, "1", "+26 %", "+6 to +47"),
        (0.76, 0.55, 1.0, "1", "−24 %", "−45 to 0"),
        (180.0, 180.0, 180.0, "steps/min", "180 steps/min", ""),
    ],
)
def test_rounded_to_what_it_is_good_for(
    value: float, low: float, high: float, unit: str, text: str, spread: str
) -> None:
    shown = told(Estimate(value, low, high, unit, Grade.ASSUMPTION, ()), words("en"))
    assert (str(shown), shown.spread) == (text, spread)


def test_in_german() -> None:
    shown = told(Estimate(3.42, 1.1, 5.7, "BW", Grade.ASSUMPTION, ()), words("de"))
    assert str(shown) == "3,4 × Körpergewicht"


def test_every_change_has_a_word_and_a_glyph_of_its_own() -> None:
    assert set(CHANGES) == set(CHANGE_GLYPHS) == set(Change)
    assert len(set(CHANGE_GLYPHS.values())) == len(Change)
