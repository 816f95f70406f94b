"""While the demo runner is being made for the first time: a page that says so and looks again."""

from fastapi import FastAPI, Request
from fastapi.responses import Response

from backstride.web.page import render
from backstride.web.site import site_of

PATIENCE_S = 0.5  # opening what is there takes a few hundredths of a second
LOOK_AGAIN_S = 1


class StillMaking(Exception):
    """The store of this site is not open yet."""


def until_ready(request: Request) -> None:
    """Raises StillMaking where a page would have to wait."""
    if not site_of(request).ready(PATIENCE_S):
        raise StillMaking


def add_making(app: FastAPI) -> None:
    """Answer with the page that waits; without scripts too, by the Refresh header."""

    @app.exception_handler(StillMaking)
    def _wait(request: Request, _: StillMaking) -> Response:
        answer = render(request, "making.html")
        answer.headers["refresh"] = str(LOOK_AGAIN_S)
        if request.method != "GET":
            answer.status_code = 503  # nothing was done; only a look may be answered by waiting
        return answer
