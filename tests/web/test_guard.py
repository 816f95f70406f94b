"""The guard alone, around an application that answers everything."""

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send

from backstride.message import Message
from backstride.web.guard import BODY_LIMITS, Guard, allow_images


async def answering(scope: Scope, receive: Receive, send: Send) -> None:
    """Reads the whole body and answers with its size."""
    request = Request(scope, receive)
    try:
        size = len(await request.body())
    except Exception:  # the client left: what a real application answers then is of no interest
        size = -1
    await Response(str(size))(scope, receive, send)


def refuse(scope: Scope, status: int, why: Message) -> ASGIApp:
    return PlainTextResponse(str(why), status)


def client(host: str = "localhost:8765", hosts: tuple[str, ...] = ()) -> TestClient:
    return TestClient(Guard(answering, hosts, refuse), base_url=f"http://{host}")


@pytest.mark.parametrize("host", ["localhost", "localhost:8765", "127.0.0.1:1", "[::1]:8765", "LOCALHOST"])
def test_local_names_are_answered(host: str) -> None:
    assert client().get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.test", "evil.test:8765", "localhost.evil.test", "", "127.0.0.1.nip.io"])
def test_foreign_names_are_not(host: str) -> None:
    answer = client().get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "content-security-policy" in answer.headers


def test_the_name_it_was_started_under_is_answered() -> None:
    assert client(hosts=("Coach.local",)).get("/", headers={"host": "coach.local:8765"}).status_code == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site", "nonsense"])
def test_changes_asked_for_by_another_site_are_refused(site: str) -> None:
    assert client().post("/", headers={"sec-fetch-site": site}).status_code == 403


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_changes_asked_for_by_this_site_pass(site: str) -> None:
    assert client().post("/", headers={"sec-fetch-site": site}).status_code == 200


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ("http://localhost:8765", 200),
        ("http://localhost:9999", 403),
        ("https://localhost:8765", 403),
        ("http://evil.test", 403),
        ("http://evil.test//localhost:8765", 403),
        ("null", 403),
        ("", 403),
    ],
)
def test_without_fetch_metadata_the_origin_decides(origin: str, status: int) -> None:
    assert client().post("/", headers={"origin": origin}).status_code == status


def test_a_program_that_sends_neither_passes() -> None:
    assert client().delete("/").status_code == 200


def test_reading_from_another_site_passes() -> None:
    """Following a link from elsewhere is how people arrive."""
    assert client().get("/", headers={"sec-fetch-site": "cross-site"}).status_code == 200


SMALL = BODY_LIMITS[-1].size


def test_a_body_that_says_it_is_too_large_is_refused_unread() -> None:
    assert client().post("/settings", content=b"x" * (SMALL + 1)).status_code == 413
    assert client().post("/settings", content=b"x" * SMALL).text == str(SMALL)


def test_a_body_that_turns_out_too_large_is_refused() -> None:
    answer = client().post("/settings", content=(b"x" * 65536 for _ in range(SMALL // 65536 + 2)))
    assert answer.status_code == 413


def test_a_body_without_declared_size_below_the_limit_passes() -> None:
    assert client().post("/settings", content=(b"x" * 100 for _ in range(3))).text == "300"


@pytest.mark.parametrize("path", ["/recordings", "/api/recordings"])
def test_uploads_may_be_larger(path: str) -> None:
    assert client().post(path, content=b"x" * (SMALL + 1)).text == str(SMALL + 1)


def test_pages_may_load_nothing_from_elsewhere_and_run_nothing_inline() -> None:
    policy = client().get("/").headers["content-security-policy"]
    assert policy.startswith("default-src 'self';")
    assert "frame-ancestors 'none'" in policy
    assert "object-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("x-frame-options", "DENY"),
        ("cross-origin-opener-policy", "same-origin"),
    ],
)
def test_the_other_headers_are_there(name: str, value: str) -> None:
    assert client().get("/").headers[name] == value


@pytest.mark.parametrize(
    ("source", "allowed"),
    [
        ("https://tile.example.org", True),
        ("https://*.tile.example.org:8443", True),
        ("https://tile.example.org; script-src *", False),
        ("javascript:alert(1)", False),
        ("*", False),
    ],
)
def test_a_page_may_allow_map_tiles_and_nothing_more(source: str, allowed: bool) -> None:
    async def mapped(scope: Scope, receive: Receive, send: Send) -> None:
        allow_images(scope, [source])
        await Response("ok")(scope, receive, send)

    guarded = TestClient(Guard(mapped, (), refuse), base_url="http://localhost")
    policy = guarded.get("/").headers["content-security-policy"]
    assert (f" {source};" in policy) is allowed
    assert "script-src 'self';" in policy


def test_head_is_answered_as_get() -> None:
    answer = client().head("/")
    assert (answer.status_code, answer.content) == (200, b"")
    assert "content-security-policy" in answer.headers


def test_nothing_is_kept_by_a_cache_unless_it_says_so() -> None:
    assert client().get("/").headers["cache-control"] == "private, no-cache"
