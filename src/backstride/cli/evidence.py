"""`evidence`."""

import json as json_
from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from backstride.cli.options import Json
from backstride.cli.terminal import console, reader, table
from backstride.errors import NotFound
from backstride.message import say

if TYPE_CHECKING:
    from backstride.app.evidence import Together
    from backstride.evidence import Claim
    from backstride.evidence.study import Promise, Study

_ = reader()

Key = Annotated[str | None, typer.Argument(metavar="KEY", help=_("A promise or a number, as the lists name it."))]
Numbers = Annotated[bool, typer.Option("--numbers", help=_("List the borrowed numbers instead."))]
Disputed = Annotated[bool, typer.Option("--disputed", help=_("List where articles contradict each other instead."))]
STYLES = {"supported": "green", "mixed": "yellow", "contradicted": "red"}


def evidence(key: Key = None, numbers: Numbers = False, disputed: Disputed = False, json: Json = False) -> None:
    """The promises, one of them with its studies, or the numbers that were borrowed."""
    from backstride.app.evidence import Wanted, find_promises
    from backstride.evidence.promises import PROMISES
    from backstride.evidence.table import CLAIMS

    if disputed and key is None:
        _print_disputes(json)
        return
    if key is not None and key not in PROMISES and key not in CLAIMS:
        raise NotFound(say("there is no promise and no number {key}; `evidence` lists them", key=key))
    if key in CLAIMS or (numbers and key is None):
        claims = {name: claim for name, claim in CLAIMS.items() if key in (None, name)}
        if json:
            _print_json([_claim(*pair) for pair in claims.items()])
        else:
            _print_claims(claims.items(), key)
        return
    found = [one for one in find_promises(Wanted(), _) if key in (None, one.key)]
    if json:
        _print_json([_promise(one) for one in found])
    elif key is not None:
        _print_promise(found[0])
    else:
        _print_promises(found)


def _print_disputes(json: bool) -> None:
    from rich.text import Text

    from backstride.evidence.disputes import DISPUTES

    if json:
        _print_json(
            [
                {"key": one.key, "question": _(one.question), "one": _(one.one), "other": _(one.other)}
                | {"answer": _(one.answer), "promises": one.promises}
                for one in DISPUTES
            ]
        )
        return
    for one in DISPUTES:
        console().print(Text(f"\n{_(one.question)}", style="bold"))
        console().print(Text(f"{_(one.one)} / {_(one.other)}", style="italic"))
        console().print(Text(_(one.answer)))
        console().print(Text(f"evidence {' | '.join(one.promises)}", style="dim"))


def _print_promises(rows: Iterable["Promise"]) -> None:
    from backstride.words.evidence import STANDING_GLYPHS, STANDINGS

    shown = table(_("Key"), _("Standing"), _("Promise"), whole=(0, 1))
    for row in rows:
        style = STYLES.get(row.standing, "default")
        mark = f"[{style}]{STANDING_GLYPHS[row.standing]} {_(STANDINGS[row.standing])}[/]"
        shown.add_row(row.key, mark, _(row.statement))
    console().print(shown)


def _print_promise(row: "Promise") -> None:
    from rich.text import Text

    from backstride.app.evidence import forests
    from backstride.words.evidence import STANDING_GLYPHS, STANDINGS
    from backstride.words.names import GRADES

    console().print(Text(_(row.statement), style="bold"))
    mark = f"{STANDING_GLYPHS[row.standing]} {_(STANDINGS[row.standing])}"
    console().print(Text(f"{mark} · {_(GRADES[row.grade])}", style=STYLES.get(row.standing, "default")))
    console().print(Text(_(row.sentence)))
    for together in forests(row):
        _print_forest(together)
    console().print(Text(f"\n{_('What is not known')}: {_(row.open)}"))
    for title, studies in (
        (_("Found it"), row.agree),
        (_("Found no difference"), row.neither),
        (_("Found the opposite"), row.differ),
        (_("Bear on it, without having looked at it"), row.near),
    ):
        _print_studies(title, studies)


def _print_forest(together: "Together") -> None:
    from rich.text import Text

    from backstride.words.evidence import effect_in_words, effect_unit, interval, short_name, signed

    console().print(Text(f"\n{_(together.forest.title)}", style="bold"))
    shown = table(_("Study"), _("Effect with 95 % interval"), _("Weight"), right=(1, 2))
    weights = iter(together.pooled.weights if together.pooled else ())
    for study in together.forest.studies:
        if study.effect is not None:
            weight = next(weights, None) if study.effect.has_interval else None
            effect = effect_in_words(study.effect, _)
            shown.add_row(short_name(study.source, _), effect, "" if weight is None else _.percent(weight))
    if together.pooled is not None and (first := together.forest.studies[0].effect) is not None:
        one = together.pooled
        ends = interval(one.low, one.high, first.kind, _)
        whole = f"{signed(one.value, _, first.kind)} {effect_unit(first, _)} ({ends})"
        shown.add_row(_("All together"), whole, _.percent(1))
        expected = interval(one.expected_low, one.expected_high, first.kind, _)
        shown.add_row(_("A further study is expected at"), expected, "")
    console().print(shown)
    console().print(Text(_(together.forest.why)))


def _print_studies(title: str, studies: Iterable["Study"]) -> None:
    from rich.text import Text

    from backstride.evidence.study import Checked
    from backstride.words.evidence import CHECKED, effect_in_words, short_name

    for place, study in enumerate(studies):
        if place == 0:
            console().print(Text(f"\n{title}", style="bold"))
        said = _(study.says) if study.says else effect_in_words(study.effect, _) if study.effect else ""
        unseen = "" if study.checked is Checked.SEEN else f" [{_(CHECKED[study.checked])}]"
        console().print(
            Text(f"- {short_name(study.source, _)}{unseen}: {_(study.outcome)}. {said} {study.source.link}")
        )


def _print_claims(claims: Iterable[tuple[str, "Claim"]], key: str | None) -> None:
    from backstride.words.evidence import by_whom, plain_number, unit_name
    from backstride.words.names import GRADES

    shown = table(_("Key"), _("Value"), _("Range"), _("Grade"), _("Meaning"), right=(1,), whole=(0,))
    for name, claim in claims:
        ends = "–".join(plain_number(end, claim.unit, _) for end in (claim.low, claim.high))
        value = f"{plain_number(claim.value, claim.unit, _)} {unit_name(claim.unit, _)}".strip()
        source = f" · {by_whom(claim.source, _)} {claim.source.year or ''}. {claim.source.title}. {claim.source.link}"
        shown.add_row(name, value, ends, _(GRADES[claim.grade]), _(claim.says) + (source if key else ""))
    console().print(shown)


def _promise(row: "Promise") -> dict[str, Any]:
    from backstride.app.evidence import forests

    return {
        "key": row.key,
        "topic": row.topic,
        "standing": row.standing,
        "grade": row.grade.name.lower(),
        "statement": _(row.statement),
        "sentence": _(row.sentence),
        "open": _(row.open),
        "agree": [_study(study) for study in row.agree],
        "neither": [_study(study) for study in row.neither],
        "differ": [_study(study) for study in row.differ],
        "near": [_study(study) for study in row.near],
        "pooled": [
            {"title": _(together.forest.title)} | asdict(together.pooled)
            for together in forests(row)
            if together.pooled
        ],
    }


def _study(study: "Study") -> dict[str, Any]:
    effect = study.effect
    return {
        "row": study.row,
        "source": study.source.key,
        "authors": study.source.authors,
        "year": study.source.year,
        "link": study.source.link,
        "design": study.design,
        "n": study.n,
        "people": _(study.people),
        "outcome": _(study.outcome),
        "checked": study.checked,
        "says": _(study.says) if study.says else None,
        "effect": None
        if effect is None
        else {
            "kind": effect.kind,
            "value": effect.value,
            "low": effect.low if effect.has_interval else None,
            "high": effect.high if effect.has_interval else None,
            "unit": effect.unit,
            "origin": effect.origin,
        },
    }


def _claim(key: str, claim: "Claim") -> dict[str, Any]:
    return {
        "key": key,
        "value": claim.value,
        "unit": claim.unit,
        "low": claim.low,
        "high": claim.high,
        "grade": claim.grade.name.lower(),
        "says": _(claim.says),
        "population": _(claim.population),
        "source": claim.source.key,
        "link": claim.source.link,
    }


def _print_json(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        typer.echo(json_.dumps(row, ensure_ascii=False))
