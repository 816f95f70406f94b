"""What a figure shows: people in poses side by side, things they use, and arrows. Percent of stature, z up.

Figures seen from above are `ground.Ground`.
"""

from dataclasses import dataclass
from typing import Literal

from backstride.figures.ground import Ground
from backstride.figures.person import Pose
from backstride.figures.shapes import Point

Way = Literal["", "backward", "forward", "sideways", "turning"]


@dataclass(frozen=True, slots=True)
class Placed:
    """A person with the hips at x. mirrored: faces left."""

    pose: Pose
    x: float = 0.0
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing: a line or a closed shape through points (x, z), or a disc. behind: drawn before the people."""

    points: tuple[Point, ...]
    closed: bool = True
    radius: float = 0.0
    width: float = 1.2
    behind: bool = True


@dataclass(frozen=True, slots=True)
class Arrow:
    """A movement from start to end, bowed to its left by `rise`. way: a direction, or empty for any movement."""

    start: Point
    end: Point
    rise: float = 0.0
    way: Way = ""


@dataclass(frozen=True, slots=True)
class Sweep:
    """The movement of a part from where the ghost has it to where the person has it."""

    part: str
    rise: float = 6.0
    way: Way = ""
    both: bool = False


@dataclass(frozen=True, slots=True)
class Travel:
    """Where the person goes, under the ground. Backward points left; flipped: the other way, for who faces left."""

    way: Literal["backward", "forward"]
    x: float = 0.0
    length: float = 30.0
    flipped: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """One picture of a sequence."""

    pose: Pose
    ghosts: tuple[Placed, ...] = ()
    others: tuple[Placed, ...] = ()
    props: tuple[Prop, ...] = ()
    arrows: tuple[Arrow | Sweep, ...] = ()
    travel: Travel | None = None
    x: float = 0.0


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure by its key: panels from left to right, or the ground from above.

    mat     everything lies on a mat
    gap     between panels
    """

    key: str
    panels: tuple[Panel, ...] = ()
    ground: Ground | None = None
    mat: bool = False
    gap: float = 12.0


def wall(x: float, side: Literal["left", "right"] = "right", height: float = 108.0) -> Prop:
    """A wall whose face is at x, seen from the side; its body lies to the right or left."""
    far = x + 4 if side == "right" else x - 4
    return Prop(((x, 0), (x, height), (far, height), (far, 0)))


def rail(x: float, height: float = 55.0) -> Prop:
    """A rail to hold, on a post."""
    return Prop(
        ((x, 0), (x, height), (x - 3, height + 1.2), (x + 3, height + 1.2), (x, height)), closed=False, width=2.2
    )


def step(left: float, right: float, height: float) -> Prop:
    """A step or low box."""
    return Prop(((left, 0), (left, height), (right, height), (right, 0)))


def cone(x: float) -> Prop:
    """A marker cone."""
    return Prop(((x - 4.5, 0), (x - 1, 11), (x + 1, 11), (x + 4.5, 0)))


def ball(x: float, z: float, radius: float = 4.0) -> Prop:
    """A ball."""
    return Prop(((x, z),), radius=radius, behind=False)


def rope(*points: Point) -> Prop:
    """A towel or line held taut or hanging."""
    return Prop(points, closed=False, width=1.8, behind=False)
