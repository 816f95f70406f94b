"""The direction colours: seen on every surface, told apart by everyone; and no colour or size outside tokens.css."""

import re
from itertools import combinations
from typing import Any

import numpy as np
import pytest

from backstride.recording import Direction
from backstride.web.vendor import STATIC

DIRECTIONS = [direction.value for direction in Direction if direction is not Direction.UNKNOWN]  # that one is hatched
SURFACES = ("paper", "surface", "surface-2")
THEMES = {"light": 0, "dark": 1}

# Severity 1.0, linear RGB. Machado, Oliveira, Fernandes (2009), A Physiologically-based Model for Simulation of Color
# Vision Deficiency, doi:10.1109/TVCG.2009.113.
SIGHT = {
    "usual": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
}
APART = 12.0  # CIEDE2000; about 2 is just noticeable side by side, 10 at a glance

Colour = np.ndarray[Any, np.dtype[np.float64]]


def tokens() -> str:
    return (STATIC / "tokens.css").read_text("utf-8")


def token(name: str, theme: str) -> Colour:
    """The sRGB value (0..1) of a token in a theme."""
    found = re.search(rf"^  --{name}: light-dark\((#\w{{6}}), (#\w{{6}})\);", tokens(), re.MULTILINE)
    assert found, name
    text = found.group(1 + THEMES[theme])
    return np.array([int(text[at : at + 2], 16) for at in (1, 3, 5)]) / 255


def linear(colour: Colour) -> Colour:
    return np.asarray(np.where(colour <= 0.04045, colour / 12.92, ((colour + 0.055) / 1.055) ** 2.4))


def contrast(one: Colour, other: Colour) -> float:
    """WCAG 2 contrast ratio."""
    weights = np.array([0.2126, 0.7152, 0.0722])
    low, high = sorted((float(linear(one) @ weights), float(linear(other) @ weights)))
    return (high + 0.05) / (low + 0.05)


def lab(colour: Colour, sight: str) -> Colour:
    """CIE L*a*b* (D65) of what that sight sees of a colour."""
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    xyz = to_xyz @ np.clip(SIGHT[sight] @ linear(colour), 0, 1) / np.array([0.95047, 1, 1.08883])
    x, y, z = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def difference(one: Colour, other: Colour) -> float:
    """CIEDE2000. Sharma, Wu, Dalal (2005), doi:10.1002/col.20070."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean_c = (np.hypot(a1, b1) + np.hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * np.sqrt(mean_c**7 / (mean_c**7 + 25**7))
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2 = np.hypot(a1, b1), np.hypot(a2, b2)
    h1, h2 = np.degrees(np.arctan2(b1, a1)) % 360, np.degrees(np.arctan2(b2, a2)) % 360
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    mean_l, mean_c, mean_h = (l1 + l2) / 2, (c1 + c2) / 2, h1 + turn / 2
    hue = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn / 2))
    t = (
        1
        - 0.17 * np.cos(np.radians(mean_h - 30))
        + 0.24 * np.cos(np.radians(2 * mean_h))
        + 0.32 * np.cos(np.radians(3 * mean_h + 6))
        - 0.20 * np.cos(np.radians(4 * mean_h - 63))
    )
    light = (l2 - l1) / (1 + 0.015 * (mean_l - 50) ** 2 / np.sqrt(20 + (mean_l - 50) ** 2))
    chroma, hue = (c2 - c1) / (1 + 0.045 * mean_c), hue / (1 + 0.015 * mean_c * t)
    swing = 60 * np.exp(-((((mean_h % 360) - 275) / 25) ** 2))
    rotation = -2 * np.sqrt(mean_c**7 / (mean_c**7 + 25**7)) * np.sin(np.radians(swing))
    return float(np.sqrt(light**2 + chroma**2 + hue**2 + rotation * chroma * hue))


@pytest.mark.parametrize(
    ("one", "other", "known"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ],
)
def test_the_difference_formula_gives_the_published_values(
    one: tuple[float, ...], other: tuple[float, ...], known: float
) -> None:
    assert difference(np.array(one), np.array(other)) == pytest.approx(known, abs=2e-4)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("direction", [*DIRECTIONS, "unknown"])
def test_every_direction_stands_out_from_every_surface(direction: str, surface: str, theme: str) -> None:
    assert contrast(token(direction, theme), token(surface, theme)) >= 3


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sight", SIGHT)
def test_directions_stay_apart_for_every_sight(sight: str, theme: str) -> None:
    seen = {direction: lab(token(direction, theme), sight) for direction in DIRECTIONS}
    close = {
        pair: round(difference(seen[pair[0]], seen[pair[1]]), 1)
        for pair in combinations(DIRECTIONS, 2)
        if difference(seen[pair[0]], seen[pair[1]]) < APART
    }
    assert not close


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("words", "surface"),
    [
        *((words, surface) for words in ("ink", "ink-2", "accent", "bad", "good") for surface in ("paper", "surface")),
        ("ink", "surface-2"),
        ("ink-2", "surface-2"),
        ("bad", "bad-wash"),
        ("ink", "accent-wash"),
        ("accent", "accent-wash"),
        ("on-accent", "accent"),
        ("on-accent", "accent-2"),
    ],
)
def test_words_can_be_read(words: str, surface: str, theme: str) -> None:
    assert contrast(token(words, theme), token(surface, theme)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("line", ["edge", "focus"])
def test_edges_of_fields_and_the_focus_can_be_seen(line: str, surface: str, theme: str) -> None:
    assert contrast(token(line, theme), token(surface, theme)) >= 3


@pytest.mark.parametrize("direction", [*DIRECTIONS, "unknown"])
def test_registered_colours_start_as_the_light_theme(direction: str) -> None:
    registered = re.search(rf"@property --{direction} {{[^}}]*initial-value: (#\w{{6}})", tokens())
    assert registered
    text = registered.group(1)
    assert np.allclose([int(text[at : at + 2], 16) / 255 for at in (1, 3, 5)], token(direction, "light"))


SHEETS = sorted(path.name for path in STATIC.glob("*.css") if path.name != "tokens.css")
LITERAL = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch|lab|lch|color)a?\(|\b\d*\.?\d+(?:px|pt)\b")


@pytest.mark.parametrize("sheet", SHEETS)
def test_no_other_sheet_writes_a_colour_or_a_size(sheet: str) -> None:
    text = (STATIC / sheet).read_text("utf-8")
    text = re.sub(r"/\*.*?\*/|@media[^{]*{|url\([^)]*\)|unicode-range:[^;]*;", "", text, flags=re.DOTALL)
    assert LITERAL.findall(text) == []
