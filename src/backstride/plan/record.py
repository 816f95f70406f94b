"""What a person's sessions on a stage show, and whether that lets them move up or asks them to step back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from backstride.evidence import progression
from backstride.plan.doses import AMOUNTS, meant_by
from backstride.plan.stage import Criterion, Record, Stage
from backstride.recording import Direction
from backstride.session import Done, Glances, Session

FALLING = "falling"
"""First part of the keys of workouts of fall technique: falls there are practice."""

_NEWEST = 2


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether to move on, to go back, or neither, and why.

    met, missing, unknown   the criteria for moving up; unknown ones never move anybody up
    against                 the criteria for stepping back that are met
    """

    up: bool
    down: bool
    met: tuple[Criterion, ...]
    missing: tuple[Criterion, ...]
    unknown: tuple[Criterion, ...]
    against: tuple[Criterion, ...]


def judge(stage: Stage, record: Record) -> Judgement:
    """Hold a record against a stage. One reason to step back is enough, and nobody moves up with one."""
    answers = [(one, one.met(record)) for one in stage.up]
    against = tuple(one for one in stage.down if one.met(record))
    return Judgement(
        up=not against and all(answer for _, answer in answers),
        down=bool(against),
        met=tuple(one for one, answer in answers if answer),
        missing=tuple(one for one, answer in answers if answer is False),
        unknown=tuple(one for one, answer in answers if answer is None),
        against=against,
    )


def record_of(
    stage: str,
    sessions: Iterable[Session],
    today: date,
    stance_s: float | None = None,
    backward_3m_s: float | None = None,
) -> Record:
    """What sessions up to `today` say of a person on a stage (its key).

    The time on the stage begins after the last time the person was elsewhere: two sessions in a row on other stages,
    or one there with a fall or with pain that asks to step back. Stops, stretches and seconds are taken from
    recordings where there are any, else from what was said, else from what was planned where all of it was done.
    Raises KeyError for a stage that is not on the ladder.
    """
    done = [one for one in sorted(sessions, key=lambda one: (one.day, one.logged_at, one.id)) if one.day <= today]
    done = [one for one in done if one.done is not Done.SKIPPED]
    since = _since(stage, done)
    here = [one for one in since if one.stage == stage]
    newest = here[-_NEWEST:]
    exertion = [one.rpe for one in newest if one.rpe is not None]
    return Record(
        stage=stage,
        sessions=sum(_half_done(one) for one in here),
        last_pain=max((one.worst_pain for one in newest), default=0),
        falls=_falls(since, stage, today),
        near_falls=sum(one.near_falls for one in here[-round(progression.NEAR_FALL_SESSIONS.value) :]),
        clean_share=_clean_share(newest),
        rpe=sum(exertion) / len(exertion) if exertion else None,
        rpe_meant=AMOUNTS[stage].exertion.high,
        longest_s=max(_known(_longest_s(one) for one in newest), default=None),
        backward_s=max(_known(_backward_s(one) for one in here), default=None),
        glances=_glances(newest),
        days_since=min(((today - one.day).days for one in done if _went_backward(one)), default=None),
        stance_s=stance_s,
        backward_3m_s=backward_3m_s,
        fall_practice=sum(one.workout.startswith(FALLING) for one in done),
    )


def _since(stage: str, done: Sequence[Session]) -> list[Session]:
    """The sessions since the person came to the stage, those of no stage among them."""
    start = 0
    staged = [(index, one) for index, one in enumerate(done) if one.stage]
    for place, (index, one) in enumerate(staged):
        if one.stage == stage:
            continue
        follows = staged[place + 1][1].stage if place + 1 < len(staged) else ""
        hurt = one.worst_pain >= progression.PAIN_BACK.value
        if hurt or _fell(one) or (follows and follows != stage):
            start = index + 1
    return list(done[start:])


def _fell(session: Session) -> int:
    """Falls that were said or seen; whichever is more, for safety."""
    if session.workout.startswith(FALLING):
        return 0
    seen = session.measured.falls if session.measured else None
    return max(session.falls, seen or 0)


def _falls(since: Sequence[Session], stage: str, today: date) -> int:
    memory = progression.FALL_MEMORY_DAYS.value
    return sum(_fell(one) for one in since if one.stage in (stage, "") and (today - one.day).days <= memory)


def _half_done(session: Session) -> bool:
    meant = meant_by(session.workout)
    return session.done is Done.ALL or meant is None or session.minutes * 2 >= meant.minutes


def _went_backward(session: Session) -> bool:
    return bool(session.stage) or (_backward_s(session) or 0.0) > 0


def _known(values: Iterable[float | None]) -> list[float]:
    return [value for value in values if value is not None]


def _longest_s(session: Session) -> float | None:
    if session.measured is not None and session.measured.longest_s > 0:
        return session.measured.longest_s
    meant = meant_by(session.workout)
    return meant.longest_s if meant is not None and session.done is Done.ALL else None


def _backward_s(session: Session) -> float | None:
    if session.measured is not None and session.measured.seconds.get(Direction.BACKWARD, 0.0) > 0:
        return session.measured.seconds[Direction.BACKWARD]
    meant = meant_by(session.workout)
    return meant.backward_s if meant is not None and session.done is Done.ALL else None


def _clean_share(sessions: Sequence[Session]) -> float | None:
    """Share of the changes with a stop, each session alike; what was said counts where nothing was measured."""
    shares = []
    for one in sessions:
        seen = one.measured
        if seen is not None and seen.transitions and seen.unclean is not None:
            shares.append(1 - min(seen.unclean / seen.transitions, 1.0))
        elif one.easy_stops is not None:
            shares.append(float(one.easy_stops))
    return sum(shares) / len(shares) if shares else None


def _glances(sessions: Sequence[Session]) -> bool | None:
    """What the person says; a sensor is asked where they said nothing."""
    known = [known for one in sessions if (known := _both_shoulders(one)) is not None]
    return all(known) if known else None


def _both_shoulders(session: Session) -> bool | None:
    if session.glances is not None:
        return session.glances is Glances.BOTH
    seen = session.measured
    if seen is None or seen.glances_left is None or seen.glances_right is None:
        return None
    return seen.glances_left > 0 and seen.glances_right > 0
