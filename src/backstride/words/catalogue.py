"""Keep the catalogues in step with the code: `python -m backstride.words.catalogue`.

Collects every literal template given to `say(...)`, `_(...)` or `w(...)`, and every `_("...")` of a page,
merges it into each language's .po file and compiles the .mo beside it. Prints what is not translated yet.
"""

import io
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from backstride.words import LANGUAGES

PACKAGE = Path(__file__).resolve().parents[1]
METHODS = [("**/vendor/**", "ignore"), ("**.py", "python"), ("**/templates/**.html", "jinja2.ext:babel_extract")]
KEYWORDS = {"say": None, "_": None, "w": None}


def collect(package: Path = PACKAGE) -> Catalog:
    """Every template in the code, as a catalogue without translations."""
    catalogue = Catalog(charset="utf-8")
    for _, _, message, _, _ in extract_from_dir(
        package, METHODS, {"**/templates/**.html": {"extensions": "jinja2.ext.do"}}, KEYWORDS
    ):
        if isinstance(message, str) and message:
            catalogue.add(message)
    return catalogue


def po_path(language: str, package: Path = PACKAGE) -> Path:
    return package / "words" / language / "LC_MESSAGES" / "backstride.po"


def load(language: str) -> Catalog:
    """The catalogue of a language as it is in the folder; empty where there is none yet."""
    path = po_path(language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as stream:
        return read_po(stream, locale=language, abort_invalid=True)


def compiled(catalogue: Catalog) -> bytes:
    """The .mo bytes of a catalogue."""
    out = io.BytesIO()
    catalogue.creation_date = datetime(2000, 1, 1, tzinfo=UTC)  # the same sentences give the same bytes on any day
    write_mo(out, catalogue)
    return out.getvalue()


def untranslated(catalogue: Catalog) -> list[str]:
    """Templates that have no sentence in this catalogue, or whose fields do not match."""
    return [
        str(message.id)
        for message in catalogue
        if message.id and (not message.string or message.fuzzy or _fields(message.id) != _fields(message.string))
    ]


def _fields(template: object) -> set[str]:
    from string import Formatter

    return {name for _, name, _, _ in Formatter().parse(str(template)) if name}


def _put(path: Path, data: bytes) -> None:
    """The whole file or nothing: whoever reads it at the same moment never finds half of the sentences."""
    beside = path.with_suffix(f".{os.getpid()}")
    beside.write_bytes(data)
    beside.replace(path)


def main() -> int:
    """Merge, compile and report; 1 when a sentence is missing."""
    found, missing = collect(), 0
    for language in (code for code in LANGUAGES if code != "en"):
        catalogue = load(language)
        catalogue.update(found, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        path = po_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        out = io.BytesIO()
        write_po(out, catalogue, sort_output=True, omit_header=True, width=100)
        _put(path, out.getvalue())
        _put(path.with_suffix(".mo"), compiled(catalogue))
        for template in untranslated(catalogue):
            missing += 1
            print(f"{language}: {template}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
