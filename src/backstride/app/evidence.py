"""What is known of running backward: the promises, their studies, and every number that was borrowed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from backstride.errors import NotFound
from backstride.evidence import Claim
from backstride.evidence.comparing import CROSSOVER_CORRELATION
from backstride.evidence.pooling import Pooled, pool_forest
from backstride.evidence.promises import PROMISES
from backstride.evidence.study import Forest, Promise, Standing, Topic
from backstride.evidence.table import CLAIMS, SUBJECTS, key_of
from backstride.message import Message, say


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which promises are asked for. None or empty: all."""

    text: str = ""
    topic: Topic | None = None
    standing: Standing | None = None

    @property
    def active(self) -> bool:
        return bool(self.text or self.topic or self.standing)


@dataclass(frozen=True, slots=True)
class Together:
    """A forest, its studies put together where they can be, and the mean at the ends of what was assumed."""

    forest: Forest
    pooled: Pooled | None
    looser: Pooled | None
    closer: Pooled | None


def find_promises(wanted: Wanted, words: Callable[[Message], str]) -> tuple[Promise, ...]:
    """Those that fit, in the order of the table. Every word asked for must occur in the reader's language."""
    asked = wanted.text.casefold().split()
    return tuple(
        promise
        for promise in PROMISES.values()
        if wanted.topic in (None, promise.topic)
        and wanted.standing in (None, promise.standing)
        and all(word in _text(promise, words) for word in asked)
    )


def promise(key: str) -> Promise:
    """One promise. Raises NotFound."""
    if key not in PROMISES:
        raise NotFound(say("there is no promise {key}", key=key))
    return PROMISES[key]


def forests(promise: Promise) -> tuple[Together, ...]:
    """The plots of a promise."""
    low, high = CROSSOVER_CORRELATION.low, CROSSOVER_CORRELATION.high
    return tuple(
        Together(forest, pool_forest(forest), pool_forest(forest, low), pool_forest(forest, high))
        for forest in promise.forests
    )


def claim(key: str) -> Claim:
    """One borrowed number. Raises NotFound."""
    if key not in CLAIMS:
        raise NotFound(say("there is no number {key}", key=key))
    return CLAIMS[key]


def claims() -> Mapping[str, Mapping[str, Claim]]:
    """Every borrowed number by its key, by subject."""
    return {
        subject: {key_of(one): one for one in vars(module).values() if isinstance(one, Claim)}
        for subject, module in SUBJECTS.items()
    }


def claims_from(promise: Promise) -> Mapping[str, Claim]:
    """The borrowed numbers that come from the studies of a promise."""
    cited = {study.source.key for study in promise.studies}
    return {key: one for key, one in CLAIMS.items() if one.source.key in cited}


def promises_from(claim: Claim) -> tuple[Promise, ...]:
    """The promises that the source of a number bears on."""
    return tuple(one for one in PROMISES.values() if any(study.source.key == claim.source.key for study in one.studies))


def _text(promise: Promise, words: Callable[[Message], str]) -> str:
    sources = (f"{study.source.authors} {study.source.year or ''}" for study in promise.studies)
    said = (words(promise.statement), words(promise.sentence), words(promise.open))
    return " ".join((promise.key, *said, *sources)).casefold()
