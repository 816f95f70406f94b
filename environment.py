"""Sets up the folder's own Python environment for `run` and `test`: uv into .tools, locked packages into .venv.

Needs only Python 3.11+ with pip. Nothing outside this folder is changed.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "backstride-environment"
OLDEST = (3, 11)


def python_of(venv: Path) -> Path:
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def prepare(wanted: str) -> Path:
    """Bring .venv to the locked set `wanted` ("run" or "test"; test holds all of run); return its Python.

    A set that is there already costs one small file read.
    """
    stamps = {name: _stamp(name) for name in ("run", "test")}
    python, there = python_of(VENV), STAMP.read_text() if STAMP.exists() else ""
    if there.startswith("test "):
        wanted = "test"  # who tests here keeps the tools, also when `run` is the first to see a new lock
    if python.exists() and there in {stamps["test"], stamps[wanted]}:
        return python
    print(f"Setting up Backstride in {VENV.name}/ (a few seconds, once) ...", file=sys.stderr, flush=True)
    uv = _uv()
    STAMP.unlink(missing_ok=True)
    _call(uv, "venv", "--quiet", "--allow-existing", "--python", sys.executable, str(VENV))
    _call(
        *(uv, "pip", "sync", "--quiet", "--require-hashes", "--python", str(python)),
        str(ROOT / "requirements" / f"{wanted}.txt"),
    )
    STAMP.write_text(stamps[wanted])
    return python


def _stamp(name: str) -> str:
    locked = (ROOT / "requirements" / f"{name}.txt").read_bytes()
    return f"{name} {sys.version_info.major}.{sys.version_info.minor} {hashlib.sha256(locked).hexdigest()}"


def _uv() -> str:
    if found := shutil.which("uv"):
        return found
    mine = ROOT / ".tools" / "bin" / "uv"
    if not mine.exists():
        # --target keeps clear of "externally managed" system Pythons (Debian, Ubuntu, Homebrew).
        pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
        if subprocess.run([*pip, "--version"], capture_output=True).returncode:
            sys.exit("pip is missing. On Debian or Ubuntu: sudo apt install python3-pip. Then try again.")
        _call(*pip, "install", "--target", str(ROOT / ".tools"), "uv")
    return str(mine)


def _call(*command: str) -> None:
    environment = {**os.environ, "VIRTUAL_ENV": str(VENV), "PIP_ROOT_USER_ACTION": "ignore"}
    done = subprocess.run(command, cwd=ROOT, env=environment)
    if done.returncode:
        sys.exit(f"Setting up stopped: {Path(command[0]).name} ended with code {done.returncode} (see above).")


def restart_with_newer_python(script: str) -> None:
    """Where `python3` is older than 3.11, look for a newer one beside it and start again with that."""
    if sys.version_info >= OLDEST:
        return
    for minor in range(15, 10, -1):
        if newer := shutil.which(f"python3.{minor}"):
            os.execv(newer, [newer, script, *sys.argv[1:]])
    sys.exit("Backstride needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")
