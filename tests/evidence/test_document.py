"""The page about the evidence shows the promises as they are."""

from docs.make_evidence_table import PAGE, page


def test_the_table_of_promises_is_the_present_one() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run docs/make_evidence_table.py"
