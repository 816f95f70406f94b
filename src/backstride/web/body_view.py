"""Energy and load as rows for templates: on the recording page and on the page about the body."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from backstride.app.body import Body, Cost, Instead, Total
from backstride.app.bout_costs import BoutCost
from backstride.app.cost import Costed
from backstride.evidence.table import CLAIMS
from backstride.message import Message, say
from backstride.physiology.energy import Spent
from backstride.physiology.estimate import Estimate
from backstride.physiology.joints import Knee, Load
from backstride.recording import Direction, Gait, Grade
from backstride.web.page import Page, first_upper
from backstride.words.estimates import RANGE_MEANS, Told, told
from backstride.words.names import DIRECTIONS, GAITS

_TOLD_S = 30.0  # less time left out is not worth a word
_MOST_BOUTS = 100
ENERGY = say("Energy")
KNEECAP, LANDING = say("Peak force behind the kneecap, each step"), say("Peak force of landing, each step")


@dataclass(frozen=True, slots=True)
class Row:
    """An estimate as it is always drawn. claim: key of the weakest claim in it, which its grade is that of."""

    label: str
    text: str
    unit: str
    spread: str
    grade: Grade
    claim: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One direction and gait of a recording: what it cost and what it loaded, or why that is not known."""

    direction: Direction
    gait: str
    about: str
    energy: tuple[Row, ...]
    load: tuple[Row, ...]
    no_energy: Message | None
    no_load: Message | None


@dataclass(frozen=True, slots=True)
class BoutRow:
    """One bout: when, which way, how long and fast, and what it cost."""

    start: str
    length: str
    direction: Direction
    speed: str
    energy: Told | None


def body_context(body: Body, page: Page, bouts: Sequence[BoutCost] = ()) -> dict[str, object]:
    """The names that recording_body.html uses."""
    speed_known = any(one.stretch.speed_mps == one.stretch.speed_mps for one in body.costs)
    return {
        "body_cards": tuple(_card(one, page) for one in body.costs),
        "body_speed_known": speed_known,
        "body_bouts": [_bout(one, page) for one in bouts[:_MOST_BOUTS]] if len(bouts) > 1 else [],
        "body_bouts_left_out": max(0, len(bouts) - _MOST_BOUTS),
        "body_mass": "" if body.mass_kg is None else str(page.show(body.mass_kg, "kg")),
        "body_mass_missing": body.mass_kg is None and any(one.energy for one in body.costs),
        "body_practice": _practice(body, page),
        "range_means": page.words(RANGE_MEANS),
    }


def row(label: Message, one: Estimate, page: Page, aside: str = "") -> Row:
    """With the weakest of the claims it rests on."""
    shown = told(one, page.words)
    return Row(page.words(label), shown.text, shown.unit, shown.spread, one.grade, weakest(one), aside)


def energy_row(spent: Spent, page: Page) -> Row:
    """In kJ, with the same in kcal beside it."""
    old = told(spent.energy_kcal, page.words)
    aside = page.words(say("{amount} ({spread})", amount=str(old), spread=old.spread))
    return row(ENERGY, spent.energy_kj, page, aside)


def total_rows(totals: Mapping[Direction, Total], page: Page) -> tuple[Row, ...]:
    """Energy summed over recordings, a row a direction; how much of the time is not in it stands beside."""
    rows = []
    for direction, one in totals.items():
        if one.energy_kj is not None:
            label = say("Energy, {direction}", direction=page.words(DIRECTIONS[direction]))
            parts = [page.words.duration(one.seconds)]
            if one.left_out_s >= _TOLD_S:
                parts.append(page.words(say("{time} more not known", time=page.words.duration(one.left_out_s))))
            rows.append(row(label, one.energy_kj, page, ", ".join(parts)))
    return tuple(rows)


def weakest(one: Estimate) -> str:
    """Key of the first claim that the grade of an estimate is that of; empty for one that was measured."""
    return next((key for key in one.claims if CLAIMS[key].grade is one.grade), one.claims[0] if one.claims else "")


def costed_rows(found: Costed, page: Page) -> tuple[Row, ...]:
    """What the calculator found."""
    rows = [energy_row(found.energy, page)]
    if found.extra and found.forward:
        aside = _forward(found.forward.energy_kj, page)
        rows.append(row(say("Against forward at the same speed"), found.extra, page, aside))
    rows.append(row(say("Oxygen"), found.energy.oxygen, page))
    rows.append(row(say("Multiple of rest"), found.energy.mets, page))
    if found.instead:
        rows[2:2] = _instead(found.instead, page)
    return (*rows, *load_rows(found.load, page))


def load_rows(found: Load, page: Page) -> tuple[Row, ...]:
    """Knee and landing, as far as they are known."""
    rows = knee_rows(found.knee, page) if found.knee else []
    if found.landing:
        rows.append(row(LANDING, found.landing, page, _forward(found.forward, page)))
    return tuple(rows)


def _forward(one: Estimate | None, page: Page) -> str:
    return "" if one is None else page.words(say("forward {amount}", amount=str(told(one, page.words))))


def knee_rows(one: Knee, page: Page) -> list[Row]:
    """Peak of a step, with the force where the mass is known, and added up."""
    force = str(told(one.peak_n, page.words)) if one.peak_n else ""
    rows = [row(KNEECAP, one.peak_bw, page, force)]
    if one.ratio:
        rows.append(row(say("The same against forward at that speed"), one.ratio, page))
    if one.total_bw:
        rows.append(row(say("The peaks of all steps added up"), one.total_bw, page))
    rows.append(row(say("The peaks of a kilometre added up"), one.per_km_bw, page))
    return rows


def _card(cost: Cost, page: Page) -> Card:
    energy: list[Row] = []
    if cost.energy:
        energy = [energy_row(cost.energy, page)]
    if cost.extra:
        energy.append(row(say("Against forward at the same speed"), cost.extra, page))
    if cost.instead and cost.energy:
        energy += _instead(cost.instead, page)
    return Card(
        cost.stretch.direction,
        page.words(GAITS[cost.stretch.gait]),
        _about(cost, page),
        tuple(energy),
        load_rows(cost.load, page),
        cost.no_energy,
        cost.load.missing if cost.load.missing is not cost.no_energy else None,
    )


def _bout(one: BoutCost, page: Page) -> BoutRow:
    bout, words = one.bout, page.words
    return BoutRow(
        words.duration(bout.start_s),
        words.duration(bout.end_s - bout.start_s),
        bout.direction,
        str(page.show(one.speed_mps, "m/s", "speed_mps")),
        told(one.energy.energy_kj, words) if one.energy else None,
    )


def _instead(instead: Instead, page: Page) -> list[Row]:
    own = str(page.show(instead.own.speed_mps, "m/s", "speed_mps"))
    gait = page.words(GAITS[instead.own.gait])
    aside = page.words(say("{gait}, your {speed} forward", gait=gait, speed=own))
    return [
        row(say("The same distance forward"), instead.distance.energy_kj, page, aside),
        row(say("The same time forward"), instead.time.energy_kj, page, aside),
    ]


def _about(cost: Cost, page: Page) -> str:
    """Duration, speed and slope in a line."""
    one, words = cost.stretch, page.words
    parts = [words.duration(one.seconds)]
    if one.speed_mps == one.speed_mps:
        parts.append(str(page.show(one.speed_mps, "m/s", "speed_mps")))
        if not one.by_bout:
            parts.append(words(say("mean speed of the direction")))
        if one.slope:
            parts.append(words(say("slope {share}", share=words.percent(one.slope, 1))))
        elif one.slope is None:
            parts.append(words(say("taken as level")))
    return " · ".join(first_upper(part) for part in parts)


def _practice(body: Body, page: Page) -> str:
    backward = any(one.energy and one.stretch.direction is Direction.BACKWARD and one.stretch.gait is Gait.WALK
                   for one in body.costs)  # fmt: skip
    if not backward:
        return ""
    return page.words(
        say("Days backward before this: {n}. Walking backward gets cheaper with practice.", n=body.practice)
    )
