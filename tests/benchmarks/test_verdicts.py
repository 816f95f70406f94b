"""docs/explain/verdicts.md is what the benchmark writes, and it keeps what it promises."""

import re
from pathlib import Path

import numpy as np
import pytest
from benchmarks.verdicts.judge import alternated, any_shown, judged
from benchmarks.verdicts.people import ANYBODY, OTHERS, WORLDS, planned, spread_around, tries
from benchmarks.verdicts.report import PLANS, limits, method, percent

PAGE = (Path(__file__).parents[2] / "docs" / "explain" / "verdicts.md").read_text(encoding="utf-8")


def rows(head: str) -> list[list[str]]:
    """The rows of the table under a heading, without its head."""
    section = PAGE.split(f"## {head}", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def number(cell: str) -> float:
    found = re.fullmatch(r"([\d.]+) %", cell)
    assert found is not None, cell
    return float(found[1])


def test_the_page_says_how_the_code_does_it() -> None:
    for line in (*method(), *limits()):
        assert line in PAGE


def test_a_row_is_what_the_code_gives_today() -> None:
    """The interval does not care whether anything changed: one simulation without change gives three cells."""
    row = rows("How often the 90 % interval holds the truth")[0]
    found = judged(PLANS[0], ANYBODY, 0.0)
    assert [row[0], row[1], *row[3:]] == [PLANS[0].says, *map(percent, (found.cover, found.shown, found.contradicted))]


def test_intervals_hold_the_truth_as_often_as_promised() -> None:
    found = rows("How often the 90 % interval holds the truth")
    assert len(found) == len(PLANS)
    for row in found:
        assert 88.0 <= number(row[1]) <= 92.0
        assert 88.0 <= number(row[2]) <= 92.0
        assert number(row[3]) <= 5.0


def test_false_shown_is_rare_in_every_world() -> None:
    found = {row[0]: row for row in rows("When all people are of one kind")}
    slow = WORLDS[-2]  # neighbouring tries all but the same for weeks: nothing can tell that from an effect
    for world in WORLDS:
        if world is slow:
            continue
        assert max(number(found[world.says][column]) for column in (2, 4)) <= 5.0
    for world in OTHERS:  # noise that is none of the model's possibilities
        assert number(found[world.says][1]) >= 86.0
        assert max(number(found[world.says][column]) for column in (2, 4)) <= 5.0
    assert number(found[slow.says][1]) < 88.0  # and the page does not hide where it is weak
    assert number(found[slow.says][2]) <= 7.0
    assert "more than 5 % are told of a false" in PAGE


def test_weeks_by_lot_keep_their_promise() -> None:
    for row in rows("Weeks with and without, by lot"):
        assert number(row[1]) <= 6.0
        assert number(row[4]) <= 6.0


def test_people_are_as_they_are_said_to_be() -> None:
    chance = np.random.default_rng(1)
    plan = planned(2, 2, 7)
    assert plan.before == (0, 7)
    assert plan.after == (49, 56)
    several = [[one.value for one in tries(plan, ANYBODY, 3.0, chance)] for _ in range(3000)]
    values = np.array(several)
    assert values.mean(axis=0) == pytest.approx([0, 0, 3, 3], abs=0.06)
    assert values.std(axis=0) == pytest.approx(1.0, abs=0.05)
    precise = [1.0 / spread_around(2.0, chance) ** 2 for _ in range(3000)]
    assert np.mean(precise) == pytest.approx(1 / 4, rel=0.05)
    assert any_shown(planned(3, 3, 3), ANYBODY, number=40) <= 0.1
    assert alternated(6, ANYBODY, 8.0, number=20) == 1.0
