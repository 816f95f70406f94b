"""What a person may do backward, and why. A gate built on expert judgement and the logic of pre-participation
screening; never a diagnosis."""

from dataclasses import dataclass
from datetime import date

from backstride.message import Message
from backstride.plan.kinds import Limit, Permit


@dataclass(frozen=True, slots=True)
class Reason:
    """Something that limits what is allowed.

    permit   the most that is allowed because of it
    change   what would change it; empty template: nothing the person can do soon
    claim    key of the claim it rests on (`evidence.table.CLAIMS`)
    """

    permit: Permit
    says: Message
    change: Message
    claim: str


@dataclass(frozen=True, slots=True)
class Readiness:
    """The most that is allowed, with every reason that limits it, the strictest first; valid on `day`..`until`.

    limits       what exercises are chosen around
    supervised   whether somebody has to be there
    advice       what holds for everybody in this case, though it limits nothing
    """

    permit: Permit
    reasons: tuple[Reason, ...]
    day: date
    until: date
    limits: frozenset[Limit] = frozenset()
    supervised: bool = False
    advice: tuple[Reason, ...] = ()
