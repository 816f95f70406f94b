"""`progress`: nothing chosen yet, and as JSON."""

import json

from tests.cli.conftest import Run


def test_without_a_plan_it_says_what_to_do(run: Run) -> None:
    done = run("progress")
    assert done.returncode == 0, done.stderr
    assert "No outcomes are chosen yet" in done.stdout
    plain = json.loads(run("progress", "--json").stdout)
    assert plain["cards"] == []
    assert plain["chosen_at"] is None
