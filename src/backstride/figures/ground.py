"""Figures seen from above: tracks on the ground, cones, and people as shoulders and head. Page units, y down."""

from dataclasses import dataclass
from math import cos, radians, sin
from typing import Literal

from backstride.figures.shapes import Point, Round, head, hull, line, pair, smooth


@dataclass(frozen=True, slots=True)
class Track:
    """A way somebody goes. bent: smooth through its points. head: an arrow at its end."""

    way: Literal["backward", "forward", "sideways", "turning", "still"]
    points: tuple[Point, ...]
    bent: bool = False
    head: bool = True


@dataclass(frozen=True, slots=True)
class Seen:
    """A person from above. faces: 0 to the right of the page, 90 down, 180 left, -90 up. look: head turned from that.

    glance: an arc of sight is drawn on those sides. partner: in the quieter tone.
    """

    x: float
    y: float
    faces: float
    look: float = 0.0
    partner: bool = False
    reach: float = 0.0


@dataclass(frozen=True, slots=True)
class Wedge:
    """What the eyes cover, from the head: middle angle of the page and spread, degrees."""

    x: float
    y: float
    middle: float
    spread: float = 50.0
    reach: float = 42.0


@dataclass(frozen=True, slots=True)
class Ground:
    """Everything on the ground. lines, curves: of a court, a track; lanes: shaded strips (corner, opposite corner)."""

    tracks: tuple[Track, ...] = ()
    cones: tuple[Point, ...] = ()
    people: tuple[Seen, ...] = ()
    wedges: tuple[Wedge, ...] = ()
    lines: tuple[tuple[Point, ...], ...] = ()
    lanes: tuple[tuple[Point, Point], ...] = ()
    curves: tuple[tuple[Point, ...], ...] = ()


Piece = tuple[str, str, str]  # class, path data, geometry attributes

DASHES = {"backward": "", "forward": "6 5", "sideways": "0.1 5", "turning": "2.5 4.5", "still": "0.1 5"}


def _spot(seen: Seen, ahead: float, left: float) -> Point:
    c, s = cos(radians(seen.faces)), sin(radians(seen.faces))
    return seen.x + ahead * c + left * s, seen.y + ahead * s - left * c


def _person(seen: Seen) -> list[Piece]:
    def round_(ahead: float, left: float, radius: float) -> Round:
        return (*_spot(seen, ahead, left), radius)

    tone = "far" if seen.partner else "near"
    arms = "".join(
        hull([round_(0, side * 9.5, 2.4), round_(1.5, side * 11.2, 2.0)])
        + hull([round_(1.5, side * 11.2, 2.0), round_(9 + seen.reach, side * 8.6, 1.6)])
        for side in (-1, 1)
    )
    trunk = hull([round_(0, -8.5, 3.6), round_(0, 8.5, 3.6), round_(1, -4, 4.4), round_(1, 4, 4.4)])
    c, s = cos(radians(seen.faces + seen.look)), sin(radians(seen.faces + seen.look))
    nose = hull([(seen.x + 4.5 * c, seen.y + 4.5 * s, 1.8), (seen.x + 7.4 * c, seen.y + 7.4 * s, 0.8)])
    skull = hull([(seen.x - 0.8 * c, seen.y - 0.8 * s, 4.9), (seen.x + 1.2 * c, seen.y + 1.2 * s, 4.7)])
    return [(tone, arms, ""), ("far" if seen.partner else "trunk", trunk, ""), (tone, nose + skull, "")]


def _wedge(wedge: Wedge) -> Piece:
    ends = [radians(wedge.middle + side * wedge.spread / 2) for side in (-1, 1)]
    a, b = ((wedge.x + wedge.reach * cos(end), wedge.y + wedge.reach * sin(end)) for end in ends)
    arc = f"A{wedge.reach:g} {wedge.reach:g} 0 0 1 {pair(b)}"
    return "glance", f"M{pair((wedge.x, wedge.y))}L{pair(a)}{arc}z", ""


def _track(track: Track) -> list[Piece]:
    points = list(track.points)
    tip, before = points[-1], points[-2]
    if track.head:
        dx, dy = tip[0] - before[0], tip[1] - before[1]
        length = max((dx * dx + dy * dy) ** 0.5, 1e-9)
        points[-1] = (tip[0] - 5 * dx / length, tip[1] - 5 * dy / length)
    dash = f' stroke-dasharray="{DASHES[track.way]}"' if DASHES[track.way] else ""
    shape = smooth(points) if track.bent else line(points)
    pieces = [(f"track {track.way}", shape, f'stroke-width="2.6"{dash}')]
    return [*pieces, (f"tip {track.way}", head(tip, before, 8.0), "")] if track.head else pieces


def pieces(ground: Ground) -> list[Piece]:
    """Everything in the order it is drawn."""
    found: list[Piece] = []
    for (x0, y0), (x1, y1) in ground.lanes:
        found.append(("mat", f"M{pair((x0, y0))}H{x1:g}V{y1:g}H{x0:g}z", ""))
    found += [("floor", line(list(points)), 'stroke-width="1.2"') for points in ground.lines]
    found += [("floor", smooth(list(points)), 'stroke-width="1.2"') for points in ground.curves]
    found += [_wedge(wedge) for wedge in ground.wedges]
    for track in ground.tracks:
        found += _track(track)
    found += [("cone", hull([(x, y, 3.6)]), "") for x, y in ground.cones]
    for seen in ground.people:
        found += _person(seen)
    return found


def bounds(ground: Ground) -> tuple[float, float, float, float]:
    """Least and greatest x and y of everything, with room for the widths of lines and people."""
    spots = [(x, y, 4.5) for track in ground.tracks for x, y in track.points]
    spots += [(x, y, 5.0) for x, y in ground.cones]
    spots += [(seen.x, seen.y, 15.5 + seen.reach) for seen in ground.people]
    spots += [(x, y, 2.0) for points in (*ground.lines, *ground.lanes, *ground.curves) for x, y in points]
    for wedge in ground.wedges:
        for part in (-1.0, 0.0, 1.0):
            angle = radians(wedge.middle + part * wedge.spread / 2)
            spots.append((wedge.x + wedge.reach * cos(angle), wedge.y + wedge.reach * sin(angle), 2.0))
    return (
        min(x - r for x, _, r in spots),
        min(y - r for _, y, r in spots),
        max(x + r for x, _, r in spots),
        max(y + r for _, y, r in spots),
    )
