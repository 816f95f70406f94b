"""From a file to a chart, with files of real devices: on the command line, and in the browser as a person does it."""

import io
import json
import lzma
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Page, expect

import backstride
from tests.browser.conftest import (  # noqa: F401 -- fixtures of the browser tests
    Heard,
    Served,
    base_url,
    browser_type_launch_args,
    demo_folder,
    fresh,
    heard,
)
from tests.realdata import data_folder

pytestmark = pytest.mark.realdata
SOURCE = str(Path(backstride.__file__).parents[1])


@dataclass(frozen=True)
class Given:
    """A real file, and what must be found in it whatever the rules are."""

    file: Path
    format: str
    signals: frozenset[str]
    duration_s: tuple[float, float]


def material(folder: Path) -> tuple[Given, ...]:
    """One file of each kind, unpacked where the development data keep it packed."""
    data = data_folder()
    return (
        Given(
            data / "fit_files/good_running/Garmin920_withFirstbeat.fit",
            "FIT",
            frozenset({"position", "heart_rate", "contact_time", "vertical_oscillation", "step_length"}),
            (2120, 2130),
        ),
        Given(data / "fit_files/tcx_gpx/activity-polar.tcx", "TCX", frozenset({"position"}), (5, 15)),
        Given(data / "fit_files/tcx_gpx/test.gpx", "GPX", frozenset({"position", "elevation"}), (240, 260)),
        Given(_foot(data, folder), "CSV", frozenset({"acceleration", "angular_rate"}), (20, 300)),
        Given(_packed(data, folder, "s01_01_sp"), "CSV", frozenset({"acceleration", "angular_rate"}), (5, 120)),
        Given(_packed(data, folder, "s01_01_sw"), "CSV", frozenset({"acceleration", "angular_rate"}), (5, 120)),
    )


def _foot(data: Path, folder: Path) -> Path:
    """The foot sensor's arrays as the generic table, at a quarter of its 800 Hz."""
    packed = min((data / "uci_foot_imu/2023_08_23").glob("*.npz.xz"))
    with np.load(io.BytesIO(lzma.decompress(packed.read_bytes()))) as arrays:
        acc, gyr = arrays["acc_1e4"].T[::4] / 1e4, arrays["gyr_1e6"].T[::4] / 1e6
        time_s = np.arange(len(acc)) * 4 / float(arrays["fs"])
    head = "time_s," + ",".join(f"acc_{axis} [m/s2]" for axis in "xyz")
    head += "," + ",".join(f"gyr_{axis} [rad/s]" for axis in "xyz")
    file = folder / "left_foot.csv"
    np.savetxt(file, np.column_stack((time_s, acc, gyr)), "%.5f", ",", header=head, comments="")
    return file


def _packed(data: Path, folder: Path, name: str) -> Path:
    file = folder / f"{name}.csv"
    file.write_bytes(lzma.decompress((data / f"sp_sw_har_wrist_pocket/s01/{name}.csv.xz").read_bytes()))
    return file


def run(folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": SOURCE, "BACKSTRIDE_LANGUAGE": "en"}
    environment["BACKSTRIDE_DATA_FOLDER"] = str(folder / "data")
    command = [sys.executable, "-m", "backstride", *map(str, arguments)]
    return subprocess.run(command, check=False, capture_output=True, text=True, env=environment, timeout=300)


def test_on_the_command_line(tmp_path: Path) -> None:
    given = material(tmp_path)
    analysed = run(tmp_path, "analyse", "--json", *(one.file for one in given))
    assert analysed.returncode == 0, analysed.stderr
    found = [json.loads(line) for line in analysed.stdout.splitlines()]
    for one, report in zip(given, found, strict=True):
        assert report["file"] == one.file.name
        assert report["format"] == one.format
        assert one.signals <= {row["name"] for row in report["signals"]}
        assert one.duration_s[0] < report["duration_s"] < one.duration_s[1]
        assert report["bouts"][0]["start_s"] == 0
        assert report["bouts"][-1]["end_s"] == pytest.approx(report["duration_s"])
        assert report["loss"] is None
    watch, foot = found[0], found[3]
    # A watch cannot know which way its wearer faced; the foot's strides show both ways.
    assert {bout["direction"] for bout in watch["bouts"]} <= {"unknown", "still"}
    seconds = {way: _seconds(foot, way) for way in ("forward", "backward")}
    assert seconds["forward"] > 20
    assert seconds["backward"] > 8

    imported = run(tmp_path, "import", *(one.file for one in given))
    assert imported.returncode == 0, imported.stdout + imported.stderr
    assert imported.stdout.count("imported  ") == len(given)
    # Phone and watch recorded one session: offered as one, kept as two.
    assert len(run(tmp_path, "list", "--json").stdout.splitlines()) == len(given) - 1
    assert "same session as" in imported.stdout
    assert run(tmp_path, "verify").returncode == 0


def _seconds(report: dict[str, list[dict[str, float | str]]], direction: str) -> float:
    return sum(
        float(bout["end_s"]) - float(bout["start_s"]) for bout in report["bouts"] if bout["direction"] == direction
    )


@pytest.mark.browser
def test_in_the_browser(page: Page, fresh: Served, heard: Heard, tmp_path: Path) -> None:  # noqa: F811
    given = material(tmp_path)
    page.goto(fresh.url)
    page.locator("input[type=file]").set_input_files([one.file for one in given])
    expect(page.locator(".row").first).to_be_visible(timeout=60_000)
    expect(page.locator(".sending li")).to_have_count(0, timeout=60_000)
    page.goto(f"{fresh.url}/recordings")
    expect(page.locator(".row")).to_have_count(len(given) - 1, timeout=60_000)
    expect(page.locator(".row", has_text="recorded by two devices")).to_have_count(1)

    page.locator(".row").filter(has_text="left_foot").get_by_role("link").click()
    expect(page.locator("#charts canvas").first).to_be_visible()
    expect(page.locator("main")).to_contain_text("Backward")
    page.go_back()
    page.locator(".row").filter(has_text="Stryd Running").get_by_role("link").click()
    expect(page.locator("#charts canvas").first).to_be_visible()
    expect(page.locator("bs-track[data-drawn]")).to_be_visible()
    expect(page.locator("#advice")).to_contain_text("no motion sensor")
    assert heard.complaints == []
