"""The recording page in Chromium: drawn, linked, corrected by pointer, by keys and without scripts."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from backstride.app import show_recording, undo
from backstride.recording import Direction
from tests.browser.conftest import Heard, Served
from tests.sessions import bare, pocket_session, put, track_session

pytestmark = pytest.mark.browser

INK = """canvas => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let inked = 0;
  for (let i = 3; i < data.length; i += 4) if (data[i]) inked++;
  return inked;
}"""


@pytest.fixture(scope="module")
def session(served: Served) -> str:
    return put(served.store, track_session(), "Forward and backward on the track")


@pytest.fixture
def open_page(page: Page, served: Served, session: str, heard: Heard) -> Page:
    while show_recording(served.store, session).labels:
        undo(served.store, session)
    return opened(page, served, session)


def opened(page: Page, served: Served, id_: str) -> Page:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{served.url}/recordings/{id_}")
    expect(page.locator("figure.chart[data-drawn]").first).to_be_visible()
    return page


def across(place: Locator, share: float, down: float = 0.5) -> tuple[float, float]:
    """A point inside an element."""
    place.scroll_into_view_if_needed()
    box = place.bounding_box()
    assert box
    return box["x"] + share * box["width"], box["y"] + down * box["height"]


def band(page: Page) -> Locator:
    return page.locator(".main-ribbon svg.ribbon")


def bout(page: Page, direction: str) -> Locator:
    return band(page).get_by_role("option", name=re.compile(f"^{direction}"))


def corrections(served: Served, id_: str) -> list[tuple[float, float, Direction]]:
    return [(one.start_s, one.end_s, one.direction) for one in show_recording(served.store, id_).labels]


def test_charts_and_map_are_drawn(open_page: Page, heard: Heard) -> None:
    charts = open_page.locator("#charts figure.chart")
    expect(charts).to_have_count(4)
    for chart in charts.all():
        expect(chart).to_have_attribute("data-drawn", re.compile(r"\d+"))
        assert chart.locator("canvas").evaluate(INK) > 500
    expect(open_page.locator("bs-track[data-drawn]")).to_be_visible()
    assert open_page.locator("bs-track canvas").first.evaluate(INK) > 500
    assert band(open_page).get_by_role("option").count() >= 3
    assert heard.complaints == []


def test_one_cursor_for_charts_ribbon_and_readout(open_page: Page) -> None:
    heart = open_page.locator('figure[data-signal="heart_rate"] [data-number]')
    expect(heart).not_to_have_text("–")
    mean = heart.inner_text()
    open_page.mouse.move(*across(open_page.locator('figure[data-signal="speed"] .chart-plot'), 0.5))
    expect(open_page.locator(".ribbon-cursor")).to_be_visible()
    expect(open_page.locator(".readout-time")).to_have_text(re.compile(r"^1:\d\d$"))
    expect(open_page.locator(".readout-direction")).to_contain_text("backward")
    expect(heart).not_to_have_text(mean)
    expect(open_page.locator('figure[data-signal="heart_rate"] .chart-means')).to_be_hidden()


def test_a_drag_zooms_and_finer_samples_come(open_page: Page) -> None:
    plot = open_page.locator('figure[data-signal="speed"] .chart-plot')
    with open_page.expect_response(lambda answer: "/series?" in answer.url and "start=0" not in answer.url) as finer:
        x, y = across(plot, 0.55)
        open_page.mouse.move(x, y)
        open_page.mouse.down()
        open_page.mouse.move(x + 40, y, steps=4)
        open_page.mouse.up()
    assert finer.value.ok
    expect(open_page.locator("body")).to_have_class(re.compile("is-zoomed"))
    open_page.get_by_role("button", name="All", exact=True).click()
    expect(open_page.locator("body")).not_to_have_class(re.compile("is-zoomed"))


def test_dragging_an_edge_corrects_and_undo_takes_it_back(
    open_page: Page, served: Served, session: str, heard: Heard
) -> None:
    before = show_recording(served.store, session).bouts
    bout(open_page, "backward").click()
    edge = open_page.get_by_role("slider", name="End of the stretch")
    x, y = across(edge, 0.2)
    open_page.mouse.move(x, y)
    open_page.mouse.down()
    open_page.mouse.move(x - 60, y, steps=6)
    open_page.mouse.up()
    expect(open_page.locator("#said")).to_contain_text("Saved")
    ((start, end, _),) = corrections(served, session)
    backward = [one for one in before if one.direction is Direction.BACKWARD]
    assert end == pytest.approx(backward[-1].end_s, abs=0.01)
    assert 3 < end - start < 20
    open_page.get_by_role("button", name="Undo the last correction").click()
    expect(open_page.locator("#said")).to_have_text("Undone.")
    assert corrections(served, session) == []
    assert show_recording(served.store, session).bouts == before
    assert heard.complaints == []


def test_marking_a_stretch_by_dragging_over_it(open_page: Page, served: Served, session: str) -> None:
    x, y = across(band(open_page), 0.1)
    open_page.mouse.move(x, y)
    open_page.mouse.down()
    open_page.mouse.move(x + 100, y, steps=5)
    open_page.mouse.up()
    expect(open_page.locator(".correct-what")).to_contain_text("marked")
    open_page.locator("#correct").get_by_role("button", name="Sideways").click()
    expect(open_page.locator("#said")).to_contain_text("Saved: sideways")
    expect(bout(open_page, "sideways").first).to_be_visible()
    assert [one[2] for one in corrections(served, session)] == [Direction.SIDEWAYS]
    open_page.keyboard.press("Control+z")
    expect(open_page.locator("#said")).to_have_text("Undone.")
    assert corrections(served, session) == []


def test_keys_alone(open_page: Page, served: Served, session: str) -> None:
    band(open_page).focus()
    open_page.keyboard.press("Home")
    for _ in range(20):
        active = band(open_page).get_attribute("aria-activedescendant")
        if "backward" in (band(open_page).locator(f"#{active}").get_attribute("aria-label") or ""):
            break
        open_page.keyboard.press("ArrowRight")
    open_page.keyboard.press("Enter")
    expect(open_page.locator(".correct-what")).to_contain_text("Backward")
    open_page.keyboard.press("Tab")
    edge = open_page.get_by_role("slider", name="Start of the stretch")
    expect(edge).to_be_focused()
    was = float(edge.get_attribute("aria-valuenow") or "nan")
    for key in ("Shift+ArrowRight", "ArrowRight", "ArrowRight"):
        open_page.keyboard.press(key)
    expect(edge).to_have_attribute("aria-valuenow", f"{was + 12:.1f}")
    open_page.keyboard.press("Enter")
    expect(open_page.locator("#said")).to_contain_text("Saved")
    ((start, end, _),) = corrections(served, session)
    assert (start, end) == pytest.approx((was, was + 12), abs=0.1)
    open_page.keyboard.press("Control+z")
    expect(open_page.locator("#said")).to_have_text("Undone.")


def test_a_refused_correction_is_said_and_drawn_back(open_page: Page, served: Served, session: str) -> None:
    open_page.locator("summary", has_text="Correct a stretch").click()
    form = open_page.locator("#correct")
    form.get_by_label("From").fill("two")
    form.get_by_label("To").fill("0:30")
    form.get_by_role("button", name="Forward").click()
    expect(open_page.locator(".correct-fault")).to_contain_text("Write times as")
    open_page.route("**/label", lambda route: route.abort())
    form.get_by_label("From").fill("0:20")
    form.get_by_role("button", name="Sideways").click()
    expect(open_page.locator("#said")).to_contain_text("Not saved")
    expect(bout(open_page, "sideways")).to_have_count(0)
    assert corrections(served, session) == []


def test_the_list_of_what_was_found_leads_to_the_ribbon(open_page: Page) -> None:
    first = open_page.locator(".found li", has=open_page.locator("summary .direction.backward")).first
    first.locator("summary").click()
    expect(first.locator(".evidence")).to_be_visible()
    first.get_by_role("button", name="Correct this stretch").click()
    expect(open_page.locator(".correct-what")).to_contain_text("Backward")


def test_without_scripts_the_form_works(browser: Browser, served: Served, session: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{served.url}/recordings/{session}")
    assert page.locator(".main-ribbon rect").count() >= 3
    page.locator("summary", has_text="Correct a stretch").click()
    page.get_by_label("From").fill("0:10")
    page.get_by_label("To").fill("0:20")
    page.get_by_role("button", name="Turning").click()
    expect(page.get_by_text("one correction by you")).to_be_visible()
    assert corrections(served, session) == [(10.0, 20.0, Direction.TURNING)]
    page.get_by_role("button", name="Undo the last correction").click()
    assert corrections(served, session) == []
    context.close()


def test_on_a_phone_numbers_and_ribbon_need_no_scrolling_and_nothing_moves(
    browser: Browser, served: Served, session: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{served.url}/recordings/{session}")
    expect(page.locator("figure.chart[data-drawn]").first).to_be_attached()
    expect(page.locator("bs-track[data-drawn]")).to_be_attached()
    box = page.locator(".main-ribbon").bounding_box()
    bar = page.locator("nav.places").bounding_box()
    assert box
    assert bar
    assert box["y"] + box["height"] < bar["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    shift = page.evaluate(
        """() => new Promise(done => {
          let sum = 0;
          new PerformanceObserver(list => list.getEntries().forEach(entry => sum += entry.value))
            .observe({ type: "layout-shift", buffered: true });
          setTimeout(() => done(sum), 300);
        })"""
    )
    assert shift < 0.02
    context.close()


def test_two_fingers_zoom(browser: Browser, served: Served, session: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = opened(context.new_page(), served, session)
    page.set_viewport_size({"width": 390, "height": 844})
    x, y = across(page.locator('figure[data-signal="speed"] .u-over'), 0.5)
    cdp = context.new_cdp_session(page)
    for kind, apart in (("touchStart", 20), ("touchMove", 60), ("touchMove", 120), ("touchEnd", 0)):
        fingers = [{"x": x - apart, "y": y, "id": 1}, {"x": x + apart, "y": y, "id": 2}] if apart else []
        cdp.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})
    expect(page.locator("body")).to_have_class(re.compile("is-zoomed"))
    context.close()


@pytest.mark.parametrize(("theme", "width"), [("light", 390), ("dark", 1440)])
def test_axe_finds_nothing(browser: Browser, served: Served, session: str, theme: str, width: int) -> None:
    dark = theme == "dark"
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light", reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{served.url}/recordings/{session}")
    expect(page.locator("figure.chart[data-drawn]").first).to_be_attached()
    bout(page, "backward").click()
    page.locator(".found summary").first.click()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    context.close()


@pytest.mark.parametrize("kind", ["pocket", "heart", "nothing"])
def test_little_data_is_no_trouble(page: Page, served: Served, heard: Heard, kind: str) -> None:
    recording = pocket_session() if kind == "pocket" else bare(track_session(), *(["heart_rate"] * (kind == "heart")))
    id_ = put(served.store, recording, f"Little: {kind}")
    page.goto(f"{served.url}/recordings/{id_}")
    expect(page.locator(".readout-time")).to_contain_text("0:00")
    if kind == "nothing":
        expect(page.get_by_text("no signals to draw")).to_be_visible()
    else:
        expect(page.locator("figure.chart[data-drawn]").first).to_be_visible()
    assert heard.complaints == []


def test_the_demo_has_the_same_page(page: Page, served: Served, heard: Heard) -> None:
    page.goto(f"{served.url}/demo/recordings")
    page.locator("a.row-link").first.click()
    expect(page.locator("figure.chart[data-drawn]").first).to_be_visible(timeout=20_000)
    expect(page.get_by_text("Leave the demo")).to_be_visible()
    assert heard.complaints == []
