"""The table of promises: each is judged by the rule that its standing states, and nothing in it hangs loose."""

import math
import re
from collections.abc import Iterable

import pytest

from backstride.evidence import (
    Grade,
    sources,
    studies_energy,
    studies_health,
    studies_mechanics,
    studies_tests,
    studies_training,
)
from backstride.evidence.pooling import pool_forest
from backstride.evidence.promises import PROMISES
from backstride.evidence.study import Checked, Design, Promise, Standing, Study, Topic

MODULES = (studies_energy, studies_health, studies_mechanics, studies_tests, studies_training)
STUDIES = {name: value for module in MODULES for name, value in vars(module).items() if isinstance(value, Study)}
OF_MANY = (Design.META_ANALYSIS, Design.REVIEW)


def publications(studies: Iterable[Study]) -> set[str]:
    """The different publications among them whose findings were seen."""
    return {study.source.key for study in studies if study.checked is Checked.SEEN}


@pytest.fixture(params=PROMISES.values(), ids=list(PROMISES))
def promise(request: pytest.FixtureRequest) -> Promise:
    found: Promise = request.param
    return found


def test_the_standing_follows_from_the_studies(promise: Promise) -> None:
    agree, neither, differ = (publications(each) for each in (promise.agree, promise.neither, promise.differ))
    of_many = any(study.design is Design.META_ANALYSIS for study in promise.agree)
    match promise.standing:
        case Standing.SUPPORTED:
            assert len(agree) >= 2 or of_many
            assert len(agree) > len(differ | neither)
            assert max(study.grade for study in promise.agree) >= Grade.SINGLE_STUDY
        case Standing.MIXED:
            assert agree
            assert differ | neither
        case Standing.WEAK:
            assert promise.agree
            controlled = [study for study in promise.agree if study.design in (Design.TRIAL, Design.META_ANALYSIS)]
            assert len(publications(controlled)) < 2
        case Standing.CONTRADICTED:
            assert len(differ | neither) >= 2
            assert not agree
        case Standing.UNKNOWN:
            assert (*promise.agree, *promise.neither, *promise.differ) == ()
            assert promise.grade is Grade.ASSUMPTION


def test_the_plots_lean_the_way_of_the_standing(promise: Promise) -> None:
    for forest in promise.forests:
        for study in forest.studies:
            assert study.effect is not None
            beyond = (study.effect.value - study.effect.kind.null) * promise.toward
            if study in promise.agree:
                assert beyond > 0, study.row
            elif study in promise.differ:
                assert beyond < 0, study.row
            else:
                assert study in (*promise.neither, *promise.near)
                flat = not study.effect.has_interval or study.effect.low <= study.effect.kind.null <= study.effect.high
                assert flat, "no difference means that the interval holds it"
        pooled = pool_forest(forest)
        assert (pooled is not None) == forest.pooled
        if pooled is not None and promise.standing is Standing.SUPPORTED:
            null = forest.studies[0].effect.kind.null if forest.studies[0].effect else 0.0
            nearest = pooled.low if promise.toward > 0 else pooled.high
            assert (nearest - null) * promise.toward > 0


def test_a_plot_has_one_scale(promise: Promise) -> None:
    for forest in promise.forests:
        scales = {(study.effect.kind, study.effect.unit) for study in forest.studies if study.effect}
        assert len(scales) == 1


def test_pooled_studies_are_of_different_people(promise: Promise) -> None:
    for forest in promise.forests:
        if forest.pooled:
            assert len(publications(forest.studies)) == len(forest.studies)
            assert all(study.design not in OF_MANY for study in forest.studies)


def test_a_promise_says_what_it_should(promise: Promise) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", promise.key)
    for text in (promise.statement, promise.sentence, promise.open):
        assert str(text).endswith(".")
        assert "!" not in str(text)
    lists = (promise.agree, promise.neither, promise.differ, promise.near)
    rows = [(study.row, study.outcome.template) for each in lists for study in each]
    assert len(rows) == len(set(rows)), "a study is named once"


def test_every_topic_has_promises_and_every_key_is_its_own() -> None:
    assert {promise.topic for promise in PROMISES.values()} == set(Topic)
    assert {promise.standing for promise in PROMISES.values()} == set(Standing)
    assert all(key == promise.key for key, promise in PROMISES.items())
    assert len(PROMISES) >= 45


@pytest.mark.parametrize("name", STUDIES)
def test_a_study_is_complete_and_cited(name: str) -> None:
    study = STUDIES[name]
    assert sources.SOURCES[study.source.key] is study.source
    assert study.effect is not None or study.says is not None
    if study.effect is not None and study.effect.has_interval:
        assert study.effect.low <= study.effect.value <= study.effect.high
    elif study.effect is not None:
        assert math.isnan(study.effect.low)
        assert math.isnan(study.effect.high)
    assert any(study in promise.studies for promise in PROMISES.values())


def test_what_was_not_seen_is_an_assumption() -> None:
    hidden = [study for study in STUDIES.values() if study.checked is not Checked.SEEN]
    assert hidden
    assert {study.grade for study in hidden} == {Grade.ASSUMPTION}


def test_the_best_study_gives_the_grade_and_several_of_a_kind_count_more() -> None:
    assert PROMISES["knee-osteoarthritis"].grade is Grade.META_ANALYSIS
    assert PROMISES["more-calories"].grade is Grade.REPLICATED
    assert PROMISES["running-economy"].grade is Grade.SINGLE_STUDY
    assert PROMISES["low-impact"].grade is Grade.REPLICATED, "by those who found the opposite"
    assert PROMISES["fat-loss"].grade is Grade.SINGLE_STUDY, "who disagree confirm nothing"
    assert PROMISES["cruciate-ligament"].grade is Grade.SINGLE_STUDY, "a review that quotes one result"
    assert PROMISES["quadriceps"].grade is Grade.REPLICATED, "strength of patients is not activity"
    assert PROMISES["soreness"].grade is Grade.EXPERT
    assert PROMISES["fun"].grade is Grade.ASSUMPTION
