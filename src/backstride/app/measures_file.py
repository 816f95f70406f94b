"""What a person measured of themselves, as a part of the coach's file: tries, outcomes, alternations, settings.

Bodies that `store.measuring` keeps as text stay text: whoever reads them decides whether they can be read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from math import isfinite

from backstride.assess.trial import Trial
from backstride.store import Store
from backstride.store.codec import to_json


@dataclass(frozen=True, slots=True)
class Chosen:
    """An outcome, of the plan with this id."""

    plan_id: str
    at: datetime
    body: str


@dataclass(frozen=True, slots=True)
class Alternated:
    """Weeks with and without."""

    begun: date
    body: str


@dataclass(frozen=True, slots=True)
class Held:
    """A setting of the body, and the day from which it holds."""

    key: str
    from_day: date
    body: str


@dataclass(frozen=True, slots=True)
class Measures:
    """Everything of `store.measuring`."""

    trials: tuple[Trial, ...] = ()
    outcomes: tuple[Chosen, ...] = ()
    alternations: tuple[Alternated, ...] = ()
    settings: tuple[Held, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.trials or self.outcomes or self.alternations or self.settings)

    @property
    def sound(self) -> bool:
        """Whether every value is a number."""
        return all(isfinite(one.value) for one in self.trials)

    @property
    def keys(self) -> tuple[str, ...]:
        """What has to fit a column."""
        tries = [part for one in self.trials for part in (one.id, one.test)]
        return (*tries, *(one.key for one in self.settings), *(one.plan_id or "-" for one in self.outcomes))


def write_measures(store: Store) -> Measures:
    """All of it."""
    kept = store.measuring
    return Measures(
        kept.trials(),
        tuple(Chosen(one.plan_id, one.chosen_at, one.body) for one in kept.outcomes()),
        tuple(Alternated(one.begun, one.body) for one in kept.alternations()),
        tuple(Held(one.key, one.from_day, one.body) for one in kept.settings()),
    )


def bring_measures(store: Store, read: Measures) -> Iterator[bool | None]:
    """Add what is not kept here yet: True for each that was new, None for the same, False for what differs."""
    kept = store.measuring
    for one in read.trials:
        new = kept.save_trial(one, only_new=True)
        yield new or _same(to_json(kept.trial(one.id)), to_json(one))
    for chosen in read.outcomes:
        yield kept.save_outcome(chosen.plan_id, chosen.at, chosen.body, only_new=True) is not None or None
    for weeks in read.alternations:
        yield kept.save_alternation(weeks.begun, weeks.body, only_new=True) is not None or None
    for held in read.settings:
        new = kept.save_setting(held.key, held.from_day, held.body, only_new=True)
        now = kept.setting_on(held.key, held.from_day)
        yield new or _same(now.body if now else "", held.body)


def _same(mine: str, theirs: str) -> bool | None:
    return None if mine == theirs else False
