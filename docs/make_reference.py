"""Write docs/reference from the tables in the code: `PYTHONPATH=src python docs/make_reference.py`.

Commands, settings, metrics and the routes of the server, each from the table that the program itself loops over.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

os.environ["BACKSTRIDE_LANGUAGE"] = "en"  # help is worded when a command is imported

import typer
from fastapi.routing import APIRoute

from backstride.app.settings import SETTINGS, Setting
from backstride.cli.commands import app as commands
from backstride.gait import METRICS, Metric
from backstride.web.make import OWN, PAGES
from backstride.words import words
from backstride.words.names import GRADES

FOLDER = Path(__file__).parent / "reference"
_MADE = "<!-- Made by docs/make_reference.py from the code: change it there. -->\n"
_W = words("en")
_ABOUT_COMMANDS = """\
Every command that keeps or shows something takes `--data FOLDER` and `--database ADDRESS` (PostgreSQL in the place of
the SQLite file in the data folder), or finds them in the environment: `BACKSTRIDE_DATA_FOLDER`, `BACKSTRIDE_DATABASE`.
`BACKSTRIDE_LANGUAGE` (`en`, `de`) chooses the language of the terminal. Exit codes: 0 done, 1 some files failed, 2
wrong usage.
"""
_ABOUT_SETTINGS = """\
The settings of the page `/settings`, kept in the table `setting`. Quantities are SI. What is not stated is left empty.
Heart rates and zones hold from a day on and are said on the page `/progress/heart`.
"""
_ABOUT_METRICS = """\
What an analysis measures (`metrics` of [analyse --json](analyse-json.md)). Of a recording: stated once for all of it;
by direction: for each direction that occurs. A value that cannot be known is null and says why.
"""
_ABOUT_API = """\
What the server answers, `/demo` before each path for the demo runner. Below `/api`: JSON, described in full at
`/api/openapi.json`; times are ISO 8601, quantities SI, unknown is null. A fault is `{"detail": TEXT}` with status 403,
404, 405, 409, 413, 421, 422, 500 or 503. A request that changes something must not come from another site.
"""
_EVERYWHERE = ("help", "data", "database")
Rows = Iterable[tuple[str, ...]]


def pages() -> Mapping[str, str]:
    """By file name."""
    return {"commands.md": _commands(), "settings.md": _settings(), "metrics.md": _metrics(), "api.md": _api()}


def _commands() -> str:
    parts = [_ABOUT_COMMANDS]
    for name, command in _flat("", typer.main.get_command(commands)):
        own = [one for one in command.params if one.name not in _EVERYWHERE]
        rows = [(f"`{_cell(_spelled(one))}`", _cell(one.help), _default(one)) for one in own]
        parts.append(f"## `./run {name}`\n\n{command.help}\n")
        parts.append(_table(("", "what it is", "unless said"), rows) if rows else "")
    return _page("Commands", *parts)


def _flat(before: str, command: Any) -> Iterator[tuple[str, Any]]:
    """Every command below this one, under its whole name."""
    for name, inner in getattr(command, "commands", {}).items():
        if hasattr(inner, "commands"):
            yield from _flat(f"{before}{name} ", inner)
        else:
            yield before + name, inner


def _spelled(parameter: Any) -> str:
    """As it is typed: an argument by its placeholder, an option by its names."""
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name.upper())
    names = "/".join((*parameter.opts, *parameter.secondary_opts))
    return f"{names} {parameter.metavar}" if parameter.metavar else names


def _default(parameter: Any) -> str:
    if parameter.required:
        return "(must be given)"
    said = parameter.default
    return "" if said in (None, False, (), "", Path()) or callable(said) else f"`{said}`"


def _settings() -> str:
    rows = [(f"`{one.key}`", _W(one.label), _taken(one), f"`{one.default}`" if one.default else "", _cell(_W(one.help)))
            for one in SETTINGS]  # fmt: skip
    return _page("Settings", _ABOUT_SETTINGS, _table(("key", "name", "takes", "unless said", "what for"), rows))


def _taken(one: Setting) -> str:
    if one.choices:
        return ", ".join(f"`{choice}`" if choice else "(empty)" for choice in one.choices)
    bounds = f" from {one.low:g} to {one.high:g}" if one.low > float("-inf") else ""
    return f"{one.kind.value}{bounds} {one.unit}".strip()


def _metrics() -> str:
    return _page("Metrics", _ABOUT_METRICS, _table(("key", "name", "unit", "grade", "stated"), map(_metric, METRICS)))


def _metric(one: Metric) -> tuple[str, ...]:
    stated = [text for text, holds in (("of a recording", one.whole), ("by direction", one.by_direction)) if holds]
    if one.standing:
        stated.append("also standing")
    return f"`{one.key}`", _W(one.label), one.unit, _W(GRADES[one.grade]), ", ".join(stated)


def _api() -> str:
    routes = sorted(_routes(PAGES + OWN), key=lambda one: (one.path, _ways(one)))
    below = [one for one in routes if one.path.startswith("/api/")]
    pages = [one for one in routes if not one.path.startswith("/api/")]
    rows = [(_ways(one), f"`{one.path}`".replace("_}", "}"), _cell(one.description)) for one in below]
    rest = [(_ways(one), f"`{one.path}`".replace("_}", "}")) for one in pages]
    return _page(
        "Routes",
        _ABOUT_API,
        "## JSON\n\n" + _table(("", "path", "what it is"), rows),
        "## Pages and files\n\n" + _table(("", "path"), rest),
    )


def _routes(routers: Iterable[Any]) -> Iterator[APIRoute]:
    return (route for router in routers for route in router.routes if isinstance(route, APIRoute))


def _ways(route: APIRoute) -> str:
    return ", ".join(sorted(route.methods or ()))


def _page(title: str, *parts: str) -> str:
    return "\n".join((f"# {title}\n", _MADE, *(part for part in parts if part))).rstrip("\n") + "\n"


def _table(head: tuple[str, ...], rows: Rows) -> str:
    lines = (head, ("---",) * len(head), *rows)
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def _cell(text: object) -> str:
    """On one line, and without what ends a cell."""
    return " ".join(str(text or "").split()).replace("|", "\\|")


if __name__ == "__main__":
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
