"""What a person's own change amounts to, in one of five words."""

from dataclasses import dataclass
from enum import StrEnum

from backstride.evidence import verdicts as claims
from backstride.progress.change import Change


class Word(StrEnum):
    """What a person's own tries show of a promise."""

    EARLY = "too early"
    NOT_SHOWN = "not shown"
    PROBABLY = "probably"
    SHOWN = "shown"
    CONTRADICTED = "contradicted"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A word, and the chances behind it.

    better  chance that the change is for the better and larger than the tries' error can feign (MDC)
    worse   the same for the worse
    asked   the chance from which it is called shown; more than for one outcome where several are looked at
    likely  the chance from which it is called probable; more, too
    limit   what a change had to be larger than: MDC, or else the person's own spread
    """

    word: Word
    better: float
    worse: float
    asked: float
    limit: float
    likely: float


def verdict(found: Change | None, *, rising: bool, mdc: float | None, outcomes: int = 1) -> Verdict:
    """Judge a change.

    rising    whether a larger value is the better one
    mdc       smallest change that is more than error, in the tries' unit; None: unknown, then it must be larger than
              one try differs from the next anyway
    outcomes  how many outcomes are judged together: the chance of a false "shown" among all of them stays as asked
              for one (Bonferroni), and that of a false "probably" too
    """
    asked, likely = (1.0 - (1.0 - one.value) / outcomes for one in (claims.SHOWN_CHANCE, claims.PROBABLE_CHANCE))
    fewest = round(claims.FEWEST_TRIES.value)
    if found is None or min(found.before, found.after) < fewest:
        return Verdict(Word.EARLY, 0.0, 0.0, asked, mdc or 0.0, likely)
    limit = claims.OWN_LIMIT_SPREADS.value * found.spread if mdc is None else mdc
    up, down = found.chance_above(limit), 1.0 - found.chance_above(-limit)
    better, worse = (up, down) if rising else (down, up)
    if better >= asked:
        word = Word.SHOWN
    elif worse >= asked:
        word = Word.CONTRADICTED
    elif better >= likely:
        word = Word.PROBABLY
    else:
        word = Word.NOT_SHOWN
    return Verdict(word, better, worse, asked, limit, likely)
