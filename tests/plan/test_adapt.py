"""Months of made-up sessions: after each day the plan keeps every rule, and the past stays as it was."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import numpy as np
import pytest

from backstride.errors import BadAnswers, NotAllowed, NotFound
from backstride.evidence import progression
from backstride.plan import Plan, make_plan
from backstride.plan.adapt import adapt, hold, position_of, stage_of
from backstride.plan.answers import Answers, Experience
from backstride.plan.kinds import Focus, Goal, Permit
from backstride.plan.ladder import STAGES
from backstride.plan.planned import Planned
from backstride.plan.screening import assess_readiness, standing
from backstride.plan.workouts_race import is_race
from backstride.recording import Side
from backstride.session import BodyPart, Done, Glances, Pain, Session
from backstride.store.codec import from_json, to_json
from tests.plan.plans import JOGGING, MONDAY, a_session, check_plan, somebody
from tests.plan.test_make import ANSWERS, WELL, WISHES

Outcome = Callable[[Planned, date], Session | None]


def well(one: Planned, day: date) -> Session:
    """Done as it was meant, with nothing to complain of."""
    return Session(
        f"s-{one.id}", day, datetime(day.year, day.month, day.day, 20, tzinfo=UTC), one.id, one.workout.stage,
        one.workout.key, minutes=one.workout.seconds / 60, rpe=sum(one.workout.rpe) / 2, glances=Glances.BOTH,
        easy_stops=True,
    )  # fmt: skip


def lived(plan: Plan, days: range, outcome: Outcome, done: list[Session]) -> Iterator[tuple[Plan, Plan, date]]:
    """Day after day: sessions are done, then the plan is adapted. Gives the plan before and after."""
    for step in days:
        today = plan.start + timedelta(days=step)
        for one in plan.on(today):
            went = None if one.workout.focus is Focus.FORWARD else outcome(one, today)
            done += [went] if went else []
        readiness = assess_readiness(plan.answers.health, today)
        after = adapt(plan, done, today, readiness)
        yield plan, after, today
        plan = after


def last(lives: Iterator[tuple[Plan, Plan, date]]) -> Plan:
    return list(lives)[-1][1]


@pytest.mark.parametrize("seed", range(14))
def test_months_of_ups_and_downs_break_no_rule(seed: int) -> None:
    chance = np.random.default_rng(seed + 50)
    answers = somebody(chance, (6, 9))
    answers = replace(answers, health=replace(answers.health, stance_s=40.0, backward_3m_s=2.0))
    try:
        plan = make_plan(answers, MONDAY)
    except (NotAllowed, BadAnswers):
        return
    skips = chance.uniform(0.0, 0.4)

    def outcome(one: Planned, day: date) -> Session | None:
        return None if chance.random() < skips else a_session(chance, one, day)

    done: list[Session] = []
    weeks = range(7 * answers.wishes.weeks)
    for before, after, today in lived(plan, weeks, outcome, done):
        if after is before:
            continue
        check_step(before, after, today, done)


def check_step(before: Plan, after: Plan, today: date, done: Sequence[Session]) -> None:
    readiness = assess_readiness(after.answers.health, today)
    dealt = {one.planned for one in done}
    assert (after.version, after.id, after.start, after.end) == (
        before.version + 1, before.id, before.start, before.end,
    )  # fmt: skip
    assert after.because
    kept = [one for one in before.sessions if one.day < today or one.id in dealt]
    assert {one.id for one in kept} <= {one.id for one in after.sessions}
    assert all(one in after.sessions for one in kept)
    assert [one for one in after.sessions if one.day < today] == [one for one in before.sessions if one.day < today]
    assert adapt(after, done, today, readiness) is after
    assert from_json(Plan, to_json(after)) == after
    begun = any(one.day == today for one in done)
    practised = [one.day for one in done if one.workout.startswith("falling")]
    check_plan_after(after, today + timedelta(days=begun), practised, done)


def check_plan_after(plan: Plan, first: date, practised: Sequence[date], done: Sequence[Session]) -> None:
    """The rules from a day on; of what lies before only what was done counts as practice."""
    dealt = {one.planned for one in done}
    there = tuple(one for one in plan.sessions if one.day >= first or one.workout.focus is not Focus.FALLING)
    early = [one.id for one in plan.sessions if one.day >= first and one.id in dealt]
    assert not early
    check_plan(replace(plan, sessions=there), assess_readiness(plan.answers.health, first), first, practised)


def test_a_plan_that_is_followed_well_stays_itself_and_reaches_the_goal() -> None:
    done: list[Session] = []
    lives = list(lived(make_plan(ANSWERS, MONDAY), range(112), well, done))
    assert sum(after is not before for before, after, _ in lives) <= 4
    assert stage_of(lives[-1][1], done, MONDAY + timedelta(days=111)) == "twenty"


def test_nothing_was_done_yet_nothing_changes() -> None:
    plan = make_plan(ANSWERS, MONDAY)
    assert adapt(plan, (), MONDAY) is plan
    assert adapt(plan, (), plan.end + timedelta(days=1)) is plan


@pytest.mark.parametrize(
    "trouble",
    [
        {"falls": 1},
        {"pains": (Pain(BodyPart.CALF, Side.LEFT, 5),)},
        {"near_falls": 2},
        {"rpe": 9.5},
    ],
)
def test_trouble_leads_back_a_stage_with_the_reason(trouble: dict) -> None:
    done: list[Session] = []
    plan = last(lived(make_plan(ANSWERS, MONDAY), range(40), well, done))
    day = MONDAY + timedelta(days=39)
    before = STAGES[stage_of(plan, done, day)]
    newest = [one for one in done if one.stage][-2:]
    hit = [replace(one, **trouble) if one in newest else one for one in done]
    after = adapt(plan, hit, day, assess_readiness(WELL, day))
    assert STAGES[stage_of(after, hit, day)].number < before.number
    assert any("Back to" in str(reason.says) for reason in after.because)
    told_at = datetime.combine(day, time(9), UTC)
    late = [replace(one, **trouble, logged_at=told_at) if one in newest else one for one in done]
    after = adapt(replace(plan, made_at=day), late, day, assess_readiness(WELL, day))
    assert any("Back to" in str(reason.says) for reason in after.because), "told after the plan was looked at"
    coming = [one.workout.stage for one in after.sessions if one.day > day and one.workout.stage]
    assert STAGES[coming[0]].number < before.number


@pytest.mark.parametrize("unknown", [{"glances": None}, {"easy_stops": None}, {"rpe": None}])
def test_what_nobody_said_never_moves_anybody_up(unknown: dict) -> None:
    done: list[Session] = []
    plan = last(lived(make_plan(ANSWERS, MONDAY), range(60), lambda one, day: replace(well(one, day), **unknown), done))
    assert stage_of(plan, done, MONDAY + timedelta(days=59)) in {"ready", "walk"}
    assert any("Not known yet" in str(reason.says) for reason in plan.because)


def test_a_missed_week_repeats_and_a_long_break_steps_back() -> None:
    done: list[Session] = []
    plan = last(lived(make_plan(ANSWERS, MONDAY), range(35), well, done))
    stage = STAGES[stage_of(plan, done, MONDAY + timedelta(days=34))]
    week = MONDAY + timedelta(days=44)
    rested = adapt(plan, done, week, assess_readiness(WELL, week))
    assert any("A week without" in str(reason.says) for reason in rested.because)
    assert stage_of(rested, done, week) == stage.key
    month = MONDAY + timedelta(days=65)
    away = adapt(plan, done, month, assess_readiness(WELL, month))
    assert STAGES[stage_of(away, done, month)].number < stage.number
    assert any("without going backward" in str(reason.says) for reason in away.because)


def test_answers_that_have_ended_keep_to_walking_until_given_again() -> None:
    done: list[Session] = []
    plan = last(lived(make_plan(ANSWERS, MONDAY), range(50), well, done))
    day = MONDAY + timedelta(days=50)
    ended = adapt(plan, done, day)
    assert not any(one.workout.stage in JOGGING for one in ended.sessions if one.day >= day)
    assert any("answers are more than" in str(reason.says) for reason in ended.because)
    again = adapt(ended, done, day, assess_readiness(WELL, day))
    assert any(one.workout.stage in JOGGING for one in again.sessions if one.day >= day)


def test_a_readiness_that_allows_nothing_empties_the_days_to_come() -> None:
    plan = make_plan(ANSWERS, MONDAY)
    none = replace(assess_readiness(WELL, MONDAY), permit=Permit.NOTHING)
    after = adapt(plan, (), MONDAY, none)
    assert all(one.workout.focus is Focus.FORWARD for one in after.sessions)
    assert adapt(after, (), MONDAY, none) is after


def test_sessions_done_ahead_of_their_day_keep_their_place() -> None:
    plan = make_plan(ANSWERS, MONDAY)
    one = next(one for one in plan.sessions if one.workout.focus is Focus.STRENGTH)
    done = [replace(well(one, MONDAY), day=MONDAY)]
    assert one in adapt(plan, done, MONDAY + timedelta(days=9)).sessions


def test_new_tests_count_when_they_are_given() -> None:
    answers = replace(ANSWERS, health=replace(WELL, stance_s=None))
    done: list[Session] = []
    plan = last(lived(make_plan(answers, MONDAY), range(20), well, done))
    day = MONDAY + timedelta(days=19)
    assert stage_of(plan, done, day) == "ready"
    assert stage_of(plan, done, day, WELL) != "ready"


def test_a_person_may_go_on_or_stay_and_the_plan_says_what_it_costs() -> None:
    done: list[Session] = []
    plan = last(lived(make_plan(ANSWERS, MONDAY), range(10), well, done))
    day = MONDAY + timedelta(days=10)
    on = hold(plan, done, "brisk", day)
    assert stage_of(on, done, day) == "brisk"
    assert on.version == plan.version + 1
    assert any("You go on to" in str(cost.says) for cost in on.costs)
    assert next(one.workout.stage for one in on.sessions if one.day >= day and one.workout.stage) == "brisk"
    assert adapt(on, done, day) is on
    stay = hold(on, done, "walk", day)
    assert stage_of(stay, done, day) == "walk"
    check_plan(stay, assess_readiness(WELL, day), day)


def test_nobody_holds_a_stage_beyond_what_is_permitted() -> None:
    plan = make_plan(replace(ANSWERS, health=replace(WELL, active=False)), MONDAY)
    with pytest.raises(NotAllowed):
        hold(plan, (), "jog", MONDAY)
    with pytest.raises(NotFound):
        hold(plan, (), "fly", MONDAY)


def test_jogging_set_by_hand_still_waits_for_fall_technique() -> None:
    plan = hold(make_plan(ANSWERS, MONDAY), (), "jog", MONDAY)
    jogging = next(one.day for one in plan.sessions if one.workout.stage in JOGGING)
    practised = sum(one.workout.focus is Focus.FALLING and one.day < jogging for one in plan.sessions)
    assert practised >= progression.FALL_PRACTICES.value


def test_sessions_of_a_plan_before_show_where_the_next_one_begins() -> None:
    done: list[Session] = []
    last(lived(make_plan(ANSWERS, MONDAY), range(42), well, done))
    start = MONDAY + timedelta(days=42)
    again = make_plan(replace(ANSWERS, day=start), start, done)
    assert STAGES[again.stage].number >= STAGES["walk-jog"].number
    boast = replace(ANSWERS, day=start, health=replace(WELL, experience=Experience.RUNS))
    assert make_plan(boast, start, done).stage == again.stage


def test_sessions_far_above_the_stage_move_nobody() -> None:
    plan = make_plan(replace(ANSWERS, wishes=replace(WISHES, weeks=4)), MONDAY)
    first = next(one for one in plan.sessions if one.workout.stage)
    high = [replace(well(first, MONDAY + timedelta(days=step)), id=str(step), stage="ten") for step in range(5)]
    base = [replace(well(first, MONDAY), id="base")]
    assert position_of(plan, base + high, MONDAY + timedelta(days=6)).stage.key == "ready"


def test_skipped_is_not_done() -> None:
    plan = make_plan(ANSWERS, MONDAY)
    first = next(one for one in plan.sessions if one.workout.stage)
    skipped = [replace(well(first, first.day), done=Done.SKIPPED)]
    assert position_of(plan, skipped, first.day).record.sessions == 0


def test_a_race_set_by_hand_is_not_run_unprepared() -> None:
    wishes = replace(WISHES, goal=Goal.MARATHON, weeks=4, minutes=200, days=frozenset(range(7)), hard=frozenset())
    answers = Answers(replace(WELL, forward_mps=3.5), wishes, MONDAY)
    held = hold(make_plan(answers, MONDAY), (), "race-marathon", MONDAY)
    assert not any(is_race(one.workout) for one in held.sessions)
    assert any("no race day" in str(one.says) for one in held.because)
    assert adapt(held, (), MONDAY) is held
    short = make_plan(replace(answers, wishes=replace(wishes, minutes=60)), MONDAY)
    with pytest.raises(NotAllowed):
        hold(short, (), "race-marathon", MONDAY)


def test_a_race_is_dropped_when_what_prepares_it_was_not_done() -> None:
    wishes = replace(WISHES, goal=Goal.FIVE_KM, weeks=26, minutes=60, days=frozenset(range(7)), hard=frozenset())
    plan = make_plan(Answers(replace(WELL, forward_mps=3.5), wishes, MONDAY), MONDAY)
    assert any(is_race(one.workout) for one in plan.sessions)
    done = [well(one, one.day) for one in plan.sessions if one.workout.stage and one.day < MONDAY + timedelta(70)]
    today = MONDAY + timedelta(170)
    after = adapt(plan, done, today, assess_readiness(WELL, today))
    assert not any(is_race(one.workout) for one in after.sessions)
    assert any("no race day" in str(one.says) for one in after.because)


def changes(lives: Iterator[tuple[Plan, Plan, date]]) -> list[str]:
    """All that the plan said of its changes."""
    return [str(one.says) for before, after, _ in lives if after is not before for one in after.because]


def test_a_change_names_the_session_that_was_left_out() -> None:
    plan = make_plan(ANSWERS, MONDAY)
    gone = [one.id for one in plan.sessions if one.workout.stage][2]
    said = changes(lived(plan, range(21), lambda one, day: None if one.id == gone else well(one, day), []))
    assert any("was left out" in text for text in said)
    assert not any("answered" in text for text in said)


def test_a_recording_that_nobody_told_of_yet_changes_nothing_on_its_day() -> None:
    done: list[Session] = []
    plan = last(lived(make_plan(ANSWERS, MONDAY), range(14), well, done))
    one = next(one for one in plan.sessions if one.day >= MONDAY + timedelta(14) and one.workout.stage)
    silent = replace(well(one, one.day), stage="", rpe=None, glances=None, easy_stops=None)
    before = [old for old in done if old.day < one.day]
    assert adapt(plan, [*before, silent], one.day) is plan
    later = adapt(plan, [*before, silent], one.day + timedelta(1))
    assert any("how it went is not told yet" in str(reason.says) for reason in later.because)


def test_what_the_day_still_holds_is_waited_for() -> None:
    plan = make_plan(ANSWERS, MONDAY)
    practice = next(one for one in plan.sessions if one.workout.focus is Focus.FALLING)
    other = next(one for one in plan.sessions if one.workout.focus is Focus.STRENGTH and one.day != practice.day)
    before = [well(one, one.day) for one in plan.sessions if one.day < practice.day and one.id != other.id]
    assert adapt(plan, [*before, well(other, practice.day)], practice.day) is plan


def test_a_walk_while_jogging_waits_for_fall_technique_takes_nothing_back() -> None:
    answers = replace(ANSWERS, health=replace(WELL, experience=Experience.RUNS))
    plan = make_plan(answers, MONDAY)
    assert plan.stage == "jog"
    lives = list(lived(plan, range(12), well, []))
    assert all(after is before for before, after, _ in lives[:3])
    assert all(stage_of(after, [well(one, one.day) for one in after.sessions], day) == "jog" for _, after, day in lives)
    assert changes(iter(lives)) == ["Fall technique is practised: jogging begins."]


def test_readiness_that_ended_today_ends_the_plan_too() -> None:
    plan = make_plan(ANSWERS, MONDAY)
    fell = replace(well(next(one for one in plan.sessions if one.workout.stage), MONDAY), falls=1)
    held = assess_readiness(WELL, MONDAY)
    ended = standing(held, [fell], MONDAY)
    assert ended.readiness is None
    after = adapt(plan, [fell], MONDAY, ended)
    assert after.permit is Permit.WALK
    assert not any(one.workout.stage in JOGGING for one in after.sessions)
    assert any("answered again" in str(one.says) for one in after.because)
    assert adapt(plan, (), MONDAY, standing(held, (), MONDAY)) is plan
