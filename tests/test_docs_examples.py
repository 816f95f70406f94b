"""What the documents show can be done: commands are understood, Python runs, every page is in the table of contents."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.core import TyperGroup

from backstride.cli.commands import app as commands
from backstride.formats.writers.tables import write_imu_csv
from backstride.recording import Direction, Gait, Placement
from backstride.simulate import Part, Worn, simulate

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCED = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)


def shown_commands() -> Iterator[tuple[str, str]]:
    """Every command line in a block of its own: beside each other where two stand in one line."""
    for document in DOCUMENTS:
        for kind, block in FENCED.findall(document.read_text(encoding="utf-8")):
            if not kind:
                lines = (part for line in block.splitlines() for part in line.split("#")[0].split("./run")[1:])
                yield from ((document.name, line.strip()) for line in lines if line.strip())


@pytest.mark.parametrize(("document", "line"), sorted(set(shown_commands())))
def test_commands_are_understood(document: str, line: str) -> None:
    """Read as the program reads it, without doing it; the files they name need not be here."""
    program = typer.main.get_command(commands)
    words = shlex.split(re.sub(r"(\w+)(\|\w+)+", r"\1", line).split(" > ")[0])
    context = typer.Context(program)
    while words and isinstance(program, TyperGroup):
        program = program.commands[words.pop(0)]
        context = typer.Context(program, parent=context, info_name=program.name)
    try:
        program.parse_args(context, words)
    except typer.BadParameter as bad:
        assert bad.message.endswith("does not exist."), bad.message  # noqa: PT017


def test_python_of_the_start_pages_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = [Part(Direction.FORWARD, Gait.WALK, 20, 1.2), Part(Direction.BACKWARD, Gait.WALK, 20, 0.9)]
    recording, _ = simulate(parts, worn=Worn(Placement.FOOT), seed=1)
    (tmp_path / "trial-01.csv").write_bytes(write_imu_csv(recording))
    monkeypatch.chdir(tmp_path)
    (block,) = [text for kind, text in FENCED.findall((ROOT / "docs/start/researcher.md").read_text()) if kind]
    names: dict[str, object] = {}
    exec(block, names)  # the document is ours
    assert len(names["steps"]) > 20  # type: ignore[arg-type]


def test_every_page_is_in_the_table_of_contents() -> None:
    listed = re.findall(r": ([\w/-]+\.md)$", (ROOT / "mkdocs.yml").read_text(), re.MULTILINE)
    pages = [path.relative_to(ROOT / "docs").as_posix() for path in DOCUMENTS if path.parent != ROOT]
    assert sorted(listed) == sorted(pages)
