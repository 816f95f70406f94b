"""Handing files in: the plain form, the drop zone, the API; and what is refused."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from starlette.testclient import TestClient

from backstride.app import Store, demo_store, list_recordings, open_store
from backstride.errors import BadStore
from backstride.message import say
from backstride.web import make, make_app, making
from tests.web.material import gpx, table

FILES = [("files", ("run.gpx", gpx("Run"))), ("files", ("pocket.csv", table()))]
JSON = {"accept": "application/json"}


def settle(client: TestClient) -> None:
    """Wait for the queue."""
    assert client.app.state.site.queue.wait_until_idle(20)  # type: ignore[attr-defined]


def test_the_plain_form_leads_to_the_log_and_the_files_come_in(client: TestClient, store: Store) -> None:
    answer = client.post("/recordings", files=FILES)
    assert (answer.status_code, answer.headers["location"]) == (303, "/recordings/imports")
    settle(client)
    assert list_recordings(store).total == 2
    log = client.get("/recordings/imports").text
    assert "run.gpx" in log
    assert "pocket.csv" in log


def test_the_drop_zone_gets_the_jobs(client: TestClient) -> None:
    answer = client.post("/recordings", files=FILES, headers=JSON)
    assert answer.status_code == 202
    assert len(answer.json()["jobs"]) == 2
    settle(client)


def test_the_queue_says_when_something_came_in(client: TestClient) -> None:
    client.post("/recordings", files=FILES[:1])
    settle(client)
    assert client.get("/recordings/imports/queue?seen=0").headers["hx-trigger"] == "recordings-changed"
    quiet = client.get("/recordings/imports/queue?seen=1")
    assert "hx-trigger" not in quiet.headers
    assert "hidden" in quiet.text


def test_the_same_through_the_api(client: TestClient) -> None:
    assert client.post("/api/recordings", files=[*FILES, ("files", ("x.gpx", b"no"))]).status_code == 202
    settle(client)
    found = client.get("/api/recordings", params={"sort": "longest"}).json()
    assert [row["name"] for row in found["recordings"]] == ["Run", "pocket"]
    assert found["recordings"][1]["start"] is None
    assert found["recordings"][1]["distance_m"] is None
    jobs = client.get("/api/jobs").json()
    assert {file["became"] for job in jobs for file in job["files"]} == {"imported", "failed"}
    assert all(job["state"] == "done" for job in jobs)


def test_the_api_describes_itself(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()
    assert {"/api/recordings", "/api/jobs"} <= set(described["paths"])
    assert not {"/", "/settings", "/recordings"} & set(described["paths"])


@pytest.mark.parametrize("path", ["/recordings", "/api/recordings"])
def test_no_file_is_said(client: TestClient, path: str) -> None:
    assert client.post(path).status_code == 422
    answer = client.post(path, files=[("files", ("", b""))], headers=JSON)
    assert answer.status_code == 422
    assert answer.json()["detail"]


@pytest.mark.parametrize("path", ["/recordings", "/api/recordings"])
def test_another_site_hands_in_nothing(client: TestClient, store: Store, path: str) -> None:
    answer = client.post(path, files=FILES, headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403
    settle(client)
    assert list_recordings(store).total == 0


def test_a_path_in_a_file_name_stays_out(client: TestClient, store: Store) -> None:
    client.post("/recordings", files=[("files", ("../../etc/run.gpx", gpx("Run")))])
    settle(client)
    log = client.get("/recordings/imports").text
    assert "etc" not in log
    assert "run.gpx" in log


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("demo")
    demo_store(folder / "demo").close()
    with open_store(folder / "data") as store:
        site = make_app(store, demo_folder=folder / "demo", engine="here")
        with TestClient(site, base_url="http://localhost", follow_redirects=False) as opened:
            yield opened


def test_the_demo_too_teaches_and_reads_again(demo: TestClient) -> None:
    first = demo.get("/demo/api/recordings").json()["recordings"][0]["id"]
    marked = demo.post(f"/demo/recordings/{first}/label", data={"start": "20", "end": "40", "direction": "forward"})
    assert marked.headers["location"].startswith(f"/demo/recordings/{first}?changed=")
    again = demo.post("/demo/recordings/learned/again", data={"placement": "pocket"})
    assert again.headers["location"].startswith("/demo/recordings/learned?done=again")
    assert "What it has learned of you" in demo.get(again.headers["location"]).text
    demo.post(f"/demo/recordings/{first}/undo")


@pytest.mark.parametrize("path", ["/demo/", "/demo/recordings", "/demo/recordings/imports", "/demo/recordings/learned"])
def test_every_page_of_the_demo_says_that_it_is_simulated(demo: TestClient, path: str) -> None:
    text = demo.get(path).text
    assert 'class="banner"' in text
    assert "Simulated." in text
    assert 'href="/">' in text  # the way out
    assert 'type="file"' not in text


def test_links_in_the_demo_stay_in_it(demo: TestClient) -> None:
    text = demo.get("/demo/recordings").text
    assert 'href="/demo/recordings/' in text
    assert 'href="/recordings/' not in text
    assert 'class="tag simulated"' in text


def test_the_demo_shows_a_week_although_it_is_long_ago(demo: TestClient) -> None:
    text = demo.get("/demo/").text
    assert "Week of" in text
    assert 'class="ribbon band"' in text


def test_nothing_can_be_added_to_the_demo(demo: TestClient) -> None:
    answer = demo.post("/demo/recordings", files=FILES)
    assert answer.status_code == 403
    assert "In the demo nothing can be added" in answer.text


def test_a_fault_in_the_demo_is_a_page_of_the_demo(demo: TestClient) -> None:
    answer = demo.get("/demo/nothing")
    assert answer.status_code == 404
    assert 'href="/demo/"' in answer.text


def test_one_s_own_site_stays_empty(demo: TestClient) -> None:
    demo.get("/demo/")
    assert demo.get("/api/recordings").json()["total"] == 0
    assert "/demo/" in demo.get("/").text


def test_while_the_demo_is_made_a_page_says_so(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Event()

    def slowly(folder: Path) -> Store:
        assert made.wait(20)
        return open_store(folder)

    monkeypatch.setattr(make, "demo_store", slowly)
    monkeypatch.setattr(making, "PATIENCE_S", 0.01)
    with TestClient(make_app(store, demo_folder=tmp_path / "demo", engine="here"), base_url="http://localhost") as slow:
        waiting = slow.get("/demo/recordings")
        assert (waiting.status_code, waiting.headers["refresh"]) == (200, "1")
        assert "warming up" in waiting.text
        made.set()
        monkeypatch.setattr(making, "PATIENCE_S", 20)
        assert "refresh" not in slow.get("/demo/recordings").headers


def test_a_demo_that_cannot_be_made_is_said_and_tried_again(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[Path] = []

    def failing(folder: Path) -> Store:
        tries.append(folder)
        raise BadStore(say("the disk is full"))

    monkeypatch.setattr(make, "demo_store", failing)
    with TestClient(make_app(store, demo_folder=tmp_path / "demo", engine="here"), base_url="http://localhost") as site:
        for _ in range(2):
            answer = site.get("/demo/")
            assert answer.status_code == 503
            assert "The disk is full" in answer.text
    assert len(tries) == 2
