"""`cost`."""

import json as json_
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from backstride.cli.options import Json
from backstride.cli.terminal import console, reader, table

if TYPE_CHECKING:
    from backstride.app.cost import Costed
    from backstride.physiology.estimate import Estimate

_ = reader()


def cost(  # noqa: PLR0913 -- a command's options are its arguments
    speed_kmh: Annotated[float, typer.Option("--speed-kmh", help=_("Speed in km/h."))],
    direction: Annotated[str, typer.Option(help=_("backward or forward."))] = "backward",
    gait: Annotated[str, typer.Option(help=_("walk or run."))] = "walk",
    grade: Annotated[float, typer.Option(help=_("Slope in percent, uphill positive."))] = 0.0,
    mass_kg: Annotated[float | None, typer.Option("--mass-kg", help=_("Body mass; left out: energy per kg."))] = None,
    minutes: Annotated[float, typer.Option(help=_("How long."))] = 15.0,
    practice: Annotated[
        int, typer.Option("--practice-sessions", help=_("Sessions of going backward done before."))
    ] = 0,
    json: Json = False,
) -> None:
    """What a stretch of moving costs, and what it loads knees and feet with."""
    from backstride.app.cost import cost as costs
    from backstride.app.cost import read_asked

    form = {
        "direction": direction,
        "gait": gait,
        "speed_kmh": str(speed_kmh),
        "grade": str(grade),
        "mass_kg": "" if mass_kg is None else str(mass_kg),
        "minutes": str(minutes),
        "practice": str(practice),
    }
    found = costs(read_asked(form))
    if json:
        typer.echo(json_.dumps(_as_json(found), ensure_ascii=False))
    else:
        _print(found)


def _numbers(found: "Costed") -> "dict[str, Estimate]":
    """Every estimate by a stable key, in the order of the table."""
    from backstride.physiology.estimate import Estimate

    rows = {
        "energy": found.energy.energy_kj,
        "energy_kcal": found.energy.energy_kcal,
        "power": found.energy.power_wkg,
        "oxygen": found.energy.oxygen,
        "mets": found.energy.mets,
        "extra": found.extra,
        "energy_forward": found.forward.energy_kj if found.forward else None,
        "kneecap": found.knee.peak_bw if found.knee else None,
        "kneecap_force": found.knee.peak_n if found.knee else None,
        "kneecap_ratio": found.knee.ratio if found.knee else None,
        "kneecap_per_km": found.knee.per_km_bw if found.knee else None,
        "landing": found.landing,
    }
    return {key: one for key, one in rows.items() if isinstance(one, Estimate)}


def _labels() -> dict[str, str]:
    return {
        "energy": _("Energy"),
        "energy_kcal": _("The same"),
        "power": _("Power"),
        "oxygen": _("Oxygen"),
        "mets": _("Multiple of rest"),
        "extra": _("Against forward at the same speed"),
        "energy_forward": _("Energy forward at the same speed"),
        "kneecap": _("Peak behind the kneecap, each step"),
        "kneecap_force": _("The same as a force"),
        "kneecap_ratio": _("The same against forward"),
        "kneecap_per_km": _("Peaks of a kilometre added up"),
        "landing": _("Peak force of landing, each step"),
    }


def _print(found: "Costed") -> None:
    from backstride.words.estimates import told
    from backstride.words.names import GRADES

    shown = table("", _("Estimate"), _("Nine of ten people"), _("Grade"), right=(1,), whole=(2, 3))
    labels = _labels()
    for key, one in _numbers(found).items():
        text = told(one, _)
        shown.add_row(labels[key], str(text), text.spread, _(GRADES[one.grade]))
    console().print(shown)
    if found.no_load is not None:
        console().print(_(found.no_load))


def _as_json(found: "Costed") -> dict[str, Any]:
    move = found.asked.move
    return {
        "direction": move.direction,
        "gait": move.gait,
        "speed_mps": move.speed_mps,
        "slope": move.slope,
        "practice_sessions": move.practice,
        "mass_kg": found.asked.mass_kg,
        "minutes": found.asked.minutes,
        "estimates": {key: asdict(one) | {"grade": one.grade.name.lower()} for key, one in _numbers(found).items()},
        "no_load": None if found.no_load is None else _(found.no_load),
    }
