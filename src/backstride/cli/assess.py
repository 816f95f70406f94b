"""`assess`."""

import json as json_
from typing import TYPE_CHECKING, Annotated, Any

import typer

from backstride.cli.options import Data, Database, Json, store_at
from backstride.cli.terminal import console, reader, table

if TYPE_CHECKING:
    from datetime import date

    from backstride.app import Store
    from backstride.app.tests import History
    from backstride.assess import Result, Test

_ = reader()

Key = Annotated[str | None, typer.Argument(metavar="TEST", help=_("A test, as the list names it."))]
Value = Annotated[str, typer.Option("--value", metavar="NUMBER", help=_("Keep a try; seconds also as m:ss."))]
SideOf = Annotated[str, typer.Option("--side", metavar="left|right", help=_("Where the test has sides."))]
Condition = Annotated[
    str, typer.Option("--condition", metavar="TEXT", help=_("The pace, distance or eyes; else those of the last try."))
]
Recording = Annotated[
    str, typer.Option("--recording", metavar="ID", help=_("Compute it from a recording, as `list` names it."))
]
Cues = Annotated[str, typer.Option("--cues", metavar="SECONDS", help=_("When the calls came, where it has no laps."))]
Practice = Annotated[
    bool | None, typer.Option("--practice/--counts", help=_("Else the first tries ever are practice."))
]
Day = Annotated[
    str, typer.Option("--day", metavar="DAY", help=_("YYYY-MM-DD; else today, or the day of the recording."))
]
Notes = Annotated[str, typer.Option("--notes", help=_("Shoes, wind, sleep."))]
Temperature = Annotated[str, typer.Option("--temperature", metavar="NUMBER", help=_("In °C, where it is known."))]
Surface = Annotated[
    str, typer.Option("--surface", metavar="GROUND", help=_("track, road, grass, path, floor, mat or treadmill."))
]
Grade = Annotated[str, typer.Option("--grade", metavar="NUMBER", help=_("Slope of the way in %, for tests on a way."))]


def assess(  # noqa: PLR0913 -- a command's options are its arguments
    test: Key = None,
    value: Value = "",
    side: SideOf = "",
    condition: Condition = "",
    recording: Recording = "",
    cues: Cues = "",
    practice: Practice = None,
    day: Day = "",
    notes: Notes = "",
    temperature: Temperature = "",
    surface: Surface = "",
    grade: Grade = "",
    json: Json = False,
    data: Data = None,
    database: Database = None,
) -> None:
    """The list of tests, or one: how it is done and its history; with a value or a recording, keep a try first."""
    from backstride.app import tests as app
    from backstride.app.linking import today_of

    store = store_at(data, database)
    today = today_of(store)
    if test is None:
        if value or recording:
            raise typer.BadParameter(_("say which test it is; `assess` lists them all"))
        _list(store, today, json=json)
        return
    counts = {None: "", True: "yes", False: "no"}[practice]
    form = {"test": test, "side": side, "condition": condition, "practice": counts, "day": day, "notes": notes}
    form |= {"temperature": temperature, "surface": surface, "grade": grade}
    if value:
        app.record_trial(store, {**form, "value": value}, today)
    if recording:
        app.from_recording(store, recording, {**form, "cues": cues}, today)
    seen = app.history(store, test)
    if json:
        print(json_.dumps(as_object(seen.test) | _found(seen), ensure_ascii=False))
    elif value or recording:
        _print_history(seen)
    else:
        _print_test(seen.test)
        _print_history(seen)


def _list(store: "Store", today: "date", *, json: bool) -> None:
    from backstride.app import tests as app
    from backstride.words.tests import in_one_line

    rows = app.overview(store, today)
    if json:
        for row in rows:
            last = {"last": [_result(one) for one in row.last], "due": row.due.isoformat() if row.due else None}
            print(json_.dumps(as_object(row.test) | last, ensure_ascii=False))
        return
    shown = table(_("Key"), _("Test"), _("Last"), _("Day"), _("Again from"), whole=(0,))
    for row in rows:
        day = row.last[-1].day.isoformat() if row.last else ""
        due = row.due.isoformat() if row.due else ""
        shown.add_row(row.test.key, _(row.test.name), in_one_line(row.test, row.last, _), day, due)
    console().print(shown)


def _print_test(test: "Test") -> None:
    from rich.text import Text

    from backstride.words.tests import BETTER, kept, unit_of

    console().print(Text(f"{_(test.name)}  {test.key}", style="bold"))
    console().print(f"{_(kept(test))} · {_(BETTER[test.better])} · {unit_of(test, _)}")
    console().print(_(test.purpose))
    for number, step in enumerate(test.steps, start=1):
        console().print(f"{number}. {_(step)}")
    for line in (test.warm_up, *test.safety):
        console().print(f"- {_(line)}")


def _print_history(seen: "History") -> None:
    from backstride.words.tests import SIDES, alike, detectable, slowed, value_of

    test = seen.test
    if seen.trials and seen.trials[0].practice:
        console().print(_("The last try was practice: it is kept and does not count."))
    if seen.results:
        shown = table(_("Day"), _("Side"), _("Condition"), _("Value"), _("Tries"))
        for one in seen.results:
            side = _(SIDES[one.side]) if one.side in SIDES else ""
            value = value_of(test, one.value, _)
            shown.add_row(one.day.isoformat(), side, one.condition, value, f"{len(one.counted)}/{test.trials}")
        console().print(shown)
    if seen.both:
        console().print(_(alike(seen.both, _)))
    if seen.slowed is not None:
        console().print(_(slowed(seen.slowed, _)))
    console().print(_(detectable(test, _)))


def _found(seen: "History") -> dict[str, Any]:
    return {
        "results": [_result(one) for one in seen.results],
        "trials": [
            {
                "id": one.id,
                "day": one.day.isoformat(),
                "value": one.value,
                "side": one.side,
                "practice": one.practice,
                "condition": one.condition,
                "recording": one.recording,
                "notes": one.notes,
                "details": one.details,
            }
            for one in seen.trials
        ],
        "symmetry": None if seen.both is None else seen.both.share,
        "slowed": seen.slowed,
        "due": seen.due.isoformat() if seen.due else None,
    }  # fmt: skip


def _result(one: "Result") -> dict[str, Any]:
    return {
        "day": one.day.isoformat(), "side": one.side, "condition": one.condition, "value": one.value,
        "spread": one.spread, "tries": len(one.counted), "mdc": one.mdc, "at_ceiling": one.at_ceiling,
    }  # fmt: skip


def as_object(test: "Test") -> dict[str, Any]:
    """A test as plain values, its sentences in the reader's language."""
    return {
        "key": test.key,
        "name": _(test.name),
        "purpose": _(test.purpose),
        "steps": [_(one) for one in test.steps],
        "warm_up": _(test.warm_up),
        "safety": [_(one) for one in test.safety],
        "unit": test.unit,
        "tries": test.trials,
        "keep": test.keep,
        "better": test.better,
        "sides": test.sides,
        "conditions": [kept for kept, _label in test.condition.choices] if test.condition else [],
        "sem": None if test.sem is None else {"value": test.sem.value, "unit": test.sem.unit},
        "mdc": None if test.mdc is None else {"value": test.mdc.value, "unit": test.mdc.unit},
        "every_days": test.every,
        "not_for": sorted(test.limits),
    }
