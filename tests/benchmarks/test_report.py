"""The page, from verdicts made by hand."""

from dataclasses import replace

from benchmarks.accuracy import reasons
from benchmarks.accuracy.answers import answer
from benchmarks.accuracy.judge import Verdict
from benchmarks.accuracy.questions import QUESTIONS
from benchmarks.accuracy.report import Run, page
from benchmarks.accuracy.trial import Protocol

from backstride.recording import Placement
from tests.benchmarks.test_scores import B, F, U, verdict


def made(protocol: Protocol, right: int) -> Verdict:
    """Of ten seconds each way, so many are said rightly."""
    pairs = [(way, way if k < right else U) for way in (F, B) for k in range(10)]
    return replace(verdict(pairs), source="lafan1", protocol=protocol, placement=Placement.WAIST, others=True)


def written(verdicts: list[Verdict]) -> str:
    return page(Run("2026-11-20", "made", answer(QUESTIONS, verdicts), verdicts, (), (), ()))


def test_protocols_stand_side_by_side() -> None:
    lines = written([made(Protocol.NOTHING, 5), made(Protocol.OTHERS, 9)]).splitlines()
    title = lines.index("### What a person's other recordings teach")
    assert lines[title + 4] == "|  | no calibration | other recordings marked |"
    row = "| lafan1, waist: direction, seconds in bouts of 2 s or more | 0.500 (20) | 0.900 (20) |"
    assert row in lines[title:]


def test_what_is_missed_is_told_with_its_reason() -> None:
    text = written([made(Protocol.FORWARD, 5)])
    missed = text.split("## What is missed, and why")[1].split("## Everything")[0]
    assert "Waist, motion capture: direction" in missed
    assert reasons.UNEXPLAINED not in missed


def test_reasons_hold_for_what_they_name() -> None:
    unknown = next(q for q in QUESTIONS if "strikewatch" in q.sources and "UNKNOWN" in q.text)
    assert "no gyroscope" in reasons.why(unknown)
    backward = next(q for q in QUESTIONS if "strikewatch" in q.sources and "called backward" in q.text)
    assert reasons.why(backward) == reasons.UNEXPLAINED
