"""The ribbon: a band coloured, patterned and marked by direction, the same component on every page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from backstride.message import say
from backstride.recording import Direction
from backstride.words import Words
from backstride.words.names import DIRECTIONS, GLYPHS

# Narrower than this share of the band a glyph would touch its neighbours.
GLYPH_SHARE = 0.06


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of a ribbon: x, width and middle as percentages of the whole, the glyph where there is room."""

    direction: Direction
    x: str
    width: str
    middle: str
    glyph: str


def pieces(segments: Iterable[tuple[float, float, Direction]]) -> list[Piece]:
    """The stretches of a ribbon from (share_start, share_end, direction) with shares from 0 to 1."""
    return [
        Piece(
            direction,
            f"{100 * start:.2f}%",
            f"{100 * (end - start):.2f}%",
            f"{50 * (start + end):.2f}%",
            GLYPHS[direction] if end - start >= GLYPH_SHARE else "",
        )
        for start, end, direction in segments
    ]


def in_words(by_direction: Mapping[Direction, float], words: Words) -> str:
    """What a ribbon shows, for those who do not see it: "backward 12:30, forward 4:10". Seconds come in."""
    parts = [
        f"{words(name)} {words.duration(by_direction[direction])}"
        for direction, name in DIRECTIONS.items()
        if by_direction.get(direction, 0) > 0
    ]
    return ", ".join(parts) or words(say("Nothing recorded"))
