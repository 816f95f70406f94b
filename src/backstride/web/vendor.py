"""Other people's files that are served from here, with the digests that browsers check."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

STATIC = Path(__file__).parent / "static"


@dataclass(frozen=True, slots=True)
class Package:
    """A row of static/vendor/manifest.json: an npm package, the files taken from it unchanged, and their SHA-384."""

    package: str
    version: str
    license: str
    folder: str
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Asset:
    """What a `<script>` or `<link>` needs."""

    url: str
    integrity: str


@cache
def packages() -> tuple[Package, ...]:
    rows = json.loads((STATIC / "vendor" / "manifest.json").read_text("utf-8"))
    return tuple(Package(**row) for row in rows)


@cache
def vendor(name: str) -> Asset:
    """The asset of that file name. Raises KeyError for one that is not in the manifest."""
    for package in packages():
        if name in package.files and name != "LICENSE":
            return Asset(f"/static/vendor/{package.folder}/{name}", package.files[name])
    raise KeyError(name)
