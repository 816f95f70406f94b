"""The documents say what is so: links lead somewhere, commands exist, examples are read, fields are listed."""

import re
from pathlib import Path

import numpy as np
import pytest
from docs.make_reference import pages

from backstride import formats, gait
from backstride.app.reporting import report
from backstride.assess import TESTS
from backstride.cli.commands import app as commands
from backstride.evidence.promises import PROMISES
from backstride.plan.exercises import EXERCISES
from backstride.plan.ladder import LADDER
from backstride.recording import Placement
from tests.made import recording

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_and_pictures_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", document.read_text()):
        if not target.startswith("http"):
            assert (document.parent / target).exists(), target


def test_the_readme_knows_every_command_and_no_other() -> None:
    readme = (ROOT / "README.md").read_text()
    named = {str(command.name) for command in commands.registered_commands}
    named |= {str(group.name) for group in commands.registered_groups}
    shown = set(re.findall(r"\./run ([a-z]+)", readme))
    assert shown <= named
    assert named - shown == {"serve"}  # what ./run does without a command


def test_the_sensor_table_of_the_docs_is_read_as_it_says() -> None:
    text = (ROOT / "docs/reference/sensor-csv.md").read_text()
    (table,) = re.findall(r"```\n(.*?)```", text, re.DOTALL)
    (read,) = formats.read("table.csv", table.encode())
    assert read.about.placement is Placement.POCKET
    assert read.about.device == "My logger"
    assert read.start.isoformat() == "2026-03-02T17:30:00+00:00"
    np.testing.assert_allclose(read.signals["acceleration"].values, [[0.12, 9.71, 1.33], [0.15, 9.69, 1.30]])
    np.testing.assert_allclose(read.signals["angular_rate"].values, [[0.01, -0.02, 0.0], [0.01, -0.03, 0.01]])


def test_the_fields_of_analyse_json_are_the_documented_ones() -> None:
    text = (ROOT / "docs/reference/analyse-json.md").read_text()
    documented = re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)
    made = recording()
    assert documented == list(report("x", made, gait.analyse(made)))


def test_commands_settings_metrics_and_routes_are_the_documented_ones() -> None:
    for name, text in pages().items():
        assert (ROOT / "docs/reference" / name).read_text(encoding="utf-8") == text, "run docs/make_reference.py"


def test_documents_count_what_there_is() -> None:
    """A number in front of these words is the number of rows in the table."""
    counted = {
        "exercises": len(EXERCISES),
        "promises": len(PROMISES),
        "findings": len({id(study) for promise in PROMISES.values() for study in promise.studies}),
        "tests to repeat": len(TESTS),
    }
    texts = {
        path.name: path.read_text()
        for path in (ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs/start").glob("*.md")))
    }
    for name, text in texts.items():
        for what, count in counted.items():
            assert set(re.findall(rf"(\d+) {what}\b", text)) <= {str(count)}, (name, what)
        assert ("sixteen stages" in text.replace("\n  ", " ")) <= (len(LADDER) == 16), name
