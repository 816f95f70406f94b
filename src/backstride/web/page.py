"""Turning a template into an answer: one environment, and the same few words and functions in every template."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from backstride.app import Query, some_recordings
from backstride.message import Message, say
from backstride.web.preferences import Preferences, preferences_of
from backstride.web.ribbon import in_words, pieces
from backstride.web.site import Site, site_of
from backstride.web.vendor import vendor
from backstride.words import Words, words
from backstride.words.names import DIRECTIONS, GLYPHS, GRADES, sport_name
from backstride.words.quantities import Shown, show

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Place:
    """One of the places of the navigation. It is listed once it works."""

    path: str
    label: Message
    icon: str

    def holds(self, path: str) -> bool:
        """Whether a page of that path lies in this place."""
        return path == self.path or (self.path != "/" and path.startswith(f"{self.path}/"))


PLACES = (
    Place("/", say("Today"), "today"),
    Place("/plan", say("Plan"), "plan"),
    Place("/recordings", say("Recordings"), "recordings"),
    Place("/progress", say("Progress"), "progress"),
    Place("/learn", say("Learn"), "learn"),
)


@dataclass(frozen=True, slots=True)
class Page:
    """What every template knows: who reads, where they are, and how to write links, numbers and words."""

    site: Site
    path: str
    words: Words
    preferences: Preferences

    def url(self, path: str) -> str:
        """A path of this site, kept inside the demo when the reader is there."""
        return f"{self.site.prefix}{path}"

    @property
    def other_theme(self) -> str:
        """What the switch asks for when no script knows what the system shows."""
        return "light" if self.preferences.theme == "dark" else "dark"

    @property
    def today(self) -> date:
        """The reader's day. In the demo time stands still: it is the day of the last recording."""
        now = datetime.now(UTC)
        if self.site.simulated:
            last = some_recordings(self.site.store, Query(per_page=1))
            now = last[0].start if last else now
        return self.preferences.local(now).date()

    def show(self, value: float, unit: str, key: str = "") -> Shown:
        """A quantity in SI as this reader wants it."""
        chosen = self.preferences
        return show(value, unit, self.words, imperial=chosen.imperial, pace=chosen.pace, key=key)


def page_of(request: Request) -> Page:
    """The page a request is for, made once per request."""
    page: Page | None = getattr(request.state, "page", None)
    if page is None:
        site, preferences = site_of(request), preferences_of(request)
        path = request.scope["path"].removeprefix(request.scope.get("root_path", ""))
        page = request.state.page = Page(site, path or "/", words(preferences.language), preferences)
    return page


def render(request: Request, template: str, /, **context: object) -> HTMLResponse:
    """A template as a whole answer. Private: never kept by a cache on the way."""
    page = page_of(request)
    text = (
        environment()
        .get_template(template)
        .render(page=page, _=page.words, url=page.url, show=page.show, places=PLACES, **context)
    )
    return HTMLResponse(text, headers={"cache-control": "no-store", "content-language": page.words.language})


@cache
def environment() -> Environment:
    """The templates, escaping everything, refusing names that do not exist."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.do"],
    )
    made.globals.update(
        vendor=vendor,
        pieces=pieces,
        in_words=in_words,
        sport_name=sport_name,
        sentence=sentence,
        directions=DIRECTIONS,
        glyphs=GLYPHS,
        grades=GRADES,
    )
    made.filters.update(first_upper=first_upper)
    return made


def sentence(message: Message, words: Words) -> str:
    """A message as a line of its own. Where it begins with a name or with what somebody typed, that stays as it is."""
    text = words(message)
    as_given = any(
        message.template.startswith(f"{{{name}}}") for name, value in message.values.items() if isinstance(value, str)
    )
    return text if as_given else first_upper(text)


def first_upper(text: str) -> str:
    """The same words as the beginning of a line."""
    return text[:1].upper() + text[1:]
