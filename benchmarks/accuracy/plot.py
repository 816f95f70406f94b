"""Stated confidence against the share that was right, drawn as SVG. It brings its own paper, light and dark."""

from collections.abc import Iterator, Mapping, Sequence

from benchmarks.accuracy.scores import Bin

WIDTH, HEIGHT = 760, 420
PANEL, TOP, LEFTS = 300, 72, (62, 430)
LOW, HIGH = 0.5, 1.0
TICKS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
# Light and dark; each line has its own dash too, for colour is never alone.
COLOURS = (("#1f6fb2", "#6db3f2"), ("#a8480f", "#f2a35e"), ("#2f7a3a", "#86cf7d"), ("#8a4aa8", "#d3a4f2"))
DASHES = ("", "8 3", "2 3", "10 3 2 3")
STYLE = (
    "text{fill:#1c2430;font:14px system-ui,sans-serif}.soft{fill:#55606e;font-size:12px}.paper{fill:#ffffff}"
    ".grid{stroke:#dfe4ea}.ideal{stroke:#8a94a1}"
)
DARK = "text{fill:#e8edf3}.soft{fill:#a5b0bd}.paper{fill:#151a21}.grid{stroke:#2b333d}.ideal{stroke:#7b8794}"

Lines = Mapping[str, Sequence[Bin]]


def picture(panels: Mapping[str, Lines], title: str) -> str:
    """Two panels side by side, in each a line a name. Dots are as large as what they rest on."""
    names = list(dict.fromkeys(name for lines in panels.values() for name in lines))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{title}">',
        f"<title>{title}</title><style>{_style()}</style>",
        f'<rect class="paper" width="{WIDTH}" height="{HEIGHT}" rx="10"/>',
        *_legend(names),
    ]
    for left, (heading, lines) in zip(LEFTS, panels.items(), strict=False):
        parts += _panel(left, heading, lines, names)
    return "\n".join((*parts, "</svg>\n"))


def _style() -> str:
    def rules(which: int) -> str:
        return "".join(f".l{k}{{stroke:{both[which]}}}.d{k}{{fill:{both[which]}}}" for k, both in enumerate(COLOURS))

    return f"{STYLE}{rules(0)}@media(prefers-color-scheme:dark){{{DARK}{rules(1)}}}"


def _legend(names: Sequence[str]) -> Iterator[str]:
    for number, name in enumerate(names):
        x = LEFTS[0] + number * 120
        yield f'<path d="M{x} 24h34" {_stroke(number)}/><text x="{x + 42}" y="29">{name}</text>'


def _stroke(number: int) -> str:
    dash = DASHES[number % len(DASHES)]
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'class="l{number % len(COLOURS)}" fill="none" stroke-width="2"{dashed}'


def _panel(left: int, heading: str, lines: Lines, names: Sequence[str]) -> Iterator[str]:
    bottom = TOP + PANEL

    def at(stated: float, right: float) -> tuple[float, float]:
        return left + PANEL * (stated - LOW) / (HIGH - LOW), bottom - PANEL * right

    yield f'<text x="{left}" y="{TOP - 14}" font-weight="600">{heading}</text>'
    for tick in TICKS:
        x, _ = at(tick, 0)
        yield f'<path class="grid" d="M{x:.1f} {TOP}V{bottom}"/>'
        yield f'<text class="soft" x="{x:.1f}" y="{bottom + 17}" text-anchor="middle">{tick:g}</text>'
    for tick in (0, 0.25, 0.5, 0.75, 1):
        _, y = at(LOW, tick)
        yield f'<path class="grid" d="M{left} {y:.1f}h{PANEL}"/>'
        yield f'<text class="soft" x="{left - 7}" y="{y + 4:.1f}" text-anchor="end">{tick:g}</text>'
    (x0, y0), (x1, y1) = at(LOW, LOW), at(HIGH, HIGH)
    yield f'<path class="ideal" d="M{x0:.1f} {y0:.1f}L{x1:.1f} {y1:.1f}" stroke-dasharray="4 4"/>'
    middle = left + PANEL / 2
    yield f'<text class="soft" x="{middle}" y="{bottom + 36}" text-anchor="middle">stated confidence</text>'
    yield f'<text class="soft" x="{left - 7}" y="{TOP - 14}" text-anchor="end">right</text>'
    for name, bins in lines.items():
        number = names.index(name)
        places = [at(min(max(b.confidence, LOW), HIGH), b.right) for b in bins]
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
        if path:
            yield f'<path d="M{path}" {_stroke(number)}/>'
        for held, (x, y) in zip(bins, places, strict=True):
            size = 2.0 + min(held.count, 900) ** 0.5 / 6
            yield f'<circle class="d{number}" cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}"/>'
