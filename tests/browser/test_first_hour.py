"""The first hour with the site: arrive, add files, look, filter, choose settings; by pointer, by keyboard, anywhere."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from backstride.app import list_recordings, read_settings
from tests.browser.conftest import Heard, Served
from tests.web.material import gpx, keep, table

pytestmark = pytest.mark.browser

PAGES = ("/", "/recordings", "/recordings/imports", "/settings", "/demo/", "/nothing")
AXE_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PHONE = {"width": 390, "height": 844}


def file(name: str, data: bytes) -> dict[str, object]:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": data}


def test_from_the_first_visit_to_settings(page: Page, fresh: Served, heard: Heard) -> None:
    page.goto(fresh.url)
    files = [file("canal.gpx", gpx("Along the canal")), file("pocket.csv", table()), file("x.gpx", b"no")]
    page.locator("input[type=file]").set_input_files(files)  # type: ignore[arg-type]
    expect(page.locator(".sending li").first).to_be_visible()
    expect(page.locator(".row").first).to_be_visible()  # the first visit is over without asking again
    expect(page.locator(".sending li")).to_have_count(0)
    page.locator(".places").get_by_role("link", name="Recordings").click()
    expect(page.locator(".row")).to_have_count(2)

    page.get_by_placeholder("Search names").fill("canal")
    expect(page.locator(".row")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"\?q=canal$"))
    page.go_back()
    expect(page.locator(".row")).to_have_count(2)

    page.get_by_role("link", name="Import log").click()
    expect(page.locator(".line.failed")).to_contain_text("x.gpx")

    page.get_by_role("link", name="Settings").click()
    page.get_by_label("Body mass").fill("heavy")
    page.get_by_role("button", name="Save settings").click()
    expect(page.get_by_label("Body mass")).to_have_value("heavy")
    expect(page.locator("#mass_kg-fault")).to_be_visible()
    page.get_by_label("Body mass").fill("70")
    page.get_by_role("button", name="Save settings").click()
    expect(page.get_by_role("status")).to_have_text("Saved.")
    assert read_settings(fresh.store).mass_kg == 70
    assert [line for line in heard.complaints if "422" not in line] == []


def test_the_list_fills_while_the_queue_works(page: Page, fresh: Served) -> None:
    page.goto(f"{fresh.url}/recordings")
    page.locator("input[type=file]").set_input_files([file("a.csv", table(seed=1))])  # type: ignore[arg-type]
    expect(page.locator(".row")).to_have_count(1)
    expect(page.get_by_placeholder("Search names")).to_be_visible()
    page.locator("input[type=file]").set_input_files([file("b.csv", table(seed=2))])  # type: ignore[arg-type]
    expect(page.locator(".row")).to_have_count(2)


def test_dropped_files_are_taken(page: Page, fresh: Served, heard: Heard) -> None:
    page.goto(f"{fresh.url}/recordings")
    held = page.evaluate_handle(
        """text => { const held = new DataTransfer(); held.items.add(new File([text], "dropped.gpx")); return held }""",
        gpx("Dropped").decode(),
    )
    page.dispatch_event("body", "dragover", {"dataTransfer": held})
    expect(page.locator("html")).to_have_class("dropping")
    page.dispatch_event("body", "drop", {"dataTransfer": held})
    expect(page.locator(".row-link")).to_have_text("Dropped")
    assert heard.complaints == []


def test_without_scripts_files_come_in_and_filters_work(browser: Browser, fresh: Served) -> None:
    keep(fresh.store, "other.gpx", gpx("Other", minutes=5))
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{fresh.url}/recordings")
    page.locator("input[type=file]").set_input_files([file("canal.gpx", gpx("Along the canal"))])  # type: ignore[arg-type]
    page.get_by_role("button", name="Add these files").click()
    expect(page).to_have_url(re.compile("/recordings/imports$"))
    for _ in range(50):
        if list_recordings(fresh.store).total == 2:
            break
        page.wait_for_timeout(100)
    page.goto(f"{fresh.url}/recordings")
    page.get_by_label("Search").fill("canal")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".row")).to_have_count(1)
    page.get_by_role("button", name="Switch between light and dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    context.close()


def test_by_keyboard_alone(page: Page, fresh: Served) -> None:
    keep(fresh.store, "canal.gpx", gpx("Along the canal"))
    page.goto(fresh.url)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("input[type=file]")).to_be_focused()
    for _ in range(30):  # the plan and the week stand before the recordings
        page.keyboard.press("Tab")
        if "row-link" in (page.evaluate("document.activeElement.className") or ""):
            break
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/recordings/\w{16}$"))


def test_the_theme_switch_follows_the_system_until_it_is_used(browser: Browser, fresh: Served) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(fresh.url)
    dark = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.get_by_role("button", name="Switch between light and dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != dark
    page.wait_for_load_state("networkidle")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_page_is_accessible_and_fits(browser: Browser, fresh: Served, theme: str) -> None:
    """Axe, no sideways scrolling on a phone nor at 200 %, targets of 48 px, nothing refused by the policy."""
    long = "Donaudampfschifffahrtsgesellschaftskapitän " * 2
    keep(fresh.store, "canal.gpx", gpx(long))
    keep(fresh.store, "pocket.csv", table(comment="# simulated by backstride\n"))
    context = browser.new_context(viewport=PHONE, color_scheme=theme)  # type: ignore[arg-type]
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    found: dict[str, object] = {}
    for path in PAGES:
        page.goto(fresh.url + path)
        result = Axe().run(page, options=AXE_RULES)
        if result.violations_count:
            found[path] = result.generate_report()
        if sideways(page) > 0:
            found[f"{path} sideways"] = sideways(page)
        if small := too_small(page):
            found[f"{path} small"] = small
        page.set_viewport_size({"width": 320, "height": 420})  # 640 px at 200 %
        if sideways(page) > 0:
            found[f"{path} sideways at 200 %"] = sideways(page)
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    assert found == {}
    assert [line for line in refused if "404" not in line] == []
    context.close()


def sideways(page: Page) -> int:
    """By how many pixels a page is wider than the window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def too_small(page: Page) -> list[str]:
    """Visible buttons, fields and links outside of sentences that are lower than 48 px."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("a, button, input:not([type=hidden], [type=radio]), select, summary")]
        .filter(one => one.checkVisibility() && !one.closest("p:not(.found)"))
        .filter(one => !one.matches(".skip, .row-link, .entry-name"))
        .filter(one => one.getBoundingClientRect().height < 48)
        .map(one => one.outerHTML.slice(0, 90))"""
    )
    return found
