"""`python -m benchmarks accuracy [parts]`, `... speed [names]` and `... fit [people]`,
`... verdicts` and `... physiology`."""

import os
import sys

# One core each: benchmarks compare programs, not machines. Set before numpy is first imported.
for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(threads, "1")

USAGE = """\
run-benchmarks accuracy [--quick] [--each] [parts ...]   judge directions and steps on recordings of real people
run-benchmarks speed [names ...]                         measure time and memory
run-benchmarks physiology [--check]                      hold energy, heart and joints against published values
run-benchmarks fit [people] [--to FILE] [--check]        fit the engine's weights on simulated people
run-benchmarks verdicts [--to FILE]                      how often verdicts on simulated people are right"""


def main() -> int:
    if sys.argv[1:2] == ["accuracy"]:
        from benchmarks.accuracy.__main__ import main as accuracy

        return accuracy(sys.argv[2:])
    if sys.argv[1:2] == ["speed"]:
        from benchmarks.speed.__main__ import main as speed

        return speed(sys.argv[2:])
    if sys.argv[1:2] == ["fit"]:
        from benchmarks.fitting.__main__ import main as fit

        return fit(sys.argv[2:])
    if sys.argv[1:2] == ["verdicts"]:
        from benchmarks.verdicts.__main__ import main as verdicts

        return verdicts(sys.argv[2:])
    if sys.argv[1:2] == ["physiology"]:
        from benchmarks.physiology.__main__ import main as physiology

        return physiology(sys.argv[2:])
    print(USAGE, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
