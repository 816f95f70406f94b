"""Today: what came in, and the first thing to do."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from backstride.web.page import render

router = APIRouter()


@router.get("/", include_in_schema=False)
def today(request: Request) -> HTMLResponse:
    return render(request, "today.html")
