"""Readiness: every rule is reachable, the strictest wins, a new problem never opens anything, and answers end."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from backstride.evidence.table import CLAIMS
from backstride.plan.answers import Disease, Experience, Health, Symptom
from backstride.plan.kinds import Limit, Permit
from backstride.plan.rule import Rule
from backstride.plan.rules import CARES, RULES
from backstride.plan.screening import Standing, assess_readiness, standing
from backstride.recording import Side
from backstride.session import BodyPart, Done, Pain, Session
from tests.plan.people import LIMITS, healths

DAY = date(2026, 11, 21)
WELL = Health(1985, True, stance_s=30, backward_3m_s=2.5, running=3, experience=Experience.JOGGED, partner=True)
NOTHING, WALK, JOG, RUN = Permit


def permit(**changes: object) -> Permit:
    return assess_readiness(replace(WELL, **changes), DAY).permit  # type: ignore[arg-type]


def test_who_is_well_may_run_for_thirty_days() -> None:
    ready = assess_readiness(WELL, DAY)
    assert (ready.permit, ready.reasons, ready.supervised, ready.limits) == (RUN, (), False, frozenset())
    assert ready.until == date(2026, 12, 21)


@pytest.mark.parametrize(
    ("changes", "most"),
    [
        ({"active": False}, WALK),
        ({"symptoms": frozenset({Symptom.CHEST})}, NOTHING),
        ({"symptoms": frozenset({Symptom.CHEST}), "cleared": True}, WALK),
        ({"diseases": frozenset({Disease.KIDNEY})}, WALK),
        ({"diseases": frozenset({Disease.KIDNEY}), "cleared": True}, RUN),
        ({"diseases": frozenset({Disease.KIDNEY}), "active": False}, NOTHING),
        ({"diseases": frozenset({Disease.KIDNEY}), "active": False, "cleared": True}, WALK),
        ({"falls": 1}, JOG),
        ({"falls": 1, "stance_s": None}, WALK),
        ({"falls": 1, "backward_3m_s": 5.6}, NOTHING),
        ({"falls": 2}, WALK),
        ({"falls": 2, "backward_3m_s": None}, NOTHING),
        ({"backward_3m_s": 3.5}, RUN),
        ({"backward_3m_s": 3.6}, JOG),
        ({"backward_3m_s": 5.1}, WALK),
        ({"backward_3m_s": 5.6}, WALK),
        ({"stance_s": 10}, RUN),
        ({"stance_s": 9.9}, WALK),
        ({"stance_s": 4}, WALK),
        ({"stance_s": None, "backward_3m_s": None}, RUN),
        ({"birth_year": 1961}, RUN),
        ({"birth_year": 1961, "stance_s": 19}, JOG),
        ({"birth_year": 1961, "stance_s": None}, JOG),
        ({"birth_year": 1961, "partner": False}, WALK),
        ({"birth_year": 1961, "falls": 1}, WALK),
        ({"birth_year": 1961, "falls": 1, "partner": False}, WALK),
        ({"birth_year": 1961, "falls": 1, "partner": False, "stance_s": None}, NOTHING),
        ({"birth_year": 1961, "falls": 1, "stance_s": None}, WALK),
        ({"medicine": True}, WALK),
        ({"medicine": True, "falls": 1}, WALK),
        ({"medicine": True, "falls": 1, "stance_s": None}, NOTHING),
        ({"stance_s": 4, "backward_3m_s": 5.6}, NOTHING),
        ({"limits": frozenset({Limit.VISION, Limit.FEELING})}, WALK),
        ({"limits": frozenset({Limit.VISION, Limit.FEELING}), "stance_s": 9}, NOTHING),
        ({"limits": frozenset({Limit.BONES, Limit.BALANCE}), "backward_3m_s": None}, NOTHING),
        ({"limits": frozenset({Limit.BLEEDING}), "falls": 1, "backward_3m_s": None}, NOTHING),
        ({"limits": frozenset({Limit.BLEEDING}), "backward_3m_s": None}, WALK),
        ({"limits": frozenset({Limit.FEELING}), "sharp": frozenset({Limit.FEELING})}, NOTHING),
        ({"active": False, "cleared": True}, WALK),
        ({"limits": frozenset({Limit.WRIST})}, RUN),
        ({"limits": frozenset({Limit.KNEE})}, JOG),
        ({"limits": frozenset({Limit.KNEE}), "sharp": frozenset({Limit.KNEE})}, NOTHING),
        ({"limits": frozenset({Limit.ACHILLES})}, WALK),
        ({"limits": frozenset({Limit.PREGNANCY})}, WALK),
    ],
)
def test_what_limits_how_far(changes: dict[str, object], most: Permit) -> None:
    assert permit(**changes) is most


@pytest.mark.parametrize("changes", [{"birth_year": 1961}, {"birth_year": 2012}, {"medicine": True}, {"falls": 2}])
def test_who_needs_somebody_there(changes: dict[str, object]) -> None:
    assert assess_readiness(replace(WELL, **changes), DAY).supervised  # type: ignore[arg-type]


def test_every_limit_is_taken_care_of() -> None:
    assert {care.limit for care in CARES} == set(LIMITS)
    for limit in LIMITS:
        assert limit in assess_readiness(replace(WELL, limits=frozenset({limit})), DAY).limits
    assert Limit.HEART in assess_readiness(replace(WELL, diseases=frozenset({Disease.HEART})), DAY).limits


def people() -> list[Health]:
    """One person for each thing that can be the matter, and the pairs that rules ask for."""
    singles = [replace(WELL, limits=frozenset({limit})) for limit in LIMITS]
    singles += [replace(one, sharp=one.limits) for one in singles]
    singles += [replace(WELL, limits=frozenset({Limit.BONES, Limit.BALANCE}), stance_s=None)]
    heart = [
        replace(WELL, active=active, cleared=cleared, **kind)
        for active in (True, False)
        for cleared in (True, False)
        for kind in ({}, {"symptoms": frozenset({Symptom.LEGS})}, {"diseases": frozenset({Disease.HEART})})
    ]
    falls = [
        replace(WELL, falls=falls, stance_s=stance, backward_3m_s=seconds, birth_year=year, partner=partner)
        for falls in (0, 1, 2)
        for stance in (None, 4, 8, 30)
        for seconds in (None, 2, 4, 5.2, 6)
        for year in (1950, 1985, 2012)
        for partner in (True, False)
    ]
    return [*singles, *heart, *falls, replace(WELL, medicine=True), replace(WELL, experience=Experience.NONE)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_every_rule_is_reachable_and_resolves(rule: Rule) -> None:
    assert any(rule.applies(one, DAY) for one in people())
    assert rule.reason.claim in CLAIMS


def test_rules_have_keys_of_their_own() -> None:
    assert len({rule.key for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.permit is NOTHING], ids=lambda rule: rule.key)
def test_what_closes_everything_says_the_way_back(rule: Rule) -> None:
    assert str(rule.change)


WORSE: dict[str, Callable[[Health], Health]] = {
    "symptoms": lambda one: replace(one, symptoms=one.symptoms | {Symptom.FAINT}),
    "diseases": lambda one: replace(one, diseases=one.diseases | {Disease.HEART}),
    "not active": lambda one: replace(one, active=False),
    "not cleared": lambda one: replace(one, cleared=False),
    "falls": lambda one: replace(one, falls=one.falls + 1),
    "stance": lambda one: replace(one, stance_s=None if one.stance_s is None else one.stance_s / 2),
    "slower": lambda one: replace(one, backward_3m_s=None if one.backward_3m_s is None else one.backward_3m_s * 1.5),
    "older": lambda one: replace(one, birth_year=one.birth_year - 10),
    "alone": lambda one: replace(one, partner=False),
    "medicine": lambda one: replace(one, medicine=True),
    "fresh": lambda one: replace(one, sharp=one.limits),
    **{
        f"limit {limit}": lambda one, limit=limit: replace(one, limits=one.limits | {limit})  # type: ignore[misc]
        for limit in LIMITS
    },
}


@settings(max_examples=150, deadline=None)
@given(healths(), st.sampled_from(sorted(WORSE)))
def test_a_new_problem_never_opens_anything(health: Health, what: str) -> None:
    worse = WORSE[what](health)
    assume(worse != health)
    before, after = assess_readiness(health, DAY), assess_readiness(worse, DAY)
    assert after.permit <= before.permit
    assert before.limits <= after.limits or "fresh" in what


@settings(max_examples=100, deadline=None)
@given(healths())
def test_the_strictest_reason_is_the_permit_and_stands_first(health: Health) -> None:
    ready = assess_readiness(health, DAY)
    permits = [reason.permit for reason in ready.reasons]
    assert permits == sorted(permits)
    assert ready.permit is (permits[0] if permits else RUN)
    assert all(reason.permit is RUN for reason in ready.advice)
    assert ready.limits >= health.limits


READY = assess_readiness(WELL, DAY)


def session(days: int, **how: object) -> Session:
    return Session("1", DAY + timedelta(days), datetime(2026, 11, 21, tzinfo=UTC), **how)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sessions", "days", "holds"),
    [
        ((), 0, True),
        ((), 30, True),
        ((), 31, False),
        ((session(2, falls=1),), 3, False),
        ((session(2, falls=1),), 1, True),
        ((session(-2, falls=1),), 3, True),
        ((session(2, near_falls=2),), 3, True),
        ((session(2, pains=(Pain(BodyPart.KNEE, Side.LEFT, 5),)),), 3, False),
        ((session(2, pains=(Pain(BodyPart.KNEE, Side.LEFT, 4),)),), 3, True),
        ((session(2),), 23, True),
        ((session(2),), 24, False),
        ((session(2), session(22, done=Done.SKIPPED)), 24, False),
    ],
)
def test_answers_hold_until_something_happens(sessions: tuple[Session, ...], days: int, holds: bool) -> None:
    stands = standing(READY, sessions, DAY + timedelta(days))
    assert (stands.readiness is READY) is holds
    assert (stands.why is None) is holds
    assert stands.last is READY


def test_something_new_in_the_body_ends_it_and_opens_nothing() -> None:
    stands = standing(READY, (), DAY + timedelta(1), noticed=True)
    assert stands.readiness is None
    assert stands.why is not None
    assert stands.permit is NOTHING
    after_a_fall = standing(READY, (session(1, falls=1),), DAY + timedelta(1))
    assert after_a_fall.permit is WALK
    assert standing(READY, (), DAY + timedelta(1)).permit is RUN


def test_every_refusal_that_holds_most_says_what_would_change_it() -> None:
    for one in people():
        ready = assess_readiness(one, DAY)
        deciding = [reason for reason in ready.reasons if reason.permit is ready.permit]
        assert ready.permit is RUN or any(str(reason.change) for reason in deciding), one


def test_nothing_answered_is_not_over() -> None:
    assert standing(None, (), DAY) == Standing()
    assert Standing().permit is WALK
