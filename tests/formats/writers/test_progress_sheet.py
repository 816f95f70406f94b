"""The report for a doctor or a coach: hostile text stays text, and the plot is drawn to scale."""

import json
import re
from xml.etree import ElementTree

from backstride.formats.writers.progress_sheet import ClaimText, Drawn, Report, draw, progress_pdf, report_data

HOSTILE = '#eval("1/0") $x$ <script> & "quoted" \\ *bold* [#read("/etc/passwd")]'
PLOT = Drawn(
    dots=((0.0, 0.0, "before"), (0.5, 0.5, "between"), (1.0, 1.0, "after")),
    levels=((0.0, 0.2, 0.1),),
    band=(0.8, 1.0, 0.4, 0.9),
    low=HOSTILE,
    high="9 cm",
    first="1 May",
    last="2 June",
    says="All values",
)


def card(drawn: Drawn | None = PLOT) -> ClaimText:
    facts, rows = ((HOSTILE, HOSTILE),), ((HOSTILE, "1", "2"),)
    return ClaimText(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, facts, HOSTILE, HOSTILE, rows, drawn)


def report(*cards: ClaimText) -> Report:
    return Report(HOSTILE, "1 May", HOSTILE, (HOSTILE,), ((HOSTILE, HOSTILE),), cards, (HOSTILE,), "en", "a4")


def test_hostile_text_is_set_as_text() -> None:
    assert progress_pdf(report(card(), card(None)), str).startswith(b"%PDF")
    data = json.loads(json.dumps(report_data(report(card()), str)))
    assert data["cards"][0]["name"] == HOSTILE
    assert data["paper"] == "a4"


def test_no_cards_are_a_page_too() -> None:
    assert progress_pdf(report(), str).startswith(b"%PDF")


def test_the_plot_is_wellformed_and_to_scale() -> None:
    svg = draw(PLOT)
    root = ElementTree.fromstring(svg)
    dots = [one for one in root.iter() if one.tag.endswith("circle")]
    across = [float(one.get("cx", "nan")) for one in dots]
    up = [float(one.get("cy", "nan")) for one in dots]
    assert across[1] - across[0] == across[2] - across[1] > 0
    assert up[0] > up[1] > up[2]
    assert len(set(re.findall(r'r="3" fill="(#\w+)"', svg))) == 3
    assert draw(Drawn((), (), None, "", "", "", "", "")).count("rect") == 0
