"""Streaks and friendly challenges. None of them can be won by training more, or through pain.

What counts is what keeps a person well: telling how it went, also when it was left out; resting; looking behind;
stopping before a change of direction; leaving it be when the day's check says so.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from backstride.evidence import scheduling
from backstride.message import Message, say
from backstride.plan.check import Check, Go
from backstride.session import Done, Glances, Session

_WEEK = 7
PAIN = 4  # from this level on a session counts for nothing but its honest log


@dataclass(frozen=True, slots=True)
class Challenge:
    """A row of `CHALLENGES`. of: how many times it was done, from sessions and checks; goal: how many are asked for."""

    key: str
    name: Message
    says: Message
    goal: int
    of: Callable[[Sequence[Session], Mapping[date, Check]], int]


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a challenge is; what is beyond the goal does not count."""

    challenge: Challenge
    done: int

    @property
    def won(self) -> bool:
        return self.done >= self.challenge.goal


def weeks_in_a_row(sessions: Sequence[Session], today: date) -> int:
    """Weeks (from Monday) with an honest log and a day of rest, one after the other, up to now.

    A session that was told as left out counts as honestly as one that was done. A week in which nothing was told is
    rest: it adds nothing and ends nothing. Only a week without a day of rest ends the row.
    """
    by_week: dict[date, list[Session]] = {}
    for one in sessions:
        if one.day <= today and (one.rpe is not None or one.done is Done.SKIPPED):
            by_week.setdefault(one.day - timedelta(days=one.day.weekday()), []).append(one)
    row = 0
    for week in sorted(by_week, reverse=True):
        if not _rested(by_week[week]):
            break
        row += 1
    return row


def _rested(week: Sequence[Session]) -> bool:
    trained = {one.day for one in week if one.done is not Done.SKIPPED}
    return len(trained) <= _WEEK - scheduling.REST_DAYS.value


def _calm(session: Session) -> bool:
    """Done without hurting, so that nobody is praised for going on in pain."""
    return session.done is not Done.SKIPPED and session.worst_pain < PAIN and not session.falls


def _glanced(sessions: Sequence[Session], _: Mapping[date, Check]) -> int:
    return sum(_calm(one) and one.glances is Glances.BOTH for one in sessions)


def _stopped(sessions: Sequence[Session], _: Mapping[date, Check]) -> int:
    return sum(_calm(one) and one.easy_stops is True for one in sessions)


def _told(sessions: Sequence[Session], _: Mapping[date, Check]) -> int:
    return sum(one.rpe is not None or one.done is Done.SKIPPED for one in sessions)


def _listened(sessions: Sequence[Session], checks: Mapping[date, Check]) -> int:
    """Days on which the check said no and nothing was done, and sessions cut short or left out because it hurt."""
    trained = {one.day for one in sessions if one.done is not Done.SKIPPED}
    rested = sum(one.go is Go.NOT_TODAY and day not in trained for day, one in checks.items())
    return rested + sum(one.done is not Done.ALL and one.worst_pain > 0 for one in sessions)


def _near(sessions: Sequence[Session], _: Mapping[date, Check]) -> int:
    return sum(one.near_falls > 0 or one.falls > 0 for one in sessions)


CHALLENGES: tuple[Challenge, ...] = (
    Challenge("told", say("Ten honest logs"), say("Ten sessions told, with how hard they felt. Left out counts."),
              10, _told),
    Challenge("glances", say("Eyes behind you"), say("Five sessions with looks over both shoulders."), 5, _glanced),
    Challenge("stops", say("Stop, then turn"), say("Five sessions with a stop before every change of direction."),
              5, _stopped),
    Challenge("listened", say("Listened to your body"),
              say("Once rested because the day's check said so, or stopped because it hurt."), 1, _listened),
    Challenge("open", say("Open about stumbles"), say("One near fall told, so that the plan can answer to it."),
              1, _near),
)  # fmt: skip


def standings(sessions: Sequence[Session], checks: Mapping[date, Check]) -> tuple[Standing, ...]:
    """Every challenge with how far it is."""
    return tuple(Standing(one, min(one.goal, one.of(sessions, checks))) for one in CHALLENGES)
