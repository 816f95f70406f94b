"""Why the page says what it says: the bytes, sources, events, the open question, and what a correction changed."""

import json
import re
import struct
from dataclasses import replace
from itertools import pairwise
from typing import Any
from urllib.parse import parse_qs, urlsplit

import numpy as np
import pytest
from starlette.testclient import TestClient

from backstride import app, gait
from backstride.app import Store
from backstride.app.reasons import reasons
from backstride.gait import RECIPE
from backstride.recording import WAYS, Analysis, Bout, Direction, Gait, Placement, Reasoning, Steps
from backstride.store import Analysed
from backstride.store.schema import recording
from backstride.web.recording_reasons import read_moved, write_moved
from tests import made
from tests import reasons as hand_made
from tests.app import files, teaching

F, B, U = Direction.FORWARD, Direction.BACKWARD, Direction.UNKNOWN


@pytest.fixture
def learning(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules that learn, in the place of the real ones."""
    monkeypatch.setattr(gait, "analyse", teaching.analyse)


def keep(store: Store, **changes: Any) -> str:
    """A minute in which everything happened."""
    (id_,) = store.recordings.add(made.new_file()).ids
    rich = replace(made.analysis(recipe=RECIPE), events=hand_made.EVENTS, reasoning=hand_made.reasoning())
    found = replace(rich, **changes)
    store.analyses.save(id_, 0, Analysed(RECIPE, found, None, made.analysed().digest))
    return id_


def decode(data: bytes) -> dict[str, Any]:
    """The answer, read as its documentation says."""
    assert data[:4] == b"BSB1"
    (length,) = struct.unpack_from("<I", data, 4)
    found: dict[str, Any] = json.loads(data[8 : 8 + length])
    values = np.frombuffer(data, "<f4", offset=8 + length).astype(float)
    frames, steps = found["frames"], found["steps"]
    counts = [("edge", frames + 1), *((way.value, frames) for way in WAYS)]
    counts += [(f"source {number}", frames) for number in range(found["sources"])]
    counts += [("contact", steps), ("off", steps), ("side", steps if found["sided"] else 0)]
    for name, count in counts:
        found[name], values = values[:count], values[count:]
    assert len(values) == 0
    return found


def test_the_bytes_hold_what_was_believed(client: TestClient, store: Store) -> None:
    found = decode(client.get(f"/recordings/{keep(store)}/reasons").content)
    expected = hand_made.reasoning()
    np.testing.assert_allclose(found["edge"], expected.edge_s)
    np.testing.assert_allclose(found["backward"], expected.chance[:, 1], atol=0.01)
    np.testing.assert_allclose(found["source 1"], np.clip(expected.voices[1].odds, -12.5, 12.5), atol=0.06)
    assert np.isnan(found["source 1"][:20]).all()


def test_steps_come_with_a_short_stretch_only(client: TestClient, store: Store) -> None:
    contact = np.arange(0.0, 600.0, 0.5)
    steps = Steps(contact, contact + 0.25, np.tile(np.array([1, -1], np.int8), 600))
    edge = np.arange(601.0)
    id_ = keep(store, steps=steps)
    found = Analysis(RECIPE, (), steps, (), (), reasoning=Reasoning(edge, np.full((600, 5), 0.2)))
    store.analyses.save(id_, 0, Analysed(RECIPE, found, None, made.analysed().digest))
    part = decode(client.get(f"/recordings/{id_}/reasons?start=10&end=40").content)
    np.testing.assert_allclose(part["start_s"] + part["contact"], np.arange(10, 40, 0.5))
    assert (part["sided"], part["side"][:2].tolist()) == (True, [1, -1])
    assert part["start_s"] + part["edge"][0] == 10
    assert len(reasons(store, id_, 0, 30).steps.contact_s) == 60
    store.analyses.save(id_, 0, Analysed(RECIPE, Analysis(RECIPE, (), Steps(), (), ()), None, made.analysed().digest))
    empty = decode(client.get(f"/recordings/{id_}/reasons").content)
    assert (empty["frames"], empty["steps"], len(empty["edge"])) == (0, 0, 1)


def test_a_long_recording_is_summed_up(store: Store) -> None:
    id_ = keep(store)
    with store.database.writing() as db:
        db.execute(recording.update().values(duration_s=86_400.0))
    frames = 172_800
    chance = np.tile(np.array([[1.0, 0, 0, 0, 0], [0, 1.0, 0, 0, 0]]), (frames // 2, 1))
    long = Reasoning(np.linspace(0, 86_400, frames + 1), chance)
    found = Analysis(RECIPE, (), Steps(), (), (), reasoning=long)
    store.analyses.save(id_, 0, Analysed(RECIPE, found, None, made.analysed().digest))
    whole = reasons(store, id_, points=512)
    assert len(whole.chance) == 512
    assert (whole.edge_s[0], whole.edge_s[-1]) == (0.0, 86_400.0)
    np.testing.assert_allclose(whole.chance[:, :2], 0.5, atol=0.01)
    part = reasons(store, id_, 3600.0, 3605.0, 512)
    assert (part.edge_s[0], part.edge_s[-1], len(part.chance)) == (3600.0, 3605.0, 10)


def test_the_page_says_who_said_what_and_what_happened(client: TestClient, store: Store) -> None:
    text = client.get(f"/recordings/{keep(store)}").text
    plain = " ".join(re.sub(r"<[^>]+>", " ", text).split())
    assert re.search(r"Motion sensor A leg swings quickly .*, and slowly back\. Forward \d\d%, backward \d\d%", plain)
    assert re.search(r"Compass The track .*, or against it\. Forward \d\d%, backward \d\d%.*, silent 2\d%", plain)
    assert "From backward to forward without a stop not clean: no stop" in plain
    assert "From forward to backward after a stop of 3.5 s clean" in plain
    assert "Turned 183° over the left shoulder" in plain
    assert "Glance over the right shoulder" in plain
    assert plain.index("Falls 1") < plain.index("Stumbles 1") < plain.index("Changes of direction 2")
    assert re.search(r'<li class="bad">\s*<button[^>]*data-event="40.0"', text)
    german = client.get(f"/recordings/{app.list_recordings(store).rows[0].id}", headers={"accept-language": "de"}).text
    assert "Von rückwärts zu vorwärts ohne Halt" in german


def test_of_very_many_events_the_worst_are_shown(client: TestClient, store: Store) -> None:
    turns = tuple(replace(hand_made.EVENTS[1], start_s=at / 10, end_s=at / 10) for at in range(3000))
    id_ = keep(store)
    found = replace(made.analysis(recipe=RECIPE), events=(*turns, hand_made.EVENTS[5]))
    store.analyses.save(id_, 0, Analysed(RECIPE, found, None, made.analysed().digest))
    text = client.get(f"/recordings/{id_}").text
    assert "2,800 more are in the JSON export." in text
    (data,) = re.findall(r'id="recording-data">(.*?)</script>', text, re.DOTALL)
    events = json.loads(data)["events"]
    assert (len(events), events[0][0]) == (2000, "fall")


def test_of_very_many_bouts_the_list_is_cut_and_the_time_line_is_not(client: TestClient, store: Store) -> None:
    edges = np.linspace(0, 60.0, 2001)
    bouts = tuple(Bout(a, b, (F, B)[at % 2], Gait.RUN, 0.9) for at, (a, b) in enumerate(pairwise(edges.tolist())))
    text = client.get(f"/recordings/{keep(store, bouts=bouts)}").text
    assert "1,700 more are in the JSON export." in text
    assert text.count('class="found-time"') == 300
    (data,) = re.findall(r'id="recording-data">(.*?)</script>', text, re.DOTALL)
    assert len(json.loads(data)["bouts"]) == 2000


def test_without_reasoning_nothing_is_drawn(client: TestClient, store: Store) -> None:
    (id_,) = store.recordings.add(made.new_file()).ids
    text = client.get(f"/recordings/{id_}").text
    for part in ("data-band", "data-source", "What happened", "Both readings fit"):
        assert part not in text


def test_the_question_is_answered_by_one_tap(client: TestClient, store: Store) -> None:
    bouts = (Bout(0.0, 60.0, U, Gait.RUN, 0.5),)
    id_ = keep(store, bouts=bouts, reasoning=replace(hand_made.reasoning(), front=0.55))
    text = client.get(f"/recordings/{id_}").text
    assert "Both readings fit" in text
    form = text[text.index('class="readings"') : text.index("</form>", text.index('class="readings"'))]
    assert form.count('class="ribbon band"') == 2
    fields = dict(re.findall(r'name="(start|end)" value="([\d.]+)"', form))
    answer = client.post(f"/recordings/{id_}/label", data={**fields, "direction": "backward"})
    assert answer.status_code == 303
    (said,) = app.show_recording(store, id_).labels
    assert (said.direction, said.start_s) == (B, float(fields["start"]))


@pytest.mark.usefixtures("learning")
def test_after_a_correction_the_page_says_what_changed(client: TestClient, store: Store) -> None:
    ids = [app.import_file(store, f"{seed}.csv", files.sensor(20, seed)) for seed in range(3)]
    mine, *others = [next(iter(lines)).ids[0] for lines in ids]
    for id_ in (mine, *others):
        app.describe(store, id_, "Session", "", Placement.POCKET)
    answer = client.post(f"/recordings/{mine}/label", data={"start": "0:04", "end": "0:12", "direction": "backward"})
    where = answer.headers["location"]
    assert parse_qs(urlsplit(where).query) == {"changed": ["unknown>backward:8.0"]}
    text = client.get(where).text
    plain = " ".join(re.sub(r"<[^>]+>", " ", text).split())
    assert "8.0 s changed from unknown to backward." in plain
    assert "Learned for a sensor in the trouser pocket: running backward 0:08." in plain
    assert "2 other recordings with a sensor in the trouser pocket were read before this was known." in plain
    again = client.post("/recordings/learned/again", data={"placement": "pocket", "back": mine})
    after = client.get(again.headers["location"]).text
    assert "They are being read again in the background." in after
    assert f'href="/recordings/{mine}"' in after
    assert app.learned(store)[0].behind == ()
    undone = client.post(f"/recordings/{mine}/undo").headers["location"]
    assert "8.0 s changed from backward to unknown." in client.get(undone).text
    assert "Nothing is learned from this recording for others" in client.get(undone).text


def test_what_changed_travels_in_the_address_and_cannot_break_the_page(client: TestClient, store: Store) -> None:
    moved = {(F, B): 12.34, (U, F): 3.0}
    assert read_moved(write_moved(moved)) == {(F, B): 12.3, (U, F): 3.0}
    id_ = keep(store)
    for text in (
        "",
        "x",
        "forward>backward:",
        "forward>up:3",
        "forward>backward:1e9",
        "a>b:1,forward>backward:2.5",
        "<script>",
    ):
        answer = client.get(f"/recordings/{id_}", params={"changed": text})
        assert answer.status_code == 200
        assert ("2.5 s changed" in answer.text) == ("2.5" in text)
        assert "<script>:" not in answer.text
    assert "No second changed its direction." in client.get(f"/recordings/{id_}?changed=").text


def test_the_api_tells_the_same(client: TestClient, store: Store) -> None:
    id_ = keep(store)
    plain = client.get(f"/api/recordings/{id_}").json()
    assert list(plain)[:6] == ["id", "name", "notes", "labels", "recipe", "stale"]
    assert "reasoning" not in plain
    assert [one["kind"] for one in plain["events"]] == [one.kind.value for one in hand_made.EVENTS]
    assert plain["signals"][0]["samples"] > 0
    full = client.get(f"/api/recordings/{id_}?reasoning=true").json()
    assert len(full["reasoning"]["edge_s"]) == len(hand_made.reasoning().edge_s)
    assert client.get("/api/recordings/none").status_code == 404


def test_the_lossless_export_carries_all_of_it(client: TestClient, store: Store) -> None:
    exported = client.get(f"/recordings/{keep(store)}/export/json").json()["analysis"]
    assert len(exported["events"]) == len(hand_made.EVENTS)
    assert len(exported["reasoning"]["sources"]) == 2
    assert exported["steps"]["contact_s"] == [0.25, 0.6, 1.1]


# What it has learned of you


@pytest.mark.usefixtures("learning")
def test_what_was_learned_is_listed_read_again_and_forgotten(client: TestClient, store: Store) -> None:
    assert "Nothing yet" in client.get("/recordings/learned").text
    ids = []
    for seed in range(2):
        (line,) = app.import_file(store, f"{seed}.csv", files.sensor(20, seed))
        app.describe(store, line.ids[0], f"Number <{seed}>", "", Placement.FOOT)
        ids.append(line.ids[0])
    app.label(store, ids[0], 1.0, 11.0, B)
    text = client.get("/recordings/learned").text
    assert "On the foot" in text
    assert "Number &lt;0&gt;" in text
    assert f'href="/recordings/{ids[0]}"' in text
    assert "One recording was read before this was known." in text
    assert f'href="/recordings/{ids[1]}"' in text
    assert client.get("/api/learned").json() == [
        {
            "placement": "foot",
            "taught": [{"direction": "backward", "gait": "run", "seconds": 10.0}],
            "recordings": [ids[0]],
            "behind": [ids[1]],
            "waiting": 0,
        }
    ]
    asked = client.post("/recordings/learned/forget", data={"placement": "foot"})
    assert asked.headers["location"] == "/recordings/learned/forget?placement=foot"
    assert "Forget what was learned on the foot?" in client.get(asked.headers["location"]).text
    assert app.show_recording(store, ids[0]).labels != ()
    client.post("/recordings/learned/forget", data={"placement": "foot", "sure": "yes"})
    assert app.show_recording(store, ids[0]).labels == ()
    assert client.get("/recordings/learned/forget?placement=foot").status_code == 404
    assert client.get("/recordings/learned/forget?placement=nose").status_code == 422
    assert client.post("/recordings/learned/again", data={"placement": "nose"}).status_code == 422


@pytest.mark.usefixtures("learning")
def test_one_recording_is_forgotten_once_the_person_is_sure(client: TestClient, store: Store) -> None:
    ids = []
    for seed in range(2):
        (line,) = app.import_file(store, f"{seed}.csv", files.sensor(20, seed))
        ids.append(line.ids[0])
        app.label(store, line.ids[0], 1.0, 11.0, B)
    assert f"/recordings/learned/forget?recording={ids[0]}" in client.get("/recordings/learned").text
    asked = client.post("/recordings/learned/forget", data={"recording": ids[0]}).headers["location"]
    text = client.get(asked).text
    assert "Forget what this recording taught?" in text
    assert f'name="recording" value="{ids[0]}"' in text
    client.post("/recordings/learned/forget", data={"recording": ids[0], "sure": "yes"})
    assert [len(app.show_recording(store, id_).labels) for id_ in ids] == [0, 1]
    assert client.get(asked).status_code == 404
    assert client.post("/recordings/learned/forget", data={"recording": "none", "sure": "yes"}).status_code == 404


def test_a_recording_without_a_motion_sensor_teaches_nothing_and_nothing_is_said_of_it(
    client: TestClient, store: Store
) -> None:
    (line,) = app.import_file(store, "a.gpx", files.gpx())
    text = client.get(f"/recordings/{line.ids[0]}?changed=").text
    assert "No second changed its direction." in text
    assert "learned" not in text[text.index('id="news"') : text.index('id="question"')]


def test_the_way_back_is_an_id_or_nothing(client: TestClient) -> None:
    for strange in ("//evil.example", "x?y", "<b>", "ü"):
        text = client.get("/recordings/learned", params={"done": "again", "back": strange}).text
        assert "Back to the recording" not in text
        assert "evil" not in text


def test_settings_lead_there(client: TestClient) -> None:
    assert 'href="/recordings/learned"' in client.get("/settings").text
