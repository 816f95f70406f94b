"""A row of the report: what is asked of which verdicts."""

from dataclasses import dataclass

from backstride.recording import Placement
from benchmarks.accuracy.judge import Verdict
from benchmarks.accuracy.scores import Rows, Statistic
from benchmarks.accuracy.trial import Protocol

Sources = tuple[str, ...]
REAL_FOOT: Sources = ("uci_foot_imu",)
CAPTURED: Sources = ("lafan1", "bandai")
LONG_S, SOLID_S, ANY_S = 4.0, 2.0, 1.0


@dataclass(frozen=True, slots=True)
class Question:
    """A row. `part` is its table; `unit` "share" is printed as it is, "%" times a hundred, "ms" times a thousand.

    steady_only  leave out takes of sport and jumping
    with_others  only people whose other recordings teach enough
    """

    part: str
    text: str
    sources: Sources
    placement: Placement
    rows: Rows
    statistic: Statistic
    protocol: Protocol = Protocol.NOTHING
    target: str = ""
    unit: str = "share"
    placement_told: bool = True
    steady_only: bool = False
    with_others: bool = False

    @property
    def key(self) -> str:
        return f"{self.part}: {', '.join(self.sources)}: {self.placement}: {self.protocol}: {self.text}"

    def asks(self, verdict: Verdict) -> bool:
        return (
            verdict.source in self.sources
            and verdict.placement is self.placement
            and verdict.protocol is self.protocol
            and verdict.placement_told is self.placement_told
            and (verdict.steady or not self.steady_only)
            and (verdict.others or not self.with_others)
        )
