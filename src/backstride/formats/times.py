"""Dates and times as files write them."""

import math
import re
from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST_S = 4_102_444_800.0  # 2100
_ZONE_APART = re.compile(r"\s+(?=[+-]\d\d:?\d\d$|Z$)")
_IN_NAME = re.compile(r"(?<!\d)(20\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?:[ T_-]+(\d\d)[-_.:]?(\d\d)[-_.:]?(\d\d))(?!\d)")


def parse_time(text: str) -> float:
    """Seconds since 1970 of an ISO 8601 text; without a zone UTC is assumed. NaN where it is no time.

    Accepts a blank before the zone ("2024-05-01 18:30:00.123 +0200").
    """
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        try:
            when = datetime.fromisoformat(_ZONE_APART.sub("", text.strip()))
        except ValueError:
            return math.nan
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    try:
        return when.timestamp()
    except (OverflowError, ValueError):
        return math.nan


def has_zone(text: str) -> bool:
    """Whether an ISO 8601 text says its offset from UTC."""
    return bool(re.search(r"(Z|[+-]\d\d:?\d\d)\s*$", text.strip()[10:], re.IGNORECASE))


def moment(epoch_s: float) -> datetime:
    """The aware moment `epoch_s` seconds after 1970, to the microsecond; the epoch where that is no sensible date."""
    if not 0 <= epoch_s < _LATEST_S:
        return EPOCH
    return EPOCH + timedelta(microseconds=round(epoch_s * 1e6))


def sensible(epoch_s: float) -> bool:
    """Whether a moment lies between 1990 and 2100, so that a wrong clock is not taken for a date."""
    return 631_152_000.0 <= epoch_s < _LATEST_S


def time_in_name(name: str) -> datetime | None:
    """A date with a time inside a file name, like 2024-05-01_18-30-00, read as UTC; None when there is none."""
    found = _IN_NAME.search(name)
    if not found:
        return None
    try:
        year, month, day, hour, minute, second = (int(part) for part in found.groups())
        return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None
