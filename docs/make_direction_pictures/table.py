"""All pictures, in the order in which the page shows them."""

from collections.abc import Callable
from dataclasses import dataclass

from docs.make_direction_pictures import pictures, timelines


@dataclass(frozen=True, slots=True)
class Picture:
    """`name` of the file; `draw` makes it, from so many simulated people where it shows many."""

    name: str
    draw: Callable[[int], str]


PICTURES = (
    Picture("mounting", timelines.mounting),
    Picture("coupling", pictures.coupling),
    Picture("thigh", pictures.thigh),
    Picture("people", pictures.people),
    Picture("velocity", timelines.velocity),
    Picture("chance", timelines.chance),
    Picture("confidence", pictures.confidence),
)
