"""`exercises`: the list, one of them, and as JSON."""

import json

from backstride.plan.exercises import EXERCISES
from tests.cli.conftest import Run


def test_the_list_names_every_exercise_and_a_kind_only_its_own(run: Run) -> None:
    done = run("exercises")
    assert done.returncode == 0, done.stderr
    assert all(key in done.stdout for key in EXERCISES)
    falling = run("exercises", "--kind", "fall technique").stdout
    assert "backward-roll" in falling
    assert "squat" not in falling


def test_one_exercise_says_how_and_for_whom_not(run: Run) -> None:
    shown = run("exercises", "backward-breakfall").stdout
    assert "Mats only" in shown
    assert "1. Sit with knees bent" in shown
    assert "45 degrees" in shown
    assert "Master first: back-rock" in shown


def test_as_json_one_object_a_line(run: Run) -> None:
    lines = run("exercises", "--json").stdout.splitlines()
    rows = [json.loads(line) for line in lines]
    assert [row["key"] for row in rows] == list(EXERCISES)
    (row,) = [row for row in rows if row["key"] == "side-plank"]
    assert row["dose"] == {"sets": 2, "amount": 15, "until": "time", "rest_s": 45, "each_side": True}
    assert row["needs"] == "walk"
    assert "pregnancy" in row["not_for"]


def test_what_is_not_there_is_said(run: Run) -> None:
    unknown = run("exercises", "moonwalk")
    assert unknown.returncode != 0
    assert "moonwalk" in unknown.stderr
    assert run("exercises", "--kind", "yoga").returncode == 2
