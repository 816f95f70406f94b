"""Putting the site together: routers, static files, the demo below /demo, faults and the guard."""

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import APIRouter, Depends, FastAPI
from fastapi.concurrency import run_in_threadpool
from fastapi.staticfiles import StaticFiles
from starlette.responses import Response
from starlette.types import Lifespan, Scope

from backstride.app import Store, demo_store
from backstride.web import (
    api,
    api_coach,
    body,
    evidence,
    exercises,
    heart,
    imports,
    ladder,
    learned,
    leaving,
    log,
    plan,
    progress,
    questions,
    readiness,
    recording,
    recordings,
    records,
    settings,
    tests,
    today,
    trends,
)
from backstride.web.faults import Refusal, add_faults
from backstride.web.guard import Guard
from backstride.web.making import add_making, until_ready
from backstride.web.site import Site
from backstride.web.vendor import STATIC

# The pages of a site, the runner's own and the demo's. Paths with a fixed word come before those with an id.
PAGES: tuple[APIRouter, ...] = (
    today.router,
    ladder.router,
    log.router,
    plan.router,
    leaving.router,
    exercises.router,
    body.router,
    evidence.router,
    readiness.router,
    tests.router,
    heart.router,
    progress.router,
    questions.router,
    records.router,
    imports.router,
    learned.router,
    trends.router,
    recordings.router,
    recording.router,
    api.router,
    api_coach.router,
)
# What belongs to the person rather than to a site.
OWN: tuple[APIRouter, ...] = (settings.router,)


class Files(StaticFiles):
    """Files under vendor/ carry their version in the path and may be kept for good; ours are asked for again."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        kept = "public, max-age=31536000, immutable" if path.startswith("vendor/") else "no-cache"
        response.headers["cache-control"] = kept
        return response


def make_app(
    store: Store, *, demo_folder: Path | None = None, hosts: Collection[str] = (), engine: str = "processes"
) -> FastAPI:
    """The whole site over an open store.

    demo_folder  where the demo runner's store is made when someone looks at it; None: no demo
    hosts        names besides localhost that the server answers to
    engine       what imports run on (backstride.app.Queue)
    """
    site = Site(lambda: store, has_demo=demo_folder is not None, engine=engine)
    sites = [site]

    @asynccontextmanager
    async def living(_: FastAPI) -> AsyncIterator[None]:
        await run_in_threadpool(lambda: site.queue)  # what was left by the last run is gone on with at once
        yield
        for one in sites:
            await run_in_threadpool(one.close)

    app = _application(site, PAGES + OWN, living)
    app.mount("/static", Files(directory=STATIC), name="static")
    if demo_folder is not None:
        demo = Site(lambda: demo_store(demo_folder), prefix="/demo", own=site, engine=engine)
        sites.append(demo)
        app.mount("/demo", _application(demo, PAGES, waits=True))
    app.add_middleware(Guard, hosts=hosts, refuse=Refusal(app))
    return app


def _application(
    site: Site, routers: Collection[APIRouter], lifespan: Lifespan[FastAPI] | None = None, *, waits: bool = False
) -> FastAPI:
    app = FastAPI(title="Backstride", docs_url=None, redoc_url=None, openapi_url="/api/openapi.json", lifespan=lifespan)
    app.state.site = site
    add_faults(app)
    add_making(app)
    for router in routers:
        app.include_router(router, dependencies=[Depends(until_ready)] if waits else [])
    return app
