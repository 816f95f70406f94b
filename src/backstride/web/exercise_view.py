"""What the pages of the library show: cards, one exercise, and the filters in the address."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from urllib.parse import urlencode

from backstride.evidence import Claim
from backstride.evidence.table import CLAIMS
from backstride.figures import BODY, FIGURES, body_map, draw
from backstride.figures.body import VIEWS
from backstride.message import Message, say
from backstride.plan.exercises import AT_HAND, EXERCISES, Equipment, Exercise, ExerciseKind, Muscle
from backstride.plan.kinds import Until
from backstride.plan.readiness import Readiness
from backstride.plan.screening import may_train
from backstride.web.page import Page
from backstride.words import Words
from backstride.words.exercises import EQUIPMENT, KIND_SAYS, KINDS, MUSCLES, amount_in_words, minutes_of, why_not
from backstride.words.quantities import Shown as Quantity

NOTHING_NEEDED = "none"
UNITS: Mapping[str, Message] = {
    "repetitions": say("repetitions"),
    "days a week": say("days a week"),
    "deg": say("°"),
    "s": say("s"),
    "min": say("min"),
    "m": say("m"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What stands in the address, cleaned: a value that means nothing is as if it were not there.

    equipment  a thing that is used, or `NOTHING_NEEDED` for what takes a wall, a chair or shoes at most
    mine       "yes": only what the person may do now
    """

    q: str = ""
    kind: str = ""
    muscle: str = ""
    equipment: str = ""
    mine: str = ""

    @property
    def active(self) -> bool:
        """Whether fewer than all exercises are asked for."""
        return self != Wanted()

    @property
    def hidden_active(self) -> bool:
        """Whether a filter is set that folds away."""
        return any((self.muscle, self.equipment, self.mine))

    def address(self, **changes: str) -> str:
        """The query string of these filters, with changes."""
        values = {field.name: changes.get(field.name, getattr(self, field.name)) for field in fields(self)}
        kept = {name: value for name, value in values.items() if value}
        return f"?{urlencode(kept)}" if kept else ""


def read_wanted(params: Mapping[str, str]) -> Wanted:
    """The filters in the parameters of an address."""
    return Wanted(
        q=params.get("q", "").strip()[:200],
        kind=_one_of(params.get("kind", ""), set(ExerciseKind)),
        muscle=_one_of(params.get("muscle", ""), set(Muscle)),
        equipment=_one_of(params.get("equipment", ""), {*Equipment, NOTHING_NEEDED}),
        mine=_one_of(params.get("mine", ""), {"yes"}),
    )


@dataclass(frozen=True, slots=True)
class Card:
    """An exercise in a list. figure: SVG, or empty; against: why it is not for the person now."""

    key: str
    name: str
    dose: str
    things: str
    figure: str
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The exercises of one kind."""

    kind: ExerciseKind
    title: str
    says: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """What a dose or purpose rests on."""

    key: str
    claim: Claim
    value: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One exercise, whole."""

    row: Exercise
    card: Card
    kind: str
    count: str
    unit: str
    rest: str
    minutes: int
    muscles: tuple[str, ...]
    equipment: tuple[str, ...]
    after: tuple[Card, ...]
    easier: tuple[Card, ...]
    harder: tuple[Card, ...]
    ground: Ground | None
    body: tuple[str, ...]


def shelves(wanted: Wanted, readiness: Readiness | None, page: Page) -> tuple[Shelf, ...]:
    """What is asked for, by kind."""
    cards = {one.key: card(one, readiness, page) for one in EXERCISES.values() if fits(one, wanted, page.words)}
    if wanted.mine:
        cards = {key: one for key, one in cards.items() if not one.against}
    return tuple(
        Shelf(kind, page.words(KINDS[kind]), page.words(KIND_SAYS[kind]), found)
        for kind in ExerciseKind
        if (found := tuple(one for key, one in cards.items() if EXERCISES[key].kind is kind))
    )


def fits(row: Exercise, wanted: Wanted, words: Words) -> bool:
    """Whether an exercise is among what is asked for, whoever asks."""
    if wanted.kind and row.kind != wanted.kind:
        return False
    if wanted.muscle and Muscle(wanted.muscle) not in row.muscles:
        return False
    if wanted.equipment == NOTHING_NEEDED and not AT_HAND.issuperset(row.equipment):
        return False
    if wanted.equipment not in ("", NOTHING_NEEDED) and Equipment(wanted.equipment) not in row.equipment:
        return False
    text = _text(row, words)
    return all(part in text for part in wanted.q.casefold().split())


def show_exercise(row: Exercise, readiness: Readiness | None, page: Page) -> Shown:
    """One exercise with its neighbours. What is easier is not listed again among what comes first."""
    w = page.words
    count, unit = _set(row, page)
    return Shown(
        row=row,
        card=card(row, readiness, page),
        kind=w(KINDS[row.kind]),
        count=count,
        unit=unit,
        rest=w.number(row.dose.rest_s) if row.dose.sets > 1 else "",
        minutes=minutes_of(row),
        muscles=tuple(w(MUSCLES[one]) for one in row.muscles),
        equipment=tuple(w(EQUIPMENT[one]) for one in row.equipment),
        after=_cards((key for key in row.after if key not in row.easier), readiness, page),
        easier=_cards(row.easier, readiness, page),
        harder=_cards(row.harder, readiness, page),
        ground=_ground(row.claim, w),
        body=_body(row, w),
    )


def card(row: Exercise, readiness: Readiness | None, page: Page) -> Card:
    w = page.words
    distance = str(_distance(row, page)) if row.dose.until is Until.DISTANCE else ""
    name = w(row.name)
    return Card(
        key=row.key,
        name=name,
        dose=w(amount_in_words(row.dose, distance)),
        things=", ".join(w(EQUIPMENT[one]) for one in row.equipment),
        figure=_figure(row.key, name),
        against=_against(row, readiness, w) if readiness else (),
    )


def _against(row: Exercise, readiness: Readiness, words: Words) -> tuple[str, ...]:
    if not may_train(readiness):
        return (words(say("A doctor should look at what you noticed before you train.")),)
    return why_not(row, readiness.permit, readiness.limits, words)


def _set(row: Exercise, page: Page) -> tuple[str, str]:
    """One set as a number and what it counts: "3 × 20", "s each side"."""
    dose = row.dose
    amount, unit = page.words.number(dose.amount), "s" if dose.until is Until.TIME else ""
    if dose.until is Until.DISTANCE:
        shown = _distance(row, page)
        amount, unit = shown.text, shown.unit
    side = page.words(say("each side")) if dose.each_side else ""
    return f"{dose.sets} × {amount}", f"{unit} {side}".strip()


def _distance(row: Exercise, page: Page) -> Quantity:
    return page.show(row.dose.amount, "m")


@lru_cache(maxsize=4 * len(EXERCISES))
def _figure(key: str, title: str) -> str:
    """SVG, empty where there is none. Sixty of them take a third of a second to draw."""
    return draw(key, title=title) if key in FIGURES else ""


def _cards(keys: Iterable[str], readiness: Readiness | None, page: Page) -> tuple[Card, ...]:
    return tuple(card(EXERCISES[key], readiness, page) for key in keys)


def _body(row: Exercise, words: Words) -> tuple[str, ...]:
    """Front and back of a body with the muscles of an exercise; a side none of them is on is left out."""
    groups = {muscle.name.lower().replace("_", "-"): words(MUSCLES[muscle]) for muscle in row.muscles}
    there = {region.view for region in BODY if region.part is None and region.group in groups}
    works = dict.fromkeys(groups, "works")
    return tuple(body_map(view, works, groups, layer="muscles") for view in VIEWS if view in there)


def _ground(key: str, words: Words) -> Ground | None:
    claim = CLAIMS.get(key)
    if claim is None:
        return None
    unit = words(UNITS[claim.unit]) if claim.unit in UNITS else claim.unit
    low, value, high = (words.number(one, 0 if one == int(one) else 1) for one in (claim.low, claim.value, claim.high))
    spread = words(say("{low} to {high}", low=low, high=high)) if low != high else ""
    shown = f"{value}{'' if claim.unit == 'deg' else ' '}{unit}"
    return Ground(key, claim, f"{shown}, {spread}" if spread else shown)


def _text(row: Exercise, words: Words) -> str:
    parts = (row.name, row.purpose, KINDS[row.kind], *(MUSCLES[one] for one in row.muscles))
    return " ".join((row.key, *(words(one) for one in parts))).casefold()


def _one_of(value: str, allowed: Iterable[str]) -> str:
    return value if value in allowed else ""
