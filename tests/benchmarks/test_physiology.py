"""The page of targets is the one the code makes, and says plainly what is not reached."""

from benchmarks.physiology.__main__ import PAGE
from benchmarks.physiology.report import page
from benchmarks.physiology.targets import targets


def test_the_page_is_the_present_one() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "./run-benchmarks physiology"


def test_every_target_has_its_row_and_what_is_missed_has_its_reason() -> None:
    rows = targets()
    assert [row.id for row in rows] == [f"V{number}" for number in range(1, 26)]
    assert all(row.why for row in rows if row.reached is not True)


def test_every_target_of_energy_and_heart_is_reached() -> None:
    energy = {"V1", "V2", "V3", "V4", "V5", "V6", "V7", "V8", "V9", "V22", "V24"}
    assert [row.id for row in targets() if row.id in energy and not row.reached] == []


def test_what_heart_rate_would_read_is_on_the_page() -> None:
    assert "| walking, 1.34 m/s | 132 | 11 | 20.9 | 15.95 | +31 % |" in page()
    assert "| running, 2.24 m/s | 168 | 13 | 37.0 | 31.33 | +18 % |" in page()
