"""What sessions show, and that nothing unknown and nothing bad ever moves anybody up."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstride.plan.kinds import Place
from backstride.plan.ladder import LADDER, STAGES
from backstride.plan.record import judge, record_of
from backstride.plan.stage import Record, Stage
from backstride.plan.workouts import backward_workouts
from backstride.recording import Direction, Side
from backstride.session import BodyPart, Done, Glances, Measured, Pain, Session

TODAY = date(2026, 11, 21)
WALK = backward_workouts("walk", 30, [Place.TRACK], week=2)[0]


def session(number: int, stage: str = "walk", **more: object) -> Session:
    """The `number`th day before today, done as planned and as it should be."""
    day = TODAY - timedelta(days=number)
    plain = Session(
        id=f"s{number}", day=day, logged_at=datetime(day.year, day.month, day.day, 18, tzinfo=UTC), stage=stage,
        workout=WALK.key, minutes=30.0, rpe=3.0, glances=Glances.BOTH, easy_stops=True,
    )  # fmt: skip
    return replace(plain, **more)  # type: ignore[arg-type]


GOOD = (session(7), session(5), session(2))

records = st.builds(
    Record,
    stage=st.just("walk"),
    sessions=st.integers(0, 20),
    last_pain=st.integers(0, 10),
    falls=st.integers(0, 2),
    near_falls=st.integers(0, 4),
    clean_share=st.none() | st.floats(0, 1),
    rpe=st.none() | st.floats(0, 10),
    rpe_meant=st.none() | st.floats(1, 9),
    longest_s=st.none() | st.floats(0, 4000),
    backward_s=st.none() | st.floats(0, 9000),
    glances=st.none() | st.booleans(),
    days_since=st.none() | st.integers(0, 60),
    stance_s=st.none() | st.floats(0, 60),
    backward_3m_s=st.none() | st.floats(1, 12),
    fall_practice=st.integers(0, 5),
)
stages = st.sampled_from(LADDER)
UNKNOWN = ("clean_share", "rpe", "longest_s", "backward_s", "glances", "stance_s", "backward_3m_s")


@given(stages, records)
def test_a_judgement_holds_every_criterion_once(stage: Stage, record: Record) -> None:
    made = judge(stage, record)
    assert sorted(one.key for one in (*made.met, *made.missing, *made.unknown)) == sorted(one.key for one in stage.up)
    assert made.up is (not made.missing and not made.unknown and not made.against)
    assert made.down is bool(made.against)
    assert not (made.up and made.down)


@given(stages, records, st.sampled_from(UNKNOWN))
def test_what_is_not_known_moves_nobody_up(stage: Stage, record: Record, field: str) -> None:
    less = replace(record, **{field: None})  # type: ignore[arg-type]
    assert judge(stage, record).up or not judge(stage, less).up or judge(stage, record).down


@given(stages, records, st.integers(0, 10), st.integers(0, 3), st.integers(0, 4))
def test_pain_and_falls_never_help(stage: Stage, record: Record, pain: int, falls: int, near: int) -> None:
    worse = replace(
        record,
        last_pain=max(record.last_pain, pain),
        falls=record.falls + falls,
        near_falls=record.near_falls + near,
    )
    before, after = judge(stage, record), judge(stage, worse)
    assert before.up or not after.up
    assert after.down or not before.down


@given(stages, records)
def test_one_fall_is_enough(stage: Stage, record: Record) -> None:
    assert judge(stage, replace(record, falls=1)).down
    assert judge(stage, replace(record, last_pain=8)).down


def test_a_beginner_moves_on() -> None:
    record = record_of("walk", GOOD, TODAY)
    assert record.sessions == 3
    assert record.longest_s == 60.0
    assert record.days_since == 2
    assert judge(STAGES["walk"], record).up


def test_nothing_done_is_nothing_known() -> None:
    made = judge(STAGES["walk"], record_of("walk", (), TODAY))
    assert not made.up
    assert not made.down
    assert [one.key for one in made.missing] == ["sessions"]


@pytest.mark.parametrize(
    "wrong",
    [
        session(1, falls=1, done=Done.PART, minutes=5.0),
        session(1, pains=(Pain(BodyPart.CALF, Side.LEFT, 5),), done=Done.PART, minutes=5.0),
        session(1, stage="", workout="", falls=1),
        session(1, measured=Measured(falls=1)),
    ],
    ids=["a fall in a session broken off", "pain", "a fall in a session of one's own", "a fall that was seen"],
)
def test_one_bad_session_leads_back(wrong: Session) -> None:
    assert judge(STAGES["walk"], record_of("walk", (*GOOD, wrong), TODAY)).down


def test_a_fall_on_mats_is_practice() -> None:
    record = record_of("walk", (*GOOD, session(1, stage="", workout="falling.m20.l0.b0.0", falls=3)), TODAY)
    assert record.falls == 0
    assert record.fall_practice == 1


def test_a_skipped_session_is_none() -> None:
    assert record_of("walk", (*GOOD, session(1, done=Done.SKIPPED, falls=2)), TODAY) == record_of("walk", GOOD, TODAY)


def test_what_lies_ahead_does_not_count() -> None:
    assert record_of("walk", (*GOOD, session(-3, falls=2)), TODAY) == record_of("walk", GOOD, TODAY)


def test_a_fall_is_remembered_for_a_while() -> None:
    assert record_of("walk", (session(40, falls=1), *GOOD), TODAY).falls == 0
    assert record_of("walk", (session(20, falls=1), *GOOD), TODAY).falls == 1


def test_after_a_fall_above_the_lower_stage_begins_anew() -> None:
    fell = session(1, stage="brisk", falls=1)
    record = record_of("walk", (*GOOD, fell), TODAY)
    assert (record.sessions, record.falls) == (0, 0)


def test_one_session_elsewhere_does_not_take_the_rest_away() -> None:
    assert record_of("walk", (session(9), session(7, stage="brisk"), session(5), session(2)), TODAY).sessions == 3
    elsewhere = (session(9), session(7, stage="brisk"), session(6, stage="brisk"), session(2))
    assert record_of("walk", elsewhere, TODAY).sessions == 1


def test_what_was_measured_comes_before_what_was_said() -> None:
    seen = Measured(
        seconds={Direction.BACKWARD: 200.0}, longest_s=25.0, transitions=10, unclean=4, glances_left=0, glances_right=3
    )
    record = record_of("walk", [replace(one, measured=seen) for one in GOOD], TODAY)
    assert (record.longest_s, record.backward_s, record.clean_share) == (25.0, 200.0, 0.6)
    assert record.glances is True, "what the person says of glances counts: sensors see few of them"
    unsaid = [replace(one, measured=seen, glances=None) for one in GOOD]
    assert record_of("walk", unsaid, TODAY).glances is False


def test_a_recording_that_saw_no_change_leaves_what_was_said() -> None:
    seen = Measured(transitions=0, unclean=0)
    assert record_of("walk", [replace(one, measured=seen) for one in GOOD], TODAY).clean_share == 1.0


def test_a_session_done_in_part_shows_no_stretch() -> None:
    record = record_of("walk", [replace(one, done=Done.PART, minutes=20.0) for one in GOOD], TODAY)
    assert record.longest_s is None
    assert record.sessions == 3
    short = record_of("walk", [replace(one, done=Done.PART, minutes=5.0) for one in GOOD], TODAY)
    assert short.sessions == 0


def test_a_workout_of_another_kind_tells_nothing() -> None:
    for key in ("", "own", "walk.stretches.m30.l60", "walk.x.mA.lB.bC.d"):
        assert record_of("walk", [replace(one, workout=key) for one in GOOD], TODAY).longest_s is None
