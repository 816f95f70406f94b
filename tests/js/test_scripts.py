"""The scripts of the pages: their pure modules run in Node.js, and their types are checked where tsc is installed."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from backstride.web.vendor import STATIC

HERE = Path(__file__).parent
SCRIPTS = sorted((STATIC / "js" / "recording").glob("*.js"))


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)


def test_the_pure_modules_in_node() -> None:
    node = shutil.which("node")
    if node is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs Node.js")
        pytest.skip("no Node.js on this machine")
    done = run(node, "--test", *HERE.glob("*.test.mjs"))
    assert done.returncode == 0, done.stdout


def test_the_types_of_the_scripts() -> None:
    tsc = shutil.which("tsc")
    if tsc is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs the TypeScript compiler")
        pytest.skip("no TypeScript compiler on this machine")
    done = run(tsc, "-p", HERE / "tsconfig.json")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_scripts_speak_through_the_catalogue(script: Path) -> None:
    """Visible text comes from the server; a script that writes some itself would stay English for everyone."""
    text = script.read_text("utf-8")
    assert re.findall(r'(?:textContent|title|aria-label"?,|placeholder) ?[=,] ?["\'][A-Za-z]{3}', text) == []
    assert "innerHTML" not in text
    assert "eval(" not in text


def test_every_sentence_a_script_says_is_sent() -> None:
    from backstride.web.recording_context import SENTENCES

    said = set()
    for script in SCRIPTS:
        text = script.read_text("utf-8")
        for call in re.findall(r"\bsay\(([^;]*?)\)", text):
            said |= set(re.findall(r'"([a-z_]+)"', call.split("{")[0]))
    assert said - {"start", "end"} <= set(SENTENCES), said - set(SENTENCES)
    assert set(SENTENCES) <= said | {"start", "finish"}, set(SENTENCES) - said
