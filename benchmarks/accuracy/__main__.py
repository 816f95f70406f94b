"""`python -m benchmarks accuracy`: judges the engine and writes docs/explain/accuracy.md."""

import argparse
import sys
from collections.abc import Sequence

from benchmarks.accuracy import screen
from benchmarks.accuracy.answers import answer
from benchmarks.accuracy.folder import data_folder
from benchmarks.accuracy.questions import PARTS, QUESTIONS
from benchmarks.accuracy.run import verdicts


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
    questions = [q for q in QUESTIONS if not asked.parts or q.part in asked.parts]
    found = verdicts(data, questions, asked.quick)
    if asked.each:
        print("\n".join(screen.each(found)))
    print("\n".join(screen.lines(answer(questions, found))))
    return 0


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="run-benchmarks accuracy", description=__doc__)
    made.add_argument("parts", nargs="*", choices=[*PARTS, []], help="only these tables; all: the report is written")
    made.add_argument("--quick", action="store_true", help="every third trial, 100 Hz alone; nothing is written")
    made.add_argument("--each", action="store_true", help="print what was said of every trial")
    return made
