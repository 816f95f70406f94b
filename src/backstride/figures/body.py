"""The map of the body, front and back: regions that can hurt and muscles that work, to be coloured and tapped.

The front view shows the person's right on the left of the page, as somebody does who stands before you; the back view
shows the left on the left.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Literal

from backstride.figures.body_shape import BORDERS, MIDDLE, MUSCLES, OUTLINE, SIDED
from backstride.figures.shapes import Point, number, pair
from backstride.recording import Side
from backstride.session import BodyPart

View = Literal["front", "back"]
Layer = Literal["pain", "muscles"]
VIEWS: tuple[View, View] = ("front", "back")
WIDTH, HEIGHT = 180, 408
CENTRE = WIDTH / 2

Curve = tuple[Point, Point, Point, Point]  # a cubic Bezier


@dataclass(frozen=True, slots=True)
class Region:
    """One region of one view.

    id       "knee-left", "lower-back", "gastrocnemius-medial-right"; a part has the same id in both views
    part     what can hurt there; None: a muscle
    group    of a muscle: "quadriceps", "calves" ...; of a part: the id without its side
    path     SVG path data; anchor: where a label goes
    """

    id: str
    part: BodyPart | None
    group: str
    side: Side
    view: View
    path: str
    anchor: Point
    around: tuple[Point, ...]  # the border as a polygon, fine enough to test points against


def region_id(part: BodyPart, side: Side = Side.UNKNOWN) -> str:
    """Id of the region of a part: "front-of-the-thigh-left", "belly"."""
    slug = part.value.lower().replace(" ", "-")
    return slug if side is Side.UNKNOWN else f"{slug}-{side.value}"


def _curves(points: tuple[Point, ...], before: Point | None = None, after: Point | None = None) -> list[Curve]:
    """Catmull-Rom through points as Beziers."""
    padded = [before or points[0], *points, after or points[-1]]
    return [
        (
            b,
            (b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6),
            (c[0] - (d[0] - b[0]) / 6, c[1] - (d[1] - b[1]) / 6),
            c,
        )
        for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False)
    ]


def _back(curves: list[Curve]) -> list[Curve]:
    return [(d, c, b, a) for a, b, c, d in reversed(curves)]


def _mirror(curves: list[Curve]) -> list[Curve]:
    return [((-a[0], a[1]), (-b[0], b[1]), (-c[0], c[1]), (-d[0], d[1])) for a, b, c, d in curves]


def _half() -> list[Curve]:
    """The outline of one half; smooth over the crown, a corner at the crotch."""
    points = tuple((float(x), float(y)) for _, x, y in OUTLINE)
    return _curves(points, before=(-points[1][0], points[1][1]))


HALF = _half()
PLACES = {name: place for place, (name, _, _) in enumerate(OUTLINE) if name}


def _walk(steps: tuple[str, ...]) -> list[Curve]:
    """The curves of a border's steps (see body_shape); along the middle line where two steps do not meet."""
    found: list[Curve] = []
    for step in steps:
        if ">" in step:
            start, end = step.split(">")
            curves = HALF[PLACES[start] : PLACES[end]]
        else:
            curves = _back(_curves(BORDERS[step[1:]])) if step.startswith("-") else _curves(BORDERS[step])
        if found and found[-1][3] != curves[0][0]:
            found.append((found[-1][3], found[-1][3], curves[0][0], curves[0][0]))
        found += curves
    return found


def _path(curves: list[Curve]) -> str:
    def place(point: Point) -> Point:
        return point[0] + CENTRE, point[1]

    text = "M" + pair(place(curves[0][0]))
    return text + "".join(f"C{pair(place(b))} {pair(place(c))} {pair(place(d))}" for _, b, c, d in curves) + "z"


def _polygon(curves: list[Curve], fine: int = 6) -> tuple[Point, ...]:
    found = []
    for a, b, c, d in curves:
        for k in range(fine):
            t = k / fine
            w = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            x, y = (sum(v * p[axis] for v, p in zip(w, (a, b, c, d), strict=True)) for axis in (0, 1))
            found.append((x + CENTRE, y))
    return tuple(found)


def _middle(polygon: tuple[Point, ...]) -> Point:
    xs, ys = [x for x, _ in polygon], [y for _, y in polygon]
    return round((min(xs) + max(xs)) / 2, 1), round((min(ys) + max(ys)) / 2, 1)


def _region(name: tuple[str, BodyPart | None, str], side: Side, view: View, curves: list[Curve]) -> Region:
    around = _polygon(curves)
    return Region(name[0], name[1], name[2], side, view, _path(curves), _middle(around), around)


def _placed(view: View, side: Side, curves: list[Curve]) -> list[Curve]:
    """The half is drawn to the right of the page: the person's left in front, right at the back."""
    drawn_right = Side.LEFT if view == "front" else Side.RIGHT
    return curves if side is drawn_right else _mirror(curves)


def _parts() -> list[Region]:
    found = []
    for view in VIEWS:
        for value, steps in MIDDLE[view].items():
            part, curves = BodyPart(value), _walk(steps)
            name = (region_id(part), part, region_id(part))
            found.append(_region(name, Side.UNKNOWN, view, curves + _back(_mirror(curves))))
        for value, steps in SIDED[view].items():
            for side in (Side.LEFT, Side.RIGHT):
                part = BodyPart(value)
                name = (region_id(part, side), part, region_id(part))
                found.append(_region(name, side, view, _placed(view, side, _walk(steps))))
    return found


def _muscles() -> list[Region]:
    found = []
    for view in VIEWS:
        for of, muscle, group, points in MUSCLES:
            if of != view:
                continue
            closed = _curves((*points, points[0]), before=points[-1], after=points[1])
            for side in (Side.LEFT, Side.RIGHT):
                name = (f"{muscle}-{side.value}", None, group)
                found.append(_region(name, side, view, _placed(view, side, closed)))
    return found


BODY: tuple[Region, ...] = (*_parts(), *_muscles())
SILHOUETTE = _path(HALF + _back(_mirror(HALF)))
SILHOUETTE_AROUND = _polygon(HALF + _back(_mirror(HALF)))


def _of(region: Region, given: Mapping[str, str]) -> str:
    """What is said of a region by its id, without its side, or by its group; empty: nothing."""
    bare = region.id.rsplit("-", 1)[0] if region.side is not Side.UNKNOWN else region.id
    return next((given[name] for name in (region.id, bare, region.group) if name in given), "")


def _drawn(region: Region, classes: Mapping[str, str], titles: Mapping[str, str], links: Mapping[str, str]) -> str:
    kind = "muscle" if region.part is None else "region"
    tone, title, link = _of(region, classes), _of(region, titles), _of(region, links)
    label = f"<title>{escape(title)}</title>" if title else ""
    path = f'<path class="{escape(f"{kind} {tone}".strip())}" d="{region.path}">{label}</path>'
    if not link:
        return path
    name = f' aria-label="{escape(title)}"' if title else ""
    return f'<a href="{escape(link)}"{name}>{path}</a>'


def body_map(
    view: View,
    classes: Mapping[str, str],
    titles: Mapping[str, str],
    links: Mapping[str, str] = {},
    layer: Layer = "pain",
) -> str:
    """One view of the body as SVG text: an outline, and on it the regions that can hurt or the muscles.

    classes, titles and links are by id of a region ("knee-left"), by id without its side ("knee"), or by group of
    muscles ("quadriceps"). titles[""] names the whole. With links every region that has one can be tapped.
    Colours come from figures.css: hurts, hurts-some, works, works-some, or a class of the page's own.
    """
    shown = [region for region in BODY if region.view == view and (region.part is None) == (layer == "muscles")]
    inner = "".join(_drawn(region, classes, titles, links) for region in shown)
    whole = f"<title>{escape(titles[''])}</title>" if "" in titles else ""
    role = "group" if links else "img"
    box = f"0 0 {number(WIDTH)} {number(HEIGHT)}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="body-map" viewBox="{box}" role="{role}">{whole}'
        f'<path class="outline" d="{SILHOUETTE}"/>{inner}</svg>'
    )
