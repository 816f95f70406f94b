"""Plan and sessions as JSON."""

from datetime import timedelta

from fastapi.testclient import TestClient

from backstride.store import Store
from tests import coached


def test_without_a_plan_there_is_none(client: TestClient) -> None:
    assert client.get("/api/plan").status_code == 404
    assert client.get("/api/sessions").json() == []
    assert client.get("/api/sessions/none").status_code == 404


def test_the_plan_and_what_became_of_it(client: TestClient, store: Store) -> None:
    later = coached.planned("p2", coached.FIRST + timedelta(days=2))
    store.coach.save_plan(coached.plan(coached.planned("p1"), later))
    store.coach.save_session(coached.session("p1", planned="p1"))
    found = client.get("/api/plan").json()
    assert (found["goal"], found["permit"], found["stage"]) == ("first 20 minutes", "jog", "walk")
    assert len(found["weeks"]) == 8
    first, second = found["sessions"]
    assert (first["session"], second["session"], second["day"]) == ("p1", None, "2026-03-04")
    assert (first["minutes"], first["backward_s"]) == (30.0, 900.0)
    assert first["because"][1] == {"says": "Rest comes first", "claim": "rest-days"}


def test_sessions_of_days(client: TestClient, store: Store) -> None:
    for n in range(3):
        store.coach.save_session(coached.session(f"s{n}", coached.FIRST + timedelta(days=n)))
    found = client.get("/api/sessions", params={"since": "2026-03-03", "until": "2026-03-03"}).json()
    assert [one["id"] for one in found] == ["s1"]
    assert found[0] == client.get("/api/sessions/s1").json()
    assert found[0]["load"] == 3.5 * 31.5
    assert found[0]["pains"][0] == {"part": "knee", "side": "left", "level": 2}
    assert found[0]["measured"]["seconds"] == {"backward": 300.0}
    assert client.get("/api/sessions", params={"since": "tomorrow"}).status_code == 422


def test_a_session_is_told(client: TestClient, store: Store) -> None:
    told = client.post("/api/sessions", json={"minutes": "30", "rpe": "4", "pain.calf-left": "2"})
    assert told.status_code == 201
    assert told.json() == client.get(f"/api/sessions/{told.json()['id']}").json()
    assert (told.json()["load"], told.json()["pains"][0]["part"]) == (120.0, "calf")
    assert client.post("/api/sessions", json={"rpe": "40"}).status_code == 422
    assert client.post("/api/sessions", json=["minutes"]).status_code == 422
    assert len(store.coach.sessions()) == 1


def test_the_api_describes_them(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()
    assert {"/api/plan", "/api/sessions", "/api/sessions/{id_}"} <= set(described["paths"])


def test_faults_are_described_as_they_are_told(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()
    assert "HTTPValidationError" not in described["components"]["schemas"]
    for path, ways in described["paths"].items():
        for way in ways.values():
            assert {"404", "422", "503"} <= set(way["responses"]), path
    told = client.get("/api/sessions", params={"since": "soon"})
    assert (told.status_code, told.json()) == (422, {"detail": "Please check: since"})
    series = described["paths"]["/recordings/{id_}/series"]["get"]["responses"]["200"]["content"]
    assert list(series) == ["application/octet-stream"]


def test_days_are_days_and_no_seconds_since_1970(client: TestClient, store: Store) -> None:
    store.coach.save_session(coached.session("s1"))
    assert [one["id"] for one in client.get("/api/sessions", params={"since": "20260302"}).json()] == ["s1"]
    assert client.get("/api/sessions", params={"since": "2026-03-03"}).json() == []
    assert client.get("/api/sessions", params={"until": "0"}).status_code == 422
