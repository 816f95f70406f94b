"""The report for a doctor or a coach: the cards of "Is it working?" on paper."""

from datetime import date

from backstride.app.exporting import safe_name
from backstride.app.leaving import Leaving
from backstride.app.progress import Card, Judged, verdicts
from backstride.formats.writers.progress_sheet import MEDIA_TYPE, ClaimText, Drawn, Report, progress_pdf
from backstride.message import say
from backstride.progress.points import Part
from backstride.progress.verdict import Word
from backstride.store import Store
from backstride.words import Words
from backstride.words.evidence import STANDINGS
from backstride.words.plan import GOALS
from backstride.words.progress import PARTS, SAYS, VERDICTS, amount, hint_in_words, likely, reach


def progress_sheet(store: Store, words: Words, today: date, paper: str = "a4", *, imperial: bool = False) -> Leaving:
    """As PDF."""
    judged = verdicts(store, today)
    report = Report(
        title=words(say("Is it working?")),
        subtitle=words.date(today, "long"),
        intro=_intro(judged, words),
        cards=[_claim(card, words, imperial) for card in judged.cards],
        method=(
            words(say("Change is the level after minus the level before; intervals hold nine times of ten.")),
            words(say("It says that something changed, not why.")),
        ),
        language=words.language,
        paper=paper,
    )  # fmt: skip
    name = safe_name(words(say("Progress {day}", day=today.isoformat())))
    return Leaving(f"{name}.pdf", MEDIA_TYPE, progress_pdf(report, words))


def _intro(judged: Judged, words: Words) -> tuple[str, ...]:
    told = []
    if judged.goal is not None:
        told.append(words(say("Goal: {goal}.", goal=GOALS[judged.goal])))
    if judged.began is not None:
        told.append(
            words(say("Backward sessions: {n}, the first on {day}.", n=judged.sessions, day=words.date(judged.began)))
        )
    if not judged.cards:
        told.append(words(say("No outcomes were chosen.")))
    elif judged.choice.at is None:
        told.append(words(say("The outcomes were not chosen beforehand; the goal proposes them.")))
    elif judged.choice.late:
        told.append(words(say("The outcomes were chosen after the first backward session.")))
    return tuple(told)


def _claim(card: Card, words: Words, imperial: bool) -> ClaimText:
    measure = card.outcome.measure
    name = words(measure.name) + (f" ({card.condition})" if card.condition else "")
    return ClaimText(
        name=name,
        statement=words(card.promise.statement),
        standing=words(STANDINGS[card.promise.standing]).capitalize(),
        sentence=words(card.promise.sentence),
        word=words(VERDICTS[card.verdict.word]).capitalize(),
        says=words(SAYS[card.verdict.word]),
        facts=_facts(card, words, imperial),
        hint=words(hint_in_words(card.hint, card.outcome)),
        beware=words(card.outcome.beware),
        rows=tuple(
            (words.date(one.day), amount(measure, one.value, words, imperial=imperial), words(PARTS[one.part]))
            for one in card.tried
        ),
        drawn=_drawn(card, words, imperial) if len(card.tried) > 1 else None,
    )


def _facts(card: Card, words: Words, imperial: bool) -> tuple[tuple[str, str], ...]:
    measure, found, verdict = card.outcome.measure, card.change, card.verdict
    before = sum(one.part is Part.BEFORE for one in card.tried)
    after = sum(one.part is Part.AFTER for one in card.tried)
    rows = [(words(say("Values")), words(say("{before} before, {after} after.", before=before, after=after)))]
    if found is None or verdict.word is Word.EARLY:
        return tuple(rows)
    change = amount(measure, found.value, words, imperial=imperial, signed=True)
    ends = reach(measure, found.low, found.high, words, imperial=imperial, signed=True)
    better = verdict.better >= verdict.worse
    chance = say("Chance of a larger one, for the better") if better else say("Chance of a larger one, for the worse")
    rows += [
        (words(say("Change")), f"{change} ({ends})"),
        (words(say("Smallest change that counts")), amount(measure, verdict.limit, words, imperial=imperial)),
        (words(chance), likely(max(verdict.better, verdict.worse), words)),
    ]
    return tuple(rows)


def _drawn(card: Card, words: Words, imperial: bool) -> Drawn:
    measure, tried = card.outcome.measure, card.tried
    values = [one.value for one in tried]
    start, found = card.level[0], card.change
    ends = (start + found.low, start + found.high) if found is not None and start is not None else None
    low, high = min(values), max(values)
    room = (high - low) or abs(high) * 0.1 or 1.0
    if ends is not None:
        low, high = min(low, max(ends[0], low - room)), max(high, min(ends[1], high + room))
    first, days = tried[0].day, max(1, (tried[-1].day - tried[0].day).days)
    span = (high - low) or room

    def up(value: float) -> float:
        return min(1.0, max(0.0, (value - low) / span))

    sides = [[(one.day - first).days / days for one in tried if one.part is part] for part in (Part.BEFORE, Part.AFTER)]
    levels = tuple(
        (side[0], side[-1], up(level))
        for side, level in zip(sides, card.level, strict=True)
        if side and level is not None
    )
    after = sides[1]
    return Drawn(
        dots=tuple(((one.day - first).days / days, up(one.value), one.part.value) for one in tried),
        levels=levels,
        band=(after[0], after[-1], up(ends[0]), up(ends[1])) if ends is not None and after else None,
        low=amount(measure, low, words, imperial=imperial),
        high=amount(measure, high, words, imperial=imperial),
        first=words.date(first),
        last=words.date(tried[-1].day),
        says=words(say("All values in the order of their days; the table below holds them")),
    )
