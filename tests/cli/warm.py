"""Commands as processes of their own that need not import everything anew: one process has, and forks for each."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

# What commands import is loaded before; `backstride.cli` is not, as it reads the language while it is imported.
_SERVER = """
import json, os, signal, sys
import alembic.command, backstride.app, pydantic.main, rich.progress, rich.table, sqlalchemy.dialects.sqlite, typer.main

for line in sys.stdin:
    asked = json.loads(line)
    child = os.fork()
    if child == 0:
        for number, name in ((1, "out"), (2, "err")):
            os.dup2(os.open(asked[name], os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
        signal.alarm(300)
        os.chdir(asked["folder"])
        os.environ.clear()
        os.environ.update(asked["environment"])
        sys.argv = ["backstride", *asked["arguments"]]
        from backstride.cli import main
        main()
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


class Warm:
    """A process that has imported what commands need; a context manager. Needs `fork`."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        command = [sys.executable, "-W", "error", "-c", _SERVER]
        environment = {**environment, "OPENBLAS_NUM_THREADS": "1"}  # a process with threads must not fork
        self._server = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        )

    def __enter__(self) -> "Warm":
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: object, _trace: TracebackType | None) -> None:
        self._server.communicate()

    def run(
        self, arguments: Sequence[str], *, folder: Path, environment: Mapping[str, str]
    ) -> subprocess.CompletedProcess[str]:
        """Run one command in `folder` and wait for it; as `subprocess.run` answers."""
        out, err = folder / ".stdout", folder / ".stderr"
        asked = {"arguments": arguments, "environment": dict(environment), "folder": str(folder)}
        asked |= {"out": str(out), "err": str(err)}
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        self._server.stdin.write(json.dumps(asked) + "\n")
        self._server.stdin.flush()
        code = int(self._server.stdout.readline())
        return subprocess.CompletedProcess(arguments, code, out.read_text("utf-8"), err.read_text("utf-8"))
