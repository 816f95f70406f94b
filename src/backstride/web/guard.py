"""Who may ask, and what a page may load: a pure ASGI layer around the whole site.

1. Host: only names this server was started under, so that a foreign name that resolves to 127.0.0.1 gets nothing
   (DNS rebinding).
2. Cross-site: a request that changes something must come from this site, told by Sec-Fetch-Site, else by Origin.
   A client that sends neither is not a browser and holds no cookie of ours.
3. Size: bodies end at a limit, counted while they arrive.
4. Headers: a strict content security policy without inline scripts or styles, and its companions; nothing is kept by
   a cache that does not ask again, unless the answer says so itself.
5. HEAD: whatever can be got answers it too, without its body; calendars and link checkers ask so.
"""

import re
from collections.abc import Awaitable, Callable, Collection, Iterable
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backstride.message import Message as Sentence
from backstride.message import say

LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "[::1]"})
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src {images}; connect-src 'self'; font-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
_SOURCE = re.compile(r"https?://[A-Za-z0-9*.-]+(:\d+)?")

Refuse = Callable[[Scope, int, Sentence], ASGIApp]


@dataclass(frozen=True, slots=True)
class BodyLimit:
    """Bodies of requests whose path matches end after `size` bytes."""

    path: re.Pattern[str]
    size: int


BODY_LIMITS = (
    BodyLimit(re.compile(r"^(/api)?/recordings$"), 4 << 30),  # an archive of years of training is gigabytes
    BodyLimit(re.compile(r""), 1 << 20),
)


def allow_images(scope: Scope, sources: Iterable[str]) -> None:
    """Let the page made for this request load images (map tiles) from these origins too."""
    scope.setdefault("state", {})["image_sources"] = tuple(source for source in sources if _SOURCE.fullmatch(source))


class Guard:
    """Wrap an ASGI application. `refuse` makes the answer to a refused request."""

    def __init__(self, app: ASGIApp, hosts: Collection[str], refuse: Refuse) -> None:
        self._app = app
        self._hosts = LOCAL_HOSTS | {host.lower() for host in hosts}
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope.setdefault("state", {})
        guarded = _with_headers(scope, send)
        for check in (self._foreign_host, _foreign_site, _declared_too_large):
            refusal = check(scope)
            if refusal is not None:
                await self._refuse(scope, *refusal)(scope, receive, guarded)
                return
        body = _Body(receive, _limit(scope), guarded)
        # The server leaves out the body of an answer to HEAD: what it got from us was asked for by HEAD.
        asked = {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope
        await self._app(asked, body.receive, body.send)
        if body.too_large and not body.answered:
            await self._refuse(scope, *_too_large(scope))(scope, receive, guarded)

    def _foreign_host(self, scope: Scope) -> tuple[int, Sentence] | None:
        host = _name(Headers(scope=scope).get("host", ""))
        if host in self._hosts:
            return None
        return 421, say("This server does not answer to the name {host}.", host=host or "–")


def _name(host: str) -> str:
    """The host without its port; IPv6 keeps its brackets."""
    return re.sub(r":\d*$", "", host.lower())


def _foreign_site(scope: Scope) -> tuple[int, Sentence] | None:
    if scope["method"] in SAFE_METHODS:
        return None
    headers = Headers(scope=scope)
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None:
        ours = site in {"same-origin", "none"}
    else:
        ours = origin is None or origin == f"{scope.get('scheme', 'http')}://{headers.get('host', '')}"
    return None if ours else (403, say("This request came from another site, so nothing was changed."))


def _limit(scope: Scope) -> int:
    return next(limit.size for limit in BODY_LIMITS if limit.path.search(scope["path"]))


def _too_large(scope: Scope) -> tuple[int, Sentence]:
    return 413, say("That is more than the {limit} MB this place takes.", limit=_limit(scope) >> 20)


def _declared_too_large(scope: Scope) -> tuple[int, Sentence] | None:
    declared = Headers(scope=scope).get("content-length", "0")
    size = int(declared) if declared.isdecimal() else 0
    return _too_large(scope) if size > _limit(scope) else None


def _with_headers(scope: Scope, send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            sources = scope["state"].get("image_sources", ())
            images = " ".join(("'self'", *(("data:", *sources) if sources else ())))
            headers["content-security-policy"] = POLICY.format(images=images)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("cache-control", "private, no-cache")
        await send(message)

    return guarded


class _Body:
    """Counts what arrives; past the limit the application sees the client leave, and its answer is dropped."""

    def __init__(self, receive: Receive, limit: int, send: Callable[[Message], Awaitable[None]]) -> None:
        self._receive, self._left, self._send = receive, limit, send
        self.too_large = self.answered = False

    async def receive(self) -> Message:
        if self.too_large:
            return {"type": "http.disconnect"}
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            self.too_large = True
            return {"type": "http.disconnect"}
        return message

    async def send(self, message: Message) -> None:
        if self.too_large and not self.answered:
            return
        self.answered = True
        await self._send(message)
