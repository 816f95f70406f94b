"""The fit of the engine's weights: a small one runs, is the same again, and has the sizes that the engine wants."""

import re
import runpy
from pathlib import Path

import pytest
from benchmarks.fitting import __main__ as fitting
from benchmarks.fitting.source import source

from backstride.gait import weights
from backstride.gait.lessons import general
from backstride.gait.pattern import count

PEOPLE = 20
COMMITTED = Path(weights.__file__)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("fit") / "weights.py"
    assert fitting.main([str(PEOPLE), "--to", str(target)]) == 0
    return target


def test_a_small_fit_has_the_sizes_that_the_engine_wants(written: Path) -> None:
    found = runpy.run_path(str(written))["WEIGHTS"]
    assert set(found) == set(fitting.PLACEMENTS)
    for placement, one in found.items():
        assert (len(one.walk), len(one.facing)) == count(placement)
        assert len(one.run) == len(one.walk)


def test_the_same_people_give_the_same_weights(written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = written.read_text()
    assert fitting.main([str(PEOPLE), "--to", str(written), "--check"]) == 0
    assert "is what this fit gives" in capsys.readouterr().out
    assert fitting.main([str(PEOPLE - 5), "--to", str(written), "--check"]) == 1
    assert written.read_text() == before


def test_too_few_people_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        fitting.main(["3", "--to", str(tmp_path / "weights.py")])


def test_the_engines_weights_say_what_they_were_made_from() -> None:
    text = COMMITTED.read_text()
    (said,) = re.findall(r"^# (\d+) people, (\d) of (\d) to fit\. Seed (\d+)\.$", text, re.MULTILINE)
    assert [int(number) for number in said] == [
        fitting.PEOPLE,
        fitting.HELD_OUT - 1,
        fitting.HELD_OUT,
        fitting.SEED,
    ]
    # Nothing in the file was changed by hand: the numbers it holds, written again, are the file.
    held = {
        placement: {name: getattr(general(placement), name) for name, _, _ in fitting.KINDS}
        for placement in fitting.PLACEMENTS
    }
    assert source(held, fitting.PEOPLE, fitting.SEED, fitting.HELD_OUT) == text
