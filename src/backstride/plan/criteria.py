"""The conditions by which a person moves up the ladder or steps back. A condition that nothing is known of is None."""

from collections.abc import Callable

from backstride.evidence import Claim, progression, training
from backstride.evidence.table import key_of
from backstride.message import Message, say
from backstride.plan.stage import Criterion, Record

Fact = Callable[[Record], bool | None]
_SHORT_S = 90  # up to here people say seconds


def _bad(fact: Callable[[Record], bool]) -> Fact:
    """A fact that one session is enough to show, even one that was broken off; its absence needs a whole one."""

    def met(record: Record) -> bool | None:
        return fact(record) or (False if record.sessions else None)

    return met


def _least(value: Callable[[Record], float | None], least: float) -> Fact:
    def met(record: Record) -> bool | None:
        known = value(record)
        return None if known is None else known >= least

    return met


def _exertion_above(margin: float) -> Fact:
    """Whether exertion lies further above what was meant than `margin`."""

    def met(record: Record) -> bool | None:
        if record.rpe is None or record.rpe_meant is None:
            return None
        return record.rpe - record.rpe_meant > margin

    return met


def _not(fact: Fact) -> Fact:
    def met(record: Record) -> bool | None:
        known = fact(record)
        return None if known is None else not known

    return met


def length(seconds: float) -> Message:
    """A stretch in words, from more than a minute and a half on as a clock shows it: "90 s", "10 min", "2:30 min"."""
    whole = round(seconds)
    if whole <= _SHORT_S:
        return say("{count} s", count=whole)
    minutes, rest = divmod(whole, 60)
    if not rest:
        return say("{count} min", count=minutes)
    return say("{minutes}:{seconds} min", minutes=minutes, seconds=f"{rest:02d}")


def sessions(claim: Claim) -> Criterion:
    """Enough sessions on the stage."""
    least = round(claim.value)
    return Criterion(
        "sessions",
        say("{count} sessions on this stage", count=least),
        lambda record: record.sessions >= least,
        key_of(claim),
    )


def stretch(claim: Claim) -> Criterion:
    """The longest stretch of the stage was reached."""
    return Criterion(
        "stretch",
        say("{length} backward in one go", length=length(claim.value)),
        _least(lambda record: record.longest_s, claim.value),
        key_of(claim),
    )


def minutes(claim: Claim) -> Criterion:
    """Enough time backward in one session."""
    return Criterion(
        "minutes",
        say("{length} backward in one session", length=length(claim.low * 60)),
        _least(lambda record: record.backward_s, claim.low * 60),
        key_of(claim),
    )


def stance(claim: Claim) -> Criterion:
    """The balance test."""
    return Criterion(
        "stance",
        say("{seconds} s on one leg, eyes open", seconds=round(claim.value)),
        _least(lambda record: record.stance_s, claim.value),
        key_of(claim),
    )


def _reached_3m(record: Record) -> bool | None:
    if record.backward_3m_s is None:
        return None
    return record.backward_3m_s <= progression.BACKWARD_3M_JOG_S.value


NO_PAIN = Criterion(
    "pain",
    say("No pain above {most} of 10 in the last two sessions", most=round(progression.PAIN_MOVE_ON.value)),
    _not(_bad(lambda record: record.last_pain > progression.PAIN_MOVE_ON.value)),
    key_of(progression.PAIN_MOVE_ON),
)
NO_FALL = Criterion(
    "falls",
    say("No fall"),
    _not(_bad(lambda record: record.falls > 0)),
    key_of(training.FALLS_COUNTED),
)
NO_NEAR_FALL = Criterion(
    "near-falls",
    say("No near fall in the last {count} sessions", count=round(progression.NEAR_FALL_SESSIONS.value)),
    _not(_bad(lambda record: record.near_falls > 0)),
    key_of(progression.NEAR_FALL_SESSIONS),
)
CLEAN_STOPS = Criterion(
    "stops",
    say("A full stop before nearly every change of direction"),
    _least(lambda record: record.clean_share, progression.CLEAN_MOVE_ON.value),
    key_of(progression.CLEAN_MOVE_ON),
)
BOTH_SHOULDERS = Criterion(
    "glances",
    say("Glances over both shoulders"),
    lambda record: record.glances,
    key_of(training.GLANCE_EVERY_S),
)
AS_MEANT = Criterion(
    "exertion",
    say("Felt about as hard as it was meant"),
    _not(_exertion_above(progression.EXERTION_MORE.value)),
    key_of(progression.EXERTION_MORE),
)
THREE_METRES = Criterion(
    "three-metres",
    say("Three metres backward within {seconds} s", seconds=progression.BACKWARD_3M_JOG_S.value),
    _reached_3m,
    key_of(progression.BACKWARD_3M_JOG_S),
)
FALL_PRACTICE = Criterion(
    "fall-practice",
    say("{count} sessions of fall technique", count=round(progression.FALL_PRACTICES.value)),
    lambda record: record.fall_practice >= progression.FALL_PRACTICES.value,
    key_of(progression.FALL_PRACTICES),
)

FELL = Criterion(
    "fell",
    say("A fall within the last {days} days", days=round(progression.FALL_MEMORY_DAYS.value)),
    _bad(lambda record: record.falls > 0),
    key_of(progression.FALL_MEMORY_DAYS),
)
HURT = Criterion(
    "hurt",
    say("Pain of {least} of 10 or more", least=round(progression.PAIN_BACK.value)),
    _bad(lambda record: record.last_pain >= progression.PAIN_BACK.value),
    key_of(progression.PAIN_BACK),
)
NEARLY_FELL = Criterion(
    "nearly-fell",
    say(
        "{count} near falls within {sessions} sessions",
        count=round(progression.NEAR_FALLS_BACK.value),
        sessions=round(progression.NEAR_FALL_SESSIONS.value),
    ),
    _bad(lambda record: record.near_falls >= progression.NEAR_FALLS_BACK.value),
    key_of(progression.NEAR_FALLS_BACK),
)
LONG_BREAK = Criterion(
    "break",
    say("More than {days} days without going backward", days=round(progression.BREAK_DAYS.value)),
    lambda record: None if record.days_since is None else record.days_since > progression.BREAK_DAYS.value,
    key_of(progression.BREAK_DAYS),
)
HASTY = Criterion(
    "hasty",
    say("Fewer than half of the changes of direction with a stop, in two sessions"),
    lambda record: (
        None if record.clean_share is None or record.sessions < 2 else record.clean_share < progression.CLEAN_STAY.value
    ),
    key_of(progression.CLEAN_STAY),
)
TOO_HARD = Criterion(
    "too-hard",
    say("Much harder than it was meant"),
    _exertion_above(progression.EXERTION_FAR.value),
    key_of(progression.EXERTION_FAR),
)
