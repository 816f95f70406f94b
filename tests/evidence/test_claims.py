"""Every claim names a real source, lies in its own range, and is used."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import backstride
from backstride.evidence import Claim, Grade, Source, publications, sources
from backstride.evidence.promises import PROMISES
from backstride.evidence.table import CLAIMS, SUBJECTS, key_of

CODE = Path(next(iter(backstride.__path__)))
CLAIM_FILES = {CODE / "evidence" / f"{subject}.py" for subject in SUBJECTS}
"""Here claims are stated, not used."""

NAMED = tuple(
    (subject, name, value)
    for subject, module in SUBJECTS.items()
    for name, value in vars(module).items()
    if isinstance(value, Claim)
)


def used(path: Path) -> Iterator[tuple[str, str]]:
    """The (subject, name) pairs that a file reads from the modules of claims, whatever it calls them."""
    text = path.read_text(encoding="utf-8")
    if "backstride.evidence" not in text:
        return
    aliases: dict[str, str] = {}
    for node in ast.walk(tree := ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and node.module == "backstride.evidence":
            aliases |= {alias.asname or alias.name: alias.name for alias in node.names if alias.name in SUBJECTS}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("backstride.evidence."):
            subject = (node.module or "").rpartition(".")[2]
            yield from ((subject, alias.name) for alias in node.names if alias.name.isupper())
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in aliases:
            yield aliases[node.value.id], node.attr


@pytest.mark.parametrize("key", CLAIMS)
def test_a_claim_resolves_and_lies_in_its_range(key: str) -> None:
    claim = CLAIMS[key]
    assert sources.SOURCES[claim.source.key] is claim.source
    assert claim.low <= claim.value <= claim.high
    assert claim.unit
    assert str(claim.says)
    assert str(claim.population)
    assert claim.grade < Grade.MEASURED, "what was measured here is no borrowed number"
    assert key_of(claim) == key


def test_the_name_of_a_claim_is_its_own() -> None:
    names = [name for _, name, _ in NAMED]
    assert sorted(names) == sorted(set(names))
    assert len(CLAIMS) == len(names)


def test_every_module_of_claims_is_a_subject() -> None:
    stating = {
        path.stem
        for path in (CODE / "evidence").glob("*.py")
        if re.search(r"^[A-Z][A-Z0-9_]* = Claim\(", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert stating == set(SUBJECTS)


def test_no_claim_is_idle() -> None:
    read = {pair for path in CODE.rglob("*.py") if path not in CLAIM_FILES for pair in used(path)}
    idle = [f"{subject}.{name}" for subject, name, _ in NAMED if (subject, name) not in read]
    assert idle == []


def test_a_claim_that_is_only_spelled_out_counts_as_idle(tmp_path: Path) -> None:
    path = tmp_path / "reads.py"
    path.write_text(
        "from backstride.evidence import gait as g, safety\n"
        "from backstride.evidence.gait import CLIMB_M\n"
        "print(g.WALK_CADENCE_SPM.value, 'safety.CALM_S')  # safety.CALM_S\n"
    )
    assert set(used(path)) == {("gait", "CLIMB_M"), ("gait", "WALK_CADENCE_SPM")}


def test_no_source_is_idle() -> None:
    cited = {claim.source.key for claim in CLAIMS.values()}
    cited |= {study.source.key for promise in PROMISES.values() for study in promise.studies}
    assert set(sources.SOURCES) == cited


def test_the_key_of_a_source_is_its_own() -> None:
    stated = [
        value.key for module in (sources, publications) for value in vars(module).values() if isinstance(value, Source)
    ]
    assert sorted(stated) == sorted(set(stated))


@pytest.mark.parametrize("source", sources.SOURCES.values(), ids=lambda source: source.key)
def test_a_publication_can_be_found(source: Source) -> None:
    own = source in (sources.JUDGEMENT, sources.MECHANICS)
    assert own or source.doi or source.pmid or source.url or re.search(r"\d", source.venue)


def test_judgement_never_passes_for_a_study() -> None:
    for claim in CLAIMS.values():
        if claim.source is sources.JUDGEMENT:
            assert claim.grade <= Grade.EXPERT
