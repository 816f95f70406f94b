"""What goes wrong, as a designed page (or JSON below /api): one table from the kind of error to the answer."""

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Scope

from backstride.app import DatabaseError
from backstride.errors import (
    BackstrideError,
    BadAnswers,
    BadFile,
    BadSignal,
    BadStore,
    Conflict,
    NotAllowed,
    NotFound,
)
from backstride.message import Message, say
from backstride.web.page import page_of, render

STATUS: tuple[tuple[type[BackstrideError], int], ...] = (
    (NotFound, 404),
    (NotAllowed, 403),
    (Conflict, 409),
    (BadAnswers, 422),
    (BadFile, 422),
    (BadSignal, 422),
    (BadStore, 503),
    (BackstrideError, 500),
)


@dataclass(frozen=True, slots=True)
class Fault:
    """How a status is told: what happened, and what the reader can do."""

    title: Message
    advice: Message


_ASIDE = say("Nothing was changed. Go back, or start again from Today.")
FAULTS = {
    403: Fault(say("That is not allowed here"), _ASIDE),
    404: Fault(say("There is nothing at this address"), say("It may have been removed, or the link has a typo.")),
    405: Fault(say("This address cannot be used that way"), _ASIDE),
    409: Fault(say("That would overwrite something"), _ASIDE),
    413: Fault(say("That is too large"), say("Send it in smaller parts, or import it from the command line.")),
    421: Fault(say("Wrong name for this server"), say("Open it by the address that was printed when it started.")),
    422: Fault(say("That could not be read"), say("Nothing was changed. Please check what was sent.")),
    500: Fault(
        say("Something broke on our side"),
        say("Your recordings are safe: originals are never changed. Please try again."),
    ),
    503: Fault(
        say("The data folder cannot be used right now"),
        say("Check that the folder is there, writable and has room, then try again."),
    ),
}


def answer(
    request: Request, status: int, detail: Message | None = None, headers: Mapping[str, str] | None = None
) -> Response:
    """The page, or the JSON below /api, for a fault."""
    fault = FAULTS.get(status, FAULTS[500] if status >= 500 else FAULTS[422])
    page = page_of(request)
    if page.path.startswith("/api/") or "application/json" in request.headers.get("accept", ""):
        return JSONResponse({"detail": page.words(detail or fault.title)}, status, headers)
    drawn = render(request, "fault.html", fault=fault, detail=detail, code=status)
    drawn.status_code = status
    drawn.headers.update(headers or {})
    return drawn


def status_of(error: BackstrideError) -> int:
    return next(status for kind, status in STATUS if isinstance(error, kind))


def add_faults(app: FastAPI) -> None:
    """Teach an application to answer every error with a designed page."""

    @app.exception_handler(BackstrideError)
    def _raised(request: Request, error: BackstrideError) -> Response:
        return answer(request, status_of(error), error.message)

    @app.exception_handler(DatabaseError)
    def _database(request: Request, error: DatabaseError) -> Response:
        return answer(request, 503, say("the database cannot be used just now"))

    @app.exception_handler(HTTPException)
    def _http(request: Request, error: HTTPException) -> Response:
        return answer(request, error.status_code, headers=error.headers)  # Allow, where a method is not

    @app.exception_handler(RequestValidationError)
    def _unreadable(request: Request, error: RequestValidationError) -> Response:
        names = dict.fromkeys(str(part) for one in error.errors() for part in one["loc"][1:2] if isinstance(part, str))
        found = ", ".join(name[:40] for name in names)
        return answer(request, 422, say("Please check: {faults}", faults=found[:200]) if found else None)

    @app.exception_handler(Exception)
    def _broken(request: Request, error: Exception) -> Response:
        return answer(request, 500)


@dataclass(frozen=True, slots=True)
class Refusal:
    """What the guard answers, drawn like every other page."""

    app: FastAPI

    def __call__(self, scope: Scope, status: int, detail: Message) -> ASGIApp:
        scope["app"] = self.app
        return answer(Request(scope), status, detail)
