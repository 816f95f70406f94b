"""The reasons on the recording page in Chromium: drawn on one axis, led to by what happened, and taught by a mark."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from backstride import app, gait
from backstride.gait import Options
from backstride.recording import Analysis, Bout, Direction, Gait, Label, Lesson, Placement, Recording, Steps
from tests import reasons
from tests.browser.conftest import Heard, Served
from tests.browser.test_recording import across
from tests.sessions import pocket_session, put, track_session

pytestmark = pytest.mark.browser
ANALYSE = gait.analyse
B, U = Direction.BACKWARD, Direction.UNKNOWN


def rich(recording: Recording, labels: Sequence[Label] = (), options: Options = Options()) -> Analysis:  # noqa: B008
    """The present engine's answer, with everything that can be shown beside it; what is marked is learned."""
    found = ANALYSE(recording, labels, options)
    contact = np.arange(0.5, recording.duration_s, 0.4)
    lessons = [Lesson(Placement.POCKET, one.direction, Gait.RUN, one.end_s - one.start_s, (1.0,)) for one in labels]
    rich = replace(
        found,
        events=reasons.EVENTS,
        reasoning=reasons.reasoning(recording.duration_s),
        steps=Steps(contact, contact + 0.25, np.resize(np.array([1, -1], np.int8), len(contact))),
        lessons=tuple(lessons),
    )
    if recording.about.name != "Open" or labels:
        return rich
    open_ = (Bout(0.0, recording.duration_s, U, Gait.RUN, 0.5),)
    return replace(rich, bouts=open_, reasoning=replace(rich.reasoning, front=0.55))


@pytest.fixture(scope="module", autouse=True)
def rules() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gait, "analyse", rich)
        yield


@pytest.fixture(scope="module")
def session(served: Served) -> str:
    id_ = put(served.store, track_session(), "Everything happened")
    other = put(served.store, pocket_session(), "An easy day")
    for one in (id_, other):
        app.describe(served.store, one, app.show_recording(served.store, one).name, "", Placement.POCKET)
    return id_


@pytest.fixture
def open_page(page: Page, served: Served, session: str, heard: Heard) -> Page:
    while app.show_recording(served.store, session).labels:
        app.undo(served.store, session)
    return opened(page, served, session)


def opened(page: Page, served: Served, id_: str) -> Page:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{served.url}/recordings/{id_}")
    expect(page.locator("[data-band][data-drawn]")).to_be_visible()
    return page


def test_band_sources_and_marks_lie_on_the_axis_of_the_time_line(open_page: Page, heard: Heard) -> None:
    ribbon = open_page.locator(".main-ribbon svg.ribbon").bounding_box()
    for place in ("[data-band] svg", '[data-source="0"] svg', '[data-source="1"] svg'):
        box = open_page.locator(place).bounding_box()
        assert ribbon
        assert box
        assert (box["x"], box["width"]) == pytest.approx((ribbon["x"], ribbon["width"]), abs=1)
    assert open_page.locator("[data-band] path").count() >= 2
    assert len(open_page.locator('[data-source="0"] path').first.get_attribute("d") or "") > 50
    expect(open_page.locator(".event-mark.bad")).to_have_count(3)
    assert heard.complaints == []


def test_pointing_shows_the_numbers_of_that_moment(open_page: Page) -> None:
    open_page.mouse.move(*across(open_page.locator("[data-band]"), 0.9))
    expect(open_page.locator('[data-chance="backward"]')).to_have_text(re.compile(r"^\d\d%$"))
    expect(open_page.locator('[data-source-now="0"]')).to_have_text(re.compile(r"^backward \d\d\d?%$"))
    open_page.mouse.move(*across(open_page.locator("[data-band]"), 0.1))
    expect(open_page.locator('[data-source-now="1"]')).to_have_text("silent here")
    # By keys, the cursor goes from stretch to stretch.
    open_page.locator(".main-ribbon svg.ribbon").focus()
    open_page.keyboard.press("Home")
    expect(open_page.locator('[data-chance="forward"]')).to_have_text(re.compile(r"^\d\d?%$"))


def test_what_happened_leads_there_and_single_steps_appear(open_page: Page) -> None:
    says = open_page.locator("[data-steps-say]")
    expect(says).to_contain_text("Zoom in")
    assert open_page.locator("[data-steps] rect").count() == 0
    row = open_page.get_by_role("button", name=re.compile("From backward to forward without a stop"))
    row.focus()
    open_page.keyboard.press("Enter")
    expect(open_page.locator("body")).to_have_class(re.compile("is-zoomed"))
    expect(open_page.locator(".readout-time")).to_have_text("0:40.1")
    expect(open_page.locator("[data-steps] rect.left").nth(20)).to_be_attached()
    expect(says).to_have_text("")
    open_page.get_by_role("button", name="All", exact=True).click()
    expect(says).to_contain_text("Zoom in")
    open_page.locator(".event-mark.bad").first.click()
    expect(open_page.locator("body")).to_have_class(re.compile("is-zoomed"))


def test_marking_a_stretch_teaches_and_says_what_changed(
    open_page: Page, served: Served, session: str, heard: Heard
) -> None:
    open_page.locator("#correct-panel summary").first.click()
    open_page.locator("#correct [name=start]").fill("0:05")
    open_page.locator("#correct [name=end]").fill("0:25")
    open_page.locator("#correct").get_by_role("button", name="Backward").click()
    news = open_page.locator("#news")
    expect(news).to_contain_text("0:20 changed from forward to backward.")
    expect(news).to_contain_text("Learned for a sensor in the trouser pocket: running backward 0:20.")
    expect(news).to_contain_text(
        "One other recording with a sensor in the trouser pocket was read before this was known."
    )
    news.get_by_role("button", name="Read them again").click()
    open_page.goto(f"{served.url}/recordings/learned")
    expect(open_page.locator("main")).to_contain_text("In the trouser pocket")
    expect(open_page.get_by_role("link", name="Everything happened", exact=True)).to_be_visible()
    expect(open_page.get_by_role("button", name="Read older recordings again")).to_have_count(0)
    assert heard.complaints == []


def test_one_tap_answers_the_open_question(page: Page, served: Served, heard: Heard) -> None:
    id_ = put(served.store, pocket_session(), "Open", b"open")
    opened(page, served, id_)
    expect(page.locator(".question")).to_contain_text("Both readings fit")
    page.get_by_role("button", name="I went backward there").click()
    expect(page.locator(".question")).to_have_count(0)
    expect(page.locator("#news")).to_contain_text("from unknown to backward")
    (said,) = app.show_recording(served.store, id_).labels
    assert said.direction is B
    assert heard.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_no_accessibility_fault_and_nothing_runs_off(
    browser: Browser, served: Served, session: str, scheme: str, width: int
) -> None:
    context = browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light", viewport={"width": width, "height": 844}
    )
    page = context.new_page()
    unanswered = put(served.store, pocket_session(), "Open", f"open {scheme} {width}".encode())
    for path in (session, unanswered, "learned", f"{session}?changed=forward>backward:20"):
        page.goto(f"{served.url}/recordings/{path}")
        if path not in ("learned",):
            expect(page.locator("[data-band][data-drawn]")).to_be_visible()
        found = Axe().run(page)
        assert found.violations_count == 0, (path, found.generate_report())
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    context.close()
