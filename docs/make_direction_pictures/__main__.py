"""`python -m docs.make_direction_pictures [--people N] [--to FOLDER] [names]`: make the pictures anew."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

# One core each: people are read side by side. Set before numpy is first imported.
for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(threads, "1")

FOLDER = Path(__file__).parents[1] / "pictures"
PEOPLE = 150


def main(arguments: Sequence[str]) -> int:
    """Write every picture, or those named."""
    from docs.make_direction_pictures.table import PICTURES

    parser = argparse.ArgumentParser(description="Make the pictures of docs/explain/direction.md anew.")
    parser.add_argument("--people", type=int, default=PEOPLE, help="how many simulated people are shown")
    parser.add_argument("--to", type=Path, default=FOLDER, help="folder to write to")
    parser.add_argument("names", nargs="*", help="of pictures; none: all")
    asked = parser.parse_args(arguments)
    for picture in PICTURES:
        if not asked.names or picture.name in asked.names:
            (asked.to / f"direction-{picture.name}.svg").write_text(picture.draw(asked.people))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
