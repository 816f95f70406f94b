"""How the command line prints: one console, direction glyphs, tables."""

import sys
from functools import lru_cache
from typing import TYPE_CHECKING

from backstride.message import Message
from backstride.words import Words, terminal_language, words

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

COLOURS = {
    "backward": "dark_orange",
    "forward": "blue",
    "sideways": "cyan",
    "turning": "magenta",
    "still": "bright_black",
    "unknown": "bright_black",
}


@lru_cache
def reader() -> Words:
    """The words of the person at the terminal."""
    return words(terminal_language())


@lru_cache
def console() -> "Console":
    from rich.console import Console

    return Console(highlight=False, soft_wrap=True)


def complain(message: Message | str) -> None:
    """One line on the error stream."""
    print(f"backstride: {reader()(message)}", file=sys.stderr)


def table(*columns: str, right: tuple[int, ...] = (), whole: tuple[int, ...] = ()) -> "Table":
    """A table without boxes; the columns numbered in `right` hold numbers, those in `whole` are never cut."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    made = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for place, name in enumerate(columns):
        unbroken = place in right or place in whole
        made.add_column(name, justify="right" if place in right else "left", no_wrap=unbroken)
    return made
