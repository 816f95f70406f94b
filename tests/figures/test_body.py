"""The map of the body: complete, symmetrical, without overlaps, and large enough to be tapped."""

import re
from xml.etree import ElementTree

import numpy as np
import pytest

from backstride.figures import BODY, Region, body_map, region_id
from backstride.figures.body import HEIGHT, SILHOUETTE_AROUND, VIEWS, WIDTH, View
from backstride.figures.shapes import Point
from backstride.recording import Side
from backstride.session import BodyPart

PARTS = [region for region in BODY if region.part is not None]
MUSCLES = [region for region in BODY if region.part is None]
GROUPS = re.findall(
    r"\S+",
    """
quadriceps hamstrings glutes calves shins hip-flexors adductors abductors
abdominals obliques back shoulders neck feet
""",
)
SVG = "{http://www.w3.org/2000/svg}"


def inside(point: Point, around: tuple[Point, ...]) -> bool:
    """Whether a point lies in a polygon (even-odd)."""
    x, y = point
    odd = False
    for (x0, y0), (x1, y1) in zip(around, (*around[1:], around[0]), strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            odd = not odd
    return odd


def grid() -> list[Point]:
    random = np.random.default_rng(7)
    return [
        (x + float(random.uniform(0, 2)), y + float(random.uniform(0, 2)))
        for x in range(0, WIDTH, 4)
        for y in range(0, HEIGHT, 4)
    ]


def shown(view: View, regions: list[Region]) -> list[Region]:
    return [region for region in regions if region.view == view]


def test_every_part_of_the_body_can_be_pointed_at() -> None:
    assert {region.part for region in PARTS} == set(BodyPart)
    middle = {BodyPart.HEAD, BodyPart.NECK, BodyPart.CHEST, BodyPart.BELLY, BodyPart.UPPER_BACK, BodyPart.LOWER_BACK}
    for part in BodyPart:
        sides = {region.side for region in PARTS if region.part is part}
        assert sides == ({Side.UNKNOWN} if part in middle else {Side.LEFT, Side.RIGHT}), part
    assert {region.group for region in MUSCLES} == set(GROUPS)


def test_ids_are_said_once_a_view() -> None:
    for view in VIEWS:
        ids = [region.id for region in shown(view, list(BODY))]
        assert len(ids) == len(set(ids))
    assert region_id(BodyPart.KNEE, Side.LEFT) == "knee-left"
    assert region_id(BodyPart.LOWER_BACK) == "lower-back"


@pytest.mark.parametrize("region", [r for r in BODY if r.side is Side.LEFT], ids=lambda r: f"{r.view}-{r.id}")
def test_left_and_right_mirror_each_other(region: Region) -> None:
    other = next(
        r for r in BODY if r.view == region.view and r.side is Side.RIGHT and r.id == region.id.replace("left", "right")
    )
    assert other.around == pytest.approx(np.array([(WIDTH - x, y) for x, y in region.around]))
    assert (region.anchor[0] > WIDTH / 2) is (region.view == "front")


@pytest.mark.parametrize("region", BODY, ids=lambda r: f"{r.view}-{r.id}")
def test_a_region_lies_within_the_outline(region: Region) -> None:
    xs, ys = zip(*SILHOUETTE_AROUND, strict=True)
    assert all(min(xs) - 0.1 <= x <= max(xs) + 0.1 and min(ys) - 0.1 <= y <= max(ys) + 0.1 for x, y in region.around)
    within = [point for point in grid() if inside(point, region.around)]
    assert all(inside(point, SILHOUETTE_AROUND) for point in within)


@pytest.mark.parametrize("regions", [PARTS, MUSCLES], ids=["parts", "muscles"])
@pytest.mark.parametrize("view", VIEWS)
def test_regions_do_not_overlap(view: View, regions: list[Region]) -> None:
    for point in grid():
        over = [region.id for region in shown(view, regions) if inside(point, region.around)]
        assert len(over) <= 1, (point, over)


@pytest.mark.parametrize("view", VIEWS)
def test_only_arms_and_hands_have_no_region(view: View) -> None:
    for point in grid():
        if inside(point, SILHOUETTE_AROUND) and not any(inside(point, r.around) for r in shown(view, PARTS)):
            assert abs(point[0] - WIDTH / 2) > 35, point
            assert 120 < point[1] < 260, point


@pytest.mark.parametrize("region", PARTS, ids=lambda r: f"{r.view}-{r.id}")
def test_a_finger_finds_a_region(region: Region) -> None:
    xs, ys = zip(*region.around, strict=True)
    assert max(ys) - min(ys) >= 27.5
    assert max(xs) - min(xs) >= 15


def test_the_map_is_well_formed_and_links_only_what_is_asked() -> None:
    text = body_map(
        "front",
        {"knee": "hurts", "hip-left": "hurts-some"},
        {"": "Where <it> hurts", "knee-left": "Left & knee"},
        {"knee-left": "?part=knee&side=left"},
    )
    root = ElementTree.fromstring(text)
    assert root.findtext(f"{SVG}title") == "Where <it> hurts"
    assert root.get("role") == "group"
    (link,) = root.iter(f"{SVG}a")
    assert (link.get("href"), link.get("aria-label")) == ("?part=knee&side=left", "Left & knee")
    classes = [path.get("class") for path in root.iter(f"{SVG}path")]
    assert classes.count("region hurts") == 2
    assert classes.count("region hurts-some") == 1
    assert "style" not in text
    assert text == body_map(
        "front",
        {"knee": "hurts", "hip-left": "hurts-some"},
        {"": "Where <it> hurts", "knee-left": "Left & knee"},
        {"knee-left": "?part=knee&side=left"},
    )


def test_muscles_are_coloured_by_group_by_name_and_by_side() -> None:
    text = body_map(
        "back", {"calves": "works-some", "soleus": "works", "gluteus-maximus-left": "works"}, {}, layer="muscles"
    )
    classes = [path.get("class") for path in ElementTree.fromstring(text).iter(f"{SVG}path")]
    assert classes.count("muscle works-some") == 4
    assert classes.count("muscle works") == 3
    assert "region" not in {name for names in classes if names for name in names.split()}
