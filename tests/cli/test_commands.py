"""Every command, as a person at the terminal uses it: what it prints, what it keeps, how it ends."""

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from backstride.formats.writers import write_imu_csv
from backstride.gait import RECIPE
from backstride.recording import Direction, Gait, Label, Placement
from backstride.simulate import Part, Worn, simulate
from backstride.store import Store
from tests import made, reasons
from tests.cli.conftest import Run

KEYS = {
    "file",
    "format",
    "start",
    "duration_s",
    "device",
    "placement",
    "signals",
    "laps",
    "bouts",
    "events",
    "metrics",
    "quality",
    "loss",
}


@pytest.fixture
def walk(tmp_path: Path) -> Path:
    """A minute in the pocket: forward, stop, backward."""
    parts = [
        Part(Direction.FORWARD, Gait.WALK, 25, speed_mps=1.3),
        Part(Direction.STILL, Gait.NONE, 6),
        Part(Direction.BACKWARD, Gait.WALK, 25, speed_mps=0.9),
    ]
    recording, _truth = simulate(parts, worn=Worn(Placement.POCKET))
    file = tmp_path / "walk.csv"
    file.write_bytes(write_imu_csv(recording))
    return file


def test_help_names_every_command_in_both_languages(start: Run) -> None:
    english, german = start("--help"), start("--help", language="de")
    assert english.returncode == german.returncode == 0
    assert "Keep files, folders and archives" in english.stdout
    assert "Keep files" not in german.stdout
    for command in (
        "analyse",
        "import",
        "watch",
        "list",
        "show",
        "label",
        "learned",
        "export",
        "backup",
        "restore",
        "verify",
    ):
        assert f"  {command} " in english.stdout
        assert f"  {command} " in german.stdout


def test_analyse_prints_the_documented_object(start: Run, walk: Path) -> None:
    done = start("analyse", walk, "--json", "--placement", "pocket", "--mass-kg", "70")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert set(found) == KEYS
    assert found["placement"] == "pocket"
    assert [row["name"] for row in found["signals"]] == ["acceleration", "angular_rate"]
    ends = [(bout["start_s"], bout["end_s"]) for bout in found["bouts"]]
    assert ends[0][0] == 0
    assert ends[-1][1] == pytest.approx(found["duration_s"])
    assert all(one[1] == other[0] for one, other in pairwise(ends))
    assert {"forward", "backward"} <= {bout["direction"] for bout in found["bouts"]}
    assert set(found["metrics"][0]) == {"key", "label", "value", "unit", "low", "high", "grade", "direction"}


def test_analyse_keeps_nothing_and_names_what_it_cannot_read(run: Run, walk: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.fit"
    bad.write_bytes(b"nonsense")
    done = run("analyse", bad, walk, tmp_path / "absent.fit", "--json")
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert [line.split(":")[0] for line in done.stderr.splitlines()] == ["backstride", "backstride"]
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "data").exists()


def test_from_import_to_restore(run: Run, walk: Path, tmp_path: Path) -> None:
    first, again = run("import", walk), run("import", walk)
    assert (first.returncode, again.returncode) == (0, 0), first.stderr + again.stderr
    assert first.stdout.startswith("imported")
    assert again.stdout.startswith("already there")
    listed = [json.loads(line) for line in run("list", "--json").stdout.splitlines()]
    assert len(listed) == 1
    id_ = listed[0]["id"]

    labelled = run("label", id_[:8], "0:40", "50", "sideways")
    assert labelled.returncode == 0, labelled.stderr
    assert "sideways" in labelled.stdout
    assert "to sideways." in labelled.stdout
    assert (
        "Learned for a sensor in the trouser pocket: walking forward" in run("label", id_, "2", "20", "forward").stdout
    )
    assert run("show", id_).stdout.count("sideways") >= 1

    exported = run("export", id_, "--to", tmp_path / "out")
    assert exported.returncode == 0, exported.stderr
    (kept,) = (tmp_path / "out").iterdir()
    elsewhere = tmp_path / "elsewhere"
    assert run("import", kept, "--data", elsewhere).returncode == 0
    assert "sideways" in run("show", id_, "--data", elsewhere).stdout

    backup = tmp_path / "all.zip"
    assert run("backup", backup).returncode == 0
    assert run("restore", backup).returncode == 2
    assert run("restore", backup, "--force").returncode == 0
    assert run("restore", backup, "--data", tmp_path / "third").returncode == 0
    assert "sideways" in run("show", id_, "--data", tmp_path / "third").stdout
    assert run("verify").returncode == 0


def test_what_happened_and_what_was_learned_in_words(run: Run, walk: Path, tmp_path: Path) -> None:
    assert run("learned").stdout.startswith("Nothing was learned yet")
    id_ = keep_rich(run, walk, tmp_path)
    shown = " ".join(run("show", id_).stdout.split())
    assert "0:40 from backward to forward without a stop (not clean: no stop)" in shown
    assert "0:20 from forward to backward after a stop of 3.5 s (clean)" in shown
    assert "0:55 fall" in shown
    assert "turn: 1, glance: 1" in shown
    told = run("learned")
    assert told.returncode == 0, told.stderr
    assert "in the trouser pocket" in told.stdout
    assert "running backward 0:40" in told.stdout
    assert id_ in told.stdout


def test_forgetting_asks_first(run: Run, walk: Path, tmp_path: Path) -> None:
    id_ = keep_rich(run, walk, tmp_path)
    assert run("learned", "--forget", "nose").returncode == 2
    assert "Nothing was learned there" in run("learned", "--forget", "foot").stdout
    assert run("learned", "--forget", "pocket").returncode == 2
    assert id_ in run("learned").stdout
    done = run("learned", "--forget", "pocket", "--yes")
    assert (done.returncode, done.stdout.strip()) == (0, "Forgotten. Recordings read again: 1."), done.stderr
    with Store(tmp_path / "data") as store:
        assert store.recordings.get(id_).labels == ()
    assert run("learned", "--again").returncode == 0


def test_the_reasoning_is_printed_when_asked_for(run: Run, walk: Path) -> None:
    found = json.loads(run("analyse", walk, "--json", "--reasoning").stdout)
    assert set(found) == {*KEYS, "reasoning"}
    told = found["reasoning"]
    assert len(told["edge_s"]) == len(told["chance"]["backward"]) + 1
    assert {source["source"] for source in told["sources"]} <= {"imu", "compass", "speed", "lap", "plan", "user"}


def keep_rich(run: Run, walk: Path, tmp_path: Path) -> str:
    """A recording in whose analysis everything happened, and which taught something."""
    assert run("import", walk).returncode == 0
    with Store(tmp_path / "data") as store:
        (id_,) = store.lists.every_id()
        store.labels.add(id_, Label(1.0, 9.0, Direction.BACKWARD))
        analysed = made.analysed(recipe=RECIPE)
        assert analysed.analysis
        rich = replace(analysed.analysis, events=reasons.EVENTS, lessons=(reasons.LESSON,))
        assert store.analyses.save(id_, 1, replace(analysed, analysis=rich, worn=Placement.POCKET))
    return id_


def test_verify_tells_of_a_lost_original(run: Run, walk: Path, tmp_path: Path) -> None:
    run("import", walk)
    originals = [path for path in (tmp_path / "data" / "originals").rglob("*") if path.is_file()]
    assert originals
    originals[0].unlink()
    done = run("verify")
    assert done.returncode == 1
    assert done.stderr.startswith("backstride: ")


@pytest.mark.parametrize(
    "arguments",
    [
        ("analyse",),
        ("analyse", "x.fit", "--placement", "nose"),
        ("label", "abc", "ten", "20", "forward"),
        ("label", "abc", "1", "2", "up"),
        ("export",),
        ("export", "abc", "--all"),
        ("import", "no/such/file"),
        ("serve", "--host", "0.0.0.0"),
        ("dance",),
    ],
)
def test_wrong_usage_ends_with_2_and_words(run: Run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2, done.stdout + done.stderr
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_an_unknown_recording_is_one_readable_line(run: Run) -> None:
    done = run("show", "abcdef")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
