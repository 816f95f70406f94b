"""The site: `make_app(store)` is an ASGI application. Pages parse a request, call `app`, and render."""

from backstride.web.make import make_app

__all__ = ["make_app"]
