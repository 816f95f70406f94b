"""Where on the ladder a person is: their sessions, gone through one day after the other.

1. A day with a session is judged by the criteria of the stage the person is on then: on, back, or neither.
2. A fall, or pain that asks to step back, counts on whatever stage it happened.
3. A long break leads one stage back, once.
4. Where the person set the stage themselves, they are on that one from then on.
Sessions on higher stages than the one a person is on move nobody: what was not shown below is not skipped.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from backstride.evidence import progression
from backstride.plan.answers import Health
from backstride.plan.course import PRACTICES, jogs
from backstride.plan.criteria import FALL_PRACTICE, LONG_BREAK
from backstride.plan.ladder import STAGES
from backstride.plan.record import FALLING, Judgement, judge, record_of
from backstride.plan.stage import Criterion, Record, Stage
from backstride.session import Done, Session

_NEWEST = 100
"""More sessions than any stage takes: looking back no further, the way through many years costs in proportion."""
_DAY = timedelta(days=1)
_BREAK = timedelta(days=round(progression.BREAK_DAYS.value))


@dataclass(frozen=True, slots=True)
class Moved:
    """A step on the ladder that sessions led to; `why`: criteria against, empty for a step up."""

    day: date
    before: Stage
    after: Stage
    why: tuple[Criterion, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """The stage a person is on.

    since      sessions after this day count on it; None: all
    record     what they show, and how it is judged today
    moves      every step so far
    practices  sessions of fall technique done
    last       day of the last session with a stage; None: there is none
    """

    stage: Stage
    since: date | None
    record: Record
    judgement: Judgement
    moves: tuple[Moved, ...]
    practices: int
    last: date | None


@dataclass(frozen=True, slots=True)
class Walker:
    """What a position is found with.

    way        the stages that lead to the goal, whatever is allowed at present
    falling    whether fall technique can be practised; where it cannot, the other conditions stand alone
    overrides  stages that the person set, by day ("YYYY-MM-DD")
    """

    way: tuple[Stage, ...]
    health: Health
    falling: bool
    overrides: Mapping[str, str]

    def position(self, start: Stage, sessions: Sequence[Session], today: date) -> Position:
        """Go through the sessions up to today. `start` is where the first of them finds the person."""
        done = _Past.of(one for one in sessions if one.day <= today and one.done is not Done.SKIPPED)
        at, since, last = start, None, None
        moves: list[Moved] = []
        set_on = {date.fromisoformat(day): STAGES[key] for day, key in self.overrides.items()}
        days = sorted(set(done.days) | {day for day in set_on if day <= today} | {today})
        for day in days:
            if last is not None and day - last > _BREAK and (since is None or since < last + _BREAK):
                back = _neighbour(self.way, at, -1)
                since = last + _BREAK
                moves.append(Moved(since + timedelta(days=1), at, back, (LONG_BREAK,)))
                at = back
            todays = done.between(day - _DAY, day)
            if any(one.stage or alarming(one) for one in todays):
                step = self._step(at, since, done, day)
                if step is not None:
                    moves.append(step)
                    at, since = step.after, day
            last = day if any(one.stage for one in todays) else last
            if day in set_on:
                at, since = set_on[day], day
        record = self._record(at, since, done, today)
        practices = len(done.falling)
        return Position(at, since, record, judge(at, record), tuple(moves), practices, last)

    def _step(self, at: Stage, since: date | None, done: "_Past", day: date) -> Moved | None:
        judgement = judge(at, self._record(at, since, done, day, _NEWEST))
        if judgement.down:
            return Moved(day, at, _neighbour(self.way, at, -1), judgement.against)
        above = _neighbour(self.way, at, 1)
        if not judgement.up or above is at or (jogs(above) and not self._practised(done, day)):
            return None
        return Moved(day, at, above)

    def _practised(self, done: "_Past", day: date) -> bool:
        return not self.falling or len(done.practices(day)) >= PRACTICES

    def _record(self, at: Stage, since: date | None, done: "_Past", day: date, newest: int = 0) -> Record:
        """Sessions since the person came to the stage, with fall technique from any time. What alarms counts here.

        newest  how many sessions are looked at, at most; 0: all
        """
        there = done.between(since, day)[-newest:]
        early = done.practices(there[0].day - _DAY if there else day)[-newest:]
        counted = [
            *early,
            *(replace(one, stage=at.key) if alarming(one) and one.stage != at.key else one for one in there),
        ]
        record = record_of(at.key, counted, day, self.health.stance_s, self.health.backward_3m_s)
        record = replace(record, days_since=None)  # breaks are seen to above, once each
        if not self.falling and any(one.key == FALL_PRACTICE.key for one in at.up):
            return replace(record, fall_practice=PRACTICES)
        return record


@dataclass(frozen=True, slots=True)
class _Past:
    """Sessions that were done, oldest first, with their days; those of fall technique once more."""

    sessions: tuple[Session, ...]
    days: tuple[date, ...]
    falling: tuple[Session, ...]

    @classmethod
    def of(cls, sessions: Iterable[Session]) -> "_Past":
        done = tuple(sorted(sessions, key=_order))
        falling = tuple(one for one in done if one.workout.startswith(FALLING))
        return cls(done, tuple(one.day for one in done), falling)

    def between(self, since: date | None, until: date) -> tuple[Session, ...]:
        """Those after one day (None: from the first on) up to another."""
        first = 0 if since is None else bisect_right(self.days, since)
        return self.sessions[first : bisect_right(self.days, until)]

    def practices(self, until: date) -> tuple[Session, ...]:
        return self.falling[: bisect_right(self.falling, until, key=lambda one: one.day)]


def _order(session: Session) -> tuple[date, str, str]:
    return session.day, session.logged_at.isoformat(), session.id


def alarming(session: Session) -> bool:
    """Strong pain, or a fall that was no practice, on whatever stage."""
    fell = max(session.falls, (session.measured.falls or 0) if session.measured else 0)
    fell = 0 if session.workout.startswith(FALLING) else fell
    return fell > 0 or session.worst_pain >= progression.PAIN_BACK.value


def _neighbour(way: Sequence[Stage], stage: Stage, step: int) -> Stage:
    """The stage above or below on the way; the stage itself at an end."""
    if step > 0:
        return next((one for one in way if one.number > stage.number), stage)
    return next((one for one in reversed(way) if one.number < stage.number), stage)


def nearest(way: Sequence[Stage], stage: Stage) -> int:
    """Number on the way of the highest stage that is not above this one; 0 where all are."""
    return max((number for number, one in enumerate(way) if one.number <= stage.number), default=0)
