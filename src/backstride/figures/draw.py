"""Figures as SVG text: classes for pages (colours by style sheet), or literal light colours for print."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from math import cos, radians, sin

from backstride.figures import ground
from backstride.figures.person import Body, Pose, stand
from backstride.figures.scene import Arrow, Figure, Panel, Placed, Prop, Sweep
from backstride.figures.shapes import Point, Round, bow, head, hull, line, number, pair

LIMBS = {
    "arm-left": ("upper-arm-left", "forearm-left", "hand-left"),
    "arm-right": ("upper-arm-right", "forearm-right", "hand-right"),
    "leg-left": ("thigh-left", "shank-left", "foot-left"),
    "leg-right": ("thigh-right", "shank-right", "foot-right"),
}
TRUNK = ("pelvis", "thorax", "neck")
EDGE, MAT = 4.0, 3.2

# What the style sheet says, for places that have none; light theme. tests/figures hold the two to the same classes.
LITERAL: Mapping[str, str] = {
    "near": 'fill="#1c1b19" stroke="#ffffff"',
    "trunk": 'fill="#5c5a55" stroke="#ffffff"',
    "far": 'fill="#8b8880" stroke="#ffffff"',
    "ghost": 'fill="#dedad2"',
    "face": 'fill="#ffffff"',
    "floor": 'fill="none" stroke="#8b8880"',
    "mat": 'fill="#e3e0d9"',
    "prop": 'fill="#e3e0d9" stroke="#8b8880"',
    "rope": 'fill="none" stroke="#5c5a55"',
    "cone": 'fill="#ffffff" stroke="#5c5a55" stroke-width="2"',
    "glance": 'fill="#1b3f8b" fill-opacity="0.14"',
    "arrow": 'fill="none" stroke="#9166e2"',
    "tip": 'fill="#9166e2"',
    "track": 'fill="none" stroke="#86857f"',
    "step": 'fill="#5c5a55" font-family="Inter Variable, Inter, sans-serif"',
    "arrow backward": 'fill="none" stroke="#d05c0c"',
    "arrow forward": 'fill="none" stroke="#1b3f8b"',
    "arrow sideways": 'fill="none" stroke="#0b6353"',
    "arrow turning": 'fill="none" stroke="#9166e2"',
    "track backward": 'fill="none" stroke="#d05c0c"',
    "track forward": 'fill="none" stroke="#1b3f8b"',
    "track sideways": 'fill="none" stroke="#0b6353"',
    "track turning": 'fill="none" stroke="#9166e2"',
    "track still": 'fill="none" stroke="#86857f"',
    "tip backward": 'fill="#d05c0c"',
    "tip forward": 'fill="#1b3f8b"',
    "tip sideways": 'fill="#0b6353"',
    "tip turning": 'fill="#9166e2"',
    "tip still": 'fill="#86857f"',
}
HALO = 'stroke-width="1.4" paint-order="stroke"'
PAINTED = {"near": HALO, "trunk": HALO, "far": HALO}


@dataclass(frozen=True, slots=True)
class Piece:
    """One path with what it covers: least x, least y, greatest x, greatest y of the page."""

    tone: str
    path: str
    box: tuple[float, float, float, float]
    more: str = ""


@lru_cache(maxsize=512)
def _standing(pose: Pose) -> Body:
    return stand(pose)


def _circles(body: Body, placed: Placed, part: str) -> list[Round]:
    sign = -1 if placed.mirrored else 1
    return [(placed.x + sign * float(b.at[0]), -float(b.at[2]), b.radius) for b in body.parts[part]]


def _cover(circles: list[Round], margin: float = 0.7) -> tuple[float, float, float, float]:
    return (
        min(x - r for x, _, r in circles) - margin,
        min(y - r for _, y, r in circles) - margin,
        max(x + r for x, _, r in circles) + margin,
        max(y + r for _, y, r in circles) + margin,
    )


def _hulls(body: Body, placed: Placed, parts: tuple[str, ...], tone: str) -> Piece:
    shapes = [_circles(body, placed, part) for part in parts]
    path = ""
    for part, circles in zip(parts, shapes, strict=True):
        if part.startswith("foot"):  # the toes bend: two hulls
            path += hull(circles[:3]) + hull(circles[2:])
        elif part.startswith("shank"):  # the calf bulges: two hulls
            path += hull(circles[:2]) + hull(circles[1:])
        else:
            path += hull(circles)
    return Piece(tone, path, _cover([one for shape in shapes for one in shape]), PAINTED.get(tone, ""))


def _eyes(body: Body, placed: Placed) -> list[Piece]:
    middle, looks = body.face
    if looks[1] > -0.6:
        return []
    sign = -1 if placed.mirrored else 1
    x, y = placed.x + sign * float(middle[0] + 4.0 * looks[0]), -float(middle[2] + 4.0 * looks[2])
    spread = 2.2 * abs(float(looks[1]))
    tilted = radians(body.joints.nod + body.joints.bend + body.joints.tilt)
    across, down = spread * cos(tilted), sign * spread * sin(tilted)
    dots = [(x - across, y + down, 0.85), (x + across, y - down, 0.85)]
    return [Piece("face", "".join(hull([dot]) for dot in dots), _cover(dots))]


def _depth(body: Body, parts: tuple[str, ...]) -> float:
    return sum(float(body.middle(part)[1]) for part in parts) / len(parts)


def _person(placed: Placed, quiet: bool = False) -> list[Piece]:
    """Limbs behind the trunk, trunk, head, limbs in front."""
    body = _standing(placed.pose)
    reach = {limb: _depth(body, parts) for limb, parts in LIMBS.items()}
    trunk = _depth(body, ("pelvis", "thorax"))
    behind = sorted((limb for limb in LIMBS if reach[limb] > trunk + 1.0), key=lambda limb: -reach[limb])
    front = sorted((limb for limb in LIMBS if reach[limb] <= trunk + 1.0), key=lambda limb: -reach[limb])
    near, mid = ("far", "far") if quiet else ("near", "trunk")
    found = [_hulls(body, placed, LIMBS[limb], "far") for limb in behind]
    found += [_hulls(body, placed, TRUNK, mid), _hulls(body, placed, ("nose", "head"), mid), *_eyes(body, placed)]
    return found + [_hulls(body, placed, LIMBS[limb], near) for limb in front]


def _ghost(placed: Placed) -> Piece:
    body = _standing(placed.pose)
    return _hulls(body, placed, tuple(body.parts), "ghost")


def _prop(prop: Prop) -> Piece:
    points = [(x, -z) for x, z in prop.points]
    if prop.radius:
        disc = (*points[0], prop.radius)
        return Piece("prop", hull([disc]), _cover([disc]), 'stroke-width="1.2"')
    box = _cover([(x, y, prop.width / 2) for x, y in points])
    shape = line(points) + ("z" if prop.closed else "")
    return Piece("prop" if prop.closed else "rope", shape, box, f'stroke-width="{number(prop.width)}"')


def _shorten(a: Point, b: Point, by: float) -> Point:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = max((dx * dx + dy * dy) ** 0.5, 1e-9)
    return a[0] + by * dx / length, a[1] + by * dy / length


def _arrow(start: Point, end: Point, rise: float, way: str) -> list[Piece]:
    _, control = bow(start, end, rise)
    back = _shorten(end, control, 3.2)
    shape = f"M{pair(start)}Q{pair(control)} {pair(back)}"
    top = ((start[0] + 2 * control[0] + end[0]) / 4, (start[1] + 2 * control[1] + end[1]) / 4)
    box = _cover([(*start, 2.5), (*top, 2.5), (*end, 3.2)])
    named = f" {way}" if way else ""
    return [
        Piece(f"arrow{named}", shape, box, 'stroke-width="1.8"'),
        Piece(f"tip{named}", head(end, control, 5.4), box),
    ]


def _moved(panel: Panel, arrow: Arrow | Sweep) -> list[Piece]:
    if isinstance(arrow, Arrow):
        (x0, z0), (x1, z1) = arrow.start, arrow.end
        return _arrow((x0, -z0), (x1, -z1), arrow.rise, arrow.way)
    ghost = panel.ghosts[0]
    a, b = _standing(ghost.pose).middle(arrow.part), _standing(panel.pose).middle(arrow.part)
    start = (ghost.x + (-1 if ghost.mirrored else 1) * float(a[0]), -float(a[2]))
    end = (panel.x + float(b[0]), -float(b[2]))
    _, control = bow(start, end, arrow.rise)
    start, end = _shorten(start, control, 3.0), _shorten(end, control, 3.5)
    found = _arrow(start, end, arrow.rise, arrow.way)
    return [*found, Piece(found[1].tone, head(start, control, 5.4), found[1].box)] if arrow.both else found


def _travel(panel: Panel, drop: float) -> list[Piece]:
    """A broad arrow under the ground: solid to the left for backward, broken to the right for forward."""
    if panel.travel is None:
        return []
    way, half, y = panel.travel.way, panel.travel.length / 2, 8.5 + drop
    sign = -1 if (way == "backward") != panel.travel.flipped else 1
    tail, tip = (panel.travel.x - sign * half, y), (panel.travel.x + sign * half, y)
    box = _cover([(*tail, 4.5), (*tip, 4.5)])
    dash = "" if way == "backward" else ' stroke-dasharray="6 5"'
    return [
        Piece(f"track {way}", line([tail, (tip[0] - sign * 6, y)]), box, f'stroke-width="2.6"{dash}'),
        Piece(f"tip {way}", head(tip, tail, 9.0), box),
    ]


def _panel(panel: Panel, drop: float) -> list[Piece]:
    found = [_prop(prop) for prop in panel.props if prop.behind]
    found += [_ghost(ghost) for ghost in panel.ghosts]
    for other in panel.others:
        found += _person(other, quiet=True)
    found += _person(Placed(panel.pose, panel.x))
    found += [_prop(prop) for prop in panel.props if not prop.behind]
    for arrow in panel.arrows:
        found += _moved(panel, arrow)
    return found + _travel(panel, drop)


def _box(found: list[Piece]) -> tuple[float, float, float, float]:
    boxes = [piece.box for piece in found]
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def _tag(piece: Piece, standalone: bool) -> str:
    paint = LITERAL[piece.tone] if standalone else f'class="{piece.tone}"'
    more = f" {piece.more}" if piece.more else ""
    return f'<path {paint}{more} d="{piece.path}"/>'


def _panels(figure: Figure, standalone: bool) -> tuple[str, tuple[float, float, float, float]]:
    """The panels side by side on one ground; their inner text and the box of the whole."""
    drop = MAT if figure.mat else 0.0
    text, right, top, bottom = "", 0.0, 0.0, drop + EDGE
    for place, panel in enumerate(figure.panels):
        found = _panel(panel, drop)
        box = _box(found)
        if len(figure.panels) > 1 and panel.travel:  # room for the number before the arrow
            box = (min(box[0], panel.travel.x - panel.travel.length / 2 - 10), *box[1:])
        shift = right + (figure.gap if place else 0.0) - box[0]
        inner = "".join(_tag(piece, standalone) for piece in found)
        if len(figure.panels) > 1:
            paint = LITERAL["step"] if standalone else 'class="step"'
            travel = panel.travel
            x = travel.x - travel.length / 2 - 6 if travel else (box[0] + box[2]) / 2
            spot = f'x="{number(x)}" y="{number(drop + 10.5)}"'
            inner += f'<text {paint} {spot} font-size="8" text-anchor="middle">{place + 1}</text>'
            bottom = max(bottom, drop + 13.0)
        text += f'<g transform="translate({number(shift)} 0)">{inner}</g>'
        right, top, bottom = shift + box[2], min(top, box[1]), max(bottom, box[3])
    wide = max(right + 8, 100.0)
    left = (right - wide) / 2
    span = f"M{number(left)} {number(drop)}H{number(left + wide)}"
    base = _tag(Piece("floor", span, (0, 0, 0, 0), 'stroke-width="1"'), standalone)
    if figure.mat:
        base = (
            _tag(
                Piece(
                    "mat", f"M{number(left + 2)} 0H{number(left + wide - 2)}V{MAT}H{number(left + 2)}z", (0, 0, 0, 0)
                ),
                standalone,
            )
            + base
        )
    return base + text, (left, top, left + wide, bottom)


def _ground(seen: ground.Ground, standalone: bool) -> tuple[str, tuple[float, float, float, float]]:
    found = [Piece(tone, path, (0, 0, 0, 0), more or PAINTED.get(tone, "")) for tone, path, more in ground.pieces(seen)]
    return "".join(_tag(piece, standalone) for piece in found), ground.bounds(seen)


def svg(figure: Figure, title: str, standalone: bool) -> str:
    """The text of one figure; the box fits what is drawn."""
    drawn = _ground(figure.ground, standalone) if figure.ground else _panels(figure, standalone)
    inner, (x0, y0, x1, y1) = drawn
    size = (x0 - EDGE, y0 - EDGE, x1 - x0 + 2 * EDGE, y1 - y0 + 2 * EDGE)
    box = " ".join(number(value) for value in size)
    name = "" if standalone else ' class="figure"'
    joins = 'stroke-linejoin="round" stroke-linecap="round"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg"{name} viewBox="{box}" role="img">'
        f"<title>{escape(title)}</title><g {joins}>{inner}</g></svg>"
    )
