"""Printed sheets: every kind, paper and language; words that look like markup stay words."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from backstride.formats.writers import sheet
from backstride.formats.writers.sheet import Setting, dose, exercise_sheet, pictures, session_sheet, week_sheet
from backstride.message import Message
from backstride.plan.exercises import EXERCISES, Dose
from backstride.plan.kinds import Until
from backstride.plan.workout import Block
from backstride.words import words
from tests.formats.writers.samples import DAY, LIFTED, PLACED, plain, verbatim

HOSTILE = (
    '#panic("x")',
    '#import "@preview/cetz:0.3.0": canvas',
    "*bold* _it_ $x$ `raw` = head",
    '"] } ) \\u{41} #sys.inputs',
    "<label> @ref //c /* open",
    '#read("/etc/passwd")',
    "]" * 40,
)


def setting(language: str = "en", paper: str = "a4", w: Callable[[Message], str] | None = None) -> Setting:
    chosen = words(language)
    return Setting(w or chosen, lambda day: chosen.date(day, "long"), lambda day: f"{day:%A}", language, paper)


def sheets(chosen: Setting) -> dict[str, bytes]:
    return {
        "week": week_sheet(DAY, [PLACED, LIFTED], chosen),
        "session": session_sheet(PLACED, chosen),
        "exercises": exercise_sheet([EXERCISES["squat"], EXERCISES["back-rock"]], chosen),
    }


@pytest.mark.parametrize("paper", sorted(sheet.PAPERS))
@pytest.mark.parametrize("language", ["en", "de"])
def test_every_sheet_is_made_in_every_language_on_every_paper(language: str, paper: str) -> None:
    for name, data in sheets(setting(language, paper)).items():
        assert data.startswith(b"%PDF-"), name
        assert len(data) < 300_000
        box = b"595.2" if paper == "a4" else b"[0 0 612 792]"
        assert box in data, name
        assert f"/Lang({language})".encode() in data


def test_equal_sheets_are_equal_bytes() -> None:
    assert sheets(setting()) == sheets(setting())


@pytest.mark.parametrize("text", HOSTILE)
def test_words_are_never_orders_to_the_typesetter(text: str) -> None:
    workout = replace(PLACED.workout, name=verbatim(text), purpose=verbatim(text), set_up=(verbatim(text),))
    hostile = replace(PLACED, workout=workout)
    assert session_sheet(hostile, setting()).startswith(b"%PDF-")
    assert week_sheet(DAY, [hostile], setting()).startswith(b"%PDF-")
    one = replace(EXERCISES["squat"], name=verbatim(text), steps=(verbatim(text),))
    assert exercise_sheet([one], setting()).startswith(b"%PDF-")


def test_text_stays_text_all_the_way() -> None:
    """What the typesetter is given as a name is what it sets: asked back from the set document."""
    data = sheet.session_data(replace(PLACED, workout=replace(PLACED.workout, name=verbatim(HOSTILE[2]))), setting())
    assert data["title"] == HOSTILE[2]
    bold = {**data, "title": "bold it x raw = head"}
    assert pictures(data)[0] != pictures(bold)[0]


def test_a_week_has_seven_days_and_the_sessions_on_theirs() -> None:
    data = sheet.week_data(DAY, [PLACED, LIFTED, replace(PLACED, day=DAY + timedelta(days=7))], setting())
    assert [len(day["sessions"]) for day in data["days"]] == [1, 0, 1, 0, 0, 0, 0]
    assert data["title"] == "Week from 2 March 2026 to 8 March 2026"
    session = data["days"][0]["sessions"][0]
    assert session["facts"] == "Track · about 9 min · exertion 2 to 4 of 10"
    assert session["because"] == ["Two sessions a week, with a day between"]
    assert [part["times"] for part in session["parts"]] == [1, 3, 1]


def test_what_comes_before_every_session_backward_stands_once_above_them() -> None:
    alone = sheet.week_data(DAY, [PLACED, LIFTED], setting())
    assert alone["always"] == []
    own = verbatim("Take a lamp")
    night = replace(PLACED, day=DAY + timedelta(days=3))
    night = replace(night, workout=replace(night.workout, set_up=(*night.workout.set_up, own)))
    data = sheet.week_data(DAY, [PLACED, LIFTED, night], setting())
    assert data["always"] == ["Walk the stretch forward and clear it", "Ask somebody to watch"]
    first, later = (data["days"][at]["sessions"][0]["set_up"] for at in (0, 3))
    assert first == ["The list at the top of this sheet"]
    assert later == ["The list at the top of this sheet", "Take a lamp"]
    assert len(pictures(data, 20)) == 1


def test_cues_stand_once() -> None:
    steps = (*PLACED.workout.blocks[1].steps, *PLACED.workout.blocks[1].steps)
    planned = replace(PLACED, workout=replace(PLACED.workout, blocks=(Block(1, steps),)))
    (part,) = sheet.session_data(planned, setting())["session"]["parts"]
    assert [len(line["cues"]) for line in part["lines"]] == [3, 0, 0, 0, 0, 0, 0, 0]


def test_exercises_are_drawn_and_long_lists_go_over_pages() -> None:
    every: dict[str, Any] = sheet.exercise_data(list(EXERCISES.values()), setting())
    assert all(one["svg"].startswith("<svg") for one in every["exercises"])
    assert len(pictures(every, 20)) > 8


def test_long_names_do_not_break_the_page() -> None:
    long = verbatim("Rückwärtslaufkoordinationsabschlussübung " * 12)
    planned = replace(PLACED, workout=replace(PLACED.workout, name=long, set_up=(long,) * 12))
    assert 1 <= len(pictures(sheet.session_data(planned, setting("de")), 20)) <= 4


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (Dose(2, 10, Until.REPS, 60, each_side=True), "2 × 10, each side, 1 min rest"),
        (Dose(3, 45, Until.TIME, 0), "3 × 45 s"),
        (Dose(1, 400, Until.DISTANCE), "1 × 400 m"),
        (Dose(2, 1, Until.OPEN, 15), "2 ×, 15 s rest"),
    ],
)
def test_doses_in_words(one: Dose, text: str) -> None:
    assert dose(one, plain) == text


def test_days_are_the_readers() -> None:
    assert sheet.week_data(date(2026, 3, 2), [], setting("de"))["days"][0]["date"] == "2. März 2026"
