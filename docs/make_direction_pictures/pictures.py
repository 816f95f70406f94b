"""Pictures of strides, and of many people."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from docs.make_direction_pictures import crowd
from docs.make_direction_pictures.palette import GLYPHS
from docs.make_direction_pictures.strides import Swing, loop, swing
from docs.make_direction_pictures.svg import AXIS, SMALL, Look, Panel, arrow_head, sheet, stroke, words

from backstride.recording import Direction, FloatArray, Gait, Placement

WIDTH = 720
FORWARD, BACKWARD = Direction.FORWARD, Direction.BACKWARD
PLACES = {
    Placement.FOOT: "Foot",
    Placement.SHANK: "Shank",
    Placement.POCKET: "Pocket",
    Placement.WAIST: "Waist",
    Placement.CHEST: "Chest",
    Placement.WRIST: "Wrist",
}


def coupling(_: int) -> str:
    """Four loops: how a trunk is pushed while it rises and falls."""
    says = {
        (FORWARD, Gait.RUN): "rises while pushed ahead",
        (BACKWARD, Gait.RUN): "rises while pushed back",
        (FORWARD, Gait.WALK): "rises while pushed back",
        (BACKWARD, Gait.WALK): "rises while pushed ahead",
    }
    parts = []
    for number, (direction, gait) in enumerate(says):
        column, row = number % 2, number // 2
        panel = Panel(58 + 348 * column, 56 + 300 * row, 288, 196, (-3, 3), (-5, 5))
        found = loop(direction, gait)
        name = f"{GLYPHS[direction]}  {'Running' if gait is Gait.RUN else 'Walking'} {direction}"
        x, y = found.push, 100 * found.height
        parts += [
            words(panel.left, panel.top - 26, name, colour=str(direction), strong=True),
            words(panel.left, panel.top - 7, says[direction, gait], colour="ink-2", size=SMALL),
            panel.across(0, AXIS),
            panel.upright(0, AXIS),
            panel.line(x, y, Look(str(direction), 2.5), closed=True),
            *_heads(panel, x, y, str(direction)),
            panel.y_ticks((-4, 0, 4), "cm" if column == 0 else ""),
            panel.x_ticks((-2, 0, 2), "m/s²"),
            words(panel.left, panel.top + panel.height + 36, "← pushed back", colour="ink-2", size=SMALL),
            words(panel.left + panel.width, panel.top + panel.height + 36, "pushed ahead →", colour="ink-2",
                  anchor="end", size=SMALL),
        ]  # fmt: skip
    return sheet(WIDTH, 604, "Height of the trunk against its push ahead, for one step", parts)


def _heads(panel: Panel, x: FloatArray, y: FloatArray, colour: str) -> Iterator[str]:
    """Arrow heads along a closed line, in its sense: at either side and below."""
    for at in (int(np.argmax(x)), int(np.argmin(x)), int(np.argmin(y))):
        before, here, after = (panel.at(x[k % len(x)], y[k % len(x)]) for k in (at - 1, at, at + 1))
        yield arrow_head(*here, complex(after[0] - before[0], after[1] - before[1]), colour)


def thigh(_: int) -> str:
    """A thigh's swing either way, and the backward one played in reverse."""
    parts = []
    for row, gait in enumerate((Gait.RUN, Gait.WALK)):
        ahead, back = swing(FORWARD, gait), swing(BACKWARD, gait)
        name = "Running" if gait is Gait.RUN else "Walking"
        for column, (title, other, dash) in enumerate(
            ((f"{name}, as it is", back, ""), (f"{name}, backward played in reverse", back.reversed, "7 6"))
        ):
            panel = Panel(58 + 348 * column, 78 + 244 * row, 288, 172, (0, 1), (-40, 40))
            parts += [
                words(panel.left, panel.top - 10, title, strong=True),
                panel.y_ticks((-30, 0, 30), "°" if column == 0 else ""),
                _swung(panel, ahead, Look("forward", 2.5)),
                _swung(panel, other, Look("backward", 2.5, dash)),
                words(panel.left, panel.top + panel.height + 18, "knee furthest ahead", colour="ink-2", size=SMALL),
                words(panel.left + panel.width, panel.top + panel.height + 18, "one stride later", colour="ink-2",
                      anchor="end", size=SMALL),
            ]  # fmt: skip
    key = [
        stroke([(58, 30), (88, 30)], Look("forward", 2.5)),
        words(98, 35, "▶ forward", colour="forward"),
        stroke([(208, 30), (238, 30)], Look("backward", 2.5)),
        words(248, 35, "◀ backward", colour="backward"),
        words(694, 35, "angle of the thigh, knee ahead is up", colour="ink-2", anchor="end", size=SMALL),
    ]
    return sheet(WIDTH, 532, "Angle of the thigh over one stride", [*key, *parts])


def _swung(panel: Panel, one: Swing, look: Look) -> str:
    return panel.line(np.append(one.share, 1.0), np.append(one.angle, one.angle[0]), look)


def people(count: int) -> str:
    """What the strides of many simulated people say: a dot a person, gait and direction."""
    found = crowd.stretches(count)
    rows = [(placement, runs) for placement in crowd.TRUNK_AND_LEGS for runs in (False, True)]
    panel = Panel(138, 74, 556, 34.0 * len(rows), (-6, 6), (len(rows), 0))
    parts = [
        words(panel.left, 32, "◀ says backward", colour="backward", strong=True),
        words(panel.left + panel.width, 32, "says forward ▶", colour="forward", strong=True, anchor="end"),
        words(panel.left + panel.width / 2, 32, "log-odds, mean of a person", colour="ink-2", anchor="middle",
              size=SMALL),
        words(panel.left + panel.width / 2, 54, "upper dots went forward, lower dots went backward", colour="ink-2",
              anchor="middle", size=SMALL),
        panel.x_ticks((-6, -4, -2, 0, 2, 4, 6), lines=True),
        panel.upright(0, AXIS),
    ]  # fmt: skip
    for row, (placement, runs) in enumerate(rows):
        _, middle = panel.at(0, row + 0.5)
        if not runs:
            parts += [panel.across(row), words(14, middle + 5, PLACES[placement], strong=True)]
        parts.append(words(panel.left - 14, middle + 5, "run" if runs else "walk", colour="ink-2", anchor="end"))
        for backward, colour, at in ((False, "forward", 0.3), (True, "backward", 0.7)):
            mine = [one.odds for one in found if (one.placement, one.runs, one.backward) == (placement, runs, backward)]
            parts += [panel.dot(float(np.clip(odds, -6, 6)), row + at, colour, 3.2, opacity=0.45) for odds in mine]
    return sheet(
        WIDTH, round(panel.top + panel.height) + 36, "What the shape of strides says of simulated people", parts
    )


BINS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0001)
FEWEST = 10


def confidence(count: int) -> str:
    """How often what was held for likely was true, by place worn."""
    found = crowd.judged(count)
    parts = []
    for column, placement in enumerate(crowd.JUDGED):
        panel = Panel(58 + 166 * column, 44, 138, 196, (0.5, 1), (0, 1))
        mine = [one for one in found if one.placement is placement]
        chance, right = (np.concatenate([getattr(one, name) for one in mine]) for name in ("chance", "right"))
        parts += [
            words(panel.left, panel.top - 14, PLACES[placement], strong=True),
            "".join(panel.across(value) for value in (0, 0.5, 1)),
            stroke([panel.at(0.5, 0.5), panel.at(1, 1)], Look("edge", 1.5, "4 4")),
            *_bins(panel, chance, right),
        ]
        for value, anchor in ((0.5, "start"), (1.0, "end")):
            a, _ = panel.at(value, 0)
            parts.append(
                words(a, panel.top + panel.height + 18, f"{100 * value:g} %", colour="ink-2", anchor=anchor, size=SMALL)
            )
        if column == 0:
            parts += [words(panel.left - 8, panel.at(0, value)[1] + 4.5, f"{100 * value:g} %", colour="ink-2",
                            anchor="end", size=SMALL) for value in (0, 0.5, 1)]  # fmt: skip
    parts += [
        words(
            58,
            286,
            "Across: probability of the likelier way. Up: how often that way was true.",
            colour="ink-2",
            size=SMALL,
        ),
        words(
            58,
            306,
            "On the dashed line what is said is so. Larger dots: more moments.",
            colour="ink-2",
            size=SMALL,
        ),
    ]
    return sheet(WIDTH, 322, "How often what was held for likely was true", parts)


def _bins(panel: Panel, chance: FloatArray, right: FloatArray) -> Iterator[str]:
    for low, high in pairwise(BINS):
        inside = (chance >= low) & (chance < high)
        if inside.sum() >= FEWEST:
            size = 3 + 12 * float(np.sqrt(inside.mean()))
            yield panel.dot(float(chance[inside].mean()), float(right[inside].mean()), "ink", size, opacity=0.6)
