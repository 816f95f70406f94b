"""What a person chose, what is judged of it, weeks by lot, own records."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from backstride.app import Store, open_store
from backstride.app.own_records import habits, own_records
from backstride.app.progress import begin_lot, choice, choose, end_lot, lot, verdicts
from backstride.app.progress_sheet import progress_sheet, report_of
from backstride.assess import Trial
from backstride.errors import BadAnswers, Conflict
from backstride.progress.points import Part
from backstride.progress.power import Outlook
from backstride.progress.verdict import Word
from backstride.recording import Direction, Side
from backstride.session import BodyPart, Done, Pain
from backstride.words import words
from tests.coached import session
from tests.progressing import FIRST, TODAY, keep_sessions, keep_trials, moment


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "data") as opened:
        yield opened


def test_with_nothing_there_is_nothing_to_judge(store: Store) -> None:
    judged = verdicts(store, TODAY)
    assert judged.cards == ()
    assert judged.choice.at is None
    assert judged.goal is None


def test_a_choice_is_kept_and_a_later_one_says_so(store: Store) -> None:
    store.coach.clock = lambda: moment(FIRST - timedelta(days=9))
    choose(store, ["reach", "stance"])
    assert [one.key for one in choice(store).outcomes] == ["stance", "reach"]
    keep_sessions(store)
    assert not choice(store).late
    store.coach.clock = lambda: moment(TODAY)
    choose(store, ["stance", "reach"])
    assert choice(store).before == ()
    choose(store, ["turn"])
    changed = choice(store)
    assert changed.late
    assert changed.before == (("stance", "reach"),)


@pytest.mark.parametrize("keys", [[], ["nothing"], ["stance", "sway", "turn", "t-test", "hop", "reach"]])
def test_a_choice_that_cannot_be(store: Store, keys: list[str]) -> None:
    with pytest.raises(BadAnswers):
        choose(store, keys)
    assert store.measuring.outcomes() == ()


def test_success_and_failure_are_told_alike(store: Store) -> None:
    choose(store, ["reach", "backward-walk"])
    keep_sessions(store)
    keep_trials(store, "sit-and-reach", [2.0, 2.3, 1.8, 2.1], [9.0, 9.4, 8.8, 9.2])
    keep_trials(store, "walk-3m", [2.0, 2.1, 2.0], [6.0, 6.1, 6.2, 6.0])
    walk, reach = verdicts(store, TODAY).cards
    assert reach.verdict.word is Word.SHOWN
    assert reach.mdc is None
    assert reach.change is not None
    assert reach.change.low < 7.05 < reach.change.high
    assert walk.verdict.word is Word.CONTRADICTED
    assert walk.mdc == pytest.approx(1.69)
    assert walk.verdict.asked == pytest.approx(0.975)
    assert walk.hint.outlook is Outlook.SETTLED
    assert walk.due == walk.tried[-1].day + timedelta(days=14)


def test_too_early_says_what_is_missing(store: Store) -> None:
    choose(store, ["reach", "speed"])
    keep_trials(store, "sit-and-reach", [2.0], [])
    reach, speed = verdicts(store, TODAY).cards
    assert (reach.verdict.word, reach.hint.outlook, reach.hint.tries) == (Word.EARLY, Outlook.BEFORE, 2)
    assert speed.hint.outlook is Outlook.BEFORE
    keep_sessions(store)
    reach, speed = verdicts(store, TODAY).cards
    assert reach.hint.outlook is Outlook.BASELINE
    assert [one.part for one in speed.tried].count(Part.BEFORE) == 3


def test_weeks_by_lot(store: Store) -> None:
    with pytest.raises(BadAnswers):
        begin_lot(store, "reach", 2, TODAY)
    begun = begin_lot(store, "reach", 6, TODAY).alternation
    assert begun.begun == date(2026, 6, 8)
    with pytest.raises(Conflict):
        begin_lot(store, "reach", 6, TODAY)
    for week, with_ in enumerate(begun.with_):
        day = begun.begun + timedelta(days=7 * week + 4)
        value = 5.0 + with_ + 0.01 * week
        store.measuring.save_trial(Trial(f"w{week}", "sit-and-reach", value, day, moment(day)))
    now = lot(store, begun.begun + timedelta(days=8))
    assert now is not None
    assert (now.week, now.values) == (1, 12)
    assert now.difference is not None
    assert now.difference.value == pytest.approx(1.0, abs=0.02)
    assert now.difference.chance == pytest.approx(2 / 64)
    assert end_lot(store, now.id)
    assert lot(store, TODAY) is None


def test_a_time_trial_is_a_record(store: Store) -> None:
    day = FIRST
    store.measuring.save_trial(Trial("a", "time-trial", 40.0, day, moment(day), condition="100 m"))
    store.measuring.save_trial(Trial("b", "time-trial", 36.5, day, moment(day), condition="100 m"))
    store.measuring.save_trial(Trial("c", "time-trial", 20.0, day, moment(day), condition="100 m", practice=True))
    found = own_records(store)
    assert found.bests[Direction.BACKWARD][100.0].seconds == 36.5
    assert found.bests[Direction.FORWARD] == {}
    assert found.waiting == 0


def test_habits_count_what_was_told(store: Store) -> None:
    keep_sessions(store, 4)
    found = habits(store, FIRST + timedelta(days=10))
    assert found.weeks == 2
    assert {one.challenge.key: one.done for one in found.standings}["told"] == 4


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_report_is_a_pdf_in_both_languages(store: Store, language: str) -> None:
    choose(store, ["reach", "backward-walk"])
    keep_sessions(store)
    keep_trials(store, "sit-and-reach", [2.0, 2.3, 1.8], [9.0, 9.4, 8.8])
    made = progress_sheet(store, words(language), TODAY)
    assert made.data.startswith(b"%PDF")
    assert made.name.endswith(".pdf")


def test_the_report_tells_what_somebody_who_looks_after_them_has_to_know(store: Store) -> None:
    assert report_of(store, words("en"), TODAY).logged == ()
    for one in (
        session("s1", FIRST),
        replace(session("s2", FIRST + timedelta(days=2)), falls=2, pains=(Pain(BodyPart.KNEE, Side.LEFT, 4),)),
        replace(session("s3", FIRST + timedelta(days=4)), done=Done.SKIPPED, falls=9),
    ):
        store.coach.save_session(one)
    report = report_of(store, words("en"), TODAY)
    assert dict(report.logged) == {
        "Sessions": "2, from 2 Mar 2026 to 4 Mar 2026",
        "Falls": "2, last on 4 Mar 2026",
        "Near falls": "2, last on 4 Mar 2026",
        "Pain": "knee, left: at most 4 of 10 (sessions: 2); lower back: at most 1 of 10 (sessions: 1)",
    }
    assert report.warning == ""


def test_the_report_of_the_demo_runner_says_that_it_is_simulated(store: Store) -> None:
    assert report_of(store, words("en"), TODAY, simulated=True).warning.startswith("Simulated")
