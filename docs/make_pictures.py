"""Take the pictures of the README from the running product: `.venv/bin/python docs/make_pictures.py`.

They show the demo runner, whose recordings are simulated and say so on every page.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Literal

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from backstride import app
from backstride.web import make_app

HERE = Path(__file__).parent / "pictures"
PORT = 8769
PHONE, DESK = (390, 844), (1280, 900)
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The product on a loopback port, over an empty data folder."""
    site = make_app(app.open_store(folder / "own"), demo_folder=folder / "demo")
    server = uvicorn.Server(uvicorn.Config(site, host="127.0.0.1", port=PORT, log_level="warning"))
    thread = Thread(target=server.run)
    thread.start()
    try:
        yield f"http://127.0.0.1:{PORT}"
    finally:
        server.should_exit = True
        thread.join()


def picture(
    browser: Browser, url: str, name: str, size: tuple[int, int], scheme: Literal["light", "dark"] = "light"
) -> None:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, locale="en-GB", reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    page.screenshot(path=HERE / f"{name}.png")
    context.close()


def main() -> None:
    """Every picture, anew."""
    HERE.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder)) as address,
        sync_playwright() as player,
    ):
        browser = player.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page()
        page.goto(f"{address}/demo/recordings")
        page.locator("a.row-link").first.wait_for(timeout=120_000)  # the demo is made at the first look
        links = {
            link.inner_text(): f"{address}{link.get_attribute('href')}" for link in page.locator("a.row-link").all()
        }
        page.close()
        intervals = next(url for name, url in links.items() if name.startswith("Track"))
        pocket = next(url for name, url in links.items() if "pocket" in name)
        picture(browser, f"{address}/", "first-visit", PHONE)
        picture(browser, f"{address}/demo/", "today", PHONE)
        page = browser.new_page()
        page.goto(f"{address}/demo/plan")
        session = page.locator("a.tile.backward.open").first.get_attribute("href")
        page.close()
        picture(browser, f"{address}/demo/plan", "plan", DESK)
        picture(browser, f"{address}{session}", "session", PHONE)
        picture(browser, f"{address}/demo/progress", "progress", DESK)
        picture(browser, f"{address}/demo/progress/questions", "questions", PHONE)
        picture(browser, f"{address}/demo/learn/evidence/knee-load", "promise", PHONE)
        picture(browser, f"{address}/demo/learn/exercises/backward-breakfall", "exercise", PHONE)
        picture(browser, intervals, "recording", DESK)
        picture(browser, pocket, "recording-phone-dark", PHONE, "dark")
        browser.close()


if __name__ == "__main__":
    main()
