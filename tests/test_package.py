"""The front door: public names, an import that does nothing, examples that run, and what a wheel holds and needs."""

import ast
import doctest
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import backstride

PACKAGE = Path(backstride.__file__).parent
ROOT = PACKAGE.parents[1]
# What a dependency is imported as, where that is not its own name; what nobody imports is there for another package.
IMPORTED_AS = {
    "arro3-core": {"arro3"},
    "arro3-io": {"arro3"},
    "fastapi": {"fastapi", "starlette", "pydantic"},
    "python-multipart": set[str](),
}


def test_every_public_name_is_there_and_few() -> None:
    assert len(backstride.__all__) <= 20
    for name in backstride.__all__:
        assert getattr(backstride, name) is not None


def test_the_example_of_the_docstring_runs() -> None:
    assert doctest.testmod(backstride).failed == 0
    assert doctest.testmod(backstride).attempted > 0


def test_importing_loads_nothing_heavy() -> None:
    code = "import sys, backstride.words; print(sorted({'numpy', 'babel', 'fastapi'} & set(sys.modules)))"
    source = {**os.environ, "PYTHONPATH": str(Path(backstride.__file__).parents[1])}
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=source)
    assert out.stdout.strip() == "[]"


def test_it_depends_on_what_it_imports_and_on_nothing_else() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = [re.split(r"[^\w-]", needed)[0] for needed in project["dependencies"]]
    promised = {module for name in names for module in IMPORTED_AS.get(name, {name})}
    used = {module for file in PACKAGE.rglob("*.py") for module in _imported(file)}
    assert used - set(sys.stdlib_module_names) - {"backstride"} == promised


def _imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def test_a_wheel_holds_everything_and_every_licence(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    ours = (file for file in PACKAGE.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    assert {file.relative_to(PACKAGE.parent).as_posix() for file in ours} <= packed
    assert "backstride/py.typed" in packed
    licences = {path.partition(".dist-info/licenses/")[2] for path in packed} - {""}
    vendored = PACKAGE / "web" / "static" / "vendor"
    theirs = {file.relative_to(ROOT).as_posix() for file in vendored.glob("*/LICENSE*")}
    assert theirs
    assert licences == {"LICENSE"} | theirs
