"""`exercises`."""

import json as json_
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from backstride.cli.options import Json
from backstride.cli.terminal import console, reader, table
from backstride.errors import NotFound
from backstride.message import Message, say

if TYPE_CHECKING:
    from backstride.plan.exercises import Exercise

_ = reader()

Key = Annotated[str | None, typer.Argument(metavar="KEY", help=_("An exercise, as the list names it."))]
Kind = Annotated[str | None, typer.Option("--kind", metavar="KIND", help=_("Only exercises of this kind."))]


def exercises(key: Key = None, kind: Kind = None, json: Json = False) -> None:
    """The list, or one exercise with all that is said of it."""
    from backstride.plan.exercises import EXERCISES, ExerciseKind

    if kind is not None and kind not in set(ExerciseKind):
        raise typer.BadParameter(_("one of {choices} is expected", choices=", ".join(ExerciseKind)))
    if key is not None and key not in EXERCISES:
        raise NotFound(say("there is no exercise {key}; `exercises` lists them all", key=key))
    chosen = [one for one in EXERCISES.values() if key in (None, one.key) and kind in (None, one.kind)]
    if json:
        _print_json(chosen)
    elif key is not None and chosen:
        _print_one(chosen[0])
    else:
        _print_list(chosen)


def _print_list(rows: Iterable["Exercise"]) -> None:
    from backstride.words.exercises import EQUIPMENT, KINDS, amount_in_words

    shown = table(_("Key"), _("Exercise"), _("Kind"), _("Dose"), _("Equipment"), whole=(0,))
    for row in rows:
        things = ", ".join(_(EQUIPMENT[one]) for one in row.equipment)
        shown.add_row(row.key, _(row.name), _(KINDS[row.kind]), _(amount_in_words(row.dose)), things)
    console().print(shown)


def _print_one(row: "Exercise") -> None:
    from rich.text import Text

    from backstride.words.exercises import EQUIPMENT, KINDS, MUSCLES, NEEDS, dose_in_words

    console().print(Text(f"{_(row.name)}  {row.key}", style="bold"))
    console().print(f"{_(KINDS[row.kind])} · {_(dose_in_words(row.dose))} · {_(NEEDS[row.needs])}")
    console().print(_(row.purpose))
    _print_lines(_("Set-up, for safety first"), row.set_up)
    _print_lines(_("Steps"), row.steps, numbered=True)
    _print_lines(_("Common faults"), row.faults)
    _print_lines(_("When to leave it out or take care"), row.avoid)
    names = (
        (_("Muscles"), [_(MUSCLES[one]) for one in row.muscles]),
        (_("Equipment"), [_(EQUIPMENT[one]) for one in row.equipment]),
        (_("Master first"), row.after),
        (_("Easier"), row.easier),
        (_("Harder"), row.harder),
    )
    for title, values in names:
        if values:
            console().print(f"{title}: {', '.join(values)}")


def _print_lines(title: str, lines: Iterable[Message], *, numbered: bool = False) -> None:
    from rich.text import Text

    for place, line in enumerate(lines, start=1):
        if place == 1:
            console().print(Text(f"\n{title}", style="bold"))
        console().print(f"{f'{place}.' if numbered else '-'} {_(line)}")


def _print_json(rows: Iterable["Exercise"]) -> None:
    for row in rows:
        print(json_.dumps(as_object(row), ensure_ascii=False))


def as_object(row: "Exercise") -> dict[str, Any]:
    """An exercise as plain values, its sentences in the reader's language."""
    return {
        "key": row.key,
        "name": _(row.name),
        "kind": row.kind,
        "purpose": _(row.purpose),
        "set_up": [_(one) for one in row.set_up],
        "steps": [_(one) for one in row.steps],
        "faults": [_(one) for one in row.faults],
        "dose": {
            "sets": row.dose.sets,
            "amount": row.dose.amount,
            "until": row.dose.until,
            "rest_s": row.dose.rest_s,
            "each_side": row.dose.each_side,
        },
        "muscles": list(row.muscles),
        "equipment": list(row.equipment),
        "needs": row.needs.name.lower(),
        "after": list(row.after),
        "not_for": sorted(row.not_for),
        "avoid": [_(one) for one in row.avoid],
        "easier": list(row.easier),
        "harder": list(row.harder),
        "usual_s": row.usual_s,
        "claim": row.claim,
    }
