"""Streaks and challenges: rest and honesty count, going on in pain does not."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from backstride.plan.check import Check, Go
from backstride.progress.habits import CHALLENGES, standings, weeks_in_a_row
from backstride.recording import Side
from backstride.session import BodyPart, Done, Glances, Pain, Session

MONDAY = date(2026, 3, 2)
AT = datetime(2026, 3, 2, 18, tzinfo=UTC)


def session(day: int, **said: object) -> Session:
    one = Session(f"s{day}", MONDAY + timedelta(days=day), AT, rpe=4.0, glances=Glances.BOTH, easy_stops=True)
    return replace(one, **said)  # type: ignore[arg-type]


def done(sessions: list[Session], checks: dict[date, Check] | None = None) -> dict[str, int]:
    return {one.challenge.key: one.done for one in standings(sessions, checks or {})}


def test_weeks_with_logs_and_rest_make_a_row() -> None:
    three = [session(1), session(8), session(15)]
    assert weeks_in_a_row(three, MONDAY + timedelta(days=16)) == 3
    assert weeks_in_a_row([], MONDAY) == 0
    left_out = session(8, done=Done.SKIPPED, rpe=None)
    assert weeks_in_a_row([three[0], left_out, three[2]], MONDAY + timedelta(days=16)) == 3


def test_a_week_of_rest_ends_nothing() -> None:
    assert weeks_in_a_row([session(1), session(22)], MONDAY + timedelta(days=23)) == 2


def test_a_week_without_rest_ends_the_row() -> None:
    packed = [session(7 + n) for n in range(7)]
    assert weeks_in_a_row([session(1), *packed, session(15)], MONDAY + timedelta(days=16)) == 1
    assert weeks_in_a_row([session(1), *packed[1:], session(15)], MONDAY + timedelta(days=16)) == 3


def test_a_session_in_pain_counts_for_its_log_only() -> None:
    sore = session(1, pains=(Pain(BodyPart.KNEE, Side.LEFT, 6),))
    assert done([session(1)]) == {"told": 1, "glances": 1, "stops": 1, "listened": 0, "open": 0}
    assert done([sore]) == {"told": 1, "glances": 0, "stops": 0, "listened": 0, "open": 0}
    assert done([replace(sore, done=Done.PART)])["listened"] == 1


def test_resting_when_the_check_says_so_counts() -> None:
    no = {MONDAY: Check(MONDAY, Go.NOT_TODAY)}
    assert done([], no)["listened"] == 1
    assert done([session(0)], no)["listened"] == 0


def test_more_than_the_goal_is_no_more() -> None:
    many = [session(n) for n in range(40)]
    assert all(one.done <= one.challenge.goal for one in standings(many, {}))
    assert len({one.key for one in CHALLENGES}) == len(CHALLENGES)
