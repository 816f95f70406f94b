"""docs/explain/accuracy.md, written from one run."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from backstride.recording import Direction
from benchmarks.accuracy import reasons, streamed, trust
from benchmarks.accuracy.answers import Answer, rested_on, shown, target_shown, with_interval
from benchmarks.accuracy.citations import CITATIONS
from benchmarks.accuracy.judge import Verdict
from benchmarks.accuracy.peers import REQUIREMENTS, Row
from benchmarks.accuracy.streamed import Followed
from benchmarks.accuracy.table import table
from benchmarks.accuracy.trial import Protocol
from benchmarks.accuracy.worn import DEVICES
from benchmarks.figure import Figure

MARK = {True: "yes", False: "**no**", None: ""}
TITLES = {
    "foot": "Foot, real sensor",
    "captured foot": "Foot, motion capture",
    "pocket": "Pocket (thigh), motion capture",
    "waist": "Waist, motion capture",
    "wrist": "Wrist, motion capture",
    "taught": "What a person's other recordings teach",
    "forward": "People who only go forward",
    "steps": "Steps, contact and flight",
    "gait": "Walking, running, still",
    "turning": "Turning",
    "simulated": "Simulated people never met",
    "trust": "Can the confidence be trusted?",
}

SIDE_BY_SIDE = ("taught", "simulated")


@dataclass(frozen=True, slots=True)
class Run:
    """All that one run found. `dated` is what the person or the commit says."""

    dated: str
    recipe: str
    answers: Sequence[Answer]
    verdicts: Sequence[Verdict]
    followed: Sequence[Followed]
    peers: Sequence[Row]
    speed: Sequence[Figure]


def page(run: Run) -> str:
    parts = (
        _head(run),
        _targets(run),
        _missed(run),
        _tables(run),
        trust.confidence(run.verdicts),
        trust.alarms(run.verdicts),
        streamed.section(run.followed),
        _peers(run),
        _speed(run),
        _method(),
    )
    return "\n".join(line for part in parts for line in part) + "\n"


def _head(run: Run) -> Iterator[str]:
    hours = sum(v.duration_s for v in run.verdicts) / 3600
    took = sum(v.took_s for v in run.verdicts)
    yield "# How well it knows which way you move"
    yield ""
    yield (
        "This page is written by `./run-benchmarks accuracy`, from recordings of real people whose directions are "
        "known. By the project's rule no parameter of the engine is computed from them. But it was built while "
        "these figures were watched, so this is no blind test: people it has never met may fare worse. Every sensor is "
        "turned to a random attitude before it is judged; its place is told, but for rows that say otherwise."
    )
    yield ""
    yield (
        "Where the engine's numbers come from: what the shape of a stride weighs is fitted to simulated people "
        "(`./run-benchmarks fit`, the same people every time). How much each source counts beside the others, and "
        "how far one half second repeats the last, was reasoned and then checked on simulated people. Speeds, "
        "cadences, turning rates, the sensors' drift and the limit from which a direction is stated are published "
        "values, mechanics or judgement: each is listed with its source, its range and its grade in "
        "`backstride.evidence`."
    )
    yield ""
    yield f"- measured: {run.dated}"
    yield f"- recipe of the analysis: `{run.recipe}`"
    yield f"- {len(run.verdicts)} analyses of {hours:.1f} hours of recordings, {took:.0f} s of computing"
    yield ""


def _targets(run: Run) -> Iterator[str]:
    asked = [a for a in run.answers if a.reached is not None]
    reached = sum(a.reached is True for a in asked)
    yield "## Targets"
    yield ""
    yield (
        f"{reached} of {len(asked)} are reached, on both kinds of device. Whoever says nothing calls nothing backward: "
        "read each row on that beside its row on UNKNOWN."
    )
    yield ""
    yield from _rows(asked, with_part=True)


def _rows(answers: Sequence[Answer], with_part: bool = False) -> Iterator[str]:
    head = ["", "told", *(device.name for device in DEVICES), "target", "reached", "rests on"]
    rows = []
    for found in answers:
        question = found.question
        text = f"{TITLES[question.part]}: {question.text}" if with_part else question.text
        told = str(question.protocol) + ("" if question.placement_told else ", placement not told")
        values = [with_interval(found.scores[d.name], question.unit) if d.name in found.scores else "" for d in DEVICES]
        first = next(iter(found.scores.values()))
        mark = "nothing decided" if found.undecided else MARK[found.reached]
        rows.append([text, told, *values, target_shown(question), mark, rested_on(first)])
    yield from table(head, rows)


def _missed(run: Run) -> Iterator[str]:
    missed = [a.question for a in run.answers if a.reached is False]
    if not missed:
        return
    yield "## What is missed, and why"
    yield ""
    yield ("“Seen” was checked on these recordings; “supposed” is our best reading and was not tested on its own.")
    yield ""
    by_reason: dict[str, list[str]] = {}
    for question in missed:
        by_reason.setdefault(reasons.why(question), []).append(f"{TITLES[question.part]}: {question.text}")
    for why, texts in by_reason.items():
        yield f"- **{'; '.join(dict.fromkeys(texts))}**: {why}"
    yield ""


def _tables(run: Run) -> Iterator[str]:
    yield "## Everything that was measured"
    yield ""
    yield (
        "Shares are of seconds; beside each the middle 95 % when people are drawn again with replacement. With one or "
        "two people there is no such interval: read those rows as what happened to them."
    )
    yield ""
    for part, title in TITLES.items():
        answers = [a for a in run.answers if a.question.part == part]
        if answers:
            yield f"### {title}"
            yield ""
            yield from _side_by_side(answers) if part in SIDE_BY_SIDE else _rows(answers)


def _side_by_side(answers: Sequence[Answer]) -> Iterator[str]:
    """A column for each protocol, in it both devices."""
    protocols = [protocol for protocol in Protocol if any(a.question.protocol is protocol for a in answers)]
    yield f"In each field: {' / '.join(device.name for device in DEVICES)}; in brackets how many seconds or events."
    yield ""
    rows = []
    for text in dict.fromkeys(a.question.text for a in answers):
        mine = {a.question.protocol: a for a in answers if a.question.text == text}
        rows.append([text, *(_field(mine[each]) if each in mine else "" for each in protocols)])
    yield from table(["", *protocols], rows)


def _field(found: Answer) -> str:
    values = " / ".join(shown(result.value, found.question.unit) for result in found.scores.values())
    return f"{values} ({next(iter(found.scores.values())).amount})"


def _peers(run: Run) -> Iterator[str]:
    yield "## Beside other open toolkits"
    yield ""
    yield (
        "Forward walking of lafan1 in bouts of 4 s or more, a virtual sensor at the waist. The toolkits are told the "
        "sensor's axes and the bouts; Backstride is told neither. They have no notion of direction. "
        "Both were made for real sensors at the lower back, with the shocks that 30 Hz capture has lost, and "
        "skdh's shortest bout was lowered from 8 to 3 s for these bouts. A median leaves out bouts without a cadence; "
        "the share counts them as missed."
    )
    yield ""
    rows = []
    for peer in run.peers:
        name = REQUIREMENTS.get(peer.name, peer.name)
        if peer.words:
            rows.append([name, f"left out: {peer.words}", "", "", "", ""])
            continue
        silent = f", {peer.silent} bouts without" if peer.silent else ""
        rows.append(
            [
                name,
                f"{peer.steps} of {peer.true_steps}",
                f"{peer.cadence_spm:.2f} steps/min{silent}",
                f"{peer.close:.2f}",
                str(peer.bouts),
                f"{peer.took_s:.2f} s",
            ]
        )
    head = ["", "steps", "cadence, median error", "bouts within 1 step/min", "bouts", "processor time"]
    yield from table(head, rows)


def _speed(run: Run) -> Iterator[str]:
    yield "## Speed"
    yield ""
    yield "Simulated sessions at 100 Hz and six axes, one core, processor time."
    yield ""
    rows = [
        [f.name, f"{f.value:.3g} {f.unit}" if math.isfinite(f.value) else "–", f.target, MARK[f.reached], f.note]
        for f in run.speed
    ]
    yield from table(["", "measured", "target", "reached", ""], rows)


def _method() -> Iterator[str]:
    yield "## How it is judged"
    yield ""
    yield (
        "- A second counts when it lies wholly inside a stretch of one labelled direction; it was called what most of "
        "it was called. Balanced accuracy is the mean of the shares of forward and of backward seconds that were "
        f"called rightly. {Direction.UNKNOWN.upper()} is wrong there; beside it stands the same among the "
        "decided seconds, and how many were left undecided."
    )
    yield (
        "- A change of direction is as late as the start of the new direction lies outside the interval that the label "
        "gives."
    )
    yield (
        "- “other recordings marked”: in every other recording of the same person, with the sensor at the same place, "
        "each stretch of 2 s or more was marked forward or backward; what that taught (10 s or more of either "
        "direction) was given to the engine. Rows of that table are of the same recordings with and without it."
    )
    yield (
        "- A turn is found by the event that tells it; where none is near, a bout of turning will do. Its onset is "
        "compared. “Told in the midst of going forward or backward” counts turns where the label knows of none: bends, "
        "or false ones."
    )
    yield (
        "- “10 s forward known”: the first forward walking stretches (2 s or more each) that add up to 10 s are marked "
        "by the person, as in the app. Those seconds are not judged. “10 s forward and 10 s backward” likewise, "
        "with at most half of what there is of backward."
    )
    yield (
        "- Cadence is judged on bouts of 4 s or more in which the truth holds every contact: for motion capture the "
        "instants at which a foot is farthest ahead of the pelvis in the direction of travel (doi "
        "10.1016/j.gaitpost.2007.07.007), for the force plate 0.05 body weights. How far the first can be trusted is "
        "measured too: against the instants at which each foot swings fastest."
    )
    yield (
        "- The clips of bandai and cmu_iclone are short recordings joined by pauses of 2 s in which nothing was "
        "recorded; bandai's actors are not named, so that they count as one person."
    )
    yield (
        "- “phone” means 60 samples a second after a low pass, acceleration rounded to 0.1 m/s² and angular rate to "
        "0.1 degrees a second, no compass: what a browser gives."
    )
    yield (
        "- Motion capture of 30 Hz holds nothing above about 10 Hz, no shock of landing, no soft tissue. Virtual "
        "sensors have the noise and bias of a phone's added. Real sensors outrank them."
    )
    yield ""
    yield "## Data"
    yield ""
    yield (
        "None of these recordings is shipped with Backstride, and nothing that ships was derived from them. They are "
        "used here to judge."
    )
    yield ""
    yield from table(
        ["", "what", "people", "backward", "from", "licence"],
        [[c.name, c.what, c.people, c.backward, c.origin, c.licence] for c in CITATIONS],
    )
