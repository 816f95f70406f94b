"""One try at a test."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from backstride.recording import Side


@dataclass(frozen=True, slots=True)
class Trial:
    """A value that was measured once.

    test       key of the test (`assess.TESTS`)
    value      in the test's unit
    side       of the body, where the test has sides
    practice   a try to get used to it: kept, never counted
    recording  id of the recording it was computed from; empty: entered by hand
    notes      what was different that day: shoes, wind, sleep
    condition  what has to be the same for values to be compared: a pace, a distance; empty: nothing
    details    other numbers of the same try, by name: what a recording says beside the value, and `SURROUNDINGS`
    """

    id: str
    test: str
    value: float
    day: date
    at: datetime
    side: Side = Side.UNKNOWN
    practice: bool = False
    recording: str = ""
    notes: str = ""
    condition: str = ""
    details: Mapping[str, float] = field(default_factory=dict)
