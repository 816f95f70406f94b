"""The command line: parse arguments, call `app`, print. Everything heavy is imported inside the command that needs it.

Exit codes: 0 done, 1 some files failed or something is missing, 2 wrong usage.
"""

import sys
from typing import NoReturn

from backstride.cli.commands import app
from backstride.cli.terminal import complain
from backstride.errors import BackstrideError, BadAnswers, Conflict, NotAllowed

USAGE = 2
# The rim's one table: what was asked wrongly ends in 2, what went wrong in 1.
EXIT_CODES: tuple[tuple[type[BackstrideError], int], ...] = (
    (BadAnswers, USAGE),
    (Conflict, USAGE),
    (NotAllowed, USAGE),
    (BackstrideError, 1),
)


def main() -> NoReturn:
    """Run the command line of this process and exit."""
    try:
        app(prog_name="backstride")
    except BackstrideError as error:
        complain(error.message)
        sys.exit(next(code for kind, code in EXIT_CODES if isinstance(error, kind)))
    except KeyboardInterrupt:
        complain("Stopped. What was finished is kept.")
        sys.exit(130)
    except BrokenPipeError:
        # The reader of our output went away (`... | head`): nothing is left to say, not even by the interpreter.
        sys.stdout = None
        sys.exit(0)
    except OSError as error:
        complain(f"{error.filename}: {error.strerror}" if error.filename else str(error))
        sys.exit(1)
    sys.exit(0)
