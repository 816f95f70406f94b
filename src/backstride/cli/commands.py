"""The table of commands."""

import typer

from backstride.cli import assess, cost, evidence, exercises, keeping, learning, planning, progress, reading, serving
from backstride.cli.terminal import reader

_ = reader()

app = typer.Typer(
    name="backstride",
    help=_("Backstride: retro running, measured. Without a command the coach starts on http://localhost:8765."),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

app.command("analyse", help=_("Read and analyse files, print what was found, keep nothing."))(reading.analyse)
app.command("import", help=_("Keep files, folders and archives; running it again does what is left."))(reading.import_)
app.command("watch", help=_("Import whatever appears in a folder, until Ctrl-C."))(reading.watch)
app.command("list", help=_("List the recordings."))(reading.list_)
app.command("show", help=_("Show one recording: bouts, numbers by direction, what was lost."))(reading.show)
app.command("label", help=_("Say which way you moved in a stretch of a recording."))(reading.label)
app.command("learned", help=_("List what was learned of you, by where the sensor was worn."))(learning.learned)
app.command("exercises", help=_("List the exercises, or show one: set-up, steps, faults, dose."))(exercises.exercises)
app.command("evidence", help=_("List what is promised of running backward and how it stands, or show one promise."))(
    evidence.evidence
)
app.command("assess", help=_("List the tests, show one, or keep a try at it."))(assess.assess)
app.command("cost", help=_("What a stretch backward or forward costs, and what it loads the knees with."))(cost.cost)
app.command("progress", help=_("Is it working? What studies say, and what your own data say."))(progress.progress)
app.add_typer(planning.plan, name="plan")
app.command("log", help=_("Say how a session went; the plan answers to it."))(planning.log)
app.command("export", help=_("Write recordings as CSV, Parquet, GPX or lossless JSON."))(keeping.export)
app.command("backup", help=_("Write everything into one file, also while the coach runs."))(keeping.backup)
app.command("restore", help=_("Unpack a backup into a data folder."))(keeping.restore)
app.command("verify", help=_("Check that everything that was kept is there and unharmed."))(keeping.verify)
app.command("serve", help=_("Start the coach in the browser."))(serving.serve)
app.command("demo", help=_("Start the coach with a simulated runner to look around."))(serving.demo)
