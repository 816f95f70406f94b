"""Small drawings as SVG text: a sheet, panels with their own scales, lines, bands, dots and words."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

import numpy as np
from docs.make_direction_pictures.palette import style

from backstride.recording import FloatArray

FONT = "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif"
TEXT = 15
SMALL = 13


def sheet(width: int, height: int, title: str, parts: Sequence[str]) -> str:
    """A whole picture. It brings its own paper, so that it can be read on any page."""
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
            f'height="{height}" role="img" font-family="{FONT}" font-size="{TEXT}">',
            f"<title>{escape(title)}</title>",
            f"<style>{style()}</style>",
            f'<rect width="{width}" height="{height}" rx="12" class="f-surface"/>',
            *(part for part in parts if part),
            "</svg>\n",
        )
    )


@dataclass(frozen=True, slots=True)
class Look:
    """How a line looks."""

    colour: str
    width: float = 2.0
    dash: str = ""
    opacity: float = 1.0

    def __str__(self) -> str:
        dash = f' stroke-dasharray="{self.dash}"' if self.dash else ""
        faint = f' stroke-opacity="{self.opacity:g}"' if self.opacity < 1 else ""
        return (
            f'class="s-{self.colour}" fill="none" stroke-width="{self.width:g}"{dash}{faint} '
            'stroke-linejoin="round" stroke-linecap="round"'
        )


HAIR = Look("hairline", 1.0)
AXIS = Look("edge", 1.0)


def words(
    x: float, y: float, text: str, *, colour: str = "ink", anchor: str = "start", size: int = TEXT, strong: bool = False
) -> str:
    """Text whose base line begins, centres or ends at a place."""
    weight = ' font-weight="600"' if strong else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" class="f-{colour}" text-anchor="{anchor}" font-size="{size}"{weight}>'
        f"{escape(text)}</text>"
    )


def box(
    x: float, y: float, width: float, height: float, colour: str, *, opacity: float = 1.0, radius: float = 0
) -> str:
    """A filled rectangle."""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" height="{height:.1f}" rx="{radius:g}" '
        f'class="f-{colour}" fill-opacity="{opacity:g}"/>'
    )


def stroke(points: Sequence[tuple[float, float]], look: Look, *, closed: bool = False) -> str:
    """A line through places on the sheet."""
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + ("Z" if closed else "")
    return f'<path d="{path}" {look}/>'


def arrow_head(x: float, y: float, way: complex, colour: str, size: float = 7.0) -> str:
    """A triangle whose tip shows along `way` (real: right, imaginary: down)."""
    ahead = way / max(abs(way), 1e-9) * size
    tips = (complex(x, y) + ahead, complex(x, y) + ahead * (-0.7 + 0.8j), complex(x, y) + ahead * (-0.7 - 0.8j))
    return f'<polygon points="{" ".join(f"{tip.real:.1f},{tip.imag:.1f}" for tip in tips)}" class="f-{colour}"/>'


def gap(unit: str) -> str:
    """What stands between a number and its unit: nothing before a degree."""
    return "" if unit in ("°", "") else " "


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of the sheet with scales: `x` and `y` are the values at its left and right, bottom and top."""

    left: float
    top: float
    width: float
    height: float
    x: tuple[float, float]
    y: tuple[float, float]

    def at(self, x: float, y: float) -> tuple[float, float]:
        """The place of a value."""
        across = (x - self.x[0]) / (self.x[1] - self.x[0])
        up = (y - self.y[0]) / (self.y[1] - self.y[0])
        return self.left + across * self.width, self.top + (1 - up) * self.height

    def line(self, x: FloatArray, y: FloatArray, look: Look, *, closed: bool = False) -> str:
        """A line through values; values beyond the panel are drawn at its edge."""
        held = np.clip(y, min(self.y), max(self.y))
        return stroke([self.at(float(a), float(b)) for a, b in zip(x, held, strict=True)], look, closed=closed)

    def band(self, x: FloatArray, low: FloatArray, high: FloatArray, colour: str, *, opacity: float = 0.2) -> str:
        """The area between two lines."""
        ends = [np.clip(y, min(self.y), max(self.y)) for y in (low, high)]
        there = [self.at(float(a), float(b)) for a, b in zip(x, ends[0], strict=True)]
        back = [self.at(float(a), float(b)) for a, b in zip(x[::-1], ends[1][::-1], strict=True)]
        path = "M" + "L".join(f"{a:.1f} {b:.1f}" for a, b in there + back) + "Z"
        return f'<path d="{path}" class="f-{colour}" fill-opacity="{opacity:g}"/>'

    def dot(self, x: float, y: float, colour: str, radius: float = 3.0, *, opacity: float = 1.0) -> str:
        """A point."""
        a, b = self.at(x, y)
        return f'<circle cx="{a:.1f}" cy="{b:.1f}" r="{radius:.1f}" class="f-{colour}" fill-opacity="{opacity:g}"/>'

    def block(self, x0: float, x1: float, y0: float, y1: float, colour: str, *, opacity: float = 1.0) -> str:
        """A filled rectangle between values."""
        (left, low), (right, high) = self.at(x0, min(y0, y1)), self.at(x1, max(y0, y1))
        return box(left, high, right - left, low - high, colour, opacity=opacity)

    def across(self, y: float, look: Look = HAIR) -> str:
        """A level line."""
        return stroke([self.at(self.x[0], y), self.at(self.x[1], y)], look)

    def upright(self, x: float, look: Look = HAIR) -> str:
        """An upright line."""
        return stroke([self.at(x, self.y[0]), self.at(x, self.y[1])], look)

    def x_ticks(self, values: Sequence[float], unit: str = "", *, lines: bool = False) -> str:
        """Numbers under the panel; the last bears the unit."""
        parts = [self.upright(value) for value in values] if lines else []
        for number, value in enumerate(values):
            a, _ = self.at(value, self.y[0])
            text = f"{value:g}".replace("-", "−") + (f"{gap(unit)}{unit}" if unit and number == len(values) - 1 else "")
            parts.append(words(a, self.top + self.height + 18, text, colour="ink-2", anchor="middle", size=SMALL))
        return "\n".join(parts)

    def y_ticks(self, values: Sequence[float], unit: str = "", *, lines: bool = True) -> str:
        """Numbers beside the panel; the last bears the unit."""
        parts = [self.across(value) for value in values] if lines else []
        for number, value in enumerate(values):
            _, b = self.at(self.x[0], value)
            text = f"{value:g}".replace("-", "−") + (f"{gap(unit)}{unit}" if unit and number == len(values) - 1 else "")
            parts.append(words(self.left - 8, b + 4.5, text, colour="ink-2", anchor="end", size=SMALL))
        return "\n".join(parts)
