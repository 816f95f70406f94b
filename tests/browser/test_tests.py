"""A test done by one thumb: the clock, the save, the history; by keyboard; and without scripts."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Heard, Served
from tests.browser.test_first_hour import AXE_RULES, PHONE, sideways, too_small

pytestmark = pytest.mark.browser


def test_a_try_by_the_clock(page: Page, fresh: Served, heard: Heard) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.clock.install()
    page.goto(f"{fresh.url}/progress/tests")
    page.get_by_role("link", name="One-leg stance, eyes open").click()
    clock = page.locator(".stopwatch")
    expect(clock).to_be_visible()
    expect(page.get_by_role("button", name="Save the try")).to_be_visible()
    box, save = clock.bounding_box(), page.get_by_role("button", name="Save the try").bounding_box()
    assert box
    assert save
    assert min(box["height"], save["height"]) >= 72
    page.get_by_text("Right", exact=True).click()
    clock.click()
    expect(clock).to_contain_text("Stop")
    page.clock.run_for(12_300)
    clock.click()
    value = float(page.get_by_label("Seconds").input_value())
    assert 12.2 <= value <= 12.5
    page.get_by_role("button", name="Save the try").click()
    expect(page.locator(".trial-value")).to_have_text(f"{value:.1f} s")
    expect(page.locator("input[value=right]")).to_be_checked()
    (kept,) = fresh.store.measuring.trials()
    assert (kept.value, kept.side) == (value, "right")
    assert heard.complaints == []


def test_the_clock_stops_by_itself_where_the_test_ends(page: Page, fresh: Served) -> None:
    page.clock.install()
    page.goto(f"{fresh.url}/progress/tests/stance-closed")
    page.locator(".stopwatch").focus()
    page.keyboard.press("Enter")
    page.clock.run_for(46_000)
    expect(page.get_by_label("Seconds")).to_have_value("45.0")
    expect(page.locator(".stopwatch")).to_contain_text("Start the clock")


@pytest.mark.parametrize("path", ["", "/walk-3m", "/stance-closed", "/reaction", "/time-trial"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_fit_a_phone_and_can_be_read_by_all(browser: Browser, fresh: Served, path: str, scheme: str) -> None:
    context = browser.new_context(viewport=PHONE, color_scheme=scheme, locale="de-DE")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{fresh.url}/progress/tests{path}")
    if path == "/walk-3m":
        for count, value in enumerate(("3.3", "3.1", "2.9"), start=1):
            page.get_by_label("Sekunden").fill(value)
            page.get_by_role("button", name="Versuch speichern").click()
            expect(page.locator(".trial-value")).to_have_count(count)
    found = Axe().run(page, options=AXE_RULES)
    assert found.response["violations"] == []
    assert not sideways(page)
    assert too_small(page) == []
    context.close()


def test_without_scripts_seconds_are_typed(browser: Browser, fresh: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{fresh.url}/progress/tests/tandem")
    expect(page.locator(".stopwatch")).to_be_hidden()
    page.get_by_label("Seconds").fill("22")
    page.get_by_role("button", name="Save the try").click()
    expect(page.locator(".trial-value")).to_have_text("22.0 s")
    expect(page.locator("svg.history-chart .result")).to_have_count(1)
    context.close()
