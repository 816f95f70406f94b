"""Plans of people made by chance keep every rule; and what single people may expect of theirs."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backstride.errors import BadAnswers, NotAllowed
from backstride.evidence import progression, scheduling
from backstride.evidence.table import CLAIMS
from backstride.plan import make_plan
from backstride.plan.answers import Answers, Disease, Experience, Health, Wishes
from backstride.plan.content import contents_for, load_of, running_of
from backstride.plan.course import Turn
from backstride.plan.kinds import Focus, Goal, Limit, Permit, Place
from backstride.plan.ladder import STAGES
from backstride.plan.planned import Plan, Planned
from backstride.plan.screening import assess_readiness
from backstride.plan.workouts_race import is_race
from backstride.store.codec import from_json, to_json
from tests.plan.plans import JOGGING, MONDAY, check_plan, somebody

WELL = Health(1990, active=True, stance_s=30.0, backward_3m_s=2.5, running=2)
WISHES = Wishes(
    Goal.FIRST_20_MIN, 16, frozenset({0, 1, 3, 5}), 45, frozenset({Place.TRACK, Place.HOME}), 2,
    frozenset({2, 6}), frozenset({2}), mats=True,
)  # fmt: skip
ANSWERS = Answers(WELL, WISHES, MONDAY)
REFUSED = (NotAllowed, BadAnswers)
BEGINNING = frozenset({"ready", "walk", "walk-jog", "jog"})


def kinds(plan: Plan, focus: Focus, week: int) -> int:
    return sum(one.workout.focus is focus and (one.day - plan.start).days // 7 == week for one in plan.sessions)


@pytest.mark.parametrize("batch", range(42))
def test_no_plan_of_a_few_weeks_breaks_a_rule(batch: int) -> None:
    """More than two thousand people in all."""
    said: Counter[str] = Counter()
    for number in range(50):
        answers = somebody(np.random.default_rng([batch, number]), (4, 4))
        try:
            plan = make_plan(answers, MONDAY)
        except REFUSED as refused:
            said[type(refused).__name__] += 1
            continue
        check_plan(plan, assess_readiness(answers.health, answers.day))
        check_load(plan)
        check_strength(plan)
        check_beginning(plan)
        said["made"] += 1
    assert said["made"] >= 32


@pytest.mark.parametrize("seed", range(8))
def test_no_long_plan_breaks_a_rule(seed: int) -> None:
    check_everything(somebody(np.random.default_rng(seed + 1000), (20, 26)))


@pytest.mark.parametrize("seed", range(16))
def test_no_plan_with_hard_sessions_breaks_a_rule(seed: int) -> None:
    """People who come as far as strides, slopes, turns and races, with hard runs of their own."""
    chance = np.random.default_rng(seed + 2000)
    answers = somebody(chance, (14, 20))
    goal = (Goal.AGILITY, Goal.ECONOMY, Goal.FIVE_KM)[seed % 3]
    hard = frozenset({int(chance.integers(0, 7))})
    wishes = replace(
        answers.wishes, goal=goal, minutes=60, days=frozenset(chance.permutation(7)[:5].tolist()), sessions=3,
        places=frozenset(Place), forward=answers.wishes.forward | hard, hard=hard,
    )  # fmt: skip
    check_everything(Answers(replace(WELL, experience=Experience.RUNS), wishes, MONDAY))


def check_everything(answers: Answers) -> None:
    try:
        plan = make_plan(answers, MONDAY)
    except REFUSED:
        return
    check_plan(plan, assess_readiness(answers.health, answers.day))
    check_load(plan)
    check_strength(plan)
    check_beginning(plan)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(
    st.builds(
        Wishes,
        goal=st.sampled_from(Goal),
        weeks=st.integers(4, 6),
        days=st.frozensets(st.integers(0, 6), min_size=1),
        minutes=st.integers(10, 120),
        places=st.frozensets(st.sampled_from(Place), min_size=1),
        sessions=st.integers(1, 5),
        forward=st.frozensets(st.integers(0, 6), max_size=6),
        mats=st.booleans(),
    ),
    st.frozensets(st.sampled_from(Limit), max_size=2),
    st.sampled_from(Experience),
)
def test_rules_hold_at_the_edges_of_wishes(wishes: Wishes, limits: frozenset[Limit], before: Experience) -> None:
    hard = frozenset(sorted(wishes.forward)[:2])
    answers = Answers(replace(WELL, limits=limits, experience=before), replace(wishes, hard=hard), MONDAY)
    try:
        plan = make_plan(answers, MONDAY)
    except REFUSED:
        return
    check_plan(plan, assess_readiness(answers.health, answers.day))


def check_load(plan: Plan) -> None:
    """Every week within its bounds over the largest of the four before it, races and own runs left out; or it is said.
    Easier weeks are easier."""
    loads, running = [0.0] * len(plan.weeks), [0.0] * len(plan.weeks)
    for one in plan.sessions:
        week = (one.day - plan.start).days // 7
        if not is_race(one.workout) and one.workout.focus is not Focus.FORWARD:
            loads[week] += load_of(one.workout)
            running[week] += running_of(one.workout)
    heavy = []
    for week in range(1, len(loads)):
        before = max(loads[max(0, week - 4) : week])
        most = max(before * (1 + scheduling.WEEKLY_RISE.value), scheduling.SMALL_LOAD.value)
        most = before * scheduling.DELOAD_SHARE.value if plan.weeks[week].deload else most
        run_before = max(running[max(0, week - 4) : week])
        run_most = max(run_before * (1 + scheduling.RUNNING_RISE.value), scheduling.SMALL_RUNNING_MIN.value)
        if before and (loads[week] > most + 1e-6 or running[week] > run_most + 1e-6):
            heavy.append(week + 1)
    said = [reason.says.values["week"] for reason in plan.because if "rises by more all the same" in str(reason.says)]
    assert said == heavy[:1]


def check_strength(plan: Plan) -> None:
    """Twice a week, once in the taper before a race; or it is said."""
    few = any(kinds(plan, Focus.STRENGTH, week) < 2 for week in range(len(plan.weeks) - 2))
    assert not few or any("one strength session" in str(reason.says) for reason in plan.because)


def check_beginning(plan: Plan) -> None:
    """At most twice a week on the first stages."""
    first = [one for one in plan.sessions if one.workout.stage in BEGINNING]
    weeks = Counter((one.day - plan.start).days // 7 for one in first)
    assert max(weeks.values(), default=0) <= progression.SESSIONS_BEGIN.high


def test_equal_answers_give_an_equal_plan_that_text_keeps() -> None:
    plan = make_plan(ANSWERS, MONDAY)
    shuffled = replace(ANSWERS, wishes=replace(WISHES, days=frozenset([5, 3, 1, 0])))
    assert make_plan(shuffled, MONDAY) == plan
    assert from_json(Plan, to_json(plan)) == plan
    assert make_plan(replace(ANSWERS, wishes=replace(WISHES, minutes=50)), MONDAY).id != plan.id


def test_a_beginner_walks_first_and_practises_falling_before_the_first_jogging() -> None:
    plan = make_plan(ANSWERS, MONDAY)
    stages = list(dict.fromkeys(one.workout.stage for one in plan.sessions if one.workout.stage))
    assert stages[:4] == ["ready", "walk", "brisk", "walk-jog"]
    jogging = next(one.day for one in plan.sessions if one.workout.stage in JOGGING)
    assert sum(one.workout.focus is Focus.FALLING and one.day < jogging for one in plan.sessions) >= 2


def test_strength_twice_a_week_and_tests_at_start_now_and_then_and_at_the_end() -> None:
    plan = make_plan(ANSWERS, MONDAY)
    assert all(kinds(plan, Focus.STRENGTH, week) == 2 for week in range(16))
    assert [week for week in range(16) if kinds(plan, Focus.TEST, week)] == [0, 4, 8, 12, 15]
    assert [week.number for week in plan.weeks if week.deload] == [4, 8, 12]


def test_every_session_says_why_and_every_claim_is_there() -> None:
    plan = make_plan(ANSWERS, MONDAY)
    for reason in (*plan.because, *(reason for one in plan.sessions for reason in one.because)):
        assert str(reason.says)
        assert not reason.claim or reason.claim in CLAIMS


def test_a_race_ends_the_plan_after_a_taper() -> None:
    health = replace(WELL, experience=Experience.RUNS, forward_mps=3.0)
    plan = make_plan(Answers(health, replace(WISHES, goal=Goal.FIVE_KM, weeks=26, minutes=60), MONDAY), MONDAY)
    race = [one for one in plan.sessions if one.workout.stage][-1]
    assert race.workout.key.startswith("race-5k.race")
    assert (plan.end - race.day).days < 3
    backward = [
        sum(one.workout.backward_s for one in plan.sessions if one.day in _days(plan, week) and one is not race)
        for week in range(26)
    ]
    assert max(backward[24:]) < max(backward[:24])


def _days(plan: Plan, week: int) -> set[object]:
    return {plan.start + timedelta(days=7 * week + day) for day in range(7)}


def test_a_goal_that_is_too_far_is_said_to_be() -> None:
    plan = make_plan(replace(ANSWERS, wishes=replace(WISHES, goal=Goal.MARATHON, weeks=6)), MONDAY)
    assert any("comes later" in str(reason.says) for reason in plan.because)
    assert not any(one.workout.key.split(".")[1] == "race" for one in plan.sessions)


def test_short_sessions_end_the_way_where_they_are_too_short() -> None:
    plan = make_plan(replace(ANSWERS, wishes=replace(WISHES, minutes=20, weeks=26)), MONDAY)
    assert any("a session has to last" in str(reason.says) for reason in plan.because)
    assert all(one.workout.stage != "twenty" for one in plan.sessions)


def test_a_permit_to_walk_is_kept_whatever_the_goal() -> None:
    plan = make_plan(replace(ANSWERS, health=replace(WELL, active=False)), MONDAY)
    assert plan.permit is Permit.WALK
    assert not any(one.workout.stage in JOGGING for one in plan.sessions)


def test_the_first_weeks_of_somebody_new_to_exercise_are_light() -> None:
    plan = make_plan(replace(ANSWERS, health=replace(WELL, active=False, running=0)), MONDAY)
    own = sum(load_of(one.workout) for one in plan.sessions if (one.day - MONDAY).days < 7
              and one.workout.focus is not Focus.FORWARD)  # fmt: skip
    assert own <= scheduling.SMALL_LOAD.value


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"weeks": 3}, "weeks"),
        ({"weeks": 27}, "weeks"),
        ({"days": frozenset()}, "days"),
        ({"forward": frozenset(range(7)), "hard": frozenset()}, "forward"),
        ({"days": frozenset({2, 3})}, "days"),
        ({"places": frozenset()}, "places"),
        ({"minutes": 5}, "minutes"),
        ({"days": frozenset({6}), "forward": frozenset(range(6)), "hard": frozenset({2})}, "days"),
    ],
)
def test_what_leaves_no_room_is_named(change: dict, field: str) -> None:
    with pytest.raises(BadAnswers) as refused:
        make_plan(replace(ANSWERS, wishes=replace(WISHES, **change)), MONDAY)
    assert set(refused.value.fields) == {field}


def test_nobody_begins_against_readiness_or_on_old_answers() -> None:
    with pytest.raises(NotAllowed, match="doctor"):
        make_plan(replace(ANSWERS, health=replace(WELL, active=False, diseases=frozenset({Disease.HEART}))), MONDAY)
    with pytest.raises(NotAllowed, match="days old"):
        make_plan(ANSWERS, MONDAY + timedelta(days=31))


def long_race(minutes: int, experience: Experience, forward_mps: float | None = 3.5) -> Plan:
    wishes = replace(
        WISHES, goal=Goal.MARATHON, weeks=26, minutes=minutes, sessions=3, days=frozenset(range(7)), hard=frozenset()
    )
    health = replace(WELL, experience=experience, forward_mps=forward_mps)
    return make_plan(Answers(health, wishes, MONDAY), MONDAY)


def races(plan: Plan) -> list[Planned]:
    return [one for one in plan.sessions if is_race(one.workout)]


def test_nobody_races_a_marathon_after_sessions_of_an_hour() -> None:
    plan = long_race(60, Experience.NONE)
    assert not races(plan)
    assert plan.weeks[-1].stage == "race-10k"
    assert any("no race day" in str(one.says) and one.claim == "race-prepared" for one in plan.because)
    assert any("To go on from" in str(one.says) for one in plan.because)
    check_load(plan)


def test_a_marathon_comes_after_half_of_it_in_one_session() -> None:
    plan = long_race(200, Experience.RUNS)
    (race,) = races(plan)
    before = [one for one in plan.sessions if one.day < race.day and one.workout.stage == race.workout.stage]
    assert len(before) >= STAGES["race-marathon"].sessions_least
    longest = max(one.workout.backward_s for one in before)
    assert longest >= progression.RACE_PREPARED.value * race.workout.backward_s
    check_load(plan)


def test_too_few_weeks_prepare_no_marathon() -> None:
    plan = long_race(200, Experience.NONE)
    assert plan.weeks[-1].stage == "race-marathon"
    assert not races(plan)


def test_where_no_session_is_long_enough_the_plan_does_not_name_a_length() -> None:
    plan = long_race(240, Experience.RUNS, forward_mps=2.0)
    assert not races(plan)
    assert not any("To go on from" in str(one.says) for one in plan.because)


def test_strength_on_the_day_of_a_hard_run_says_why() -> None:
    wishes = replace(WISHES, days=frozenset({0, 2, 4}), forward=frozenset({0}), hard=frozenset({0}))
    plan = make_plan(replace(ANSWERS, wishes=wishes), MONDAY)
    there = [one for one in plan.sessions if one.workout.focus is Focus.STRENGTH and one.day.weekday() == 0]
    assert there
    assert all(any("hard run" in str(why.says) for why in one.because) for one in there)


def test_mobility_goes_beside_something_where_it_can() -> None:
    wishes = replace(WISHES, days=frozenset(range(7)), minutes=60, forward=frozenset(), hard=frozenset(), weeks=8)
    plan = make_plan(replace(ANSWERS, wishes=wishes), MONDAY)
    short = [one for one in plan.sessions if one.workout.focus is Focus.MOBILITY]
    assert len(short) > 8
    assert all(len(plan.on(one.day)) > 1 for one in short)


def test_three_times_a_week_comes_after_the_first_stages() -> None:
    wishes = replace(WISHES, sessions=3, days=frozenset(range(7)), forward=frozenset(), hard=frozenset(), minutes=60)
    plan = make_plan(replace(ANSWERS, wishes=wishes), MONDAY)
    check_beginning(plan)
    assert max(kinds(plan, Focus.BACKWARD, week) for week in range(16)) == 3


def test_little_strength_is_said_though_every_session_found_its_day() -> None:
    wishes = replace(WISHES, goal=Goal.KNEES, days=frozenset({5}), minutes=60, weeks=6, places=frozenset({Place.PATH}))
    plan = make_plan(replace(ANSWERS, wishes=wishes), MONDAY)
    assert kinds(plan, Focus.STRENGTH, 1) < 2
    check_strength(plan)


def test_nothing_new_on_the_day_before_a_hard_run_where_another_day_would_do() -> None:
    wishes = replace(WISHES, days=frozenset({0, 2, 4, 6}), forward=frozenset({1}), hard=frozenset({1}), sessions=2)
    plan = make_plan(replace(ANSWERS, wishes=wishes), MONDAY)
    stages: set[str] = set()
    for one in plan.sessions:
        if one.workout.stage and one.workout.stage not in stages:
            stages.add(one.workout.stage)
            assert one.day.weekday() != 0


def test_where_no_other_day_would_do_the_session_says_so() -> None:
    wishes = replace(WISHES, days=frozenset({0}), forward=frozenset({1}), hard=frozenset({1}), weeks=4)
    plan = make_plan(replace(ANSWERS, wishes=wishes), MONDAY)
    first = next(one for one in plan.sessions if one.workout.stage)
    assert any("Your hard run is the day after" in str(why.says) for why in first.because)


def test_a_lighter_session_is_lighter_for_who_has_hours() -> None:
    wishes = replace(WISHES, minutes=180)
    contents = contents_for(wishes, Permit.RUN, frozenset())
    turn = Turn(STAGES["brisk"], 3, new=False)
    whole, half = contents.backward(turn), contents.backward(turn, 0.5)
    assert whole is not None
    assert half is not None
    assert half.seconds <= 0.55 * whole.seconds


def test_on_one_day_skill_comes_before_what_tires_and_stretching_last() -> None:
    plan = make_plan(replace(ANSWERS, wishes=replace(WISHES, days=frozenset({0, 3}))), MONDAY)
    by_day: dict[date, list[Focus]] = {}
    for one in plan.sessions:
        by_day.setdefault(one.day, []).append(one.workout.focus)
    pairs = Counter(pair for foci in by_day.values() for pair in pairwise(foci))
    assert pairs[Focus.BACKWARD, Focus.STRENGTH] > 0
    assert pairs[Focus.STRENGTH, Focus.BACKWARD] == 0
    assert not any(foci[0] is Focus.MOBILITY and len(foci) > 1 for foci in by_day.values())
    assert all(foci[0] is Focus.TEST for foci in by_day.values() if Focus.TEST in foci)
