"""`python -m benchmarks accuracy`: judges the engine and, with all parts, writes docs/explain/accuracy.md."""

import argparse
import subprocess
import sys
from collections.abc import Sequence

from backstride.gait import RECIPE
from benchmarks.accuracy import peers, screen, streamed, trust
from benchmarks.accuracy.answers import answer
from benchmarks.accuracy.folder import ROOT, data_folder
from benchmarks.accuracy.questions import PARTS, QUESTIONS
from benchmarks.accuracy.report import Run, page
from benchmarks.accuracy.run import verdicts
from benchmarks.speed import bench_direction

PAGE = ROOT / "docs" / "explain" / "accuracy.md"
PICTURE = ROOT / "docs" / "pictures" / trust.PICTURE
TRACKER = "tracker"
PARTS_SHOWN = ", ".join((*PARTS, TRACKER))


def main(arguments: Sequence[str]) -> int:
    asked = parser().parse_args(arguments)
    data = data_folder()
    if data is None:
        print(
            "The recordings of real people are not on this machine: they may not be passed on. Set BACKSTRIDE_DATA"
            " to a folder that holds them (docs/explain/accuracy.md names each source).",
            file=sys.stderr,
        )
        return 1
    unknown = sorted(set(asked.parts) - set(PARTS) - {TRACKER})
    if unknown:
        print(f"No such part: {', '.join(unknown)}. There are: {PARTS_SHOWN}.", file=sys.stderr)
        return 2
    questions = [q for q in QUESTIONS if not asked.parts or q.part in asked.parts]
    found = verdicts(data, questions, asked.quick)
    answers = answer(questions, found)
    if asked.each:
        print("\n".join(screen.each(found)))
    print("\n".join(screen.lines(answers)))
    whole = not asked.parts and not asked.quick
    followed = streamed.followed(data) if whole or TRACKER in asked.parts else []
    if followed:
        print("\n" + "\n".join(streamed.section(followed)))
    if whole:
        run = Run(
            asked.date or _committed(),
            RECIPE,
            answers,
            found,
            followed,
            peers.compare(data),
            bench_direction.measure(),
        )
        PAGE.write_text(page(run))
        PICTURE.write_text(trust.picture(found))
        print(f"\nWritten: {PAGE.relative_to(ROOT)}, {PICTURE.relative_to(ROOT)}")
    return 0


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="run-benchmarks accuracy", description=__doc__)
    made.add_argument("parts", nargs="*", metavar="part", help=f"only these: {PARTS_SHOWN}; all: writes the page")
    made.add_argument("--quick", action="store_true", help="every third trial, 100 Hz alone; nothing is written")
    made.add_argument("--each", action="store_true", help="print what was said of every trial")
    made.add_argument("--date", help="what the page says of when it was measured; else the date of the last commit")
    return made


def _committed() -> str:
    """Date and short name of the commit that was judged, and whether files differ from it."""
    git = ["git", "-C", str(ROOT)]
    last = subprocess.run([*git, "log", "-1", "--format=%cs, commit %h"], check=False, capture_output=True, text=True)
    changed = subprocess.run(
        [*git, "status", "--porcelain", "src/backstride/gait"], check=False, capture_output=True, text=True
    )
    if last.returncode:
        return "date not known"
    return last.stdout.strip() + (" with changes not committed" if changed.stdout.strip() else "")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
