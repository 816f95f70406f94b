"""Load on the knee and landing against the published values, and silence where nobody measured."""

import pytest

from backstride.errors import NotAllowed
from backstride.evidence.table import CLAIMS
from backstride.physiology.joints import knee, knee_moment_ratio, knee_ratio, landing, load
from backstride.recording import Direction, Gait, Grade

FORWARD, BACKWARD, RUN = Direction.FORWARD, Direction.BACKWARD, Gait.RUN


@pytest.mark.parametrize(("direction", "published"), [(FORWARD, 4.5), (BACKWARD, 3.4)])
def test_the_kneecap_at_an_ordinary_running_speed(direction: Direction, published: float) -> None:
    """Roos 2012, doi 10.1016/j.jbiomech.2012.03.020."""
    peak = knee(direction, RUN, 3.0).peak_bw
    assert peak.value == pytest.approx(published, rel=0.02)
    assert peak.low < published - 2 < published + 2 < peak.high


@pytest.mark.parametrize(("direction", "published"), [(FORWARD, 3.41), (BACKWARD, 3.51)])
def test_the_kneecap_at_a_crawl(direction: Direction, published: float) -> None:
    """Sussman 2000: no difference at 1.0 m/s."""
    assert knee(direction, RUN, 1.0).peak_bw.value == pytest.approx(published, rel=0.02)


def test_less_is_claimed_the_slower_it_is() -> None:
    ratios = [knee_ratio(speed).value for speed in (1.0, 1.5, 2.0, 2.5, 4.0)]
    assert ratios == sorted(ratios, reverse=True)
    assert (ratios[0], ratios[-1]) == (1.03, 0.76)
    assert knee_ratio(1.75).grade is Grade.ASSUMPTION, "nobody measured between"
    assert knee_moment_ratio(3.0).value == pytest.approx(124 / 157, abs=0.01)


def test_the_landing_is_not_softer_backward() -> None:
    """Cavagna 2012: 2.60 against 2.35 body weights; Roos 2012: 2.4 against 2.3."""
    forward, backward = landing(FORWARD, RUN, 2.5), landing(BACKWARD, RUN, 2.5)
    assert forward.value == pytest.approx(2.35, abs=0.01)
    assert backward.value == pytest.approx(2.60, abs=0.01)
    assert forward.low < 2.3 < forward.high
    assert backward.low < 2.4 < backward.high


def test_loads_add_up_over_steps_and_a_kilometre() -> None:
    one = knee(BACKWARD, RUN, 2.0, mass_kg=70, steps=1500, cadence_spm=180)
    assert one.total_bw is not None
    assert one.peak_n is not None
    assert one.total_bw.value == pytest.approx(1500 * one.peak_bw.value)
    assert one.peak_n.value == pytest.approx(one.peak_bw.value * 70 * 9.80665)
    assert one.per_km_bw.value == pytest.approx(one.peak_bw.value * 180 / 60 * 500)
    assert knee(BACKWARD, RUN, 2.0).peak_n is None
    assert knee(BACKWARD, RUN, 2.0).total_bw is None


def test_more_steps_backward_where_nobody_counted_them() -> None:
    """Over a kilometre at one speed: 0.76 of the peak, 1.113 of the steps."""
    forward, backward = (knee(direction, RUN, 3.0).per_km_bw for direction in (FORWARD, BACKWARD))
    assert backward.value / forward.value == pytest.approx(0.76 * 1.113)
    assert backward.low < backward.value < backward.high
    assert {"backward-cadence-ratio", "kneecap-ratio"} <= set(backward.claims) <= set(CLAIMS)


@pytest.mark.parametrize(
    ("direction", "gait", "speed"),
    [
        (BACKWARD, Gait.WALK, 1.2),
        (FORWARD, Gait.WALK, 1.2),
        (BACKWARD, RUN, 0.7),
        (BACKWARD, RUN, 5.5),
        (Direction.SIDEWAYS, RUN, 2.0),
        (Direction.STILL, Gait.NONE, 0.0),
    ],
)
def test_nothing_is_said_where_nobody_measured(direction: Direction, gait: Gait, speed: float) -> None:
    with pytest.raises(NotAllowed):
        knee(direction, gait, speed)
    with pytest.raises(NotAllowed):
        landing(direction, gait, speed)


def test_what_is_known_is_told_though_the_other_is_not() -> None:
    quick, walk = load(BACKWARD, RUN, 4.6), load(BACKWARD, Gait.WALK, 1.2)
    assert quick.knee is None
    assert quick.landing is not None
    assert "knee" in str(quick.missing)
    assert (walk.knee, walk.landing, walk.forward) == (None, None, None)
    assert "running only" in str(walk.missing)
    hill = load(BACKWARD, RUN, 3.0, level=False)
    assert (hill.knee, hill.landing) == (None, None)
    assert "on the level only" in str(hill.missing)


def test_the_landing_backward_is_held_against_the_same_speed_forward() -> None:
    """Cavagna 2012: 1 + 15.7 / 9.81 against 1 + 13.2 / 9.81."""
    back = load(BACKWARD, RUN, 3.0)
    assert back.landing is not None
    assert back.forward is not None
    assert (back.landing.value, back.forward.value) == pytest.approx((2.60, 2.35), abs=0.01)
    assert load(FORWARD, RUN, 3.0).forward is None
