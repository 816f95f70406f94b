"""The ladder under a thumb: readable by everybody, every stage opened, in both themes and languages."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from backstride.plan.ladder import LADDER
from tests.browser.conftest import Served
from tests.browser.test_first_hour import AXE_RULES
from tests.web.planned import give_plan

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("theme", "width", "locale"), [("light", 390, "en-GB"), ("dark", 390, "de-DE"), ("dark", 1440, "en-GB")]
)
def test_axe_finds_nothing_with_every_stage_open(
    browser: Browser, fresh: Served, theme: str, width: int, locale: str
) -> None:
    give_plan(fresh.store, days_ago=7)
    context = browser.new_context(
        viewport={"width": width, "height": 844},
        color_scheme="dark" if theme == "dark" else "light",
        reduced_motion="reduce",
        locale=locale,
    )
    page = context.new_page()
    for path in ("/plan/ladder", "/plan/ladder/hold?stage=brisk"):
        page.goto(f"{fresh.url}{path}")
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        found = Axe().run(page, options=AXE_RULES)
        assert found.violations_count == 0, f"{path}: {found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path
    context.close()


def test_without_scripts_a_stage_opens_and_every_target_is_large(browser: Browser, fresh: Served) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{fresh.url}/plan/ladder")
    assert page.locator(".rung").count() == len(LADDER)
    page.locator("#stage-jog summary").click()
    body = page.locator("#stage-jog .rung-body")
    assert body.is_visible()
    for link in body.locator("a").all():
        box = link.bounding_box()
        assert box is not None
        assert box["height"] >= 47.5
    context.close()
