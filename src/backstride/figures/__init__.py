"""Figures of people, exercises and the ground, drawn by code as SVG; and the map of the body.

`FIGURES` holds a figure by key: one for every exercise of the library and some for the product's own set-ups and tests.
`draw` writes it; `body_map` writes the outline of a body whose regions can be coloured and tapped.
"""

from collections.abc import Mapping
from functools import lru_cache

from backstride.figures.above import ABOVE
from backstride.figures.body import BODY, Region, body_map, region_id
from backstride.figures.draw import svg
from backstride.figures.poses_falling import FALLING
from backstride.figures.poses_gentle import GENTLE
from backstride.figures.poses_moving import MOVING
from backstride.figures.poses_strength import STRENGTH
from backstride.figures.scene import Figure

FIGURES: Mapping[str, Figure] = {figure.key: figure for figure in (*GENTLE, *STRENGTH, *FALLING, *MOVING, *ABOVE)}


@lru_cache(maxsize=512)  # drawing takes some ms, and lists show dozens of figures
def draw(key: str, *, title: str, standalone: bool = False) -> str:
    """One figure as SVG text. Its colours come from figures.css; standalone: light colours in the text, for print.

    Raises KeyError for a key that has no figure.
    """
    return svg(FIGURES[key], title, standalone)


__all__ = ["BODY", "FIGURES", "Figure", "Region", "body_map", "draw", "region_id"]
