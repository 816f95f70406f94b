"""What around a try may change its value: kept with it where it was said, and taken into account when known."""

from collections.abc import Mapping
from dataclasses import dataclass

from backstride.message import Message, say


@dataclass(frozen=True, slots=True)
class Surrounding:
    """A row of `SURROUNDINGS`: a number from low to high, or the place in `choices` of what was said.

    key  under which it stands among a try's details
    """

    key: str
    label: Message
    low: float = 0.0
    high: float = 0.0
    choices: tuple[tuple[str, Message], ...] = ()


SURFACES: tuple[tuple[str, Message], ...] = (
    ("track", say("running track")), ("road", say("road")), ("grass", say("grass")), ("path", say("path in the open")),
    ("floor", say("floor indoors")), ("mat", say("mat")), ("treadmill", say("treadmill")),
)  # fmt: skip

SURROUNDINGS: Mapping[str, Surrounding] = {
    one.key: one
    for one in (
        Surrounding("temperature", say("Temperature in °C"), -40.0, 60.0),
        Surrounding("surface", say("Ground"), choices=SURFACES),
        Surrounding("grade", say("Slope of the way in %"), -40.0, 40.0),
    )
}
EVERYWHERE = ("temperature", "surface")
ON_A_WAY = (*EVERYWHERE, "grade")


def surface_of(place: float) -> Message | None:
    """The ground that stands at a place of `SURFACES`; None: there is none."""
    return SURFACES[int(place)][1] if place in range(len(SURFACES)) else None
