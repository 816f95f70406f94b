"""`evidence`: the promises, one of them with its studies, the borrowed numbers, and all of it as JSON."""

import json

import pytest

from backstride.evidence.promises import PROMISES
from backstride.evidence.table import CLAIMS
from tests.cli.conftest import Run


def test_the_list_names_every_promise_and_how_it_stands(run: Run) -> None:
    done = run("evidence")
    assert done.returncode == 0, done.stderr
    assert all(key in done.stdout for key in PROMISES)
    assert "✗ contradicted" in done.stdout


def test_one_promise_shows_its_studies_and_what_they_give_together(run: Run) -> None:
    shown = run("evidence", "more-calories").stdout
    assert "+26 % (+2 to +55)" in shown
    assert "−12 to +80" in shown
    assert "Reilly, Bowen 1984 [not checked by us]" in shown
    assert "https://doi.org/10.1242/jeb.204.10.1805" in shown
    assert "What is not known" in shown


def test_a_promise_nobody_studied_says_so(run: Run) -> None:
    shown = run("evidence", "glutes").stdout
    assert "? not known" in shown
    assert "Found" not in shown


def test_a_borrowed_number_and_all_of_them(run: Run) -> None:
    shown = run("evidence", "flight-forward-s").stdout
    assert "0.072 s" in shown
    assert "single study" in shown
    listed = run("evidence", "--numbers").stdout
    assert all(key in listed for key in CLAIMS)


def test_as_json_one_object_a_line(run: Run) -> None:
    rows = [json.loads(line) for line in run("evidence", "--json").stdout.splitlines()]
    assert [row["key"] for row in rows] == list(PROMISES)
    (row,) = [row for row in rows if row["key"] == "more-calories"]
    assert row["standing"] == "supported"
    (pooled,) = row["pooled"]
    assert pooled["value"] == pytest.approx(1.2586, abs=1e-4)
    rasica = next(study for study in row["agree"] if study["row"] == "E001")
    assert rasica["effect"] == {
        "kind": "ratio", "value": 1.35, "low": None, "high": None, "unit": "1", "origin": "bare",
    }  # fmt: skip
    numbers = [json.loads(line) for line in run("evidence", "--numbers", "--json").stdout.splitlines()]
    assert {row["key"] for row in numbers} == set(CLAIMS)


def test_what_is_not_there_is_said(run: Run) -> None:
    unknown = run("evidence", "moonwalk")
    assert unknown.returncode != 0
    assert "moonwalk" in unknown.stderr


def test_where_articles_contradict_each_other(run: Run) -> None:
    shown = run("evidence", "--disputed").stdout
    assert "Front or back of the thigh?" in shown
    assert "evidence quadriceps | hamstrings" in shown
    rows = [json.loads(line) for line in run("evidence", "--disputed", "--json").stdout.splitlines()]
    assert {"thighs", "lean", "impact"} <= {row["key"] for row in rows}
