"""The geometry of forest plots: nothing leaves the plot unsaid, and order on the axis is order of the numbers."""

from itertools import pairwise

import pytest

from backstride.app.evidence import forests
from backstride.evidence.effects import Kind
from backstride.evidence.promises import PROMISES
from backstride.web.forest import Axis, Plot, Span, draw_forest
from backstride.words import words

PLOTS = [
    (promise.key, draw_forest(together, words("en"))) for promise in PROMISES.values() for together in forests(promise)
]


def share(x: str) -> float:
    assert x.endswith("%")
    return float(x[:-1]) / 100


@pytest.fixture(params=[plot for _, plot in PLOTS], ids=[key for key, _ in PLOTS])
def plot(request: pytest.FixtureRequest) -> Plot:
    found: Plot = request.param
    return found


def inside(span: Span) -> bool:
    return share(span.x) >= 0 and share(span.x) + share(span.width) <= 1.0001 and share(span.width) > 0


def test_everything_lies_on_the_plot(plot: Plot) -> None:
    assert 0 < share(plot.null) < 1
    for row in plot.rows:
        assert 0 < share(row.x) < 1
        if row.span:
            assert inside(row.span)
            assert not row.span.beyond_low
            assert not row.span.beyond_high
            assert share(row.span.x) < share(row.x) < share(row.span.x) + share(row.span.width)
    if plot.sum:
        assert inside(plot.sum.diamond)
        assert inside(plot.sum.expected)
        assert 0 < float(plot.sum.diamond.middle) < 100


def test_the_order_on_the_axis_is_the_order_of_the_numbers(plot: Plot) -> None:
    values = [row.study.effect.value for row in plot.rows if row.study.effect]
    by_value = sorted(range(len(values)), key=lambda place: values[place])
    by_place = sorted(range(len(values)), key=lambda place: share(plot.rows[place].x))
    assert [values[place] for place in by_place] == [values[place] for place in by_value]


def test_ticks_rise_and_hold_the_line_of_no_difference(plot: Plot) -> None:
    places = [share(x) for x, _ in plot.ticks]
    assert places == sorted(places)
    assert 2 <= len(places) <= 7
    assert (plot.null, "0") in plot.ticks
    assert min(b - a for a, b in pairwise(places)) > 0.08, "labels would touch"


def test_rows_of_a_plot_can_be_told_apart(plot: Plot) -> None:
    told = [(row.name, *(str(part) for part in row.about)) for row in plot.rows]
    assert len(told) == len(set(told))


def test_heavier_studies_are_drawn_larger() -> None:
    plot = PLOTS[0][1]
    pooled = plot.together.pooled
    assert pooled is not None
    drawn = [row for row in plot.rows if row.weight]
    assert sum(float(row.weight.rstrip("%")) for row in drawn) == pytest.approx(100, abs=1)
    assert [row.size**2 for row in drawn] == pytest.approx([22**2 * weight for weight in pooled.weights], rel=0.02)
    assert all(row.offset == pytest.approx(-row.size / 2, abs=0.06) for row in plot.rows)


def test_an_expected_range_beyond_the_plot_is_cut_and_marked() -> None:
    plot = PLOTS[0][1]
    assert plot.sum is not None
    assert plot.sum.expected.beyond_low
    assert plot.sum.expected.beyond_high
    assert (plot.sum.expected.x, plot.sum.expected.width) == ("0.00%", "100.00%")


def test_a_ratio_is_drawn_by_its_logarithm() -> None:
    axis = Axis(Kind.RATIO, 0.5, 2.0)
    assert axis.share(1.0) == pytest.approx(0.5)
    assert Axis(Kind.DIFFERENCE, -1, 1).share(0.0) == pytest.approx(0.5)
    assert axis.share(0.5) == pytest.approx(0.06)


def test_small_and_large_scales_get_round_ticks() -> None:
    assert Axis(Kind.DIFFERENCE, -0.004, 0.22).ticks() == pytest.approx([0, 0.1, 0.2])
    assert Axis(Kind.DIFFERENCE, -1, 28).ticks() == pytest.approx([0, 10, 20])
    assert 1.0 in Axis(Kind.RATIO, 0.41, 1.1).ticks()
