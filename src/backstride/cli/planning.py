"""`plan new|show|export|adapt|history|questions` and `log`."""

import json as json_
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from backstride.cli.options import Data, Database, Json, store_at
from backstride.cli.terminal import console, reader
from backstride.errors import BadAnswers, BadFile, NotFound
from backstride.message import say

if TYPE_CHECKING:
    from backstride.app import Store

_ = reader()

plan = typer.Typer(help=_("Your plan: make it, show it, take it along."), no_args_is_help=True, rich_markup_mode=None)

Start = Annotated[str | None, typer.Option("--start", metavar="DAY", help=_("The first day, YYYY-MM-DD; else today."))]
AnswersFile = Annotated[
    Path | None,
    typer.Option("--answers", help=_("A JSON file with the answers, as `plan questions --json` writes it.")),
]
Week = Annotated[bool, typer.Option("--week", help=_("Only this week."))]
WHOLE = ("ics", "pdf")  # of these there is one of the whole plan, or of a week of it
Out = Annotated[Path | None, typer.Option("--out", help=_("The file or folder to write; else the current folder."))]
Remind = Annotated[
    int | None,
    typer.Option(
        "--remind", metavar="MINUTES", min=0, max=24 * 60, help=_("Calendar: how long before to be reminded.")
    ),
]
PlannedId = Annotated[str, typer.Option("--session", metavar="ID", help=_("A planned session; else the next one."))]


@plan.command("questions", help=_("List what a plan is made from."))
def questions(json: Json = False, data: Data = None, database: Database = None) -> None:
    from backstride.app.readiness import draft
    from backstride.cli.plan_printing import print_questions
    from backstride.plan.questions import QUESTIONS

    if not json:
        print_questions(QUESTIONS)
        return
    kept = draft(store_at(data, database))
    form = {one.key: kept.get(one.key, one.default) for one in QUESTIONS}
    sys.stdout.write(json_.dumps(form, indent=1, ensure_ascii=False) + "\n")


@plan.command("new", help=_("Make a plan from your answers; it holds from then on."))
def new(answers: AnswersFile = None, start: Start = None, data: Data = None, database: Database = None) -> None:
    from backstride.app import planning, readiness
    from backstride.cli.plan_printing import print_plan, print_why

    first = None if start is None else _day(start)
    store, today = _opened(data, database)
    if answers is not None:
        readiness.answer(store, _form(answers), today)
    made = planning.new_plan(store, today, first)
    print_why(made.because)
    print_plan(made, {}, max(today, made.start), week=False)


@plan.command("show", help=_("The sessions to come, with their reasons."))
def show(week: Week = False, json: Json = False, data: Data = None, database: Database = None) -> None:
    from backstride.app import planning, sessions
    from backstride.cli.plan_printing import plan_json, print_plan

    store, today = _opened(data, database)
    held = planning.adapt_plan(store, today).plan
    done = {one.planned: one for one in sessions.sessions(store) if one.planned}
    if json:
        for line in plan_json(held, done, today, week=week):
            sys.stdout.write(line + "\n")
    else:
        print_plan(held, done, today, week=week)


@plan.command("adapt", help=_("Let the plan answer to what was done; say what changed and why."))
def adapt(data: Data = None, database: Database = None) -> None:
    from backstride.app import planning
    from backstride.cli.plan_printing import print_adapted

    store, today = _opened(data, database)
    print_adapted(planning.adapt_plan(store, today))


@plan.command("history", help=_("Every version of the plan, with why it was made."))
def history(data: Data = None, database: Database = None) -> None:
    from backstride.app import planning
    from backstride.cli.plan_printing import print_history

    kept = planning.plans(store_at(data, database))
    if kept:
        print_history(kept)
    else:
        console().print(_("There is no plan yet: make one with `plan new`."))


@plan.command("export", help=_("Write the plan as a calendar or this week to print; or a session, for watch and ear."))
def export(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="ics|pdf|fit|txt|mp3|ogg")],
    session: PlannedId = "",
    out: Out = None,
    remind: Remind = None,
    data: Data = None,
    database: Database = None,
) -> None:
    store, today = _opened(data, database)
    name, content = _leaving(store, kind, session, today, remind)
    target = Path(name) if out is None else out / name if out.is_dir() else out
    target.write_bytes(content)
    console().print(str(target))


def log(  # noqa: PLR0913 -- a command's options are its arguments
    planned: Annotated[
        str, typer.Option("--planned", metavar="ID", help=_("The planned session; else that of the day."))
    ] = "",
    session: Annotated[str, typer.Option("--session", metavar="ID", help=_("A log that you tell anew."))] = "",
    own: Annotated[bool, typer.Option("--own", help=_("It was a session of your own, not a planned one."))] = False,
    day: Annotated[str, typer.Option("--day", metavar="DAY", help=_("YYYY-MM-DD; else today."))] = "",
    done: Annotated[str, typer.Option("--done", metavar="all|part|skipped", help=_("How much of it."))] = "",
    minutes: Annotated[str, typer.Option("--minutes", help=_("How long it took."))] = "",
    rpe: Annotated[str, typer.Option("--rpe", help=_("How hard it was, 0 to 10."))] = "",
    pain: Annotated[
        list[str] | None, typer.Option("--pain", metavar="PLACE=0..10", help=_("Like knee-left=3; as often as needed."))
    ] = None,
    falls: Annotated[str, typer.Option("--falls", help=_("How many."))] = "",
    near_falls: Annotated[str, typer.Option("--near-falls", help=_("How many."))] = "",
    glances: Annotated[
        str, typer.Option("--glances", metavar="both|one|few", help=_("Over which shoulders you looked."))
    ] = "",
    easy_stops: Annotated[
        bool | None, typer.Option("--stops/--no-stops", help=_("Whether you stood still before each change."))
    ] = None,
    notes: Annotated[str, typer.Option("--notes", help=_("In your own words."))] = "",
    recordings: Annotated[
        list[str] | None, typer.Option("--recording", metavar="ID", help=_("As `list` names it; as often as needed."))
    ] = None,
    data: Data = None,
    database: Database = None,
) -> None:
    from backstride.app.recordings import resolve
    from backstride.app.sessions import log as log_session
    from backstride.cli.plan_printing import print_logged

    store, today = _opened(data, database)
    form = {"session": session, "planned": planned, "day": day, "done": done, "minutes": minutes, "rpe": rpe}
    form |= {"falls": falls, "near_falls": near_falls, "glances": glances, "notes": notes}
    form |= _pains(pain or [])
    if easy_stops is not None:
        form["easy_stops"] = "yes" if easy_stops else "no"
    if recordings is not None:
        form["recordings"] = " ".join(resolve(store, id_) for id_ in recordings)
    if not (planned or session or own):
        form["planned"] = _planned_on(store, _day(day) if day else today)
    print_logged(log_session(store, form, today))


def _leaving(store: "Store", kind: str, session: str, today: date, remind: int | None) -> tuple[str, bytes]:
    """Name and content of the file."""
    from backstride.app import leaving
    from backstride.app.settings import read_settings

    kinds = dict.fromkeys((*WHOLE, *(row.kind for row in leaving.SESSION_EXPORTS), *leaving.AUDIO_EXPORTS))
    if kind not in kinds:
        names = ", ".join(kinds)
        raise BadAnswers({"KIND": say("there is no export {kind}: choose one of {names}", kind=kind, names=names)})
    wishes = leaving.CalendarWishes(zone=read_settings(store).time_zone, alarm_min=remind)
    if kind in WHOLE and not session:
        if kind == "ics":
            return "backstride.ics", leaving.calendar(store, reader(), today, wishes)
        monday = today - timedelta(days=today.weekday())
        made = leaving.week_sheet(store, monday, reader())
    elif kind in leaving.AUDIO_EXPORTS:
        made = leaving.session_audio(store, session or _next(store, today), kind, reader())
    else:
        made = leaving.workout_file(store, session or _next(store, today), kind, reader(), wishes)
    return made.name, made.data


def _opened(data: Path | None, database: str | None) -> tuple["Store", date]:
    """The store, and the person's own day."""
    from backstride.app.linking import today_of

    store = store_at(data, database)
    return store, today_of(store)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadAnswers({"day": say("a day like 2026-04-25 is expected")}) from error


def _form(path: Path) -> dict[str, str]:
    """The answers as a form: lists are joined, yes and no may be true and false."""
    try:
        read: Any = json_.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise BadFile(say("{file} is not JSON: {why}", file=str(path), why=str(error)[:200])) from error
    if not isinstance(read, dict):
        raise BadFile(say("{file} holds no answers: an object with a value for each key is expected", file=str(path)))
    return {str(key): _text(value) for key, value in read.items()}


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ",".join(_text(one) for one in value) or "none"
    return "" if value is None else str(value)


def _pains(pains: list[str]) -> dict[str, str]:
    return {f"pain.{place.strip()}": level for place, _sign, level in (one.partition("=") for one in pains)}


def _planned_on(store: "Store", day: date) -> str:
    """The planned session of a day of which nothing was said yet; of several the one that goes backward.

    Where that does not tell, the person has to say which.
    """
    from backstride.app.planning import days
    from backstride.plan.kinds import Focus

    found = days(store, day, day).get(day)
    said = {one.planned for one in found.done} if found else set()
    open_ = [one for one in found.planned if one.id not in said] if found else []
    backward = [one for one in open_ if one.workout.focus is Focus.BACKWARD]
    open_ = backward if len(backward) == 1 else open_
    if len(open_) > 1:
        names = ", ".join(f"{one.id} ({_(one.workout.name)})" for one in open_)
        raise BadAnswers({"planned": say("several sessions are planned then: {names}", names=names)})
    return open_[0].id if open_ else ""


def _next(store: "Store", today: date) -> str:
    from backstride.app.planning import next_session

    coming = next_session(store, today)
    if coming is None:
        raise NotFound(say("no session is planned from today on"))
    return coming.id
