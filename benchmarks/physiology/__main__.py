"""`python -m benchmarks physiology`: holds models against published values and writes docs/explain/physiology.md."""

import argparse
import sys
from collections.abc import Sequence

from benchmarks.accuracy.folder import ROOT
from benchmarks.physiology.report import MARK, page
from benchmarks.physiology.targets import targets

PAGE = ROOT / "docs" / "explain" / "physiology.md"


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="run-benchmarks physiology", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; say whether the page is the present one")
    asked = parser.parse_args(arguments)
    for row in targets():
        print(f"{row.id:4} {MARK[row.reached]:12} {row.what}: {row.found} ({row.published}, {row.tolerance})")
    if asked.check:
        return 0 if PAGE.read_text(encoding="utf-8") == page() else 1
    PAGE.write_text(page(), encoding="utf-8")
    print(f"\nWritten: {PAGE.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
