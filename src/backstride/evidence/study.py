"""What was found out about moving backward, and what is promised of it."""

from dataclasses import dataclass
from enum import StrEnum

from backstride.evidence import Grade, Source
from backstride.evidence.effects import Effect, Group
from backstride.message import Message


class Design(StrEnum):
    """How a finding was made."""

    META_ANALYSIS = "meta-analysis"
    REVIEW = "review"
    TRIAL = "trial"
    BEFORE_AFTER = "before-after"
    COMPARISON = "comparison"
    REPEATED = "repeated"
    GROUPS = "groups"
    METHOD = "method"
    TABLE = "table"
    REPORT = "report"


class Checked(StrEnum):
    """What the project itself has seen of a finding. The first is the only one that counts for a standing.

    SEEN        the numbers stand in an abstract, a page or a public file that was read
    DERIVED     computed here from printed numbers, in a way that the publication did not
    UNVERIFIED  from memory or third hand
    """

    SEEN = "seen"
    DERIVED = "derived"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Study:
    """What one publication found on one outcome.

    row         the line of the project's evidence table it stands on
    n           people (of a meta-analysis or a review: None, `people` says how many studies)
    conditions  at which speed, slope or dose; None where the outcome says it
    forward     mean and spread of moving forward (or before, or of the control group); backward likewise
    effect      None where no number was printed that a plot can show
    says        what was found, in words; None where the effect says it all
    beware      what to keep in mind when reading it
    """

    row: str
    source: Source
    design: Design
    n: int | None
    people: Message
    outcome: Message
    conditions: Message | None = None
    forward: Group | None = None
    backward: Group | None = None
    effect: Effect | None = None
    says: Message | None = None
    beware: Message | None = None
    checked: Checked = Checked.SEEN

    @property
    def grade(self) -> Grade:
        """How far it can be trusted: by its design, and nothing that was not seen."""
        if self.checked is not Checked.SEEN:
            return Grade.ASSUMPTION
        if self.design is Design.META_ANALYSIS:
            return Grade.META_ANALYSIS
        if self.design is Design.REVIEW:
            return Grade.REPLICATED
        return Grade.EXPERT if self.design in (Design.REPORT, Design.TABLE) else Grade.SINGLE_STUDY


class Standing(StrEnum):
    """How a promise stands.

    SUPPORTED     two publications or more, or an analysis of many, found it, and they outnumber those that did not
    MIXED         some found it, some did not or the opposite
    WEAK          something speaks for it, too little to rely on
    CONTRADICTED  who looked found the opposite or no difference
    UNKNOWN       nobody was found who looked
    """

    SUPPORTED = "supported"
    MIXED = "mixed"
    WEAK = "weak"
    CONTRADICTED = "contradicted"
    UNKNOWN = "unknown"


class Topic(StrEnum):
    """What promises are sorted by."""

    ENERGY = "energy"
    FITNESS = "fitness"
    JOINTS = "joints"
    MUSCLES = "muscles"
    MOVEMENT = "movement"
    SPEED = "speed"
    BALANCE = "balance"
    REHABILITATION = "rehabilitation"
    MIND = "mind"
    SAFETY = "safety"
    TESTS = "tests"


@dataclass(frozen=True, slots=True)
class Forest:
    """Studies whose effects have one scale, to be drawn over one axis.

    lower, higher  what an effect on that side of the line of no difference means
    pooled         whether they are comparable, independent and have a spread, so that they may be put together
    why            why they are put together, or why they are not
    """

    title: Message
    lower: Message
    higher: Message
    studies: tuple[Study, ...]
    pooled: bool
    why: Message


@dataclass(frozen=True, slots=True)
class Promise:
    """What is said of running backward, judged.

    statement  as it is popularly worded
    sentence   what is so, in plain words
    open       what is not known, and what would change the judgement
    agree      studies that found it; differ: the opposite; neither: no difference; near: that bear on it without
               having looked at it
    toward     +1 where the promise is an effect above the line of no difference in its forests, -1 below
    """

    key: str
    topic: Topic
    statement: Message
    standing: Standing
    sentence: Message
    open: Message
    agree: tuple[Study, ...] = ()
    differ: tuple[Study, ...] = ()
    neither: tuple[Study, ...] = ()
    near: tuple[Study, ...] = ()
    forests: tuple[Forest, ...] = ()
    toward: int = 1

    @property
    def studies(self) -> tuple[Study, ...]:
        return (*self.agree, *self.neither, *self.differ, *self.near)

    @property
    def grade(self) -> Grade:
        """What the judgement rests on: the best of the studies that carry it, or several of a kind.

        Studies that disagree confirm nothing, however many they are, nor does a single result that a review quotes;
        with no study it is an assumption.
        """
        against = (*self.neither, *self.differ)
        mixed = self.standing is Standing.MIXED
        carrying = against if self.standing is Standing.CONTRADICTED else (*self.agree, *(against if mixed else ()))
        best = max((study.grade for study in carrying), default=Grade.ASSUMPTION)
        if mixed or self.standing is Standing.WEAK:
            return min(best, Grade.SINGLE_STUDY)
        several = {study.source.key for study in carrying if study.grade >= Grade.SINGLE_STUDY}
        return Grade.REPLICATED if best is Grade.SINGLE_STUDY and len(several) > 1 else best
