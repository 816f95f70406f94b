"""Today's check: each rule, the strictest first, in few taps."""

from datetime import date

import pytest

from backstride.errors import BadAnswers
from backstride.evidence.table import CLAIMS
from backstride.plan.check import CHECK_QUESTIONS, CHECK_RULES, SUPERVISED, CheckRule, Go, check_today

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
    check = check_today(FINE | {"eyes": eyes}, DAY, supervised=True)
    assert check.go is go
    assert (SUPERVISED in check.reasons) is (go is NOT)


def test_all_faults_at_once() -> None:
    with pytest.raises(BadAnswers) as bad:
        check_today({"pain": "11", "sleep": "x" * 1000, "ill": "<b>", "signs": "maybe", "other": "?"}, DAY)
    assert set(bad.value.fields) == set(FINE)
