"""What leaves the house, by address: the calendar to follow, a session's files, sheets to print."""

from datetime import date, timedelta
from hashlib import blake2b
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from backstride.app import leaving
from backstride.app.leaving import AUDIO_EXPORTS, CalendarWishes, Leaving
from backstride.errors import BadAnswers, NotFound
from backstride.message import say
from backstride.web.download import disposition, download, in_pieces, matches
from backstride.web.page import Page, page_of
from backstride.web.site import site_of
from backstride.words import LANGUAGES, Words, words

router = APIRouter(include_in_schema=False)

_AGAIN = "private, no-cache"  # kept by the reader, and asked for again by its tag
_MOST_EXERCISES = 60
_READ = ["GET", "HEAD"]  # calendar programs and players look at the head before they take the whole
Remind = Annotated[int | None, Query(ge=0, le=24 * 60)]
_SHOWN = frozenset({"pdf"})


@router.api_route("/plan/calendar.ics", methods=_READ)
def calendar(request: Request, token: str = "", language: str = "", remind: Remind = None) -> Response:
    """The plan for a calendar program that follows it. The secret in the address is the only key.

    remind  minutes before a session with a time of day
    """
    page, store = page_of(request), site_of(request).store
    if not leaving.token_is_right(store, token):
        raise NotFound(say("There is no calendar at this address."))
    data = leaving.calendar(store, _words(page, language), page.today, _wishes(request, page, remind))
    return _tagged(request, Leaving("backstride.ics", "text/calendar; charset=utf-8", data))


@router.api_route("/plan/sessions/{id_}/export/{kind}", methods=_READ)
def session(request: Request, id_: str, kind: str, paper: str = "") -> Response:
    """A planned session as a file of any kind, the spoken one included."""
    page, store = page_of(request), site_of(request).store
    if kind not in AUDIO_EXPORTS:
        made = leaving.workout_file(store, id_, kind, page.words, _wishes(request, page), _paper(page, paper))
        return _fresh(made, inline=kind in _SHOWN)
    tag = f'"{leaving.audio_key(store, id_, kind, page.words)}"'
    headers = {"etag": tag, "cache-control": _AGAIN}
    if matches(request, tag):
        return Response(status_code=304, headers=headers)
    made = leaving.session_audio(store, id_, kind, page.words)
    headers["content-disposition"] = disposition(made.name, inline=True)
    return in_pieces(request, made.data, made.media_type, headers)


@router.get("/plan/week.pdf")
def week(request: Request, first: str = "", paper: str = "") -> Response:
    """Seven days to print, from `first` (YYYY-MM-DD), else from the beginning of this week."""
    page = page_of(request)
    begin = _day(first) if first else _week_of(page)
    return _fresh(leaving.week_sheet(site_of(request).store, begin, page.words, _paper(page, paper)), inline=True)


@router.get("/learn/exercises.pdf")
def exercises(
    request: Request, key: Annotated[list[str], Query(max_length=_MOST_EXERCISES)], paper: str = ""
) -> Response:
    """Chosen exercises to print, in the order they are named."""
    page = page_of(request)
    return _fresh(leaving.exercise_sheet(key, page.words, _paper(page, paper)), inline=True)


def _fresh(made: Leaving, *, inline: bool) -> Response:
    """Quickly made, and made anew at every asking."""
    answer = download(made.name, made.media_type, made.data, inline=inline)
    answer.headers["cache-control"] = "no-store"
    return answer


def _tagged(request: Request, made: Leaving) -> Response:
    """A program that looks every few hours gets the same calendar only once."""
    tag = f'"{blake2b(made.data, digest_size=16).hexdigest()}"'
    headers = {"etag": tag, "cache-control": _AGAIN, "content-disposition": disposition(made.name)}
    if matches(request, tag):
        return Response(status_code=304, headers=headers)
    return Response(made.data, media_type=made.media_type, headers=headers)


def _words(page: Page, language: str) -> Words:
    """Calendar programs say no language: the address may."""
    return words(language) if language in LANGUAGES else page.words


def _wishes(request: Request, page: Page, remind: int | None = None) -> CalendarWishes:
    here = f"{request.url.scheme}://{request.url.netloc}"
    zone = page.preferences.zone

    def link(id_: str) -> str:
        return f"{here}{page.url(f'/plan/sessions/{id_}')}"

    return CalendarWishes(zone.key if zone else "", link, remind)


def _paper(page: Page, asked: str) -> str:
    """Who thinks in miles prints on Letter."""
    return asked if asked in leaving.PAPERS else "letter" if page.preferences.imperial else "a4"


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = date.max
    if day > date.max - timedelta(days=7):
        raise BadAnswers({"first": say("{text} is not a day: write it as 2026-11-21", text=text)})
    return day


def _week_of(page: Page) -> date:
    today = page.today
    return today - timedelta(days=(today.weekday() - page.preferences.first_weekday) % 7)
