"""`progress`."""

import json as json_
from typing import TYPE_CHECKING, Any

import typer

from backstride.cli.options import Data, Database, Json, store_at
from backstride.cli.terminal import console, reader

if TYPE_CHECKING:
    from backstride.app.progress import Card, Judged

_ = reader()

STYLES = {"shown": "green", "probably": "yellow", "contradicted": "red"}


def progress(json: Json = False, data: Data = None, database: Database = None) -> None:
    """Every outcome with what studies and one's own data say."""
    from backstride.app.linking import today_of
    from backstride.app.progress import verdicts

    store = store_at(data, database)
    judged = verdicts(store, today_of(store))
    if json:
        typer.echo(json_.dumps(_plain(judged), ensure_ascii=False))
        return
    if not judged.cards:
        console().print(_("No outcomes are chosen yet. Make a plan, or choose them on the page Progress."))
        return
    if judged.choice.at is None:
        console().print(_("You have not chosen yet: this is what your goal proposes."))
    for card in judged.cards:
        _print(card)


def _print(card: "Card") -> None:
    from rich.text import Text

    from backstride.words.evidence import STANDINGS
    from backstride.words.progress import CAUTIONS, SAYS, VERDICTS, amount, hint_in_words, reach

    measure, found, word = card.outcome.measure, card.change, card.verdict.word
    shown = console()
    shown.print(Text(f"\n{_(measure.name)}", style="bold"))
    shown.print(Text(_("Studies: {standing}. {sentence}", standing=_(STANDINGS[card.promise.standing]),
                       sentence=_(card.promise.sentence))))  # fmt: skip
    shown.print(Text(_("You: {word}. {says}", word=_(VERDICTS[word]), says=_(SAYS[word])), style=STYLES.get(word, "")))
    if found is not None and word != "too early":
        change = amount(measure, found.value, _, signed=True)
        ends = reach(measure, found.low, found.high, _, signed=True)
        limit = amount(measure, card.verdict.limit, _)
        shown.print(Text(_("Change {change} ({ends}, nine times of ten); it counts from {limit} on.",
                           change=change, ends=ends, limit=limit)))  # fmt: skip
        for one in card.cautions:
            shown.print(Text(_(CAUTIONS[one])))
    shown.print(Text(_(hint_in_words(card.hint, card.outcome))))


def _plain(judged: "Judged") -> dict[str, Any]:
    return {
        "goal": judged.goal,
        "chosen_at": judged.choice.at.isoformat() if judged.choice.at else None,
        "chosen_late": judged.choice.late,
        "corrected_for": judged.choice.judged,
        "first_backward_session": judged.began.isoformat() if judged.began else None,
        "backward_sessions": judged.sessions,
        "cards": [_card(card) for card in judged.cards],
    }


def _card(card: "Card") -> dict[str, Any]:
    found, verdict = card.change, card.verdict
    return {
        "outcome": card.outcome.key,
        "promise": card.promise.key,
        "studies": card.promise.standing,
        "verdict": verdict.word,
        "unit": card.outcome.measure.unit,
        "change": None if found is None else {"value": found.value, "low": found.low, "high": found.high},
        "adjusted_for": [] if found is None else list(found.adjusted),
        "chance_better": verdict.better,
        "chance_worse": verdict.worse,
        "chance_asked": verdict.asked,
        "counts_from": verdict.limit,
        "cautions": list(card.cautions),
        "mdc": card.mdc,
        "outlook": card.hint.outlook,
        "more": card.hint.tries,
        "points": [{"day": one.day.isoformat(), "value": one.value, "part": one.part} for one in card.tried],
    }
