"""Questions: short, in words of their own; every fault at once; drafts are read as far as they go."""

import re
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstride.errors import BadAnswers
from backstride.plan.answers import Answers, Disease, Experience, Health, Symptom, Wishes
from backstride.plan.asking import MOST_TEXT, Kind, Question
from backstride.plan.kinds import Goal, Limit, Place
from backstride.plan.questions import (
    JOINTS,
    NEWLY,
    PARTS,
    QUESTIONS,
    faults_of,
    form_of,
    questions_of,
    read_answers,
    read_health,
    read_wishes,
    to_ask_again,
)
from tests.plan.people import healths

DAY = date(2026, 11, 21)
HEALTH = {
    "birth_year": "1985",
    "active": "yes",
    "running": "3",
    "experience": "walked",
    "symptoms": "none",
    "diseases": "none",
    "limits": "none",
    "conditions": "none",
    "falls": "0",
    "partner": "no",
}
WISHES = {
    "goal": "first 10 minutes",
    "weeks": "8",
    "days": "1,3,5",
    "sessions": "2",
    "minutes": "30",
    "places": "grass,track",
    "mats": "no",
}
FORM = HEALTH | WISHES
WANTED = Wishes(Goal.AGILITY, 12, frozenset({0, 2, 6}), 45, frozenset({Place.GYM}), 3, mats=True, at="18:30")
ASKED_WHEN_FRESH = frozenset(JOINTS) | NEWLY


def faults(form: dict[str, str]) -> set[str]:
    with pytest.raises(BadAnswers) as bad:
        read_answers(form, DAY)
    return set(bad.value.fields)


def test_a_short_form_is_read() -> None:
    said = read_answers(FORM, DAY)
    assert said.health == Health(1985, True, running=3, experience=Experience.WALKED)
    assert said.wishes.goal is Goal.FIRST_10_MIN
    assert (said.wishes.weeks, said.wishes.minutes, said.wishes.sessions) == (8, 30, 2)
    assert said.wishes.days == {1, 3, 5}
    assert said.wishes.places == {Place.TRACK, Place.FIELD}
    assert said.day == DAY


def test_a_full_form_is_read() -> None:
    more = {
        "forward_pace": "6:30",
        "symptoms": "chest,legs",
        "diseases": "heart or vessels",
        "cleared": "yes",
        "limits": "knee,Achilles or calf",
        "sharp": "knee",
        "conditions": "blood thinners,dizziness,medicine",
        "recent": "dizziness",
        "falls": "2",
        "stance_s": "12,5",
        "backward_3m_s": "3.1",
        "forward": "0,5",
        "hard": "5",
        "at": "7:05",
    }
    said = read_answers(FORM | more, DAY)
    health = said.health
    assert health.symptoms == {Symptom.CHEST, Symptom.LEGS}
    assert health.diseases == {Disease.HEART}
    assert health.cleared
    assert health.medicine
    assert health.limits == {Limit.KNEE, Limit.ACHILLES, Limit.BLEEDING, Limit.DIZZINESS}
    assert health.sharp == {Limit.KNEE, Limit.DIZZINESS}
    assert (health.falls, health.stance_s, health.backward_3m_s) == (2, 12.5, 3.1)
    assert health.forward_mps == pytest.approx(1000 / 390)
    assert said.wishes.forward == {0, 5}
    assert said.wishes.hard == {5}
    assert said.wishes.at == "07:05"


def test_health_and_wishes_can_be_read_alone() -> None:
    assert read_health(HEALTH).birth_year == 1985
    assert read_wishes(WISHES).weeks == 8


def test_an_empty_form_has_every_fault_at_once() -> None:
    assert faults({}) == set(FORM)


def test_follow_ups_are_asked_only_when_they_matter() -> None:
    assert faults(FORM | {"symptoms": "chest"}) == {"cleared"}
    assert faults(FORM | {"limits": "hip"}) == {"sharp"}
    assert faults(FORM | {"conditions": "vision"}) == {"recent"}
    assert read_answers(FORM | {"conditions": "pregnancy"}, DAY).health.limits == {Limit.PREGNANCY}


def test_what_is_not_asked_any_more_is_not_read() -> None:
    old = {"cleared": "yes", "sharp": "knee", "recent": "vision", "forward_pace": "nonsense"}
    health = read_answers(FORM | old | {"running": "0"}, DAY).health
    assert (health.cleared, health.sharp, health.forward_mps) == (False, frozenset(), None)


def test_a_choice_that_is_offered_no_more_falls_away() -> None:
    assert read_answers(FORM | {"limits": "hip,neck", "sharp": "knee,hip"}, DAY).health.sharp == {Limit.HIP}
    assert faults(FORM | {"limits": "hip", "sharp": "knee"}) == {"sharp"}


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("birth_year", "1925"),
        ("birth_year", "2017"),
        ("birth_year", "nan"),
        ("birth_year", "1985.5"),
        ("active", "YES"),
        ("running", "8"),
        ("forward_pace", "6:60"),
        ("forward_pace", "2:00"),
        ("forward_pace", "6:-1"),
        ("symptoms", "chest,none"),
        ("symptoms", "toothache"),
        ("symptoms", ","),
        ("falls", "-1"),
        ("stance_s", "inf"),
        ("stance_s", "1e400"),
        ("backward_3m_s", "0"),
        ("weeks", "3"),
        ("weeks", "27"),
        ("days", "none"),
        ("days", "7"),
        ("days", "1"),
        ("minutes", "half an hour"),
        ("places", "moon"),
        ("at", "24:00"),
        ("at", "7"),
        ("at", "٧:٠٥"),
        ("goal", "x" * (MOST_TEXT + 1)),
        ("goal", "<script>"),
        ("mats", "\x00"),
    ],
)
def test_what_no_answer_is(key: str, text: str) -> None:
    assert ("sessions" if (key, text) == ("days", "1") else key) in faults(FORM | {key: text})


@pytest.mark.parametrize("odd", [None, 3, ["yes"], {"a": 1}, b"yes"])
def test_other_types_than_text_are_faults(odd: object) -> None:
    assert faults({**FORM, "active": odd, "limits": odd}) == {"active", "limits"}  # type: ignore[dict-item]


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from([question.key for question in QUESTIONS]) | st.text(max_size=5), st.text()))
def test_nothing_that_is_sent_breaks_it(form: dict[str, str]) -> None:
    with suppress(BadAnswers):
        read_answers(FORM | form, DAY)


def test_a_draft_is_judged_part_by_part() -> None:
    draft = {"birth_year": "1985", "active": "yes"}
    assert set(faults_of("body", draft, DAY)) == {"running", "experience"}
    assert set(faults_of("tests", draft, DAY)) == set()
    assert [one.key for one in questions_of("heart", draft)] == ["symptoms", "diseases"]
    assert [one.key for one in questions_of("heart", {"diseases": "kidneys"})] == ["symptoms", "diseases", "cleared"]


def test_every_question_has_a_part_and_a_key_of_its_own() -> None:
    assert {question.part for question in QUESTIONS} == {part.key for part in PARTS}
    assert len({question.key for question in QUESTIONS}) == len(QUESTIONS)


def test_the_health_part_takes_under_three_minutes() -> None:
    """Read at 200 words a minute, answered with a tap of three seconds a question, without any follow-up or test."""
    parts = ("body", "heart", "joints", "balance")
    shown = [question for part in parts for question in questions_of(part, {"running": "3"})]
    words = sum(len(re.findall(r"\w+", text)) for question in shown for text in texts(question))
    assert len(shown) <= 12
    assert words / 200 * 60 + 3 * len(shown) < 180


def texts(question: Question) -> list[str]:
    more = [question.help] if question.help else []
    choices = [] if question.kind is Kind.YES_NO else question.choices.values()
    return [str(one) for one in (question.label, *more, *choices)]


@settings(max_examples=100, deadline=None)
@given(healths())
def test_answers_become_the_form_they_are_read_from(health: Health) -> None:
    said = Answers(replace(health, sharp=health.sharp & ASKED_WHEN_FRESH, cleared=False), WANTED, DAY)
    form = form_of(said)
    again = read_answers(form, DAY).health
    assert replace(again, cleared=False, stance_s=None, backward_3m_s=None) == replace(
        said.health, falls=min(health.falls, 2), stance_s=None, backward_3m_s=None
    )
    assert read_answers(form, DAY).wishes == WANTED


def test_asking_again_forgets_the_body_and_keeps_the_wishes() -> None:
    left = to_ask_again(FORM | {"stance_s": "12"})
    assert left == {key: FORM[key] for key in ("birth_year", "running", "experience", "partner", *WISHES)}
