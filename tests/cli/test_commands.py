"""Every command, as a person at the terminal uses it: what it prints, what it keeps, how it ends."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from backstride.formats.writers import write_imu_csv
from backstride.recording import Direction, Gait, Placement
from backstride.simulate import Part, Worn, simulate
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
    for command in ("analyse", "import", "watch", "list", "show", "label", "export", "backup", "restore", "verify"):
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
