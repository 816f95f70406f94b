"""The filters of the list of recordings, and the address they are kept in."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode

from backstride.app import Query
from backstride.message import Message, say
from backstride.recording import Direction
from backstride.web.preferences import Preferences


@dataclass(frozen=True, slots=True)
class Order:
    """A row of ORDERS: what the list can be sorted by."""

    key: str
    label: Message
    sort: str
    descending: bool


ORDERS: tuple[Order, ...] = (
    Order("newest", say("Newest first"), "start", True),
    Order("oldest", say("Oldest first"), "start", False),
    Order("added", say("Last added first"), "added", True),
    Order("longest", say("Longest first"), "duration", True),
    Order("farthest", say("Farthest first"), "distance", True),
    Order("backward", say("Most time backward first"), "backward", True),
    Order("name", say("By name"), "name", False),
)
PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Filters:
    """What stands in the address, cleaned: a value that means nothing is as if it were not there."""

    q: str = ""
    direction: str = ""
    sport: str = ""
    format: str = ""
    since: str = ""
    until: str = ""
    sort: str = ORDERS[0].key
    page: int = 1

    @property
    def active(self) -> bool:
        """Whether fewer than all recordings are asked for."""
        return any((self.q, self.direction, self.sport, self.format, self.since, self.until))

    @property
    def hidden_active(self) -> bool:
        """Whether a filter is set that folds away."""
        return any((self.direction, self.sport, self.format, self.since, self.until))

    def address(self, **changes: str | int) -> str:
        """The query string of these filters, with changes, without what is usual anyway."""
        usual = Filters()
        values = {field.name: changes.get(field.name, getattr(self, field.name)) for field in fields(self)}
        kept = {name: value for name, value in values.items() if value != getattr(usual, name)}
        return f"?{urlencode(kept)}" if kept else ""

    def query(self, preferences: Preferences) -> Query:
        """The same for `app.recordings`. Days are days where the reader is; `until` includes its day."""
        order = next(order for order in ORDERS if order.key == self.sort)
        return Query(
            text=self.q,
            sport=self.sport,
            direction=Direction(self.direction) if self.direction else None,
            format=self.format,
            since=_midnight(self.since, preferences),
            until=_midnight(self.until, preferences, days=1),
            sort=order.sort,
            descending=order.descending,
            page=self.page,
            per_page=PER_PAGE,
        )


def read_filters(params: Mapping[str, str]) -> Filters:
    """The filters in the parameters of an address."""
    page = params.get("page", "")
    return Filters(
        q=params.get("q", "").strip()[:200],
        direction=_one_of(params.get("direction", ""), {direction.value for direction in Direction}),
        sport=params.get("sport", "")[:200],
        format=params.get("format", "")[:200],
        since=_day(params.get("since", "")),
        until=_day(params.get("until", "")),
        sort=_one_of(params.get("sort", ""), {order.key for order in ORDERS}) or ORDERS[0].key,
        page=max(1, int(page)) if page.isascii() and page.isdecimal() and len(page) < 9 else 1,
    )


def _one_of(value: str, allowed: set[str]) -> str:
    return value if value in allowed else ""


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def _midnight(day: str, preferences: Preferences, days: int = 0) -> datetime | None:
    if not day:
        return None
    try:
        return preferences.local(datetime.combine(date.fromisoformat(day) + timedelta(days), time()))
    except (OverflowError, OSError, ValueError):  # the calendar ends before the year 1 and after 9999
        return None
