"""How many more tries would settle a question, as far as the noise that was seen can tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from backstride.evidence import verdicts as claims
from backstride.progress.change import Error, Point, change, foreseen
from backstride.progress.verdict import Verdict, Word, verdict


class Outlook(StrEnum):
    """What further tries can do.

    BASELINE  there are too few tries from before, and training has begun: they cannot be made up for
    BEFORE    tries from before are missing, and can still be made
    AFTER     tries after training are missing
    SETTLED   it is settled
    MORE      so many more tries are expected to settle it
    TEST      the change lies within the test's error: this test cannot settle it
    LONG      more tries than anybody is asked for
    """

    BASELINE = "baseline"
    BEFORE = "before"
    AFTER = "after"
    SETTLED = "settled"
    MORE = "more"
    TEST = "test"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Hint:
    """tries: how many more; 0 where the outlook names none."""

    outlook: Outlook
    tries: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the tries: as for `change` and `verdict`.

    every  days between tries from now on
    begun  whether training has begun
    """

    rising: bool
    error: Error
    mdc: float | None
    outcomes: int
    every: int
    begun: bool


def hint(points: Sequence[Point], asked: Question, today: date) -> Hint:
    """What would settle it."""
    fewest = round(claims.FEWEST_TRIES.value)
    before = sum(not one.after for one in points)
    if before < fewest:
        return Hint(Outlook.BASELINE) if asked.begun else Hint(Outlook.BEFORE, fewest - before)
    if len(points) - before < fewest:
        return Hint(Outlook.AFTER, fewest - (len(points) - before))
    found = change(points, asked.error)
    if found is None:  # pragma: no cover - six tries always say something
        return Hint(Outlook.LONG)
    now = _judged(points, asked, ())
    if now.word in (Word.SHOWN, Word.CONTRADICTED):
        return Hint(Outlook.SETTLED)
    if abs(found.value) <= now.limit:
        return Hint(Outlook.TEST)
    for tries in range(1, round(claims.MOST_AHEAD.value) + 1):
        days = [today + timedelta(days=asked.every * n) for n in range(1, tries + 1)]
        if _judged(points, asked, days).word in (Word.SHOWN, Word.CONTRADICTED):
            return Hint(Outlook.MORE, tries)
    return Hint(Outlook.LONG)


def _judged(points: Sequence[Point], asked: Question, days: Sequence[date]) -> Verdict:
    ahead = foreseen(points, asked.error, days)
    return verdict(ahead, rising=asked.rising, mdc=asked.mdc, outcomes=asked.outcomes)
