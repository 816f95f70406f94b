"""Lines and shapes as SVG path data: hulls of circles, smooth lines, arrow heads. Page axes: x right, y down."""

from math import atan2, cos, pi, radians, sin

Point = tuple[float, float]
Round = tuple[float, float, float]  # x, y, radius

AROUND = tuple((cos(2 * pi * k / 72), sin(2 * pi * k / 72)) for k in range(72))


def number(value: float) -> str:
    """With one decimal where it needs one."""
    text = f"{value:.1f}"
    text = text[:-2] if text.endswith(".0") else text
    return "0" if text == "-0" else text


def pair(point: Point) -> str:
    """A point as path data."""
    return f"{number(point[0])} {number(point[1])}"


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _chain(points: list[tuple[Point, int]]) -> list[tuple[Point, int]]:
    kept: list[tuple[Point, int]] = []
    for point in points:
        while len(kept) >= 2 and _turn(kept[-2][0], kept[-1][0], point[0]) <= 0:
            kept.pop()
        kept.append(point)
    return kept[:-1]


def hull(circles: list[Round]) -> str:
    """Path data of the outline around circles: arcs joined by straight lines. Always in the same turning sense."""
    dots = sorted(
        {((x + r * c, y + r * s), at) for at, (x, y, r) in enumerate(circles) for c, s in AROUND}, key=lambda dot: dot
    )
    ring = _chain(dots) + _chain(dots[::-1])
    breaks = [k for k in range(len(ring)) if ring[k][1] != ring[k - 1][1]]
    if not breaks:
        x, y, r = circles[ring[0][1]]
        half = f"a{number(r)} {number(r)} 0 0 1"
        return f"M{pair((x - r, y))}{half} {number(2 * r)} 0{half} {number(-2 * r)} 0z"
    ring = ring[breaks[0] :] + ring[: breaks[0]]
    text, start = "", 0
    for k in range(1, len(ring) + 1):
        if k < len(ring) and ring[k][1] == ring[start][1]:
            continue
        x, y, r = circles[ring[start][1]]
        first, last = ring[start][0], ring[k - 1][0]
        text += f"{'L' if text else 'M'}{pair(first)}"
        if first != last:
            spread = (atan2(last[1] - y, last[0] - x) - atan2(first[1] - y, first[0] - x)) % (2 * pi)
            text += f"A{number(r)} {number(r)} 0 {int(spread > pi)} 1 {pair(last)}"
        start = k
    return text + "z"


def line(points: list[Point]) -> str:
    """Straight lines through points."""
    return "M" + "L".join(pair(point) for point in points)


def smooth(points: list[Point]) -> str:
    """A smooth line through points (Catmull-Rom as cubic Bezier)."""
    if len(points) == 2:
        return line(points)
    padded = [points[0], *points, points[-1]]
    text = "M" + pair(points[0])
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        one = (b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6)
        two = (c[0] - (d[0] - b[0]) / 6, c[1] - (d[1] - b[1]) / 6)
        text += f"C{pair(one)} {pair(two)} {pair(c)}"
    return text


def bow(start: Point, end: Point, rise: float) -> tuple[str, Point]:
    """A curve from start to end that rises by `rise` to its left; and its control point, for the head's direction."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = max((dx * dx + dy * dy) ** 0.5, 1e-9)
    mid = ((start[0] + end[0]) / 2 + dy / length * 2 * rise, (start[1] + end[1]) / 2 - dx / length * 2 * rise)
    return f"M{pair(start)}Q{pair(mid)} {pair(end)}", mid


def head(tip: Point, before: Point, size: float) -> str:
    """The head of an arrow that comes from `before`."""
    angle = atan2(tip[1] - before[1], tip[0] - before[0])
    wings = [(tip[0] - size * cos(angle + w), tip[1] - size * sin(angle + w)) for w in (radians(30), radians(-30))]
    return line([wings[0], tip, wings[1]]) + "z"
