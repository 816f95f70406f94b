"""The recording page: what it shows, the bytes it sends, and what a person can change."""

import json
import re
import struct
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from starlette.testclient import TestClient

from backstride.app import Store, save_settings, show_recording
from backstride.app.work import failed
from backstride.message import say
from backstride.recording import About, Direction, Lap, Loss, Note, Recording, Signal
from backstride.store import Analysed
from backstride.web.charts import charts_of
from backstride.web.recording_view import confidence, ribbon
from backstride.words import words
from tests import made
from tests.sessions import bare, pocket_session, put, track_session

Arrays = dict[str, dict[str, Any]]


@pytest.fixture
def session(store: Store) -> str:
    return put(store, track_session(), "Backward & forward <on> the track")


def decode(data: bytes) -> tuple[Mapping[str, Any], Arrays]:
    """The series answer, read as its documentation says."""
    assert data[:4] == b"BSR1"
    (length,) = struct.unpack_from("<I", data, 4)
    assert length % 4 == 0
    header = json.loads(data[8 : 8 + length])
    values = np.frombuffer(data, "<f4", offset=8 + length).astype(float)
    found: Arrays = {}
    at = 0
    for row in header["signals"]:
        names = ["time", "mean", *(["low", "high"] if row["band"] else [])]
        found[row["name"]] = dict(row)
        for name in names:
            found[row["name"]][name] = values[at : at + row["points"]]
            at += row["points"]
    assert at == len(values)
    return header, found


def page_data(text: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="recording-data">(.*?)</script>', text, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found.group(1))
    return data


# What it shows


def test_the_page_says_what_was_recorded(client: TestClient, session: str) -> None:
    answer = client.get(f"/recordings/{session}")
    assert answer.status_code == 200
    text = answer.text
    assert "Backward &amp; forward &lt;on&gt; the track" in text
    assert text.count("<h1") == 1
    assert 'class="tag simulated"' in text
    for word in ("Elapsed time", "Distance", "Moving time", "By direction", "What was found", "Laps", "The file"):
        assert word in text
    assert 'data-signal="speed"' in text
    assert 'data-signal="heart_rate"' in text
    assert "<bs-track" in text


def test_the_table_has_a_column_for_each_direction_there_is(client: TestClient, session: str) -> None:
    text = client.get(f"/recordings/{session}").text
    table = text[text.index('<table class="metrics') : text.index("</table>")]
    columns = re.findall(r'<th scope="col"[^>]*><span class="direction (\w+)"', table)
    assert columns[:2] == ["backward", "forward"]
    rows = re.findall(r'<tr role="row"><th scope="row"', table)
    assert len(rows) >= 4
    assert table.count('role="cell"') == 1 + len(columns) * len(rows)
    assert "Grade: measured" in table


def test_nothing_inline_and_nothing_from_elsewhere(client: TestClient, session: str) -> None:
    text = client.get(f"/recordings/{session}").text
    assert re.findall(r'<script(?![^>]*(?:\bsrc=|type="application/json"))', text) == []
    assert re.findall(r"<style|\sstyle=|\son\w+=", text) == []
    assert re.findall(r'(?:src|href|action)="https?:', text) == []
    for tag in re.findall(r'<(?:script|link rel="stylesheet")[^>]*/static/vendor/[^>]*>', text):
        assert 'integrity="sha384-' in tag


def test_data_cannot_end_the_script_it_travels_in(client: TestClient, store: Store) -> None:
    evil = "</script><script>alert(1)</script>"
    signal = Signal(np.arange(60.0), np.arange(60.0), "1")
    about = About(laps=(Lap(0.0, 30.0, evil),), device=evil, notes=evil)
    start = datetime(2026, 5, 1, tzinfo=UTC)
    id_ = put(store, Recording(start, {f"developer.{evil}": signal}, about), evil)
    text = client.get(f"/recordings/{id_}").text
    assert "<script>alert" not in text
    assert page_data(text)["charts"][0]["name"] == f"developer.{evil}"


def test_all_scripts_the_page_loads_are_there(client: TestClient, session: str) -> None:
    text = client.get(f"/recordings/{session}").text
    for path in re.findall(r'(?:src|href)="(/static/[^"]+)"', text):
        assert client.get(path).status_code == 200, path
    imported = {
        name
        for module in re.findall(r'modulepreload" href="([^"]+)"', text)
        for name in re.findall(r'^import .* from "\./([^"]+)"', client.get(module).text, re.MULTILINE)
    }
    loaded = set(re.findall(r'modulepreload" href="/static/js/recording/([^"]+)"', text))
    assert imported <= loaded  # one that is missing would be found late, and the first chart with it


def test_german(client: TestClient, session: str) -> None:
    text = client.get(f"/recordings/{session}", headers={"accept-language": "de"}).text
    assert '<html lang="de"' in text
    assert "2. März 2026" in text
    assert page_data(text)["locale"] == "de"


def test_a_recording_without_motion_sensor_says_why_and_what_to_do(client: TestClient, store: Store) -> None:
    id_ = put(store, bare(track_session(), "heart_rate"), "Watch")
    text = client.get(f"/recordings/{id_}").text
    assert "no motion sensor" in text
    assert "Mark a stretch" in text
    assert text.count("data-bout=") == 1  # a walk and a run of unknown direction are one row
    assert "<dt>Distance, Pace, Step length</dt>" in text  # one reason, told once
    assert "<bs-track" not in text
    assert 'name="placement"' not in text


def test_a_recording_without_signals(client: TestClient, store: Store) -> None:
    about = About(
        laps=(Lap(0.0, 600.0, "Treadmill", 1500.0),),
        loss=Loss(say("The end is missing."), 40, None, 16),
        repairs=(Note("stamps", say("two stamps came twice")),),
    )
    id_ = put(store, Recording(datetime(2026, 5, 1, tzinfo=UTC), {}, about), "x" * 40)
    text = client.get(f"/recordings/{id_}").text
    for sentence in (
        "no signals to draw",
        "Damaged file, recovered",
        "The end is missing.",
        "how many were lost cannot be known",
        "Two stamps came twice",
        "Treadmill",
    ):
        assert sentence in text
    assert "uPlot" not in text


def test_an_empty_recording(client: TestClient, store: Store) -> None:
    id_ = put(store, Recording(datetime(2026, 5, 1, tzinfo=UTC), {}, About(start_known=False)), "Empty")
    text = client.get(f"/recordings/{id_}").text
    assert "Date unknown" in text
    assert "Correct a stretch" not in text


def kept(store: Store, analysis: Analysed) -> str:
    """A recording with this analysis, whatever the rules of today would find."""
    file = made.new_file()
    one = replace(file.recordings[0], analysed=analysis)
    return store.recordings.add(replace(file, recordings=(one,))).ids[0]


def test_a_recording_that_waits_for_its_analysis(client: TestClient, store: Store) -> None:
    text = client.get(f"/recordings/{kept(store, replace(failed(say('old fault')), recipe='older'))}").text
    assert "Still being analysed" in text
    assert page_data(text)["stale"] is True


def test_an_analysis_by_older_rules_is_shown_meanwhile(client: TestClient, store: Store) -> None:
    text = client.get(f"/recordings/{kept(store, made.analysed())}").text
    assert "Better rules have come" in text
    assert [bout["direction"] for bout in page_data(text)["bouts"]] == ["backward", "forward"]
    assert "no steps were seen" in text  # the reason in the place of the number


def test_a_recording_whose_analysis_failed(client: TestClient, store: Store) -> None:
    text = client.get(f"/recordings/{kept(store, failed(say('a number was not finite')))}").text
    assert "a number was not finite" in text
    assert "Better rules" not in text


def test_an_unknown_recording_is_not_found(client: TestClient) -> None:
    for path in ("", "/series?signals=speed", "/track", "/original", "/export/csv", "/remove"):
        assert client.get(f"/recordings/0123456789abcdef{path}").status_code == 404


# Units


def test_charts_in_the_persons_units() -> None:
    english = words("en")
    names = ["heart_rate", "speed", "distance", "position", "contact_time", "developer.my_field"]
    pace = {chart.name: chart for chart in charts_of(names, english, imperial=False, pace=True)}
    assert list(pace) == ["speed", "heart_rate", "contact_time", "developer.my_field"]
    assert (pace["speed"].kind, pace["speed"].unit, pace["speed"].factor) == ("pace", "min/km", 1000)
    assert (pace["contact_time"].unit, pace["contact_time"].factor) == ("ms", 1000)
    assert pace["developer.my_field"].label == "My field"
    (speed,) = charts_of(["speed"], english, imperial=True, pace=False)
    assert (speed.kind, speed.unit) == ("plain", "mph")
    assert speed.factor == pytest.approx(2.23694, abs=1e-5)


def test_settings_reach_the_page(client: TestClient, store: Store, session: str) -> None:
    save_settings(store, {"units": "imperial", "speed_as": "speed"})
    data = page_data(client.get(f"/recordings/{session}").text)
    assert data["imperial"] is True
    assert data["charts"][0]["unit"] == "mph"


def test_a_pace_is_not_called_speed(client: TestClient, store: Store, session: str) -> None:
    def heads() -> set[str]:
        return set(re.findall(r'rowheader"><span>(.*?)</span>', client.get(f"/recordings/{session}").text))

    save_settings(store, {"speed_as": "speed"})
    assert heads() & {"Speed", "Pace"} == {"Speed"}
    save_settings(store, {"speed_as": "pace"})
    assert heads() & {"Speed", "Pace"} == {"Pace"}


def test_tiles_only_when_asked_for(client: TestClient, store: Store, session: str) -> None:
    before = client.get(f"/recordings/{session}")
    assert "img-src 'self';" in before.headers["content-security-policy"]
    save_settings(store, {"tile_url": "https://tiles.example.org/{z}/{x}/{y}.png"})
    after = client.get(f"/recordings/{session}")
    assert "https://tiles.example.org;" in after.headers["content-security-policy"]
    assert page_data(after.text)["tiles"] == "https://tiles.example.org/{z}/{x}/{y}.png"


# Bytes


def test_series_are_the_signals(client: TestClient, session: str) -> None:
    recording = track_session()
    answer = client.get(f"/recordings/{session}/series?signals=heart_rate,nothing,speed&start=30&end=60&points=1024")
    header, found = decode(answer.content)
    assert set(found) == {"heart_rate", "speed"}
    assert header["start_s"] == 30
    heart = recording.signals["heart_rate"]
    at = heart.time_s.searchsorted(30 + found["heart_rate"]["time"] - 1e-3)
    np.testing.assert_allclose(heart.time_s[at], 30 + found["heart_rate"]["time"], atol=1e-3)
    np.testing.assert_allclose(heart.values[at], found["heart_rate"]["mean"], rtol=1e-6)


def test_series_at_a_coarse_level_keep_the_extremes(client: TestClient, store: Store) -> None:
    recording = pocket_session()
    id_ = put(store, recording, "Pocket")
    _, found = decode(client.get(f"/recordings/{id_}/series?signals=acceleration&points=64").content)
    felt = np.linalg.norm(recording.signals["acceleration"].values, axis=1)
    level = found["acceleration"]
    assert level["points"] <= 64
    assert level["band"]
    assert np.nanmax(level["high"]) == pytest.approx(felt.max(), rel=1e-6)
    assert np.nanmin(level["low"]) == pytest.approx(felt.min(), rel=1e-6)
    assert np.all(level["low"] <= level["mean"] + 1e-5)
    assert np.all(level["mean"] <= level["high"] + 1e-5)


def test_cadence_is_drawn_from_the_steps_where_no_device_counted(client: TestClient, store: Store) -> None:
    id_ = put(store, pocket_session(), "Pocket")
    assert 'data-signal="cadence"' in client.get(f"/recordings/{id_}").text
    _, found = decode(client.get(f"/recordings/{id_}/series?signals=cadence").content)
    steps = show_recording(store, id_)
    counted = next(one.value for one in steps.metrics if one.key == "cadence_spm" and one.direction is None)
    assert np.nanmedian(found["cadence"]["mean"]) == pytest.approx(counted, rel=0.05)


@pytest.mark.parametrize("points", [-5, 0, 10**9])
def test_series_of_any_size_asked_for(client: TestClient, session: str, points: int) -> None:
    answer = client.get(f"/recordings/{session}/series?signals=speed&points={points}")
    assert answer.status_code == 200
    _, found = decode(answer.content)
    assert 0 < found["speed"]["points"] <= 4096


def test_series_ask_in_numbers(client: TestClient, session: str) -> None:
    assert client.get(f"/recordings/{session}/series?signals=speed&start=soon").status_code == 422


def test_the_track_keeps_centimetres(client: TestClient, session: str) -> None:
    data = client.get(f"/recordings/{session}/track").content
    assert data[:4] == b"BST1"
    (length,) = struct.unpack_from("<I", data, 4)
    header = json.loads(data[8 : 8 + length])
    time_s, lat, lon = np.frombuffer(data, "<f4", offset=8 + length).astype(float).reshape(3, header["points"])
    position = track_session().signals["position"]
    at = position.time_s.searchsorted(time_s - 1e-3)
    away_m = 111_195 * np.abs(np.stack((header["south"] + lat, header["west"] + lon), 1) - position.values[at])
    assert len(at) > 100
    assert away_m.max() < 0.01


def test_a_track_of_nothing_is_empty(client: TestClient, store: Store) -> None:
    id_ = put(store, pocket_session(), "Indoors")
    data = client.get(f"/recordings/{id_}/track").content
    assert json.loads(data[8:])["points"] == 0


# Corrections


def directions(store: Store, id_: str, at: float) -> Direction:
    return next(b.direction for b in show_recording(store, id_).bouts if b.start_s <= at < b.end_s)


def test_a_correction_is_saved_and_taken_back(client: TestClient, store: Store, session: str) -> None:
    before = directions(store, session, 30.0)
    answer = client.post(
        f"/recordings/{session}/label", data={"start": "0:20", "end": "0:40.5", "direction": "sideways"}
    )
    assert answer.status_code == 303
    assert answer.headers["location"].startswith(f"/recordings/{session}?changed=forward%3Esideways%3A2")
    assert directions(store, session, 30.0) is Direction.SIDEWAYS
    text = client.get(f"/recordings/{session}").text
    assert "data-undo" in text
    assert "your label" in text
    assert client.post(f"/recordings/{session}/undo").status_code == 303
    assert directions(store, session, 30.0) is before
    assert "data-undo" not in client.get(f"/recordings/{session}").text


@pytest.mark.parametrize(
    ("form", "wrong"),
    [
        ({"start": "x", "end": "", "direction": "up"}, ("start", "end", "direction")),
        ({"start": "0:20", "end": "0:10", "direction": "forward"}, ("end",)),
        ({"start": "9:00:00", "end": "9:00:01", "direction": "forward"}, ("start",)),
        ({}, ("start", "end", "direction")),
    ],
)
def test_a_wrong_correction_names_every_fault(
    client: TestClient, store: Store, session: str, form: dict[str, str], wrong: tuple[str, ...]
) -> None:
    answer = client.post(f"/recordings/{session}/label", data=form, headers={"accept": "application/json"})
    assert answer.status_code == 422
    for field in wrong:
        assert f"{field}:" in answer.json()["detail"]
    assert show_recording(store, session).labels == ()


def test_corrections_come_from_this_site_only(client: TestClient, store: Store, session: str) -> None:
    form = {"start": "0", "end": "10", "direction": "forward"}
    answer = client.post(f"/recordings/{session}/label", data=form, headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403
    assert show_recording(store, session).labels == ()


# Pictures made by the server


def test_the_ribbon_of_a_stretch_tiles_it(store: Store, session: str) -> None:
    shown = show_recording(store, session)
    for start, end in ((0.0, shown.duration_s), (20.0, 100.0)):
        pieces = ribbon(shown.bouts, start, end)
        assert pieces[0][0] == pytest.approx(0)
        assert pieces[-1][1] == pytest.approx(1)
        assert all(one[1] == pytest.approx(other[0]) for one, other in pairwise(pieces))
    assert ribbon(shown.bouts, 5.0, 5.0) == ()


def test_confidence_is_height(store: Store, session: str) -> None:
    shown = show_recording(store, session)
    blocks = confidence(shown.bouts, shown.duration_s)
    assert len(blocks) == len(shown.bouts)
    for block, bout in zip(blocks, shown.bouts, strict=True):
        height = float(block.height.rstrip("%"))
        assert height == pytest.approx(max(6, 100 * (2 * bout.confidence - 1)), abs=0.6)
        assert float(block.y.rstrip("%")) + height == pytest.approx(100)
    assert confidence(shown.bouts, 0.0) == ()
