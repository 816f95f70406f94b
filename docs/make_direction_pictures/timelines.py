"""Pictures along time, over the ribbon of directions."""

from collections.abc import Iterator, Sequence

import numpy as np
from docs.make_direction_pictures.palette import GLYPHS
from docs.make_direction_pictures.sessions import MOUNTINGS, felt_session, mounted, told_session
from docs.make_direction_pictures.svg import AXIS, SMALL, Look, Panel, box, sheet, stroke, words

from backstride.recording import WAYS, Bout, Direction, FloatArray

WIDTH = 720
FORWARD, BACKWARD = Direction.FORWARD, Direction.BACKWARD
MOST_ODDS = 6.0
SOURCES = ("Shape of strides", "Felt velocity")


def ribbon(panel: Panel, bouts: Sequence[Bout]) -> Iterator[str]:
    """Stretches in the colours of their directions, with their signs where there is room."""
    for bout in bouts:
        start, end = max(bout.start_s, panel.x[0]), min(bout.end_s, panel.x[1])
        if end <= start:
            continue
        (a, _), (b, _) = panel.at(start, 0), panel.at(end, 0)
        unknown = bout.direction is Direction.UNKNOWN
        yield box(a, panel.top, b - a, panel.height, str(bout.direction), opacity=0.35 if unknown else 1.0)
        if b - a > 20:
            yield words((a + b) / 2, panel.top + panel.height / 2 + 5, GLYPHS[bout.direction], colour="surface",
                        anchor="middle", size=SMALL)  # fmt: skip


def velocity(_: int) -> str:
    """Speed along the front as it was felt, against the truth."""
    found = felt_session()
    span = (0.0, float(found.time_s[-1]))
    panel = Panel(62, 102, 634, 240, span, (-4, 4))
    strip = Panel(panel.left, 66, panel.width, 22, span, (0, 1))
    parts = [
        *ribbon(strip, found.bouts),
        panel.band(found.time_s, found.felt - found.spread, found.felt + found.spread, "ink", opacity=0.12),
        panel.y_ticks((-4, -2, 0, 2, 4)),
        panel.across(0, AXIS),
        *_true(panel, found.time_s, found.true, found.bouts),
        panel.line(found.time_s, found.felt, Look("ink", 2.0)),
        panel.x_ticks((0, 10, 20, 30, 40, 50), "s"),
        words(62, 30, "Speed the way the body faces, m/s", strong=True),
    ]
    for at, text in ((4, "start"), (13, "stop"), (17, "start"), (25.7, "turn"), (54, "stop")):
        parts.append(words(panel.at(at, 0)[0], strip.top - 7, text, colour="ink-2", anchor="middle", size=SMALL))
    a, b = panel.at(40, -3.5)
    parts += [
        words(a, b, "the longer no push is felt, the less is sure", colour="ink-2", anchor="middle", size=SMALL),
        stroke([(62, 386), (92, 386)], Look("ink", 2.0)),
        words(100, 391, "felt from pushes alone,", size=SMALL),
        box(252, 379, 30, 14, "ink", opacity=0.15),
        words(290, 391, "give or take", size=SMALL),
        stroke([(392, 386), (422, 386)], Look("forward", 3.5, opacity=0.7)),
        stroke([(428, 386), (458, 386)], Look("backward", 3.5, opacity=0.7)),
        words(466, 391, "true, forward and backward", size=SMALL),
    ]
    return sheet(WIDTH, 410, "Velocity felt from pushes against the truth", parts)


def _true(panel: Panel, time: FloatArray, true: FloatArray, bouts: Sequence[Bout]) -> Iterator[str]:
    for bout in bouts:
        inside = (time >= bout.start_s - 0.5) & (time <= bout.end_s)
        if bout.direction in (FORWARD, BACKWARD):
            yield panel.line(time[inside], true[inside], Look(str(bout.direction), 3.5, opacity=0.7))


def chance(_: int) -> str:
    """What was believed of each moment of a session, and which source said what."""
    read = told_session()
    reasoning = read.analysis.reasoning
    time = 0.5 * (reasoning.edge_s[1:] + reasoning.edge_s[:-1])
    span = (0.0, float(reasoning.edge_s[-1]))
    shown = {bout.direction for bout in (*read.truth.bouts, *read.analysis.bouts)}
    left, width = 172, 524
    true, said = (Panel(left, top, width, 22, span, (0, 1)) for top in (24, 54))
    belief = Panel(left, 92, width, 120, span, (0, 1))
    parts = [
        words(14, true.top + 16, "What was done", strong=True),
        words(14, said.top + 16, "What is stated", strong=True),
        *ribbon(true, read.truth.bouts),
        *ribbon(said, read.analysis.bouts),
        words(14, belief.top + 20, "Probability", strong=True),
        *_stacked(belief, time, reasoning.chance),
        belief.y_ticks((0, 1), lines=False),
    ]
    for number, voice in enumerate(reasoning.voices[: len(SOURCES)]):
        panel = Panel(left, 236 + 96 * number, width, 76, span, (-MOST_ODDS, MOST_ODDS))
        parts += [
            words(14, panel.top + 20, SOURCES[number], strong=True),
            words(14, panel.top + 40, "log-odds: up forward,", colour="ink-2", size=SMALL),
            words(14, panel.top + 58, "down backward", colour="ink-2", size=SMALL),
            *_bars(panel, time, voice.odds),
            panel.across(0, AXIS),
            panel.y_ticks((-6, 0, 6), lines=False),
        ]
        if number == len(SOURCES) - 1:
            parts.append(panel.x_ticks((0, 20, 40, 60), "s"))
    parts.append(_key([way for way in GLYPHS if way in shown], left, 458))
    return sheet(WIDTH, 474, "Probability of each direction over a session, and what each source said", parts)


def _stacked(panel: Panel, time: FloatArray, shares: FloatArray) -> Iterator[str]:
    """Probabilities on top of each other, forward at the bottom."""
    below = np.zeros(len(time))
    for way in (FORWARD, Direction.SIDEWAYS, Direction.TURNING, Direction.STILL, BACKWARD):
        above = below + np.nan_to_num(shares[:, WAYS.index(way)])
        yield panel.band(time, below, above, str(way), opacity=0.85)
        below = above


def _bars(panel: Panel, time: FloatArray, odds: FloatArray) -> Iterator[str]:
    half = 0.5 * float(np.median(np.diff(time)))
    for at, said in zip(time, np.clip(np.nan_to_num(odds), -MOST_ODDS, MOST_ODDS), strict=True):
        if abs(said) > 0.05:
            yield panel.block(at - half, at + half, 0.0, float(said), "forward" if said > 0 else "backward")


def _key(directions: Sequence[Direction], x: float, y: float) -> str:
    parts = []
    for direction in directions:
        parts.append(box(x, y - 11, 14, 14, str(direction), opacity=0.35 if direction is Direction.UNKNOWN else 1.0))
        parts.append(words(x + 20, y + 1, f"{GLYPHS[direction]} {direction}", size=SMALL))
        x += 58 + 7.2 * len(direction)
    return "".join(parts)


def mounting(_: int) -> str:
    """One walk, one phone, four ways to put it in the pocket."""
    parts = []
    for column, name in enumerate(MOUNTINGS):
        read = mounted(name)
        left, width = 48 + 168 * column, 144
        force = read.recording.signals["acceleration"]
        inside = (force.time_s >= 6.0) & (force.time_s < 9.0)
        panel = Panel(left, 168, width, 150, (6.0, 9.0), (-25, 25))
        strip = Panel(left, 354, width, 26, (0.0, read.recording.duration_s), (0, 1))
        top, *rest = name.split(", ")
        parts += [
            words(left + width / 2, 30, top + ",", anchor="middle", strong=True),
            words(left + width / 2, 50, ", ".join(rest), anchor="middle", strong=True),
            phone(left + width / 2, 108, name),
            panel.y_ticks((-20, 0, 20), "") if column == 0 else "".join(panel.across(v) for v in (-20, 0, 20)),
            *(panel.line(force.time_s[inside], force.values[inside, k], look) for k, look in enumerate(AXES)),
            *ribbon(strip, read.analysis.bouts),
        ]
    parts += [
        words(48, 340, "What the phone records, m/s², for 3 seconds:", colour="ink-2", size=SMALL),
        *(stroke([(348 + 92 * k, 335), (376 + 92 * k, 335)], look) for k, look in enumerate(AXES)),
        *(words(382 + 92 * k, 340, f"{axis} axis", size=SMALL) for k, axis in enumerate("xyz")),
        words(48, 402, "What is stated of the whole walk: forward, a stop, backward.", colour="ink-2", size=SMALL),
    ]
    return sheet(WIDTH, 420, "One phone worn four ways", parts)


AXES = (Look("ink", 1.6), Look("ink-2", 1.6, "6 3"), Look("edge", 1.6, "2 3"))


def phone(x: float, y: float, name: str) -> str:
    """A phone in outline around a place: its screen with the ear piece, or its back with the camera."""
    inward, lying, over = "screen in" in name, "side" in name, "down" in name
    turn = 90 if lying else 180 if over else 0
    if inward:
        inner = '<circle cx="-9" cy="-28" r="4.5" class="f-edge"/>'
    else:
        inner = '<rect x="-16" y="-28" width="32" height="58" rx="2" class="f-hairline"/>' \
                '<rect x="-6" y="-34" width="12" height="2.5" rx="1" class="f-edge"/>'  # fmt: skip
    return (
        f'<g transform="translate({x:.1f} {y:.1f}) rotate({turn})">'
        f'<rect x="-20" y="-38" width="40" height="76" rx="7" {Look("ink", 2)}/>{inner}</g>'
    )
