"""The settings page and the theme switch."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from backstride.app import SETTINGS, Setting, Settings, read_settings, save_settings
from backstride.errors import BadAnswers
from backstride.message import Message, say
from backstride.web.page import render
from backstride.web.preferences import THEME_COOKIE, THEMES
from backstride.web.site import site_of

router = APIRouter()
_YEAR_S = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Group:
    """Settings that stand together, by their keys."""

    title: Message
    keys: tuple[str, ...]


GROUPS: tuple[Group, ...] = (
    Group(say("Display"), ("language", "theme", "units", "speed_as", "first_weekday", "time_zone")),
    Group(say("Your body"), ("mass_kg", "birth_year", "sex")),
    Group(say("Maps"), ("tile_url",)),
)


@dataclass(frozen=True, slots=True)
class Field:
    """A setting as a form shows it: what is typed in, and what is wrong with it."""

    setting: Setting
    value: str
    fault: Message | None


@router.get("/settings", include_in_schema=False)
def settings(request: Request, saved: bool = False) -> HTMLResponse:
    kept = read_settings(site_of(request).own.store)
    return _form(request, {row.key: _typed(kept, row.key) for row in SETTINGS}, {}, saved=saved)


@router.post("/settings", include_in_schema=False)
async def save(request: Request) -> Response:
    form = {key: value for key, value in (await request.form()).items() if isinstance(value, str)}
    return await run_in_threadpool(_save, request, form)


def _save(request: Request, form: Mapping[str, str]) -> Response:
    try:
        save_settings(site_of(request).own.store, form)
    except BadAnswers as bad:
        return _form(request, form, bad.fields, status=422)
    answer = RedirectResponse("/settings?saved=1", 303)
    answer.delete_cookie(THEME_COOKIE)
    return answer


@router.post("/theme", include_in_schema=False)
def theme(theme: Annotated[str, Form()], back: Annotated[str, Form()] = "/") -> Response:
    """Remember light or dark in this browser, and go back to where the reader was."""
    local = back.startswith("/") and not back.startswith(("//", "/\\"))
    answer = RedirectResponse(back if local else "/", 303)
    if theme in THEMES:
        answer.set_cookie(THEME_COOKIE, theme, max_age=_YEAR_S, samesite="strict", httponly=True)
    return answer


def _form(
    request: Request, typed: Mapping[str, str], faults: Mapping[str, Message], *, saved: bool = False, status: int = 200
) -> HTMLResponse:
    rows = {row.key: Field(row, typed.get(row.key, ""), faults.get(row.key)) for row in SETTINGS}
    drawn = render(
        request,
        "settings.html",
        groups=[(group.title, [rows[key] for key in group.keys]) for group in GROUPS],
        wrong=[field for field in rows.values() if field.fault],
        folder=str(site_of(request).own.store.folder),
        saved=saved,
    )
    drawn.status_code = status
    return drawn


def _typed(kept: Settings, key: str) -> str:
    """A kept value as a person would type it."""
    value = getattr(kept, key)
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)
