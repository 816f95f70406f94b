"""The heart by axe, in light and dark, narrow and wide, and its form without scripts."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Heard, Served
from tests.hearts import keep

pytestmark = pytest.mark.browser
HEART = "/progress/heart"


@pytest.mark.parametrize(("theme", "width"), [("light", 390), ("dark", 1440)])
@pytest.mark.parametrize("which", ["heart", "recording"])
def test_axe_finds_nothing(browser: Browser, served: Served, which: str, theme: str, width: int) -> None:
    ids = [keep(served.store, f"run {week}", days=7 * week) for week in range(3)]
    dark = theme == "dark"
    context = browser.new_context(
        viewport={"width": width, "height": 844}, color_scheme="dark" if dark else "light", reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{served.url}{HEART if which == 'heart' else '/recordings/' + ids[0]}")
    expect(page.locator(".plot").first).to_be_visible()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    context.close()


def test_both_lines_are_drawn_and_nothing_complains(page: Page, served: Served, heard: Heard) -> None:
    id_ = keep(served.store, "one")
    page.goto(f"{served.url}/recordings/{id_}")
    expect(page.locator("#heart .curve")).to_have_count(2)
    assert heard.complaints == []


def test_without_scripts_zones_can_be_said_and_forgotten(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{served.url}{HEART}")
    page.locator("#heart-highest").fill("20")
    page.locator(".heart-form .button").click()
    expect(page.locator("#heart-highest-fault")).to_be_visible()
    page.locator("#heart-highest").fill("190")
    page.locator(".heart-form .button").click()
    expect(page.locator(".held li")).to_have_count(1)
    expect(page.locator("#zones td").first).to_have_text("from 171")
    page.locator(".held .button").click()
    expect(page.locator(".held")).to_have_count(0)
    context.close()
