"""The most a person may do backward: every rule is asked, and the strictest wins. And whether that still holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from backstride.evidence import progression
from backstride.evidence import readiness as claims
from backstride.evidence.table import key_of
from backstride.message import Message, say
from backstride.plan.answers import Health
from backstride.plan.kinds import Permit
from backstride.plan.readiness import Readiness
from backstride.plan.rules import RULES
from backstride.session import Done, Session

_NOTHING, _RUN = Permit.NOTHING, Permit.RUN


def assess_readiness(health: Health, day: date) -> Readiness:
    """The most that is allowed on `day` and for thirty days: every rule is asked, and the strictest wins."""
    rules = [rule for rule in RULES if rule.applies(health, day)]
    limiting = sorted((rule for rule in rules if rule.permit < _RUN), key=lambda rule: rule.permit)
    permit = limiting[0].permit if limiting else _RUN
    return Readiness(
        permit=permit,
        reasons=tuple(rule.reason for rule in limiting),
        day=day,
        until=day + timedelta(days=int(claims.VALID_DAYS.value)),
        limits=frozenset().union(*(rule.careful for rule in rules)),
        supervised=any(rule.supervised for rule in rules),
        advice=tuple(
            rule.reason for rule in rules if rule.permit is _RUN and not (rule.when_open and permit is _NOTHING)
        ),
    )


def may_train(readiness: Readiness) -> bool:
    """Whether strength and balance exercises are open: always, except where the heart has to be looked at first."""
    heart = key_of(claims.SCREENING_FACTORS)
    return not any(reason.permit is _NOTHING and reason.claim == heart for reason in readiness.reasons)


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether what was answered still holds.

    readiness  what holds; None: nothing was answered, or it holds no more
    why        why it holds no more; None while it holds, and where nothing was answered
    last       the newest answer's readiness, whether it holds or not; None: nothing was answered
    meanwhile  the most that is allowed until it is answered again, where it holds no more
    """

    readiness: Readiness | None = None
    why: Message | None = None
    last: Readiness | None = None
    meanwhile: Permit = Permit.WALK

    @property
    def permit(self) -> Permit:
        """The most that is allowed now."""
        if self.last is None:
            return self.meanwhile
        return self.last.permit if self.why is None else min(self.last.permit, self.meanwhile)


def standing(
    readiness: Readiness | None, sessions: Sequence[Session], today: date, *, noticed: bool = False
) -> Standing:
    """Whether a readiness still holds today, after the sessions that were logged since it was said.

    Those logged before it was said count no more: leave them out. It ends after its days; at once after a fall, or
    pain that asks for a look; and after a long break.

    noticed: a check of a day since then told of something new in the body. That ends it too, and nothing is open.
    """
    if readiness is None:
        return Standing()
    if noticed:
        why = say("You noticed something new in your body. Have it looked at, then answer again.")
        return Standing(None, why, readiness, Permit.NOTHING)
    over = _why_over(readiness, [one for one in sessions if readiness.day <= one.day <= today], today)
    return Standing(None if over else readiness, over, readiness)


def _why_over(readiness: Readiness, since: Sequence[Session], today: date) -> Message | None:
    if any(one.falls for one in since):
        return say("You fell since you answered. Take a moment and answer again.")
    if any(one.worst_pain >= claims.PAIN_ASKS_AGAIN.value for one in since):
        return say("A session hurt more than it should. Answer again, so that the plan knows.")
    if today > readiness.until:
        return say("Your answers are more than {days} days old. Have a look whether they still hold.",
                   days=int(claims.VALID_DAYS.value))  # fmt: skip
    done = [one.day for one in since if one.done is not Done.SKIPPED]
    if done and (today - max(done)).days > progression.BREAK_DAYS.value:
        return say("You had a long break. Answer again before you go on.")
    return None
