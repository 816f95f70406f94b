"""Each question with its score on every device, and whether its target is reached."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.accuracy.judge import Verdict
from benchmarks.accuracy.question import Question
from benchmarks.accuracy.scores import Score, score
from benchmarks.accuracy.worn import DEVICES
from benchmarks.figure import COMPARE

SHOWN = {"share": (1.0, 3, ""), "%": (100.0, 1, " %"), "ms": (1000.0, 1, " ms")}


@dataclass(frozen=True, slots=True)
class Answer:
    """`scores` by the device's name.

    reached    None where there is no target, False where one device misses it
    undecided  there is a target, and not one second was decided to judge by it
    """

    question: Question
    scores: dict[str, Score]
    reached: bool | None
    undecided: bool = False


def answer(questions: Sequence[Question], verdicts: Sequence[Verdict]) -> list[Answer]:
    """Questions without a single second or event are left out."""
    answers = []
    for question in questions:
        asked = [verdict for verdict in verdicts if question.asks(verdict)]
        found = {
            device.name: score([v for v in asked if v.device == device.name], question.rows, question.statistic)
            for device in DEVICES
            if any(v.device == device.name for v in asked)
        }
        if any(result.amount for result in found.values()):
            undecided = bool(question.target) and not any(math.isfinite(r.value) for r in found.values())
            answers.append(Answer(question, found, _reached(question, found), undecided))
    return answers


def _reached(question: Question, found: dict[str, Score]) -> bool | None:
    if not question.target:
        return None
    words, number = question.target.rsplit(" ", 1)
    return all(COMPARE[words](result.value, float(number)) for result in found.values())


def shown(value: float, unit: str) -> str:
    """A number as the tables print it; an en dash where there is none."""
    if not math.isfinite(value):
        return "–"
    factor, digits, mark = SHOWN.get(unit, (1.0, 2, f" {unit}"))
    return f"{value * factor:.{digits}f}{mark}"


def with_interval(result: Score, unit: str) -> str:
    """`0.934 [0.910, 0.952]`; below three people there is no interval."""
    text = shown(result.value, unit)
    if math.isfinite(result.low):
        plain = unit if unit in SHOWN else ""
        low, high = (shown(edge, plain).split(" ")[0] for edge in (result.low, result.high))
        text += f" [{low}, {high}]"
    return text


def target_shown(question: Question) -> str:
    if not question.target:
        return ""
    words, number = question.target.rsplit(" ", 1)
    return f"{words} {shown(float(number), question.unit)}"


def rested_on(result: Score) -> str:
    """`412 of 5 people`."""
    people = "1 person" if result.people == 1 else f"{result.people} people"
    return f"{result.amount} of {people}"
