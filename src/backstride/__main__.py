"""`python -m backstride` is the command line."""

from backstride.cli import main

main()
