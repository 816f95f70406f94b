"""Write the table of promises into docs/explain/evidence.md: `PYTHONPATH=src python docs/make_evidence_table.py`."""

from pathlib import Path

from backstride.evidence.pooling import pool_forest
from backstride.evidence.promises import PROMISES
from backstride.evidence.study import Promise
from backstride.words import words
from backstride.words.evidence import STANDINGS, interval, signed
from backstride.words.names import GRADES

PAGE = Path(__file__).parent / "explain" / "evidence.md"
BEGIN, END = "<!-- promises -->\n", "<!-- end of promises -->"


def table() -> str:
    """A line per promise, in the order of the pages."""
    lines = ["| Promise | Stands | Rests on | Publications | Put together |", "|---|---|---|---|---|"]
    return "\n".join([*lines, *map(_line, PROMISES.values())]) + "\n"


def page() -> str:
    """The whole page with a new table."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    return before + BEGIN + table() + END + rest.partition(END)[2]


def _line(promise: Promise) -> str:
    w = words("en")
    sources = len({study.source.key for study in promise.studies})
    together = [
        f"{signed(pooled.value, w, first.kind)} % ({interval(pooled.low, pooled.high, first.kind, w)})"
        for forest in promise.forests
        if (pooled := pool_forest(forest)) and (first := forest.studies[0].effect)
    ]
    cells = (w(promise.statement), w(STANDINGS[promise.standing]), w(GRADES[promise.grade]), str(sources), *together)
    return "| " + " | ".join((*cells, "")[:5]) + " |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
