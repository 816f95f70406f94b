"""The way from no answer to what one may do, on a phone: by thumb, by keyboard, without scripts; and today's check."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from backstride.app import readiness as ready
from backstride.plan.kinds import Limit
from backstride.plan.questions import PARTS
from tests.browser.conftest import Heard, Served
from tests.browser.test_first_hour import AXE_RULES, PHONE, sideways, too_small
from tests.plan.test_check import FINE
from tests.plan.test_questions import FORM
from tests.web.test_readiness import sent

pytestmark = pytest.mark.browser
SHORT = FORM | {"running": "0"}


def tap(page: Page, key: str, value: str) -> None:
    page.locator(f"input[name='{key}'][value='{value}']").check()


def fill(page: Page, part: str, form: dict[str, str]) -> None:
    expect(page).to_have_url(re.compile(f"/plan/start/{part}$"))
    for key, values in sent(part, form).items():
        for value in values:
            if page.locator(f"fieldset#{key}").count():
                tap(page, key, value)
            else:
                page.locator(f"#{key}").fill(value)


def onward(page: Page) -> None:
    page.locator(".forth .main").click()


def test_the_whole_onboarding_on_a_phone(page: Page, fresh: Served, heard: Heard) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{fresh.url}/plan/start")
    for at, part in enumerate(PARTS):
        expect(page.get_by_text(f"Step {at + 1} of {len(PARTS)}", exact=True)).to_be_visible()
        expect(page.locator(".forth .main")).to_be_in_viewport()
        fill(page, part.key, SHORT)
        onward(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("You may run backward")
    expect(page.get_by_role("button", name="Make my plan")).to_be_in_viewport()
    page.get_by_role("button", name="Make my plan").click()
    expect(page).to_have_url(re.compile("/plan$"))
    assert fresh.store.coach.plan() is not None
    assert heard.complaints == []


def test_questions_follow_from_answers_and_nothing_is_lost_on_leaving(page: Page, fresh: Served) -> None:
    page.goto(f"{fresh.url}/plan/start/joints")
    expect(page.locator("#sharp")).to_have_count(0)
    tap(page, "limits", "knee")
    expect(page.locator("#sharp label")).to_have_count(2)
    tap(page, "limits", "hip")
    expect(page.locator("#sharp label")).to_have_count(3)
    with page.expect_response("**/keep"):
        tap(page, "sharp", "hip")
    page.goto(f"{fresh.url}/plan/start/joints")
    expect(page.locator("input[name=limits][value=knee]")).to_be_checked()
    expect(page.locator("input[name=sharp][value=hip]")).to_be_checked()
    with page.expect_response("**/keep"):
        tap(page, "limits", "none")
    expect(page.locator("input[name=limits][value=knee]")).not_to_be_checked()
    expect(page.locator("#sharp")).to_have_count(0)
    assert ready.draft(fresh.store)["limits"] == "none"


def test_the_stopwatch_keeps_the_try_that_counts(page: Page, fresh: Served) -> None:
    page.goto(f"{fresh.url}/plan/start/tests")
    for name, key, longest in (
        ("Stand on one leg", "stance_s", True),
        ("Walk three metres backward", "backward_3m_s", False),
    ):
        watch, seen = page.get_by_role("button", name=name), []
        for wait_ms in (1300, 900):
            watch.click()
            expect(watch).to_contain_text("Stop")
            page.wait_for_timeout(wait_ms)
            with page.expect_response("**/keep"):
                watch.click()
            seen.append(float(page.locator(f"#{key}").input_value()))
        assert seen[0] > 1.2
        assert (seen[1] == seen[0]) is longest
        assert ready.draft(fresh.store)[key] == f"{seen[1]:.1f}"


def test_by_keyboard_alone(page: Page, fresh: Served) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{fresh.url}/plan/start/heart")
    page.locator("#symptoms input").first.focus()
    for _ in range(6):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("input[name=symptoms][value=none]")).to_be_checked()
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    focused = "document.activeElement.getBoundingClientRect().bottom"
    assert page.evaluate(focused) <= page.evaluate("document.querySelector('.forth').getBoundingClientRect().top")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/plan/start/joints$"))


def test_without_scripts(browser: Browser, fresh: Served) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{fresh.url}/plan/start")
    form = SHORT | {"limits": "Achilles or calf", "sharp": "none"}
    for part in PARTS:
        fill(page, part.key, form | ({"sharp": ""} if part.key == "joints" else {}))
        onward(page)
        if part.key == "joints":
            expect(page.locator("#sharp-fault")).to_be_visible()
            tap(page, "sharp", "none")
            onward(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("You may walk backward")
    said = ready.answers(fresh.store)
    assert said is not None
    assert said.health.limits == {Limit.ACHILLES}
    context.close()


def test_todays_check_is_nine_taps(page: Page, fresh: Served, heard: Heard) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{fresh.url}/plan/check")
    for key, value in (FINE | {"sleep": "hardly"}).items():
        tap(page, key, value)
    onward(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Only walk")
    page.get_by_role("link", name="Check again").click()
    expect(page.locator("fieldset")).to_have_count(9)
    assert heard.complaints == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_page_is_accessible_and_fits(browser: Browser, fresh: Served, theme: str) -> None:
    """Axe, no sideways scrolling on a phone nor at 200 %, targets of 48 px; in German, whose words are longer."""
    poorly = SHORT | {"limits": "knee,neck", "sharp": "knee", "conditions": "vision,medicine", "recent": "none"}
    ready.keep_draft(fresh.store, poorly)
    context = browser.new_context(viewport=PHONE, color_scheme=theme, locale="de-DE")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{fresh.url}/plan/start/place")
    onward(page)
    found: dict[str, object] = {}
    look_at(page, "readiness", found)
    for part in PARTS:
        page.goto(f"{fresh.url}/plan/start/{part.key}")
        look_at(page, part.key, found)
    page.goto(f"{fresh.url}/plan/check")
    look_at(page, "check", found)
    onward(page)
    look_at(page, "check with faults", found)
    for key, value in (FINE | {"ill": "fever", "ground": "rough"}).items():
        tap(page, key, value)
    onward(page)
    look_at(page, "not today", found)
    assert found == {}
    context.close()


def look_at(page: Page, name: str, found: dict[str, object]) -> None:
    page.wait_for_load_state("networkidle")
    result = Axe().run(page, options=AXE_RULES)
    if result.violations_count:
        found[name] = result.generate_report()
    if small := too_small(page):
        found[f"{name} small"] = small
    for size in (PHONE, {"width": 320, "height": 420}):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        if sideways(page) > 0:
            found[f"{name} sideways at {size['width']}"] = sideways(page)
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
