"""Somebody of whom sessions and tests are kept, so that there is something to judge."""

from datetime import UTC, date, datetime, time, timedelta

from backstride.app import Store
from backstride.assess import Trial
from backstride.recording import Direction, Side
from backstride.session import Measured, Session

FIRST = date(2026, 3, 2)
TODAY = date(2026, 6, 1)


def moment(day: date) -> datetime:
    return datetime.combine(day, time(17, 0, tzinfo=UTC))


def keep_sessions(store: Store, count: int = 8, first: date = FIRST) -> None:
    """One every third day, each with 5 min backward."""
    for number in range(count):
        day = first + timedelta(days=3 * number)
        told = Measured({Direction.BACKWARD: 300.0}, backward_speed_mps=1.0 + 0.1 * number, transitions=6, unclean=0)
        store.coach.save_session(Session(f"s{number}", day, moment(day), rpe=3.0, measured=told))


def keep_trials(
    store: Store, test: str, before: list[float], after: list[float], *, first: date = FIRST, later: int = 40
) -> None:
    """Before: every third day up to the first session; after: every week from some days after it on."""
    days = [first - timedelta(days=3 * (len(before) - 1 - n)) for n in range(len(before))]
    days += [first + timedelta(days=later + 7 * n) for n in range(len(after))]
    for number, (day, value) in enumerate(zip(days, before + after, strict=True)):
        store.measuring.save_trial(Trial(f"{test}-{number}", test, value, day, moment(day), Side.UNKNOWN))
