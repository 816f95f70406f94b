"""What is counted: how often the interval holds the truth, and how often which word is said."""

from dataclasses import dataclass

import numpy as np

from backstride.assess.kinds import MDC_PER_SEM
from backstride.evidence import verdicts as claims
from backstride.progress.alternation import difference, drawn
from backstride.progress.change import Error, change
from backstride.progress.verdict import Word, verdict
from benchmarks.verdicts.people import START, Plan, World, people, spread_around, tries

PEOPLE = 2000
SEED = 20261121
OUTCOMES = 3


@dataclass(frozen=True, slots=True)
class Count:
    """Shares of people: whose interval held the truth, and of whom which word was said."""

    cover: float
    shown: float
    probably: float
    contradicted: float


def judged(
    plan: Plan, world: World, effect: float, *, sem: float | None = None, mdc: float | None = None, number: int = PEOPLE
) -> Count:
    """One outcome. effect: true change in standard deviations of one try. mdc: None: unknown to the verdict too."""
    chance = np.random.default_rng(SEED)
    cover = shown = probably = contradicted = 0
    for _ in range(number):
        sd = 1.0 if sem is None else spread_around(sem, chance)
        found = change(tries(plan, world, effect, chance, sd), Error(sem))
        assert found is not None
        word = verdict(found, rising=True, mdc=mdc).word
        cover += found.low <= effect <= found.high
        shown += word is Word.SHOWN
        probably += word is Word.PROBABLY
        contradicted += word is Word.CONTRADICTED
    return Count(cover / number, shown / number, probably / number, contradicted / number)


def any_shown(plan: Plan, world: World, outcomes: int = OUTCOMES, number: int = PEOPLE) -> float:
    """The share of people without any change who are told of at least one that is shown."""

    def told(chance: np.random.Generator) -> bool:
        words = (
            verdict(change(tries(plan, world, 0.0, chance)), rising=True, mdc=None, outcomes=outcomes).word
            for _ in range(outcomes)
        )
        return Word.SHOWN in tuple(words)

    return people(number, SEED, told)


def ever_shown(plan: Plan, world: World, number: int = PEOPLE) -> float:
    """The share of people without any change who are told of one at least once, looking after each try of the plan."""
    first = len(plan.before) + round(claims.FEWEST_TRIES.value)

    def told(chance: np.random.Generator) -> bool:
        all_tries = tries(plan, world, 0.0, chance)
        looks = (all_tries[:count] for count in range(first, len(all_tries) + 1))
        return any(verdict(change(seen), rising=True, mdc=None).word is Word.SHOWN for seen in looks)

    return people(number, SEED, told)


def known_error(sem: float) -> float:
    """The smallest change that a test with this standard error can tell."""
    return MDC_PER_SEM * sem


def alternated(pairs: int, world: World, effect: float, number: int = PEOPLE) -> float:
    """The share of people whose weeks with and without differ by the test of the lot, at 5 %."""
    plan = Plan(tuple(7 * week + 3 for week in range(2 * pairs)), ())

    def told(chance: np.random.Generator) -> bool:
        lot = drawn(START, "any", pairs, chance)
        noise = tries(plan, world, 0.0, chance)
        values = [(one.day, one.value + effect * with_) for one, with_ in zip(noise, lot.with_, strict=True)]
        found = difference(lot, values)
        assert found is not None
        return found.chance <= 0.05

    return people(number, SEED, told)
