"""`cost`: energy and load in a table and as JSON, and refusals with their reason."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run

JOG = ("cost", "--gait", "run", "--speed-kmh", "9", "--mass-kg", "70", "--minutes", "15")


def test_a_quarter_of_an_hour_backward(run: Run) -> None:
    done = run(*JOG)
    assert done.returncode == 0, done.stderr
    assert "810 kJ" in done.stdout
    assert "+26 %" in done.stdout
    assert "3.4 × body weight" in done.stdout


def test_as_json(run: Run) -> None:
    found = json.loads(run(*JOG, "--json").stdout)
    energy = found["estimates"]["energy"]
    assert energy["low"] < energy["value"] < energy["high"]
    assert energy["unit"] == "kJ"
    assert "backward-run-ratio" in energy["claims"]
    assert found["estimates"]["landing"]["value"] == pytest.approx(2.6, abs=0.01)


def test_the_fields_of_the_json_are_the_documented_ones(run: Run) -> None:
    text = (Path(__file__).parents[2] / "docs/reference/cost-json.md").read_text(encoding="utf-8")
    found = json.loads(run(*JOG, "--forward-kmh", "11", "--json").stdout)
    assert re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE) == [*found, *found["estimates"]]


def test_the_same_distance_and_time_at_the_own_speed_forward(run: Run) -> None:
    found = json.loads(run(*JOG, "--forward-kmh", "18", "--json").stdout)["estimates"]
    assert found["same_time_forward"]["value"] == pytest.approx(70 * 900 * (5 * 3.6 + 3.5 * 20.9 / 60) / 1000)
    assert found["same_distance_forward"]["value"] == pytest.approx(found["same_time_forward"]["value"] / 2)


def test_what_numbers_hold_and_rest_on_is_said(run: Run) -> None:
    said = " ".join(run(*JOG).stdout.split())
    assert "Energy holds what you would have spent at rest." in said
    assert "not computed from how you move" in said
    assert re.search(r"Rests on: .*Minetti and others 2002; Wright", said)
    quick = " ".join(run("cost", "--gait", "run", "--speed-kmh", "16.5").stdout.split())
    assert "Peak force of landing" in quick, "measured up to 17 km/h"
    assert "The load of the knee was not measured at that speed: from 3.6 to 16.2 km/h is expected." in quick


def test_practice_and_a_slope(run: Run) -> None:
    walk = ("cost", "--speed-kmh", "5", "--json")
    novice, practised, uphill = (
        json.loads(run(*walk, *more).stdout) for more in ((), ("--practice-sessions", "6"), ("--grade", "5"))
    )
    values = [one["estimates"]["energy"]["value"] for one in (practised, novice, uphill)]
    assert values == sorted(values)
    assert novice["estimates"]["energy"]["unit"] == "kJ/kg"
    assert uphill["no_load"] == "the load on joints was measured on the level only"


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("--gait", "run", "--speed-kmh", "9", "--grade", "-5"), "backward downhill"),
        (("--gait", "run", "--speed-kmh", "9", "--grade", "30"), "that slope was never measured"),
        (("--gait", "walk", "--speed-kmh", "12"), "from 1.8 to 7.2 km/h"),
        (("--direction", "sideways", "--speed-kmh", "4"), "backward, forward"),
        (("--speed-kmh", "4", "--mass-kg", "3"), "a number from 20 to 300"),
    ],
)
def test_what_is_not_known_is_refused_with_the_reason(run: Run, options: tuple[str, ...], why: str) -> None:
    done = run("cost", *options)
    assert done.returncode == 2
    assert why in done.stderr
    assert done.stdout == ""
