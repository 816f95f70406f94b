"""The plan under a finger: a session carried to another day, pain tapped on the body, looked at by axe."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from backstride.app.sessions import sessions
from backstride.plan.kinds import Focus
from tests.browser.conftest import Heard, Served
from tests.browser.test_first_hour import AXE_RULES, PHONE
from tests.web.planned import first, give_plan, today

pytestmark = pytest.mark.browser


def test_a_session_is_carried_to_another_day(page: Page, fresh: Served, heard: Heard) -> None:
    plan = give_plan(fresh.store)
    one = first(plan, Focus.MOBILITY, today() + timedelta(days=7))
    to = one.day + timedelta(days=1 if one.day.weekday() < 6 else -1)
    page.goto(f"{fresh.url}/plan?day={one.day.isoformat()}")
    tile, day = page.locator(f'a[data-id="{one.id}"]'), page.locator(f'td[data-day="{to.isoformat()}"]')
    tile.scroll_into_view_if_needed()
    start, end = tile.bounding_box(), day.bounding_box()
    assert start is not None
    assert end is not None
    page.mouse.move(start["x"] + 20, start["y"] + 10)
    page.mouse.down()
    page.mouse.move(end["x"] + 30, end["y"] + 40, steps=8)
    page.mouse.up()
    expect(page.get_by_role("status")).to_contain_text("Moved to")
    expect(page.locator(f'td[data-day="{to.isoformat()}"] a[data-id="{one.id}"]')).to_be_visible()
    assert heard.complaints == []


def test_a_held_finger_carries_it_too(browser: Browser, fresh: Served) -> None:
    plan = give_plan(fresh.store)
    one = first(plan, Focus.MOBILITY, today() + timedelta(days=7))
    to = one.day + timedelta(days=1 if one.day.weekday() < 6 else -1)
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{fresh.url}/plan?day={one.day.isoformat()}")
    tile, day = page.locator(f'a[data-id="{one.id}"]'), page.locator(f'td[data-day="{to.isoformat()}"]')
    tile.evaluate("one => one.scrollIntoView({block: 'center'})")  # clear of the bottom bar
    start, end = tile.bounding_box(), day.bounding_box()
    assert start is not None
    assert end is not None
    fingers = context.new_cdp_session(page)
    at = {"x": start["x"] + start["width"] / 2, "y": start["y"] + 12}
    there = {"x": end["x"] + end["width"] / 2, "y": end["y"] + 20}
    fingers.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [at]})
    expect(page.locator(".carry")).to_be_visible()  # after the finger was held for a moment
    for part in (0.3, 0.6, 1.0):
        point = {axis: at[axis] + part * (there[axis] - at[axis]) for axis in ("x", "y")}
        fingers.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    fingers.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(page.locator(f'td[data-day="{to.isoformat()}"] a[data-id="{one.id}"]')).to_be_visible()
    context.close()


def test_pain_is_tapped_on_the_body(page: Page, fresh: Served, heard: Heard) -> None:
    plan = give_plan(fresh.store, days_ago=7)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{fresh.url}/plan/sessions/{first(plan, Focus.BACKWARD).id}/log")
    page.get_by_text("5", exact=True).first.click()
    page.get_by_role("link", name="Knee, left").first.click()
    page.get_by_label("Knee, left", exact=True).last.select_option("2")
    card = page.get_by_role("region", name="Does anything hurt?").bounding_box()
    picker = page.get_by_label("Knee, left", exact=True).last.bounding_box()
    assert card is not None
    assert picker is not None
    assert card["y"] < picker["y"] < card["y"] + card["height"] - picker["height"]
    page.get_by_role("button", name="One more").last.click()
    page.get_by_role("button", name="Save the log").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    (kept,) = sessions(fresh.store)
    assert (kept.rpe, kept.near_falls, [pain.level for pain in kept.pains]) == (5.0, 1, [2])
    assert heard.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_pages_of_the_plan(page: Page, fresh: Served, scheme: str) -> None:
    plan = give_plan(fresh.store)
    one = first(plan, Focus.BACKWARD).id
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    for path in (
        "/",
        "/plan",
        "/plan?view=week",
        f"/plan/sessions/{one}",
        f"/plan/sessions/{one}/log",
        "/plan/subscribe",
    ):
        page.goto(f"{fresh.url}{path}")
        found = Axe().run(page, options=AXE_RULES)
        assert found.violations_count == 0, f"{path}: {found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path


def test_pages_of_the_plan_fit_a_narrow_screen_and_large_words(page: Page, fresh: Served) -> None:
    one = first(give_plan(fresh.store), Focus.BACKWARD).id
    for path in ("/", "/plan", "/plan?view=week", f"/plan/sessions/{one}", "/plan/ladder", "/learn/exercises/lunge"):
        page.goto(f"{fresh.url}{path}")
        for width, size in ((320, "100%"), (390, "200%")):
            page.set_viewport_size({"width": width, "height": 844})
            page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
            over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert over <= 0, f"{path} at {width} px, words {size}"


@pytest.mark.parametrize("width", [360, 390])
def test_words_of_the_bottom_bar_are_not_broken(browser: Browser, fresh: Served, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844}, locale="de-DE")
    page = context.new_page()
    page.goto(fresh.url)
    lines = page.locator(".places a").evaluate_all(
        """links => links.map(link => {
            const range = document.createRange();
            range.selectNodeContents(link.lastChild);
            return [link.innerText, range.getClientRects().length];
        })"""
    )
    context.close()
    assert len(lines) >= 4
    assert [word for word, count in lines if count > 1] == []


def test_figures_have_one_width_only_where_they_are_aligned(page: Page, fresh: Served) -> None:
    page.goto(fresh.url)
    assert page.locator("h1").evaluate("one => getComputedStyle(one).fontVariantNumeric") == "normal"
