"""`plan` and `log`, as a person at the terminal uses them."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from backstride.plan.questions import KEYS
from tests.cli.conftest import Run

ANSWERS = {
    "birth_year": 1990,
    "active": True,
    "running": "3",
    "experience": "walked",
    "symptoms": [],
    "diseases": [],
    "limits": [],
    "conditions": [],
    "falls": "0",
    "partner": False,
    "stance_s": 40,
    "backward_3m_s": 2.5,
    "goal": "first 10 minutes",
    "weeks": 6,
    "days": ["0", "1", "2", "3", "4", "5", "6"],
    "sessions": "2",
    "minutes": 40,
    "places": ["track", "home"],
    "mats": True,
}


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    file = tmp_path / "me.json"
    file.write_text(json.dumps(ANSWERS))
    return file


def sessions(run: Run) -> list[dict[str, object]]:
    shown = run("plan", "show", "--json")
    assert shown.returncode == 0, shown.stderr
    return [json.loads(line) for line in shown.stdout.splitlines()]


def test_from_questions_to_a_plan_that_answers(run: Run, answers: Path, tmp_path: Path) -> None:
    asked = json.loads(run("plan", "questions", "--json").stdout)
    assert set(asked) == KEYS
    assert "Year of birth" in run("plan", "questions").stdout
    made = run("plan", "new", "--answers", answers)
    assert made.returncode == 0, made.stderr
    assert "My first 10 minutes backward" in made.stdout
    rows = sessions(run)
    assert rows
    assert {"id", "day", "name", "minutes", "because"} <= set(rows[0])
    assert json.loads(run("plan", "questions", "--json").stdout)["goal"] == "first 10 minutes"
    week = run("plan", "show", "--week")
    assert str(rows[0]["name"]) in " ".join(week.stdout.split())
    assert run("plan", "adapt").stdout.strip() == "The plan stays as it is."
    assert run("plan", "history").stdout.count("version 1") == 1
    again = run("plan", "new")
    assert again.returncode == 0, again.stderr
    assert run("plan", "history").stdout.count("version 2") == 1


def test_a_session_is_told(run: Run, answers: Path) -> None:
    run("plan", "new", "--answers", answers)
    id_ = str(sessions(run)[0]["id"])
    told = run("log", "--planned", id_, "--rpe", "3,5", "--pain", "knee-left=2", "--stops", "--glances", "both")
    assert told.returncode == 0, told.stderr
    assert "The plan" in told.stdout
    assert sessions(run)[0]["done"] == "all"
    own = run("log", "--own", "--minutes", "20")
    assert own.returncode == 0, own.stderr
    anew = run("log", "--session", id_, "--done", "part", "--minutes", "9", "--no-stops", "--falls", "1")
    assert "done in part, 9" in anew.stdout
    assert "The plan has changed: version 2." in anew.stdout
    assert "further changes:" in anew.stdout


def test_the_plan_leaves_the_house(run: Run, answers: Path, tmp_path: Path) -> None:
    run("plan", "new", "--answers", answers)
    done = run("plan", "export", "ics", "--out", tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "backstride.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert run("plan", "export", "txt", "--out", tmp_path / "next.txt").returncode == 0
    assert (tmp_path / "next.txt").stat().st_size > 20
    refused = run("plan", "export", "docx")
    assert (refused.returncode, "ics, pdf, fit" in refused.stderr) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("plan", "new"), 2, "answer the questions"),
        (("plan", "show"), 1, "no plan yet"),
        (("plan", "adapt"), 1, "no plan yet"),
        (("plan", "export", "ics"), 1, "no plan yet"),
        (("plan", "export", "fit"), 1, "no session is planned"),
        (("plan", "new", "--start", "soon"), 2, "a day like"),
        (("plan", "new", "--answers", "none.json"), 1, "none.json: No such file"),
        (("log", "--rpe", "12", "--falls", "x"), 2, "rpe"),
        (("log", "--minutes", "5", "--pain", "tail=2"), 2, "part of the body"),
        (("log", "--minutes", "5", "--recording", "abc"), 1, "no recording"),
        (("log", "--session", "abc"), 1, "no session"),
    ],
)
def test_what_cannot_be_done_is_said(run: Run, arguments: tuple[str, ...], code: int, says: str) -> None:
    done = run(*arguments)
    assert done.returncode == code, done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("content", ["[]", "{", '{"goal": {"a": 1}, "birth_year": null}', "[" * 100_000])
def test_answers_that_are_none(run: Run, tmp_path: Path, content: str) -> None:
    file = tmp_path / "me.json"
    file.write_text(content)
    done = run("plan", "new", "--answers", file)
    assert done.returncode in (1, 2)
    assert "Traceback" not in done.stderr


def test_without_a_name_the_backward_session_of_the_day_is_meant(run: Run, answers: Path) -> None:
    run("plan", "new", "--answers", answers)
    today = datetime.now(UTC).astimezone().date()
    mine = [row for row in sessions(run) if row["day"] == today.isoformat()]
    backward = [row["id"] for row in mine if row["focus"] == "backward"]
    done = run("log", "--minutes", "20")
    if len(backward) == 1 or len(mine) < 2:
        assert done.returncode == 0, done.stderr
        assert not backward or str(backward[0]) in done.stdout
    else:
        assert done.returncode == 2
        assert str(mine[0]["id"]) in done.stderr
    assert run("log", "--day", (today + timedelta(days=1)).isoformat(), "--minutes", "20").returncode == 2
