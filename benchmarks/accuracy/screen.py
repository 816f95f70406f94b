"""The answers and, on request, every single trial, printed for those who work on the engine."""

from collections.abc import Iterator, Sequence

import numpy as np

from backstride.recording import Direction
from benchmarks.accuracy.answers import Answer, rested_on, target_shown, with_interval
from benchmarks.accuracy.judge import DIRECTIONS, Verdict

MARK = {True: "reached", False: "MISSED", None: ""}
MOVES = (Direction.FORWARD, Direction.BACKWARD)


def lines(answers: Sequence[Answer]) -> Iterator[str]:
    part = ""
    for found in answers:
        question = found.question
        if question.part != part:
            part = question.part
            yield f"\n== {part}"
        told = f"{question.protocol}"
        values = " | ".join(f"{with_interval(result, question.unit):>24}" for result in found.scores.values())
        first = next(iter(found.scores.values()))
        yield (
            f"{question.text:<66.66} {told:<20.20} {values}  {target_shown(question):<15} {MARK[found.reached]:<8}"
            f" {rested_on(first)}"
        )


def each(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """A line a trial: the seconds of forward and of backward truth, and what they were called."""
    short = {direction: str(direction)[:4] for direction in DIRECTIONS}
    for verdict in verdicts:
        cells = verdict.seconds
        parts = []
        for way in MOVES:
            kept = cells.true_direction == DIRECTIONS.index(way)
            if not np.any(kept):
                continue
            counts = np.bincount(cells.said_direction[kept], minlength=len(DIRECTIONS))
            said = " ".join(f"{short[d]} {n}" for d, n in zip(DIRECTIONS, counts, strict=True) if n)
            parts.append(f"{way} {int(kept.sum())}: {said}")
        yield (
            f"{verdict.source:<13.13} {verdict.placement:<7} {verdict.name:<30.30} {verdict.device:<7.7}"
            f" {verdict.protocol:<16.16} {'told' if verdict.placement_told else '    '}  {'   '.join(parts)}"
        )
