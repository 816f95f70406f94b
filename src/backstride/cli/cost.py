"""`cost`."""

import json as json_
from collections.abc import Iterator
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
    forward_kmh: Annotated[
        float | None, typer.Option("--forward-kmh", help=_("Your own speed forward, to compare with."))
    ] = None,
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
        "forward_kmh": "" if forward_kmh is None else str(forward_kmh),
    }
    found = costs(read_asked(form))
    if json:
        typer.echo(json_.dumps(_as_json(found), ensure_ascii=False))
    else:
        _print(found)


def _numbers(found: "Costed") -> "dict[str, Estimate]":
    """Every estimate by a stable key, in the order of the table."""
    from backstride.physiology.estimate import Estimate

    knee, instead = found.load.knee, found.instead
    rows = {
        "energy": found.energy.energy_kj,
        "energy_kcal": found.energy.energy_kcal,
        "power": found.energy.power_wkg,
        "oxygen": found.energy.oxygen,
        "mets": found.energy.mets,
        "extra": found.extra,
        "energy_forward": found.forward.energy_kj if found.forward else None,
        "same_distance_forward": instead.distance.energy_kj if instead else None,
        "same_time_forward": instead.time.energy_kj if instead else None,
        "kneecap": knee.peak_bw if knee else None,
        "kneecap_force": knee.peak_n if knee else None,
        "kneecap_ratio": knee.ratio if knee else None,
        "kneecap_per_km": knee.per_km_bw if knee else None,
        "landing": found.load.landing,
    }
    return {key: one for key, one in rows.items() if isinstance(one, Estimate)}


def _labels() -> dict[str, str]:
    return {
        "energy": _("Energy"),
        "energy_kcal": _("Energy"),
        "power": _("Power"),
        "oxygen": _("Oxygen"),
        "mets": _("Multiple of rest"),
        "extra": _("Against forward at the same speed"),
        "energy_forward": _("Energy forward at the same speed"),
        "same_distance_forward": _("The same distance forward at your speed"),
        "same_time_forward": _("The same time forward at your speed"),
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
    for line in _below(found):
        console().print(line)


def _below(found: "Costed") -> Iterator[str]:
    """What the numbers hold, what they rest on, and what is missing."""
    from backstride.evidence.table import CLAIMS
    from backstride.physiology.joints import CLASS
    from backstride.words.evidence import short_name

    rows = _numbers(found)
    yield _("Energy holds what you would have spent at rest.")
    if found.load.knee or found.load.landing:
        yield _("Load on joints: {kind}.", kind=_(CLASS))
    if found.load.missing is not None:
        missing = _(found.load.missing)
        yield f"{missing[:1].upper()}{missing[1:]}."
    used = {CLAIMS[key].source.key: CLAIMS[key].source for one in rows.values() for key in one.claims}
    names = "; ".join(dict.fromkeys(short_name(one, _) for one in used.values()))
    yield _("Rests on: {sources}. Each number with its source: ./run evidence --numbers", sources=names)


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
        "forward_mps": found.asked.forward_mps,
        "estimates": {key: asdict(one) | {"grade": one.grade.name.lower()} for key, one in _numbers(found).items()},
        "no_load": None if found.load.missing is None else _(found.load.missing),
    }
