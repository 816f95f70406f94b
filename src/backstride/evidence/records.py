"""Fastest times backward as others tell of them: who, when, and where it was read. Bodies keep different lists.

No list is official: what one body calls a record another does not know. Rows from memory are marked as not checked.
"""

from dataclasses import dataclass
from enum import StrEnum

from backstride.evidence import Source
from backstride.evidence.study import Checked
from backstride.message import Message, say


class Sex(StrEnum):
    """Which list a time belongs to."""

    MEN = "men"
    WOMEN = "women"


@dataclass(frozen=True, slots=True)
class FastTime:
    """A time somebody is reported to have run backward.

    day      as far as it was told: "2015-11-23", "2015-11", "2015"; empty: not told
    beware   what another source says, or what it lacks
    """

    distance_m: float
    sex: Sex
    seconds: float
    who: str
    day: str
    source: Source
    checked: Checked = Checked.SEEN
    beware: Message | None = None

    @property
    def speed_mps(self) -> float:
        return self.distance_m / self.seconds


MILE_M, HALF_M, MARATHON_M = 1609.344, 21097.5, 42195.0


def _page(key: str, authors: str, year: int, title: str, venue: str, url: str) -> Source:
    return Source(key, authors, year, title, venue, url=url)


GUINNESS_2016 = _page(
    "guinness-2016", "Guinness World Records", 2016, "The fastest mile run backward, and other records",
    "guinnessworldrecords.com",
    "http://www.guinnessworldrecords.com/news/2016/1/backwards-day-video-watch-us-college-coach-complete-fastest-"
    "mile-running-backw-414759",
)  # fmt: skip
GUINNESS_HALF = _page(
    "guinness-half", "Guinness World Records", 2009, "Fastest half marathon running backward, male",
    "guinnessworldrecords.com",
    "https://www.guinnessworldrecords.com/world-records/fastest-half-marathon-running-backwards-(male)",
)  # fmt: skip
INSIDE_HOOK = _page(
    "insidehook-2020", "press account", 2020, "The fastest backward mile", "InsideHook",
    "https://www.insidehook.com/wellness/aaron-yoder-fastest-backwards-mile",
)  # fmt: skip
RUNNING_MAGAZINE = _page(
    "running-magazine-2015", "press account", 2015, "Six minutes broken in the mile backward",
    "Running Magazine Canada",
    "https://runningmagazine.ca/video/gotta-see-it-aaron-yoder-breaks-six-minutes-in-the-mile-backwards/",
)  # fmt: skip
CONNEXION = _page(
    "connexion-2023-record", "press account", 2023, "Fastest marathon running backward", "Connexion France",
    "https://www.connexionfrance.com/news/man-breaks-world-record-for-fastest-marathon-running-backwards/226589",
)  # fmt: skip
ALTERNATIVE_RECORDS = _page(
    "alternative-records-2017", "Book of Alternative Records", 2017, "Marathon backward, women",
    "alternativerecords.co.uk", "http://alternativerecords.co.uk/recorddetails.asp?recid=302",
)  # fmt: skip
FUNSPORTING = _page(
    "funsporting-2006-records", "event report", 2006, "World championship of retro running 2006", "funsporting.de",
    "http://www.funsporting.de/News/WM_Rueckwaertslaufen_5333/wm_rueckwaertslaufen_5333.html",
)  # fmt: skip
DEUTSCHE_WELLE = _page(
    "dw-2004", "press account", 2004, "World record in retro running", "Deutsche Welle",
    "http://m.dw.com/de/weltrekord-im-r%C3%BCckw%C3%A4rtslauf/a-1121016",
)  # fmt: skip
ARETZ_SITE = _page(
    "aretz-site", "A. Aretz", 2011, "The world championship", "achim-aretz.de",
    "http://www.achim-aretz.de/-.--.--.--Die-Weltmeisterschaft.htm",
)  # fmt: skip
DOLD_SITE = _page(
    "dold-site-2016", "T. Dold", 2016, "World champion over 10,000 m", "thomasdold.com",
    "http://www.thomasdold.com/de/news/203-weltmeister-ueber-10-000m-in-weltrekordzeit",
)  # fmt: skip
AUGSBURG = _page(
    "sport-in-augsburg-2012", "press account", 2012, "World title in retro running", "sport-in-augsburg.de",
    "https://www.sport-in-augsburg.de/augsburger-wm-titel-im-rueckwaertslaufen/7539/",
)  # fmt: skip
STUTTGART = _page(
    "sportregion-stuttgart-2010", "press account", 2010, "World champion in retro running",
    "sportregion-stuttgart.de",
    "https://www.sportregion-stuttgart.de/kommunikation/details/news/thomas-dold-wird-weltmeister-im-rueckwaertslaufen",
)  # fmt: skip
MEMORY = Source("memory", "not named", None, "From memory; no page was read", "no publication")

_THEN = say("The best known of that year; a faster one may have come since.")
_MEN, _WOMEN, _UNCHECKED = Sex.MEN, Sex.WOMEN, Checked.UNVERIFIED

FAST_TIMES: tuple[FastTime, ...] = (
    FastTime(100.0, _MEN, 13.6, "F. A. Adoboe", "1991", GUINNESS_2016,
             beware=say("A broadcaster credits another runner with the same time, in 2004.")),
    FastTime(100.0, _WOMEN, 17.80, "S. Kuehn", "2006", FUNSPORTING, beware=_THEN),
    FastTime(200.0, _MEN, 30.57, "D. Winterscheid", "2016", DOLD_SITE, beware=_THEN),
    FastTime(200.0, _WOMEN, 37.94, "M. Albrecht", "2012", AUGSBURG, beware=_THEN),
    FastTime(400.0, _MEN, 70.56, "T. Dold", "2006", FUNSPORTING,
             beware=say("About one second slower than his own best of then.")),
    FastTime(400.0, _WOMEN, 89.0, "", "2012", AUGSBURG, beware=_THEN),
    FastTime(800.0, _MEN, 161.25, "T. Dold", "2010", STUTTGART, beware=_THEN),
    FastTime(1000.0, _MEN, 215.0, "T. Dold", "2004-02", DEUTSCHE_WELLE, beware=_THEN),
    FastTime(1000.0, _MEN, 200.09, "T. Dold", "2008", MEMORY, _UNCHECKED),
    FastTime(1500.0, _MEN, 322.50, "T. Dold", "2010", STUTTGART, beware=_THEN),
    FastTime(MILE_M, _MEN, 330.0, "A. Yoder", "2020-09-04", INSIDE_HOOK, beware=say("On a straight road.")),
    FastTime(MILE_M, _MEN, 354.25, "A. Yoder", "2015-11-23", GUINNESS_2016),
    FastTime(MILE_M, _MEN, 346.59, "T. Dold", "", RUNNING_MAGAZINE,
             beware=say("Reported; Guinness did not ratify it.")),
    FastTime(3000.0, _MEN, 736.12, "T. Dold", "2006", FUNSPORTING, beware=_THEN),
    FastTime(10000.0, _MEN, 2330.01, "T. Dold", "2016-07-16", DOLD_SITE),
    FastTime(10000.0, _MEN, 2486.13, "A. Aretz", "2010-08-08", ARETZ_SITE),
    FastTime(HALF_M, _MEN, 5749.0, "A. Aretz", "2011", ARETZ_SITE,
             beware=say("The page of Guinness that we read lists 1:40:29 of 2009.")),
    FastTime(HALF_M, _MEN, 6029.0, "A. Aretz", "2009-11-28", GUINNESS_HALF),
    FastTime(MARATHON_M, _MEN, 12324.0, "G. de Lustrac", "2023-04-23", CONNEXION,
             beware=say("Whether Guinness ratified it was not seen.")),
    FastTime(MARATHON_M, _MEN, 13107.0, "M. Juergens", "2017", MEMORY, _UNCHECKED),
    FastTime(MARATHON_M, _MEN, 13361.0, "A. Aretz", "2010", MEMORY, _UNCHECKED),
    FastTime(MARATHON_M, _MEN, 13419.0, "Xu Zhenjun", "2004-10-17", GUINNESS_2016),
    FastTime(MARATHON_M, _WOMEN, 15966.0, "K. Clewley", "2017-11-05", ALTERNATIVE_RECORDS),
)  # fmt: skip


def fastest(distance_m: float, sex: Sex, *, checked: bool = True) -> FastTime | None:
    """The fastest row over a distance; of those that were read, or of all."""
    rows = (
        one
        for one in FAST_TIMES
        if one.distance_m == distance_m and one.sex is sex and (not checked or one.checked is Checked.SEEN)
    )
    return min(rows, key=lambda one: one.seconds, default=None)
