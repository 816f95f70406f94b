"""The report for a doctor or a coach: what was logged, and the cards of "Is it working?" on paper."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from backstride.app.exporting import safe_name
from backstride.app.leaving import Leaving
from backstride.app.progress import Card, Judged, verdicts
from backstride.app.sessions import sessions
from backstride.formats.writers.progress_sheet import MEDIA_TYPE, ClaimText, Drawn, Report, progress_pdf
from backstride.message import say
from backstride.progress.points import Part
from backstride.progress.verdict import Word
from backstride.session import Done, Session
from backstride.store import Store
from backstride.words import Words
from backstride.words.body import part_name
from backstride.words.evidence import STANDINGS
from backstride.words.plan import GOALS
from backstride.words.progress import CAUTIONS, PARTS, SAYS, VERDICTS, amount, hint_in_words, likely, reach

SIMULATED = say("Simulated: made by a program, nobody's real values.")


def progress_sheet(
    store: Store, words: Words, today: date, paper: str = "a4", *, imperial: bool = False, simulated: bool = False
) -> Leaving:
    """As PDF. simulated: the store is the demo runner's, which every page says."""
    report = report_of(store, words, today, paper, imperial=imperial, simulated=simulated)
    name = safe_name(words(say("Progress {day}", day=today.isoformat())))
    return Leaving(f"{name}.pdf", MEDIA_TYPE, progress_pdf(report, words))


def report_of(
    store: Store, words: Words, today: date, paper: str = "a4", *, imperial: bool = False, simulated: bool = False
) -> Report:
    """What stands on it."""
    judged = verdicts(store, today)
    return Report(
        title=words(say("Is it working?")),
        subtitle=words.date(today, "long"),
        warning=words(SIMULATED) if simulated else "",
        intro=_intro(judged, words),
        logged=tuple(_logged(sessions(store), words)),
        cards=[_claim(card, words, imperial) for card in judged.cards],
        method=(
            words(say("White dots: before training. Grey: between, not counted. Black: after. Lines: the two levels.")),
            words(say("Grey band: where the level after lies, nine times of ten.")),
            words(say("Change is the level after minus the level before; intervals hold nine times of ten.")),
            words(say("It says that something changed, not why.")),
        ),
        language=words.language,
        paper=paper,
    )  # fmt: skip


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


def _logged(kept: Sequence[Session], words: Words) -> Iterator[tuple[str, str]]:
    """What matters to somebody who looks after this person: how much was done, falls, and what hurt."""
    done = sorted((one for one in kept if one.done is not Done.SKIPPED), key=lambda one: one.day)
    if not done:
        return
    first, last = (words.date(one.day) for one in (done[0], done[-1]))
    yield words(say("Sessions")), words(say("{n}, from {first} to {last}", n=len(done), first=first, last=last))
    for name, counts in (
        (say("Falls"), [(one.falls, one.day) for one in done]),
        (say("Near falls"), [(one.near_falls, one.day) for one in done]),
    ):
        days = [day for count, day in counts if count]
        total = sum(count for count, _ in counts)
        yield words(name), words(say("{n}, last on {day}", n=total, day=words.date(days[-1]))) if days else "0"
    levels = defaultdict(list)
    for pain in (pain for one in done for pain in one.pains if pain.level):
        levels[words(part_name(pain.part, pain.side))].append(pain.level)
    hurt = [
        words(say("{place}: at most {level} of 10 (sessions: {n})", place=place, level=max(found), n=len(found)))
        for place, found in sorted(levels.items(), key=lambda item: -max(item[1]))
    ]
    yield words(say("Pain")), "; ".join(hurt) or words(say("none told"))


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
        beware=" ".join(words(one) for one in (*(CAUTIONS[one] for one in card.cautions), card.outcome.beware)),
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
