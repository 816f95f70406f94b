"""`assess`: the list, one test, a try kept, as JSON."""

import json

from backstride.assess import TESTS
from tests.cli.conftest import Run


def test_the_list_names_every_test(run: Run) -> None:
    done = run("assess")
    assert done.returncode == 0, done.stderr
    assert all(key in done.stdout for key in TESTS)


def test_one_test_says_how_it_is_done_and_its_error(run: Run) -> None:
    shown = run("assess", "walk-3m").stdout
    assert "1. Mark three metres with two lines." in shown
    assert "less than 1.69 s can be error" in shown


def test_a_try_is_kept_and_comes_back_as_json(run: Run) -> None:
    assert "was practice" in run("assess", "505", "--value", "2,71", "--side", "left").stdout
    assert "2.60 s" in run("assess", "505", "--value", "2.6", "--side", "left").stdout
    (row,) = [json.loads(line) for line in run("assess", "505", "--json").stdout.splitlines()]
    assert [one["value"] for one in row["trials"]] == [2.6, 2.71]
    assert [one["value"] for one in row["results"]] == [2.6]
    assert row["sem"] == {"value": 0.063, "unit": "1"}
    rows = [json.loads(line) for line in run("assess", "--json").stdout.splitlines()]
    assert [one["key"] for one in rows] == list(TESTS)


def test_what_is_wrong_is_said(run: Run) -> None:
    failed = run("assess", "hop", "--value", "far")
    assert failed.returncode != 0
    assert "not a number" in failed.stderr
    assert "which side" in failed.stderr
    assert run("assess", "none").returncode != 0
    assert run("assess", "--value", "3").returncode == 2
