"""The pictures of docs/explain/direction.md are made by code, all of them, alike every time, and rest on what is so."""

import re
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from docs.make_direction_pictures.__main__ import main
from docs.make_direction_pictures.crowd import judged, stretches
from docs.make_direction_pictures.palette import NAMES, palette
from docs.make_direction_pictures.sessions import MOUNTINGS, felt_session, mounted
from docs.make_direction_pictures.strides import Loop, loop, swing
from docs.make_direction_pictures.svg import Look, Panel, sheet, words
from docs.make_direction_pictures.table import PICTURES

from backstride.evidence.sources import SOURCES
from backstride.recording import Direction, Gait

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "explain" / "direction.md"
SVG = "{http://www.w3.org/2000/svg}"
# Of what the simulation puts in: braking lasts longer than pushing backward.
CHECKED = {"10.1098/rspb.2010.1212"}
FORWARD, BACKWARD = Direction.FORWARD, Direction.BACKWARD


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pictures")
    assert main(["--people", "3", "--to", str(folder)]) == 0
    return folder


def test_the_page_shows_every_picture_once_in_order() -> None:
    shown = re.findall(r"\.\./pictures/direction-([\w-]+)\.svg", PAGE.read_text())
    assert shown == [picture.name for picture in PICTURES]


def test_every_picture_has_a_caption() -> None:
    assert len(re.findall(r"^!\[[^\]]{20,}\]\([^)]*\)\n\n\*[A-Z]", PAGE.read_text(), re.MULTILINE)) == len(PICTURES)


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_is_whole_and_its_words_stay_on_the_sheet(made: Path, picture: object) -> None:
    name = f"direction-{picture.name}.svg"  # type: ignore[attr-defined]
    for path in (made / name, ROOT / "docs" / "pictures" / name):
        drawn = ElementTree.parse(path).getroot()
        width, height = float(drawn.attrib["width"]), float(drawn.attrib["height"])
        assert drawn.find(f"{SVG}title") is not None
        assert "nan" not in path.read_text()
        for text in drawn.iter(f"{SVG}text"):
            assert 0 < float(text.attrib["x"]) < width
            assert 0 < float(text.attrib["y"]) < height


def test_the_same_people_give_the_same_pictures(made: Path, tmp_path: Path) -> None:
    assert main(["--people", "3", "--to", str(tmp_path), "people", "chance"]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["direction-chance.svg", "direction-people.svg"]
    for path in tmp_path.iterdir():
        assert path.read_text() == (made / path.name).read_text()


def test_the_command_on_the_page_is_the_one_that_exists() -> None:
    assert "python -m docs.make_direction_pictures" in PAGE.read_text()
    assert (ROOT / "docs" / "make_direction_pictures" / "__main__.py").exists()


def sense(found: Loop) -> float:
    """Area a loop goes round, counter-clockwise positive."""
    after = np.roll(found.height, -1), np.roll(found.push, -1)
    return float(np.sum(found.push * after[0] - found.height * after[1]))


def test_loops_go_round_as_the_table_of_the_page_says() -> None:
    rows = re.findall(r"^\| (running|walking) (forward|backward) \|.*\| (clockwise|counter-clockwise) \|$",
                      PAGE.read_text(), re.MULTILINE)  # fmt: skip
    assert len(rows) == 4
    for gait, direction, round_ in rows:
        found = loop(Direction(direction), Gait.RUN if gait == "running" else Gait.WALK)
        assert (sense(found) > 0) == (round_ == "counter-clockwise")


@pytest.mark.parametrize("gait", [Gait.WALK, Gait.RUN])
def test_a_thigh_going_backward_is_likest_to_forward_in_reverse(gait: Gait) -> None:
    ahead, back = swing(FORWARD, gait), swing(BACKWARD, gait)
    as_it_is = np.corrcoef(ahead.angle, back.angle)[0, 1]
    reverse = np.corrcoef(ahead.angle, back.reversed.angle)[0, 1]
    assert reverse > 0.95 > as_it_is + 0.2
    np.testing.assert_allclose(back.reversed.reversed.angle, back.angle)


def test_a_phone_worn_four_ways_gives_one_answer_from_four_signals() -> None:
    read = [mounted(name) for name in MOUNTINGS]
    ways = [[bout.direction for bout in one.analysis.bouts] for one in read]
    assert ways == [[Direction.STILL, FORWARD, Direction.STILL, BACKWARD, Direction.STILL]] * len(MOUNTINGS)
    for one, other in combinations(read, 2):
        difference = one.recording.signals["acceleration"].values - other.recording.signals["acceleration"].values
        assert np.abs(difference).mean() > 1.0


def test_mountings_are_rotations() -> None:
    for rows in MOUNTINGS.values():
        mounting = np.array(rows, float)
        np.testing.assert_allclose(mounting @ mounting.T, np.eye(3))
        assert np.linalg.det(mounting) == pytest.approx(1.0)


def test_felt_velocity_is_near_the_truth_after_starts_and_unsure_far_from_them() -> None:
    found = felt_session()
    start = [bout.start_s for bout in found.bouts if bout.direction in (FORWARD, BACKWARD)]
    after = np.flatnonzero((found.time_s > start[0] + 1) & (found.time_s < start[0] + 3))
    assert np.all(found.felt[after] * found.true[after] > 0)
    middle = int(np.argmin(np.abs(found.time_s - start[-1] - 12)))
    assert found.spread[middle] > 1.5 * found.spread[after].max()


def test_people_and_what_is_stated_of_them_are_whole() -> None:
    found = stretches(2)
    assert {one.backward for one in found} == {True, False}
    legs = [one for one in found if one.placement.value in ("foot", "shank")]
    assert all((one.odds < 0) == one.backward for one in legs)
    for one in judged(2):
        assert np.all((one.chance >= 0.5) & (one.chance <= 1.0))
        assert set(one.right.tolist()) <= {0.0, 1.0}


def test_colours_are_the_products_and_differ_in_the_dark() -> None:
    colours = palette()
    assert set(colours) == set(NAMES)
    assert all(light != dark for light, dark in colours.values())


def test_a_panel_places_values_and_keeps_lines_inside() -> None:
    panel = Panel(10, 20, 100, 50, (0, 1), (-1, 1))
    assert panel.at(0.5, 0.0) == (60.0, 45.0)
    assert panel.at(1, 1) == (110.0, 20.0)
    assert "L60.0 20.0" in panel.line(np.array([0.0, 0.5]), np.array([0.0, 9.0]), Look("ink"))
    assert "&lt;2&amp;" in sheet(100, 100, "x", [words(1, 1, "<2&")])


def test_references_are_sources_of_the_evidence_or_of_the_engine() -> None:
    known = {source.doi for source in SOURCES.values() if source.doi} | CHECKED
    for path in (ROOT / "src/backstride/gait").rglob("*.py"):
        known |= set(re.findall(r"doi (10\.[^\s,)]+)", path.read_text()))
    named = re.findall(r"doi\.org/([^)\s]+)\)", PAGE.read_text())
    assert named
    assert set(named) <= known
