"""The report for a doctor or a coach as PDF: every claim with what studies and the person's own data say.

Typst sets it from `sheets/progress.typ`. Words and plots go in as JSON data, never as markup (see `sheet`).
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any
from xml.sax.saxutils import escape

from backstride.formats.writers.ics import DISCLAIMER
from backstride.formats.writers.sheet import PAPERS
from backstride.message import Message, say

MEDIA_TYPE = "application/pdf"
_WIDE, _HIGH, _EDGE = 480.0, 120.0, 10.0
_INK, _PALE, _MID = "#1c1b19", "#dedad2", "#86857f"

_WORDS = {"disclaimer": DISCLAIMER, "studies": say("Studies"), "own": say("You"), "logged": say("As logged")}
_COLUMNS = (say("Day"), say("Value"), say("Counts as"))


@dataclass(frozen=True, slots=True)
class Drawn:
    """A plot. dots: (share of the width, share of the height from below, "before" | "between" | "after").

    levels  (from, to, height) in shares; band likewise with two heights; None: there is none
    """

    dots: tuple[tuple[float, float, str], ...]
    levels: tuple[tuple[float, float, float], ...]
    band: tuple[float, float, float, float] | None
    low: str
    high: str
    first: str
    last: str
    says: str


@dataclass(frozen=True, slots=True)
class ClaimText:
    """A claim, in words. facts: (what, how much); rows: (day, value, what it counts as)."""

    name: str
    statement: str
    standing: str
    sentence: str
    word: str
    says: str
    facts: tuple[tuple[str, str], ...]
    hint: str
    beware: str
    rows: tuple[tuple[str, str, str], ...]
    drawn: Drawn | None


@dataclass(frozen=True, slots=True)
class Report:
    """The whole sheet, in the reader's words. warning: what every page says first; logged: (what, how much)."""

    title: str
    subtitle: str
    warning: str
    intro: tuple[str, ...]
    logged: tuple[tuple[str, str], ...]
    cards: Sequence[ClaimText]
    method: tuple[str, ...]
    language: str
    paper: str


def progress_pdf(report: Report, w: Callable[[Message], str]) -> bytes:
    """As PDF."""
    import typst

    template, fonts = _press()
    compiler = typst.Compiler(template, font_paths=fonts)
    made = compiler.compile(format="pdf", sys_inputs={"data": json.dumps(report_data(report, w))}, timestamp=0)
    return made if isinstance(made, bytes) else b"".join(made or ())


def report_data(report: Report, w: Callable[[Message], str]) -> dict[str, Any]:
    """What the typesetter gets."""
    return {
        "title": report.title,
        "subtitle": report.subtitle,
        "warning": report.warning,
        "intro": report.intro,
        "logged": report.logged,
        "method": report.method,
        "language": report.language,
        "paper": PAPERS[report.paper],
        "words": {key: w(message) for key, message in _WORDS.items()} | {"columns": [w(one) for one in _COLUMNS]},
        "cards": [_card(one) for one in report.cards],
    }


def _card(one: ClaimText) -> dict[str, Any]:
    return {
        "name": one.name,
        "statement": one.statement,
        "standing": one.standing,
        "sentence": one.sentence,
        "word": one.word,
        "says": one.says,
        "facts": one.facts,
        "hint": one.hint,
        "beware": one.beware,
        "rows": one.rows,
        "drawn": draw(one.drawn) if one.drawn else "",
        "drawn_says": one.drawn.says if one.drawn else "",
    }


def draw(plot: Drawn) -> str:
    """The plot as SVG, in black and greys."""
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE:g} {_HIGH + 16:g}" font-size="8">']
    if plot.band is not None:
        start, end, low, high = plot.band
        wide, tall = _x(end) - _x(start), _y(low) - _y(high)
        box = f'x="{_x(start):.1f}" y="{_y(high):.1f}" width="{wide:.1f}" height="{tall:.1f}"'
        parts.append(f'<rect {box} fill="{_PALE}"/>')
    parts += [
        f'<path d="M{_x(a):.1f} {_y(at):.1f}H{_x(b):.1f}" stroke="{_INK}" stroke-width="1.5"/>'
        for a, b, at in plot.levels
    ]
    parts += [_dot(*one) for one in plot.dots]
    for x, y, anchor, text in (
        (0.0, 8.0, "start", plot.high),
        (0.0, _HIGH, "start", plot.low),
        (40.0, _HIGH + 13, "start", plot.first),
        (_WIDE, _HIGH + 13, "end", plot.last),
    ):
        parts.append(f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" fill="{_INK}">{escape(text)}</text>')
    return "".join((*parts, "</svg>"))


def _dot(across: float, up: float, part: str) -> str:
    fill = {"before": "#ffffff", "between": _MID, "after": _INK}[part]
    return f'<circle cx="{_x(across):.1f}" cy="{_y(up):.1f}" r="3" fill="{fill}" stroke="{_INK}"/>'


def _x(share: float) -> float:
    return 46.0 + (_WIDE - 46.0 - _EDGE) * share


def _y(share: float) -> float:
    return _EDGE + (_HIGH - 2 * _EDGE) * (1.0 - share)


@cache
def _press() -> tuple[bytes, Any]:
    import typst

    template = (files("backstride.formats.writers") / "sheets" / "progress.typ").read_bytes()
    return template, typst.Fonts(include_system_fonts=False)
