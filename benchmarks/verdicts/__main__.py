"""`run-benchmarks verdicts [--to FILE]`: simulate, and write docs/explain/verdicts.md."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from benchmarks.verdicts.report import page

TARGET = Path("docs/explain/verdicts.md")


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="run-benchmarks verdicts", description=__doc__)
    parser.add_argument("--to", type=Path, default=TARGET, metavar="FILE")
    target = parser.parse_args(arguments).to
    target.write_text("\n".join(page()) + "\n", encoding="utf-8")
    return 0
