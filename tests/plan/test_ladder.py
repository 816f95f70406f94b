"""The ladder is whole: every stage can be reached, left and gone back from, and rests on claims."""

from dataclasses import replace

import pytest

from backstride.evidence.table import CLAIMS
from backstride.plan.criteria import FALL_PRACTICE
from backstride.plan.doses import AMOUNTS
from backstride.plan.kinds import Goal, Limit, Permit, Place
from backstride.plan.ladder import LADDER, STAGES, leads_to, next_stage, path
from backstride.plan.stage import Criterion, Record, Stage
from backstride.recording import Grade

KEYS = [
    *("ready", "walk", "brisk", "walk-jog", "jog", "ten", "fifteen", "twenty", "strides", "uphill", "agility"),
    *("race-short", "race-5k", "race-10k", "race-half", "race-marathon"),
]
BEST = Record(
    "any", 99, 0, 0, 0, 1.0, 3.0, 5.0, 9e3, 9e3, glances=True, days_since=1, stance_s=60.0, backward_3m_s=2.0,
    fall_practice=9,
)  # fmt: skip
WORST = Record(
    "any", 2, 10, 2, 5, 0.0, 10.0, 3.0, 1.0, 1.0, glances=False, days_since=99, stance_s=0.5, backward_3m_s=12.0
)
NOTHING = Record("any")
EVERY = [(stage, one) for stage in LADDER for one in (*stage.up, *stage.down)]
DONE_AT_LEAST = {"sessions", "fall-practice"}
"""What is counted is always known."""


def named(case: object) -> str:
    return case.key if isinstance(case, Stage | Criterion) else str(case)


def test_the_stages_stand_in_order() -> None:
    assert list(STAGES) == KEYS == list(AMOUNTS)
    assert [stage.number for stage in LADDER] == list(range(1, 17))


@pytest.mark.parametrize("stage", LADDER, ids=named)
def test_a_stage_is_whole(stage: Stage) -> None:
    assert len(stage.up) >= 2
    assert len(stage.down) >= 2
    assert len({one.key for one in (*stage.up, *stage.down)}) == len(stage.up) + len(stage.down)
    assert stage.sessions_least >= 2
    assert 0 < stage.minutes_backward[0] < stage.minutes_backward[1]
    assert 0 <= stage.rpe[0] < stage.rpe[1] <= 10
    assert stage.places
    assert len(stage.cues) >= 4
    assert len(stage.safety) >= 5
    assert stage.speed is None or 0.5 < stage.speed[0] < stage.speed[1] < 0.85
    for claim in (stage.dose.claim, *(cue.claim for cue in (*stage.cues, *stage.studies))):
        assert claim in CLAIMS


@pytest.mark.parametrize("stage", LADDER, ids=named)
def test_what_comes_before_asks_for_no_more(stage: Stage) -> None:
    for key in stage.needs:
        before = STAGES[key]
        assert before.number < stage.number
        assert before.permit <= stage.permit
        assert before.not_for <= stage.not_for
        assert all(leads_to(before, goal) for goal in Goal if leads_to(stage, goal))


@pytest.mark.parametrize(("stage", "one"), EVERY, ids=named)
def test_a_criterion_answers_yes_no_or_that_it_does_not_know(stage: Stage, one: Criterion) -> None:
    good, bad = one.met(BEST), one.met(replace(WORST, sessions=1) if one.key == "sessions" else WORST)
    assert {good, bad} == {True, False}
    assert good is (one in stage.up)
    assert one.met(NOTHING) is (False if one.key in DONE_AT_LEAST else None)
    assert one.claim in CLAIMS
    assert str(one.says)


def test_only_walking_was_tested_and_the_rest_says_so() -> None:
    assert [stage.key for stage in LADDER if stage.tested] == ["walk", "brisk"]
    for stage in LADDER:
        judged = any(CLAIMS[study.claim].grade <= Grade.EXPERT for study in stage.studies)
        assert judged is not stage.tested


def test_nobody_jogs_before_fall_technique() -> None:
    for goal in Goal:
        way = path(goal, Permit.RUN)
        first = next((number for number, stage in enumerate(way) if stage.permit >= Permit.JOG), None)
        if first is not None:
            gates = {one.key for stage in way[: first + 1] for one in stage.up}
            assert FALL_PRACTICE.key in gates


@pytest.mark.parametrize(
    ("goal", "last"),
    [
        (Goal.FIRST_10_MIN, "ten"),
        (Goal.FIRST_20_MIN, "twenty"),
        (Goal.FIVE_KM, "race-5k"),
        (Goal.MARATHON, "race-marathon"),
        (Goal.ECONOMY, "uphill"),
        (Goal.KNEES, "twenty"),
        (Goal.AGILITY, "agility"),
        (Goal.BALANCE, "brisk"),
    ],
)
def test_a_goal_has_its_way(goal: Goal, last: str) -> None:
    way = path(goal, Permit.RUN)
    assert way[-1].key == last
    assert way[0].key == "ready"
    assert [stage.permit for stage in way] == sorted(stage.permit for stage in way)


def test_every_stage_is_on_some_way() -> None:
    assert {stage.key for goal in Goal for stage in path(goal, Permit.RUN)} == set(KEYS)


@pytest.mark.parametrize("goal", Goal)
@pytest.mark.parametrize("permit", Permit)
def test_a_way_keeps_within_what_is_allowed(goal: Goal, permit: Permit) -> None:
    for limits in (frozenset[Limit](), *(frozenset({limit}) for limit in Limit)):
        way = path(goal, permit, limits, {Place.TRACK, Place.HOME})
        known = {stage.key for stage in way}
        for stage in way:
            assert stage.permit <= permit
            assert stage.not_for.isdisjoint(limits)
            assert set(stage.needs) <= known
            assert not set(stage.places).isdisjoint({Place.TRACK, Place.HOME})
        assert bool(way) is (permit > Permit.NOTHING)


def test_without_a_place_a_stage_is_left_out_with_what_builds_on_it() -> None:
    assert [stage.key for stage in path(Goal.MARATHON, Permit.RUN, (), {Place.HOME})] == ["ready", "walk"]
    assert path(Goal.ECONOMY, Permit.RUN, (), {Place.TRACK})[-1].key == "twenty"


def test_neighbours_on_a_way() -> None:
    way = path(Goal.AGILITY, Permit.RUN)
    up = next_stage("ten", way)
    assert up is not None
    assert up.key == "strides"
    assert next_stage("agility", way) is None
    with pytest.raises(KeyError):
        next_stage("flying")
