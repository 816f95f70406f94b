"""Every claim names a real source, lies in its own range, and is used."""

import re
from pathlib import Path

import pytest

from backstride.evidence import Claim, Grade, Source, gait, safety, sources

CLAIMS = {name: value for module in (gait, safety) for name, value in vars(module).items() if isinstance(value, Claim)}
SOURCE_FOLDER = Path(gait.__file__).parents[1]


@pytest.mark.parametrize("name", CLAIMS)
def test_a_claim_resolves_and_lies_in_its_range(name: str) -> None:
    claim = CLAIMS[name]
    assert sources.SOURCES[claim.source.key] is claim.source
    assert claim.low <= claim.value <= claim.high
    assert claim.unit
    assert str(claim.says)
    assert str(claim.population)
    assert claim.grade < Grade.MEASURED, "what was measured here is no borrowed number"


def test_no_claim_is_idle() -> None:
    code = "\n".join(path.read_text() for path in SOURCE_FOLDER.rglob("*.py") if path.parent.name != "evidence")
    idle = [name for name in CLAIMS if not re.search(rf"\b(claims|safety)\.{name}\b", code)]
    assert idle == []


def test_no_source_is_idle() -> None:
    used = {claim.source.key for claim in CLAIMS.values()}
    assert set(sources.SOURCES) == used


@pytest.mark.parametrize("source", sources.SOURCES.values(), ids=lambda source: source.key)
def test_a_publication_can_be_found(source: Source) -> None:
    own = source in (sources.JUDGEMENT, sources.MECHANICS)
    assert own or source.doi or source.pmid or source.url or re.search(r"\d", source.venue)


def test_judgement_never_passes_for_a_study() -> None:
    for claim in CLAIMS.values():
        if claim.source is sources.JUDGEMENT:
            assert claim.grade <= Grade.EXPERT
