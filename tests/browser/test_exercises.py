"""The library under a thumb: it answers while somebody types, without scripts too, and everybody can read it."""

import re
from datetime import UTC, datetime

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from backstride.plan.answers import Answers, Health, Wishes
from backstride.plan.kinds import Goal, Limit, Place
from tests.browser.conftest import Heard, Served

pytestmark = pytest.mark.browser
WISHES = Wishes(Goal.FIRST_10_MIN, 8, frozenset({1, 5}), 45, frozenset({Place.TRACK}))


def test_the_list_follows_what_is_typed_and_the_way_back_works(page: Page, served: Served, heard: Heard) -> None:
    page.goto(f"{served.url}/learn/exercises")
    everything = page.locator(".exercise").count()
    page.locator("#q").fill("bridge")
    expect(page).to_have_url(re.compile("q=bridge"))
    expect(page.locator(".exercise")).to_have_count(2)
    page.go_back()
    expect(page.locator(".exercise")).to_have_count(everything)
    assert heard.complaints == []


def test_without_scripts_the_filters_are_a_form(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{served.url}/learn/exercises")
    page.locator("#q").fill("bridge")
    page.locator(".filters .button").click()
    expect(page.locator(".exercise")).to_have_count(2)
    page.locator(".row-link").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Hip bridge")
    context.close()


@pytest.mark.parametrize(("theme", "width"), [("light", 390), ("dark", 1440)])
@pytest.mark.parametrize("path", ["", "?muscle=calves", "/lunge", "/backward-breakfall"])
def test_axe_finds_nothing(browser: Browser, served: Served, path: str, theme: str, width: int) -> None:
    knee = Health(birth_year=1990, active=True, limits=frozenset({Limit.KNEE}))
    served.store.coach.save_answers(Answers(knee, WISHES, datetime.now(UTC).date()))
    dark = theme == "dark"
    context = browser.new_context(
        viewport={"width": width, "height": 844}, color_scheme="dark" if dark else "light", reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{served.url}/learn/exercises{path}")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    context.close()
