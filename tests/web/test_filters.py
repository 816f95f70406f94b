"""Filters live in the address: what is not understood is as if it were not there."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from backstride.recording import Direction
from backstride.web.filters import ORDERS, Filters, read_filters
from backstride.web.preferences import Preferences

BERLIN = Preferences(
    language="en",
    theme="system",
    imperial=False,
    pace=True,
    first_weekday=0,
    zone=ZoneInfo("Europe/Berlin"),
    tile_url="",
)


def test_an_empty_address_asks_for_everything() -> None:
    assert read_filters({}) == Filters()
    assert not Filters().active
    assert Filters().address() == ""


@pytest.mark.parametrize(
    "params",
    [
        {"direction": "up"},
        {"sort": "'; drop table"},
        {"page": "-1"},
        {"page": "x"},
        {"page": "²"},
        {"page": "99999999999999999999"},
        {"since": "yesterday"},
        {"until": "2026-02-30"},
    ],
)
def test_what_means_nothing_is_left_out(params: dict[str, str]) -> None:
    assert read_filters(params) == Filters()


def test_the_address_reads_back_as_the_same_filters() -> None:
    filters = Filters(q="a b&c=d", direction="backward", sport="running", since="2026-01-02", sort="name", page=3)
    pairs = dict(pair.split("=") for pair in filters.address()[1:].split("&"))
    assert pairs["q"] == "a+b%26c%3Dd"
    assert "format" not in pairs
    assert filters.address(page=1).endswith("sort=name")


def test_days_are_whole_days_where_the_reader_is() -> None:
    query = Filters(since="2026-03-28", until="2026-03-29").query(BERLIN)  # the clock goes forward on the 29th
    assert query.since == datetime(2026, 3, 28, tzinfo=ZoneInfo("Europe/Berlin"))
    assert query.until == datetime(2026, 3, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    assert query.since is not None
    assert query.until is not None
    assert (query.until.timestamp() - query.since.timestamp()) / 3600 == 47


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_do_no_harm(day: str) -> None:
    Filters(since=day, until=day).query(BERLIN)


def test_a_direction_and_an_order_become_their_query() -> None:
    query = read_filters({"direction": "backward", "sort": "backward"}).query(BERLIN)
    assert query.direction is Direction.BACKWARD
    assert (query.sort, query.descending) == ("backward", True)


def test_no_direction_is_every_direction() -> None:
    assert Filters().query(BERLIN).direction is None


def test_orders_have_their_own_keys() -> None:
    assert len({order.key for order in ORDERS}) == len(ORDERS)
