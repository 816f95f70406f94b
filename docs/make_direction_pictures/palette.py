"""The product's own colours, for light and for dark, read from the one file that holds them."""

import re
from collections.abc import Mapping
from pathlib import Path

from backstride.recording import Direction

TOKENS = Path(__file__).parents[2] / "src" / "backstride" / "web" / "static" / "tokens.css"
PAIR = r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);"
NAMES = (
    "forward", "backward", "sideways", "turning", "still", "unknown",
    "ink", "ink-2", "paper", "surface", "hairline", "edge", "accent",
)  # fmt: skip
# Colour is never alone: each direction has its sign.
GLYPHS = {
    Direction.FORWARD: "▶",
    Direction.BACKWARD: "◀",
    Direction.SIDEWAYS: "◆",
    Direction.TURNING: "↻",
    Direction.STILL: "■",
    Direction.UNKNOWN: "?",
}


def palette() -> Mapping[str, tuple[str, str]]:
    """Light and dark colour of each name."""
    found: dict[str, tuple[str, str]] = {}
    for name, light, dark in re.findall(PAIR, TOKENS.read_text()):
        found.setdefault(name, (light, dark))  # later ones are for people who ask for more contrast
    return {name: found[name] for name in NAMES}


def style() -> str:
    """Rules for the classes that pictures use: fill `f-NAME`, line `s-NAME`."""
    colours = palette()

    def rules(which: int) -> str:
        return "".join(
            f".f-{name}{{fill:{both[which]}}}.s-{name}{{stroke:{both[which]}}}" for name, both in colours.items()
        )

    return f"{rules(0)}@media(prefers-color-scheme:dark){{{rules(1)}}}"
