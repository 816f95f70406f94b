"""How well and how fast: measured apart from the tests, by plain functions. Run with `./run-benchmarks`."""
