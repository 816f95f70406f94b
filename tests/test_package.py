"""The front door: public names, an import that does nothing, examples that run."""

import doctest
import os
import subprocess
import sys
from pathlib import Path

import backstride


def test_every_public_name_is_there_and_few() -> None:
    assert len(backstride.__all__) <= 20
    for name in backstride.__all__:
        assert getattr(backstride, name) is not None


def test_the_example_of_the_docstring_runs() -> None:
    assert doctest.testmod(backstride).failed == 0
    assert doctest.testmod(backstride).attempted > 0


def test_importing_loads_nothing_heavy() -> None:
    code = "import sys, backstride.words; print(sorted({'numpy', 'scipy', 'babel', 'fastapi'} & set(sys.modules)))"
    source = {**os.environ, "PYTHONPATH": str(Path(backstride.__file__).parents[1])}
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=source)
    assert out.stdout.strip() == "[]"
