"""One try at a test."""

from dataclasses import dataclass
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
    notes      what was different that day: surface, shoes, temperature
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
