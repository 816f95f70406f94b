"""`analyse`, `import`, `watch`, `list`, `show`, `label`."""

import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from backstride.cli.options import Data, Database, Json, store_at
from backstride.cli.terminal import complain, console, reader
from backstride.message import Message
from backstride.words import read_duration

if TYPE_CHECKING:
    from backstride.app.importing import ImportLine
    from backstride.gait import Options

_ = reader()

Files = Annotated[list[Path] | None, typer.Argument(help=_("Recordings: FIT, TCX, GPX, sensor CSV or ZIP."))]
Paths = Annotated[list[Path], typer.Argument(help=_("Files, folders or archives."), exists=True)]
PlacementOption = Annotated[
    str | None,
    typer.Option("--placement", metavar="foot|pocket|waist|chest|wrist", help=_("Where the sensor was worn.")),
]
Mass = Annotated[float | None, typer.Option("--mass-kg", min=20, max=300, help=_("Your body mass."))]
Engine = Annotated[str, typer.Option("--engine", metavar="here|processes|dask", help=_("Where the work is done."))]
All = Annotated[bool, typer.Option("--all", help=_("Analyse what is kept and has no analysis by the present rules."))]
Reasoning = Annotated[
    bool,
    typer.Option(
        "--reasoning", help=_("Also what was believed of every moment and what each source said, with --json.")
    ),
]
RecordingId = Annotated[str, typer.Argument(metavar="ID", help=_("A recording, as `list` names it."))]


def analyse(  # noqa: PLR0913 -- a command's options are its arguments
    files: Files = None,
    json: Json = False,
    reasoning: Reasoning = False,
    placement: PlacementOption = None,
    mass_kg: Mass = None,
    all_: All = False,
    engine: Engine = "processes",
    data: Data = None,
    database: Database = None,
) -> None:
    if all_:
        _analyse_kept(data, database, engine)
        return
    if not files:
        raise typer.BadParameter(_("Name at least one file, or give --all."))
    from backstride.app.analysing import options_of

    options = options_of(placement=placement, mass_kg=mass_kg)
    failed = sum(not _analyse_file(file, options, json, reasoning) for file in files)
    if failed:
        raise typer.Exit(1)


def _analyse_file(file: Path, options: "Options", json: bool, reasoning: bool) -> bool:
    """Print one file; False where it cannot be read."""
    from backstride.app.analysing import analyse_bytes
    from backstride.app.reporting import report_json
    from backstride.cli.printing import print_found
    from backstride.errors import BackstrideError

    try:
        found = analyse_bytes(file.name, file.read_bytes(), options)
    except BackstrideError as error:
        complain(Message("{file}: {what}", {"file": str(file), "what": error.message}))
        return False
    except OSError as error:
        complain(Message("{file}: {what}", {"file": str(file), "what": error.strerror or str(error)}))
        return False
    for recording, analysis in found:
        if json:
            sys.stdout.write(report_json(file.name, recording, analysis, reasoning=reasoning) + "\n")
        else:
            print_found(file.name, recording, analysis)
    return True


def _analyse_kept(data: Path | None, database: str | None, engine: str) -> None:
    from backstride.app.analysing import analyse_pending

    outcomes: dict[str, Message | None] = {}  # a recording that others teach is read twice
    for one in analyse_pending(store_at(data, database), engine):
        outcomes[one.id] = one.error
        if one.error is not None:
            complain(Message("{file}: {what}", {"file": one.id, "what": one.error}))
    failed = sum(error is not None for error in outcomes.values())
    console().print(_("Analysed: {done}. Failed: {failed}.", done=len(outcomes) - failed, failed=failed))
    if failed:
        raise typer.Exit(1)


def import_(paths: Paths, engine: Engine = "processes", data: Data = None, database: Database = None) -> None:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from backstride.app import importing

    store = store_at(data, database)
    counts: Counter[str] = Counter()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console(), transient=True, disable=not console().is_terminal) as bar:
        task = bar.add_task(_("Importing"), total=None)
        lines = importing.import_paths(
            store, paths, engine=engine, on_progress=lambda at: bar.update(task, completed=at.done, total=at.total)
        )
        for line in lines:
            counts[line.became] += 1
            _print_line(line)
    _print_counts(counts)
    if counts[importing.Became.FAILED]:
        raise typer.Exit(1)


def watch(
    folder: Annotated[Path, typer.Argument(help=_("The folder to watch."), exists=True, file_okay=False)],
    data: Data = None,
    database: Database = None,
) -> None:
    from threading import Event

    from backstride.app.watch import watch as watch_folder

    store = store_at(data, database)
    console().print(_("Watching {folder}. Stop with Ctrl-C.", folder=str(folder)))
    with suppress(KeyboardInterrupt):
        for line in watch_folder(store, folder, Event()):
            _print_line(line)


def _print_line(line: "ImportLine") -> None:
    from rich.text import Text

    from backstride.cli.printing import BECAME

    word, colour = BECAME[line.became]
    text = Text(f"{reader()(word):<14} ", style=colour).append(line.name, style="default")
    if line.ids:
        text.append(f"  {' '.join(line.ids)}", style="bright_black")
    if line.message is not None:
        text.append(f"\n{'':<14} {reader()(line.message)}", style="bright_black")
    if line.twins:
        same = _("same session as {ids}", ids=" ".join(line.twins))
        text.append(f"\n{'':<14} {same}", style="bright_black")
    console().print(text)


def _print_counts(counts: Counter[str]) -> None:
    from backstride.cli.printing import BECAME

    parts = [f"{reader()(word)}: {counts[became]}" for became, (word, _colour) in BECAME.items() if counts[became]]
    console().print(", ".join(parts) or _("No files there."))


def list_(
    text: Annotated[str, typer.Option("--text", help=_("Only names and notes that hold this text."))] = "",
    sport: Annotated[str, typer.Option("--sport", help=_("Only this sport."))] = "",
    page: Annotated[int, typer.Option("--page", min=1, help=_("Which page of the list."))] = 1,
    json: Json = False,
    data: Data = None,
    database: Database = None,
) -> None:
    from backstride.app.recordings import Query, list_recordings
    from backstride.app.reporting import summary_json
    from backstride.cli.printing import print_listing

    listing = list_recordings(store_at(data, database), Query(text=text, sport=sport, page=page))
    if not json:
        print_listing(listing)
        return
    for row in listing.rows:
        sys.stdout.write(summary_json(row) + "\n")


def show(id_: RecordingId, data: Data = None, database: Database = None) -> None:
    from backstride.app.recordings import resolve, show_recording
    from backstride.cli.printing import print_shown

    store = store_at(data, database)
    print_shown(show_recording(store, resolve(store, id_)))


def label(
    id_: RecordingId,
    start: Annotated[str, typer.Argument(help=_("Where the stretch starts: seconds, m:ss or h:mm:ss."))],
    end: Annotated[str, typer.Argument(help=_("Where it ends."))],
    direction: Annotated[
        str, typer.Argument(metavar="DIRECTION", help="forward|backward|sideways|turning|still|unknown")
    ],
    data: Data = None,
    database: Database = None,
) -> None:
    from backstride.app.labels import label as say_direction
    from backstride.app.recordings import resolve, show_recording
    from backstride.cli.printing import print_changed, print_shown
    from backstride.recording import Direction

    if direction not in set(Direction):
        raise typer.BadParameter(_("{given} is not a direction.", given=direction))
    stretch = _seconds(start), _seconds(end)
    store = store_at(data, database)
    found = resolve(store, id_)
    changed = say_direction(store, found, *stretch, Direction(direction))
    print_shown(show_recording(store, found))
    print_changed(changed)


def _seconds(text: str) -> float:
    seconds = read_duration(text)
    if seconds != seconds:
        raise typer.BadParameter(_("{given} is not a time; write seconds, m:ss or h:mm:ss.", given=text))
    return seconds
