"""The evidence looked at by axe, filtered while somebody types and without scripts, its plots inside narrow pages."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from backstride.evidence.promises import PROMISES
from tests.browser.conftest import Heard, Served

pytestmark = pytest.mark.browser
PATHS = (
    "/learn",
    "/learn/evidence",
    "/learn/evidence/more-calories",
    "/learn/evidence/slow-backward-fallers",
    "/learn/evidence/claims",
    "/learn/evidence/claims/flight-forward-s",
)


def test_the_list_follows_what_is_typed_and_chosen_and_the_way_back_works(
    page: Page, served: Served, heard: Heard
) -> None:
    page.goto(f"{served.url}/learn/evidence")
    expect(page.locator(".promise")).to_have_count(len(PROMISES))
    page.locator("#standing").select_option("contradicted")
    expect(page).to_have_url(re.compile("standing=contradicted"))
    expect(page.locator(".promise")).to_have_count(3)
    page.locator("#q").fill("impact")
    expect(page.locator(".promise")).to_have_count(1)
    page.go_back()
    expect(page.locator(".promise")).to_have_count(3)
    page.go_back()
    expect(page.locator(".promise")).to_have_count(len(PROMISES))
    assert heard.complaints == []


def test_without_scripts_the_filters_are_a_form(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{served.url}/learn/evidence")
    page.locator("#q").fill("kneecap")
    page.locator(".filters .button").click()
    page.locator(".row-link").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("It is gentler on your knees.")
    context.close()


@pytest.mark.parametrize(("theme", "width"), [("light", 390), ("dark", 1440)])
@pytest.mark.parametrize("path", PATHS)
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


@pytest.mark.parametrize("width", [320, 390, 1099, 1100, 1440])
def test_nothing_of_a_plot_lies_over_anything_else(browser: Browser, served: Served, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844}, locale="de-DE")
    page = context.new_page()
    for key in ("more-calories", "jump", "knee-osteoarthritis"):
        page.goto(f"{served.url}/learn/evidence/{key}")
        over = page.evaluate(
            """() => [...document.querySelectorAll(".forest tbody tr")].flatMap((row) => {
              const boxes = [...row.children].map((cell) => cell.getBoundingClientRect()).filter((box) => box.width);
              return boxes.flatMap((a, i) => boxes.slice(i + 1).map((b) => [a, b])).filter(([a, b]) =>
                Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
                Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1);
            }).length"""
        )
        assert over == 0
        drawn, axis = (page.locator(css).first.bounding_box() for css in (".forest .drawn", ".forest .axis svg"))
        assert drawn is not None
        assert axis is not None
        assert drawn["x"] == pytest.approx(axis["x"], abs=1)
        assert drawn["width"] == pytest.approx(axis["width"], abs=1), "the axis measures the plot"
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    context.close()
