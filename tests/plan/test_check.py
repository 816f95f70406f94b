"""Today's check: each rule, the strictest first, in few taps."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from backstride.errors import BadAnswers
from backstride.evidence.table import CLAIMS
from backstride.plan.answers import Symptom
from backstride.plan.check import (
    CHECK_QUESTIONS,
    CHECK_RULES,
    SMALL_THINGS,
    SUPERVISED,
    UNASKED,
    CheckRule,
    Go,
    check_today,
)
from backstride.plan.screening import Standing, assess_readiness, standing
from tests.plan.test_screening import WELL

DAY = date(2026, 11, 21)
FINE = {
    "pain": "0",
    "sleep": "well",
    "ill": "no",
    "signs": "no",
    "ground": "dry",
    "light": "good",
    "people": "nobody",
    "eyes": "alone",
    "straight": "yes",
}
NOT, WALK, GO = Go


def test_a_good_day() -> None:
    check = check_today(FINE, DAY)
    assert (check.day, check.go, check.reasons, check.answers) == (DAY, GO, (), FINE)


def test_it_takes_nine_taps() -> None:
    assert len(CHECK_QUESTIONS) <= 9
    assert {question.key for question in CHECK_QUESTIONS} == set(FINE)


ONE_THING = [
    ({"signs": "yes"}, "signs", NOT),
    ({"ill": "fever"}, "fever", NOT),
    ({"ill": "dulled"}, "dulled", NOT),
    ({"pain": "5"}, "pain", NOT),
    ({"ground": "slippery"}, "slippery", NOT),
    ({"light": "dark"}, "dark", NOT),
    ({"people": "traffic"}, "traffic", NOT),
    ({"straight": "no"}, "straight", NOT),
    ({"pain": "3"}, "some pain", WALK),
    ({"pain": "4"}, "some pain", WALK),
    ({"ill": "cold"}, "cold", WALK),
    ({"sleep": "hardly"}, "tired", WALK),
    ({"ground": "rough"}, "rough", WALK),
    ({"light": "dim"}, "dim", WALK),
    ({"people": "some"}, "some people", WALK),
]


@pytest.mark.parametrize(("changes", "key", "go"), ONE_THING)
def test_one_thing_is_enough(changes: dict[str, str], key: str, go: Go) -> None:
    check = check_today(FINE | changes, DAY)
    assert check.go is go
    assert check.reasons == tuple(rule.reason for rule in CHECK_RULES if rule.key == key)
    assert check.not_yet is (key in ("traffic", "straight"))


def test_every_rule_is_reached() -> None:
    assert {rule.key for rule in CHECK_RULES} == {key for _, key, _ in ONE_THING}


@pytest.mark.parametrize("rule", CHECK_RULES, ids=lambda rule: rule.key)
def test_every_reason_says_what_to_do_instead(rule: CheckRule) -> None:
    assert str(rule.reason.instead)
    assert rule.reason.claim in CLAIMS
    assert rule.reason.go < GO


@pytest.mark.parametrize("changes", [{"pain": "2"}, {"sleep": "short"}, {"people": "some", "eyes": "partner"}])
def test_small_things_do_not_stop_anybody(changes: dict[str, str]) -> None:
    assert check_today(FINE | changes, DAY).go is GO


def test_the_strictest_reason_stands_first() -> None:
    check = check_today(FINE | {"light": "dim", "ill": "fever", "straight": "no"}, DAY)
    assert check.go is NOT
    assert [reason.go for reason in check.reasons] == [NOT, NOT, WALK]
    assert not check.not_yet, "a fever is not put right on the spot"


@pytest.mark.parametrize(("eyes", "go"), [("partner", GO), ("mirror", NOT), ("alone", NOT)])
def test_who_needs_somebody_there_does_not_go_alone(eyes: str, go: Go) -> None:
    ready = assess_readiness(replace(WELL, medicine=True), DAY)
    check = check_today(FINE | {"eyes": eyes}, DAY, standing(ready, (), DAY))
    assert check.go is go
    assert (SUPERVISED in check.reasons) is (go is NOT)


def test_small_things_add_up() -> None:
    two, three = {"light": "dim", "ground": "rough"}, {"light": "dim", "ground": "rough", "sleep": "hardly"}
    assert check_today(FINE | two, DAY).go is WALK
    check = check_today(FINE | three, DAY)
    assert (check.go, check.reasons[0], check.not_yet) == (NOT, SMALL_THINGS, False)


def test_a_day_opens_no_more_than_the_answers_do() -> None:
    assert check_today(FINE, DAY, Standing()).reasons == (UNASKED,)
    well = assess_readiness(WELL, DAY)
    assert check_today(FINE, DAY, standing(well, (), DAY)).go is GO
    old = check_today(FINE, DAY + timedelta(40), standing(well, (), DAY + timedelta(40)))
    assert (old.go, old.not_yet) == (WALK, False)
    new = check_today(FINE, DAY + timedelta(1), standing(well, (), DAY + timedelta(1), noticed=True))
    assert new.go is NOT
    closed = assess_readiness(replace(WELL, symptoms=frozenset(Symptom)), DAY)
    shut = check_today(FINE, DAY, standing(closed, (), DAY))
    assert shut.go is NOT
    assert shut.reasons[0].says == closed.reasons[0].says


def test_who_noticed_something_or_has_fever_does_nothing_else_instead() -> None:
    assert check_today(FINE | {"signs": "yes"}, DAY).rests
    assert check_today(FINE | {"ill": "fever"}, DAY).rests
    assert not check_today(FINE | {"light": "dark"}, DAY).rests


def test_all_faults_at_once() -> None:
    with pytest.raises(BadAnswers) as bad:
        check_today({"pain": "11", "sleep": "x" * 1000, "ill": "<b>", "signs": "maybe", "other": "?"}, DAY)
    assert set(bad.value.fields) == set(FINE)
