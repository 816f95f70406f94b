"""One row of what limits a person: when it applies, what it allows at most, and what would change it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from backstride.evidence import Claim
from backstride.evidence.table import key_of
from backstride.message import Message
from backstride.plan.answers import Health
from backstride.plan.kinds import Limit, Permit
from backstride.plan.readiness import Reason

NO_CHANGE = Message("")
UNSTEADY = frozenset({Limit.BALANCE})


@dataclass(frozen=True, slots=True)
class Rule:
    """One row. applies: whether it does, to a health as it is on a day.

    permit      the most it allows; RUN: it only advises
    supervised  whether somebody has to be there because of it
    careful     what exercises are chosen around because of it
    when_open   it counts only where something is allowed
    """

    key: str
    applies: Callable[[Health, date], bool]
    permit: Permit
    says: Message
    change: Message
    claim: Claim
    supervised: bool = False
    careful: frozenset[Limit] = frozenset()
    when_open: bool = False

    @property
    def reason(self) -> Reason:
        return Reason(self.permit, self.says, self.change, key_of(self.claim))
