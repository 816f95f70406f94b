"""How this reader wants to see things: the saved settings, and what their browser says where nothing was saved."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from fastapi import Request

from backstride.app import Settings, read_settings
from backstride.errors import BadStore
from backstride.web.site import site_of
from backstride.words import preferred_language

THEME_COOKIE = "backstride_theme"
THEMES = ("system", "light", "dark")
_WEEKDAYS = {"monday": 0, "saturday": 5, "sunday": 6}


@dataclass(frozen=True, slots=True)
class Preferences:
    """How pages are shown.

    language       a catalogue's code
    theme          system, light or dark
    first_weekday  0 = Monday
    zone           None: the server's own
    """

    language: str
    theme: str
    imperial: bool
    pace: bool
    first_weekday: int
    zone: ZoneInfo | None
    tile_url: str

    def local(self, moment: datetime) -> datetime:
        """A moment as the clock on the reader's wall shows it; without a zone it is one already."""
        if moment.tzinfo is None and self.zone is not None:
            return moment.replace(tzinfo=self.zone)
        return moment.astimezone(self.zone)


def preferences_of(request: Request) -> Preferences:
    """The runner's own settings also hold in the demo. A theme chosen in this browser stands above the saved one."""
    try:
        saved = read_settings(site_of(request).own.store)
    except BadStore:  # the page that says so is still drawn
        saved = Settings()
    theme = request.cookies.get(THEME_COOKIE, "")
    return Preferences(
        language=saved.language or preferred_language(request.headers.get("accept-language", "")),
        theme=theme if theme in THEMES else saved.theme,
        imperial=saved.units == "imperial",
        pace=saved.speed_as == "pace",
        first_weekday=_WEEKDAYS[saved.first_weekday],
        zone=ZoneInfo(saved.time_zone) if saved.time_zone else None,
        tile_url=saved.tile_url,
    )
