"""The page about muscles, joints and energy: by axe, by tap, and without scripts."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Heard, Served

pytestmark = pytest.mark.browser
ASKED = "/learn/body?direction=backward&gait=run&speed_kmh=9&grade=0&mass_kg=70&minutes=15"


def test_a_muscle_leads_to_its_studies(page: Page, served: Served, heard: Heard) -> None:
    page.goto(f"{served.url}/learn/body")
    page.locator('.body-map a[href="#muscle-tibialis-anterior"]').first.click()
    expect(page.locator("#muscle-tibialis-anterior")).to_be_in_viewport()
    page.locator("#muscle-tibialis-anterior a").first.click()
    expect(page.locator("h1")).to_have_text("It works your shins.")
    assert heard.complaints == []


def test_without_scripts_the_calculator_is_a_form(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{served.url}/learn/body")
    page.locator("#cost-gait").select_option("run")
    page.locator("#cost-speed_kmh").fill("9")
    page.locator("#cost-mass_kg").fill("70")
    page.locator(".cost .button").click()
    expect(page.locator(".answer .value").first).to_contain_text("810")
    expect(page.locator(".switch [aria-current]")).to_have_text("Running")
    page.locator("#cost-grade").fill("-3")
    page.locator(".cost .button").click()
    expect(page.locator(".answer")).to_contain_text("never measured")
    context.close()


@pytest.mark.parametrize(("theme", "width"), [("light", 390), ("dark", 1440)])
@pytest.mark.parametrize("path", ["/learn/body", ASKED])
def test_axe_finds_nothing(browser: Browser, served: Served, path: str, theme: str, width: int) -> None:
    dark = theme == "dark"
    context = browser.new_context(
        viewport={"width": width, "height": 844}, color_scheme="dark" if dark else "light", reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{served.url}{path}")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    context.close()
