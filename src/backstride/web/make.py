"""Putting the site together: routers, static files, the demo below /demo, faults and the guard."""

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from fastapi import APIRouter, FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.responses import Response
from starlette.types import Scope

from backstride.web import today
from backstride.web.faults import Refusal, add_faults
from backstride.web.guard import Guard
from backstride.web.site import Site
from backstride.web.vendor import STATIC

if TYPE_CHECKING:
    from backstride.store import Store

# Every page belongs to one router; the demo has the same pages over its own store.
ROUTERS: tuple[APIRouter, ...] = (today.router,)


class Files(StaticFiles):
    """Files under vendor/ carry their version in the path and may be kept for good; ours are asked for again."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        kept = "public, max-age=31536000, immutable" if path.startswith("vendor/") else "no-cache"
        response.headers["cache-control"] = kept
        return response


def make_app(store: "Store", *, demo_folder: Path | None = None, hosts: Collection[str] = ()) -> FastAPI:
    """The whole site over an open store.

    demo_folder  where the demo runner's store is made when someone looks at it; None: no demo
    hosts        names besides localhost that the server answers to
    """
    app = _pages(Site(lambda: store))
    app.mount("/static", Files(directory=STATIC), name="static")
    app.add_middleware(Guard, hosts=hosts, refuse=Refusal(app))
    return app


def _pages(site: Site) -> FastAPI:
    app = FastAPI(title="Backstride", docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    app.state.site = site
    add_faults(app)
    for router in ROUTERS:
        app.include_router(router)
    return app
