"""How this reader wants to see things: the saved settings, and what their browser says where nothing was saved."""

from dataclasses import dataclass

from fastapi import Request

from backstride.words import preferred_language

THEME_COOKIE = "backstride_theme"
THEMES = ("system", "light", "dark")


@dataclass(frozen=True, slots=True)
class Preferences:
    """language: a catalogue's code. theme: system, light or dark. first_weekday: 0 = Monday."""

    language: str = "en"
    theme: str = "system"
    imperial: bool = False
    pace: bool = True
    first_weekday: int = 0
    tile_url: str = ""


def preferences_of(request: Request) -> Preferences:
    """The runner's own settings also hold in the demo."""
    theme = request.cookies.get(THEME_COOKIE, "")
    return Preferences(
        language=preferred_language(request.headers.get("accept-language", "")),
        theme=theme if theme in THEMES else "system",
    )
