"""Every exercise has a figure; figures are well-formed, quiet about style, complete within their box."""

import re
from xml.etree import ElementTree

import pytest

from backstride.figures import FIGURES, draw
from backstride.figures.draw import LITERAL
from backstride.figures.shapes import hull
from backstride.web.vendor import STATIC

EXERCISES = re.findall(
    r"\S+",
    """
march leg-swings ankle-circles hip-circles arm-circles shoulder-checks
squat lunge reverse-lunge step-down calf-raise single-leg-calf-raise toe-raise hip-bridge single-leg-bridge
side-leg-raise plank side-plank russian-twist dead-bug
hamstring-stretch calf-stretch soleus-stretch hip-flexor-stretch quad-stretch shin-stretch neck-turns ankle-rocks
back-rock backward-breakfall standing-breakfall side-breakfall backward-roll
one-leg-stance tandem-stance tandem-walk single-leg-reach toe-walk high-knees carioca backward-skip
backpedal-cones t-drill figure-eight square-run call-and-stop mirror-drill ball-drop
stop-and-go stop-turn-go half-turn guided-straight shoulder-tap towel-line relay tag retro-mile
""",
)
SET_UPS = re.findall(
    r"\S+",
    """
straight start-stand backward-walk backward-run glance stop-before-turn
test-stance test-tandem test-hop test-pace test-3m-backward test-t test-505 test-sit-and-reach phone-lower-back
""",
)
SVG = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
TAKES = {"M": 2, "L": 2, "C": 6, "Q": 4, "A": 7, "H": 1, "V": 1, "a": 7, "z": 0}


def ends(path: str) -> list[tuple[float, float]]:
    """Where the absolute commands of a path end, and their control points."""
    found, spot = [], (0.0, 0.0)
    for command, text in re.findall(r"([MLCQAHVaz])([^MLCQAHVaz]*)", path):
        values = [float(value) for value in NUMBER.findall(text)]
        assert not TAKES[command] or len(values) % TAKES[command] == 0, (command, text)
        if command in "HV":
            spot = (values[0], spot[1]) if command == "H" else (spot[0], values[0])
        elif command == "a":
            spot = (spot[0] + values[5], spot[1] + values[6])
        elif command != "z":
            found += list(zip(values[0::2], values[1::2], strict=True)) if command in "MLCQ" else []
            spot = (values[-2], values[-1])
        found.append(spot)
    return found


def test_every_exercise_and_set_up_has_a_figure() -> None:
    assert set(FIGURES) == {*EXERCISES, *SET_UPS}
    assert all(key == figure.key for key, figure in FIGURES.items())


@pytest.mark.parametrize("standalone", [False, True])
@pytest.mark.parametrize("key", FIGURES)
def test_a_figure_is_well_formed_and_says_no_style(key: str, standalone: bool) -> None:
    text = draw(key, title='Knees & "feet" <up>', standalone=standalone)
    root = ElementTree.fromstring(text)
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == 'Knees & "feet" <up>'
    attributes = {name for element in root.iter() for name in element.attrib}
    assert not attributes & {"style", "id", "onclick"}
    assert ("class" in attributes) is not standalone
    assert standalone or not re.search(r"#[0-9a-f]{6}", text)
    assert text == draw(key, title='Knees & "feet" <up>', standalone=standalone)


@pytest.mark.parametrize("key", FIGURES)
def test_a_figure_is_small(key: str) -> None:
    assert len(draw(key, title="")) < 11_000


@pytest.mark.parametrize("key", FIGURES)
def test_nothing_is_drawn_outside_the_box(key: str) -> None:
    root = ElementTree.fromstring(draw(key, title=""))
    left, top, width, height = (float(value) for value in root.attrib["viewBox"].split())
    for group in root.iter(f"{SVG}g"):
        shift = float(NUMBER.findall(group.get("transform", "0"))[0])
        for path in group.findall(f"{SVG}path"):
            for x, y in ends(path.attrib["d"]):
                # Control points of bowed arrows lie as far again outside as the bow does.
                room = 8 if "Q" in path.attrib["d"] else 0
                assert left - room <= x + shift <= left + width + room
                assert top - room <= y <= top + height + room


def test_backward_points_left_and_forward_right() -> None:
    def reach(text: str, name: str) -> tuple[float, float]:
        path = next(re.finditer(rf'class="{name}"[^>]* d="([^"]*)"', text)).group(1)
        xs = [x for x, _ in ends(path)]
        return min(xs), max(xs)

    text = draw("stop-and-go", title="")
    assert reach(text, "tip backward")[1] <= reach(text, "track backward")[1]
    assert reach(text, "tip backward")[0] < reach(text, "track backward")[0]
    assert reach(text, "tip forward")[1] > reach(text, "track forward")[1]


def test_the_style_sheet_knows_every_class_and_print_every_colour_of_the_light_theme() -> None:
    used = {name for key in FIGURES for name in re.findall(r'class="([^"]+)"', draw(key, title=""))} - {"figure"}
    sheet = (STATIC / "figures.css").read_text("utf-8")
    assert used <= set(LITERAL)
    for name in {word for names in used for word in names.split()} - {"backward", "forward", "sideways", "turning"}:
        assert f".figure .{name}" in sheet, name
    tokens = (STATIC / "tokens.css").read_text("utf-8")
    light = set(re.findall(r"light-dark\((#\w{6})", tokens))
    assert {colour for paint in LITERAL.values() for colour in re.findall(r"#\w{6}", paint)} <= light


def test_a_hull_is_the_outline_of_its_circles() -> None:
    assert hull([(0, 0, 2)]) == "M-2 0a2 2 0 0 1 4 0a2 2 0 0 1 -4 0z"
    capsule = hull([(0, 0, 2), (10, 0, 1)])
    assert capsule.count("A") == 2
    xs = [x for x, _ in ends(capsule)]
    assert 0 < min(xs) < 1  # the lines leave the larger circle a little towards the smaller
    assert 10 < max(xs) < 10.5
    assert hull([(0, 0, 5), (1, 0, 1)]) == hull([(0, 0, 5)])
