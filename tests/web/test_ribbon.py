"""The ribbon: shares become percentages, what it shows can be read aloud."""

import pytest

from backstride.recording import Direction
from backstride.web.ribbon import GLYPH_SHARE, in_words, pieces
from backstride.words import words


def test_shares_become_percentages() -> None:
    (piece,) = pieces([(0.25, 0.75, Direction.BACKWARD)])
    assert (piece.x, piece.width, piece.middle, piece.glyph) == ("25.00%", "50.00%", "50.00%", "◀")


def test_a_narrow_stretch_has_no_glyph() -> None:
    narrow, wide = pieces(
        [(0.0, 0.9 * GLYPH_SHARE, Direction.FORWARD), (0.9 * GLYPH_SHARE, 2 * GLYPH_SHARE, Direction.FORWARD)]
    )
    assert narrow.glyph == ""
    assert wide.glyph == "▶"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        ({Direction.FORWARD: 60.0, Direction.BACKWARD: 3725.0}, "backward 1:02:05, forward 1:00"),
        ({Direction.STILL: 0.0}, "Nothing recorded"),
        ({}, "Nothing recorded"),
    ],
)
def test_the_same_in_words(seconds: dict[Direction, float], said: str) -> None:
    assert in_words(seconds, words("en")) == said
